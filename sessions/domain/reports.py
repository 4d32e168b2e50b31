"""What a meeting platform's report says, once read: rows that prove something, and problems.

A report comes from a reader (``sessions.imports.reports``); matching and summing it is pure and lives in the domain.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sessions.domain.spans import Span


class Platform(StrEnum):
    ZOOM_MEETING = "zoom-meeting"
    ZOOM_WEBINAR = "zoom-webinar"
    ZOOM_UNIQUE_USERS = "zoom-unique-users"
    ZOOM_REGISTRATION = "zoom-registration"
    TEAMS_LIST = "teams-list"
    TEAMS_REPORT_2021 = "teams-report-2021"
    TEAMS_REPORT = "teams-report"
    WEBEX = "webex"
    GOOGLE_MEET = "google-meet"
    BIG_BLUE_BUTTON = "bbb"
    OTHER = "other"  # names with times, under headings that an organiser mapped


class Outcome(StrEnum):
    IMPORT = "import"
    CONFIRM = "confirm"  # nothing is recorded before the organiser says yes
    REFUSE = "refuse"  # nothing is recorded; a sentence says why


class ProblemCode(StrEnum):
    """What the organiser must hear about a file; the faces have words for each."""

    NO_TIMES = "no_times"
    OPEN_INTERVAL = "open_interval"
    AGGREGATE_ONLY = "aggregate_only"
    AMBIGUOUS_TIME = "ambiguous_time"  # the hour that a clock change repeats
    UNREADABLE_ROW = "unreadable_row"
    UNKNOWN_VALUE = "unknown_value"
    ALL_AT_ZERO = "nobody_in_session"
    WRONG_ZONE = "wrong_zone"
    WRONG_DAY = "wrong_day"
    AMBIGUOUS_DATES = "ambiguous_dates"  # day/month or month/day: neither the file nor the session's date settles it
    NOT_ATTENDANCE = "not_attendance"
    UNKNOWN_HEADING = "unknown_heading"
    UNKNOWN_REPORT = "unknown_report"
    UNKNOWN_ZONE = "unknown_zone"
    NO_ROWS = "no_rows"
    EMPTY_FILE = "empty_file"
    TOO_LARGE = "too_large"
    NOT_A_TABLE = "not_a_table"
    UNREADABLE_FILE = "unreadable_file"


REFUSING = frozenset(
    {
        ProblemCode.WRONG_DAY,
        ProblemCode.NOT_ATTENDANCE,
        ProblemCode.UNKNOWN_HEADING,
        ProblemCode.UNKNOWN_REPORT,
        ProblemCode.UNKNOWN_ZONE,
        ProblemCode.NO_ROWS,
        ProblemCode.EMPTY_FILE,
        ProblemCode.TOO_LARGE,
        ProblemCode.NOT_A_TABLE,
        ProblemCode.UNREADABLE_FILE,
    }
)
CONFIRMING = frozenset(
    {ProblemCode.NO_TIMES, ProblemCode.WRONG_ZONE, ProblemCode.AMBIGUOUS_DATES, ProblemCode.ALL_AT_ZERO}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportProblem:
    """``facts`` hold what the sentence needs: numbers, and texts copied from the file."""

    code: ProblemCode
    facts: dict[str, str | int | tuple[str, ...]] = field(default_factory=dict)

    @property
    def refuses(self) -> bool:
        """A wrong zone that leaves nobody in the session refuses; one that leaves some asks."""
        if self.code is ProblemCode.WRONG_ZONE:
            return self.facts.get("covered_seconds") == 0
        return self.code in REFUSING

    @property
    def asks(self) -> bool:
        return self.code in CONFIRMING and not self.refuses


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """What one row (for Teams' list: one joining and leaving) proves of whoever it names.

    ``join``/``leave``: as the file states them; ``leave`` is None while the person was still there. ``sure``: the
    span in which the person was there without doubt; ``possible``: the span outside which nothing is claimed. The two
    are equal where the file gives an interval. ``total``: seconds in the meeting, where the file states one line a
    person and breaks are of unknown place; ``resolution``: seconds by which such times and totals are rounded.
    """

    line: int
    name: str
    email: str | None = None
    join: datetime | None = None
    leave: datetime | None = None
    sure: Span | None = None
    possible: Span | None = None
    total: int | None = None
    resolution: int = 0
    flags: frozenset[ProblemCode] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """``not_attended``: lines that say that somebody was not there (registrations); ``waiting``: of a waiting room."""

    name: str
    platform: Platform | None = None
    rows: tuple[ReportRow, ...] = ()
    problems: tuple[ReportProblem, ...] = ()
    not_attended: int = 0
    waiting: int = 0
