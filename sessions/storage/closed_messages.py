"""Somebody takes no direct messages: from now on they are told in the channel, and so is what could not be said."""

from dataclasses import replace
from datetime import datetime

from sessions.domain.actors import SYSTEM
from sessions.domain.deliveries import Delivery, DeliveryKind, Owed
from sessions.domain.personal_reminders import person_of
from sessions.domain.reminder_plan import PEOPLE, rule_of
from sessions.domain.reminders import Means
from sessions.storage import deliveries, marathons, reminder_choices
from sessions.storage.store import Entry, Transaction


async def turn_to_channel(tx: Transaction, delivery: Delivery, *, now: datetime) -> bool:
    """False for a message that nobody chose to have here, such as the offer of a place."""
    person_id = person_of(delivery.key.audience)
    if person_id is None:
        return False
    marathon = await marathons.by_id(tx.connection, delivery.marathon_id)
    choice = await reminder_choices.of_person(tx.connection, marathon.id, person_id)
    if choice.means is Means.DM:
        after = replace(choice, means=Means.CHANNEL, refused=now)
        entry = Entry(
            actor=SYSTEM,
            at=now,
            marathon=marathon.key,
            verb="reminders.refused",
            subject=f"person:{person_id}",
            old=reminder_choices.as_values(choice),
            new=reminder_choices.as_values(after),
            why=delivery.reason,
        )
        await reminder_choices.keep(tx, marathon.id, person_id, after, now=now, entry=entry)
    rule = rule_of(marathon, delivery.key.kind)
    posted = rule is not None and rule.means is Means.CHANNEL and rule.audience in PEOPLE
    if (rule is not None and not posted) or delivery.key.kind == DeliveryKind.EXTRA:
        key = replace(delivery.key, audience=f"named:{person_id}")
        people = [delivery.payload["discord_id"]]
        again = Owed(
            key=key, due=now, useful_until=delivery.useful_until, payload={**delivery.payload, "people": people}
        )
        await deliveries.queue(tx, marathon.id, [again], now=now)
    return True
