"""Buttons and forms that survive a restart: their ``custom_id`` says everything, nothing waits in memory.

``do:1:<verb>:<argument>`` for buttons, ``form:1:<verb>:<argument>`` for forms; the 1 is the promise's version, for
what was once posted may be pressed for years. ≤ 100 characters (Discord, Component Custom IDs).
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Self

import discord

from bot.chat.context import Chat
from bot.chat.errors import report

Handler = Callable[[Chat, discord.Interaction, str], Awaitable[None]]
"""Chat, the press, the argument."""
FormHandler = Callable[[Chat, discord.Interaction, str, Mapping[str, str]], Awaitable[None]]
"""Chat, the submission, the argument, what was typed or chosen by field id."""


class ActionButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"do:1:(?P<verb>[a-z-]+):(?P<argument>.*)"
):
    """``chat`` and ``handlers`` are set once by the client before the first press."""

    chat: Chat
    handlers: Mapping[str, Handler]

    def __init__(
        self,
        verb: str,
        argument: str,
        *,
        label: str | None = None,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        disabled: bool = False,
    ) -> None:
        custom_id = f"do:1:{verb}:{argument}"
        button: discord.ui.Button[discord.ui.View] = discord.ui.Button(
            style=style, label=label or verb, custom_id=custom_id, disabled=disabled
        )
        super().__init__(button)
        self.verb, self.argument = verb, argument

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[discord.ui.View], match: re.Match[str], /
    ) -> Self:
        return cls(match["verb"], match["argument"])

    async def callback(self, interaction: discord.Interaction) -> None:
        await self.answer(interaction, self.verb, self.argument)

    @classmethod
    async def answer(cls, interaction: discord.Interaction, verb: str, argument: str) -> None:
        try:
            await cls.chat.listen(interaction)
            handler = cls.handlers.get(verb)
            if handler is None:
                gone = cls.chat.say(interaction, "error-button-gone")
                await interaction.response.send_message(gone, ephemeral=True)
            else:
                await handler(cls.chat, interaction, argument)
        except Exception as error:
            await report(cls.chat, interaction, error)


class ActionSelect(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]], template=r"pick:1:(?P<verb>[a-z-]+):(?P<argument>.*)"
):
    """A select that survives a restart; its handler asks ``chosen`` for the value, or ``every_chosen`` for several.
    ``several``: any number of the options, none too."""

    def __init__(
        self,
        verb: str,
        argument: str,
        *,
        options: list[discord.SelectOption],
        placeholder: str | None = None,
        several: bool = False,
    ) -> None:
        select: discord.ui.Select[discord.ui.View] = discord.ui.Select(
            custom_id=f"pick:1:{verb}:{argument}",
            options=options,
            placeholder=placeholder,
            min_values=0 if several else 1,
            max_values=len(options) if several else 1,
        )
        super().__init__(select)
        self.verb, self.argument = verb, argument

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[discord.ui.View], match: re.Match[str], /
    ) -> Self:
        return cls(match["verb"], match["argument"], options=[discord.SelectOption(label="–")])

    @staticmethod
    def chosen(interaction: discord.Interaction) -> str:
        return next(iter(ActionSelect.every_chosen(interaction)), "")

    @staticmethod
    def every_chosen(interaction: discord.Interaction) -> tuple[str, ...]:
        data: Mapping[str, object] = dict(interaction.data or {})
        values = data.get("values")
        return tuple(str(value) for value in values) if isinstance(values, list) else ()

    async def callback(self, interaction: discord.Interaction) -> None:
        await ActionButton.answer(interaction, self.verb, self.argument)


Pressable = discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]] | ActionSelect


def buttons(*items: Pressable) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    return view


def form(verb: str, argument: str, *, title: str) -> discord.ui.Modal:
    """An empty form whose submission ``take_form`` finds by its id, before or after a restart."""
    return discord.ui.Modal(title=title[:45], custom_id=f"form:1:{verb}:{argument}", timeout=900)


async def take_form(chat: Chat, interaction: discord.Interaction, handlers: Mapping[str, FormHandler]) -> None:
    """Hands a submitted form to its handler; leaves forms that are not ours alone."""
    data: Mapping[str, object] = dict(interaction.data or {})
    match = re.fullmatch(r"form:1:(?P<verb>[a-z-]+):(?P<argument>.*)", str(data.get("custom_id", "")))
    handler = handlers.get(match["verb"]) if match else None
    if match is None or handler is None:
        return
    try:
        await chat.listen(interaction)
        await handler(chat, interaction, match["argument"], _values(data.get("components", [])))
    except Exception as error:
        await report(chat, interaction, error)


def _values(components: object) -> dict[str, str]:
    """Field id to value: text as typed, the first of what was chosen."""
    found: dict[str, str] = {}
    waiting = list(components) if isinstance(components, list) else []
    while waiting:
        component = waiting.pop()
        if not isinstance(component, dict):
            continue
        waiting.extend(component.get("components", []))
        if "component" in component:
            waiting.append(component["component"])
        if "custom_id" in component:
            values = component.get("values")
            found[str(component["custom_id"])] = str(values[0]) if values else str(component.get("value") or "")
    return found
