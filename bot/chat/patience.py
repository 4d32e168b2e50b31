"""Broken connections: discord.py repeats 429 and 5xx answers, but gives up when a connection is reset. Here a call
that may be made twice is made again, quickly, for a person waits three seconds at most.

A reset can come before the effect or after it. So only what is harmless twice is repeated here: reads, edits,
deletions, messages with a nonce, and the answer to an interaction, whose second copy Discord refuses with 40060
("already acknowledged"), which then means that the first one arrived. Whoever makes something new (a role, a channel,
an event) looks whether it is there before making it again.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any, cast

import aiohttp
import discord
from discord.http import HTTPClient, Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

TRIES = 4
PAUSE = 0.15
"""Seconds before the first repetition; doubled each time."""
ALREADY_ACKNOWLEDGED = 40060

logger = logging.getLogger(__name__)
BROKEN = (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, ConnectionError, TimeoutError)


class PatientAdapter(AsyncWebhookAdapter):
    """Answers to interactions, their edits and followups."""

    async def request(self, route: Route, session: aiohttp.ClientSession, **options: Any) -> Any:
        for attempt in range(TRIES):
            try:
                return await super().request(route, session, **options)
            except discord.HTTPException as error:
                if error.code != ALREADY_ACKNOWLEDGED or not route.url.endswith("/callback"):
                    raise
                return {"interaction": {"id": str(route.webhook_id), "type": 0}}
            except BROKEN as error:
                if attempt == TRIES - 1:
                    raise
                await _pause("interaction", attempt, error)
        raise AssertionError("unreachable")


async def _pause(what: str, attempt: int, error: Exception) -> None:
    logger.info("%s: %s, trying again", what, type(error).__name__)
    await asyncio.sleep(PAUSE * 2**attempt)


def use_patience(client: discord.Client) -> None:
    """Makes the client, and the tasks that begin in the present context, patient."""
    make = cast("Callable[[], PatientAdapter]", PatientAdapter)  # its parent's __init__ has no types
    async_context.set(make())
    client.http = _patient(client.http)


def _patient(http: HTTPClient) -> HTTPClient:
    first = http.request

    async def request(route: Route, **options: Any) -> Any:
        tries = TRIES if _is_harmless_twice(route, options) else 1
        for attempt in range(tries):
            try:
                return await first(route, **options)
            except BROKEN as error:
                if attempt == tries - 1:
                    raise
                await _pause(f"{route.method} {route.path}", attempt, error)
        raise AssertionError("unreachable")

    setattr(http, "request", request)  # noqa: B010 - a method replaced on one instance, which types cannot say
    return http


def _is_harmless_twice(route: Route, options: dict[str, Any]) -> bool:
    if route.method != "POST":
        return True
    payload = options.get("json")
    return isinstance(payload, dict) and bool(payload.get("enforce_nonce"))
