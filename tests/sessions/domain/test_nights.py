from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.moments import to_local
from sessions.domain.nights import HOUR, KEPT_AFTER, Night, Nights, last_night, next_night, night_note, nights
from sessions.domain.programme import Marathon
from tests.journeys.reminder_simulation import a_marathon_programme
from tests.sessions.domain.test_schedule import a_session

CREATED = datetime(2025, 9, 1, 8, 0, tzinfo=UTC)
NOON = datetime(2025, 9, 10, 12, 0, tzinfo=UTC)
ZURICH_NIGHT = datetime(2025, 9, 10, 1, 0, tzinfo=UTC)
TOKYO_NIGHT = datetime(2025, 9, 9, 18, 0, tzinfo=UTC)

moments = st.datetimes(
    datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2028-01-01"), timezones=st.just(UTC)
)
zones = st.sampled_from(["Europe/Zurich", "America/Havana", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"])


def a_marathon(zone: str = "Europe/Zurich", *, number: int = 1, guild: int | None = 1) -> Marathon:
    programme = replace(a_marathon_programme(), zone=zone)
    return Marathon(id=number, key=f"m{number}", programme=programme, created=CREATED, guild_id=guild)


@pytest.mark.parametrize(
    ("zone", "now", "expected"),
    [
        ("Europe/Zurich", "2025-09-10T01:00", "2025-09-10T01:00"),
        ("Europe/Zurich", "2025-09-10T00:59", "2025-09-09T01:00"),
        ("Europe/Zurich", "2026-03-29T12:00", "2026-03-29T01:00"),
        ("Europe/Zurich", "2025-10-26T12:00", "2025-10-26T02:00"),
        ("Asia/Kathmandu", "2025-09-10T00:00", "2025-09-09T21:15"),
        ("America/Godthab", "2023-03-26T12:00", "2023-03-26T05:00"),
    ],
)
def test_the_night_is_three_in_the_morning_of_the_zone(zone: str, now: str, expected: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert last_night(zone, at) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_or_show_twice_is_one_night() -> None:
    """At Troll, in Antarctica, clocks skip the hours from one to three, and show them twice in autumn."""
    troll = [
        next_night("Antarctica/Troll", datetime(2025, day[0], day[1], 23, tzinfo=UTC)) for day in ((3, 29), (10, 25))
    ]
    assert troll == [datetime(2025, 3, 30, 1, 0, tzinfo=UTC), datetime(2025, 10, 26, 3, 0, tzinfo=UTC)]


@given(zone=zones, now=moments)
def test_nights_lie_a_day_apart_around_now_and_are_the_same_from_wherever_one_looks(zone: str, now: datetime) -> None:
    last, coming = last_night(zone, now), next_night(zone, now)
    assert last <= now < coming
    assert timedelta(hours=22) <= coming - last <= timedelta(hours=26)
    assert (last_night(zone, coming), last_night(zone, last)) == (coming, last)
    assert to_local(last, zone).time() >= HOUR


def test_each_marathon_is_told_of_its_own_night() -> None:
    zurich, tokyo = a_marathon(), a_marathon("Asia/Tokyo", number=2)
    found = nights([(zurich, ()), (tokyo, ())], since=TOKYO_NIGHT, now=NOON)
    assert found == Nights(
        due=Night(moment=ZURICH_NIGHT, told=((zurich, date(2025, 9, 10)),)),
        next=datetime(2025, 9, 10, 18, 0, tzinfo=UTC),
    )


def test_ten_nights_that_were_missed_are_one() -> None:
    zurich, tokyo = a_marathon(), a_marathon("Asia/Tokyo", number=2)
    found = nights([(zurich, ()), (tokyo, ())], since=NOON - timedelta(days=10), now=NOON)
    assert found.due == Night(moment=ZURICH_NIGHT, told=((zurich, date(2025, 9, 10)), (tokyo, date(2025, 9, 10))))
    assert nights([(zurich, ())], since=ZURICH_NIGHT, now=NOON).due is None


def test_a_clock_that_is_set_back_makes_no_second_night() -> None:
    zurich = a_marathon()
    assert nights([(zurich, ())], since=ZURICH_NIGHT, now=ZURICH_NIGHT - timedelta(hours=1)).due is None


def test_a_marathon_without_a_desk_or_long_over_is_not_told_but_the_record_is_kept() -> None:
    prepared, over = a_marathon(guild=None), a_marathon(number=2)
    assert nights([(prepared, ())], since=CREATED, now=NOON) == Nights(
        due=Night(moment=datetime(2025, 9, 10, 3, 0, tzinfo=UTC)), next=datetime(2025, 9, 11, 3, 0, tzinfo=UTC)
    )
    last = a_session(start=NOON - KEPT_AFTER - timedelta(hours=2, minutes=1))
    assert nights([(over, [last])], since=CREATED, now=NOON).due == Night(
        moment=datetime(2025, 9, 10, 3, 0, tzinfo=UTC)
    )
    assert nights([(over, [last])], since=CREATED, now=NOON - timedelta(minutes=2)).due == Night(
        moment=ZURICH_NIGHT, told=((over, date(2025, 9, 10)),)
    )


def test_before_there_is_a_record_no_night_is_due() -> None:
    assert nights([], since=None, now=NOON).due is None


def test_of_each_kind_of_news_there_is_one_a_night() -> None:
    note = night_note(a_marathon(), date(2025, 9, 10), {"note": "record-whole"}, due=ZURICH_NIGHT)
    assert str(note.key) == "m1/marathon/desk-note/record-whole:2025-09-10/organisers"
