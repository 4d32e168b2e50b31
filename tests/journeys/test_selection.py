"""Sixty people, twenty-five places: applied, selected, offered, accepted, declined, expired, withdrawn, promoted."""

from collections import Counter
from datetime import timedelta
from functools import partial

from sqlalchemy import select

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.applications import ApplicationStatus
from sessions.domain.reminders import Means
from sessions.domain.selection import IncomeGroup, SelectionPolicy
from sessions.services import places, selection
from sessions.services.places import Settled
from sessions.services.selection import Approved, Proposed
from sessions.storage import schema
from sessions.storage.places import application_of
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.sessions.applicants import CLOSES, INCOMES, OPERATOR, add_a_programme, send

S = ApplicationStatus
POLICY = SelectionPolicy(
    capacity=25,
    priority_income=(frozenset({IncomeGroup.LOW, IncomeGroup.LOWER_MIDDLE}), frozenset({IncomeGroup.UPPER_MIDDLE})),
    minimum_low_income_share=0.6,
    cap_per_country=10,
    offer_days=5,
)
COUNTRIES = ("CH", "KE", "BR", "DE", "AF")


async def _statuses(store: Store, marathon_id: int) -> dict[int, S]:
    table = schema.applications
    query = select(table.c.id, table.c.status).where(table.c.marathon_id == marathon_id)
    rows = await store.read(lambda connection: connection.execute(query))
    return {row.id: S(row.status) for row in rows}


def _themselves(person_id: int) -> Actor:
    return Actor(ActorKind.PERSON, str(person_id))


async def _person_of(store: Store, application_id: int) -> int:
    query = select(schema.applications.c.person_id).where(schema.applications.c.id == application_id)
    return int((await store.read(lambda connection: connection.execute(query))).scalar_one())


async def _counts(store: Store, marathon_id: int) -> dict[str, int]:
    return dict(sorted(Counter((await _statuses(store, marathon_id)).values()).items()))


async def test_sixty_people_and_twenty_five_places(store: Store) -> None:
    marathon = await add_a_programme(store, POLICY)
    numbers = [await send(store, marathon, number, COUNTRIES[number % 5]) for number in range(60)]
    now = CLOSES + timedelta(days=1)

    proposed = await selection.propose(store, marathon_id=marathon, now=now, actor=OPERATOR, incomes=INCOMES)
    assert isinstance(proposed, Proposed)
    shares = [(share.name, share.applied, share.chosen) for share in proposed.proposal.by_country]
    assert shares == [("AF", 12, 10), ("BR", 12, 5), ("CH", 12, 0), ("DE", 12, 0), ("KE", 12, 10)]
    assert await _counts(store, marathon) == {"applied": 60}

    approved = await selection.approve(
        store, marathon_id=marathon, number=proposed.number, now=now, actor=OPERATOR, incomes=INCOMES
    )
    deadline = now + timedelta(days=5)
    assert approved == Approved(number=proposed.number, offered=25, waiting=35, rejected=0, deadline=deadline)
    assert await _counts(store, marathon) == {"offered": 25, "waiting": 35}

    offered = list(proposed.proposal.chosen)
    soon = now + timedelta(hours=1)
    for number in offered[:18]:
        person = await _person_of(store, number)
        accepted = await places.accept(
            store, marathon_id=marathon, person_id=person, now=soon, actor=_themselves(person)
        )
        assert accepted == Settled(application_id=number, status=S.ACCEPTED)
    for number in offered[18:20]:
        person = await _person_of(store, number)
        declined = await places.decline(
            store, marathon_id=marathon, person_id=person, now=soon, actor=_themselves(person), incomes=INCOMES
        )
        assert isinstance(declined, Settled)
        assert (declined.status, len(declined.offered)) == (S.DECLINED, 1)
    assert await _counts(store, marathon) == {"accepted": 18, "declined": 2, "offered": 7, "waiting": 33}

    assert await places.next_expiry(store) == deadline
    assert await places.expire_due(store, now=deadline - timedelta(microseconds=1), incomes=INCOMES) == ()
    expired = await places.expire_due(store, now=deadline, incomes=INCOMES)
    assert sorted(expired) == sorted(offered[20:])
    assert await _counts(store, marathon) == {
        "accepted": 18, "declined": 2, "expired": 5, "offered": 7, "waiting": 28,
    }  # fmt: skip

    leaver = await _person_of(store, offered[0])
    gone = await places.withdraw(
        store,
        marathon_id=marathon,
        person_id=leaver,
        now=deadline + timedelta(hours=2),
        actor=_themselves(leaver),
        incomes=INCOMES,
    )
    assert isinstance(gone, Settled)
    assert (gone.status, len(gone.offered)) == (S.WITHDRAWN, 1)
    # The leaver's country is below its cap again, so its own waiting applicant has the highest claim.
    by_number = dict(zip(numbers, range(60), strict=True))
    assert COUNTRIES[by_number[gone.offered[0]] % 5] == COUNTRIES[by_number[offered[0]] % 5]

    final = await _counts(store, marathon)
    assert final == {"accepted": 17, "declined": 2, "expired": 5, "offered": 8, "waiting": 27, "withdrawn": 1}
    assert final["accepted"] + final["offered"] == 25
    assert await _ranks(store, marathon) == list(range(1, 28))
    assert await _said(store, marathon) == {
        "accepted": 18, "declined": 2, "expired": 5, "offered": 33, "waiting": 35, "withdrawn": 1,
        "role given": 18, "role taken": 1, "public word": 1,
    }  # fmt: skip
    assert isinstance(await store.read(verify), Verified)


async def _ranks(store: Store, marathon_id: int) -> list[int]:
    """What everybody who waits is told of their place on the waiting list."""
    waiting = [number for number, status in (await _statuses(store, marathon_id)).items() if status is S.WAITING]
    ranks: list[int] = []
    for number in waiting:
        person = await _person_of(store, number)
        told = await store.read(partial(application_of, marathon_id=marathon_id, person_id=person))
        assert told is not None
        assert told[1] is not None
        ranks.append(told[1])
    return sorted(ranks)


async def _said(store: Store, marathon_id: int) -> dict[str, int]:
    """How often each change was queued to be told, and roles to be given and taken."""
    table = schema.deliveries
    query = select(table.c.means, table.c.payload).where(table.c.marathon_id == marathon_id)
    rows = (await store.read(lambda connection: connection.execute(query))).all()
    said = Counter(
        ("role taken" if row.payload.get("take") else "role given")
        if row.means == Means.ROLE
        else row.payload.get("status", "public word")
        for row in rows
    )
    return dict(said)
