"""Whether anything is under way: requests in flight, undelivered events, interactions without an answer."""

import asyncio


class Quiet:
    """Counts what has begun and not ended; ``busy`` names it for whoever waits too long."""

    def __init__(self) -> None:
        self._open: dict[str, int] = {}
        self._total = 0
        self._silence = asyncio.Event()
        self._silence.set()

    @property
    def now(self) -> bool:
        return self._total == 0

    @property
    def busy(self) -> dict[str, int]:
        return {what: count for what, count in self._open.items() if count}

    def begin(self, what: str, count: int = 1) -> None:
        if count == 0:
            return
        self._open[what] = self._open.get(what, 0) + count
        self._total += count
        if self._total:
            self._silence.clear()

    def end(self, what: str, count: int = 1) -> None:
        if count == 0:
            return
        self._open[what] -= count
        self._total -= count
        if not self._total:
            self._silence.set()

    async def wait(self, settle: float) -> None:
        """Returns when nothing has been under way for ``settle`` real seconds."""
        while True:
            await self._silence.wait()
            await asyncio.sleep(settle)
            if self._silence.is_set():
                return
