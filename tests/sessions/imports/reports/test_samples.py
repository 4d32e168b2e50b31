"""The eleven shared cases: right to the second, and nobody credited who must not be."""

import pytest

from sessions.domain.report_figures import Figures
from tests.sessions.imports.reports.samples import CASES, a_sample, iso


def describe(figures: Figures) -> dict[str, object]:
    """As the samples write figures: one number, or a range where the file does not give one."""
    told: dict[str, object] = {
        "rows": figures.rows,
        "first_join_utc": iso(figures.first_join),
        "last_leave_utc": iso(figures.last_leave),
        "flags": [flag.value for flag in figures.flags],
    }
    if figures.ranged:
        return told | {"seconds_min": figures.seconds_min, "seconds_max": figures.seconds_max}
    return told | {"seconds": figures.seconds, "minutes": figures.seconds // 60}


def as_expected(person: dict[str, object]) -> dict[str, object]:
    empty: dict[str, object] = {"first_join_utc": None, "last_leave_utc": None, "flags": []}
    return empty | {key: value for key, value in person.items() if key not in ("name", "reported_minutes")}


@pytest.mark.parametrize("case", CASES)
def test_the_participants_are_those_expected_with_every_figure(case: str) -> None:
    sample = a_sample(case)
    found = [
        {"id": person.id, "matched_by": person.matched_by.value, **describe(person.figures)}
        for person in sample.preview().participants
    ]
    expected = sample.expected["participants"]
    assert isinstance(expected, list)
    assert sorted(found, key=lambda one: str(one["id"])) == [as_expected(person) for person in expected]


@pytest.mark.parametrize("case", CASES)
def test_the_figure_shown_lies_in_its_range(case: str) -> None:
    people = a_sample(case).preview().participants
    outside = [
        one.id for one in people if not one.figures.seconds_min <= one.figures.seconds <= one.figures.seconds_max
    ]
    assert outside == []


@pytest.mark.parametrize("case", CASES)
def test_what_goes_to_the_organiser_is_what_is_expected(case: str) -> None:
    sample = a_sample(case)
    found = [
        {
            "name": row.name,
            "email": row.email,
            "reason": row.code.value,
            "suggest_should_include": sorted(row.suggestions),
            **{key: value for key, value in describe(row.figures).items() if key != "flags"},
        }
        for row in sample.preview().unmatched
    ]
    assert found == sample.expected["unmatched"]


@pytest.mark.parametrize("case", CASES)
def test_platform_outcome_problems_and_registrations_are_those_expected(case: str) -> None:
    sample = a_sample(case)
    found = sample.preview()
    told = sorted({problem.code.value for _, problem in found.problems})
    assert (found.outcome.value, told, found.not_attended) == (
        sample.expected["outcome"],
        sample.expected["must_report"],
        sample.expected["not_attended_rows"],
    )
