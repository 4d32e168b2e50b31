"""What this process has done and how long it took, for Prometheus; the only user of its client library.

Counted where it happens and told where it is asked for. Names of people, marathons or places never become labels: how
many series there are does not grow with use.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
KINDS: Mapping[int, str] = {2: "command", 3: "button", 4: "completion", 5: "form"}
"""Discord's interaction types, but for its own pings."""
FORGOTTEN = 900.0
"""Seconds after which Discord takes no answer any more."""
ANSWER_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0)
"""Discord waits three seconds."""
LATE_SECONDS = (1.0, 5.0, 15.0, 60.0, 120.0, 600.0, 3600.0, 21600.0)
GROUPS = (1, 2, 5, 10, 50, 100, 250, 500, 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is so at the moment of asking. ``deliveries``: how many are in which state; ``overdue``: seconds for which
    the oldest of those that are due has waited; ``latencies``: seconds, by shard; ``waiting``: what waits for the
    writer; ``up``: whether the gateway is."""

    deliveries: Mapping[str, int]
    overdue: float
    latencies: Mapping[int, float]
    waiting: Mapping[str, int]
    up: bool
    processes: int
    keeps_house: bool


class Metrics:
    """One process's figures."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._heard: dict[str, tuple[str, float]] = {}
        self._feeds: dict[tuple[str, str], Counter] = {}
        self._answers = Histogram(
            "marathon_interaction_answer_seconds",
            "From an interaction's arrival to Discord's receipt of the first answer.",
            ["kind"],
            buckets=ANSWER_SECONDS,
            registry=self.registry,
        )
        self._interactions = self._counter("interactions", "Interactions that arrived.", "kind")
        self._said = self._counter("deliveries_tried", "Deliveries tried, by what came of it.", "means", "outcome")
        self._late = Histogram(
            "marathon_delivery_lateness_seconds",
            "From the moment a delivery was due to when it was said.",
            buckets=LATE_SECONDS,
            registry=self.registry,
        )
        self._groups = Histogram(
            "marathon_writer_group_size",
            "Pieces of evidence committed together.",
            buckets=GROUPS,
            registry=self.registry,
        )
        self._feed = self._counter("feed_answers", "Calendar feeds asked for, by the answer.", "feed", "answer")
        self._deliveries = self._gauge("deliveries", "Deliveries in the ledger.", "state")
        self._overdue = self._gauge("deliveries_overdue_seconds", "For how long the oldest due delivery has waited.")
        self._latency = self._gauge("gateway_latency_seconds", "From a heartbeat to its acknowledgement.", "shard")
        self._up = self._gauge("gateway_up", "1 while the connection to Discord is up.")
        self._unanswered = self._gauge("interactions_unanswered", "Interactions that wait for their first answer.")
        self._waiting = self._gauge("writer_waiting", "What waits for the writer.", "kind")
        self._processes = self._gauge("processes", "Processes that run the bot on this database.")
        self._keeps_house = self._gauge("keeps_house", "1 for the process that finds what is owed.")

    def _counter(self, name: str, about: str, *labels: str) -> Counter:
        return Counter(f"marathon_{name}", about, labels, registry=self.registry)

    def _gauge(self, name: str, about: str, *labels: str) -> Gauge:
        return Gauge(f"marathon_{name}", about, labels, registry=self.registry)

    def hear(self, interaction: str, kind: int) -> None:
        """An interaction has arrived; what never was answered is forgotten with time."""
        name = KINDS.get(kind, "other")
        now = time.monotonic()
        self._interactions.labels(name).inc()
        self._heard[interaction] = (name, now)
        oldest = next(iter(self._heard))
        if now - self._heard[oldest][1] > FORGOTTEN:
            del self._heard[oldest]

    def answer(self, interaction: str) -> None:
        """Discord has the first answer."""
        heard = self._heard.pop(interaction, None)
        if heard is not None:
            self._answers.labels(heard[0]).observe(time.monotonic() - heard[1])

    def count_delivery(self, means: str, outcome: str, late: float | None) -> None:
        """``late``: seconds after its due moment, where it was said."""
        self._said.labels(means, outcome).inc()
        if late is not None:
            self._late.observe(late)

    def count_group(self, size: int) -> None:
        self._groups.observe(size)

    def count_feed(self, feed: str, answer: str) -> None:
        child = self._feeds.get((feed, answer))
        if child is None:
            child = self._feeds[feed, answer] = self._feed.labels(feed, answer)
        child.inc()

    def tell(self, standing: Standing) -> bytes:
        """Everything in Prometheus's text format."""
        for state, count in standing.deliveries.items():
            self._deliveries.labels(state).set(count)
        self._overdue.set(standing.overdue)
        for shard, seconds in standing.latencies.items():
            self._latency.labels(str(shard)).set(seconds)
        self._up.set(standing.up)
        self._unanswered.set(len(self._heard))
        for kind, count in standing.waiting.items():
            self._waiting.labels(kind).set(count)
        self._processes.set(standing.processes)
        self._keeps_house.set(standing.keeps_house)
        return generate_latest(self.registry)
