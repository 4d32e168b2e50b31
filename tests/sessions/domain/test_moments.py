"""Zones and wall times, against clock changes that are known, and the words in which people state a time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.moments import (
    ClockChange,
    by_clock,
    changes_between,
    common_zones,
    country_names,
    find_zone,
    from_micros,
    nearest_zones,
    offset_at,
    read_when,
    resolve,
    suggest_zones,
    to_local,
    to_micros,
    zone_data_version,
    zone_named,
    zones_of_country,
)
from sessions.domain.refusals import AmbiguousTime, BadValue, ImaginaryTime, SeveralZones, UnknownZone


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    return wall(text).replace(tzinfo=UTC)


HOUR = timedelta(hours=1)
zones = st.sampled_from(common_zones())
moments = st.datetimes(wall("1990-01-01"), wall("2037-12-30"), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)


@pytest.mark.parametrize(
    ("zone", "local", "moment"),
    [
        ("Europe/Zurich", wall("2025-09-09 14:00"), utc("2025-09-09 12:00")),
        ("Europe/Zurich", wall("2025-11-04 14:00"), utc("2025-11-04 13:00")),
        ("Asia/Kathmandu", wall("2025-09-09 14:00"), utc("2025-09-09 08:15")),
        ("Pacific/Chatham", wall("2025-09-09 14:00"), utc("2025-09-09 01:15")),
        ("Pacific/Chatham", wall("2025-09-30 14:00"), utc("2025-09-30 00:15")),
        ("America/St_Johns", wall("2025-09-09 14:00"), utc("2025-09-09 16:30")),
        ("Pacific/Kiritimati", wall("2025-09-09 14:00"), utc("2025-09-09 00:00")),
        ("Etc/GMT+12", wall("2025-09-09 14:00"), utc("2025-09-10 02:00")),
        ("UTC", wall("2025-09-09 14:00"), utc("2025-09-09 14:00")),
        ("europe/zurich", wall("2025-09-09 14:00"), utc("2025-09-09 12:00")),
    ],
)
def test_a_wall_time_is_one_moment(zone: str, local: datetime, moment: datetime) -> None:
    assert resolve(local, zone) == moment


@pytest.mark.parametrize(
    ("zone", "local", "before", "after"),
    [
        ("Europe/Zurich", wall("2025-03-30 02:30"), wall("2025-03-30 01:30"), wall("2025-03-30 03:30")),
        ("Europe/Zurich", wall("2025-03-30 02:00"), wall("2025-03-30 01:00"), wall("2025-03-30 03:00")),
        ("Pacific/Auckland", wall("2025-09-28 02:30"), wall("2025-09-28 01:30"), wall("2025-09-28 03:30")),
        ("Pacific/Chatham", wall("2025-09-28 03:00"), wall("2025-09-28 02:00"), wall("2025-09-28 04:00")),
        (
            "Australia/Lord_Howe",
            wall("2025-10-05 02:15"),
            wall("2025-10-05 01:45"),
            wall("2025-10-05 02:45"),
        ),
        ("Pacific/Apia", wall("2011-12-30 10:00"), wall("2011-12-29 10:00"), wall("2011-12-31 10:00")),
    ],
)
def test_a_time_that_the_clock_skips_is_refused_with_what_may_be_meant(
    zone: str, local: datetime, before: datetime, after: datetime
) -> None:
    assert resolve(local, zone) == ImaginaryTime(wall=local, zone=zone, before=before, after=after)


@pytest.mark.parametrize(
    ("zone", "local", "first", "second"),
    [
        ("Europe/Zurich", wall("2025-10-26 02:30"), utc("2025-10-26 00:30"), utc("2025-10-26 01:30")),
        ("Pacific/Auckland", wall("2025-04-06 02:30"), utc("2025-04-05 13:30"), utc("2025-04-05 14:30")),
        ("Pacific/Chatham", wall("2025-04-06 03:00"), utc("2025-04-05 13:15"), utc("2025-04-05 14:15")),
        ("Australia/Lord_Howe", wall("2025-04-06 01:45"), utc("2025-04-05 14:45"), utc("2025-04-05 15:15")),
    ],
)
def test_a_time_that_the_clock_shows_twice_is_refused_with_both_moments(
    zone: str, local: datetime, first: datetime, second: datetime
) -> None:
    assert resolve(local, zone) == AmbiguousTime(wall=local, zone=zone, first=first, second=second)


def test_the_edges_of_a_skipped_and_of_a_repeated_hour() -> None:
    assert resolve(wall("2025-03-30 01:59"), "Europe/Zurich") == utc("2025-03-30 00:59")
    assert resolve(wall("2025-03-30 03:00"), "Europe/Zurich") == utc("2025-03-30 01:00")
    assert resolve(wall("2025-10-26 01:59"), "Europe/Zurich") == utc("2025-10-25 23:59")
    assert resolve(wall("2025-10-26 03:00"), "Europe/Zurich") == utc("2025-10-26 02:00")


def test_an_unknown_zone_is_refused_with_the_nearest_names() -> None:
    refusal = resolve(wall("2025-09-09 14:00"), "Europe/Zurch")
    assert isinstance(refusal, UnknownZone)
    assert refusal == UnknownZone(zone="Europe/Zurch", nearest=nearest_zones("Europe/Zurch"))
    assert refusal.nearest[0] == "Europe/Zurich"


@given(moments, zones)
def test_a_moment_shown_on_a_clock_is_found_again_unless_the_clock_shows_it_twice(moment: datetime, zone: str) -> None:
    found = resolve(to_local(moment, zone), zone)
    assert moment in ((found.first, found.second) if isinstance(found, AmbiguousTime) else (found,))


@given(st.datetimes(wall("1990-01-01 00:00"), wall("2037-12-30 00:00")), zones)
def test_every_wall_time_is_a_moment_or_a_refusal_whose_alternatives_are_real(local: datetime, zone: str) -> None:
    found = resolve(local, zone)
    if isinstance(found, datetime):
        assert to_local(found, zone) == local
    elif isinstance(found, AmbiguousTime):
        assert (to_local(found.first, zone), to_local(found.second, zone)) == (local, local)
        assert found.first < found.second
    else:
        assert isinstance(found, ImaginaryTime)
        assert found.before < local < found.after
        assert isinstance(resolve(found.after, zone), datetime)


@given(moments)
def test_microseconds_are_exact(moment: datetime) -> None:
    assert from_micros(to_micros(moment)) == moment


@pytest.mark.parametrize(
    ("zone", "start", "end", "changes"),
    [
        (
            "Europe/Zurich",
            utc("2025-01-01 00:00"),
            utc("2026-01-01 00:00"),
            (
                ClockChange(at=utc("2025-03-30 01:00"), before=HOUR, after=2 * HOUR),
                ClockChange(at=utc("2025-10-26 01:00"), before=2 * HOUR, after=HOUR),
            ),
        ),
        (
            "Pacific/Auckland",
            utc("2025-09-09 00:00"),
            utc("2025-10-03 00:00"),
            (ClockChange(at=utc("2025-09-27 14:00"), before=12 * HOUR, after=13 * HOUR),),
        ),
        (
            "Australia/Lord_Howe",
            utc("2025-10-01 00:00"),
            utc("2025-11-01 00:00"),
            (ClockChange(at=utc("2025-10-04 15:30"), before=10.5 * HOUR, after=11 * HOUR),),
        ),
        (
            "Pacific/Apia",
            utc("2011-12-01 00:00"),
            utc("2012-01-01 00:00"),
            (ClockChange(at=utc("2011-12-30 10:00"), before=-10 * HOUR, after=14 * HOUR),),
        ),
        ("Asia/Kathmandu", utc("2025-01-01 00:00"), utc("2026-01-01 00:00"), ()),
        ("Europe/Zurich", utc("2025-10-26 01:00"), utc("2025-10-26 01:00"), ()),
    ],
)
def test_the_clock_changes_of_a_span(
    zone: str, start: datetime, end: datetime, changes: tuple[ClockChange, ...]
) -> None:
    assert changes_between(zone, start, end) == changes


def test_a_span_holds_the_change_at_its_start_and_not_the_one_at_its_end() -> None:
    change = ClockChange(at=utc("2025-10-26 01:00"), before=2 * HOUR, after=HOUR)
    assert changes_between("Europe/Zurich", change.at, change.at + HOUR) == (change,)
    assert changes_between("Europe/Zurich", change.at - HOUR, change.at) == ()


def test_the_clock_changes_inside_the_second_and_the_sixth_edition() -> None:
    def changing(start: datetime, end: datetime) -> set[str]:
        return {zone for zone in common_zones() if changes_between(zone, start, end)}

    assert changing(utc("2025-09-09 12:00"), utc("2025-10-02 14:00")) == {
        "Antarctica/McMurdo",
        "Pacific/Auckland",
        "Pacific/Chatham",
    }
    second = changing(utc("2021-10-05 12:00"), utc("2021-11-11 14:00"))
    assert {"Europe/Zurich", "America/New_York", "Asia/Beirut"} <= second
    assert second.isdisjoint({"Asia/Kathmandu", "Africa/Nairobi", "Asia/Seoul"})


def test_offsets_are_east_positive() -> None:
    assert offset_at(utc("2025-09-09 00:00"), "Asia/Kathmandu") == timedelta(hours=5, minutes=45)
    assert offset_at(utc("2025-09-09 00:00"), "America/New_York") == timedelta(hours=-4)


def test_countries_and_their_zones() -> None:
    assert zones_of_country("np") == ("Asia/Kathmandu",)
    assert zones_of_country("NZ") == ("Pacific/Auckland", "Pacific/Chatham")
    assert zones_of_country("XX") == ()
    assert country_names()["CH"] == "Switzerland"


def test_the_zone_data_names_its_release() -> None:
    version = zone_data_version()
    assert (version[:2], len(version), version[-1].isalpha()) == ("20", 5, True)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/Zurich", "Europe/Zurich"),
        (" asia/kathmandu ", "Asia/Kathmandu"),
        ("Geneva", "Europe/Zurich"),
        ("GENÈVE", "Europe/Zurich"),
        ("new york", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("Nepal", "Asia/Kathmandu"),
        ("ke", "Africa/Nairobi"),
        ("South Korea", "Asia/Seoul"),
        ("Viet Nam", "Asia/Ho_Chi_Minh"),
        ("Türkiye", "Europe/Istanbul"),
        ("Singapore", "Asia/Singapore"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_found_by_name_city_country_or_code(text: str, zone: str) -> None:
    assert find_zone(text) == zone


def test_a_country_with_several_times_asks_back() -> None:
    assert find_zone("New Zealand") == SeveralZones(text="New Zealand", zones=("Pacific/Auckland", "Pacific/Chatham"))


@pytest.mark.parametrize("text", ["", "   ", "qqqqqqqq", "x" * 5000, "../../etc/passwd", "\u202e", "東京都渋谷区"])
def test_a_text_that_is_no_zone_is_refused_without_a_guess(text: str) -> None:
    assert find_zone(text) == UnknownZone(zone=text, nearest=())
    assert zone_named(text) is None


def test_suggestions_for_somebody_who_is_typing_begin_with_what_begins_so() -> None:
    assert suggest_zones("kat", 2) == ("Asia/Kathmandu", "America/Metlakatla")
    assert suggest_zones("new z", 3)[:2] == ("Pacific/Auckland", "Pacific/Chatham")
    assert suggest_zones("Asia/Hanoi", 1) == ("Asia/Ho_Chi_Minh",)
    assert suggest_zones("tokio", 1) == ("Asia/Tokyo",)
    assert len(suggest_zones("a")) == 25


NOW = utc("2025-09-16 10:00:30")  # a Tuesday, noon in Zurich


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2025-09-16 15:00", wall("2025-09-16 15:00")),
        ("2025-09-16T15:00", wall("2025-09-16 15:00")),
        ("16.09.2025 15:00", wall("2025-09-16 15:00")),
        ("16. 9. 2025 9:30", wall("2025-09-16 09:30")),
        ("16 September 2025 15:00", wall("2025-09-16 15:00")),
        ("Sept 16, 2025 3 pm", wall("2025-09-16 15:00")),
        ("today 18:00", wall("2025-09-16 18:00")),
        ("  Tomorrow  at 15h30 ", wall("2025-09-17 15:30")),
        ("tuesday 15:00", wall("2025-09-16 15:00")),
        ("tuesday 12:00", wall("2025-09-23 12:00")),
        ("Fri 9:00", wall("2025-09-19 09:00")),
        ("15:00", wall("2025-09-16 15:00")),
        ("12 am", wall("2025-09-16 00:00")),
        ("12:30 pm", wall("2025-09-16 12:30")),
        ("+1d", wall("2025-09-17 12:00")),
        ("+90m", wall("2025-09-16 13:30")),
        ("+1d 2h", wall("2025-09-17 14:00")),
        ("- 1 week", wall("2025-09-09 12:00")),
        ("+30 minutes", wall("2025-09-16 12:30")),
    ],
)
def test_a_time_in_words_that_mean_one_thing(text: str, local: datetime) -> None:
    assert read_when(text, now=NOW, zone="Europe/Zurich") == local


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "when"),
        ("soon", "when"),
        ("2025-09-16 15:00 CET", "when"),
        ("16.09.25 15:00", "when"),
        ("+", "when"),
        ("09/10/2025 15:00", "when-unambiguous"),
        ("9-10-25 15:00", "when-unambiguous"),
        ("2025-09-16", "when-time"),
        ("tomorrow", "when-time"),
        ("15", "when-time"),
        ("2025-02-30 15:00", "when-exists"),
        ("16 Foo 2025 15:00", "when-exists"),
        ("0001-01-01 15:00", "when-exists"),
        ("tomorrow 24:00", "when-exists"),
        ("13 pm", "when-exists"),
        ("+9999w", "when-exists"),
        ("+9999w 9999w 9999w 9999w 9999w 9999w 9999w 9999w", "when-exists"),
    ],
)
def test_a_time_that_may_mean_two_things_or_none_is_refused(text: str, expected: str) -> None:
    refusal = BadValue(field="time", value=text, expected=expected)
    assert read_when(text, now=NOW, zone="Europe/Zurich") == refusal


def test_steps_are_laid_from_the_base_days_on_the_clock_and_hours_as_time_that_passes() -> None:
    base = wall("2025-10-25 14:00")  # the day before Zurich's clocks go back
    assert read_when("+1d", now=NOW, zone="Europe/Zurich", base=base) == wall("2025-10-26 14:00")
    assert read_when("+24h", now=NOW, zone="Europe/Zurich", base=base) == wall("2025-10-26 13:00")
    assert read_when("16:00", now=NOW, zone="Europe/Zurich", base=base) == wall("2025-10-25 16:00")


def test_hours_from_a_base_that_the_clock_skips_are_refused() -> None:
    base = wall("2025-03-30 02:30")
    assert read_when("+1h", now=NOW, zone="Europe/Zurich", base=base) == resolve(base, "Europe/Zurich")


def test_a_time_in_an_unknown_zone_is_refused() -> None:
    assert read_when("15:00", now=NOW, zone="Mars/Olympus") == UnknownZone(
        zone="Mars/Olympus", nearest=nearest_zones("Mars/Olympus")
    )


@given(st.text(max_size=40), moments, zones)
def test_no_text_breaks_the_reading(text: str, now: datetime, zone: str) -> None:
    assert isinstance(
        read_when(text, now=now, zone=zone), datetime | BadValue | ImaginaryTime | AmbiguousTime | UnknownZone
    )


@pytest.mark.parametrize("country", ["US", "RU", "BR", "CA", "AQ", "KE"])
def test_a_short_list_of_zones_has_every_clock_of_the_country(country: str) -> None:
    now, zones = datetime(2025, 9, 9, 12, tzinfo=UTC), zones_of_country(country)
    short = by_clock(zones, now)[:24]
    assert {to_local(now, zone) for zone in short} == {to_local(now, zone) for zone in zones}
    assert sorted(by_clock(zones, now)) == sorted(zones)
