"""The only user of APScheduler: wakes at the next due moment, does what is due, and asks when to wake again.

There is one date job, never one per reminder. The heartbeat asks the clock for the *real* delay until a course
moment, because APScheduler reads the machine's clock itself; it is armed anew when course time is moved and when
somebody pokes it (a commit may have changed what is owed).

The machine's clock may jump, and the machine may sleep: timers count seconds of their own and notice neither. So the
clock is looked at every few seconds, whatever the timer says.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

from bot.clock import Clock, wire_now

Beat = Callable[[datetime], Awaitable[datetime | None]]
"""Does what is due at a moment; answers with the next moment something falls due, or None."""

LONGEST_SLEEP = 3600.0
"""Seconds until it beats again even if nothing falls due."""
LOOK_SECONDS = 5.0
"""So soon after the machine's clock has jumped, or the machine has woken, what fell due is done."""
AFTER_FAILURE = timedelta(seconds=5)

logger = logging.getLogger(__name__)


class Heartbeat:
    """Runs one beat at a time. ``next`` is the course moment it waits for."""

    def __init__(self, clock: Clock, beat: Beat) -> None:
        self._clock = clock
        self._beat = beat
        self._look: asyncio.Task[None] | None = None
        self._scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"misfire_grace_time": None})
        self._beating = asyncio.Lock()
        self._asked = False
        self._closed = False
        self.next: datetime | None = None
        self.failures = 0

    def start(self) -> None:
        self._scheduler.start()
        self._clock.on_moved(self._moved)
        self._look = asyncio.create_task(self._look_at_the_clock(), name="heartbeat's look at the clock")
        self.poke()

    async def stop(self) -> None:
        """Lets the running beat finish, as long as whoever waits has patience: cancelled, it cancels the beat."""
        self._closed = True
        if self._look is not None:
            self._look.cancel()
        try:
            async with self._beating:
                return
        finally:
            if self._scheduler.running:
                self._scheduler.shutdown(wait=False)

    def poke(self) -> None:
        """Something may be due now; several pokes before the beat are one."""
        if not self._asked and not self._closed:
            self._asked = True
            self._arm(0.0)

    async def _look_at_the_clock(self) -> None:
        """Nothing here can fail: it compares two moments and arms a timer. A beat under way looks for itself."""
        while not self._closed:
            await asyncio.sleep(LOOK_SECONDS)
            if not self._beating.locked():
                self._moved()

    def _moved(self) -> None:
        """Course time was moved: what is due now is done now, what is not is waited for anew."""
        if self.next is not None and self.next <= self._clock.now():
            self.poke()
        elif not (self._asked or self._beating.locked() or self._closed):
            self._arm(self._delay())

    def _delay(self) -> float:
        return LONGEST_SLEEP if self.next is None else self._clock.delay_until(self.next)

    @property
    def idle(self) -> bool:
        """Nothing asked for, nothing running, nothing due."""
        if self._asked or self._beating.locked():
            return False
        return self.next is None or self.next > self._clock.now()

    async def _wake(self) -> None:
        async with self._beating:
            if self._closed:
                return
            self._asked = False
            try:
                self.next = await self._beat(self._clock.now())
            except Exception:
                # The heart of the bot must not stop for one bad beat: log it, look again soon.
                self.failures += 1
                logger.exception("a beat failed")
                self.next = self._clock.now() + AFTER_FAILURE
        if not self._asked and not self._closed:
            self._arm(self._delay())

    def _arm(self, delay: float) -> None:
        moment = wire_now() + timedelta(seconds=min(delay, LONGEST_SLEEP))
        self._scheduler.add_job(
            self._wake, DateTrigger(run_date=moment), id="wake", replace_existing=True, max_instances=2
        )
