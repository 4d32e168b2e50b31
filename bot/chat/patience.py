"""What may be asked of Discord twice, and what may not.

An answer can get lost after its request took effect: the connection is reset, or Discord says 5xx about something it
has done. What is harmless twice is repeated here, quickly, for a person waits three seconds at most: reads, edits,
deletions, messages with a nonce, and the answer to an interaction, whose second copy Discord refuses with 40060
("already acknowledged"), which then means that the first one arrived.

What makes something new (a role, a channel, a scheduled event, a followup) is never repeated blindly, neither here nor
by discord.py, which repeats every request that was answered with 5xx: it fails with one of ``UNDECIDED``, and whoever
asked looks whether the thing is there before making it again (``make_once``).
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, cast

import aiohttp
import discord
from discord.http import HTTPClient
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

TRIES = 4
PAUSE = 0.15
"""Seconds before the first repetition; doubled each time."""
ALREADY_ACKNOWLEDGED = 40060
TOKEN_SECONDS = 900.0
"""How long an interaction's token is good for."""
THINKING = 5
"""The callback "deferred channel message": the first followup takes the place of what it shows."""
_LOADING = 1 << 7

logger = logging.getLogger(__name__)
BROKEN = (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, ConnectionError, TimeoutError)
UNDECIDED = (*BROKEN, discord.DiscordServerError)
"""What was asked for may have been done or not."""
MadeT = TypeVar("MadeT")


async def make_once(make: Callable[[], Awaitable[MadeT]], find: Callable[[], Awaitable[MadeT | None]]) -> MadeT:
    """Makes a thing in Discord; where it is not known whether that worked, looks for it before making it again."""
    for attempt in range(TRIES):
        try:
            return await make()
        except UNDECIDED as error:
            found = await find()
            if found is not None:
                return found
            if attempt == TRIES - 1:
                raise
            await _pause("something new", attempt, error)
    raise AssertionError("unreachable")


def _tell_nobody(_interaction: str) -> None:
    return None


class PatientAdapter(AsyncWebhookAdapter):
    """Answers to interactions, their edits and followups. ``answered`` is told the id of each that has its first."""

    def __init__(self, answered: Callable[[str], None] = _tell_nobody) -> None:
        cast("Callable[[], None]", super().__init__)()  # its parent's has no types
        self._answered = answered
        self._thinking: dict[str, float] = {}
        """Token to the moment since when a person sees "thinking" under it."""

    async def request(self, route: discord.http.Route, session: aiohttp.ClientSession, **options: Any) -> Any:
        if route.method == "POST" and not route.url.endswith("/callback"):
            return await self._follow_up(route, session, options)
        for attempt in range(TRIES):
            try:
                answer = await super().request(route, session, **options)
            except discord.HTTPException as error:
                if error.code != ALREADY_ACKNOWLEDGED or not route.url.endswith("/callback"):
                    raise
                answer = {"interaction": {"id": str(route.webhook_id), "type": 0}}
            except BROKEN as error:
                if attempt == TRIES - 1:
                    raise
                await _pause("interaction", attempt, error)
                _rewind(options)
                continue
            self._note(route, options)
            if route.url.endswith("/callback"):
                self._answered(str(route.webhook_id))
            return answer
        raise AssertionError("unreachable")

    def _note(self, route: discord.http.Route, options: dict[str, Any]) -> None:
        """Keeps which interactions show "thinking"."""
        token, now = str(route.webhook_token), asyncio.get_running_loop().time()
        if route.method == "PATCH" and route.url.endswith("/@original"):
            self._thinking.pop(token, None)
        elif (options.get("payload") or {}).get("type") == THINKING and route.url.endswith("/callback"):
            for old in [old for old, since in self._thinking.items() if now - since > TOKEN_SECONDS]:
                del self._thinking[old]
            self._thinking[token] = now

    async def _follow_up(
        self, route: discord.http.Route, session: aiohttp.ClientSession, options: dict[str, Any]
    ) -> Any:
        """Said once. The first after "thinking" can be looked for: it stands in its place. Others cannot; they fail."""
        once = cast("aiohttp.ClientSession", _Once(session))
        was_thinking = self._thinking.pop(str(route.webhook_token), None) is not None
        for attempt in range(TRIES):
            try:
                return await super().request(route, once, **options)
            except UNDECIDED as error:
                if not was_thinking or attempt == TRIES - 1:
                    raise
                original = await self.get_original_interaction_response(
                    cast("int", route.webhook_id), str(route.webhook_token), session=session
                )
                if not int(original.get("flags") or 0) & _LOADING:
                    return original
                await _pause("followup", attempt, error)
                _rewind(options)
        raise AssertionError("unreachable")


class _Once:
    """A session whose 5xx answers are failures at once, so that discord.py does not repeat their requests."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    def request(self, method: str, url: str, **options: Any) -> Any:
        return self._session.request(method, url, raise_for_status=_fail_at_5xx, **options)


async def _fail_at_5xx(response: aiohttp.ClientResponse) -> None:
    if response.status >= 500:
        raise discord.DiscordServerError(response, await response.text())


def _rewind(options: dict[str, Any]) -> None:
    """Files were read to their end by the request before; discord.py rewinds them only for its own repetitions."""
    for file in options.get("files") or ():
        file.reset()


async def _pause(what: str, attempt: int, error: Exception) -> None:
    logger.info("%s: %s, trying again", what, type(error).__name__)
    await asyncio.sleep(PAUSE * 2**attempt)


def use_patience(client: discord.Client, answered: Callable[[str], None] = _tell_nobody) -> None:
    """Makes the client, and the tasks that begin in the present context, patient."""
    async_context.set(PatientAdapter(answered))
    client.http = _patient(client.http)


def _patient(http: HTTPClient) -> HTTPClient:
    first = http.request

    async def request(route: discord.http.Route, **options: Any) -> Any:
        if not _is_harmless_twice(route, options):
            return await first(route, raise_for_status=_fail_at_5xx, **options)
        for attempt in range(TRIES):
            try:
                return await first(route, **options)
            except BROKEN as error:
                if attempt == TRIES - 1:
                    raise
                await _pause(f"{route.method} {route.path}", attempt, error)
                _rewind(options)
        raise AssertionError("unreachable")

    setattr(http, "request", request)  # noqa: B010 - a method replaced on one instance, which types cannot say
    return http


def _is_harmless_twice(route: discord.http.Route, options: dict[str, Any]) -> bool:
    """Opening a direct channel twice gives the same one."""
    if route.method != "POST" or route.path == "/users/@me/channels":
        return True
    payload = options.get("json")
    return isinstance(payload, dict) and bool(payload.get("enforce_nonce"))
