"""`marathon audit`: the hours of a programme where people live, in words, for scripts and as a picture."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import build


def run(*words: str, columns: int = 120) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `marathon audit …`."""
    done = CliRunner().invoke(build(), ["audit", *words], env={"COLUMNS": str(columns), "NO_COLOR": "1"})
    return done.exit_code, done.stdout, done.stderr


def test_the_findings_for_some_countries_in_the_weeks_when_zurich_changes_its_clocks() -> None:
    code, told, said = run("who-cgmp-2025", "--countries", "Kenya, nz,AF,CH", "--starting", "2025-10-07")
    sentences = told.splitlines()[-6:]
    assert (code, said, sentences) == (
        0,
        "",
        [
            "(+1, −1: the day after or before the programme's date)",
            "At night (any part between 00:00 and 06:00), all sessions: 2 of 5 places (40%).",
            "On the weekend there, sessions 2, 4, 6, 8: Afghanistan.",
            "On another date, all sessions: New Zealand (Auckland), New Zealand (Chatham).",
            "Clocks change during the course, on 2025-10-26 at 01:00 UTC by −1:00 h: Switzerland.",
            "The local hour moves from session 7 on by +1:00 h, because the programme's clocks change: "
            "Kenya, New Zealand (Auckland), New Zealand (Chatham), Afghanistan.",
        ],
    )


def test_the_hours_stay_whole_in_a_narrow_terminal() -> None:
    _, told, _ = run("who-cgmp-2025", "--countries", "NZ,CH", columns=80)
    rows = [line.split()[-8:] for line in told.splitlines() if line.startswith(("Switz", "New Zeal"))]
    assert rows == [
        ["14:00"] * 8,
        ["00:00+1"] * 6 + ["01:00+1"] * 2,
        ["00:45+1"] * 6 + ["01:45+1"] * 2,
    ]


def test_the_audit_for_scripts() -> None:
    code, told, _ = run("who-cgmp-2025", "--countries", "NP", "--json")
    facts = json.loads(told)
    days = ["09-09", "09-11", "09-16", "09-18", "09-23", "09-25", "09-30", "10-02"]
    assert (code, facts.pop("zone_data")[:2]) == (0, "20")
    assert facts == {
        "programme": "who-cgmp-2025",
        "zone": "Europe/Zurich",
        "sessions": [
            {
                "number": number,
                "cohort": None,
                "start_utc": f"2025-{day}T12:00:00+00:00",
                "end_utc": f"2025-{day}T14:00:00+00:00",
                "local": f"2025-{day}T14:00:00",
            }
            for number, day in enumerate(days, start=1)
        ],
        "night": [{"session": number, "cohort": None, "at_night": 0, "of": 1} for number in range(1, 9)],
        "counted": "places",
        "places": [
            {
                "country": "NP",
                "zone": "Asia/Kathmandu",
                "people": None,
                "sessions": [
                    {
                        "number": number,
                        "cohort": None,
                        "local": f"2025-{day}T17:45:00",
                        "night": False,
                        "weekend": False,
                        "day_shift": 0,
                    }
                    for number, day in enumerate(days, start=1)
                ],
                "clock_changes": [],
                "moves": [],
            }
        ],
    }


def test_all_countries_are_audited_when_none_is_named() -> None:
    code, told, _ = run("who-cgmp-2025", "--json")
    countries = {place["country"] for place in json.loads(told)["places"]}
    assert (code, len(countries) > 240, "AQ" in countries) == (0, True, False)


@pytest.mark.parametrize(("suffix", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml")])
def test_a_picture_is_drawn_into_a_file(suffix: str, begins: bytes, tmp_path: Path) -> None:
    file = tmp_path / f"hours{suffix}"
    code, told, _ = run("two-cohorts-3-days", "--countries", "KE", "--picture", str(file))
    assert (code, told.splitlines()[-1], file.read_bytes()[: len(begins)]) == (0, f"Drawn into {file}", begins)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ["who-cgmp-2025", "--countries", "Kenia"],
            2,
            "There is no country Kenia. Did you mean Kenya or Estonia? "
            "Use two letters (KE) or the English name (Kenya).",
        ),
        (["who-cgmp-2025", "--countries", " , "], 2, "Name at least one country after --countries."),
        (
            ["who-cgmp-2025", "--picture", "hours.bmp"],
            2,
            "A picture is drawn as .png or .svg, not as .bmp.",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(words: list[str], code: int, sentence: str) -> None:
    assert run(*words) == (code, "", f"marathon: {sentence}\n")
