"""/reminders: what will be said, what was said, what failed and why; for organisers."""

from datetime import timedelta

import discord
from discord import app_commands

from bot.chat.commands import extra_message
from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import acting, organiser_here
from bot.chat.page import COLOUR, at
from bot.chat.views.actions import ActionButton, FormHandler, Handler, buttons
from sessions.domain.actors import Role
from sessions.domain.deliveries import Delivery, DeliveryState, Owed
from sessions.services import deliveries, reminders, setup

LINES = 25
"""Lines of one answer: Discord lets an embed have 4,096 characters."""
MARKS = {
    DeliveryState.DUE: "🕑",
    DeliveryState.CLAIMED: "➡️",
    DeliveryState.SENT: "✅",
    DeliveryState.FAILED: "❌",
    DeliveryState.STALE: "▫️",
}


def group(chat: Chat) -> app_commands.Group:
    commands = app_commands.Group(
        name="reminders",
        description="What is said, when and to whom; for organisers",
        guild_only=True,
        default_permissions=discord.Permissions(manage_events=True),
    )

    @commands.command(name="preview", description="What will be said in the coming days, when and to whom")
    @app_commands.describe(days="How many days to look ahead (7)")
    async def preview(interaction: discord.Interaction, days: app_commands.Range[int, 1, 60] = 7) -> None:
        found = await organiser_here(chat, interaction, Role.ORGANISER, Role.APPROVER, Role.AUDITOR)
        if found is None:
            return
        now = chat.clock.now()
        coming = await reminders.preview(chat.store, found[0].id, now=now, until=now + timedelta(days=days))
        lines = [_coming(one) for one in coming[:LINES]]
        if len(coming) > LINES:
            lines.append(chat.say(interaction, "reminders-more", count=len(coming) - LINES))
        text = "\n".join(lines) or chat.say(interaction, "reminders-none-coming", days=days)
        await _answer(interaction, chat.say(interaction, "reminders-preview-title", days=days), text)

    @commands.command(name="ledger", description="What was said, what failed and why; failures can be tried again")
    async def ledger(interaction: discord.Interaction) -> None:
        found = await organiser_here(chat, interaction, Role.ORGANISER, Role.APPROVER, Role.AUDITOR)
        if found is None:
            return
        rows = await deliveries.ledger(chat.store, found[0].id, limit=LINES)
        text = "\n".join(map(_said, rows)) or chat.say(interaction, "reminders-none-said")
        failed = [row for row in rows if row.state is DeliveryState.FAILED][:5]
        again = [
            ActionButton("retry", str(row.id), label=chat.say(interaction, "reminders-retry", number=str(row.id)))
            for row in failed
        ]
        await _answer(interaction, chat.say(interaction, "reminders-ledger-title"), text, *again)

    extra_message.add(chat, commands)
    return commands


async def _answer(interaction: discord.Interaction, title: str, text: str, *again: ActionButton) -> None:
    embed = discord.Embed(title=shorten(title, 256), description=shorten(text, 4000), colour=COLOUR)
    view = buttons(*again) if again else discord.utils.MISSING
    await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


def _coming(one: Owed) -> str:
    return f"{at(one.due, 'f')} · {escape(one.key.kind)} · {escape(one.key.subject)} → {escape(one.key.audience)}"


def _said(row: Delivery) -> str:
    why = f" · `{row.reason}`" if row.reason else ""
    return f"{MARKS[row.state]} `{row.id}` {at(row.due, 'f')} · {escape(row.key.kind)} · {escape(row.key.subject)}{why}"


async def retry(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """A failed delivery is due once more."""
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    person_id, _ = await setup.roles_of(chat.store, found[0].id, interaction.user.id)
    actor = acting(interaction, person_id)
    again = await deliveries.retry(chat.store, found[0].id, int(argument), actor=actor, now=chat.clock.now())
    if isinstance(again, Delivery):
        text = chat.say(interaction, "reminders-retried", number=argument)
    else:
        text = chat.explain(interaction, again)
    await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


HANDLERS: dict[str, Handler] = {"retry": retry, **extra_message.HANDLERS}
FORMS: dict[str, FormHandler] = {**extra_message.FORMS}
