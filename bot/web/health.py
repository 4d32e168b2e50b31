"""Whether this process lives and is ready to serve, for supervisors and load balancers."""

from aiohttp import web

from bot.web.facts import CheckHealth

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Server": "Marathon"}


def routes(check_health: CheckHealth) -> list[web.AbstractRouteDef]:
    async def health(_: web.Request) -> web.Response:
        """200 when ready, 503 when only alive; the body says what is wrong."""
        found = await check_health()
        body = {
            "live": True,
            "ready": found.ready,
            "checks": {name: problem or "ok" for name, problem in found.checks.items()},
        }
        return web.json_response(body, status=200 if found.ready else 503, headers=_HEADERS)

    async def live(_: web.Request) -> web.Response:
        return web.json_response({"live": True}, headers=_HEADERS)

    return [web.get("/health", health), web.get("/health/live", live)]
