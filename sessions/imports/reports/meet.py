"""Google Meet's attendance report: first name, last name, e-mail, "2 hr 6 min", and times to the minute without a date.

The date is the session's. One line a person; join, leave and total are each rounded down to a minute.
"""

from collections.abc import Sequence

from sessions.domain.reports import ReportRow
from sessions.imports.reports.aggregates import read_aggregates
from sessions.imports.reports.rows import Placing
from sessions.imports.reports.sections import Section

RESOLUTION = 60


def read_attendees(sections: Sequence[Section], placing: Placing) -> list[ReportRow]:
    return read_aggregates(sections, placing, resolution=RESOLUTION)
