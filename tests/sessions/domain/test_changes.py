"""What can happen to a planned session, and what is refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sessions.domain.changes import Cancel, Change, Edit, Move, Restore, add, apply, settle
from sessions.domain.displacement import Displacement
from sessions.domain.programme import Session, SessionPlan, SessionStatus, Venue
from sessions.domain.refusals import (
    AlreadyCancelled,
    AmbiguousTime,
    BadCharacters,
    BadLength,
    BadValue,
    ImaginaryTime,
    MoveIntoPast,
    NotCancelled,
    NotWhileCancelled,
    NumberTaken,
    Refusal,
    SessionOver,
    SessionsCollide,
    SessionUnchanged,
    UnknownZone,
    ValueMissing,
)
from tests.sessions.calendar.builders import a_session

NOW = datetime(2025, 9, 1, 8, tzinfo=UTC)
FIRST, SECOND, THIRD = a_session(1), a_session(2), a_session(3)
OFF = replace(FIRST, status=SessionStatus.CANCELLED, revision=1, changed=NOW)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def after(change: Change, session: Session = FIRST, now: datetime = NOW) -> Session | Refusal:
    return apply(change, session, [SECOND, THIRD], opens_before=timedelta(minutes=15), now=now)


def test_a_move_raises_both_revisions_and_sets_the_time_anew() -> None:
    assert after(Move(wall=wall("2025-09-10 15:00"), zone="europe/zurich")) == replace(
        FIRST,
        wall=wall("2025-09-10 15:00"),
        start=datetime(2025, 9, 10, 13, tzinfo=UTC),
        revision=1,
        time_revision=1,
        changed=NOW,
        time_set=NOW,
    )


def test_another_zone_for_the_same_moment_is_no_new_time() -> None:
    assert after(Move(wall=wall("2025-09-09 15:00"), zone="Africa/Nairobi")) == replace(
        FIRST, wall=wall("2025-09-09 15:00"), zone="Africa/Nairobi", revision=1, changed=NOW
    )


@pytest.mark.parametrize(("second", "hour"), [(False, 0), (True, 1)])
def test_of_a_time_that_comes_twice_the_chosen_one_is_taken(second: bool, hour: int) -> None:
    moved = after(Move(wall=wall("2025-10-26 02:30"), zone="Europe/Zurich", second=second))
    assert isinstance(moved, Session)
    assert moved.start == datetime(2025, 10, 26, hour, 30, tzinfo=UTC)


REFUSED: list[tuple[Change, Session, Refusal]] = [
    (
        Move(wall=wall("2025-08-31 10:00"), zone="UTC"),
        FIRST,
        MoveIntoPast(start=datetime(2025, 8, 31, 10, tzinfo=UTC)),
    ),
    (
        Move(wall=wall("2025-09-16 15:59"), zone="Europe/Zurich"),
        FIRST,
        SessionsCollide(number=2, title=SECOND.title, start=SECOND.start, end=SECOND.end),
    ),
    (
        Move(wall=wall("2025-09-10 10:00"), zone="Europe/Zurch"),
        FIRST,
        UnknownZone(zone="Europe/Zurch", nearest=("Europe/Zurich", "Europe/Zagreb", "Europe/Bucharest")),
    ),
    (
        Move(wall=wall("2026-03-29 02:30"), zone="Europe/Zurich"),
        FIRST,
        ImaginaryTime(
            wall=wall("2026-03-29 02:30"),
            zone="Europe/Zurich",
            before=wall("2026-03-29 01:30"),
            after=wall("2026-03-29 03:30"),
        ),
    ),
    (
        Move(wall=wall("2025-10-26 02:30"), zone="Europe/Zurich"),
        FIRST,
        AmbiguousTime(
            wall=wall("2025-10-26 02:30"),
            zone="Europe/Zurich",
            first=datetime(2025, 10, 26, 0, 30, tzinfo=UTC),
            second=datetime(2025, 10, 26, 1, 30, tzinfo=UTC),
        ),
    ),
    (Move(wall=FIRST.wall, zone=FIRST.zone), FIRST, SessionUnchanged(number=1)),
    (
        Move(wall=wall("2025-09-10 10:00"), zone="UTC"),
        OFF,
        NotWhileCancelled(number=1, title="Data integrity"),
    ),
    (Cancel(), OFF, AlreadyCancelled(number=1, title="Data integrity", cancelled=NOW)),
    (Restore(), FIRST, NotCancelled(number=1, title="Data integrity")),
    (Edit(), FIRST, SessionUnchanged(number=1)),
    (Edit(title=FIRST.title), FIRST, SessionUnchanged(number=1)),
    (Edit(title="  "), FIRST, ValueMissing(field="title")),
    (Edit(title="One\nTwo"), FIRST, BadCharacters(field="title", characters=("U+000A",))),
    (Edit(title="Data\u202eytirgetni"), FIRST, BadCharacters(field="title", characters=("U+202E",))),
    (Edit(title="x" * 5000), FIRST, BadLength(field="title", length=5000, minimum=0, maximum=200)),
    (Edit(topic="x" * 5000), FIRST, BadLength(field="topic", length=5000, minimum=0, maximum=4000)),
    (Edit(speakers=("Amina", "a\tb")), FIRST, BadCharacters(field="speakers", characters=("U+0009",))),
    (Edit(join_url="meet.example"), FIRST, BadValue(field="join_url", value="meet.example", expected="web-address")),
    (Edit(duration=timedelta(0)), FIRST, BadValue(field="duration", value="0", expected="session-minutes")),
    (
        Edit(duration=timedelta(hours=24)),
        replace(FIRST, start=SECOND.start - timedelta(hours=3)),
        SessionsCollide(number=2, title=SECOND.title, start=SECOND.start, end=SECOND.end),
    ),
]


@pytest.mark.parametrize(("change", "session", "refusal"), REFUSED, ids=str)
def test_what_cannot_be_is_refused_with_its_facts(change: Change, session: Session, refusal: Refusal) -> None:
    assert after(change, session) == refusal


def test_a_session_that_is_over_is_not_moved() -> None:
    now = FIRST.end
    assert after(Move(wall=wall("2025-10-10 10:00"), zone="UTC"), now=now) == SessionOver(number=1, ended=FIRST.end)


def test_other_cohorts_may_meet_at_the_same_time() -> None:
    mine, theirs = replace(FIRST, cohort="a"), replace(SECOND, cohort="b")
    move = Move(wall=SECOND.wall, zone=SECOND.zone)
    moved = apply(move, mine, [theirs], opens_before=timedelta(0), now=NOW)
    assert isinstance(moved, Session)
    assert moved.start == SECOND.start


def test_cancelling_keeps_the_time() -> None:
    assert after(Cancel()) == replace(FIRST, status=SessionStatus.CANCELLED, revision=1, changed=NOW)


def test_restoring_owes_nothing_that_fell_due_meanwhile() -> None:
    later = NOW + timedelta(days=1)
    assert after(Restore(), OFF, later) == replace(
        OFF, status=SessionStatus.PLANNED, revision=2, changed=later, time_set=later
    )


def test_restoring_when_check_in_was_open_already_opens_it_anew() -> None:
    late = FIRST.start + timedelta(minutes=5)
    assert after(Restore(), OFF, late) == replace(
        OFF, status=SessionStatus.PLANNED, revision=2, time_revision=1, changed=late, time_set=late
    )


def test_an_edit_changes_what_it_names_in_every_script() -> None:
    edit = Edit(
        title=" 清洁验证 👩🏽‍🔬 ", speakers=("Søren Kjær",), venue="Room 2", join_url="", duration=timedelta(hours=1)
    )
    assert after(edit) == replace(
        FIRST,
        title="清洁验证 👩🏽‍🔬",
        speakers=("Søren Kjær",),
        venue=Venue(name="Room 2"),
        duration=timedelta(hours=1),
        revision=1,
        changed=NOW,
    )


def a_plan(number: int = 4, at: str = "2025-10-07 14:00", title: str = "Extra") -> SessionPlan:
    return SessionPlan(
        number=number, title=title, wall=wall(at), zone="Europe/Zurich", duration=timedelta(hours=1), cohort=None
    )


def test_a_session_is_added_without_an_id() -> None:
    assert add(a_plan(), [FIRST, SECOND, THIRD], now=NOW) == Session(
        id=0,
        marathon_id=0,
        number=4,
        title="Extra",
        wall=wall("2025-10-07 14:00"),
        zone="Europe/Zurich",
        start=datetime(2025, 10, 7, 12, tzinfo=UTC),
        duration=timedelta(hours=1),
        created=NOW,
        changed=NOW,
    )


@pytest.mark.parametrize(
    ("plan", "refusal"),
    [
        (a_plan(number=2), NumberTaken(number=2, title=SECOND.title, free=4)),
        (
            a_plan(at="2025-09-16 15:00"),
            SessionsCollide(number=2, title=SECOND.title, start=SECOND.start, end=SECOND.end),
        ),
        (a_plan(at="2025-08-16 15:00"), MoveIntoPast(start=datetime(2025, 8, 16, 13, tzinfo=UTC))),
        (a_plan(title=""), ValueMissing(field="title")),
    ],
    ids=str,
)
def test_a_session_that_cannot_be_added_is_refused(plan: SessionPlan, refusal: Refusal) -> None:
    assert add(plan, [FIRST, SECOND, THIRD], now=NOW) == refusal


def test_newer_zone_data_moves_the_moment_and_keeps_the_wall_time() -> None:
    later = FIRST.start + timedelta(hours=1)
    assert settle(Displacement(session=FIRST, now_at=later), now=NOW) == replace(
        FIRST, start=later, revision=1, time_revision=1, changed=NOW, time_set=NOW
    )


def test_a_wall_time_that_is_no_longer_one_moment_is_for_an_organiser() -> None:
    assert settle(Displacement(session=FIRST, now_at=UnknownZone(zone="Europe/Zurich")), now=NOW) is None
