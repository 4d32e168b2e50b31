"""Headings and values of exports: what a cell's words mean, in any of the languages of ``headings.toml``."""

import tomllib
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Field(StrEnum):
    """What a column holds."""

    NAME = "name"
    DISPLAY_NAME = "display_name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    UPN = "upn"
    JOIN = "join"
    LEAVE = "leave"
    FIRST_JOIN = "first_join"
    LAST_LEAVE = "last_leave"
    DURATION = "duration"
    ACTION = "action"
    TIMESTAMP = "timestamp"
    ATTENDED = "attended"
    WAITING_ROOM = "waiting_room"
    REGISTRATION_TIME = "registration_time"
    APPROVAL = "approval"
    MODERATOR = "moderator"
    ACTIVITY = "activity"
    MEETING_START = "meeting_start"
    CONNECTION = "connection"
    IGNORED = "ignored"


class Value(StrEnum):
    """What a cell says."""

    YES = "yes"
    NO = "no"
    JOINED = "joined"
    JOINED_BEFORE = "joined_before"
    LEFT = "left"
    ANONYMOUS = "anonymous"


MAPPABLE = tuple(field for field in Field if field is not Field.IGNORED)
"""Fields that an organiser may map an unknown heading to."""


def find_field(heading: str, mapped: Mapping[str, Field]) -> Field | None:
    """The field a heading names: an organiser's mapping first (``fold_word`` of the heading → field), then the table;
    whole, then without what it has in brackets."""
    for form in (fold_word(heading), fold_word(drop_brackets(heading))):
        field = mapped.get(form) or _fields().get(form)
        if field is not None:
            return field
    return None


def find_value(cell: str, *among: Value) -> Value | None:
    """Which of these values the cell says, in any language; None when it says none of them."""
    meanings = _values().get(fold_word(cell) or cell.strip(), frozenset())
    return next((value for value in among if value in meanings), None)


@cache
def find_unit(word: str) -> int | None:
    """Seconds of a unit of time named by a word; None for any other word."""
    return _units().get(fold_word(word))


@cache
def is_afternoon(words: str) -> bool | None:
    """True for PM, False for AM, in any language; None for other words."""
    return _halves().get(fold_word(words))


def fold_word(text: str) -> str:
    """Letters and digits only, without case and accents, so that "E-mail" is "email" and "p. m." is "pm"."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if character.isalnum())


def drop_brackets(text: str) -> str:
    kept, depth = [], 0
    for character in unicodedata.normalize("NFKC", text):
        depth += character in "([{"
        if depth == 0:
            kept.append(character)
        depth -= character in ")]}" and depth > 0
    return "".join(kept)


@cache
def _table() -> Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]:
    """Group → meaning → language → words."""
    text = files(__package__).joinpath("headings.toml").read_text(encoding="utf-8")
    return {
        group: {
            meaning: {language: tuple(map(str, words)) for language, words in languages.items()}
            for meaning, languages in meanings.items()
        }
        for group, meanings in tomllib.loads(text).items()
    }


def _words(group: str) -> list[tuple[str, str]]:
    """(word folded, meaning)"""
    return [
        (fold_word(word) or word, meaning)
        for meaning, languages in _table()[group].items()
        for words in languages.values()
        for word in words
    ]


@cache
def _fields() -> Mapping[str, Field]:
    return {word: Field(meaning) for word, meaning in _words("fields")}


@cache
def _values() -> Mapping[str, frozenset[Value]]:
    found: dict[str, set[Value]] = {}
    for word, meaning in _words("values"):
        found.setdefault(word, set()).add(Value(meaning))
    return {word: frozenset(meanings) for word, meanings in found.items()}


@cache
def _units() -> Mapping[str, int]:
    seconds = {"hours": 3600, "minutes": 60, "seconds": 1}
    return {word: seconds[meaning] for word, meaning in _words("units")}


@cache
def _halves() -> Mapping[str, bool]:
    return {word: meaning == "afternoon" for word, meaning in _words("halves")}
