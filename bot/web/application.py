"""The web application, put together from its nouns. There is no middleware: feeds pay for nothing they do not use."""

import logging

from aiohttp import web

from bot.web import assets, calendar, health, marathons
from bot.web.facts import WebFacts
from bot.web.failures import catch_failures
from bot.web.pages import missing_page

LARGEST_REQUEST = 64 * 1024
"""Bytes of a request's body; nothing here takes more."""

logger = logging.getLogger(__name__)


def build_web(facts: WebFacts, *more: list[web.AbstractRouteDef]) -> web.Application:
    """An application that serves ``facts``. ``more``: routes of nouns that need other facts than these."""
    application = web.Application(client_max_size=LARGEST_REQUEST)
    for defined in (calendar.routes(facts), health.routes(facts.check_health), assets.routes()):
        application.add_routes(defined)
    for pages in (marathons.routes(facts), *more):
        application.add_routes(catch_failures(facts, pages))

    async def missing(request: web.Request) -> web.Response:
        return missing_page(facts, request)

    application.router.add_get("/{anything:.*}", missing)
    return application
