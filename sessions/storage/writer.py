"""The one writer of a process: it owns the write connection and does one transaction at a time.

Two kinds of work wait in line. *Units* are ordinary transactions, each alone. *Evidence* is handed over as rows and
committed in groups: whatever has gathered while the last transaction ran, up to ``GROUP``, goes into the next one.
They take turns, so neither starves the other. Whoever handed something over is answered after the commit.

A unit that fails is rolled back alone. A group that fails is halved until the piece that spoils it stands alone, so
that its caller hears of it and all others are kept. A caller that goes away while its unit waits takes the unit
along; a unit that has begun is finished, and evidence handed over is always kept: the click did happen.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from contextvars import ContextVar
from enum import Enum
from typing import Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from sessions.storage.engine import Driver, driver_of
from sessions.storage.errors import ConnectionLost, StorageError, StoreClosed, WriterStopped, explain
from sessions.storage.evidence_batch import EvidenceKept, Piece, keep
from sessions.storage.journal import extend
from sessions.storage.processes import CHANNEL
from sessions.storage.transaction import Transaction

CHECK_SECONDS = 5.0
GROUP = 1000
"""Pieces of evidence in one transaction: bounds how long the loop is busy, and SQLite's 32,766 parameters."""

TURN = f"SELECT pg_advisory_xact_lock({0x4D524}, 0)"
"""On a server: one unit at a time, whichever process it is of, as SQLite's BEGIN IMMEDIATE has it. What a unit read is
still so when it writes, and the journal is one chain. The end of the transaction ends it."""
HINT = f"NOTIFY {CHANNEL}"

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_log = logging.getLogger(__name__)
_in_unit: ContextVar[bool] = ContextVar("_in_unit", default=False)


class Change(Enum):
    """What a commit may have changed, so that whoever remembers something knows whether to forget it."""

    UNIT = "unit"
    LEDGER = "ledger"  # by a unit that put nothing into the journal: what was said, claims, notes of fetches
    EVIDENCE = "evidence"  # by the hot path only
    FOREIGN = "foreign"  # by another process: anything
    COMPANY = "company"  # nothing: another process came or went, or this one now keeps house

    @property
    def is_of_programme(self) -> bool:
        """Whether a programme, its people or their places may be others now."""
        return self in (Change.UNIT, Change.FOREIGN)


class _Unit(Generic[T_co]):
    """An ordinary transaction that waits, with the future its caller waits on."""

    __slots__ = ("_beside", "_future", "_work")

    def __init__(
        self, work: Callable[[Transaction], Awaitable[T_co]], future: asyncio.Future[T_co], *, beside: bool
    ) -> None:
        self._work = work
        self._future = future
        self._beside = beside

    @property
    def abandoned(self) -> bool:
        return self._future.done()

    async def run(self, connection: AsyncConnection, driver: Driver) -> Change:
        """The transaction; raises when it was rolled back. The caller is answered here, after the commit."""
        async with connection.begin():
            if driver.locks_rows and not self._beside:
                await driver.fetch(TURN)
            transaction = Transaction(connection)
            token = _in_unit.set(True)
            try:
                answer = await self._work(transaction)
            finally:
                _in_unit.reset(token)
            await extend(driver, transaction.lines)
            if driver.locks_rows and not self._beside:
                await driver.fetch(HINT)
        if not self._future.done():
            self._future.set_result(answer)
        return Change.UNIT if transaction.lines else Change.LEDGER

    def fail(self, error: BaseException) -> None:
        if not self._future.done():
            self._future.set_exception(error)


def must_not_be_in_a_unit() -> None:
    """RuntimeError inside a unit: another write would wait for itself, another read would not see the unit's rows."""
    if _in_unit.get():
        raise RuntimeError("a unit reads and writes through its own transaction only")


_Waiting = tuple[Piece, "asyncio.Future[EvidenceKept]"]


