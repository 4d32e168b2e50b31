"""Copies of the whole record, made while the bot runs, and put back with nothing trusted unseen.

A copy is complete and sound or is not there at all: it is made beside its target under another name, looked through
by SQLite (``integrity_check``, ``foreign_key_check``) and by us (the journal against every row), and only then
renamed. PostgreSQL brings its own tools for this (``pg_dump``, ``pg_restore``): an address there is refused.
"""

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sessions.storage.engine import read_address
from sessions.storage.errors import (
    BackupDisagrees,
    CannotOpen,
    DatabaseExists,
    DatabaseInUse,
    ForeignDatabase,
    NotADatabase,
    NotAFile,
    explain,
)
from sessions.storage.store import Store
from sessions.storage.verification import Disagreement, Progress, Verified, verify

_PAGES_AT_ONCE = 256
"""A few pages at a time, so that the running bot's writes get their turn (256 pages of 4 KiB: 1 MiB)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A copy that was made and verified: where it is, its size in bytes, what the journal says of it."""

    path: Path
    size: int
    verified: Verified


def _say_nothing(_done: int, _total: int) -> None:
    return None


async def backup(url: str, target: Path, progress: Progress = _say_nothing) -> Copied:
    """Copies the database at ``url`` to a file, online. A folder as target: the file gets the database's name.

    Raises a StorageError, and leaves no file, when the copy cannot be made or does not agree with itself.
    """
    source = _file_at(url)
    target = await asyncio.to_thread(_name_target, source, target)
    return await _copy(source, target, progress)


async def restore(source: Path, url: str, progress: Progress = _say_nothing, *, replace: bool = False) -> Copied:
    """Puts a copy in the place of the database at ``url``.

    A database that is there already is refused (DatabaseExists), or with ``replace`` kept beside the new one as
    ``FILE.before-restore``; never while anybody has it open (DatabaseInUse). Raises a StorageError, and changes
    nothing, when the copy is not sound.
    """
    target = _file_at(url)
    await asyncio.to_thread(_must_be_free, target, replace)
    return await _copy(source, target, progress, keep_old=True)


async def _copy(source: Path, target: Path, progress: Progress, *, keep_old: bool = False) -> Copied:
    """Makes the copy in a folder of its own beside the target, verifies it, and only then gives it its name."""
    try:
        with TemporaryDirectory(prefix=".marathon-", dir=target.parent) as workshop:
            copy = Path(workshop, "copy.db")
            await asyncio.to_thread(_copy_pages, source, copy)
            verified = await _verify(copy, source, progress)
            size = await asyncio.to_thread(_finish, copy, target, keep_old)
    except (OSError, sqlite3.Error) as error:
        raise explain(error, str(target if isinstance(error, OSError) else source)) or error from error
    return Copied(path=target, size=size, verified=verified)


def _file_at(url: str) -> Path:
    address = read_address(url)
    if address.path is None:
        raise NotAFile(place=address)
    return address.path


def _name_target(source: Path, target: Path) -> Path:
    if target.is_dir():
        target = target / source.name
    if target.exists() and source.exists() and target.samefile(source):
        raise CannotOpen(path=target, reason="a copy cannot take the place of its original")
    return target


def _must_be_free(target: Path, replace: bool) -> None:
    """Nobody may have it open: only then can a WAL database change its journal mode."""
    if not target.exists():
        return
    if not replace:
        raise DatabaseExists(path=target)
    try:
        with closing(sqlite3.connect(target, timeout=0)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        raise DatabaseInUse(path=target) from error
    except sqlite3.DatabaseError:
        return  # a damaged database is just what one restores


def _copy_pages(source: Path, copy: Path) -> None:
    if not source.is_file():
        raise CannotOpen(path=source, reason="there is no such file")
    with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(copy)) as writing:
        reading.backup(writing, pages=_PAGES_AT_ONCE, sleep=0.001)
        writing.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        problems = [problem for (problem,) in writing.execute("PRAGMA integrity_check(1)") if problem != "ok"]
        broken = writing.execute("PRAGMA foreign_key_check").fetchone()
    if problems or broken:
        raise BackupDisagrees(
            path=source, reason=problems[0] if problems else f"a row of {broken[0]} refers to nothing"
        )


async def _verify(copy: Path, source: Path, progress: Progress) -> Verified:
    """Verifies a copy of the copy, brought up to date: what an older version left stays as it left it."""
    scratch = copy.with_name("scratch.db")
    await asyncio.to_thread(shutil.copyfile, copy, scratch)
    try:
        store = await Store.open(str(scratch))
    except (ForeignDatabase, NotADatabase) as error:
        raise type(error)(path=source) from error
    try:
        found = await store.read(lambda connection: verify(connection, progress))
    finally:
        await store.close()
    if isinstance(found, Disagreement):
        raise BackupDisagrees(path=source, reason=found.sentence.rstrip("."))
    return found


def _finish(copy: Path, target: Path, keep_old: bool) -> int:
    """On the disk before it has its name; the size in bytes."""
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    if keep_old and target.exists():
        target.replace(target.with_name(f"{target.name}.before-restore"))
    copy.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return target.stat().st_size
