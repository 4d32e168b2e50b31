"""The ledger's verbs: claim what is due, have it sent, record what became of it."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import SYSTEM
from sessions.domain.deliveries import Delivery, DeliveryKey, DeliveryKind, DeliveryState, NotSent, Outcome, Owed, Sent
from sessions.domain.programme import Marathon, Session
from sessions.domain.reminders import AudienceKind
from sessions.storage import deliveries, marathons
from sessions.storage import sessions as stored
from sessions.storage.store import Entry, Store, Transaction

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""Wire time that a claim lasts; shorter than Discord remembers a nonce, so that a repeat stays harmless."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a sender needs to say a delivery: its marathon, its session if it is about one, where things live."""

    marathon: Marathon
    sessions: tuple[Session, ...]
    bindings: Mapping[str, int]

    def session_of(self, delivery: Delivery) -> Session | None:
        kind, _, number = delivery.key.subject.partition(":")
        if kind != "session":
            return None
        return next((session for session in self.sessions if session.id == int(number)), None)


class Sender(Protocol):
    async def send(self, delivery: Delivery, context: Context, /) -> Outcome:
        """Says it once; never raises for what the other side answers."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """The two times, as callables: course time and wire time (real, aware UTC)."""

    course: Callable[[], datetime]
    wire: Callable[[], datetime]


async def take_over(store: Store, owner: str) -> int:
    """At the start of the only process on a database: claims of the process before are nobody's."""
    return await store.write(lambda tx: deliveries.release_others(tx, owner))


async def dispatch(
    store: Store, sender: Sender, *, moments: Moments, owner: str, batch: int = 200, concurrency: int = 40
) -> int:
    """Claims and sends until nothing is due; how many were sent. What is no longer useful is dropped with a note to
    the organisers. Each outcome is recorded as it comes, several in one transaction when they come together."""
    sent = 0
    while await store.read(
        lambda connection: deliveries.is_any_due(connection, now=moments.course(), wire=moments.wire())
    ):
        claimed = await store.write(
            lambda tx: deliveries.claim(
                tx,
                now=moments.course(),
                wire=moments.wire(),
                lease_until=moments.wire() + LEASE,
                owner=owner,
                limit=batch,
            )
        )
        useful = await _drop_stale(store, claimed, moments.course())
        contexts = await _contexts(store, {one.marathon_id for one in claimed})
        sent += await _send_all(store, sender, useful, contexts, moments, concurrency)
    return sent


async def _drop_stale(store: Store, claimed: Sequence[Delivery], now: datetime) -> list[Delivery]:
    stale = [one for one in claimed if one.useful_until is not None and now >= one.useful_until]

    async def unit(tx: Transaction) -> None:
        await deliveries.mark_stale(tx, [one.id for one in stale], "too-late", now=now)
        for one in stale:
            if one.key.kind not in (DeliveryKind.EVENT, DeliveryKind.DESK_NOTE):
                note = _note(one, {"note": "too-late", "kind": one.key.kind, "due": one.due.isoformat()}, now)
                await deliveries.queue(tx, one.marathon_id, [note], now=now)

    if stale:
        await store.write(unit)
    return [one for one in claimed if one not in stale]


def _note(about: Delivery, payload: dict[str, object], now: datetime) -> Owed:
    key = DeliveryKey(
        about.key.marathon,
        about.key.subject,
        DeliveryKind.DESK_NOTE,
        f"{payload['note']}:{about.key.nonce}",
        AudienceKind.ORGANISERS,
    )
    return Owed(key=key, due=now, payload=payload)


async def _contexts(store: Store, marathon_ids: set[int]) -> dict[int, Context]:
    async def unit(connection: AsyncConnection) -> dict[int, Context]:
        return {
            marathon_id: Context(
                marathon=await marathons.by_id(connection, marathon_id),
                sessions=await stored.of_marathon(connection, marathon_id),
                bindings=await marathons.bindings(connection, marathon_id),
            )
            for marathon_id in marathon_ids
        }

    return await store.read(unit)


async def _send_all(
    store: Store,
    sender: Sender,
    claimed: Sequence[Delivery],
    contexts: Mapping[int, Context],
    moments: Moments,
    concurrency: int,
) -> int:
    outcomes: asyncio.Queue[tuple[Delivery, Outcome]] = asyncio.Queue()
    slots = asyncio.Semaphore(concurrency)

    async def one(delivery: Delivery) -> None:
        async with slots:
            try:
                outcome = await sender.send(delivery, contexts[delivery.marathon_id])
            except Exception:
                # One delivery that breaks its sender must not take the others along.
                logger.exception("delivery %s broke its sender", delivery.key.marker)
                outcome = NotSent(delivery_id=delivery.id, reason="broken", permanent=False)
            outcomes.put_nowait((delivery, outcome))

    sent = 0
    async with asyncio.TaskGroup() as group:
        for delivery in claimed:
            group.create_task(one(delivery))
        left = len(claimed)
        while left:
            finished = [await outcomes.get()]
            while not outcomes.empty():
                finished.append(outcomes.get_nowait())
            left -= len(finished)
            sent += await _record(store, finished, moments.course())
    return sent


async def _record(store: Store, finished: Sequence[tuple[Delivery, Outcome]], now: datetime) -> int:
    sent = [outcome for _, outcome in finished if isinstance(outcome, Sent)]

    async def unit(tx: Transaction) -> None:
        await deliveries.record_sent(tx, sent, now=now)
        for delivery, outcome in finished:
            if isinstance(outcome, NotSent):
                await _record_not_sent(tx, delivery, outcome, now)

    await store.write(unit)
    return len(sent)


async def _record_not_sent(tx: Transaction, delivery: Delivery, outcome: NotSent, now: datetime) -> None:
    """A failure for good reaches the organisers once, with the cure; never a note about a note."""
    state = await deliveries.record_not_sent(tx, delivery, outcome, now=now)
    if state is DeliveryState.FAILED and delivery.key.kind != DeliveryKind.DESK_NOTE:
        payload: dict[str, object] = {"note": "failed", "kind": delivery.key.kind, "reason": outcome.reason}
        await deliveries.queue(tx, delivery.marathon_id, [_note(delivery, payload, now)], now=now)


async def bind_event(store: Store, context: Context, session_id: int, event_id: int, *, now: datetime) -> None:
    """Remembers the Discord scheduled event of a session."""
    entry = Entry(
        actor=SYSTEM,
        at=now,
        marathon=context.marathon.key,
        verb="event.bound",
        subject=f"session:{session_id}",
        new={"event": str(event_id)},
    )
    await store.write(lambda tx: marathons.bind(tx, context.marathon.id, {f"event:{session_id}": event_id}, entry))


async def message_of(store: Store, key: DeliveryKey) -> tuple[int, int] | None:
    """Channel and message id of a delivery that was said."""
    return await store.read(lambda connection: deliveries.message_of(connection, str(key)))
