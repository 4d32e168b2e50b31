"""`marathon attendance preview`: the contract that scripts rely on, without a database."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import build
from tests.sessions.imports.reports.samples import CASES, a_sample, iso
from tests.shared_files import shared

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def run(*words: str) -> Done:
    done = CliRunner().invoke(build(), ["attendance", "preview", *words], env={"COLUMNS": "200"})
    return Done(done.exit_code, done.stdout, done.stderr)


def run_process(*words: str, folder: Path) -> Done:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "attendance", "preview", *words],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def options(*, zone: str = "UTC", start: str = "2025-09-09T12:00:00Z", end: str = "2025-09-09T14:00:00Z") -> list[str]:
    folder = shared("samples/attendance")
    lists = ["--roster", str(folder / "roster.csv"), "--staff", str(folder / "staff.csv")]
    return ["--start", start, "--end", end, "--zone", zone, *lists]


@pytest.mark.parametrize("case", CASES)
def test_a_sample_prints_exactly_what_the_contract_says(case: str) -> None:
    sample = a_sample(case)
    files = [str(shared(f"samples/attendance/{name}")) for name, _ in sample.files]
    done = run(*files, *options(zone=sample.zone), "--json")
    found = sample.preview()
    assert (done.returncode, json.loads(done.stdout)) == (
        0,
        {
            "outcome": sample.expected["outcome"],
            "reports": list(found.codes),
            "participants": [
                {
                    "id": person.id,
                    "seconds": person.figures.seconds,
                    **(
                        {"seconds_min": person.figures.seconds_min, "seconds_max": person.figures.seconds_max}
                        if person.figures.ranged
                        else {}
                    ),
                    "first_join_utc": iso(person.figures.first_join),
                    "last_leave_utc": iso(person.figures.last_leave),
                    "flags": list(person.figures.flags),
                }
                for person in found.participants
            ],
            "unmatched": [
                {
                    "name": row.name,
                    "email": row.email,
                    "seconds": row.figures.seconds,
                    "suggestions": list(row.suggestions),
                    "reason": row.code.value,
                }
                for row in found.unmatched
            ],
        },
    )


def test_nothing_is_written_anywhere(tmp_path: Path) -> None:
    report = str(shared("samples/attendance/01_zoom_meeting_us.csv"))
    done = run(report, *options(zone="America/New_York"))
    assert (done.returncode, list(tmp_path.iterdir())) == (0, [])
    assert (
        "6 recognised, 2 for you to decide, 2 rows of hosts and speakers left out. Nothing was written." in done.stdout
    )


def test_a_wrong_zone_is_refused_with_the_hours() -> None:
    report = str(shared("samples/attendance/01_zoom_meeting_us.csv"))
    done = run(report, *options(zone="UTC"))
    assert (done.returncode, done.stderr) == (
        1,
        "01_zoom_meeting_us.csv misses the session by 4 hours: its times are earlier. "
        "Was it exported in another time zone than the one you gave?\n",
    )


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    done = run(str(huge), *options(), "--json")
    assert (json.loads(done.stdout), done.stderr) == (
        {"outcome": "refuse", "reports": ["too_large"], "participants": [], "unmatched": []},
        "huge.csv is too large for an attendance report. Nothing is recorded.\n",
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--start", "yesterday"], "--start 'yesterday' is no moment."),
        (["--start", "2025-09-09T12:00:00"], "--start '2025-09-09T12:00:00' has no UTC offset."),
        (["--end", "2025-09-09T12:00:00Z"], "--end is not after --start."),
        (["--heading", "Ingia"], "--heading 'Ingia': write HEADING=FIELD"),
        (["--date-order", "american"], "--date-order 'american': write one of dmy, mdy, ymd."),
    ],
)
def test_options_that_cannot_be_understood_are_named(words: list[str], sentence: str) -> None:
    report = str(shared("samples/attendance/01_zoom_meeting_us.csv"))
    done = run(report, *options(), *words)
    assert (done.returncode, sentence in done.stderr) == (2, True)


def test_control_characters_in_a_name_do_not_reach_the_terminal(tmp_path: Path) -> None:
    report = tmp_path / "zoom.csv"
    report.write_text(
        "Name (Original Name),User Email,Join Time,Leave Time\n"
        "\x1b[2Jevil @everyone,,09/09/2025 12:00:00 PM,09/09/2025 02:00:00 PM\n",
        encoding="utf-8",
    )
    done = run(str(report), *options())
    assert (done.returncode, "\x1b" in done.stdout, "evil @everyone" in done.stdout) == (0, False, True)
