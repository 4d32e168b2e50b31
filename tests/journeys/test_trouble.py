"""What may happen to the machine, each with its stated outcome (docs/decisions, "trouble of the machine"): its clock
jumps, the process is suspended, another program holds the database, the disk is full."""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot import heartbeat
from bot.clock import CourseClock, wire_now
from bot.heartbeat import AFTER_FAILURE, Heartbeat
from bot.rehearsal.discord_server import Channel as DiscordChannel
from bot.rehearsal.discord_server import LocalDiscord, Received
from sessions.domain.deliveries import Delivery, DeliveryKey, DeliveryState, Outcome, Owed, Sent
from sessions.services import deliveries, programmes, reminders, setup
from sessions.services.deliveries import Context, Moments
from sessions.services.programmes import Planned
from sessions.storage import deliveries as ledger
from sessions.storage import engine
from sessions.storage.errors import DiskIsFull
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.builders import a_store
from tests.journeys.killed_bot import start_by
from tests.journeys.reminder_simulation import ANNOUNCED, OPERATOR, a_marathon_programme
from tests.sessions.storage.test_writer import bound_file

START = datetime(2025, 9, 9, 12, 0, tzinfo=UTC)
"""When the first session starts; its check-in opens a quarter of an hour before."""

TOKEN = "a-token-of-the-suspended"
HOUR_BEFORE = ["session:1/reminder:desk/t0", "session:1/reminder:hour/t0"]


class Wall:
    """The machine's clock as the test sets it: nobody is told of it."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def delay_until(self, moment: datetime) -> float:
        return max(0.0, (moment - self.moment).total_seconds())

    def on_moved(self, callback: Callable[[], None]) -> None:
        return None


@dataclass(slots=True)
class Channel:
    """Takes what is said; refuses a nonce twice, as Discord does. ``before``, ``after``: what happens around it."""

    said: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    after: Callable[[], Awaitable[None]] | None = None

    async def send(self, delivery: Delivery, _context: Context, /) -> Outcome:
        key = "/".join((delivery.key.subject, delivery.key.kind, delivery.key.occurrence.partition(":")[0]))
        again = key in self.said
        (self.repeated if again else self.said).append(key)
        if self.after is not None:
            await self.after()
        return Sent(delivery_id=delivery.id, channel_id=1, message_id=len(self.said), repeated=again)

    def heard(self) -> list[str]:
        """What was said since somebody last listened, without roles and events of the guild."""
        heard, self.said = [one for one in self.said if "/event/" not in one], []
        return heard


@dataclass(slots=True)
class Bot:
    """The heart of a bot on a database on disk: the real services, a clock and a channel of the test's own."""

    store: Store
    wall: Wall
    channel: Channel
    heart: Heartbeat = field(init=False)
    beats: asyncio.Queue[datetime] = field(default_factory=asyncio.Queue)

    def __post_init__(self) -> None:
        self.heart = Heartbeat(self.wall, self._beat)

    async def _beat(self, now: datetime) -> datetime | None:
        try:
            agenda = await reminders.owe(self.store, now=now)
            moments = Moments(course=self.wall.now, wire=wire_now)
            await deliveries.dispatch(self.store, self.channel, moments=moments, owner="this one")
            again = await deliveries.next_try(self.store)
            return min((one for one in (agenda.next, again) if one is not None), default=None)
        finally:
            self.beats.put_nowait(now)

    async def beaten(self) -> None:
        """Until a beat is over."""
        await self.beats.get()
        await asyncio.sleep(0)

    async def states(self) -> dict[str, str]:
        rows: Sequence[Delivery] = await self.store.read(lambda connection: ledger.ledger(connection, 1, limit=1000))
        return {f"{row.key.subject}/{row.key.kind}": row.state.value for row in rows if "event" not in row.key.kind}


