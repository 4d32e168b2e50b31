"""Seconds in a session that rows of reports, or any intervals, prove.

The figure of a person is the whole seconds of the union of their intervals inside [start, end) of the session. Where a
file does not give one figure there is a range, and ``seconds`` is a value inside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sessions.domain.reports import ProblemCode, ReportRow
from sessions.domain.spans import Span, count_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Seconds in the session. ``ranged``: the files give a range, of which ``seconds`` is one value."""

    rows: int
    seconds: int
    seconds_min: int
    seconds_max: int
    ranged: bool
    first_join: datetime | None
    last_leave: datetime | None
    flags: tuple[ProblemCode, ...]


NOTHING = Figures(
    rows=0, seconds=0, seconds_min=0, seconds_max=0, ranged=False, first_join=None, last_leave=None, flags=()
)


def sum_rows(rows: Sequence[ReportRow], session: Span) -> Figures:
    """The figures of rows that belong to one person (or to one unknown name)."""
    if not rows:
        return NOTHING
    spans = [row for row in rows if row.total is None]
    totals = [bound_total(row, session) for row in rows if row.total is not None]
    sure = count_seconds((row.sure for row in spans if row.sure), session)
    possible = [row.possible for row in rows if row.possible]
    most = count_seconds((row.possible for row in spans if row.possible), session)
    least = max([sure, *(low for low, _, _ in totals)])
    upper = min(session.seconds, most + sum(high for _, _, high in totals))
    likely = max([sure, *(middle for _, middle, _ in totals)])
    if totals and all(row.possible for row in rows) and not any(row.resolution for row in rows):
        upper = min(upper, count_seconds(possible, session))
    flags = {flag for row in rows for flag in row.flags}
    flags |= {ProblemCode.AGGREGATE_ONLY for row in rows if _hides_break(row, session)}
    joins = [row.join for row in rows if row.join]
    leaves = [row.leave for row in rows if row.leave]
    return Figures(
        rows=len(rows),
        seconds=min(max(likely, least), upper),
        seconds_min=least,
        seconds_max=upper,
        ranged=bool(totals) or least != upper or bool(flags),
        first_join=min(joins, default=None),
        last_leave=max(leaves, default=None) if len(leaves) == len(rows) else None,
        flags=tuple(sorted(flags)),
    )


def bound_total(row: ReportRow, session: Span) -> tuple[int, int, int]:
    """(least, likely, most) seconds in the session of a row that states one total.

    Time outside the session is taken off in full for the least: the breaks may all have been inside. ``resolution``
    widens both ends, as join, leave and total are each rounded to it. Without times nothing is sure.
    """
    total = row.total or 0
    if row.possible is None:
        most = min(total, session.seconds)
        return 0, most, most
    inside = count_seconds([row.possible], session)
    outside = row.possible.seconds - inside
    least = max(0, total - row.resolution - outside)
    most = min(total + row.resolution, inside + row.resolution, session.seconds)
    if inside == 0:
        return 0, 0, 0
    least = min(least, most)
    return least, min(max(total - outside, least), most), most


def _hides_break(row: ReportRow, session: Span) -> bool:
    """A total shorter than its span, which reaches outside the session: how much of it was inside is unknown."""
    if row.total is None or row.possible is None:
        return False
    outside = row.possible.seconds - count_seconds([row.possible], session)
    return outside > 0 and row.possible.seconds - row.total > row.resolution
