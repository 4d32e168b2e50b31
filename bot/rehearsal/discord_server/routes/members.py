"""Members of a guild and the roles they wear."""

from datetime import datetime

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.calls import NOTHING, Answer, Call, Routes, ok
from bot.rehearsal.discord_server.guilds import Guild, Member
from bot.rehearsal.discord_server.permissions import Permission
from bot.rehearsal.discord_server.routes.roles import reachable_role
from bot.rehearsal.discord_server.validation.form import Form
from bot.rehearsal.discord_server.world import World

routes = Routes()
_MEMBERS = "/guilds/{guild_id}/members"
_MEMBER = _MEMBERS + "/{user_id}"


def _guild(world: World, call: Call) -> Guild:
    return world.guild(call.ids["guild_id"], call.application)


@routes.route("GET", _MEMBERS)
def list_guild_members(world: World, call: Call) -> Answer:
    """In the order of user ids, after ``after``; 1 to 1,000."""
    guild = _guild(world, call)
    after = call.number("after", 0)
    found = sorted(user_id for user_id in guild.members if user_id > after)[: call.number("limit", 1)]
    return ok([guild.members[user_id].body() for user_id in found])


@routes.route("GET", _MEMBERS + "/search")
def search_guild_members(world: World, call: Call) -> Answer:
    start = call.query.get("query", "").casefold()
    found = [
        member
        for member in _guild(world, call).members.values()
        if any(
            (name or "").casefold().startswith(start)
            for name in (member.nick, member.user.name, member.user.body()["username"])
        )
    ]
    return ok([member.body() for member in found[: call.number("limit", 1)]])


@routes.route("GET", _MEMBER)
def get_guild_member(world: World, call: Call) -> Answer:
    return ok(world.member(_guild(world, call), call.ids["user_id"]).body())


@routes.route("PATCH", _MEMBERS + "/@me", bucket="update_guild_member")
def update_my_guild_member(world: World, call: Call) -> Answer:
    guild = _guild(world, call)
    member = guild.members[call.application.user.id]
    _set(world, guild, member, call.body)
    return ok(member.body())


@routes.route("PATCH", _MEMBER, bucket="update_guild_member")
def update_guild_member(world: World, call: Call) -> Answer:
    guild = _guild(world, call)
    member = world.member(guild, call.ids["user_id"])
    bot = guild.members[call.application.user.id]
    for field, needed in (
        ("nick", Permission.MANAGE_NICKNAMES),
        ("roles", Permission.MANAGE_ROLES),
        ("mute", Permission.MUTE_MEMBERS),
        ("deaf", Permission.DEAFEN_MEMBERS),
        ("channel_id", Permission.MOVE_MEMBERS),
        ("communication_disabled_until", Permission.MODERATE_MEMBERS),
    ):
        if field in call.body:
            world.require_in_guild(call.application, guild, needed)
    if "nick" in call.body and guild.top_position(member) >= guild.top_position(bot):
        raise errors.missing_permissions()
    _set(world, guild, member, call.body)
    return ok(member.body())


def _set(world: World, guild: Guild, member: Member, body: Body) -> None:
    form = Form()
    form.text(("nick",), body.get("nick"), most=32)
    form.raise_if_wrong()
    if "nick" in body:
        member.nick = body["nick"] or None
    if body.get("roles") is not None:
        member.role_ids = [int(role_id) for role_id in body["roles"] if int(role_id) in guild.roles]
    if "communication_disabled_until" in body:
        until = body["communication_disabled_until"]
        member.timed_out_until = None if until is None else datetime.fromisoformat(until)
    member.mute = bool(body.get("mute", member.mute))
    member.deaf = bool(body.get("deaf", member.deaf))
    tell_member(world, guild, member)


def tell_member(world: World, guild: Guild, member: Member) -> None:
    world.tell(guild, "GUILD_MEMBER_UPDATE", member.body() | {"guild_id": str(guild.id)})


@routes.route("PUT", _MEMBER + "/roles/{role_id}", bucket="member_roles")
def add_guild_member_role(world: World, call: Call) -> Answer:
    guild = _guild(world, call)
    world.require_in_guild(call.application, guild, Permission.MANAGE_ROLES)
    member = world.member(guild, call.ids["user_id"])
    role = reachable_role(world, call, guild)
    if role.managed or role.id == guild.id:
        raise errors.missing_permissions()
    if role.id not in member.role_ids:
        member.role_ids.append(role.id)
        tell_member(world, guild, member)
    return NOTHING


@routes.route("DELETE", _MEMBER + "/roles/{role_id}", bucket="member_roles")
def delete_guild_member_role(world: World, call: Call) -> Answer:
    guild = _guild(world, call)
    world.require_in_guild(call.application, guild, Permission.MANAGE_ROLES)
    member = world.member(guild, call.ids["user_id"])
    role = reachable_role(world, call, guild)
    if role.id in member.role_ids:
        member.role_ids.remove(role.id)
        tell_member(world, guild, member)
    return NOTHING


@routes.route("DELETE", _MEMBER)
def delete_guild_member(world: World, call: Call) -> Answer:
    guild = _guild(world, call)
    bot = world.require_in_guild(call.application, guild, Permission.KICK_MEMBERS)
    member = world.member(guild, call.ids["user_id"])
    if guild.top_position(member) >= guild.top_position(bot):
        raise errors.missing_permissions()
    remove_member(world, guild, member)
    return NOTHING


def remove_member(world: World, guild: Guild, member: Member) -> None:
    guild.members.pop(member.user.id, None)
    guild.voice_states.pop(member.user.id, None)
    for event in guild.events.values():
        event.subscriber_ids.pop(member.user.id, None)
    world.tell(guild, "GUILD_MEMBER_REMOVE", {"guild_id": str(guild.id), "user": member.user.body()})


def add_member(world: World, guild: Guild, member: Member) -> None:
    guild.members[member.user.id] = member
    world.tell(guild, "GUILD_MEMBER_ADD", member.body() | {"guild_id": str(guild.id)})