@pytest.fixture
async def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    """A bot of an announced marathon, a day before its first session; it has said what is due."""
    monkeypatch.setattr(heartbeat, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    async with a_store(f"sqlite:///{tmp_path / 'marathon.sqlite3'}") as store:
        planned = await programmes.take(store, a_marathon_programme(), actor=OPERATOR, now=ANNOUNCED)
        assert isinstance(planned, Planned)
        await setup.bind(store, planned.marathon.id, guild_id=1, made={}, actor=OPERATOR, now=ANNOUNCED)
        await programmes.announce(store, planned.marathon.id, actor=OPERATOR, now=ANNOUNCED)
        made = Bot(store, Wall(START - timedelta(hours=23)), Channel())
        made.heart.start()
        await made.beaten()
        assert made.channel.heard() == ["marathon/announcement/1", "session:1/reminder:day/t0"]
        yield made
        await made.heart.stop()


async def test_a_clock_that_goes_back_an_hour_says_nothing_twice_and_the_next_reminder_at_its_moment(bot: Bot) -> None:
    bot.wall.moment = START - timedelta(hours=1)
    await bot.beaten()
    assert bot.channel.heard() == ["session:1/reminder:desk/t0", "session:1/reminder:hour/t0"]
    bot.wall.moment -= timedelta(hours=1)
    bot.heart.poke()
    await bot.beaten()
    assert (bot.channel.heard(), bot.heart.next) == ([], START - timedelta(minutes=15))
    bot.wall.moment = START - timedelta(minutes=15)
    await bot.beaten()
    assert bot.channel.heard() == ["session:1/check-in-open/t0", "session:1/reminder:quarter/t0"]


async def test_a_clock_that_jumps_forward_a_day_is_noticed_without_being_told(bot: Bot) -> None:
    """What is still useful is said once, folded; what is not is told to the organisers in one note."""
    bot.wall.moment += timedelta(days=1)
    await bot.beaten()
    assert bot.channel.heard() == [
        "session:1/check-in-open/t0",
        "session:1/reminder:now/t0",
        "marathon/desk-note/too-late",
    ]
    assert {name: state for name, state in (await bot.states()).items() if "session:1" in name} == {
        "session:1/reminder:day": "sent",
        "session:1/reminder:desk": "stale",
        "session:1/reminder:hour": "stale",
        "session:1/reminder:quarter": "stale",
        "session:1/reminder:now": "sent",
        "session:1/check-in-open": "sent",
    }
    assert bot.heart.next == START + timedelta(hours=2, minutes=30)


async def hold(file: Path) -> asyncio.subprocess.Process:
    """Another program that holds the database's write lock until its standard input is closed."""
    script = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN IMMEDIATE');"
        " print('held', flush=True); sys.stdin.read(); c.execute('ROLLBACK'); print('let go', flush=True)"
    )
    pipe = asyncio.subprocess.PIPE
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", script, str(file), stdin=pipe, stdout=pipe)
    assert other.stdout is not None
    assert await other.stdout.readline() == b"held\n"
    return other


async def let_go(other: asyncio.subprocess.Process) -> None:
    assert other.stdin is not None
    other.stdin.close()
    await other.wait()


async def test_a_database_that_another_program_holds_delays_reminders_and_loses_none(bot: Bot) -> None:
    """Nothing is said that could not be written down first; the bot looks again after five seconds."""
    assert bot.store.address.path is not None
    other = await hold(bot.store.address.path)
    bot.wall.moment = START - timedelta(hours=1)
    await bot.beaten()
    assert (bot.channel.heard(), bot.heart.failures, bot.heart.next) == ([], 1, bot.wall.moment + AFTER_FAILURE)
    await let_go(other)
    bot.wall.moment += AFTER_FAILURE
    await bot.beaten()
    assert bot.channel.heard() == ["session:1/reminder:desk/t0", "session:1/reminder:hour/t0"]


async def test_a_database_that_is_held_between_saying_and_writing_down_makes_nobody_read_it_twice(bot: Bot) -> None:
    """The message is sent again under its nonce, which Discord refuses to show a second time."""
    assert bot.store.address.path is not None
    held = asyncio.Lock()
    others: list[asyncio.subprocess.Process] = []
    file = bot.store.address.path

    async def take_the_lock() -> None:
        async with held:
            if not others:
                others.append(await hold(file))

    bot.channel.after = take_the_lock
    bot.wall.moment = START - timedelta(hours=1)
    await bot.beaten()
    assert (sorted(bot.channel.said), bot.heart.failures) == (HOUR_BEFORE, 1)
    await let_go(others[0])
    bot.wall.moment += AFTER_FAILURE
    await bot.beaten()
    assert (sorted(bot.channel.said), sorted(bot.channel.repeated)) == (HOUR_BEFORE, HOUR_BEFORE)
    assert (await bot.states())["session:1/reminder:hour"] == DeliveryState.SENT


