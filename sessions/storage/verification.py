"""Holds the journal against itself, and the journalled tables against the journal.

First the chain is walked: every entry must have the hash it claims, and follow the one before; the head must be the
last one. Then every row of every journalled table must be as the last entry that wrote it left it. The first
disagreement is named. Both walks go page by page; what the journal expects is spooled to a temporary database, so
that memory does not grow with the journal.
"""

import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import JSON, Column, Table, Text, func, select, type_coerce
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.storage.journal import ERASED, GENESIS, digest, hash_entry
from sessions.storage.personal import commit_to, fold
from sessions.storage.schema import JOURNALLED, journal, journal_head, metadata, personal_values

PAGE = 500
Progress = Callable[[int, int], None]
"""Told after each page: how many entries and rows are done, of how many."""


class Fault(StrEnum):
    """What can disagree."""

    ENTRY_ALTERED = "entry altered"
    ENTRY_MISSING = "entry missing"
    ENTRY_UNLINKED = "entry unlinked"
    TAIL_CUT = "tail cut"
    HEAD_ALTERED = "head altered"
    ROW_EDITED = "row edited"
    ROW_ADDED = "row added"
    ROW_DELETED = "row deleted"
    VALUE_ALTERED = "value altered"
    VALUE_MISSING = "value missing"
    VALUE_RESTORED = "value restored"
    HEAD_UNKNOWN = "head unknown"
    HEAD_RESTORED_AWAY = "head restored away"


