"""Personal values: names, e-mail addresses and the like, each with a salted commitment, and erasable.

Only the commitment enters the journal. It is SHA-256 over a random salt of 16 bytes and the value in NFC, UTF-8: it
proves what the value was while the value is there, and says nothing once value and salt are gone.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from unicodedata import normalize

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.storage.journal import ERASED, Entry
from sessions.storage.schema import appeal_files, personal_values
from sessions.storage.transaction import Transaction

_SALT_BYTES = 16
_IDS_AT_ONCE = 1000
_NOTHING = {"value": None, "salt": None, "match": None}


@dataclass(frozen=True, slots=True)
class Match:
    """A personal value that reads the same as another: its id, and whose it is."""

    id: int
    person_id: int


def commit_to(salt: str, value: str) -> str:
    """The commitment, in hex, to a value under a salt in hex. ValueError when the salt is not hex."""
    return sha256(bytes.fromhex(salt) + value.encode("utf-8", "surrogatepass")).hexdigest()


def fold(value: str) -> str:
    """What two spellings of one value have in common: NFKC, case folded, runs of white space as one space."""
    return " ".join(normalize("NFKC", normalize("NFKC", value).casefold()).split())


async def keep(transaction: Transaction, person_id: int, field: str, value: str, entry: Entry) -> int:
    """Keeps a value; the id by which journalled tables refer to it."""
    row = await transaction.insert(personal_values, _values(person_id, field, value), entry)
    return int(row["id"])


async def keep_many(
    transaction: Transaction, kept: Iterable[tuple[int, str, str]], entry: Entry
) -> dict[tuple[int, str], int]:
    """Keeps many (person id, field, value) in one insert; their ids by person and field."""
    rows = await transaction.insert_many(personal_values, [_values(*one) for one in kept], entry)
    return {(row["person_id"], row["field"]): row["id"] for row in rows}


def _values(person_id: int, field: str, value: str) -> dict[str, object]:
    value = normalize("NFC", value)
    salt = secrets.token_hex(_SALT_BYTES)
    return {
        "person_id": person_id,
        "field": field,
        "value": value,
        "salt": salt,
        "commitment": commit_to(salt, value),
        "match": fold(value),
    }


async def read_many(connection: AsyncConnection, ids: Iterable[int]) -> dict[int, str | None]:
    """The values by id; None where one was erased."""
    wanted = sorted(set(ids))
    found: dict[int, str | None] = {}
    for start in range(0, len(wanted), _IDS_AT_ONCE):
        some = wanted[start : start + _IDS_AT_ONCE]
        statement = select(personal_values.c.id, personal_values.c.value).where(personal_values.c.id.in_(some))
        found.update({row.id: row.value for row in await connection.execute(statement)})
    return found


async def find_match(connection: AsyncConnection, field: str, value: str) -> list[Match]:
    """Whoever has a value of this field that reads the same; never a fuzzy match. In the order they were kept."""
    c = personal_values.c
    statement = select(c.id, c.person_id).where(c.match == fold(value), c.field == field).order_by(c.id)
    return [Match(row.id, row.person_id) for row in await connection.execute(statement)]


async def erase(transaction: Transaction, person_id: int, entry: Entry) -> list[int]:
    """Erases all values of a person for good; the ids erased now.

    The entry's verb must be ``personal.erased`` (ValueError): it is what verification accepts as the reason.
    """
    if entry.verb != ERASED:
        raise ValueError(f"personal values are erased by an entry {ERASED}, not {entry.verb}")
    c = personal_values.c
    statement = select(c.id).where(c.person_id == person_id, c.value.is_not(None)).order_by(c.id)
    ids = list((await transaction.connection.execute(statement)).scalars())
    await erase_values(transaction, ids, entry)
    return ids


async def erase_values(transaction: Transaction, ids: Iterable[int], entry: Entry) -> None:
    """Erases these values, and the files they stand for, for good, by an entry ``personal.erased`` (ValueError for
    another)."""
    if entry.verb != ERASED:
        raise ValueError(f"personal values are erased by an entry {ERASED}, not {entry.verb}")
    gone = list(ids)
    await transaction.update_many(personal_values, dict.fromkeys(gone, _NOTHING), entry)
    for start in range(0, len(gone), _IDS_AT_ONCE):
        some = gone[start : start + _IDS_AT_ONCE]
        await transaction.connection.execute(delete(appeal_files).where(appeal_files.c.value_id.in_(some)))