async def test_a_full_disk_delays_reminders_and_loses_none(bot: Bot) -> None:
    await bound_file(bot.store, more_pages=0)
    await fill(bot.store)
    bot.wall.moment = START - timedelta(hours=1)
    await bot.beaten()
    assert (bot.channel.heard(), bot.heart.failures) == ([], 1)
    await bound_file(bot.store, more_pages=1000)
    bot.wall.moment += AFTER_FAILURE
    await bot.beaten()
    assert sorted(bot.channel.heard()) == HOUR_BEFORE
    assert isinstance(await bot.store.read(verify), Verified)


async def fill(store: Store) -> None:
    """Uses up the room that is left on the pages that the file has: until no row of the ledger fits any more."""
    failed = 0
    for number in range(10_000):
        key = DeliveryKey("simulated", f"session:{number % 9}", "filler:long-enough", f"t{number}", "everyone")
        row = (Owed(key=key, due=ANNOUNCED), "old")
        try:
            await store.write(partial(ledger.queue, marathon_id=1, due=(), stale=[row], now=ANNOUNCED))
        except DiskIsFull:
            failed += 1
        if failed == 50:
            return
    raise AssertionError("the disk is not full")


@pytest.mark.xdist_group("killed bot")
async def test_a_process_suspended_for_six_hours_says_what_is_useful_once_and_tells_what_is_not(tmp_path: Path) -> None:
    """A real bot, stopped by SIGSTOP; six hours pass on its clock; it goes on within seconds of SIGCONT."""
    clock = CourseClock(START - timedelta(hours=6, minutes=15))
    discord = LocalDiscord(clock=clock)
    await discord.start()
    application = discord.add_application(token=TOKEN, name="Marathon")
    guild = discord.add_guild(name="Hub", owner=discord.add_person(name="Olga"), bot=application)
    channels = {name: discord.add_channel(guild, name) for name in ("announcements", "sessions", "desk")}
    database, hands = f"sqlite:///{tmp_path / 'marathon.sqlite3'}", tmp_path / "hands"
    hands.write_text(clock.now().isoformat())
    async with a_store(database) as store:
        planned = await programmes.take(store, a_marathon_programme(), actor=OPERATOR, now=clock.now())
        assert isinstance(planned, Planned)
        made = {f"channel:{name}": channel.id for name, channel in channels.items()}
        await setup.bind(store, planned.marathon.id, guild_id=guild.id, made=made, actor=OPERATOR, now=clock.now())
        await programmes.announce(store, planned.marathon.id, actor=OPERATOR, now=clock.now())
    process = start_by(database, discord.api_url, TOKEN, hands)
    try:
        assert process.pid is not None
        await discord.wait_received(lambda one: one.channel_id == channels["announcements"].id)
        told = []
        spoken = [channels["sessions"], channels["desk"]]
        for expected in (3, 4):
            os.kill(process.pid, signal.SIGSTOP)
            clock.move_to(clock.now() + timedelta(hours=6))
            hands.write_text(clock.now().isoformat())
            os.kill(process.pid, signal.SIGCONT)
            await discord.wait_received(partial(_have_been_said, spoken, expected))
            told.append([titles(channel) for channel in spoken])
        await discord.wait_received(lambda one: one.edited)
        closed = titles(channels["sessions"])[0]
    finally:
        process.kill()
        await asyncio.to_thread(process.join)
        await discord.stop()
    in_time = ["Session 1: check-in is open", "Session 1 begins in 15 minutes"]
    assert told[0] == [in_time, ["Session 1 begins in 2 hours"]]
    assert told[1][1] == ["Session 1 begins in 2 hours", "Something needs you"]
    assert closed == "Session 1 is over"
    heard = Counter(one.nonce for one in discord.received if not one.edited)
    assert max(heard.values()) == 1


def _have_been_said(channels: Sequence[DiscordChannel], count: int, _: Received) -> bool:
    return sum(len(channel.messages) for channel in channels) >= count


def titles(channel: DiscordChannel) -> list[str]:
    return [str(message.embeds[0]["title"]) for message in channel.messages.values()]
