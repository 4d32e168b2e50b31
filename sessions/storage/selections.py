"""What selection reads and keeps: applicants, proposals, and changes of many applications at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.application_notices import Change, owed_for
from sessions.domain.applications import KEEPS_A_PLACE, ApplicationState, ApplicationStatus
from sessions.domain.claims import Applicant
from sessions.domain.moments import from_micros, to_micros
from sessions.domain.reasons import Reason, from_document
from sessions.domain.selection import Function, Gender, Kind
from sessions.storage import deliveries, personal, schema
from sessions.storage.store import Entry, Transaction

_T = schema.applications
_P = schema.proposals

IN_SELECTION = frozenset({ApplicationStatus.APPLIED, ApplicationStatus.WAITING})
"""What a proposal is made over: everybody who asked and has had no answer for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An application with whom it is about, as changing it needs it."""

    id: int
    marathon_id: int
    person_id: int
    discord_id: int | None
    cohort: str | None
    state: ApplicationState
    waiting_rank: int | None
    changed: datetime
    zone: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One application's change of status. What is None stays as it is, but the offer's deadline and the rank, which
    belong to the status."""

    held: Held
    after: ApplicationStatus
    offer_deadline: datetime | None = None
    waiting_rank: int | None = None
    reasons: list[dict[str, object]] | None = None
    applied: datetime | None = None
    why: str | None = None
    cohort: str | None = None


def _held(row: RowMapping) -> Held:
    deadline = row["offer_deadline_us"]
    state = ApplicationState(
        status=ApplicationStatus(row["status"]),
        applied=from_micros(row["applied_us"]),
        offer_deadline=None if deadline is None else from_micros(deadline),
    )
    return Held(
        id=row["id"],
        marathon_id=row["marathon_id"],
        person_id=row["person_id"],
        discord_id=row["discord_id"],
        cohort=row["cohort"],
        state=state,
        waiting_rank=row["waiting_rank"],
        changed=from_micros(row["changed_us"]),
        zone=row["zone"],
        language=row["language"],
    )


_HELD = select(*_T.c, schema.persons.c.discord_id).join_from(_T, schema.persons, _T.c.person_id == schema.persons.c.id)


async def held(connection: AsyncConnection, marathon_id: int, application_id: int) -> Held | None:
    query = _HELD.where(_T.c.marathon_id == marathon_id, _T.c.id == application_id)
    row = (await connection.execute(query)).mappings().one_or_none()
    return None if row is None else _held(row)


async def held_of_person(connection: AsyncConnection, marathon_id: int, person_id: int) -> Held | None:
    query = _HELD.where(_T.c.marathon_id == marathon_id, _T.c.person_id == person_id)
    row = (await connection.execute(query)).mappings().one_or_none()
    return None if row is None else _held(row)


async def held_by_number(connection: AsyncConnection, application_id: int) -> Held | None:
    row = (await connection.execute(_HELD.where(_T.c.id == application_id))).mappings().one_or_none()
    return None if row is None else _held(row)


async def held_with(
    connection: AsyncConnection, marathon_id: int, statuses: Collection[ApplicationStatus]
) -> dict[int, Held]:
    """Applications in these statuses by number, in their numbers' order."""
    query = _HELD.where(_T.c.marathon_id == marathon_id, _T.c.status.in_([status.value for status in statuses]))
    rows = (await connection.execute(query.order_by(_T.c.id))).mappings().all()
    return {row["id"]: _held(row) for row in rows}


async def marathons_with_expired_offers(connection: AsyncConnection, now: datetime) -> tuple[int, ...]:
    query = (
        select(_T.c.marathon_id)
        .distinct()
        .where(_T.c.status == ApplicationStatus.OFFERED.value, _T.c.offer_deadline_us <= to_micros(now))
    )
    return tuple((await connection.execute(query.order_by(_T.c.marathon_id))).scalars().all())


