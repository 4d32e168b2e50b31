"""Draft rows: what readers of all platforms have in common, from a line's cells to a row with moments."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sessions.domain.moments import resolve, to_local
from sessions.domain.refusals import AmbiguousTime
from sessions.domain.reports import ProblemCode, ReportProblem, ReportRow
from sessions.domain.spans import Span
from sessions.imports.reports.headings import Field, Value, find_value
from sessions.imports.reports.sections import Line, Section
from sessions.imports.reports.stamps import Order, Stamp, read_stamp

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_SECOND = timedelta(seconds=1)
_LONGEST_ROW = timedelta(days=2)
"""A row longer than this is a date read wrongly or a room that nobody closed; no session lasts so long."""
_NO_EMAIL = frozenset(["", "-", "--", "n/a", "na", "none", "null"])


@dataclass(slots=True, kw_only=True)
class Placing:
    """How a file's wall times become moments: the session, the zone of the export, the settled order of dates.

    ``found`` gathers what readers meet on the way, (code, text) → lines. ``not_attended`` counts lines that say that
    somebody was not there, ``waiting`` those of a waiting room.
    """

    session: Span
    zone: str
    order: Order
    found: dict[tuple[ProblemCode, str], list[int]] = field(default_factory=dict)
    not_attended: int = 0
    waiting: int = 0
    _moments: dict[Stamp, tuple[datetime, ...]] = field(default_factory=dict)
    _hours: dict[datetime, timedelta | None] = field(default_factory=dict)

    def note(self, code: ProblemCode, line: int, text: str = "") -> None:
        self.found.setdefault((code, text), []).append(line)

    def problems(self) -> list[ReportProblem]:
        told = []
        for (code, text), lines in self.found.items():
            facts: dict[str, str | int | tuple[str, ...]] = {"line": lines[0], "rows": len(lines)}
            told.append(ReportProblem(code=code, facts=facts | ({"text": text} if text else {})))
        return told

    def read(self, text: str) -> tuple[datetime, ...]:
        """The moments that a cell may mean: one; two in the hour that a clock change repeats; none when it is no time,
        or one that a clock change skips."""
        stamp = read_stamp(text)
        if stamp is None:
            return ()
        if stamp not in self._moments:
            self._moments[stamp] = self._resolve(stamp)
        return self._moments[stamp]

    def _resolve(self, stamp: Stamp) -> tuple[datetime, ...]:
        wall = stamp.wall(self.order)
        if wall is None:
            return () if stamp.numbers else self._nearest(stamp)
        return self._localise(wall, stamp.offset)

    def _localise(self, wall: datetime, offset: timedelta | None) -> tuple[datetime, ...]:
        if offset is not None:
            return (wall.replace(tzinfo=UTC) - offset,)
        steady = self._steady_offset(wall)
        if steady is not None:
            return (wall.replace(tzinfo=UTC) - steady,)
        moment = resolve(wall, self.zone)
        if isinstance(moment, datetime):
            return (moment,)
        return (moment.first, moment.second) if isinstance(moment, AmbiguousTime) else ()

    def _steady_offset(self, wall: datetime) -> timedelta | None:
        """The zone's offset when it is the same at both ends of the wall time's hour; thousands of rows share few
        hours. No zone changes its offset and changes it back within one."""
        hour = wall.replace(minute=0, second=0, microsecond=0)
        if hour not in self._hours:
            ends = [(end, resolve(end, self.zone)) for end in (hour, hour + _HOUR - _SECOND)]
            offsets = {
                end.replace(tzinfo=UTC) - moment if isinstance(moment, datetime) else None for end, moment in ends
            }
            self._hours[hour] = offsets.pop() if len(offsets) == 1 else None
        return self._hours[hour]

    def _nearest(self, stamp: Stamp) -> tuple[datetime, ...]:
        """A time without a date: the day on which it lies nearest to the session."""
        local = to_local(self.session.start, self.zone).date()
        readings = [self._localise(_at(local + days * _DAY, stamp.seconds), stamp.offset) for days in (-1, 0, 1, 2)]
        near = [reading for reading in readings if reading]
        return min(near, key=lambda reading: _distance(reading[0], self.session), default=())


def _at(day: date, seconds: int) -> datetime:
    return datetime.combine(day, datetime.min.time()) + timedelta(seconds=seconds)


def _distance(moment: datetime, span: Span) -> timedelta:
    return max(span.start - moment, moment - span.end, timedelta())


def read_name(section: Section, line: Line) -> str:
    """The name as the platform shows it. Where first and last names stand apart they are put together; "Name" beside
    one of the two is the other one, as in several languages."""
    shown = section.cell(line, Field.DISPLAY_NAME)
    name = section.cell(line, Field.NAME)
    first, last = section.cell(line, Field.FIRST_NAME), section.cell(line, Field.LAST_NAME)
    if shown:
        return _tidy(shown)
    if Field.NAME in section.columns:
        if Field.LAST_NAME in section.columns and Field.FIRST_NAME not in section.columns:
            return _join_names(name, last)
        if Field.FIRST_NAME in section.columns and Field.LAST_NAME not in section.columns:
            return _join_names(first, name)
        if name:
            return _tidy(name)
    return _join_names(first, last)


def _join_names(first: str, last: str) -> str:
    east_asian = first + last and all(unicodedata.east_asian_width(c) == "W" for c in first + last)
    return f"{last}{first}" if east_asian else _tidy(f"{first} {last}")


def _tidy(name: str) -> str:
    """One line: whatever line breaks and tabs somebody put into a name become spaces."""
    return " ".join(name.split())


def read_email(section: Section, line: Line) -> str | None:
    """The address as written; where there is none, a sign-in name that is an address (not a guest's "#EXT#")."""
    email = section.cell(line, Field.EMAIL)
    if email.casefold() not in _NO_EMAIL:
        return email
    upn = section.cell(line, Field.UPN)
    return upn if "@" in upn and "#" not in upn else None


def read_person(section: Section, line: Line) -> tuple[str, str | None] | None:
    """(name, e-mail) of a line; None for a line that names no person: the anonymous ones, sums, an empty one."""
    name, email = read_name(section, line), read_email(section, line)
    if email is not None:
        return name, email
    if not name:
        return None
    anonymous = find_value(name, Value.ANONYMOUS) is not None and sum(bool(cell.strip()) for cell in line.cells) <= 2
    return None if anonymous else (name, None)


def place_interval(
    placing: Placing, section: Section, line: Line, *, total: int | None = None
) -> tuple[Span, frozenset[ProblemCode], Span] | None:
    """(possible, flags, sure) of a line's join and leave; None and a noted problem when they cannot be read.

    In the hour that a clock change repeats a time means two moments: readings in which somebody leaves before joining
    are no readings, the stated duration (``total``) may decide, and what is left open widens the possible span.
    """
    joins = placing.read(_cells(section, line, Field.JOIN, Field.FIRST_JOIN))
    leave_text = _cells(section, line, Field.LEAVE, Field.LAST_LEAVE)
    leaves = placing.read(leave_text)
    if joins and (stamp := read_stamp(leave_text)) and stamp.numbers is None:
        leaves = tuple(joins[0] + (leave - joins[0]) % _DAY for leave in leaves)
    spans = [Span(join, leave) for join in joins for leave in leaves if timedelta() <= leave - join <= _LONGEST_ROW]
    if len(spans) > 1 and total is not None:
        nearest = min(abs(span.seconds - total) for span in spans)
        spans = [span for span in spans if abs(span.seconds - total) <= nearest + 60]
    if not spans:
        placing.note(ProblemCode.UNREADABLE_ROW, line.number)
        return None
    possible = Span(min(span.start for span in spans), max(span.end for span in spans))
    sure = Span(max(span.start for span in spans), min(span.end for span in spans))
    flags = frozenset({ProblemCode.AMBIGUOUS_TIME}) if len(spans) > 1 else frozenset[ProblemCode]()
    for flag in flags:
        placing.note(flag, line.number)
    return possible, flags, sure


def _cells(section: Section, line: Line, *fields: Field) -> str:
    return next((text for field in fields if (text := section.cell(line, field))), "")


def read_intervals(sections: Iterable[Section], placing: Placing) -> list[ReportRow]:
    """One row a line with join and leave, for every platform that writes intervals."""
    rows = []
    for section in sections:
        for line in section.lines:
            person = read_person(section, line)
            placed = place_interval(placing, section, line) if person else None
            if person is None or placed is None:
                continue
            possible, flags, sure = placed
            rows.append(
                ReportRow(
                    line=line.number,
                    name=person[0],
                    email=person[1],
                    join=possible.start,
                    leave=possible.end,
                    sure=sure,
                    possible=possible,
                    flags=flags,
                )
            )
    return rows


def select_lines(section: Section, keep: Sequence[Line]) -> Section:
    return Section(columns=section.columns, unknown=section.unknown, lines=tuple(keep))


def emails_by_name(sections: Iterable[Section]) -> Mapping[str, str]:
    """Name → its one e-mail, of sections that state both; names with several addresses are left out."""
    found: dict[str, set[str]] = {}
    for section in sections:
        for line in section.lines:
            found.setdefault(read_name(section, line), set()).add(read_email(section, line) or "")
    return {name: email for name, emails in found.items() if len(emails) == 1 and (email := next(iter(emails)))}
