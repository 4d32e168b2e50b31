"""People at risk are told once, by day, while they can still do something: the real record, its clock moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.domain.completion import CompletionCode, CompletionRule, CompletionStatus
from sessions.domain.deliveries import Delivery, DeliveryKind, DeliveryState, NotSent
from sessions.domain.moments import to_local, to_micros
from sessions.domain.reminders import Means
from sessions.domain.risk_notices import unpack
from sessions.services import standing
from sessions.services.programmes import Planned
from sessions.services.risks import RiskNotices
from sessions.storage import deliveries, schema
from sessions.storage.store import Store, Transaction
from tests.builders import a_store
from tests.sessions.certifying import START, add_marathon, add_participant, check_in

RULE = CompletionRule(key="completion", title="Certificate", sessions_needed=2)
OVER = START + timedelta(days=4)


async def announce(store: Store) -> None:
    async def unit(tx: Transaction) -> None:
        moment = to_micros(START - timedelta(days=30))
        await tx.connection.execute(schema.marathons.update().values(announced_us=moment))

    await store.write(unit)


async def live_in(store: Store, person_id: int, zone: str, *, discord: bool = True) -> None:
    async def unit(tx: Transaction) -> None:
        values: dict[str, object] = {"zone": zone} if discord else {"zone": zone, "discord_id": None}
        await tx.connection.execute(schema.persons.update().where(schema.persons.c.id == person_id).values(values))

    await store.write(unit)


async def told(store: Store) -> list[Delivery]:
    rows = await store.read(lambda connection: deliveries.ledger(connection, 1, limit=1000))
    return sorted((one for one in rows if one.key.kind == DeliveryKind.AT_RISK), key=lambda one: one.due)


async def play(store: Store, notices: RiskNotices, start: datetime, end: datetime) -> None:
    """As the heartbeat does: at each moment that was asked for."""
    now = start
    while now < end:
        following = await notices.owe(now)
        now = end if following is None else following


async def a_marathon(store: Store, *rules: CompletionRule) -> Planned:
    planned = await add_marathon(store, *(rules or (RULE,)))
    await announce(store)
    return planned


async def test_who_missed_a_session_is_told_once_in_the_daytime_of_their_own_zone(store: Store) -> None:
    planned = await a_marathon(store)
    here = await add_participant(store, 1, "Ada", discord_id=1)
    there = await add_participant(store, 1, "Kim", discord_id=2)
    letter = await add_participant(store, 1, "Leo", discord_id=3)
    present = await add_participant(store, 1, "Pia", discord_id=4)
    await live_in(store, there, "Asia/Seoul")
    await live_in(store, letter, "America/Lima", discord=False)
    await check_in(store, planned, present, 1)
    await play(store, RiskNotices(store), START - timedelta(days=1), START + timedelta(hours=23))
    found = {one.key.subject: one for one in await told(store)}
    assert {subject: (one.due, one.means) for subject, one in found.items()} == {
        f"person:{here}": (datetime(2025, 9, 9, 14, 40, tzinfo=UTC), Means.DM),  # 17:40 in Nairobi
        f"person:{there}": (datetime(2025, 9, 10, 0, 0, tzinfo=UTC), Means.DM),  # 09:00 in Seoul
        f"person:{letter}": (datetime(2025, 9, 9, 14, 40, tzinfo=UTC), Means.EMAIL),  # 09:40 in Lima
    }
    (reason,) = unpack(found[f"person:{here}"].payload["reasons"])
    assert (reason.code, reason.facts) == (
        CompletionCode.SESSIONS_SHORT,
        {"needed": 2, "have": 0, "of": 3, "left": 2, "may_miss": 0, "make_good": 0},
    )


async def test_a_bot_that_starts_again_tells_nobody_twice(store: Store) -> None:
    await a_marathon(store)
    await add_participant(store, 1, "Ada", discord_id=1)
    await play(store, RiskNotices(store), START, START + timedelta(hours=6))
    await play(store, RiskNotices(store), START + timedelta(hours=6), OVER)
    assert len(await told(store)) == 1


async def test_who_made_good_before_the_morning_is_not_told(store: Store) -> None:
    planned = await a_marathon(store)
    person = await add_participant(store, 1, "Kim", discord_id=1)
    await live_in(store, person, "Asia/Seoul")
    notices = RiskNotices(store)
    await play(store, notices, START, START + timedelta(hours=5))
    await check_in(store, planned, person, 1)  # an organiser let it in by hand
    await play(store, notices, START + timedelta(hours=5), START + timedelta(hours=20))
    assert await told(store) == []


async def test_who_was_asleep_while_the_bot_was_away_is_told_the_next_morning(store: Store) -> None:
    await a_marathon(store)
    person = await add_participant(store, 1, "Ada", discord_id=1)
    await live_in(store, person, "Africa/Nairobi")
    night = datetime(2025, 9, 9, 22, tzinfo=UTC)  # one at night
    await play(store, RiskNotices(store), night, night + timedelta(hours=10))
    assert [one.due for one in await told(store)] == [datetime(2025, 9, 10, 6, tzinfo=UTC)]


async def test_what_could_not_be_said_by_the_evening_is_owed_again_after_the_next_session(store: Store) -> None:
    planned = await a_marathon(store, CompletionRule(key="completion", title="C", sessions_needed=2, minutes_needed=1))
    person = await add_participant(store, 1, "Ada", discord_id=1)
    notices = RiskNotices(store)
    await play(store, notices, START, START + timedelta(hours=6))
    (first,) = await told(store)
    await store.write(lambda tx: deliveries.mark_stale(tx, [first.id], "too-late", now=OVER))
    await check_in(store, planned, person, 2)
    await play(store, notices, START + timedelta(hours=6), START + timedelta(hours=30))
    assert [one.state for one in await told(store)] == [DeliveryState.STALE, DeliveryState.DUE]


async def test_a_refused_direct_message_counts_as_told(store: Store) -> None:
    await a_marathon(store)
    await add_participant(store, 1, "Ada", discord_id=1)
    notices = RiskNotices(store)
    await play(store, notices, START, START + timedelta(hours=6))
    (one,) = await told(store)
    refused = NotSent(delivery_id=one.id, reason="forbidden:50007", permanent=True)
    await store.write(lambda tx: deliveries.record_not_sent(tx, one, refused, now=OVER))
    await play(store, RiskNotices(store), START + timedelta(hours=7), OVER)
    assert len(await told(store)) == 1


@dataclass(frozen=True)
class Life:
    zone: str
    present: frozenset[int]


LIVES = st.builds(
    Life,
    zone=st.sampled_from(["Asia/Seoul", "Africa/Nairobi", "America/Lima", "Pacific/Kiritimati", "Pacific/Pago_Pago"]),
    present=st.frozensets(st.sampled_from([1, 2, 3])),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(LIVES, min_size=1, max_size=4), st.integers(1, 3))
async def test_nobody_is_told_twice_at_night_without_need_or_too_late(lives: Sequence[Life], needed: int) -> None:
    """At most once; by day; only who is at risk at that moment; then the sessions that are left suffice."""
    async with a_store() as store:
        planned = await a_marathon(store, CompletionRule(key="completion", title="C", sessions_needed=needed))
        zones = {}
        for number, life in enumerate(lives):
            person = await add_participant(store, 1, f"Person {number}", discord_id=number + 1)
            zones[person] = life.zone
            await live_in(store, person, life.zone)
        notices, said = RiskNotices(store), set()
        now: datetime | None = START - timedelta(hours=1)
        checked: set[int] = set()
        while now is not None and now < OVER:
            for session in planned.sessions:
                if session.start <= now and session.number not in checked:
                    checked.add(session.number)
                    for person, life in zip(zones, lives, strict=True):
                        if session.number in life.present:
                            await check_in(store, planned, person, session.number)
            starts = [one.start for one in planned.sessions if one.start > now]
            following = await notices.owe(now)
            for one in await told(store):
                if one.id in said:
                    continue
                said.add(one.id)
                person = int(one.key.subject.partition(":")[2])
                assert time(9) <= to_local(now, zones[person]).time() < time(20)
                own = await standing.of_person(store, 1, person_id=person, now=now)
                assert own.standing is not None
                (completion,) = own.standing.completions
                assert completion.status is CompletionStatus.AT_RISK
                assert completion.sessions.have + completion.sessions.left >= needed
            now = min((moment for moment in (following, *starts) if moment is not None), default=None)
        subjects = [one.key.subject for one in await told(store)]
        assert len(subjects) == len(set(subjects))
