import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.application_form import (
    ApplicationForm,
    TypedForm,
    check_email,
    check_form,
    check_name,
    check_organisation,
)
from sessions.domain.countries import Countries
from sessions.domain.moments import nearest_zones
from sessions.domain.refusals import (
    BadCharacters,
    BadLength,
    BadValue,
    ConsentMissing,
    Refusal,
    UnknownChoice,
    UnknownCountry,
    UnknownZone,
    ValueMissing,
)
from sessions.domain.selection import Function, Gender, Kind

COUNTRIES = Countries(
    names={"KE": "Kenya", "CI": "Côte d'Ivoire", "CD": "Congo, The Democratic Republic of the", "CG": "Congo"},
    aliases={"Costa de Marfil": "CI", "KEN": "KE", "Ivory Coast": "CI"},
)
TYPED = TypedForm(
    name="  Grace   Wanjiru ",
    email="Grace.Wanjiru@Example.ORG",
    organisation="Nairobi Biologics Ltd. (Unit 3)",
    country="kenya",
    kind="Manufacturer",
    function="quality-assurance",
    gender="woman",
    zone="Africa/Nairobi",
    language="en",
    consent=True,
)
FORM = ApplicationForm(
    name="Grace Wanjiru",
    email="Grace.Wanjiru@example.org",
    organisation="Nairobi Biologics Ltd. (Unit 3)",
    country="KE",
    kind=Kind.MANUFACTURER,
    function=Function.QUALITY_ASSURANCE,
    gender=Gender.WOMAN,
    zone="Africa/Nairobi",
    language="en",
)


def _check(typed: TypedForm) -> ApplicationForm | tuple[Refusal, ...]:
    return check_form(typed, countries=COUNTRIES, languages=("en", "fr"), cohorts=("mornings", "evenings"))


def test_a_good_form_is_taken_tidied() -> None:
    assert _check(TYPED) == FORM


def test_organisation_gender_and_cohort_may_be_left_empty_and_language_has_a_first_choice() -> None:
    typed = replace(TYPED, organisation=" ", gender="", language="", cohort="evenings")
    assert _check(typed) == replace(FORM, organisation=None, gender=None, language="en", cohort="evenings")


def test_a_zone_may_be_a_city_and_an_unknown_one_is_answered_with_the_nearest() -> None:
    assert _check(replace(TYPED, zone="nairobi")) == FORM
    assert _check(replace(TYPED, zone="Africa/Nairoby")) == (
        UnknownZone(zone="Africa/Nairoby", nearest=nearest_zones("Africa/Nairoby")),
    )


