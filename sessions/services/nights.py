"""Each night the record is verified, backed up, and the journal's newest hash told to the organisers.

What fails reaches the organisers' desk with its cure. Which nights are due follows from the programmes; which was the
last that was kept stands in the journal, so that neither a restart nor an outage makes one night into several.
"""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import SYSTEM
from sessions.domain.nights import Night, Nights, night_note, nights
from sessions.storage import copies, deliveries, marathons
from sessions.storage import nights as stored
from sessions.storage import sessions as stored_sessions
from sessions.storage.copies import Copy
from sessions.storage.errors import StorageError
from sessions.storage.rotation import Rotation, back_up_tonight, kept_nights, make_room
from sessions.storage.store import Entry, Store, Transaction
from sessions.storage.verification import Disagreement, Verified
from sessions.storage.witnesses import Witness, last_told, verify_beside

logger = logging.getLogger(__name__)

WHOLE, BROKEN, NO_BACKUP = "record-whole", "record-broken", "backup-failed"
"""Notes to the desk: the record agrees with itself, it does not, tonight's backup could not be made."""


class Backup(StrEnum):
    """What became of tonight's backup."""

    MADE = "made"
    FAILED = "failed"
    OFF = "off"  # no folder is set, or none is to be kept
    SERVER = "server"  # a server's database is backed up with its own tools


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What one night found. ``verified``: the journal with its head, or where it disagrees first."""

    night: Night
    verified: Verified | Disagreement
    backup: Backup
    copy: Copy | None = None
    failure: str | None = None
    """Why there is no backup, as a sentence."""


async def look(store: Store, *, now: datetime) -> Nights:
    """The night that is due, if any, and the next one."""

    async def unit(connection: AsyncConnection) -> Nights:
        every = await marathons.every(connection)
        both = [(one, await stored_sessions.of_marathon(connection, one.id)) for one in every]
        return nights(both, since=await stored.last_kept(connection), now=now)

    return await store.read(unit)


async def keep(store: Store, night: Night, *, rotation: Rotation | None, now: datetime) -> Kept:
    """Verifies, backs up and tells. Only a night whose findings could be written down is kept; StorageError else."""
    verified = await _verify(store, rotation)
    state, copy, failure = await _back_up(store, rotation, now)
    if copy is not None and rotation is not None and isinstance(verified, Verified):
        # The backups of the nights before may be the last that are whole: a broken record takes none of them away.
        await asyncio.to_thread(make_room, str(store.address.path), rotation)
    kept = Kept(night=night, verified=verified, backup=state, copy=copy, failure=failure)
    await store.write(lambda tx: _tell(tx, kept, now))
    return kept


async def _verify(store: Store, rotation: Rotation | None) -> Verified | Disagreement:
    """The record against itself, then against what was written down of it elsewhere."""

    async def unit(connection: AsyncConnection) -> Verified | Disagreement:
        known = (await last_told(connection, WHOLE), newest)
        return await verify_beside(connection, [one for one in known if one is not None], may_be_restored=True)

    newest = await asyncio.to_thread(_newest_backup, store.address.path, rotation)
    return await store.read(unit)


def _newest_backup(database: Path | None, rotation: Rotation | None) -> Witness | None:
    """The newest nightly backup that can still be read."""
    if database is None or rotation is None:
        return None
    for path in reversed(kept_nights(str(database), rotation)):
        try:
            entry, head = copies.read_head(path)
        except StorageError as error:
            logger.warning("a nightly backup cannot be read: %s", error)
            continue
        return Witness(place=f"The backup {path.name}", hash=head, entry=entry)
    return None


async def _back_up(store: Store, rotation: Rotation | None, now: datetime) -> tuple[Backup, Copy | None, str | None]:
    if not store.address.is_sqlite:
        return Backup.SERVER, None, None
    if store.address.path is None or rotation is None:
        return Backup.OFF, None, None
    try:
        copy = await asyncio.to_thread(back_up_tonight, str(store.address.path), rotation, now=now)
    except StorageError as error:
        logger.error("tonight's backup failed: %s", error)
        return Backup.FAILED, None, str(error)
    return Backup.MADE, copy, None


async def _tell(tx: Transaction, kept: Kept, now: datetime) -> None:
    since = await stored.last_kept(tx.connection)
    if since is not None and since >= kept.night.moment:
        return  # another process on this database was first
    entry = Entry(actor=SYSTEM, at=now, marathon=None, verb=stored.KEPT, subject=stored.SUBJECT, new=_facts(kept))
    tx.record(entry)
    for marathon, day in kept.night.told:
        notes = [night_note(marathon, day, payload, due=kept.night.moment) for payload in _news(kept)]
        await deliveries.queue(tx, marathon.id, notes, now=now)


def _facts(kept: Kept) -> dict[str, object]:
    facts: dict[str, object] = {"night": kept.night.moment.isoformat(), "backup": kept.backup.value}
    if isinstance(kept.verified, Verified):
        facts |= {"entries": kept.verified.entries, "head": kept.verified.head}
    else:
        facts |= {"fault": kept.verified.sentence}
    if kept.copy is not None:
        facts |= {"file": kept.copy.path.name, "sha256": kept.copy.digest, "copied": kept.copy.entries}
    return facts if kept.failure is None else {**facts, "failure": kept.failure}


def _news(kept: Kept) -> list[dict[str, object]]:
    """One note of the record, and one more when the backup failed."""
    if isinstance(kept.verified, Verified):
        news: list[dict[str, object]] = [
            {
                "note": WHOLE,
                "entries": kept.verified.entries,
                "rows": kept.verified.rows,
                "head": kept.verified.head,
                "backup": kept.backup.value,
            }
        ]
        if kept.copy is not None:
            news[0]["file"] = kept.copy.path.name
    else:
        news = [{"note": BROKEN, "fault": kept.verified.sentence}]
    if kept.failure is not None:
        news.append({"note": NO_BACKUP, "failure": kept.failure})
    return news
