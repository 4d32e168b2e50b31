"""Carrying out the faults of a profile."""

import asyncio
import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.rehearsal.discord_server.bodies import Body, encode
from bot.rehearsal.discord_server.calls import Call, Route
from bot.rehearsal.discord_server.channels import Channel
from bot.rehearsal.discord_server.faults import EventFault, Faults, RestFault
from bot.rehearsal.discord_server.gateway_sessions import Session
from bot.rehearsal.discord_server.guilds import Guild
from bot.rehearsal.discord_server.permissions import NONE, Overwrite, Permission
from bot.rehearsal.discord_server.routes.channels import remove_channel
from bot.rehearsal.discord_server.routes.members import remove_member
from bot.rehearsal.discord_server.routes.roles import remove_role
from bot.rehearsal.discord_server.users import User
from bot.rehearsal.discord_server.world import World

_SNOWFLAKE = re.compile(rb"(?<!\d)\d{17,20}(?!\d)")
_WITHOUT_FAULTS = frozenset({"get_my_user", "get_bot_gateway", "get_gateway"})
_LEAVES_WITH_ACT = 3
_LATE = "late events"
_EVENTS_LEFT_ALONE = frozenset({"READY", "RESUMED", "GUILD_CREATE", "GUILD_MEMBERS_CHUNK"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Something that a person with power did to the guild: ``what`` names the kind of fault, ``name`` its object."""

    what: str
    name: str
    moment: datetime


class Mischief:
    """``damages`` tells what was done to the guild, for whoever repairs it or judges what followed."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self.faults = faults
        self.damages: list[Damage] = []
        self._attempts: Counter[str] = Counter()
        self._refused: Counter[int] = Counter()

    # -- requests

    def of_request(self, route: Route, call: Call) -> RestFault | None:
        if route.bucket in _WITHOUT_FAULTS:
            return None
        key = self._request_key(route, call)
        self._attempts[key] += 1
        return self.faults.rest_fault(key, self._attempts[key])

    def _request_key(self, route: Route, call: Call) -> str:
        """The delivery's nonce, the person's act, or the place and the body."""
        nonce = call.body.get("nonce")
        if nonce is not None and call.body.get("enforce_nonce"):
            return f"nonce {nonce}"
        interaction = self._world.interactions_by_token.get(call.words.get("token", ""))
        if interaction is not None:
            return f"{route.bucket} {interaction.key}"
        ids = [self._name_of(name, number) for name, number in call.ids.items()]
        named = _SNOWFLAKE.sub(lambda found: self._name_of("id", int(found[0])).encode(), call.raw)
        body = hashlib.blake2b(named, digest_size=8).hexdigest()
        return f"{call.method} {route.template} {ids} {body}"

    def _name_of(self, kind: str, number: int) -> str:
        """A name that is the same in every run, where there is one."""
        channel = self._world.channels.get(number)
        if channel is not None and channel.name:
            return channel.name
        user = self._world.users.get(number)
        return user.key if user is not None else kind

    def before_effect(self, route: Route, call: Call) -> None:
        """Damage that is done just before the bot's request takes effect."""
        if route.bucket == "create_message":
            self._before_message(call)
        elif route.bucket == "member_roles" and call.method == "PUT":
            self._before_role(call)

    def _before_message(self, call: Call) -> None:
        channel = self._world.channels.get(call.ids["channel_id"])
        guild = None if channel is None else self._world.guild_of(channel)
        if channel is None or guild is None:
            return
        is_first = channel.id == guild.system_channel_id
        if not self.faults.is_target(channel.name, is_first_channel=is_first):
            return
        self._attempts[f"messages in {channel.id}"] += 1
        count = self._attempts[f"messages in {channel.id}"]
        if count == self.faults.channel_deleted:
            remove_channel(self._world, guild, channel)
            self._note("channel-deleted", channel.name)
        elif count == self.faults.permissions_taken:
            self._take_permissions(guild, channel)
        elif self._refused[channel.id]:
            self._heal(guild, channel)

    def _take_permissions(self, guild: Guild, channel: Channel) -> None:
        bot_role = next(role for role in guild.roles.values() if role.managed)
        denied = Permission.SEND_MESSAGES | Permission.EMBED_LINKS
        channel.overwrites[bot_role.id] = Overwrite(id=bot_role.id, kind=0, allow=NONE, deny=denied)
        self._refused[channel.id] = 1
        self._world.tell(guild, "CHANNEL_UPDATE", channel.body(), channel=channel)
        self._note("permissions-taken", channel.name)

    def _heal(self, guild: Guild, channel: Channel) -> None:
        self._refused[channel.id] += 1
        if not self.faults.heals_after or self._refused[channel.id] <= self.faults.heals_after:
            return
        for role in [role for role in guild.roles.values() if role.managed]:
            channel.overwrites.pop(role.id, None)
        del self._refused[channel.id]
        self._world.tell(guild, "CHANNEL_UPDATE", channel.body(), channel=channel)
        self._note("permissions-given-back", channel.name)

    def _before_role(self, call: Call) -> None:
        guild = self._world.guilds.get(call.ids["guild_id"])
        role = None if guild is None else guild.roles.get(call.ids["role_id"])
        if guild is None or role is None or not self.faults.is_target(role.name):
            return
        self._attempts[f"grantings of {role.name}"] += 1
        if self._attempts[f"grantings of {role.name}"] == self.faults.role_deleted:
            remove_role(self._world, guild, role)
            self._note("role-deleted", role.name)

    def _note(self, what: str, name: str) -> None:
        self.damages.append(Damage(what=what, name=name, moment=self._world.now()))

    # -- events

    def post(self, session: Session, event: str, body: Any, data: bytes) -> None:
        """Puts the event on its session, or does to it what the profile wants."""
        fault = None
        if event not in _EVENTS_LEFT_ALONE:
            key = self._event_key(event, body)
            self._attempts[key] += 1
            fault = self.faults.event_fault(key, self._attempts[key])
        if fault is EventFault.LATE:
            self._world.quiet.begin(_LATE)
            asyncio.get_running_loop().call_later(self.faults.late_seconds, self._post_late, session, event, data)
            return
        if fault is EventFault.DROP and session.connection is not None:
            session.connection.abort()
        elif fault is EventFault.RECONNECT and session.connection is not None:
            session.connection.push(encode({"op": 7, "d": None, "s": None, "t": None}))
        session.dispatch(event, data)
        if fault is EventFault.DUPLICATE:
            session.dispatch(event, data)

    def _event_key(self, event: str, body: Body) -> str:
        """Whose event it is: a person's act, a delivery's nonce, or the thing itself."""
        if event == "INTERACTION_CREATE":
            interaction = self._world.interactions[int(body["id"])]
            return f"{event} {interaction.user.key} {interaction.name}"
        user = self._world.users.get(int((body.get("user") or {}).get("id") or 0))
        if user is not None:
            return f"{event} {user.key}"
        said = body.get("nonce") or body.get("content") or body.get("name") or (body.get("role") or {}).get("name")
        return f"{event} {said or body.get('id')}"

    def _post_late(self, session: Session, event: str, data: bytes) -> None:
        session.dispatch(event, data)
        self._world.quiet.end(_LATE)

    def after_act(self, user: User, guild: Guild | None) -> None:
        """People who leave do it while the bot still works on their act."""
        if guild is None or user.id == guild.owner_id or self.faults.draw("leaves", user.key) >= self.faults.leaves:
            return
        self._attempts[f"acts of {user.key}"] += 1
        with_act = 1 + int(self.faults.draw("leaves with", user.key) * _LEAVES_WITH_ACT)
        if self._attempts[f"acts of {user.key}"] == with_act and user.id in guild.members:
            remove_member(self._world, guild, guild.members[user.id])
            self._note("member-leaves", user.name)
