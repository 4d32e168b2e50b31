"""Ids that carry course time (Discord's API reference, "Snowflakes").

Upper 42 bits: milliseconds since 2015-01-01 UTC. The lower 22 bits only make ids unique and rising here, so that time
that stands still cannot give the same id twice.
"""

from datetime import UTC, datetime, timedelta

from bot.clock import Clock

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Snowflakes:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def make(self) -> int:
        since_epoch = (self._clock.now() - EPOCH) // _MILLISECOND
        self._last = max(self._last + 1, since_epoch << 22)
        return self._last


def moment_of(snowflake: int) -> datetime:
    return EPOCH + (snowflake >> 22) * _MILLISECOND
