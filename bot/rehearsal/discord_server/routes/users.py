"""Users and the direct channels with them."""

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.calls import NOTHING, Answer, Call, Routes, ok
from bot.rehearsal.discord_server.world import World

routes = Routes()


@routes.route("GET", "/users/@me")
def get_my_user(world: World, call: Call) -> Answer:
    return ok(call.application.user.own_body())


@routes.route("GET", "/users/{user_id}")
def get_user(world: World, call: Call) -> Answer:
    user = world.users.get(call.ids["user_id"])
    if user is None:
        raise errors.unknown("user")
    return ok(user.body())


@routes.route("GET", "/users/@me/guilds")
def list_my_guilds(world: World, call: Call) -> Answer:
    bot = call.application.user
    found = [guild for guild in world.guilds.values() if bot.id in guild.members]
    return ok(
        [
            {
                "id": str(guild.id),
                "name": guild.name,
                "icon": None,
                "banner": None,
                "owner": guild.owner_id == bot.id,
                "permissions": str(int(guild.permissions_of(guild.members[bot.id], None, world.now()))),
                "features": guild.features,
            }
            for guild in found
        ]
    )


@routes.route("POST", "/users/@me/channels")
def create_dm(world: World, call: Call) -> Answer:
    """40003 when the bot opens many new ones in a short time; an existing one is given back freely."""
    user = world.users.get(int(call.body.get("recipient_id") or 0))
    if user is None or user.bot:
        raise errors.unknown("user") if user is None else errors.cannot_message_user()
    application = call.application
    if (application.id, user.id) not in world.direct_channels:
        most = world.limits.dm_openings
        now = world.wire_now()
        opened = [at for at in world.dm_openings.get(application.id, ()) if now - at < world.limits.dm_window]
        if most is not None and len(opened) >= most:
            raise errors.too_many_direct_messages()
        world.dm_openings[application.id] = [*opened, now]
    return ok(world.direct_channel(application, user).body())


@routes.route("DELETE", "/users/@me/guilds/{guild_id}")
def leave_guild(world: World, call: Call) -> Answer:
    guild = world.guild(call.ids["guild_id"], call.application)
    del guild.members[call.application.user.id]
    world.tell_directly(call.application, "GUILD_DELETE", {"id": str(guild.id)}, guild=guild)
    return NOTHING
