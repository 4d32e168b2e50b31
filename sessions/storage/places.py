"""Who holds a place: the participants of a marathon, as their accepted applications say."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain import audit
from sessions.domain.applications import ApplicationStatus
from sessions.domain.risk_notices import Reached
from sessions.storage import schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A participant's place. ``name_id``: the personal value that is the name on the certificate."""

    person_id: int
    discord_id: int | None
    cohort: str | None
    country: str
    zone: str
    name_id: int | None


def _query(marathon_id: int) -> Select[tuple[int, int | None, str | None, str, str, int | None]]:
    application, person = schema.applications, schema.persons
    return (
        select(
            application.c.person_id,
            person.c.discord_id,
            application.c.cohort,
            application.c.country,
            application.c.zone,
            application.c.name_id,
        )
        .join_from(application, person, application.c.person_id == person.c.id)
        .where(application.c.marathon_id == marathon_id, application.c.status == ApplicationStatus.ACCEPTED.value)
        .order_by(application.c.person_id)
    )


def _place(row: RowMapping) -> Place:
    return Place(**row)


async def of_marathon(connection: AsyncConnection, marathon_id: int) -> tuple[Place, ...]:
    rows = (await connection.execute(_query(marathon_id))).mappings().all()
    return tuple(_place(row) for row in rows)


async def of_persons(connection: AsyncConnection, marathon_id: int, person_ids: Collection[int]) -> tuple[Place, ...]:
    """The places of those of these persons who hold one, by person id."""
    query = _query(marathon_id).where(schema.applications.c.person_id.in_(person_ids))
    return tuple(_place(row) for row in (await connection.execute(query)).mappings().all())


async def of_person(connection: AsyncConnection, marathon_id: int, person_id: int) -> Place | None:
    query = _query(marathon_id).where(schema.applications.c.person_id == person_id)
    row = (await connection.execute(query)).mappings().one_or_none()
    return None if row is None else _place(row)


async def reached(connection: AsyncConnection, marathon_id: int) -> tuple[Reached, ...]:
    """How everybody with a place is reached, by person id."""
    application, person = schema.applications, schema.persons
    query = _query(marathon_id).with_only_columns(
        application.c.person_id,
        person.c.discord_id,
        application.c.id.label("application_id"),
        func.coalesce(person.c.zone, application.c.zone).label("zone"),
        func.coalesce(person.c.language, application.c.language).label("language"),
    )
    return tuple(Reached(**row) for row in (await connection.execute(query)).mappings().all())


async def application_of(
    connection: AsyncConnection, marathon_id: int, person_id: int
) -> tuple[ApplicationStatus, int | None] | None:
    """Status of a person's application and its place on the waiting list as it is now, counted over those who still
    wait; None: never applied."""
    table = schema.applications
    query = select(table.c.status, table.c.waiting_rank).where(
        table.c.marathon_id == marathon_id, table.c.person_id == person_id
    )
    row = (await connection.execute(query)).one_or_none()
    if row is None or row.waiting_rank is None:
        return None if row is None else (ApplicationStatus(row.status), None)
    ahead = select(func.count()).where(
        table.c.marathon_id == marathon_id,
        table.c.status == ApplicationStatus.WAITING.value,
        table.c.waiting_rank <= row.waiting_rank,
    )
    return ApplicationStatus(row.status), int((await connection.execute(ahead)).scalar_one())


async def living(connection: AsyncConnection, marathon_id: int) -> tuple[tuple[str | None, audit.Place], ...]:
    """Cohort, country and zone of those who hold a place, counted."""
    table = schema.applications
    by = (table.c.cohort, table.c.country, table.c.zone)
    query = (
        select(*by, func.count())
        .where(table.c.marathon_id == marathon_id, table.c.status == ApplicationStatus.ACCEPTED.value)
        .group_by(*by)
        .order_by(*by)
    )
    return tuple(
        (cohort, audit.Place(zone=zone, country=country, people=people))
        for cohort, country, zone, people in (await connection.execute(query)).all()
    )
