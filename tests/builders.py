"""What tests are made of. A builder fills in what a test does not care about; a test names what it is about."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from sessions.domain.actors import SYSTEM, Actor
from sessions.domain.moments import to_micros
from sessions.storage import schema
from sessions.storage.store import Entry, Store, Transaction, Values

AT = datetime(2025, 9, 9, 12, 0, tzinfo=UTC)
"""The start of the 2025 marathon's first day at noon, for tests that need some moment."""


@asynccontextmanager
async def a_store(url: str = "sqlite://") -> AsyncIterator[Store]:
    """An open store, in memory unless said otherwise; closed at the end."""
    store = await Store.open(url)
    try:
        yield store
    finally:
        await store.close()


def an_entry(
    verb: str = "marathon.added",
    *,
    actor: Actor = SYSTEM,
    at: datetime = AT,
    marathon: str | None = "who-cgmp-2025",
    subject: str = "marathon",
    old: Values | None = None,
    new: Values | None = None,
    why: str | None = None,
) -> Entry:
    return Entry(actor=actor, at=at, marathon=marathon, verb=verb, subject=subject, old=old, new=new, why=why)


async def add_a_marathon(store: Store, key: str = "who-cgmp-2025") -> int:
    """A marathon row with nothing in it; its id."""
    values = {"key": key, "title": "A marathon", "zone": "Europe/Zurich", "document": {}, "created_us": to_micros(AT)}

    async def add(transaction: Transaction) -> int:
        row = await transaction.insert(schema.marathons, values, an_entry("marathon.added", marathon=key))
        return int(row["id"])

    return await store.write(add)


async def add_a_session(store: Store, marathon_id: int, *, number: int = 1, start: datetime = AT) -> int:
    """A planned session row of two hours; its id."""
    values = {
        "marathon_id": marathon_id,
        "number": number,
        "title": f"Session {number}",
        "wall": start.strftime("%Y-%m-%dT%H:%M"),
        "zone": "UTC",
        "start_us": to_micros(start),
        "duration_s": 7200,
        "speakers": [],
        "venue": "Online",
        "status": "planned",
        "revision": 0,
        "time_revision": 0,
        "created_us": to_micros(AT),
        "changed_us": to_micros(AT),
        "time_set_us": to_micros(AT),
    }

    async def add(transaction: Transaction) -> int:
        row = await transaction.insert(
            schema.sessions, values, an_entry("session.planned", subject=f"session:{number}")
        )
        return int(row["id"])

    return await store.write(add)


async def add_persons(store: Store, count: int = 1) -> list[int]:
    """So many persons with Discord ids counted from 1000 upwards; their ids."""

    async def add(transaction: Transaction) -> list[int]:
        insert = schema.persons.insert().returning(schema.persons.c.id, sort_by_parameter_order=True)
        rows = [{"discord_id": 1000 + number, "created_us": to_micros(AT)} for number in range(count)]
        return list((await transaction.connection.execute(insert, rows)).scalars())

    return await store.write(add)


def a_check_in(marathon_id: int, session_id: int, person_id: int, *, at: datetime = AT) -> Values:
    """The evidence row of one click on one session's check-in button."""
    return {
        "marathon_id": marathon_id,
        "session_id": session_id,
        "person_id": person_id,
        "kind": "check_in",
        "key": f"check_in:{session_id}:{person_id}",
        "at_us": to_micros(at),
        "detail": {},
    }
