"""The pace of everything the bot sends: below Discord's limits before Discord has to say so.

Discord lets a bot make 50 requests a second in all ("Rate limits", global); answers to interactions do not count.
The buckets of single routes are told in the headers of each answer and kept by discord.py. The trace's hook runs just
before each request goes out, tries again included, whoever asked for it.
"""

import asyncio
from types import SimpleNamespace

import aiohttp

PERMITTED = 50
"""Requests a second."""
PER_SECOND = 48.5
AHEAD = 1
"""Requests that may go early to make up for time lost: with it any second still holds less than is permitted."""
_FREE = ("/interactions/", "/webhooks/")
"""Answers to interactions: not counted by the global limit, and a person is waiting."""


class Beat:
    """Turns at an even rate, in real seconds. Time lost is made up for by at most ``ahead`` turns."""

    def __init__(self, per_second: float, *, ahead: int = 0) -> None:
        self._step = 1 / per_second
        self._slack = ahead * self._step
        self._next = 0.0

    async def turn(self) -> None:
        """Waits for its turn, in the order of asking."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        mine = max(self._next, now - self._slack)
        self._next = mine + self._step
        if mine > now:
            await asyncio.sleep(mine - now)

    def pause(self, seconds: float) -> None:
        """Nobody has a turn before so many seconds have passed."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)


class Pace:
    """``refused`` counts the answers that said the global limit was passed all the same."""

    def __init__(self, per_second: float = PER_SECOND) -> None:
        self._beat = Beat(per_second, ahead=AHEAD)
        self.refused = 0

    def trace(self) -> aiohttp.TraceConfig:
        """To be handed to discord.py's client."""
        config = aiohttp.TraceConfig()
        config.on_request_start.append(self._before)
        config.on_request_end.append(self._after)
        return config

    async def _before(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, params: aiohttp.TraceRequestStartParams
    ) -> None:
        if not any(part in params.url.path for part in _FREE):
            await self._beat.turn()

    async def _after(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, params: aiohttp.TraceRequestEndParams
    ) -> None:
        if params.response.status == 429 and "X-RateLimit-Global" in params.response.headers:
            self.refused += 1
            self._beat.pause(float(params.response.headers.get("Retry-After", "1")))
