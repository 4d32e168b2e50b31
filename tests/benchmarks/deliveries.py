"""Ten thousand deliveries due at one instant: claimed, sent and recorded; over the wire; under limits; and a start
on a long ledger.

    python -m tests.benchmarks.deliveries
"""

import asyncio
import json
import multiprocessing
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import aiohttp
import discord

from bot.app.installation import calm_collector
from bot.chat.client import CONNECTIONS, use_local_discord
from bot.chat.pace import Pace
from bot.chat.sender import DiscordSender
from bot.clock import CourseClock, wire_now
from bot.heartbeat import Heartbeat
from bot.rehearsal.discord_server import DISCORDS_OWN, GENEROUS, Limits, LocalDiscord
from bot.wording import Wording
from config import texts
from sessions.domain.deliveries import Delivery, DeliveryKey, DeliveryKind, Outcome, Owed, Sent
from sessions.services import deliveries, programmes, reminders, setup
from sessions.services.deliveries import CONCURRENCY, Context, Moments
from sessions.services.programmes import Planned
from sessions.storage import deliveries as ledger
from sessions.storage.store import Store
from tests.benchmarks.figures import Figure, at_least, at_most
from tests.journeys.reminder_simulation import OPERATOR, a_marathon_programme

NOW = datetime(2025, 9, 8, 12, 0, tzinfo=UTC)
COUNT = 10_000
LONG = 100_000
LIMITED = 600
TOKEN = "a-token-of-the-benchmark"


class InstantSender:
    async def send(self, delivery: Delivery, _context: Context, /) -> Outcome:
        return Sent(delivery_id=delivery.id, channel_id=1, message_id=delivery.id)


class Stalls:
    """The longest time in which the event loop did nothing else, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def __aenter__(self) -> "Stalls":
        self._task = asyncio.create_task(self._watch())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _watch(self) -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.001)
            self.longest = max(self.longest, (time.perf_counter() - began - 0.001) * 1000)


async def a_marathon(store: Store, made: dict[str, int]) -> int:
    planned = await programmes.take(store, a_marathon_programme(), actor=OPERATOR, now=NOW)
    assert isinstance(planned, Planned)
    await setup.bind(store, planned.marathon.id, guild_id=1, made=made, actor=OPERATOR, now=NOW)
    return planned.marathon.id


async def queue(store: Store, marathon_id: int, count: int) -> None:
    things = [a_thing(number) for number in range(count)]
    await store.write(lambda tx: ledger.queue(tx, marathon_id, things, now=NOW))


def a_thing(number: int) -> Owed:
    key = DeliveryKey("simulated", "marathon", DeliveryKind.PLACES_GIVEN, str(number), "public")
    return Owed(key=key, due=NOW, payload={"places": number})


MOMENTS = Moments(course=lambda: NOW, wire=wire_now)


async def measure_instant(folder: Path) -> list[Figure]:
    calm_collector()  # as the running bot does
    best, stall = float("inf"), float("inf")
    for attempt in range(3):
        store = await Store.open(f"sqlite:///{folder / f'instant{attempt}.db'}")
        await queue(store, await a_marathon(store, {}), COUNT)
        async with Stalls() as stalls:
            began = time.perf_counter()
            sent = await deliveries.dispatch(store, InstantSender(), moments=MOMENTS, owner="benchmark")
            best = min(best, time.perf_counter() - began)
        stall = min(stall, stalls.longest)
        assert sent == COUNT
        await store.close()
    return [
        at_most(f"{COUNT} deliveries claimed, sent and recorded", best, "s", limit=0.6),
        at_most("longest stall of the loop meanwhile", stall, "ms", limit=50),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A local Discord in another process."""

    api_url: str
    guild_id: int
    channel_id: int


def _serve(told: Connection, limits: Limits) -> None:
    asyncio.run(_serve_until_told(told, limits))


async def _serve_until_told(told: Connection, limits: Limits) -> None:
    server = LocalDiscord(clock=CourseClock(NOW), limits=limits)
    await server.start()
    application = server.add_application(token=TOKEN, name="Marathon")
    guild = server.add_guild(name="Hub", owner=server.add_person(name="Olga"), bot=application)
    channel = server.add_channel(guild, "announcements")
    told.send(_Place(api_url=server.api_url, guild_id=guild.id, channel_id=channel.id))
    await asyncio.get_running_loop().run_in_executor(None, told.recv)
    told.send(len({received.message_id for received in server.received}))
    await server.stop()


async def _against(limits: Limits, act: Callable[[_Place], Awaitable[float]]) -> float:
    """What ``act`` measures against a server of its own."""
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(there, limits))
    server.start()
    place = await asyncio.to_thread(here.recv)
    use_local_discord(place.api_url)
    try:
        return await act(place)
    finally:
        here.send("enough")
        await asyncio.to_thread(here.recv)
        await asyncio.to_thread(server.join)


