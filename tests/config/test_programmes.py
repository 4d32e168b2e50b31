"""The programme files that ship: readable, and true to what was published."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from config import programmes
from sessions.domain.completion import CompletionRule
from sessions.domain.programme import Programme
from sessions.domain.reminders import Anchor, ReminderRule
from sessions.domain.selection import IncomeGroup
from sessions.imports.programme_file import read_programme
from sessions.imports.programme_tables import INSIDE, REPEATED, SINGLE

GUIDE = Path(__file__).parents[2] / "docs" / "programme-files.md"


def the(name: str) -> Programme:
    programme = read_programme(programmes.read(name))
    assert isinstance(programme, Programme), programme
    return programme


@pytest.mark.parametrize("name", programmes.names())
def test_every_programme_that_ships_is_read_without_a_problem_and_is_named_by_its_key(name: str) -> None:
    assert the(name).key == name


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        programmes.read("../settings")


def test_the_2025_programme_holds_the_published_facts() -> None:
    programme = the("who-cgmp-2025")
    days = [session.wall.date() for session in programme.sessions]
    assert programme.theme == "Building Blocks for Sustained Excellence"
    assert days == [date(2025, 9, day) for day in (9, 11, 16, 18, 23, 25, 30)] + [date(2025, 10, 2)]
    assert [day.strftime("%A") for day in days] == ["Tuesday", "Thursday"] * 4
    assert [session.number for session in programme.sessions] == list(range(1, 9))
    assert {
        "data integrity",
        "pharmaceutical quality systems",
        "cleaning validation",
        "aseptic processing",
        "technology transfer",
    } <= {session.topic for session in programme.sessions}
    assert programme.selection.priority_income == (
        frozenset({IncomeGroup.LOW, IncomeGroup.LOWER_MIDDLE, IncomeGroup.UPPER_MIDDLE}),
    )
    assert programme.certificates is not None


def test_the_2025_programme_reminds_a_day_and_an_hour_before_and_at_the_start_and_asks_for_six_of_eight() -> None:
    programme = the("who-cgmp-2025")
    assert programme.reminders == (
        ReminderRule(key="day-before", before=timedelta(hours=24)),
        ReminderRule(key="hour-before", before=timedelta(hours=1)),
        ReminderRule(key="start", anchor=Anchor.SESSION_RUNNING, before=timedelta(0)),
    )
    assert programme.completion == (
        CompletionRule(key="completion", title="Certificate of completion", sessions_needed=6),
    )
    assert programme.selection.capacity == 2500


def test_the_2025_file_is_a_guide_that_names_every_key_of_the_format() -> None:
    text = programmes.read("who-cgmp-2025").decode()
    tables = {**SINGLE, **REPEATED, **INSIDE}
    unnamed = {
        f"{table}.{key}"
        for table, kind in tables.items()
        for key in kind.model_fields
        if not re.search(rf"\b{key}\b", text)
    }
    assert unnamed == set()


def test_the_page_about_programme_files_tells_every_key_and_no_other() -> None:
    told: dict[str, list[str]] = {}
    table = ""
    for line in GUIDE.read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"### `\[\[?(\w+)\]\]?`", line):
            table = heading[1]
            told[table] = []
        elif table and (row := re.match(r"\| `(\w+)` \|", line)):
            told[table].append(row[1])
    assert told == {name: list(kind.model_fields) for name, kind in {**SINGLE, **REPEATED}.items()}


def test_the_defaults_on_the_page_are_those_of_the_format() -> None:
    defaults = re.findall(
        r"^\| `(\w+)` \|.*\| (?:default )(true|false) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE
    )
    kinds = {**SINGLE, **REPEATED}.values()
    stated = {key: kind.model_fields[key].default for kind in kinds for key in kind.model_fields}
    assert {key: value == "true" for key, value in defaults} == {
        key: default for key, default in stated.items() if isinstance(default, bool)
    }
