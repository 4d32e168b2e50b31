"""Many applications at once, of people who need no Discord account: rows of an imported file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor
from sessions.domain.application_form import ApplicationForm
from sessions.domain.applications import ApplicationStatus
from sessions.domain.moments import to_micros
from sessions.storage import personal, schema
from sessions.storage.store import Entry, Transaction
from sessions.storage.transaction import insert_in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form and the moment at which it was sent."""

    form: ApplicationForm
    applied: datetime


async def known_emails(connection: AsyncConnection, marathon_id: int) -> frozenset[str]:
    """The folded e-mail addresses that have an application in the marathon."""
    application, value = schema.applications, schema.personal_values
    query = (
        select(value.c.match)
        .join_from(application, value, application.c.email_id == value.c.id)
        .where(application.c.marathon_id == marathon_id, value.c.match.is_not(None))
    )
    return frozenset((await connection.execute(query)).scalars().all())


async def insert(
    tx: Transaction, marathon_id: int, sent: Sequence[Sent], *, actor: Actor, now: datetime, entry: Entry
) -> tuple[int, ...]:
    """A person, their personal values, their application and its first decision, for each; the applications' ids."""
    people = await _persons(tx, (one.form for one in sent), now)
    kept: list[tuple[int, str, str]] = []
    for person_id, one in zip(people, sent, strict=True):
        kept += [(person_id, "name", one.form.name), (person_id, "email", one.form.email)]
        if one.form.organisation is not None:
            kept.append((person_id, "organisation", one.form.organisation))
    values = await personal.keep_many(tx, kept, entry)
    rows: list[dict[str, object]] = [
        {
            "marathon_id": marathon_id,
            "person_id": person_id,
            "status": ApplicationStatus.APPLIED.value,
            "country": one.form.country,
            "kind": one.form.kind.value,
            "function": one.form.function.value,
            "gender": None if one.form.gender is None else one.form.gender.value,
            "zone": one.form.zone,
            "language": one.form.language,
            "cohort": one.form.cohort,
            "name_id": values[person_id, "name"],
            "email_id": values[person_id, "email"],
            "organisation_id": values.get((person_id, "organisation")),
            "applied_us": to_micros(one.applied),
            "changed_us": to_micros(now),
            "reasons": [],
        }
        for person_id, one in zip(people, sent, strict=True)
    ]
    stored = await tx.insert_many(schema.applications, rows, entry)
    decisions = [
        {
            "application_id": row["id"],
            "at_us": to_micros(now),
            "from_status": None,
            "to_status": ApplicationStatus.APPLIED.value,
            "actor_kind": actor.kind.value,
            "actor_id": actor.id,
            "reason": None,
        }
        for row in stored
    ]
    await tx.insert_many(schema.decisions, decisions, entry)
    return tuple(row["id"] for row in stored)


async def _persons(tx: Transaction, forms: Iterable[ApplicationForm], now: datetime) -> list[int]:
    rows = [{"zone": form.zone, "language": form.language, "created_us": to_micros(now)} for form in forms]
    return [row["id"] for row in await insert_in_order(tx.connection, schema.persons, rows)]
