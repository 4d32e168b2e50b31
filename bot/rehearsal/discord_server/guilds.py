"""Guilds with their roles and members (Discord's "Guilds resource", "Roles")."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.rehearsal.discord_server import permissions
from bot.rehearsal.discord_server.bodies import Body, wire_id, wire_moment
from bot.rehearsal.discord_server.channels import Channel
from bot.rehearsal.discord_server.scheduled_events import ScheduledEvent
from bot.rehearsal.discord_server.users import User
from bot.rehearsal.discord_server.voice import StageInstance, VoiceState


@dataclass(slots=True, kw_only=True, eq=False)
class Role:
    id: int
    name: str
    permissions: int
    position: int
    colour: int = 0
    hoist: bool = False
    managed: bool = False
    mentionable: bool = False
    bot_id: int | None = None

    @property
    def mention(self) -> str:
        return f"<@&{self.id}>"

    def body(self) -> Body:
        body: Body = {
            "id": str(self.id),
            "name": self.name,
            "permissions": str(int(self.permissions)),
            "position": self.position,
            "color": self.colour,
            "colors": {"primary_color": self.colour, "secondary_color": None, "tertiary_color": None},
            "hoist": self.hoist,
            "managed": self.managed,
            "mentionable": self.mentionable,
            "icon": None,
            "unicode_emoji": None,
            "flags": 0,
        }
        if self.bot_id is not None:
            body["tags"] = {"bot_id": str(self.bot_id)}
        return body


@dataclass(slots=True, kw_only=True, eq=False)
class Member:
    """``timed_out_until`` is a course moment."""

    user: User
    joined: datetime
    role_ids: list[int] = field(default_factory=list)
    nick: str | None = None
    mute: bool = False
    deaf: bool = False
    pending: bool = False
    timed_out_until: datetime | None = None

    def body_without_user(self) -> Body:
        return {
            "avatar": None,
            "banner": None,
            "communication_disabled_until": None if self.timed_out_until is None else wire_moment(self.timed_out_until),
            "flags": 0,
            "joined_at": wire_moment(self.joined),
            "nick": self.nick,
            "pending": self.pending,
            "premium_since": None,
            "roles": [str(role_id) for role_id in self.role_ids],
            "mute": self.mute,
            "deaf": self.deaf,
        }

    def body(self) -> Body:
        return self.body_without_user() | {"user": self.user.body()}

    def is_timed_out(self, now: datetime) -> bool:
        return self.timed_out_until is not None and now < self.timed_out_until


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Guild:
    """The @everyone role has the guild's own id."""

    id: int
    name: str
    owner_id: int
    locale: str
    features: list[str] = field(default_factory=lambda: ["COMMUNITY", "NEWS"])
    roles: dict[int, Role] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    events: dict[int, ScheduledEvent] = field(default_factory=dict)
    stages: dict[int, StageInstance] = field(default_factory=dict)
    voice_states: dict[int, VoiceState] = field(default_factory=dict)
    bans: dict[int, str | None] = field(default_factory=dict)
    application_ids: list[int] = field(default_factory=list)
    system_channel_id: int | None = None
    description: str | None = None

    def __repr__(self) -> str:
        return f"<Guild {self.name!r} {self.id}>"

    def channel(self, name: str) -> Channel:
        """The first channel of that name; ``KeyError`` when there is none."""
        for channel in self.channels.values():
            if channel.name == name:
                return channel
        raise KeyError(name)

    def role(self, name: str) -> Role:
        """The first role of that name; ``KeyError`` when there is none."""
        for role in self.roles.values():
            if role.name == name:
                return role
        raise KeyError(name)

    def permissions_of(self, member: Member, channel: Channel | None, now: datetime) -> int:
        """In the channel, or in the guild as a whole when the channel is None."""
        if member.user.id == self.owner_id:
            return permissions.ALL
        roles = self.roles
        base = permissions.join_roles(
            roles[self.id].permissions, [roles[role_id].permissions for role_id in member.role_ids if role_id in roles]
        )
        if channel is None:
            return base
        place = channel
        if channel.thread is not None and channel.parent_id in self.channels:
            place = self.channels[channel.parent_id]
        found = permissions.apply_overwrites(
            base,
            everyone_id=self.id,
            role_ids=member.role_ids,
            user_id=member.user.id,
            overwrites=place.overwrites,
        )
        return permissions.drop_implied(found, timed_out=member.is_timed_out(now))

    def top_position(self, member: Member) -> int:
        """The highest position of the member's roles; an owner stands above all."""
        if member.user.id == self.owner_id:
            return 1 << 20
        return max((self.roles[role_id].position for role_id in member.role_ids if role_id in self.roles), default=0)

    def body(self) -> Body:
        return self._shared_body() | {
            "application_id": None,
            "region": "deprecated",
            "widget_enabled": False,
            "widget_channel_id": None,
            "max_presences": None,
            "max_members": 500000,
            "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25,
            "premium_subscription_count": 0,
            "nsfw": False,
            "home_header": None,
            "emojis": [],
            "stickers": [],
        }

    def _shared_body(self) -> Body:
        return {
            "id": str(self.id),
            "name": self.name,
            "icon": None,
            "description": self.description,
            "splash": None,
            "discovery_splash": None,
            "features": self.features,
            "banner": None,
            "owner_id": str(self.owner_id),
            "afk_channel_id": None,
            "afk_timeout": 300,
            "system_channel_id": wire_id(self.system_channel_id),
            "system_channel_flags": 0,
            "verification_level": 1,
            "roles": [role.body() for role in self.roles.values()],
            "default_message_notifications": 1,
            "mfa_level": 0,
            "explicit_content_filter": 2,
            "vanity_url_code": None,
            "premium_tier": 0,
            "preferred_locale": self.locale,
            "rules_channel_id": wire_id(self.system_channel_id),
            "safety_alerts_channel_id": None,
            "public_updates_channel_id": wire_id(self.system_channel_id),
            "premium_progress_bar_enabled": False,
            "nsfw_level": 0,
            "incidents_data": None,
        }

    def gateway_body(self, *, bot: Member, with_members: bool, large_threshold: int, visible: list[Channel]) -> Body:
        """GUILD_CREATE. A large guild, or a session without the members intent, gets the bot's own member only."""
        large = len(self.members) > large_threshold
        members = list(self.members.values()) if with_members and not large else [bot]
        return self._shared_body() | {
            "application_id": None,
            "region": "deprecated",
            "max_members": 500000,
            "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25,
            "premium_subscription_count": 0,
            "emojis": [],
            "stickers": [],
            "hub_type": None,
            "joined_at": wire_moment(bot.joined),
            "large": large,
            "unavailable": False,
            "member_count": len(self.members),
            "members": [member.body() for member in members],
            "channels": [channel.body() for channel in visible if channel.thread is None],
            "threads": [channel.body() for channel in visible if channel.thread is not None],
            "presences": [],
            "voice_states": [state.body_in_guild() for state in self.voice_states.values()],
            "stage_instances": [stage.body() for stage in self.stages.values()],
            "guild_scheduled_events": [event.gateway_body() for event in self.events.values() if event.is_open],
            "soundboard_sounds": [],
        }
