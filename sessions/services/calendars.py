"""Personal calendars: what stands in one, a new address for it, and whom a change has reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor
from sessions.domain.attendance import Attendance
from sessions.domain.programme import Marathon, Session
from sessions.domain.reminders import Anchor, AudienceKind
from sessions.domain.verdicts import attend
from sessions.storage import calendars, evidence, marathons
from sessions.storage import sessions as stored
from sessions.storage.calendars import Fetch, Holder
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalCalendar:
    """What a participant's calendar is made of. ``attendances``: of sessions that are over, in order of
    ``sessions``; ``evidenced``: session id to the moment of its newest evidence, where there is any."""

    holder: Holder
    marathon: Marathon
    sessions: tuple[Session, ...]
    attendances: tuple[Attendance, ...]
    evidenced: Mapping[int, datetime]
    removed: datetime | None = None
    """When a session was last taken out of the programme."""

    @property
    def alarms(self) -> tuple[timedelta, ...]:
        """The lead times of the reminders that everybody with a place gets, or this cohort."""
        return tuple(
            sorted(
                {
                    rule.before
                    for rule in self.marathon.programme.reminders
                    if rule.before is not None
                    and rule.anchor is Anchor.SESSION_START
                    and (
                        rule.audience is AudienceKind.EVERYONE
                        or (rule.audience is AudienceKind.COHORT and rule.cohort == self.holder.cohort)
                    )
                }
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far a session's last change has come: of ``calendars`` that have ever fetched, ``current`` have it."""

    session: Session
    calendars: int
    current: int


async def find_holder(store: Store, participant: int) -> Holder | None:
    """The participant with this id and the generation of their address; None when there is none or the place is
    gone. As much work for a stranger as for a participant."""

    async def unit(connection: AsyncConnection) -> Holder | None:
        return await calendars.holder(connection, participant)

    return await store.read(unit)


async def show(store: Store, holder: Holder, *, now: datetime) -> PersonalCalendar:
    """The calendar of a participant as of ``now``."""

    async def unit(connection: AsyncConnection) -> PersonalCalendar:
        marathon = await marathons.by_id(connection, holder.marathon_id)
        every = await stored.of_marathon(connection, holder.marathon_id)
        mine = tuple(session for session in every if session.cohort in (None, holder.cohort))
        kept = await evidence.of_person(connection, holder.marathon_id, holder.person_id)
        rule = marathon.programme.attendance
        attendances = tuple(
            attend(
                [one for one in kept if one.session_id == session.id], session, rule, now, person_id=holder.person_id
            )
            for session in mine
            if session.end <= now
        )
        return PersonalCalendar(
            holder=holder,
            marathon=marathon,
            sessions=mine,
            attendances=attendances,
            evidenced={one.session_id: one.at for one in sorted(kept, key=lambda one: one.at)},
            removed=await stored.last_removed(connection, marathon.key),
        )

    return await store.read(unit)


async def renew(store: Store, marathon_id: int, person_id: int, *, actor: Actor, now: datetime) -> Holder | None:
    """A new generation: the old address stops working at once. None for somebody without a place."""

    async def unit(tx: Transaction) -> Holder | None:
        holder = await calendars.of_person(tx.connection, marathon_id, person_id)
        if holder is None:
            return None
        marathon = await marathons.by_id(tx.connection, marathon_id)
        await calendars.set_generation(tx, holder.participant, holder.generation + 1, now=now)
        tx.record(
            Entry(
                actor=actor,
                at=now,
                marathon=marathon.key,
                verb="calendar.renewed",
                subject=f"application:{holder.participant}",
                old={"generation": holder.generation},
                new={"generation": holder.generation + 1},
            )
        )
        return await calendars.holder(tx.connection, holder.participant)

    return await store.write(unit)


async def note_fetches(store: Store, fetches: Sequence[Fetch]) -> None:
    """Keeps what calendar programs have fetched; of several by the same family the last."""
    last = {(one.participant, one.family): one for one in fetches}

    async def unit(tx: Transaction) -> None:
        await calendars.note(tx, list(last.values()))

    if last:
        await store.write(unit)


async def reach(store: Store, session_id: int) -> Reach | None:
    """How many calendars have a session's last change; None when there is no such session."""

    async def unit(connection: AsyncConnection) -> Reach | None:
        session = await stored.by_id(connection, session_id)
        if session is None:
            return None
        every, current = await calendars.count_fetched(
            connection, session.marathon_id, cohort=session.cohort, since=session.changed
        )
        return Reach(session=session, calendars=every, current=current)

    return await store.read(unit)
