"""An extra message is said once, to whom it is meant, and stands in the journal without its words."""

import asyncio

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.refusals import NobodyToTell, NotAllowed, SaidAlready, UnknownChoice
from sessions.domain.reminders import AudienceKind
from sessions.services import deliveries, extra_messages
from sessions.services.extra_messages import Extra, Queued
from sessions.storage.journal_pages import read_page
from sessions.storage.store import Store
from tests.journeys.reminder_simulation import ANNOUNCED, OPERATOR
from tests.sessions.services.test_reminders import a_marathon_with_three_people, check_in

TO_ALL = Extra(text="Bring two questions.", audience=AudienceKind.EVERYONE)


async def test_of_two_who_confirm_at_once_one_says_it(store: Store) -> None:
    await a_marathon_with_three_people(store)
    both = await asyncio.gather(
        *(extra_messages.send(store, 1, TO_ALL, actor=OPERATOR, now=ANNOUNCED) for _ in range(2))
    )
    assert sorted(map(type, both), key=str) == sorted([Queued, SaidAlready], key=str)
    rows = await deliveries.ledger(store, 1)
    assert [(row.key.kind, row.payload) for row in rows] == [("extra", {"text": "Bring two questions."})]
    written = await store.read(lambda connection: read_page(connection, last=1, verb="extra"))
    assert [(one.verb, "questions" in str(one.new)) for one in written] == [("extra.sent", False)]


async def test_who_has_not_checked_in_is_found_when_it_is_said(store: Store) -> None:
    planned = await a_marathon_with_three_people(store)
    first = planned.sessions[0]
    await check_in(store, first, 2)
    absent = Extra(text="Where are you?", audience=AudienceKind.NOT_CHECKED_IN)
    assert await extra_messages.send(store, 1, absent, actor=OPERATOR, now=first.start) == Queued(reaches=2)
    (row,) = await deliveries.ledger(store, 1)
    assert row.payload == {"text": "Where are you?", "people": [1000, 1002]}


async def test_nobody_to_tell_an_unknown_group_and_somebody_who_may_not_are_refused(store: Store) -> None:
    await a_marathon_with_three_people(store)
    speakers = Extra(text="x", audience=AudienceKind.SPEAKERS)
    cohort = Extra(text="x", audience=AudienceKind.COHORT, cohort="b")
    stranger = Actor(ActorKind.ORGANISER, "3")
    assert [
        await extra_messages.send(store, 1, one, actor=actor, now=ANNOUNCED)
        for one, actor in ((speakers, OPERATOR), (cohort, OPERATOR), (TO_ALL, stranger))
    ] == [NobodyToTell(), UnknownChoice(field="cohort", value="b", choices=()), NotAllowed(needs=("organiser",))]
    assert await deliveries.ledger(store, 1) == ()
