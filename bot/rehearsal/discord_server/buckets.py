"""Counting requests: per-route buckets, the global limit, the ban after too many invalid requests ("Rate limits")."""

import asyncio
import hashlib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from bot.rehearsal.discord_server.calls import Call, Route
from bot.rehearsal.discord_server.errors import DiscordError
from bot.rehearsal.discord_server.limits import Limits

# The path's ids that split a bucket ("top-level resources").
_MAJOR = ("channel_id", "guild_id", "webhook_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``reset_after`` and ``retry_after`` are real seconds; ``reset`` is the loop's time of the reset plus an epoch."""

    bucket: str
    limit: int
    remaining: int
    reset: float
    reset_after: float
    refused: bool = False
    is_global: bool = False
    retry_after: float = 0.0

    def headers(self) -> Mapping[str, str]:
        headers = {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.remaining),
            "X-RateLimit-Reset": f"{self.reset:.3f}",
            "X-RateLimit-Reset-After": f"{self.reset_after:.3f}",
            "X-RateLimit-Bucket": self.bucket,
        }
        if self.is_global:
            headers["X-RateLimit-Global"] = "true"
        return headers


@dataclass(slots=True)
class _Window:
    began: float
    used: int = 0


class Buckets:
    """``epoch`` is the wall-clock second at which the loop's time was 0, for the ``X-RateLimit-Reset`` header."""

    def __init__(self, limits: Limits, epoch: float) -> None:
        self._limits = limits
        self._epoch = epoch
        self._allowances = {name: (most, seconds) for name, most, seconds in limits.per_route}
        self._windows: dict[str, _Window] = {}
        self._names: dict[str, str] = {}
        self._global = _Window(began=0.0)
        self._invalid: dict[str, deque[float]] = {}

    def take(self, route: Route, call: Call) -> Verdict:
        now = asyncio.get_running_loop().time()
        most, seconds = self._allowances.get(route.bucket, self._limits.default_allowance)
        if self._global_used_up(route, now):
            wait = max(0.001, self._global.began + 1.0 - now)
            return self._verdict(route, most, 0, now + wait, wait, is_global=True)
        key = ":".join((route.bucket, *(str(call.ids.get(name, "")) for name in _MAJOR)))
        if route.interaction and "token" in call.words:
            key += call.words["token"]
        window = self._windows.get(key)
        if window is None or now - window.began >= seconds:
            if len(self._windows) > 50_000:
                self._windows.clear()
            window = self._windows[key] = _Window(began=now)
        reset_after = window.began + seconds - now
        if window.used >= most:
            return self._verdict(route, most, 0, now + reset_after, reset_after, refused=True)
        window.used += 1
        return self._verdict(route, most, most - window.used, now + reset_after, reset_after)

    def _verdict(
        self,
        route: Route,
        most: int,
        remaining: int,
        reset: float,
        after: float,
        *,
        refused: bool = False,
        is_global: bool = False,
    ) -> Verdict:
        name = self._names.get(route.bucket)
        if name is None:
            name = self._names[route.bucket] = hashlib.sha256(route.bucket.encode()).hexdigest()[:32]
        return Verdict(
            bucket=name,
            limit=most,
            remaining=remaining,
            reset=self._epoch + reset,
            reset_after=round(after, 3),
            refused=refused or is_global,
            is_global=is_global,
            retry_after=round(after, 3) if refused or is_global else 0.0,
        )

    def _global_used_up(self, route: Route, now: float) -> bool:
        most = self._limits.global_per_second
        if most is None or route.interaction:
            return False
        if now - self._global.began >= 1.0:
            self._global = _Window(began=now)
        self._global.used += 1
        return self._global.used > most

    def count_invalid(self, address: str) -> None:
        """401, 403 and 429 count, except a 429 of a shared resource."""
        self._invalid.setdefault(address, deque()).append(asyncio.get_running_loop().time())

    def refuse_banned(self, address: str) -> None:
        """More than 10,000 invalid requests in ten minutes: the address is shut out until the window has passed."""
        seen = self._invalid.get(address)
        if not seen:
            return
        now = asyncio.get_running_loop().time()
        while seen and now - seen[0] > self._limits.invalid_window:
            seen.popleft()
        if len(seen) >= self._limits.invalid_requests:
            raise BannedError


class BannedError(DiscordError):
    """Cloudflare's answer, not Discord's: a page without ``Via``, which discord.py does not retry."""

    def __init__(self) -> None:
        super().__init__(429, 0, "You are being blocked from accessing our API temporarily")
