"""What is owed becomes deliveries: at a due moment, under unique keys, folded, and honest about what came too late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.programme import Marathon
from sessions.domain.reminders import AudienceKind
from sessions.domain.schedule import Folded, fold, is_useful, next_moment, owed, schedule
from sessions.storage import deliveries, marathons
from sessions.storage import sessions as stored
from sessions.storage.store import Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """``queued``: deliveries that came into being now. ``next``: the nearest moment at which something falls due or
    is to be tried again; None: nothing to wait for."""

    queued: int
    next: datetime | None


async def owe(store: Store, *, now: datetime) -> Agenda:
    """Inserts what fell due and tells when to ask again. Asking twice at the same moment inserts nothing twice."""
    found = await store.read(lambda connection: _ask(connection, now))
    queued = 0
    if any(due for _, due, _ in found):
        queued = await store.write(lambda tx: _queue(tx, found, now))
    again = await store.read(deliveries.next_try_moment)
    coming = [moment for _, _, moment in found if moment is not None]
    if again is not None:
        coming.append(max(again, now))
    return Agenda(queued=queued, next=min(coming, default=None))


_Found = tuple[Marathon, tuple[Owed, ...], datetime | None]


async def _ask(connection: AsyncConnection, now: datetime) -> list[_Found]:
    found: list[_Found] = []
    for marathon in await marathons.every(connection):
        things = schedule(marathon, await stored.of_marathon(connection, marathon.id))
        said = await deliveries.said(connection, [str(thing.key) for thing in things])
        found.append((marathon, owed(things, said, now), next_moment(things, said, now)))
    return found


async def _queue(tx: Transaction, found: Sequence[_Found], now: datetime) -> int:
    queued = 0
    for marathon, due, _ in found:
        useful = [thing for thing in due if is_useful(thing, now)]
        late = [thing for thing in due if not is_useful(thing, now)]
        said, folded = fold(useful)
        stale = [(thing, "too-late") for thing in late] + [(fold_.owed, _folded_into(fold_)) for fold_ in folded]
        notes = [_desk_note(marathon, thing, now) for thing in late if thing.key.kind != DeliveryKind.EVENT]
        queued += await deliveries.queue(tx, marathon.id, [*said, *notes], stale=stale, now=now)
    return queued


def _folded_into(folded: Folded) -> str:
    return f"folded-into:{folded.into.key.kind}"


def _desk_note(marathon: Marathon, thing: Owed, now: datetime) -> Owed:
    """Tells the organisers of something that could no longer be said in time."""
    key = DeliveryKey(
        marathon.key, thing.key.subject, DeliveryKind.DESK_NOTE, f"late:{thing.key.nonce}", AudienceKind.ORGANISERS
    )
    payload: dict[str, object] = {"note": "too-late", "kind": thing.key.kind, "due": thing.due.isoformat()}
    return Owed(key=key, due=now, payload=payload)
