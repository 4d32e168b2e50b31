"""The time-zone audit, against programmes and clock changes that are known."""

from datetime import UTC, date, datetime, timedelta

import pytest
from babel import Locale

from config import programmes
from sessions.domain.audit import (
    WEEKENDS,
    Audit,
    Cell,
    HeatMap,
    HeatRow,
    HourMove,
    Night,
    Place,
    Row,
    Slot,
    all_countries,
    audit,
    count_at_night,
    falls_at_night,
    heat_map,
    is_weekend,
    places_of_countries,
    slots_of_programme,
    slots_of_sessions,
)
from sessions.domain.moments import ClockChange
from sessions.domain.programme import Programme, Session, SessionStatus
from sessions.imports.programme_dates import starting
from sessions.imports.programme_file import read_programme

HOUR = timedelta(hours=1)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    return wall(text).replace(tzinfo=UTC)


def a_slot(number: int, start: str, *, cohort: str | None = None, zone_ahead: int = 2) -> Slot:
    """A session of two hours; ``zone_ahead``: hours that the programme's clock is ahead of UTC."""
    begins = utc(start)
    local = (begins + zone_ahead * HOUR).replace(tzinfo=None)
    return Slot(number=number, cohort=cohort, start=begins, end=begins + 2 * HOUR, wall=local)


def the_2025_slots(first_day: date | None = None) -> tuple[Slot, ...]:
    programme = read_programme(programmes.read("who-cgmp-2025"))
    assert isinstance(programme, Programme)
    if first_day is not None:
        programme = starting(programme, first_day)
        assert isinstance(programme, Programme)
    return slots_of_programme(programme)


def moves_of(country: str, slots: tuple[Slot, ...]) -> list[tuple[str, tuple[HourMove, ...]]]:
    found = audit(slots, places_of_countries([country], slots), "Europe/Zurich")
    return [(row.place.zone, row.moves) for row in found.rows]


def test_one_place_and_one_session_in_full() -> None:
    slot = a_slot(1, "2025-09-11 12:00")
    place = Place(zone="Pacific/Auckland", country="NZ", people=3)
    row = Row(
        place=place,
        cells=(Cell(wall=wall("2025-09-12 00:00"), night=True, weekend=False, day_shift=1),),
        changes=(),
        moves=(),
    )
    assert audit([slot], [place], "Europe/Zurich") == Audit(
        zone="Europe/Zurich",
        slots=(slot,),
        rows=(row,),
        nights=(Night(number=1, cohort=None, at_night=3, of=3),),
        counts_people=True,
    )


def test_new_zealand_changes_its_clocks_inside_the_2025_edition_and_moves_from_session_seven_on() -> None:
    slots = the_2025_slots()
    found = audit(slots, places_of_countries(["NZ"], slots), "Europe/Zurich")
    move = HourMove(number=7, cohort=None, by=HOUR, own=True, programme=False)
    at = utc("2025-09-27 14:00")
    assert [(row.place.zone, row.changes, row.moves) for row in found.rows] == [
        ("Pacific/Auckland", (ClockChange(at=at, before=12 * HOUR, after=13 * HOUR),), (move,)),
        ("Pacific/Chatham", (ClockChange(at=at, before=12.75 * HOUR, after=13.75 * HOUR),), (move,)),
    ]
    assert [f"{cell.wall:%H:%M}" for cell in found.rows[1].cells] == ["00:45"] * 6 + ["01:45"] * 2


def test_when_the_programmes_own_clocks_change_the_hour_moves_for_everybody_else() -> None:
    autumn = the_2025_slots(date(2025, 10, 7))
    move = HourMove(number=7, cohort=None, by=HOUR, own=False, programme=True)
    assert moves_of("KE", autumn) == [("Africa/Nairobi", (move,))]
    assert moves_of("CH", autumn) == [("Europe/Zurich", ())]
    assert moves_of("FR", autumn) == [("Europe/Paris", ())]


def test_clocks_that_change_in_other_weeks_move_the_hour_away_and_back() -> None:
    # New York goes back on 2 November 2025, Zurich on 26 October.
    slots = (
        a_slot(1, "2025-10-23 12:00"),
        a_slot(2, "2025-10-28 13:00", zone_ahead=1),
        a_slot(3, "2025-11-04 13:00", zone_ahead=1),
    )
    places = [Place(zone="America/New_York", country="US")]
    assert audit(slots, places, "Europe/Zurich").rows[0].moves == (
        HourMove(number=2, cohort=None, by=HOUR, own=False, programme=True),
        HourMove(number=3, cohort=None, by=-HOUR, own=True, programme=False),
    )


def test_a_half_hour_change_moves_by_half_an_hour_and_a_zone_that_never_changes_does_not_move() -> None:
    slots = (a_slot(1, "2025-10-02 12:00"), a_slot(2, "2025-10-07 12:00"))
    places = [Place(zone="Australia/Lord_Howe", country="AU"), Place(zone="Asia/Kathmandu", country="NP")]
    assert [row.moves for row in audit(slots, places, "Europe/Zurich").rows] == [
        (HourMove(number=2, cohort=None, by=HOUR / 2, own=True, programme=False),),
        (),
    ]


def test_a_cohort_is_held_against_its_own_sessions_only() -> None:
    slots = (
        a_slot(1, "2025-10-23 12:00", cohort="east"),
        a_slot(1, "2025-10-28 13:00", cohort="west", zone_ahead=1),
        a_slot(2, "2025-10-30 13:00", cohort="east", zone_ahead=1),
    )
    assert audit(slots, [Place(zone="Africa/Nairobi")], "Europe/Zurich").rows[0].moves == (
        HourMove(number=2, cohort="east", by=HOUR, own=False, programme=True),
    )


