"""What a member may do, computed as Discord documents it ("Permissions", "Permission Overwrites").

The owner may everything; Administrator implies everything; otherwise @everyone and the member's roles are joined, then
the channel's overwrites apply: @everyone, all roles together (deny before allow), the member.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.rehearsal.discord_server.bodies import Body


class Permission:
    """Plain numbers, because a storm computes with them 10,000 times a second."""

    CREATE_INSTANT_INVITE = 1 << 0
    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_AUDIT_LOG = 1 << 7
    PRIORITY_SPEAKER = 1 << 8
    STREAM = 1 << 9
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    SEND_TTS_MESSAGES = 1 << 12
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    VIEW_GUILD_INSIGHTS = 1 << 19
    CONNECT = 1 << 20
    SPEAK = 1 << 21
    MUTE_MEMBERS = 1 << 22
    DEAFEN_MEMBERS = 1 << 23
    MOVE_MEMBERS = 1 << 24
    USE_VAD = 1 << 25
    CHANGE_NICKNAME = 1 << 26
    MANAGE_NICKNAMES = 1 << 27
    MANAGE_ROLES = 1 << 28
    MANAGE_WEBHOOKS = 1 << 29
    MANAGE_GUILD_EXPRESSIONS = 1 << 30
    USE_APPLICATION_COMMANDS = 1 << 31
    REQUEST_TO_SPEAK = 1 << 32
    MANAGE_EVENTS = 1 << 33
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    USE_EXTERNAL_STICKERS = 1 << 37
    SEND_MESSAGES_IN_THREADS = 1 << 38
    USE_EMBEDDED_ACTIVITIES = 1 << 39
    MODERATE_MEMBERS = 1 << 40
    CREATE_EVENTS = 1 << 44


ALL = (1 << 53) - 1
NONE = 0

EVERYONE_DEFAULT = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.ADD_REACTIONS
    | Permission.CONNECT
    | Permission.SPEAK
    | Permission.REQUEST_TO_SPEAK
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CHANGE_NICKNAME
    | Permission.SEND_MESSAGES_IN_THREADS
    | Permission.USE_VAD
)

BOT_DEFAULT = (
    EVERYONE_DEFAULT
    | Permission.MANAGE_ROLES
    | Permission.MANAGE_CHANNELS
    | Permission.MANAGE_EVENTS
    | Permission.CREATE_EVENTS
    | Permission.MANAGE_MESSAGES
    | Permission.MENTION_EVERYONE
    | Permission.MUTE_MEMBERS
    | Permission.MOVE_MEMBERS
    | Permission.MANAGE_THREADS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.CREATE_PRIVATE_THREADS
    | Permission.MANAGE_WEBHOOKS
)

# Lost with SEND_MESSAGES ("implicit permissions").
_WITH_SENDING = (
    Permission.MENTION_EVERYONE | Permission.SEND_TTS_MESSAGES | Permission.ATTACH_FILES | Permission.EMBED_LINKS
)
# What a member in time-out keeps.
_TIMED_OUT = Permission.VIEW_CHANNEL | Permission.READ_MESSAGE_HISTORY


ROLE, MEMBER = 0, 1
"""Kinds of overwrites: a role's id under the member's kind (and the other way round) means nobody."""


@dataclass(slots=True, kw_only=True)
class Overwrite:
    """``kind`` is ``ROLE`` or ``MEMBER``."""

    id: int
    kind: int
    allow: int
    deny: int

    def body(self) -> Body:
        return {"id": str(self.id), "type": self.kind, "allow": str(int(self.allow)), "deny": str(int(self.deny))}


def join_roles(everyone: int, roles: Iterable[int]) -> int:
    joined = everyone
    for role in roles:
        joined |= role
    return ALL if joined & Permission.ADMINISTRATOR else joined


def apply_overwrites(
    base: int, *, everyone_id: int, role_ids: Iterable[int], user_id: int, overwrites: dict[int, Overwrite]
) -> int:
    if base & Permission.ADMINISTRATOR:
        return ALL
    found = base
    if not overwrites:
        return found
    everyone = overwrites.get(everyone_id)
    if everyone is not None and everyone.kind == ROLE:
        found = (found & ~everyone.deny) | everyone.allow
    allow = deny = NONE
    for role_id in role_ids:
        overwrite = overwrites.get(role_id)
        if overwrite is not None and overwrite.kind == ROLE:
            allow |= overwrite.allow
            deny |= overwrite.deny
    found = (found & ~deny) | allow
    own = overwrites.get(user_id)
    if own is not None and own.kind == MEMBER:
        found = (found & ~own.deny) | own.allow
    return found


def drop_implied(permissions: int, *, timed_out: bool) -> int:
    """Without seeing the channel nothing is left; without sending, what goes with sending is lost."""
    found = permissions
    if found & Permission.ADMINISTRATOR:
        return ALL
    if timed_out:
        found &= _TIMED_OUT
    if not found & Permission.VIEW_CHANNEL:
        return NONE
    if not found & Permission.SEND_MESSAGES:
        found &= ~_WITH_SENDING
    return found
