"""Where people stand: place, attendance and completion, computed from the evidence whenever somebody asks."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.applications import ApplicationStatus
from sessions.domain.programme import Marathon
from sessions.storage import calendars, marathons, persons, places, standings
from sessions.storage.calendars import Holder
from sessions.storage.standings import PersonStanding
from sessions.storage.store import Store

__all__ = ["Own", "PersonStanding", "everyone", "of_person", "own"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What a person may see of themselves. ``status`` None: never applied."""

    marathon: Marathon
    person_id: int | None
    status: ApplicationStatus | None
    waiting_rank: int | None
    standing: PersonStanding | None
    calendar: Holder | None = None
    """Of those with a place: whose personal feed it is, and its address's generation."""


async def own(store: Store, marathon_id: int, *, discord_id: int, now: datetime) -> Own:
    """The standing of a Discord account in a marathon; empty for somebody who is not known."""

    async def unit(connection: AsyncConnection) -> Own:
        person_id = await persons.of_discord(connection, discord_id)
        return await _own(connection, marathon_id, person_id, now)

    return await store.read(unit)


async def of_person(store: Store, marathon_id: int, *, person_id: int, now: datetime) -> Own:
    """The same for a person, who needs no Discord account."""
    return await store.read(lambda connection: _own(connection, marathon_id, person_id, now))


async def _own(connection: AsyncConnection, marathon_id: int, person_id: int | None, now: datetime) -> Own:
    marathon = await marathons.by_id(connection, marathon_id)
    if person_id is None:
        return Own(marathon=marathon, person_id=None, status=None, waiting_rank=None, standing=None)
    applied = await places.application_of(connection, marathon_id, person_id)
    place = await places.of_person(connection, marathon_id, person_id)
    standing = None
    if place is not None:
        _, (standing,) = await standings.of_persons(connection, marathon_id, [person_id], now=now)
    status, rank = applied if applied is not None else (None, None)
    return Own(
        marathon=marathon,
        person_id=person_id,
        status=status,
        waiting_rank=rank,
        standing=standing,
        calendar=await calendars.of_person(connection, marathon_id, person_id),
    )


async def everyone(store: Store, marathon_id: int, *, now: datetime) -> tuple[Marathon, tuple[PersonStanding, ...]]:
    """Every participant's standing, by person id."""
    return await store.read(lambda connection: standings.of_marathon(connection, marathon_id, now=now))
