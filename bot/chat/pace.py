"""The pace of everything the bot sends: below Discord's limits before Discord has to say so.

Discord lets a bot make 50 requests a second in all ("Rate limits", global); answers to interactions do not count.
The The processes of an installation that share a token share the 50 in equal parts (``share``). The
buckets of single routes are told in the headers of each answer and kept by discord.py. The trace's hook runs just
before each request goes out, tries again included, whoever asked for it.
"""

import asyncio
from types import SimpleNamespace

import aiohttp

PERMITTED = 50
"""Requests a second."""
SPARE = 0.5
AHEAD = 1
"""Requests that may go early to make up for time lost: with it any second still holds less than is permitted."""
NEWS = 1.5
"""Seconds after which all processes surely know of a new one."""
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

    def set_rate(self, per_second: float) -> None:
        """The rate from the next turn on."""
        self._slack = self._slack / self._step / per_second
        self._step = 1 / per_second

    def pause(self, seconds: float) -> None:
        """Nobody has a turn before so many seconds have passed."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)


def rate(processes: int) -> float:
    """Requests a second of each of so many processes: in any second all of them together stay below what is permitted,
    also when each makes up for time lost."""
    return max(SPARE, (PERMITTED - SPARE) / processes - AHEAD)


class Pace:
    """``refused`` counts the answers that said the global limit was passed all the same."""

    def __init__(self) -> None:
        self._beat = Beat(rate(1), ahead=AHEAD)
        self._processes = 1
        self.refused = 0

    def share(self, processes: int) -> None:
        """So many processes send with the same token, this one included. Each takes an equal part; when one has come,
        all have to hear of it before this one goes on."""
        if processes == self._processes:
            return
        if processes > self._processes:
            self._beat.pause(NEWS)
        self._processes = processes
        self._beat.set_rate(rate(processes))

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
