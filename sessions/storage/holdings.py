"""Everything that is held on one person, and letting go of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Executable, Table, delete, func, or_, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.deliveries import DeliveryKind, DeliveryState
from sessions.domain.moments import from_micros, to_micros
from sessions.domain.personal_reminders import audience_of_person
from sessions.storage import calendars, reminder_choices, schema
from sessions.storage.store import Entry, Transaction

_A, _D, _V = schema.applications, schema.deliveries, schema.personal_values
_SECRET = frozenset({"salt", "commitment", "match"})


_OWN = (
    _V,
    schema.roles,
    _A,
    schema.evidence,
    schema.appeals,
    schema.scores,
    schema.surveys,
    schema.certificates,
    schema.aliases,
    schema.review_items,
    schema.reminder_choices,
    schema.absences,
)
"""Tables whose rows say whose they are."""
_OF_APPLICATIONS = (schema.decisions, schema.calendars, schema.fetches)


async def of_person(connection: AsyncConnection, person_id: int) -> dict[str, object]:
    """Table by table: the person, their personal values, roles, applications with decisions and calendars, evidence and
    what else was recorded of them, and what they were told. Of a file only digest, kind, name and size."""
    persons, presences, files = schema.persons, schema.open_presences, schema.appeal_files
    found: dict[str, object] = {
        "persons": await _read(connection, select(persons).where(persons.c.id == person_id)),
        **{table.name: [_plain(row) for row in await _rows(connection, table, person_id)] for table in _OWN},
    }
    numbers = [row["id"] for row in await _rows(connection, _A, person_id)]
    for table in _OF_APPLICATIONS:
        found[table.name] = await _read(connection, select(table).where(table.c.application_id.in_(numbers)))
    account = select(persons.c.discord_id).where(persons.c.id == person_id).scalar_subquery()
    found["open_presences"] = await _read(connection, select(presences).where(presences.c.discord_id == account))
    sizes = select(files.c.value_id, func.length(files.c.content).label("bytes"))
    own = select(_V.c.id).where(_V.c.person_id == person_id)
    found["appeal_files"] = await _read(connection, sizes.where(files.c.value_id.in_(own)))
    told = select(_D).where(_about(person_id)).order_by(_D.c.id)
    found["deliveries"] = await _read(connection, told)
    return found


async def _read(connection: AsyncConnection, query: Executable) -> list[dict[str, object]]:
    return [_plain(row) for row in (await connection.execute(query)).mappings()]


def _about(person_id: int) -> ColumnElement[bool]:
    """Deliveries about a person, and those to nobody else."""
    return or_(_D.c.subject == f"person:{person_id}", _D.c.audience == audience_of_person(person_id))


async def _rows(connection: AsyncConnection, table: Table, person_id: int) -> Sequence[RowMapping]:
    query = select(table).where(table.c.person_id == person_id).order_by(table.c.id)
    return (await connection.execute(query)).mappings().all()


def _plain(row: RowMapping) -> dict[str, object]:
    """Microseconds (``…_us``) as moments; what only proves a value is left out."""
    return {
        (name.removesuffix("_us") if name.endswith("_us") else name): (
            from_micros(value).isoformat() if name.endswith("_us") and isinstance(value, int) else value
        )
        for name, value in row.items()
        if name not in _SECRET
    }


async def has_traces(connection: AsyncConnection, person_id: int) -> bool:
    """Whether the person ever applied, holds a role or was present."""
    for table in (_A, schema.roles, schema.evidence):
        query = select(table.c.id).where(table.c.person_id == person_id).limit(1)
        if (await connection.execute(query)).first() is not None:
            return True
    return False


async def loosen(tx: Transaction, person_id: int, *, now: datetime, entry: Entry) -> None:
    """Takes away what ties a person's rows to somebody: account, zone and language, gender, secret addresses, what they
    chose for their reminders, the ledger's payloads.
    A role that is still to be taken away keeps its account until that is done."""
    persons, presences = schema.persons, schema.open_presences
    account = select(persons.c.discord_id).where(persons.c.id == person_id).scalar_subquery()
    await tx.connection.execute(delete(presences).where(presences.c.discord_id == account))
    await tx.connection.execute(
        update(persons).where(persons.c.id == person_id).values(discord_id=None, zone=None, language=None)
    )
    for row in await _rows(tx.connection, _A, person_id):
        if row["gender"] is not None:
            await tx.update(_A, row["id"], {"gender": None}, entry)
        generation = await calendars.generation_of(tx.connection, row["id"])
        await calendars.set_generation(tx, row["id"], generation + 1, now=now)
    await reminder_choices.forget(tx, await reminder_choices.rows_of(tx.connection, person_id=person_id), entry)
    mine = _about(person_id) & or_(_D.c.kind != DeliveryKind.ROLE.value, _D.c.state != DeliveryState.DUE.value)
    gone = {"state": DeliveryState.STALE.value, "reason": "forgotten", "finished_us": to_micros(now)}
    await tx.connection.execute(update(_D).where(mine, _D.c.state == DeliveryState.DUE.value).values(gone))
    await tx.connection.execute(update(_D).where(mine).values(payload={}, channel_id=None, message_id=None))
