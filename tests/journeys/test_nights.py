"""Nights through the real bot: what the organisers' desk reads in the morning, and what it reads when a night fails."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import Installation
from bot.chat.context import escape
from bot.clock import CourseClock
from bot.rehearsal.discord_server import Channel, LocalDiscord
from bot.rehearsal.stage import Stage
from sessions.services import programmes, setup
from sessions.services.programmes import Planned
from sessions.storage.copies import read_head
from sessions.storage.rotation import Rotation
from tests.journeys.reminder_simulation import OPERATOR, a_marathon_programme

TOKEN = "a-token-of-the-night"
EVENING = datetime(2025, 9, 1, 18, 0, tzinfo=UTC)
NIGHT = datetime(2025, 9, 2, 1, 0, tzinfo=UTC)
"""Three in the morning in Zurich."""


@dataclass(frozen=True, slots=True)
class Scene:
    installation: Installation
    clock: CourseClock
    stage: Stage
    desk: Channel

    async def wait_until(self, moment: datetime) -> None:
        self.clock.move_to(moment)
        await self.stage.rest()

    def read(self) -> Sequence[tuple[str, str]]:
        """Title and text of every message at the desk, in order."""
        embeds = [message.embeds[0] for message in self.desk.messages.values()]
        return [(str(embed["title"]), str(embed["description"])) for embed in embeds]


@asynccontextmanager
async def a_scene(folder: Path) -> AsyncIterator[Scene]:
    """A bot that runs, and a marathon in preparation whose guild has a desk."""
    clock = CourseClock(EVENING)
    discord = LocalDiscord(clock=clock)
    await discord.start()
    application = discord.add_application(token=TOKEN, name="Marathon")
    guild = discord.add_guild(name="Hub", owner=discord.add_person(name="Olga"), bot=application)
    desk = discord.add_channel(guild, "desk")
    installation = await Installation.open(
        f"sqlite:///{folder / 'marathon.sqlite3'}",
        clock=clock,
        rotation=Rotation(folder=folder / "backups", keep=2),
    )
    try:
        await installation.start_bot(TOKEN, api_url=discord.api_url)
        planned = await programmes.take(installation.store, a_marathon_programme(), actor=OPERATOR, now=EVENING)
        assert isinstance(planned, Planned)
        made = {"channel:desk": desk.id}
        await setup.bind(
            installation.store, planned.marathon.id, guild_id=guild.id, made=made, actor=OPERATOR, now=EVENING
        )
        yield Scene(installation, clock, Stage(clock=clock, discord=discord, installation=installation), desk)
    finally:
        await installation.close()
        await discord.stop()


async def test_in_the_morning_the_desk_reads_the_newest_hash_and_the_backup_holds_it(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        await scene.wait_until(NIGHT - timedelta(seconds=1))
        assert scene.read() == []
        await scene.wait_until(NIGHT)
        await scene.wait_until(NIGHT + timedelta(hours=12))
        (backup,) = (tmp_path / "backups").iterdir()
        entries, head = read_head(backup)
        ((title, text),) = scene.read()
        assert title == "Last night’s keeping of the record"
        assert text.splitlines() == [
            f"The record agrees with its journal: {entries} entries, 10 rows. It was backed up as "
            "`marathon.night-2025-09-02T010000Z.sqlite3`. Newest hash of the journal, which proves later that nothing "
            "was cut off (`marathon journal verify --head`):",
            f"`{head}`",
        ]


async def test_a_backup_that_cannot_be_made_reaches_the_desk_with_the_cure_and_the_next_night_tries_again(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "backups"
    folder.write_text("a file where the folder should be")
    async with a_scene(tmp_path) as scene:
        await scene.wait_until(NIGHT)
        told = scene.read()
        assert sorted(title for title, _ in told) == ["Last night’s keeping of the record", "Something needs you"]
        why = f"The backups' folder {folder} cannot be used: File exists."
        assert dict(told)["Something needs you"] == (
            "Last night’s backup could not be made. "
            f"{escape(why)} "
            "Make room on the disk and see that Marathon may write in the folder `MARATHON_BACKUPS_DIR`; "
            "`marathon backup` makes a backup at once, and the next night tries again."
        )
        folder.unlink()
        await scene.wait_until(NIGHT + timedelta(days=1))
        assert [path.name for path in folder.iterdir()] == ["marathon.night-2025-09-03T010000Z.sqlite3"]


async def test_a_bot_that_was_down_for_ten_nights_keeps_one_when_it_starts(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        await scene.wait_until(NIGHT)
        await scene.wait_until(NIGHT + timedelta(days=10, hours=7))
        assert len(scene.read()) == 2
        assert len(list((tmp_path / "backups").iterdir())) == 2
