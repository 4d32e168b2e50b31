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


def find_misplacements(reports: Sequence[Report], session: Span) -> list[tuple[str, ReportProblem]]:
    """(file, problem), at most one a file: the wrong zone with the minutes by which it misses, the wrong day with the
    day of the file, or nobody in the session. Files that together cover the session may each cover a part of it.
    Rows of staff count here too: they show best when a meeting was."""
    spans = {index: _proven_spans(report) for index, report in enumerate(reports)}
    together = count_seconds((span for some in spans.values() for span in some), session)
    found: list[tuple[str, ReportProblem]] = []
    for index, report in enumerate(reports):
        covered = count_seconds(spans[index], session)
        if not spans[index] or (covered and together >= _FITS * session.seconds):
            continue
        problem = _find_misplacement(unite(spans[index]), session, covered)
        if problem is not None:
            found.append((report.name, problem))
    return found


def _proven_spans(report: Report) -> list[Span]:
    return [span for row in report.rows if (span := row.sure or row.possible) and span.seconds]


def _find_misplacement(united: Sequence[Span], session: Span, covered: int) -> ReportProblem | None:
    quarters = _find_zone_miss(united, session, covered)
    if quarters is not None:
        return ReportProblem(code=ProblemCode.WRONG_ZONE, facts={"minutes": quarters * 15, "covered_seconds": covered})
    if covered > 0:
        return None
    middle = united[len(united) // 2].start
    days = round((middle - session.start) / timedelta(days=1))
    if days != 0:
        return ReportProblem(code=ProblemCode.WRONG_DAY, facts={"day": middle.date().isoformat(), "days": days})
    return ReportProblem(code=ProblemCode.ALL_AT_ZERO)


def _find_zone_miss(united: Sequence[Span], session: Span, covered: int) -> int | None:
    """The smallest shift of whole quarters of an hour after which the rows cover the session, negative when the file's
    times are later than the session; None when no shift does."""
    best: tuple[int, int] | None = None
    for size in range(2, _LARGEST_ZONE_MISS + 1):
        for quarters in (size, -size):
            moved = Span(session.start - quarters * _QUARTER, session.end - quarters * _QUARTER)
            seconds = count_seconds(united, moved)
            if seconds >= _FITS * session.seconds and (best is None or seconds > best[1] + 900):
                best = (quarters, seconds)
    return best[0] if best and best[1] > covered + 900 else None
