"""Everything that is held on one person, and letting go of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Table, or_, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.deliveries import DeliveryKind, DeliveryState
from sessions.domain.moments import from_micros, to_micros
from sessions.storage import schema
from sessions.storage.store import Entry, Transaction

_A, _D, _V = schema.applications, schema.deliveries, schema.personal_values
_SECRET = frozenset({"salt", "commitment", "match"})


async def of_person(connection: AsyncConnection, person_id: int) -> dict[str, object]:
    """Table by table: the person, their personal values, roles, applications with decisions, evidence, and what they
    were told."""
    applications = await _rows(connection, _A, person_id)
    numbers = [row["id"] for row in applications]
    decided = select(schema.decisions).where(schema.decisions.c.application_id.in_(numbers))
    told = select(_D).where(_D.c.subject == f"person:{person_id}").order_by(_D.c.id)
    person = select(schema.persons).where(schema.persons.c.id == person_id)
    return {
        "person": [_plain(row) for row in (await connection.execute(person)).mappings()],
        "personal_values": [_plain(row) for row in await _rows(connection, _V, person_id)],
        "roles": [_plain(row) for row in await _rows(connection, schema.roles, person_id)],
        "applications": [_plain(row) for row in applications],
        "decisions": [_plain(row) for row in (await connection.execute(decided)).mappings()],
        "evidence": [_plain(row) for row in await _rows(connection, schema.evidence, person_id)],
        "deliveries": [_plain(row) for row in (await connection.execute(told)).mappings()],
    }


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
    """Takes away what ties a person's rows to somebody: account, zone and language, gender, the ledger's payloads.
    A role that is still to be taken away keeps its account until that is done."""
    persons = schema.persons
    await tx.connection.execute(
        update(persons).where(persons.c.id == person_id).values(discord_id=None, zone=None, language=None)
    )
    for row in await _rows(tx.connection, _A, person_id):
        if row["gender"] is not None:
            await tx.update(_A, row["id"], {"gender": None}, entry)
    mine = (_D.c.subject == f"person:{person_id}") & or_(
        _D.c.kind != DeliveryKind.ROLE.value, _D.c.state != DeliveryState.DUE.value
    )
    gone = {"state": DeliveryState.STALE.value, "reason": "forgotten", "finished_us": to_micros(now)}
    await tx.connection.execute(update(_D).where(mine, _D.c.state == DeliveryState.DUE.value).values(gone))
    await tx.connection.execute(update(_D).where(mine).values(payload={}, channel_id=None, message_id=None))


async def values_of(connection: AsyncConnection, marathon_id: int, field: str) -> tuple[int, ...]:
    """The personal values of this field, not yet erased, of people who applied in this marathon and in no other."""
    others = select(_A.c.person_id).where(_A.c.marathon_id != marathon_id)
    query = (
        select(_V.c.id)
        .join_from(_V, _A, _V.c.person_id == _A.c.person_id)
        .where(_A.c.marathon_id == marathon_id, _V.c.field == field, _V.c.value.is_not(None))
        .where(_V.c.person_id.not_in(others))
        .order_by(_V.c.id)
    )
    return tuple((await connection.execute(query)).scalars().all())
