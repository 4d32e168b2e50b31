"""Groups are changed before the close by the person, later by an organiser with a reason; no group gets too full."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.applications import JUDGED_ALREADY, KEEPS_A_PLACE, ApplicationState, ApplicationStatus, Window
from sessions.domain.cohort_changes import CohortChange, refuse_change
from sessions.domain.moments import to_micros
from sessions.domain.programme import Cohort, SessionPlan
from sessions.domain.refusals import (
    ApplicationsClosed,
    AttendedInGroup,
    FieldsFixed,
    NoFreePlace,
    NotAllowed,
    NotPossibleNow,
    ReasonNeeded,
    UnknownApplication,
    UnknownChoice,
    ValueMissing,
)
from sessions.domain.reminders import Means
from sessions.domain.selection import SelectionPolicy
from sessions.services import deliveries, own_applications, places, programmes, selection
from sessions.services.places import InCohort
from sessions.services.programmes import Planned
from sessions.services.selection import Approved, Decision, Proposed
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.builders import an_entry
from tests.sessions.applicants import CLOSES, INCOMES, OPENS, OPERATOR, a_programme, send

NOW = CLOSES + timedelta(days=1)
GROUPS = {"asia": 1, "europe": 2}


async def a_marathon(store: Store) -> Planned:
    """Two groups with a session of their own each: of one place, and of two."""
    wall = datetime.fromisoformat("2025-09-09T14:00")
    programme = replace(
        a_programme(SelectionPolicy(capacity=3)),
        cohorts=tuple(Cohort(key=key, title=key.title(), capacity=places) for key, places in GROUPS.items()),
        sessions=tuple(
            SessionPlan(
                number=1,
                title="Data integrity",
                wall=wall + timedelta(hours=hours),
                zone="UTC",
                duration=timedelta(hours=2),
                cohort=key,
            )
            for hours, key in enumerate(GROUPS)
        ),
    )
    planned = await programmes.take(store, programme, actor=OPERATOR, now=OPENS - timedelta(days=1))
    assert isinstance(planned, Planned)
    return planned


async def change(
    store: Store,
    number: int,
    cohort: str | None,
    *,
    reason: str = "",
    actor: Actor = OPERATOR,
    now: datetime = NOW,
) -> object:
    return await places.change_cohort(
        store,
        marathon_id=1,
        application_id=number,
        cohort=cohort,
        reason=reason,
        now=now,
        actor=actor,
        incomes=INCOMES,
    )


async def own(store: Store, number: int) -> Actor:
    mine = await own_applications.of_number(store, number=number)
    assert mine is not None
    return Actor(ActorKind.PERSON, str(mine.person_id))


async def propose(store: Store) -> int:
    made = await selection.propose(store, marathon_id=1, now=NOW, actor=OPERATOR, incomes=INCOMES)
    assert isinstance(made, Proposed)
    return made.number


async def approve(store: Store, number: int) -> object:
    return await selection.approve(store, marathon_id=1, number=number, now=NOW, actor=OPERATOR, incomes=INCOMES)


async def group_of(store: Store, number: int) -> str | None:
    mine = await own_applications.of_number(store, number=number)
    assert mine is not None
    return mine.form.cohort


async def test_the_person_changes_it_until_the_close_and_nobody_else_does(store: Store) -> None:
    await a_marathon(store)
    first, second = [await send(store, 1, number) for number in (1, 2)]
    me, other = await own(store, first), await own(store, second)
    before, after = OPENS + timedelta(days=1), CLOSES
    answers = [
        await change(store, first, "asia", actor=me, now=before),
        await change(store, first, "africa", actor=me, now=before),
        await change(store, first, None, actor=me, now=before),
        await change(store, first, "europe", actor=me, now=before),
        await change(store, first, "asia", actor=me, now=after),
        await change(store, first, "asia", actor=other, now=before),
        await change(store, 99, "asia", actor=OPERATOR, reason="x"),
    ]
    assert answers == [
        InCohort(application_id=first, before=None, after="asia"),
        UnknownChoice(field="cohort", value="africa", choices=("asia", "europe")),
        InCohort(application_id=first, before="asia", after=None),
        InCohort(application_id=first, before=None, after="europe"),
        ApplicationsClosed(opens=OPENS, closes=CLOSES),
        NotAllowed(needs=("organiser",)),
        UnknownApplication(number=99),
    ]
    assert (await group_of(store, first), await deliveries.ledger(store, 1)) == ("europe", ())
    assert isinstance(await store.read(verify), Verified)


async def test_an_organiser_changes_it_later_with_a_reason_and_the_person_is_told(store: Store) -> None:
    await a_marathon(store)
    first, second = [await send(store, 1, number, cohort="") for number in (1, 2)]
    await change(store, first, "asia", reason="asked by phone")
    await change(store, second, "asia", reason="asked by phone")
    assert isinstance(await approve(store, await propose(store)), Approved)
    me = await own(store, first)
    assert await change(store, first, "europe", actor=me) == FieldsFixed(fields=("cohort",), status="offered")
    await places.accept(store, marathon_id=1, person_id=int(me.id), now=NOW, actor=me)
    answers = [
        await change(store, first, "europe"),
        await change(store, first, None, reason="any"),
        await change(store, first, "asia", reason="the same"),
        await change(store, first, "europe", reason="works at night", now=NOW + timedelta(hours=1)),
    ]
    assert answers == [
        ReasonNeeded(event="edit"),
        ValueMissing(field="cohort"),
        InCohort(application_id=first, before="asia", after="asia"),
        InCohort(application_id=first, before="asia", after="europe", offered=(second,)),
    ]
    at = f"cohort:{to_micros(NOW + timedelta(hours=1))}"
    told = [one for one in await deliveries.ledger(store, 1) if one.key.occurrence.endswith(at)]
    assert {(one.key.kind, one.means, str(one.payload.get("role", one.payload.get("cohort")))) for one in told} == {
        ("cohort-changed", Means.DM, "Europe"),
        ("role", Means.ROLE, "role:cohort:asia"),
        ("role", Means.ROLE, "role:cohort:europe"),
    }
    assert {one.payload["role"] for one in told if one.payload.get("take")} == {"role:cohort:asia"}
    assert isinstance(await store.read(verify), Verified)


async def test_a_full_group_takes_nobody_and_presence_in_one_is_not_lost(store: Store) -> None:
    planned = await a_marathon(store)
    first, second = [await send(store, 1, number) for number in (1, 2)]
    await change(store, first, "asia", reason="asked")
    await change(store, second, "europe", reason="asked")
    await approve(store, await propose(store))
    assert await change(store, second, "asia", reason="asked") == NoFreePlace(capacity=1, taken=1)
    values = {
        "marathon_id": 1,
        "session_id": planned.sessions[0].id,
        "person_id": int((await own(store, first)).id),
        "kind": "check-in",
        "key": "check-in:1",
        "at_us": to_micros(planned.sessions[0].start),
        "detail": {},
    }
    await store.append_evidence(values, an_entry("attendance.checked-in"))
    assert await change(store, first, "europe", reason="asked") == AttendedInGroup(cohort="asia", sessions=(1,))
    assert [await group_of(store, number) for number in (first, second)] == ["asia", "europe"]


async def test_a_proposal_changed_by_hand_cannot_overfill_a_group(store: Store) -> None:
    await a_marathon(store)
    numbers = [await send(store, 1, number) for number in (1, 2)]
    for number in numbers:
        await change(store, number, "asia", reason="asked")
    proposed = await propose(store)
    await selection.change_decision(
        store,
        marathon_id=1,
        number=proposed,
        application_id=numbers[1],
        decision=Decision.OFFER,
        reason="a speaker",
        now=NOW,
        actor=OPERATOR,
    )
    assert await approve(store, proposed) == NoFreePlace(capacity=1, taken=0)


STATES = st.builds(
    ApplicationState,
    status=st.sampled_from(ApplicationStatus),
    applied=st.just(OPENS),
    offer_deadline=st.just(NOW + timedelta(days=3)),
)
CHANGES = st.builds(
    CohortChange,
    before=st.sampled_from([None, *GROUPS]),
    after=st.sampled_from([None, *GROUPS, "africa"]),
    own=st.booleans(),
    reason=st.sampled_from(["", " ", "asked"]),
    attended=st.lists(st.integers(1, 3), max_size=2, unique=True),
)


@given(STATES, CHANGES, st.integers(0, 3), st.sampled_from([OPENS - timedelta(days=1), OPENS, CLOSES, NOW]))
def test_whatever_is_let_through_keeps_every_promise(
    state: ApplicationState, change: CohortChange, taken: int, now: datetime
) -> None:
    window = Window(opens=OPENS, closes=CLOSES)
    refused = refuse_change(state, change, capacities=GROUPS, taken=taken, window=window, now=now)
    if refused is not None or change.before == change.after:
        return
    assert change.after in (None, *GROUPS)
    if change.own:
        assert state.status not in JUDGED_ALREADY
        assert window.is_open(now)
    else:
        assert change.reason.strip()
    if state.status in KEEPS_A_PLACE:
        assert change.after is not None
        assert taken < GROUPS[change.after]
        assert not change.attended


@pytest.mark.parametrize("status", [ApplicationStatus.WITHDRAWN, ApplicationStatus.REJECTED, ApplicationStatus.EXPIRED])
def test_what_is_over_has_no_group_to_change(status: ApplicationStatus) -> None:
    change = CohortChange(before=None, after="asia", own=False, reason="asked")
    state = ApplicationState(status=status, applied=OPENS)
    refused = refuse_change(state, change, capacities=GROUPS, taken=0, window=Window(), now=NOW)
    assert isinstance(refused, NotPossibleNow)
