"""Presence of everybody with a place: over a session's minutes, and over a marathon's sessions."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.presence import Presence, measure_presence
from sessions.domain.programme import Session, SessionStatus
from sessions.storage import evidence, places
from sessions.storage import sessions as stored
from sessions.storage.store import Store


async def of_session(store: Store, session: Session, *, now: datetime) -> Presence:
    """Who was there when, of those who hold a place today."""
    return await store.read(lambda connection: _measure(connection, session, now))


async def of_marathon(store: Store, marathon_id: int, *, now: datetime) -> tuple[Presence, ...]:
    """The same for every session that has begun and was not cancelled, in order of start."""

    async def unit(connection: AsyncConnection) -> tuple[Presence, ...]:
        held = [
            session
            for session in await stored.of_marathon(connection, marathon_id)
            if session.status is SessionStatus.PLANNED and session.start <= now
        ]
        held.sort(key=lambda session: (session.start, session.number, session.id))
        return tuple([await _measure(connection, session, now) for session in held])

    return await store.read(unit)


async def _measure(connection: AsyncConnection, session: Session, now: datetime) -> Presence:
    kept = await evidence.of_session(connection, session.id)
    holders = {place.person_id for place in await places.of_marathon(connection, session.marathon_id)}
    return measure_presence([found for person_id, found in kept.items() if person_id in holders], session, now)
