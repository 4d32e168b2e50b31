"""/marathon: the programme, each time in the reader's own zone, the next session first."""

from datetime import datetime

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import marathon_here
from bot.chat.messages import COLOUR, at
from sessions.domain.programme import Session, SessionStatus
from sessions.services import programmes
from sessions.services.programmes import Planned


def command(chat: Chat) -> app_commands.Command[discord.app_commands.Group, ..., None]:
    @app_commands.command(name="marathon", description="The programme, every time in your own zone")
    @app_commands.guild_only()
    async def marathon(interaction: discord.Interaction) -> None:
        found = await marathon_here(chat, interaction)
        if found is None:
            return
        planned = await programmes.show(chat.store, found.id)
        embed = programme_embed(chat, interaction, planned, interaction.created_at)
        await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=NOBODY)

    return marathon


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
