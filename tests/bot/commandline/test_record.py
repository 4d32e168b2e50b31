"""`marathon journal`, `backup`, `restore` and `database`, as a person at a terminal uses them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.bot.test_cli import marathon
from tests.builders import a_store, add_a_marathon


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """A working folder whose database holds one marathon."""
    async with a_store(f"sqlite:///{tmp_path / 'marathon.sqlite3'}") as store:
        await add_a_marathon(store, "who-cgmp-2025")
    return tmp_path


def test_commands_that_only_look_make_no_database(tmp_path: Path) -> None:
    run = marathon("journal", "verify", folder=tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (
        1,
        "",
        f"marathon: There is no database {tmp_path / 'marathon.sqlite3'} yet: "
        "`marathon programme import FILE` or `marathon run` makes it.\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_journal_verify_then_a_row_edited_behind_its_back(folder: Path) -> None:
    whole = marathon("journal", "verify", "--json", folder=folder)
    with closing(sqlite3.connect(folder / "marathon.sqlite3")) as connection:
        connection.execute("UPDATE marathons SET title = 'Mine'")
        connection.commit()
    broken = marathon("journal", "verify", folder=folder)
    assert (whole.returncode, json.loads(whole.stdout)["entries"]) == (0, 1)
    assert (broken.returncode, broken.stdout, broken.stderr) == (
        1,
        "",
        "marathon: Marathon 1 was edited behind the journal: it is not as entry 1 left it.\n",
    )


def test_journal_verify_beside_what_was_written_down_elsewhere(folder: Path) -> None:
    marathon("backup", "copy.sqlite3", folder=folder)
    head = json.loads(marathon("journal", "verify", "--json", folder=folder).stdout)["head"]
    known = ("--head", f"`{head.upper()}`", "--backup", "copy.sqlite3")
    whole = marathon("journal", "verify", *known, folder=folder)
    with closing(sqlite3.connect(folder / "marathon.sqlite3")) as connection:
        connection.executescript("DELETE FROM journal; DELETE FROM marathons;")
        connection.execute("UPDATE journal_head SET seq = 0, hash = ?", (64 * "0",))
        connection.commit()
    cut = marathon("journal", "verify", "--backup", "copy.sqlite3", folder=folder)
    mistyped = marathon("journal", "verify", "--head", "0b3", folder=folder)
    assert (whole.returncode, whole.stdout.splitlines()[1]) == (
        0,
        "Nothing is missing of what was written down elsewhere.",
    )
    assert marathon("journal", "verify", folder=folder).returncode == 0
    assert (cut.returncode, cut.stderr) == (
        1,
        "marathon: The backup copy.sqlite3 has a head that the journal has no longer: the journal's end was cut off, "
        "or it was rewritten, after that head was written down.\n",
    )
    assert (mistyped.returncode, mistyped.stderr) == (
        1,
        "marathon: '0b3' is no head of a journal: it has 64 characters, 0 to 9 and a to f.\n",
    )


def test_journal_show_tells_who_when_what_and_why(folder: Path) -> None:
    run = marathon("journal", "show", "--verb", "marathon", folder=folder)
    assert (run.returncode, run.stdout) == (
        0,
        "     1  2025-09-09 12:00:00 UTC  marathon.added  who-cgmp-2025 marathon\n        by system marathon\n",
    )


def test_backup_and_restore_with_the_operator_s_name_in_the_journal(folder: Path) -> None:
    backed_up = marathon("backup", "copy.sqlite3", "--json", folder=folder)
    digest = json.loads(backed_up.stdout)["sha256"]
    restored = marathon("restore", "copy.sqlite3", "--yes", "--as", "Zoë", folder=folder)
    shown = marathon("journal", "show", "--json", folder=folder)
    entry = json.loads(shown.stdout.splitlines()[-1])
    assert (backed_up.returncode, restored.returncode) == (0, 0)
    assert (entry["verb"], entry["actor"].split(" (")[0], entry["new"]["sha256"]) == (
        "database.restored",
        "Zoë",
        digest,
    )
    assert marathon("journal", "verify", folder=folder).returncode == 0


def test_restore_asks_and_without_an_answer_changes_nothing(folder: Path) -> None:
    marathon("backup", "copy.sqlite3", folder=folder)
    before = sorted(path.name for path in folder.iterdir())
    run = marathon("restore", "copy.sqlite3", folder=folder)
    assert (run.returncode, sorted(path.name for path in folder.iterdir())) == (1, before)


def test_database_info_counts_what_is_there(folder: Path) -> None:
    run = marathon("database", "info", "--json", folder=folder)
    facts = json.loads(run.stdout)
    assert (run.returncode, facts["marathons"], facts["entries"]) == (0, ["who-cgmp-2025"], 1)
    assert {name: count for name, count in facts["rows"].items() if count} == {"marathons": 1, "journal": 1}


def test_database_from_a_newer_version_is_one_sentence(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "marathon.sqlite3")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = (folder / "marathon.sqlite3").read_bytes()
    run = marathon("database", "info", folder=folder)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("marathon: The database is from a newer version of Marathon (its revision is 9999,")
    assert (folder / "marathon.sqlite3").read_bytes() == before
