"""What stands in a channel already, read back by the marker that every message of ours carries.

Looked at before something is said again that may have been said too long ago for its nonce. One look serves all
deliveries that were claimed before it: after a crash hundreds may ask about the same channel.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import discord

from sessions.domain.deliveries import Delivery

MOST = 5000
"""Messages looked through at most; a channel of ours in which more were written since the delivery fell due is none
that people read."""
SLACK = timedelta(hours=1)
"""Discord's clock and ours may differ, and ours may have been set."""


@dataclass(slots=True)
class _Look:
    """``began``: wire time. ``markers``: the footer's last word to the message's id; ``oldest``: how far it reaches."""

    began: datetime
    markers: dict[str, int] = field(default_factory=dict)
    oldest: discord.Object | None = None
    reaches: datetime | None = None
    count: int = 0


class History:
    def __init__(self, client: discord.Client, wire: Callable[[], datetime]) -> None:
        self._client = client
        self._wire = wire
        self._looks: dict[int, _Look] = {}
        self._locks: dict[int, asyncio.Lock] = {}

    async def find(self, channel_id: int, delivery: Delivery) -> int | None:
        """The id of the delivery's message in the channel, None when it does not stand there."""
        async with self._locks.setdefault(channel_id, asyncio.Lock()):
            look = self._looks.get(channel_id)
            if look is None or delivery.held is None or look.began <= delivery.held:
                look = self._looks[channel_id] = _Look(began=self._wire())
            since = delivery.due - SLACK
            if look.reaches is None or look.reaches > since:
                await self._read(channel_id, look, since)
            return look.markers.get(delivery.key.marker)

    async def _read(self, channel_id: int, look: _Look, since: datetime) -> None:
        async for message in self._older(channel_id, look, since):
            look.count += 1
            look.oldest = discord.Object(message.id)
            for embed in message.embeds:
                look.markers.setdefault((embed.footer.text or "").rpartition(" ")[2], message.id)
        look.reaches = since

    def _older(self, channel_id: int, look: _Look, since: datetime) -> AsyncIterator[discord.Message]:
        channel = self._client.get_partial_messageable(channel_id)
        return channel.history(limit=max(0, MOST - look.count), before=look.oldest, after=since, oldest_first=False)
