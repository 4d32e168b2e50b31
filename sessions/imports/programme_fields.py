"""How the words of a programme file become values: durations, wall times, zones, shares, names out of a list.

Each reader takes what stands in the file and returns a value, or raises pydantic's error with two facts for the
organiser: what is expected here and, where we can tell, what may be meant.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from sessions.domain.moments import country_names, find_zone, zone_named
from sessions.domain.nearness import fold, nearest
from sessions.domain.refusals import SeveralZones, UnknownZone

E = TypeVar("E", bound=Enum)

_UNITS = {"d": 86400, "h": 3600, "m": 60, "w": 7 * 86400}
_UNIT_WORDS = {
    **dict.fromkeys(("d", "day", "days"), "d"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "h"),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), "m"),
    **dict.fromkeys(("w", "week", "weeks"), "w"),
}
_DURATION_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)\s*(?:,|and)?\s*")
_WALL = re.compile(r"(\d{4})-(\d{2})-(\d{2})[ T](\d{1,2}):(\d{2})(?::00)?")
_DAY_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::00)?")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEARS = range(2000, 2038)  # as far as the zone data has rules
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# Marks that turn the direction of what follows them: a title with one can make a date read backwards.
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def refuse(expected: str, suggestion: str | None = None) -> PydanticCustomError:
    return PydanticCustomError("programme", "{expected}", {"expected": expected, "suggestion": suggestion})


def mean(*choices: str) -> str | None:
    """The suggestion "did you mean …?" of up to some choices; None without any."""
    if not choices:
        return None
    quoted = [f'"{choice}"' for choice in choices]
    listed = quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
    return f"Did you mean {listed}?"


def read_duration(value: object) -> timedelta:
    """``24h``, ``90 min``, ``1 h 30 min``, ``2 weeks``; exact to the minute."""
    expected = 'a duration in words: "24h", "90 min", "1 h 30 min", "7 days"'
    if isinstance(value, int) and not isinstance(value, bool):
        raise refuse(expected, mean(f"{value} min", f"{value} h"))
    if not isinstance(value, str):
        raise refuse(expected)
    text = value.strip().casefold()
    if text == "0":
        return timedelta(0)
    seconds, end = 0.0, 0
    while end < len(text):
        part = _DURATION_PART.match(text, end)
        if part is None or part[2] not in _UNIT_WORDS:
            raise refuse(expected)
        seconds += float(part[1]) * _UNITS[_UNIT_WORDS[part[2]]]
        end = part.end()
    if not text or seconds % 60 or seconds > 10 * 366 * 86400:
        raise refuse(expected)
    return timedelta(seconds=seconds)


def read_days(value: object) -> timedelta:
    span = read_duration(value)
    if span % timedelta(days=1) or not span:
        raise refuse('a number of whole days, such as "365 days"')
    return span


def read_wall(value: object) -> datetime:
    wall = _read_wall(value)
    if wall.year not in _YEARS:
        raise refuse(f"a year from {_YEARS[0]} to {_YEARS[-1]}, for which time zones have rules")
    return wall


def _read_wall(value: object) -> datetime:
    expected = 'a local date and time in quotes, such as "2025-09-09 14:00"'
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            wall = value.replace(tzinfo=None)
            raise refuse("a local time without an offset (the zone is given by `zone`)", mean(f"{wall:%Y-%m-%d %H:%M}"))
        if value.second or value.microsecond:
            raise refuse("a time in whole minutes", mean(f"{value:%Y-%m-%d %H:%M}"))
        return value
    if isinstance(value, date):
        raise refuse(expected, f'Add the time: "{value.isoformat()} 14:00".')
    parts = _WALL.fullmatch(value.strip()) if isinstance(value, str) else None
    if parts is None:
        raise refuse(expected)
    try:
        return datetime.fromisoformat("{}-{}-{}T{:0>2}:{}".format(*parts.groups()))
    except ValueError:
        raise refuse("a day and an hour that exist in the calendar") from None


def read_day_time(value: object) -> time:
    expected = 'a time of day in quotes, such as "09:00"'
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    parts = _DAY_TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if parts is None or int(parts[1]) > 23 or int(parts[2]) > 59:
        raise refuse(expected)
    return time(int(parts[1]), int(parts[2]))


def read_end(value: object) -> datetime | time:
    """The end of a session: a time of day on the day it starts, or a whole date and time."""
    if isinstance(value, time) or (isinstance(value, str) and _DAY_TIME.fullmatch(value.strip())):
        return read_day_time(value)
    return read_wall(value)


def read_zone(value: object) -> str:
    expected = 'an IANA time zone, such as "Europe/Zurich"'
    if not isinstance(value, str):
        raise refuse(expected)
    zone = zone_named(value)
    if zone is None:
        raise refuse(expected, mean(*_zones_meant(value)))
    return zone


def _zones_meant(text: str) -> tuple[str, ...]:
    match find_zone(text):
        case str() as zone:
            return (zone,)
        case SeveralZones(zones=zones):
            return zones[:3]
        case UnknownZone(nearest=zones):
            return zones


def read_share(value: object) -> float:
    """A share as a part of one, from ``"75 %"`` or ``0.75``; above 0, at most 1."""
    expected = 'a share above 0 % and up to 100 %, such as "75 %" or 0.75'
    share: float | None = None
    if isinstance(value, str) and (number := re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*%", value.strip())):
        share = float(number[1]) / 100
    elif isinstance(value, int | float) and not isinstance(value, bool):
        share = float(value)
    if share is None or not 0 < share <= 1:
        meant = mean(f"{value:g} %") if share is not None and 1 < share <= 100 and not isinstance(value, str) else None
        raise refuse(expected, meant)
    return share


def read_mark(value: object) -> float:
    expected = 'a mark in percent from 0 to 100, such as 70 or "70 %"'
    if isinstance(value, str) and (number := re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*%", value.strip())):
        value = float(number[1])
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
        raise refuse(expected)
    return float(value)


def read_key(value: object) -> str:
    expected = "up to 64 lower-case letters, digits and hyphens"
    if not isinstance(value, str):
        raise refuse(expected)
    if len(value) > 64 or _KEY.fullmatch(value) is None:
        plain = "-".join(re.findall(r"[a-z0-9]+", fold(value)))[:64].strip("-")
        raise refuse(expected, mean(plain) if plain else None)
    return value


def read_language(value: object) -> str:
    if not isinstance(value, str) or _LANGUAGE.fullmatch(value) is None:
        raise refuse('a language code, such as "en" or "pt-BR"')
    return value


def read_link(value: object) -> str:
    expected = "a web address that begins with https://"
    if not isinstance(value, str) or any(c.isspace() or ord(c) < 32 for c in value) or len(value) > 1000:
        raise refuse(expected)
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        raise refuse(expected) from None
    if parts.scheme not in ("http", "https") or not host:
        raise refuse(expected, mean(f"https://{value}") if "." in value and "://" not in value else None)
    return value


def line_of_text(limit: int) -> Callable[[object], str]:
    """A reader of one line of plain text, from one to ``limit`` characters, in NFC."""

    def read(value: object) -> str:
        if not isinstance(value, str):
            raise refuse("text in quotes")
        text = unicodedata.normalize("NFC", value.strip())
        if not text:
            raise refuse("a text that is not empty")
        if any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in text):
            raise refuse("one line of text, without line breaks", mean(" ".join(text.split())))
        if _BIDI & set(text):
            plain = "".join(c for c in text if c not in _BIDI)
            raise refuse("text without invisible marks that turn its direction", mean(plain))
        if len(text) > limit:
            raise refuse(f"at most {limit} characters (these are {len(text)})")
        return text

    return read


def read_paragraphs(value: object) -> str:
    """Text whose lines are broken where the file's editor broke them: a single line end is a space, an empty line
    ends a paragraph, and what begins like an item of a list keeps a line of its own."""
    if not isinstance(value, str) or len(value) > 4000:
        raise refuse("text of at most 4000 characters")
    text = unicodedata.normalize("NFC", value.strip())
    return "\n\n".join(_unfold(paragraph) for paragraph in re.split(r"\n[^\S\n]*\n\s*", text))


def _unfold(paragraph: str) -> str:
    return re.sub(r"[^\S\n]*\n[^\S\n]*(?!(?:[-*•–]|\d+[.)])\s)", " ", paragraph)


def one_of(kind: type[E], *leave_out: E) -> Callable[[object], E]:
    """A reader of one word out of a closed list; ``leave_out`` are words that no file may use here."""
    words = {str(member.value): member for member in kind if member not in leave_out}

    def read(value: object) -> E:
        if isinstance(value, str) and value in words:
            return words[value]
        meant = nearest(value, words, count=1) if isinstance(value, str) else ()
        raise refuse(f"one of {', '.join(words)}", mean(*meant))

    return read


def groups_of(kind: type[E]) -> Callable[[object], tuple[frozenset[E], ...]]:
    """A reader of groups in falling claim: a list whose items are a word or a list of words of equal claim."""
    read_word = one_of(kind)

    def read(value: object) -> tuple[frozenset[E], ...]:
        if not isinstance(value, list):
            raise refuse('a list of groups in falling claim, such as [["low", "lower-middle"], ["upper-middle"]]')
        groups = tuple(frozenset(map(read_word, item if isinstance(item, list) else [item])) for item in value)
        named = [word for group in groups for word in group]
        if len(named) != len(set(named)):
            raise refuse("each word in one group only")
        return groups

    return read


def words_of(kind: type[E], *leave_out: E) -> Callable[[object], frozenset[E]]:
    read_word = one_of(kind, *leave_out)

    def read(value: object) -> frozenset[E]:
        if not isinstance(value, list):
            raise refuse("a list of words in square brackets")
        return frozenset(map(read_word, value))

    return read


def read_country(value: object) -> str:
    names = country_names()
    if isinstance(value, str) and value in names:
        return value
    expected = 'a country as two capital letters of ISO 3166-1, such as "KE"'
    if not isinstance(value, str):
        raise refuse(expected)
    if value.upper() in names:
        raise refuse(expected, mean(value.upper()))
    codes = {name: code for code, name in names.items()}
    raise refuse(expected, mean(*(f"{codes[name]}" for name in nearest(value, codes, count=2))))


Duration = Annotated[timedelta, BeforeValidator(read_duration)]
Days = Annotated[timedelta, BeforeValidator(read_days)]
Wall = Annotated[datetime, BeforeValidator(read_wall)]
DayTime = Annotated[time, BeforeValidator(read_day_time)]
End = Annotated[datetime | time, BeforeValidator(read_end)]
Zone = Annotated[str, BeforeValidator(read_zone)]
Share = Annotated[float, BeforeValidator(read_share)]
Mark = Annotated[float, BeforeValidator(read_mark)]
Key = Annotated[str, BeforeValidator(read_key)]
Language = Annotated[str, BeforeValidator(read_language)]
Link = Annotated[str, BeforeValidator(read_link)]
Line = Annotated[str, BeforeValidator(line_of_text(200))]
ShortLine = Annotated[str, BeforeValidator(line_of_text(100))]
Paragraphs = Annotated[str, BeforeValidator(read_paragraphs)]
Country = Annotated[str, BeforeValidator(read_country)]
