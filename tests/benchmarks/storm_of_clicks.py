"""A storm: so many people click within one second, and each must be answered within three.

    python -m tests.benchmarks.storm_of_clicks [PEOPLE] [SECONDS]

The server and its people run here, a no-op bot in another process. Prints one line of figures, in real seconds.
"""

import asyncio
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psutil

from bot.clock import CourseClock
from bot.rehearsal.discord_server import LocalDiscord, Message, Person, Reply
from tests.benchmarks.figures import Figure, at_most

TOKEN = "a-token-of-the-storm"
REST = 0.5
"""Seconds in which a bot at rest uses less than a twentieth of a processor."""
START = datetime(2025, 9, 9, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """``elapsed`` is sorted: seconds from each click to its acknowledgement."""

    people: int
    kinds: Counter[str]
    elapsed: list[float]
    total: float
    server_cpu: float
    bot_cpu: float

    def at(self, share: float) -> float:
        return self.elapsed[min(len(self.elapsed) - 1, int(share * len(self.elapsed)))]

    def __str__(self) -> str:
        rate = self.people / self.total
        return (
            f"{self.people} clicks: {dict(self.kinds)}; seconds to the answer: median {self.at(0.5):.3f}, "
            f"p99 {self.at(0.99):.3f}, longest {self.elapsed[-1]:.3f}; all within {self.total:.2f} s ({rate:.0f}/s); "
            f"processor seconds: server and people {self.server_cpu:.2f}, bot {self.bot_cpu:.2f}"
        )


async def come_to_rest(bot: psutil.Process) -> None:
    """Until the bot does nothing: a storm is measured, not what begins with the bot (announcements, a night's work)."""
    before = -1.0
    while (now := bot.cpu_times().user + bot.cpu_times().system) - before > REST * 0.05:
        before = now
        await asyncio.sleep(REST)


async def click_all(
    people: list[Person], message: Message, bot: psutil.Process, *, within: float, button: str = "Check in"
) -> Figures:
    """Everybody clicks once, evenly spread over ``within`` seconds, once the bot is at rest."""
    await come_to_rest(bot)
    loop = asyncio.get_running_loop()
    began, server_cpu, bot_cpu = loop.time(), time.process_time(), bot.cpu_times().user + bot.cpu_times().system

    async def click_at(person: Person, delay: float) -> Reply:
        await asyncio.sleep(delay)
        return await person.click(message, button)

    clicks = (click_at(person, within * number / len(people)) for number, person in enumerate(people))
    replies = await asyncio.gather(*clicks)
    return Figures(
        people=len(people),
        kinds=Counter(reply.kind.value for reply in replies),
        elapsed=sorted(reply.elapsed for reply in replies),
        total=loop.time() - began,
        server_cpu=time.process_time() - server_cpu,
        bot_cpu=bot.cpu_times().user + bot.cpu_times().system - bot_cpu,
    )


async def storm(number: int, *, within: float) -> Figures:
    server = LocalDiscord(clock=CourseClock(START))
    await server.start()
    application = server.add_application(token=TOKEN, name="Marathon")
    guild = server.add_guild(name="Hub", owner=server.add_person(name="Olga"), bot=application)
    people = [server.add_person(name=f"Person {count}") for count in range(number)]
    for person in people:
        await person.join(guild)
    command = (sys.executable, "-m", "tests.benchmarks.no_op_bot", server.api_url, server.gateway_url, TOKEN)
    bot = await asyncio.create_subprocess_exec(*command, cwd=Path(__file__).parents[2])
    try:
        panel = await server.wait_received(lambda received: received.author_id == application.user.id)
        await server.wait_idle()
        message = guild.channel("general").messages[panel.message_id]
        return await click_all(people, message, psutil.Process(bot.pid), within=within)
    finally:
        bot.terminate()
        await bot.wait()
        await server.stop()


def measure(number: int = 3000) -> list[Figure]:
    """What the library and the server alone need: the ceiling under which the bot's own work must stay."""
    found = asyncio.run(storm(number, within=1.0))
    answered = found.people - found.kinds["failed"]
    return [
        at_most("storm of clicks, no-op bot: longest answer", found.elapsed[-1], "s", limit=3.0),
        at_most("storm of clicks, no-op bot: clicks without an answer", found.people - answered, "clicks", limit=0),
        at_most("storm of clicks: processor time of server and people", found.server_cpu, "s", limit=2.0),
    ]


if __name__ == "__main__":
    arguments = sys.argv[1:]
    count = int(arguments[0]) if arguments else 3000
    seconds = float(arguments[1]) if len(arguments) > 1 else 1.0
    print(asyncio.run(storm(count, within=seconds)))
