"""Where participants stand, loaded and computed: place, sessions, attendance, completion, and what it rests on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.approvals import Basis, basis_of
from sessions.domain.attendance import Attendance, Evidence
from sessions.domain.completion import Completion, PersonRecord, Score, Survey
from sessions.domain.programme import Marathon, Session
from sessions.domain.standing import complete, count_session
from sessions.domain.verdicts import attend
from sessions.storage import evidence, marathons, personal, places, scores
from sessions.storage import sessions as stored
from sessions.storage.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStanding:
    """One participant: their sessions in order with attendance, and what each rule says."""

    place: Place
    name: str | None
    sessions: tuple[Session, ...]
    attendances: tuple[Attendance, ...]
    completions: tuple[Completion, ...]
    record: PersonRecord

    @property
    def basis(self) -> Basis:
        """What completion rests on, in values that can be kept."""
        return basis_of(self.record, self.place.name_id)


async def of_marathon(
    connection: AsyncConnection, marathon_id: int, *, now: datetime
) -> tuple[Marathon, tuple[PersonStanding, ...]]:
    """Every participant's standing, by person id."""
    holders = await places.of_marathon(connection, marathon_id)
    kept = await evidence.of_marathon(connection, marathon_id)
    return await _stand_all(connection, marathon_id, holders, kept, now)


async def of_persons(
    connection: AsyncConnection, marathon_id: int, person_ids: Collection[int], *, now: datetime
) -> tuple[Marathon, tuple[PersonStanding, ...]]:
    """The standing of those of these persons who hold a place, by person id."""
    holders = await places.of_persons(connection, marathon_id, person_ids)
    kept = await evidence.of_marathon(connection, marathon_id, persons=person_ids)
    return await _stand_all(connection, marathon_id, holders, kept, now)


async def _stand_all(
    connection: AsyncConnection,
    marathon_id: int,
    holders: Sequence[Place],
    kept: Mapping[int, Sequence[Evidence]],
    now: datetime,
) -> tuple[Marathon, tuple[PersonStanding, ...]]:
    marathon = await marathons.by_id(connection, marathon_id)
    sessions = await stored.of_marathon(connection, marathon_id)
    names = await personal.read_many(connection, [place.name_id for place in holders if place.name_id is not None])
    scored = await scores.of_marathon(connection, marathon_id)
    answered = await scores.surveys_of_marathon(connection, marathon_id)
    found = []
    for place in holders:
        person = place.person_id
        results = (scored.get(person, ()), answered.get(person, ()))
        found.append(_stand(marathon, sessions, place, kept.get(person, ()), names, results, now))
    return marathon, tuple(found)


def _stand(
    marathon: Marathon,
    sessions: Sequence[Session],
    place: Place,
    kept: Sequence[Evidence],
    names: Mapping[int, str | None],
    results: tuple[Sequence[Score], Sequence[Survey]],
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
        scores=results[0],
        surveys=results[1],
    )
    return PersonStanding(
        place=place,
        name=None if place.name_id is None else names.get(place.name_id),
        sessions=mine,
        attendances=attendances,
        completions=tuple(complete(one, record, now=now) for one in marathon.programme.completion),
        record=record,
    )
