"""An extra message of the organisers: shown first with how many it reaches, and said once."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, Role
from sessions.domain.deliveries import Delivery, DeliveryKey, DeliveryKind, DeliveryState, Owed
from sessions.domain.personal_reminders import in_person
from sessions.domain.programme import Marathon, Session, SessionStatus
from sessions.domain.refusals import NobodyToTell, Refusal, SaidAlready, UnknownChoice
from sessions.domain.reminder_choices import Choice
from sessions.domain.reminders import AudienceKind
from sessions.storage import audiences, deliveries, marathons, persons, places, reminder_choices
from sessions.storage import sessions as stored
from sessions.storage.audiences import Someone
from sessions.storage.store import Entry, Store, Transaction


class By(StrEnum):
    CHANNEL = "channel"
    DM = "dm"  # to those who chose direct messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """``audience`` as in a reminder of the programme; with ``cohort`` its key."""

    text: str
    audience: AudienceKind
    by: By = By.CHANNEL
    cohort: str | None = None

    @property
    def to(self) -> str:
        return f"{self.audience.value}:{self.cohort}" if self.audience is AudienceKind.COHORT else self.audience.value

    def key(self, marathon: str, now: datetime) -> DeliveryKey:
        """The same words to the same people by the same means are said once a day, whoever confirms them."""
        same = hashlib.sha256(f"{self.by}\n{self.to}\n{self.text}".encode()).hexdigest()[:16]
        return DeliveryKey(marathon, "marathon", DeliveryKind.EXTRA, f"{now:%Y%m%d}:{same}", self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """``reaches``: how many people it is for; ``delivery``: the post as it would be, to be rendered."""

    marathon: Marathon
    sessions: tuple[Session, ...]
    bindings: dict[str, int]
    delivery: Delivery
    reaches: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    reaches: int


async def preview(store: Store, marathon_id: int, extra: Extra, *, actor: Actor, now: datetime) -> Preview | Refusal:
    """What would be said and how many it reaches. Refuses an audience that is nobody (NobodyToTell), and what was said
    today already (SaidAlready)."""

    async def unit(connection: AsyncConnection) -> Preview | Refusal:
        made = await _make(connection, marathon_id, extra, actor, now)
        if not isinstance(made, _Made):
            return made
        first = made.owed[0]
        delivery = Delivery(
            id=0,
            marathon_id=marathon_id,
            key=first.key,
            means=first.means,
            state=DeliveryState.DUE,
            due=now,
            useful_until=None,
            payload=first.payload,
        )
        return Preview(
            marathon=made.marathon,
            sessions=await stored.of_marathon(connection, marathon_id),
            bindings=await marathons.bindings(connection, marathon_id),
            delivery=delivery,
            reaches=made.reaches,
        )

    return await store.read(unit)


async def send(store: Store, marathon_id: int, extra: Extra, *, actor: Actor, now: datetime) -> Queued | Refusal:
    """Says it, once: journalled and put into the ledger in one transaction. Refuses what ``preview`` refuses."""

    async def unit(tx: Transaction) -> Queued | Refusal:
        made = await _make(tx.connection, marathon_id, extra, actor, now)
        if not isinstance(made, _Made):
            return made
        facts: dict[str, object] = {"audience": extra.to, "by": extra.by.value, "reaches": made.reaches}
        digest = hashlib.sha256(extra.text.encode()).hexdigest()
        entry = Entry(
            actor=actor,
            at=now,
            marathon=made.marathon.key,
            verb="extra.sent",
            subject="marathon",
            new=facts | {"text_sha256": digest},
        )
        tx.record(entry)
        await deliveries.queue(tx, marathon_id, made.owed, now=now)
        return Queued(reaches=made.reaches)

    return await store.write(unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    marathon: Marathon
    owed: Sequence[Owed]
    reaches: int


async def _make(
    connection: AsyncConnection, marathon_id: int, extra: Extra, actor: Actor, now: datetime
) -> _Made | Refusal:
    refused = await persons.refuse_unless(connection, marathon_id, actor, Role.ORGANISER)
    if refused is not None:
        return refused
    marathon = await marathons.by_id(connection, marathon_id)
    known = tuple(cohort.key for cohort in marathon.programme.cohorts)
    if extra.audience is AudienceKind.COHORT and extra.cohort not in known:
        return UnknownChoice(field="cohort", value=extra.cohort or "", choices=known)
    people = await _people(connection, marathon, extra, now)
    key = extra.key(marathon.key, now)
    owed: list[Owed]
    if extra.by is By.DM:
        listeners = await reminder_choices.listeners(connection, marathon_id, letters=False)
        wanted = {one.person_id for one in people}
        own = (in_person(key, one, now=now, until=None) for one in listeners if one.person_id in wanted)
        owed = [replace(one, payload=one.payload | {"text": extra.text}) for one in own if one is not None]
        reaches = len(owed)
    else:
        payload: dict[str, object] = {"text": extra.text}
        if extra.audience in audiences.COMPUTED:
            choices = await reminder_choices.of_marathon(connection, marathon_id)
            payload["people"] = [
                one.discord_id
                for one in people
                if one.discord_id is not None and not choices.get(one.person_id, Choice()).is_silent(now)
            ]
        owed, reaches = [Owed(key=key, due=now, payload=payload)], len(people)
    if not reaches:
        return NobodyToTell()
    if await deliveries.said(connection, [str(one.key) for one in owed]):
        return SaidAlready()
    return _Made(marathon=marathon, owed=owed, reaches=reaches)


async def _people(connection: AsyncConnection, marathon: Marathon, extra: Extra, now: datetime) -> Sequence[Someone]:
    """Who the audience is now; of the session that is on, or else begins next, where it depends on one."""
    if extra.audience is AudienceKind.ORGANISERS:
        return await audiences.with_role(connection, marathon.id, Role.ORGANISER)
    if extra.audience is AudienceKind.SPEAKERS:
        return await audiences.with_role(connection, marathon.id, Role.SPEAKER)
    if extra.audience in audiences.COMPUTED:
        held = await stored.of_marathon(connection, marathon.id)
        coming = [one for one in held if one.status is SessionStatus.PLANNED and one.end > now]
        if not coming:
            return ()
        session = min(coming, key=lambda one: one.start)
        return await audiences.people(connection, extra.audience, session)
    return [
        Someone(place.person_id, place.discord_id)
        for place in await places.of_marathon(connection, marathon.id)
        if extra.audience is AudienceKind.EVERYONE or place.cohort == extra.cohort
    ]
