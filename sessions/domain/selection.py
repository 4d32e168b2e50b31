"""Selection: the policy that says who gets the places, and the words it is written in.

Applications, a policy and a seed give the same proposal on any machine: the order of claims is in
``sessions.domain.claims``, who gets a place under caps and quotas in ``sessions.domain.allotment``, the proposal with
its reasons in ``sessions.domain.proposals``.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class IncomeGroup(StrEnum):
    """World Bank income groups of fiscal year 2026, as in config/data."""

    LOW = "low"
    LOWER_MIDDLE = "lower-middle"
    UPPER_MIDDLE = "upper-middle"
    HIGH = "high"
    UNCLASSIFIED = "unclassified"
    NOT_LISTED = "not-listed"


class Kind(StrEnum):
    """What kind of organisation an applicant comes from."""

    MANUFACTURER = "manufacturer"
    REGULATOR = "regulator"
    MINISTRY = "ministry"
    ACADEMIA = "academia"
    OTHER = "other"


class Function(StrEnum):
    """What an applicant works in."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"
    QUALITY_ASSURANCE = "quality-assurance"
    QUALITY_CONTROL = "quality-control"
    REGULATORY = "regulatory"
    OTHER = "other"


class Gender(StrEnum):
    """As an applicant states it, if a programme asks and they wish to say."""

    WOMAN = "woman"
    MAN = "man"
    ANOTHER = "another"


class Order(StrEnum):
    """The order inside equals."""

    FIRST_COME = "first-come"
    LOT = "lot"  # drawn with the published seed


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionPolicy:
    """Who gets the places. ``priority``: groups in falling claim; everyone not named comes last, together."""

    capacity: int
    reserve: int = 0
    priority_income: tuple[frozenset[IncomeGroup], ...] = ()
    priority_kinds: tuple[frozenset[Kind], ...] = ()
    priority_functions: tuple[frozenset[Function], ...] = ()
    minimum_low_income_share: float | None = None
    """At least this share of the places to low and lower-middle income, as far as there are applicants."""
    cap_per_country: int | None = None
    cap_per_organisation: int | None = None
    gender_balance: float | None = None
    """At least this share of the places to women and to men each, as far as there are applicants; None: not asked."""
    order: Order = Order.FIRST_COME
    lot_seed: str | None = None
    income_overrides: dict[str, tuple[IncomeGroup, str]] = field(default_factory=dict)
    """ISO 3166-1 alpha-2 -> (group, reason)."""
    offer_days: int = 5
    promote_automatically: bool = True
