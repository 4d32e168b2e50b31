"""/attendance code and prompt: the code of the moment for who shows it, and a further check-in during a session."""

from typing import Literal

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import organiser_here
from bot.chat.page import COLOUR
from bot.chat.views.check_in import check_in_view
from sessions.domain.actors import Role
from sessions.services import setup
from sessions.services.attendance import ShownCode

Prompt = Literal["start", "middle", "end"]
Number = app_commands.Range[int, 1, 99]


def add(chat: Chat, commands: app_commands.Group) -> None:
    @commands.command(name="code", description="The code to show to those present, and how long it holds")
    @app_commands.describe(session="The session's number", prompt="Which of several check-ins")
    async def code(interaction: discord.Interaction, session: Number, prompt: Prompt = "start") -> None:
        found = await organiser_here(chat, interaction, Role.ORGANISER, Role.SPEAKER)
        if found is None:
            return
        now = interaction.created_at
        shown = await chat.check_ins.show_code(
            found[0].id, session, prompt="" if prompt == "start" else prompt, actor=found[1], now=now
        )
        if isinstance(shown, ShownCode):
            text = chat.say(
                interaction,
                "code-shown",
                code=f"{shown.code[:3]} {shown.code[3:]}",
                until=discord.utils.format_dt(shown.until, "R"),
                seconds=int((shown.until - now).total_seconds()),
                number=shown.session.number,
            )
            if not shown.asked:
                text += "\n" + chat.say(interaction, "code-not-asked")
        else:
            text = chat.explain(interaction, shown)
        await interaction.response.send_message(text, ephemeral=True)

    @commands.command(name="prompt", description="Post a further check-in, in the middle or at the end of a session")
    @app_commands.describe(session="The session's number", prompt="Which check-in this is")
    async def ask(interaction: discord.Interaction, session: Number, prompt: Literal["middle", "end"]) -> None:
        found = await organiser_here(chat, interaction, Role.ORGANISER, Role.SPEAKER)
        if found is None:
            return
        now = interaction.created_at
        shown = await chat.check_ins.show_code(found[0].id, session, prompt=prompt, actor=found[1], now=now)
        channel_id = (await setup.bindings(chat.store, found[0].id)).get("channel:sessions")
        if not isinstance(shown, ShownCode):
            await interaction.response.send_message(chat.explain(interaction, shown), ephemeral=True)
            return
        if channel_id is None:
            text = chat.say(interaction, "error-not-allowed")
            await interaction.response.send_message(text, ephemeral=True)
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        language = found[0].programme.language
        title = chat.wording.text(f"prompt-{prompt}", language, number=shown.session.number)
        embed = discord.Embed(
            title=shorten(title, 256), description=shorten(escape(shown.session.title), 1000), colour=COLOUR
        )
        view = check_in_view(shown.session.id, chat.wording.text("check-in-button", language), prompt=prompt)
        target = interaction.client.get_partial_messageable(channel_id)
        await target.send(embed=embed, view=view, allowed_mentions=NOBODY)
        await interaction.followup.send(chat.say(interaction, "prompt-posted"), ephemeral=True)
