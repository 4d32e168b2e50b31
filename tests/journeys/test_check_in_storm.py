"""Three hundred people press the button at once: what the record holds is what people were told, in three seconds."""

import asyncio
from datetime import datetime
from pathlib import Path

from bot.app import Installation
from bot.chat.views.check_in import check_in_view
from bot.clock import CourseClock
from bot.rehearsal.discord_server import LocalDiscord
from bot.rehearsal.participants import PATIENCE, find
from bot.rehearsal.stage import Stage
from sessions.services import attendance, setup
from sessions.storage import schema
from sessions.storage.store import Transaction
from sessions.storage.verification import Verified, verify
from tests.sessions.applicants import OPERATOR
from tests.sessions.attendees import a_marathon, add_participants

PEOPLE = 300
TOKEN = "a-token-of-the-storm"
DURING = datetime.fromisoformat("2025-09-09T12:05:00+00:00")


async def test_everybody_who_was_told_that_it_is_saved_is_in_the_record_and_nobody_else(tmp_path: Path) -> None:
    clock = CourseClock(DURING)
    discord = LocalDiscord(clock=clock)
    await discord.start()
    application = discord.add_application(token=TOKEN, name="Marathon")
    guild = discord.add_guild(name="Hub", owner=discord.add_person(name="Olga"), bot=application)
    hall = discord.add_channel(guild, "sessions")
    people = [discord.add_person(name=f"Person {number}") for number in range(PEOPLE)]
    for person in people:
        await person.join(guild)
    installation = await Installation.open(f"sqlite:///{tmp_path / 'marathon.db'}", clock=clock)
    try:
        store = installation.store
        marathon, session = await a_marathon(store)
        named = [(f"Person {number}", f"p{number}@example.org") for number in range(PEOPLE)]
        ids = await add_participants(store, marathon.id, named)

        async def link(tx: Transaction) -> None:
            table = schema.persons
            for person_id, account in zip(ids, people, strict=True):
                change = table.update().where(table.c.id == person_id).values(discord_id=account.id)
                await tx.connection.execute(change)

        await store.write(link)
        await setup.bind(store, marathon.id, guild_id=guild.id, made={}, actor=OPERATOR, now=DURING)
        await installation.start_bot(TOKEN, api_url=discord.api_url)
        assert installation.client is not None
        target = installation.client.get_partial_messageable(hall.id)
        await target.send("Check in", view=check_in_view(session.id, "I am here"))
        await Stage(clock=clock, discord=discord, installation=installation).rest()
        button = f"checkin:1:{session.id}"
        (message,) = [one for one in hall.messages.values() if find(one, button)]
        replies = await asyncio.gather(*(person.click(message, button) for person in people))
        told = {
            (person.id, session.id)
            for person, reply in zip(people, replies, strict=True)
            if not reply.failed and "This is saved." in reply.text
        }
        assert max(reply.elapsed for reply in replies) < PATIENCE
        assert len(told) == PEOPLE
        assert await attendance.check_ins_kept(store, marathon.id) == told
        assert isinstance(await store.read(verify), Verified)
    finally:
        await installation.close()
        await discord.stop()
