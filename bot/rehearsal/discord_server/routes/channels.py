"""Single channels, their overwrites, and threads."""

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body, wire_moment
from bot.rehearsal.discord_server.calls import NOTHING, Answer, Call, Routes, created, ok
from bot.rehearsal.discord_server.channels import THREADS, Channel, ChannelType, ThreadState
from bot.rehearsal.discord_server.guilds import Guild
from bot.rehearsal.discord_server.permissions import Permission
from bot.rehearsal.discord_server.routes.guilds import read_overwrite, set_channel
from bot.rehearsal.discord_server.validation.channels import check_channel
from bot.rehearsal.discord_server.world import World

routes = Routes()
_CHANNEL = "/channels/{channel_id}"


def _channel(world: World, call: Call) -> Channel:
    return world.channel(call.ids["channel_id"], call.application)


def _guild_channel(world: World, call: Call, needed: int) -> tuple[Guild, Channel]:
    channel = _channel(world, call)
    guild = world.guild_of(channel)
    if guild is None:
        raise errors.wrong_channel_type()
    world.require(call.application, channel, needed)
    return guild, channel


@routes.route("GET", _CHANNEL)
def get_channel(world: World, call: Call) -> Answer:
    return ok(_channel(world, call).body())


@routes.route("PATCH", _CHANNEL)
def update_channel(world: World, call: Call) -> Answer:
    channel = _channel(world, call)
    needed = Permission.MANAGE_THREADS if channel.kind in THREADS else Permission.MANAGE_CHANNELS
    guild, channel = _guild_channel(world, call, needed)
    check_channel(call.body, new=False)
    set_channel(channel, call.body)
    if channel.thread is not None:
        _set_thread(channel.thread, call.body)
        world.tell(guild, "THREAD_UPDATE", channel.body(), channel=channel)
    else:
        world.tell(guild, "CHANNEL_UPDATE", channel.body(), channel=channel)
    return ok(channel.body())


def _set_thread(thread: ThreadState, body: Body) -> None:
    thread.archived = bool(body.get("archived", thread.archived))
    thread.locked = bool(body.get("locked", thread.locked))
    thread.auto_archive_minutes = int(body.get("auto_archive_duration", thread.auto_archive_minutes))


@routes.route("DELETE", _CHANNEL)
def delete_channel(world: World, call: Call) -> Answer:
    channel = _channel(world, call)
    needed = Permission.MANAGE_THREADS if channel.kind in THREADS else Permission.MANAGE_CHANNELS
    guild, channel = _guild_channel(world, call, needed)
    body = channel.body()
    remove_channel(world, guild, channel)
    return ok(body)


def remove_channel(world: World, guild: Guild, channel: Channel) -> None:
    """With the channel go its threads; the bots that saw it are told."""
    for thread in [one for one in guild.channels.values() if one.thread is not None and one.parent_id == channel.id]:
        remove_channel(world, guild, thread)
    body = channel.body()
    if channel.thread is not None:
        body = {key: body[key] for key in ("id", "guild_id", "parent_id", "type")}
    world.tell(guild, "THREAD_DELETE" if channel.thread is not None else "CHANNEL_DELETE", body, channel=channel)
    guild.channels.pop(channel.id, None)
    world.channels.pop(channel.id, None)


@routes.route("PUT", _CHANNEL + "/permissions/{overwrite_id}")
def set_channel_permission_overwrite(world: World, call: Call) -> Answer:
    guild, channel = _guild_channel(world, call, Permission.MANAGE_ROLES)
    channel.overwrites[call.ids["overwrite_id"]] = read_overwrite(call.ids["overwrite_id"], call.body)
    world.tell(guild, "CHANNEL_UPDATE", channel.body(), channel=channel)
    return NOTHING


@routes.route("DELETE", _CHANNEL + "/permissions/{overwrite_id}")
def delete_channel_permission_overwrite(world: World, call: Call) -> Answer:
    guild, channel = _guild_channel(world, call, Permission.MANAGE_ROLES)
    if channel.overwrites.pop(call.ids["overwrite_id"], None) is None:
        raise errors.unknown("overwrite")
    world.tell(guild, "CHANNEL_UPDATE", channel.body(), channel=channel)
    return NOTHING


@routes.route("POST", _CHANNEL + "/threads")
def create_thread(world: World, call: Call) -> Answer:
    guild, channel = _guild_channel(world, call, Permission.VIEW_CHANNEL)
    private = call.body.get("type", ChannelType.PRIVATE_THREAD) == ChannelType.PRIVATE_THREAD
    needed = Permission.CREATE_PRIVATE_THREADS if private else Permission.CREATE_PUBLIC_THREADS
    world.require(call.application, channel, needed)
    kind = ChannelType.PRIVATE_THREAD if private else ChannelType.PUBLIC_THREAD
    thread = _open_thread(world, call, guild, channel, kind, world.snowflakes.make())
    return created(thread.body())


@routes.route("POST", _CHANNEL + "/messages/{message_id}/threads")
def create_thread_from_message(world: World, call: Call) -> Answer:
    guild, channel = _guild_channel(world, call, Permission.CREATE_PUBLIC_THREADS)
    message = channel.messages.get(call.ids["message_id"])
    if message is None:
        raise errors.unknown("message")
    if message.thread is not None:
        raise errors.DiscordError(400, 160004, "A thread has already been created for this message")
    message.thread = _open_thread(world, call, guild, channel, ChannelType.PUBLIC_THREAD, message.id)
    message.flags |= 1 << 5
    message.touch()
    return created(message.thread.body())


def _open_thread(
    world: World, call: Call, guild: Guild, parent: Channel, kind: ChannelType, identifier: int
) -> Channel:
    check_channel({"name": call.body.get("name")}, new=True)
    moment = wire_moment(world.now())
    bot = call.application.user
    thread = Channel(
        id=identifier,
        kind=kind,
        name=str(call.body["name"]),
        guild_id=guild.id,
        parent_id=parent.id,
        slow_seconds=int(call.body.get("rate_limit_per_user") or 0),
        thread=ThreadState(
            owner_id=bot.id,
            archive_moment=moment,
            created_moment=moment,
            auto_archive_minutes=int(call.body.get("auto_archive_duration") or 1440),
            invitable=bool(call.body.get("invitable", True)),
            member_ids=[bot.id],
        ),
    )
    guild.channels[thread.id] = thread
    world.channels[thread.id] = thread
    world.tell(guild, "THREAD_CREATE", thread.body() | {"newly_created": True}, channel=thread)
    return thread


@routes.route("PUT", _CHANNEL + "/thread-members/@me", bucket="thread_members")
def join_thread(world: World, call: Call) -> Answer:
    _add_to_thread(world, call, call.application.user.id)
    return NOTHING


@routes.route("PUT", _CHANNEL + "/thread-members/{user_id}", bucket="thread_members")
def add_thread_member(world: World, call: Call) -> Answer:
    _add_to_thread(world, call, call.ids["user_id"])
    return NOTHING


def _add_to_thread(world: World, call: Call, user_id: int) -> None:
    guild, channel = _guild_channel(world, call, Permission.VIEW_CHANNEL)
    if channel.thread is None:
        raise errors.wrong_channel_type()
    world.member(guild, user_id)
    if user_id not in channel.thread.member_ids:
        channel.thread.member_ids.append(user_id)
