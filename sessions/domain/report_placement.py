"""Does a report belong to this session at all? A wrong day or a wrong zone shows in where its intervals lie."""

from collections.abc import Sequence
from datetime import timedelta

from sessions.domain.reports import ProblemCode, Report, ReportProblem
from sessions.domain.spans import Span, count_seconds, unite

_QUARTER = timedelta(minutes=15)
_LARGEST_ZONE_MISS = 14 * 4
"""Quarters of an hour; zones differ by up to 26 h, but beyond 14 h a neighbouring day explains it better."""
_FITS = 0.8
"""A meeting whose rows together cover this share of the session is at the right hour, whoever came late."""
_NEARLY = 0.97
_SAMPLE = 200


def find_misplacements(reports: Sequence[Report], session: Span) -> list[tuple[str, ReportProblem]]:
    """(file, problem), at most one a file: the wrong zone with the minutes by which it misses, the wrong day with the
    day of the file, or nobody in the session. Files that together cover the session may each cover a part of it.
    Rows of staff count here too: they show best when a meeting was."""
    proven = [(report.name, _proven_spans(report)) for report in reports]
    together = count_seconds((span for _, spans in proven for span in spans), session)
    found: list[tuple[str, ReportProblem]] = []
    for name, spans in proven:
        covered = together if len(proven) == 1 else count_seconds(spans, session)
        if not spans or (covered and together >= _FITS * session.seconds):
            continue
        problem = _find_misplacement(spans, session, covered)
        if problem is not None:
            found.append((name, problem))
    return found


def _proven_spans(report: Report) -> list[Span]:
    return [span for row in report.rows if (span := row.sure or row.possible) and span.seconds]


def _find_misplacement(spans: Sequence[Span], session: Span, covered: int) -> ReportProblem | None:
    quarters = _find_zone_miss(spans, session)
    if quarters is not None:
        return ReportProblem(code=ProblemCode.WRONG_ZONE, facts={"minutes": quarters * 15, "covered_seconds": covered})
    if covered > 0:
        return None
    united = unite(spans)
    middle = united[len(united) // 2].start
    days = round((middle - session.start) / timedelta(days=1))
    if days != 0:
        return ReportProblem(code=ProblemCode.WRONG_DAY, facts={"day": middle.date().isoformat(), "days": days})
    return ReportProblem(code=ProblemCode.ALL_AT_ZERO)


def _find_zone_miss(spans: Sequence[Span], session: Span) -> int | None:
    """By how many quarters of an hour the file's times are earlier than the session (negative: later); None when no
    shift lets the rows cover the session. Of shifts that put nearly as much presence into the session, whole hours go
    before halves and halves before quarters, as zones do."""
    united = unite(spans)
    sample = spans[:: max(1, len(spans) // _SAMPLE)]
    presence: dict[int, int] = {}
    for quarters in range(-_LARGEST_ZONE_MISS, _LARGEST_ZONE_MISS + 1):
        moved = Span(session.start - quarters * _QUARTER, session.end - quarters * _QUARTER)
        if abs(quarters) > 1 and count_seconds(united, moved) >= _FITS * session.seconds:
            presence[quarters] = sum(span.clip(moved).seconds for span in sample)
    good = [quarters for quarters, seconds in presence.items() if seconds >= _NEARLY * max(presence.values())]
    return min(good, key=lambda quarters: (_coarseness(quarters), -presence[quarters], abs(quarters)), default=None)


def _coarseness(quarters: int) -> int:
    return 0 if quarters % 4 == 0 else 1 if quarters % 2 == 0 else 2
