"""Zoom's exports (Reports → Usage, and the webinar reports).

Meetings: a block about the meeting, a blank line, a line an interval; times in the account's zone, which the file does
not name; "In Waiting Room" lines are no attendance. Webinars: several tables in one file (host, panelists, attendees,
others); "Attended: No" lines are registrations. "Unique users": one total of minutes a person, rounded up, without
times. The registration report looks much like them and is no attendance at all.
"""

from collections.abc import Callable, Sequence

from sessions.domain.reports import ProblemCode, ReportRow
from sessions.imports.reports.headings import Field, Value, find_value
from sessions.imports.reports.rows import Placing, read_intervals, read_person, select_lines
from sessions.imports.reports.sections import Line, Section
from sessions.imports.reports.stamps import read_duration, read_stamp


def read_meeting(sections: Sequence[Section], placing: Placing) -> list[ReportRow]:
    present = [_select(section, placing, _was_let_in) for section in sections]
    placing.waiting += _count(sections) - _count(present)
    return read_intervals(present, placing)


def read_webinar(sections: Sequence[Section], placing: Placing) -> list[ReportRow]:
    attended = [_select(section, placing, _attended) for section in sections]
    placing.not_attended += _count(sections) - _count(attended)
    return read_meeting([section for section in attended if Field.JOIN in section.columns], placing)


def read_unique_users(sections: Sequence[Section], placing: Placing) -> list[ReportRow]:
    rows = []
    for section in sections:
        for line in section.lines:
            total = read_duration(section.cell(line, Field.DURATION))
            person = read_person(section, line)
            if person is None:
                continue
            if total is None:
                placing.note(ProblemCode.UNREADABLE_ROW, line.number)
                continue
            rows.append(
                ReportRow(
                    line=line.number,
                    name=person[0],
                    email=person[1],
                    total=total,
                    flags=frozenset({ProblemCode.NO_TIMES}),
                )
            )
            placing.note(ProblemCode.NO_TIMES, line.number)
    return rows


def _was_let_in(section: Section, line: Line, placing: Placing) -> bool:
    """Whoever waited and was not let in was not there. A word nobody knows credits nobody and is reported."""
    word = section.cell(line, Field.WAITING_ROOM)
    value = find_value(word, Value.YES, Value.NO)
    if word and value is None:
        placing.note(ProblemCode.UNKNOWN_VALUE, line.number, word)
        return False
    return value is not Value.YES


def _attended(section: Section, line: Line, placing: Placing) -> bool:
    word = section.cell(line, Field.ATTENDED)
    value = find_value(word, Value.YES, Value.NO)
    if word and value is None:
        placing.note(ProblemCode.UNKNOWN_VALUE, line.number, word)
        return False
    if value is Value.YES or Field.ATTENDED not in section.columns:
        return True
    return value is None and read_stamp(section.cell(line, Field.JOIN)) is not None


def _select(section: Section, placing: Placing, keep: Callable[[Section, Line, Placing], bool]) -> Section:
    return select_lines(section, [line for line in section.lines if keep(section, line, placing)])


def _count(sections: Sequence[Section]) -> int:
    return sum(len(section.lines) for section in sections)
