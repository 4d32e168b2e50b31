"""A person's own data: everything held on them as a file, and being forgotten."""

import io
import json
from collections.abc import Mapping

import discord

from bot import forgetting
from bot.chat.context import Chat
from bot.chat.views.actions import ActionButton, Handler, buttons
from sessions.services import privacy, setup


def choices(chat: Chat, interaction: discord.Interaction) -> tuple[ActionButton, ActionButton]:
    return (
        ActionButton("me-data", "", label=chat.say(interaction, "me-data")),
        ActionButton("me-forget", "", label=chat.say(interaction, "me-forget")),
    )


async def _person(chat: Chat, interaction: discord.Interaction) -> int | None:
    """Who presses; tells somebody on whom nothing is held."""
    person_id = await setup.person_of(chat.store, interaction.user.id)
    if person_id is None:
        await interaction.response.send_message(chat.say(interaction, "me-data-none"), ephemeral=True)
    return person_id


async def _data(chat: Chat, interaction: discord.Interaction, _argument: str) -> None:
    person_id = await _person(chat, interaction)
    if person_id is None:
        return
    held = await privacy.everything(chat.store, person_id=person_id)
    content = json.dumps(held, ensure_ascii=False, indent=2).encode()
    file = discord.File(io.BytesIO(content), filename="my-data.json")
    await interaction.response.send_message(chat.say(interaction, "me-data-here"), file=file, ephemeral=True)


async def _ask_forget(chat: Chat, interaction: discord.Interaction, _argument: str) -> None:
    if await _person(chat, interaction) is None:
        return
    label = chat.say(interaction, "me-forget-confirm")
    confirm = ActionButton("me-forget-now", "", label=label, style=discord.ButtonStyle.danger)
    text = chat.say(interaction, "me-forget-preview")
    await interaction.response.send_message(text, view=buttons(confirm), ephemeral=True)


async def _forget(chat: Chat, interaction: discord.Interaction, _argument: str) -> None:
    person_id = await _person(chat, interaction)
    if person_id is None:
        return
    await forgetting.forget(chat.store, person_id, workshop=chat.workshop, now=interaction.created_at)
    await chat.languages.learn_anew(interaction.user.id)
    await interaction.response.edit_message(content=chat.say(interaction, "me-forgotten"), view=None)


HANDLERS: Mapping[str, Handler] = {"me-data": _data, "me-forget": _ask_forget, "me-forget-now": _forget}
