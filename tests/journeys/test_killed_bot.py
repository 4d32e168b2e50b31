"""The bot is killed at seeded moments while hundreds of deliveries are due: none is lost and nobody sees one twice."""

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from bot.clock import CourseClock
from bot.rehearsal.discord_server import LocalDiscord
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.reminders import AudienceKind
from sessions.domain.shards import Shards
from sessions.services import programmes, setup
from sessions.services.deliveries import BATCH, CONCURRENCY
from sessions.services.programmes import Planned
from sessions.storage import deliveries as ledger
from tests.builders import a_store
from tests.journeys.killed_bot import start
from tests.journeys.reminder_simulation import OPERATOR, a_marathon_programme

TOKEN = "a-token-to-be-killed"
NOW = datetime(2025, 9, 8, 12, 0, tzinfo=UTC)


class Stage:
    """A local Discord with a marathon's two channels, and a database in which deliveries are due at one instant."""

    def __init__(self, folder: Path, database: str | None = None) -> None:
        self.traffic = folder / "traffic.jsonl"
        self.database = database or f"sqlite:///{folder / 'marathon.db'}"
        self.discord = LocalDiscord(clock=CourseClock(NOW), traffic_log=self.traffic)

    async def set(self, count: int) -> frozenset[str]:
        """Their nonces."""
        await self.prepare()
        return await self.queue(count)

    async def prepare(self) -> None:
        """The Discord runs and the marathon is set up in it; nothing is due."""
        await self.discord.start()
        application = self.discord.add_application(token=TOKEN, name="Marathon")
        guild = self.discord.add_guild(name="Hub", owner=self.discord.add_person(name="Olga"), bot=application)
        made = {f"channel:{name}": self.discord.add_channel(guild, name).id for name in ("announcements", "desk")}
        async with a_store(self.database) as store:
            planned = await programmes.take(store, a_marathon_programme(), actor=OPERATOR, now=NOW)
            assert isinstance(planned, Planned)
            marathon = planned.marathon
            await setup.bind(store, marathon.id, guild_id=guild.id, made=made, actor=OPERATOR, now=NOW)

    async def queue(self, count: int) -> frozenset[str]:
        """So many deliveries are due; their nonces."""
        things = [_a_thing("simulated", number) for number in range(count)]
        async with a_store(self.database) as store:
            await store.write(lambda tx: ledger.queue(tx, 1, things, now=NOW))
        return frozenset(thing.key.nonce for thing in things)

    def start_bot(self, shards: Shards | None = None) -> ForkServerProcess:
        return start(self.database, self.discord.api_url, TOKEN, NOW, shards)

    async def wait_for(self, messages: int) -> None:
        await self.discord.wait_received(lambda _: len(self.discord.received) >= messages)

    async def states(self) -> Counter[str]:
        async with a_store(self.database) as store:
            return Counter(
                row.state.value for row in await store.read(lambda one: ledger.ledger(one, 1, limit=100_000))
            )

    def requests(self) -> int:
        """How often the bot asked for a message to be made."""
        self.discord.flush()
        lines = self.traffic.read_bytes().splitlines()
        return sum(1 for line in lines if line.startswith(b'{"method":"POST"') and b'/messages"' in line[:200])


def _a_thing(marathon: str, number: int) -> Owed:
    if number % 2:
        key = DeliveryKey(marathon, "marathon", DeliveryKind.PLACES_GIVEN, str(number), "public")
        return Owed(key=key, due=NOW, payload={"places": number})
    key = DeliveryKey(marathon, "marathon", DeliveryKind.DESK_NOTE, str(number), AudienceKind.ORGANISERS)
    return Owed(key=key, due=NOW, payload={"note": "too-late", "items": []})


async def kill_again_and_again(folder: Path, *, seed: int, kills: int, count: int) -> None:
    dice = random.Random(seed)
    stage = Stage(folder)
    expected = await stage.set(count)
    try:
        for kill in range(kills):
            seen = len(stage.discord.received)
            bot = stage.start_bot()
            await stage.wait_for(seen + dice.randint(1, max(1, 2 * (count - seen) // (kills - kill + 1) - 1)))
            bot.kill()
            await asyncio.to_thread(bot.join)
        bot = stage.start_bot()
        await stage.wait_for(count)
        async with asyncio.timeout(60):
            while (states := await stage.states()) != {"sent": count}:
                assert set(states) <= {"sent", "claimed", "due"}
                await asyncio.sleep(0.1)
        bot.kill()
        await asyncio.to_thread(bot.join)
    finally:
        await stage.discord.stop()
    heard = Counter(received.nonce for received in stage.discord.received)
    assert heard == dict.fromkeys(expected, 1)
    assert stage.requests() - count < kills * (BATCH + CONCURRENCY)


@pytest.mark.xdist_group("killed bot")
async def test_killed_twenty_times_nothing_is_lost_and_nothing_is_seen_twice(tmp_path: Path) -> None:
    await kill_again_and_again(tmp_path, seed=1, kills=20, count=800)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(5))
async def test_killed_two_hundred_times_nothing_is_lost_and_nothing_is_seen_twice(tmp_path: Path, seed: int) -> None:
    await kill_again_and_again(tmp_path, seed=seed, kills=40, count=4000)
