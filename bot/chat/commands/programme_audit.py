"""/programme audit and /programme reach: what the hours mean where people live, and whom a change has reached."""

import asyncio
from collections.abc import Mapping
from io import BytesIO

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import find_session, organiser_here, suggest_sessions
from bot.chat.languages import picture_language
from bot.chat.page import COLOUR, at
from bot.pictures import audit_picture
from sessions.domain.actors import Role
from sessions.domain.audit import (
    Audit,
    Place,
    all_countries,
    audit,
    heat_map,
    places_of_countries,
    slots_of_sessions,
)
from sessions.domain.moments import country_names
from sessions.domain.programme import Session
from sessions.services import calendars, programmes


def add_to(group: app_commands.Group, chat: Chat) -> None:
    """Adds the two commands."""

    @group.command(name="audit", description="Each session's local hour where people live, as a picture")
    @app_commands.describe(everywhere="All countries instead of those of the people with a place")
    async def audit_(interaction: discord.Interaction, everywhere: bool = False) -> None:
        found = await organiser_here(chat, interaction, Role.ORGANISER, Role.APPROVER, Role.AUDITOR)
        if found is None:
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        planned = await programmes.show(chat.store, found[0].id)
        programme = planned.marathon.programme
        slots = slots_of_sessions(planned.sessions, programme.zone)
        lived = () if everywhere else await programmes.living(chat.store, found[0].id)
        places: tuple[Place, ...] = lived or places_of_countries(all_countries(), slots)
        seen = audit(slots, places, programme.zone)
        language = picture_language(chat.language(interaction))
        picture = await asyncio.to_thread(
            audit_picture, heat_map(seen), chat.wording, title=programme.title, zone=programme.zone, language=language
        )
        embed = discord.Embed(
            title=shorten(programme.title, 256), description=_describe(chat, interaction, seen), colour=COLOUR
        )
        embed.set_image(url="attachment://audit.png")
        file = discord.File(BytesIO(picture), filename="audit.png")
        await interaction.followup.send(embed=embed, file=file, ephemeral=True, allowed_mentions=NOBODY)

    @group.command(name="reach", description="How many personal calendars have a session as it is now")
    @app_commands.describe(session="Which session")
    async def reach(interaction: discord.Interaction, session: str) -> None:
        found = await organiser_here(chat, interaction, Role.ORGANISER, Role.APPROVER, Role.AUDITOR)
        if found is None:
            return
        chosen = await find_session(chat, found[0], session)
        if isinstance(chosen, Session):
            text = await _reach(chat, interaction, chosen)
        else:
            text = chat.explain(interaction, chosen)
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)

    reach.autocomplete("session")(suggest_sessions(chat))


async def _reach(chat: Chat, interaction: discord.Interaction, session: Session) -> str:
    found = await calendars.reach(chat.store, session.id)
    if found is None or not found.calendars:
        return chat.say(interaction, "reach-none")
    return chat.say(
        interaction,
        "reach-said",
        number=session.number,
        current=found.current,
        calendars=found.calendars,
        changed=at(session.changed, "f"),
    )


def _describe(chat: Chat, interaction: discord.Interaction, seen: Audit) -> str:
    """Who has a session at night, and from which session on local hours move."""
    if not seen.slots:
        return chat.say(interaction, "audit-empty")
    unit = "people" if seen.counts_people else "places"
    lines = [
        chat.say(
            interaction, f"audit-at-night-{unit}", number=night.number, count=night.at_night, share=f"{night.share:.0%}"
        )
        for night in seen.nights
        if night.at_night
    ]
    names = country_names()
    moves: dict[tuple[int, int], dict[str, None]] = {}
    for row in seen.rows:
        for move in row.moves:
            minutes = int(move.by.total_seconds() // 60)
            name = names.get(row.place.country or "", row.place.city)
            moves.setdefault((move.number, minutes), {})[name] = None
    lines += [_move(chat, interaction, *key, named) for key, named in sorted(moves.items())]
    return shorten("\n".join(lines) or chat.say(interaction, "audit-quiet"), 4000)


def _move(chat: Chat, interaction: discord.Interaction, number: int, minutes: int, named: Mapping[str, None]) -> str:
    key = "audit-moves-later" if minutes > 0 else "audit-moves-earlier"
    places = shorten(escape(", ".join(named)), 500)
    return chat.say(interaction, key, number=number, minutes=abs(minutes), places=places)
