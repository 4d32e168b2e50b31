"""How many places a marathon, or one of its groups, has: changed with a reason, never below those that are taken."""

from dataclasses import dataclass, replace
from datetime import datetime

from sessions.domain.actors import Actor, Role
from sessions.domain.applications import check_capacity
from sessions.domain.documents import to_document
from sessions.domain.programme import Programme
from sessions.domain.refusals import BadNumber, ReasonNeeded, Refusal, UnknownChoice
from sessions.storage import marathons, persons, selections
from sessions.storage.store import Entry, Store, Transaction

MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """``free``: places that nobody holds or is offered now, the reserve included."""

    before: int
    after: int
    free: int


async def change(
    store: Store, *, marathon_id: int, capacity: int, cohort: str | None, reason: str, actor: Actor, now: datetime
) -> Capacity | Refusal:
    """Sets the capacity of the marathon, or of a group and with it the marathon's by as much. Nobody is offered a place
    by this: free places are offered when an organiser says so."""

    async def unit(tx: Transaction) -> Capacity | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        marathon = await marathons.by_id(tx.connection, marathon_id)
        programme = marathon.programme
        groups = {one.key: one.capacity for one in programme.cohorts}
        if cohort is not None and cohort not in groups:
            return UnknownChoice(field="cohort", value=cohort, choices=tuple(groups))
        if cohort is None and groups:
            return UnknownChoice(field="cohort", value="", choices=tuple(groups))
        if not 1 <= capacity <= MOST:
            return BadNumber(field="capacity", number=capacity, minimum=1, maximum=MOST)
        if not reason.strip():
            return ReasonNeeded(event="capacity")
        if cohort is None:
            before, taken = programme.selection.capacity, await selections.taken(tx.connection, marathon_id)
        else:
            before, taken = groups[cohort], await selections.taken_of_cohort(tx.connection, marathon_id, cohort)
        low = check_capacity(capacity, taken)
        if low is not None:
            return low
        if capacity != before:
            entry = Entry(
                actor=actor,
                at=now,
                marathon=marathon.key,
                verb="capacity.changed",
                subject="marathon" if cohort is None else f"cohort:{cohort}",
                old={"capacity": before},
                new={"capacity": capacity},
                why=reason.strip(),
            )
            after = _with(programme, cohort, capacity, before)
            await marathons.change(tx, marathon_id, {"document": to_document(after)}, entry)
            if cohort is not None:
                await marathons.change_cohort(tx, marathon_id, cohort, {"capacity": capacity}, entry)
        return Capacity(before=before, after=capacity, free=capacity - taken)

    return await store.write(unit)


def _with(programme: Programme, cohort: str | None, capacity: int, before: int) -> Programme:
    cohorts = tuple(replace(one, capacity=capacity) if one.key == cohort else one for one in programme.cohorts)
    whole = capacity if cohort is None else programme.selection.capacity + capacity - before
    return replace(programme, cohorts=cohorts, selection=replace(programme.selection, capacity=whole))
