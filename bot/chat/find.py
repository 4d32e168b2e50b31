"""Finding what an interaction is about: which marathon, which person, in which role."""

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import app_commands

from bot.chat.context import Chat, shorten
from sessions.domain.actors import Actor, ActorKind, Role
from sessions.domain.moments import suggest_zones as zones_for
from sessions.domain.moments import to_local
from sessions.domain.programme import Marathon, Session
from sessions.domain.refusals import NotAllowed, Refusal, UnknownMarathon, UnknownSession
from sessions.services import changes, programmes, setup

Autocomplete = Callable[[discord.Interaction[Any], str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]


def suggest_marathons(chat: Chat) -> Autocomplete:
    """The marathons of this guild and those not yet bound, by key and title."""

    async def suggest(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        wanted = current.casefold()
        found = [
            marathon
            for marathon in await programmes.every(chat.store)
            if marathon.guild_id in (None, interaction.guild_id)
            and wanted in f"{marathon.key} {marathon.programme.title}".casefold()
        ]
        return [app_commands.Choice(name=shorten(one.programme.title, 100), value=one.key) for one in found[:25]]

    return suggest


async def choose_marathon(chat: Chat, interaction: discord.Interaction, key: str | None) -> Marathon | None:
    """The marathon named, or the one that can be meant; tells the person and returns None where there is none."""
    every = await programmes.every(chat.store)
    fitting = [one for one in every if one.guild_id in (None, interaction.guild_id) and key in (None, one.key)]
    here = [one for one in fitting if one.guild_id == interaction.guild_id]
    if len(fitting) == 1 or here:
        return (here or fitting)[-1]
    refusal = UnknownMarathon(key=key or "", known=tuple(one.key for one in every))
    await interaction.response.send_message(chat.explain(interaction, refusal), ephemeral=True)
    return None


async def marathon_here(chat: Chat, interaction: discord.Interaction) -> Marathon | None:
    """The guild's present marathon; tells the person and returns None where there is none."""
    marathon = await programmes.of_guild(chat.store, interaction.guild_id or 0)
    if marathon is None:
        await interaction.response.send_message(chat.say(interaction, "programme-none-here"), ephemeral=True)
    return marathon


async def marathon_named(chat: Chat, interaction: discord.Interaction, marathon_id: int) -> Marathon:
    """The marathon of a button that was posted once. LookupError when it is gone."""
    return (await programmes.show(chat.store, marathon_id)).marathon


async def organiser_here(chat: Chat, interaction: discord.Interaction, *allowed: Role) -> tuple[Marathon, Actor] | None:
    """The guild's marathon and the organiser as actor; tells anybody else that they may not, and returns None."""
    marathon = await marathon_here(chat, interaction)
    if marathon is None:
        return None
    person_id, roles = await setup.roles_of(chat.store, marathon.id, interaction.user.id)
    if not roles & set(allowed or (Role.ORGANISER,)):
        refusal = NotAllowed(needs=tuple(role.value for role in allowed or (Role.ORGANISER,)))
        await interaction.response.send_message(chat.explain(interaction, refusal), ephemeral=True)
        return None
    return marathon, acting(interaction, person_id)


def acting(interaction: discord.Interaction, person_id: int | None) -> Actor:
    """An organiser as the journal names them: by person where known, else by Discord account."""
    return Actor(ActorKind.ORGANISER, str(person_id) if person_id is not None else f"discord:{interaction.user.id}")


async def suggest_zones(interaction: discord.Interaction[Any], current: str) -> list[app_commands.Choice[str]]:
    """Zones by city, country or name, each with its present local time."""
    return [
        app_commands.Choice(name=f"{zone} · {to_local(interaction.created_at, zone):%H:%M}"[:100], value=zone)
        for zone in zones_for(current)
    ]


def suggest_sessions(chat: Chat) -> Autocomplete:
    """The sessions of the guild's marathon, by number, title or local day."""

    async def suggest(interaction: discord.Interaction[Any], current: str) -> list[app_commands.Choice[str]]:
        marathon = await programmes.of_guild(chat.store, interaction.guild_id or 0)
        if marathon is None:
            return []
        planned = await programmes.show(chat.store, marathon.id)
        found = [(_name(session), session) for session in planned.sessions]
        wanted = current.casefold()
        return [
            app_commands.Choice(name=shorten(name, 100), value=f"id:{session.id}")
            for name, session in found
            if wanted in name.casefold()
        ][:25]

    return suggest


def _name(session: Session) -> str:
    cohort = f" · {session.cohort}" if session.cohort else ""
    return f"{session.number}{cohort} · {session.wall:%a %Y-%m-%d %H:%M} · {session.title}"


async def find_session(chat: Chat, marathon: Marathon, typed: str) -> Session | Refusal:
    """The session that was chosen while typing, or whose number was typed."""
    planned = await programmes.show(chat.store, marathon.id)
    kind, _, digits = typed.strip().rpartition(":")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
    if kind == "id":
        found = next((one for one in planned.sessions if one.id == number), None)
        return found or UnknownSession(number=number, known=tuple(sorted({one.number for one in planned.sessions})))
    return await changes.find(chat.store, marathon.id, number)
