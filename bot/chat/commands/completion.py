"""/completion: for organisers and approvers."""

from collections import Counter

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat, shorten
from bot.chat.find import organiser_here
from bot.chat.messages import COLOUR
from sessions.domain.actors import Role
from sessions.services import standing


def group(chat: Chat) -> app_commands.Group:
    commands = app_commands.Group(
        name="completion",
        description="Completion, for organisers",
        guild_only=True,
        default_permissions=discord.Permissions(manage_events=True),
    )

    @commands.command(name="show", description="How many are on track, at risk, complete")
    async def show(interaction: discord.Interaction) -> None:
        found = await organiser_here(chat, interaction, Role.ORGANISER, Role.APPROVER, Role.AUDITOR)
        if found is None:
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        marathon, people = await standing.everyone(chat.store, found[0].id, now=interaction.created_at)
        embed = discord.Embed(title=shorten(marathon.programme.title, 256), colour=COLOUR)
        embed.description = chat.say(interaction, "completion-people", count=len(people))
        for index, rule in enumerate(marathon.programme.completion):
            counts = Counter(person.completions[index].status for person in people)
            lines = [f"{chat.say(interaction, f'completion-{status.value}')} **{n}**" for status, n in counts.items()]
            embed.add_field(name=shorten(rule.title, 256), value="\n".join(sorted(lines)) or "–", inline=False)
        await interaction.followup.send(embed=embed, ephemeral=True, allowed_mentions=NOBODY)

    return commands
