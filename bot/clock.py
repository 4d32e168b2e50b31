"""The only reader of the wall clock.

*Course time* (moments, snowflakes, what is owed, deadlines) comes from a ``Clock``. *Wire time* (the 3-second rule,
rate limits, retries, leases) is real, monotonic time and never comes from here.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment of the course: aware UTC."""
        ...

    def delay_until(self, moment: datetime) -> float:
        """Real seconds from now until the course moment; 0 when it has passed; may be infinite when time stands."""
        ...

    def on_moved(self, callback: Callable[[], None]) -> None:
        """Calls back whenever course time was moved, so that whoever waits for a moment can be re-armed."""
        ...


class SystemClock:
    """Course time is the machine's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def delay_until(self, moment: datetime) -> float:
        return max(0.0, (moment - self.now()).total_seconds())

    def on_moved(self, callback: Callable[[], None]) -> None:
        return None


class CourseClock:
    """Course time that can be moved, for rehearsals and journeys.

    ``speed`` is course seconds a real second; 0 means that time stands until somebody moves it.
    """

    def __init__(self, start: datetime, *, speed: float = 0.0) -> None:
        self._moment = start
        self._speed = speed
        self._since = time.monotonic()
        self._callbacks: list[Callable[[], None]] = []

    def now(self) -> datetime:
        if self._speed == 0.0:
            return self._moment
        return self._moment + timedelta(seconds=(time.monotonic() - self._since) * self._speed)

    def delay_until(self, moment: datetime) -> float:
        ahead = (moment - self.now()).total_seconds()
        if ahead <= 0:
            return 0.0
        return ahead / self._speed if self._speed else float("inf")

    def on_moved(self, callback: Callable[[], None]) -> None:
        self._callbacks.append(callback)

    def move_to(self, moment: datetime) -> None:
        """Sets course time; refuses to go back (ValueError), as no marathon does."""
        if moment < self.now():
            raise ValueError(f"course time cannot go back from {self.now().isoformat()} to {moment.isoformat()}")
        self._moment, self._since = moment, time.monotonic()
        for callback in self._callbacks:
            callback()


def wire_now() -> datetime:
    """The machine's own time, for leases and for APScheduler, which reads the machine's clock itself."""
    return datetime.now(UTC)
