"""Refusals of applications, selection, offers and places."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationsClosed:
    opens: datetime | None
    closes: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyApplied:
    applied: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPlace:
    """The person holds no place in this marathon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailTwice:
    """Another row of the same file has this e-mail address already: which one is meant?"""

    email: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoApplication:
    """The person has not applied to this marathon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPossibleNow:
    """What was asked does not go with the application's status; ``possible``: the events that do."""

    status: str
    event: str
    possible: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoOffer:
    """There is no offer to answer."""

    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferExpired:
    deadline: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferStillOpen:
    """An offer cannot expire before its deadline."""

    deadline: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsFixed:
    """What selection judged (country, kind, function …) cannot be edited once selection has been made."""

    fields: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFrozen:
    """The name on the certificate is the organisers' to correct since then, with a reason."""

    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoFreePlace:
    capacity: int
    taken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityTooLow:
    """A capacity below the places that are held or offered already."""

    capacity: int
    taken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownApplication:
    """No application of this marathon has this number."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoProposal:
    """There is nothing to approve: no proposal was made, or it was replaced by a newer one (``newest``)."""

    number: int | None
    newest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyApproved:
    """Another organiser approved this proposal first."""

    number: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalOutdated:
    """Applications changed since the proposal was made, so that it no longer says what would be decided."""

    number: int
    changed: tuple[int, ...]
    """Numbers of the applications that were sent, edited or withdrawn since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongLinkCode:
    """No application has this personal code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountInUse:
    """The Discord account, or the application, is tied already."""
