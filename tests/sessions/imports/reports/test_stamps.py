"""Times as reports write them, and the order of day and month."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.imports.reports.stamps import Order, Stamp, Unsettled, read_duration, read_stamp, settle_order

AFTERNOON = datetime(2025, 9, 9, 14, 5, 20, tzinfo=UTC).replace(tzinfo=None)


def stamp(text: str) -> Stamp:
    found = read_stamp(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    "text",
    [
        "09/09/2025 02:05:20 PM",
        "9/9/2025, 2:05:20 PM",
        "9/9/2025, 2:05:20\u202fPM",
        "09/09/25, 14:05:20",
        "09.09.2025, 14:05:20",
        "2025-09-09 14:05:20",
        "2025-09-09T14:05:20",
        "2025-09-09 14:05:20.000",
        "Sep 9, 2025 02:05:20 PM",
        "Tuesday, September 9, 2025 2:05:20 PM",
        "9 sept. 2025 à 14:05:20",
        "9 de set. de 2025 14:05:20",
        "9/9/2025 2:05:20 p. m.",
        "9/9/2025, 2:05:20 p.m.",
        "9 сент. 2025 г., 14:05:20",
        "2025年9月9日 14:05:20",
        "2025年9月9日 下午2:05:20",
        "2025/9/9 14時05分20秒",
        "2025/9/9 午後2:05:20",
        "2025. 9. 9. 오후 2:05:20",
        "2025年9月9日 14时05分20秒",
        "\u200f9\u200f/9\u200f/2025، 2:05:20 م",
        "٩\u200f/٩\u200f/٢٠٢٥، ٢:٠٥:٢٠ م",
        "9 سبتمبر 2025، 2:05:20 م",
        "9/9/2025, 2:05:20 μ.μ.",
        "9.9.2025 klo 14.05.20",
        "09/09/25 14.05.20",
        "14:05:20 09-09-2025",
        "09-Sep-25 14:05:20",
        '="2025-09-09 14:05:20"',
        "  ２０２５/０９/０９　１４：０５：２０ ",
    ],
)
def test_one_moment_as_the_world_writes_it(text: str) -> None:
    assert {stamp(text).wall(order) for order in (Order.DAY_FIRST, Order.MONTH_FIRST)} == {AFTERNOON}


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("9/9/2025, 12:05:20 AM", 0),
        ("9/9/2025, 12:05:20 PM", 12),
        ("9/9/2025, 11:05:20 a. m.", 11),
        ("2025/9/9 上午12:05:20", 0),
        ("2025/9/9 午前11:05:20", 11),
        ("2025. 9. 9. 오전 9:05:20", 9),
        ("9/9/2025، 9:05:20 ص", 9),
        ("9/9/2025 14:05:20 PM", 14),
    ],
)
def test_halves_of_the_day(text: str, hour: int) -> None:
    assert stamp(text).wall(Order.DAY_FIRST) == AFTERNOON.replace(hour=hour)


@pytest.mark.parametrize("text", ["14:05", "2:05 PM", "14.05", "午後2:05", "오후 2:05", "14h05"])
def test_a_time_without_a_date(text: str) -> None:
    found = stamp(text)
    assert (found.numbers, found.seconds, found.to_the_minute) == (None, 14 * 3600 + 5 * 60, True)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2025-09-09T14:05:20Z", timedelta()),
        ("2025-09-09 14:05:20 UTC", timedelta()),
        ("2025-09-09T14:05:20+02:00", timedelta(hours=2)),
        ("2025-09-09 14:05:20 -0330", -timedelta(hours=3, minutes=30)),
        ("09.09.2025 14:05:20 (GMT+2)", timedelta(hours=2)),
        ("2025-09-09 14:05:20", None),
    ],
)
def test_an_offset_in_the_file_is_kept(text: str, offset: timedelta | None) -> None:
    assert (stamp(text).offset, stamp(text).wall(Order.DAY_FIRST)) == (offset, AFTERNOON)


@pytest.mark.parametrize("text", ["", "--", "Amina", "812 3456 7890", "2025-09-09", "25:10", "14:65", "14:05 perhaps"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_stamp(text) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2h 26m 40s", 8800),
        ("2h 5s", 7205),
        ("51m 34s", 3094),
        ("2 hr 6 min", 7560),
        ("57 mins", 3420),
        ("02:02:30", 7350),
        ("147", 8820),
        ("1,5", 90),
        ("1 Std. 4 Min.", 3840),
        ("1 h 4 min 3 s", 3843),
        ("1時間30分", 5400),
        ("2 小时 6 分钟", 7560),
        ("1 ч 30 мин", 5400),
        ("1시간 30분", 5400),
        ("٢ ساعة ٦ دقيقة", 7560),
        ("1 hora 2 minutos", 3720),
        ("--", None),
        ("", None),
        ("2 moons", None),
    ],
)
def test_durations(text: str, seconds: int | None) -> None:
    assert read_duration(text) == seconds


def settle(*texts: str, day: date, evidence: tuple[str, ...] = ()) -> Order | Unsettled:
    stamps = [stamp(text) for text in texts]
    return settle_order(
        stamps, [*stamps, *map(stamp, evidence)], [day - timedelta(days=1), day, day + timedelta(days=1)]
    )


SEPTEMBER, OCTOBER = date(2025, 9, 10), date(2025, 10, 9)


def test_a_day_above_twelve_anywhere_in_the_file_settles_the_order() -> None:
    assert settle("09/10/2025 14:00", evidence=("08/30/2025 04:00",), day=OCTOBER) is Order.MONTH_FIRST
    assert settle("09/10/2025 14:00", evidence=("30/08/2025 04:00",), day=SEPTEMBER) is Order.DAY_FIRST


def test_else_the_day_of_the_session_settles_it() -> None:
    assert settle("09/10/2025 14:00", "09/10/2025 15:00", day=SEPTEMBER) is Order.MONTH_FIRST
    assert settle("09/10/2025 14:00", "09/10/2025 15:00", day=OCTOBER) is Order.DAY_FIRST
    assert settle("25/10/09 14:00", day=OCTOBER) is Order.YEAR_FIRST


def test_a_session_over_midnight_settles_it_by_its_second_day_too() -> None:
    assert settle("09/09/2025 23:50", "09/10/2025 01:00", day=date(2025, 9, 9)) is Order.MONTH_FIRST


def test_a_file_that_contradicts_itself_is_not_settled() -> None:
    assert settle("30/08/2025 04:00", "08/30/2025 04:00", day=SEPTEMBER) is Unsettled.CONTRADICTION


def test_a_file_of_another_day_is_not_settled() -> None:
    assert settle("03/04/2025 14:00", day=SEPTEMBER) is Unsettled.NONE_FITS


def test_rows_that_speak_for_both_orders_alike_are_not_settled() -> None:
    assert settle("09/10/2025 14:00", "10/09/2025 14:00", day=SEPTEMBER) is Unsettled.BOTH_FIT


def test_equal_numbers_need_no_settling() -> None:
    assert isinstance(settle("09/09/2025 14:00", day=date(2024, 1, 1)), Order)


@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d", "%d.%m.%y"])
)
def test_the_day_of_the_session_is_always_found(day: date, form: str) -> None:
    text = f"{day.strftime(form)} 14:00:00"
    order = settle(text, day=day)
    assert isinstance(order, Order)
    assert stamp(text).day(order) == day
