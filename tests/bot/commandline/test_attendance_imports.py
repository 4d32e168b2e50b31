"""`marathon attendance import` and `undo`, on a database file with the samples' people in it."""

import asyncio
import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import build
from tests.builders import a_store
from tests.sessions.attendees import a_marathon, add_participants
from tests.shared_files import shared

ZONE = ("--session", "1", "--zone", "America/New_York")


async def _fill(url: str) -> None:
    with shared("samples/attendance/roster.csv").open(encoding="utf-8") as file:
        people = [(row["name"], row["email"]) for row in csv.DictReader(file)]
    async with a_store(url) as store:
        marathon, _ = await a_marathon(store)
        await add_participants(store, marathon.id, people)


@pytest.fixture
def database(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'marathon.db'}"
    asyncio.run(_fill(url))
    return url


def run(database: str, *words: str, typed: str = "") -> Result:
    command = ["--database", database, "attendance", *words]
    return CliRunner().invoke(build(), command, input=typed, env={"COLUMNS": "200"})


def sample(name: str = "01_zoom_meeting_us.csv") -> str:
    return str(shared(f"samples/attendance/{name}"))


def test_a_sample_is_shown_asked_about_and_recorded_once(database: str) -> None:
    refused = run(database, "import", sample(), *ZONE, typed="n\n")
    assert (refused.exit_code, json.loads(run(database, "imports", "--json").stdout)) == (1, [])
    first = json.loads(run(database, "import", sample(), *ZONE, "--yes", "--json").stdout)
    again = json.loads(run(database, "import", sample(), *ZONE, "--yes", "--json").stdout)
    # Who joined by an address that the application does not have waits for the organiser.
    assert sorted(one["seconds"] for one in first["participants"]) == [0, 4800, 6900, 7169, 7200]
    assert (first["import"]["number"], first["import"]["already"]) == (1, 0)
    assert again["import"] == {
        "number": None,
        "kept": 0,
        "already": first["import"]["kept"],
        "withdrawn": 0,
        "waiting": 0,
    }


def test_an_import_is_undone_and_the_list_says_so(database: str) -> None:
    run(database, "import", sample(), *ZONE, "--yes")
    done = run(database, "undo", "1", "--reason", "the wrong day")
    assert (done.exit_code, done.stdout.startswith("Import 1 is undone: ")) == (0, True)
    (told,) = json.loads(run(database, "imports", "--json").stdout)
    assert (told["number"], told["undone"] is None) == (1, False)


def test_what_cannot_be_recorded_is_refused_in_a_sentence(database: str) -> None:
    done = run(database, "import", sample(), "--session", "1", "--zone", "UTC", "--yes")
    assert (done.exit_code, "misses the session by 4 hours" in done.stderr) == (1, True)
    unknown = run(database, "import", sample(), "--session", "9", "--zone", "UTC", "--yes")
    assert (unknown.exit_code, unknown.stderr) == (
        1,
        "marathon: There is no session 9 in this programme. There are: 1.\n",
    )
    assert json.loads(run(database, "imports", "--json").stdout) == []
