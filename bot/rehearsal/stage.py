"""The stage of a rehearsal: the real bot and web face, a local Discord, and a clock that only moves when all is still.

Course time advances to the next thing that happens (somebody acts, something falls due) only when nothing is under
way: no request in flight, no event undelivered, no write queued, no beat running.
"""

import asyncio
import heapq
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.app import Installation
from bot.clock import CourseClock
from bot.rehearsal.discord_server import LocalDiscord

Act = Callable[[], Awaitable[None]]
STILL = 3
"""Turns of the event loop in a row in which nothing stirs, before stillness is believed."""
PATIENCE = 60.0
"""Real seconds in which what stirs stays as it is, after which that is an error that names it."""


class RestlessError(RuntimeError):
    """The stage did not come to rest."""


@dataclass(order=True, slots=True)
class _Cue:
    moment: datetime
    order: int
    act: Act = field(compare=False)


class Stage:
    def __init__(self, *, clock: CourseClock, discord: LocalDiscord, installation: Installation) -> None:
        self.clock = clock
        self.discord = discord
        self.installation = installation
        self._cues: list[_Cue] = []
        self._order = 0
        self.between: Act | None = None
        """Done whenever everything is still, before time passes on: what somebody does about what they see."""

    def at(self, moment: datetime, act: Act) -> None:
        """Somebody will act at a moment (now, if it has passed)."""
        self._order += 1
        heapq.heappush(self._cues, _Cue(max(moment, self.clock.now()), self._order, act))

    async def play(self, until: datetime, *, passed: Callable[[datetime], None]) -> None:
        """Lets course time pass until a moment; ``passed`` is told each moment at which something happened."""
        while True:
            await self.rest()
            if self.between is not None:
                await self.between()
            moment = self._next(until)
            await self._pass_to(moment)
            passed(moment)
            acts = []
            while self._cues and self._cues[0].moment <= moment:
                acts.append(heapq.heappop(self._cues).act)
            if acts:
                await self.rest()  # what fell due at this moment is said before anybody acts on it
                async with asyncio.TaskGroup() as group:
                    for act in acts:
                        group.create_task(_run(act))
            if moment >= until and not acts:
                await self.rest()
                return

    async def rest(self) -> None:
        """Waits until nothing stirs. RestlessError, naming what does, when it never comes to that."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + PATIENCE
        before: tuple[int, dict[str, int]] | None = None
        still = 0
        while still < STILL:
            if self.discord.idle and self.installation.idle:
                still += 1
                await asyncio.sleep(0)
                continue
            still = 0
            stirring = len(self.discord.received), self.discord.busy
            if stirring != before:  # thousands of people on a busy machine may take their time
                deadline, before = loop.time() + PATIENCE, stirring
            elif loop.time() > deadline:
                raise RestlessError(f"still under way: {self.discord.busy}, heartbeat {self.installation.idle}")
            await asyncio.sleep(0.001)

    def _next(self, until: datetime) -> datetime:
        heartbeat = self.installation.heartbeat
        due = heartbeat.next if heartbeat is not None else None
        cue = self._cues[0].moment if self._cues else None
        return max(self.clock.now(), min(moment for moment in (due, cue, until) if moment is not None))

    async def _pass_to(self, moment: datetime) -> None:
        delay = self.clock.delay_until(moment)
        if delay == float("inf"):
            self.clock.move_to(moment)
        elif delay:
            await asyncio.sleep(delay)


async def _run(act: Act) -> None:
    await act()
