"""What goes wrong in a page: the reader gets a page with a reference number that the log carries too, never a trace."""

import logging
import secrets
from collections.abc import Awaitable, Callable, Iterable
from http import HTTPStatus

from aiohttp import web

from bot.web.facts import WebFacts
from bot.web.pages import message_page

logger = logging.getLogger(__name__)

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def catch_failures(facts: WebFacts, routes: Iterable[web.AbstractRouteDef]) -> list[web.AbstractRouteDef]:
    """The same routes, whose failures are answered by a page. Not by a middleware: feeds would pay for it too."""
    return [
        web.RouteDef(one.method, one.path, _catching(facts, one.handler), dict(one.kwargs))
        if isinstance(one, web.RouteDef)
        else one
        for one in routes
    ]


def _catching(facts: WebFacts, handler: _Handler) -> _Handler:
    async def caught(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPException:
            raise
        except Exception:
            reference = secrets.token_hex(4)
            resource = request.match_info.route.resource
            place = "?" if resource is None else resource.canonical
            logger.exception("page %s failed, reference %s", place, reference)
            status = HTTPStatus.INTERNAL_SERVER_ERROR
            page = message_page(facts, request, "failed", status=status, reference=reference)
            page.headers["Cache-Control"] = "no-store"
            return page

    return caught
