"""The ledger's verbs: claim what is due, have it sent, record what became of it."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import SYSTEM, Actor, Role
from sessions.domain.deliveries import (
    LEASE,
    Delivery,
    DeliveryKey,
    DeliveryKind,
    DeliveryState,
    NotSent,
    Outcome,
    Sent,
    by_letter_instead,
)
from sessions.domain.desk_notes import TOO_LATE, Missed, failed_note, paused_note, too_late_note
from sessions.domain.programme import Marathon, Session
from sessions.domain.refusals import NotFailed, Refusal
from sessions.storage import deliveries, marathons, persons
from sessions.storage import sessions as stored
from sessions.storage.closed_messages import turn_to_channel
from sessions.storage.store import Entry, Store, Transaction

logger = logging.getLogger(__name__)

BATCH = 500
"""Deliveries claimed at once. A crash leaves at most this many for which it is not known whether they were said."""
CONCURRENCY = 40
"""Deliveries on their way at the same time."""
SHARED_BATCH = 100
"""The same where other processes help: each shall have its part of them, and a claim has an end (``LEASE``)."""
TOGETHER, TOGETHER_SECONDS = 100, 0.25
"""For so many outcomes a transaction is worth its price, and so long (real seconds) the first of them waits for the
others; what is there already goes along."""


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
    """At the start of the only process on a database: claims of the process before are nobody's. Where there may be
    others, the database knows whose owners are dead."""
    if store.shared:
        return 0
    return await store.write(lambda tx: deliveries.release_others(tx, owner))


async def dispatch(
    store: Store,
    sender: Sender,
    *,
    moments: Moments,
    owner: str,
    batch: int | None = None,
    concurrency: int = CONCURRENCY,
) -> int:
    """Claims and sends until nothing is due; how many were sent. What is no longer useful is dropped with a note to
    the organisers. Each outcome is recorded as it comes, several in one transaction when they come together; those
    that come last are recorded with the next claim.

    Only one dispatch may run for an owner: what it holds when it begins was left behind by one that failed.
    """
    sent = 0
    finished: Sequence[_Finished] = ()
    batch = batch or (SHARED_BATCH if store.bots > 1 else BATCH)
    due = await store.read(
        lambda connection: deliveries.is_any_due(connection, now=moments.course(), wire=moments.wire(), owner=owner)
    )
    while (due and store.present) or finished:
        turn = await _turn(store, finished, moments, owner, batch)
        due = bool(turn.useful) or turn.dropped
        sent += sum(1 for _, outcome in finished if isinstance(outcome, Sent))
        recorded, finished = await _send_all(store, sender, turn, moments, concurrency)
        sent += recorded
    return sent


async def next_try(store: Store) -> datetime | None:
    """The nearest moment at which something in the ledger is to be tried (again)."""
    return await store.read(deliveries.next_try_moment)


_Finished = tuple[Delivery, Outcome | None]
"""What became of a delivery; None: it was not tried, because its claim had grown too old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """What was claimed and is still useful, with what is needed to say it; whether something was dropped."""

    useful: Sequence[Delivery]
    contexts: Mapping[int, Context]
    dropped: bool


async def _turn(store: Store, finished: Sequence[_Finished], moments: Moments, owner: str, batch: int) -> _Turn:
    """Records what came of the last batch and claims the next, in one transaction."""

    async def unit(tx: Transaction) -> _Turn:
        now = moments.course()
        await _record(tx, finished, now)
        claimed = await deliveries.claim(tx, now=now, wire=moments.wire(), owner=owner, limit=batch)
        stale = [one for one in claimed if one.useful_until is not None and now >= one.useful_until]
        contexts = {
            marathon_id: await _context(tx.connection, marathon_id)
            for marathon_id in dict.fromkeys(one.marathon_id for one in claimed)
        }
        if stale:
            await _drop(tx, stale, contexts, now)
        dropped = {one.id for one in stale}
        useful = [one for one in claimed if one.id not in dropped]
        return _Turn(useful=useful, contexts=contexts, dropped=bool(stale))

    return await store.write(unit, beside=True)


async def _drop(tx: Transaction, stale: Sequence[Delivery], contexts: Mapping[int, Context], now: datetime) -> None:
    """Too late to be of use; the organisers hear of it in one note a marathon."""
    await deliveries.mark_stale(tx, [one.id for one in stale], TOO_LATE, now=now)
    for marathon_id, context in contexts.items():
        things = [Missed.of(one.key, one.due) for one in stale if one.marathon_id == marathon_id]
        note = too_late_note(context.marathon, things, now)
        if note is not None:
            await deliveries.queue(tx, marathon_id, [note], now=now)


async def _context(connection: AsyncConnection, marathon_id: int) -> Context:
    return Context(
        marathon=await marathons.by_id(connection, marathon_id),
        sessions=await stored.of_marathon(connection, marathon_id),
        bindings=await marathons.bindings(connection, marathon_id),
    )


