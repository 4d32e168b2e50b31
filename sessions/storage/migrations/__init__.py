"""From any earlier schema to today's, run when a store opens.

To change the schema: change ``schema.py``, then run ``python -m sessions.storage.migrations "Adds certificates"``.
It writes ``versions/rNNNN_adds_certificates.py`` from the difference; read it, format it, commit both. A test holds
migrations and schema against each other. Two things to keep in mind:

* a column added to a journalled table is nullable, so that the digests of rows already there stay as they are;
* foreign keys are not enforced while a migration runs, and checked before it is committed.
"""

import asyncio
import os
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from sessions.storage.engine import Address, driver_of
from sessions.storage.errors import (
    CannotOpen,
    DatabaseIsNewer,
    DatabaseIsOlder,
    DatabaseIsReadOnly,
    ForeignDatabase,
    MigrationFailed,
    NotADatabase,
    explain,
)
from sessions.storage.journal import GENESIS
from sessions.storage.schema import journal_head, metadata

FOLDER = Path(__file__).parent
_HEADER = b"SQLite format 3\x00"
_FIRST = {"id": 1, "seq": 0, "hash": GENESIS}
_LOCK = 6_279_201  # any number of our own: one process at a time migrates a server's database


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file."""
    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.set_main_option("file_template", "r%%(rev)s_%%(slug)s")
    made.attributes["connection"] = connection
    made.attributes["rebuild"] = True  # SQLite changes a constraint only by building the table anew
    return made


def newest() -> str:
    """The revision this version of Marathon needs."""
    return _read_versions(FOLDER)[0]


def known_revisions() -> frozenset[str]:
    """Every revision this version knows a way from."""
    return _read_versions(FOLDER)[1]


@cache
def _read_versions(_folder: Path) -> tuple[str, frozenset[str]]:
    """The newest and all; once a process, for reading them takes longer than opening a database."""
    scripts = ScriptDirectory.from_config(config())
    head = scripts.get_current_head()
    if head is None:
        raise RuntimeError("the package carries no migrations")
    return head, frozenset(script.revision for script in scripts.walk_revisions())


async def prepare_database(address: Address, engine: AsyncEngine, *, migrate: bool) -> None:
    """Creates or upgrades the database as needed; raises a StorageError, and changes nothing, when it cannot be used.

    Before an upgrade of an existing SQLite file a copy is kept beside it as ``FILE.before-REVISION``.
    """
    if address.in_memory:
        async with engine.begin() as connection:
            await connection.run_sync(create)
        return
    if address.path is not None:
        await asyncio.to_thread(_look_at_file, address.path)
    async with engine.connect() as connection:
        driver = await driver_of(connection)
        if address.is_sqlite:
            await driver.fetch("PRAGMA foreign_keys=OFF")  # has no effect inside a transaction
        async with connection.begin():
            if not address.is_sqlite:
                await driver.fetch("SET LOCAL lock_timeout = 0")  # another process may have much to bring up to date
                await driver.fetch(f"SELECT pg_advisory_xact_lock({_LOCK})")
            found = await connection.run_sync(_find_revision, address)
            if found != newest():
                if not migrate:
                    raise DatabaseIsOlder(found=found or "none", known=newest())
                if address.path is not None and found is not None:
                    await asyncio.to_thread(_copy, address.path, Path(f"{address.path}.before-{found}"))
                await _bring_up_to_date(connection, found)
        if address.is_sqlite:
            await driver.fetch("PRAGMA foreign_keys=ON")
            await driver.fetch("PRAGMA journal_mode=WAL")


async def _bring_up_to_date(connection: AsyncConnection, found: str | None) -> None:
    try:
        if found is None:
            await connection.run_sync(create)
            await connection.run_sync(_stamp)
        else:
            await connection.run_sync(upgrade)
            await connection.run_sync(_check_foreign_keys)
    except Exception as error:
        known = explain(error)
        if known is not None:
            raise known from error
        raise MigrationFailed(reason=str(error)) from error


def create(connection: Connection) -> None:
    """Today's schema on an empty database, which has no past to migrate."""
    metadata.create_all(connection)
    connection.execute(journal_head.insert().values(_FIRST))


def _stamp(connection: Connection) -> None:
    """Says that the database has today's revision, for the migrations to come."""
    MigrationContext.configure(connection).stamp(ScriptDirectory.from_config(config()), newest())


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Brings an open connection's database to a revision, inside its transaction."""
    command.upgrade(config(connection), revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Takes an open connection's database back to a revision (``base``: empty), inside its transaction."""
    command.downgrade(config(connection), revision)


def find_revision(connection: Connection) -> str | None:
    """The revision a database has, None when it was never migrated."""
    return MigrationContext.configure(connection).get_current_revision()


def _find_revision(connection: Connection, address: Address) -> str | None:
    tables = inspect(connection).get_table_names()
    found = find_revision(connection) if "alembic_version" in tables else None
    if found is None and set(tables) - {"alembic_version"}:
        raise ForeignDatabase(path=address)
    if found is not None and found not in known_revisions():
        raise DatabaseIsNewer(found=found, known=newest())
    return found


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"a migration left rows that refer to nothing: {broken[:5]}")


def _look_at_file(path: Path) -> None:
    """Finds what is wrong with a file before SQLite touches it."""
    if not path.parent.is_dir():
        raise CannotOpen(path=path, reason=f"the folder {path.parent} does not exist")
    if path.is_dir():
        raise CannotOpen(path=path, reason="it is a folder")
    if not _may(path.parent, os.W_OK | os.X_OK):
        raise CannotOpen(path=path, reason=f"the folder {path.parent} may not be written")
    if not path.exists():
        return
    if not _may(path, os.R_OK | os.W_OK):
        raise DatabaseIsReadOnly()
    with path.open("rb") as file:
        start = file.read(len(_HEADER))
    if start not in (b"", _HEADER):
        raise NotADatabase(path=path)


def _may(path: Path, mode: int) -> bool:
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)


def _copy(source: Path, target: Path) -> None:
    """A consistent copy by SQLite's backup, complete or not there at all."""
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(unfinished)) as writing:
        reading.backup(writing)
    unfinished.replace(target)
