"""Refusals of changes to sessions."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownSession:
    number: int
    known: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCancelled:
    number: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveIntoPast:
    """A session cannot be given a time that has passed."""

    start: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsCollide:
    """The same people have another session at that time."""

    number: int
    title: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionUnchanged:
    """What was asked for is how the session is already."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyCancelled:
    number: int
    title: str
    cancelled: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCancelled:
    """There is nothing to restore: the session takes place."""

    number: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotWhileCancelled:
    """A cancelled session cannot be moved: restore it first."""

    number: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionOver:
    """A session that is over cannot be moved: its evidence belongs to the time it was held."""

    number: int
    ended: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTaken:
    """A session of the same people has this number; ``free`` is the next one that is not taken."""

    number: int
    title: str
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelFirst:
    """A session is taken out of the programme only after its people were told that it is off."""

    number: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HasEvidence:
    """Somebody's presence is recorded for the session, and records are kept."""

    number: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedMeanwhile:
    """Somebody changed the session after it was shown: ``verb`` is what they did (``moved``, ``cancelled`` …), and
    ``start`` and ``status`` how it is now. ``account``: the Discord account of who did it, where it is known."""

    number: int
    verb: str
    by: str
    account: int | None
    at: datetime
    start: datetime
    status: str
