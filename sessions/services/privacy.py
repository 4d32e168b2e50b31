"""What is held on a person: shown in full, forgotten when they ask, erased when its time is over."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.credentials.files import CertificateFiles
from sessions.domain.actors import SYSTEM, Actor
from sessions.storage import certificates, holdings, marathons, personal, retention
from sessions.storage import sessions as stored
from sessions.storage.journal import ERASED
from sessions.storage.store import Entry, Store, Transaction


async def everything(store: Store, *, person_id: int) -> Mapping[str, object]:
    """All that is held on a person, as JSON can carry it: moments in UTC, ISO 8601."""
    return await store.read(lambda connection: holdings.of_person(connection, person_id))


async def forget(store: Store, *, person_id: int, actor: Actor, now: datetime) -> int:
    """Erases what names the person: name, addresses, organisation, Discord account, zone, what reports called them, and
    what they were told; their secret addresses end. What is left (country, decisions, evidence of presence, serials
    of certificates) stands under a number that leads to nobody; the record of the marathon stays whole. How many
    personal values were erased. ``drop_files`` then erases the certificates' files."""

    async def unit(tx: Transaction) -> int:
        entry = Entry(actor=actor, at=now, marathon=None, verb=ERASED, subject=f"person:{person_id}", why="asked for")
        erased = await personal.erase(tx, person_id, entry)
        await retention.empty_reports_of(tx, person_id)
        await holdings.loosen(tx, person_id, now=now, entry=entry)
        return len(erased)

    return await store.write(unit)


async def drop_files(store: Store, files: CertificateFiles) -> int:
    """Erases PDF and credential of every certificate whose name was erased; the serial keeps its status and the
    digests, so that the holder's own copy can still be verified. How many certificates had files."""
    serials = await store.read(certificates.nameless)
    return await asyncio.to_thread(lambda: sum(files.drop(serial) for serial in serials)) if serials else 0


async def purge(store: Store, *, now: datetime) -> int:
    """Erases what may be kept no longer ([privacy] in the programme: days after the last session); how many values and
    rows. What is held on somebody whose other marathon still keeps it stays until that one's time is over, too."""
    due = await store.read(lambda connection: _due(connection, now))

    async def unit(tx: Transaction) -> int:
        erased = 0
        for field, marathons_ in due.items():
            facts: dict[str, object] = {"field": field, "marathons": sorted(marathons_.values())}
            entry = Entry(actor=SYSTEM, at=now, marathon=None, verb=ERASED, subject="retention", new=facts)
            count = await retention.purge(tx, field, list(marathons_), entry)
            if count:
                tx.record(entry)
            erased += count
        return erased

    return await store.write(unit) if due else 0


async def keeps_until(store: Store) -> bool:
    """Whether any programme limits how long something is kept."""
    every = await store.read(marathons.every)
    return any(marathon.programme.retention_days for marathon in every)


async def _due(connection: AsyncConnection, now: datetime) -> dict[str, dict[int, str]]:
    """Field to the marathons (id to key) in which it is kept no longer."""
    found: dict[str, dict[int, str]] = {}
    for marathon in await marathons.every(connection):
        if not marathon.programme.retention_days:
            continue
        ends = [session.end for session in await stored.of_marathon(connection, marathon.id)]
        over = max(ends, default=now)
        for field, days in marathon.programme.retention_days.items():
            if over + timedelta(days=days) <= now:
                found.setdefault(field, {})[marathon.id] = marathon.key
    return found
