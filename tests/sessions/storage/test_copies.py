import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from sessions.storage import copies
from sessions.storage.errors import DatabaseIsNewer, NotADatabase, StorageError
from sessions.storage.figures import read_figures
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.builders import a_store, add_a_marathon


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Store]:
    """A store on a file, open as while the bot runs, with two marathons in it."""
    async with a_store(f"sqlite:///{tmp_path / 'live.sqlite3'}") as store:
        for key in ("one", "two"):
            await add_a_marathon(store, key)
        yield store


async def keys(path: Path) -> list[str]:
    async with a_store(f"sqlite:///{path}") as store:
        assert isinstance(await store.read(verify), Verified)
        return [home.marathon for home in (await store.read(read_figures)).homes]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm")))


async def test_backup_of_a_running_database_is_whole(running: Store, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    target = tmp_path / "copy.sqlite3"
    copy = copies.back_up(str(tmp_path / "live.sqlite3"), target, lambda done, total: steps.append((done, total)))
    figures = await running.read(read_figures)
    assert copy == copies.Copy(
        path=target,
        size=target.stat().st_size,
        revision=str(figures.revision),
        entries=2,
        head=figures.head,
        digest=sha256(target.read_bytes()).hexdigest(),
    )
    assert steps[-1][0] == steps[-1][1] > 0
    assert names(tmp_path) == ["copy.sqlite3", "live.sqlite3"]
    assert await keys(target) == ["one", "two"]


async def test_backup_takes_in_what_was_committed_and_goes_on_beside_writes(running: Store, tmp_path: Path) -> None:
    copies.back_up(str(tmp_path / "live.sqlite3"), tmp_path / "before.sqlite3")
    await add_a_marathon(running, "three")
    copies.back_up(str(tmp_path / "live.sqlite3"), tmp_path / "after.sqlite3")
    assert await keys(tmp_path / "before.sqlite3") == ["one", "two"]
    assert await keys(tmp_path / "after.sqlite3") == ["one", "two", "three"]


async def test_restore_puts_the_backup_in_place_and_keeps_what_was_there(tmp_path: Path) -> None:
    live, backup = tmp_path / "live.sqlite3", tmp_path / "backup.sqlite3"
    async with a_store(f"sqlite:///{live}") as store:
        await add_a_marathon(store, "one")
        copies.back_up(str(live), backup)
        await add_a_marathon(store, "too much")
    copy, former = copies.restore(backup, str(live), kept="former")
    assert (copy.path, copy.digest, former) == (
        live,
        sha256(backup.read_bytes()).hexdigest(),
        tmp_path / "live.sqlite3.former",
    )
    assert (await keys(live), await keys(former)) == (["one"], ["one", "too much"])
    assert names(tmp_path) == ["backup.sqlite3", "live.sqlite3", "live.sqlite3.former"]


async def test_restore_is_refused_while_the_bot_runs(running: Store, tmp_path: Path) -> None:
    copies.back_up(str(tmp_path / "live.sqlite3"), tmp_path / "copy.sqlite3")
    with pytest.raises(copies.InUse, match="is open in another program: stop the bot first; nothing was changed"):
        copies.restore(tmp_path / "copy.sqlite3", str(tmp_path / "live.sqlite3"), kept="former")
    assert names(tmp_path) == ["copy.sqlite3", "live.sqlite3"]
    assert len((await running.read(read_figures)).homes) == 2


def a_newer_copy(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def a_foreign_copy(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")
        connection.commit()


def a_cut_copy(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def a_text(path: Path) -> None:
    path.write_text("not a database, but a text that is long enough to be looked at closely")


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (a_newer_copy, DatabaseIsNewer),
        (a_foreign_copy, copies.NotOurs),
        (a_cut_copy, NotADatabase),
        (a_text, NotADatabase),
        (Path.unlink, copies.NoCopy),
    ],
)
async def test_what_is_no_good_backup_is_refused_and_nothing_changes(
    tmp_path: Path, damage: Callable[[Path], None], error: type[StorageError]
) -> None:
    live, backup = tmp_path / "live.sqlite3", tmp_path / "backup.sqlite3"
    async with a_store(f"sqlite:///{live}") as store:
        await add_a_marathon(store, "one")
    copies.back_up(str(live), backup)
    damage(backup)
    before = names(tmp_path)
    with pytest.raises(error):
        copies.restore(backup, str(live), kept="former")
    assert names(tmp_path) == before
    assert await keys(live) == ["one"]


async def test_existing_file_is_never_overwritten(running: Store, tmp_path: Path) -> None:
    shutil.copy(tmp_path / "live.sqlite3", tmp_path / "copy.sqlite3")
    before = (tmp_path / "copy.sqlite3").read_bytes()
    with pytest.raises(copies.CopyExists):
        copies.back_up(str(tmp_path / "live.sqlite3"), tmp_path / "copy.sqlite3")
    assert (tmp_path / "copy.sqlite3").read_bytes() == before


def test_server_is_copied_by_its_own_tools(tmp_path: Path) -> None:
    with pytest.raises(copies.NotAFile, match=r"^postgresql\+asyncpg://me:\*\*\*@host/db is no file"):
        copies.back_up("postgresql://me:pw@host/db", tmp_path / "copy.sqlite3")
