"""A person's own news whose direct message was refused goes as a letter; everything else does not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sessions.domain.deliveries import (
    Delivery,
    DeliveryKey,
    DeliveryKind,
    DeliveryState,
    NotSent,
    Owed,
    by_letter_instead,
)
from sessions.domain.reminders import Means
from tests.builders import AT

NEWS = Delivery(
    id=7,
    marathon_id=1,
    key=DeliveryKey("who-cgmp-2025", "person:3", DeliveryKind.APPEAL_ANSWERED, "appeal:1", "person"),
    means=Means.DM,
    state=DeliveryState.CLAIMED,
    due=AT,
    useful_until=AT + timedelta(days=1),
    payload={"application": 3, "discord_id": 5000},
)


def refused(reason: str = "forbidden:50007", *, permanent: bool = True) -> NotSent:
    return NotSent(delivery_id=7, reason=reason, permanent=permanent)


@pytest.mark.parametrize("kind", [DeliveryKind.APPEAL_ANSWERED, DeliveryKind.APPLICATION_CHANGED])
@pytest.mark.parametrize("reason", ["closed-dms:50007", "forbidden:50001", "gone:10013"])
def test_a_refused_direct_message_becomes_a_letter(kind: DeliveryKind, reason: str) -> None:
    delivery = replace(NEWS, key=replace(NEWS.key, kind=kind))
    assert by_letter_instead(delivery, refused(reason), AT) == Owed(
        key=replace(delivery.key, audience="person:letter"),
        due=AT,
        useful_until=AT + timedelta(days=1),
        means=Means.EMAIL,
        payload={"application": 3, "discord_id": 5000},
    )


@pytest.mark.parametrize(
    ("delivery", "outcome"),
    [
        (NEWS, refused("no-connection", permanent=False)),
        (NEWS, refused("nothing-to-say")),
        (replace(NEWS, means=Means.EMAIL), refused("mail:550")),
        (replace(NEWS, means=Means.ROLE, key=replace(NEWS.key, kind=DeliveryKind.ROLE)), refused()),
        (replace(NEWS, payload={}), refused()),
    ],
)
def test_what_may_pass_or_is_nobody_s_own_news_does_not(delivery: Delivery, outcome: NotSent) -> None:
    assert by_letter_instead(delivery, outcome, AT) is None
