"""Who is told that clocks change during the course: Zurich in October, New Zealand in September."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from config import programmes
from sessions.domain.audit import Place
from sessions.domain.clock_notices import clock_notices, reach_notices, with_reach
from sessions.domain.deliveries import DeliveryKey, Owed
from sessions.domain.programme import Marathon, Programme, Session, SessionStatus
from sessions.imports.programme_file import read_programme
from tests.sessions.calendar.builders import a_session

ANNOUNCED = datetime(2025, 7, 1, tzinfo=UTC)


def a_marathon() -> Marathon:
    programme = read_programme(programmes.read("who-cgmp-2025"))
    assert isinstance(programme, Programme)
    return Marathon(id=1, key="who", programme=programme, created=ANNOUNCED, announced=ANNOUNCED)


def weekly(number: int, start: datetime) -> Session:
    return a_session(number, start=start)


def lives(zone: str, country: str, people: int, cohort: str | None = None) -> tuple[str | None, Place]:
    return cohort, Place(zone=zone, country=country, people=people)


def notice(session: Session, moves: list[object], audience: str = "everyone") -> Owed:
    return Owed(
        key=DeliveryKey("who", f"session:{session.id}", "clock-change", "once", audience),
        due=session.start - timedelta(days=3),
        useful_until=session.start,
        payload={"moves": moves},
    )


def test_new_zealand_is_told_before_the_first_session_after_its_change_in_september() -> None:
    before = weekly(1, datetime(2025, 9, 23, 12, tzinfo=UTC))
    after = weekly(2, datetime(2025, 9, 30, 12, tzinfo=UTC))
    later = weekly(3, datetime(2025, 10, 7, 12, tzinfo=UTC))
    living = [lives("Pacific/Auckland", "NZ", 4), lives("Africa/Nairobi", "KE", 90)]
    told = clock_notices(a_marathon(), [before, after, later], living)
    assert told == (notice(after, [["NZ", "Pacific/Auckland", 60, 4]]),)


def test_when_zurich_changes_in_october_everybody_who_does_not_is_told() -> None:
    before = weekly(1, datetime(2025, 10, 21, 12, tzinfo=UTC))
    after = weekly(2, datetime(2025, 10, 28, 13, tzinfo=UTC))
    living = [lives("Africa/Nairobi", "KE", 90), lives("Asia/Kolkata", "IN", 120), lives("Europe/Paris", "FR", 9)]
    told = clock_notices(a_marathon(), [before, after], living)
    moves: list[object] = [["IN", "Asia/Kolkata", 60, 120], ["KE", "Africa/Nairobi", 60, 90]]
    assert told == (notice(after, moves),)


def test_a_cohort_hears_only_of_its_own_people() -> None:
    before = replace(weekly(1, datetime(2025, 9, 23, 12, tzinfo=UTC)), cohort="a")
    after = replace(weekly(2, datetime(2025, 9, 30, 12, tzinfo=UTC)), cohort="a")
    living = [lives("Pacific/Auckland", "NZ", 4, "b"), lives("Africa/Nairobi", "KE", 90, "a")]
    assert clock_notices(a_marathon(), [before, after], living) == ()


def test_nobody_hears_before_the_announcement_or_of_a_cancelled_session() -> None:
    before = weekly(1, datetime(2025, 9, 23, 12, tzinfo=UTC))
    after = weekly(2, datetime(2025, 9, 30, 12, tzinfo=UTC))
    living = [lives("Pacific/Auckland", "NZ", 4)]
    quiet = replace(a_marathon(), announced=None)
    off = replace(after, status=SessionStatus.CANCELLED)
    assert (clock_notices(quiet, [before, after], living), clock_notices(a_marathon(), [before, off], living)) == (
        (),
        (),
    )


def test_a_day_after_a_move_calendars_are_asked_after() -> None:
    moved = replace(
        weekly(1, datetime(2025, 9, 23, 12, tzinfo=UTC)),
        time_revision=1,
        revision=1,
        time_set=datetime(2025, 9, 10, tzinfo=UTC),
    )
    late = replace(moved, time_set=moved.start - timedelta(hours=25))
    assert reach_notices(a_marathon(), [moved]) == (
        Owed(
            key=DeliveryKey("who", "session:41", "reach", "t1", "everyone"),
            due=datetime(2025, 9, 11, tzinfo=UTC),
            useful_until=moved.start,
        ),
    )
    assert (
        reach_notices(a_marathon(), [late, replace(moved, status=SessionStatus.CANCELLED), weekly(2, late.start)]) == ()
    )


def test_the_notice_is_left_out_where_every_calendar_has_the_new_time() -> None:
    thing = notice(weekly(1, datetime(2025, 9, 23, 12, tzinfo=UTC)), [])
    assert with_reach(thing, 0, 0) is None
    assert with_reach(thing, 7, 7) is None
    told = with_reach(thing, 1980, 1412)
    assert told is not None
    assert told.payload == {"calendars": 1980, "current": 1412}
