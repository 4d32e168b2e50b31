"""The record of attendance from the command line: marked, withdrawn, decided, listed, exported."""

import asyncio
import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot.cli import build
from sessions.services import attendance_reports
from tests.builders import a_store
from tests.sessions.attendees import NOW, OPERATOR, a_marathon, a_report, add_participants, previewed

PEOPLE = (("Amina Yusuf", "amina@example.org"), ("=HYPERLINK(1)", "urs@example.org"))


async def _fill(url: str) -> None:
    async with a_store(url) as store:
        marathon, _ = await a_marathon(store)
        await add_participants(store, marathon.id, PEOPLE)
        report = a_report(("iPhone", "", "12:00:00", "14:00:00"))
        await attendance_reports.commit(store, await previewed(store, marathon.id, report), actor=OPERATOR, now=NOW)


@pytest.fixture
def database(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'marathon.db'}"
    asyncio.run(_fill(url))
    return url


def run(database: str, *words: str) -> Result:
    return CliRunner().invoke(build(), ["--database", database, "attendance", *words], env={"COLUMNS": "200"})


def verdicts(database: str, command: str = "show") -> list[tuple[int, str]]:
    return [(one["person"], one["verdict"]) for one in json.loads(run(database, command, "1", "--json").stdout)]


def test_people_are_marked_with_a_reason_and_taken_back_with_another(database: str) -> None:
    done = run(database, "mark", "1", "excused", "amina@example.org", "--reason", "on mission")
    assert (done.exit_code, done.stdout) == (0, "1 stated excused in session 1; evidence 1.\n")
    assert verdicts(database) == [(1, "excused"), (2, "absent")]
    assert verdicts(database, "missing") == [(2, "absent")]
    assert run(database, "withdraw", "1", "--reason", "an error").exit_code == 0
    assert verdicts(database) == [(1, "absent"), (2, "absent")]
    unknown = run(database, "mark", "1", "present", "Somebody", "--reason", "seen")
    assert (unknown.exit_code, "Nobody with a place here is meant by “Somebody”" in unknown.stderr) == (1, True)


def test_an_open_question_is_listed_and_decided(database: str) -> None:
    (question,) = json.loads(run(database, "review", "--json").stdout)
    assert (question["name"], question["reason"], question["suggestions"]) == ("iPhone", "no_match", [])
    done = run(database, "decide", str(question["number"]), "credit", "Amina Yusuf")
    assert (done.exit_code, done.stdout) == (
        0,
        "Question 1 is settled; 1 rows recorded. Later files will ask again.\n",
    )
    assert verdicts(database) == [(1, "present"), (2, "absent")]
    assert json.loads(run(database, "review", "--json").stdout) == []


def test_exports_hold_everybody_and_no_formula(database: str, tmp_path: Path) -> None:
    assert run(database, "export", "--to", str(tmp_path / "a.csv")).exit_code == 0
    assert run(database, "export", "--to", str(tmp_path / "a.xlsx")).exit_code == 0
    lines = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"))))
    assert [line[:2] for line in lines] == [["person", "name"], ["1", "Amina Yusuf"], ["2", "'=HYPERLINK(1)"]]
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)] == lines
    assert run(database, "export", "--to", str(tmp_path / "a.pdf")).exit_code == 2
