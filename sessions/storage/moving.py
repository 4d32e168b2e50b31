"""Moves an installation from one database to another, SQLite to PostgreSQL or back: everything, or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Table, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.storage.errors import StorageError
from sessions.storage.schema import journal_head, metadata
from sessions.storage.store import Store, Transaction
from sessions.storage.verification import Disagreement, Verified, verify

PAGE = 500
Progress = Callable[[int, int], None]
"""Told after each page: how many rows are copied, of how many."""


class TargetNotEmpty(StorageError):
    """The database {place} holds something already ({table}): give an empty one, nothing was changed."""


class RecordDisagrees(StorageError):
    """The record does not agree with its journal, and was not copied: {reason}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What was copied: rows a table, and what the copy's journal says of itself. ``late``: entries that somebody wrote
    to the source meanwhile, which are not in the copy."""

    rows: Mapping[str, int]
    verified: Verified
    late: int = 0


async def copy(source_url: str, target_url: str, progress: Progress = lambda _done, _total: None) -> Moved:
    """Copies every row of the source, as it is at one moment, into an empty target; verified before it is committed.

    The source is not changed and must be up to date (DatabaseIsOlder). A StorageError leaves the target empty.
    """
    source = await Store.open(source_url, migrate=False)
    try:
        target = await Store.open(target_url)
        try:
            moved = await source.read(lambda reading: _copy(reading, target, progress))
        finally:
            await target.close()
        return replace(moved, late=await source.read(_last_entry) - moved.verified.entries)
    finally:
        await source.close()


async def _copy(reading: AsyncConnection, target: Store, progress: Progress) -> Moved:
    counts = {table.name: await _count(reading, table) for table in metadata.sorted_tables}
    done = 0

    def tell(rows: int) -> None:
        nonlocal done
        done += rows
        progress(done, sum(counts.values()))

    async def unit(transaction: Transaction) -> Moved:
        writing = transaction.connection
        for table in metadata.sorted_tables:
            if table is not journal_head and await _count(writing, table):
                raise TargetNotEmpty(place=target.address, table=table.name)
        for table in metadata.sorted_tables:
            await _copy_table(reading, writing, table, tell)
        found = await verify(writing)
        if isinstance(found, Disagreement):
            raise RecordDisagrees(reason=found.sentence)
        copied = {table.name: await _count(writing, table) for table in metadata.sorted_tables}
        if copied != counts:
            raise RecordDisagrees(reason="the copy does not have as many rows as the original.")
        return Moved(rows=copied, verified=found)

    return await target.write(unit)


async def _copy_table(
    reading: AsyncConnection, writing: AsyncConnection, table: Table, tell: Callable[[int], None]
) -> None:
    """Page by page in the order of the key, so that a row that refers to an earlier one finds it."""
    key = next(iter(table.primary_key.columns))
    query = select(table).order_by(key).limit(PAGE)
    rows = (await reading.execute(query)).mappings().all()
    while rows:
        values = [{str(name): value for name, value in row.items()} for row in rows]
        if table is journal_head:  # every database is born with its row
            await writing.execute(update(table), values[0])
        else:
            await writing.execute(table.insert(), values)
        tell(len(rows))
        rows = (await reading.execute(query.where(key > rows[-1][key.name]))).mappings().all()
    if writing.dialect.name == "postgresql" and key.autoincrement is True:
        # The rows brought their ids: the sequence must go on after the last of them.
        last = await writing.scalar(select(func.max(key)))
        if last is not None:
            await writing.execute(
                text("SELECT setval(pg_get_serial_sequence(:name, :key), :last)"),
                {"name": table.name, "key": key.name, "last": last},
            )


async def _last_entry(connection: AsyncConnection) -> int:
    return await connection.scalar(select(journal_head.c.seq)) or 0


async def _count(connection: AsyncConnection, table: Table) -> int:
    return await connection.scalar(select(func.count()).select_from(table)) or 0
