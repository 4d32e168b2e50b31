"""What is owed becomes deliveries: at a due moment, under unique keys, folded, and honest about what came too late."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.clock_notices import clock_notices, reach_notices, with_reach
from sessions.domain.deliveries import DeliveryKind, Owed
from sessions.domain.desk_notes import TOO_LATE, Missed, too_late_note
from sessions.domain.personal_reminders import (
    in_person,
    letter_facts,
    offer_reminders,
    personal_reminders,
    reminders_of_day,
)
from sessions.domain.programme import Marathon, Session
from sessions.domain.reminder_choices import Choice, Listener
from sessions.domain.reminder_plan import rule_of
from sessions.domain.reminders import AudienceKind, Means
from sessions.domain.schedule import Folded, fold, is_useful, next_moment, owed, schedule
from sessions.storage import audiences, calendars, deliveries, marathons, places, reminder_choices
from sessions.storage import sessions as stored
from sessions.storage.store import Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """``queued``: deliveries that came into being now. ``next``: the nearest moment at which something falls due;
    None: nothing to wait for. What is tried again is the ledger's to say (``deliveries.next_try``)."""

    queued: int
    next: datetime | None


async def owe(store: Store, *, now: datetime) -> Agenda:
    """Inserts what fell due and tells when to ask again. Asking twice at the same moment inserts nothing twice."""
    found = await store.read(lambda connection: _ask(connection, now))
    queued = 0
    if any(one.due for one in found):
        queued = await store.write(lambda tx: _queue(tx, found, now))
    return Agenda(queued=queued, next=min((one.next for one in found if one.next is not None), default=None))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    marathon: Marathon
    due: tuple[Owed, ...]
    next: datetime | None
    listeners: tuple[Listener, ...]


async def preview(store: Store, marathon_id: int, *, now: datetime, until: datetime) -> tuple[Owed, ...]:
    """What will be said after ``now`` and up to ``until`` as things stand, by due moment; in person too."""

    async def unit(connection: AsyncConnection) -> tuple[Owed, ...]:
        marathon = await marathons.by_id(connection, marathon_id)
        sessions, listeners = await _people(connection, marathon)
        personal = personal_reminders(marathon, sessions, listeners, start=now, end=until)
        every = (*await _things(connection, marathon, sessions), *personal)
        things = [one for one in every if now < one.due <= until]
        said = await deliveries.said(connection, [str(thing.key) for thing in things])
        return tuple(sorted((one for one in things if str(one.key) not in said), key=lambda one: one.due))

    return await store.read(unit)


async def _people(connection: AsyncConnection, marathon: Marathon) -> tuple[tuple[Session, ...], tuple[Listener, ...]]:
    """The sessions, and whoever is told in person."""
    letters = any(rule.means is Means.EMAIL for rule in marathon.programme.reminders)
    sessions = await stored.of_marathon(connection, marathon.id)
    return sessions, await reminder_choices.listeners(connection, marathon.id, letters=letters)


async def _things(connection: AsyncConnection, marathon: Marathon, sessions: Sequence[Session]) -> tuple[Owed, ...]:
    """Everything that is derived and said to many, past and to come, and what is said of offers."""
    notices = clock_notices(marathon, sessions, await places.living(connection, marathon.id))
    offers = offer_reminders(marathon, await reminder_choices.open_offers(connection, marathon.id))
    return (*schedule(marathon, sessions), *notices, *reach_notices(marathon, sessions), *offers)


async def _ask(connection: AsyncConnection, now: datetime) -> list[_Found]:
    found: list[_Found] = []
    for marathon in await marathons.every(connection):
        sessions, listeners = await _people(connection, marathon)
        things = await _things(connection, marathon, sessions)
        personal = reminders_of_day(marathon, sessions, listeners, now)
        by_now = [one for one in personal if one.due <= now]
        said = await deliveries.said(connection, [str(thing.key) for thing in (*things, *by_now)])
        moments = (
            next_moment(things, said, now),
            next((one.due for one in personal if one.due > now), None),
            _next_day(sessions, listeners, now),
        )
        nearest = min((moment for moment in moments if moment is not None), default=None)
        due = (*owed(things, said, now), *owed(by_now, said, now))
        found.append(_Found(marathon=marathon, due=due, next=nearest, listeners=listeners))
    return found


def _next_day(sessions: Sequence[Session], listeners: Sequence[Listener], now: datetime) -> datetime | None:
    """What is said in person is laid out a day at a time: when the next is to be looked at, if any is to come."""
    if not listeners or all(session.end <= now for session in sessions):
        return None
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


