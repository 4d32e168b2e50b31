"""BigBlueButton's learning dashboard, "download session data": one line a person, times as the browser of whoever
downloaded it writes them, no e-mail; the last line, "Anonymous", is no person.
"""

from collections.abc import Sequence

from sessions.domain.reports import ReportRow
from sessions.imports.reports.aggregates import read_aggregates
from sessions.imports.reports.rows import Placing
from sessions.imports.reports.sections import Section


def read_learners(sections: Sequence[Section], placing: Placing) -> list[ReportRow]:
    return read_aggregates(sections, placing)