async def _send_all(
    store: Store, sender: Sender, turn: _Turn, moments: Moments, concurrency: int
) -> tuple[int, Sequence[_Finished]]:
    """So many at a time. Returns how many were sent and recorded, and what is finished and yet to be recorded."""
    outcomes: asyncio.Queue[_Finished] = asyncio.Queue()
    waiting = iter(turn.useful)

    async def work() -> None:
        for delivery in waiting:
            context = turn.contexts[delivery.marathon_id]
            outcomes.put_nowait((delivery, await _send(store, sender, delivery, context, moments.wire)))

    sent = 0
    left = len(turn.useful)
    async with asyncio.TaskGroup() as group:
        for _ in range(min(concurrency, left)):
            group.create_task(work())
        while left:
            finished = await _gather(outcomes, left)
            left -= len(finished)
            if not left:
                return sent, finished
            await _write(store, finished, moments)
            sent += sum(1 for _, outcome in finished if isinstance(outcome, Sent))
    return sent, ()


async def _gather(outcomes: asyncio.Queue[_Finished], left: int) -> list[_Finished]:
    """One transaction for each outcome would cost more than sending: at least one, then what comes soon after."""
    finished = [await outcomes.get()]
    soon = asyncio.get_running_loop().time() + TOGETHER_SECONDS
    with suppress(TimeoutError):
        while len(finished) < left:
            if outcomes.empty():
                if len(finished) >= TOGETHER:
                    break
                async with asyncio.timeout_at(soon):
                    finished.append(await outcomes.get())
            else:
                finished.append(outcomes.get_nowait())
    return finished


async def _send(
    store: Store, sender: Sender, delivery: Delivery, context: Context, wire: Callable[[], datetime]
) -> Outcome | None:
    """Where other processes help, only while the claim is surely this one's: begun in the first half of its lease and
    over before its end."""
    ends = None
    if store.shared and delivery.held is not None:
        held = wire() - delivery.held
        if held > LEASE / 2 or not store.present:
            return None
        ends = (LEASE * 0.9 - held).total_seconds()
    try:
        async with asyncio.timeout(ends):
            return await sender.send(delivery, context)
    except TimeoutError:
        return NotSent(delivery_id=delivery.id, reason="no-connection", permanent=False)
    except Exception:
        # One delivery that breaks its sender must not take the others along.
        logger.exception("delivery %s broke its sender", delivery.key.marker)
        return NotSent(delivery_id=delivery.id, reason="broken", permanent=False)


async def _write(store: Store, finished: Sequence[_Finished], moments: Moments) -> None:
    await store.write(lambda tx: _record(tx, finished, moments.course()), beside=True)


async def _record(tx: Transaction, finished: Sequence[_Finished], now: datetime) -> None:
    await deliveries.record_sent(tx, [outcome for _, outcome in finished if isinstance(outcome, Sent)], now=now)
    await deliveries.give_back(tx, [delivery for delivery, outcome in finished if outcome is None])
    for delivery, outcome in finished:
        if isinstance(outcome, NotSent):
            await _record_not_sent(tx, delivery, outcome, now)


async def _record_not_sent(tx: Transaction, delivery: Delivery, outcome: NotSent, now: datetime) -> None:
    """A direct message that is refused becomes a letter; who chose to be reminded so is told in the channel from now
    on. Any other failure for good reaches the organisers once, with the cure; never a note about a note."""
    state = await deliveries.record_not_sent(tx, delivery, outcome, now=now)
    if outcome.reason.startswith("no-dms"):
        await deliveries.queue(tx, delivery.marathon_id, [paused_note(delivery, outcome, now)], now=now)
    if state is not DeliveryState.FAILED or delivery.key.kind == DeliveryKind.DESK_NOTE:
        return
    if outcome.reason.startswith("closed-dms") and await turn_to_channel(tx, delivery, now=now):
        return
    letter = by_letter_instead(delivery, outcome, now)
    more = failed_note(delivery, outcome, now) if letter is None else letter
    await deliveries.queue(tx, delivery.marathon_id, [more], now=now)


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


async def standing(store: Store) -> tuple[Mapping[str, int], datetime | None]:
    """How many deliveries are in each state, and since when the oldest one that is due has been."""
    return await store.read(deliveries.standing)


async def message_of(store: Store, key: DeliveryKey) -> tuple[int, int] | None:
    """Channel and message id of a delivery that was said."""
    return await store.read(lambda connection: deliveries.message_of(connection, str(key)))


async def ledger(store: Store, marathon_id: int, *, limit: int = 50) -> tuple[Delivery, ...]:
    """What was said, what failed and why: the newest first."""
    return await store.read(lambda connection: deliveries.ledger(connection, marathon_id, limit=limit))


async def retry(store: Store, marathon_id: int, delivery_id: int, *, actor: Actor, now: datetime) -> Delivery | Refusal:
    """A delivery that failed for good is tried once more, its cause cured. Refuses what has not failed."""

    async def unit(tx: Transaction) -> Delivery | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        found = await deliveries.due_again(tx, marathon_id, delivery_id)
        if found is None:
            return NotFailed(number=delivery_id)
        marathon = await marathons.by_id(tx.connection, marathon_id)
        subject = f"delivery:{delivery_id}"
        tx.record(Entry(actor=actor, at=now, marathon=marathon.key, verb="delivery.retried", subject=subject))
        return found

    return await store.write(unit)
