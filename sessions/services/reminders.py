"""What is owed becomes deliveries: at a due moment, under unique keys, folded, and honest about what came too late."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.clock_notices import clock_notices, reach_notices, with_reach
from sessions.domain.deliveries import DeliveryKind, Owed
from sessions.domain.desk_notes import TOO_LATE, Missed, too_late_note
from sessions.domain.programme import Marathon
from sessions.domain.reminders import AudienceKind
from sessions.domain.schedule import Folded, fold, is_useful, next_moment, owed, schedule
from sessions.storage import audiences, calendars, deliveries, marathons, places
from sessions.storage import sessions as stored
from sessions.storage.store import Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """``queued``: deliveries that came into being now. ``next``: the nearest moment at which something falls due;
    None: nothing to wait for. What is tried again is the ledger's to say (``deliveries.next_try``)."""

    queued: int
    next: datetime | None


async def owe(store: Store, *, now: datetime) -> Agenda:
    """Inserts what fell due and tells when to ask again. Asking twice at the same moment inserts nothing twice."""
    found = await store.read(lambda connection: _ask(connection, now))
    queued = 0
    if any(due for _, due, _ in found):
        queued = await store.write(lambda tx: _queue(tx, found, now))
    return Agenda(queued=queued, next=min((moment for _, _, moment in found if moment is not None), default=None))


_Found = tuple[Marathon, tuple[Owed, ...], datetime | None]


async def preview(store: Store, marathon_id: int, *, now: datetime, until: datetime) -> tuple[Owed, ...]:
    """What will be said after ``now`` and up to ``until`` as things stand, by due moment."""

    async def unit(connection: AsyncConnection) -> tuple[Owed, ...]:
        marathon = await marathons.by_id(connection, marathon_id)
        things = [one for one in await _things(connection, marathon) if now < one.due <= until]
        said = await deliveries.said(connection, [str(thing.key) for thing in things])
        return tuple(sorted((one for one in things if str(one.key) not in said), key=lambda one: one.due))

    return await store.read(unit)


async def _things(connection: AsyncConnection, marathon: Marathon) -> tuple[Owed, ...]:
    """Everything that is derived, past and to come."""
    sessions = await stored.of_marathon(connection, marathon.id)
    notices = clock_notices(marathon, sessions, await places.living(connection, marathon.id))
    return (*schedule(marathon, sessions), *notices, *reach_notices(marathon, sessions))


async def _ask(connection: AsyncConnection, now: datetime) -> list[_Found]:
    found: list[_Found] = []
    for marathon in await marathons.every(connection):
        things = await _things(connection, marathon)
        said = await deliveries.said(connection, [str(thing.key) for thing in things])
        found.append((marathon, owed(things, said, now), next_moment(things, said, now)))
    return found


async def _queue(tx: Transaction, found: Sequence[_Found], now: datetime) -> int:
    queued = 0
    for marathon, due, _ in found:
        useful = [thing for thing in due if is_useful(thing, now)]
        late = [thing for thing in due if not is_useful(thing, now)]
        said, folded = fold(useful)
        stale = [(thing, TOO_LATE) for thing in late] + [(fold_.owed, _folded_into(fold_)) for fold_ in folded]
        counted = [(thing, await _count_reach(tx, marathon, thing)) for thing in said]
        said = tuple(one for _, one in counted if one is not None)
        stale += [(thing, "calendars-current") for thing, one in counted if one is None]
        frozen = [(thing, await _freeze(tx, thing)) for thing in said]
        said = tuple(one for _, one in frozen if one is not None)
        stale += [(thing, "nobody") for thing, one in frozen if one is None]
        note = too_late_note(marathon, [Missed.of(thing.key, thing.due) for thing in late], now)
        notes = [] if note is None else [note]
        queued += await deliveries.queue(tx, marathon.id, [*said, *notes], stale=stale, now=now)
    return queued


def _folded_into(folded: Folded) -> str:
    return f"folded-into:{folded.into.key.kind}"


async def _count_reach(tx: Transaction, marathon: Marathon, thing: Owed) -> Owed | None:
    """A notice about calendars with its figures, frozen at its due moment; everything else as it is."""
    if thing.key.kind != DeliveryKind.REACH:
        return thing
    session = await stored.by_id(tx.connection, int(thing.key.subject.partition(":")[2]))
    if session is None:
        return None
    found = await calendars.count_fetched(tx.connection, marathon.id, cohort=session.cohort, since=session.timed)
    return with_reach(thing, *found)


async def _freeze(tx: Transaction, thing: Owed) -> Owed | None:
    """A computed audience as it is at the due moment; None when it is nobody. Everything else as it is."""
    if thing.key.audience not in (AudienceKind.NOT_CHECKED_IN, AudienceKind.MISSED_LAST):
        return thing
    session = await stored.by_id(tx.connection, int(thing.key.subject.partition(":")[2]))
    people = [] if session is None else await audiences.discord_ids(tx.connection, thing.key.audience, session)
    return replace(thing, payload={**thing.payload, "people": people}) if people else None
