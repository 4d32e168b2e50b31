"""Direct messages, opened slowly: many at once is what gets a bot limited or blocked.

A channel that was opened stays known, and writing there again costs no turn. Who would have to wait long for a turn is
told how long, so that nothing else waits behind it. When Discord says that it is too fast (40003), none is opened for
a while.
"""

import time
from collections import OrderedDict
from datetime import timedelta

import discord

from bot.chat.pace import Beat

PER_SECOND = 1.0
PATIENCE = 2.0
"""Seconds that a turn is waited for."""
REST = timedelta(minutes=10)
"""How long none is opened after Discord said that it was too fast."""
KNOWN = 20_000
TOO_FAST, CLOSED = 40003, 50007
"""Discord's codes for "opening direct messages too fast" and "cannot send messages to this user"."""


class DirectMessages:
    def __init__(self, client: discord.Client, *, per_second: float = PER_SECOND) -> None:
        self._client = client
        self._per_second = per_second
        self._beat = Beat(per_second)
        self._step = 1 / per_second
        self._free = 0.0
        self._promised = 0.0
        self._rests_until = 0.0
        self._known: OrderedDict[int, discord.DMChannel] = OrderedDict()

    def share(self, processes: int) -> None:
        """So many processes open them with the same token, each an equal part."""
        rate = self._per_second / max(1, processes)
        self._step = 1 / rate
        self._beat.set_rate(rate)

    async def open(self, user_id: int) -> discord.DMChannel | timedelta:
        """The channel to somebody, or how long it is not their turn. Raises discord.HTTPException."""
        known = self._known.get(user_id)
        if known is not None:
            self._known.move_to_end(user_id)
            return known
        now = time.monotonic()
        rest = self._rests_until - now
        if rest > 0:
            return timedelta(seconds=rest)
        if self._free - now > PATIENCE:
            self._promised = max(self._promised, self._free) + self._step
            return timedelta(seconds=self._promised - now)
        self._free = max(self._free, now) + self._step
        await self._beat.turn()
        channel = await self._client.create_dm(discord.Object(user_id))
        self._known[user_id] = channel
        if len(self._known) > KNOWN:
            self._known.popitem(last=False)
        return channel

    @property
    def rests(self) -> bool:
        return self._rests_until > time.monotonic()

    def rest(self) -> timedelta:
        """Nobody is written to anew for a while; for how long."""
        self._rests_until = time.monotonic() + REST.total_seconds()
        return REST

    def resume(self) -> None:
        """The rest is over, whatever the time."""
        self._rests_until = 0.0

    def forget(self, user_id: int) -> None:
        """The channel is of no use any more."""
        self._known.pop(user_id, None)
