"""The same programme on other dates."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import programmes
from sessions.domain.completion import CompletionRule
from sessions.domain.moments import to_local
from sessions.domain.programme import ApplicationPlan, Programme
from sessions.imports.problems import Problem
from sessions.imports.programme_dates import first_day_from, starting
from sessions.imports.programme_file import read_programme


def the(name: str) -> Programme:
    programme = read_programme(programmes.read(name))
    assert isinstance(programme, Programme)
    return programme


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        (date(2026, 9, 8), date(2026, 9, 8)),  # a Tuesday, as the programme's first day
        (date(2026, 9, 9), date(2026, 9, 15)),
        (date(2026, 9, 14), date(2026, 9, 15)),
        (date(2025, 9, 9), date(2025, 9, 9)),
        (date(2024, 2, 28), date(2024, 3, 5)),
    ],
)
def test_the_first_day_is_the_programmes_weekday_on_or_after_the_day_asked_for(asked: date, first: date) -> None:
    programme = the("who-cgmp-2025")
    laid = starting(programme, asked)
    assert isinstance(laid, Programme)
    assert (first_day_from(programme, asked), laid.first_day) == (first, first)


def test_weekdays_and_wall_times_stay_and_application_dates_and_deadlines_go_along() -> None:
    programme = replace(
        the("who-cgmp-2025"),
        completion=(CompletionRule(key="c", title="C", deadline=utc("2025-10-16 21:59")),),
    )
    assert starting(programme, date(2026, 1, 13)) == replace(
        programme,
        sessions=tuple(replace(plan, wall=plan.wall + timedelta(weeks=18)) for plan in programme.sessions),
        # 09:00 and 23:59 in Zurich, now in winter.
        applications=ApplicationPlan(opens=utc("2025-11-24 08:00"), closes=utc("2025-12-28 22:59")),
        completion=(CompletionRule(key="c", title="C", deadline=utc("2026-02-19 22:59")),),
    )


def test_wall_times_that_clocks_skip_or_repeat_on_the_new_dates_are_problems() -> None:
    programme = the("who-cgmp-2025")
    first = replace(programme.sessions[0], wall=datetime.fromisoformat("2025-09-07 02:30"))  # a Sunday
    early = replace(programme, sessions=(first,), applications=ApplicationPlan(opens=utc("2025-09-07 00:15")))
    assert starting(early, date(2026, 3, 29)) == tuple(
        Problem(
            where=where,
            value=f"2026-03-29 {at} Europe/Zurich",
            expected="a time that clocks in Europe/Zurich show: on Sunday 29 March 2026 they go forward and skip it",
            suggestion="Choose another first day, or change this time in the file.",
        )
        for where, at in (("session 1", "02:30"), ("[applications] › opens", "02:15"))
    )
    assert starting(early, date(2026, 10, 25)) == tuple(
        Problem(
            where=where,
            value=f"2026-10-25 {at} Europe/Zurich",
            expected="a time that clocks in Europe/Zurich show once: "
            "on Sunday 25 October 2026 they go back and show it twice",
            suggestion="Choose another first day, or change this time in the file.",
        )
        for where, at in (("session 1", "02:30"), ("[applications] › opens", "02:15"))
    )


@given(st.sampled_from(programmes.names()), st.dates(date(2005, 1, 1), date(2036, 1, 1)))
def test_any_date_keeps_weekdays_wall_times_and_the_days_between(name: str, asked: date) -> None:
    programme = the(name)
    laid = starting(programme, asked)
    assert isinstance(laid, Programme)
    assert 0 <= (laid.first_day - asked).days < 7
    shift = laid.first_day - programme.first_day
    assert shift.days % 7 == 0
    assert [plan.wall for plan in laid.sessions] == [plan.wall + shift for plan in programme.sessions]
    opens, was = laid.applications.opens, programme.applications.opens
    assert opens is not None
    assert was is not None
    assert to_local(opens, laid.zone) == to_local(was, programme.zone) + shift
