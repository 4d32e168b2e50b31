"""Refusals as sentences, the same for chat, pages and command line.

Each class of the closed set has one message, named after it: ``CheckInClosed`` is ``refusal-check-in-closed`` and its
fields are the message's facts. A test holds the set and the catalogue together, so that none can be forgotten.
"""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta

from bot.wording import Wording
from sessions.domain.refusals import Refusal

Show = Callable[[datetime], str]
"""How this face shows a moment, or a wall time (naive)."""
Escape = Callable[[str], str]

_NAMED = {"field": "field", "fields": "field", "status": "status", "possible": "can", "needs": "role"}
"""Facts that name something of ours, and how the keys of those names begin; a name without a text is said as it is."""


def text_key(refusal: type[object]) -> str:
    return "refusal-" + re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", refusal.__name__).lower()


def explain(refusal: Refusal, wording: Wording, language: str, *, show: Show, escape: Escape = str) -> str:
    """The sentence: what is refused, and what to do instead."""
    assert is_dataclass(refusal)
    facts = {
        field.name: _fact(_name(field.name, getattr(refusal, field.name), wording, language), show, escape)
        for field in fields(refusal)
    }
    return wording.text(text_key(type(refusal)), language, **facts)


def _name(fact: str, value: object, wording: Wording, language: str) -> object:
    """Our own names in the reader's language; every other value as it is."""
    if fact not in _NAMED:
        return value
    if isinstance(value, tuple):
        return tuple(_name(fact, one, wording, language) for one in value)
    key = f"{_NAMED[fact]}-{value}".replace("_", "-")
    return wording.text(key, language) if isinstance(value, str) and wording.has(key, language) else value


def _fact(value: object, show: Show, escape: Escape) -> object:
    if value is None:
        return "none"
    if isinstance(value, datetime):
        return show(value)
    if isinstance(value, timedelta):
        return int(value.total_seconds() // 60)
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, tuple | frozenset | list):
        return ", ".join(str(_fact(one, show, escape)) for one in value) or "none"
    if isinstance(value, int | float):
        return value
    return escape(str(value))
