"""aiosqlite with one trip to its thread a statement.

Every trip costs more than most of our statements. SQLAlchemy's adapter asks for a cursor, executes, fetches and closes:
four trips. Here the cursor is made, executed, read to its end and closed in one; what SQLAlchemy asks afterwards is
answered from what was read. It reads every result whole anyway.

``BEGIN`` alone reads nothing and locks nothing (SQLite, "Deferred transactions"): it goes along with the statement
after it. A unit that reads one thing makes two trips, and not seven.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Generator, Iterable, Sequence
from functools import partial
from typing import Self, cast

import aiosqlite

_Row = tuple[object, ...]
_Run = Callable[[str, Callable[[sqlite3.Connection], None]], Awaitable[None]]


class OneHopCursor:
    """What SQLAlchemy's adapter wants of a cursor."""

    arraysize = 1

    def __init__(self, run: _Run) -> None:
        self._run = run
        self._rows: list[_Row] = []
        self.description: Sequence[object] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[object] = ()) -> None:
        await self._run(statement, partial(self._execute, statement, parameters))

    async def executemany(self, statement: str, parameters: Iterable[Sequence[object]]) -> None:
        await self._run(statement, partial(self._execute_many, statement, parameters))

    async def fetchall(self) -> list[_Row]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        self._rows = []

    def _execute(self, statement: str, parameters: Sequence[object], connection: sqlite3.Connection) -> None:
        """In the connection's thread, while the caller waits."""
        self._read(connection.execute(statement, cast(tuple[()], parameters)))

    def _execute_many(
        self, statement: str, parameters: Iterable[Sequence[object]], connection: sqlite3.Connection
    ) -> None:
        self._read(connection.executemany(statement, cast(Iterable[tuple[()]], parameters)))

    def _read(self, cursor: sqlite3.Cursor) -> None:
        try:
            self.description = cursor.description
            self._rows = cursor.fetchall() if cursor.description else []
            self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        finally:
            cursor.close()


class OneHopConnection:
    """Everything but the cursor is aiosqlite's own."""

    def __init__(self, inner: aiosqlite.Connection) -> None:
        self.inner = inner
        self._begins = False

    def __await__(self) -> Generator[object, None, Self]:
        yield from self.inner.__await__()
        return self

    def __getattr__(self, name: str) -> object:
        return getattr(self.inner, name)

    def cursor(self) -> OneHopCursor:
        return OneHopCursor(self.run)

    async def commit(self) -> None:
        if self._begins:
            self._begins = False  # nothing was asked: there is no transaction
        else:
            await self.inner.commit()

    async def rollback(self) -> None:
        self._begins = False
        await self.inner.rollback()

    async def run(self, statement: str, work: Callable[[sqlite3.Connection], None]) -> None:
        """In the connection's thread, as aiosqlite's own cursors do."""
        if statement == "BEGIN":
            self._begins = True
            return
        begins, self._begins = self._begins, False
        send = cast(Callable[..., Awaitable[None]], self.inner._execute)
        await send(_begin_and, work, self.inner._conn) if begins else await send(work, self.inner._conn)


def _begin_and(work: Callable[[sqlite3.Connection], None], connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN")
    work(connection)


def connect(*args: object, **options: object) -> OneHopConnection:
    """As ``aiosqlite.connect``. Its thread ends with the process, as SQLAlchemy arranges for connections it makes."""
    made = cast(Callable[..., aiosqlite.Connection], aiosqlite.connect)(*args, **options)
    made._thread.daemon = True
    return OneHopConnection(made)
