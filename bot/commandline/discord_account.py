"""What Discord says of the bot's account, by plain HTTP: token, intents, guilds, permissions in each channel.

No client library: `marathon doctor` must be able to say what is wrong before anything logs in.
https://docs.discord.com/developers/resources/application, /guild, /user.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

import aiohttp

from bot.commandline.findings import Finding, fail, ok, warn
from bot.commandline.permissions import (
    IN_CHANNEL,
    IN_GUILD,
    INVITED_WITH,
    TO_MENTION,
    Overwrite,
    Permission,
    in_channel,
    in_guild,
    missing,
)
from sessions.storage.figures import Home

DISCORD = "https://discord.com/api/v10"
PORTAL = "https://discord.com/developers/applications"
SECONDS = 10

MEMBERS_INTENT = 1 << 14 | 1 << 15
"""GATEWAY_GUILD_MEMBERS of an application's flags: granted after verification, or in up to 100 guilds."""

Body = Mapping[str, object]


class RefusedError(Exception):
    """Discord's answer was no: ``status`` is HTTP's, 0 when there was no answer at all."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(said)
        self.status, self.said = status, said


@dataclass(frozen=True, slots=True)
class Account:
    """A line to Discord's API with the bot's token."""

    http: aiohttp.ClientSession
    token: str
    base: str = DISCORD

    async def get(self, path: str) -> object:
        """The body of an answer; RefusedError for everything but 200."""
        headers = {"Authorization": f"Bot {self.token}", "User-Agent": "DiscordBot (marathon doctor, 1)"}
        try:
            async with self.http.get(
                self.base + path, headers=headers, timeout=aiohttp.ClientTimeout(total=SECONDS)
            ) as answer:
                body: object = await answer.json(content_type=None) if answer.status == 200 else None
                if answer.status != 200:
                    raise RefusedError(answer.status, answer.reason or "")
                return body
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise RefusedError(0, no_answer(error)) from error


def no_answer(error: Exception) -> str:
    """Why nobody answered, in the system's words."""
    if isinstance(error, TimeoutError):
        return f"no answer within {SECONDS} seconds"
    if isinstance(error, aiohttp.ClientConnectorError) and (error.os_error.errno or 0) > 0:
        return os.strerror(error.os_error.errno or 0)
    return str(error) or type(error).__name__


def invite_link(application_id: object) -> str:
    """What an administrator of a guild opens to let the bot in, with just the permissions it needs."""
    query = f"client_id={application_id}&scope=bot+applications.commands&permissions={INVITED_WITH}"
    return f"https://discord.com/oauth2/authorize?{query}"


async def examine(account: Account, homes: Sequence[Home]) -> list[Finding]:
    """Everything about the account, most important first; stops where nothing further can be known."""
    try:
        me = _object(await account.get("/users/@me"))
        application = _object(await account.get("/applications/@me"))
    except RefusedError as error:
        return [_no_entry(error)]
    found = [ok("token", f"Discord knows the bot as {me.get('username')}"), _intents(application)]
    for home in homes:
        found += await _examine_home(account, int(str(me["id"])), home, invite_link(application["id"]))
    if not homes:
        found.append(ok("invite", f"let the bot into a server: {invite_link(application['id'])}"))
    return found


def _no_entry(error: RefusedError) -> Finding:
    if error.status == 401:
        cure = f"Reset the token at {PORTAL} (Bot, Reset Token) and set MARATHON_DISCORD_TOKEN to the new one."
        return fail("token", "Discord refuses it", cure)
    if error.status:
        return fail("Discord", f"answered {error.status} {error.said}", "Try again in some minutes.")
    return fail("Discord", f"cannot be reached: {error.said}", "Look at this machine's way out to the internet.")


def _intents(application: Body) -> Finding:
    if int(str(application.get("flags", 0))) & MEMBERS_INTENT:
        return ok("intents", "the server members intent is on; no other privileged one is needed")
    cure = f"Turn on Server Members Intent at {PORTAL}/{application['id']}/bot."
    return fail("intents", "the server members intent is off", cure)


