"""Every sentence in every language can be made, and every language has the same sentences."""

import re
from collections.abc import Mapping

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.wording import BrokenTextError, UnknownTextError, Wording, lineage, name_language
from config import texts

EXAMPLES = {
    "en": {"a.ftl": "title = The marathon\ncounted = { $n ->\n    [one] one place\n   *[other] { $n } places\n}\n"},
    "pt": {"a.ftl": "title = A maratona\n    .hint = dica\n"},
    "ar": {"a.ftl": "counted = { $n ->\n    [two] مكانان\n    [few] { $n } أماكن\n   *[other] { $n } مكان\n}\n"},
}


def catalogue(language: str) -> Mapping[str, str]:
    return EXAMPLES.get(language, {})


class Facts(Visitor):
    """Collects a message's variables, and whether a function wants them as numbers or moments."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def generic_visit(self, node: ast.BaseNode) -> None:
        if isinstance(node, ast.VariableReference):
            self.found.setdefault(node.id.name, "text")
        if isinstance(node, ast.FunctionReference):
            for argument in node.arguments.positional:
                if isinstance(argument, ast.VariableReference):
                    self.found[argument.id.name] = node.id.name
        super().generic_visit(node)


def messages(language: str) -> dict[str, dict[str, str]]:
    """Key (attributes as key.attribute) -> variable -> text, NUMBER or DATETIME."""
    found: dict[str, dict[str, str]] = {}
    for source in texts.catalogue(language).values():
        resource = FluentParser().parse(source)
        assert [entry for entry in resource.body if isinstance(entry, ast.Junk)] == []
        for entry in resource.body:
            if isinstance(entry, ast.Message):
                parts = [(entry.id.name, entry.value)]
                parts += [(f"{entry.id.name}.{attribute.id.name}", attribute.value) for attribute in entry.attributes]
                for key, pattern in parts:
                    if pattern is None:
                        continue
                    assert key not in found, f"{key} is said twice in {language}"
                    facts = Facts()
                    facts.visit(pattern)
                    found[key] = facts.found
    return found


def number_or_word(kind: str, number: int) -> object:
    return "word" if kind == "text" and number == 0 else number


@pytest.mark.parametrize("language", texts.languages())
def test_every_message_renders_with_words_and_with_numbers(language: str) -> None:
    wording = Wording(texts.catalogue)
    for key, variables in messages(language).items():
        for number in (0, 1, 2, 5, 11, 100):
            facts = {name: number_or_word(kind, number) for name, kind in variables.items() if kind != "DATETIME"}
            assert wording.text(key, language, **facts).strip() != "", key


@pytest.mark.parametrize("language", texts.languages())
def test_what_a_language_says_english_says_with_the_same_facts(language: str) -> None:
    ours = {key: set(variables) for key, variables in messages(language).items()}
    english = {key: set(variables) for key, variables in messages("en").items()}
    assert ours == {key: english.get(key) for key in ours}


@pytest.mark.parametrize("language", texts.languages())
def test_what_participants_read_is_complete_in_every_language(language: str) -> None:
    english, ours = texts.catalogue("en"), messages(language)
    wanted = {
        key
        for key in messages("en")
        if not any(f"\n{key.partition('.')[0]} =" in f"\n{english[file]}" for file in texts.ORGANISERS)
    }
    assert sorted(wanted - set(ours)) == []


def test_six_languages_of_who_ship() -> None:
    assert texts.languages() == ("en", "ar", "es", "fr", "ru", "zh")


def test_english_ships_and_comes_first() -> None:
    assert texts.languages()[0] == "en"


def test_a_region_falls_back_to_its_language_then_to_english() -> None:
    wording = Wording(catalogue)
    said = [wording.text("title", language) for language in ("pt-BR", "pt", "en-US", "ja")]
    assert said == ["A maratona", "A maratona", "The marathon", "The marathon"]
    assert lineage("zh-Hant-TW") == ("zh-Hant-TW", "zh-Hant", "zh", "en")


def test_a_language_without_the_message_falls_back_message_by_message() -> None:
    assert Wording(catalogue).text("counted", "pt", n=3) == "3 places"


def test_plurals_follow_the_language() -> None:
    wording = Wording(catalogue, bare=True)
    assert [wording.text("counted", "ar", n=n) for n in (2, 3, 100)] == ["مكانان", "3 أماكن", "100 مكان"]
    assert [wording.text("counted", "en", n=n) for n in (1, 2500)] == ["one place", "2,500 places"]


def test_an_attribute_is_a_message_of_its_own() -> None:
    assert Wording(catalogue).text("title.hint", "pt") == "dica"


def test_an_unknown_key_is_an_error_in_tests_and_the_key_in_production() -> None:
    with pytest.raises(UnknownTextError):
        Wording(catalogue).text("nothing", "en")
    assert Wording(catalogue, strict=False).text("nothing", "en") == "nothing"


def test_a_missing_fact_is_an_error_in_tests() -> None:
    with pytest.raises(BrokenTextError, match="n"):
        Wording(catalogue).text("counted", "en")


def test_facts_of_five_thousand_characters_are_said_whole() -> None:
    source = {"a.ftl": "said = « { $title } »\n"}
    wording = Wording(lambda language: source if language == "en" else {})
    assert wording.text("said", "en", title="ẍ" * 5000) == f"« {'ẍ' * 5000} »"


def test_isolation_marks_only_where_they_are_asked_for() -> None:
    source = {"a.ftl": "said = { $name }, { $place }\n"}
    plain = Wording(lambda _: source).text("said", "en", name="علي", place="Genève")
    isolated = Wording(lambda _: source, isolating=True).text("said", "en", name="علي", place="Genève")
    assert (plain, isolated) == ("علي, Genève", "\u2068علي\u2069, \u2068Genève\u2069")


def test_right_to_left_sentences_keep_foreign_words_apart_and_code_and_addresses_clean() -> None:
    ways = "`/link code:{ $code }` أو /link code:{ $code } أو [هنا](<{ $url }>)"
    source = {"a.ftl": f"said = أهلًا {{ $name }}: اكتب {ways} {{ $at }}\n"}
    facts = {"name": "Amina", "code": "12-K7", "url": "https://a.example/p", "at": "<t:1:F>"}
    said = Wording(lambda _: source).text("said", "ar", **facts)
    assert said == (
        "أهلًا \u2068Amina\u2069: اكتب \u2066`/link code:12-K7`\u2069 أو /link code:12-K7 "
        "أو [هنا](<https://a.example/p>) \u2068<t:1:F>\u2069"
    )
    assert Wording(lambda _: source, bare=True).text("said", "ar", **facts).count("\u2068") == 0


def test_languages_are_called_as_their_own_people_call_them() -> None:
    named = [name_language(tag) for tag in ("en", "fr", "es", "ru", "ar", "zh", "tlh")]
    assert named == ["English", "Français", "Español", "Русский", "العربية", "中文", "tlh"]


LONG = "Национальный центр экспертизы лекарственных средств " * 4
LIMITS = {
    r"apply-title|own-(appeal|group|recording)|check-in-code-title|select-change-title": 45,
    r"certificate-(revoke|replace)": 45,
    r"apply-(name|email|organisation|kind|function)|own-field-[a-z]+|check-in-code-label|reminders-quiet-field": 45,
    r"apply-[a-z]+\.hint|own-field-upload-about|command-.*|choice-.*": 100,
    r"(kind|function|gender|decision|event)-[a-z-]+|apply-any-cohort|reminders-snooze": 100,
    r"(offer|group|appeal)-(accept|decline|sign|refuse|uphold|reject)|check-in-button": 80,
    r"review-(someone|later|nobody|staff)": 80,
    r"apply-(again|send|edit|withdraw|withdraw-confirm)|me-(data|forget|forget-confirm|reminders)|calendar-renew": 80,
    r"calendar-renew-confirm|certificate-yours|completion-(prepare|approve)|select-(approve|change)": 80,
    r"reminder-(calendar|absent|coming|mute|unmute)|reminders-(choose-[a-z]+|mute|unmute)": 80,
}
"""Where Discord cuts or refuses: titles and labels of forms, descriptions, choices, buttons. All others: 2,000."""


@pytest.mark.parametrize("language", texts.languages())
def test_no_text_is_longer_than_the_place_where_it_is_shown(language: str) -> None:
    wording = Wording(texts.catalogue)
    for key, variables in messages(language).items():
        limit = next((most for place, most in LIMITS.items() if re.fullmatch(place, key)), 2000)
        long = {"serial", "number", "hash"} | (set(variables) if limit < 2000 else set())
        facts = {name: 12 if name in long else LONG for name in variables}
        assert len(wording.text(key, language, **facts)) <= limit, key
