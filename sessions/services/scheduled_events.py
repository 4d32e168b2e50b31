"""Scheduled events that somebody deleted in Discord are put right."""

from datetime import datetime

from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.reminders import Means
from sessions.domain.schedule import subject_of
from sessions.storage import deliveries, marathons
from sessions.storage import sessions as stored
from sessions.storage.store import Store, Transaction


async def put_right(store: Store, guild_id: int, event_id: int, *, now: datetime) -> Session | None:
    """Owes a new event for the session whose event was deleted; None where the session needs none (any more)."""

    async def unit(tx: Transaction) -> Session | None:
        for marathon in await marathons.of_guild(tx.connection, guild_id):
            bound = await marathons.bindings(tx.connection, marathon.id)
            purpose = next((name for name, one in bound.items() if name.startswith("event:") and one == event_id), None)
            if purpose is None:
                continue
            session = await stored.by_id(tx.connection, int(purpose.partition(":")[2]))
            if session is None or session.status is SessionStatus.CANCELLED or session.end <= now:
                return None
            occurrence = f"r{session.revision}:{event_id}"
            key = DeliveryKey(marathon.key, subject_of(session.id), DeliveryKind.EVENT, occurrence, "guild")
            again = Owed(key=key, due=now, useful_until=session.end, means=Means.EVENT)
            await deliveries.queue(tx, marathon.id, [again], now=now)
            return session
        return None

    return await store.write(unit)
