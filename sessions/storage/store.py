"""The open database: readers side by side, one writer with group commit.

A write is a *unit*: a coroutine function that gets a ``Transaction`` and runs between BEGIN IMMEDIATE and COMMIT in
the writer's task, one unit at a time, never a network call inside. Check-ins and other evidence take the hot path:
rows and their journal entries are handed over and committed in groups. Whoever calls is answered only after the
commit that holds their data.
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from contextvars import ContextVar
from typing import Self, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from sessions.domain.shards import Shards
from sessions.storage.engine import Address, driver_of, read_address, reading_engine, writing_engine
from sessions.storage.errors import explain
from sessions.storage.evidence_batch import EvidenceKept, prepare
from sessions.storage.journal import Entry, Values
from sessions.storage.migrations import prepare_database
from sessions.storage.processes import NeedsServer, Processes
from sessions.storage.transaction import Transaction
from sessions.storage.writer import Change, Writer, must_not_be_in_a_unit

__all__ = ["Change", "Entry", "EvidenceKept", "Store", "Transaction", "Values"]

LOOK_SECONDS = 1.0
"""How often (real time) commits of other processes are looked for."""
HINT_SECONDS = 0.05
"""How long after a hint: several come together, and our own are among them."""

T = TypeVar("T")
_log = logging.getLogger(__name__)
_reading: ContextVar[tuple["Store", AsyncConnection] | None] = ContextVar("_reading", default=None)


class Store:
    """Opened by ``Store.open``; closed by ``close`` after what was handed over is committed."""

    def __init__(self, address: Address, writing: AsyncEngine, reading: AsyncEngine) -> None:
        self.address = address
        self._writing = writing
        self._reading = reading
        self._callbacks: list[Callable[[Change], None]] = []
        self._writer = Writer(writing, self._tell, place=str(address))
        self._watch: asyncio.Task[None] | None = None
        self._seen: object = None
        self._processes = None if address.is_sqlite else Processes(address)
        self._hinted = asyncio.Event() if self._processes is None else self._processes.hinted
        self._closing = False
        self._alone = secrets.token_hex(8)

    @classmethod
    async def open(cls, url: str, *, migrate: bool = True) -> Self:
        """Opens, and with ``migrate`` creates or upgrades, the database at a URL or file path.

        Raises a StorageError (its text is the sentence to show) when it cannot be used; then nothing was changed.
        """
        address = read_address(url)
        writing = writing_engine(address)
        reading = writing if address.in_memory else reading_engine(address)
        store = cls(address, writing, reading)
        try:
            await prepare_database(address, writing, migrate=migrate)
            await store._writer.start()
            if store._processes is not None:
                await store._processes.look()
        except BaseException as error:
            await store._dispose()
            known = explain(error, str(address))
            if known is None or known is error:
                raise
            raise known from error
        store._watch = asyncio.create_task(store._look_for_others(), name="storage watch")
        return store

    async def close(self) -> None:
        self._closing = True
        self._hinted.set()
        if self._watch is not None:
            with suppress(TimeoutError):  # a server that is gone does not answer the look
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._watch
        await self._writer.close()
        await self._dispose()

    async def read(self, unit: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """Runs a unit that only reads, on one snapshot of the database. Inside another read: on the same snapshot."""
        must_not_be_in_a_unit()
        outer = _reading.get()
        if outer is not None and outer[0] is self:
            return await unit(outer[1])
        turn: AbstractAsyncContextManager[object] = self._writer.lock if self.address.in_memory else nullcontext()
        async with turn, self._reading.connect() as connection, connection.begin():
            token = _reading.set((self, connection))
            try:
                return await unit(connection)
            finally:
                _reading.reset(token)

    async def write(self, unit: Callable[[Transaction], Awaitable[T]], *, beside: bool = False) -> T:
        """Runs a unit in the writer; its answer after the commit, its error after the rollback.

        ``beside``: on a server it may run beside the units of other processes, because it decides by nothing but rows
        that it locks itself, and writes no journal.
        """
        return await self._writer.write(unit, beside=beside)

    async def append_evidence(self, values: Values, entry: Entry) -> EvidenceKept:
        """Keeps one piece of evidence under its key, with its journal entry, in a group with others."""
        return await self._writer.append(prepare(values, entry))

    @property
    def idle(self) -> bool:
        """True when no write is queued or running (a rehearsal moves its clock only then)."""
        return self._writer.idle

    async def check(self) -> str | None:
        """What keeps this process from writing to the database, in a few words; None when nothing does."""
        return await self._writer.check()

    @property
    def waiting(self) -> Mapping[str, int]:
        """How much waits for the writer: ``units``, ``evidence``."""
        return self._writer.waiting

    def on_group(self, callback: Callable[[int], None]) -> None:
        """Calls back with the size of each group of evidence that was committed."""
        self._writer.on_group = callback

    def on_commit(self, callback: Callable[[Change], None]) -> None:
        """Calls back after every commit of this process, and within a second after those of others."""
        self._callbacks.append(callback)

    async def join(self, shards: Shards) -> None:
        """Makes this process one of those that run the bot on this database. ShardTaken, OtherCount; NeedsServer on
        SQLite, where one process must run them all."""
        if self._processes is not None:
            await self._processes.join(shards)
        elif len(shards.ids) < shards.count:
            raise NeedsServer(shards=",".join(map(str, shards.ids)), count=shards.count)

    @property
    def shared(self) -> bool:
        """Whether other processes may run the bot on this database, too."""
        return self._processes is not None

    @property
    def owner(self) -> str:
        """This process's name in claims: nobody else's, and a new one at each start."""
        return self._alone if self._processes is None else self._processes.owner

    @property
    def present(self) -> bool:
        """Whether what this process claims is its own: False while the others take it for dead."""
        return self._processes is None or self._processes.present

    @property
    def keeps_house(self) -> bool:
        """Whether it is for this process to do what only one does."""
        return self._processes is None or self._processes.keeps_house

    @property
    def bots(self) -> int:
        """How many processes run the bot on this database, this one included."""
        return 1 if self._processes is None else self._processes.bots

    def _tell(self, change: Change) -> None:
        for callback in self._callbacks:
            try:
                callback(change)
            except Exception:
                _log.exception("a listener to commits failed")

    async def _look_for_others(self) -> None:
        if self.address.in_memory:
            return
        while not self._closing:
            try:
                for change in await self._look():
                    self._tell(change)
            except Exception:
                _log.exception("looking for commits of other processes failed; trying again")
            await self._pause()

    async def _pause(self) -> None:
        """The time between two looks; shorter where the server hints that there is something to see."""
        with suppress(TimeoutError):  # wait_for would lose a cancellation that comes together with a hint (Python 3.11)
            async with asyncio.timeout(LOOK_SECONDS):
                await self._hinted.wait()
        if not self._closing:
            await asyncio.sleep(HINT_SECONDS)
            self._hinted.clear()

    async def _look(self) -> list[Change]:
        """What others have done since the last look.

        SQLite's data_version, asked on the write connection, changes for every commit but its own. A server is
        asked for the heads of journal and ledger: a commit of our own between two looks has called back already.
        """
        if self._processes is not None:
            changed, company = await self._processes.look()
            return [Change.FOREIGN] * changed + [Change.COMPANY] * company
        async with self._writer.lock:
            driver = await driver_of(self._writer.connection)
            ((seen,),) = await driver.fetch("PRAGMA data_version")
        changed, self._seen = self._seen not in (None, seen), seen
        return [Change.FOREIGN] * changed

    async def _dispose(self) -> None:
        if self._processes is not None:
            await self._processes.close()
        await self._writing.dispose()
        if self._reading is not self._writing:
            await self._reading.dispose()
