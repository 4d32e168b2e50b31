"""The bot's own application, and where its gateway is."""

from bot.rehearsal.discord_server.calls import Answer, Call, Routes, ok
from bot.rehearsal.discord_server.world import World

routes = Routes()


@routes.route("GET", "/applications/@me")
def get_my_application(world: World, call: Call) -> Answer:
    bot = call.application.user
    return ok(call.application.own_body(sum(bot.id in guild.members for guild in world.guilds.values())))


@routes.route("GET", "/oauth2/applications/@me")
def get_my_oauth2_application(world: World, call: Call) -> Answer:
    return get_my_application(world, call)


@routes.route("GET", "/gateway", is_open=True)
def get_gateway(world: World, call: Call) -> Answer:
    return ok({"url": world.gateway_url})


@routes.route("GET", "/gateway/bot")
def get_bot_gateway(world: World, call: Call) -> Answer:
    most = world.limits.identifies
    opened = len(world.sessions.by_application.get(call.application.id, ()))
    start_limit = {
        "total": most,
        "remaining": max(0, most - opened),
        "reset_after": 86_400_000,
        "max_concurrency": world.limits.identify_concurrency,
    }
    return ok({"url": world.gateway_url, "shards": world.limits.shards, "session_start_limit": start_limit})
