from collections import Counter
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.domain.allotment import Bar, Limits, Member, Side, allot, allot_by_claim

LOW_COUNTRIES = ("AF", "BD")
members = st.builds(
    lambda country, organisation, side: Member(
        country=country, organisation=organisation, low_income=country in LOW_COUNTRIES, side=side
    ),
    st.sampled_from(("AF", "BD", "CH", "DE")),
    st.sampled_from((None, "acme", "star")),
    st.sampled_from((None, Side.WOMEN, Side.MEN)),
)
limits = st.builds(
    Limits,
    places=st.integers(1, 6),
    per_country=st.none() | st.integers(1, 3),
    per_organisation=st.none() | st.integers(1, 2),
    low_income=st.integers(0, 4),
    of_each_side=st.integers(0, 3),
)


def _keeps_caps(chosen: list[Member], limits: Limits) -> bool:
    countries = Counter(member.country for member in chosen)
    organisations = Counter(
        (member.country, member.organisation) for member in chosen if member.organisation is not None
    )
    return (
        len(chosen) <= limits.places
        and (limits.per_country is None or max(countries.values(), default=0) <= limits.per_country)
        and (limits.per_organisation is None or max(organisations.values(), default=0) <= limits.per_organisation)
    )


def _missing(chosen: list[Member], limits: Limits) -> tuple[int, int]:
    low = sum(member.low_income for member in chosen)
    sides = Counter(member.side for member in chosen)
    return (
        max(0, limits.low_income - low),
        sum(max(0, limits.of_each_side - sides[side]) for side in Side),
    )


def _best_by_trying_everything(members: list[Member], limits: Limits, taken: list[Member]) -> list[bool]:
    best: tuple[tuple[int, int], list[bool]] | None = None
    for size in range(max(0, limits.places - len(taken)) + 1):
        for inside in combinations(range(len(members)), size):
            everybody = [members[index] for index in inside] + taken
            if not _keeps_caps(everybody, limits):
                continue
            out = [index not in inside for index in range(len(members))]
            tried = (_missing(everybody, limits), out)
            best = tried if best is None or tried < best else best
    assert best is not None
    return [not out for out in best[1]]


@settings(max_examples=600, deadline=None)
@given(st.lists(members, max_size=8), limits)
def test_the_allotment_is_the_best_of_all_sets(members: list[Member], limits: Limits) -> None:
    assert allot(members, limits) == _best_by_trying_everything(members, limits, [])


@settings(max_examples=400, deadline=None)
@given(st.lists(members, max_size=7), st.lists(members, max_size=3), limits)
def test_with_places_taken_it_is_the_best_of_what_is_left(
    members: list[Member], taken: list[Member], limits: Limits
) -> None:
    if _keeps_caps(taken, limits):
        expected = _best_by_trying_everything(members, limits, taken)
        assert allot(members, limits, taken=taken) == expected


@settings(max_examples=300, deadline=None)
@given(st.lists(members, max_size=30), limits)
def test_nobody_is_out_for_somebody_with_a_lower_claim_unless_a_cap_or_quota_says_so(
    members: list[Member], limits: Limits
) -> None:
    chosen = allot(members, limits)
    inside = [member for member, is_in in zip(members, chosen, strict=True) if is_in]
    assert _keeps_caps(inside, limits)
    for out, is_in in enumerate(chosen):
        if is_in:
            continue
        assert not _keeps_caps([*inside, members[out]], limits)
        for lower in range(out + 1, len(members)):
            if chosen[lower]:
                swapped = [m for at, m in enumerate(members) if (chosen[at] and at != lower) or at == out]
                assert not _keeps_caps(swapped, limits) or _missing(swapped, limits) > _missing(inside, limits)


def _member(country: str, organisation: str | None = None, side: Side | None = None) -> Member:
    return Member(country=country, organisation=organisation, low_income=country in LOW_COUNTRIES, side=side)


def test_quotas_that_only_go_together_are_met_together() -> None:
    """Three of four places to low income and two to women: only women of low income can do both."""
    men, women = [_member("AF", side=Side.MEN)] * 3, [_member("BD", side=Side.WOMEN)] * 2
    limits = Limits(places=4, low_income=4, of_each_side=2)
    assert allot([*men, *women], limits) == [True, True, False, True, True]


def test_the_same_organisation_in_two_countries_is_two() -> None:
    """Every country has its Ministry of Health."""
    list_ = [
        _member("AF", "ministry of health"),
        _member("CH", "ministry of health"),
        _member("AF", "ministry of health"),
    ]
    limits = Limits(places=3, per_organisation=1)
    assert allot_by_claim(list_, limits) == [None, None, Bar.ORGANISATION_CAP]


def test_a_cap_that_organisers_went_over_bars_only_further_ones() -> None:
    taken = [_member("AF")] * 3
    limits = Limits(places=6, per_country=2, low_income=2)
    assert allot([_member("AF"), _member("CH")], limits, taken=taken) == [False, True]
