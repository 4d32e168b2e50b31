"""The programme: a marathon's sessions in order, with its time zone and rules.

``Programme`` is what a programme file says. ``Session`` is a session once it lives in the database, with the lasting
id and the two revisions that feeds and reminders follow.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from sessions.domain.attendance import AttendanceRule
from sessions.domain.completion import CompletionRule
from sessions.domain.reminders import LatePolicy, ReminderRule
from sessions.domain.selection import SelectionPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Where a session meets: words for people and, where there is one, the link that only people with a place see."""

    name: str
    join_url: str | None = None


class SessionStatus(StrEnum):
    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """A session as a programme file states it: wall time and zone, not yet a moment."""

    number: int
    title: str
    wall: datetime
    zone: str
    duration: timedelta
    topic: str | None = None
    speakers: tuple[str, ...] = ()
    venue: Venue = Venue(name="")
    cohort: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One meeting. ``revision`` rises with every move, cancel, restore and edit (the feed's SEQUENCE),
    ``time_revision`` only with a new time. ``changed`` is the moment of the last real change (the feed's DTSTAMP)."""

    id: int
    marathon_id: int
    number: int
    title: str
    wall: datetime
    zone: str
    start: datetime
    duration: timedelta
    topic: str | None = None
    speakers: tuple[str, ...] = ()
    venue: Venue = Venue(name="")
    status: SessionStatus = SessionStatus.PLANNED
    revision: int = 0
    time_revision: int = 0
    created: datetime
    changed: datetime
    time_set: datetime | None = None
    """When the present time was set; None: at creation. What fell due before it was never owed for this time."""
    cohort: str | None = None

    @property
    def end(self) -> datetime:
        return self.start + self.duration

    @property
    def more(self) -> str | None:
        """The topic, unless it only says the title again."""
        if self.topic is None or self.topic.casefold() == self.title.casefold():
            return None
        return self.topic

    @property
    def timed(self) -> datetime:
        """The moment from which this session has its present time."""
        return self.time_set or self.created


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """A group of participants with its own copy of the programme's times and its own capacity."""

    key: str
    title: str
    capacity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationPlan:
    """When applications are open (wall times in the programme's zone are already resolved to moments)."""

    opens: datetime | None = None
    closes: datetime | None = None
    privacy_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePlan:
    issuer: str
    signatories: tuple[tuple[str, str], ...] = ()
    """(name, office)."""
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    key: str
    """Lower-case letters, digits and hyphens; the marathon's key, part of its feed's URL."""
    title: str
    theme: str | None
    organiser: str
    zone: str
    language: str
    sessions: tuple[SessionPlan, ...]
    selection: SelectionPolicy
    attendance: AttendanceRule
    completion: tuple[CompletionRule, ...]
    reminders: tuple[ReminderRule, ...]
    applications: ApplicationPlan = ApplicationPlan()
    certificates: CertificatePlan | None = None
    cohorts: tuple[Cohort, ...] = ()
    description: str | None = None
    website: str | None = None
    retention_days: dict[str, int] = field(default_factory=dict)
    """Personal field or table -> days kept after the last session ([privacy])."""
    late: LatePolicy = field(default_factory=LatePolicy)

    @property
    def first_day(self) -> date:
        """The wall-clock day of the earliest session."""
        return min(session.wall for session in self.sessions).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marathon:
    """One edition of the course as it lives in the database, bound to one guild."""

    id: int
    key: str
    programme: Programme
    created: datetime
    guild_id: int | None = None
    announced: datetime | None = None
    """From this moment on the marathon speaks; None: it is still being prepared."""
    rule_version: int = 1
    rule_frozen: datetime | None = None
