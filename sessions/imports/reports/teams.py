"""Microsoft Teams' exports, UTF-16 with tabs under the name ".csv".

2020, the attendance list that somebody in the meeting downloaded: a line an action. Whoever was still there has no
"Left"; "Joined" may come twice without "Left" between. 2021: a summary and a line an interval, whose durations of an
hour or more drop the seconds. Since 2022: three numbered sections; the second sums up each person, the third has the
intervals and is the one to use.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sessions.domain.reports import ProblemCode, ReportRow
from sessions.domain.spans import Span
from sessions.imports.reports.aggregates import read_aggregates
from sessions.imports.reports.headings import Field, Value, find_value
from sessions.imports.reports.rows import (
    Placing,
    emails_by_name,
    read_intervals,
    read_name,
    read_person,
    select_lines,
)
from sessions.imports.reports.sections import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class _Action:
    line: int
    value: Value
    at: datetime


def read_list(sections: Sequence[Section], placing: Placing) -> list[ReportRow]:
    """A row a joining; what the list leaves open is reported and never credited beyond what it proves.

    The last time in the file is the latest moment at which somebody without "Left" is proven to have been there. Of a
    "Joined" that follows a "Joined" only the later one is sure; "Joined before" proves nothing before its time.
    """
    people: dict[tuple[str, str | None], list[_Action]] = {}
    for section in sections:
        for line in section.lines:
            word = section.cell(line, Field.ACTION)
            value = find_value(word, Value.JOINED_BEFORE, Value.LEFT, Value.JOINED)
            moments = placing.read(section.cell(line, Field.TIMESTAMP))
            person = read_person(section, line)
            if person is None:
                continue
            if value is None:
                placing.note(ProblemCode.UNKNOWN_VALUE, line.number, word)
            elif len(moments) != 1:
                placing.note(ProblemCode.AMBIGUOUS_TIME if moments else ProblemCode.UNREADABLE_ROW, line.number)
            else:
                action = _Action(line=line.number, value=value, at=moments[0])
                people.setdefault(person, []).append(action)
    last = max((action.at for actions in people.values() for action in actions), default=placing.session.start)
    rows = []
    for (name, email), actions in people.items():
        for row in _pair_actions(name, email, sorted(actions, key=lambda action: action.at), last, placing.session):
            rows.append(row)
            for flag in row.flags:
                placing.note(flag, row.line)
    return rows


def _pair_actions(
    name: str, email: str | None, actions: Sequence[_Action], last: datetime, session: Span
) -> list[ReportRow]:
    rows = []
    open_joins: list[_Action] = []
    for action in actions:
        if action.value is not Value.LEFT:
            open_joins.append(action)
            continue
        rows.append(_close(name, email, open_joins, action, last, session))
        open_joins = []
    if open_joins:
        rows.append(_close(name, email, open_joins, None, last, session))
    return rows


def _close(
    name: str, email: str | None, joins: Sequence[_Action], left: _Action | None, last: datetime, session: Span
) -> ReportRow:
    """``joins``: none (only a "Left"), one, or several of which only the last is sure."""
    end = left.at if left else max(last, session.end)
    sure_end = left.at if left else last
    if not joins:
        assert left is not None
        possible, sure, join = Span(min(session.start, end), end), Span(end, end), None
    else:
        join = joins[0].at
        earliest = min(join, session.start) if joins[0].value is Value.JOINED_BEFORE else join
        possible, sure = Span(earliest, end), Span(joins[-1].at, max(sure_end, joins[-1].at))
    is_open = left is None or len(joins) != 1 or possible.start < sure.start
    return ReportRow(
        line=joins[0].line if joins else left.line if left else 0,
        name=name,
        email=email,
        join=join,
        leave=left.at if left else None,
        sure=sure,
        possible=possible,
        flags=frozenset({ProblemCode.OPEN_INTERVAL}) if is_open else frozenset(),
    )


def read_report(sections: Sequence[Section], placing: Placing) -> list[ReportRow]:
    """The sections with intervals; of the sums only people who are in no interval. An address that the intervals leave
    out is taken from the sums, where the name has exactly one."""
    intervals = [section for section in sections if Field.JOIN in section.columns]
    sums = [section for section in sections if Field.FIRST_JOIN in section.columns]
    rows = read_intervals(intervals, placing)
    if not sums:
        return rows
    if intervals and not any(Field.EMAIL in section.columns for section in intervals):
        emails = emails_by_name(sums)
        rows = [_with_email(row, emails.get(row.name)) for row in rows]
    seen = {row.name for row in rows}
    missing = [
        select_lines(section, [line for line in section.lines if read_name(section, line) not in seen])
        for section in sums
    ]
    return [*rows, *read_aggregates(missing, placing)]


def _with_email(row: ReportRow, email: str | None) -> ReportRow:
    return ReportRow(
        line=row.line,
        name=row.name,
        email=row.email or email,
        join=row.join,
        leave=row.leave,
        sure=row.sure,
        possible=row.possible,
        flags=row.flags,
    )
