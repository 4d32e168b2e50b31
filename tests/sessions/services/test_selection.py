"""What organisers and applicants are refused, on a real store; each refusal changes nothing."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.application_form import ApplicationForm
from sessions.domain.applications import ApplicationEvent, ApplicationStatus, check_capacity
from sessions.domain.refusals import (
    AlreadyApplied,
    AlreadyApproved,
    ApplicationsClosed,
    CapacityTooLow,
    FieldsFixed,
    NoApplication,
    NoFreePlace,
    NoOffer,
    NoProposal,
    NotAllowed,
    OfferExpired,
    ProposalOutdated,
    ReasonNeeded,
    UnknownApplication,
)
from sessions.domain.selection import SelectionPolicy
from sessions.services import application_edits, application_lists, places, selection
from sessions.services.application_edits import Edited
from sessions.services.applications import apply
from sessions.services.places import Settled
from sessions.services.selection import Approved, Decision, Proposed
from sessions.storage.store import Store
from tests.sessions.applicants import CLOSES, INCOMES, OPENS, OPERATOR, a_form, add_a_programme, send

E = ApplicationEvent
S = ApplicationStatus
NOW = CLOSES + timedelta(days=1)
TWO = SelectionPolicy(capacity=2, offer_days=5)
OTHER = Actor(ActorKind.OPERATOR, "Amina (system user root)")


async def _propose(store: Store, marathon: int) -> int:
    made = await selection.propose(store, marathon_id=marathon, now=NOW, actor=OPERATOR, incomes=INCOMES)
    assert isinstance(made, Proposed)
    return made.number


async def _statuses(store: Store, marathon: int) -> list[str]:
    lines = await application_lists.every(store, marathon_id=marathon, incomes=INCOMES)
    return [line.status.value for line in lines]


async def test_two_organisers_approve_at_once_and_the_second_is_told(store: Store) -> None:
    marathon = await add_a_programme(store, TWO)
    for number in range(3):
        await send(store, marathon, number)
    number = await _propose(store, marathon)
    answers = await asyncio.gather(
        *(
            selection.approve(store, marathon_id=marathon, number=number, now=NOW, actor=actor, incomes=INCOMES)
            for actor in (OPERATOR, OTHER)
        )
    )
    deadline = NOW + timedelta(days=5)
    assert answers == [
        Approved(number=number, offered=2, waiting=1, rejected=0, deadline=deadline),
        AlreadyApproved(number=number, by=OPERATOR.id, at=NOW),
    ]
    assert await _statuses(store, marathon) == ["offered", "offered", "waiting"]


async def test_a_proposal_is_outdated_when_somebody_came_or_went(store: Store) -> None:
    marathon = await add_a_programme(store, TWO)
    await send(store, marathon, 1)
    number = await _propose(store, marathon)
    late = await send(store, marathon, 2)
    answer = await selection.approve(
        store, marathon_id=marathon, number=number, now=NOW, actor=OPERATOR, incomes=INCOMES
    )
    assert answer == ProposalOutdated(number=number, changed=(late,))
    newer = await _propose(store, marathon)
    older = await selection.approve(
        store, marathon_id=marathon, number=number, now=NOW, actor=OPERATOR, incomes=INCOMES
    )
    assert older == NoProposal(number=number, newest=newer)
    assert await _statuses(store, marathon) == ["applied", "applied"]


async def test_an_organisers_change_needs_a_reason_and_is_carried_out(store: Store) -> None:
    marathon = await add_a_programme(store, TWO)
    first, second, third = [await send(store, marathon, number) for number in range(3)]
    number = await _propose(store, marathon)

    async def change(application: int, decision: Decision, reason: str) -> object:
        return await selection.change_decision(
            store,
            marathon_id=marathon,
            number=number,
            application_id=application,
            decision=decision,
            reason=reason,
            now=NOW,
            actor=OPERATOR,
        )

    assert await change(first, Decision.REJECT, " ") == ReasonNeeded(event="reject")
    assert await change(99, Decision.REJECT, "who?") == UnknownApplication(number=99)
    assert await change(first, Decision.REJECT, "works for the organiser") is Decision.REJECT
    assert await change(third, Decision.OFFER, "speaks at session 3") is Decision.OFFER
    answer = await selection.approve(
        store, marathon_id=marathon, number=number, now=NOW, actor=OPERATOR, incomes=INCOMES
    )
    assert isinstance(answer, Approved)
    assert (answer.offered, answer.waiting, answer.rejected) == (2, 0, 1)
    assert await _statuses(store, marathon) == ["rejected", "offered", "offered"]
    assert second == 2


async def test_only_organisers_propose_and_settle(store: Store) -> None:
    marathon = await add_a_programme(store, TWO)
    number = await send(store, marathon, 1)
    nobody = Actor(ActorKind.ORGANISER, "1")  # a person who holds no role
    refused = NotAllowed(needs=("organiser",))
    made = await selection.propose(store, marathon_id=marathon, now=NOW, actor=nobody, incomes=INCOMES)
    settled = await _settle(store, marathon, number, E.ADMIT, "friend", actor=nobody)
    assert (made, settled) == (refused, refused)


async def _settle(
    store: Store,
    marathon: int,
    number: int,
    event: ApplicationEvent,
    reason: str | None,
    *,
    actor: Actor = OPERATOR,
) -> object:
    return await places.settle(
        store,
        marathon_id=marathon,
        application_id=number,
        event=event,
        reason=reason,
        now=NOW,
        actor=actor,
        incomes=INCOMES,
    )


async def test_places_given_by_hand_need_a_reason_and_a_free_place(store: Store) -> None:
    marathon = await add_a_programme(store, SelectionPolicy(capacity=1, reserve=1))
    first, second = [await send(store, marathon, number) for number in range(2)]
    assert await _settle(store, marathon, first, E.ADMIT, None) == ReasonNeeded(event="admit")
    assert await _settle(store, marathon, first, E.ADMIT, "speaker") == Settled(application_id=first, status=S.ACCEPTED)
    assert await _settle(store, marathon, second, E.OFFER, "asked") == NoFreePlace(capacity=1, taken=1)
    assert await _settle(store, marathon, 77, E.ADMIT, "who?") == UnknownApplication(number=77)
    assert check_capacity(0, 1) == CapacityTooLow(capacity=0, taken=1)
    assert check_capacity(1, 1) is None


async def test_an_offer_is_answered_before_its_deadline_or_not_at_all(store: Store) -> None:
    marathon = await add_a_programme(store, TWO)
    await send(store, marathon, 1)
    number = await _propose(store, marathon)
    person = Actor(ActorKind.PERSON, "1")
    early = await places.accept(store, marathon_id=marathon, person_id=1, now=NOW, actor=person)
    await selection.approve(store, marathon_id=marathon, number=number, now=NOW, actor=OPERATOR, incomes=INCOMES)
    deadline = NOW + timedelta(days=5)
    late = await places.accept(store, marathon_id=marathon, person_id=1, now=deadline, actor=person)
    nobody = await places.accept(store, marathon_id=marathon, person_id=2, now=NOW, actor=person)
    assert (early, late, nobody) == (NoOffer(status="applied"), OfferExpired(deadline=deadline), NoApplication())


async def test_applying_is_refused_before_after_and_twice(store: Store) -> None:
    marathon = await add_a_programme(store, TWO)
    closed = ApplicationsClosed(opens=OPENS, closes=CLOSES)
    answers = [
        await apply(store, marathon_id=marathon, discord_id=7, form=a_form(), now=moment)
        for moment in (OPENS - timedelta(seconds=1), CLOSES)
    ]
    assert answers == [closed, closed]
    await send(store, marathon, 1)
    again = await apply(store, marathon_id=marathon, discord_id=1001, form=a_form(), now=OPENS + timedelta(hours=9))
    assert again == AlreadyApplied(applied=OPENS + timedelta(minutes=1))


async def test_what_selection_judged_is_fixed_and_the_rest_may_be_edited(store: Store) -> None:
    marathon = await add_a_programme(store, TWO)
    await send(store, marathon, 1)
    person = Actor(ActorKind.PERSON, "1")

    async def edit(form: ApplicationForm) -> object:
        return await application_edits.edit(store, marathon_id=marathon, person_id=1, form=form, now=NOW, actor=person)

    assert await edit(replace(a_form(1), country="BR")) == Edited(application_id=1, changed=("country",))
    assert await edit(a_form(1)) == Edited(application_id=1, changed=("country",))
    assert await edit(a_form(1)) == Edited(application_id=1, changed=())
    number = await _propose(store, marathon)
    await selection.approve(store, marathon_id=marathon, number=number, now=NOW, actor=OPERATOR, incomes=INCOMES)
    assert await edit(replace(a_form(1), country="BR")) == FieldsFixed(fields=("country",), status="offered")
    assert await edit(replace(a_form(1), name="Adaeze Nwosu", email="new@example.org")) == Edited(
        application_id=1, changed=("name", "email")
    )
    lines = await application_lists.every(store, marathon_id=marathon, incomes=INCOMES)
    assert [(line.name, line.email, line.country) for line in lines] == [("Adaeze Nwosu", "new@example.org", "KE")]


async def test_the_same_address_twice_is_shown_and_not_merged(store: Store) -> None:
    marathon = await add_a_programme(store, TWO)
    for number in (1, 2, 3):
        await send(store, marathon, number, email="Same@Example.org" if number < 3 else "other@example.org")
    lines = await application_lists.every(store, marathon_id=marathon, incomes=INCOMES)
    assert [line.same_email for line in lines] == [(2,), (1,), ()]
