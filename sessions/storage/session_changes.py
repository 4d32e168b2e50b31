"""A session's change as it is kept: session, journal entry and what is to be said, in one transaction."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.personal_reminders import in_person
from sessions.domain.programme import Marathon, Session, SessionStatus
from sessions.domain.reminders import Means
from sessions.domain.schedule import audience_of, subject_of
from sessions.storage import deliveries, reminder_choices
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
        await queue_news(tx, marathon, kept, kind, payload, now=now, was=before.start)
    return kept


async def queue_news(
    tx: Transaction,
    marathon: Marathon,
    session: Session,
    kind: DeliveryKind,
    payload: dict[str, object],
    *,
    now: datetime,
    was: datetime | None = None,
) -> None:
    """Queues the news of a change for the session's people, unless the marathon does not speak yet: in the channel,
    and in person to those who chose that. ``was``: the start that they may have been told before."""
    if marathon.announced is None:
        return
    key = DeliveryKey(marathon.key, subject_of(session.id), kind, f"r{session.revision}", audience_of(session))
    until = session.end if session.status is SessionStatus.PLANNED and session.end > now else None
    news = Owed(key=key, due=now, useful_until=until, payload=payload)
    personal = [] if is_quiet_news(payload) else await _personal_news(tx, marathon, session, news, was)
    await deliveries.queue(tx, marathon.id, [news, *personal], now=now)


def is_quiet_news(payload: Mapping[str, object]) -> bool:
    """An edit that changes neither place, link nor length is told without mentioning anybody."""
    fields = payload.get("fields")
    return isinstance(fields, list) and not {"venue", "join_url", "duration"} & set(fields)


async def _personal_news(
    tx: Transaction, marathon: Marathon, session: Session, news: Owed, was: datetime | None
) -> list[Owed]:
    """In quiet hours it waits for their end, but not beyond the start, new or old, that somebody might act on. News
    that still waits of an earlier change would only say the same."""
    now = news.due
    kinds = (DeliveryKind.PLANNED, DeliveryKind.MOVED, DeliveryKind.CANCELLED, DeliveryKind.RESTORED)
    subject = news.key.subject
    await deliveries.retire_personal(tx, marathon.id, subject=subject, kinds=kinds, reason=news.key.kind, now=now)
    act_by = min((one for one in (session.start, was) if one is not None and one > now), default=None)
    found = []
    for listener in await reminder_choices.listeners(tx.connection, marathon.id, letters=False):
        if session.cohort in (None, listener.cohort):
            own = in_person(news.key, listener, now=now, until=act_by)
            if own is not None:
                found.append(replace(own, useful_until=news.useful_until, payload=own.payload | news.payload))
    return found


async def _end_what_was_said(tx: Transaction, marathon: Marathon, before: Session, reason: str, now: datetime) -> None:
    """Reminders of the old time that are queued will not be said; a check-in post of the old time is closed."""
    subject, occurrence, audience = subject_of(before.id), f"t{before.time_revision}", audience_of(before)
    await deliveries.retire(tx, marathon.id, subject, occurrence, reason, now=now)
    opened = DeliveryKey(marathon.key, subject, DeliveryKind.CHECK_IN_OPEN, occurrence, audience)
    if await deliveries.message_of(tx.connection, str(opened)) is not None:
        closed = DeliveryKey(marathon.key, subject, DeliveryKind.CHECK_IN_CLOSED, occurrence, audience)
        update = Owed(key=closed, due=now, means=Means.UPDATE, payload={"because": reason})
        await deliveries.queue(tx, marathon.id, [update], now=now)
