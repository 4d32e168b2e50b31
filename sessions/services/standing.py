"""Where people stand: place, attendance and completion, computed from the evidence whenever somebody asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.applications import ApplicationStatus
from sessions.domain.attendance import Attendance, Evidence
from sessions.domain.completion import Completion, PersonRecord
from sessions.domain.programme import Marathon, Session
from sessions.domain.standing import complete, count_session
from sessions.domain.verdicts import attend
from sessions.storage import calendars, evidence, marathons, personal, persons, places
from sessions.storage import sessions as stored
from sessions.storage.calendars import Holder
from sessions.storage.places import Place
from sessions.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStanding:
    """One participant: their sessions in order with attendance, and what each rule says."""

    place: Place
    name: str | None
    sessions: tuple[Session, ...]
    attendances: tuple[Attendance, ...]
    completions: tuple[Completion, ...]


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
        marathon = await marathons.by_id(connection, marathon_id)
        person_id = await persons.of_discord(connection, discord_id)
        if person_id is None:
            return Own(marathon=marathon, person_id=None, status=None, waiting_rank=None, standing=None)
        applied = await places.application_of(connection, marathon_id, person_id)
        place = await places.of_person(connection, marathon_id, person_id)
        standing = None
        if place is not None:
            sessions = await stored.of_marathon(connection, marathon_id)
            kept = await evidence.of_person(connection, marathon_id, person_id)
            names = await _names(connection, [place])
            standing = _stand(marathon, sessions, place, kept, names, now)
        status, rank = applied if applied is not None else (None, None)
        return Own(
            marathon=marathon,
            person_id=person_id,
            status=status,
            waiting_rank=rank,
            standing=standing,
            calendar=await calendars.of_person(connection, marathon_id, person_id),
        )

    return await store.read(unit)


async def everyone(store: Store, marathon_id: int, *, now: datetime) -> tuple[Marathon, tuple[PersonStanding, ...]]:
    """Every participant's standing, by person id."""

    async def unit(connection: AsyncConnection) -> tuple[Marathon, tuple[PersonStanding, ...]]:
        marathon = await marathons.by_id(connection, marathon_id)
        sessions = await stored.of_marathon(connection, marathon_id)
        holders = await places.of_marathon(connection, marathon_id)
        kept = await evidence.of_marathon(connection, marathon_id)
        names = await _names(connection, holders)
        found = tuple(_stand(marathon, sessions, place, kept.get(place.person_id, ()), names, now) for place in holders)
        return marathon, found

    return await store.read(unit)


async def _names(connection: AsyncConnection, holders: Sequence[Place]) -> Mapping[int, str | None]:
    return await personal.read_many(connection, [place.name_id for place in holders if place.name_id is not None])


def _stand(
    marathon: Marathon,
    sessions: Sequence[Session],
    place: Place,
    kept: Sequence[Evidence],
    names: Mapping[int, str | None],
    now: datetime,
) -> PersonStanding:
    rule = marathon.programme.attendance
    mine = tuple(session for session in sessions if session.cohort in (None, place.cohort))
    by_session: dict[int, list[Evidence]] = {}
    for one in kept:
        by_session.setdefault(one.session_id, []).append(one)
    attendances = tuple(
        attend(by_session.get(session.id, []), session, rule, now, person_id=place.person_id) for session in mine
    )
    record = PersonRecord(
        person_id=place.person_id,
        sessions=[count_session(session, rule, frozen=marathon.rule_frozen) for session in mine],
        attendances=attendances,
    )
    return PersonStanding(
        place=place,
        name=None if place.name_id is None else names.get(place.name_id),
        sessions=mine,
        attendances=attendances,
        completions=tuple(complete(one, record, now=now) for one in marathon.programme.completion),
    )
