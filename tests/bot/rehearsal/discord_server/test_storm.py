"""Many people at once; the full storm of 3,000 is a benchmark (tests/benchmarks/storm_of_clicks.py)."""

import asyncio
from collections import Counter

import discord

from tests.bot.rehearsal.discord_server.bare_bot import BareBot, a_bot, a_scene
from tests.bot.rehearsal.discord_server.test_interactions import Panel


async def test_three_hundred_clicks_at_once_are_each_answered_to_the_one_who_clicked() -> None:
    async with a_scene() as scene:
        people = [scene.server.add_person(name=f"Person {number}") for number in range(300)]
        for person in people:
            await person.join(scene.guild)

        async def post_panel(bot: BareBot) -> None:
            view: discord.ui.View = Panel()
            await bot.general.send("Check in here", view=view)

        async with a_bot(scene.server, post_panel):
            message = next(iter(scene.guild.channel("general").messages.values()))
            replies = await asyncio.gather(*(person.click(message, "Check in") for person in people))
            assert [reply.text for reply in replies] == [f"{person.name} en-US" for person in people]
            read = Counter(one.person_id for one in scene.server.received if one.ephemeral)
            assert read == Counter({person.id: 1 for person in people})
