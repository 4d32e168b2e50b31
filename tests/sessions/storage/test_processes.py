"""Processes that share one database on a server: who lives, who keeps house, whose claims are whose."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from sessions.domain.deliveries import DeliveryKey, Owed
from sessions.domain.shards import Shards
from sessions.storage import deliveries, schema
from sessions.storage.processes import OtherCount, ShardTaken
from sessions.storage.store import Change, Store, Transaction
from tests.builders import AT, a_store, add_a_marathon, an_entry

WIRE = datetime(2026, 1, 1, tzinfo=UTC)
CUT = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1"
SOON = 5.0
"""Real seconds in which a change is noticed: one, and as much again as a busy machine may need."""


@pytest.fixture(params=["postgresql"])
def address(address: str) -> str:
    return address


@asynccontextmanager
async def some_bots(address: str, count: int) -> AsyncIterator[list[Store]]:
    """So many stores on one database, each a process's."""
    async with AsyncExitStack() as stack:
        stores = [await stack.enter_async_context(a_store(address)) for _ in range(count)]
        for number, store in enumerate(stores):
            await store.join(Shards((number,), count))
        yield stores


async def heard(store: Store, wanted: Change) -> None:
    """Returns when the store tells of it."""
    told = asyncio.Event()
    store.on_commit(lambda change: told.set() if change is wanted else None)
    async with asyncio.timeout(SOON):
        await told.wait()


def things(count: int) -> list[Owed]:
    return [Owed(key=DeliveryKey("m", "marathon", "k", str(number), "public"), due=AT) for number in range(count)]


async def queue(store: Store, count: int) -> int:
    marathon_id = await add_a_marathon(store)
    await store.write(lambda tx: deliveries.queue(tx, marathon_id, things(count), now=AT))
    return marathon_id


async def claim(store: Store, limit: int) -> list[str]:
    """The occurrences claimed."""

    async def unit(tx: Transaction) -> list[str]:
        found = await deliveries.claim(tx, now=AT, wire=WIRE, owner=store.owner, limit=limit)
        return [one.key.occurrence for one in found]

    return await store.write(unit, beside=True)


async def test_a_shard_is_one_process_s_until_it_ends(address: str) -> None:
    async with a_store(address) as second:
        async with a_store(address) as first:
            await first.join(Shards((0, 1), 4))
            with pytest.raises(ShardTaken, match="Shard 1/4 is run by another process already"):
                await second.join(Shards((1, 2), 4))
            with pytest.raises(OtherCount, match="runs shards of 4, this one was given shards of 2"):
                await second.join(Shards((1,), 2))
            assert (first.present, second.present) == (True, False)
        await second.join(Shards((1, 2), 4))
        assert (second.present, second.keeps_house, second.bots) == (True, True, 1)


async def test_one_process_keeps_house_and_another_follows_it(address: str) -> None:
    async with some_bots(address, 3) as (first, second, third):
        assert [one.keeps_house for one in (first, second, third)] == [True, False, False]
        assert third.bots == 3
        waiting = [asyncio.create_task(heard(one, Change.COMPANY)) for one in (second, third)]
        await first.close()
        await asyncio.gather(*waiting)
        assert sorted(one.keeps_house for one in (second, third)) == [False, True]


async def test_claims_of_the_living_are_theirs_and_those_of_the_dead_are_anybody_s(address: str) -> None:
    async with some_bots(address, 3) as (first, second, third):
        await queue(first, 6)
        claimed = [await claim(one, 2) for one in (first, second, third)]
        assert claimed == [["0", "1"], ["2", "3"], ["4", "5"]]
        assert await claim(second, 10) == ["2", "3"]
        await first.close()
        assert await claim(third, 2) == ["0", "1"]


async def test_two_claim_at_once_and_neither_waits_nor_takes_the_other_s(address: str) -> None:
    async with some_bots(address, 2) as (first, second):
        await queue(first, 10)
        locked, done = asyncio.Event(), asyncio.Event()

        async def slowly(tx: Transaction) -> int:
            found = await deliveries.claim(tx, now=AT, wire=WIRE, owner=first.owner, limit=5)
            locked.set()
            await done.wait()
            return len(found)

        slow = asyncio.create_task(first.write(slowly, beside=True))
        await locked.wait()
        others = await claim(second, 10)
        done.set()
        assert (others, await slow) == (["5", "6", "7", "8", "9"], 5)


async def test_commits_of_others_are_noticed_the_ledger_s_too(address: str) -> None:
    async with some_bots(address, 2) as (first, second):
        waiting = asyncio.create_task(heard(second, Change.FOREIGN))
        marathon_id = await queue(first, 1)
        await waiting
        waiting = asyncio.create_task(heard(second, Change.FOREIGN))
        await first.write(lambda tx: deliveries.queue(tx, marathon_id, things(2), now=AT), beside=True)
        await waiting


async def test_what_a_unit_read_is_still_so_when_it_writes(address: str) -> None:
    """Places are not given twice: of many units at once, in two processes, each sees what the one before did."""

    async def take_a_place(tx: Transaction) -> bool:
        taken = await tx.connection.scalar(select(func.count()).select_from(schema.marathons)) or 0
        await asyncio.sleep(0)
        if taken >= 5:
            return False
        values = {"key": f"m{taken}", "title": "", "zone": "UTC", "document": {}, "created_us": 0}
        await tx.insert(schema.marathons, values, an_entry())
        return True

    async with some_bots(address, 2) as stores:
        took = await asyncio.gather(*(store.write(take_a_place) for store in stores for _ in range(6)))
    assert took.count(True) == 5


async def test_who_was_cut_off_claims_nothing_and_comes_back(address: str) -> None:
    async with some_bots(address, 2) as (first, second):
        assert first.present

        async def cut_off(tx: Transaction) -> None:
            await tx.connection.exec_driver_sql(CUT, (int(first.owner),))

        back = asyncio.create_task(heard(first, Change.COMPANY))
        await second.write(cut_off)
        await back
        assert (first.present, first.bots) == (True, 2)
