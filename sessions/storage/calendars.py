"""Personal calendars: whose they are, which generation of their address holds, and what was fetched last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.applications import ApplicationStatus
from sessions.domain.moments import to_micros
from sessions.storage import schema
from sessions.storage.store import Transaction

FIRST = 1
"""The generation of an address that was never renewed."""

_A, _C, _F = schema.applications, schema.calendars, schema.fetches


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A participant as a calendar's owner. ``participant`` is the application's id: one person, one marathon."""

    participant: int
    generation: int
    marathon_id: int
    person_id: int
    cohort: str | None
    language: str
    """Which the participant has stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """What a calendar program of a family has fetched last; ``content`` is the last change in it."""

    participant: int
    family: str
    version: str
    content: datetime
    at: datetime


def _holders() -> Select[tuple[int, int, int, int, str | None, str]]:
    """Those who hold a place now; a withdrawn place has no calendar."""
    return (
        select(
            _A.c.id.label("participant"),
            func.coalesce(_C.c.generation, FIRST).label("generation"),
            _A.c.marathon_id,
            _A.c.person_id,
            _A.c.cohort,
            _A.c.language,
        )
        .join_from(_A, _C, _C.c.application_id == _A.c.id, isouter=True)
        .where(_A.c.status == ApplicationStatus.ACCEPTED.value)
    )


async def generation_of(connection: AsyncConnection, application_id: int) -> int:
    """Of the secret addresses of an application, whether or not it holds a place."""
    query = select(_C.c.generation).where(_C.c.application_id == application_id)
    return (await connection.execute(query)).scalar_one_or_none() or FIRST


async def holder(connection: AsyncConnection, participant: int) -> Holder | None:
    row = (await connection.execute(_holders().where(_A.c.id == participant))).mappings().one_or_none()
    return None if row is None else Holder(**row)


async def of_person(connection: AsyncConnection, marathon_id: int, person_id: int) -> Holder | None:
    query = _holders().where(_A.c.marathon_id == marathon_id, _A.c.person_id == person_id)
    row = (await connection.execute(query)).mappings().one_or_none()
    return None if row is None else Holder(**row)


async def set_generation(tx: Transaction, participant: int, generation: int, *, now: datetime) -> None:
    values = {"generation": generation, "changed_us": to_micros(now)}
    dialect = postgresql if tx.connection.dialect.name == "postgresql" else sqlite
    insert = dialect.insert(_C).values(application_id=participant, **values)
    await tx.connection.execute(insert.on_conflict_do_update(index_elements=["application_id"], set_=values))


async def note(tx: Transaction, fetches: Sequence[Fetch]) -> None:
    """Keeps the last fetch of each participant and family. A participant who is gone meanwhile is passed over."""
    there = set(
        (await tx.connection.execute(select(_A.c.id).where(_A.c.id.in_({one.participant for one in fetches}))))
        .scalars()
        .all()
    )
    dialect = postgresql if tx.connection.dialect.name == "postgresql" else sqlite
    for one in fetches:
        if one.participant not in there:
            continue
        values = {"version": one.version, "content_us": to_micros(one.content), "fetched_us": to_micros(one.at)}
        insert = dialect.insert(_F).values(application_id=one.participant, family=one.family, **values)
        await tx.connection.execute(
            insert.on_conflict_do_update(index_elements=["application_id", "family"], set_=values)
        )


async def count_fetched(
    connection: AsyncConnection, marathon_id: int, *, cohort: str | None, since: datetime
) -> tuple[int, int]:
    """How many calendars of a marathon's participants there are, and how many have fetched what contains ``since``.
    A cohort counts only its own."""
    query = (
        select(func.count(), func.count().filter(_F.c.content_us >= to_micros(since)))
        .join_from(_F, _A, _F.c.application_id == _A.c.id)
        .where(_A.c.marathon_id == marathon_id, _A.c.status == ApplicationStatus.ACCEPTED.value)
    )
    if cohort is not None:
        query = query.where(_A.c.cohort == cohort)
    every, reached = (await connection.execute(query)).one()
    return int(every), int(reached)


async def people_behind(connection: AsyncConnection, marathon_id: int, *, since: datetime) -> frozenset[int]:
    """Those with a place whose calendar has not fetched what contains ``since``: person ids."""
    query = (
        select(_A.c.person_id)
        .join_from(_F, _A, _F.c.application_id == _A.c.id)
        .where(_A.c.marathon_id == marathon_id, _A.c.status == ApplicationStatus.ACCEPTED.value)
        .where(_F.c.content_us < to_micros(since))
    )
    return frozenset((await connection.execute(query)).scalars().all())
