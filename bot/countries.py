"""The shipped data of countries in the words of the domain: their names, and their income groups."""

from collections.abc import Mapping
from functools import cache

from config.data import country_aliases, read_incomes
from sessions.domain.countries import Countries
from sessions.domain.selection import IncomeGroup


class BrokenDataError(ValueError):
    """The shipped file of income groups was changed and cannot be read any more."""


@cache
def _shipped() -> Mapping[str, tuple[str, str]]:
    found = read_incomes()
    if isinstance(found, tuple):
        first = found[0]
        raise BrokenDataError(f"income groups, line {first.line}: {first.found!r}, expected {first.expected}")
    return found


@cache
def known_countries() -> Countries:
    """Every country and territory of ISO 3166-1, found by code and by its name in the languages of web forms."""
    names = {code: name for code, (name, _) in _shipped().items()}
    return Countries(names=names, aliases=country_aliases(names))


@cache
def income_groups() -> Mapping[str, IncomeGroup]:
    """ISO 3166-1 alpha-2 to the World Bank's income group."""
    return {code: IncomeGroup(group) for code, (_, group) in _shipped().items()}
