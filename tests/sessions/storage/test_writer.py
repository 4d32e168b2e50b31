"""The writer when things go wrong: nobody is told "saved" who is not, and one person's trouble is theirs alone."""

import asyncio
import random
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import func, select

from sessions.storage import errors, schema
from sessions.storage.errors import (
    ConnectionLost,
    DatabaseIsLocked,
    DatabaseIsReadOnly,
    DiskIsFull,
    StoreClosed,
    WriterStopped,
)
from sessions.storage.store import Change, EvidenceKept, Store, Transaction
from sessions.storage.verification import Verified, verify
from tests.builders import AT, a_check_in, a_store, add_a_marathon, add_a_session, add_persons, an_entry
from tests.postgres import create_database

KILLS = 6


@pytest.fixture
async def on_disk(tmp_path: Path) -> AsyncIterator[Store]:
    """SQLite only: for what only a file can suffer."""
    async with a_store(str(tmp_path / "marathon.db")) as store:
        yield store


async def count_evidence(store: Store) -> int:
    return await store.read(lambda c: c.scalar(select(func.count()).select_from(schema.evidence))) or 0


async def click(store: Store, persons: list[int]) -> list[EvidenceKept | BaseException]:
    """Everybody clicks at once on the first session of the first marathon."""
    return await asyncio.gather(
        *(store.append_evidence(a_check_in(1, 1, person), an_entry("evidence.kept")) for person in persons),
        return_exceptions=True,
    )


async def set_up(store: Store, persons: int) -> list[int]:
    await add_a_session(store, await add_a_marathon(store))
    return await add_persons(store, persons)


async def test_many_bad_pieces_among_good_ones_fail_one_by_one(store: Store) -> None:
    persons = await set_up(store, 200)
    bad = [10_000 + number for number in range(7)]
    everybody = [*persons, *bad]
    random.Random(7).shuffle(everybody)

    answers = await click(store, everybody)

    refused = [
        person for person, answer in zip(everybody, answers, strict=True) if not isinstance(answer, EvidenceKept)
    ]
    assert sorted(refused) == bad
    assert await count_evidence(store) == 200
    assert isinstance(await store.read(verify), Verified)


async def test_evidence_whose_caller_went_away_is_kept(store: Store) -> None:
    (person,) = await set_up(store, 1)
    task = asyncio.create_task(store.append_evidence(a_check_in(1, 1, person), an_entry("evidence.kept")))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    again = await store.append_evidence(a_check_in(1, 1, person), an_entry("evidence.kept"))

    assert again == EvidenceKept(1, AT, True)


async def test_closing_commits_what_was_handed_over_and_refuses_what_comes_after(address: str) -> None:
    store = await Store.open(address)
    persons = await set_up(store, 50)
    clicks = asyncio.create_task(click(store, persons))
    await asyncio.sleep(0)
    await store.close()

    assert [type(answer) for answer in await clicks] == [EvidenceKept] * 50
    with pytest.raises(StoreClosed):
        await store.append_evidence(a_check_in(1, 1, 1), an_entry())
    with pytest.raises(StoreClosed):
        await add_a_marathon(store, "too-late")


async def test_evidence_with_a_column_nobody_knows_is_refused_before_the_queue(store: Store) -> None:
    with pytest.raises(ValueError, match="evidence has no column colour"):
        await store.append_evidence({"colour": "red"}, an_entry())


async def test_a_full_disk_is_told_to_everybody_who_waits_and_saving_goes_on_when_there_is_room(on_disk: Store) -> None:
    persons = await set_up(on_disk, 3000)
    await bound_file(on_disk, more_pages=2)

    answers = await click(on_disk, persons)
    unit = await asyncio.gather(add_a_marathon(on_disk, "x" * 100_000), return_exceptions=True)
    refused = {type(answer) for answer in answers}

    assert DiskIsFull in refused
    assert refused <= {DiskIsFull, EvidenceKept}
    assert [str(error) for error in unit] == ["The disk of the database is full: nothing was saved."]
    kept = await count_evidence(on_disk)
    assert kept == sum(isinstance(answer, EvidenceKept) for answer in answers)

    await bound_file(on_disk, more_pages=100_000)
    await click(on_disk, persons)

    assert await count_evidence(on_disk) == 3000
    assert isinstance(await on_disk.read(verify), Verified)


