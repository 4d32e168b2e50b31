"""Claims: the order in which applicants stand for a place, before caps and quotas.

Highest first: the priority groups of income, then those of kind, then those of function, then first come (the moment
of applying, to the microsecond) or the drawn lot, then the application's number.

The lot is SHA-256 over the seed, a line feed and the application's number: whoever knows the published seed and the
numbers can draw it again.
"""

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.domain.allotment import Member, Side
from sessions.domain.moments import to_micros
from sessions.domain.reasons import Facts, Reason, ReasonCode
from sessions.domain.selection import Function, Gender, IncomeGroup, Kind, SelectionPolicy

LOW_INCOMES = frozenset({IncomeGroup.LOW, IncomeGroup.LOWER_MIDDLE})
"""What ``minimum_low_income_share`` counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """What selection looks at of one application. ``id`` is the application's number."""

    id: int
    applied: datetime
    country: str
    organisation: str | None = None
    kind: Kind = Kind.OTHER
    function: Function = Function.OTHER
    gender: Gender | None = None
    cohort: str | None = None
    """The one asked for; None: any."""


def fold_organisation(name: str) -> str:
    """An organisation's name for comparing: NFKC, case folding, no punctuation, single spaces."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return " ".join("".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in folded).split())


def income_of(country: str, policy: SelectionPolicy, incomes: Mapping[str, IncomeGroup]) -> IncomeGroup:
    """The programme's own word for a country before the World Bank's; NOT_LISTED when neither has one."""
    override = policy.income_overrides.get(country)
    return override[0] if override is not None else incomes.get(country, IncomeGroup.NOT_LISTED)


def draw_lot(seed: str, application_id: int) -> str:
    """The lot of an application: smaller hexadecimal numbers come first."""
    return hashlib.sha256(f"{seed}\n{application_id}".encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The order of claims that a policy makes, and what caps and quotas see of an applicant."""

    policy: SelectionPolicy
    incomes: Mapping[str, IncomeGroup]
    seed: str | None

    def groups(self, one: Applicant) -> tuple[int, int, int]:
        policy = self.policy
        income = income_of(one.country, policy, self.incomes)
        return (
            _group(income, policy.priority_income),
            _group(one.kind, policy.priority_kinds),
            _group(one.function, policy.priority_functions),
        )

    def key(self, one: Applicant) -> tuple[tuple[int, int, int], str, int, int]:
        lot = "" if self.seed is None else draw_lot(self.seed, one.id)
        applied = to_micros(one.applied) if self.seed is None else 0
        return self.groups(one), lot, applied, one.id

    def member(self, one: Applicant) -> Member:
        organisation = None if one.organisation is None else fold_organisation(one.organisation)
        return Member(
            country=one.country,
            organisation=organisation or None,
            low_income=income_of(one.country, self.policy, self.incomes) in LOW_INCOMES,
            side=_SIDES.get(one.gender),
        )

    def reasons(self, one: Applicant, equals: tuple[int, int]) -> list[Reason]:
        """The claim itself, told: the groups that the policy asks for, then the place among equals."""
        policy, groups = self.policy, self.groups(one)
        income = income_of(one.country, policy, self.incomes)
        reasons: list[Reason] = []
        if policy.priority_income:
            facts: Facts = {"income": income.value, "country": one.country}
            reasons.append(_priority(ReasonCode.INCOME_PRIORITY, groups[0], len(policy.priority_income), facts))
        if one.country in policy.income_overrides:
            why = policy.income_overrides[one.country][1]
            facts = {"country": one.country, "income": income.value, "why": why}
            reasons.append(Reason(code=ReasonCode.INCOME_OVERRIDE, facts=facts))
        if policy.priority_kinds:
            facts = {"kind": one.kind.value}
            reasons.append(_priority(ReasonCode.KIND_PRIORITY, groups[1], len(policy.priority_kinds), facts))
        if policy.priority_functions:
            facts = {"function": one.function.value}
            reasons.append(_priority(ReasonCode.FUNCTION_PRIORITY, groups[2], len(policy.priority_functions), facts))
        facts = {"place": equals[0], "of": equals[1]}
        if self.seed is None:
            return [*reasons, Reason(code=ReasonCode.FIRST_COME, facts=facts)]
        return [*reasons, Reason(code=ReasonCode.LOT, facts={**facts, "seed": self.seed})]


_SIDES: dict[Gender | None, Side] = {Gender.WOMAN: Side.WOMEN, Gender.MAN: Side.MEN}


def _group(value: StrEnum, priority: Sequence[frozenset[StrEnum]]) -> int:
    """0 for the first group named; everyone not named is one group behind the last."""
    return next((index for index, group in enumerate(priority) if value in group), len(priority))


def _priority(code: ReasonCode, group: int, named: int, facts: Facts) -> Reason:
    return Reason(code=code, facts={"group": group + 1, "groups": named + 1, **facts})
