"""The shipped data of countries in the words of the domain: their names, income groups and regions."""

from collections.abc import Mapping
from contextlib import suppress
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from bot.wording import lineage
from config.data import country_aliases, read_incomes, read_regions
from sessions.domain.countries import Countries, fold_country
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


@cache
def names_of_countries(language: str) -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 to the name in this language (Unicode CLDR); the English one where there is none."""
    own: Mapping[str, str] = {}
    for tag in lineage(language):
        with suppress(UnknownLocaleError, ValueError):
            own = Locale.parse(tag, sep="-").territories
            break
    english = known_countries().names
    return english if language.partition("-")[0] == "en" else {code: own.get(code, english[code]) for code in english}


@lru_cache(maxsize=4096)
def suggest_countries(typed: str, language: str) -> tuple[tuple[str, str], ...]:
    """(code, name in this language) for somebody who is typing, whatever language they type in."""
    names = names_of_countries(language)
    if typed.strip():
        return tuple((code, names[code]) for code, _ in known_countries().suggest(typed))
    return tuple(sorted(names.items(), key=lambda item: fold_country(item[1]))[:25])


@cache
def who_regions() -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 to the code of the WHO region."""
    return read_regions()
