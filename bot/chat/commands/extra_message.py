"""/reminders send: an extra message, shown as it will look and with how many it reaches before it is said.

What was typed stands in the preview, which only the organiser sees; the button's id names to whom and by what.
"""

from collections.abc import Mapping

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat
from bot.chat.find import organiser_here
from bot.chat.messages import render
from bot.chat.views.actions import ActionButton, FormHandler, Handler, buttons, form
from sessions.domain.reminders import AudienceKind
from sessions.services import extra_messages
from sessions.services.deliveries import Context
from sessions.services.extra_messages import By, Extra, Preview, Queued

LONGEST = 1500
AUDIENCES = [one for one in AudienceKind if one is not AudienceKind.PERSON]


def add(chat: Chat, commands: app_commands.Group) -> None:
    @commands.command(name="send", description="Say something extra, with a preview")
    @app_commands.describe(
        to="To whom",
        by="By one post, or to those who chose direct messages",
        cohort="With the audience cohort: its key",
    )
    @app_commands.choices(
        to=[app_commands.Choice(name=one.value, value=one.value) for one in AUDIENCES],
        by=[app_commands.Choice(name=one.value, value=one.value) for one in By],
    )
    async def send(
        interaction: discord.Interaction,
        to: str = AudienceKind.EVERYONE.value,
        by: str = By.CHANNEL.value,
        cohort: app_commands.Range[str, 1, 40] | None = None,
    ) -> None:
        if await organiser_here(chat, interaction) is None:
            return
        modal = form("extra", f"{to}:{by}:{cohort or ''}", title=chat.say(interaction, "reminders-send-title"))
        modal.add_item(
            discord.ui.Label(
                text=chat.say(interaction, "reminders-send-text")[:45],
                component=discord.ui.TextInput(
                    custom_id="text", style=discord.TextStyle.paragraph, required=True, max_length=LONGEST
                ),
            )
        )
        await interaction.response.send_modal(modal)


def _extra(argument: str, text: str) -> Extra:
    to, by, cohort = argument.split(":", 2)
    return Extra(text=text.strip(), audience=AudienceKind(to), by=By(by), cohort=cohort or None)


async def _preview(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    extra = _extra(argument, typed.get("text", ""))
    seen = await extra_messages.preview(chat.store, found[0].id, extra, actor=found[1], now=chat.clock.now())
    if not isinstance(seen, Preview):
        await interaction.response.send_message(chat.explain(interaction, seen), ephemeral=True)
        return
    context = Context(marathon=seen.marathon, sessions=seen.sessions, bindings=seen.bindings)
    post = render(seen.delivery, context, chat.wording, chat.feed_url)
    assert post is not None
    said = chat.say(interaction, "reminders-send-preview", count=seen.reaches, by=extra.by.value)
    label = chat.say(interaction, "reminders-send-confirm")
    confirm = ActionButton("extra-send", argument, label=label, style=discord.ButtonStyle.success)
    await interaction.response.send_message(
        said, embed=post.embed, view=buttons(confirm), ephemeral=True, allowed_mentions=NOBODY
    )


async def _send(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    embeds = [] if interaction.message is None else interaction.message.embeds
    extra = _extra(argument, (embeds[0].description or "") if embeds else "")
    done = await extra_messages.send(chat.store, found[0].id, extra, actor=found[1], now=chat.clock.now())
    if isinstance(done, Queued):
        text = chat.say(interaction, "reminders-sent", count=done.reaches)
    else:
        text = chat.explain(interaction, done)
    await interaction.response.edit_message(content=text, view=None, allowed_mentions=NOBODY)


HANDLERS: Mapping[str, Handler] = {"extra-send": _send}
FORMS: Mapping[str, FormHandler] = {"extra": _preview}