async def bound_file(store: Store, *, more_pages: int) -> None:
    """Lets the file grow by so many pages and no more, as a full disk does."""

    async def unit(transaction: Transaction) -> None:
        count = (await transaction.connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        (await transaction.connection.exec_driver_sql(f"PRAGMA max_page_count = {count + more_pages}")).fetchall()

    await store.write(unit)


async def test_a_database_held_by_another_program_is_told_and_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sessions.storage.engine.BUSY_SECONDS", 0.05)
    path = tmp_path / "marathon.db"
    async with a_store(str(path)) as store:
        (person,) = await set_up(store, 1)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            held = [*await click(store, [person]), *await asyncio.gather(add_persons(store), return_exceptions=True)]
        after = await click(store, [person])

    assert [type(answer) for answer in held] == [DatabaseIsLocked, DatabaseIsLocked]
    assert after == [EvidenceKept(1, AT, False)]


async def test_a_database_that_turns_read_only_is_told(on_disk: Store) -> None:
    (person,) = await set_up(on_disk, 1)

    async def forbid(transaction: Transaction) -> None:
        await transaction.connection.exec_driver_sql("PRAGMA query_only = ON")

    await on_disk.write(forbid)
    answers = [
        *await click(on_disk, [person]),
        *await asyncio.gather(add_a_marathon(on_disk, "b"), return_exceptions=True),
    ]

    assert [type(answer) for answer in answers] == [DatabaseIsReadOnly, DatabaseIsReadOnly]


async def test_when_the_writer_dies_everybody_who_waits_and_who_comes_hears_it(store: Store) -> None:
    persons = await set_up(store, 3)
    began, never = asyncio.Event(), asyncio.Event()

    async def hang(_transaction: Transaction) -> None:
        began.set()
        await never.wait()

    running = asyncio.create_task(store.write(hang))
    await began.wait()
    waiting = asyncio.create_task(click(store, persons))
    await asyncio.sleep(0)
    (task,) = [task for task in asyncio.all_tasks() if task.get_name() == "storage writer"]
    task.cancel()

    answers = [*await asyncio.gather(running, return_exceptions=True), *await waiting, *await click(store, persons)]
    assert [type(answer) for answer in answers] == [WriterStopped] * 7
    assert await count_evidence(store) == 0


async def test_a_unit_that_is_cancelled_from_inside_fails_alone(store: Store) -> None:
    async def give_up(_transaction: Transaction) -> None:
        raise asyncio.CancelledError

    with pytest.raises(WriterStopped, match="the unit was cancelled"):
        await store.write(give_up)

    await add_a_marathon(store)


async def test_listeners_hear_whether_the_record_changed_or_only_the_ledger(store: Store) -> None:
    heard: list[Change] = []
    store.on_commit(heard.append)

    async def leave_the_record_alone(transaction: Transaction) -> None:
        await transaction.connection.execute(schema.deliveries.delete())

    await store.write(leave_the_record_alone)
    await add_a_marathon(store)
    assert heard == [Change.LEDGER, Change.UNIT]


async def test_a_listener_that_fails_harms_nobody(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_change: Change) -> None:
        raise RuntimeError("a listener's own trouble")

    store.on_commit(fail)

    await add_a_marathon(store)
    assert [record.getMessage() for record in caplog.records] == ["a listener to commits failed"]


async def test_when_the_server_drops_the_connection_the_next_ones_go_on(postgres_server: str) -> None:
    address = await create_database(postgres_server, "marathon_dropped")
    async with a_store(address) as store:
        persons = await set_up(store, 3)
        await drop_connections(postgres_server, "marathon_dropped")
        clicks = await click(store, persons)
        await drop_connections(postgres_server, "marathon_dropped")
        unit = await asyncio.gather(add_a_marathon(store, "b"), return_exceptions=True)
        await add_a_marathon(store, "c")
        kept = await count_evidence(store)
        verified = await store.read(verify)

    assert [type(answer) for answer in clicks] == [EvidenceKept] * 3
    assert [type(answer) for answer in unit] == [ConnectionLost]
    assert kept == 3
    assert isinstance(verified, Verified)


async def drop_connections(server: str, database: str) -> None:
    """As a restart of the server does to whoever is connected."""
    connection = await asyncpg.connect(server)
    await connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", database)
    await connection.close()


@pytest.mark.parametrize("seed", range(KILLS))
async def test_what_was_acknowledged_survives_sigkill(address: str, seed: int) -> None:
    """A process writes and says what was saved; it is killed after a number of lines that the seed decides."""
    async with a_store(address) as store:
        await set_up(store, 500)
    lines = random.Random(seed).randrange(1, 400)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.sessions.storage.clicking", address, str(seed), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    acknowledged = [int(await process.stdout.readline()) for _ in range(lines)]
    process.send_signal(signal.SIGKILL)
    acknowledged += [int(line) for line in (await process.stdout.read()).splitlines() if line.isdigit()]
    await process.wait()

    async with a_store(address) as store:
        kept = await store.read(lambda c: c.execute(select(schema.evidence.c.id)))
        verified = await store.read(verify)

    assert set(acknowledged) - set(kept.scalars()) == set()
    assert isinstance(verified, Verified)


def test_every_error_of_the_database_has_its_sentence() -> None:
    classes = [
        found for found in vars(errors).values() if isinstance(found, type) and issubclass(found, errors.StorageError)
    ]
    facts = dict.fromkeys(("url", "path", "place", "reason", "found", "known", "seconds"), "x")

    assert [str(found(**facts))[-1] for found in classes] == ["."] * len(classes)
