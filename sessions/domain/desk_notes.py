"""What the organisers' desk is told of deliveries that nobody heard: one note for all that was missed together, one
for each cause of failure."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sessions.domain.deliveries import Delivery, DeliveryKey, DeliveryKind, NotSent, Owed
from sessions.domain.programme import Marathon
from sessions.domain.reminders import AudienceKind

TOO_LATE = "too-late"
_SILENT = (DeliveryKind.EVENT, DeliveryKind.DESK_NOTE)
"""Kinds whose being too late nobody misses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Something that could no longer be said in time."""

    subject: str
    kind: str
    due: datetime
    key: str

    @classmethod
    def of(cls, key: DeliveryKey, due: datetime) -> "Missed":
        return cls(subject=key.subject, kind=key.kind, due=due, key=str(key))


def too_late_note(marathon: Marathon, missed: Sequence[Missed], now: datetime) -> Owed | None:
    """One note that lists everything missed together; None when there is nothing to tell or nobody wants to hear."""
    told = [one for one in missed if one.kind not in _SILENT]
    if not told or not marathon.programme.late.tell_organisers:
        return None
    items = [[one.subject, one.kind, one.due.isoformat()] for one in told]
    return _note(marathon.key, TOO_LATE, "+".join(one.key for one in told), {"note": TOO_LATE, "items": items}, now)


def failed_note(delivery: Delivery, outcome: NotSent, now: datetime) -> Owed:
    """One note for each cause: a channel that is gone is told once, not with every reminder that misses it. A cause
    is told again the next day."""
    payload: dict[str, object] = {
        "note": "failed",
        "items": [[delivery.key.subject, delivery.key.kind, delivery.due.isoformat()]],
        "reason": outcome.reason,
    }
    cause = f"{outcome.reason}:{now.date().isoformat()}"
    return _note(delivery.key.marathon, "failed", cause, payload, now)


def paused_note(delivery: Delivery, outcome: NotSent, now: datetime) -> Owed:
    """Direct messages rest for a while; told once a day."""
    payload: dict[str, object] = {"note": "dms-paused", "reason": outcome.reason}
    return _note(delivery.key.marathon, "dms-paused", f"{outcome.reason}:{now.date().isoformat()}", payload, now)


def _note(marathon: str, note: str, about: str, payload: dict[str, object], now: datetime) -> Owed:
    """``about`` makes it one and the same note, however often it is asked for."""
    occurrence = f"{note}:{hashlib.sha256(about.encode()).hexdigest()[:16]}"
    key = DeliveryKey(marathon, "marathon", DeliveryKind.DESK_NOTE, occurrence, AudienceKind.ORGANISERS)
    return Owed(key=key, due=now, payload=payload)
