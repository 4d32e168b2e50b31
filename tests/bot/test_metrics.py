"""Figures as Prometheus reads them."""

from bot.metrics import Metrics, Standing

STILL = Standing(
    deliveries={"due": 2, "sent": 40},
    overdue=1.5,
    latencies={0: 0.05},
    waiting={"units": 1, "evidence": 30},
    up=True,
    processes=2,
    keeps_house=True,
)


def told(metrics: Metrics) -> dict[str, float]:
    """Every sample but buckets, sums and moments of making."""
    lines = [line for line in metrics.tell(STILL).decode().splitlines() if not line.startswith("#")]
    samples = dict(line.rsplit(" ", 1) for line in lines)
    left_out = ("_bucket{", "_sum", "_created")
    return {name: float(value) for name, value in samples.items() if not any(part in name for part in left_out)}


def test_what_is_so_at_the_moment_is_told() -> None:
    assert told(Metrics()) == {
        "marathon_delivery_lateness_seconds_count": 0,
        "marathon_writer_group_size_count": 0,
        'marathon_deliveries{state="due"}': 2,
        'marathon_deliveries{state="sent"}': 40,
        "marathon_deliveries_overdue_seconds": 1.5,
        'marathon_gateway_latency_seconds{shard="0"}': 0.05,
        "marathon_gateway_up": 1,
        "marathon_interactions_unanswered": 0,
        'marathon_writer_waiting{kind="units"}': 1,
        'marathon_writer_waiting{kind="evidence"}': 30,
        "marathon_processes": 2,
        "marathon_keeps_house": 1,
    }


def test_what_was_done_is_counted() -> None:
    metrics = Metrics()
    metrics.hear("1", 2)
    metrics.hear("2", 3)
    metrics.answer("1")
    metrics.answer("1")
    metrics.count_delivery("channel", "said", 0.4)
    metrics.count_delivery("email", "later", None)
    metrics.count_group(250)
    metrics.count_feed("public", "304")
    metrics.count_feed("public", "304")
    found = told(metrics)
    assert {name: found[name] for name in sorted(set(found) - set(told(Metrics())))} == {
        'marathon_deliveries_tried_total{means="channel",outcome="said"}': 1,
        'marathon_deliveries_tried_total{means="email",outcome="later"}': 1,
        'marathon_feed_answers_total{answer="304",feed="public"}': 2,
        'marathon_interaction_answer_seconds_count{kind="command"}': 1,
        'marathon_interactions_total{kind="button"}': 1,
        'marathon_interactions_total{kind="command"}': 1,
    }
    assert found["marathon_interactions_unanswered"] == 1
    assert found["marathon_delivery_lateness_seconds_count"] == 1
    assert found["marathon_writer_group_size_count"] == 1
