"""Whatever is done to the record with the sqlite3 command line is found, and named."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sessions.storage.engine import read_address, reading_engine
from sessions.storage.journal import hash_entry
from sessions.storage.schema import JOURNALLED, journal, metadata
from sessions.storage.store import Store, Transaction
from sessions.storage.verification import Disagreement, Fault, Verified, verify
from tests.builders import a_store
from tests.sessions.storage.records import fill

TABLES = {name: [column.name for column in metadata.tables[name].columns] for name in sorted({*JOURNALLED, "journal"})}
JSONS = {"changes", "document", "speakers", "reasons", "detail", "old", "new", "rows"}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record on disk, untouched; tests tamper with a copy."""
    path = tmp_path_factory.mktemp("record") / "marathon.db"

    async def build() -> None:
        async with a_store(str(path)) as store:
            await fill(store)

    asyncio.run(build())
    return path


def look(path: Path) -> Verified | Disagreement:
    async def run() -> Verified | Disagreement:
        engine = reading_engine(read_address(str(path)))
        async with engine.connect() as connection:
            found = await verify(connection)
        await engine.dispose()
        return found

    return asyncio.run(run())


def tamper(record: Path, change: Callable[[sqlite3.Connection], object]) -> Path:
    """A copy of the record, changed behind the journal's back."""
    path = record.with_name("tampered.db")
    path.write_bytes(record.read_bytes())
    for leftover in ("tampered.db-wal", "tampered.db-shm"):
        record.with_name(leftover).unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        change(connection)
        connection.commit()
    return path


def after(record: Path, statement: str) -> Disagreement | Verified:
    return look(tamper(record, lambda connection: connection.execute(statement)))


