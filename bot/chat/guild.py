"""The channels and roles of a marathon in a guild: what is kept, what is chosen, what must be made."""

from collections.abc import Mapping
from dataclasses import dataclass

import discord

from sessions.domain.programme import Marathon
from sessions.services import setup


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGuild:
    """What is there now: ids of roles and channels."""

    roles: frozenset[int]
    channels: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuildPlan:
    """Per purpose: what is kept, what is chosen by the organiser, what must be made, in the order of making."""

    kept: Mapping[str, int]
    chosen: Mapping[str, int]
    made: tuple[str, ...]


def known_guild(guild: discord.Guild) -> KnownGuild:
    """From the client's cache, which the gateway keeps."""
    return KnownGuild(
        roles=frozenset(role.id for role in guild.roles), channels=frozenset(channel.id for channel in guild.channels)
    )


async def fetch_known_guild(guild: discord.Guild) -> KnownGuild:
    """Asked of Discord, where there is no gateway."""
    channels = await guild.fetch_channels()
    return KnownGuild(
        roles=frozenset(role.id for role in guild.roles), channels=frozenset(channel.id for channel in channels)
    )


def plan_guild(known: KnownGuild, marathon: Marathon, bound: Mapping[str, int], chosen: Mapping[str, int]) -> GuildPlan:
    """What is bound and still there is kept; what was deleted is made anew."""
    wanted = setup.purposes([cohort.key for cohort in marathon.programme.cohorts])
    there = {purpose: id_ for purpose, id_ in bound.items() if purpose in wanted and _exists(known, purpose, id_)}
    kept = {purpose: id_ for purpose, id_ in there.items() if purpose not in chosen}
    made = tuple(one for one in wanted if one not in kept and one not in chosen)
    return GuildPlan(kept=kept, chosen=chosen, made=made)


def _exists(known: KnownGuild, purpose: str, id_: int) -> bool:
    return id_ in (known.roles if purpose.startswith("role:") else known.channels)


def name_of(marathon: Marathon, purpose: str) -> str:
    """What is made is named after the marathon, so that several live side by side in one guild."""
    return f"{marathon.key}-{purpose.partition(':')[2].replace(':', '-')}"[:100]


async def make_guild(
    guild: discord.Guild, marathon: Marathon, plan: GuildPlan, *, me: int | None = None
) -> dict[str, int]:
    """Makes what the plan says; every purpose to its id. ``me``: the bot's user id where the guild has no cache."""
    have = {**plan.kept, **plan.chosen}
    for purpose in plan.made:
        have[purpose] = await _make(guild, marathon, purpose, have, me or guild.me.id)
    return have


async def _make(guild: discord.Guild, marathon: Marathon, purpose: str, have: Mapping[str, int], me: int) -> int:
    name = name_of(marathon, purpose)
    reason = f"Marathon {marathon.key}"
    if purpose.startswith("role:"):
        allowed = discord.Permissions(manage_events=True) if purpose == "role:organiser" else discord.Permissions.none()
        return (await guild.create_role(name=name, permissions=allowed, mentionable=False, reason=reason)).id
    overwrites = _overwrites(guild, purpose, have, me)
    return (await guild.create_text_channel(name, overwrites=overwrites, reason=reason)).id


def _overwrites(
    guild: discord.Guild, purpose: str, have: Mapping[str, int], me: int
) -> dict[discord.Role | discord.Member | discord.Object, discord.PermissionOverwrite]:
    """Announcements are for everybody to read; sessions for those with a place; the desk for organisers."""
    speak = discord.PermissionOverwrite(view_channel=True, send_messages=True, read_message_history=True)
    read = discord.PermissionOverwrite(view_channel=True, send_messages=False, read_message_history=True)
    hidden = discord.PermissionOverwrite(view_channel=False)
    overwrites: dict[discord.Role | discord.Member | discord.Object, discord.PermissionOverwrite] = {
        discord.Object(guild.id, type=discord.Role): read if purpose == "channel:announcements" else hidden,
        discord.Object(me, type=discord.Member): discord.PermissionOverwrite(
            view_channel=True, send_messages=True, embed_links=True, read_message_history=True, mention_everyone=True
        ),
        discord.Object(have["role:organiser"], type=discord.Role): speak,
    }
    if purpose == "channel:sessions":
        overwrites[discord.Object(have["role:participant"], type=discord.Role)] = read
    return overwrites
