"""The verbs of programmes: take one in, announce it, show it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor
from sessions.domain.audit import Place
from sessions.domain.moments import resolve, to_micros
from sessions.domain.programme import Marathon, Programme, Session
from sessions.domain.refusals import MarathonExists, NothingToAnnounce, Refusal
from sessions.storage import marathons, places
from sessions.storage import sessions as stored
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A marathon with its sessions, as the database holds them."""

    marathon: Marathon
    sessions: tuple[Session, ...]
    removed: datetime | None = None
    """When a session was last taken out of the programme."""


async def take(store: Store, programme: Programme, *, actor: Actor, now: datetime) -> Planned | Refusal:
    """Takes a checked programme into the database. Refuses a key that is there already (MarathonExists) and a time
    that the installed zone data cannot resolve."""
    starts: list[datetime] = []
    for plan in programme.sessions:
        start = resolve(plan.wall, plan.zone)
        if not isinstance(start, datetime):
            return start
        starts.append(start)

    async def unit(tx: Transaction) -> Planned | Refusal:
        known = await marathons.keys(tx.connection)
        if programme.key in known:
            return MarathonExists(key=programme.key)
        entry = Entry(
            actor=actor,
            at=now,
            marathon=programme.key,
            verb="programme.taken",
            subject="marathon",
            new={"title": programme.title, "sessions": len(programme.sessions), "rule_version": 1},
        )
        marathon_id = await marathons.insert(tx, programme, now=now, entry=entry)
        planned = []
        for plan, start in zip(programme.sessions, starts, strict=True):
            planned.append(await stored.plan(tx, marathon_id, plan, start=start, now=now, entry=entry))
        return Planned(marathon=await marathons.by_id(tx.connection, marathon_id), sessions=tuple(planned))

    return await store.write(unit)


async def announce(store: Store, marathon_id: int, *, actor: Actor, now: datetime) -> Planned | Refusal:
    """From now on the marathon speaks. Refuses when it is bound to no guild (NothingToAnnounce: set it up first);
    once announced, announcing again changes nothing."""

    async def unit(tx: Transaction) -> Planned | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        sessions = await stored.of_marathon(tx.connection, marathon_id)
        if marathon.guild_id is None:
            return NothingToAnnounce(key=marathon.key)
        if marathon.announced is None:
            entry = Entry(
                actor=actor,
                at=now,
                marathon=marathon.key,
                verb="marathon.announced",
                subject="marathon",
                new={"guild": str(marathon.guild_id)},
            )
            await marathons.change(tx, marathon_id, {"announced_us": to_micros(now)}, entry)
        return Planned(marathon=await marathons.by_id(tx.connection, marathon_id), sessions=sessions)

    return await store.write(unit)


async def show(store: Store, marathon_id: int) -> Planned:
    async def unit(connection: AsyncConnection) -> Planned:
        marathon = await marathons.by_id(connection, marathon_id)
        return Planned(
            marathon=marathon,
            sessions=await stored.of_marathon(connection, marathon_id),
            removed=await stored.last_removed(connection, marathon.key),
        )

    return await store.read(unit)


async def living(store: Store, marathon_id: int) -> tuple[Place, ...]:
    """Where those who hold a place live, by country and zone, counted."""
    counted: Counter[tuple[str | None, str]] = Counter()
    for _, place in await store.read(lambda connection: places.living(connection, marathon_id)):
        counted[place.country, place.zone] += place.people or 0
    return tuple(Place(zone=zone, country=country, people=count) for (country, zone), count in counted.items())


async def every(store: Store) -> tuple[Marathon, ...]:
    return await store.read(marathons.every)


async def of_guild(store: Store, guild_id: int) -> Marathon | None:
    """The guild's present marathon: the newest one bound to it."""

    async def unit(connection: AsyncConnection) -> Marathon | None:
        found = await marathons.of_guild(connection, guild_id)
        return found[0] if found else None

    return await store.read(unit)


async def find(store: Store, key: str | None) -> Marathon | None:
    """The marathon of this key; without a key the only one there is."""

    async def unit(connection: AsyncConnection) -> Marathon | None:
        if key is not None:
            return await marathons.by_key(connection, key)
        found = await marathons.every(connection)
        return found[0] if len(found) == 1 else None

    return await store.read(unit)


async def keys(store: Store) -> tuple[str, ...]:
    return await store.read(marathons.keys)


async def of_session(store: Store, session_id: int) -> tuple[Marathon, Session] | None:
    """A session with its marathon, as it is now; None when it is gone."""

    async def unit(connection: AsyncConnection) -> tuple[Marathon, Session] | None:
        session = await stored.by_id(connection, session_id)
        return None if session is None else (await marathons.by_id(connection, session.marathon_id), session)

    return await store.read(unit)
