"""Registering application commands; the bulk overwrite keeps the ids of commands whose name and type stay."""

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.calls import NOTHING, Answer, Call, Routes, created, ok
from bot.rehearsal.discord_server.commands import CHAT_INPUT, Command
from bot.rehearsal.discord_server.validation.commands import check_command, check_commands
from bot.rehearsal.discord_server.world import World

routes = Routes()
_GLOBAL = "/applications/{application_id}/commands"
_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"
_BUCKET = "application_commands"


def _commands(world: World, call: Call) -> dict[int, Command]:
    if call.ids["application_id"] != call.application.id:
        raise errors.unknown("application")
    guild_id = call.ids.get("guild_id")
    if guild_id is not None:
        world.guild(guild_id, call.application)
    return world.commands_of(call.application.id, guild_id)


def _command(world: World, call: Call) -> Command:
    command = _commands(world, call).get(call.ids["command_id"])
    if command is None:
        raise errors.unknown("application command")
    return command


def _body(command: Command, call: Call) -> Body:
    body = command.body()
    if call.query.get("with_localizations", "true").lower() not in {"1", "true"} and call.method == "GET":
        del body["name_localizations"], body["description_localizations"]
    return body


def _same(commands: dict[int, Command], request: Body) -> Command | None:
    kind = request.get("type") or CHAT_INPUT
    for command in commands.values():
        if command.kind == kind and command.name == request["name"]:
            return command
    return None


def _make(world: World, call: Call, request: Body, known: Command | None) -> Command:
    return Command(
        id=world.snowflakes.make() if known is None else known.id,
        application_id=call.application.id,
        guild_id=call.ids.get("guild_id"),
        version=world.snowflakes.make() if known is None or known.request != request else known.version,
        request=request,
    )


@routes.route("GET", _GLOBAL, bucket=_BUCKET)
@routes.route("GET", _GUILD, bucket=_BUCKET)
def list_commands(world: World, call: Call) -> Answer:
    return ok([_body(command, call) for command in _commands(world, call).values()])


@routes.route("PUT", _GLOBAL, bucket=_BUCKET)
@routes.route("PUT", _GUILD, bucket=_BUCKET)
def bulk_set_commands(world: World, call: Call) -> Answer:
    commands = _commands(world, call)
    requests = check_commands(call.json)
    made = [_make(world, call, request, _same(commands, request)) for request in requests]
    commands.clear()
    commands.update({command.id: command for command in made})
    return ok([_body(command, call) for command in made])


@routes.route("POST", _GLOBAL, bucket=_BUCKET)
@routes.route("POST", _GUILD, bucket=_BUCKET)
def create_command(world: World, call: Call) -> Answer:
    """An existing command of the same name and type is replaced (200 instead of 201)."""
    commands = _commands(world, call)
    request = check_command(call.json)
    known = _same(commands, request)
    command = commands[known.id if known else 0] = _make(world, call, request, known)
    commands.pop(0, None)
    commands[command.id] = command
    return ok(_body(command, call)) if known else created(_body(command, call))


@routes.route("GET", _GLOBAL + "/{command_id}", bucket=_BUCKET)
@routes.route("GET", _GUILD + "/{command_id}", bucket=_BUCKET)
def get_command(world: World, call: Call) -> Answer:
    return ok(_body(_command(world, call), call))


@routes.route("PATCH", _GLOBAL + "/{command_id}", bucket=_BUCKET)
@routes.route("PATCH", _GUILD + "/{command_id}", bucket=_BUCKET)
def update_command(world: World, call: Call) -> Answer:
    known = _command(world, call)
    command = _make(world, call, check_command(known.request | call.body), known)
    _commands(world, call)[command.id] = command
    return ok(_body(command, call))


@routes.route("DELETE", _GLOBAL + "/{command_id}", bucket=_BUCKET)
@routes.route("DELETE", _GUILD + "/{command_id}", bucket=_BUCKET)
def delete_command(world: World, call: Call) -> Answer:
    del _commands(world, call)[_command(world, call).id]
    return NOTHING


@routes.route("GET", _GUILD + "/permissions", bucket=_BUCKET)
def list_command_permissions(world: World, call: Call) -> Answer:
    _commands(world, call)
    return ok([])


@routes.route("GET", _GUILD + "/{command_id}/permissions", bucket=_BUCKET)
def get_command_permissions(world: World, call: Call) -> Answer:
    """Nobody has set any: setting them needs a person's bearer token, which bots do not have."""
    raise errors.unknown("application command permissions")
