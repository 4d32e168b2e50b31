from collections import Counter
from pathlib import Path

from config.data import DataProblem, country_aliases, parse_incomes, read_incomes, read_regions
from sessions.domain.countries import Countries
from sessions.domain.selection import IncomeGroup


def test_the_shipped_file_holds_every_economy_in_a_known_group() -> None:
    incomes = read_incomes()
    assert isinstance(incomes, dict)
    assert Counter(group for _, group in incomes.values()) == {
        IncomeGroup.LOW: 25,
        IncomeGroup.LOWER_MIDDLE: 50,
        IncomeGroup.UPPER_MIDDLE: 54,
        IncomeGroup.HIGH: 88,
        IncomeGroup.UNCLASSIFIED: 2,
        IncomeGroup.NOT_LISTED: 31,
    }
    assert incomes["KE"] == ("Kenya", "lower-middle")


def test_another_file_may_be_named(tmp_path: Path) -> None:
    other = tmp_path / "next-year.csv"
    other.write_text("iso2,iso3,name,income_group\nKE,KEN,Kenya,upper-middle\n", encoding="utf-8-sig")
    assert read_incomes(other) == {"KE": ("Kenya", "upper-middle")}


def test_every_problem_of_a_file_is_named_with_its_line() -> None:
    text = (
        "iso2,iso3,name,income_group\n"
        "kenya,KEN,Kenya,low\nUG,UGA,,low\nTZ,TZA,Tanzania,poor\nRW,RWA,Rwanda,low\nRW,RWA,R,low\n"
    )
    assert parse_incomes(text) == (
        DataProblem(line=2, found="kenya", expected="a two-letter country code"),
        DataProblem(line=3, found="", expected="a name"),
        DataProblem(
            line=4, found="poor", expected="low | lower-middle | upper-middle | high | unclassified | not-listed"
        ),
        DataProblem(line=6, found="RW", expected="each country once"),
    )
    assert parse_incomes("code,group\n") == (
        DataProblem(line=1, found="code,group", expected="iso2,iso3,name,income_group"),
    )


def test_countries_are_recognised_as_people_write_them_in_many_languages() -> None:
    incomes = read_incomes()
    assert isinstance(incomes, dict)
    names = {code: name for code, (name, _) in incomes.items()}
    countries = Countries(names=names, aliases=country_aliases(names))
    written = {
        "Kenya": "KE", "KEN": "KE", "Côte d’Ivoire": "CI", "ivory coast": "CI", "DR Congo": "CD", "Viet Nam": "VN",
        "Allemagne": "DE", "Deutschland": "DE", "Россия": "RU", "مصر": "EG", "中国": "CN", "Türkiye": "TR",
        "Brasil": "BR", "South Korea": "KR", "বাংলাদেশ": "BD", "United States of America": "US", "Việt Nam": "VN",
        "Bosnia & Herzegovina": "BA", "the netherlands": "NL", "Tanzania": "TZ",
    }  # fmt: skip
    assert {name: countries.find(name) for name in written} == written


def test_regions_hold_every_member_state_of_who_and_only_known_countries() -> None:
    regions, incomes = read_regions(), read_incomes()
    assert isinstance(incomes, dict)
    assert Counter(regions.values()) == {"AFR": 47, "AMR": 39, "EMR": 22, "EUR": 53, "SEAR": 10, "WPR": 38}
    assert [regions.get(code) for code in ("KE", "BR", "PK", "CH", "IN", "ID", "AQ")] == [
        "AFR", "AMR", "EMR", "EUR", "SEAR", "WPR", None,
    ]  # fmt: skip
    assert set(regions) <= set(incomes)
