"""Data that ships: the World Bank's income groups, and how countries are called in the languages of web forms.

``world-bank-income-fy2026.csv``: World Bank Country and Lending Groups for fiscal year 2026 (in force from 1 July
2025, by 2024 GNI per capita, Atlas method), CC BY 4.0. The list changes every 1 July; a programme may name another
file of the same shape.

``who-regions-2025.csv``: the six regions of WHO with their 194 Member States, Associate Members and areas (World Health
Statistics, annex on regional groupings), as since the World Health Assembly moved Indonesia to the Western Pacific
Region on 23 May 2025. Other territories belong to no region.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from babel import Locale, UnknownLocaleError

INCOME_FILE = "world-bank-income-fy2026.csv"
REGION_FILE = "who-regions-2025.csv"
INCOME_GROUPS = ("low", "lower-middle", "upper-middle", "high", "unclassified", "not-listed")
FORM_LANGUAGES = ("en", "fr", "es", "pt", "ru", "ar", "zh", "de", "it", "tr", "id", "vi", "uk", "fa", "bn", "sw")
"""Languages in which a country's name is recognised."""
_COLUMNS = ("iso2", "iso3", "name", "income_group")
_OTHER_NAMES = {
    "Ivory Coast": "CI", "Swaziland": "SZ", "Cape Verde": "CV", "East Timor": "TL", "Burma": "MM", "Macedonia": "MK",
    "DRC": "CD", "DR Congo": "CD", "Democratic Republic of Congo": "CD", "Democratic Republic of the Congo": "CD",
    "Congo-Kinshasa": "CD", "Congo-Brazzaville": "CG", "Republic of the Congo": "CG", "Republic of Congo": "CG",
    "UK": "GB", "Great Britain": "GB", "England": "GB", "Scotland": "GB", "Wales": "GB", "Northern Ireland": "GB",
    "USA": "US", "United States of America": "US", "UAE": "AE", "KSA": "SA", "PRC": "CN", "South Korea": "KR",
    "Republic of Korea": "KR", "North Korea": "KP", "Holland": "NL", "Turkey": "TR", "Czech Republic": "CZ",
    "Russia": "RU", "Iran": "IR", "Syria": "SY", "Laos": "LA", "Vietnam": "VN", "Tanzania": "TZ", "Bolivia": "BO",
    "Moldova": "MD", "Venezuela": "VE", "Brunei": "BN", "Palestine": "PS", "Micronesia": "FM", "The Gambia": "GM",
    "Kosovo": "XK",
}  # fmt: skip
"""Names in use that neither ISO nor Unicode lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataProblem:
    """A line of a data file that cannot be taken, and what was expected there. ``line`` counts from 1."""

    line: int
    found: str
    expected: str


def read_incomes(path: Path | None = None) -> Mapping[str, tuple[str, str]] | tuple[DataProblem, ...]:
    """ISO 3166-1 alpha-2 to (English name, income group); the shipped file unless another is named.

    OSError when a named file cannot be read.
    """
    source = files(__package__).joinpath(INCOME_FILE) if path is None else path
    return parse_incomes(source.read_text(encoding="utf-8-sig"))


def parse_incomes(text: str) -> Mapping[str, tuple[str, str]] | tuple[DataProblem, ...]:
    """The rows of such a file, or every problem in it."""
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        return (DataProblem(line=1, found=",".join(reader.fieldnames or ()), expected=",".join(_COLUMNS)),)
    countries: dict[str, tuple[str, str]] = {}
    problems: list[DataProblem] = []
    for row in reader:
        code, name, group = ((row[column] or "").strip() for column in ("iso2", "name", "income_group"))
        if len(code) != 2 or not (code.isascii() and code.isalpha() and code.isupper()):
            problems.append(DataProblem(line=reader.line_num, found=code, expected="a two-letter country code"))
        elif code in countries:
            problems.append(DataProblem(line=reader.line_num, found=code, expected="each country once"))
        elif not name:
            problems.append(DataProblem(line=reader.line_num, found=name, expected="a name"))
        elif group not in INCOME_GROUPS:
            problems.append(DataProblem(line=reader.line_num, found=group, expected=" | ".join(INCOME_GROUPS)))
        else:
            countries[code] = (name, group)
    return tuple(problems) if problems else countries


def read_regions() -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 to the WHO region: AFR, AMR, EMR, EUR, SEAR or WPR."""
    rows = csv.DictReader(files(__package__).joinpath(REGION_FILE).read_text(encoding="utf-8").splitlines())
    return {row["iso2"]: row["region"] for row in rows}


def country_aliases(known: Mapping[str, object], languages: tuple[str, ...] = FORM_LANGUAGES) -> Mapping[str, str]:
    """Other names of the ``known`` countries to their codes: in use, alpha-3, and of each language (Unicode CLDR)."""
    aliases: dict[str, str] = {name: code for name, code in _OTHER_NAMES.items() if code in known}
    for row in csv.DictReader(files(__package__).joinpath(INCOME_FILE).read_text(encoding="utf-8").splitlines()):
        if row["iso2"] in known:
            aliases[row["iso3"]] = row["iso2"]
    for language in languages:
        try:
            territories = Locale.parse(language).territories
        except (UnknownLocaleError, ValueError):
            continue
        for code in known:
            if code in territories:
                aliases.setdefault(territories[code], code)
    return aliases
