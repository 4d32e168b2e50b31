"""/me: a person's place, times, attendance, completion so far and calendar link; seen by nobody else."""

from functools import partial

import discord
from discord import app_commands

from bot.chat.commands import calendar, certificates, my_application, my_data, my_reminders, own_attendance
from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import marathon_here
from bot.chat.page import COLOUR, at
from bot.chat.views.actions import buttons
from bot.completion import word_standing
from sessions.domain.attendance import Verdict
from sessions.domain.completion import Completion
from sessions.services import own_applications, standing
from sessions.services.own_applications import OwnApplication
from sessions.services.standing import Own, PersonStanding

MARKS = {
    Verdict.PRESENT: "✅",
    Verdict.PARTIAL: "🟡",
    Verdict.ABSENT: "▫️",
    Verdict.EXCUSED: "🟦",
    Verdict.OPEN: "❔",
}


def command(chat: Chat) -> app_commands.Command[discord.app_commands.Group, ..., None]:
    @app_commands.command(name="me", description="Your place, your times, your attendance and what is still needed")
    @app_commands.describe(show="Only this part of it")
    @app_commands.choices(show=[app_commands.Choice(name="Reminders", value="reminders")])
    @app_commands.guild_only()
    async def me(interaction: discord.Interaction, show: str | None = None) -> None:
        found = await marathon_here(chat, interaction)
        if found is None:
            return
        if show is not None:
            await my_reminders.show(chat, interaction, found.id)
            return
        own = await standing.own(chat.store, found.id, discord_id=interaction.user.id, now=interaction.created_at)
        mine = await own_applications.of_discord(chat.store, marathon_id=found.id, discord_id=interaction.user.id)
        embed = _embed(chat, interaction, own, mine)
        view = buttons(*my_application.choices(chat, interaction, mine)) if mine is not None else buttons()
        renewing = calendar.renewing(chat, interaction, own)
        for item in (*(renewing.children if renewing is not None else ()), *my_data.choices(chat, interaction)):
            view.add_item(item)
        if mine is not None:
            view.add_item(my_reminders.entry(chat, interaction, found.id))
        for yours in await certificates.choices(chat, interaction, found.id):
            view.add_item(yours)
        for item in own_attendance.choices(chat, interaction, own):
            view.add_item(item)
        contested = await own_attendance.describe(chat, interaction, own)
        if contested:
            embed.add_field(name=chat.say(interaction, "me-appeals"), value=contested, inline=False)
        await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)

    return me


def _embed(chat: Chat, interaction: discord.Interaction, own: Own, mine: OwnApplication | None) -> discord.Embed:
    embed = discord.Embed(title=shorten(own.marathon.programme.title, 256), colour=COLOUR)
    if mine is None:
        embed.description = chat.say(interaction, "me-status-none")
    else:
        embed.description = my_application.describe(chat, interaction, mine)
    if own.standing is None:
        return embed
    if own.standing.name:
        embed.add_field(name=chat.say(interaction, "me-name"), value=escape(own.standing.name), inline=False)
    embed.add_field(
        name=chat.say(interaction, "me-sessions"), value=shorten(_sessions(interaction, own), 1024), inline=False
    )
    for completion in own.standing.completions:
        title = next(rule.title for rule in own.marathon.programme.completion if rule.key == completion.rule_key)
        embed.add_field(name=shorten(title, 256), value=sentence(chat, interaction, completion), inline=False)
    feed = calendar.describe(chat, interaction, own)
    if feed:
        embed.add_field(name=chat.say(interaction, "me-calendar"), value=feed, inline=False)
    return embed


def _sessions(interaction: discord.Interaction, own: Own) -> str:
    assert own.standing is not None
    return "\n".join(_rows(own.standing, interaction)) or "–"


def _rows(standing_: PersonStanding, interaction: discord.Interaction) -> list[str]:
    rows = []
    for session, attendance in zip(standing_.sessions, standing_.attendances, strict=True):
        over = session.end <= interaction.created_at
        mark = MARKS[attendance.verdict] if over or attendance.verdict is Verdict.PRESENT else "🕑"
        rows.append(f"{mark} `{session.number}` {at(session.start, 'f')} · {escape(shorten(session.title, 60))}")
    return rows


def sentence(chat: Chat, interaction: discord.Interaction, completion: Completion) -> str:
    """The status and what is still reachable; as much of it as fits into a field."""
    return shorten(word_standing(completion, partial(chat.say, interaction), at), 1024)
