"""What the bot may do in a channel, computed as Discord documents it, and what it needs to be allowed.

https://docs.discord.com/developers/topics/permissions, "Permission Overwrites".
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntFlag


class Permission(IntFlag):
    """The bits that Marathon uses; names as in Discord's documentation."""

    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    MANAGE_ROLES = 1 << 28
    MANAGE_EVENTS = 1 << 33
    CREATE_EVENTS = 1 << 44


IN_GUILD = (
    Permission.VIEW_CHANNEL,
    Permission.MANAGE_ROLES,
    Permission.MANAGE_CHANNELS,
    Permission.MANAGE_EVENTS,
    Permission.CREATE_EVENTS,
)
"""For `/setup` (channels and roles), for giving a place's role, for the sessions' scheduled events."""

IN_CHANNEL = (
    Permission.VIEW_CHANNEL,
    Permission.SEND_MESSAGES,
    Permission.EMBED_LINKS,
    Permission.ATTACH_FILES,
    Permission.READ_MESSAGE_HISTORY,
)
"""To post, and to look for what was posted before a crash."""

TO_MENTION = Permission.MENTION_EVERYONE
"""To mention a role that is not open to everybody's mentions."""

INVITED_WITH = sum({*IN_GUILD, *IN_CHANNEL, TO_MENTION})
"""The number that stands in the invite link."""

EVERYTHING = (1 << 64) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Overwrite:
    """A channel's exception for a role or a member."""

    id: int
    allow: int
    deny: int


def in_guild(*, guild_id: int, member_roles: Collection[int], roles: Mapping[int, int]) -> int:
    """What a member may do in the guild. ``roles``: every role's permissions; @everyone has the guild's own id."""
    held = roles.get(guild_id, 0)
    for role in member_roles:
        held |= roles.get(role, 0)
    return EVERYTHING if held & Permission.ADMINISTRATOR else held


def in_channel(
    held: int, *, guild_id: int, member_id: int, member_roles: Collection[int], overwrites: Sequence[Overwrite]
) -> int:
    """``held`` as a channel's overwrites change it: for everybody, for the roles together, for the member."""
    if held & Permission.ADMINISTRATOR:
        return EVERYTHING
    roles = [one for one in overwrites if one.id in member_roles and one.id != guild_id]
    together = Overwrite(id=0, allow=_all(one.allow for one in roles), deny=_all(one.deny for one in roles))
    for step in (
        *(one for one in overwrites if one.id == guild_id),
        together,
        *(one for one in overwrites if one.id == member_id),
    ):
        held = held & ~step.deny | step.allow
    return held


def _all(bits: Iterable[int]) -> int:
    whole = 0
    for one in bits:
        whole |= one
    return whole


def missing(held: int, needed: Sequence[Permission]) -> tuple[str, ...]:
    """What is needed and not held, in the words of Discord's settings pages."""
    return tuple(one.name.replace("_", " ").capitalize() for one in needed if not held & one and one.name)
