"""What is held on a person: shown in full, forgotten when they ask, erased when its time is over."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import SYSTEM, Actor
from sessions.storage import holdings, marathons, personal
from sessions.storage import sessions as stored
from sessions.storage.journal import ERASED
from sessions.storage.store import Entry, Store, Transaction


async def everything(store: Store, *, person_id: int) -> Mapping[str, object]:
    """All that is held on a person, as JSON can carry it: moments in UTC, ISO 8601."""
    return await store.read(lambda connection: holdings.of_person(connection, person_id))


async def forget(store: Store, *, person_id: int, actor: Actor, now: datetime) -> int:
    """Erases what names the person: name, addresses, organisation, Discord account, zone, and what they were told.
    What is left (country, decisions, evidence of presence) stands under a number that leads to nobody; the record
    of the marathon stays whole. How many personal values were erased."""

    async def unit(tx: Transaction) -> int:
        entry = Entry(actor=actor, at=now, marathon=None, verb=ERASED, subject=f"person:{person_id}", why="asked for")
        erased = await personal.erase(tx, person_id, entry)
        await holdings.loosen(tx, person_id, now=now, entry=entry)
        return len(erased)

    return await store.write(unit)


async def purge(store: Store, *, now: datetime) -> int:
    """Erases the personal values whose time of keeping ([privacy] in the programme: days after the last session) is
    over; how many. Values that another marathon's application uses stay until that one's time is over, too."""
    due = await store.read(lambda connection: _due(connection, now))

    async def unit(tx: Transaction) -> int:
        erased = 0
        for marathon_id, key, field in due:
            ids = await holdings.values_of(tx.connection, marathon_id, field)
            if ids:
                facts: dict[str, object] = {"field": field, "values": len(ids)}
                entry = Entry(actor=SYSTEM, at=now, marathon=key, verb=ERASED, subject="retention", new=facts)
                await personal.erase_values(tx, ids, entry)
                erased += len(ids)
        return erased

    return await store.write(unit) if due else 0


async def keeps_until(store: Store) -> bool:
    """Whether any programme limits how long something is kept."""
    every = await store.read(marathons.every)
    return any(marathon.programme.retention_days for marathon in every)


async def _due(connection: AsyncConnection, now: datetime) -> list[tuple[int, str, str]]:
    """(marathon's id and key, field) of what is kept no longer."""
    found: list[tuple[int, str, str]] = []
    for marathon in await marathons.every(connection):
        if not marathon.programme.retention_days:
            continue
        ends = [session.end for session in await stored.of_marathon(connection, marathon.id)]
        over = max(ends, default=now)
        found += [
            (marathon.id, marathon.key, field)
            for field, days in marathon.programme.retention_days.items()
            if over + timedelta(days=days) <= now
        ]
    return found