async def next_expiry(connection: AsyncConnection) -> datetime | None:
    """The nearest deadline of an open offer in any marathon."""
    query = select(func.min(_T.c.offer_deadline_us)).where(_T.c.status == ApplicationStatus.OFFERED.value)
    micros = (await connection.execute(query)).scalar_one()
    return None if micros is None else from_micros(micros)


async def applicants(
    connection: AsyncConnection, marathon_id: int, statuses: Collection[ApplicationStatus]
) -> tuple[Applicant, ...]:
    """What selection looks at of the applications in these statuses, by number."""
    values = schema.personal_values
    query = (
        select(
            _T.c.id, _T.c.applied_us, _T.c.country, _T.c.kind, _T.c.function, _T.c.gender, _T.c.cohort, values.c.value
        )
        .join_from(_T, values, _T.c.organisation_id == values.c.id, isouter=True)
        .where(_T.c.marathon_id == marathon_id, _T.c.status.in_([status.value for status in statuses]))
        .order_by(_T.c.id)
    )
    return tuple(_applicant(row) for row in (await connection.execute(query)).mappings().all())


def _applicant(row: RowMapping) -> Applicant:
    return Applicant(
        id=row["id"],
        applied=from_micros(row["applied_us"]),
        country=row["country"],
        organisation=row["value"],
        kind=Kind(row["kind"]) if row["kind"] else Kind.OTHER,
        function=Function(row["function"]) if row["function"] else Function.OTHER,
        gender=Gender(row["gender"]) if row["gender"] else None,
        cohort=row["cohort"],
    )


async def taken(connection: AsyncConnection, marathon_id: int) -> int:
    """How many places are held or offered."""
    query = select(func.count()).where(
        _T.c.marathon_id == marathon_id, _T.c.status.in_([status.value for status in KEEPS_A_PLACE])
    )
    return int((await connection.execute(query)).scalar_one())


async def taken_of_cohort(connection: AsyncConnection, marathon_id: int, cohort: str) -> int:
    """How many places of a cohort are held or offered."""
    kept = [status.value for status in KEEPS_A_PLACE]
    query = select(func.count()).where(_T.c.marathon_id == marathon_id, _T.c.cohort == cohort, _T.c.status.in_(kept))
    return int((await connection.execute(query)).scalar_one())


async def last_rank(connection: AsyncConnection, marathon_id: int) -> int:
    query = select(func.max(_T.c.waiting_rank)).where(_T.c.marathon_id == marathon_id)
    return (await connection.execute(query)).scalar_one() or 0


async def change(
    tx: Transaction, marathon: str, steps: Sequence[Step], *, actor: Actor, now: datetime, entry: Entry
) -> None:
    """Changes the statuses, keeps one decision each, and queues what the persons are to hear: all in one entry."""
    by_columns: dict[tuple[str, ...], dict[int, Mapping[str, object]]] = {}
    for step in steps:
        values = _values(step, now)
        by_columns.setdefault(tuple(values), {})[step.held.id] = values
    for some in by_columns.values():
        await tx.update_many(_T, some, entry)
    decisions = [_decision(step, actor, now) for step in steps if step.after is not step.held.state.status]
    await tx.insert_many(schema.decisions, decisions, entry)
    if steps:
        told = [owed for step in steps for owed in owed_for(marathon, _told(step, now))]
        await deliveries.queue(tx, steps[0].held.marathon_id, told, now=now)


async def change_cohort(tx: Transaction, held: Held, cohort: str | None, *, now: datetime, entry: Entry) -> None:
    """Puts the application into another group; None: whichever has room."""
    await tx.update(_T, held.id, {"cohort": cohort, "changed_us": to_micros(now)}, entry)


def _values(step: Step, now: datetime) -> dict[str, object]:
    deadline = step.held.state.offer_deadline if step.after is ApplicationStatus.EXPIRED else step.offer_deadline
    values: dict[str, object] = {
        "status": step.after.value,
        "changed_us": to_micros(now),
        "offer_deadline_us": None if deadline is None else to_micros(deadline),
        "waiting_rank": step.waiting_rank,
    }
    if step.reasons is not None:
        values["reasons"] = step.reasons
    if step.cohort is not None:
        values["cohort"] = step.cohort
    if step.applied is not None:
        values["applied_us"] = to_micros(step.applied)
    return values


