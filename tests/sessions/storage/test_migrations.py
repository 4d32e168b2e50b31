"""Migrations and schema are one truth, and no database is ever left half-way."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, MetaData, create_engine, inspect
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.storage import migrations
from sessions.storage.errors import (
    CannotOpen,
    DatabaseIsNewer,
    DatabaseIsOlder,
    DatabaseIsReadOnly,
    ForeignDatabase,
    MigrationFailed,
    NotADatabase,
    StorageError,
    UnknownDatabase,
)
from sessions.storage.schema import metadata
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests import postgres
from tests.builders import a_store
from tests.sessions.storage.records import fill

LATER = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9001", "{before}", None, None


def upgrade() -> None:
    op.add_column("cohorts", sa.Column("colour", sa.Text(), nullable=True))
    {then}


def downgrade() -> None:
    op.drop_column("cohorts", "colour")
"""


def describe(connection: Connection) -> dict[str, object]:
    """Everything reflection knows of every table, in an order that does not matter."""
    inspector = inspect(connection)

    def rows(found: object) -> list[str]:
        return sorted(map(repr, found if isinstance(found, list) else [found]))

    return {
        table: (
            rows(inspector.get_columns(table)),
            rows(inspector.get_pk_constraint(table)),
            rows(inspector.get_foreign_keys(table)),
            rows(inspector.get_unique_constraints(table)),
            rows(inspector.get_indexes(table)),
        )
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


@contextmanager
def empty_database() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def test_migrations_build_what_the_schema_says() -> None:
    with empty_database() as migrated, empty_database() as created:
        migrations.upgrade(migrated)
        metadata.create_all(created)

        context = MigrationContext.configure(migrated, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert describe(migrated) == describe(created)


def test_the_schema_has_nothing_that_migrations_do_not_build() -> None:
    with empty_database() as connection:
        migrations.upgrade(connection)
        built = MetaData()
        built.reflect(connection)

    assert set(built.tables) - {"alembic_version"} == set(metadata.tables)


def test_going_back_to_the_beginning_leaves_nothing_and_the_way_forward_is_the_same() -> None:
    with empty_database() as connection:
        migrations.upgrade(connection)
        first = describe(connection)
        migrations.downgrade(connection, "base")
        assert describe(connection) == {}
        migrations.upgrade(connection)
        assert describe(connection) == first


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A later version of Marathon, with one more migration; call ``release`` to switch to it."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def release(later: Path, monkeypatch: pytest.MonkeyPatch, then: str = "pass") -> str:
    """Switches to the later version; the revision before it."""
    before = migrations.newest()
    (later / "versions" / "r9001_adds_a_colour.py").write_text(LATER.format(before=before, then=then))
    monkeypatch.setattr(migrations, "FOLDER", later)
    return before


async def test_an_upgrade_keeps_a_copy_and_the_journal_still_agrees(
    tmp_path: Path, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "marathon.db"
    async with a_store(str(path)) as store:
        await fill(store)
        verified = await store.read(verify)
    before = release(later, monkeypatch)

    async with a_store(str(path)) as store:
        assert await store.read(verify) == verified

    assert isinstance(verified, Verified)
    copy = tmp_path / f"marathon.db.before-{before}"
    with closing(sqlite3.connect(path)) as upgraded, closing(sqlite3.connect(copy)) as kept:
        assert columns(upgraded, "cohorts") == [*columns(kept, "cohorts"), "colour"]
        assert kept.execute("SELECT hash FROM journal_head").fetchall() == [(verified.head,)]
    assert files_of(path) == ["marathon.db", copy.name]


async def test_an_upgrade_that_fails_leaves_the_database_as_it_was(
    tmp_path: Path, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "marathon.db"
    async with a_store(str(path)) as store:
        await fill(store)
    with closing(sqlite3.connect(path)) as connection:
        before = list(connection.iterdump())
    release(later, monkeypatch, then='raise RuntimeError("no room")')

    refused = await refusal(str(path))

    assert isinstance(refused, MigrationFailed)
    assert str(refused) == "The database could not be brought up to date, and is as it was: no room."

    with closing(sqlite3.connect(path)) as connection:
        assert list(connection.iterdump()) == before


async def test_a_database_from_a_newer_version_is_refused_untouched(
    tmp_path: Path, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "marathon.db"
    with monkeypatch.context() as newer:
        release(later, newer)
        async with a_store(str(path)) as store:
            await fill(store)
    before = path.read_bytes()

    with pytest.raises(DatabaseIsNewer, match=r"its revision is 9001, this version knows up to 0\d+"):
        await Store.open(str(path))

    assert path.read_bytes() == before
    assert files_of(path) == ["marathon.db"]


async def test_without_leave_to_migrate_an_older_database_is_refused(
    tmp_path: Path, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "marathon.db"
    async with a_store(str(path)):
        pass
    release(later, monkeypatch)

    with pytest.raises(DatabaseIsOlder, match="this version needs 9001"):
        await Store.open(str(path), migrate=False)


def files_of(path: Path) -> list[str]:
    """The database file and what lies beside it under its name."""
    return sorted(file.name for file in path.parent.glob(f"{path.name}*"))


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


async def refusal(url: str) -> StorageError:
    with pytest.raises(StorageError) as caught:
        await Store.open(url)
    return caught.value


async def test_what_is_no_database_of_ours_is_refused_with_a_sentence(tmp_path: Path) -> None:
    text, foreign, missing = tmp_path / "notes.txt", tmp_path / "music.db", tmp_path / "nowhere" / "marathon.db"
    text.write_text("Not a database at all.")
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")

    refusals = [await refusal(str(path)) for path in (text, foreign, missing, tmp_path)]

    assert [(type(refused), str(refused)) for refused in refusals] == [
        (NotADatabase, f"{text} is not a database, or is damaged: nothing in it was changed."),
        (ForeignDatabase, f"The database {foreign} holds tables of another program: choose another file for Marathon."),
        (
            CannotOpen,
            f"The database {missing} cannot be opened or created: the folder {missing.parent} does not exist.",
        ),
        (CannotOpen, f"The database {tmp_path} cannot be opened or created: it is a folder."),
    ]
    assert text.read_text() == "Not a database at all."


async def test_a_server_that_is_not_there_or_lacks_the_database_is_named_without_its_password(
    tmp_path: Path, postgres_server: str
) -> None:
    absent = await refusal(f"postgresql://marathon:secret@/marathon?host={tmp_path}")
    unknown = await refusal(postgres.address_of(postgres_server, "nothing"))

    assert (type(absent), type(unknown)) == (CannotOpen, CannotOpen)
    assert "secret" not in str(absent)
    assert str(unknown).endswith('cannot be opened or created: database "nothing" does not exist.')


def _compare(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))


async def test_migrations_build_what_the_schema_says_on_either_engine(store: Store) -> None:
    async def compare(connection: AsyncConnection) -> list[object]:
        return await connection.run_sync(_compare)

    assert await store.read(compare) == []


async def test_a_damaged_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "marathon.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 8000)

    assert isinstance(await refusal(str(path)), NotADatabase)


@pytest.mark.parametrize("url", ["", "mysql://somewhere/marathon", "nonsense://"])
async def test_an_address_of_another_kind_is_refused(url: str) -> None:
    assert isinstance(await refusal(url), UnknownDatabase)


@contextmanager
def somebody_without_rights(modes: dict[Path, int]) -> Iterator[None]:
    """Gives paths these permissions, and obeys them also where the tests run as root, whom none stops."""
    before = {path: path.stat().st_mode for path in modes}
    for path, mode in modes.items():
        path.chmod(mode)
    as_root = os.geteuid() == 0
    if as_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if as_root:
            os.seteuid(0)
        for path, mode in before.items():
            path.chmod(mode)


async def test_a_read_only_folder_or_file_is_refused_with_a_sentence() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "marathon.db"
        async with a_store(str(file)):
            pass
        with somebody_without_rights({folder: 0o555}):
            in_folder = await refusal(str(folder / "new.db"))
        with somebody_without_rights({folder: 0o777, file: 0o444}):
            of_file = await refusal(str(file))

    assert (type(in_folder), type(of_file)) == (CannotOpen, DatabaseIsReadOnly)
    assert str(in_folder).endswith(f"the folder {folder} may not be written.")
