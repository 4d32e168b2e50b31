"""Heads of the journal that were written down outside of it: in a backup, in a message to the organisers, by hand.

Whoever cuts off the journal's end and sets its head back leaves a record that agrees with itself. What was written
down elsewhere tells: the entry with that hash is no longer there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.storage.journal import GENESIS
from sessions.storage.schema import deliveries, journal
from sessions.storage.verification import Disagreement, Fault, Progress, Verified, verify

RESTORED = "database.restored"
"""The verb of the entry that tells of a return to a backup: entries after that backup's last are rightly gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """``place``: where the head was written down, as the beginning of a sentence. ``entry``: its number, if known."""

    place: str
    hash: str
    entry: int | None = None


async def verify_beside(
    connection: AsyncConnection,
    witnesses: Sequence[Witness],
    progress: Progress = lambda _done, _total: None,
    *,
    may_be_restored: bool = False,
) -> Verified | Disagreement:
    """The record against itself, then against each witness; the first disagreement is named. ``may_be_restored``:
    a return to a backup that the journal itself tells of is none."""
    found = await verify(connection, progress)
    if isinstance(found, Verified):
        for witness in witnesses:
            denied = await hear(connection, witness)
            if denied is not None and not (may_be_restored and denied.fault is Fault.HEAD_RESTORED_AWAY):
                return denied
    return found


async def hear(connection: AsyncConnection, witness: Witness) -> Disagreement | None:
    """None: the journal still has the entry that the witness knows."""
    if witness.hash == GENESIS:
        return None
    there = select(journal.c.seq).where(journal.c.hash == witness.hash)
    if witness.entry is not None:
        there = there.where(journal.c.seq == witness.entry)
    if (await connection.execute(there.limit(1))).first() is not None:
        return None
    restored = await _restored(connection, witness)
    fault = Fault.HEAD_UNKNOWN if restored is None else Fault.HEAD_RESTORED_AWAY
    return Disagreement(fault=fault, entry=restored or witness.entry, witness=witness.place)


async def last_told(connection: AsyncConnection, note: str) -> Witness | None:
    """The head in the newest note of this kind that the ledger of deliveries has: what organisers were told."""
    newest = select(func.max(deliveries.c.id)).where(deliveries.c.occurrence.startswith(f"{note}:", autoescape=True))
    payload = await connection.scalar(select(deliveries.c.payload).where(deliveries.c.id == newest.scalar_subquery()))
    if payload is None:
        return None
    return Witness(place="What the organisers were told", hash=str(payload["head"]), entry=int(payload["entries"]))


async def _restored(connection: AsyncConnection, witness: Witness) -> int | None:
    """The entry that tells of a return to before what the witness knows."""
    told = select(journal.c.seq, journal.c.new).where(journal.c.marathon.is_(None), journal.c.subject == "database")
    for seq, new in (await connection.execute(told.where(journal.c.verb == RESTORED).order_by(journal.c.seq))).all():
        if witness.entry is None or (seq <= witness.entry and int(new["entries"]) < witness.entry):
            return int(seq)
    return None
