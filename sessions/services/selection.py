"""The verbs of selection: propose, change a single decision, approve. Only then are people told."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, Role
from sessions.domain.applications import KEEPS_A_PLACE, ApplicationStatus
from sessions.domain.cohort_selection import CohortProposal, select_by_cohort
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.moments import from_micros, to_micros
from sessions.domain.programme import Marathon
from sessions.domain.proposal_documents import KeptOutcome, kept_outcomes, to_document
from sessions.domain.proposals import Proposal
from sessions.domain.reasons import to_document as reasons_to_document
from sessions.domain.refusals import (
    AlreadyApproved,
    NoFreePlace,
    NoProposal,
    ProposalOutdated,
    ReasonNeeded,
    Refusal,
    UnknownApplication,
)
from sessions.domain.selection import IncomeGroup
from sessions.storage import deliveries, marathons, persons, selections
from sessions.storage.selections import IN_SELECTION, Held, Step
from sessions.storage.store import Entry, Store, Transaction

Incomes = Mapping[str, IncomeGroup]
_S = ApplicationStatus


class Decision(StrEnum):
    """What an organiser can make of one line of a proposal."""

    OFFER = "offer"
    WAIT = "wait"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A proposal that is kept under a number, to be looked at, changed and approved."""

    number: int
    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """How many were offered a place until ``deadline``, wait, and were rejected."""

    number: int
    offered: int
    waiting: int
    rejected: int
    deadline: datetime


async def preview(store: Store, *, marathon_id: int, incomes: Incomes, seed: str | None = None) -> Proposal:
    """The proposal as it would be now; nothing is kept."""

    async def unit(connection: AsyncConnection) -> Proposal:
        marathon = await marathons.by_id(connection, marathon_id)
        return (await _select(connection, marathon, incomes, seed)).proposal

    return await store.read(unit)


async def _select(
    connection: AsyncConnection, marathon: Marathon, incomes: Incomes, seed: str | None
) -> CohortProposal:
    applicants = await selections.applicants(connection, marathon.id, IN_SELECTION)
    taken = await selections.applicants(connection, marathon.id, KEEPS_A_PLACE)
    capacities = {cohort.key: cohort.capacity for cohort in marathon.programme.cohorts}
    policy = marathon.programme.selection
    return select_by_cohort(applicants, policy, incomes, capacities, seed=seed, taken=taken)


async def propose(
    store: Store, *, marathon_id: int, now: datetime, actor: Actor, incomes: Incomes, seed: str | None = None
) -> Proposed | Refusal:
    """Makes and keeps a proposal; nobody is told anything yet."""

    async def unit(tx: Transaction) -> Proposed | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        proposal = (await _select(tx.connection, marathon, incomes, seed)).proposal
        new = {"fingerprint": proposal.fingerprint, "chosen": len(proposal.chosen), "waiting": len(proposal.waiting)}
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="selection.proposed",
            subject="selection",
            new=new,
        )
        values = {
            "marathon_id": marathon_id,
            "made_us": to_micros(now),
            "actor_kind": actor.kind.value,
            "actor_id": actor.id,
            "seed": proposal.seed,
            "fingerprint": proposal.fingerprint,
            "document": to_document(proposal),
            "changes": {},
        }
        return Proposed(number=await selections.insert_proposal(tx, values, entry), proposal=proposal)

    return await store.write(unit)


async def change_decision(
    store: Store,
    *,
    marathon_id: int,
    number: int,
    application_id: int,
    decision: Decision,
    reason: str,
    now: datetime,
    actor: Actor,
) -> Decision | Refusal:
    """Puts an organiser's word, with its reason, in place of what the proposal says of one application."""

    async def unit(tx: Transaction) -> Decision | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        row = await _open_proposal(tx.connection, marathon_id, number, actor)
        if not isinstance(row, RowMapping):
            return row
        if not reason.strip():
            return ReasonNeeded(event=decision.value)
        if application_id not in {outcome.id for outcome in kept_outcomes(row["document"])}:
            return UnknownApplication(number=application_id)
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="selection.changed",
            subject=f"application:{application_id}",
            new={"proposal": number, "decision": decision.value},
            why=reason,
        )
        changes = {**row["changes"], str(application_id): {"decision": decision.value, "why": reason}}
        await selections.change_proposal(tx, number, {"changes": changes}, entry)
        return decision

    return await store.write(unit)


async def _open_proposal(
    connection: AsyncConnection, marathon_id: int, number: int, actor: Actor
) -> RowMapping | Refusal:
    """The newest proposal, not yet approved, to somebody who may change it."""
    refused = await persons.refuse_unless(connection, marathon_id, actor, Role.ORGANISER)
    if refused is not None:
        return refused
    newest = await selections.newest_proposal(connection, marathon_id)
    row = await selections.proposal(connection, marathon_id, number)
    if row is not None and row["approved_us"] is not None:
        return AlreadyApproved(number=number, by=row["approved_by"], at=from_micros(row["approved_us"]))
    if row is None or number != newest:
        return NoProposal(number=number, newest=newest)
    return row


