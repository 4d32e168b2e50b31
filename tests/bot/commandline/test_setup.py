"""`marathon setup` by REST against the local Discord: makes, changes nothing twice, repairs, refuses."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.clock import CourseClock
from bot.rehearsal.discord_server import Guild, LocalDiscord, Person
from tests.builders import AT

MADE = {
    "who-cgmp-2025-announcements",
    "who-cgmp-2025-sessions",
    "who-cgmp-2025-desk",
}


@dataclass(frozen=True, slots=True)
class Place:
    discord: LocalDiscord
    guild: Guild
    owner: Person
    folder: Path

    async def marathon(self, *arguments: str, token: str = "right") -> tuple[int, str, str]:
        """Exit code, standard output, standard error of `marathon …` in its own process."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=os.environ
            | {
                "MARATHON_DATABASE_URL": f"sqlite:///{self.folder}/marathon.sqlite3",
                "MARATHON_DISCORD_TOKEN": token,
                "MARATHON_DISCORD_API_URL": self.discord.api_url,
                "MARATHON_LOG_LEVEL": "ERROR",
            },
        )
        out, err = await process.communicate()
        assert process.returncode is not None
        return process.returncode, out.decode(), err.decode()

    def channels(self) -> set[str]:
        return {channel.name for channel in self.guild.channels.values() if channel.name.startswith("who-")}


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    discord = LocalDiscord(clock=CourseClock(AT))
    await discord.start()
    application = discord.add_application(token="right", name="Marathon")
    owner = discord.add_person(name="Owner")
    found = Place(discord, discord.add_guild(name="School", owner=owner, bot=application), owner, tmp_path)
    code, _, _ = await found.marathon("programme", "import", "who-cgmp-2025")
    assert code == 0
    yield found
    await discord.stop()


async def test_setup_makes_what_is_missing_and_nothing_a_second_time_and_repairs_what_was_deleted(place: Place) -> None:
    options = ("setup", "--guild", str(place.guild.id), "--organiser", str(place.owner.id), "--yes")
    code, out, _ = await place.marathon(*options)
    assert (code, place.channels()) == (0, MADE)
    assert out.count("is made") == 5
    assert "who-cgmp-2025-organiser" in place.owner.role_names(place.guild)

    code, out, _ = await place.marathon(*options)
    assert (code, out.count("is made"), out.count("stays")) == (0, 0, 5)

    gone = next(channel for channel in place.guild.channels.values() if channel.name.endswith("-desk"))
    del place.guild.channels[gone.id]
    code, out, _ = await place.marathon(*options)
    assert (code, place.channels(), out.count("is made")) == (0, MADE, 1)


async def test_setup_refuses_in_one_sentence_and_changes_nothing(place: Place) -> None:
    code, _, err = await place.marathon("setup", "--guild", str(place.guild.id), "--yes", token="wrong")
    assert (code, err) == (
        1,
        "marathon: Discord refuses the token: make a new one at https://discord.com/developers.\n",
    )
    code, _, err = await place.marathon("setup", "--guild", "1234", "--yes")
    assert (code, err) == (
        1,
        "marathon: The bot is in no server with the id 1234. Invite it first: the README has the address.\n",
    )
    assert place.channels() == set()
