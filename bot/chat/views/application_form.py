"""The fields of an application, as a Discord form shows them."""

from collections.abc import Container, Mapping

import discord

from bot.chat.context import Chat, escape, shorten
from config import texts
from sessions.domain.selection import Function, Kind

FIELDS = ("name", "email", "organisation", "kind", "function")
"""In the order in which the form and the message show them."""
LABELLED = ("name", "email", "organisation")
"""Those that are typed; the others are chosen."""
_CHOICES: Mapping[str, tuple[str, ...]] = {"kind": tuple(Kind), "function": tuple(Function)}
_LENGTHS = {"name": 200, "email": 254, "organisation": 200}


def add_fields(
    modal: discord.ui.Modal,
    chat: Chat,
    interaction: discord.Interaction,
    typed: Mapping[str, str],
    *,
    only: Container[str] = FIELDS,
) -> None:
    """``typed``: what stands in the fields already."""
    for field in LABELLED:
        if field in only:
            modal.add_item(
                discord.ui.Label(
                    text=chat.say(interaction, f"apply-{field}")[:45],
                    description=chat.say(interaction, f"apply-{field}.hint")[:100],
                    component=discord.ui.TextInput(
                        custom_id=field,
                        max_length=_LENGTHS[field],
                        required=field != "organisation",
                        default=typed.get(field),
                    ),
                )
            )
    for field, choices in _CHOICES.items():
        if field in only:
            options = [
                discord.SelectOption(
                    label=chat.say(interaction, f"{field}-{choice}")[:100],
                    value=choice,
                    default=typed.get(field) == choice,
                )
                for choice in choices
            ]
            select: discord.ui.Select[discord.ui.LayoutView] = discord.ui.Select(custom_id=field, options=options)
            modal.add_item(discord.ui.Label(text=chat.say(interaction, f"apply-{field}")[:45], component=select))


def show_value(chat: Chat, interaction: discord.Interaction, field: str, value: str) -> str:
    """As a message shows it: what was typed as it was typed, what was chosen by its name; nothing is a dash."""
    if value in _CHOICES.get(field, ()):
        return chat.say(interaction, f"{field}-{value}")
    return shorten(escape(value), 1024) or "–"


def read_value(chat: Chat, field: str, shown: str) -> str:
    """The way back from ``show_value``, in whichever language the message was written."""
    for choice in _CHOICES.get(field, ()):
        if any(shown == chat.wording.text(f"{field}-{choice}", language) for language in texts.languages()):
            return choice
    return "" if shown == "–" else shown.replace("\\", "")
