import random
import re
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.domain.claims import Applicant, Claims, draw_lot, fold_organisation, income_of
from sessions.domain.proposals import Proposal, QuotaResult, Share, next_offers, places_of, select, share_of
from sessions.domain.reasons import Reason, ReasonCode, explain_to_person, from_document, to_document
from sessions.domain.selection import Function, Gender, IncomeGroup, Kind, Order, SelectionPolicy

C = ReasonCode
START = datetime(2025, 7, 1, 9, tzinfo=UTC)
INCOMES = {
    "AF": IncomeGroup.LOW,
    "BD": IncomeGroup.LOWER_MIDDLE,
    "BR": IncomeGroup.UPPER_MIDDLE,
    "CH": IncomeGroup.HIGH,
    "ET": IncomeGroup.UNCLASSIFIED,
}
LOW_FIRST = (frozenset({IncomeGroup.LOW, IncomeGroup.LOWER_MIDDLE}), frozenset({IncomeGroup.UPPER_MIDDLE}))


def an_applicant(
    number: int,
    country: str = "CH",
    *,
    organisation: str | None = None,
    kind: Kind = Kind.OTHER,
    function: Function = Function.OTHER,
    gender: Gender | None = None,
    minutes: int | None = None,
) -> Applicant:
    return Applicant(
        id=number,
        applied=START + timedelta(minutes=number if minutes is None else minutes),
        country=country,
        organisation=organisation,
        kind=kind,
        function=function,
        gender=gender,
    )


def reasons_of(proposal: Proposal, number: int) -> tuple[Reason, ...]:
    return next(outcome.reasons for outcome in proposal.outcomes if outcome.id == number)


def test_first_come_first_served_when_the_policy_says_no_more() -> None:
    proposal = select([an_applicant(3), an_applicant(1), an_applicant(2)], SelectionPolicy(capacity=2), INCOMES)
    assert (proposal.chosen, proposal.waiting) == ((1, 2), (3,))
    assert reasons_of(proposal, 3) == (
        Reason(code=C.FIRST_COME, facts={"place": 3, "of": 3}),
        Reason(code=C.FULL, facts={"claim": 3, "of": 3, "places": 2}),
        Reason(code=C.WAITING_LIST, facts={"rank": 1, "of": 1}),
    )


def test_income_comes_before_kind_before_function_before_time() -> None:
    policy = SelectionPolicy(
        capacity=1,
        priority_income=LOW_FIRST,
        priority_kinds=(frozenset({Kind.REGULATOR, Kind.MINISTRY}),),
        priority_functions=(frozenset({Function.QUALITY_CONTROL}),),
    )
    people = [
        an_applicant(1, "CH", kind=Kind.REGULATOR, function=Function.QUALITY_CONTROL),
        an_applicant(2, "BR", kind=Kind.REGULATOR, function=Function.QUALITY_CONTROL),
        an_applicant(3, "AF", function=Function.QUALITY_CONTROL),
        an_applicant(4, "AF", kind=Kind.MINISTRY),
        an_applicant(5, "BD", kind=Kind.REGULATOR, function=Function.QUALITY_CONTROL),
        an_applicant(6, "AF", kind=Kind.MINISTRY, function=Function.QUALITY_CONTROL),
    ]
    proposal = select(people, policy, INCOMES)
    assert [outcome.id for outcome in proposal.outcomes] == [5, 6, 4, 3, 2, 1]
    assert reasons_of(proposal, 6)[:4] == (
        Reason(code=C.INCOME_PRIORITY, facts={"group": 1, "groups": 3, "income": "low", "country": "AF"}),
        Reason(code=C.KIND_PRIORITY, facts={"group": 1, "groups": 2, "kind": "ministry"}),
        Reason(code=C.FUNCTION_PRIORITY, facts={"group": 1, "groups": 2, "function": "quality-control"}),
        Reason(code=C.FIRST_COME, facts={"place": 2, "of": 2}),
    )


