"""Zone data that changes under planned sessions."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytz

from sessions.domain.displacement import Displacement, find_displaced
from sessions.domain.moments import resolve
from sessions.domain.programme import Session, SessionStatus

ROOT = Path(__file__).parents[3]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


NOW = utc("2025-09-01 00:00")
SESSION = Session(
    id=1,
    marathon_id=1,
    number=1,
    title="One",
    wall=datetime.fromisoformat("2025-09-09 14:00"),
    zone="Europe/Zurich",
    start=utc("2025-09-09 12:00"),
    duration=timedelta(hours=2),
    created=NOW,
    changed=NOW,
)


def test_a_session_at_its_moment_is_not_displaced() -> None:
    assert find_displaced([SESSION], NOW) == ()


def test_a_session_planned_under_other_data_is_displaced_to_where_its_wall_time_is_now() -> None:
    old = replace(SESSION, start=utc("2025-09-09 13:00"))
    assert find_displaced([SESSION, old], NOW) == (Displacement(session=old, now_at=utc("2025-09-09 12:00")),)


def test_what_has_begun_or_is_cancelled_stays_as_it_was() -> None:
    old = replace(SESSION, start=utc("2025-09-09 13:00"))
    assert find_displaced([old], utc("2025-09-09 13:00")) == ()
    assert find_displaced([replace(old, status=SessionStatus.CANCELLED)], NOW) == ()


def test_a_wall_time_that_the_new_data_skips_is_for_an_organiser_to_settle() -> None:
    gone = replace(SESSION, wall=datetime.fromisoformat("2026-03-29 02:30"), start=utc("2026-03-29 01:30"))
    assert find_displaced([gone], NOW) == (Displacement(session=gone, now_at=resolve(gone.wall, gone.zone)),)


def test_a_choice_between_two_moments_stands() -> None:
    second = replace(SESSION, wall=datetime.fromisoformat("2025-10-26 02:30"), start=utc("2025-10-26 01:30"))
    assert find_displaced([second], NOW) == ()
    neither = replace(second, start=utc("2025-10-26 02:30"))
    assert find_displaced([neither], NOW) == (Displacement(session=neither, now_at=resolve(second.wall, second.zone)),)


def test_a_country_that_abolishes_summer_time_displaces_its_summer_sessions(tmp_path: Path) -> None:
    """Real zone data, in a process of its own: Zurich's file is that of a country without summer time."""
    data = Path(pytz.__file__).parent / "zoneinfo"
    (tmp_path / "Europe").mkdir()
    shutil.copy(data / "Africa" / "Lagos", tmp_path / "Europe" / "Zurich")
    asked = (
        "from dataclasses import replace; from tests.sessions.domain.test_displacement import *; "
        "winter = replace(SESSION, wall=datetime.fromisoformat('2025-11-11 14:00'), start=utc('2025-11-11 13:00')); "
        "print([(one.session.wall.isoformat(), str(one.now_at)) for one in find_displaced([SESSION, winter], NOW)])"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env={"PYTZ_TZDATADIR": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "[('2025-09-09T14:00:00', '2025-09-09 13:00:00+00:00')]\n"
