"""The hot path: many pieces of evidence and their journal entries in one transaction."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sessions.domain.moments import from_micros
from sessions.storage.engine import Driver, Row
from sessions.storage.journal import Entry, Noted, Values, digest, extend, to_plain
from sessions.storage.schema import evidence

_COLUMNS = tuple(column.name for column in evidence.columns)
_WRITTEN = _COLUMNS[1:]
_INSERT = f"INSERT INTO evidence ({', '.join(_WRITTEN)}) VALUES"
_RETURNING = f"ON CONFLICT (key) DO NOTHING RETURNING {', '.join(_COLUMNS)}"
_EXISTING = "SELECT key, id, at_us FROM evidence WHERE key IN"
_KEY = _COLUMNS.index("key")
_DETAIL = _COLUMNS.index("detail")


@dataclass(frozen=True, slots=True)
class EvidenceKept:
    """The answer of the hot path: the row's id, and whether it was there already (same key)."""

    id: int
    at: datetime
    already: bool


Piece = tuple[Mapping[str, object], Entry]
"""One piece of evidence, made ready by ``prepare``, and its journal entry."""


def prepare(values: Values, entry: Entry) -> Piece:
    """Checks what can be checked before the queue, so that the caller alone hears of it. ValueError, TypeError."""
    unknown = values.keys() - set(_WRITTEN)
    if unknown:
        raise ValueError(f"evidence has no column {', '.join(sorted(unknown))}")
    plain = {column: to_plain(value) for column, value in values.items()}
    plain["detail"] = json.dumps(plain.get("detail") or {}, ensure_ascii=False, allow_nan=False)
    return plain, entry


async def keep(driver: Driver, pieces: Sequence[Piece]) -> list[EvidenceKept]:
    """Inserts what is new under its key, extends the journal; answers in the order given. Inside the transaction."""
    found = await _insert(driver, [values for values, _ in pieces])
    lines: list[tuple[Entry, Sequence[Noted]]] = []
    kept: dict[object, EvidenceKept] = {}
    for values, entry in pieces:
        row = found.pop(values["key"], None)
        if row is not None:
            answer, noted = _read(row)
            kept[values["key"]] = answer
            lines.append((entry, (noted,)))
    await extend(driver, lines)
    fresh = set(kept)
    missing = [values["key"] for values, _ in pieces if values["key"] not in kept]
    if missing:
        kept.update(await _find(driver, missing))
    return [_answer(kept[values["key"]], values["key"], fresh) for values, _ in pieces]


def _answer(kept: EvidenceKept, key: object, fresh: set[object]) -> EvidenceKept:
    """The first caller of a key kept it; for everybody after, it was there already."""
    if key in fresh:
        fresh.discard(key)
        return kept
    return EvidenceKept(kept.id, kept.at, True)


async def _insert(driver: Driver, rows: Sequence[Mapping[str, object]]) -> dict[object, Row]:
    """One multi-row insert; the rows as stored, by key, without those whose key was there."""
    statement = " ".join((_INSERT, driver.places(len(_WRITTEN), len(rows)), _RETURNING))
    parameters = [row.get(column) for row in rows for column in _WRITTEN]
    return {row[_KEY]: row for row in await driver.fetch(statement, parameters)}


def _read(row: Row) -> tuple[EvidenceKept, Noted]:
    fields = dict(zip(_COLUMNS, row, strict=True))
    fields["detail"] = json.loads(str(row[_DETAIL]))
    row_id, at_us = fields["id"], fields["at_us"]
    if not isinstance(row_id, int) or not isinstance(at_us, int):
        raise TypeError("evidence came back without a number as id or moment")
    return EvidenceKept(row_id, from_micros(at_us), False), (evidence.name, row_id, digest(evidence, fields))


async def _find(driver: Driver, keys: Sequence[object]) -> dict[object, EvidenceKept]:
    """The evidence that was there under these keys."""
    rows = await driver.fetch(" ".join((_EXISTING, driver.places(len(keys)))), keys)
    return {
        key: EvidenceKept(row_id, from_micros(at_us), True)
        for key, row_id, at_us in rows
        if isinstance(row_id, int) and isinstance(at_us, int)
    }
