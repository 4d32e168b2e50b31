"""Capacity: never below what is taken, with a reason, kept in the journal; nobody is told by it."""

from datetime import timedelta

from sessions.domain.refusals import BadNumber, CapacityTooLow, NotAllowed, ReasonNeeded, UnknownChoice
from sessions.domain.selection import SelectionPolicy
from sessions.services import capacity, places, privacy, programmes
from sessions.services.capacity import Capacity
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.sessions.applicants import INCOMES, OPERATOR, add_a_programme, send
from tests.sessions.services.test_cohort_changes import NOW, a_marathon, approve, change, own, propose


async def set_capacity(
    store: Store, wanted: int, *, cohort: str | None = None, reason: str = "a larger hall", actor: object = OPERATOR
) -> object:
    return await capacity.change(
        store,
        marathon_id=1,
        capacity=wanted,
        cohort=cohort,
        reason=reason,
        actor=OPERATOR if actor is OPERATOR else await own(store, 1),
        now=NOW,
    )


async def test_it_is_raised_and_lowered_but_never_below_the_places_that_are_taken(store: Store) -> None:
    await add_a_programme(store, SelectionPolicy(capacity=2))
    for number in (1, 2, 3):
        await send(store, 1, number)
    await approve(store, await propose(store))
    answers = [
        await set_capacity(store, 1),
        await set_capacity(store, 0),
        await set_capacity(store, 5, reason=" "),
        await set_capacity(store, 5, cohort="asia"),
        await set_capacity(store, 5, actor="a participant"),
        await set_capacity(store, 2),
        await set_capacity(store, 3),
    ]
    assert answers == [
        CapacityTooLow(capacity=1, taken=2),
        BadNumber(field="capacity", number=0, minimum=1, maximum=1_000_000),
        ReasonNeeded(event="capacity"),
        UnknownChoice(field="cohort", value="asia", choices=()),
        NotAllowed(needs=("organiser",)),
        Capacity(before=2, after=2, free=0),
        Capacity(before=2, after=3, free=1),
    ]
    assert await places.promote(store, marathon_id=1, now=NOW, actor=OPERATOR, incomes=INCOMES) == (3,)
    assert isinstance(await store.read(verify), Verified)


async def test_a_group_s_places_are_the_marathon_s_too(store: Store) -> None:
    await a_marathon(store)
    first = await send(store, 1, 1)
    await change(store, first, "asia", reason="asked")
    await approve(store, await propose(store))
    answers = [await set_capacity(store, 4), await set_capacity(store, 3, cohort="asia")]
    assert answers == [
        UnknownChoice(field="cohort", value="", choices=("asia", "europe")),
        Capacity(before=1, after=3, free=2),
    ]
    programme = (await programmes.show(store, 1)).marathon.programme
    assert (programme.selection.capacity, [one.capacity for one in programme.cohorts]) == (5, [3, 2])


async def test_nobody_is_offered_a_place_in_a_marathon_whose_last_session_has_begun(store: Store) -> None:
    await add_a_programme(store, SelectionPolicy(capacity=1, promote_automatically=True))
    for number in (1, 2):
        await send(store, 1, number)
    await approve(store, await propose(store))
    me = await own(store, 1)
    await places.accept(store, marathon_id=1, person_id=int(me.id), now=NOW, actor=me)
    (session,) = (await programmes.show(store, 1)).sessions
    late = session.start + timedelta(days=400)
    gone = await places.withdraw(store, marathon_id=1, person_id=int(me.id), now=late, actor=me, incomes=INCOMES)
    assert isinstance(gone, places.Settled)
    assert (gone.offered, await privacy.forget(store, person_id=int(me.id), actor=me, now=late)) == ((), 2)
    assert await places.promote(store, marathon_id=1, now=late, actor=OPERATOR, incomes=INCOMES) == ()
