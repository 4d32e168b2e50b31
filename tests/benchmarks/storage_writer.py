"""Check-ins through the storage alone, journal included, against raw sqlite3 in batches of 1,000 in the same run.

Run: ``python -m tests.benchmarks.storage_writer [FOLDER]``. Prints a table; ``measure`` gives the figures.
Both sides use WAL and synchronous=FULL on the same folder. Milliseconds and rows a second.
"""

import asyncio
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from bot.app.installation import calm_collector
from sessions.storage.store import Store, Values
from tests.benchmarks.figures import Figure, at_least, at_most
from tests.builders import a_check_in, add_a_marathon, add_a_session, add_persons, an_entry

PERSONS = 10_000
ALONE = 300
RAW_BATCH = 1_000


async def measure(folder: Path) -> list[Figure]:
    """Every figure of this benchmark, on fresh databases in the folder."""
    raw_rate, raw_alone = await asyncio.to_thread(_measure_raw, folder / "raw.db")
    store = await Store.open(str(folder / "ours.db"))
    try:
        marathon = await add_a_marathon(store)
        session_ids = [await add_a_session(store, marathon, number=number) for number in range(1, 8)]
        persons = await add_persons(store, PERSONS)
        rows = [[a_check_in(marathon, session, person) for person in persons] for session in session_ids]
        await _click(store, rows[0][:2_000])  # warm
        calm_collector()  # as the bot does when it is up
        alone = [(await _click(store, [row]))[1][0] for row in rows[1][:ALONE]]
        thousand = [await _click(store, rows[2][n * 1_000 : (n + 1) * 1_000]) for n in range(5)]
        ten_thousand = [await _click(store, rows[number]) for number in (3, 4, 5)]
    finally:
        await store.close()
    return [
        *_group("1,000 at once", 1_000, thousand, raw_rate, 60),
        *_group("10,000 at once", 10_000, ten_thousand, raw_rate, 400),
        at_most("one check-in alone, p50, journal included", _percentile(alone, 0.5) * 1000, "ms", limit=1.5),
        at_most("one raw insert with its commit, p50 (for comparing)", raw_alone * 1000, "ms", limit=1.5),
    ]


def _group(
    name: str, size: int, runs: Sequence[tuple[float, list[float]]], raw_rate: float, p99_target: float
) -> list[Figure]:
    """The run in the middle: its rate against the ceiling, its p99."""
    seconds, waits = sorted(runs)[len(runs) // 2]
    return [
        at_least(f"check-ins by the service alone, {name}", size / seconds, "/s", ceiling=raw_rate, ratio=0.05),
        at_most(f"check-ins, {name}: p99", _percentile(waits, 0.99) * 1000, "ms", limit=p99_target),
    ]


async def _click(store: Store, rows: Iterable[Values]) -> tuple[float, list[float]]:
    """Seconds for all of them at once, and for each."""

    async def one(row: Values) -> float:
        began = time.perf_counter()
        await store.append_evidence(row, an_entry("evidence.kept"))
        return time.perf_counter() - began

    began = time.perf_counter()
    waits = await asyncio.gather(*(one(row) for row in rows))
    return time.perf_counter() - began, waits


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def _measure_raw(path: Path) -> tuple[float, float]:
    """Rows a second in batches of 1,000; seconds for one insert with its commit (median)."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(
            "CREATE TABLE evidence (id INTEGER PRIMARY KEY, session_id INTEGER, person_id INTEGER, kind TEXT,"
            " key TEXT UNIQUE, at_us INTEGER, detail TEXT)"
        )
        insert = "INSERT INTO evidence VALUES (NULL, ?, ?, ?, ?, ?, ?)"
        rows = [(number % 7, number, "check_in", f"check_in:{number}", 1, "{}") for number in range(30_000 + ALONE)]
        began = time.perf_counter()
        for start in range(0, 30_000, RAW_BATCH):
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(insert, rows[start : start + RAW_BATCH])
            connection.execute("COMMIT")
        rate = 30_000 / (time.perf_counter() - began)
        alone = []
        for row in rows[30_000:]:
            began = time.perf_counter()
            connection.execute(insert, row)
            alone.append(time.perf_counter() - began)
    return rate, _percentile(alone, 0.5)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as name:
        for figure in asyncio.run(measure(Path(name))):
            print(figure.as_line())