def _client(pace: Pace | None = None) -> discord.Client:
    intents, connector = discord.Intents(guilds=True), aiohttp.TCPConnector(limit=CONNECTIONS)
    if pace is None:
        return discord.Client(intents=intents, connector=connector)
    return discord.Client(intents=intents, connector=connector, http_trace=pace.trace())


async def _bare(place: _Place) -> float:
    """Messages a second of discord.py alone, with the same embed and as many at a time."""
    async with _client() as client:
        await client.login(TOKEN)
        channel = client.get_partial_messageable(place.channel_id)
        numbers = iter(range(COUNT))

        async def work() -> None:
            for number in numbers:
                embed = discord.Embed(title="Places have been given", description=f"{number} applicants have a place.")
                await channel.send(embed=embed.set_footer(text="Building Blocks"), nonce=str(number))

        began = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for _ in range(CONCURRENCY):
                group.create_task(work())
        return COUNT / (time.perf_counter() - began)


async def _ours(place: _Place, folder: Path, *, count: int, pace: Pace | None = None) -> float:
    """Messages a second from the ledger to the wire and back into the ledger."""
    store = await Store.open(f"sqlite:///{folder / f'wire{count}.db'}")
    await queue(store, await a_marathon(store, {"channel:announcements": place.channel_id}), count)
    async with _client(pace) as client:
        await client.login(TOKEN)
        sender = DiscordSender(client, store, Wording(texts.catalogue), lambda _: None)
        began = time.perf_counter()
        sent = await deliveries.dispatch(store, sender, moments=MOMENTS, owner="benchmark")
        took = time.perf_counter() - began
    await store.close()
    assert sent == count
    return count / took


async def measure_wire(folder: Path) -> list[Figure]:
    bare = await _against(GENEROUS, _bare)
    ours = await _against(GENEROUS, lambda place: _ours(place, folder, count=COUNT))
    return [at_least("messages over the wire", ours, "messages/s", ceiling=bare, ratio=0.7)]


async def measure_limited(folder: Path) -> list[Figure]:
    """Against Discord's global limit alone: the channel's own bucket, far lower, is discord.py's to keep."""
    permitted = DISCORDS_OWN.global_per_second
    assert permitted is not None
    pace = Pace()
    limits = Limits(global_per_second=permitted)
    rate = await _against(limits, lambda place: _ours(place, folder, count=LIMITED, pace=pace))
    return [
        at_least("messages under the global limit", rate, "messages/s", ceiling=float(permitted), ratio=0.95),
        at_most("global 429 answers meanwhile", float(pace.refused), "answers", limit=0),
    ]


async def measure_start(folder: Path) -> list[Figure]:
    """From an open database with a long ledger to the first wake-up armed."""
    store = await Store.open(f"sqlite:///{folder / 'long.db'}")
    marathon_id = await a_marathon(store, {})
    await programmes.announce(store, marathon_id, actor=OPERATOR, now=NOW)
    for begin in range(0, LONG, 10_000):
        old = [(a_thing(number), "old") for number in range(begin, begin + 10_000)]
        await store.write(partial(ledger.queue, marathon_id=marathon_id, due=(), stale=old, now=NOW))
    await _beat(store)
    began = time.perf_counter()
    await deliveries.take_over(store, "another")
    first = asyncio.Event()

    async def beat(_: datetime) -> datetime | None:
        first.set()
        return await _beat(store)

    heart = Heartbeat(CourseClock(NOW), beat)
    heart.start()
    await first.wait()
    await heart.stop()  # waits for the beat, which tells when to wake next
    took = time.perf_counter() - began
    assert heart.next is not None
    assert heart.next > NOW
    await store.close()
    return [at_most(f"first wake-up armed on {LONG} rows", took, "s", limit=0.2)]


async def _beat(store: Store) -> datetime | None:
    agenda = await reminders.owe(store, now=NOW)
    await deliveries.dispatch(store, InstantSender(), moments=MOMENTS, owner="another")
    again = await deliveries.next_try(store)
    return min((moment for moment in (agenda.next, again) if moment is not None), default=None)


async def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = [*await measure_instant(folder), *await measure_start(folder)]
        return [*figures, *await measure_wire(folder), *await measure_limited(folder)]


def main() -> list[dict[str, object]]:
    figures = asyncio.run(measure())
    print(*(figure.as_line() for figure in figures), sep="\n")
    found = [figure.as_json() for figure in figures]
    print(json.dumps(found))
    return found


if __name__ == "__main__":
    main()
