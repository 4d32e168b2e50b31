"""Which night of the record was the last that was kept: the journal itself says it."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.moments import from_micros
from sessions.storage.schema import journal

KEPT = "night.kept"
SUBJECT = "night"


async def last_kept(connection: AsyncConnection) -> datetime | None:
    """The due moment of the last night that was kept; when the record began if none was; None: there is no record."""
    kept = select(journal.c.new).where(journal.c.marathon.is_(None), journal.c.subject == SUBJECT)
    new = await connection.scalar(kept.order_by(journal.c.seq.desc()).limit(1))
    if new is not None:
        return datetime.fromisoformat(str(new["night"]))
    first = await connection.scalar(select(func.min(journal.c.seq)))
    if first is None:
        return None
    began = await connection.scalar(select(journal.c.at_us).where(journal.c.seq == first))
    return None if began is None else from_micros(began)
