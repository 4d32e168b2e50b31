"""Refusals of check-ins, evidence, reports and appeals."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInNotOpen:
    opens: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInClosed:
    closed: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongCode:
    """The code of the moment is not the one shown now or the one just before it."""

    tries_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TooManyWrongCodes:
    """Too many wrong codes by this person; no code is taken before ``again``."""

    again: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownParticipant:
    """Nobody with a place is meant by this text, or several are (``several``)."""

    text: str
    several: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownEvidence:
    """There is no evidence of this number in the marathon that could be withdrawn."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownImport:
    """No report was taken in under this number."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyDecided:
    """Somebody decided this before, or took it back; nothing more changes."""

    number: int
    decided: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealNotPossible:
    """Outside the programme's window for appeals about a session: from its end until ``until``."""

    opens: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealWaiting:
    """The person's appeal about this session is not decided yet."""

    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingNotCounted:
    """The programme counts no recordings, or its time for them is over (``until``)."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendedInGroup:
    """Presence in sessions that only the present group has would no longer count in another."""

    cohort: str
    sessions: tuple[int, ...]
