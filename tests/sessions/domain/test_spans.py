"""Spans: union, clipping and whole seconds."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.spans import Span, count_seconds, unite

START = datetime(2025, 9, 9, 12, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def span(start: float, end: float) -> Span:
    return Span(at(start), at(end))


SPANS = st.lists(st.tuples(st.integers(-50, 150), st.integers(-50, 150)).map(lambda pair: span(*pair)), max_size=8)


def covered(spans: list[Span], low: int, high: int) -> set[int]:
    """The slow, obvious way: every second that lies in some span."""
    return {second for second in range(low, high) if any(one.start <= at(second) < one.end for one in spans)}


def test_spans_that_touch_or_overlap_become_one() -> None:
    united = unite([span(40, 50), span(0, 10), span(10, 20), span(15, 18), span(60, 60), span(80, 70)])
    assert united == (span(0, 20), span(40, 50))


def test_a_span_is_cut_to_another() -> None:
    assert [one.clip(span(0, 100)) for one in (span(-5, 5), span(5, 200), span(-9, -3), span(150, 160))] == [
        span(0, 5),
        span(5, 100),
        span(0, 0),
        span(100, 100),
    ]


def test_parts_of_seconds_are_dropped_only_from_the_sum() -> None:
    halves = [span(0, 1.5), span(10, 11.5)]
    assert (count_seconds(halves, span(0, 100)), span(0, 1.9).seconds) == (3, 1)


@given(SPANS)
def test_the_union_covers_the_same_seconds_in_order_and_apart(spans: list[Span]) -> None:
    united = list(unite(spans))
    assert covered(united, -60, 160) == covered(spans, -60, 160)
    assert all(one.end < other.start for one, other in pairwise(united))


@given(SPANS)
def test_seconds_are_those_covered_inside_the_session(spans: list[Span]) -> None:
    assert count_seconds(spans, span(0, 100)) == len(covered(spans, 0, 100))


@given(SPANS, st.data())
def test_order_and_repetition_change_nothing(spans: list[Span], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations([*spans, *spans]))
    assert unite(shuffled) == unite(spans)


@given(SPANS, st.integers(0, 200))
def test_more_spans_never_give_less(spans: list[Span], end: int) -> None:
    more = count_seconds([*spans, span(0, end)], span(0, 100))
    assert count_seconds(spans, span(0, 100)) <= more <= 100
