"""The verbs of places: accept, decline, withdraw, what an organiser decides, what expires, and who is next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import SYSTEM, Actor, ActorKind, Role
from sessions.domain.applications import (
    KEEPS_A_PLACE,
    NEEDS_REASON,
    ApplicationEvent,
    ApplicationStatus,
    Window,
    decide,
)
from sessions.domain.cohort_changes import CohortChange, Regrouped, owed_for_change, refuse_change
from sessions.domain.cohort_selection import select_by_cohort
from sessions.domain.programme import Marathon
from sessions.domain.reasons import to_document
from sessions.domain.refusals import NoApplication, NoFreePlace, ReasonNeeded, Refusal, UnknownApplication
from sessions.domain.selection import IncomeGroup
from sessions.storage import deliveries, evidence, marathons, persons, selections, sessions
from sessions.storage.selections import Held, Step
from sessions.storage.store import Entry, Store, Transaction

Incomes = Mapping[str, IncomeGroup]
_E = ApplicationEvent
_S = ApplicationStatus
_ALWAYS = Window()
"""Places are answered and decided after applications have closed, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """An application's new status. ``offered``: numbers of the applications that were offered a place because of it."""

    application_id: int
    status: ApplicationStatus
    offer_deadline: datetime | None = None
    offered: tuple[int, ...] = ()


async def accept(store: Store, *, marathon_id: int, person_id: int, now: datetime, actor: Actor) -> Settled | Refusal:
    """Takes the offered place: from now on a participant, with the role that goes with it."""
    return await _answer(store, _E.ACCEPT, marathon_id, person_id, now, actor, {})


async def decline(
    store: Store, *, marathon_id: int, person_id: int, now: datetime, actor: Actor, incomes: Incomes
) -> Settled | Refusal:
    """Gives the offered place back; the next person is offered it if the programme says so."""
    return await _answer(store, _E.DECLINE, marathon_id, person_id, now, actor, incomes)


async def withdraw(
    store: Store, *, marathon_id: int, person_id: int, now: datetime, actor: Actor, incomes: Incomes
) -> Settled | Refusal:
    """Takes the application back, whether or not it holds a place."""
    return await _answer(store, _E.WITHDRAW, marathon_id, person_id, now, actor, incomes)


async def _answer(
    store: Store,
    event: ApplicationEvent,
    marathon_id: int,
    person_id: int,
    now: datetime,
    actor: Actor,
    incomes: Incomes,
) -> Settled | Refusal:
    async def unit(tx: Transaction) -> Settled | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        held = await selections.held_of_person(tx.connection, marathon_id, person_id)
        if held is None:
            return NoApplication()
        after = decide(held.state, event, now=now, window=_ALWAYS)
        if not isinstance(after, ApplicationStatus):
            return after
        await _change(tx, marathon, [Step(held=held, after=after)], event, actor, now)
        offered: tuple[int, ...] = ()
        if held.state.status in KEEPS_A_PLACE and after not in KEEPS_A_PLACE:
            offered = await _follow(tx, marathon, incomes, now)
        return Settled(application_id=held.id, status=after, offered=offered)

    return await store.write(unit)