class Writer:
    """Started by ``start``; ``close`` finishes what was handed over first."""

    def __init__(self, engine: AsyncEngine, committed: Callable[[Change], None], *, place: str) -> None:
        self._engine = engine
        self._committed = committed
        self._place = place
        self._units: deque[_Unit[object]] = deque()
        self._evidence: deque[_Waiting] = deque()
        self._wake = asyncio.Event()
        self._busy = False
        self._closing = False
        self._stopped: StorageError | None = None
        self._probing: asyncio.Task[None] | None = None
        self.trouble: StorageError | None = None
        """The database's own trouble that the last write had; None once one went well."""
        self.on_group: Callable[[int], None] = lambda _: None
        self._task: asyncio.Task[None] | None = None
        self.lock = asyncio.Lock()
        """Held through every transaction; whoever else needs the write connection in between takes it too."""

    @property
    def idle(self) -> bool:
        return not (self._units or self._evidence or self._busy)

    @property
    def waiting(self) -> Mapping[str, int]:
        """How much waits, by kind."""
        return {"units": len(self._units), "evidence": len(self._evidence)}

    async def check(self) -> str | None:
        """What keeps this process from writing, in a few words; None when nothing does. A transaction is begun and
        taken back; one that takes long is left to itself, for the connection must not be left in the middle of it."""
        if self._stopped is not None:
            return "writing has stopped"
        if self._probing is None:
            self._probing = asyncio.create_task(self._probe(), name="storage check")
        done, _ = await asyncio.wait({self._probing}, timeout=CHECK_SECONDS)
        if not done:
            return "it does not answer"
        probe, self._probing = self._probing, None
        error = probe.exception()
        if error is not None or self.trouble is not None:
            return "it cannot be written"
        return None

    async def _probe(self) -> None:
        async with self.lock:
            await self._connect_again_if_lost()
            await self._driver.begin()
            try:
                if self._driver.locks_rows:
                    await self._driver.fetch("SELECT seq FROM journal_head FOR UPDATE")
            finally:
                await self._driver.rollback()

    async def start(self) -> None:
        """Opens the write connection and starts the task. Errors of the database as StorageError."""
        self.connection = await self._engine.connect()
        self._driver = await driver_of(self.connection)
        self._task = asyncio.create_task(self._serve(), name="storage writer")
        self._task.add_done_callback(self._end)

    async def write(self, work: Callable[[Transaction], Awaitable[T]], *, beside: bool = False) -> T:
        self._must_accept()
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        unit: _Unit[T] = _Unit(work, future, beside=beside)
        self._units.append(unit)
        self._wake.set()
        return await future

    def append(self, piece: Piece) -> "asyncio.Future[EvidenceKept]":
        """Hands over at once; the future is answered after the commit."""
        self._must_accept()
        future: asyncio.Future[EvidenceKept] = asyncio.get_running_loop().create_future()
        self._evidence.append((piece, future))
        self._wake.set()
        return future

    async def close(self) -> None:
        """Commits what waits, then lets the connection go."""
        self._closing = True
        self._wake.set()
        if self._task is not None:
            with suppress(asyncio.CancelledError, Exception):  # the task's end is told by ``_end``
                await asyncio.wait({self._task})
            await self.connection.close()

    def _must_accept(self) -> None:
        must_not_be_in_a_unit()
        if self._stopped is not None:
            raise self._stopped
        if self._closing or self._task is None:
            raise StoreClosed()

    async def _serve(self) -> None:
        while True:
            while self._units or self._evidence:
                self._busy = True
                if self._evidence:
                    await self._keep_group()
                if self._units:
                    await self._run_unit(self._units.popleft())
                self._busy = False
            if self._closing:
                return
            self._wake.clear()
            await self._wake.wait()

    async def _run_unit(self, unit: _Unit[object]) -> None:
        if unit.abandoned:
            return
        try:
            async with self.lock:
                await self._connect_again_if_lost()
                change = await unit.run(self.connection, self._driver)
        except BaseException as error:
            self.trouble = explain(error, self._place) or self.trouble
            unit.fail(self._name(error))
            _raise_if_stopped(error)
            return
        self.trouble = None
        self._tell(change)

    async def _keep_group(self) -> None:
        group = [self._evidence.popleft() for _ in range(min(len(self._evidence), GROUP))]
        try:
            await self._keep(group)
        except BaseException as error:
            for _, future in group:
                if not future.done():
                    future.set_exception(WriterStopped(reason=repr(error)))
            raise

    async def _keep(self, group: Sequence[_Waiting], *, again: bool = True) -> None:
        try:
            async with self.lock:
                await self._connect_again_if_lost()
                answers = await self._commit_group([piece for piece, _ in group])
        except Exception as error:
            known = explain(error, self._place)
            self.trouble = known or self.trouble
            if again and isinstance(known, ConnectionLost):  # harmless even if it was committed: each has its key
                await self._keep(group, again=False)
                return
            if len(group) == 1 or known is not None:  # the database's own trouble is everybody's: no use in halving
                for _, future in group:
                    if not future.done():
                        future.set_exception(known or error)
                return
            middle = len(group) // 2
            await self._keep(group[:middle])
            await self._keep(group[middle:])
            return
        self.trouble = None
        self.on_group(len(group))
        for (_, future), answer in zip(group, answers, strict=True):
            if not future.done():
                future.set_result(answer)
        self._tell(Change.EVIDENCE)

    async def _commit_group(self, pieces: Sequence[Piece]) -> list[EvidenceKept]:
        await self._driver.begin()
        try:
            if self._driver.locks_rows:
                await self._driver.fetch(TURN)
            answers = await keep(self._driver, pieces)
            await self._driver.commit()
        except BaseException:
            with suppress(Exception):  # the first error is the one to tell
                await self._driver.rollback()
            raise
        return answers

    async def _connect_again_if_lost(self) -> None:
        """A server may have closed the connection; SQLite never does."""
        if self.connection.invalidated or self.connection.closed:
            with suppress(Exception):  # what is lost cannot be closed properly
                await self.connection.close()
            self.connection = await self._engine.connect()
            self._driver = await driver_of(self.connection)

    def _name(self, error: BaseException) -> BaseException:
        """The error as its caller shall see it; a cancellation inside a unit must not look like the caller's own."""
        if isinstance(error, asyncio.CancelledError):
            return WriterStopped(reason="the unit was cancelled")
        return explain(error, self._place) or error

    def _tell(self, change: Change) -> None:
        try:
            self._committed(change)
        except Exception:
            _log.exception("a listener to commits failed")

    def _end(self, task: asyncio.Task[None]) -> None:
        """However the task ended: nobody may wait for an answer that cannot come."""
        error = None if task.cancelled() else task.exception()
        if error is not None:
            _log.error("the writer has stopped", exc_info=error)
        self._stopped = StoreClosed() if self._closing and error is None else WriterStopped(reason=repr(error))
        self._busy = False
        while self._units:
            self._units.popleft().fail(self._stopped)
        while self._evidence:
            _, future = self._evidence.popleft()
            if not future.done():
                future.set_exception(self._stopped)


def _raise_if_stopped(error: BaseException) -> None:
    """Only the end of the whole task, not a unit's own trouble, goes further up."""
    task = asyncio.current_task()
    if not isinstance(error, (Exception, asyncio.CancelledError)) or (task is not None and task.cancelling()):
        raise error