def test_an_override_moves_a_country_and_says_why() -> None:
    policy = SelectionPolicy(
        capacity=1, priority_income=LOW_FIRST, income_overrides={"ET": (IncomeGroup.LOW, "low until FY2025")}
    )
    proposal = select([an_applicant(1, "BR"), an_applicant(2, "ET")], policy, INCOMES)
    assert proposal.chosen == (2,)
    assert reasons_of(proposal, 2)[1] == Reason(
        code=C.INCOME_OVERRIDE, facts={"country": "ET", "income": "low", "why": "low until FY2025"}
    )
    assert income_of("XX", policy, INCOMES) is IncomeGroup.NOT_LISTED


def test_caps_name_the_place_in_the_queue_of_the_same_country_and_organisation() -> None:
    people = [
        an_applicant(1, organisation="ACME  Ltd."),
        an_applicant(2, organisation="Acme, Ltd"),
        an_applicant(3, "BR"),
        an_applicant(4, organisation="Star"),
        an_applicant(5),
    ]
    proposal = select(people, SelectionPolicy(capacity=5, cap_per_country=2, cap_per_organisation=1), INCOMES)
    assert (proposal.chosen, proposal.waiting) == ((1, 3, 4), (2, 5))
    assert reasons_of(proposal, 2)[1] == Reason(code=C.ORGANISATION_CAP, facts={"place": 2, "of": 2, "cap": 1})
    assert reasons_of(proposal, 5)[1] == Reason(
        code=C.COUNTRY_CAP, facts={"country": "CH", "place": 4, "of": 4, "cap": 2}
    )


def test_quotas_say_who_is_in_and_who_is_out_because_of_them() -> None:
    people = [
        an_applicant(1, "CH", gender=Gender.MAN),
        an_applicant(2, "CH", gender=Gender.MAN),
        an_applicant(3, "BR", gender=Gender.MAN),
        an_applicant(4, "AF", gender=Gender.MAN),
        an_applicant(5, "CH", gender=Gender.WOMAN),
    ]
    policy = SelectionPolicy(capacity=3, minimum_low_income_share=0.3, gender_balance=0.33)
    proposal = select(people, policy, INCOMES)
    assert proposal.chosen == (1, 4, 5)
    assert reasons_of(proposal, 4)[1:] == (Reason(code=C.LOW_INCOME_QUOTA, facts={"needed": 1}),)
    assert reasons_of(proposal, 5)[1:] == (Reason(code=C.GENDER_QUOTA, facts={"needed": 1}),)
    assert reasons_of(proposal, 2)[1] == Reason(code=C.KEPT_FOR_BALANCE, facts={"needed": 1})
    assert reasons_of(proposal, 3)[1] == Reason(code=C.KEPT_FOR_LOW_INCOME, facts={"needed": 1})
    assert [(quota.code, quota.needed, quota.reached) for quota in proposal.quotas] == [
        (C.LOW_INCOME_QUOTA, 1, 1),
        (C.GENDER_QUOTA, 1, 1),
        (C.GENDER_QUOTA, 1, 2),
    ]


def test_a_quota_that_nobody_can_fill_leaves_no_place_empty() -> None:
    proposal = select(
        [an_applicant(1), an_applicant(2)], SelectionPolicy(capacity=2, minimum_low_income_share=0.5), INCOMES
    )
    assert proposal.chosen == (1, 2)
    assert proposal.quotas == (QuotaResult(code=C.LOW_INCOME_QUOTA, of=None, needed=1, reached=0),)


def test_the_reserve_is_kept_back_for_organisers() -> None:
    policy = SelectionPolicy(capacity=3, reserve=2)
    assert places_of(policy) == 1
    assert select([an_applicant(1), an_applicant(2)], policy, INCOMES).chosen == (1,)


