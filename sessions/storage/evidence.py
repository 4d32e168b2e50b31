"""Evidence: read side. Evidence is written by ``Store.append_evidence`` and never changed."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.attendance import Evidence, EvidenceKind
from sessions.domain.moments import EPOCH, from_micros
from sessions.domain.verdicts import stand
from sessions.storage import schema

_T = schema.evidence


def _evidence(row: RowMapping) -> Evidence:
    start, end = row["start_us"], row["end_us"]
    return Evidence(
        id=row["id"],
        session_id=row["session_id"],
        person_id=row["person_id"],
        kind=EvidenceKind(row["kind"]),
        at=from_micros(row["at_us"]),
        start=None if start is None else from_micros(start),
        end=None if end is None else from_micros(end),
        withdraws=row["withdraws"],
        detail=dict(row["detail"]),
    )


async def of_marathon(
    connection: AsyncConnection, marathon_id: int, *, persons: Collection[int] | None = None
) -> Mapping[int, list[Evidence]]:
    """Person id to their evidence in this marathon, oldest first; of everybody, or of these ``persons``."""
    query = select(_T).where(_T.c.marathon_id == marathon_id).order_by(_T.c.id)
    if persons is not None:
        query = query.where(_T.c.person_id.in_(persons))
    found: dict[int, list[Evidence]] = {}
    for row in (await connection.execute(query)).mappings():
        found.setdefault(row["person_id"], []).append(_evidence(row))
    return found


async def of_person(connection: AsyncConnection, marathon_id: int, person_id: int) -> tuple[Evidence, ...]:
    query = select(_T).where(_T.c.marathon_id == marathon_id, _T.c.person_id == person_id).order_by(_T.c.id)
    return tuple(_evidence(row) for row in (await connection.execute(query)).mappings().all())


async def of_session(connection: AsyncConnection, session_id: int) -> Mapping[int, list[Evidence]]:
    """Person id to their evidence for this session, oldest first."""
    query = select(_T).where(_T.c.session_id == session_id).order_by(_T.c.id)
    found: dict[int, list[Evidence]] = {}
    for row in (await connection.execute(query)).mappings():
        found.setdefault(row["person_id"], []).append(_evidence(row))
    return found


async def sessions_attended(
    connection: AsyncConnection, marathon_id: int, person_id: int, *, cohort: str | None
) -> tuple[int, ...]:
    """Numbers of the sessions of this cohort alone for which the person has evidence that stands; none without one."""
    if cohort is None:
        return ()
    sessions = schema.sessions
    query = select(sessions.c.id, sessions.c.number).where(
        sessions.c.marathon_id == marathon_id, sessions.c.cohort == cohort
    )
    numbers = {row.id: row.number for row in (await connection.execute(query)).all()}
    kept = await of_person(connection, marathon_id, person_id)
    latest = max((one.at for one in kept), default=EPOCH)
    return tuple(sorted({numbers[one.session_id] for one in stand(kept, latest) if one.session_id in numbers}))
