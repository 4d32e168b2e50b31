"""What somebody chooses for their own reminders, shown and changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.moments import to_micros
from sessions.domain.personal_reminders import address, audience_of_person
from sessions.domain.programme import Marathon
from sessions.domain.refusals import NoApplication, Refusal
from sessions.domain.reminder_choices import Choice
from sessions.domain.reminder_plan import PEOPLE
from sessions.domain.reminders import Anchor, AudienceKind, Means, ReminderRule
from sessions.storage import deliveries, marathons, reminder_choices
from sessions.storage.reminder_choices import Chooser
from sessions.storage.store import Entry, Store, Transaction

_OF_PEOPLE = (*PEOPLE, AudienceKind.NOT_CHECKED_IN, AudienceKind.MISSED_LAST)
_NOT_THEIRS = (Anchor.APPLICATIONS_CLOSE, Anchor.OFFER_EXPIRES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """``rules``: the programme's reminders that can be had or left out."""

    marathon: Marathon
    chooser: Chooser
    choice: Choice
    rules: tuple[ReminderRule, ...]


async def show(store: Store, marathon_id: int, *, discord_id: int) -> Chosen | Refusal:
    """Refuses somebody who never applied."""
    return await store.read(lambda connection: _find(connection, marathon_id, discord_id))


async def _find(connection: AsyncConnection, marathon_id: int, discord_id: int) -> Chosen | Refusal:
    marathon = await marathons.by_id(connection, marathon_id)
    chooser = await reminder_choices.chooser(connection, marathon_id, discord_id)
    if chooser is None:
        return NoApplication()
    choice = await reminder_choices.of_person(connection, marathon_id, chooser.person_id)
    return Chosen(marathon=marathon, chooser=chooser, choice=choice, rules=_choosable(marathon, chooser))


def _choosable(marathon: Marathon, chooser: Chooser) -> tuple[ReminderRule, ...]:
    return tuple(
        rule
        for rule in marathon.programme.reminders
        if rule.audience in _OF_PEOPLE
        and rule.anchor not in _NOT_THEIRS
        and rule.means is not Means.EMAIL
        and rule.cohort in (None, chooser.cohort)
    )


async def choose(
    store: Store, marathon_id: int, *, discord_id: int, alter: Callable[[Choice], Choice], now: datetime
) -> Chosen | Refusal:
    """Changes the choice. What waits to be said and is not wanted any more is not said. Who chooses direct messages
    gets a first one at once: if Discord does not let it through, they are back in the channel before anything is
    missed."""

    async def unit(tx: Transaction) -> Chosen | Refusal:
        found = await _find(tx.connection, marathon_id, discord_id)
        if not isinstance(found, Chosen):
            return found
        before, after = found.choice, alter(found.choice)
        if after == before:
            return found
        person_id = found.chooser.person_id
        if after.means is Means.DM:
            after = replace(after, refused=None)
        entry = Entry(
            actor=Actor(ActorKind.PERSON, str(person_id)),
            at=now,
            marathon=found.marathon.key,
            verb="reminders.chosen",
            subject=f"person:{person_id}",
            old=reminder_choices.as_values(before),
            new=reminder_choices.as_values(after),
        )
        await reminder_choices.keep(tx, marathon_id, person_id, after, now=now, entry=entry)
        await _drop_unwanted(tx, marathon_id, person_id, before, after, now)
        if after.means is Means.DM and before.means is not Means.DM:
            await deliveries.queue(tx, marathon_id, [_hello(found, now)], now=now)
        return replace(found, choice=replace(after, changed=now))

    return await store.write(unit)


async def _drop_unwanted(
    tx: Transaction, marathon_id: int, person_id: int, before: Choice, after: Choice, now: datetime
) -> None:
    reason = "chosen-otherwise"
    if after.means is not Means.DM or after.is_silent(now):
        await deliveries.retire_personal(tx, marathon_id, person_id=person_id, reason=reason, now=now)
        return
    left = [f"{DeliveryKind.REMINDER}:{key}" for key in after.left_out if key not in before.left_out]
    if left:
        await deliveries.retire_personal(tx, marathon_id, person_id=person_id, kinds=left, reason=reason, now=now)


def _hello(found: Chosen, now: datetime) -> Owed:
    key = DeliveryKey(
        found.marathon.key,
        "marathon",
        DeliveryKind.IN_PERSON,
        f"c{to_micros(now)}",
        audience_of_person(found.chooser.person_id),
    )
    return Owed(key=key, due=now, means=Means.DM, payload=address(found.chooser))
