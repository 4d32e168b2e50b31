"""The check-in button under a session's post.

Persistent: its ``custom_id`` carries only the session and its version of the promise (``checkin:1:<session id>``, and
``checkin:2:<session id>:<prompt>`` where a session asks several times), so that it works after any restart. The time is
the interaction's own. Where the programme asks for the code of the moment, the button opens a form.
"""

import re
from collections.abc import Mapping

import discord

from bot.chat.context import Chat
from bot.chat.errors import report
from bot.chat.views.actions import form
from sessions.domain.check_in import CODE_DIGITS
from sessions.services.attendance import CheckedIn

PREFIX = "checkin:"
_PROMISE = re.compile(r"checkin:(?:1:(?P<session>\d+)|2:(?P<of>\d+):(?P<prompt>[a-z-]{1,16}))")


async def take_click(chat: Chat, interaction: discord.Interaction, custom_id: str) -> None:
    """Answers a press of any check-in button that was ever posted; others are left alone.

    Straight from the interaction, without a view made from the message each time: thousands press within a second.
    The interaction knows nothing of the message (``clicks``).
    """
    match = _PROMISE.fullmatch(custom_id)
    if match is None:
        return
    session_id, prompt = int(match["session"] or match["of"]), match["prompt"] or ""
    try:
        await chat.listen(interaction)
        if await chat.check_ins.asks_code(session_id):
            await interaction.response.send_modal(_code_form(chat, interaction, session_id, prompt))
        else:
            text = await _decide(chat, interaction, session_id, prompt)
            await chat.answers.tell(interaction, text)
    except Exception as error:
        await report(chat, interaction, error)


def _code_form(chat: Chat, interaction: discord.Interaction, session_id: int, prompt: str) -> discord.ui.Modal:
    modal = form("check-in-code", f"{session_id}:{prompt}", title=chat.say(interaction, "check-in-code-title"))
    field: discord.ui.TextInput[discord.ui.View] = discord.ui.TextInput(
        custom_id="code", min_length=CODE_DIGITS, max_length=2 * CODE_DIGITS
    )
    modal.add_item(discord.ui.Label(text=chat.say(interaction, "check-in-code-label")[:45], component=field))
    return modal


async def take_code(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    """Answers the form."""
    session_id, _, prompt = argument.partition(":")
    text = await _decide(chat, interaction, int(session_id), prompt, typed.get("code", ""))
    await chat.answers.tell(interaction, text)


async def _decide(
    chat: Chat, interaction: discord.Interaction, session_id: int, prompt: str, code: str | None = None
) -> str:
    outcome = await chat.check_ins.check_in(
        session_id, discord_id=interaction.user.id, at=interaction.created_at, prompt=prompt, code=code
    )
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


def check_in_view(session_id: int, label: str, *, closed: bool = False, prompt: str = "") -> discord.ui.View:
    """The button. The view is stopped at once: ``take_click`` answers, nothing waits in memory for a press."""
    view = discord.ui.View(timeout=None)
    view.add_item(
        discord.ui.Button(
            style=discord.ButtonStyle.secondary if closed else discord.ButtonStyle.success,
            label=label,
            emoji="✅",
            custom_id=f"checkin:2:{session_id}:{prompt}" if prompt else f"checkin:1:{session_id}",
            disabled=closed,
        )
    )
    view.stop()
    return view
