"""What a database holds, in figures: for `marathon database info` and `marathon doctor`."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.storage.migrations import find_revision
from sessions.storage.schema import bindings, journal_head, marathons, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where a marathon lives in Discord: its guild, and what is bound there (purpose → id)."""

    marathon: str
    guild_id: int | None
    bound: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """``rows`` a table in the schema's order; ``head`` is the hash of the journal's last entry."""

    revision: str | None
    entries: int
    head: str
    rows: Mapping[str, int]
    homes: tuple[Home, ...]


async def read_figures(connection: AsyncConnection) -> Figures:
    """Counts everything on one snapshot: call it inside ``Store.read``."""
    rows = {
        table.name: await connection.scalar(select(func.count()).select_from(table)) or 0
        for table in metadata.sorted_tables
        if table is not journal_head
    }
    head = (await connection.execute(select(journal_head.c.seq, journal_head.c.hash))).one()
    return Figures(
        revision=await connection.run_sync(find_revision),
        entries=head.seq,
        head=head.hash,
        rows=rows,
        homes=await _read_homes(connection),
    )


async def _read_homes(connection: AsyncConnection) -> tuple[Home, ...]:
    found = (await connection.execute(select(marathons).order_by(marathons.c.id))).all()
    bound = (await connection.execute(select(bindings).order_by(bindings.c.id))).all()
    return tuple(
        Home(
            marathon=one.key,
            guild_id=one.guild_id,
            bound={line.purpose: line.discord_id for line in bound if line.marathon_id == one.id},
        )
        for one in found
    )
