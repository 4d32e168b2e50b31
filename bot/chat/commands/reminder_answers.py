"""What people do with one press on a reminder: put the session into their calendar, say that they cannot come, mute.

The message stands in a channel or in somebody's direct messages; who presses is who is meant, and only they see the
answer.
"""

import io
from collections.abc import Mapping
from dataclasses import replace

import discord

from bot.calendar_words import words
from bot.chat.commands import calendar
from bot.chat.context import NOBODY, Chat
from bot.chat.page import at
from bot.chat.views.actions import ActionButton, Handler, buttons
from sessions.calendar.feed import CalendarFacts, public_feed
from sessions.calendar.subscription import single_event
from sessions.domain.refusals import UnknownSession
from sessions.services import absences, programmes, reminder_choices, standing
from sessions.services.absences import Noted
from sessions.services.reminder_choices import Chosen


async def _add_to_calendar(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """This session as a file and as a link; and the feed, which follows every change."""
    found = await programmes.of_session(chat.store, int(argument))
    if found is None:
        text = chat.explain(interaction, UnknownSession(number=int(argument)))
        await interaction.response.send_message(text, ephemeral=True)
        return
    marathon, session = found
    facts = CalendarFacts(
        marathon=marathon.key,
        name=marathon.programme.title,
        sessions=(session,),
        changed=session.changed,
        words=words(chat.wording, chat.language(interaction)),
    )
    own = await standing.own(chat.store, marathon.id, discord_id=interaction.user.id, now=interaction.created_at)
    lines = [chat.say(interaction, "reminder-calendar-here", google=single_event(session))]
    feed = calendar.describe(chat, interaction, own)
    if feed is not None:
        lines += [chat.say(interaction, "reminder-calendar-feed"), feed]
    file = discord.File(io.BytesIO(public_feed(facts)), filename=f"session-{session.number}.ics")
    text = "\n".join(lines)[:2000]
    await interaction.response.send_message(text, file=file, ephemeral=True, allowed_mentions=NOBODY)


async def _note(chat: Chat, interaction: discord.Interaction, argument: str, *, absent: bool) -> None:
    noted = await absences.note(
        chat.store, int(argument), discord_id=interaction.user.id, absent=absent, now=interaction.created_at
    )
    if not isinstance(noted, Noted):
        await interaction.response.send_message(chat.explain(interaction, noted), ephemeral=True)
        return
    verb = "absent" if absent else "coming"
    facts = {"number": noted.session.number, "start": at(noted.session.start, "f")}
    text = chat.say(interaction, f"reminder-{verb}-noted", **facts)
    other = "reminder-coming" if absent else "reminder-absent"
    view = buttons(ActionButton(other, argument, label=chat.say(interaction, other)))
    await interaction.response.send_message(text, view=view, ephemeral=True, allowed_mentions=NOBODY)


async def _absent(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    await _note(chat, interaction, argument, absent=True)


async def _coming(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    await _note(chat, interaction, argument, absent=False)


async def _set_muted(chat: Chat, interaction: discord.Interaction, argument: str, *, muted: bool) -> None:
    chosen = await reminder_choices.choose(
        chat.store,
        int(argument),
        discord_id=interaction.user.id,
        alter=lambda choice: replace(choice, muted=muted),
        now=interaction.created_at,
    )
    if not isinstance(chosen, Chosen):
        await interaction.response.send_message(chat.explain(interaction, chosen), ephemeral=True)
        return
    other = "reminder-unmute" if muted else "reminder-mute"
    view = buttons(ActionButton(other, argument, label=chat.say(interaction, other)))
    text = chat.say(interaction, "reminder-muted" if muted else f"reminders-by-{chosen.choice.means.value}")
    await interaction.response.send_message(text, view=view, ephemeral=True, allowed_mentions=NOBODY)


async def _mute(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    await _set_muted(chat, interaction, argument, muted=True)


async def _unmute(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    await _set_muted(chat, interaction, argument, muted=False)


HANDLERS: Mapping[str, Handler] = {
    "reminder-calendar": _add_to_calendar,
    "reminder-absent": _absent,
    "reminder-coming": _coming,
    "reminder-mute": _mute,
    "reminder-unmute": _unmute,
}