def test_the_lot_can_be_drawn_again_by_anybody_with_the_seed() -> None:
    policy = SelectionPolicy(capacity=2, order=Order.LOT, lot_seed="WHO 2025")
    proposal = select([an_applicant(number) for number in range(1, 8)], policy, INCOMES)
    by_hand = sorted(range(1, 8), key=lambda number: sha256(f"WHO 2025\n{number}".encode()).hexdigest())
    assert [outcome.id for outcome in proposal.outcomes] == by_hand
    # printf "WHO 2025\n1" | sha256sum
    assert draw_lot("WHO 2025", 1) == "928b8ecc86e529d6afeab9a95adcec9a4a5db49511ff8c92cce418a3efe88e43"
    assert reasons_of(proposal, by_hand[0])[0] == Reason(code=C.LOT, facts={"place": 1, "of": 7, "seed": "WHO 2025"})


def test_a_lot_without_a_seed_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="seed"):
        select([], SelectionPolicy(capacity=2, order=Order.LOT), INCOMES)


@pytest.mark.parametrize(("share", "places", "needed"), [(0.1, 30, 3), (0.4, 2500, 1000), (0.34, 3, 2), (None, 5, 0)])
def test_a_share_is_counted_as_it_was_written(share: float | None, places: int, needed: int) -> None:
    assert share_of(share, places) == needed


def test_the_summary_counts_applied_and_chosen() -> None:
    people = [an_applicant(1, "CH"), an_applicant(2, "CH", kind=Kind.REGULATOR), an_applicant(3, "AF")]
    proposal = select(people, SelectionPolicy(capacity=2, priority_income=LOW_FIRST), INCOMES)
    assert proposal.by_country == (Share(name="CH", applied=2, chosen=1), Share(name="AF", applied=1, chosen=1))
    assert proposal.by_income == (Share(name="high", applied=2, chosen=1), Share(name="low", applied=1, chosen=1))
    assert proposal.by_kind == (Share(name="other", applied=2, chosen=2), Share(name="regulator", applied=1, chosen=0))


def test_a_freed_place_goes_to_the_next_whom_the_policy_allows() -> None:
    policy = SelectionPolicy(capacity=3, cap_per_country=2)
    taken = [an_applicant(1), an_applicant(2)]
    assert next_offers([an_applicant(3), an_applicant(4, "BR")], policy, INCOMES, taken=taken) == (4,)
    assert next_offers([an_applicant(3)], policy, INCOMES, taken=taken) == ()
    assert next_offers([an_applicant(4, "BR")], SelectionPolicy(capacity=2), INCOMES, taken=taken) == ()


def test_a_freed_place_that_a_quota_needs_goes_to_the_quota() -> None:
    policy = SelectionPolicy(capacity=2, minimum_low_income_share=0.5)
    assert next_offers([an_applicant(2), an_applicant(3, "AF")], policy, INCOMES, taken=[an_applicant(1)]) == (3,)


def test_a_person_sees_their_own_part_without_how_many_others_there_are() -> None:
    people = [an_applicant(1, organisation="Acme"), an_applicant(2, organisation="Acme")]
    proposal = select(people, SelectionPolicy(capacity=2, cap_per_organisation=1), INCOMES)
    assert explain_to_person(reasons_of(proposal, 2)) == (
        Reason(code=C.FIRST_COME, facts={"place": 2}),
        Reason(code=C.ORGANISATION_CAP, facts={"place": 2, "cap": 1}),
        Reason(code=C.WAITING_LIST, facts={"rank": 1}),
    )


def test_reasons_survive_being_kept_and_other_documents_are_refused() -> None:
    reasons = reasons_of(select([an_applicant(1)], SelectionPolicy(capacity=1), INCOMES), 1)
    assert from_document(to_document(reasons)) == reasons
    with pytest.raises(ValueError):
        from_document([{"code": "no-such-reason", "facts": {}}])