async def settle(
    store: Store,
    *,
    marathon_id: int,
    application_id: int,
    event: ApplicationEvent,
    reason: str | None,
    now: datetime,
    actor: Actor,
    incomes: Incomes,
) -> Settled | Refusal:
    """What an organiser decides on one application: offer (out of turn), admit, reject, reinstate; with a reason.

    Offering and admitting need a free place; the programme's reserve counts as free here.
    """

    async def unit(tx: Transaction) -> Settled | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        if not (reason or "").strip() and event in NEEDS_REASON | {_E.OFFER}:
            return ReasonNeeded(event=event.value)
        held = await selections.held(tx.connection, marathon_id, application_id)
        if held is None:
            return UnknownApplication(number=application_id)
        after = decide(held.state, event, now=now, window=_ALWAYS)
        if not isinstance(after, ApplicationStatus):
            return after
        if after in KEEPS_A_PLACE and held.state.status not in KEEPS_A_PLACE:
            capacity = marathon.programme.selection.capacity
            taken = await selections.taken(tx.connection, marathon_id)
            if taken >= capacity:
                return NoFreePlace(capacity=capacity, taken=taken)
            full = await _full_cohort(tx.connection, marathon, held.cohort)
            if full is not None:
                return full
        step = await _step(tx.connection, marathon, held, after, now, reason)
        await _change(tx, marathon, [step], event, actor, now, why=reason)
        offered: tuple[int, ...] = ()
        if held.state.status in KEEPS_A_PLACE and after not in KEEPS_A_PLACE:
            offered = await _follow(tx, marathon, incomes, now)
        return Settled(application_id=held.id, status=after, offer_deadline=step.offer_deadline, offered=offered)

    return await store.write(unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class InCohort:
    """The group an application is in now (None: whichever has room), and the one before. ``offered``: numbers of the
    applications that were offered a place because of it."""

    application_id: int
    before: str | None
    after: str | None
    offered: tuple[int, ...] = ()


async def change_cohort(
    store: Store,
    *,
    marathon_id: int,
    application_id: int,
    cohort: str | None,
    reason: str,
    now: datetime,
    actor: Actor,
    incomes: Incomes,
) -> InCohort | Refusal:
    """Puts an application into another group: the person's own before the close and before selection, anybody's by an
    organiser with a reason, as far as that group has places. The person is told of what an organiser changed."""

    async def unit(tx: Transaction) -> InCohort | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        held = await selections.held(tx.connection, marathon_id, application_id)
        own = held is not None and actor.kind is ActorKind.PERSON and actor.id == str(held.person_id)
        if not own:
            refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
            if refused is not None:
                return refused
        if held is None:
            return UnknownApplication(number=application_id)
        attended = await evidence.sessions_attended(tx.connection, marathon_id, held.person_id, cohort=held.cohort)
        change = CohortChange(before=held.cohort, after=cohort, own=own, reason=reason, attended=attended)
        refusal = await _refuse_cohort(tx.connection, marathon, held, change, now)
        done = InCohort(application_id=held.id, before=held.cohort, after=cohort)
        if refusal is not None or change.before == change.after:
            return refusal or done
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="application.cohort",
            subject=f"application:{held.id}",
            old={"cohort": change.before},
            new={"cohort": change.after},
            why=reason.strip() or None,
        )
        await selections.change_cohort(tx, held, cohort, now=now, entry=entry)
        if not own:
            told = owed_for_change(marathon.key, _regrouped(marathon, held, change, now))
            await deliveries.queue(tx, marathon_id, told, now=now)
        offered = await _follow(tx, marathon, incomes, now) if held.state.status in KEEPS_A_PLACE else ()
        return replace(done, offered=offered)

    return await store.write(unit)


async def _refuse_cohort(
    connection: AsyncConnection, marathon: Marathon, held: Held, change: CohortChange, now: datetime
) -> Refusal | None:
    plan = marathon.programme.applications
    taken = 0 if change.after is None else await selections.taken_of_cohort(connection, marathon.id, change.after)
    return refuse_change(
        held.state,
        change,
        capacities={one.key: one.capacity for one in marathon.programme.cohorts},
        taken=taken,
        window=Window(opens=plan.opens, closes=plan.closes),
        now=now,
    )


def _regrouped(marathon: Marathon, held: Held, change: CohortChange, now: datetime) -> Regrouped:
    return Regrouped(
        application_id=held.id,
        person_id=held.person_id,
        discord_id=held.discord_id,
        language=held.language,
        before=change.before,
        after=change.after,
        title=next((one.title for one in marathon.programme.cohorts if one.key == change.after), ""),
        holds=held.state.status is _S.ACCEPTED,
        why=change.reason.strip(),
        at=now,
    )


async def _full_cohort(connection: AsyncConnection, marathon: Marathon, key: str | None) -> NoFreePlace | None:
    """Why a person of this cohort cannot have a place; None: they can, or they take any cohort."""
    cohort = next((one for one in marathon.programme.cohorts if one.key == key), None)
    if cohort is None:
        return None
    taken = await selections.taken_of_cohort(connection, marathon.id, cohort.key)
    return NoFreePlace(capacity=cohort.capacity, taken=taken) if taken >= cohort.capacity else None


async def _step(
    connection: AsyncConnection,
    marathon: Marathon,
    held: Held,
    after: ApplicationStatus,
    now: datetime,
    reason: str | None,
) -> Step:
    if after is _S.OFFERED:
        return Step(held=held, after=after, offer_deadline=deadline_of(marathon, now), why=reason)
    if after is _S.WAITING:
        rank = await selections.last_rank(connection, marathon.id) + 1
        return Step(held=held, after=after, waiting_rank=rank, applied=now, why=reason)
    return Step(held=held, after=after, why=reason)


