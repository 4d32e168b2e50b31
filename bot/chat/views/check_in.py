"""The check-in button under a session's post.

Persistent: its ``custom_id`` carries only the session and its version of the promise (``checkin:1:<session id>``), so
that it works after any restart. The time is the interaction's own.
"""

import re
from typing import Self

import discord

from bot.chat.context import Chat
from bot.chat.errors import report
from sessions.services.attendance import CheckedIn


class CheckInButton(discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"checkin:1:(?P<session>\d+)"):
    """``chat`` is set once by the client before the first click."""

    chat: Chat

    def __init__(self, session_id: int, label: str = "", *, closed: bool = False) -> None:
        super().__init__(
            discord.ui.Button(
                style=discord.ButtonStyle.secondary if closed else discord.ButtonStyle.success,
                label=label or None,
                emoji="✅",
                custom_id=f"checkin:1:{session_id}",
                disabled=closed,
            )
        )
        self.session_id = session_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[discord.ui.View], match: re.Match[str], /
    ) -> Self:
        return cls(int(match["session"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        try:
            await self._answer(interaction)
        except Exception as error:
            await report(self.chat, interaction, error)

    async def _answer(self, interaction: discord.Interaction) -> None:
        chat = self.chat
        outcome = await chat.check_ins.check_in(
            self.session_id, discord_id=interaction.user.id, at=interaction.created_at
        )
        if isinstance(outcome, CheckedIn):
            key = "check-in-already" if outcome.already else "check-in-kept"
            text = chat.say(
                interaction,
                key,
                number=outcome.session.number,
                title=outcome.session.title,
                at=discord.utils.format_dt(outcome.at, "T"),
            )
            if outcome.late:
                text += " " + chat.say(interaction, "check-in-late")
        else:
            text = chat.explain(interaction, outcome)
        await interaction.response.send_message(text, ephemeral=True)


def check_in_view(session_id: int, label: str, *, closed: bool = False) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    view.add_item(CheckInButton(session_id, label, closed=closed))
    return view
