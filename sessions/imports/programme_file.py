"""Programme files: TOML bytes in, a programme or every problem out. The format is told in the files that ship."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.domain.attendance import AttendanceRule
from sessions.domain.completion import CompletionRule
from sessions.domain.programme import (
    ApplicationPlan,
    CertificatePlan,
    Cohort,
    Programme,
    SessionPlan,
    Venue,
)
from sessions.domain.reminders import Anchor, LatePolicy, Means, ReminderRule
from sessions.domain.selection import SelectionPolicy
from sessions.imports.problems import Problem
from sessions.imports.programme_checks import (
    check_applications,
    check_cohorts,
    check_completion,
    check_keys,
    check_reminders,
    check_selection,
)
from sessions.imports.programme_sessions import Meeting, check_meetings, check_numbers, count_sessions, read_meetings
from sessions.imports.programme_sheet import Checked, Sheet, open_sheet
from sessions.imports.programme_tables import (
    ApplicationsTable,
    AttendanceTable,
    CertificatesTable,
    CohortTable,
    CompletionTable,
    EverySessionTable,
    LateTable,
    MarathonTable,
    PrivacyTable,
    ReminderTable,
    SelectionTable,
    SessionTable,
)

MOST_SESSIONS = 100
"""Each session is an event, and Discord keeps 100 scheduled events a server."""


def read_programme(data: bytes) -> Programme | tuple[Problem, ...]:
    """The programme that a file states, or all that is wrong with it, in the order of the file."""
    sheet = open_sheet(data)
    if not isinstance(sheet, Sheet):
        return sheet
    tables = _read_tables(sheet)
    times = _check(sheet, tables)
    return sheet.problems or _compose(tables, times)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tables:
    marathon: Checked[MarathonTable]
    applications: Checked[ApplicationsTable]
    selection: Checked[SelectionTable]
    every: Checked[EverySessionTable]
    attendance: Checked[AttendanceTable]
    late: Checked[LateTable]
    certificates: Checked[CertificatesTable] | None
    privacy: Checked[PrivacyTable]
    cohorts: tuple[Checked[CohortTable], ...]
    sessions: tuple[Checked[SessionTable], ...]
    completion: tuple[Checked[CompletionTable], ...]
    reminders: tuple[Checked[ReminderTable], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Times:
    """What the file states as wall times, as moments."""

    meetings: tuple[Meeting, ...]
    opens: datetime | None
    closes: datetime | None
    deadlines: Mapping[int, datetime]


def _read_tables(sheet: Sheet) -> _Tables:
    return _Tables(
        marathon=sheet.single("marathon", MarathonTable),
        applications=sheet.single("applications", ApplicationsTable),
        selection=sheet.single("selection", SelectionTable),
        every=sheet.single("every_session", EverySessionTable),
        attendance=sheet.single("attendance", AttendanceTable),
        late=sheet.single("late", LateTable),
        certificates=sheet.single("certificates", CertificatesTable) if sheet.has("certificates") else None,
        privacy=sheet.single("privacy", PrivacyTable),
        cohorts=sheet.repeated("cohort", CohortTable),
        sessions=sheet.repeated("session", SessionTable),
        completion=sheet.repeated("completion", CompletionTable),
        reminders=sheet.repeated("reminder", ReminderTable),
    )


def _check(sheet: Sheet, tables: _Tables) -> _Times:
    zone = tables.marathon.table.zone if tables.marathon.is_good("zone") else None
    cohorts = [checked.table.key for checked in tables.cohorts]
    if not tables.sessions and not sheet.has("session"):
        sheet.say(("session",), "at least one session, beginning with the line [[session]]")
    if len(tables.sessions) > MOST_SESSIONS:
        sheet.say(("session",), f"at most {MOST_SESSIONS} sessions (these are {len(tables.sessions)})")
        return _Times(meetings=(), opens=None, closes=None, deadlines={})
    meetings = read_meetings(sheet, zone, tables.every, tables.sessions, cohorts)
    check_numbers(sheet, tables.sessions, cohorts)
    check_meetings(sheet, meetings)
    check_keys(sheet, tables.cohorts)
    check_keys(sheet, tables.completion)
    check_keys(sheet, tables.reminders)
    check_cohorts(sheet, tables.cohorts, meetings, tables.selection)
    check_selection(sheet, tables.selection)
    opens, closes = check_applications(sheet, tables.applications, zone, meetings) if zone else (None, None)
    deadlines = check_completion(sheet, tables.completion, zone, meetings, count_sessions(tables.sessions, cohorts))
    check_reminders(
        sheet,
        tables.reminders,
        cohorts,
        closes=tables.applications.table.closes is not None or not tables.applications.is_good("closes"),
        survey=any(checked.table.survey_required for checked in tables.completion),
        certificates=tables.certificates is not None,
    )
    return _Times(meetings=meetings, opens=opens, closes=closes, deadlines=deadlines)


def _compose(tables: _Tables, times: _Times) -> Programme:
    marathon = tables.marathon.table
    certificates = tables.certificates.table if tables.certificates else None
    return Programme(
        key=marathon.key,
        title=marathon.title,
        theme=marathon.theme,
        organiser=marathon.organiser,
        zone=marathon.zone,
        language=marathon.language,
        description=marathon.description,
        website=marathon.website,
        sessions=tuple(_session(meeting, tables.every.table) for meeting in _in_order(times.meetings)),
        selection=_selection(tables.selection.table),
        attendance=_attendance(tables.attendance.table),
        completion=tuple(
            _completion(checked.table, times.deadlines.get(index)) for index, checked in enumerate(tables.completion)
        ),
        reminders=tuple(_reminder(checked.table) for checked in tables.reminders),
        applications=ApplicationPlan(
            opens=times.opens, closes=times.closes, privacy_url=tables.applications.table.privacy
        ),
        certificates=CertificatePlan(
            issuer=certificates.issuer,
            signatories=tuple((person.name, person.office) for person in certificates.signatories),
            language=certificates.language,
        )
        if certificates
        else None,
        cohorts=tuple(
            Cohort(key=checked.table.key, title=checked.table.title, capacity=checked.table.capacity)
            for checked in tables.cohorts
        ),
        retention_days=_retention(tables.privacy.table),
        late=LatePolicy(
            label_after=tables.late.table.label_after,
            at_most=tables.late.table.at_most,
            tell_organisers=tables.late.table.tell_organisers,
        ),
    )


def _in_order(meetings: Sequence[Meeting]) -> list[Meeting]:
    return sorted(meetings, key=lambda meeting: (meeting.start, meeting.number, meeting.cohort or ""))


def _session(meeting: Meeting, every: EverySessionTable) -> SessionPlan:
    table = meeting.table
    return SessionPlan(
        number=meeting.number,
        title=table.title,
        wall=meeting.wall,
        zone=meeting.zone,
        duration=meeting.duration,
        topic=table.topic,
        speakers=tuple(every.speakers if table.speakers is None else table.speakers),
        venue=Venue(name=table.venue or every.venue or "", join_url=table.join_link or every.join_link),
        cohort=meeting.cohort,
    )


def _selection(table: SelectionTable) -> SelectionPolicy:
    return SelectionPolicy(
        capacity=table.capacity,
        reserve=table.reserve,
        priority_income=table.priority_income,
        priority_kinds=table.priority_kinds,
        priority_functions=table.priority_functions,
        minimum_low_income_share=table.minimum_low_income_share,
        cap_per_country=table.cap_per_country,
        cap_per_organisation=table.cap_per_organisation,
        gender_balance=table.gender_balance,
        order=table.order,
        lot_seed=table.lot_seed,
        income_overrides={code: (own.group, own.reason) for code, own in table.income_overrides.items()},
        offer_days=table.offer_days,
        promote_automatically=table.promote_automatically,
    )


def _attendance(table: AttendanceTable) -> AttendanceRule:
    return AttendanceRule(
        minimum_share=table.minimum_share,
        alone=table.alone,
        together=tuple(table.together),
        check_in_opens_before=table.check_in_opens_before,
        check_in_closes_after=table.check_in_closes_after,
        late_after=table.late_after,
        late_counts=table.late_counts,
        code_of_the_moment=table.code_of_the_moment,
        recording_until=table.recording_until,
        appeal_window=table.appeal_window,
    )


def _completion(table: CompletionTable, deadline: datetime | None) -> CompletionRule:
    return CompletionRule(
        key=table.key,
        title=table.title,
        sessions_needed=table.sessions_needed,
        share_needed=table.share_needed,
        required_sessions=frozenset(table.required_sessions),
        minutes_needed=table.minutes_needed,
        pass_mark=table.pass_mark,
        attempts=table.attempts,
        survey_required=table.survey_required,
        deadline=deadline,
        cancelled=table.cancelled_sessions,
        added=table.added_sessions,
        excused_counts=table.excused_counts,
    )


def _reminder(table: ReminderTable) -> ReminderRule:
    # Laid against the moment itself when the file names neither a lead time nor a time of day.
    at_once = table.before is None and table.at is None and table.anchor is not Anchor.SESSION_START
    return ReminderRule(
        key=table.key,
        anchor=table.anchor,
        before=timedelta(0) if at_once else table.before,
        at=table.at,
        days_before=table.days_before,
        own_zone=table.own_zone,
        audience=table.audience,
        cohort=table.cohort,
        means=Means(table.means.value),
        wording=table.text,
    )


def _retention(table: PrivacyTable) -> dict[str, int]:
    kept = {name: getattr(table, name) for name in PrivacyTable.model_fields}
    return {name: span // timedelta(days=1) for name, span in kept.items() if isinstance(span, timedelta)}
