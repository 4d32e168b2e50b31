"""Refusals about marathons, the people in them and what they may do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAllowed:
    """The actor does not hold a role that this needs."""

    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownMarathon:
    key: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarathonExists:
    """A marathon of this key is in the database already."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingToAnnounce:
    """The marathon is bound to no guild yet: set it up first."""

    key: str


@dataclass(frozen=True, slots=True)
class NobodyToTell:
    """The audience of a message is nobody, or nobody of it is reached by the means."""


@dataclass(frozen=True, slots=True)
class SaidAlready:
    """The same words were said today to the same people by the same means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFailed:
    """The ledger has no failed delivery of this number: only what has failed is tried again."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundElsewhere:
    """The marathon lives in another guild."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownPerson:
    """Nobody with a place here is meant by this."""

    text: str
