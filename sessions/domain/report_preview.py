"""What reports would record: rows matched, summed a person, cut to the session. Pure; shared by preview and import."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
from sessions.domain.report_figures import Figures, sum_rows
from sessions.domain.report_placement import find_misplacements
from sessions.domain.reports import Outcome, Report, ReportProblem, ReportRow
from sessions.domain.spans import Span


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
    if len(reports) == 1:
        return list(reports[0].rows)
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
