"""Webex's attendee reports, of meetings and of webinars: UTF-16 with tabs; each line repeats the meeting and states an
interval, "57 mins" beside it. Meeting reports have "Display Name" and "Attendee Email", webinar reports first and last
names and "Email"; the columns of the meeting's own times must not be taken for those of a person.
"""

from collections.abc import Sequence

from sessions.domain.reports import ReportRow
from sessions.imports.reports.rows import Placing, read_intervals
from sessions.imports.reports.sections import Section


def read_attendees(sections: Sequence[Section], placing: Placing) -> list[ReportRow]:
    return read_intervals(sections, placing)
