"""Proposals: who gets a place, who waits at which rank, and why; for an organiser to change and approve."""

import hashlib
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from sessions.domain.allotment import Bar, Limits, Member, Side, allot, allot_by_claim
from sessions.domain.claims import Applicant, Claims, income_of
from sessions.domain.moments import to_micros
from sessions.domain.reasons import Facts, Reason, ReasonCode
from sessions.domain.selection import IncomeGroup, Order, SelectionPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One applicant's part of a proposal. ``claim``: 1 is the highest. ``waiting_rank`` is None for the chosen."""

    id: int
    claim: int
    chosen: bool
    waiting_rank: int | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaResult:
    """What a quota asked for and what the proposal gives, places taken before included. ``of`` is the gender."""

    code: ReasonCode
    of: Side | None
    needed: int
    reached: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One line of the summary: of ``applied``, ``chosen`` are proposed a place."""

    name: str
    applied: int
    chosen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """``outcomes`` in falling claim. ``fingerprint``: SHA-256 of everything that the proposal follows from, so that two
    machines can compare what they started with."""

    places: int
    seed: str | None
    outcomes: tuple[Outcome, ...]
    quotas: tuple[QuotaResult, ...]
    by_income: tuple[Share, ...]
    by_kind: tuple[Share, ...]
    by_country: tuple[Share, ...]
    fingerprint: str

    @property
    def chosen(self) -> tuple[int, ...]:
        return tuple(outcome.id for outcome in self.outcomes if outcome.chosen)

    @property
    def waiting(self) -> tuple[int, ...]:
        """The waiting list, the highest claim first."""
        return tuple(outcome.id for outcome in self.outcomes if not outcome.chosen)


def places_of(policy: SelectionPolicy) -> int:
    """The places that selection gives: the capacity less the reserve, which organisers give themselves."""
    return max(0, policy.capacity - policy.reserve)


def share_of(share: float | None, places: int) -> int:
    """The smallest number of places that is at least the share as it was written (0.1 is a tenth, exactly)."""
    return 0 if share is None else ceil(Fraction(str(share)) * places)


def select(
    applicants: Iterable[Applicant],
    policy: SelectionPolicy,
    incomes: Mapping[str, IncomeGroup],
    *,
    seed: str | None = None,
    taken: Iterable[Applicant] = (),
) -> Proposal:
    """Who gets a place, who waits at which rank, and why. ``taken``: those who hold or are offered a place already.

    ``seed`` is the policy's own unless given. ValueError when lots are to be drawn and there is no seed.
    """
    seed = policy.lot_seed if seed is None else seed
    if policy.order is Order.LOT and seed is None:
        raise ValueError("a lot cannot be drawn without a published seed")
    claims = Claims(policy=policy, incomes=incomes, seed=seed if policy.order is Order.LOT else None)
    listed = sorted(applicants, key=claims.key)
    holders = sorted(taken, key=lambda holder: holder.id)
    places = places_of(policy)
    limits = Limits(
        places=places,
        per_country=policy.cap_per_country,
        per_organisation=policy.cap_per_organisation,
        low_income=share_of(policy.minimum_low_income_share, places),
        of_each_side=share_of(policy.gender_balance, places),
    )
    members, held = [claims.member(one) for one in listed], [claims.member(one) for one in holders]
    rounds = _Rounds.of(members, held, limits)
    outcomes = _outcomes(listed, claims, rounds, limits, _Crowds.of(held, members))
    inside = [*held, *(member for member, chosen in zip(members, rounds.final, strict=True) if chosen)]
    seen = [*zip(listed, members, strict=True)], [*zip(holders, held, strict=True)]
    incomes_of = [income_of(one.country, policy, incomes).value for one in listed]
    return Proposal(
        places=places,
        seed=claims.seed,
        outcomes=outcomes,
        quotas=_quotas(inside, limits),
        by_income=_shares(incomes_of, rounds.final),
        by_kind=_shares([one.kind.value for one in listed], rounds.final),
        by_country=_shares([one.country for one in listed], rounds.final),
        fingerprint=_fingerprint(*seen, claims, limits),
    )


def next_offers(
    waiting: Iterable[Applicant],
    policy: SelectionPolicy,
    incomes: Mapping[str, IncomeGroup],
    *,
    taken: Iterable[Applicant],
    seed: str | None = None,
) -> tuple[int, ...]:
    """Who of the waiting list is offered the places that are free, under the same policy, the highest claim first."""
    return select(waiting, policy, incomes, seed=seed, taken=taken).chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rounds:
    """The allotment with more and more of the policy, so that each reason can say what made the difference."""

    bars: list[Bar | None]
    """Claims and caps alone."""
    with_low_income: list[bool]
    final: list[bool]

    @classmethod
    def of(cls, members: Sequence[Member], held: Sequence[Member], limits: Limits) -> "_Rounds":
        bars = allot_by_claim(members, limits, taken=held)
        with_low_income = [bar is None for bar in bars]
        if limits.low_income:
            with_low_income = allot(members, replace(limits, of_each_side=0), taken=held)
        final = allot(members, limits, taken=held) if limits.of_each_side else with_low_income
        return cls(bars=bars, with_low_income=with_low_income, final=final)

    def difference(self, index: int, limits: Limits) -> tuple[ReasonCode, int] | None:
        """The quota but for which the outcome would be the opposite, and what it needs."""
        plain, chosen = self.bars[index] is None, self.final[index]
        if plain == chosen:
            return None
        if self.with_low_income[index] == chosen:
            code = ReasonCode.LOW_INCOME_QUOTA if chosen else ReasonCode.KEPT_FOR_LOW_INCOME
            return code, limits.low_income
        return ReasonCode.GENDER_QUOTA if chosen else ReasonCode.KEPT_FOR_BALANCE, limits.of_each_side


def _outcomes(
    listed: Sequence[Applicant], claims: Claims, rounds: _Rounds, limits: Limits, crowds: "_Crowds"
) -> tuple[Outcome, ...]:
    equals = _places_among(claims.groups(one) for one in listed)
    waiting_in_all = rounds.final.count(False)
    outcomes: list[Outcome] = []
    rank = 0
    for index, one in enumerate(listed):
        chosen = rounds.final[index]
        reasons = claims.reasons(one, equals[index])
        claim: Facts = {"claim": index + 1, "of": len(listed), "places": limits.places}
        difference = rounds.difference(index, limits)
        if difference is not None:
            reasons.append(Reason(code=difference[0], facts={"needed": difference[1]}))
        elif chosen:
            reasons.append(Reason(code=ReasonCode.WITHIN_PLACES, facts=claim))
        else:
            reasons.append(_barred(rounds.bars[index], one, crowds, index, limits, claim))
        if not chosen:
            rank += 1
            reasons.append(Reason(code=ReasonCode.WAITING_LIST, facts={"rank": rank, "of": waiting_in_all}))
        waiting_rank = None if chosen else rank
        outcomes.append(
            Outcome(id=one.id, claim=index + 1, chosen=chosen, waiting_rank=waiting_rank, reasons=tuple(reasons))
        )
    return tuple(outcomes)


def _barred(bar: Bar | None, one: Applicant, crowds: "_Crowds", index: int, limits: Limits, claim: Facts) -> Reason:
    if bar is Bar.COUNTRY_CAP:
        place, of = crowds.in_country[index]
        facts: Facts = {"country": one.country, "place": place, "of": of, "cap": limits.per_country or 0}
        return Reason(code=ReasonCode.COUNTRY_CAP, facts=facts)
    if bar is Bar.ORGANISATION_CAP:
        place, of = crowds.in_organisation[index]
        facts = {"place": place, "of": of, "cap": limits.per_organisation or 0}
        return Reason(code=ReasonCode.ORGANISATION_CAP, facts=facts)
    return Reason(code=ReasonCode.FULL, facts=claim)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Crowds:
    """(place, of) of everybody listed among those of the same country and of the same organisation, behind those who
    hold a place already."""

    in_country: list[tuple[int, int]]
    in_organisation: list[tuple[int, int]]

    @classmethod
    def of(cls, held: Sequence[Member], listed: Sequence[Member]) -> "_Crowds":
        everybody = [*held, *listed]
        countries = _places_among(member.country for member in everybody)
        organisations = _places_among((member.country, member.organisation) for member in everybody)
        return cls(in_country=countries[len(held) :], in_organisation=organisations[len(held) :])


def _places_among(groups: Iterable[Hashable]) -> list[tuple[int, int]]:
    """For each of a sequence, its place among those of the same group, and how many these are."""
    listed = list(groups)
    sizes, seen = Counter(listed), Counter[Hashable]()
    places: list[tuple[int, int]] = []
    for group in listed:
        seen[group] += 1
        places.append((seen[group], sizes[group]))
    return places


def _quotas(inside: Sequence[Member], limits: Limits) -> tuple[QuotaResult, ...]:
    results: list[QuotaResult] = []
    if limits.low_income:
        reached = sum(member.low_income for member in inside)
        code = ReasonCode.LOW_INCOME_QUOTA
        results.append(QuotaResult(code=code, of=None, needed=limits.low_income, reached=reached))
    if limits.of_each_side:
        for side in Side:
            reached = sum(member.side is side for member in inside)
            code = ReasonCode.GENDER_QUOTA
            results.append(QuotaResult(code=code, of=side, needed=limits.of_each_side, reached=reached))
    return tuple(results)


def _shares(names: Sequence[str], chosen: Sequence[bool]) -> tuple[Share, ...]:
    """Most applications first, then by name."""
    applied = Counter(names)
    inside = Counter(name for name, is_in in zip(names, chosen, strict=True) if is_in)
    ordered = sorted(applied, key=lambda name: (-applied[name], name))
    return tuple(Share(name=name, applied=applied[name], chosen=inside[name]) for name in ordered)


_Seen = Sequence[tuple[Applicant, Member]]


def _fingerprint(listed: _Seen, holders: _Seen, claims: Claims, limits: Limits) -> str:
    """Organisations enter folded, as they are compared; everything else as it decides."""
    document = {
        "limits": [limits.places, limits.per_country, limits.per_organisation, limits.low_income, limits.of_each_side],
        "seed": claims.seed,
        "applicants": [_line(one, member, claims) for one, member in listed],
        "taken": [_line(one, member, claims) for one, member in holders],
    }
    canonical = json.dumps(document, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _line(one: Applicant, member: Member, claims: Claims) -> list[object]:
    seen = [member.country, member.organisation, member.low_income, member.side]
    return [one.id, claims.groups(one), to_micros(one.applied), *seen]
