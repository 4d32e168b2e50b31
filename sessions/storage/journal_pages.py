"""The journal as people read it: a page of entries, the newest last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.moments import from_micros
from sessions.storage.schema import journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry as it stands in the journal: who, when (UTC), what, old value, new value, why."""

    seq: int
    at: datetime
    actor_kind: str
    actor: str
    marathon: str | None
    verb: str
    subject: str
    old: Mapping[str, object] | None
    new: Mapping[str, object] | None
    why: str | None
    hash: str


async def read_page(
    connection: AsyncConnection,
    *,
    last: int,
    before: int | None = None,
    marathon: str | None = None,
    subject: str | None = None,
    verb: str | None = None,
) -> tuple[Line, ...]:
    """The ``last`` entries, oldest first, that are older than entry ``before`` and about what is asked for.

    ``verb`` is a whole verb (``session.moved``) or what stands before its point (``session``).
    """
    query = select(journal).order_by(journal.c.seq.desc()).limit(last)
    if before is not None:
        query = query.where(journal.c.seq < before)
    if marathon is not None:
        query = query.where(journal.c.marathon == marathon)
    if subject is not None:
        query = query.where(journal.c.subject == subject)
    if verb is not None:
        query = query.where((journal.c.verb == verb) | journal.c.verb.startswith(f"{verb}.", autoescape=True))
    found = (await connection.execute(query)).all()
    return tuple(
        Line(
            seq=one.seq,
            at=from_micros(one.at_us),
            actor_kind=one.actor_kind,
            actor=one.actor_id,
            marathon=one.marathon,
            verb=one.verb,
            subject=one.subject,
            old=one.old,
            new=one.new,
            why=one.why,
            hash=one.hash,
        )
        for one in reversed(found)
    )
