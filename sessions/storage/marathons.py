"""Marathons, their cohorts and their bindings to Discord (channels, roles, events)."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.documents import from_document, to_document
from sessions.domain.moments import from_micros, to_micros
from sessions.domain.programme import Marathon, Programme
from sessions.storage import schema
from sessions.storage.store import Entry, Transaction


@lru_cache(maxsize=64)
def _programme(document: str) -> Programme:
    """Decoding takes milliseconds and the same few documents are read at every beat: once per document is enough."""
    return from_document(json.loads(document))


def _marathon(row: RowMapping) -> Marathon:
    return Marathon(
        id=row["id"],
        key=row["key"],
        programme=_programme(json.dumps(row["document"])),
        created=from_micros(row["created_us"]),
        guild_id=row["guild_id"],
        announced=_moment(row["announced_us"]),
        rule_version=row["rule_version"],
        rule_frozen=_moment(row["rule_frozen_us"]),
    )


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


async def insert(tx: Transaction, programme: Programme, *, now: datetime, entry: Entry) -> int:
    """The new marathon's id; its cohorts are inserted with it."""
    row = await tx.insert(
        schema.marathons,
        {
            "key": programme.key,
            "title": programme.title,
            "zone": programme.zone,
            "document": to_document(programme),
            "rule_version": 1,
            "created_us": to_micros(now),
        },
        entry,
    )
    marathon_id: int = row["id"]
    for cohort in programme.cohorts:
        values = {"marathon_id": marathon_id, "key": cohort.key, "title": cohort.title, "capacity": cohort.capacity}
        await tx.insert(schema.cohorts, values, entry)
    return marathon_id


async def keys(connection: AsyncConnection) -> tuple[str, ...]:
    result = await connection.execute(select(schema.marathons.c.key).order_by(schema.marathons.c.id))
    return tuple(result.scalars().all())


async def by_key(connection: AsyncConnection, key: str) -> Marathon | None:
    query = select(schema.marathons).where(schema.marathons.c.key == key)
    row = (await connection.execute(query)).mappings().one_or_none()
    return None if row is None else _marathon(row)


async def by_id(connection: AsyncConnection, marathon_id: int) -> Marathon:
    """LookupError when there is none."""
    query = select(schema.marathons).where(schema.marathons.c.id == marathon_id)
    row = (await connection.execute(query)).mappings().one_or_none()
    if row is None:
        raise LookupError(f"no marathon {marathon_id}")
    return _marathon(row)


async def every(connection: AsyncConnection) -> tuple[Marathon, ...]:
    rows = (await connection.execute(select(schema.marathons).order_by(schema.marathons.c.id))).mappings().all()
    return tuple(_marathon(row) for row in rows)


async def of_guild(connection: AsyncConnection, guild_id: int) -> tuple[Marathon, ...]:
    """The marathons of a guild, newest first."""
    query = (
        select(schema.marathons).where(schema.marathons.c.guild_id == guild_id).order_by(schema.marathons.c.id.desc())
    )
    return tuple(_marathon(row) for row in (await connection.execute(query)).mappings().all())


async def change(tx: Transaction, marathon_id: int, values: Mapping[str, object], entry: Entry) -> None:
    await tx.update(schema.marathons, marathon_id, values, entry)


async def change_cohort(
    tx: Transaction, marathon_id: int, key: str, values: Mapping[str, object], entry: Entry
) -> None:
    table = schema.cohorts
    query = select(table.c.id).where(table.c.marathon_id == marathon_id, table.c.key == key)
    await tx.update(table, (await tx.connection.execute(query)).scalar_one(), values, entry)


async def bindings(connection: AsyncConnection, marathon_id: int) -> dict[str, int]:
    """Purpose ("channel:sessions", "role:participant", "event:12") to Discord id."""
    table = schema.bindings
    query = select(table.c.purpose, table.c.discord_id).where(table.c.marathon_id == marathon_id)
    return {purpose: discord_id for purpose, discord_id in (await connection.execute(query)).all()}


async def bind(tx: Transaction, marathon_id: int, purposes: Mapping[str, int], entry: Entry) -> None:
    """Binds each purpose, anew where it was bound to something else."""
    table = schema.bindings
    query = select(table.c.id, table.c.purpose, table.c.discord_id).where(table.c.marathon_id == marathon_id)
    there = {row.purpose: row for row in (await tx.connection.execute(query)).all()}
    for purpose, discord_id in purposes.items():
        known = there.get(purpose)
        if known is None:
            values = {"marathon_id": marathon_id, "purpose": purpose, "discord_id": discord_id}
            await tx.insert(table, values, entry)
        elif known.discord_id != discord_id:
            await tx.update(table, known.id, {"discord_id": discord_id}, entry)
