"""The canonical document of a programme: JSON values that the database keeps, and nothing lost on the way back.

Derived from the data classes themselves, so that a field that is added is kept at once. Moments and wall times are
ISO 8601 text (moments with their offset), durations whole microseconds, sets sorted lists; equal programmes have equal
documents. A field that an older document lacks takes its default; one that this version does not know is refused.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cache
from typing import TypeVar, Union, cast, get_args, get_origin, get_type_hints

from sessions.domain.programme import Programme

FORMAT = 1
T = TypeVar("T")
_MICROSECOND = timedelta(microseconds=1)
_SCALARS: Mapping[type, Callable[[str], object]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    time: time.fromisoformat,
}


class UnreadableDocument(ValueError):
    """A stored programme document is not one that this version of Marathon wrote or can read."""


def to_document(programme: Programme) -> dict[str, object]:
    return {"format": FORMAT, **cast(dict[str, object], _encode(programme))}


def from_document(document: Mapping[str, object]) -> Programme:
    """The programme that ``to_document`` wrote. ``UnreadableDocument`` for anything else."""
    if document.get("format") != FORMAT:
        raise UnreadableDocument(f"format {document.get('format')!r} is not {FORMAT}")
    values = {name: value for name, value in document.items() if name != "format"}
    return cast(Programme, _decode(values, Programme, "programme"))


def write_record(record: object) -> dict[str, object]:
    """Any of our data classes as JSON values, in the same way."""
    return cast(dict[str, object], _encode(record))


def read_record(document: Mapping[str, object], kind: type[T]) -> T:
    """What ``write_record`` wrote. ``UnreadableDocument`` for anything else."""
    return cast(T, _decode(dict(document), kind, kind.__name__))


def _encode(value: object) -> object:
    encoded: object = value
    match value:
        case Enum():
            encoded = value.value
        case datetime() | date() | time():
            encoded = value.isoformat()
        case timedelta():
            encoded = value // _MICROSECOND
        case frozenset():
            encoded = sorted((_encode(item) for item in value), key=str)
        case tuple():
            encoded = [_encode(item) for item in value]
        case dict():
            encoded = {str(key): _encode(value[key]) for key in sorted(value, key=str)}
        case _ if is_dataclass(value):
            encoded = {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
    return encoded


def _decode(value: object, hint: object, where: str) -> object:
    origin = get_origin(hint)
    if origin in (types.UnionType, Union):
        if value is None:
            return None
        return _decode(value, next(arg for arg in get_args(hint) if arg is not type(None)), where)
    if origin is tuple:
        return _decode_tuple(_list(value, where), get_args(hint), where)
    if origin is frozenset:
        return frozenset(_decode(item, get_args(hint)[0], where) for item in _list(value, where))
    if origin is dict:
        return {key: _decode(item, get_args(hint)[1], f"{where}.{key}") for key, item in _table(value, where).items()}
    if isinstance(hint, type):
        return _decode_plain(value, hint, where)
    raise TypeError(f"{where}: documents have no word for {hint!r}")


def _decode_plain(value: object, kind: type, where: str) -> object:
    if is_dataclass(kind):
        return _decode_record(_table(value, where), kind, where)
    try:
        if issubclass(kind, Enum):
            return kind(value)
        if kind in _SCALARS and isinstance(value, str):
            return _SCALARS[kind](value)
    except ValueError as error:
        raise UnreadableDocument(f"{where}: {error}") from None
    if kind is timedelta and isinstance(value, int):
        return value * _MICROSECOND
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if kind is object or (kind in (str, int, bool) and type(value) is kind):
        return value
    raise UnreadableDocument(f"{where}: {value!r} is no {kind.__name__}")


def _decode_record(values: Mapping[str, object], kind: type, where: str) -> object:
    hints = _hints(kind)
    unknown = sorted(set(values) - set(hints))
    if unknown:
        raise UnreadableDocument(f"{where}: unknown {', '.join(unknown)}")
    arguments = {name: _decode(value, hints[name], f"{where}.{name}") for name, value in values.items()}
    try:
        return kind(**arguments)
    except TypeError as error:
        raise UnreadableDocument(f"{where}: {error}") from None


def _decode_tuple(items: list[object], kinds: tuple[object, ...], where: str) -> object:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_decode(item, kinds[0], where) for item in items)
    if len(items) != len(kinds):
        raise UnreadableDocument(f"{where}: {len(items)} values instead of {len(kinds)}")
    return tuple(_decode(item, kind, where) for item, kind in zip(items, kinds, strict=True))


def _list(value: object, where: str) -> list[object]:
    if not isinstance(value, list):
        raise UnreadableDocument(f"{where}: {value!r} is no list")
    return value


def _table(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise UnreadableDocument(f"{where}: {value!r} is no table")
    return value


@cache
def _hints(kind: type) -> Mapping[str, object]:
    """Field -> type, of the fields alone (class variables and methods are not kept)."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
