"""Applications and the decisions on them."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor
from sessions.domain.application_form import ApplicationForm
from sessions.domain.applications import ApplicationState, ApplicationStatus
from sessions.domain.moments import from_micros, to_micros
from sessions.storage import personal, schema
from sessions.storage.store import Entry, Transaction

_T = schema.applications


async def state_of(
    connection: AsyncConnection, marathon_id: int, person_id: int
) -> tuple[int, ApplicationState] | None:
    """Id and state of a person's application; None: never applied."""
    query = select(_T).where(_T.c.marathon_id == marathon_id, _T.c.person_id == person_id)
    row = (await connection.execute(query)).mappings().one_or_none()
    return None if row is None else (row["id"], _state(row))


def _state(row: RowMapping) -> ApplicationState:
    deadline = row["offer_deadline_us"]
    return ApplicationState(
        status=ApplicationStatus(row["status"]),
        applied=from_micros(row["applied_us"]),
        offer_deadline=None if deadline is None else from_micros(deadline),
    )


async def submit(
    tx: Transaction,
    *,
    marathon_id: int,
    person_id: int,
    known: int | None,
    form: ApplicationForm,
    now: datetime,
    entry: Entry,
) -> int:
    """Keeps a checked form as the person's application, new or anew; the application's id."""
    values: dict[str, object] = {
        "marathon_id": marathon_id,
        "person_id": person_id,
        "status": ApplicationStatus.APPLIED.value,
        "country": form.country,
        "kind": form.kind.value,
        "function": form.function.value,
        "gender": None if form.gender is None else form.gender.value,
        "zone": form.zone,
        "language": form.language,
        "cohort": form.cohort,
        "name_id": await personal.keep(tx, person_id, "name", form.name, entry),
        "email_id": await personal.keep(tx, person_id, "email", form.email, entry),
        "organisation_id": None,
        "applied_us": to_micros(now),
        "changed_us": to_micros(now),
        "waiting_rank": None,
        "offer_deadline_us": None,
        "reasons": [],
    }
    if form.organisation is not None:
        values["organisation_id"] = await personal.keep(tx, person_id, "organisation", form.organisation, entry)
    row = await (tx.insert(_T, values, entry) if known is None else tx.update(_T, known, values, entry))
    application_id: int = row["id"]
    return application_id


async def decide(
    tx: Transaction,
    application_id: int,
    *,
    before: ApplicationStatus | None,
    after: ApplicationStatus,
    actor: Actor,
    reason: str | None,
    now: datetime,
    entry: Entry,
) -> None:
    """One line of an application's history."""
    values = {
        "application_id": application_id,
        "at_us": to_micros(now),
        "from_status": None if before is None else before.value,
        "to_status": after.value,
        "actor_kind": actor.kind.value,
        "actor_id": actor.id,
        "reason": reason,
    }
    await tx.insert(schema.decisions, values, entry)


async def counts(connection: AsyncConnection, marathon_id: int) -> dict[ApplicationStatus, int]:
    query = select(_T.c.status, func.count()).where(_T.c.marathon_id == marathon_id).group_by(_T.c.status)
    return {ApplicationStatus(status): count for status, count in (await connection.execute(query)).all()}
