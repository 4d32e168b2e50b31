"""What is watched from outside: whether this process is well, and its figures."""

import math
from collections.abc import Callable
from datetime import datetime

from bot.chat.client import MarathonClient
from bot.metrics import Metrics, Standing
from bot.web.facts import Health
from sessions.services import deliveries
from sessions.storage.store import Store


class Monitoring:
    """``client`` None: this process runs no bot."""

    def __init__(self, store: Store, metrics: Metrics, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self.metrics = metrics
        self.client: MarathonClient | None = None
        store.on_group(metrics.count_group)

    async def check_health(self) -> Health:
        """The database can be written (tried, and taken back), and the gateway is up."""
        checks = {"database": await self._store.check()}
        if self.client is not None:
            checks["discord"] = None if self.client.is_up else "not connected to Discord"
            checks["processes"] = None if self._store.present else "the database has lost sight of this process"
        return Health(checks=checks)

    async def tell(self) -> bytes:
        states, oldest = await deliveries.standing(self._store)
        client = self.client
        latencies = {} if client is None else {shard: one for shard, one in client.delays if math.isfinite(one)}
        return self.metrics.tell(
            Standing(
                deliveries=states,
                overdue=0.0 if oldest is None else max(0.0, (self._now() - oldest).total_seconds()),
                latencies=latencies,
                waiting=self._store.waiting,
                up=client is not None and client.is_up,
                processes=self._store.bots,
                keeps_house=self._store.keeps_house,
            )
        )
