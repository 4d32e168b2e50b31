"""`marathon check`: what an organiser sees of a good file and of a bad one."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import build
from config import programmes

BAD = """\
[marathon]
key = "short"
title = "Short"
organiser = "Us"
zone = "Europe/Zurch"

[selection]
capacity = 0

[[session]]
title = "[bold]One[/bold]"
start = "2025-09-09 14:00"
duration = "2 h"
"""


def run(*words: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `marathon …`."""
    done = CliRunner().invoke(build(), list(words), env={"COLUMNS": "120", "NO_COLOR": "1"})
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("name", programmes.names())
def test_a_good_programme_is_told_in_short_and_the_last_word_is_its_key(name: str) -> None:
    code, told, refused = run("check", name)
    assert (code, told.split()[-1], refused) == (0, name, "")


def test_the_two_cohorts_are_told_with_their_own_days() -> None:
    _, told, _ = run("check", "two-cohorts-3-days")
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert lines[:10] == [
        "Manufacturing process workshop",
        "Cultivation, purification, quality",
        "Training hub for biomanufacturing; times in Asia/Seoul",
        "No. Day Start Length Title",
        "1 first Mon 2025-11-10 10:00 5:00 h Cultivation",
        "2 first Tue 2025-11-11 10:00 5:00 h Purification",
        "3 first Wed 2025-11-12 10:00 5:00 h Quality control and release",
        "1 second Mon 2025-11-24 10:00 5:00 h Cultivation",
        "2 second Tue 2025-11-25 10:00 5:00 h Purification",
        "3 second Wed 2025-11-26 10:00 5:00 h Quality control and release",
    ]


def test_a_bad_file_gets_every_problem_with_its_line_and_ends_with_one(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(BAD, encoding="utf-8")
    assert run("check", str(file)) == (
        1,
        f'{file}:5: [marathon] › zone = "Europe/Zurch"\n'
        '    Expected: an IANA time zone, such as "Europe/Zurich".\n'
        '    Did you mean "Europe/Zurich", "Europe/Zagreb" or "Europe/Bucharest"?\n'
        f"{file}:8: [selection] › capacity = 0\n"
        "    Expected: a whole number, at least 1.\n"
        f"2 problems in {file}.\n",
        "",
    )


def test_problems_for_scripts(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(BAD.replace("Zurch", "Zurich"), encoding="utf-8")
    code, told, refused = run("check", str(file), "--json")
    assert (code, json.loads(told), refused) == (
        1,
        {
            "key": None,
            "problems": [
                {
                    "where": "[selection] › capacity",
                    "line": 8,
                    "value": "0",
                    "expected": "a whole number, at least 1",
                    "suggestion": None,
                }
            ],
            "notes": [],
        },
        "",
    )


def test_a_good_file_for_scripts() -> None:
    code, told, _ = run("check", "who-cgmp-2025", "--json")
    assert (code, json.loads(told)) == (0, {"key": "who-cgmp-2025", "problems": [], "notes": []})


def test_languages_without_texts_are_noted(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    good = BAD.replace("Zurch", "Zurich").replace("capacity = 0", "capacity = 5")
    file.write_text(good.replace("[marathon]", '[marathon]\nlanguage = "tlh"'), encoding="utf-8")
    code, told, _ = run("check", str(file))
    note = 'Note: language = "tlh": there are no texts in it, so English is written. There are texts in en (English), '
    assert (code, note in told) == (0, True)


def test_words_of_the_file_are_shown_as_they_are_and_never_as_markup(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(BAD.replace("Zurch", "Zurich").replace("capacity = 0", "capacity = 5"), encoding="utf-8")
    code, told, _ = run("check", str(file))
    assert (code, "[bold]One[/bold]" in told) == (0, True)


def test_other_dates_say_when_the_weekday_asked_for_is_another() -> None:
    code, told, said = run("check", "who-cgmp-2025", "--starting", "2026-09-09")
    assert (code, said) == (
        0,
        "2026-09-09 is a Wednesday. The programme begins on a Tuesday, so it is laid on 2026-09-15.\n",
    )
    assert "Tue 2026-09-15" in told


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ["check", "who-cgmp-2052"],
            1,
            "marathon: There is no file who-cgmp-2052, and no such programme ships "
            "(intensive-5-days, two-cohorts-3-days, who-cgmp-2025). Did you mean who-cgmp-2025?\n",
        ),
        (
            ["check", "who-cgmp-2025", "--starting", "soon"],
            2,
            "marathon: soon is no date: write it as 2026-09-08.\n",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(words: list[str], code: int, sentence: str) -> None:
    assert run(*words) == (code, "", sentence)


def test_a_folder_is_no_programme(tmp_path: Path) -> None:
    assert run("check", str(tmp_path)) == (1, "", f"marathon: {tmp_path}: Is a directory.\n")