_SENTENCES = {
    Fault.ENTRY_ALTERED: "Journal entry {entry} was altered: it no longer has the hash it was given.",
    Fault.ENTRY_MISSING: "Journal entry {entry} was removed.",
    Fault.ENTRY_UNLINKED: "Journal entry {entry} does not follow the one before it: one of the two was replaced.",
    Fault.TAIL_CUT: "The end of the journal was cut off: entry {entry} and those after it are missing.",
    Fault.HEAD_ALTERED: "The journal's head does not point at its last entry, {entry}: one of the two was altered.",
    Fault.ROW_EDITED: "{row} was edited behind the journal: it is not as entry {entry} left it.",
    Fault.ROW_ADDED: "{row} was added behind the journal: no entry tells of it.",
    Fault.ROW_DELETED: "{row} was deleted behind the journal: entry {entry} wrote it, and no entry deletes it.",
    Fault.VALUE_ALTERED: "{row} was altered behind the journal: it is not the value committed to by entry {entry}.",
    Fault.VALUE_MISSING: "{row} was removed behind the journal: entry {entry} kept it, and no entry erases it.",
    Fault.VALUE_RESTORED: "{row} was put back behind the journal: entry {entry} erased it.",
    Fault.HEAD_UNKNOWN: "{witness} has a head that the journal has no longer: the journal's end was cut off, or it was"
    " rewritten, after that head was written down.",
    Fault.HEAD_RESTORED_AWAY: "{witness} has a head that the journal has no longer: entry {entry} says that the"
    " database was restored from a backup since, and what came after that backup is gone.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """The first place where the record does not agree with itself. ``entry`` is the entry that shows it, if any."""

    fault: Fault
    entry: int | None = None
    table: str | None = None
    row: int | None = None
    witness: str | None = None
    """Where a head was written down that the journal does not have."""

    @property
    def sentence(self) -> str:
        """For an organiser, in English: the command line and the inspection pack show it."""
        noun = (self.table or "").removesuffix("s").replace("_", " ").capitalize()
        return _SENTENCES[self.fault].format(entry=self.entry, row=f"{noun} {self.row}", witness=self.witness)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """All agrees. ``erased`` personal values are gone, rightly: erased by the entries ``erased_by``."""

    entries: int
    rows: int
    erased: int = 0
    erased_by: tuple[int, ...] = ()
    head: str = GENESIS
    """The hash of the last entry: written down elsewhere, it also proves that nothing was cut off later."""


class _Found(Exception):
    """The walk ends at the first disagreement."""

    def __init__(self, disagreement: Disagreement) -> None:
        super().__init__(disagreement.sentence)
        self.disagreement = disagreement


async def verify(
    connection: AsyncConnection, progress: Progress = lambda _done, _total: None
) -> Verified | Disagreement:
    """Verifies the whole record on one snapshot: call it inside ``Store.read``."""
    with closing(sqlite3.connect("")) as spool:  # an empty name: a temporary file that SQLite removes itself
        try:
            return await _Walk(connection, spool, progress).run()
        except _Found as found:
            return found.disagreement


class _Walk:
    def __init__(self, connection: AsyncConnection, spool: sqlite3.Connection, progress: Progress) -> None:
        self._connection = connection
        self._spool = spool
        self._progress = progress
        self._done = self._total = 0
        self._erased = 0
        spool.execute(
            "CREATE TABLE expected (name TEXT, id INTEGER, digest TEXT, entry INTEGER, erased_by INTEGER,"
            " PRIMARY KEY (name, id)) WITHOUT ROWID"
        )

    async def run(self) -> Verified:
        tables = [table for table in metadata.sorted_tables if table.name in JOURNALLED]
        counts = [await self._connection.scalar(select(func.count()).select_from(t)) or 0 for t in (journal, *tables)]
        self._total = sum(counts)
        entries, head = await self._walk_chain()
        for table in tables:
            await self._walk_table(table)
        erased_by = self._spool.execute("SELECT DISTINCT erased_by FROM expected WHERE erased_by > 0 ORDER BY 1")
        return Verified(
            entries=entries,
            rows=self._done - entries,
            erased=self._erased,
            erased_by=tuple(entry for (entry,) in erased_by),
            head=head,
        )

    async def _walk_chain(self) -> tuple[int, str]:
        """Number and hash of the last entry."""
        seq, previous = 0, GENESIS
        async for found, fields in self._rows(journal):
            if found != seq + 1:
                raise _Found(Disagreement(fault=Fault.ENTRY_MISSING, entry=seq + 1))
            seq = found
            if fields is None or _hash_or_none(fields) != fields["hash"]:
                raise _Found(Disagreement(fault=Fault.ENTRY_ALTERED, entry=seq))
            if fields["previous"] != previous:
                raise _Found(Disagreement(fault=Fault.ENTRY_UNLINKED, entry=seq))
            previous = str(fields["hash"])
            self._expect(seq, fields)
        head = (await self._connection.execute(select(journal_head.c.seq, journal_head.c.hash))).all()
        if len(head) == 1 and isinstance(head[0].seq, int) and head[0].seq > seq:
            raise _Found(Disagreement(fault=Fault.TAIL_CUT, entry=seq + 1))
        if [tuple(row) for row in head] != [(seq, previous)]:
            raise _Found(Disagreement(fault=Fault.HEAD_ALTERED, entry=seq))
        return seq, previous

    def _expect(self, seq: int, fields: Mapping[str, object]) -> None:
        rows = fields["rows"]
        if not isinstance(rows, list):
            raise _Found(Disagreement(fault=Fault.ENTRY_ALTERED, entry=seq))
        erased_by = seq if fields["verb"] == ERASED else None
        self._spool.executemany(
            "INSERT INTO expected VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET digest = excluded.digest,"
            " entry = excluded.entry, erased_by = coalesce(excluded.erased_by, erased_by)",
            [(name, row_id, row_digest, seq, erased_by) for name, row_id, row_digest in rows],
        )

    async def _walk_table(self, table: Table) -> None:
        """Both sides in the order of ids: what only one of them has was added or deleted."""
        expected = self._expected(table.name)
        wanted = next(expected, None)
        async for row_id, fields in self._rows(table):
            if wanted is not None and wanted.id < row_id:
                break
            if wanted is None or wanted.id > row_id:
                raise _Found(Disagreement(fault=Fault.ROW_ADDED, table=table.name, row=row_id))
            if fields is None or _digest_or_none(table, fields) != wanted.digest:
                raise _Found(Disagreement(fault=Fault.ROW_EDITED, entry=wanted.entry, table=table.name, row=row_id))
            if table is personal_values:
                self._check_value(wanted, fields)
            wanted = next(expected, None)
        if wanted is not None:
            raise _Found(Disagreement(fault=Fault.ROW_DELETED, entry=wanted.entry, table=table.name, row=wanted.id))

    def _check_value(self, wanted: "_Expected", fields: Mapping[str, object]) -> None:
        def found(fault: Fault, entry: int | None = wanted.entry) -> _Found:
            return _Found(Disagreement(fault=fault, entry=entry, table=personal_values.name, row=wanted.id))

        value, salt, match = fields["value"], fields["salt"], fields["match"]
        if (value, salt, match) == (None, None, None):
            if wanted.erased_by is None:
                raise found(Fault.VALUE_MISSING)
            self._erased += 1
            return
        if wanted.erased_by is not None:
            raise found(Fault.VALUE_RESTORED, wanted.erased_by)
        if value is None:
            raise found(Fault.VALUE_MISSING)
        if not _is_committed(value, salt, match, fields["commitment"]):
            raise found(Fault.VALUE_ALTERED)

    def _expected(self, name: str) -> Iterator["_Expected"]:
        rows = self._spool.execute(
            "SELECT id, digest, entry, erased_by FROM expected WHERE name = ? AND digest IS NOT NULL ORDER BY id",
            (name,),
        )
        return (_Expected(*row) for row in rows)

    async def _rows(self, table: Table) -> AsyncIterator[tuple[int, dict[str, object] | None]]:
        """The rows in the order of their key, page by page, JSON decoded; None for one that cannot be read at all."""
        key: Column[int] = next(iter(table.primary_key.columns))
        last: int | None = None
        while True:
            page = select(key).order_by(key).limit(PAGE)
            ids = list((await self._connection.execute(page if last is None else page.where(key > last))).scalars())
            if not ids:
                return
            for row_id, fields in (await self._read_page(table, key, ids)).items():
                yield row_id, fields
            last = ids[-1]
            self._done += len(ids)
            self._progress(self._done, self._total)

    async def _read_page(self, table: Table, key: Column[int], ids: list[int]) -> dict[int, dict[str, object] | None]:
        columns = [type_coerce(c, Text).label(c.name) if isinstance(c.type, JSON) else c for c in table.columns]
        statement = select(*columns).where(key.between(ids[0], ids[-1])).order_by(key)
        try:
            rows = (await self._connection.execute(statement)).mappings().all()
        except DBAPIError:  # text that is no UTF-8: find the row it stands in
            if len(ids) == 1:
                return {ids[0]: None}
            middle = len(ids) // 2
            first = await self._read_page(table, key, ids[:middle])
            return first | await self._read_page(table, key, ids[middle:])
        return {
            row_id: _decode(table, {str(name): value for name, value in row.items()})
            for row_id, row in zip(ids, rows, strict=True)
        }


@dataclass(frozen=True, slots=True)
class _Expected:
    """What the journal says of a row: as which entry left it, and which one erased it, if any."""

    id: int
    digest: str
    entry: int
    erased_by: int | None


def _decode(table: Table, row: Mapping[str, object]) -> dict[str, object] | None:
    fields: dict[str, object] = {}
    for column in table.columns:
        value = row[column.name]
        if isinstance(column.type, JSON) and isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                return None
        fields[column.name] = value
    return fields


def _hash_or_none(fields: Mapping[str, object]) -> str | None:
    """None for fields no entry can have (bytes, NaN)."""
    try:
        return hash_entry(fields)
    except (TypeError, ValueError):
        return None


def _digest_or_none(table: Table, fields: Mapping[str, object]) -> str | None:
    try:
        return digest(table, fields)
    except (TypeError, ValueError):
        return None


def _is_committed(value: object, salt: object, match: object, commitment: object) -> bool:
    if not isinstance(value, str) or not isinstance(salt, str) or match != fold(value):
        return False
    try:
        return commit_to(salt, value) == commitment
    except ValueError:
        return False
