"""The bot's start on a long record beside its start on an empty one: `python -m tests.benchmarks.start`.

Each start is a process of its own that has imported everything, opens the database, does one beat as the installation
does (housekeeping, what is owed, what is due), and says how long that took and the most memory it had (VmHWM of Linux).
The night is not due: verifying a long record is nobody's start.
"""

import asyncio
import json
import multiprocessing
import tempfile
import time
from datetime import timedelta
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from bot.app.housekeeping import Housekeeping
from bot.clock import wire_now
from sessions.services import deliveries, programmes, reminders
from sessions.services.deliveries import Moments
from sessions.storage import deliveries as ledger
from sessions.storage.store import Store
from tests.benchmarks.deliveries import NOW, InstantSender, a_marathon, a_thing
from tests.benchmarks.figures import Figure, at_most
from tests.builders import a_check_in, add_persons, an_entry
from tests.journeys.reminder_simulation import OPERATOR

LEDGER = 100_000
EVIDENCE = 20_000
PEOPLE = 2500
ROUNDS = 5


async def prepare(database: str, *, long: bool) -> None:
    """An announced marathon; with ``long`` its ledger and evidence, and the night before is kept."""
    store = await Store.open(database)
    marathon_id = await a_marathon(store, {})
    await programmes.announce(store, marathon_id, actor=OPERATOR, now=NOW)
    if long:
        for begin in range(0, LEDGER, 10_000):
            old = [(a_thing(number), "old") for number in range(begin, begin + 10_000)]
            await store.write(partial(ledger.queue, marathon_id=marathon_id, due=(), stale=old, now=NOW))
        persons = await add_persons(store, PEOPLE)
        clicks = [(session, person) for session in range(1, 9) for person in persons][:EVIDENCE]
        for begin in range(0, EVIDENCE, 2000):
            await asyncio.gather(
                *(
                    store.append_evidence(a_check_in(marathon_id, session, person), an_entry("evidence.kept"))
                    for session, person in clicks[begin : begin + 2000]
                )
            )
    await beat(store)
    await store.close()


async def beat(store: Store) -> None:
    now = NOW + timedelta(minutes=1)
    await Housekeeping(store).keep(now)
    await reminders.owe(store, now=now)
    moments = Moments(course=lambda: now, wire=wire_now)
    await deliveries.dispatch(store, InstantSender(), moments=moments, owner="start")
    await deliveries.next_try(store)


async def start(database: str) -> None:
    store = await Store.open(database)
    await deliveries.take_over(store, "start")
    await beat(store)
    await store.close()


def _start(told: Connection, database: str) -> None:
    began = time.perf_counter()
    asyncio.run(start(database))
    took = time.perf_counter() - began
    told.send((took, most_memory()))


def most_memory() -> float:
    """Megabytes; ``getrusage`` would count what the parent had when it forked."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return float(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) / 1024


def start_apart(database: str) -> tuple[float, float]:
    """Seconds and megabytes of a start in a new process."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_start, args=(there, database))
    process.start()
    seconds, megabytes = here.recv()
    process.join()
    return seconds, megabytes


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        empty, long = (f"sqlite:///{Path(name) / kind}.db" for kind in ("empty", "long"))
        asyncio.run(prepare(empty, long=False))
        asyncio.run(prepare(long, long=True))
        rounds = [(start_apart(empty), start_apart(long)) for _ in range(ROUNDS)]
    (seconds, more_seconds), (megabytes, more_megabytes) = (
        [min(one[which][what] for one in rounds) for which in (0, 1)] for what in (0, 1)
    )
    about = f"start on {LEDGER:,} ledger rows and {EVIDENCE:,} pieces of evidence"
    return [
        at_most(f"{about}: longer than on an empty database", more_seconds - seconds, "s", limit=0.3),
        at_most(f"{about}: more memory than on an empty database", more_megabytes - megabytes, "MB", limit=10),
    ]


if __name__ == "__main__":
    figures = measure()
    print(*(figure.as_line() for figure in figures), sep="\n")
    print(json.dumps([figure.as_json() for figure in figures]))
