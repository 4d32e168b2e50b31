"""Roles of a guild. A bot reaches only roles below its own highest one."""

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.calls import NOTHING, Answer, Call, Routes, ok
from bot.rehearsal.discord_server.guilds import Guild, Role
from bot.rehearsal.discord_server.permissions import NONE, Permission
from bot.rehearsal.discord_server.validation.channels import check_role
from bot.rehearsal.discord_server.world import World

routes = Routes()
_ROLES = "/guilds/{guild_id}/roles"


def _guild(world: World, call: Call, needed: int = NONE) -> Guild:
    guild = world.guild(call.ids["guild_id"], call.application)
    world.require_in_guild(call.application, guild, needed)
    return guild


def reachable_role(world: World, call: Call, guild: Guild) -> Role:
    """50013 for a role at or above the bot's highest one."""
    role = guild.roles.get(call.ids["role_id"])
    if role is None:
        raise errors.unknown("role")
    if role.position >= guild.top_position(guild.members[call.application.user.id]):
        raise errors.missing_permissions()
    return role


@routes.route("GET", _ROLES)
def list_guild_roles(world: World, call: Call) -> Answer:
    return ok([role.body() for role in _guild(world, call).roles.values()])


@routes.route("GET", _ROLES + "/{role_id}")
def get_guild_role(world: World, call: Call) -> Answer:
    role = _guild(world, call).roles.get(call.ids["role_id"])
    if role is None:
        raise errors.unknown("role")
    return ok(role.body())


@routes.route("POST", _ROLES)
def create_guild_role(world: World, call: Call) -> Answer:
    guild = _guild(world, call, Permission.MANAGE_ROLES)
    check_role(call.body, new=True, roles=len(guild.roles))
    role = add_role(world, guild, name=str(call.body.get("name") or "new role"), permissions=NONE)
    default = guild.roles[guild.id].permissions
    role.permissions = int(call.body["permissions"]) if call.body.get("permissions") else default
    _set(role, call.body)
    world.tell(guild, "GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": role.body()})
    return ok(role.body())


def add_role(world: World, guild: Guild, *, name: str, permissions: int, mentionable: bool = False) -> Role:
    """New roles stand just above @everyone; the others move up."""
    for other in guild.roles.values():
        if other.position >= 1:
            other.position += 1
    role = Role(id=world.snowflakes.make(), name=name, permissions=permissions, position=1, mentionable=mentionable)
    guild.roles[role.id] = role
    world.tell(guild, "GUILD_ROLE_CREATE", {"guild_id": str(guild.id), "role": role.body()})
    return role


def _set(role: Role, body: Body) -> None:
    role.name = body.get("name") or role.name
    colours = body.get("colors") or {}
    role.colour = int(body.get("color") or colours.get("primary_color") or role.colour)
    role.hoist = bool(body.get("hoist", role.hoist))
    role.mentionable = bool(body.get("mentionable", role.mentionable))


@routes.route("PATCH", _ROLES + "/{role_id}")
def update_guild_role(world: World, call: Call) -> Answer:
    guild = _guild(world, call, Permission.MANAGE_ROLES)
    role = reachable_role(world, call, guild)
    check_role(call.body, new=False)
    if call.body.get("permissions") is not None:
        role.permissions = int(call.body["permissions"])
    _set(role, call.body)
    world.tell(guild, "GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": role.body()})
    return ok(role.body())


@routes.route("PATCH", _ROLES)
def bulk_update_guild_roles(world: World, call: Call) -> Answer:
    guild = _guild(world, call, Permission.MANAGE_ROLES)
    for change in call.json or ():
        role = guild.roles.get(int(change["id"]))
        if role is None:
            raise errors.unknown("role")
        if change.get("position") is not None:
            role.position = int(change["position"])
            world.tell(guild, "GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": role.body()})
    return ok([role.body() for role in guild.roles.values()])


@routes.route("DELETE", _ROLES + "/{role_id}")
def delete_guild_role(world: World, call: Call) -> Answer:
    guild = _guild(world, call, Permission.MANAGE_ROLES)
    remove_role(world, guild, reachable_role(world, call, guild))
    return NOTHING


def remove_role(world: World, guild: Guild, role: Role) -> None:
    guild.roles.pop(role.id, None)
    for member in guild.members.values():
        if role.id in member.role_ids:
            member.role_ids.remove(role.id)
    for channel in guild.channels.values():
        channel.overwrites.pop(role.id, None)
    world.tell(guild, "GUILD_ROLE_DELETE", {"guild_id": str(guild.id), "role_id": str(role.id)})
