"""The check-in button under a session's post.

Persistent: its ``custom_id`` carries only the session and its version of the promise (``checkin:1:<session id>``), so
that it works after any restart. The time is the interaction's own.
"""

import re

import discord

from bot.chat.context import Chat
from bot.chat.errors import report
from sessions.services.attendance import CheckedIn

_PROMISE = re.compile(r"checkin:1:(?P<session>\d+)")


async def take_click(chat: Chat, interaction: discord.Interaction, custom_id: str) -> None:
    """Answers a press of any check-in button that was ever posted; others are left alone.

    Straight from the interaction, without a view made from the message each time: thousands press within a second.
    """
    match = _PROMISE.fullmatch(custom_id)
    if match is None:
        return
    try:
        await interaction.response.send_message(await _decide(chat, interaction, int(match["session"])), ephemeral=True)
    except Exception as error:
        await report(chat, interaction, error)


async def _decide(chat: Chat, interaction: discord.Interaction, session_id: int) -> str:
    outcome = await chat.check_ins.check_in(session_id, discord_id=interaction.user.id, at=interaction.created_at)
    if not isinstance(outcome, CheckedIn):
        return chat.explain(interaction, outcome)
    text = chat.say(
        interaction,
        "check-in-already" if outcome.already else "check-in-kept",
        number=outcome.session.number,
        title=outcome.session.title,
        at=discord.utils.format_dt(outcome.at, "T"),
    )
    return f"{text} {chat.say(interaction, 'check-in-late')}" if outcome.late else text


def check_in_view(session_id: int, label: str, *, closed: bool = False) -> discord.ui.View:
    """The button. The view is stopped at once: ``take_click`` answers, nothing waits in memory for a press."""
    view = discord.ui.View(timeout=None)
    view.add_item(
        discord.ui.Button(
            style=discord.ButtonStyle.secondary if closed else discord.ButtonStyle.success,
            label=label,
            emoji="✅",
            custom_id=f"checkin:1:{session_id}",
            disabled=closed,
        )
    )
    view.stop()
    return view
