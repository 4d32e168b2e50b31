"""The rule is frozen when the first session starts: from then on it says for everybody what it said before."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import SYSTEM
from sessions.domain.moments import to_micros
from sessions.domain.programme import Marathon, SessionStatus
from sessions.storage import marathons
from sessions.storage import sessions as stored
from sessions.storage.store import Entry, Store, Transaction


async def freeze_due(store: Store, *, now: datetime) -> datetime | None:
    """Freezes the rule of each announced marathon whose first session has started, journalled, as of that start. The
    nearest start of a first session still to come; None: no rule waits."""
    waiting = await store.read(_waiting)
    due = [(marathon, start) for marathon, start in waiting if start <= now]

    async def unit(tx: Transaction) -> None:
        for marathon, start in due:
            entry = Entry(
                actor=SYSTEM,
                at=now,
                marathon=marathon.key,
                verb="rule.frozen",
                subject="marathon",
                new={"version": marathon.rule_version, "since": start.isoformat()},
            )
            await marathons.change(tx, marathon.id, {"rule_frozen_us": to_micros(start)}, entry)

    if due:
        await store.write(unit)
    return min((start for _, start in waiting if start > now), default=None)


async def _waiting(connection: AsyncConnection) -> list[tuple[Marathon, datetime]]:
    found: list[tuple[Marathon, datetime]] = []
    for marathon in await marathons.every(connection):
        if marathon.announced is None or marathon.rule_frozen is not None:
            continue
        sessions = await stored.of_marathon(connection, marathon.id)
        starts = [session.start for session in sessions if session.status is SessionStatus.PLANNED]
        if starts:
            found.append((marathon, min(starts)))
    return found
