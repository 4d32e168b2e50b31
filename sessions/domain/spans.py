"""Spans of time: half-open [start, end) of aware moments, their union, and their length in whole seconds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open: ``start`` belongs to it, ``end`` does not. A span whose end is not after its start is empty."""

    start: datetime
    end: datetime

    @property
    def seconds(self) -> int:
        """Whole seconds, rounded down; never negative."""
        return max(0, (self.end - self.start) // _SECOND)

    def clip(self, other: "Span") -> "Span":
        """The part inside ``other``; empty, at the edge, when they do not meet."""
        start = min(max(self.start, other.start), other.end)
        return Span(start, max(start, min(self.end, other.end)))


def unite(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same moments as disjoint spans in order; spans that touch become one, empty ones vanish."""
    united: list[Span] = []
    for span in sorted((span for span in spans if span.end > span.start), key=attrgetter("start")):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return tuple(united)


def count_seconds(spans: Iterable[Span], within: Span) -> int:
    """Whole seconds of the union of the spans inside ``within``; overlapping spans count once."""
    pieces = unite(span.clip(within) for span in spans)
    return sum((piece.end - piece.start for piece in pieces), timedelta()) // _SECOND
