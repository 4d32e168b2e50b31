"""Programme documents: equal programmes give equal documents, and nothing is lost on the way through JSON."""

import json

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from config import programmes
from sessions.domain.documents import UnreadableDocument, from_document, to_document
from sessions.domain.programme import Programme
from sessions.imports.programme_file import read_programme


def the_2025_programme() -> Programme:
    programme = read_programme(programmes.read("who-cgmp-2025"))
    assert isinstance(programme, Programme)
    return programme


def has_words_in_json(programme: Programme) -> bool:
    """JSON has no word for NaN and infinity, and no rule of a programme may be either."""
    try:
        json.dumps(to_document(programme), allow_nan=False)
    except ValueError:
        return False
    return True


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None, max_examples=40)
@given(st.from_type(Programme))
def test_any_programme_survives_json_text_unchanged(programme: Programme) -> None:
    assume(has_words_in_json(programme))
    assert from_document(json.loads(json.dumps(to_document(programme)))) == programme


def test_a_document_is_canonical_whatever_the_order_of_sets_and_tables() -> None:
    programme = the_2025_programme()
    document = to_document(programme)
    attendance = document["attendance"]
    assert isinstance(attendance, dict)
    assert attendance["alone"] == ["check-in", "group", "presence", "report", "statement"]
    assert list(to_document(from_document(document))) == list(document)
    assert json.dumps(to_document(from_document(document))) == json.dumps(document)


def test_a_field_that_an_older_document_lacks_takes_its_default() -> None:
    document = to_document(the_2025_programme())
    del document["late"]
    assert from_document(document) == the_2025_programme()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"format": 2}, "format 2 is not 1"),
        ({"colour": "blue"}, "programme: unknown colour"),
        ({"title": 7}, "programme.title: 7 is no str"),
        ({"sessions": None}, "programme.sessions: None is no list"),
        ({"selection": []}, "programme.selection: [] is no table"),
        ({"selection": {}}, "programme.selection: SelectionPolicy.__init__() missing 1 required keyword-only argument"),
        ({"reminders": [{"key": "a", "means": "pigeon"}]}, "programme.reminders.means: 'pigeon' is not a valid Means"),
        ({"reminders": [{"key": "a", "at": "25:00"}]}, "programme.reminders.at: hour must be in 0..23"),
        (
            {"certificates": {"issuer": "a", "signatories": [["b"]]}},
            "programme.certificates.signatories: 1 values instead of 2",
        ),
    ],
)
def test_a_document_that_this_version_cannot_read_is_refused_with_its_place(
    change: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        from_document({**to_document(the_2025_programme()), **change})
    assert str(refusal.value).startswith(sentence)
