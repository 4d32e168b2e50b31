"""Guilds and the list of their channels."""

from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.calls import NOTHING, Answer, Call, Routes, created, ok
from bot.rehearsal.discord_server.channels import Channel, ChannelType
from bot.rehearsal.discord_server.guilds import Guild
from bot.rehearsal.discord_server.permissions import Overwrite, Permission
from bot.rehearsal.discord_server.validation.channels import check_channel
from bot.rehearsal.discord_server.world import World

routes = Routes()
MOST_CHANNELS = 500


def _guild(world: World, call: Call) -> Guild:
    return world.guild(call.ids["guild_id"], call.application)


@routes.route("GET", "/guilds/{guild_id}")
def get_guild(world: World, call: Call) -> Answer:
    guild = _guild(world, call)
    body = guild.body()
    if call.flag("with_counts"):
        body |= {"approximate_member_count": len(guild.members), "approximate_presence_count": 1}
    return ok(body)


@routes.route("GET", "/guilds/{guild_id}/channels")
def list_guild_channels(world: World, call: Call) -> Answer:
    guild = _guild(world, call)
    visible = world.visible_channels(guild, call.application.user.id)
    return ok([channel.body() for channel in visible if channel.thread is None])


@routes.route("POST", "/guilds/{guild_id}/channels")
def create_guild_channel(world: World, call: Call) -> Answer:
    guild = _guild(world, call)
    world.require_in_guild(call.application, guild, Permission.MANAGE_CHANNELS)
    check_channel(call.body, new=True, channels=len(guild.channels))
    channel = Channel(
        id=world.snowflakes.make(),
        kind=ChannelType(call.body.get("type") or 0),
        name=str(call.body["name"]),
        guild_id=guild.id,
        position=call.body.get("position") or len(guild.channels),
    )
    set_channel(channel, call.body)
    add_channel(world, guild, channel)
    return created(channel.body())


def set_channel(channel: Channel, body: Body) -> None:
    """Takes over what the body names."""
    channel.name = body.get("name") or channel.name
    if channel.kind in (ChannelType.TEXT, ChannelType.ANNOUNCEMENT):
        channel.name = channel.name.lower().replace(" ", "-")
    if "topic" in body:
        channel.topic = body["topic"]
    if body.get("position") is not None:
        channel.position = int(body["position"])
    if "parent_id" in body:
        channel.parent_id = None if body["parent_id"] is None else int(body["parent_id"])
    if body.get("nsfw") is not None:
        channel.nsfw = bool(body["nsfw"])
    if body.get("rate_limit_per_user") is not None:
        channel.slow_seconds = int(body["rate_limit_per_user"])
    if body.get("bitrate") is not None:
        channel.bitrate = int(body["bitrate"])
    if body.get("user_limit") is not None:
        channel.user_limit = int(body["user_limit"])
    if body.get("permission_overwrites") is not None:
        overwrites = [read_overwrite(int(one["id"]), one) for one in body["permission_overwrites"]]
        channel.overwrites = {overwrite.id: overwrite for overwrite in overwrites}


def read_overwrite(identifier: int, body: Body) -> Overwrite:
    return Overwrite(
        id=identifier,
        kind=int(body.get("type") or 0),
        allow=int(body.get("allow") or 0),
        deny=int(body.get("deny") or 0),
    )


def add_channel(world: World, guild: Guild, channel: Channel) -> None:
    guild.channels[channel.id] = channel
    world.channels[channel.id] = channel
    world.tell(guild, "CHANNEL_CREATE", channel.body(), channel=channel)


@routes.route("PATCH", "/guilds/{guild_id}/channels")
def bulk_update_guild_channels(world: World, call: Call) -> Answer:
    guild = _guild(world, call)
    world.require_in_guild(call.application, guild, Permission.MANAGE_CHANNELS)
    for change in call.json or ():
        channel = guild.channels.get(int(change["id"]))
        if channel is not None:
            set_channel(channel, {key: value for key, value in change.items() if key in ("position", "parent_id")})
            world.tell(guild, "CHANNEL_UPDATE", channel.body(), channel=channel)
    return NOTHING


@routes.route("GET", "/guilds/{guild_id}/threads/active")
def get_active_guild_threads(world: World, call: Call) -> Answer:
    guild = _guild(world, call)
    visible = world.visible_channels(guild, call.application.user.id)
    active = [channel.body() for channel in visible if channel.thread is not None and not channel.thread.archived]
    return ok({"threads": active, "members": [], "has_more": False})
