"""What a person hears when their application changes, and the role that goes with a place."""

from dataclasses import dataclass
from datetime import datetime

from sessions.domain.applications import ApplicationStatus
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.moments import to_micros
from sessions.domain.reminders import AudienceKind, Means

_S = ApplicationStatus
TOLD = frozenset({_S.WAITING, _S.OFFERED, _S.ACCEPTED, _S.DECLINED, _S.EXPIRED, _S.REJECTED, _S.WITHDRAWN})
"""Changes that the person hears of; that a form arrived is said in answer to the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An application that went from one status to another. ``discord_id`` None: reached by e-mail."""

    application_id: int
    person_id: int
    discord_id: int | None
    cohort: str | None
    before: ApplicationStatus
    after: ApplicationStatus
    at: datetime
    offer_deadline: datetime | None = None
    waiting_rank: int | None = None
    why: str | None = None
    language: str | None = None
    zone: str | None = None


def owed_for(marathon: str, change: Change) -> tuple[Owed, ...]:
    """The notice to the person, and the roles to give or take on Discord."""
    return (*_notice(marathon, change), *_roles(marathon, change))


def _notice(marathon: str, change: Change) -> tuple[Owed, ...]:
    if change.after not in TOLD or change.before is change.after:
        return ()
    payload: dict[str, object] = {"status": change.after.value, "application": change.application_id}
    if change.discord_id is not None:
        payload["discord_id"] = change.discord_id
    if change.offer_deadline is not None:
        payload["deadline_us"] = to_micros(change.offer_deadline)
    if change.waiting_rank is not None:
        payload["waiting_rank"] = change.waiting_rank
    said = {"why": change.why, "language": change.language, "zone": change.zone}
    payload |= {name: fact for name, fact in said.items() if fact is not None}
    key = DeliveryKey(
        marathon,
        f"person:{change.person_id}",
        DeliveryKind.APPLICATION_CHANGED,
        _occurrence(change),
        AudienceKind.PERSON,
    )
    means = Means.EMAIL if change.discord_id is None else Means.DM
    useful_until = change.offer_deadline if change.after is _S.OFFERED else None
    return (Owed(key=key, due=change.at, useful_until=useful_until, means=means, payload=payload),)


def roles_again(
    marathon: str, *, person_id: int, discord_id: int, cohort: str | None, at: datetime
) -> tuple[Owed, ...]:
    """The roles of a place for somebody who came back to the guild."""
    return _role_changes(marathon, person_id, discord_id, cohort, f"back:{to_micros(at)}", at=at, take=False)


def _roles(marathon: str, change: Change) -> tuple[Owed, ...]:
    had, has = change.before is _S.ACCEPTED, change.after is _S.ACCEPTED
    if had == has or change.discord_id is None:
        return ()
    return _role_changes(
        marathon, change.person_id, change.discord_id, change.cohort, _occurrence(change), at=change.at, take=had
    )


def _role_changes(
    marathon: str, person_id: int, discord_id: int, cohort: str | None, occurrence: str, *, at: datetime, take: bool
) -> tuple[Owed, ...]:
    purposes = ["role:participant", *([f"role:cohort:{cohort}"] if cohort else [])]
    owed: list[Owed] = []
    for purpose in purposes:
        key = DeliveryKey(
            marathon, f"person:{person_id}", DeliveryKind.ROLE, f"{purpose}:{occurrence}", AudienceKind.PERSON
        )
        payload: dict[str, object] = {"discord_id": discord_id, "role": purpose}
        if take:
            payload["take"] = True
        owed.append(Owed(key=key, due=at, means=Means.ROLE, payload=payload))
    return tuple(owed)


def _occurrence(change: Change) -> str:
    """The status and the moment: the same change is never told twice, a second offer is told again."""
    return f"{change.after.value}:{to_micros(change.at)}"
