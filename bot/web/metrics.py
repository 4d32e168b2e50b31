"""Figures for monitoring, on a listener of its own: never part of the web face, which a proxy shows to everybody."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.metrics import CONTENT_TYPE
from bot.web import health
from bot.web.facts import CheckHealth

Tell = Callable[[], Awaitable[bytes]]


def build_monitoring(tell: Tell, check_health: CheckHealth) -> web.Application:
    """``/metrics`` and ``/health``."""

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=await tell(), headers={"Content-Type": CONTENT_TYPE, "Cache-Control": "no-store"})

    application = web.Application()
    application.add_routes([web.get("/metrics", metrics), *health.routes(check_health)])
    return application
