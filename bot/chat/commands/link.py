"""/link: tying a Discord account to an application that came by a web form."""

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat
from sessions.domain.refusals import Refusal, WrongLinkCode
from sessions.services import linking
from sessions.services.linking import Linked


def command(chat: Chat) -> app_commands.Command[app_commands.Group, ..., None]:
    @app_commands.command(name="link", description="Tie your Discord account to the application you sent elsewhere")
    @app_commands.describe(code="The personal code from the letter")
    @app_commands.guild_only()
    async def link(interaction: discord.Interaction, code: app_commands.Range[str, 1, 40]) -> None:
        number = chat.read_link_code(code)
        outcome: Linked | Refusal = WrongLinkCode()
        if number is not None:
            outcome = await linking.link(
                chat.store, application_id=number, discord_id=interaction.user.id, now=interaction.created_at
            )
        await chat.languages.learn_anew(interaction.user.id)
        text = chat.say(interaction, "link-done") if isinstance(outcome, Linked) else chat.explain(interaction, outcome)
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)

    return link
