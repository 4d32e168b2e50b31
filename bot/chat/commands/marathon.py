"""/marathon: the programme, each time in the reader's own zone, the next session first."""

from datetime import datetime
from typing import Literal

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import marathon_here
from bot.chat.page import COLOUR, at
from bot.completion import word_rule, word_small_print
from sessions.domain.programme import Session, SessionStatus
from sessions.services import programmes
from sessions.services.programmes import Planned


def command(chat: Chat) -> app_commands.Command[discord.app_commands.Group, ..., None]:
    @app_commands.command(name="marathon", description="The programme, every time in your own zone")
    @app_commands.describe(about="The programme, or the rule that certificates are given by")
    @app_commands.guild_only()
    async def marathon(interaction: discord.Interaction, about: Literal["programme", "rule"] = "programme") -> None:
        found = await marathon_here(chat, interaction)
        if found is None:
            return
        planned = await programmes.show(chat.store, found.id)
        make = rule_embed if about == "rule" else programme_embed
        embed = make(chat, interaction, planned, interaction.created_at)
        await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=NOBODY)

    return marathon


def rule_embed(chat: Chat, interaction: discord.Interaction, planned: Planned, now: datetime) -> discord.Embed:
    """What each certificate asks for, in plain words, with what cancelled and added sessions do to it."""
    marathon, language = planned.marathon, chat.language(interaction)
    title = chat.say(interaction, "rule-title", version=marathon.rule_version)
    embed = discord.Embed(title=shorten(title, 256), colour=COLOUR)
    if not marathon.programme.completion:
        embed.description = chat.say(interaction, "rule-none")
    elif marathon.rule_frozen is not None and marathon.rule_frozen <= now:
        embed.description = chat.say(interaction, "rule-frozen", since=at(marathon.rule_frozen))
    for rule in marathon.programme.completion:
        count = len(marathon.programme.sessions)
        asked = word_rule(rule, planned=count, wording=chat.wording, language=language, show=at)
        small = word_small_print(rule, wording=chat.wording, language=language)
        text = "\n".join([*(f"• {one}" for one in asked), *(f"-# {one}" for one in small)])
        embed.add_field(name=shorten(rule.title, 256), value=shorten(text, 1024), inline=False)
    return embed


def programme_embed(chat: Chat, interaction: discord.Interaction, planned: Planned, now: datetime) -> discord.Embed:
    programme = planned.marathon.programme
    coming = [one for one in planned.sessions if one.end > now and one.status is SessionStatus.PLANNED]
    lines = []
    if coming:
        lines.append(chat.say(interaction, "programme-next"))
        lines.append(_line(chat, interaction, coming[0]) + f" ({at(coming[0].start, 'R')})")
        lines.append("")
    lines += [_line(chat, interaction, one) for one in planned.sessions if not coming or one.id != coming[0].id]
    feed = chat.feed_url(planned.marathon.key)
    if feed:
        lines += ["", chat.say(interaction, "announcement-feed", url=feed)]
    return discord.Embed(
        title=shorten(programme.title, 256), description=shorten("\n".join(lines), 4000), colour=COLOUR
    )


def _line(chat: Chat, interaction: discord.Interaction, session: Session) -> str:
    line = f"`{session.number}` {at(session.start, 'f')} · {escape(session.title)}"
    if session.cohort:
        line += f" · {escape(session.cohort)}"
    if session.status is SessionStatus.CANCELLED:
        line = f"~~{line}~~ " + chat.say(interaction, "programme-cancelled")
    return line
