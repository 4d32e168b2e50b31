"""What a unit may do between BEGIN and COMMIT: journalled writes, and reads on the same connection."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.storage.journal import Entry, Noted, Values, digest, to_plain
from sessions.storage.schema import JOURNALLED, evidence

_ROWS_AT_ONCE = 500


class Transaction:
    """One unit's door to the database. ``connection`` reads, and writes tables that are not journalled."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._entries: list[Entry] = []

    @property
    def connection(self) -> AsyncConnection:
        return self._connection

    async def insert(self, table: Table, values: Values, entry: Entry) -> RowMapping:
        """Inserts into a journalled table; the row as stored, its digest noted in ``entry``."""
        _must_be_journalled(table)
        result = await self._connection.execute(insert(table).values(_plain(values)).returning(*table.c))
        row = result.mappings().one()
        self._note(table, row, entry)
        return row

    async def insert_many(self, table: Table, values: Sequence[Values], entry: Entry) -> Sequence[RowMapping]:
        """One multi-row insert; the rows as stored, in order."""
        _must_be_journalled(table)
        self.record(entry)
        if not values:
            return []
        rows = await insert_in_order(self._connection, table, [_plain(row) for row in values])
        for row in rows:
            self._note(table, row, entry)
        return rows

    async def update(self, table: Table, row_id: int, values: Values, entry: Entry) -> RowMapping:
        """Updates one row of a journalled table; the row as stored now. LookupError when there is none."""
        _must_be_journalled(table, appended=False)
        statement = update(table).where(table.c.id == row_id).values(_plain(values)).returning(*table.c)
        row = (await self._connection.execute(statement)).mappings().one_or_none()
        if row is None:
            raise LookupError(f"{table.name} has no row {row_id}")
        self._note(table, row, entry)
        return row

    async def update_many(self, table: Table, values: Mapping[int, Values], entry: Entry) -> None:
        """Updates many rows of a journalled table, by id, each with values of the same columns: two round trips for
        hundreds of rows. LookupError when one is missing."""
        _must_be_journalled(table, appended=False)
        self.record(entry)
        ids = list(values)
        for start in range(0, len(ids), _ROWS_AT_ONCE):
            some = ids[start : start + _ROWS_AT_ONCE]
            columns: dict[str, object] = {column: bindparam(f"new_{column}") for column in values[some[0]]}
            statement = update(table).where(table.c.id == bindparam("row_id")).values(columns)
            given = [
                {"row_id": one, **{f"new_{name}": value for name, value in _plain(values[one]).items()}} for one in some
            ]
            await self._connection.execute(statement, given)
            rows = (await self._connection.execute(select(table).where(table.c.id.in_(some)))).mappings().all()
            if len(rows) != len(some):
                raise LookupError(f"{table.name} has no row {min(set(some) - {row['id'] for row in rows})}")
            for row in sorted(rows, key=lambda row: int(row["id"])):
                self._note(table, row, entry)

    async def delete(self, table: Table, row_id: int, entry: Entry) -> None:
        """Deletes one row of a journalled table (bindings of things gone; never evidence). LookupError when none."""
        _must_be_journalled(table, appended=False)
        statement = delete(table).where(table.c.id == row_id).returning(table.c.id)
        if (await self._connection.execute(statement)).one_or_none() is None:
            raise LookupError(f"{table.name} has no row {row_id}")
        self.record(entry)
        entry.rows.append((table.name, row_id, None))

    def record(self, entry: Entry) -> None:
        """A journal entry that changes no journalled row. Entries given to insert/update/delete record themselves."""
        if not any(known is entry for known in self._entries):
            self._entries.append(entry)

    @property
    def lines(self) -> list[tuple[Entry, Sequence[Noted]]]:
        """The entries so far with the rows they wrote, as the journal takes them."""
        return [(entry, entry.rows) for entry in self._entries]

    def _note(self, table: Table, row: RowMapping, entry: Entry) -> None:
        self.record(entry)
        entry.rows.append((table.name, row["id"], digest(table, {column.name: row[column.name] for column in table.c})))


async def insert_in_order(
    connection: AsyncConnection, table: Table, values: Sequence[Mapping[str, object]]
) -> Sequence[RowMapping]:
    """Inserts many rows with ids given by the database; the rows as stored, in the order of ``values``.

    SQLAlchemy can hold that order on SQLite only by one statement a row (30,000 round trips for 6,000 applications).
    SQLite numbers the rows of one statement upwards in the order in which they are written, and nobody else writes
    meanwhile, so there the ids say it.
    """
    if connection.dialect.name != "sqlite":
        statement = insert(table).returning(*table.c, sort_by_parameter_order=True)
        return (await connection.execute(statement, list(values))).mappings().all()
    result = await connection.execute(insert(table).returning(*table.c), list(values))
    return sorted(result.mappings().all(), key=lambda row: int(row["id"]))


def _plain(values: Values) -> dict[str, object]:
    return {column: to_plain(value) for column, value in values.items()}


def _must_be_journalled(table: Table, *, appended: bool = True) -> None:
    if table.name not in JOURNALLED:
        raise ValueError(f"{table.name} is not journalled: write it through the connection")
    if table is evidence and not appended:
        raise ValueError("evidence is appended, never overwritten: withdraw it by another piece of evidence")
