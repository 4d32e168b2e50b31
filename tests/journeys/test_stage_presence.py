"""A stage session through the local Discord: people come, go, lose their connection and come back; the bot restarts in
the middle; the minutes in the record are right to the second."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bot.app import Installation
from bot.clock import CourseClock
from bot.rehearsal.discord_server import ChannelType, LocalDiscord
from bot.rehearsal.stage import Stage
from sessions.domain.attendance import Verdict
from sessions.services import attendance, setup
from sessions.services.attendance import SessionAttendance
from sessions.storage import schema
from sessions.storage.store import Transaction
from sessions.storage.verification import Verified, verify
from tests.sessions.applicants import OPERATOR
from tests.sessions.attendees import a_marathon, add_participants

TOKEN = "a-token-of-the-stage"


@asynccontextmanager
async def running(url: str, clock: CourseClock, discord: LocalDiscord) -> AsyncIterator[Installation]:
    installation = await Installation.open(url, clock=clock)
    try:
        await installation.start_bot(TOKEN, api_url=discord.api_url)
        yield installation
    finally:
        await installation.close()


async def test_minutes_on_a_stage_are_right_to_the_second_over_reconnects_and_a_restart(tmp_path: Path) -> None:
    start = datetime.fromisoformat("2025-09-09T12:00:00+00:00")
    clock = CourseClock(start - timedelta(minutes=20))
    discord = LocalDiscord(clock=clock)
    await discord.start()
    application = discord.add_application(token=TOKEN, name="Marathon")
    guild = discord.add_guild(name="Hub", owner=discord.add_person(name="Olga"), bot=application)
    hall = discord.add_channel(guild, "Great hall", ChannelType.STAGE)
    lounge = discord.add_channel(guild, "Lounge", ChannelType.VOICE)
    amina, rahul, chidi = [discord.add_person(name=name) for name in ("Amina", "Rahul", "Chidi")]
    for person in (amina, rahul, chidi):
        await person.join(guild)
    url = f"sqlite:///{tmp_path / 'marathon.db'}"

    def at(minutes: int, seconds: int = 0) -> None:
        clock.move_to(start + timedelta(minutes=minutes, seconds=seconds))

    async with running(url, clock, discord) as installation:
        store = installation.store
        marathon, _ = await a_marathon(store)
        people = await add_participants(store, marathon.id)

        async def link(tx: Transaction) -> None:
            for person_id, account in zip(people, (amina, rahul, chidi), strict=True):
                table = schema.persons
                change = table.update().where(table.c.id == person_id).values(discord_id=account.id)
                await tx.connection.execute(change)

        await store.write(link)
        made = {"channel:voice": hall.id}
        await setup.bind(store, marathon.id, guild_id=guild.id, made=made, actor=OPERATOR, now=clock.now())
        stage = Stage(clock=clock, discord=discord, installation=installation)
        at(-5)
        await amina.voice_join(hall)  # early: only the session counts
        await chidi.voice_join(lounge)  # another channel
        await stage.rest()
        at(10, 17)
        await rahul.voice_join(hall)
        await stage.rest()
        at(20, 30)
        await rahul.voice_leave()
        await stage.rest()
        at(22, 5)
        await rahul.voice_join(hall)
        await chidi.voice_join(hall)  # moves
        await stage.rest()
        at(50)
        await amina.raise_hand()
        await stage.rest()
        at(60)

    at(61, 30)
    await chidi.voice_leave()  # while nobody watches
    at(62)
    async with running(url, clock, discord) as installation:
        stage = Stage(clock=clock, discord=discord, installation=installation)
        await stage.rest()
        at(100)
        await rahul.voice_leave()
        await stage.rest()
        at(125)
        await amina.voice_leave()  # late: only the session counts
        await stage.rest()
        shown = await attendance.show(installation.store, marathon.id, 1, now=clock.now())
        assert isinstance(shown, SessionAttendance)
        assert [(one.attendance.seconds, one.attendance.verdict) for one in shown.attendees] == [
            (60 * 60 + 58 * 60, Verdict.PRESENT),
            (613 + (60 * 60 - 22 * 60 - 5) + 38 * 60, Verdict.PARTIAL),
            (60 * 60 - 22 * 60 - 5, Verdict.PARTIAL),
        ]
        assert isinstance(await installation.store.read(verify), Verified)
    await discord.stop()
