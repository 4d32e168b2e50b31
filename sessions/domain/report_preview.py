"""What reports would record: rows matched, summed a person, cut to the session. Pure; shared by preview and import.

The figure of a person is the whole seconds of the union of their intervals inside [start, end) of the session. Where a
file does not give one figure there is a range, and ``seconds`` is a value inside it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sessions.domain.matching import (
    Directory,
    Matched,
    MatchedBy,
    NoMatchCode,
    NotMatched,
    fold_email,
    fold_name,
    match_row,
)
from sessions.domain.report_placement import find_misplacements
from sessions.domain.reports import Outcome, ProblemCode, Report, ReportProblem, ReportRow
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantFigures:
    id: str
    matched_by: MatchedBy
    """The strongest way by which any of the rows was matched: e-mail, then alias, then name."""
    figures: Figures
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmatchedFigures:
    """Rows with the same name and e-mail, for the organiser."""

    name: str
    email: str | None
    code: NoMatchCode
    suggestions: tuple[str, ...]
    figures: Figures
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """``problems``: per file, in the order of the files. Participants and unmatched are empty when refused."""

    outcome: Outcome
    problems: tuple[tuple[str, ReportProblem], ...]
    participants: tuple[ParticipantFigures, ...] = ()
    unmatched: tuple[UnmatchedFigures, ...] = ()
    staff_rows: int = 0
    not_attended: int = 0

    @property
    def codes(self) -> tuple[str, ...]:
        """Every problem's and every unmatched row's code, once, in order of first appearance."""
        told = [problem.code.value for _, problem in self.problems]
        return tuple(dict.fromkeys([*told, *(unmatched.code.value for unmatched in self.unmatched)]))


def preview_reports(reports: Sequence[Report], session: Span, directory: Directory) -> Preview:
    """Several files of one session are summed together; rows that stand in more than one file count once."""
    problems = [(report.name, problem) for report in reports for problem in report.problems]
    problems += find_misplacements(reports, session)
    outcome = decide_outcome(problem for _, problem in problems)
    not_attended = sum(report.not_attended for report in reports)
    if outcome is Outcome.REFUSE:
        return Preview(outcome=outcome, problems=tuple(problems), not_attended=not_attended)
    sorting = _sort_rows(_distinct_rows(reports), directory)
    return Preview(
        outcome=outcome,
        problems=tuple(problems),
        participants=tuple(
            ParticipantFigures(
                id=person, matched_by=sorting.ways[person], figures=sum_rows(rows, session), rows=tuple(rows)
            )
            for person, rows in sorting.people.items()
        ),
        unmatched=tuple(
            UnmatchedFigures(
                name=rows[0].name,
                email=rows[0].email,
                code=answer.code,
                suggestions=answer.suggestions,
                figures=sum_rows(rows, session),
                rows=tuple(rows),
            )
            for rows, answer in sorting.unmatched.values()
        ),
        staff_rows=sorting.staff,
        not_attended=not_attended,
    )


def decide_outcome(problems: Iterable[ReportProblem]) -> Outcome:
    """One file that must be refused refuses the whole import: nothing is half written."""
    heard = tuple(problems)
    if any(problem.refuses for problem in heard):
        return Outcome.REFUSE
    return Outcome.CONFIRM if any(problem.asks for problem in heard) else Outcome.IMPORT


@dataclass(slots=True, kw_only=True)
class _Sorting:
    people: dict[str, list[ReportRow]]
    ways: dict[str, MatchedBy]
    unmatched: dict[tuple[str, str | None], tuple[list[ReportRow], NotMatched]]
    staff: int = 0


_STRENGTH = {MatchedBy.EMAIL: 2, MatchedBy.ALIAS: 1, MatchedBy.NAME: 0}


def _distinct_rows(reports: Sequence[Report]) -> list[ReportRow]:
    """Each fact once, however often files that overlap repeat it; inside one file every row stands."""
    most: Counter[tuple[object, ...]] = Counter()
    rows: list[ReportRow] = []
    for report in reports:
        seen: Counter[tuple[object, ...]] = Counter()
        for row in report.rows:
            key = (fold_name(row.name), fold_email(row.email), row.join, row.leave, row.sure, row.possible, row.total)
            seen[key] += 1
            if seen[key] > most[key]:
                rows.append(row)
        most |= seen
    return rows


def _sort_rows(rows: Iterable[ReportRow], directory: Directory) -> _Sorting:
    sorting = _Sorting(people=defaultdict(list), ways={}, unmatched={})
    answers: dict[tuple[str, str | None], object] = {}
    for row in rows:
        key = (row.name, row.email)
        if key not in answers:
            answers[key] = match_row(directory, row.name, row.email)
        match answers[key]:
            case Matched(person=person, by=way):
                sorting.people[person].append(row)
                sorting.ways[person] = max(way, sorting.ways.get(person, way), key=_STRENGTH.__getitem__)
            case NotMatched() as answer:
                group = (fold_name(row.name), fold_email(row.email))
                sorting.unmatched.setdefault(group, ([], answer))[0].append(row)
            case _:
                sorting.staff += 1
    return sorting


def sum_rows(rows: Sequence[ReportRow], session: Span) -> Figures:
    """The figures of rows that belong to one person (or to one unknown name)."""
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
