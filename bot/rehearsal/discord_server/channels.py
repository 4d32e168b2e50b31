"""Channels of guilds, threads, and direct messages (Discord's "Channels resource")."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from bot.rehearsal.discord_server.bodies import Body, wire_id
from bot.rehearsal.discord_server.permissions import Overwrite
from bot.rehearsal.discord_server.users import User

if TYPE_CHECKING:
    from bot.rehearsal.discord_server.messages import Message


class ChannelType(IntEnum):
    TEXT = 0
    DM = 1
    VOICE = 2
    CATEGORY = 4
    ANNOUNCEMENT = 5
    ANNOUNCEMENT_THREAD = 10
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12
    STAGE = 13
    FORUM = 15


THREADS = frozenset({ChannelType.ANNOUNCEMENT_THREAD, ChannelType.PUBLIC_THREAD, ChannelType.PRIVATE_THREAD})
SPOKEN = frozenset({ChannelType.VOICE, ChannelType.STAGE})
WRITTEN = frozenset({ChannelType.TEXT, ChannelType.ANNOUNCEMENT, *SPOKEN, *THREADS, ChannelType.DM})


@dataclass(slots=True, kw_only=True)
class ThreadState:
    """``archive_moment`` is wire form."""

    owner_id: int
    archive_moment: str
    created_moment: str
    auto_archive_minutes: int = 1440
    archived: bool = False
    locked: bool = False
    invitable: bool = True
    member_ids: list[int] = field(default_factory=list)


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Channel:
    """``messages`` are in the order in which they were said; ephemeral ones are kept apart, by their reader."""

    id: int
    kind: ChannelType
    name: str = ""
    guild_id: int | None = None
    topic: str | None = None
    position: int = 0
    parent_id: int | None = None
    nsfw: bool = False
    slow_seconds: int = 0
    bitrate: int = 64000
    user_limit: int = 0
    rtc_region: str | None = None
    video_quality_mode: int = 1
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    messages: "dict[int, Message]" = field(default_factory=dict)
    ephemeral: "dict[int, Message]" = field(default_factory=dict)
    recipients: tuple[User, ...] = ()
    last_message_id: int | None = None
    last_pin_moment: str | None = None
    thread: ThreadState | None = None

    def __repr__(self) -> str:
        return f"<Channel {self.kind.name} {self.name!r} {self.id}>"

    @property
    def mention(self) -> str:
        return f"<#{self.id}>"

    def body(self) -> Body:
        if self.kind is ChannelType.DM:
            return self._direct_body()
        body: Body = {
            "id": str(self.id),
            "type": int(self.kind),
            "guild_id": wire_id(self.guild_id),
            "name": self.name,
            "parent_id": wire_id(self.parent_id),
            "flags": 0,
        }
        if self.thread is not None:
            return body | self._thread_part(self.thread)
        body["position"] = self.position
        body["permission_overwrites"] = [overwrite.body() for overwrite in self.overwrites.values()]
        if self.kind is ChannelType.CATEGORY:
            return body
        body |= {
            "nsfw": self.nsfw,
            "rate_limit_per_user": self.slow_seconds,
            "last_message_id": wire_id(self.last_message_id),
        }
        if self.kind in SPOKEN:
            return body | {
                "bitrate": self.bitrate,
                "user_limit": self.user_limit,
                "rtc_region": self.rtc_region,
                "video_quality_mode": self.video_quality_mode,
            }
        body |= {"topic": self.topic, "last_pin_timestamp": self.last_pin_moment}
        if self.kind is ChannelType.FORUM:
            body |= {
                "available_tags": [],
                "default_reaction_emoji": None,
                "default_sort_order": None,
                "default_forum_layout": 0,
            }
        return body

    def interaction_body(self) -> Body:
        """As an interaction carries it."""
        body = self.body()
        body.pop("permission_overwrites", None)
        return body

    def _direct_body(self) -> Body:
        return {
            "id": str(self.id),
            "type": int(ChannelType.DM),
            "last_message_id": wire_id(self.last_message_id),
            "flags": 0,
            "recipients": [user.body() for user in self.recipients if not user.bot],
        }

    def _thread_part(self, thread: ThreadState) -> Body:
        metadata: Body = {
            "archived": thread.archived,
            "archive_timestamp": thread.archive_moment,
            "auto_archive_duration": thread.auto_archive_minutes,
            "locked": thread.locked,
            "create_timestamp": thread.created_moment,
        }
        if self.kind is ChannelType.PRIVATE_THREAD:
            metadata["invitable"] = thread.invitable
        return {
            "owner_id": str(thread.owner_id),
            "thread_metadata": metadata,
            "message_count": len(self.messages),
            "total_message_sent": len(self.messages),
            "member_count": len(thread.member_ids),
            "rate_limit_per_user": self.slow_seconds,
            "last_message_id": wire_id(self.last_message_id),
        }
