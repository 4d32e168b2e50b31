"""Newer zone data: sessions keep their wall time, so that some of them move for everybody elsewhere."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import SYSTEM
from sessions.domain.changes import settle
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.displacement import Displacement, find_displaced
from sessions.domain.moments import zone_data_version
from sessions.domain.programme import Marathon
from sessions.domain.reminders import AudienceKind
from sessions.domain.schedule import subject_of
from sessions.storage import deliveries, marathons
from sessions.storage import sessions as stored
from sessions.storage.journal_pages import read_page
from sessions.storage.session_changes import keep_change
from sessions.storage.store import Entry, Store, Transaction


async def follow(store: Store, *, now: datetime) -> int:
    """Moves every session whose moment newer zone data has changed, records the data's version, and tells people; a
    wall time that is no longer one moment goes to the organisers. How many sessions were moved."""
    version = zone_data_version()

    async def look(connection: AsyncConnection) -> tuple[str | None, bool]:
        seen = await read_page(connection, last=1, subject="zones", verb="zones.seen")
        known = str((seen[0].new or {}).get("version")) if seen else None
        for marathon in await marathons.every(connection):
            if find_displaced(await stored.of_marathon(connection, marathon.id), now):
                return known, True
        return known, False

    async def unit(tx: Transaction) -> int:
        if known != version:
            tx.record(_seen(known, version, now))
        moved = 0
        for marathon in await marathons.every(tx.connection):
            for found in find_displaced(await stored.of_marathon(tx.connection, marathon.id), now):
                moved += await _settle(tx, marathon, found, version, now)
        return moved

    known, displaced = await store.read(look)
    return await store.write(unit) if displaced or known != version else 0


def _seen(known: str | None, version: str, now: datetime) -> Entry:
    return Entry(
        actor=SYSTEM,
        at=now,
        marathon=None,
        verb="zones.seen",
        subject="zones",
        old=None if known is None else {"version": known},
        new={"version": version},
    )


async def _settle(tx: Transaction, marathon: Marathon, found: Displacement, version: str, now: datetime) -> int:
    subject = subject_of(found.session.id)
    after = settle(found, now=now)
    if after is None:
        key = DeliveryKey(marathon.key, subject, DeliveryKind.DESK_NOTE, f"zones:{version}", AudienceKind.ORGANISERS)
        note = Owed(
            key=key,
            due=now,
            payload={"note": "zone-data", "items": [[subject, found.session.zone, found.session.start.isoformat()]]},
        )
        await deliveries.queue(tx, marathon.id, [note], now=now)
        return 0
    entry = Entry(
        actor=SYSTEM,
        at=now,
        marathon=marathon.key,
        verb="session.moved",
        subject=subject,
        why=f"zone data {version}",
    )
    payload: dict[str, object] = {"zone_data": version}
    await keep_change(tx, marathon, found.session, after, DeliveryKind.MOVED, entry, now=now, payload=payload)
    return 1