def test_everything_wrong_with_a_form_is_said_at_once() -> None:
    typed = TypedForm(name="X", email="no at sign", organisation="\x07Acme", country="Kenia", kind="pirate", cohort="x")
    assert _check(typed) == (
        BadLength(field="name", length=1, minimum=2, maximum=200),
        BadValue(field="email", value="no at sign", expected="email-address"),
        BadCharacters(field="organisation", characters=("\x07",)),
        UnknownCountry(value="Kenia", nearest=(("KE", "Kenya"),)),
        UnknownChoice(field="kind", value="pirate", choices=tuple(Kind)),
        ValueMissing(field="function"),
        ValueMissing(field="zone"),
        UnknownChoice(field="cohort", value="x", choices=("mornings", "evenings")),
        ConsentMissing(),
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Ánh"), "Nguyễn Thị Ánh"),
        ("李伟", "李伟"),
        ("محمد‌رضا رضایی", "محمد‌رضا رضایی"),
        ("ক্ষিতীশ চন্দ্র", "ক্ষিতীশ চন্দ্র"),
        ("O’Brien-Smith, Jr.", "O’Brien-Smith, Jr."),
        ("Ravi s/o Kumar", "Ravi s/o Kumar"),
        ("Ng", "Ng"),
        ("\u200eAmina\u00a0Yusuf\u200f", "Amina Yusuf"),
        ("x" * 200, "x" * 200),
    ],
)
def test_names_of_every_script_are_kept_in_nfc(typed: str, kept: str) -> None:
    assert check_name(typed) == kept


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", ValueMissing(field="name")),
        ("\u200b \u200e", ValueMissing(field="name")),
        ("A", BadLength(field="name", length=1, minimum=2, maximum=200)),
        ("..", BadLength(field="name", length=2, minimum=2, maximum=200)),
        ("x" * 300, BadLength(field="name", length=300, minimum=2, maximum=200)),
        ("Amina\nYusuf", BadCharacters(field="name", characters=("\n",))),
        ("Amina\u2028Yusuf", BadCharacters(field="name", characters=("\u2028",))),
        ("user123", BadCharacters(field="name", characters=("1", "2", "3"))),
        ("Amina 🎉 Yusuf", BadCharacters(field="name", characters=("🎉",))),
        ("\u202eAmina Yusuf", BadCharacters(field="name", characters=("\u202e",))),
        ("<b>Amina</b>", BadCharacters(field="name", characters=("<", ">"))),
        ("Zal" + "\u0336" * 9 + "go", BadCharacters(field="name", characters=("\u0336",))),
    ],
)
def test_what_is_no_name_is_refused_with_what_is_wrong(typed: str, refusal: Refusal) -> None:
    assert check_name(typed) == refusal


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("amina@example.org", "amina@example.org"),
        (" mailto:a.b+c@Sub.Example.co.uk ", "a.b+c@sub.example.co.uk"),
        ("<o'neil@example.org>", "o'neil@example.org"),
        ("用户@例子.公司", "用户@例子.公司"),
        ("a@xn--fsqu00a.xn--55qx5d", "a@xn--fsqu00a.xn--55qx5d"),
    ],
)
def test_addresses_as_people_type_them_are_taken(typed: str, kept: str) -> None:
    assert check_email(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "amina", "amina@", "@example.org", "amina@example", "amina@example.", "amina@.org", "a b@example.org",
        "a@b@example.org", ".amina@example.org", "amina.@example.org", "a..b@example.org", "amina@exa_mple-.org",
        "amina@127.0.0.1", "amina@example.org, b@example.org", "amina@example.org\nBcc: x@example.org",
        "x" * 65 + "@example.org", "a@" + "x" * 64 + ".org", "a@" + "x." * 130 + "org", 'a"b@example.org',
    ],
)  # fmt: skip
def test_what_no_letter_could_reach_is_refused(typed: str) -> None:
    assert check_email(typed) == BadValue(field="email", value=typed, expected="email-address")


@given(st.text(max_size=250))
def test_whatever_is_typed_a_name_taken_is_one_tidy_line_and_stays_as_it_is(typed: str) -> None:
    name = check_name(typed)
    if isinstance(name, str):
        assert 2 <= len(name) <= 200
        assert name == unicodedata.normalize("NFC", " ".join(name.split()))
        assert len(name.splitlines()) == 1
        assert check_name(name) == name
    organisation = check_organisation(typed)
    if isinstance(organisation, str):
        assert check_organisation(organisation) == organisation


@pytest.mark.parametrize("written", ["CI", "ci ", "Côte d'Ivoire", "Cote d’Ivoire", "COSTA DE MARFIL", "ivory coast"])
def test_a_country_is_found_by_code_and_by_name(written: str) -> None:
    assert COUNTRIES.find(written) == "CI"


def test_a_country_is_never_guessed_from_a_likeness() -> None:
    assert COUNTRIES.find("Kenyaa") == UnknownCountry(value="Kenyaa", nearest=(("KE", "Kenya"),))
    assert COUNTRIES.find("ZZ") == UnknownCountry(value="ZZ")


def test_suggestions_while_typing_begin_with_what_begins_so() -> None:
    assert COUNTRIES.suggest("con") == (("CG", "Congo"), ("CD", "Congo, The Democratic Republic of the"))
    assert COUNTRIES.suggest("ivo") == (("CI", "Côte d'Ivoire"),)
    assert COUNTRIES.suggest("", limit=2) == (("CG", "Congo"), ("CD", "Congo, The Democratic Republic of the"))
