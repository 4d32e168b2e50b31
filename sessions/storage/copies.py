"""Backups of a SQLite database: a copy that is whole or not there, and the way back from one.

A copy is made by SQLite's online backup while the bot runs, checked (``PRAGMA integrity_check``, a revision that this
version knows) and only then given its name. A server's database is copied by its own tools (`pg_dump`).
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from sessions.storage.engine import read_address
from sessions.storage.errors import CannotOpen, DatabaseIsNewer, NotADatabase, StorageError, explain
from sessions.storage.migrations import known_revisions, newest

PAGES = 2_000
"""Pages of a step, after which progress is told (8 MB at 4 kB a page)."""

Progress = Callable[[int, int], None]
"""Told after each step: how many pages are copied, of how many."""


class NotAFile(StorageError):
    """{place} is no file that Marathon can copy: use the server's own tools (pg_dump and pg_restore)."""


class CopyExists(StorageError):
    """{path} is there already: choose another name, nothing was overwritten."""


class NoCopy(StorageError):
    """There is no file {path}."""


class InUse(StorageError):
    """The database {path} is open in another program: stop the bot first; nothing was changed."""


class NotOurs(StorageError):
    """{path} is a database, but not one of Marathon's: nothing was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A checked copy. ``entries`` is the number of the journal's last entry, ``head`` its hash."""

    path: Path
    size: int
    revision: str
    entries: int
    head: str
    digest: str
    """SHA-256 of the backup's file, hex."""


def file_of(url: str) -> Path:
    """The SQLite file behind a database URL; NotAFile for a server and for a database in memory."""
    address = read_address(url)
    if address.path is None:
        raise NotAFile(place=address)
    return address.path


def back_up(url: str, target: Path, progress: Progress = lambda _done, _total: None) -> Copy:
    """Copies the database to ``target``, which must not exist; a StorageError leaves nothing behind."""
    source = file_of(url)
    if not source.exists():
        raise NoCopy(path=source)
    if target.exists():
        raise CopyExists(path=target)
    return _copy(source, target, progress)


def read_head(copy: Path) -> tuple[int, str]:
    """Number and hash of the last entry in the journal of a backup. A StorageError when it is none of ours."""
    if not copy.exists():
        raise NoCopy(path=copy)
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as reading:
            _, entries, head = _check(reading, copy)
    except sqlite3.Error as error:
        raise explain(error, str(copy)) or NotADatabase(path=copy) from error
    return entries, head


def restore(copy: Path, url: str, *, kept: str, progress: Progress = lambda _done, _total: None) -> tuple[Copy, Path]:
    """Puts a backup in the database's place; what was there is kept beside it as ``FILE.kept``.

    The copy as restored, and where the former database is now (a path that does not exist when there was none).
    """
    target = file_of(url)
    if not copy.exists():
        raise NoCopy(path=copy)
    former = target.with_name(f"{target.name}.{kept}")
    if former.exists():
        raise CopyExists(path=former)
    fresh = target.with_name(target.name + ".restoring")
    fresh.unlink(missing_ok=True)
    restored = replace(_copy(copy, fresh, progress), path=target, digest=_digest(copy))
    try:
        if target.exists():
            _let_go(target)
            target.rename(former)
        fresh.rename(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return restored, former


def _copy(source: Path, target: Path, progress: Progress) -> Copy:
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.unlink(missing_ok=True)
        source_uri = f"{source.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(source_uri, uri=True)) as reading, closing(sqlite3.connect(unfinished)) as writing:
            # One snapshot for the whole copy: without it the copy begins anew at each commit of the running bot.
            reading.execute("BEGIN")
            reading.execute("SELECT count(*) FROM sqlite_master").fetchone()
            reading.backup(writing, pages=PAGES, progress=lambda _, left, total: progress(total - left, total))
            writing.execute("PRAGMA journal_mode=DELETE")  # one file, no -wal beside it
            revision, entries, head = _check(writing, source)
        _settle(unfinished)
        unfinished.rename(target)
    except (sqlite3.Error, OSError) as error:
        unfinished.unlink(missing_ok=True)
        raise explain(error, str(source)) or NotADatabase(path=source) from error
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    size = target.stat().st_size
    return Copy(path=target, size=size, revision=revision, entries=entries, head=head, digest=_digest(target))


def _check(connection: sqlite3.Connection, source: Path) -> tuple[str, int, str]:
    """Revision, last entry and its hash; a StorageError when this is no database that this version can open."""
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise NotADatabase(path=source)
    try:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        entries, head = connection.execute("SELECT seq, hash FROM journal_head").fetchone()
    except (sqlite3.Error, TypeError) as error:
        raise NotOurs(path=source) from error
    if revision not in known_revisions():
        raise DatabaseIsNewer(found=revision, known=newest())
    return str(revision), int(entries), str(head)


def _settle(path: Path) -> None:
    """Brings the file to the disk before it gets its name."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _let_go(path: Path) -> None:
    """Leaves the WAL mode, which SQLite only does for the last connection: whoever else is connected is found."""
    try:
        with closing(sqlite3.connect(path, timeout=1.0)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise InUse(path=path) from error
        raise CannotOpen(path=path, reason=str(error)) from error
    except sqlite3.DatabaseError:
        return  # damaged: that may be why somebody restores; it is kept as it is