def test_organisations_are_compared_folded() -> None:
    assert fold_organisation("ＡＣＭＥ  (Ltd.)") == fold_organisation("acme ltd")
    assert fold_organisation("Straße GmbH") == fold_organisation("STRASSE GMBH")
    assert fold_organisation("Минздрав") != fold_organisation("Minzdrav")


applicants = st.lists(
    st.builds(
        an_applicant,
        st.integers(1, 10**6),
        st.sampled_from(sorted(INCOMES)),
        organisation=st.sampled_from((None, "Acme", "ACME", "Star")),
        kind=st.sampled_from(Kind),
        gender=st.sampled_from((None, *Gender)),
        minutes=st.integers(0, 3),
    ),
    max_size=25,
    unique_by=lambda one: one.id,
)
policies = st.builds(
    SelectionPolicy,
    capacity=st.integers(1, 12),
    priority_income=st.sampled_from(((), LOW_FIRST)),
    priority_kinds=st.sampled_from(((), (frozenset({Kind.REGULATOR}),))),
    minimum_low_income_share=st.sampled_from((None, 0.4, 1.0)),
    gender_balance=st.sampled_from((None, 0.5)),
    cap_per_country=st.none() | st.integers(1, 4),
    cap_per_organisation=st.none() | st.integers(1, 3),
    order=st.sampled_from(Order),
    lot_seed=st.just("seed"),
)


@settings(max_examples=100, deadline=None)
@given(applicants, policies, st.randoms(use_true_random=False))
def test_the_order_in_which_applications_are_read_changes_nothing(
    people: list[Applicant], policy: SelectionPolicy, chance: random.Random
) -> None:
    shuffled = list(people)
    chance.shuffle(shuffled)
    assert select(shuffled, policy, INCOMES) == select(people, policy, INCOMES)


@settings(max_examples=100, deadline=None)
@given(applicants, policies)
def test_everybody_is_told_why_and_ranks_count_from_one(people: list[Applicant], policy: SelectionPolicy) -> None:
    proposal = select(people, policy, INCOMES)
    assert sorted([*proposal.chosen, *proposal.waiting]) == sorted(one.id for one in people)
    ranks = [outcome.waiting_rank for outcome in proposal.outcomes if not outcome.chosen]
    assert ranks == list(range(1, len(ranks) + 1))
    claims = Claims(policy=policy, incomes=INCOMES, seed="seed" if policy.order is Order.LOT else None)
    assert [outcome.id for outcome in proposal.outcomes] == [one.id for one in sorted(people, key=claims.key)]
    kept = {C.WITHIN_PLACES, C.LOW_INCOME_QUOTA, C.GENDER_QUOTA}
    barred = {C.FULL, C.COUNTRY_CAP, C.ORGANISATION_CAP, C.KEPT_FOR_BALANCE, C.KEPT_FOR_LOW_INCOME}
    for outcome in proposal.outcomes:
        codes = {reason.code for reason in outcome.reasons}
        assert len(codes & (kept if outcome.chosen else barred)) == 1
        assert not codes & (barred | {C.WAITING_LIST} if outcome.chosen else kept)


@settings(max_examples=100, deadline=None)
@given(applicants, policies)
def test_when_a_place_frees_those_who_keep_theirs_are_never_asked_to_leave(
    people: list[Applicant], policy: SelectionPolicy
) -> None:
    proposal = select(people, policy, INCOMES)
    chosen = [one for one in people if one.id in proposal.chosen]
    waiting = [one for one in people if one.id in proposal.waiting]
    offers = next_offers(waiting, policy, INCOMES, taken=chosen[1:])
    assert len(chosen[1:]) + len(offers) <= places_of(policy)
    assert set(offers) <= set(proposal.waiting)


def test_the_docs_explain_every_reason() -> None:
    document = (Path(__file__).parents[3] / "docs" / "selection.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| ([a-z-]+) \| ", document, flags=re.MULTILINE)[1:] == list(ReasonCode)
