"""The processes that share one database on a server: who lives, whose shards are whose, which one keeps house.

Each process has a connection of its own for this, on which it holds advisory locks: one that says that it lives, one a
shard, and one of them the house's. The server frees them when the connection ends, however it ends: a killed process is
known to be dead at once, a machine that vanished after some ten seconds (TCP keepalive). So there are no rows of the
living to be kept up to date, and no clocks to be compared.

The same connection listens for NOTIFY, which is only a hint to look sooner.
"""

import asyncio
import secrets
from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import ColumnElement, ScalarSelect, Select, Text, cast, column, func, select, table
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from sessions.domain.shards import Shards
from sessions.storage.engine import Address, Row
from sessions.storage.errors import StorageError

CHANNEL = "marathon"
_LIVES, _SHARD, _HOUSE = 0x4D521, 0x4D522, 0x4D523
"""The first of an advisory lock's two numbers. The second: the process, count << 16 | shard, 0."""
_KEEPALIVE = {"tcp_keepalives_idle": "5", "tcp_keepalives_interval": "2", "tcp_keepalives_count": "3"}
_SEEN = "SELECT (SELECT seq FROM journal_head), (SELECT max(id) FROM deliveries)"
_LOCKS = table("pg_locks", *map(column, ("locktype", "classid", "objid", "granted", "database")))


class ShardTaken(StorageError):
    """Shard {shard} is run by another process already: give this one other shards (MARATHON_SHARDS), or stop the
    other."""


class OtherCount(StorageError):
    """Another process runs shards of {found}, this one was given shards of {count}: all must divide the servers
    alike (MARATHON_SHARDS)."""


class NeedsServer(StorageError):
    """Shards {shards} of {count} leave servers to other processes, and several processes need PostgreSQL: see
    MARATHON_SHARDS and MARATHON_DATABASE_URL."""


class Processes:
    """This process among the others. ``owner`` is its name in the ledger's claims."""

    def __init__(self, address: Address) -> None:
        self._engine = create_async_engine(
            address.url,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            connect_args={"server_settings": _KEEPALIVE},
        )
        self._number = secrets.randbelow(2**31)
        self._connection: AsyncConnection | None = None
        self._shards: Shards | None = None
        self._seen: Row | None = None
        self._live: frozenset[int] = frozenset()
        self.present = False
        """Whether the others know that this process lives; while not, its claims are anybody's."""
        self.keeps_house = False
        self.hinted = asyncio.Event()

    @property
    def owner(self) -> str:
        return str(self._number)

    @property
    def bots(self) -> int:
        """How many processes live that were given shards; 1 at least."""
        return max(1, len(self._live))

    async def join(self, shards: Shards) -> None:
        """Makes this process known, and its shards its own. ShardTaken, OtherCount."""
        self._shards = shards
        await self.look()

    async def look(self) -> tuple[bool, bool]:
        """Whether anything was committed since the last look, and whether a process came or went.

        A lost connection is made anew, and this process joins again as it was.
        """
        try:
            if self._connection is None:
                self._connection = await self._connect()
            (seen,) = await self._fetch(_SEEN)
            changed, self._seen = self._seen not in (None, seen), seen
            return changed, await self._look_round()
        except StorageError:
            raise
        except BaseException:
            await self._let_go()
            raise

    async def close(self) -> None:
        await self._let_go()
        await self._engine.dispose()

    async def _connect(self) -> AsyncConnection:
        connection = await self._engine.connect()
        raw = await connection.get_raw_connection()
        driver = raw.driver_connection
        if driver is not None:
            driver.add_termination_listener(self._end)
            await driver.add_listener(CHANNEL, self._hear)
        return connection

    def _hear(self, *_: object) -> None:
        self.hinted.set()

    def _end(self, *_: object) -> None:
        """The server has let go of us, and of our locks."""
        self.present = self.keeps_house = False
        self.hinted.set()

    async def _look_round(self) -> bool:
        if self._shards is None:
            return False
        before = self.present, self._live, self.keeps_house
        if not self.present:
            await self._enter(self._shards)
        if not self.keeps_house:
            self.keeps_house = await self._try(_HOUSE, 0)
        self._live = frozenset({int(str(one)) for (one,) in await self._select(_live())})
        return before != (self.present, self._live, self.keeps_house)

    async def _enter(self, shards: Shards) -> None:
        await self._try(_LIVES, self._number)
        taken = await self._select(select(cast(_LOCKS.c.objid, Text)).where(_held(_SHARD)))
        other = next((int(str(one)) >> 16 for (one,) in taken if int(str(one)) >> 16 != shards.count), None)
        try:
            if other is not None:
                raise OtherCount(found=other, count=shards.count)
            for shard in shards.ids:
                if not await self._try(_SHARD, shards.count << 16 | shard):
                    raise ShardTaken(shard=f"{shard}/{shards.count}")
        except StorageError:
            await self._let_go()
            raise
        self.present = True

    async def _try(self, first: int, second: int) -> bool:
        ((got,),) = await self._select(select(func.pg_try_advisory_lock(first, second)))
        return bool(got)

    async def _select(self, query: Select[*tuple[object, ...]]) -> Sequence[Row]:
        assert self._connection is not None
        return [tuple(row) for row in (await self._connection.execute(query)).all()]

    async def _fetch(self, statement: str) -> Sequence[Row]:
        assert self._connection is not None
        return [tuple(row) for row in (await self._connection.exec_driver_sql(statement)).all()]

    async def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        self.present = self.keeps_house = False
        if connection is not None:
            try:
                await connection.close()
            except Exception:  # what is lost cannot be closed properly
                with suppress(Exception):
                    await connection.invalidate()


def _held(first: int) -> ColumnElement[bool]:
    here: ScalarSelect[object] = (
        select(column("oid")).select_from(table("pg_database")).where(column("datname") == func.current_database())
    ).scalar_subquery()
    return (
        (_LOCKS.c.locktype == "advisory") & (_LOCKS.c.classid == first) & _LOCKS.c.granted & (_LOCKS.c.database == here)
    )


def _live() -> Select[str]:
    return select(cast(_LOCKS.c.objid, Text)).where(_held(_LIVES))


def is_dead(owner: ColumnElement[str]) -> ColumnElement[bool]:
    """SQL: no living process has this name. Only on a server."""
    return owner.not_in(_live())
