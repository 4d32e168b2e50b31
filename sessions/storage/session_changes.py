"""A session's change as it is kept: session, journal entry and what is to be said, in one transaction."""

from dataclasses import replace
from datetime import datetime

from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.programme import Marathon, Session, SessionStatus
from sessions.domain.reminders import Means
from sessions.domain.schedule import audience_of, subject_of
from sessions.storage import deliveries
from sessions.storage import sessions as stored
from sessions.storage.store import Entry, Transaction


async def keep_change(
    tx: Transaction,
    marathon: Marathon,
    before: Session,
    after: Session,
    kind: DeliveryKind,
    entry: Entry,
    *,
    now: datetime,
    payload: dict[str, object],
) -> Session:
    """Saves ``after`` in the place of ``before``, with both in ``entry``; ends what was said of a time that no longer
    holds, and queues the news. A session that is over is edited silently."""
    old, new = stored.journalled(before), stored.journalled(after)
    touched = [name for name in new if name == "number" or new[name] != old[name]]
    said = replace(entry, old={name: old[name] for name in touched}, new={name: new[name] for name in touched})
    kept = await stored.save(tx, after, said)
    if before.time_revision != kept.time_revision or kept.status is SessionStatus.CANCELLED:
        await _end_what_was_said(tx, marathon, before, kind.value, now)
    if before.start != kept.start:
        payload = payload | {"start_before": before.start.isoformat()}
    if kind is not DeliveryKind.EDITED or kept.end > now:
        await queue_news(tx, marathon, kept, kind, payload, now=now)
    return kept


async def queue_news(
    tx: Transaction,
    marathon: Marathon,
    session: Session,
    kind: DeliveryKind,
    payload: dict[str, object],
    *,
    now: datetime,
) -> None:
    """Queues the news of a change for the session's people, unless the marathon does not speak yet."""
    if marathon.announced is None:
        return
    key = DeliveryKey(marathon.key, subject_of(session.id), kind, f"r{session.revision}", audience_of(session))
    until = session.end if session.status is SessionStatus.PLANNED and session.end > now else None
    await deliveries.queue(tx, marathon.id, [Owed(key=key, due=now, useful_until=until, payload=payload)], now=now)


async def _end_what_was_said(tx: Transaction, marathon: Marathon, before: Session, reason: str, now: datetime) -> None:
    """Reminders of the old time that are queued will not be said; a check-in post of the old time is closed."""
    subject, occurrence, audience = subject_of(before.id), f"t{before.time_revision}", audience_of(before)
    await deliveries.retire(tx, marathon.id, subject, occurrence, reason, now=now)
    opened = DeliveryKey(marathon.key, subject, DeliveryKind.CHECK_IN_OPEN, occurrence, audience)
    if await deliveries.message_of(tx.connection, str(opened)) is not None:
        closed = DeliveryKey(marathon.key, subject, DeliveryKind.CHECK_IN_CLOSED, occurrence, audience)
        update = Owed(key=closed, due=now, means=Means.UPDATE, payload={"because": reason})
        await deliveries.queue(tx, marathon.id, [update], now=now)
