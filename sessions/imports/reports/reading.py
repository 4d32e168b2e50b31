"""Reading a report: bytes → rows and problems, whatever platform, language, encoding and delimiter wrote it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sessions.domain.moments import nearest_zones, to_local, zone_named
from sessions.domain.reports import Platform, ProblemCode, Report, ReportProblem, ReportRow
from sessions.domain.spans import Span
from sessions.imports.reports import bbb, meet, teams, webex, zoom
from sessions.imports.reports.headings import MAPPABLE, Field, fold_word
from sessions.imports.reports.rows import Placing, read_intervals
from sessions.imports.reports.sections import Section, find_likely_heading, find_sections
from sessions.imports.reports.stamps import Order, Stamp, Unsettled, read_stamp, settle_order
from sessions.imports.tables import MAXIMUM_BYTES, Table, TableFault, TableProblem, read_table

_FAULTS = {
    TableFault.EMPTY: ProblemCode.EMPTY_FILE,
    TableFault.TOO_LARGE: ProblemCode.TOO_LARGE,
    TableFault.TOO_MANY_ROWS: ProblemCode.TOO_LARGE,
    TableFault.TOO_MANY_COLUMNS: ProblemCode.TOO_LARGE,
    TableFault.NOT_A_TABLE: ProblemCode.NOT_A_TABLE,
}
_TIMES = (Field.JOIN, Field.LEAVE, Field.TIMESTAMP, Field.FIRST_JOIN, Field.LAST_LEAVE)
_DAY = timedelta(days=1)
_SHEETS = 8
"""So many further sheets of a workbook are looked into."""


def read_report(
    data: bytes,
    *,
    name: str,
    session: Span,
    zone: str,
    headings: Mapping[str, Field] | None = None,
    date_order: Order | None = None,
) -> Report:
    """Reads one file; ``name`` is for telling people.

    ``zone``: IANA name of the zone in which the platform wrote the times, as the organiser states it. ``headings``:
    headings that an organiser mapped to fields (of ``MAPPABLE``), kept from earlier files. ``date_order``: the
    organiser's answer where neither the file nor the session's date settles day and month.
    """
    proper_zone = zone_named(zone)
    if proper_zone is None:
        return _refused(name, ProblemCode.UNKNOWN_ZONE, zone=zone, nearest=nearest_zones(zone))
    table = read_table(data, name=name)
    if isinstance(table, TableProblem):
        return _refuse_table(name, table)
    mapped = {fold_word(heading): field for heading, field in (headings or {}).items()}
    rows, sections = _find_report(data, table, mapped)
    platform = detect_platform(sections)
    if platform is None:
        return _refuse_headings(name, rows, sections, mapped)
    if platform is Platform.ZOOM_REGISTRATION:
        return Report(name=name, platform=platform, problems=(ReportProblem(code=ProblemCode.NOT_ATTENDANCE),))
    order = date_order or _settle(rows, sections, session, proper_zone)
    if isinstance(order, Unsettled):
        return Report(name=name, platform=platform, problems=(_ask_order(order, sections),))
    placing = Placing(session=session, zone=proper_zone, order=order)
    found = _read_rows(platform, sections, placing)
    problems = placing.problems()
    if not found:
        left_out = placing.not_attended + placing.waiting
        problems.append(ReportProblem(code=ProblemCode.NO_ROWS, facts={"left_out": left_out}))
    return Report(
        name=name,
        platform=platform,
        rows=tuple(found),
        problems=tuple(problems),
        not_attended=placing.not_attended,
        waiting=placing.waiting,
    )


def _find_report(
    data: bytes, table: Table, mapped: Mapping[str, Field]
) -> tuple[Sequence[Sequence[str]], Sequence[Section]]:
    """The rows and sections of the first sheet that is a report; of the first sheet at all when none is one."""
    first = find_sections(table.rows, mapped)
    if first:
        return table.rows, first
    for title in table.other_sheets[:_SHEETS]:
        other = read_table(data, name=title, sheet=title)
        if isinstance(other, Table) and (sections := find_sections(other.rows, mapped)):
            return other.rows, sections
    return table.rows, first


def detect_platform(sections: Sequence[Section]) -> Platform | None:
    """By which columns there are. None: no section can prove presence."""
    fields = frozenset(field for section in sections for field in section.fields)
    timed = Field.JOIN in fields and Field.LEAVE in fields
    summed = Field.FIRST_JOIN in fields and Field.LAST_LEAVE in fields
    if {Field.ACTION, Field.TIMESTAMP} <= fields:
        return Platform.TEAMS_LIST
    if summed:
        return Platform.TEAMS_REPORT
    if not timed:
        return _detect_without_times(fields)
    if Field.ATTENDED in fields:
        return Platform.ZOOM_WEBINAR
    if Field.MODERATOR in fields or Field.ACTIVITY in fields:
        return Platform.BIG_BLUE_BUTTON
    if Field.MEETING_START in fields or Field.CONNECTION in fields or Field.DISPLAY_NAME in fields:
        return Platform.WEBEX
    if Field.UPN in fields:
        return Platform.TEAMS_REPORT_2021
    if _is_meet(sections):
        return Platform.GOOGLE_MEET
    return Platform.ZOOM_MEETING if Field.NAME in fields else Platform.OTHER


def _detect_without_times(fields: frozenset[Field]) -> Platform | None:
    if Field.REGISTRATION_TIME in fields or Field.APPROVAL in fields:
        return Platform.ZOOM_REGISTRATION
    return Platform.ZOOM_UNIQUE_USERS if Field.DURATION in fields else None


def _is_meet(sections: Sequence[Section]) -> bool:
    """Times without a date: only Google Meet writes them."""
    for section in sections:
        stamps = [read_stamp(section.cell(line, Field.JOIN)) for line in section.lines[:20]]
        told = [stamp for stamp in stamps if stamp is not None]
        if told and Field.DURATION in section.columns:
            return all(stamp.numbers is None for stamp in told)
    return False


def _read_rows(platform: Platform, sections: Sequence[Section], placing: Placing) -> list[ReportRow]:
    match platform:
        case Platform.ZOOM_MEETING:
            return zoom.read_meeting(sections, placing)
        case Platform.ZOOM_WEBINAR:
            return zoom.read_webinar(sections, placing)
        case Platform.ZOOM_UNIQUE_USERS:
            return zoom.read_unique_users(sections, placing)
        case Platform.TEAMS_LIST:
            return teams.read_list(sections, placing)
        case Platform.TEAMS_REPORT | Platform.TEAMS_REPORT_2021:
            return teams.read_report(sections, placing)
        case Platform.WEBEX:
            return webex.read_attendees(sections, placing)
        case Platform.GOOGLE_MEET:
            return meet.read_attendees(sections, placing)
        case Platform.BIG_BLUE_BUTTON:
            return bbb.read_learners(sections, placing)
        case Platform.OTHER:
            return read_intervals(sections, placing)
        case Platform.ZOOM_REGISTRATION:
            return []


def _settle(rows: Sequence[Sequence[str]], sections: Sequence[Section], session: Span, zone: str) -> Order | Unsettled:
    """The order of dates, by every date in the file and by the session's local days, a day to either side included."""
    evidence = {stamp for row in rows for cell in row if ":" in cell or "." in cell if (stamp := read_stamp(cell))}
    first, last = to_local(session.start, zone).date() - _DAY, to_local(session.end, zone).date() + _DAY
    around = [first + days * _DAY for days in range((last - first).days + 1)]
    return settle_order(_stamps(sections), evidence, around)