async def _examine_home(account: Account, me: int, home: Home, invite: str) -> list[Finding]:
    subject = home.marathon
    if home.guild_id is None:
        return [warn(subject, "lives in no server yet", f"Invite the bot ({invite}), then /setup there.")]
    try:
        guild = _object(await account.get(f"/guilds/{home.guild_id}"))
        member = _object(await account.get(f"/guilds/{home.guild_id}/members/{me}"))
        channels = _objects(await account.get(f"/guilds/{home.guild_id}/channels"))
    except RefusedError as error:
        if error.status in (403, 404):
            return [fail(subject, f"the bot is not in its server {home.guild_id}", f"Invite it: {invite}")]
        return [_no_entry(error)]
    roles = {int(str(role["id"])): role for role in _objects(guild["roles"])}
    mine = {int(str(role)) for role in _list(member["roles"])}
    held = in_guild(
        guild_id=home.guild_id,
        member_roles=mine,
        roles={id_: int(str(role["permissions"])) for id_, role in roles.items()},
    )
    found = [_in_guild(f"{subject}: {guild['name']}", held, invite)]
    by_id = {int(str(channel["id"])): channel for channel in channels}
    for purpose, id_ in home.bound.items():
        kind, _, name = purpose.partition(":")
        about = f"{subject}: {name}"
        if kind == "channel":
            found.append(_channel(about, by_id.get(id_), held=held, guild_id=home.guild_id, me=me, mine=mine))
        elif kind == "role":
            found.append(_role(f"{about} role", roles.get(id_), [roles[one] for one in mine if one in roles]))
    return found


def _in_guild(subject: str, held: int, invite: str) -> Finding:
    lacks = missing(held, IN_GUILD)
    if lacks:
        return fail(
            subject, f"the bot lacks: {', '.join(lacks)}", f"Allow it in the server's role settings, or: {invite}"
        )
    return ok(subject, "the bot has every permission it needs in the server")


def _channel(subject: str, channel: Body | None, *, held: int, guild_id: int, me: int, mine: set[int]) -> Finding:
    if channel is None:
        return fail(subject, "the channel is gone", "Run /setup again: it makes what was deleted.")
    overwrites = [
        Overwrite(id=int(str(one["id"])), allow=int(str(one["allow"])), deny=int(str(one["deny"])))
        for one in _objects(channel.get("permission_overwrites", []))
    ]
    allowed = in_channel(held, guild_id=guild_id, member_id=me, member_roles=mine, overwrites=overwrites)
    name = f"#{channel['name']}"
    lacks = missing(allowed, IN_CHANNEL)
    if lacks:
        return fail(subject, f"in {name} the bot lacks: {', '.join(lacks)}", f"Allow it in the settings of {name}.")
    if not allowed & TO_MENTION:
        cure = f"Allow 'Mention @everyone, @here, and All Roles' in the settings of {name}, or reminders ring nobody."
        return warn(subject, f"in {name} the bot may not mention roles", cure)
    return ok(subject, f"{name}: the bot may post, mention and read back")


def _role(subject: str, role: Body | None, mine: Sequence[Body]) -> Finding:
    if role is None:
        return fail(subject, "the role is gone", "Run /setup again: it makes what was deleted.")
    highest = max((int(str(one["position"])) for one in mine), default=0)
    if highest <= int(str(role["position"])):
        return fail(
            subject, "stands above the bot's own role", "Drag the bot's role above it in the server's role settings."
        )
    return ok(subject, f"@{role['name']}: the bot may give and take it")


def _object(body: object) -> Body:
    return body if isinstance(body, dict) else _unexpected()


def _objects(body: object) -> list[Body]:
    return [_object(one) for one in _list(body)]


def _list(body: object) -> list[object]:
    return body if isinstance(body, list) else _unexpected()


def _unexpected() -> NoReturn:
    raise RefusedError(0, "it does not answer as Discord does")


__all__ = ["DISCORD", "Account", "Permission", "RefusedError", "examine", "invite_link", "no_answer"]
