"""The open database: readers side by side, one writer with group commit.

A write is a *unit*: a coroutine function that gets a ``Transaction`` and runs between BEGIN IMMEDIATE and COMMIT in
the writer's task, one unit at a time, never a network call inside. Check-ins and other evidence take the hot path:
rows and their journal entries are handed over and committed in groups. Whoever calls is answered only after the
commit that holds their data.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, Self, TypeVar

from sqlalchemy import Table
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor

T = TypeVar("T")
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the journal, before it has its place in the chain: who, when (UTC), what, old, new, why.

    ``old`` and ``new`` hold no personal value: commitments only.
    """

    actor: Actor
    at: datetime
    marathon: str | None
    verb: str
    subject: str
    old: Values | None = None
    new: Values | None = None
    why: str | None = None
    rows: list[tuple[str, int, str | None]] = field(default_factory=list)
    """Filled by the transaction: table, id, digest of the row as stored (None: deleted)."""


class Transaction(Protocol):
    """What a unit may do. ``connection`` reads, and writes tables that are not journalled."""

    @property
    def connection(self) -> AsyncConnection: ...

    async def insert(self, table: Table, values: Values, entry: Entry) -> RowMapping:
        """Inserts into a journalled table; the row as stored, its digest noted in ``entry``."""
        ...

    async def insert_many(self, table: Table, values: Sequence[Values], entry: Entry) -> Sequence[RowMapping]:
        """One multi-row insert; the rows as stored, in order."""
        ...

    async def update(self, table: Table, row_id: int, values: Values, entry: Entry) -> RowMapping:
        """Updates one row of a journalled table; the row as stored now. LookupError when there is none."""
        ...

    async def delete(self, table: Table, row_id: int, entry: Entry) -> None:
        """Deletes one row of a journalled table (bindings of things gone; never evidence)."""
        ...

    def record(self, entry: Entry) -> None:
        """A journal entry that changes no journalled row. Entries given to insert/update/delete record themselves."""
        ...


@dataclass(frozen=True, slots=True)
class EvidenceKept:
    """The answer of the hot path: the row's id, and whether it was there already (same key)."""

    id: int
    at: datetime
    already: bool


class Store:
    """Opened by ``Store.open``; closed by ``close`` after what was handed over is committed."""

    @classmethod
    async def open(cls, url: str, *, migrate: bool = True) -> Self:
        raise NotImplementedError

    async def close(self) -> None:
        raise NotImplementedError

    async def read(self, unit: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        raise NotImplementedError

    async def write(self, unit: Callable[[Transaction], Awaitable[T]]) -> T:
        raise NotImplementedError

    async def append_evidence(self, values: Values, entry: Entry) -> EvidenceKept:
        raise NotImplementedError

    @property
    def idle(self) -> bool:
        """True when no write is queued or running (a rehearsal moves its clock only then)."""
        raise NotImplementedError

    def on_commit(self, callback: Callable[[], None]) -> None:
        """Calls back after every commit of this process, and within a second after those of others."""
        raise NotImplementedError