def _stamps(sections: Sequence[Section]) -> list[Stamp]:
    cells = (section.cell(line, field) for section in sections for line in section.lines for field in _TIMES)
    return [stamp for cell in cells if cell and (stamp := read_stamp(cell))]


def _ask_order(unsettled: Unsettled, sections: Sequence[Section]) -> ReportProblem:
    cells = (section.cell(line, field) for section in sections for line in section.lines for field in _TIMES)
    example = next((cell for cell in cells if (stamp := read_stamp(cell)) and not stamp.settled), "")
    if unsettled is Unsettled.NONE_FITS:
        return ReportProblem(code=ProblemCode.WRONG_DAY, facts={"example": example})
    return ReportProblem(code=ProblemCode.AMBIGUOUS_DATES, facts={"example": example, "why": unsettled.value})


def refuse_size(name: str, size: int) -> Report:
    """For whoever knows a file's size before reading it, such as an upload of 200 MB."""
    return _refuse_table(name, TableProblem(name=name, fault=TableFault.TOO_LARGE, found=size, allowed=MAXIMUM_BYTES))


def _refuse_table(name: str, problem: TableProblem) -> Report:
    sizes = {"line": problem.line, "found": problem.found, "allowed": problem.allowed}
    facts: dict[str, str | int | tuple[str, ...]] = {key: size for key, size in sizes.items() if size is not None}
    facts["fault"] = problem.fault.value
    code = _FAULTS.get(problem.fault, ProblemCode.UNREADABLE_FILE)
    return Report(name=name, problems=(ReportProblem(code=code, facts=facts),))


def _refuse_headings(
    name: str, rows: Sequence[Sequence[str]], sections: Sequence[Section], mapped: Mapping[str, Field]
) -> Report:
    """Headings that nobody knows are named, with the fields that are missing, so that the organiser can map them."""
    heading = find_likely_heading(rows, mapped)
    unknown = tuple(dict.fromkeys(word for section in sections for word in section.unknown)) or (
        heading.unknown if heading else ()
    )
    if not unknown:
        return _refused(name, ProblemCode.UNKNOWN_REPORT)
    known = frozenset(field for section in sections for field in section.fields) or (
        heading.known if heading else frozenset()
    )
    needed = {Field.NAME, Field.JOIN, Field.LEAVE} - known
    missing = tuple(field.value for field in MAPPABLE if field in needed)
    return _refused(name, ProblemCode.UNKNOWN_HEADING, headings=unknown, missing=missing)


def _refused(name: str, code: ProblemCode, **facts: str | int | tuple[str, ...]) -> Report:
    return Report(name=name, problems=(ReportProblem(code=code, facts=facts),))