@pytest.mark.parametrize(
    ("start", "end", "night"),
    [
        ("2025-09-09 06:00", "2025-09-09 08:00", False),
        ("2025-09-09 05:59", "2025-09-09 08:00", True),
        ("2025-09-09 00:00", "2025-09-09 02:00", True),
        ("2025-09-09 22:00", "2025-09-10 00:00", False),
        ("2025-09-09 22:30", "2025-09-10 00:30", True),
        ("2025-09-09 12:00", "2025-09-09 14:00", False),
    ],
)
def test_the_night_is_from_midnight_to_six_and_any_part_of_a_session_counts(start: str, end: str, night: bool) -> None:
    assert falls_at_night(utc(start), utc(end), "UTC") is night


def test_people_at_night_are_counted_by_their_own_clocks() -> None:
    people = {"Europe/Zurich": 5, "Pacific/Auckland": 3, "Asia/Seoul": 2}
    assert count_at_night(utc("2025-09-09 12:00"), utc("2025-09-09 14:00"), people) == 3
    assert count_at_night(utc("2025-09-09 20:00"), utc("2025-09-09 22:30"), people) == 7


def test_people_are_counted_only_where_every_place_has_a_number() -> None:
    slots = [a_slot(1, "2025-09-09 12:00")]
    kenya, fiji = Place(zone="Africa/Nairobi", people=30), Place(zone="Pacific/Fiji", people=10)
    assert audit(slots, [kenya, fiji], "Europe/Zurich").nights == (Night(number=1, cohort=None, at_night=10, of=40),)
    assert audit(slots, [kenya, fiji], "Europe/Zurich").nights[0].share == 0.25
    uncounted = audit(slots, [kenya, Place(zone="Pacific/Fiji")], "Europe/Zurich")
    assert (uncounted.counts_people, uncounted.nights) == (False, (Night(number=1, cohort=None, at_night=1, of=2),))


def test_an_audit_of_nothing_is_empty() -> None:
    assert audit([], [Place(zone="UTC")], "UTC") == Audit(
        zone="UTC",
        slots=(),
        rows=(Row(place=Place(zone="UTC"), cells=(), changes=(), moves=()),),
        nights=(),
        counts_people=False,
    )
    assert audit([a_slot(1, "2025-09-09 12:00")], [], "UTC").nights[0].share == 0.0


def test_a_country_has_one_place_for_each_time_it_keeps() -> None:
    slots = [a_slot(1, "2025-09-09 12:00")]
    assert places_of_countries(["cn", "de", "BV"], slots) == (
        Place(zone="Asia/Shanghai", country="CN"),
        Place(zone="Asia/Urumqi", country="CN"),
        Place(zone="Europe/Berlin", country="DE", alike=2),
    )


def test_all_countries_leave_out_antarctica_and_islands_without_zones() -> None:
    everywhere = all_countries()
    assert {"CH", "KE", "NZ"} <= set(everywhere)
    assert {"AQ", "BV", "HM"}.isdisjoint(everywhere)


def test_the_heat_map_joins_places_whose_clocks_agree_and_goes_from_west_to_east() -> None:
    slot = a_slot(1, "2025-09-11 12:00")
    kenya, egypt, peru = (
        Place(zone="Africa/Nairobi", country="KE"),
        Place(zone="Africa/Cairo", country="EG"),
        Place(zone="America/Lima", country="PE"),
    )
    afternoon = Cell(wall=wall("2025-09-11 15:00"), night=False, weekend=False, day_shift=0)
    morning = Cell(wall=wall("2025-09-11 07:00"), night=False, weekend=False, day_shift=0)
    assert heat_map(audit([slot], [kenya, egypt, peru], "Europe/Zurich")) == HeatMap(
        slots=(slot,),
        rows=(HeatRow(places=(peru,), cells=(morning,)), HeatRow(places=(kenya, egypt), cells=(afternoon,))),
    )


@pytest.mark.parametrize(
    ("country", "weekend"),
    [("CH", (5, 6)), ("EG", (4, 5)), ("AF", (3, 4)), ("NP", (5,)), (None, (5, 6)), ("IR", (4,))],
)
def test_weekends_are_those_of_the_country(country: str | None, weekend: tuple[int, ...]) -> None:
    monday = wall("2025-09-08 12:00")
    assert tuple(day for day in range(7) if is_weekend(monday + timedelta(days=day), country)) == weekend


def test_weekends_agree_with_cldr_where_cldr_knows_them() -> None:
    beside_cldr = {"BD", "MV", "NP", "PS"}
    for country in set(all_countries()) - {"BQ", "TF"} - beside_cldr:
        locale = Locale.parse(f"und_{country}")
        days = frozenset(range(locale.weekend_start, locale.weekend_end + 1))
        assert (country, WEEKENDS.get(country, frozenset({5, 6}))) == (country, days)


def test_the_slots_of_sessions_leave_out_what_is_cancelled_and_stand_in_order() -> None:
    def a_session(number: int, start: str, status: SessionStatus) -> Session:
        return Session(
            id=number,
            marathon_id=1,
            number=number,
            title="",
            wall=wall(start) + 2 * HOUR,
            zone="Europe/Zurich",
            start=utc(start),
            duration=2 * HOUR,
            status=status,
            created=utc("2025-01-01"),
            changed=utc("2025-01-01"),
        )

    sessions = [
        a_session(3, "2025-09-16 12:00", SessionStatus.PLANNED),
        a_session(2, "2025-09-11 12:00", SessionStatus.CANCELLED),
        a_session(1, "2025-09-09 12:00", SessionStatus.PLANNED),
    ]
    assert slots_of_sessions(sessions, "Europe/Zurich") == (
        a_slot(1, "2025-09-09 12:00"),
        a_slot(3, "2025-09-16 12:00"),
    )
