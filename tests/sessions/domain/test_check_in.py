"""Check-in decisions and the code of the moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sessions.domain.attendance import AttendanceRule
from sessions.domain.check_in import (
    CheckIn,
    CodeAccepted,
    compute_code,
    decide_check_in,
    decide_code,
    derive_prompt_secret,
    find_check_in_window,
    find_code_change,
)
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.refusals import (
    CheckInClosed,
    CheckInNotOpen,
    NoPlace,
    SessionCancelled,
    TooManyWrongCodes,
    WrongCode,
)

START = datetime(2025, 9, 9, 12, tzinfo=UTC)
SECRET = b"12345678901234567890"


def a_session() -> Session:
    return Session(
        id=7,
        marathon_id=1,
        number=1,
        title="Quality systems",
        wall=START.replace(tzinfo=None, hour=14),
        zone="Europe/Zurich",
        start=START,
        duration=timedelta(hours=2),
        created=START,
        changed=START,
    )


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_the_window_opens_before_the_start_and_closes_after_the_end() -> None:
    assert find_check_in_window(a_session(), AttendanceRule()) == (START - minutes(15), START + minutes(150))


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (timedelta(minutes=-15, microseconds=-1), CheckInNotOpen(opens=START - minutes(15))),
        (minutes(-15), CheckIn(at=START - minutes(15), late=False, after_start=minutes(-15))),
        (minutes(10), CheckIn(at=START + minutes(10), late=False, after_start=minutes(10))),
        (
            timedelta(minutes=10, microseconds=1),
            CheckIn(
                at=START + timedelta(minutes=10, microseconds=1),
                late=True,
                after_start=timedelta(minutes=10, microseconds=1),
            ),
        ),
        (minutes(150), CheckInClosed(closed=START + minutes(150))),
    ],
)
def test_a_click_is_decided_by_its_own_moment(offset: timedelta, expected: object) -> None:
    rule = AttendanceRule(late_after=minutes(10), late_counts=False)
    assert decide_check_in(a_session(), rule, START + offset, True) == expected


def test_without_a_limit_nobody_is_late() -> None:
    at = START + minutes(149)
    assert decide_check_in(a_session(), AttendanceRule(), at, True) == CheckIn(
        at=at, late=False, after_start=minutes(149)
    )


def test_who_holds_no_place_hears_that_first() -> None:
    cancelled = replace(a_session(), status=SessionStatus.CANCELLED)
    assert decide_check_in(cancelled, AttendanceRule(), START, False) == NoPlace()


def test_a_cancelled_session_takes_no_check_in() -> None:
    cancelled = replace(a_session(), status=SessionStatus.CANCELLED)
    assert decide_check_in(cancelled, AttendanceRule(), START, True) == SessionCancelled(
        number=1, title="Quality systems"
    )


def test_codes_are_those_of_rfc_4226_appendix_d() -> None:
    codes = [compute_code(SECRET, datetime(1970, 1, 1, tzinfo=UTC) + minutes(count)) for count in range(10)]
    assert codes == [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
    ]  # fmt: skip


def test_a_code_changes_with_the_minute() -> None:
    at = datetime(2025, 9, 9, 12, 0, 59, tzinfo=UTC)
    assert find_code_change(at) == datetime(2025, 9, 9, 12, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("delay", "expected"),
    [
        (0, CodeAccepted(steps_late=0)),
        (1, CodeAccepted(steps_late=1)),
        (2, WrongCode(tries_left=4)),
        (-1, WrongCode(tries_left=4)),
    ],
)
def test_a_code_is_taken_in_its_minute_and_the_next(delay: int, expected: object) -> None:
    assert decide_code(SECRET, compute_code(SECRET, START), START + minutes(delay)) == expected


@pytest.mark.parametrize("typed", ["287082", " 287 082 ", "287-082", "٢٨٧٠٨٢", "２８７０８２", "२८७०८२"])
def test_digits_are_taken_as_people_type_them(typed: str) -> None:
    assert decide_code(SECRET, typed, datetime(1970, 1, 1, 0, 1, tzinfo=UTC)) == CodeAccepted(steps_late=0)


@pytest.mark.parametrize("typed", ["", "28708", "2870820", "287082x", "zwei", "@everyone"])
def test_anything_else_is_a_wrong_code(typed: str) -> None:
    assert decide_code(SECRET, typed, datetime(1970, 1, 1, 0, 1, tzinfo=UTC)) == WrongCode(tries_left=4)


def test_five_wrong_codes_in_ten_minutes_close_the_door_until_the_oldest_is_ten_minutes_old() -> None:
    tries = [START + minutes(count) for count in (4, 0, 1, 3, 2)]
    right = compute_code(SECRET, START + minutes(5))
    assert decide_code(SECRET, right, START + minutes(5), tries) == TooManyWrongCodes(again=START + minutes(10))
    assert decide_code(SECRET, compute_code(SECRET, START + minutes(10)), START + minutes(10), tries) == CodeAccepted(
        steps_late=0
    )


def test_the_fifth_wrong_code_leaves_no_try() -> None:
    assert decide_code(SECRET, "000000", START, [START - minutes(1)] * 4) == WrongCode(tries_left=0)


def test_each_prompt_of_each_session_has_its_own_secret() -> None:
    secrets = {
        derive_prompt_secret(SECRET, session, prompt) for session in (7, 8) for prompt in ("start", "middle", "end")
    }
    assert len(secrets) == 6
