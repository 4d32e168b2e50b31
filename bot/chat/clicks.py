"""Presses of check-in buttons, on the shortest way: thousands come within a second and each waits three.

discord.py makes of every press the message under which it was, looks for views that wait for it, hands it to every
listener in a task of its own, and makes one more message of what Discord gives back for the answer. None of it is
needed here. All other interactions go discord.py's own way.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.chat.answers import note_heard
from bot.chat.views.check_in import PREFIX

Take = Callable[[discord.Interaction, str], Awaitable[None]]
"""Answers a press of the button with this custom id; raises nothing."""


class Clicks:
    """``connect`` once, before the gateway is opened. ``take`` is called for each press, each in its own task."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self._answering: set[asyncio.Task[None]] = set()

    def connect(self, client: discord.Client) -> None:
        state = client._connection
        parsers = state.parsers
        ordinary = parsers["INTERACTION_CREATE"]

        def parse(body: Any) -> None:
            custom_id = _pressed(body)
            if custom_id is None:
                ordinary(body)
                return
            del body["message"]
            interaction: discord.Interaction = discord.Interaction(data=body, state=state)
            note_heard(interaction)
            task = asyncio.ensure_future(self._take(interaction, custom_id))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)

        parsers["INTERACTION_CREATE"] = parse


def _pressed(body: Any) -> str | None:
    """The custom id of a check-in button that was pressed under a message; None for every other interaction."""
    if body["type"] != discord.InteractionType.component.value or "message" not in body:
        return None
    custom_id = body["data"]["custom_id"]
    return custom_id if custom_id.startswith(PREFIX) else None
