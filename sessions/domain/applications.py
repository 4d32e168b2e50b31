"""Applications: the statuses of a request for a place, and which event leads from one to the next.

The table ``TRANSITIONS`` is the whole state machine; docs/applications.md draws it and a test holds the two together.
What is not in the table is refused with what is possible instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from sessions.domain.refusals import (
    AlreadyApplied,
    ApplicationsClosed,
    CapacityTooLow,
    NoApplication,
    NoOffer,
    NotPossibleNow,
    OfferExpired,
    OfferStillOpen,
)


class ApplicationStatus(StrEnum):
    DRAFT = "draft"  # a form begun and not sent; selection does not see it
    APPLIED = "applied"
    WAITING = "waiting"  # on the waiting list, with a rank
    OFFERED = "offered"  # a place is kept until the deadline
    ACCEPTED = "accepted"  # holds a place: a participant
    DECLINED = "declined"
    EXPIRED = "expired"  # the deadline of the offer passed unanswered
    REJECTED = "rejected"  # by an organiser, with a reason
    WITHDRAWN = "withdrawn"


class ApplicationEvent(StrEnum):
    START = "start"  # opens the form
    SUBMIT = "submit"
    EDIT = "edit"
    WITHDRAW = "withdraw"
    OFFER = "offer"
    WAIT = "wait"  # selection puts the application on the waiting list
    REJECT = "reject"
    ADMIT = "admit"  # an organiser gives the place without asking back
    ACCEPT = "accept"
    DECLINE = "decline"
    EXPIRE = "expire"
    REINSTATE = "reinstate"  # an organiser puts it back on the waiting list; it counts from that moment


_S = ApplicationStatus
_E = ApplicationEvent

TRANSITIONS: Mapping[tuple[ApplicationStatus | None, ApplicationEvent], ApplicationStatus] = MappingProxyType(
    {
        (None, _E.START): _S.DRAFT,
        (None, _E.SUBMIT): _S.APPLIED,
        (_S.DRAFT, _E.EDIT): _S.DRAFT,
        (_S.DRAFT, _E.SUBMIT): _S.APPLIED,
        (_S.DRAFT, _E.WITHDRAW): _S.WITHDRAWN,
        (_S.APPLIED, _E.EDIT): _S.APPLIED,
        (_S.APPLIED, _E.OFFER): _S.OFFERED,
        (_S.APPLIED, _E.WAIT): _S.WAITING,
        (_S.APPLIED, _E.REJECT): _S.REJECTED,
        (_S.APPLIED, _E.ADMIT): _S.ACCEPTED,
        (_S.APPLIED, _E.WITHDRAW): _S.WITHDRAWN,
        (_S.WAITING, _E.EDIT): _S.WAITING,
        (_S.WAITING, _E.OFFER): _S.OFFERED,
        (_S.WAITING, _E.REJECT): _S.REJECTED,
        (_S.WAITING, _E.ADMIT): _S.ACCEPTED,
        (_S.WAITING, _E.WITHDRAW): _S.WITHDRAWN,
        (_S.OFFERED, _E.EDIT): _S.OFFERED,
        (_S.OFFERED, _E.ACCEPT): _S.ACCEPTED,
        (_S.OFFERED, _E.DECLINE): _S.DECLINED,
        (_S.OFFERED, _E.EXPIRE): _S.EXPIRED,
        (_S.OFFERED, _E.REJECT): _S.REJECTED,
        (_S.OFFERED, _E.ADMIT): _S.ACCEPTED,
        (_S.OFFERED, _E.WITHDRAW): _S.WITHDRAWN,
        (_S.ACCEPTED, _E.EDIT): _S.ACCEPTED,
        (_S.ACCEPTED, _E.REJECT): _S.REJECTED,
        (_S.ACCEPTED, _E.WITHDRAW): _S.WITHDRAWN,
        (_S.DECLINED, _E.SUBMIT): _S.APPLIED,
        (_S.DECLINED, _E.REINSTATE): _S.WAITING,
        (_S.EXPIRED, _E.SUBMIT): _S.APPLIED,
        (_S.EXPIRED, _E.REINSTATE): _S.WAITING,
        (_S.REJECTED, _E.REINSTATE): _S.WAITING,
        (_S.WITHDRAWN, _E.START): _S.DRAFT,
        (_S.WITHDRAWN, _E.SUBMIT): _S.APPLIED,
        (_S.WITHDRAWN, _E.REINSTATE): _S.WAITING,
    }
)

KEEPS_A_PLACE = frozenset({_S.OFFERED, _S.ACCEPTED})
"""A place offered is taken until the offer is answered or expires."""

NEEDS_REASON = frozenset({_E.REJECT, _E.ADMIT, _E.REINSTATE})
"""What an organiser decides against the order of selection is said with a reason."""


JUDGED_ALREADY = frozenset(ApplicationStatus) - {_S.DRAFT, _S.APPLIED}
"""From here on, what selection looked at is fixed."""


def check_capacity(capacity: int, taken: int) -> CapacityTooLow | None:
    """A capacity can be lowered down to the places that are held or offered, not below."""
    return CapacityTooLow(capacity=capacity, taken=taken) if capacity < taken else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationState:
    """What deciding needs to know of an application as it stands."""

    status: ApplicationStatus
    applied: datetime
    offer_deadline: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When applications are taken: from ``opens`` until just before ``closes``; None: no bound."""

    opens: datetime | None = None
    closes: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        return (self.opens is None or self.opens <= now) and (self.closes is None or now < self.closes)


DecisionRefusal = (
    AlreadyApplied | ApplicationsClosed | NoApplication | NoOffer | NotPossibleNow | OfferExpired | OfferStillOpen
)


def decide(
    state: ApplicationState | None, event: ApplicationEvent, *, now: datetime, window: Window
) -> ApplicationStatus | DecisionRefusal:
    """The status after the event, or why not. ``state`` is None when the person has no application yet.

    An offer can be accepted and declined while ``now`` is before its deadline; from the deadline on it can only
    expire, whether or not somebody noticed already. Forms are begun and sent only while the window is open.
    """
    status = None if state is None else state.status
    following = TRANSITIONS.get((status, event))
    if following is None:
        return _refuse(state, event)
    if event in (_E.START, _E.SUBMIT) and not window.is_open(now):
        return ApplicationsClosed(opens=window.opens, closes=window.closes)
    deadline = None if state is None else state.offer_deadline
    if deadline is not None:
        if event in (_E.ACCEPT, _E.DECLINE) and deadline <= now:
            return OfferExpired(deadline=deadline)
        if event is _E.EXPIRE and now < deadline:
            return OfferStillOpen(deadline=deadline)
    return following


def _refuse(state: ApplicationState | None, event: ApplicationEvent) -> DecisionRefusal:
    if state is None:
        return NoApplication()
    if event in (_E.START, _E.SUBMIT) and state.status is not _S.REJECTED:
        return AlreadyApplied(applied=state.applied)
    if event in (_E.ACCEPT, _E.DECLINE):
        if state.status is _S.EXPIRED and state.offer_deadline is not None:
            return OfferExpired(deadline=state.offer_deadline)
        if state.status is not _S.ACCEPTED:
            return NoOffer(status=state.status.value)
    return NotPossibleNow(status=state.status.value, event=event.value, possible=possible_events(state.status))


def possible_events(status: ApplicationStatus | None) -> tuple[str, ...]:
    """The events that the table knows from here, in its order."""
    return tuple(event.value for known, event in TRANSITIONS if known is status)
