"""Appeals against verdicts: what a participant said, and what an organiser decided."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import RowMapping, select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.appeal_files import AppealFile
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
    """``text`` and ``file`` are None once erased. ``file``: an address, or with ``kept`` the name of a file that is
    here."""

    id: int
    marathon_id: int
    session_id: int
    person_id: int
    text: str | None
    file: str | None
    kept: bool
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


_KEPT = "sha256:"
"""How the value of a file that is kept begins: digest, media type and name follow. So its commitment in the journal
stands for the file as well, and erasing the value leaves nothing that tells what the file was."""


def _appeal(row: RowMapping, values: dict[int, str | None]) -> Appeal:
    file = values.get(row["file_id"] or 0)
    kept = file is not None and file.startswith(_KEPT)
    return Appeal(
        id=row["id"],
        marathon_id=row["marathon_id"],
        session_id=row["session_id"],
        person_id=row["person_id"],
        text=values.get(row["text_id"]),
        file=file.split(" ", 2)[2] if file is not None and kept else file,
        kept=kept,
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
    file: AppealFile | str | None,
    now: datetime,
    entry: Entry,
) -> int:
    """The appeal's number. What the person wrote is a personal value; a file's bytes stand beside it."""
    file_id = None
    if file is not None:
        said = file if isinstance(file, str) else f"{_KEPT}{file.sha256} {file.media_type} {file.name}"
        file_id = await personal.keep(tx, person_id, "appeal-file", said, entry)
    if isinstance(file, AppealFile):
        content = {"value_id": file_id, "content": file.content}
        await tx.connection.execute(schema.appeal_files.insert().values(content))
    values = {
        "marathon_id": marathon_id,
        "session_id": session_id,
        "person_id": person_id,
        "text_id": await personal.keep(tx, person_id, "appeal", text, entry),
        "file_id": file_id,
        "status": AppealStatus.OPEN.value,
        "at_us": to_micros(now),
    }
    row = await tx.insert(_T, values, entry)
    return int(row["id"])


async def file_of(connection: AsyncConnection, marathon_id: int, appeal_id: int) -> AppealFile | None:
    """The file that went with an appeal; None: there is none here, or its bytes are not those that were sent."""
    values, files = schema.personal_values, schema.appeal_files
    query = (
        select(values.c.value, files.c.content)
        .join_from(_T, values, _T.c.file_id == values.c.id)
        .join(files, files.c.value_id == values.c.id)
        .where(_T.c.marathon_id == marathon_id, _T.c.id == appeal_id)
    )
    row = (await connection.execute(query)).one_or_none()
    if row is None or row.value is None:
        return None
    digest, media_type, name = row.value.removeprefix(_KEPT).split(" ", 2)
    found = AppealFile(name=name, media_type=media_type, content=row.content)
    return found if found.sha256 == digest else None


async def decide(tx: Transaction, appeal_id: int, values: Values, entry: Entry) -> None:
    await tx.update(_T, appeal_id, values, entry)
