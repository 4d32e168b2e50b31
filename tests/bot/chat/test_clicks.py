"""The shortest way of a press and its answer, over the wire."""

import asyncio

import aiohttp
import discord
import pytest
from discord.webhook.async_ import async_context

from bot.chat.answers import AT_ONCE, Answers, note_heard
from bot.chat.clicks import Clicks
from bot.chat.patience import PatientAdapter
from bot.rehearsal.discord_server import ReplyKind
from tests.bot.rehearsal.discord_server.bare_bot import BareBot, Scene, a_bot, a_scene


async def a_post(scene: Scene, bot: BareBot, custom_id: str) -> discord.Message:
    """A message with one button."""
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Press", custom_id=custom_id))
    view.stop()
    return await bot.general.send("Here", view=view)


async def test_a_press_of_check_in_is_taken_without_its_message_and_answered_once() -> None:
    taken: list[tuple[str, discord.Message | None, int]] = []
    answers = Answers()

    async def take(interaction: discord.Interaction, custom_id: str) -> None:
        taken.append((custom_id, interaction.message, interaction.user.id))
        await answers.tell(interaction, "You are in.")

    async with a_scene() as scene, a_bot(scene.server) as bot:
        Clicks(take).connect(bot)
        post = await a_post(scene, bot, "checkin:1:7")
        reply = await scene.ana.click(scene.guild.channel("general").messages[post.id], "Press")
        assert (reply.kind, reply.text, reply.ephemeral) == (ReplyKind.MESSAGE, "You are in.", True)
        assert taken == [("checkin:1:7", None, scene.ana.id)]


async def test_other_presses_go_their_ordinary_way_with_their_message() -> None:
    heard: list[int | None] = []

    async def take(_interaction: discord.Interaction, custom_id: str) -> None:
        raise AssertionError(custom_id)

    async with a_scene() as scene, a_bot(scene.server) as bot:
        Clicks(take).connect(bot)

        @bot.event
        async def on_interaction(interaction: discord.Interaction) -> None:
            heard.append(None if interaction.message is None else interaction.message.id)
            await interaction.response.send_message("Done", ephemeral=True)

        post = await a_post(scene, bot, "do:1:anything:")
        reply = await scene.ana.click(scene.guild.channel("general").messages[post.id], "Press")
        assert (reply.text, heard) == ("Done", [post.id])


class Slow(PatientAdapter):
    """Answers arrive when the test lets them."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()
        self.full = asyncio.Event()
        self.begun = 0

    async def request(
        self, route: discord.http.Route, session: aiohttp.ClientSession, **options: object
    ) -> dict[str, object]:
        self.begun += 1
        if self.begun == AT_ONCE:
            self.full.set()
        await self.gate.wait()
        return {}


class Pressed(discord.Interaction):
    """As much of an interaction as an answer needs."""

    def __init__(self, number: int, session: aiohttp.ClientSession) -> None:
        self.id, self.token, self.extras = number, "token", {}
        self._cs_followup = discord.Webhook.partial(number, "token", session=session)
        note_heard(self)


async def test_whoever_waited_for_longer_than_discord_does_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    adapter, answers = Slow(), Answers()
    before = async_context.set(adapter)
    async with aiohttp.ClientSession() as session:
        presses = [Pressed(number, session) for number in range(AT_ONCE + 3)]
        told = [asyncio.create_task(answers.tell(press, "You are in.")) for press in presses]
        await adapter.full.wait()
        real = asyncio.get_running_loop().time
        monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: real() + 3.1)
        adapter.gate.set()
        await asyncio.gather(*told)
    async_context.reset(before)
    assert adapter.begun == AT_ONCE
