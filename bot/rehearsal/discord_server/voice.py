"""Who is in which voice or stage channel, and which stages are open ("Voice", "Stage instance")."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rehearsal.discord_server.bodies import Body, wire_id

if TYPE_CHECKING:
    from bot.rehearsal.discord_server.guilds import Member


@dataclass(slots=True, kw_only=True, eq=False)
class VoiceState:
    """``suppress`` is true for the audience of a stage."""

    guild_id: int
    member: "Member"
    channel_id: int | None
    session_id: str
    mute: bool = False
    deaf: bool = False
    self_mute: bool = False
    self_deaf: bool = False
    suppress: bool = False
    request_to_speak: str | None = None

    def body_in_guild(self) -> Body:
        return {
            "channel_id": wire_id(self.channel_id),
            "user_id": str(self.member.user.id),
            "session_id": self.session_id,
            "deaf": self.deaf,
            "mute": self.mute,
            "self_deaf": self.self_deaf,
            "self_mute": self.self_mute,
            "self_stream": False,
            "self_video": False,
            "suppress": self.suppress,
            "request_to_speak_timestamp": self.request_to_speak,
        }

    def body(self) -> Body:
        return self.body_in_guild() | {"guild_id": str(self.guild_id), "member": self.member.body()}


@dataclass(slots=True, kw_only=True, eq=False)
class StageInstance:
    id: int
    guild_id: int
    channel_id: int
    topic: str
    privacy_level: int = 2
    event_id: int | None = None

    def body(self) -> Body:
        body: Body = {
            "id": str(self.id),
            "guild_id": str(self.guild_id),
            "channel_id": str(self.channel_id),
            "topic": self.topic,
            "privacy_level": self.privacy_level,
            "discoverable_disabled": True,
        }
        if self.event_id is not None:
            body["guild_scheduled_event_id"] = str(self.event_id)
        return body

    def rest_body(self) -> Body:
        return self.body() | {"guild_scheduled_event_id": wire_id(self.event_id)}
