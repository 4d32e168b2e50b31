"""Connections: where the database is, one connection that writes, a few that read.

SQLite: every connection has foreign keys on, ``synchronous=FULL`` and a busy timeout; writes begin with BEGIN
IMMEDIATE so that a unit never finds out at its end that another process was first; readers see one snapshot for a
whole unit (WAL) and cannot write at all (``query_only``). ``isolation_level=None`` keeps Python's sqlite3 from
opening and releasing transactions on its own. ``secure_delete`` overwrites what is erased with zeros.

PostgreSQL: asyncpg; readers see one snapshot (REPEATABLE READ).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

import aiosqlite
from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncTransaction, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from sessions.storage.errors import BUSY_SECONDS, UnknownDatabase
from sessions.storage.one_hop import OneHopConnection, connect

READERS = 4
_PATIENCE = {
    "lock_timeout": f"{BUSY_SECONDS}s",
    "idle_in_transaction_session_timeout": f"{3 * BUSY_SECONDS}s",
}
"""On a server: how long a write waits for another process's, and after how long one that hangs is cut off."""
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the database is. ``path`` is None for a server and for a database in memory."""

    url: URL
    path: Path | None

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def in_memory(self) -> bool:
        return self.is_sqlite and self.path is None

    def __str__(self) -> str:
        """For messages: never shows a password."""
        return str(self.path) if self.path else self.url.render_as_string(hide_password=True)


def read_address(text: str) -> Address:
    """``sqlite:///FILE``, ``sqlite+aiosqlite:///FILE``, a bare path, ``sqlite://`` (memory), ``postgresql://…``.

    UnknownDatabase for anything else.
    """
    if "://" not in text:
        if not text.strip():
            raise UnknownDatabase(url="An empty text")
        return _sqlite_file(Path(text))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise UnknownDatabase(url=text.partition("://")[0] + "://…") from error
    match url.drivername:
        case "sqlite" | "sqlite+aiosqlite":
            if url.database in (None, "", ":memory:"):
                return Address(url=URL.create("sqlite+aiosqlite"), path=None)
            return _sqlite_file(Path(url.database))
        case "postgresql" | "postgres" | "postgresql+asyncpg":
            return Address(url=url.set(drivername="postgresql+asyncpg"), path=None)
        case _:
            raise UnknownDatabase(url=url.render_as_string(hide_password=True))


def _sqlite_file(path: Path) -> Address:
    path = path.expanduser().absolute()
    return Address(url=URL.create("sqlite+aiosqlite", database=str(path)), path=path)


def writing_engine(address: Address) -> AsyncEngine:
    """One connection, for the writer alone (in memory: for the readers too, in turn)."""
    if not address.is_sqlite:
        return create_async_engine(
            address.url, pool_size=1, max_overflow=0, pool_pre_ping=True, connect_args={"server_settings": _PATIENCE}
        )
    # Batches of many sizes are many statements: a small cache keeps their memory small.
    options = {**_sqlite_options(), "cached_statements": 32}
    if address.in_memory:
        engine = create_async_engine(address.url, connect_args=options, poolclass=StaticPool)
    else:
        engine = create_async_engine(address.url, connect_args=options, pool_size=1, max_overflow=0)
    _prepare(engine, begin="BEGIN IMMEDIATE", read_only=False)
    return engine


def reading_engine(address: Address) -> AsyncEngine:
    """A small pool of connections that cannot write."""
    if not address.is_sqlite:
        return create_async_engine(
            address.url,
            pool_size=READERS,
            max_overflow=0,
            pool_pre_ping=True,
            execution_options={"isolation_level": "REPEATABLE READ"},
        )
    # A reader always ends its transaction: the pool need not roll back once more.
    engine = create_async_engine(
        address.url,
        connect_args=_sqlite_options(),
        pool_size=READERS,
        max_overflow=0,
        pool_reset_on_return=None,
    )
    _prepare(engine, begin="BEGIN", read_only=True)
    return engine


def _sqlite_options() -> dict[str, object]:
    return {"isolation_level": None, "timeout": BUSY_SECONDS, "async_creator_fn": connect}


def _prepare(engine: AsyncEngine, *, begin: str, read_only: bool) -> None:
    def set_pragmas(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in ("foreign_keys=ON", "synchronous=FULL", "query_only=ON" if read_only else "secure_delete=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", set_pragmas)
    event.listen(engine.sync_engine, "begin", start)


class Driver(Protocol):
    """The connection below SQLAlchemy's compiler, for the few statements that must be quick."""

    async def begin(self) -> None: ...
    async def commit(self) -> None: ...
    async def rollback(self) -> None: ...

    async def fetch(self, statement: str, parameters: Sequence[object] = ()) -> Sequence[Row]:
        """All rows at once: an unfetched RETURNING would keep the statement, and the transaction, open."""
        ...

    def places(self, columns: int, rows: int = 1) -> str:
        """Places for parameters, row by row: ``(?,?),(?,?)`` or ``($1,$2),($3,$4)``."""
        ...

    @property
    def locks_rows(self) -> bool:
        """True where a row must be locked by FOR UPDATE: there the write lock is not the whole database's."""
        ...


class SqliteDriver:
    """aiosqlite directly: one hop to its thread a statement, where SQLAlchemy's cursor needs four."""

    locks_rows = False

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def begin(self) -> None:
        await self._connection.execute_fetchall("BEGIN IMMEDIATE")

    async def commit(self) -> None:
        await self._connection.execute_fetchall("COMMIT")

    async def rollback(self) -> None:
        # Not the statement: after a full disk SQLite may have rolled back already, and that is no error.
        await self._connection.rollback()

    async def fetch(self, statement: str, parameters: Sequence[object] = ()) -> Sequence[Row]:
        # Plain tuples: no row factory is set, whatever the annotation says.
        return cast(Sequence[Row], await self._connection.execute_fetchall(statement, parameters))

    def places(self, columns: int, rows: int = 1) -> str:
        return ",".join(["(" + ",".join("?" * columns) + ")"] * rows)


class PostgresDriver:
    """The same over asyncpg; SQLAlchemy keeps the transaction."""

    locks_rows = True

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._transaction: AsyncTransaction | None = None

    async def begin(self) -> None:
        self._transaction = await self._connection.begin()

    async def commit(self) -> None:
        if self._transaction is not None:
            await self._transaction.commit()

    async def rollback(self) -> None:
        if self._transaction is not None and self._transaction.is_active:
            await self._transaction.rollback()

    async def fetch(self, statement: str, parameters: Sequence[object] = ()) -> Sequence[Row]:
        result = await self._connection.exec_driver_sql(statement, tuple(parameters))
        return [tuple(row) for row in result.fetchall()] if result.returns_rows else []

    def places(self, columns: int, rows: int = 1) -> str:
        return ",".join(
            "(" + ",".join(f"${row * columns + column + 1}" for column in range(columns)) + ")" for row in range(rows)
        )


async def driver_of(connection: AsyncConnection) -> Driver:
    """The driver below an open connection."""
    raw = await connection.get_raw_connection()
    if isinstance(raw.driver_connection, OneHopConnection):
        return SqliteDriver(raw.driver_connection.inner)
    return PostgresDriver(connection)
