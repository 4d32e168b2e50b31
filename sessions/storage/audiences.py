"""Audiences that are computed: who of those with a place in a session has not checked in, or missed the last one; and
who speaks, or organises, as the roles say."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Role
from sessions.domain.attendance import Evidence, EvidenceKind
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.reminders import AudienceKind
from sessions.storage import evidence, places, reminder_choices, schema
from sessions.storage import sessions as stored

_PRESENT = (EvidenceKind.CHECK_IN, EvidenceKind.PRESENCE, EvidenceKind.REPORT, EvidenceKind.STATEMENT)
COMPUTED = (AudienceKind.NOT_CHECKED_IN, AudienceKind.MISSED_LAST, AudienceKind.SPEAKERS)
"""Found at the due moment."""


@dataclass(frozen=True, slots=True)
class Someone:
    person_id: int
    discord_id: int | None


async def people(connection: AsyncConnection, audience: str, session: Session) -> tuple[Someone, ...]:
    """Who a computed audience is now. Before the first session nobody has missed one; who said that they cannot come
    is not asked where they are."""
    if audience == AudienceKind.SPEAKERS:
        return await with_role(connection, session.marathon_id, Role.SPEAKER)
    of_place = await places.of_marathon(connection, session.marathon_id)
    about: Session | None = session
    if audience == AudienceKind.MISSED_LAST:
        about = _before(session, await stored.of_marathon(connection, session.marathon_id))
    if about is None:
        return ()
    there = await evidence.of_session(connection, about.id)
    absent = await reminder_choices.absent_from(connection, session.id)
    return tuple(
        Someone(place.person_id, place.discord_id)
        for place in of_place
        if about.cohort in (None, place.cohort)
        and session.cohort in (None, place.cohort)
        and place.person_id not in absent
        and not _is_there(there.get(place.person_id, []))
    )


async def with_role(connection: AsyncConnection, marathon_id: int, role: Role) -> tuple[Someone, ...]:
    roles, persons = schema.roles, schema.persons
    query = (
        select(persons.c.id, persons.c.discord_id)
        .join_from(roles, persons, roles.c.person_id == persons.c.id)
        .where(roles.c.marathon_id == marathon_id, roles.c.role == role.value, roles.c.withdrawn_us.is_(None))
        .order_by(persons.c.id)
    )
    return tuple(Someone(*row) for row in (await connection.execute(query)).all())


def _before(session: Session, sessions: Sequence[Session]) -> Session | None:
    """The last session held before this one that the same people have."""
    earlier = [
        one
        for one in sessions
        if one.status is SessionStatus.PLANNED and one.end <= session.start and one.cohort in (None, session.cohort)
    ]
    return max(earlier, key=lambda one: one.start, default=None)


def _is_there(found: Sequence[Evidence]) -> bool:
    withdrawn = {one.withdraws for one in found}
    return any(one.kind in _PRESENT and one.id not in withdrawn for one in found)
