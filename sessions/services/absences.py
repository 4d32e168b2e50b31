"""Saying beforehand that one cannot come. It is a courtesy to the organisers and no evidence: no verdict follows from
it, and nobody is asked where they are."""

from dataclasses import dataclass
from datetime import datetime

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.programme import Session
from sessions.domain.refusals import NoPlace, Refusal, SessionOver, UnknownSession
from sessions.domain.schedule import subject_of
from sessions.storage import deliveries, marathons, persons, places, reminder_choices
from sessions.storage import sessions as stored
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """``changed`` False: it was so already."""

    session: Session
    changed: bool


async def note(store: Store, session_id: int, *, discord_id: int, absent: bool, now: datetime) -> Noted | Refusal:
    """Notes that somebody with a place cannot come, or takes it back. Refuses a session that is over."""

    async def unit(tx: Transaction) -> Noted | Refusal:
        session = await stored.by_id(tx.connection, session_id)
        if session is None:
            return UnknownSession(number=session_id)
        person_id = await persons.of_discord(tx.connection, discord_id)
        place = None if person_id is None else await places.of_person(tx.connection, session.marathon_id, person_id)
        if place is None or session.cohort not in (None, place.cohort):
            return NoPlace()
        if session.end <= now:
            return SessionOver(number=session.number, ended=session.end)
        marathon = await marathons.by_id(tx.connection, session.marathon_id)
        entry = Entry(
            actor=Actor(ActorKind.PERSON, str(place.person_id)),
            at=now,
            marathon=marathon.key,
            verb="absence.noted" if absent else "absence.withdrawn",
            subject=subject_of(session.id),
        )
        changed = await reminder_choices.note_absence(
            tx, marathon.id, session.id, place.person_id, absent=absent, now=now, entry=entry
        )
        if changed and absent:
            await deliveries.retire_personal(
                tx, marathon.id, person_id=place.person_id, subject=subject_of(session.id), reason="absent", now=now
            )
        return Noted(session=session, changed=changed)

    return await store.write(unit)
