"""Selection where a programme has cohorts: each has places of its own, given by the same policy.

Who names a cohort competes for its places. Who takes any is put, the highest claim first, where the most places are
still free; so the same applications give the same cohorts on any machine.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sessions.domain.claims import Applicant, Claims
from sessions.domain.proposals import Outcome, Proposal, Share, select
from sessions.domain.reasons import Reason, ReasonCode
from sessions.domain.selection import IncomeGroup, Order, SelectionPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortProposal:
    """``cohorts``: the cohort of everybody in the proposal, by application."""

    proposal: Proposal
    cohorts: Mapping[int, str]


def select_by_cohort(
    applicants: Iterable[Applicant],
    policy: SelectionPolicy,
    incomes: Mapping[str, IncomeGroup],
    capacities: Mapping[str, int],
    *,
    seed: str | None = None,
    taken: Iterable[Applicant] = (),
) -> CohortProposal:
    """As ``select``; without cohorts it is ``select``. The programme's reserve is kept of the first cohort."""
    listed, holders = list(applicants), list(taken)
    if not capacities:
        return CohortProposal(proposal=select(listed, policy, incomes, seed=seed, taken=holders), cohorts={})
    seed = policy.lot_seed if seed is None else seed
    claims = Claims(policy=policy, incomes=incomes, seed=seed if policy.order is Order.LOT else None)
    listed.sort(key=claims.key)
    cohorts = _assign(listed, holders, capacities)
    parts = []
    for index, (key, capacity) in enumerate(capacities.items()):
        own = replace(policy, capacity=capacity, reserve=policy.reserve if index == 0 else 0)
        mine = [one for one in listed if cohorts[one.id] == key]
        parts.append(select(mine, own, incomes, seed=seed, taken=[one for one in holders if one.cohort == key]))
    return CohortProposal(proposal=_join(parts, [one.id for one in listed], cohorts), cohorts=cohorts)


def _assign(listed: Sequence[Applicant], holders: Sequence[Applicant], capacities: Mapping[str, int]) -> dict[int, str]:
    named = Counter(one.cohort for one in (*listed, *holders) if one.cohort in capacities)
    free = {key: capacity - named[key] for key, capacity in capacities.items()}
    found: dict[int, str] = {}
    for one in listed:
        if one.cohort is not None and one.cohort in capacities:
            found[one.id] = one.cohort
            continue
        key = max(free, key=lambda cohort: free[cohort])
        free[key] -= 1
        found[one.id] = key
    return found


def _join(parts: Sequence[Proposal], order: Sequence[int], cohorts: Mapping[int, str]) -> Proposal:
    """One proposal of several: claims and ranks are counted over everybody."""
    by_id = {outcome.id: outcome for part in parts for outcome in part.outcomes}
    waiting = [number for number in order if not by_id[number].chosen]
    ranks = {number: rank for rank, number in enumerate(waiting, start=1)}
    outcomes = tuple(
        _ranked(by_id[number], claim, ranks.get(number), len(waiting)) for claim, number in enumerate(order, start=1)
    )
    said = [*(part.fingerprint for part in parts), *(f"{number}:{cohorts[number]}" for number in order)]
    return Proposal(
        places=sum(part.places for part in parts),
        seed=parts[0].seed,
        outcomes=outcomes,
        quotas=tuple(quota for part in parts for quota in part.quotas),
        by_income=_sum([share for part in parts for share in part.by_income]),
        by_kind=_sum([share for part in parts for share in part.by_kind]),
        by_country=_sum([share for part in parts for share in part.by_country]),
        fingerprint=hashlib.sha256("\n".join(said).encode()).hexdigest(),
    )


def _ranked(outcome: Outcome, claim: int, rank: int | None, waiting: int) -> Outcome:
    reasons = tuple(
        Reason(code=one.code, facts={"rank": rank or 0, "of": waiting}) if one.code is ReasonCode.WAITING_LIST else one
        for one in outcome.reasons
    )
    return replace(outcome, claim=claim, waiting_rank=rank, reasons=reasons)


def _sum(shares: Sequence[Share]) -> tuple[Share, ...]:
    applied, chosen = Counter[str](), Counter[str]()
    for share in shares:
        applied[share.name] += share.applied
        chosen[share.name] += share.chosen
    ordered = sorted(applied, key=lambda name: (-applied[name], name))
    return tuple(Share(name=name, applied=applied[name], chosen=chosen[name]) for name in ordered)