def deadline_of(marathon: Marathon, now: datetime) -> datetime:
    """Until when a place offered now is kept."""
    return now + timedelta(days=marathon.programme.selection.offer_days)


async def promote(
    store: Store, *, marathon_id: int, now: datetime, actor: Actor, incomes: Incomes
) -> tuple[int, ...] | Refusal:
    """Offers every free place to the waiting list under the policy; the numbers of the applications offered one."""

    async def unit(tx: Transaction) -> tuple[int, ...] | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        return refused or await _offer_free_places(tx, marathon, incomes, actor, now)

    return await store.write(unit)


async def expire_due(store: Store, *, now: datetime, incomes: Incomes) -> tuple[int, ...]:
    """Offers whose deadline has come expire, in every marathon, and the next persons are offered the places if the
    programme says so. The numbers of the applications that expired."""
    found = await store.read(lambda connection: selections.marathons_with_expired_offers(connection, now))
    expired: list[int] = []
    for marathon_id in found:
        expired += await _expire(store, marathon_id, now, incomes)
    return tuple(expired)


async def next_expiry(store: Store) -> datetime | None:
    """The moment at which ``expire_due`` has something to do; None: no offer is open."""
    return await store.read(selections.next_expiry)


async def _expire(store: Store, marathon_id: int, now: datetime, incomes: Incomes) -> list[int]:
    async def unit(tx: Transaction) -> list[int]:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        offers = await selections.held_with(tx.connection, marathon_id, [_S.OFFERED])
        due = [
            Step(held=held, after=_S.EXPIRED)
            for held in offers.values()
            if decide(held.state, _E.EXPIRE, now=now, window=_ALWAYS) is _S.EXPIRED
        ]
        if due:
            await _change(tx, marathon, due, _E.EXPIRE, SYSTEM, now)
            await _follow(tx, marathon, incomes, now)
        return [step.held.id for step in due]

    return await store.write(unit)


async def _follow(tx: Transaction, marathon: Marathon, incomes: Incomes, now: datetime) -> tuple[int, ...]:
    if not marathon.programme.selection.promote_automatically:
        return ()
    return await _offer_free_places(tx, marathon, incomes, SYSTEM, now)


async def _is_over(connection: AsyncConnection, marathon: Marathon, now: datetime) -> bool:
    """Nobody is offered a place once the last session has begun: somebody who is forgotten years later frees none."""
    last = await sessions.last_start(connection, marathon.id)
    return last is not None and last <= now


async def _offer_free_places(
    tx: Transaction, marathon: Marathon, incomes: Incomes, actor: Actor, now: datetime
) -> tuple[int, ...]:
    waiting = await selections.applicants(tx.connection, marathon.id, [_S.WAITING])
    if not waiting or await _is_over(tx.connection, marathon, now):
        return ()
    taken = await selections.applicants(tx.connection, marathon.id, KEEPS_A_PLACE)
    capacities = {cohort.key: cohort.capacity for cohort in marathon.programme.cohorts}
    policy = marathon.programme.selection
    selected = select_by_cohort(waiting, policy, incomes, capacities, taken=taken)
    proposal = selected.proposal
    if not proposal.chosen:
        return ()
    known = await selections.held_with(tx.connection, marathon.id, [_S.WAITING])
    steps = [
        Step(
            held=known[outcome.id],
            after=_S.OFFERED,
            offer_deadline=deadline_of(marathon, now),
            reasons=to_document(outcome.reasons),
            cohort=selected.cohorts.get(outcome.id),
        )
        for outcome in proposal.outcomes
        if outcome.chosen
    ]
    await _change(tx, marathon, steps, _E.OFFER, actor, now)
    return proposal.chosen


async def _change(
    tx: Transaction,
    marathon: Marathon,
    steps: Sequence[Step],
    event: ApplicationEvent,
    actor: Actor,
    now: datetime,
    *,
    why: str | None = None,
) -> None:
    """One journal entry for what happened together; each application's own history is in its decisions."""
    if not steps:
        return
    numbers = [step.held.id for step in steps]
    entry = Entry(
        actor=actor,
        at=now,
        marathon=marathon.key,
        verb=f"application.{event.value}",
        subject=f"application:{numbers[0]}" if len(steps) == 1 else "applications",
        old={"status": steps[0].held.state.status.value},
        new={"status": steps[0].after.value, "applications": numbers},
        why=why,
    )
    await selections.change(tx, marathon.key, steps, actor=actor, now=now, entry=entry)
