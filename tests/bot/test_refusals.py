"""Every refusal has a sentence in every language that ships."""

import typing
from dataclasses import fields
from datetime import datetime, timedelta
from types import UnionType

import pytest

from bot.refusals import explain, text_key
from bot.wording import Wording
from config import texts
from sessions.domain.refusals import Refusal
from tests.builders import AT

WORDING = Wording(texts.catalogue)
REFUSALS: list[type] = list(typing.get_args(Refusal))


def example(kind: type, *, known: bool) -> Refusal:
    hints = typing.get_type_hints(kind)
    made: Refusal = kind(**{field.name: _value(hints[field.name], known=known) for field in fields(kind)})
    return made


def _value(hint: object, *, known: bool) -> object:
    if isinstance(hint, UnionType):
        kinds = [one for one in typing.get_args(hint) if one is not type(None)]
        return _value(kinds[0], known=known) if known else None
    if typing.get_origin(hint) is tuple:
        return (_value(typing.get_args(hint)[0], known=known),) if known else ()
    samples: dict[object, object] = {str: "something", int: 3, float: 0.5, datetime: AT, timedelta: timedelta(hours=1)}
    return samples[hint]


@pytest.mark.parametrize("language", texts.languages())
@pytest.mark.parametrize("refusal", REFUSALS, ids=text_key)
def test_refusal_with_all_facts_and_with_none_is_a_sentence(refusal: type, language: str) -> None:
    for known in (True, False):
        sentence = explain(example(refusal, known=known), WORDING, language, show=lambda moment: f"<{moment:%H:%M}>")
        assert len(sentence) > 8
        assert "refusal-" not in sentence


def test_no_sentence_is_left_of_a_refusal_that_is_gone() -> None:
    english = texts.catalogue("en")["refusals.ftl"]
    written = {line.split(" =")[0] for line in english.splitlines() if line.startswith("refusal-")}
    assert written == {text_key(refusal) for refusal in REFUSALS}


def test_facts_are_shown_as_the_face_shows_them() -> None:
    sentence = explain(example(REFUSALS[0], known=True), WORDING, "en", show=str, escape=lambda text: f"«{text}»")
    assert sentence == "“«something»” is not a time zone that is known here. Perhaps one of these: «something»."
