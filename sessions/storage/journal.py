"""The journal: an append-only chain of entries, one chain an installation.

Each entry is hashed (SHA-256) over its canonical JSON: keys sorted, no spaces, UTF-8, the hash of the entry before
among its fields; the first entry follows ``GENESIS``. The head is one row, read under the write lock once a batch.
Text is brought to Unicode NFC before it is stored, and hashed as it is stored.

An entry lists the rows it wrote with the digest of each, taken from the row the database gave back. The digest
leaves out nulls, so that a later migration may add a nullable column without touching the past, and of
``personal_values`` it leaves out what erasure removes: the commitment stands for it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from unicodedata import is_normalized, normalize

from sqlalchemy import Table

from sessions.domain.actors import Actor
from sessions.domain.moments import to_micros
from sessions.storage.engine import Driver
from sessions.storage.schema import personal_values

Values = Mapping[str, object]
Noted = tuple[str, int, str | None]
"""Table, id, digest of the row as stored (None: deleted)."""

GENESIS = "0" * 64
ERASED = "personal.erased"
"""The verb of the entry that makes a missing personal value right."""

_LEFT_OUT = {personal_values.name: frozenset({"value", "salt", "match"})}
_COLUMNS = (
    "seq",
    "at_us",
    "actor_kind",
    "actor_id",
    "marathon",
    "verb",
    "subject",
    "old",
    "new",
    "why",
    "rows",
    "previous",
    "hash",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the journal, before it has its place in the chain: who, when (UTC), what, old, new, why.

    ``old`` and ``new`` hold no personal value: commitments only.
    """

    actor: Actor
    at: datetime
    marathon: str | None
    verb: str
    subject: str
    old: Values | None = None
    new: Values | None = None
    why: str | None = None
    rows: list[Noted] = field(default_factory=list)
    """Filled by the transaction: table, id, digest of the row as stored (None: deleted)."""


to_canonical: Callable[[object], str] = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
).encode
"""Canonical JSON. ValueError for NaN and infinity, TypeError for what JSON has no word for."""

quote: Callable[[str], str] = json.encoder.encode_basestring
"""One text in canonical JSON: the hot path puts its objects together itself, a fifth of the encoder's time."""


def hash_text(canonical: str) -> str:
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def to_hash(value: object) -> str:
    return hash_text(to_canonical(value))


def to_plain(value: object) -> object:
    """The value as JSON keeps it: text in NFC, keys as text, moments in ISO 8601, tuples and sets as lists."""
    if isinstance(value, str):
        return to_nfc(value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Mapping):
        return {str(to_plain(str(key))): to_plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted((to_plain(item) for item in value), key=to_canonical)
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"the journal cannot keep a {type(value).__name__}")


def to_nfc(text: str) -> str:
    """The text in NFC, as plain ``str`` (an enumeration's member becomes its value)."""
    return str(text) if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)


def digest(table: Table | str, row: Mapping[str, object]) -> str:
    """SHA-256 of a row as stored, JSON columns decoded. Nulls, and what erasure removes, are left out."""
    name = table if isinstance(table, str) else table.name
    left_out = _LEFT_OUT.get(name, frozenset())
    return to_hash({column: value for column, value in row.items() if value is not None and column not in left_out})


def hash_entry(fields: Mapping[str, object]) -> str:
    """The hash of an entry's fields, all of ``journal``'s columns but ``hash`` itself, JSON decoded."""
    return to_hash({column: fields[column] for column in _COLUMNS if column != "hash"})


async def extend(driver: Driver, lines: Sequence[tuple[Entry, Sequence[Noted]]]) -> None:
    """Puts entries and the rows they wrote at the end of the chain, inside the open transaction."""
    if not lines:
        return
    ((seq, previous),) = await driver.fetch(_LOCK_HEAD if driver.locks_rows else _READ_HEAD)
    if not isinstance(seq, int) or not isinstance(previous, str):
        raise TypeError("the journal's head is not a number and a hash")
    rows = []
    for entry, noted in lines:
        seq += 1
        row = _place(entry, noted, seq, previous)
        previous = str(row[-1])
        rows.append(row)
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        some = rows[start : start + _ROWS_AT_ONCE]
        statement = " ".join((_INSERT, driver.places(len(_COLUMNS), len(some))))
        await driver.fetch(statement, [value for row in some for value in row])
    seq_place, hash_place = driver.places(2).strip("()").split(",")
    await driver.fetch(" ".join((_MOVE_HEAD, seq_place, ", hash =", hash_place, "WHERE id = 1")), (seq, previous))


_INSERT = " ".join(("INSERT INTO journal (", ", ".join(f'"{column}"' for column in _COLUMNS), ") VALUES"))
_ROWS_AT_ONCE = 1000  # 13,000 parameters: SQLite takes 32,766, PostgreSQL 32,767
_READ_HEAD = "SELECT seq, hash FROM journal_head WHERE id = 1"
_LOCK_HEAD = f"{_READ_HEAD} FOR UPDATE"
_MOVE_HEAD = "UPDATE journal_head SET seq ="


def _place(entry: Entry, noted: Sequence[Noted], seq: int, previous: str) -> tuple[object, ...]:
    """The entry as a row of ``journal``, in the order of ``_COLUMNS``; its canonical JSON put together by hand."""
    at_us = to_micros(entry.at)
    kind, actor = entry.actor.kind.value, to_nfc(entry.actor.id)
    marathon = None if entry.marathon is None else to_nfc(entry.marathon)
    why = None if entry.why is None else to_nfc(entry.why)
    verb, subject = to_nfc(entry.verb), to_nfc(entry.subject)
    old = None if entry.old is None else to_canonical(to_plain(entry.old))
    new = None if entry.new is None else to_canonical(to_plain(entry.new))
    rows = ",".join([f'["{name}",{row_id},{"null" if row is None else quote(row)}]' for name, row_id, row in noted])
    hashed = hash_text(
        f'{{"actor_id":{quote(actor)},"actor_kind":"{kind}","at_us":{at_us},"marathon":{_or_null(marathon)}'
        f',"new":{new or "null"},"old":{old or "null"},"previous":"{previous}","rows":[{rows}],"seq":{seq}'
        f',"subject":{quote(subject)},"verb":{quote(verb)},"why":{_or_null(why)}}}'
    )
    return (seq, at_us, kind, actor, marathon, verb, subject, old, new, why, f"[{rows}]", previous, hashed)


def _or_null(text: str | None) -> str:
    return "null" if text is None else quote(text)