def test_an_untouched_record_agrees(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection:
        (head,) = connection.execute("SELECT hash FROM journal_head").fetchone()

    assert look(record) == Verified(entries=15, rows=25, erased=1, erased_by=(7,), head=head)


@pytest.mark.parametrize(
    ("statement", "expected", "sentence"),
    [
        (
            "UPDATE applications SET status = 'completed'",
            Disagreement(fault=Fault.ROW_EDITED, entry=5, table="applications", row=1),
            "Application 1 was edited behind the journal: it is not as entry 5 left it.",
        ),
        (
            "DELETE FROM evidence WHERE id = 1",
            Disagreement(fault=Fault.ROW_DELETED, entry=10, table="evidence", row=1),
            "Evidence 1 was deleted behind the journal: entry 10 wrote it, and no entry deletes it.",
        ),
        (
            "INSERT INTO cohorts (marathon_id, key, title, capacity) VALUES (1, 'b', 'B', 9)",
            Disagreement(fault=Fault.ROW_ADDED, table="cohorts", row=2),
            "Cohort 2 was added behind the journal: no entry tells of it.",
        ),
        (
            "INSERT INTO bindings (id, marathon_id, purpose, discord_id) VALUES (2, 1, 'channel:1', 71)",
            Disagreement(fault=Fault.ROW_ADDED, table="bindings", row=2),
            "Binding 2 was added behind the journal: no entry tells of it.",
        ),
        (
            "UPDATE journal SET why = 'a friend' WHERE seq = 5",
            Disagreement(fault=Fault.ENTRY_ALTERED, entry=5),
            "Journal entry 5 was altered: it no longer has the hash it was given.",
        ),
        (
            "DELETE FROM journal WHERE seq = 4",
            Disagreement(fault=Fault.ENTRY_MISSING, entry=4),
            "Journal entry 4 was removed.",
        ),
        (
            "DELETE FROM journal WHERE seq > 9",
            Disagreement(fault=Fault.TAIL_CUT, entry=10),
            "The end of the journal was cut off: entry 10 and those after it are missing.",
        ),
        (
            "UPDATE journal_head SET seq = 10",
            Disagreement(fault=Fault.HEAD_ALTERED, entry=15),
            "The journal's head does not point at its last entry, 15: one of the two was altered.",
        ),
        (
            "UPDATE personal_values SET value = 'Somebody Else' WHERE id = 1",
            Disagreement(fault=Fault.VALUE_ALTERED, entry=4, table="personal_values", row=1),
            "Personal value 1 was altered behind the journal: it is not the value committed to by entry 4.",
        ),
        (
            "UPDATE personal_values SET value = NULL, salt = NULL, match = NULL WHERE id = 2",
            Disagreement(fault=Fault.VALUE_MISSING, entry=4, table="personal_values", row=2),
            "Personal value 2 was removed behind the journal: entry 4 kept it, and no entry erases it.",
        ),
        (
            "UPDATE personal_values SET value = 'Björk' WHERE id = 3",
            Disagreement(fault=Fault.VALUE_RESTORED, entry=7, table="personal_values", row=3),
            "Personal value 3 was put back behind the journal: entry 7 erased it.",
        ),
    ],
)
def test_tampering_is_named(record: Path, statement: str, expected: Disagreement, sentence: str) -> None:
    found = after(record, statement)

    assert found == expected
    assert isinstance(found, Disagreement)
    assert found.sentence == sentence


async def test_either_engine_keeps_a_record_that_agrees_until_somebody_tampers(store: Store) -> None:
    await fill(store)
    agreed = await store.read(verify)

    async def tamper_inside(transaction: Transaction) -> None:
        await transaction.connection.exec_driver_sql("UPDATE applications SET reasons = '[]'")

    await store.write(tamper_inside)

    assert isinstance(agreed, Verified)
    assert (agreed.entries, agreed.rows, agreed.erased_by) == (15, 25, (7,))
    assert await store.read(verify) == Disagreement(fault=Fault.ROW_EDITED, entry=5, table="applications", row=1)


def test_an_entry_replaced_together_with_its_hash_breaks_the_chain(record: Path) -> None:
    def replace(connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        fields = dict(connection.execute("SELECT * FROM journal WHERE seq = 5").fetchone())
        fields |= {name: json.loads(fields[name]) for name in ("old", "new", "rows")}
        fields["why"] = "a friend"
        connection.execute("UPDATE journal SET why = ?, hash = ? WHERE seq = 5", ("a friend", hash_entry(fields)))

    assert look(tamper(record, replace)) == Disagreement(fault=Fault.ENTRY_UNLINKED, entry=6)


values = st.one_of(
    st.none(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), st.text(max_size=8), st.binary(max_size=4)
)


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, str, int, str, object]:
    """What, in which table, to which of its rows, in which column, to which value."""
    table = draw(st.sampled_from(sorted(TABLES)))
    column = draw(st.sampled_from(TABLES[table]))
    value = draw(st.sampled_from(['{"x":1}', "[0]", "{", "7"]) if column in JSONS else values)
    return draw(st.sampled_from(["edit", "add", "delete"])), table, draw(st.integers(0, 9)), column, value


def apply(connection: sqlite3.Connection, change: tuple[str, str, int, str, object]) -> None:
    """Does it; IntegrityError where the table's own constraints refuse."""
    what, table, place, column, value = change
    key = "seq" if table == journal.name else "id"
    keys = [row_id for (row_id,) in connection.execute(sql("SELECT", key, "FROM", table, "ORDER BY 1"))]
    target = keys[place % len(keys)]
    if what == "edit":
        connection.execute(sql("UPDATE", table, "SET", f'"{column}"', "= ? WHERE", key, "= ?"), (value, target))
    elif what == "delete":
        connection.execute(sql("DELETE FROM", table, "WHERE", key, "= ?"), (target,))
    else:
        columns = [name for name in TABLES[table] if name != key]
        names = ", ".join(f'"{name}"' for name in columns)
        row = list(connection.execute(sql("SELECT", names, "FROM", table, "WHERE", key, "= ?"), (target,)).fetchone())
        for unique in ({"key", "purpose", "role"} & set(columns)) if table != "cohorts" else ():
            row[columns.index(unique)] = str(value)
        if table == "applications":
            row[columns.index("person_id")] = place + 100
        marks = ", ".join("?" * len(columns))
        insert = sql("INSERT INTO", table, "(", key, ",", names, ") VALUES (?,", marks, ")")
        connection.execute(insert, (max(keys) + 1, *row))


def sql(*words: str) -> str:
    return " ".join(words)


def contents(connection: sqlite3.Connection) -> list[tuple[str, object]]:
    connection.text_factory = bytes
    return [(table, row) for table in TABLES for row in connection.execute(sql("SELECT * FROM", table))]


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(change=changes())
def test_any_single_change_to_a_journalled_row_or_an_entry_is_found(
    record: Path, change: tuple[str, str, int, str, object]
) -> None:
    with closing(sqlite3.connect(record)) as connection:
        before = contents(connection)
    try:
        path = tamper(record, lambda connection: apply(connection, change))
    except (sqlite3.Error, OverflowError, UnicodeEncodeError):
        assume(False)  # the table itself refuses it
    with closing(sqlite3.connect(path)) as connection:
        assume(contents(connection) != before)

    assert isinstance(look(path), Disagreement)
