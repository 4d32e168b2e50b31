"""How often one reader may ask for certificates: a bucket of tokens an address, refilled as real time passes.

Nothing but a count is kept, for minutes, in memory only. The number of addresses kept is bounded.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

KEPT = 10_000


@dataclass(slots=True)
class Limit:
    """``burst`` questions at once, then ``per_minute``. ``clock``: seconds of real time that only rise."""

    clock: Callable[[], float]
    burst: int = 60
    per_minute: int = 60
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def allows(self, who: str) -> bool:
        now = self.clock()
        left, at = self._left.pop(who, (float(self.burst), now))
        left = min(float(self.burst), left + (now - at) * self.per_minute / 60)
        allowed = left >= 1
        self._left[who] = (left - 1 if allowed else left, now)
        while len(self._left) > KEPT:
            self._left.popitem(last=False)
        return allowed
