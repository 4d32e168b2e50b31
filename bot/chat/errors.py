"""One handler for everything that goes wrong in chat: a useful sentence and a reference number, never a traceback."""

import logging
import secrets

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat

UNKNOWN_INTERACTION = 10062
"""Its three seconds, or its fifteen minutes, are over: nobody would read a further answer, and under a load that made
this one late it would make others late too."""

logger = logging.getLogger(__name__)


class Tree(app_commands.CommandTree[discord.Client]):
    """``chat`` is set by the client before the first interaction."""

    chat: Chat

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Commands are everybody's here; each looks at roles itself."""
        await self.chat.listen(interaction)
        return True

    async def on_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError, /) -> None:
        await report(self.chat, interaction, error)


async def report(chat: Chat, interaction: discord.Interaction, error: Exception) -> None:
    """Tells the person, in this order: what they may not do, that Discord failed, or that we did (with a reference
    that the log carries too)."""
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, discord.NotFound) and cause.code == UNKNOWN_INTERACTION:
        logger.warning("interaction %s was answered too late", interaction.id)
        return
    if isinstance(cause, app_commands.CheckFailure):
        text = chat.say(interaction, "error-not-allowed")
    else:
        reference = secrets.token_hex(4)
        logger.error("interaction %s failed, reference %s", interaction.id, reference, exc_info=cause)
        text = chat.say(interaction, "error-internal", reference=reference)
    try:
        if interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True, allowed_mentions=NOBODY)
        else:
            await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)
    except discord.HTTPException as failure:
        logger.warning("interaction %s cannot be answered: %s", interaction.id, failure)
