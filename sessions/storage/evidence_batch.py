"""The hot path: many pieces of evidence and their journal entries in one transaction."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sessions.domain.moments import from_micros
from sessions.storage.engine import Driver, Row
from sessions.storage.journal import Entry, Noted, Values, extend, hash_text, quote, to_canonical, to_plain
from sessions.storage.schema import evidence

_COLUMNS = tuple(column.name for column in evidence.columns)
_WRITTEN = _COLUMNS[1:]
_KNOWN = frozenset(_WRITTEN)
_INSERT = f"INSERT INTO evidence ({', '.join(_WRITTEN)}) VALUES"
_RETURNING = f"ON CONFLICT (key) DO NOTHING RETURNING {', '.join(_COLUMNS)}"
_EXISTING = "SELECT key, id, at_us FROM evidence WHERE key IN"
_ID, _KEY, _AT, _DETAIL = (_COLUMNS.index(name) for name in ("id", "key", "at_us", "detail"))
_SORTED = tuple((f'"{name}":', place) for name, place in sorted((n, p) for p, n in enumerate(_COLUMNS)))
_NO_DETAIL = "{}"


@dataclass(frozen=True, slots=True)
class EvidenceKept:
    """The answer of the hot path: the row's id, and whether it was there already (same key)."""

    id: int
    at: datetime
    already: bool


Piece = tuple[Sequence[object], Entry]
"""One piece of evidence, its values in the order of ``_WRITTEN``, and its journal entry."""


def prepare(values: Values, entry: Entry) -> Piece:
    """Checks what can be checked before the queue, so that the caller alone hears of it. ValueError, TypeError."""
    unknown = values.keys() - _KNOWN
    if unknown:
        raise ValueError(f"evidence has no column {', '.join(sorted(unknown))}")
    row = [v if v is None or type(v) is int else to_plain(v) for v in map(values.get, _WRITTEN)]
    row[_DETAIL - 1] = to_canonical(row[_DETAIL - 1]) if row[_DETAIL - 1] else _NO_DETAIL
    return row, entry


async def keep(driver: Driver, pieces: Sequence[Piece]) -> list[EvidenceKept]:
    """Inserts what is new under its key, extends the journal; answers in the order given. Inside the transaction."""
    found = await _insert(driver, pieces)
    lines: list[tuple[Entry, Sequence[Noted]]] = []
    answers: list[EvidenceKept | None] = []
    for values, entry in pieces:
        row = found.pop(values[_KEY - 1], None)  # only the first piece with a key finds its row
        if row is None:
            answers.append(None)
        else:
            answer, noted = _read(row, values[_DETAIL - 1])
            answers.append(answer)
            lines.append((entry, (noted,)))
    await extend(driver, lines)
    late = [values[_KEY - 1] for (values, _), answer in zip(pieces, answers, strict=True) if answer is None]
    known = await _find(driver, sorted(map(str, set(late)))) if late else {}
    return [answer or known[values[_KEY - 1]] for (values, _), answer in zip(pieces, answers, strict=True)]


async def _insert(driver: Driver, pieces: Sequence[Piece]) -> dict[object, Row]:
    """One multi-row insert; the rows as stored, by key, without those whose key was there."""
    statement = " ".join((_INSERT, driver.places(len(_WRITTEN), len(pieces)), _RETURNING))
    parameters = [value for values, _ in pieces for value in values]
    return {row[_KEY]: row for row in await driver.fetch(statement, parameters)}


def _read(row: Row, detail: object) -> tuple[EvidenceKept, Noted]:
    """The answer and the digest of a row as stored. ``detail`` is what was handed over, in canonical JSON: where
    the same text came back, it need not be read to know how it is hashed."""
    parts = []
    for name, place in _SORTED:
        value = row[place]
        if place == _DETAIL:
            text = str(value)
            parts.append(name + (text if text == detail else to_canonical(json.loads(text))))
        elif type(value) is int:
            parts.append(f"{name}{value}")
        elif value is not None:
            parts.append(name + quote(str(value)))
    row_id, at_us = row[_ID], row[_AT]
    if not isinstance(row_id, int) or not isinstance(at_us, int):
        raise TypeError("evidence came back without a number as id or moment")
    noted = (evidence.name, row_id, hash_text("{" + ",".join(parts) + "}"))
    return EvidenceKept(row_id, from_micros(at_us), False), noted


async def _find(driver: Driver, keys: Sequence[object]) -> dict[object, EvidenceKept]:
    """The evidence that was there under these keys."""
    rows = await driver.fetch(" ".join((_EXISTING, driver.places(len(keys)))), keys)
    return {
        key: EvidenceKept(row_id, from_micros(at_us), True)
        for key, row_id, at_us in rows
        if isinstance(row_id, int) and isinstance(at_us, int)
    }
