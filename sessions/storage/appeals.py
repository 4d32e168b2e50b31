"""Appeals against verdicts: what a participant said, and what an organiser decided."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import RowMapping, select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.moments import from_micros, to_micros
from sessions.storage import personal, schema
from sessions.storage.store import Entry, Transaction, Values

_T = schema.appeals


class AppealStatus(StrEnum):
    OPEN = "open"
    UPHELD = "upheld"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """``text`` and ``file`` (an address) are None once erased."""

    id: int
    marathon_id: int
    session_id: int
    person_id: int
    text: str | None
    file: str | None
    status: AppealStatus
    at: datetime
    decided: datetime | None
    reason: str | None


async def of_marathon(
    connection: AsyncConnection, marathon_id: int, *, person_id: int | None = None
) -> tuple[Appeal, ...]:
    """Oldest first; of one person or of everybody."""
    query = select(_T).where(_T.c.marathon_id == marathon_id).order_by(_T.c.id)
    if person_id is not None:
        query = query.where(_T.c.person_id == person_id)
    rows = (await connection.execute(query)).mappings().all()
    ids = [one for row in rows for one in (row["text_id"], row["file_id"]) if one is not None]
    values = await personal.read_many(connection, ids)
    return tuple(_appeal(row, values) for row in rows)


def _appeal(row: RowMapping, values: dict[int, str | None]) -> Appeal:
    return Appeal(
        id=row["id"],
        marathon_id=row["marathon_id"],
        session_id=row["session_id"],
        person_id=row["person_id"],
        text=values.get(row["text_id"]),
        file=values.get(row["file_id"] or 0),
        status=AppealStatus(row["status"]),
        at=from_micros(row["at_us"]),
        decided=None if row["decided_us"] is None else from_micros(row["decided_us"]),
        reason=row["reason"],
    )


async def keep(
    tx: Transaction,
    *,
    marathon_id: int,
    session_id: int,
    person_id: int,
    text: str,
    file: str | None,
    now: datetime,
    entry: Entry,
) -> int:
    """The appeal's number. What the person wrote is a personal value."""
    values = {
        "marathon_id": marathon_id,
        "session_id": session_id,
        "person_id": person_id,
        "text_id": await personal.keep(tx, person_id, "appeal", text, entry),
        "file_id": None if file is None else await personal.keep(tx, person_id, "appeal-file", file, entry),
        "status": AppealStatus.OPEN.value,
        "at_us": to_micros(now),
    }
    row = await tx.insert(_T, values, entry)
    return int(row["id"])


async def decide(tx: Transaction, appeal_id: int, values: Values, entry: Entry) -> None:
    await tx.update(_T, appeal_id, values, entry)
