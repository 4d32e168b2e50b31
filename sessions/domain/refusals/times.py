"""Refusals of times and zones."""

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
