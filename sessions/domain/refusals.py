"""Refusals: a "no" as a value, one of a closed set, with its facts. Faces turn it into a sentence by ``match``.

Every refusal is a frozen data class whose name says what is refused; its fields are the facts the sentence needs.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownZone:
    """The zone is not an IANA name that the installed zone data knows."""

    zone: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeveralZones:
    """The city or country named keeps several times; which of these zones is meant?"""

    text: str
    zones: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImaginaryTime:
    """The wall time falls into the hour that a clock change skips."""

    wall: datetime
    zone: str
    before: datetime
    after: datetime
    """The same time moved out of the gap by its length, to before it and to after it: one of them may be meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbiguousTime:
    """The wall time falls into the hour that a clock change repeats; the two moments it may mean."""

    wall: datetime
    zone: str
    first: datetime
    second: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAllowed:
    """The actor does not hold a role that this needs."""

    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownMarathon:
    key: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownSession:
    number: int
    known: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationsClosed:
    opens: datetime | None
    closes: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyApplied:
    applied: datetime


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
class NoPlace:
    """The person holds no place in this marathon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCancelled:
    number: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BadValue:
    """A value a person typed that cannot be taken; ``expected`` is a code the faces have words for."""

    field: str
    value: str
    expected: str


Refusal = (
    UnknownZone
    | SeveralZones
    | ImaginaryTime
    | AmbiguousTime
    | NotAllowed
    | UnknownMarathon
    | UnknownSession
    | ApplicationsClosed
    | AlreadyApplied
    | CheckInNotOpen
    | CheckInClosed
    | WrongCode
    | TooManyWrongCodes
    | NoPlace
    | SessionCancelled
    | BadValue
)
