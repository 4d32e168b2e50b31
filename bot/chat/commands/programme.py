"""/programme: for organisers."""

import discord
from discord import app_commands

from bot.chat.commands import programme_audit, session_changes
from bot.chat.commands.marathon import programme_embed
from bot.chat.context import NOBODY, Chat
from bot.chat.find import organiser_here
from sessions.domain.actors import Role
from sessions.services import programmes


def group(chat: Chat) -> app_commands.Group:
    commands = app_commands.Group(
        name="programme",
        description="The programme, for organisers",
        guild_only=True,
        default_permissions=discord.Permissions(manage_events=True),
    )

    @commands.command(name="show", description="Sessions with their numbers, times, revisions and venues")
    async def show(interaction: discord.Interaction) -> None:
        found = await organiser_here(chat, interaction, Role.ORGANISER, Role.APPROVER, Role.AUDITOR)
        if found is None:
            return
        planned = await programmes.show(chat.store, found[0].id)
        embed = programme_embed(chat, interaction, planned, interaction.created_at)
        for session in planned.sessions[:20]:
            embed.add_field(
                name=f"{session.number}" + (f" · {session.cohort}" if session.cohort else ""),
                value=f"{session.wall:%Y-%m-%d %H:%M} {session.zone} · r{session.revision}",
            )
        await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=NOBODY)

    session_changes.add_to(commands, chat)
    programme_audit.add_to(commands, chat)
    return commands
