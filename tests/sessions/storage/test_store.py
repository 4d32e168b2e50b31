"""What a store promises to those who write and read through it."""

import asyncio

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.storage import schema
from sessions.storage.store import EvidenceKept, Store, Transaction
from tests.builders import AT, a_check_in, a_store, add_a_marathon, add_a_session, add_persons, an_entry


async def count(connection: AsyncConnection) -> tuple[int, int]:
    """Pieces of evidence, journal entries."""
    evidence = await connection.scalar(select(func.count()).select_from(schema.evidence))
    entries = await connection.scalar(select(func.count()).select_from(schema.journal))
    return evidence or 0, entries or 0


async def test_check_ins_handed_over_together_are_all_kept_with_an_entry_each(store: Store) -> None:
    marathon = await add_a_marathon(store)
    session = await add_a_session(store, marathon)
    persons = await add_persons(store, 25)

    kept = await asyncio.gather(
        *(store.append_evidence(a_check_in(marathon, session, person), an_entry("evidence.kept")) for person in persons)
    )

    assert kept == [EvidenceKept(number, AT, False) for number in range(1, 26)]
    assert await store.read(count) == (25, 27)


async def test_a_second_click_is_told_that_the_first_one_counts(store: Store) -> None:
    marathon = await add_a_marathon(store)
    session = await add_a_session(store, marathon)
    (person,) = await add_persons(store)
    click = a_check_in(marathon, session, person)

    together = await asyncio.gather(*(store.append_evidence(click, an_entry("evidence.kept")) for _ in range(3)))
    later = await store.append_evidence(click, an_entry("evidence.kept"))

    assert together == [EvidenceKept(1, AT, False), EvidenceKept(1, AT, True), EvidenceKept(1, AT, True)]
    assert later == EvidenceKept(1, AT, True)
    assert await store.read(count) == (1, 3)


async def test_a_bad_piece_of_evidence_fails_alone(store: Store) -> None:
    marathon = await add_a_marathon(store)
    session = await add_a_session(store, marathon)
    persons = [*await add_persons(store, 10), 4711]  # 4711: nobody

    answers = await asyncio.gather(
        *(
            store.append_evidence(a_check_in(marathon, session, person), an_entry("evidence.kept"))
            for person in persons
        ),
        return_exceptions=True,
    )

    assert [type(answer) for answer in answers] == [EvidenceKept] * 10 + [type(answers[10])]
    assert "foreign key" in str(answers[10]).lower()
    assert await store.read(count) == (10, 12)


async def test_a_unit_that_fails_leaves_nothing_and_the_next_one_is_not_touched(store: Store) -> None:
    async def fail(transaction: Transaction) -> None:
        values = {"key": "x", "title": "X", "zone": "UTC", "document": {}, "created_us": 0}
        await transaction.insert(schema.marathons, values, an_entry())
        await transaction.insert(schema.marathons, values, an_entry())

    with pytest.raises(IntegrityError):
        await store.write(fail)

    await add_a_marathon(store, "x")
    assert await store.read(count) == (0, 1)


async def test_a_caller_that_goes_away_while_its_unit_waits_takes_it_along(store: Store) -> None:
    began, go_on = asyncio.Event(), asyncio.Event()

    async def slow(_transaction: Transaction) -> None:
        began.set()
        await go_on.wait()

    async def never(transaction: Transaction) -> None:
        transaction.record(an_entry("never"))

    running = asyncio.create_task(store.write(slow))
    await began.wait()
    waiting = asyncio.create_task(store.write(never))
    await asyncio.sleep(0)
    waiting.cancel()
    running.cancel()
    go_on.set()
    await asyncio.gather(running, waiting, return_exceptions=True)

    await add_a_marathon(store)
    assert await store.read(count) == (0, 1)
    assert store.idle


async def test_a_unit_may_not_write_or_read_around_its_transaction(store: Store) -> None:
    async def nested(_transaction: Transaction) -> None:
        await store.read(count)

    with pytest.raises(RuntimeError, match="its own transaction only"):
        await store.write(nested)


async def test_listeners_hear_of_commits_of_their_own_and_of_other_processes(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sessions.storage.store.LOOK_SECONDS", 0.01)
    async with a_store(address) as ours, a_store(address) as theirs:
        heard_by_ours, heard_by_theirs = asyncio.Event(), asyncio.Event()
        ours.on_commit(lambda _: heard_by_ours.set())
        theirs.on_commit(lambda _: heard_by_theirs.set())

        await add_a_marathon(theirs)

        await asyncio.wait_for(heard_by_theirs.wait(), 5)
        await asyncio.wait_for(heard_by_ours.wait(), 5)
