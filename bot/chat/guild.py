"""The channels and roles of a marathon in a guild: what is kept, what is chosen, what must be made."""

from collections.abc import Mapping
from dataclasses import dataclass

import discord

from bot.chat.patience import make_once
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
    roles = {id_: role for id_ in have.values() if (role := guild.get_role(id_)) is not None}
    reason = f"Marathon {marathon.key}"
    for purpose in plan.made:
        name = name_of(marathon, purpose)
        if purpose.startswith("role:"):
            role = await _make_role(guild, name, _allowed(purpose), reason)
            have[purpose], roles[role.id] = role.id, role
        else:
            overwrites = _overwrites(guild, purpose, {key: roles[id_] for key, id_ in have.items() if id_ in roles})
            overwrites[discord.Object(me or guild.me.id, type=discord.Member)] = _BOT
            have[purpose] = await _make_channel(guild, name, overwrites, reason)
    made = {purpose: roles[have[purpose]] for purpose in plan.made if purpose.startswith("role:")}
    for purpose, id_ in plan.kept.items():
        if made and purpose.startswith("channel:"):
            await _let_in(guild, purpose, id_, made, reason)
    return have


async def _let_in(
    guild: discord.Guild, purpose: str, channel_id: int, made: Mapping[str, discord.Role], reason: str
) -> None:
    """A channel that stays still names the role that was deleted: the new one gets its place there."""
    channel = guild.get_channel(channel_id) or await guild.fetch_channel(channel_id)
    if not isinstance(channel, discord.TextChannel):
        return
    for role, overwrite in _overwrites(guild, purpose, made).items():
        if isinstance(role, discord.Role) and role != guild.default_role:
            await channel.set_permissions(role, overwrite=overwrite, reason=reason)


async def _make_role(guild: discord.Guild, name: str, allowed: discord.Permissions, reason: str) -> discord.Role:
    async def make() -> discord.Role:
        return await guild.create_role(name=name, permissions=allowed, mentionable=False, reason=reason)

    async def find() -> discord.Role | None:
        return next((role for role in await guild.fetch_roles() if role.name == name), None)

    return await make_once(make, find)


async def _make_channel(guild: discord.Guild, name: str, overwrites: "Overwrites", reason: str) -> int:
    async def make() -> int:
        return (await guild.create_text_channel(name, overwrites=overwrites, reason=reason)).id

    async def find() -> int | None:
        return next((channel.id for channel in await guild.fetch_channels() if channel.name == name), None)

    return await make_once(make, find)


def _allowed(purpose: str) -> discord.Permissions:
    """Organisers may manage events: that is what shows them the organisers' commands."""
    return discord.Permissions(manage_events=True) if purpose == "role:organiser" else discord.Permissions.none()


_SPEAK = discord.PermissionOverwrite(view_channel=True, send_messages=True, read_message_history=True)
_READ = discord.PermissionOverwrite(view_channel=True, send_messages=False, read_message_history=True)
_HIDDEN = discord.PermissionOverwrite(view_channel=False)
_BOT = discord.PermissionOverwrite(
    view_channel=True, send_messages=True, embed_links=True, read_message_history=True, mention_everyone=True
)
Overwrites = dict[discord.Role | discord.Member | discord.Object, discord.PermissionOverwrite]


def _overwrites(guild: discord.Guild, purpose: str, roles: Mapping[str, discord.Role]) -> Overwrites:
    """Announcements are for everybody to read; sessions for those with a place; the desk for organisers. Roles must
    be ``discord.Role``: discord.py sends anything else as a member's overwrite, which then is nobody's."""
    overwrites: Overwrites = {guild.default_role: _READ if purpose == "channel:announcements" else _HIDDEN}
    if "role:organiser" in roles:
        overwrites[roles["role:organiser"]] = _SPEAK
    if purpose == "channel:sessions" and "role:participant" in roles:
        overwrites[roles["role:participant"]] = _READ
    return overwrites