def _decision(step: Step, actor: Actor, now: datetime) -> Mapping[str, object]:
    return {
        "application_id": step.held.id,
        "at_us": to_micros(now),
        "from_status": step.held.state.status.value,
        "to_status": step.after.value,
        "actor_kind": actor.kind.value,
        "actor_id": actor.id,
        "reason": step.why,
    }


def _told(step: Step, now: datetime) -> Change:
    return Change(
        application_id=step.held.id,
        person_id=step.held.person_id,
        discord_id=step.held.discord_id,
        cohort=step.cohort or step.held.cohort,
        before=step.held.state.status,
        after=step.after,
        at=now,
        offer_deadline=step.offer_deadline,
        waiting_rank=step.waiting_rank,
        why=step.why,
        language=step.held.language,
        zone=step.held.zone,
    )


async def reasons_of(connection: AsyncConnection, marathon_id: int, number: int) -> tuple[Reason, ...] | None:
    """Why selection put an application where it stands; None when there is no such application."""
    query = select(_T.c.reasons).where(_T.c.marathon_id == marathon_id, _T.c.id == number)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else from_document(row.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One line of an application's history. ``before`` is None for its beginning."""

    at: datetime
    before: ApplicationStatus | None
    after: ApplicationStatus
    actor: Actor
    reason: str | None


async def history(connection: AsyncConnection, marathon_id: int, number: int) -> tuple[Decided, ...]:
    """The decisions on an application, oldest first."""
    one = schema.decisions
    query = (
        select(one)
        .join_from(one, _T, one.c.application_id == _T.c.id)
        .where(_T.c.marathon_id == marathon_id, _T.c.id == number)
        .order_by(one.c.id)
    )
    return tuple(_decided(row) for row in (await connection.execute(query)).mappings().all())


def _decided(row: RowMapping) -> Decided:
    return Decided(
        at=from_micros(row["at_us"]),
        before=ApplicationStatus(row["from_status"]) if row["from_status"] else None,
        after=ApplicationStatus(row["to_status"]),
        actor=Actor(ActorKind(row["actor_kind"]), row["actor_id"]),
        reason=row["reason"],
    )


async def insert_proposal(tx: Transaction, values: Mapping[str, object], entry: Entry) -> int:
    return int((await tx.insert(_P, values, entry))["id"])


async def proposal(connection: AsyncConnection, marathon_id: int, number: int) -> RowMapping | None:
    query = select(_P).where(_P.c.marathon_id == marathon_id, _P.c.id == number)
    return (await connection.execute(query)).mappings().one_or_none()


async def newest_proposal(connection: AsyncConnection, marathon_id: int) -> int | None:
    query = select(func.max(_P.c.id)).where(_P.c.marathon_id == marathon_id)
    newest: int | None = (await connection.execute(query)).scalar_one()
    return newest


async def change_proposal(tx: Transaction, number: int, values: Mapping[str, object], entry: Entry) -> None:
    await tx.update(_P, number, values, entry)


async def names_of(connection: AsyncConnection, marathon_id: int) -> dict[int, dict[str, str | None]]:
    """Name, e-mail and organisation of every application by number; None where one was erased or never given."""
    fields = {"name": _T.c.name_id, "email": _T.c.email_id, "organisation": _T.c.organisation_id}
    query = select(_T.c.id, *fields.values()).where(_T.c.marathon_id == marathon_id).order_by(_T.c.id)
    rows = (await connection.execute(query)).all()
    values = await personal.read_many(connection, [one for row in rows for one in row[1:] if one is not None])
    return {
        row[0]: {field: None if one is None else values.get(one) for field, one in zip(fields, row[1:], strict=True)}
        for row in rows
    }
