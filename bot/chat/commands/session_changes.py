"""/programme plan|move|cancel|restore|edit: what organisers type; each shows first what will follow."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import discord
from discord import app_commands

from bot.chat.context import Chat
from bot.chat.find import find_session, organiser_here, suggest_sessions, suggest_zones
from bot.chat.views.session_preview import WALL, Asked, refuse, show_preview
from sessions.domain.moments import find_zone, read_when, to_local
from sessions.domain.programme import Session
from sessions.domain.refusals import Refusal

_Text = app_commands.Range[str, 1, 1000]
_Minutes = app_commands.Range[int, 1, 1440]


def add_to(group: app_commands.Group, chat: Chat) -> None:
    """Adds the commands that change sessions."""
    _add_move(group, chat)
    _add_cancel_and_restore(group, chat)
    _add_edit(group, chat)
    _add_plan(group, chat)


def _add_move(group: app_commands.Group, chat: Chat) -> None:
    @group.command(name="move", description="Give a session another time, with a preview")
    @app_commands.describe(
        session="Which session",
        to="2025-09-16 15:00, tomorrow 15:00, 15:00, +1d, +90m",
        reason="For the journal; participants do not see it",
        zone="A city, a country or a zone; else the session's own",
    )
    async def move(
        interaction: discord.Interaction, session: str, to: str, reason: _Text, zone: str | None = None
    ) -> None:
        asked = await _ask(chat, interaction, session, "move", {"reason": reason})
        if asked is None or asked.session is None:
            return
        read = _read_time(to, zone, asked.session.zone, interaction.created_at, session=asked.session)
        if not isinstance(read, dict):
            await refuse(chat, interaction, read)
            return
        await show_preview(chat, interaction, replace(asked, typed={**read, **asked.typed}))

    move.autocomplete("session")(suggest_sessions(chat))
    move.autocomplete("zone")(suggest_zones)


def _add_cancel_and_restore(group: app_commands.Group, chat: Chat) -> None:
    @group.command(name="cancel", description="Cancel a session, with a preview")
    @app_commands.describe(session="Which session", reason="For the journal; participants do not see it")
    async def cancel(interaction: discord.Interaction, session: str, reason: _Text) -> None:
        asked = await _ask(chat, interaction, session, "cancel", {"reason": reason})
        if asked is not None:
            await show_preview(chat, interaction, asked)

    @group.command(name="restore", description="Take a cancellation back, with a preview")
    @app_commands.describe(session="Which session", reason="For the journal; participants do not see it")
    async def restore(interaction: discord.Interaction, session: str, reason: _Text | None = None) -> None:
        asked = await _ask(chat, interaction, session, "restore", {"reason": reason or ""})
        if asked is not None:
            await show_preview(chat, interaction, asked)

    cancel.autocomplete("session")(suggest_sessions(chat))
    restore.autocomplete("session")(suggest_sessions(chat))


def _add_edit(group: app_commands.Group, chat: Chat) -> None:
    @group.command(name="edit", description="Change title, topic, speakers, place, link or length, with a preview")
    @app_commands.describe(
        session="Which session",
        title="The new title",
        topic="What it is about; - for nothing",
        speakers="Names, with semicolons between them; - for nobody",
        venue="Where it meets; - for nothing",
        link="To join, seen by people with a place; - for none",
        minutes="How long it lasts",
        reason="For the journal; participants do not see it",
    )
    async def edit(
        interaction: discord.Interaction,
        session: str,
        title: str | None = None,
        topic: _Text | None = None,
        speakers: _Text | None = None,
        venue: str | None = None,
        link: str | None = None,
        minutes: _Minutes | None = None,
        reason: _Text | None = None,
    ) -> None:
        typed = {
            "title": title,
            "topic": topic,
            "speakers": speakers,
            "venue": venue,
            "link": link,
            "minutes": None if minutes is None else str(minutes),
            "reason": reason,
        }
        asked = await _ask(chat, interaction, session, "edit", {name: text or "" for name, text in typed.items()})
        if asked is not None:
            await show_preview(chat, interaction, asked)

    edit.autocomplete("session")(suggest_sessions(chat))


def _add_plan(group: app_commands.Group, chat: Chat) -> None:
    @group.command(name="plan", description="Add a session to the programme, with a preview")
    @app_commands.describe(
        title="The session's title",
        when="2025-09-16 15:00, tomorrow 15:00",
        minutes="How long it lasts",
        zone="A city, a country or a zone; else the programme's",
        speakers="Names, with semicolons between them",
        venue="Where it meets",
        link="To join, seen by people with a place",
        number="Its number; else the next free one",
        cohort="The cohort's key, where it is not for everybody",
        reason="For the journal; participants do not see it",
    )
    async def plan(
        interaction: discord.Interaction,
        title: str,
        when: str,
        minutes: _Minutes,
        zone: str | None = None,
        speakers: _Text | None = None,
        venue: str | None = None,
        link: str | None = None,
        number: app_commands.Range[int, 1] | None = None,
        cohort: str | None = None,
        reason: _Text | None = None,
    ) -> None:
        found = await organiser_here(chat, interaction)
        if found is None:
            return
        read = _read_time(when, zone, found[0].programme.zone, interaction.created_at)
        if not isinstance(read, dict):
            await refuse(chat, interaction, read)
            return
        typed = {"title": title, "speakers": speakers, "venue": venue, "link": link, "cohort": cohort, "reason": reason}
        kept = {name: text for name, text in typed.items() if text}
        kept |= {**read, "minutes": str(minutes)}
        kept |= {"number": str(number)} if number else {}
        asked = Asked(marathon=found[0], actor=found[1], session=None, verb="plan", typed=kept)
        await show_preview(chat, interaction, asked)

    plan.autocomplete("zone")(suggest_zones)


async def _ask(
    chat: Chat, interaction: discord.Interaction, session: str, verb: str, typed: Mapping[str, str]
) -> Asked | None:
    """What is asked of which session; tells the person and returns None where it cannot be."""
    found = await organiser_here(chat, interaction)
    if found is None:
        return None
    chosen = await find_session(chat, found[0], session)
    if not isinstance(chosen, Session):
        await refuse(chat, interaction, chosen)
        return None
    kept = {name: text for name, text in typed.items() if text}
    return Asked(marathon=found[0], actor=found[1], session=chosen, verb=verb, typed=kept)


def _read_time(
    text: str, zone: str | None, own: str, now: datetime, *, session: Session | None = None
) -> dict[str, str] | Refusal:
    """Wall time and zone as they were typed; without a zone ``own``, and steps from the session's start."""
    there = own if zone is None else find_zone(zone)
    if not isinstance(there, str):
        return there
    base = None if session is None else to_local(session.start, there)
    wall = read_when(text, now=now, zone=there, base=base)
    return {"wall": f"{wall:{WALL}}", "zone": there} if isinstance(wall, datetime) else wall