async def _queue(tx: Transaction, found: Sequence[_Found], now: datetime) -> int:
    queued = 0
    for one in found:
        late = [thing for thing in one.due if not is_useful(thing, now)]
        said, folded = fold([thing for thing in one.due if is_useful(thing, now)])
        stale = [(thing, TOO_LATE) for thing in late] + [(fold_.owed, _folded_into(fold_)) for fold_ in folded]
        due: list[Owed] = []
        for thing in said:
            settled = await _settle(tx, one, thing, now)
            due += settled.due
            stale += settled.stale
        missed = {(thing.key.subject, thing.key.kind): Missed.of(thing.key, thing.due) for thing in reversed(late)}
        note = too_late_note(one.marathon, [*reversed(missed.values())], now)
        notes = [] if note is None else [note]
        queued += await deliveries.queue(tx, one.marathon.id, [*due, *notes], stale=stale, now=now)
    return queued


def _folded_into(folded: Folded) -> str:
    return f"folded-into:{folded.into.key.kind}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Settled:
    """What becomes of something that fell due: said as it is to whom, or not."""

    due: Sequence[Owed] = ()
    stale: Sequence[tuple[Owed, str]] = ()


async def _settle(tx: Transaction, found: _Found, thing: Owed, now: datetime) -> _Settled:
    if thing.key.kind == DeliveryKind.REACH:
        return await _count_reach(tx, found, thing, now)
    if thing.key.audience in audiences.COMPUTED:
        return await _freeze(tx, found, thing, now)
    return _Settled(due=[thing])


async def _count_reach(tx: Transaction, found: _Found, thing: Owed, now: datetime) -> _Settled:
    """A notice about calendars with its figures, frozen at its due moment; in person to whose own is behind."""
    session = await _session_of(tx.connection, thing)
    if session is None:
        return _Settled(stale=[(thing, "calendars-current")])
    marathon_id = found.marathon.id
    counts = await calendars.count_fetched(tx.connection, marathon_id, cohort=session.cohort, since=session.timed)
    counted = with_reach(thing, *counts)
    if counted is None:
        return _Settled(stale=[(thing, "calendars-current")])
    behind = await calendars.people_behind(tx.connection, marathon_id, since=session.timed)
    told = [
        replace(own, payload=own.payload | counted.payload)
        for listener in found.listeners
        if listener.person_id in behind and session.cohort in (None, listener.cohort) and listener.means is Means.DM
        for own in (in_person(thing.key, listener, now=now, until=thing.useful_until),)
        if own is not None
    ]
    return _Settled(due=[counted, *told])


async def _freeze(tx: Transaction, found: _Found, thing: Owed, now: datetime) -> _Settled:
    """A computed audience as it is at the due moment: in person to who chose that, the others are named in one post.
    Nobody is told twice, and nobody who muted it."""
    session, rule = await _session_of(tx.connection, thing), rule_of(found.marathon, thing.key.kind)
    if session is None or rule is None:
        return _Settled(stale=[(thing, "nobody")])
    choices = await reminder_choices.of_marathon(tx.connection, found.marathon.id)
    people = [
        one
        for one in await audiences.people(tx.connection, thing.key.audience, session)
        if choices.get(one.person_id, Choice()).wants(rule.key)
    ]
    means = (Means.EMAIL,) if rule.means is Means.EMAIL else (Means.DM,)
    listeners = {one.person_id: one for one in found.listeners if one.means in means}
    more = letter_facts(rule, session, thing.useful_until) if rule.means is Means.EMAIL else {}
    told = [
        replace(own, payload=own.payload | more)
        for one in people
        if one.person_id in listeners
        for own in (in_person(thing.key, listeners[one.person_id], now=now, until=thing.useful_until),)
        if own is not None
    ]
    speakers = rule.audience is AudienceKind.SPEAKERS
    named = [
        one.discord_id
        for one in people
        if (rule.means is Means.CHANNEL or speakers) and one.discord_id is not None
        if one.person_id not in listeners and not choices.get(one.person_id, Choice()).is_silent(now)
    ]
    if named or speakers:
        return _Settled(due=[replace(thing, payload={**thing.payload, "people": named}), *told])
    return _Settled(due=told, stale=[(thing, "in-person" if told else "nobody")])


async def _session_of(connection: AsyncConnection, thing: Owed) -> Session | None:
    return await stored.by_id(connection, int(thing.key.subject.partition(":")[2]))
