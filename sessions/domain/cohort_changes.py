"""Changing the group of an application that was sent: by the person before the close, by an organiser with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sessions.domain.applications import (
    JUDGED_ALREADY,
    KEEPS_A_PLACE,
    ApplicationEvent,
    ApplicationState,
    ApplicationStatus,
    Window,
    decide,
)
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.moments import to_micros
from sessions.domain.refusals import (
    ApplicationsClosed,
    AttendedInGroup,
    FieldsFixed,
    NoFreePlace,
    ReasonNeeded,
    Refusal,
    UnknownChoice,
    ValueMissing,
)
from sessions.domain.reminders import AudienceKind, Means


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortChange:
    """``before`` and ``after``: keys of cohorts; None: whichever has room. ``attended``: numbers of the sessions of the
    present group alone in which the person's presence is recorded."""

    before: str | None
    after: str | None
    own: bool
    """Asked for by the person themselves."""
    reason: str
    attended: Sequence[int] = ()


def refuse_change(
    state: ApplicationState,
    change: CohortChange,
    *,
    capacities: Mapping[str, int],
    taken: int,
    window: Window,
    now: datetime,
) -> Refusal | None:
    """Why the group cannot be changed so; None: it can. ``taken``: the places of the new group that are held or
    offered already."""
    edited = decide(state, ApplicationEvent.EDIT, now=now, window=window)
    if not isinstance(edited, ApplicationStatus):
        return edited
    if change.after is not None and change.after not in capacities:
        return UnknownChoice(field="cohort", value=change.after, choices=tuple(capacities))
    if change.before == change.after:
        return None
    if change.own and state.status in JUDGED_ALREADY:
        return FieldsFixed(fields=("cohort",), status=state.status.value)
    if change.own and not window.is_open(now):
        return ApplicationsClosed(opens=window.opens, closes=window.closes)
    if not change.own and not change.reason.strip():
        return ReasonNeeded(event=ApplicationEvent.EDIT.value)
    if state.status not in KEEPS_A_PLACE:
        return None
    if change.after is None:
        return ValueMissing(field="cohort")
    if change.attended:
        return AttendedInGroup(cohort=change.before or "", sessions=tuple(change.attended))
    capacity = capacities[change.after]
    return NoFreePlace(capacity=capacity, taken=taken) if taken >= capacity else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """An application whose group was changed by an organiser. ``discord_id`` None: reached by e-mail."""

    application_id: int
    person_id: int
    discord_id: int | None
    language: str
    before: str | None
    after: str | None
    title: str
    holds: bool
    """Has a place, and with it the role of the group."""
    why: str
    at: datetime


def owed_for_change(marathon: str, one: Regrouped) -> tuple[Owed, ...]:
    """The notice to the person, and the role of the one group for that of the other."""
    occurrence = f"cohort:{to_micros(one.at)}"
    subject = f"person:{one.person_id}"
    payload: dict[str, object] = {
        "application": one.application_id,
        "language": one.language,
        "cohort": one.title,
        "why": one.why,
    }
    if one.discord_id is not None:
        payload["discord_id"] = one.discord_id
    key = DeliveryKey(marathon, subject, DeliveryKind.COHORT_CHANGED, occurrence, AudienceKind.PERSON)
    means = Means.EMAIL if one.discord_id is None else Means.DM
    owed = [Owed(key=key, due=one.at, means=means, payload=payload)]
    if one.holds and one.discord_id is not None:
        for cohort, take in ((one.before, True), (one.after, False)):
            if cohort is not None:
                purpose = f"role:cohort:{cohort}"
                role = DeliveryKey(marathon, subject, DeliveryKind.ROLE, f"{purpose}:{occurrence}", AudienceKind.PERSON)
                said: dict[str, object] = {"discord_id": one.discord_id, "role": purpose}
                if take:
                    said["take"] = True
                owed.append(Owed(key=role, due=one.at, means=Means.ROLE, payload=said))
    return tuple(owed)
