"""Reasons: why selection put somebody where they stand, as codes with facts that can be kept and be worded later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class ReasonCode(StrEnum):
    """Why somebody stands where they stand; the faces have words for each. Facts in brackets."""

    INCOME_PRIORITY = "income-priority"  # (group, groups, income, country)
    INCOME_OVERRIDE = "income-override"  # (country, income, why)
    KIND_PRIORITY = "kind-priority"  # (group, groups, kind)
    FUNCTION_PRIORITY = "function-priority"  # (group, groups, function)
    FIRST_COME = "first-come"  # (place, of): among those of equal claim
    LOT = "lot"  # (place, of, seed)
    WITHIN_PLACES = "within-places"  # (claim, of, places)
    LOW_INCOME_QUOTA = "low-income-quota"  # (needed): in because of it
    GENDER_QUOTA = "gender-quota"  # (needed): in because of it
    KEPT_FOR_LOW_INCOME = "kept-for-low-income"  # (needed): out because of it
    KEPT_FOR_BALANCE = "kept-for-balance"  # (needed): out because of it
    COUNTRY_CAP = "country-cap"  # (country, place, of, cap)
    ORGANISATION_CAP = "organisation-cap"  # (place, of, cap)
    FULL = "full"  # (claim, of, places)
    WAITING_LIST = "waiting-list"  # (rank, of)


Facts = Mapping[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A code with its facts; no fact says anything of another person, and none is a name."""

    code: ReasonCode
    facts: Facts = field(default_factory=dict)


def explain_to_person(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """A person's own part of the explanation: everything but how many others there were (``of``), which would tell of
    them who else applied from a small organisation or country."""
    return tuple(
        Reason(code=reason.code, facts={name: fact for name, fact in reason.facts.items() if name != "of"})
        for reason in reasons
    )


def to_document(reasons: Sequence[Reason]) -> list[dict[str, object]]:
    """The reasons as JSON keeps them."""
    return [{"code": reason.code.value, "facts": dict(reason.facts)} for reason in reasons]


def from_document(document: Sequence[Mapping[str, object]]) -> tuple[Reason, ...]:
    """What ``to_document`` wrote. ValueError for anything else."""
    return tuple(_reason(line.get("code"), line.get("facts")) for line in document)


def _reason(code: object, facts: object) -> Reason:
    if not isinstance(code, str) or not isinstance(facts, dict):
        raise ValueError("not the reasons of a selection")
    return Reason(code=ReasonCode(code), facts={str(name): _fact(fact) for name, fact in facts.items()})


def _fact(fact: object) -> str | int:
    if not isinstance(fact, str | int):
        raise ValueError("a fact is a text or a number")
    return fact
