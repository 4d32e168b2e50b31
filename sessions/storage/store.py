"""The open database: readers side by side, one writer with group commit.

A write is a *unit*: a coroutine function that gets a ``Transaction`` and runs between BEGIN IMMEDIATE and COMMIT in
the writer's task, one unit at a time, never a network call inside. Check-ins and other evidence take the hot path:
rows and their journal entries are handed over and committed in groups. Whoever calls is answered only after the
commit that holds their data.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from contextvars import ContextVar
from typing import Self, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from sessions.storage.engine import Address, driver_of, read_address, reading_engine, writing_engine
from sessions.storage.errors import explain
from sessions.storage.evidence_batch import EvidenceKept, prepare
from sessions.storage.journal import Entry, Values
from sessions.storage.migrations import prepare_database
from sessions.storage.transaction import Transaction
from sessions.storage.writer import Change, Writer, must_not_be_in_a_unit

__all__ = ["Change", "Entry", "EvidenceKept", "Store", "Transaction", "Values"]

LOOK_SECONDS = 1.0
"""How often (real time) commits of other processes are looked for."""

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
        except BaseException as error:
            await store._dispose()
            known = explain(error, str(address))
            if known is None or known is error:
                raise
            raise known from error
        store._watch = asyncio.create_task(store._look_for_others(), name="storage watch")
        return store

    async def close(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            with suppress(asyncio.CancelledError):
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

    async def write(self, unit: Callable[[Transaction], Awaitable[T]]) -> T:
        """Runs a unit in the writer; its answer after the commit, its error after the rollback."""
        return await self._writer.write(unit)

    async def append_evidence(self, values: Values, entry: Entry) -> EvidenceKept:
        """Keeps one piece of evidence under its key, with its journal entry, in a group with others."""
        return await self._writer.append(prepare(values, entry))

    @property
    def idle(self) -> bool:
        """True when no write is queued or running (a rehearsal moves its clock only then)."""
        return self._writer.idle

    def on_commit(self, callback: Callable[[Change], None]) -> None:
        """Calls back after every commit of this process, and within a second after those of others."""
        self._callbacks.append(callback)

    def _tell(self, change: Change) -> None:
        for callback in self._callbacks:
            try:
                callback(change)
            except Exception:
                _log.exception("a listener to commits failed")

    async def _look_for_others(self) -> None:
        if self.address.in_memory:
            return
        while True:
            try:
                if await self._has_changed():
                    self._tell(Change.FOREIGN)
            except Exception:
                _log.exception("looking for commits of other processes failed; trying again")
            await asyncio.sleep(LOOK_SECONDS)

    async def _has_changed(self) -> bool:
        """True when another process has committed since the last look.

        SQLite's data_version, asked on the write connection, changes for every commit but its own. A server is
        asked for the journal's head: a commit of our own between two looks has called back already.
        """
        async with self._writer.lock:
            driver = await driver_of(self._writer.connection)
            statement = "SELECT seq FROM journal_head" if driver.locks_rows else "PRAGMA data_version"
            ((seen,),) = await driver.fetch(statement)
            if driver.locks_rows:
                await self._writer.connection.rollback()  # the look must not leave a transaction open
        changed = self._seen not in (None, seen)
        self._seen = seen
        return changed

    async def _dispose(self) -> None:
        await self._writing.dispose()
        if self._reading is not self._writing:
            await self._reading.dispose()