async def approve(
    store: Store, *, marathon_id: int, number: int, now: datetime, actor: Actor, incomes: Incomes
) -> Approved | Refusal:
    """Makes the proposal, with the changes made to it, what is decided: places are offered, the others get a rank on
    the waiting list, and everybody is told. Refused when applications changed since, so that nobody is decided on
    words that are no longer theirs; and to the second of two organisers who approve at once."""

    async def unit(tx: Transaction) -> Approved | Refusal:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        row = await _open_proposal(tx.connection, marathon_id, number, actor)
        if not isinstance(row, RowMapping):
            return row
        held = await selections.held_with(tx.connection, marathon_id, IN_SELECTION)
        outcomes = kept_outcomes(row["document"])
        present = await _select(tx.connection, marathon, incomes, row["seed"])
        if present.proposal.fingerprint != row["fingerprint"]:
            return ProposalOutdated(number=number, changed=_changed(outcomes, held, from_micros(row["made_us"])))
        steps = _steps(outcomes, row["changes"], held, now + _offer_time(marathon), present.cohorts)
        offered = sum(step.after is _S.OFFERED for step in steps)
        full = await _full(tx.connection, marathon, steps)
        if full is not None:
            return full
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="selection.approved",
            subject=f"proposal:{number}",
            new={"offered": offered, "applications": len(steps), "changed": len(row["changes"])},
        )
        await selections.change(tx, marathon.key, steps, actor=actor, now=now, entry=entry)
        approval = {"approved_us": to_micros(now), "approved_by": actor.id}
        await selections.change_proposal(tx, number, approval, entry)
        await deliveries.queue(tx, marathon_id, _public_word(marathon, number, offered, now), now=now)
        return Approved(
            number=number,
            offered=offered,
            waiting=sum(step.after is _S.WAITING for step in steps),
            rejected=sum(step.after is _S.REJECTED for step in steps),
            deadline=now + _offer_time(marathon),
        )

    return await store.write(unit)


async def _full(connection: AsyncConnection, marathon: Marathon, steps: Collection[Step]) -> NoFreePlace | None:
    """What has no room for those who are offered a place, by hand or by the policy: the marathon, or a cohort."""
    offers = [step for step in steps if step.after is _S.OFFERED]
    capacity, taken = marathon.programme.selection.capacity, await selections.taken(connection, marathon.id)
    if offers and taken + len(offers) > capacity:
        return NoFreePlace(capacity=capacity, taken=taken)
    for cohort in marathon.programme.cohorts:
        count = sum((step.cohort or step.held.cohort) == cohort.key for step in offers)
        taken = await selections.taken_of_cohort(connection, marathon.id, cohort.key) if count else 0
        if taken + count > cohort.capacity:
            return NoFreePlace(capacity=cohort.capacity, taken=taken)
    return None


def _public_word(marathon: Marathon, number: int, offered: int, now: datetime) -> tuple[Owed, ...]:
    """One post that tells all applicants to look: whoever takes no direct messages hears of the selection, too."""
    if not offered:
        return ()
    key = DeliveryKey(marathon.key, "marathon", DeliveryKind.PLACES_GIVEN, f"proposal:{number}", "public")
    return (Owed(key=key, due=now, payload={"places": offered}),)


def _offer_time(marathon: Marathon) -> timedelta:
    return timedelta(days=marathon.programme.selection.offer_days)


def _changed(outcomes: Collection[KeptOutcome], held: Mapping[int, Held], made: datetime) -> tuple[int, ...]:
    """Applications that came, went or were edited since; empty when the policy or the incomes are what changed."""
    judged = {outcome.id for outcome in outcomes}
    edited = {number for number, one in held.items() if one.changed > made}
    return tuple(sorted((judged ^ set(held)) | edited))


def _steps(
    outcomes: Collection[KeptOutcome],
    changes: Mapping[str, Mapping[str, str]],
    held: Mapping[int, Held],
    deadline: datetime,
    cohorts: Mapping[int, str],
) -> list[Step]:
    """The waiting list keeps the order of claims; whom an organiser put there stands where their claim does."""
    steps: list[Step] = []
    rank = 0
    for outcome in outcomes:
        change = changes.get(str(outcome.id))
        decision = (Decision.OFFER if outcome.chosen else Decision.WAIT) if change is None else change["decision"]
        why = None if change is None else change["why"]
        reasons = reasons_to_document(outcome.reasons)
        one = held[outcome.id]
        if decision == Decision.OFFER:
            cohort = cohorts.get(outcome.id)
            offer = Step(held=one, after=_S.OFFERED, offer_deadline=deadline, reasons=reasons, why=why, cohort=cohort)
            steps.append(offer)
        elif decision == Decision.REJECT:
            steps.append(Step(held=one, after=_S.REJECTED, reasons=reasons, why=why))
        else:
            rank += 1
            steps.append(Step(held=one, after=_S.WAITING, waiting_rank=rank, reasons=reasons, why=why))
    return steps
