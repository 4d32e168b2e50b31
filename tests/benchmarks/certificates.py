"""2,500 certificates issued by the verb itself: `python -m tests.benchmarks.certificates [NUMBER]`.

Everything counts: the look at the evidence, setting, mending, signing, both files on the disk, the transactions.
Names are of every script that the fonts here show, one in three of them Latin. Seconds say what this machine did while
it did other things too; processor time a certificate says what it would take alone: two cores have 48 ms for each of
2,500 in a minute. Memory is the largest sum of this process's and its children's resident memory in the second half
of the run, held against the largest in the first.
"""

import asyncio
import sys
import tempfile
import threading
import time
from datetime import timedelta
from pathlib import Path

import psutil

from bot.workshop import open_workshop
from sessions.credentials.scripts import SCRIPTS
from sessions.domain.actors import Actor, ActorKind
from sessions.domain.approvals import Approval
from sessions.domain.completion import CompletionRule
from sessions.services import approvals, certificates
from sessions.services.certificates import Issued
from sessions.storage.store import Store
from tests.benchmarks.figures import Figure, at_most
from tests.sessions.certifying import ADA, AFTER, BOB, PUBLIC, add_marathon, add_participant, check_in

NUMBER = 2_500
SECONDS = 60.0
CORES = 2
GROWTH = 1.25


def name_of(index: int) -> str:
    script = SCRIPTS[index % len(SCRIPTS)]
    return f"Ngozi Okafor {index}" if index % 3 == 0 else f"{script.sample} {script.sample}"


class Watch(threading.Thread):
    """Looks at this process and its children four times a second: resident memory, and processor time since now."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.ended = threading.Event()
        self.samples: list[int] = []
        self._times: dict[int, float] = {0: -sum(psutil.Process().cpu_times()[:2])}

    def run(self) -> None:
        own = psutil.Process()
        while True:
            resident = 0
            for process in (own, *own.children(recursive=True)):
                try:
                    resident += process.memory_info().rss
                    spent = process.cpu_times()
                except psutil.NoSuchProcess:
                    continue
                self._times[process.pid] = spent.user + spent.system
            self.samples.append(resident)
            if self.ended.wait(0.25):
                return

    @property
    def processor(self) -> float:
        """Seconds, of every process that was seen."""
        return sum(self._times.values())


async def issue(folder: Path, number: int) -> tuple[Issued, float, Watch]:
    store = await Store.open(str(folder / "marathon.db"))
    try:
        planned = await add_marathon(store, CompletionRule(key="participation", title="Certificate", sessions_needed=2))
        marathon = planned.marathon.id
        for index in range(number):
            person = await add_participant(store, marathon, name_of(index), discord_id=index + 1)
            await check_in(store, planned, person, 1, 2, 3)
        prepared = await approvals.prepare(store, marathon_id=marathon, now=AFTER, actor=ADA)
        assert isinstance(prepared, Approval)
        approved = await approvals.approve(store, marathon_id=marathon, number=prepared.number, now=AFTER, actor=BOB)
        assert isinstance(approved, Approval)
        workshop = open_workshop(keys=folder / "keys", files=folder / "certificates", address=PUBLIC)
        watch = Watch()
        watch.start()
        began = time.perf_counter()
        issued = await certificates.issue(
            store,
            marathon_id=marathon,
            workshop=workshop,
            now=AFTER + timedelta(hours=1),
            actor=Actor(ActorKind.OPERATOR, "Bob"),
        )
        seconds = time.perf_counter() - began
        watch.ended.set()
        await asyncio.to_thread(watch.join)
    finally:
        await store.close()
    assert isinstance(issued, Issued)
    return issued, seconds, watch


def measure(number: int = NUMBER) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        issued, seconds, watch = asyncio.run(issue(Path(folder), number))
    half = len(watch.samples) // 2
    early, late = max(watch.samples[:half], default=1), max(watch.samples[half:], default=1)
    print(f"{len(issued.new)} issued, {len(issued.inexact)} of them not exact")
    each = watch.processor / number * 1000
    return [
        at_most(f"{number} certificates", seconds, "s", limit=SECONDS * number / NUMBER),
        at_most("processor time a certificate, everything", each, "ms", limit=SECONDS * CORES / NUMBER * 1000),
        at_most("memory in the second half beside the first", late / early, "times", limit=GROWTH),
        at_most("memory, largest", max(early, late) / 2**20, "MiB", limit=1_500),
    ]


if __name__ == "__main__":
    for figure in measure(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER):
        print(figure.as_line())
