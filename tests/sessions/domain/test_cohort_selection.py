"""Cohorts have places of their own; who takes any goes where places are free."""

from datetime import timedelta

from sessions.domain.claims import Applicant
from sessions.domain.cohort_selection import select_by_cohort
from sessions.domain.proposals import select
from sessions.domain.selection import SelectionPolicy
from tests.sessions.applicants import INCOMES, OPENS

POLICY = SelectionPolicy(capacity=3)


def an_applicant(number: int, cohort: str | None = None) -> Applicant:
    return Applicant(id=number, applied=OPENS + timedelta(minutes=number), country="KE", cohort=cohort)


def test_each_cohort_has_its_own_places_and_any_goes_where_places_are_free() -> None:
    people = [an_applicant(1, "early"), an_applicant(2, "early"), an_applicant(3), an_applicant(4), an_applicant(5)]
    found = select_by_cohort(people, POLICY, INCOMES, {"early": 1, "late": 2})
    assert found.proposal.chosen == (1, 3, 4)
    assert found.cohorts == {1: "early", 2: "early", 3: "late", 4: "late", 5: "late"}
    assert [(one.id, one.waiting_rank) for one in found.proposal.outcomes if not one.chosen] == [(2, 1), (5, 2)]
    assert [(share.name, share.applied, share.chosen) for share in found.proposal.by_country] == [("KE", 5, 3)]


def test_places_held_in_a_cohort_are_taken_there() -> None:
    found = select_by_cohort(
        [an_applicant(1, "early"), an_applicant(2)], POLICY, INCOMES, {"early": 1, "late": 2},
        taken=[an_applicant(9, "early")],
    )  # fmt: skip
    assert (found.proposal.chosen, found.cohorts[2]) == ((2,), "late")


def test_without_cohorts_it_is_the_plain_selection() -> None:
    people = [an_applicant(number) for number in range(1, 6)]
    assert select_by_cohort(people, POLICY, INCOMES, {}).proposal == select(people, POLICY, INCOMES)
