"""Whom the bot speaks to in which language."""

import pytest

from bot.chat.languages import choose, form_language, language_options
from config import texts


@pytest.mark.parametrize(
    ("stated", "client", "expected"),
    [
        (None, "fr", "fr"),
        ("en", "fr", "en"),
        ("en-GB", "fr", "en-GB"),
        ("tlh", "fr", "fr"),
        (None, "tlh", "tlh"),
    ],
    ids=["nothing stated", "stated", "stated with a region", "stated without texts", "neither has texts"],
)
def test_what_was_stated_goes_before_the_client_where_it_has_texts(
    stated: str | None, client: str, expected: str
) -> None:
    assert choose(stated, client) == expected


def test_a_form_proposes_the_clients_language_where_it_has_texts() -> None:
    assert [form_language(client) for client in ("en-US", "en-GB", "tlh")] == ["en", "en", "en"]


def test_every_language_can_be_chosen_by_its_own_name() -> None:
    options = language_options("en")
    assert [option.value for option in options] == list(texts.languages())
    assert [option.value for option in options if option.default] == ["en"]
    assert options[0].label == "English"
