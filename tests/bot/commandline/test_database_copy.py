"""`marathon database copy`, as an operator at a terminal uses it; the copying itself is tried in the storage tests."""

import json
from pathlib import Path

import pytest

from tests.bot.test_cli import marathon
from tests.builders import a_store, add_a_marathon


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """A working folder whose database holds one marathon, with the key beside it."""
    async with a_store(f"sqlite:///{tmp_path / 'marathon.sqlite3'}") as store:
        await add_a_marathon(store, "who-cgmp-2025")
    (tmp_path / "marathon.sqlite3.key").write_text("a key")
    return tmp_path


def test_everything_is_there_and_the_copy_is_the_same_record(folder: Path) -> None:
    run = marathon("database", "copy", "marathon.sqlite3", "copy.sqlite3", folder=folder)
    told = [marathon("journal", "verify", "--json", f"--database={name}.sqlite3", folder=folder) for name in NAMES]
    original, copied = (json.loads(one.stdout) for one in told)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == (
        "journal       1\n"
        "journal head  1\n"
        "marathons     1\n"
        "Copied 3 rows to copy.sqlite3; as many as before in every table.\n"
        f"Its journal is whole: 1 entries, head {original['head']}\n"
        f"Keep {folder / 'marathon.sqlite3.key'}: name it by MARATHON_SERVER_KEY_FILE, or every secret link ends.\n"
    )
    assert copied == original


NAMES = ("marathon", "copy")


def test_a_target_that_holds_something_is_refused_and_a_script_reads_the_rest(folder: Path) -> None:
    first = marathon("database", "copy", "marathon.sqlite3", "copy.sqlite3", "--json", folder=folder)
    again = marathon("database", "copy", "marathon.sqlite3", "copy.sqlite3", folder=folder)
    told = json.loads(first.stdout)
    assert (first.returncode, sorted(told), told["entries"], told["rows"]["marathons"]) == (
        0,
        ["entries", "head", "late", "rows"],
        1,
        1,
    )
    assert (again.returncode, again.stdout, again.stderr) == (
        1,
        "",
        f"marathon: The database {folder / 'copy.sqlite3'} holds something already (journal): "
        "give an empty one, nothing was changed.\n",
    )


def test_a_source_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    run = marathon("database", "copy", "nothing.sqlite3", "copy.sqlite3", folder=tmp_path)
    assert (run.returncode, run.stderr) == (
        1,
        f"marathon: There is no database {tmp_path / 'nothing.sqlite3'} to copy.\n",
    )
    assert list(tmp_path.iterdir()) == []
