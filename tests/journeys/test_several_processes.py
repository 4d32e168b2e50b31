"""Several bots on one PostgreSQL: each says its part; one is killed meanwhile, and nothing is lost or said twice."""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from itertools import count as counting
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from sessions.domain.shards import Shards
from sessions.storage import deliveries as ledger
from tests import postgres
from tests.builders import a_store
from tests.journeys.test_killed_bot import Stage

WITHIN = 10.0
"""Seconds after a process's death until the others have said what it had claimed, busy machines included."""
_numbers = counting(1)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres.a_server() as address:
        asyncio.run(postgres.prepare_template(address))
        yield address


async def owners(stage: Stage) -> frozenset[str]:
    """The processes that said something."""
    async with a_store(stage.database) as store:
        return await store.read(lambda connection: ledger.owners(connection, 1))


async def kill_one_of(processes: int, stage: Stage, *, count: int, seed: int) -> None:
    """One of them is killed for good while the others go on."""
    dice = random.Random(seed)
    await stage.prepare()
    bots = [stage.start_bot(Shards((number,), processes)) for number in range(processes)]
    try:
        async with asyncio.timeout(100):
            while len(stage.discord.world.sessions.by_id) < processes:
                assert all(bot.is_alive() for bot in bots)
                await asyncio.sleep(0.05)
        expected = await stage.queue(count)
        await stage.wait_for(dice.randint(1, count // 2))
        victim = bots.pop(dice.randrange(processes))
        victim.kill()
        await asyncio.to_thread(victim.join)
        async with asyncio.timeout(60):
            await stage.wait_for(count)
        async with asyncio.timeout(WITHIN):
            while (states := await stage.states()) != {"sent": count}:
                assert set(states) <= {"sent", "claimed", "due"}
                await asyncio.sleep(0.1)
        said = await owners(stage)
    finally:
        await _end(bots)
        await stage.discord.stop()
    assert Counter(received.nonce for received in stage.discord.received) == dict.fromkeys(expected, 1)
    assert processes - 1 <= len(said) <= processes


async def _end(bots: list[ForkServerProcess]) -> None:
    for bot in bots:
        bot.kill()
        await asyncio.to_thread(bot.join)


@pytest.mark.xdist_group("killed bot")
async def test_one_of_two_dies_and_the_other_says_the_rest(server: str, tmp_path: Path) -> None:
    database = await postgres.create_database(server, f"two_{next(_numbers)}")
    await kill_one_of(2, Stage(tmp_path, database), count=400, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
async def test_one_of_three_dies_in_a_storm(server: str, tmp_path: Path, seed: int) -> None:
    database = await postgres.create_database(server, f"three_{next(_numbers)}")
    await kill_one_of(3, Stage(tmp_path, database), count=4000, seed=seed)
