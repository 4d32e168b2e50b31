"""Whose row is it: exact e-mail, then an exact name of one person; everything else goes to the organiser."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.matching import (
    Alias,
    Directory,
    Matched,
    MatchedBy,
    NoMatchCode,
    NotMatched,
    OfStaff,
    RosterEntry,
    StaffEntry,
    build_directory,
    match_row,
    name_forms,
)

ROSTER = (
    RosterEntry(id="D01", name="Amina Yusuf", emails=("amina.yusuf@example.org",)),
    RosterEntry(id="D02", name="Rahul Banerjee", emails=("rahul.b@example.org", "rbanerjee.home@example.net")),
    RosterEntry(id="D03", name="Chidi Okafor", emails=("c.okafor@example.org",)),
    RosterEntry(id="D04", name="Élodie Marchand", emails=("elodie.marchand@example.org",)),
    RosterEntry(id="D05", name="Nguyễn Thị Ánh", emails=("anh.nguyen@example.org",)),
    RosterEntry(id="D06", name="Maria Silva", emails=("maria.silva1@example.org",)),
    RosterEntry(id="D07", name="Maria Silva", emails=("maria.silva2@example.org",)),
    RosterEntry(id="D08", name="Tomás Herrera", join_name="Tomi (Plant 4)", emails=("tomas.h@example.org",)),
    RosterEntry(id="D09", name="李伟", emails=("li.wei@example.org",)),
    RosterEntry(id="D10", name="Амина Каримова", emails=("a.karimova@example.org",)),
    RosterEntry(id="D11", name="أمينة حسن", emails=("amina.hassan@example.org",)),
)
STAFF = (StaffEntry(name="Marathon Host", email="host@example.org"), StaffEntry(name="Prof. Samuel Adeyemi"))


def a_directory(*aliases: Alias, staff: tuple[StaffEntry, ...] = STAFF) -> Directory:
    return build_directory(ROSTER, staff, aliases)


def by_email(person: str) -> Matched:
    return Matched(person=person, by=MatchedBy.EMAIL)


def by_name(person: str) -> Matched:
    return Matched(person=person, by=MatchedBy.NAME)


def ask(code: NoMatchCode, *suggestions: str) -> NotMatched:
    return NotMatched(code=code, suggestions=suggestions)


@pytest.mark.parametrize(
    ("name", "email", "expected"),
    [
        ("Amina Yusuf", " AMINA.Yusuf@Example.ORG ", by_email("D01")),
        ("iPad", "rbanerjee.home@example.net", by_email("D02")),
        ("Maria Silva", "maria.silva2@example.org", by_email("D07")),
        ("Okafor, Chidi", "c.okafor@example.org", by_email("D03")),
        ("Chidi (Chidi Okafor)", None, by_name("D03")),
        ("Chidi Okafor (phone)", None, by_name("D03")),
        ("Tomi (Plant 4)", "", by_name("D08")),
        ("ÉLODIE  marchand", "n/a", by_name("D04")),
        (unicodedata.normalize("NFD", "Nguyễn Thị Ánh"), None, by_name("D05")),
        ("\u200fAmina\u200b Yusuf\ufeff (External)", None, by_name("D01")),
        ("Ａｍｉｎａ Ｙｕｓｕｆ （Guest）", None, by_name("D01")),
        ("Amina (Amina Yusuf) (Unverified)", None, by_name("D01")),
    ],
)
def test_an_exact_email_or_an_exact_name_is_enough(name: str, email: str | None, expected: Matched) -> None:
    assert match_row(a_directory(), name, email) == expected


@pytest.mark.parametrize(
    ("name", "email", "expected"),
    [
        ("Maria Silva", None, ask(NoMatchCode.AMBIGUOUS_NAME, "D06", "D07")),
        ("Maria Silva", "maria@example.com", ask(NoMatchCode.AMBIGUOUS_NAME, "D06", "D07")),
        ("Amina Yusuf", "amina@example.com", ask(NoMatchCode.EMAIL_DIFFERS, "D01")),
        ("Chidi Okafor", "amina.yusuf@example.org", ask(NoMatchCode.EMAIL_NAME_CONFLICT, "D01", "D03")),
        ("Maria Silva", "amina.yusuf@example.org", ask(NoMatchCode.EMAIL_NAME_CONFLICT, "D01", "D06", "D07")),
        ("Amina Yusuf (Chidi Okafor)", None, ask(NoMatchCode.AMBIGUOUS_NAME, "D01", "D03")),
        ("Amina Yusuf (Chidi Okafor)", "c.okafor@example.org", ask(NoMatchCode.EMAIL_NAME_CONFLICT, "D01", "D03")),
        ("Amina Yusuf", "host@example.org", ask(NoMatchCode.EMAIL_NAME_CONFLICT, "D01")),
        ("Marathon Host", "amina.yusuf@example.org", ask(NoMatchCode.EMAIL_NAME_CONFLICT, "D01")),
    ],
)
def test_what_speaks_for_two_people_credits_neither(name: str, email: str | None, expected: NotMatched) -> None:
    assert match_row(a_directory(), name, email) == expected


@pytest.mark.parametrize(
    ("name", "email"),
    [("Marathon Host", "host@example.org"), ("Host PC", "HOST@example.org"), ("prof. samuel adeyemi", None)],
)
def test_staff_are_left_out(name: str, email: str | None) -> None:
    assert match_row(a_directory(), name, email) == OfStaff()


def test_a_name_of_staff_and_of_a_participant_is_asked_about() -> None:
    directory = a_directory(staff=(StaffEntry(name="Amina Yusuf", email="speaker@example.org"),))
    assert match_row(directory, "Amina Yusuf", None) == ask(NoMatchCode.AMBIGUOUS_NAME, "D01")


@pytest.mark.parametrize(
    ("name", "suggestions"),
    [
        ("Elodie marchand", ("D04",)),
        ("Marchand Élodie", ("D04",)),
        ("Okafor, Chidi", ("D03",)),
        ("RahulBanerjee", ("D02",)),
        ("Rahul Banerji", ("D02",)),
        ("Tomas Herera", ("D08",)),
        ("Anh Nguyen", ("D05",)),
        ("Chidi's iPhone", ("D03",)),
        ("Chidi’s MacBook Pro", ("D03",)),
        ("iPhone de Chidi", ("D03",)),
        ("iPad von Élodie", ("D04",)),
        ("Chidi'nin iPhone'u", ("D03",)),
        ("李伟的iPhone", ("D09",)),
        ("李伟のiPhone", ("D09",)),
        ("iPhone (Каримова)", ("D10",)),
        ("Айфон Каримовой", ("D10",)),
        ("آيفون أمينة", ("D11",)),
        ("هاتف امينة", ("D11",)),
        ("Чиди Окафор", ("D03",)),
        ("iPhone", ()),
        ("Galaxy S21 Ultra", ()),
        ("Zoom User", ()),
        ("Wolfgang Amadeus", ()),
        ("", ()),
        ("12345", ()),
    ],
)
def test_likeness_is_a_suggestion_and_never_a_match(name: str, suggestions: tuple[str, ...]) -> None:
    assert match_row(a_directory(), name, None) == ask(NoMatchCode.NO_MATCH, *suggestions)


def test_the_same_words_before_the_at_sign_are_a_suggestion() -> None:
    assert match_row(a_directory(), "guest 7", "rahul.b@gmail.example") == ask(NoMatchCode.NO_MATCH, "D02")


def test_a_common_first_name_suggests_all_who_bear_it_the_likeliest_first() -> None:
    answer = match_row(a_directory(), "Amina Y", None)
    assert answer == ask(NoMatchCode.NO_MATCH, "D01", "D10")


def test_a_confirmed_alias_is_taken_for_exactly_this_name_and_email() -> None:
    directory = a_directory(Alias(name="Amina's iPhone", email=None, person="D01"))
    answers = [match_row(directory, "AMINA'S IPHONE", None), match_row(directory, "Amina's iPhone", "x@example.com")]
    assert answers[0] == Matched(person="D01", by=MatchedBy.ALIAS)
    assert isinstance(answers[1], NotMatched)


def test_a_confirmation_settles_a_conflict() -> None:
    directory = a_directory(Alias(name="Chidi Okafor", email="amina.yusuf@example.org", person="D03"))
    assert match_row(directory, "Chidi Okafor", "amina.yusuf@example.org") == Matched(person="D03", by=MatchedBy.ALIAS)


def test_confirmations_that_contradict_each_other_are_asked_about() -> None:
    directory = a_directory(
        Alias(name="iPhone", email=None, person="D01"), Alias(name="iPhone", email=None, person="D02")
    )
    assert match_row(directory, "iPhone", None) == ask(NoMatchCode.AMBIGUOUS_NAME, "D01", "D02")


def test_one_address_of_two_people_needs_the_name_too() -> None:
    shared = ("family@example.org",)
    roster = [RosterEntry(id="A", name="Ana Ruiz", emails=shared), RosterEntry(id="B", name="Luis Ruiz", emails=shared)]
    directory = build_directory(roster)
    answers = [match_row(directory, name, "family@example.org") for name in ("Luis Ruiz", "Tablet")]
    assert answers == [by_email("B"), ask(NoMatchCode.AMBIGUOUS_NAME, "A", "B")]


def test_a_display_name_is_tried_whole_outside_and_inside_the_brackets() -> None:
    assert name_forms("Tomi (Plant 4)") == ("tomi (plant 4)", "tomi", "plant 4")


NAMES = st.sampled_from(
    ["Amina Yusuf", "Maria Silva", "Rahul Banerjee", "iPhone", "Chidi", "Élodie Marchand", "Marathon Host", "Ana"]
)
EMAILS = st.sampled_from([None, "a@example.org", "b@example.org", "c@example.org", "host@example.org"])
PEOPLE = st.lists(
    st.builds(
        lambda name, join, emails: (name, join, tuple(filter(None, emails))),
        NAMES,
        st.none() | NAMES,
        st.lists(EMAILS, max_size=2),
    ),
    max_size=6,
)


@given(PEOPLE, NAMES, st.none() | NAMES, EMAILS)
def test_a_row_credits_at_most_one_person_who_has_its_email_or_alone_its_name(
    people: list[tuple[str, str | None, tuple[str, ...]]], shown: str, original: str | None, email: str | None
) -> None:
    roster = [
        RosterEntry(id=str(number), name=name, join_name=join, emails=emails)
        for number, (name, join, emails) in enumerate(people)
    ]
    name = f"{shown} ({original})" if original else shown
    answer = match_row(build_directory(roster, STAFF), name, email)
    owners = {one.id for one in roster if email in one.emails}
    named = {one.id for one in roster if {one.name, one.join_name} & {name, shown, original} - {None}}
    match answer:
        case Matched(person=person, by=MatchedBy.EMAIL):
            assert person in owners
            assert not named or person in named
        case Matched(person=person):
            assert (named, owners, email) == ({person}, set(), None)
        case NotMatched(suggestions=suggestions):
            assert set(suggestions) <= {one.id for one in roster}
        case _:
            assert email == "host@example.org" or "Marathon Host" in (shown, original)


@given(PEOPLE, st.lists(st.tuples(NAMES, EMAILS), max_size=6), st.data())
def test_a_row_is_answered_alike_whatever_stands_around_it(
    people: list[tuple[str, str | None, tuple[str, ...]]], rows: list[tuple[str, str | None]], data: st.DataObject
) -> None:
    roster = [
        RosterEntry(id=str(number), name=name, join_name=join, emails=emails)
        for number, (name, join, emails) in enumerate(people)
    ]
    first, second = build_directory(roster, STAFF), build_directory(data.draw(st.permutations(roster)), STAFF)
    for name, email in rows:
        one, other = match_row(first, name, email), match_row(second, name, email)
        assert one == other or (
            isinstance(one, NotMatched) and isinstance(other, NotMatched) and one.code == other.code
        )
