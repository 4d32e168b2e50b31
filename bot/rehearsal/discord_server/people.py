"""Simulated people: they act as Discord's client lets a person act, and every act is a real interaction."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from bot.rehearsal.discord_server import answering
from bot.rehearsal.discord_server.bodies import Body, wire_moment
from bot.rehearsal.discord_server.calls import Upload
from bot.rehearsal.discord_server.channels import SPOKEN, WRITTEN, Channel, ChannelType
from bot.rehearsal.discord_server.commands import BOT_DM_CONTEXT, CHAT_INPUT, GUILD_CONTEXT, Command
from bot.rehearsal.discord_server.components import SELECTS, ComponentType
from bot.rehearsal.discord_server.filling import (
    CannotDoError,
    InvisibleError,
    Resolved,
    check_values,
    fill_modal,
    fill_options,
    find_command,
    nest,
)
from bot.rehearsal.discord_server.guilds import Guild, Member
from bot.rehearsal.discord_server.interactions import Interaction, InteractionType
from bot.rehearsal.discord_server.messages import Message
from bot.rehearsal.discord_server.permissions import Permission
from bot.rehearsal.discord_server.received import Received
from bot.rehearsal.discord_server.replies import Choice, Modal, Reply, find_control
from bot.rehearsal.discord_server.routes.members import add_member, remove_member
from bot.rehearsal.discord_server.users import Application, User
from bot.rehearsal.discord_server.voice import VoiceState
from bot.rehearsal.discord_server.world import World
from bot.rehearsal.discord_server.writing import post

Place = Guild | Channel | Application


class Person:
    """One human user with their own client."""

    def __init__(self, world: World, user: User) -> None:
        self._world = world
        self.user = user

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def mention(self) -> str:
        return self.user.mention

    def __repr__(self) -> str:
        return f"<Person {self.name}>"

    # -- being in a guild

    async def join(self, guild: Guild) -> Member:
        member = Member(user=self.user, joined=self._world.now())
        add_member(self._world, guild, member)
        return member

    async def leave(self, guild: Guild) -> None:
        remove_member(self._world, guild, guild.members[self.id])

    def member(self, guild: Guild) -> Member:
        """``KeyError`` when the person is not in the guild."""
        return guild.members[self.id]

    def role_names(self, guild: Guild) -> set[str]:
        return {guild.roles[role_id].name for role_id in self.member(guild).role_ids}

    # -- seeing

    def can_see(self, channel: Channel) -> bool:
        return bool(self._world.permissions(self.id, channel) & Permission.VIEW_CHANNEL)

    def visible_messages(self, channel: Channel) -> list[Message]:
        """What the person reads in the channel, their own ephemeral messages included, oldest first."""
        if not self.can_see(channel):
            return []
        own = [message for message in channel.ephemeral.values() if message.reader is self.user]
        return sorted([*channel.messages.values(), *own], key=lambda message: message.id)

    @property
    def direct_messages(self) -> list[Message]:
        """Every direct message with any bot, oldest first."""
        channels = [channel for (_, user_id), channel in self._world.direct_channels.items() if user_id == self.id]
        found = [message for channel in channels for message in self.visible_messages(channel)]
        return sorted(found, key=lambda message: message.id)

    @property
    def received(self) -> list[Received]:
        """What came to this person alone: direct and ephemeral messages."""
        return [one for one in self._world.received if one.person_id == self.id]

    # -- commands

    async def slash(self, place: Place, command: str, **options: Any) -> Reply:
        """Runs a command by its full name, e.g. ``"programme show"``; ``InvisibleError`` when it is not there."""
        channel = self._channel(place)
        registered, branches, specifications = self._find(channel, command)
        resolved = Resolved(world=self._world, guild=self._world.guild_of(channel), channel=channel)
        filled = fill_options(specifications, options, resolved)
        data = _command_data(registered, nest(branches, filled), resolved)
        interaction = self._begin(InteractionType.COMMAND, registered.application_id, channel, data, f"/{command}")
        return await self._reply(interaction)

    async def autocomplete(self, place: Place, command: str, option: str, text: str, **options: Any) -> list[Choice]:
        """The choices offered while typing; empty when the bot did not answer in time."""
        channel = self._channel(place)
        registered, branches, specifications = self._find(channel, command)
        spec = next((one for one in specifications if one["name"] == option), None)
        if spec is None or not spec.get("autocomplete"):
            raise CannotDoError(f"option {option!r} of /{command} has no autocomplete")
        resolved = Resolved(world=self._world, guild=self._world.guild_of(channel), channel=channel)
        filled = fill_options(specifications, options | {option: text}, resolved, focused=option)
        data = _command_data(registered, nest(branches, filled), resolved)
        interaction = self._begin(InteractionType.AUTOCOMPLETE, registered.application_id, channel, data, f"/{command}")
        await interaction.acknowledged
        return [Choice(name=choice["name"], value=choice["value"]) for choice in interaction.choices or ()]

    def visible_commands(self, place: Place) -> list[Command]:
        """The commands that the person's client lists in that place."""
        channel = self._channel(place)
        guild = self._world.guild_of(channel)
        found = []
        for (application_id, guild_id), commands in self._world.commands.items():
            if guild is None:
                present = self._world.applications[application_id].user in channel.recipients
            else:
                present = application_id in guild.application_ids
            if present and (guild_id is None or (guild is not None and guild_id == guild.id)):
                found += [command for command in commands.values() if self._sees(command, channel, guild)]
        return found

    def _sees(self, command: Command, channel: Channel, guild: Guild | None) -> bool:
        if guild is None:
            return BOT_DM_CONTEXT in command.contexts
        if GUILD_CONTEXT not in command.contexts:
            return False
        permissions = self._world.permissions(self.id, channel)
        if not permissions & Permission.USE_APPLICATION_COMMANDS:
            return False
        needed = command.needed_permissions
        if needed is None or permissions & Permission.ADMINISTRATOR:
            return True
        return bool(needed) and permissions & needed == needed

    def _find(self, channel: Channel, name: str) -> tuple[Command, list[Body], list[Body]]:
        first, *path = name.removeprefix("/").split()
        for command in self.visible_commands(channel):
            if command.kind == CHAT_INPUT and first in command.names_of():
                branches, options = find_command(command.options, path)
                return command, branches, options
        raise InvisibleError(f"{self.name} sees no command /{first}")

    # -- buttons, selects, forms

    async def click(self, message: Message, name: str) -> Reply:
        """Presses a button by its custom id or label."""
        button = self._control(message, name)
        if button["type"] != ComponentType.BUTTON or "custom_id" not in button:
            raise CannotDoError(f"{name!r} is not a button that does something here")
        data: Body = {"custom_id": button["custom_id"], "component_type": button["type"]}
        return await self._act_on(message, data, f"button {button['custom_id']}")

    async def choose(self, message: Message, name: str, values: Sequence[Any]) -> Reply:
        """Chooses in a select by value or label; people, roles and channels in their selects."""
        select = self._control(message, name)
        if select["type"] not in SELECTS:
            raise CannotDoError(f"{name!r} is not a select")
        resolved = Resolved(world=self._world, guild=self._world.guild_of(message.channel), channel=message.channel)
        data: Body = {
            "custom_id": select["custom_id"],
            "component_type": select["type"],
            "values": check_values(select, values, resolved),
        }
        if select["type"] != ComponentType.STRING_SELECT:
            data["resolved"] = resolved.body
        return await self._act_on(message, data, f"select {select['custom_id']}")

    async def submit(self, modal: Modal, values: Mapping[str, Any]) -> Reply:
        """Fills in a form, fields by custom id or label, and sends it."""
        opened = modal.interaction
        if opened.guild is not None and self.id not in opened.guild.members:
            raise InvisibleError(f"{self.name} is no longer in {opened.guild.name}")
        resolved = Resolved(world=self._world, guild=opened.guild, channel=opened.channel)
        data: Body = {"custom_id": modal.custom_id, "components": fill_modal(modal, values, resolved)}
        if resolved.body:
            data["resolved"] = resolved.body
        interaction = self._begin(
            InteractionType.MODAL_SUBMIT,
            opened.application.id,
            opened.channel,
            data,
            f"form {modal.custom_id}",
            message=opened.message,
            parent=opened,
        )
        return await self._reply(interaction)

    def _control(self, message: Message, name: str) -> Body:
        if message.deleted or not self.can_see(message.channel) or message.reader not in (None, self.user):
            raise InvisibleError(f"{self.name} does not see message {message.id}")
        control = find_control(message, name)
        if control.get("disabled"):
            raise CannotDoError(f"{name!r} is disabled")
        return control

    async def _act_on(self, message: Message, data: Body, name: str) -> Reply:
        application_id = message.application_id
        if application_id is None:
            applications = self._world.applications.values()
            application_id = next(one.id for one in applications if one.user.id == message.author.id)
        interaction = self._begin(
            InteractionType.COMPONENT, application_id, message.channel, data, name, message=message
        )
        return await self._reply(interaction)

    # -- writing and speaking

    async def say(self, place: Place, content: str, *, files: Sequence[Upload] = ()) -> Message:
        channel = self._channel(place)
        if not self._world.permissions(self.id, channel) & Permission.SEND_MESSAGES:
            raise CannotDoError(f"{self.name} may not write in {channel.name}")
        return post(self._world, channel, self.user, {"content": content}, uploads=dict(enumerate(files)))

    async def voice_join(self, channel: Channel) -> VoiceState:
        """In a stage one joins the audience: suppressed."""
        guild = self._world.guild_of(channel)
        if guild is None or channel.kind not in SPOKEN:
            raise CannotDoError("this is not a channel to listen in")
        if not self._world.permissions(self.id, channel) & Permission.CONNECT or not self.can_see(channel):
            raise CannotDoError(f"{self.name} may not join {channel.name}")
        state = VoiceState(
            guild_id=guild.id,
            member=guild.members[self.id],
            channel_id=channel.id,
            session_id=f"voice-{self.id:x}",
            suppress=channel.kind is ChannelType.STAGE,
        )
        guild.voice_states[self.id] = state
        self._world.tell(guild, "VOICE_STATE_UPDATE", state.body())
        return state

    async def voice_leave(self) -> None:
        for guild, state in self._voice_states():
            del guild.voice_states[self.id]
            state.channel_id = None
            self._world.tell(guild, "VOICE_STATE_UPDATE", state.body())

    async def raise_hand(self) -> None:
        """Asks to speak on a stage."""
        for guild, state in self._voice_states():
            state.request_to_speak = wire_moment(self._world.now())
            self._world.tell(guild, "VOICE_STATE_UPDATE", state.body())

    def _voice_states(self) -> list[tuple[Guild, VoiceState]]:
        guilds = self._world.guilds.values()
        return [(guild, guild.voice_states[self.id]) for guild in guilds if self.id in guild.voice_states]

    async def subscribe(self, guild: Guild, event_id: int) -> None:
        """Presses "Interested" on a scheduled event."""
        guild.events[event_id].subscriber_ids[self.id] = None
        self._world.tell(guild, "GUILD_SCHEDULED_EVENT_USER_ADD", self._subscription(guild, event_id))

    async def unsubscribe(self, guild: Guild, event_id: int) -> None:
        guild.events[event_id].subscriber_ids.pop(self.id, None)
        self._world.tell(guild, "GUILD_SCHEDULED_EVENT_USER_REMOVE", self._subscription(guild, event_id))

    def _subscription(self, guild: Guild, event_id: int) -> Body:
        return {"guild_scheduled_event_id": str(event_id), "user_id": str(self.id), "guild_id": str(guild.id)}

    # -- the client's own work

    def _channel(self, place: Place) -> Channel:
        if isinstance(place, Application):
            return self._world.direct_channel(place, self.user)
        if isinstance(place, Channel):
            if not self.can_see(place):
                raise InvisibleError(f"{self.name} does not see #{place.name}")
            return place
        if self.id not in place.members:
            raise InvisibleError(f"{self.name} is not in {place.name}")
        for channel in place.channels.values():
            if channel.kind in WRITTEN and self.can_see(channel):
                return channel
        raise InvisibleError(f"{self.name} sees no channel of {place.name}")

    def _begin(
        self,
        kind: InteractionType,
        application_id: int,
        channel: Channel,
        data: Body,
        name: str,
        *,
        message: Message | None = None,
        parent: Interaction | None = None,
    ) -> Interaction:
        return answering.begin(
            self._world,
            kind=kind,
            application=self._world.applications[application_id],
            user=self.user,
            channel=channel,
            data=data,
            name=name,
            message=message,
            parent=parent,
        )

    async def _reply(self, interaction: Interaction) -> Reply:
        await asyncio.shield(interaction.answered)
        return Reply(interaction)


def _command_data(command: Command, options: list[Body], resolved: Resolved) -> Body:
    data: Body = {"id": str(command.id), "name": command.name, "type": command.kind}
    if options:
        data["options"] = options
    if resolved.body:
        data["resolved"] = resolved.body
    if command.guild_id is not None:
        data["guild_id"] = str(command.guild_id)
    return data
