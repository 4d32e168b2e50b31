"""A copy is sound or is not there at all."""

import shutil
import sqlite3
from collections.abc import Awaitable
from contextlib import closing
from pathlib import Path

import pytest

from sessions.storage.backup import Copied, backup, restore
from sessions.storage.errors import (
    BackupDisagrees,
    CannotOpen,
    DatabaseExists,
    DatabaseInUse,
    ForeignDatabase,
    NotADatabase,
    NotAFile,
    StorageError,
)
from sessions.storage.store import Store
from sessions.storage.verification import verify
from tests.builders import a_store, add_a_marathon
from tests.sessions.storage.records import fill


def files_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def titles(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [title for (title,) in connection.execute("SELECT key FROM marathons ORDER BY id")]


def break_record(path: Path, statement: str = "UPDATE applications SET status = 'completed'") -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


async def refusal(attempt: Awaitable[Copied]) -> StorageError:
    with pytest.raises(StorageError) as caught:
        await attempt
    return caught.value


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Where the database lives, where the copies go."""
    live, copies = tmp_path / "live", tmp_path / "copies"
    live.mkdir()
    copies.mkdir()
    return live, copies


async def test_a_copy_made_while_the_database_is_open_holds_the_whole_record(folders: tuple[Path, Path]) -> None:
    live, copies = folders
    async with a_store(str(live / "marathon.db")) as store:
        await fill(store)
        expected = await store.read(verify)
        copied = await backup(str(live / "marathon.db"), copies)
        await add_a_marathon(store, "later")

    assert copied == Copied(path=copies / "marathon.db", size=copied.size, verified=copied.verified)
    assert copied.verified == expected
    assert (files_in(copies), titles(copies / "marathon.db")) == (["marathon.db"], ["who-cgmp-2025"])


async def test_a_copy_put_back_keeps_what_was_there_before(folders: tuple[Path, Path]) -> None:
    live, copies = folders
    url = str(live / "marathon.db")
    async with a_store(url) as store:
        await fill(store)
    await backup(url, copies / "monday.db")
    async with a_store(url) as store:
        await add_a_marathon(store, "a-mistake")

    await restore(copies / "monday.db", url, replace=True)

    assert files_in(live) == ["marathon.db", "marathon.db.before-restore"]
    assert titles(live / "marathon.db") == ["who-cgmp-2025"]
    assert titles(live / "marathon.db.before-restore") == ["who-cgmp-2025", "a-mistake"]


async def test_a_database_in_use_or_in_the_way_is_not_replaced(folders: tuple[Path, Path]) -> None:
    live, copies = folders
    url = str(live / "marathon.db")
    async with a_store(url) as store:
        await fill(store)
        await backup(url, copies / "monday.db")
        in_use = await refusal(restore(copies / "monday.db", url, replace=True))
    in_the_way = await refusal(restore(copies / "monday.db", url))

    assert (type(in_use), type(in_the_way)) == (DatabaseInUse, DatabaseExists)
    assert files_in(live) == ["marathon.db"]


async def test_a_record_that_disagrees_is_neither_copied_nor_put_back(folders: tuple[Path, Path]) -> None:
    live, copies = folders
    url = str(live / "marathon.db")
    async with a_store(url) as store:
        await fill(store)
    shutil.copyfile(live / "marathon.db", copies / "bad.db")
    break_record(copies / "bad.db")

    copied = await refusal(backup(str(copies / "bad.db"), copies / "copy.db"))
    put_back = await refusal(restore(copies / "bad.db", url, replace=True))
    break_record(copies / "bad.db", "DELETE FROM persons")
    dangling = await refusal(backup(str(copies / "bad.db"), copies / "copy.db"))

    assert [type(refused) for refused in (copied, put_back, dangling)] == [BackupDisagrees] * 3
    assert "Application 1 was edited behind the journal" in str(copied)
    assert (files_in(live), files_in(copies)) == (["marathon.db"], ["bad.db"])


async def test_what_is_no_database_of_ours_is_not_copied(folders: tuple[Path, Path]) -> None:
    live, copies = folders
    (live / "notes.txt").write_text("Not a database at all, and long enough to look at.")
    with closing(sqlite3.connect(live / "music.db")) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    async with a_store(str(live / "marathon.db")):
        pass

    refusals = [
        await refusal(backup(str(live / "notes.txt"), copies)),
        await refusal(backup(str(live / "music.db"), copies)),
        await refusal(backup(str(live / "nothing.db"), copies)),
        await refusal(backup(str(live / "marathon.db"), live)),
        await refusal(backup(str(live / "marathon.db"), copies / "nowhere" / "copy.db")),
        await refusal(backup("postgresql://localhost/marathon", copies)),
    ]

    assert [type(refused) for refused in refusals] == [
        NotADatabase,
        ForeignDatabase,
        CannotOpen,
        CannotOpen,
        CannotOpen,
        NotAFile,
    ]
    assert files_in(copies) == []
    assert files_in(live) == ["marathon.db", "music.db", "notes.txt"]


async def test_a_copy_opens_as_a_database(folders: tuple[Path, Path]) -> None:
    live, copies = folders
    async with a_store(str(live / "marathon.db")) as store:
        await fill(store)
    await backup(str(live / "marathon.db"), copies / "monday.db")

    opened = await Store.open(str(copies / "monday.db"), migrate=False)
    await opened.close()

    assert files_in(copies) == ["monday.db"]
