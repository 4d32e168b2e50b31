"""The verbs of planned sessions: preview a change, make it, add a session.

A change is one transaction: the session, the journal, and what is to be said. What is derived from a session (feeds,
reminders, check-in, the scheduled event) follows by itself.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain import changes
from sessions.domain.actors import Actor, ActorKind, Role
from sessions.domain.audit import count_at_night
from sessions.domain.changes import Cancel, Change, Edit, Move, kind_of, overlap, share_people
from sessions.domain.deliveries import DeliveryKind
from sessions.domain.programme import Marathon, Session, SessionPlan, SessionStatus
from sessions.domain.refusals import (
    CancelFirst,
    ChangedMeanwhile,
    HasEvidence,
    ReasonNeeded,
    Refusal,
    UnknownChoice,
    UnknownSession,
)
from sessions.domain.schedule import subject_of
from sessions.storage import calendars, deliveries, evidence, marathons, persons, places
from sessions.storage import sessions as stored
from sessions.storage.journal_pages import read_page
from sessions.storage.session_changes import keep_change, queue_news
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Collision:
    """A session at the same time that other people have: of another cohort, or of another marathon in the guild."""

    marathon: str
    session: Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What will follow. ``before`` None: a session is added. ``announced``: whether anybody hears of it by itself.

    ``people`` have a place in the session, ``in_chat`` of them an account that the channel's post mentions, and
    ``calendars`` are personal calendars that will fetch the change. ``at_night`` (``at_night_before``): for how many
    any part of it is between 00:00 and 06:00. ``said``: reminders already said that one correction replaces.
    """

    marathon: Marathon
    before: Session | None
    after: Session
    announced: bool
    people: int
    in_chat: int
    calendars: int
    at_night: int
    at_night_before: int
    said: int
    collisions: tuple[Collision, ...]


async def find(store: Store, marathon_id: int, number: int, cohort: str | None = None) -> Session | Refusal:
    """The session of this number; of several cohorts' sessions the one of ``cohort``, which then must be said."""

    async def unit(connection: AsyncConnection) -> Session | Refusal:
        every = await stored.of_marathon(connection, marathon_id)
        found = [one for one in every if one.number == number and cohort in (None, one.cohort)]
        if not found:
            return UnknownSession(number=number, known=tuple(sorted({one.number for one in every})))
        if len(found) > 1:
            return UnknownChoice(field="cohort", value="", choices=tuple(one.cohort or "" for one in found))
        return found[0]

    return await store.read(unit)


async def preview(
    store: Store, marathon_id: int, session_id: int, change: Change, *, actor: Actor, now: datetime
) -> Preview | Refusal:
    """What the change would be and whom it reaches; changes nothing."""

    async def unit(connection: AsyncConnection) -> Preview | Refusal:
        decided = await _decide(connection, marathon_id, session_id, change, actor, now)
        if not isinstance(decided, _Decided):
            return decided
        return await _foresee(connection, decided.marathon, decided.before, decided.after, now)

    return await store.read(unit)


async def make(
    store: Store,
    marathon_id: int,
    session_id: int,
    change: Change,
    *,
    revision: int,
    why: str | None,
    actor: Actor,
    now: datetime,
) -> Session | Refusal:
    """Makes a change that was previewed at ``revision``. Refuses what the preview refuses, and a session that
    somebody else has changed since (ChangedMeanwhile, with what they did)."""

    async def unit(tx: Transaction) -> Session | Refusal:
        present = await stored.by_id(tx.connection, session_id)
        if present is not None and present.marathon_id == marathon_id and present.revision != revision:
            return await _tell_what_changed(tx.connection, marathon_id, present)
        decided = await _decide(tx.connection, marathon_id, session_id, change, actor, now)
        if not isinstance(decided, _Decided):
            return decided
        if isinstance(change, Move | Cancel) and _is_blank(why):
            return ReasonNeeded(event=kind_of(change))
        entry = Entry(
            actor=actor,
            at=now,
            marathon=decided.marathon.key,
            verb=f"session.{kind_of(change)}",
            subject=subject_of(session_id),
            why=why,
        )
        return await keep_change(
            tx,
            decided.marathon,
            decided.before,
            decided.after,
            kind_of(change),
            entry,
            now=now,
            payload=_payload(change),
        )

    return await store.write(unit)


def _is_blank(why: str | None) -> bool:
    """A reason that says nothing. None: the system itself changes something, or none was asked for."""
    return why is not None and not why.strip()


async def preview_plan(
    store: Store, marathon_id: int, plan: SessionPlan, *, second: bool | None = None, actor: Actor, now: datetime
) -> Preview | Refusal:
    """What one more session would be and whom it reaches. Number 0: the next free one."""

    async def unit(connection: AsyncConnection) -> Preview | Refusal:
        marathon, made = await _add(connection, marathon_id, plan, second, actor, now)
        return made if not isinstance(made, Session) else await _foresee(connection, marathon, None, made, now)

    return await store.read(unit)


async def plan(
    store: Store,
    marathon_id: int,
    plan: SessionPlan,
    *,
    second: bool | None = None,
    why: str | None = None,
    actor: Actor,
    now: datetime,
) -> Session | Refusal:
    """Adds a session to the programme; its people are told when the marathon is announced."""

    async def unit(tx: Transaction) -> Session | Refusal:
        marathon, made = await _add(tx.connection, marathon_id, plan, second, actor, now)
        if not isinstance(made, Session):
            return made
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="session.planned",
            subject="marathon",
            new=stored.journalled(made),
            why=why,
        )
        kept = await stored.insert(tx, replace(made, marathon_id=marathon_id), entry)
        await queue_news(tx, marathon, kept, DeliveryKind.PLANNED, {}, now=now)
        return kept

    return await store.write(unit)


