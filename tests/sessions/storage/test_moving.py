"""An installation moves to another database with everything it has, or stays where it is."""

import asyncio
import sqlite3
from contextlib import closing
from contextvars import Context
from pathlib import Path

import pytest

from sessions.storage import moving
from sessions.storage.moving import Moved, RecordDisagrees, TargetNotEmpty
from sessions.storage.schema import metadata
from sessions.storage.verification import Verified, verify
from tests.builders import a_store, add_a_marathon
from tests.sessions.storage.records import fill


@pytest.fixture
async def record(tmp_path: Path) -> str:
    """The address of a SQLite file with a small record."""
    path = tmp_path / "source.db"
    async with a_store(str(path)) as store:
        await fill(store)
    return str(path)


async def test_everything_moves_and_the_journal_goes_on(record: str, address: str) -> None:
    heard: list[tuple[int, int]] = []

    moved = await moving.copy(record, address, lambda done, total: heard.append((done, total)))

    async with a_store(record) as source:
        expected = await source.read(verify)
    async with a_store(address) as target:
        arrived = await target.read(verify)
        await add_a_marathon(target, "the-next-one")
        went_on = await target.read(verify)
    rows = sum(moved.rows.values())
    assert moved == Moved(rows=moved.rows, verified=moved.verified)
    assert expected == arrived == moved.verified
    assert isinstance(arrived, Verified)
    assert isinstance(went_on, Verified)
    assert went_on.entries == arrived.entries + 1
    assert set(moved.rows) == set(metadata.tables)
    assert heard[-1] == (rows, rows)


async def test_what_is_written_to_the_source_meanwhile_is_told(record: str, address: str) -> None:
    async with a_store(record) as bot:
        waiting: list[asyncio.Task[int]] = []

        def write_once(_done: int, _total: int) -> None:
            if not waiting:
                waiting.append(asyncio.create_task(add_a_marathon(bot, "meanwhile"), context=Context()))

        moved = await moving.copy(record, address, write_once)
        await waiting[0]
        late = await moving.copy(record, f"{record}.second")
    assert (moved.late, late.late) == (1, 0)
    assert late.verified.entries == moved.verified.entries + 1


async def test_nothing_is_copied_over_something(record: str, address: str) -> None:
    async with a_store(address) as store:
        await add_a_marathon(store, "already-here")

    with pytest.raises(TargetNotEmpty, match=r"holds something already \(\w+\)"):
        await moving.copy(record, address)


async def test_a_record_that_disagrees_stays_where_it_is(record: str, address: str) -> None:
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("UPDATE applications SET status = 'completed'")
        connection.commit()

    with pytest.raises(RecordDisagrees, match="Application 1 was edited behind the journal"):
        await moving.copy(record, address)

    async with a_store(address) as target:
        await add_a_marathon(target, "the-first-one")
        found = await target.read(verify)
    assert isinstance(found, Verified)
    assert (found.entries, found.rows) == (1, 1)
