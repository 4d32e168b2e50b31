"""A person's own reminders in /me: by which means, which of them, quiet hours, snooze, nothing at all."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

import discord

from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.page import COLOUR, at
from bot.chat.views.actions import ActionButton, ActionSelect, FormHandler, Handler, buttons, form
from sessions.domain.refusals import BadValue
from sessions.domain.reminder_choices import QUIET, Choice, read_quiet
from sessions.domain.reminders import Anchor, Means, ReminderRule
from sessions.services import reminder_choices
from sessions.services.reminder_choices import Chosen

SHOWN = 25
"""Options of a select, as many as Discord takes."""
SNOOZES = (0, 1, 3, 7, 14)
"""Days; 0 ends it."""


def entry(chat: Chat, interaction: discord.Interaction, marathon_id: int) -> ActionButton:
    """The button of /me that opens the choice."""
    return ActionButton("me-reminders", str(marathon_id), label=chat.say(interaction, "me-reminders"))


def _panel(chat: Chat, interaction: discord.Interaction, chosen: Chosen) -> tuple[discord.Embed, discord.ui.View]:
    def say(key: str, **facts: object) -> str:
        return chat.say(interaction, key, **facts)

    choice, marathon = chosen.choice, str(chosen.marathon.id)
    quiet = "none" if choice.quiet is None else str(choice.quiet)
    lines = [
        say("reminders-muted" if choice.muted else f"reminders-by-{choice.means.value}"),
        say("reminders-quiet", quiet=quiet, zone=chosen.chooser.zone),
    ]
    if choice.refused is not None:
        lines.insert(0, say("reminders-refused", at=at(choice.refused, "f")))
    if choice.snoozed_until is not None and choice.snoozed_until > interaction.created_at:
        lines.append(say("reminders-snoozed", until=at(choice.snoozed_until)))
    marks = {True: "🔔", False: "▫️"}
    lines += [f"{marks[choice.wants(rule.key)]} {_name(chat, interaction, rule)}" for rule in chosen.rules[:SHOWN]]
    embed = discord.Embed(title=say("reminders-title"), description=shorten("\n".join(lines), 4000), colour=COLOUR)
    other = Means.CHANNEL if choice.means is Means.DM else Means.DM
    view = buttons(
        ActionButton("reminders-by", f"{marathon}:{other.value}", label=say(f"reminders-choose-{other.value}")),
        ActionButton("reminders-quiet", marathon, label=say("reminders-choose-quiet")),
        ActionButton(
            "reminders-mute",
            f"{marathon}:{0 if choice.muted else 1}",
            label=say("reminders-unmute" if choice.muted else "reminders-mute"),
        ),
    )
    if chosen.rules:
        view.add_item(_which(chat, interaction, chosen))
    snooze = [
        discord.SelectOption(label=say("reminders-snooze", days=days), value=str(days))
        for days in SNOOZES
        if days or choice.snoozed_until is not None
    ]
    view.add_item(ActionSelect("reminders-snooze", marathon, options=snooze, placeholder=say("reminders-snooze-pick")))
    return embed, view


def _which(chat: Chat, interaction: discord.Interaction, chosen: Chosen) -> ActionSelect:
    options = [
        discord.SelectOption(
            label=shorten(_name(chat, interaction, rule), 100),
            value=rule.key,
            default=rule.key not in chosen.choice.left_out,
        )
        for rule in chosen.rules[:SHOWN]
    ]
    marathon = str(chosen.marathon.id)
    placeholder = chat.say(interaction, "reminders-which-pick")
    return ActionSelect("reminders-which", marathon, options=options, placeholder=placeholder, several=True)


def _name(chat: Chat, interaction: discord.Interaction, rule: ReminderRule) -> str:
    """What a reminder of the plan is, in words: its lead or time of day, and what it is laid against."""
    before = rule.before or timedelta(0)
    minutes = int(before.total_seconds() // 60)
    lead = "wall" if rule.at is not None else "lead" if minutes else "now"
    unit = "days" if minutes % 1440 == 0 else "hours" if minutes % 60 == 0 else "minutes"
    count = minutes // {"days": 1440, "hours": 60, "minutes": 1}[unit]
    anchor = "session" if rule.anchor in (Anchor.SESSION_START, Anchor.SESSION_RUNNING) else rule.anchor.value
    return chat.say(
        interaction,
        f"reminder-rule-{lead}",
        count=count,
        unit=unit,
        at="" if rule.at is None else f"{rule.at:%H:%M}",
        days=rule.days_before,
        own="yes" if rule.own_zone else "no",
        anchor=anchor,
        audience=rule.audience.value,
    )


async def _show(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    chosen = await reminder_choices.show(chat.store, int(argument), discord_id=interaction.user.id)
    if not isinstance(chosen, Chosen):
        await interaction.response.send_message(chat.explain(interaction, chosen), ephemeral=True)
        return
    embed, view = _panel(chat, interaction, chosen)
    await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


async def show(chat: Chat, interaction: discord.Interaction, marathon_id: int) -> None:
    """The choice as it stands, in an answer of its own."""
    await _show(chat, interaction, str(marathon_id))


async def _change(
    chat: Chat, interaction: discord.Interaction, marathon_id: int, alter: Callable[[Choice], Choice]
) -> None:
    """Makes a change and shows in the same place what holds now."""
    chosen = await reminder_choices.choose(
        chat.store, marathon_id, discord_id=interaction.user.id, alter=alter, now=interaction.created_at
    )
    if not isinstance(chosen, Chosen):
        await interaction.response.send_message(chat.explain(interaction, chosen), ephemeral=True)
        return
    embed, view = _panel(chat, interaction, chosen)
    await interaction.response.edit_message(embed=embed, view=view, allowed_mentions=NOBODY)


async def _by(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    marathon, _, means = argument.partition(":")
    await _change(chat, interaction, int(marathon), lambda choice: replace(choice, means=Means(means), muted=False))


async def _mute(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    marathon, _, muted = argument.partition(":")
    await _change(chat, interaction, int(marathon), lambda choice: replace(choice, muted=muted == "1"))


async def _pick_which(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """What the select did not show stays as it is."""
    wanted = ActionSelect.every_chosen(interaction)
    found = await reminder_choices.show(chat.store, int(argument), discord_id=interaction.user.id)
    offered = [rule.key for rule in found.rules[:SHOWN]] if isinstance(found, Chosen) else []

    def alter(choice: Choice) -> Choice:
        kept = [key for key in choice.left_out if key not in offered]
        return replace(choice, left_out=(*kept, *(key for key in offered if key not in wanted)))

    await _change(chat, interaction, int(argument), alter)


async def _snooze(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    days = int(ActionSelect.chosen(interaction) or 0)
    until = interaction.created_at + timedelta(days=days) if days else None
    await _change(chat, interaction, int(argument), lambda choice: replace(choice, snoozed_until=until))


async def _ask_quiet(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    modal = form("reminders-quiet", argument, title=chat.say(interaction, "reminders-choose-quiet"))
    modal.add_item(
        discord.ui.Label(
            text=chat.say(interaction, "reminders-quiet-field")[:45],
            component=discord.ui.TextInput(
                custom_id="quiet", default=str(QUIET).replace("–", "-"), required=False, max_length=40
            ),
        )
    )
    await interaction.response.send_modal(modal)


async def _take_quiet(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    quiet = read_quiet(typed.get("quiet", ""))
    if isinstance(quiet, BadValue):
        text = chat.explain(interaction, replace(quiet, value=escape(quiet.value)))
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)
        return
    await _change(chat, interaction, int(argument), lambda choice: replace(choice, quiet=quiet))


HANDLERS: Mapping[str, Handler] = {
    "me-reminders": _show,
    "reminders-by": _by,
    "reminders-quiet": _ask_quiet,
    "reminders-mute": _mute,
    "reminders-which": _pick_which,
    "reminders-snooze": _snooze,
}
FORMS: Mapping[str, FormHandler] = {"reminders-quiet": _take_quiet}
