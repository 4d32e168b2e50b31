"""Results of the assessment and answered surveys. A corrected score stays, withdrawn, beside the one that counts."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.completion import Score, Survey
from sessions.domain.moments import from_micros, to_micros
from sessions.storage import schema
from sessions.storage.store import Entry, Transaction

_S = schema.scores
_A = schema.surveys


async def of_marathon(connection: AsyncConnection, marathon_id: int) -> Mapping[int, tuple[Score, ...]]:
    """Person id to the scores that count, by attempt."""
    query = (
        select(_S)
        .where(_S.c.marathon_id == marathon_id, _S.c.withdrawn_us.is_(None))
        .order_by(_S.c.person_id, _S.c.attempt)
    )
    found: dict[int, tuple[Score, ...]] = {}
    for row in (await connection.execute(query)).mappings():
        score = Score(attempt=row["attempt"], percent=row["percent"], at=from_micros(row["at_us"]))
        found[row["person_id"]] = (*found.get(row["person_id"], ()), score)
    return found


async def surveys_of_marathon(connection: AsyncConnection, marathon_id: int) -> Mapping[int, tuple[Survey, ...]]:
    query = select(_A.c.person_id, _A.c.at_us).where(_A.c.marathon_id == marathon_id)
    return {row.person_id: (Survey(at=from_micros(row.at_us)),) for row in (await connection.execute(query)).all()}


async def keep(
    tx: Transaction,
    marathon_id: int,
    person_id: int,
    score: Score,
    *,
    now: datetime,
    entry: Entry,
    dated: bool = True,
) -> Score | None:
    """Keeps a score; the one of the same attempt that it corrects, if there was another. Nothing is written when the
    same is there already (``dated``: at the same moment). What is unchanged comes back as given."""
    query = select(_S).where(
        _S.c.marathon_id == marathon_id,
        _S.c.person_id == person_id,
        _S.c.attempt == score.attempt,
        _S.c.withdrawn_us.is_(None),
    )
    row = (await tx.connection.execute(query)).mappings().one_or_none()
    if row is not None and row["percent"] == score.percent and (not dated or row["at_us"] == to_micros(score.at)):
        return score
    if row is not None:
        await tx.update(_S, row["id"], {"withdrawn_us": to_micros(now)}, entry)
    values = {
        "marathon_id": marathon_id,
        "person_id": person_id,
        "attempt": score.attempt,
        "percent": score.percent,
        "at_us": to_micros(score.at),
    }
    await tx.insert(_S, values, entry)
    if row is None:
        return None
    return Score(attempt=row["attempt"], percent=row["percent"], at=from_micros(row["at_us"]))


async def keep_survey(tx: Transaction, marathon_id: int, person_id: int, *, at: datetime, entry: Entry) -> bool:
    """Notes that the survey was handed in; False when that was known already."""
    known = select(_A.c.id).where(_A.c.marathon_id == marathon_id, _A.c.person_id == person_id)
    if (await tx.connection.execute(known)).first() is not None:
        return False
    await tx.insert(_A, {"marathon_id": marathon_id, "person_id": person_id, "at_us": to_micros(at)}, entry)
    return True
