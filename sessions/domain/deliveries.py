"""Deliveries: things to be said, each once, to one audience. The ledger of deliveries is what was said.

Rows come into being at their due moment and under a unique key; what is still to come is derived (``reminders``).
"""

import base64
import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sessions.domain.reminders import AudienceKind, Means

LEASE = timedelta(minutes=2)
"""Wire time that a claim lasts: after it the row is anybody's."""

NONCE_PROTECTS = timedelta(seconds=90)
"""Wire time within which Discord surely remembers a nonce ("a few minutes", Create Message): a repeat within it is
harmless, a later one first looks for the marker in the channel."""

LATE_AFTER = timedelta(minutes=2)
"""A delivery that starts later than this after its due moment says so ("this should have come at 13:00")."""


MARKER = 12
"""Characters of the short form of a key that every message carries."""


class DeliveryState(StrEnum):
    DUE = "due"
    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"  # given up; a failure that may pass goes back to due with a later try
    STALE = "stale"  # no longer useful, or folded into another; not sent


class DeliveryKind(StrEnum):
    """What is said. A reminder's kind in the key is ``reminder:<rule key>``."""

    ANNOUNCEMENT = "announcement"
    REMINDER = "reminder"
    CHECK_IN_OPEN = "check-in-open"
    CHECK_IN_CLOSED = "check-in-closed"
    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    EDITED = "edited"
    CLOCK_CHANGE = "clock-change"
    REACH = "reach"
    EVENT = "event"
    COMPLETION_NOTICE = "completion-notice"
    CERTIFICATES_READY = "certificates-ready"
    CERTIFICATE_YOURS = "certificate-yours"  # to people without Discord, who read no channel
    CERTIFICATE_REPLACED = "certificate-replaced"
    AT_RISK = "at-risk"
    PLACES_GIVEN = "places-given"
    ROLE = "role"
    APPLICATION_CHANGED = "application-changed"
    APPEAL_ANSWERED = "appeal-answered"
    COHORT_CHANGED = "cohort-changed"
    DESK_NOTE = "desk-note"
    EXTRA = "extra"
    IN_PERSON = "in-person"


@dataclass(frozen=True, slots=True)
class DeliveryKey:
    """What makes a delivery one and the same: said once, whatever happens. At most 200 characters as text."""

    marathon: str
    subject: str
    kind: str
    occurrence: str
    audience: str

    def __str__(self) -> str:
        return "/".join((self.marathon, self.subject, self.kind, self.occurrence, self.audience))

    @property
    def nonce(self) -> str:
        """25 characters derived from the key: Discord refuses the same nonce twice within minutes, so that a repeat
        after a crash is harmless (Discord API, Create Message: ``nonce`` ≤ 25 characters, ``enforce_nonce``)."""
        return base64.b32encode(hashlib.sha256(str(self).encode()).digest()).decode()[:25].lower()

    @property
    def marker(self) -> str:
        """The short form that every message carries, to be read back from a channel's history."""
        return self.nonce[:MARKER]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Something to be said from ``due`` on; ``useful_until`` None: always useful."""

    key: DeliveryKey
    due: datetime
    useful_until: datetime | None = None
    means: Means = Means.CHANNEL
    payload: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A row of the ledger."""

    id: int
    marathon_id: int
    key: DeliveryKey
    means: Means
    state: DeliveryState
    due: datetime
    useful_until: datetime | None
    payload: dict[str, object]
    tries: int = 0
    claimed: datetime | None = None
    finished: datetime | None = None
    channel_id: int | None = None
    message_id: int | None = None
    reason: str | None = None
    tried: datetime | None = None
    """Wire time of the claim before this one: whoever held it may have said it and died before writing that down."""
    held: datetime | None = None
    """Wire time of this claim."""

    def may_stand(self, wire: datetime) -> bool:
        """Whether its message may stand in the channel already and be too old for the nonce to refuse a second.

        The nonce counts from the try that was heard, which may be the first of many: from the third try on only
        looking helps, however short ago the second was.
        """
        return self.tried is not None and (self.tries > 2 or wire - self.tried > NONCE_PROTECTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The other side has it. ``repeated``: it was there already (found by nonce or marker)."""

    delivery_id: int
    channel_id: int | None
    message_id: int | None
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSent:
    """``permanent``: no further try will help; ``reason`` is a code with its cure in the catalogue. ``wait``: it was
    not tried, for it is not its turn before so much time has passed."""

    delivery_id: int
    reason: str
    permanent: bool
    wait: timedelta | None = None


Outcome = Sent | NotSent

_OWN_NEWS = frozenset(
    {
        DeliveryKind.APPLICATION_CHANGED.value,
        DeliveryKind.APPEAL_ANSWERED.value,
        DeliveryKind.COHORT_CHANGED.value,
        DeliveryKind.AT_RISK.value,
        DeliveryKind.CERTIFICATE_REPLACED.value,
    }
)
_REFUSED = ("closed-dms:", "forbidden:", "gone:")


def by_letter_instead(delivery: Delivery, outcome: NotSent, now: datetime) -> Owed | None:
    """A person's own news as a letter, once Discord has refused the direct message for good (they take none, or the
    account is gone); None for everything else. `/me` shows the same whatever becomes of the letter."""
    offer = delivery.key.kind.startswith(DeliveryKind.REMINDER) and delivery.key.audience == AudienceKind.PERSON
    own = offer or delivery.key.kind in _OWN_NEWS
    if delivery.means is not Means.DM or not own or not outcome.permanent:
        return None
    if not outcome.reason.startswith(_REFUSED) or "application" not in delivery.payload:
        return None
    key = replace(delivery.key, audience=f"{delivery.key.audience}:letter")
    return Owed(key=key, due=now, useful_until=delivery.useful_until, means=Means.EMAIL, payload=dict(delivery.payload))


MAX_TRIES = 8


def next_try(tries: int, key: DeliveryKey, now: datetime) -> datetime | None:
    """When a failure that may pass is tried again: 2 s doubling up to 5 minutes, jittered by the key (so that a
    rehearsal repeats itself); None after ``MAX_TRIES``."""
    if tries >= MAX_TRIES:
        return None
    jitter = int.from_bytes(hashlib.sha256(f"{key}/{tries}".encode()).digest()[:2]) / 65536
    seconds = min(300.0, 2.0 * 2 ** max(0, tries - 1))
    return now + timedelta(seconds=seconds * (0.5 + jitter))