async def remove(
    store: Store, marathon_id: int, session_id: int, *, why: str | None, actor: Actor, now: datetime
) -> Session | Refusal:
    """Takes a cancelled session that nobody was recorded for out of the programme and of every calendar; the session
    as it was. Refuses one that takes place (CancelFirst) and one with evidence (HasEvidence)."""

    async def unit(tx: Transaction) -> Session | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        session = await stored.by_id(tx.connection, session_id)
        if refused is not None:
            return refused
        if session is None or session.marathon_id != marathon_id:
            return UnknownSession(number=session_id)
        if session.status is not SessionStatus.CANCELLED:
            return CancelFirst(number=session.number, title=session.title)
        if _is_blank(why):
            return ReasonNeeded(event="removed")
        people = len(await evidence.of_session(tx.connection, session_id))
        if people:
            return HasEvidence(number=session.number, people=people)
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="session.removed",
            subject=subject_of(session_id),
            old=stored.journalled(session),
            why=why,
        )
        await stored.remove(tx, session_id, entry)
        return session

    return await store.write(unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decided:
    marathon: Marathon
    before: Session
    after: Session


async def _decide(
    connection: AsyncConnection, marathon_id: int, session_id: int, change: Change, actor: Actor, now: datetime
) -> _Decided | Refusal:
    refused = await persons.refuse_unless(connection, marathon_id, actor, Role.ORGANISER)
    if refused is not None:
        return refused
    marathon = await marathons.by_id(connection, marathon_id)
    every = await stored.of_marathon(connection, marathon_id)
    session = next((one for one in every if one.id == session_id), None)
    if session is None:
        return UnknownSession(number=session_id, known=tuple(sorted({one.number for one in every})))
    others = [one for one in every if one.id != session_id]
    opens_before = marathon.programme.attendance.check_in_opens_before
    after = changes.apply(change, session, others, opens_before=opens_before, now=now)
    return after if not isinstance(after, Session) else _Decided(marathon=marathon, before=session, after=after)


async def _add(
    connection: AsyncConnection,
    marathon_id: int,
    plan: SessionPlan,
    second: bool | None,
    actor: Actor,
    now: datetime,
) -> tuple[Marathon, Session | Refusal]:
    marathon = await marathons.by_id(connection, marathon_id)
    refused = await persons.refuse_unless(connection, marathon_id, actor, Role.ORGANISER)
    if refused is not None:
        return marathon, refused
    known = tuple(cohort.key for cohort in marathon.programme.cohorts)
    if plan.cohort is not None and plan.cohort not in known:
        return marathon, UnknownChoice(field="cohort", value=plan.cohort, choices=known)
    every = await stored.of_marathon(connection, marathon_id)
    number = plan.number or 1 + max((one.number for one in every), default=0)
    return marathon, changes.add(replace(plan, number=number), every, now=now, second=second)


async def _foresee(
    connection: AsyncConnection, marathon: Marathon, before: Session | None, after: Session, now: datetime
) -> Preview:
    holders = [
        place for place in await places.of_marathon(connection, marathon.id) if after.cohort in (None, place.cohort)
    ]
    zones = Counter(place.zone for place in holders)
    following, _ = await calendars.count_fetched(connection, marathon.id, cohort=after.cohort, since=now)
    said = 0
    if before is not None and before.time_revision != after.time_revision:
        said = await deliveries.count_said(
            connection, marathon.id, subject_of(before.id), f"t{before.time_revision}", DeliveryKind.REMINDER
        )
    return Preview(
        marathon=marathon,
        before=before,
        after=after,
        announced=marathon.announced is not None,
        people=len(holders),
        in_chat=sum(1 for place in holders if place.discord_id is not None),
        calendars=following,
        at_night=count_at_night(after.start, after.end, zones),
        at_night_before=count_at_night(before.start, before.end, zones) if before is not None else 0,
        said=said,
        collisions=await _collisions(connection, marathon, after),
    )


async def _collisions(connection: AsyncConnection, marathon: Marathon, after: Session) -> tuple[Collision, ...]:
    beside = [marathon]
    if marathon.guild_id is not None:
        beside = list(await marathons.of_guild(connection, marathon.guild_id))
    found: list[Collision] = []
    for one in beside:
        for session in await stored.of_marathon(connection, one.id):
            ours = one.id == marathon.id and (session.id == after.id or share_people(session, after))
            if not ours and overlap(session, after):
                found.append(Collision(marathon=one.programme.title, session=session))
    return tuple(found)


def _payload(change: Change) -> dict[str, object]:
    """Which fields an edit touched: where and how to join is news that mentions people, a title is not."""
    if not isinstance(change, Edit):
        return {}
    fields: Sequence[tuple[str, object]] = (
        ("title", change.title),
        ("topic", change.topic),
        ("speakers", change.speakers),
        ("venue", change.venue),
        ("join_url", change.join_url),
        ("duration", change.duration),
    )
    return {"fields": [name for name, value in fields if value is not None]}


async def _tell_what_changed(connection: AsyncConnection, marathon_id: int, present: Session) -> ChangedMeanwhile:
    marathon = await marathons.by_id(connection, marathon_id)
    found = await read_page(connection, last=1, marathon=marathon.key, subject=subject_of(present.id), verb="session")
    last = found[-1] if found else None
    account = None
    if last is not None and last.actor_kind == ActorKind.ORGANISER and last.actor.isdigit():
        account = await persons.discord_of(connection, int(last.actor))
    return ChangedMeanwhile(
        number=present.number,
        verb="" if last is None else last.verb.partition(".")[2],
        by="" if last is None else last.actor,
        account=account,
        at=present.changed,
        start=present.start,
        status=present.status.value,
    )
