"""The tables of a programme file: which keys each has, what they may hold, and what stands where a key is left out.

Required keys carry an empty default, so that a table with one bad key can still be checked for everything else;
``REQUIRED`` names them. A table with any problem never becomes part of a programme.
"""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sessions.domain.attendance import AttendanceRule, EvidenceKind
from sessions.domain.completion import AddedSessions, CancelledSessions
from sessions.domain.reminders import Anchor, AudienceKind, LatePolicy
from sessions.domain.selection import Function, IncomeGroup, Kind, Order
from sessions.imports.programme_fields import (
    Country,
    Days,
    DayTime,
    Duration,
    End,
    Key,
    Language,
    Line,
    Link,
    Mark,
    Paragraphs,
    Share,
    ShortLine,
    Wall,
    Zone,
    groups_of,
    one_of,
    words_of,
)

_RULE = AttendanceRule()
_LATE = LatePolicy()

Places = Annotated[int, Field(ge=1, le=1_000_000)]
Positive = Annotated[int, Field(ge=1, le=999)]
Natural = Annotated[int, Field(ge=0, le=999)]
Minutes = Annotated[int, Field(ge=1, le=100_000)]
# Kinds of evidence that can make somebody present; a withdrawal only takes evidence away.
Kinds = Annotated[frozenset[EvidenceKind], BeforeValidator(words_of(EvidenceKind, EvidenceKind.WITHDRAWAL))]
Incomes = Annotated[tuple[frozenset[IncomeGroup], ...], BeforeValidator(groups_of(IncomeGroup))]
KindGroups = Annotated[tuple[frozenset[Kind], ...], BeforeValidator(groups_of(Kind))]
Functions = Annotated[tuple[frozenset[Function], ...], BeforeValidator(groups_of(Function))]


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    REQUIRED: ClassVar[tuple[str, ...]] = ()


class PlannedMeans(StrEnum):
    """The means that a plan may ask for; the others are the bot's own."""

    CHANNEL = "channel"
    DM = "dm"
    EMAIL = "email"


class MarathonTable(Table):
    REQUIRED = ("key", "title", "organiser", "zone")

    key: Key = ""
    title: ShortLine = ""
    theme: Line | None = None
    organiser: Line = ""
    zone: Zone = "UTC"
    language: Language = "en"
    description: Paragraphs | None = None
    website: Link | None = None


class ApplicationsTable(Table):
    opens: Wall | None = None
    closes: Wall | None = None
    privacy: Link | None = None


class Override(Table):
    group: Annotated[IncomeGroup, BeforeValidator(one_of(IncomeGroup))]
    reason: Line


class SelectionTable(Table):
    REQUIRED = ("capacity",)

    capacity: Places = 1
    reserve: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    priority_income: Incomes = ()
    priority_kinds: KindGroups = ()
    priority_functions: Functions = ()
    minimum_low_income_share: Share | None = None
    cap_per_country: Places | None = None
    cap_per_organisation: Places | None = None
    gender_balance: Share | None = None
    order: Annotated[Order, BeforeValidator(one_of(Order))] = Order.FIRST_COME
    lot_seed: Line | None = None
    income_overrides: dict[Country, Override] = {}
    offer_days: Positive = 5
    promote_automatically: bool = True


class EverySessionTable(Table):
    duration: Duration | None = None
    zone: Zone | None = None
    venue: ShortLine | None = None
    join_link: Link | None = None
    speakers: list[Line] = []


class SessionTable(Table):
    REQUIRED = ("title",)

    number: Positive | None = None
    title: Line = ""
    topic: Line | None = None
    start: Wall | None = None
    starts: dict[str, Wall] | None = None
    end: End | None = None
    duration: Duration | None = None
    zone: Zone | None = None
    speakers: list[Line] | None = None
    venue: ShortLine | None = None
    join_link: Link | None = None
    cohort: str | None = None


class CohortTable(Table):
    REQUIRED = ("key", "title", "capacity")

    key: Key = ""
    title: ShortLine = ""
    capacity: Places = 1


class AttendanceTable(Table):
    minimum_share: Share = _RULE.minimum_share
    alone: Kinds = _RULE.alone
    together: list[Kinds] = []
    check_in_opens_before: Duration = _RULE.check_in_opens_before
    check_in_closes_after: Duration = _RULE.check_in_closes_after
    late_after: Duration | None = None
    late_counts: bool = True
    code_of_the_moment: bool = False
    recording_until: Duration | None = None
    appeal_window: Duration = _RULE.appeal_window


class CompletionTable(Table):
    REQUIRED = ("key", "title")

    key: Key = ""
    title: ShortLine = ""
    sessions_needed: Positive | None = None
    share_needed: Share | None = None
    required_sessions: list[Positive] = []
    minutes_needed: Minutes | None = None
    pass_mark: Mark | None = None
    attempts: Positive | None = None
    survey_required: bool = False
    deadline: Wall | None = None
    cancelled_sessions: Annotated[CancelledSessions, BeforeValidator(one_of(CancelledSessions))] = (
        CancelledSessions.NEED_UNCHANGED
    )
    added_sessions: Annotated[AddedSessions, BeforeValidator(one_of(AddedSessions))] = AddedSessions.NEED_UNCHANGED
    excused_counts: bool = False


class ReminderTable(Table):
    REQUIRED = ("key",)

    key: Key = ""
    anchor: Annotated[Anchor, BeforeValidator(one_of(Anchor))] = Anchor.SESSION_START
    before: Duration | None = None
    at: DayTime | None = None
    days_before: Natural = 0
    own_zone: bool = False
    audience: Annotated[AudienceKind, BeforeValidator(one_of(AudienceKind, AudienceKind.PERSON))] = (
        AudienceKind.EVERYONE
    )
    cohort: str | None = None
    means: Annotated[PlannedMeans, BeforeValidator(one_of(PlannedMeans))] = PlannedMeans.CHANNEL
    text: Paragraphs | None = None


class LateTable(Table):
    label_after: Duration = _LATE.label_after
    at_most: Duration | None = None
    tell_organisers: bool = True


class Signatory(Table):
    name: ShortLine
    office: Line


class CertificatesTable(Table):
    REQUIRED = ("issuer",)

    issuer: Line = ""
    language: Language = "en"
    signatories: list[Signatory] = []


class PrivacyTable(Table):
    """How long after the last session each kind of personal record is kept; what is not named is kept until erased."""

    name: Days | None = None
    email: Days | None = None
    organisation: Days | None = None
    gender: Days | None = None
    applications: Days | None = None
    evidence: Days | None = None
    reports: Days | None = None
    appeals: Days | None = None
    deliveries: Days | None = None


SINGLE: dict[str, type[Table]] = {
    "marathon": MarathonTable,
    "applications": ApplicationsTable,
    "selection": SelectionTable,
    "every_session": EverySessionTable,
    "attendance": AttendanceTable,
    "late": LateTable,
    "certificates": CertificatesTable,
    "privacy": PrivacyTable,
}
INSIDE: dict[str, type[Table]] = {"income_overrides": Override, "signatories": Signatory}
"""Key -> the tables that its value holds."""
REPEATED: dict[str, type[Table]] = {
    "cohort": CohortTable,
    "session": SessionTable,
    "completion": CompletionTable,
    "reminder": ReminderTable,
}
