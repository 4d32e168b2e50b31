"""Everything this Discord knows, and telling the bots about what changes."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.channels import Channel, ChannelType
from bot.rehearsal.discord_server.commands import Command
from bot.rehearsal.discord_server.gateway_sessions import GatewaySessions
from bot.rehearsal.discord_server.guilds import Guild, Member
from bot.rehearsal.discord_server.intents import INTENT_OF, Intent
from bot.rehearsal.discord_server.interactions import Interaction
from bot.rehearsal.discord_server.limits import Limits
from bot.rehearsal.discord_server.messages import Message
from bot.rehearsal.discord_server.permissions import NONE, Permission
from bot.rehearsal.discord_server.quiet import Quiet
from bot.rehearsal.discord_server.received import Received
from bot.rehearsal.discord_server.snowflakes import Snowflakes
from bot.rehearsal.discord_server.users import Application, User


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    filename: str
    content_type: str
    data: bytes


class World:
    """The state of the server. Changes are plain and synchronous, so that each is whole when an event tells of it."""

    def __init__(self, *, clock: Clock, limits: Limits, quiet: Quiet, sessions: GatewaySessions) -> None:
        self.clock = clock
        self.limits = limits
        self.quiet = quiet
        self.sessions = sessions
        self.snowflakes = Snowflakes(clock)
        self.base_url = ""
        self.gateway_url = ""
        self.users: dict[int, User] = {}
        self.applications: dict[int, Application] = {}
        self.applications_by_token: dict[str, Application] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.direct_channels: dict[tuple[int, int], Channel] = {}
        self.commands: dict[tuple[int, int | None], dict[int, Command]] = {}
        self.interactions: dict[int, Interaction] = {}
        self.interactions_by_token: dict[str, Interaction] = {}
        self.files: dict[int, StoredFile] = {}
        self.received: list[Received] = []
        self.waiting_for_received: list[tuple[Callable[[Received], bool], asyncio.Future[Received]]] = []
        self.nonces: dict[tuple[int, int, str], tuple[float, Message]] = {}
        self.dm_openings: dict[int, list[float]] = {}
        self.acts: dict[str, int] = {}
        self.always_invalid_session = False
        self.after_act: Callable[[User, Guild | None], None] | None = None

    # -- looking up

    def now(self) -> datetime:
        return self.clock.now()

    def wire_now(self) -> float:
        return asyncio.get_running_loop().time()

    def guild(self, guild_id: int, application: Application) -> Guild:
        guild = self.guilds.get(guild_id)
        if guild is None or application.user.id not in guild.members:
            raise errors.unknown("guild")
        return guild

    def channel(self, channel_id: int, application: Application) -> Channel:
        """The channel, if the bot can see it; 10003 when there is none, 50001 when it is hidden from the bot."""
        channel = self.channels.get(channel_id)
        if channel is None:
            raise errors.unknown("channel")
        if channel.guild_id is None:
            if application.user not in channel.recipients:
                raise errors.missing_access()
            return channel
        if not self.permissions(application.user.id, channel) & Permission.VIEW_CHANNEL:
            raise errors.missing_access()
        return channel

    def guild_of(self, channel: Channel) -> Guild | None:
        return None if channel.guild_id is None else self.guilds.get(channel.guild_id)

    def member(self, guild: Guild, user_id: int) -> Member:
        member = guild.members.get(user_id)
        if member is None:
            raise errors.unknown("member" if user_id in self.users else "user")
        return member

    def permissions(self, user_id: int, channel: Channel) -> int:
        """In a direct channel its two sides may do everything that makes sense there."""
        guild = self.guild_of(channel)
        if guild is None:
            inside = any(user.id == user_id for user in channel.recipients)
            return Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES if inside else NONE
        member = guild.members.get(user_id)
        return NONE if member is None else guild.permissions_of(member, channel, self.now())

    def require(self, application: Application, channel: Channel, needed: int) -> None:
        """In a guild's channel; 50013 when the bot lacks a permission."""
        if channel.guild_id is None:
            return
        if self.permissions(application.user.id, channel) & needed != needed:
            raise errors.missing_permissions()

    def require_in_guild(self, application: Application, guild: Guild, needed: int) -> Member:
        bot = guild.members[application.user.id]
        if guild.permissions_of(bot, None, self.now()) & needed != needed:
            raise errors.missing_permissions()
        return bot

    def shared_guilds(self, application: Application, user_id: int) -> Iterable[Guild]:
        return (
            guild for guild in self.guilds.values() if user_id in guild.members and application.user.id in guild.members
        )

    def visible_channels(self, guild: Guild, user_id: int) -> list[Channel]:
        return [
            channel
            for channel in guild.channels.values()
            if self.permissions(user_id, channel) & Permission.VIEW_CHANNEL
        ]

    def direct_channel(self, application: Application, user: User) -> Channel:
        channel = self.direct_channels.get((application.id, user.id))
        if channel is None:
            channel = Channel(id=self.snowflakes.make(), kind=ChannelType.DM, recipients=(user, application.user))
            self.direct_channels[application.id, user.id] = channel
            self.channels[channel.id] = channel
        return channel

    def note(self, received: Received) -> None:
        self.received.append(received)
        for waiting in [one for one in self.waiting_for_received if one[0](received)]:
            self.waiting_for_received.remove(waiting)
            if not waiting[1].done():
                waiting[1].set_result(received)

    # -- telling the bots

    def tell(self, guild: Guild, event: str, body: Any, *, channel: Channel | None = None) -> None:
        """Dispatches to every bot of the guild that has the intent and, for a channel's event, sees the channel."""
        intent = INTENT_OF.get(event, Intent.GUILDS)
        for application_id in guild.application_ids:
            application = self.applications[application_id]
            if application.user.id not in guild.members:
                continue
            if channel is not None and not self.permissions(application.user.id, channel) & Permission.VIEW_CHANNEL:
                continue
            self.sessions.dispatch(application.id, event, body, intent, guild_id=guild.id)

    def tell_directly(
        self, application: Application, event: str, body: Any, intent: int = Intent.NONE, *, guild: Guild | None = None
    ) -> None:
        self.sessions.dispatch(application.id, event, body, intent, guild_id=None if guild is None else guild.id)

    def tell_about_message(self, message: Message, event: str) -> None:
        """MESSAGE_CREATE and MESSAGE_UPDATE: ephemeral messages reach no gateway; text needs the content intent."""
        if message.reader is not None:
            return
        channel = message.channel
        guild = self.guild_of(channel)
        body = message.body()
        body["channel_type"] = int(channel.kind)
        if guild is None:
            for application in self.applications.values():
                if application.user in channel.recipients:
                    self.sessions.dispatch(application.id, event, body, Intent.DIRECT_MESSAGES, guild_id=None)
            return
        body["guild_id"] = str(guild.id)
        author = guild.members.get(message.author.id)
        if author is not None and message.webhook_id is None:
            body["member"] = author.body_without_user()
        body["mentions"] = [
            user.body() | {"member": guild.members[user.id].body_without_user()}
            if user.id in guild.members
            else user.body()
            for user in message.mentions.users
        ]
        bare = body | {"content": "", "embeds": [], "components": [], "attachments": []}
        for application_id in guild.application_ids:
            application = self.applications[application_id]
            if not self.permissions(application.user.id, channel) & Permission.VIEW_CHANNEL:
                continue
            own = message.author.id == application.user.id or application.user in message.mentions.users
            self.sessions.dispatch(
                application.id,
                event,
                body,
                Intent.GUILD_MESSAGES,
                guild_id=guild.id,
                without_content=None if own else bare,
            )

    def commands_of(self, application_id: int, guild_id: int | None) -> dict[int, Command]:
        return self.commands.setdefault((application_id, guild_id), {})
