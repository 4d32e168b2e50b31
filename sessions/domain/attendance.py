"""Evidence and what it adds up to: for one person and one session, seconds and a verdict, with reasons."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum


class EvidenceKind(StrEnum):
    CHECK_IN = "check-in"
    PRESENCE = "presence"  # an interval in the voice or stage channel
    REPORT = "report"  # a row of a meeting platform's report
    STATEMENT = "statement"  # an organiser's statement
    GROUP = "group"  # group viewing, countersigned
    RECORDING = "recording"
    WITHDRAWAL = "withdrawal"  # of the earlier evidence named by `withdraws`


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One recorded fact about presence; appended, never edited, never deleted.

    ``at``: the moment of the fact (for a check-in the interaction's own time). ``start``/``end``: the interval
    proven, where there is one. ``detail``: what only this kind has (source, flags, reason, seconds_min, verdict …),
    JSON values.
    """

    id: int
    session_id: int
    person_id: int
    kind: EvidenceKind
    at: datetime
    start: datetime | None = None
    end: datetime | None = None
    withdraws: int | None = None
    detail: dict[str, object] = field(default_factory=dict)


class Verdict(StrEnum):
    PRESENT = "present"
    PARTIAL = "partial"
    ABSENT = "absent"
    EXCUSED = "excused"
    OPEN = "open"  # an open question that an organiser must decide


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRule:
    """What counts as present, as the programme states it."""

    minimum_share: float = 0.75
    """Share of the session's length that intervals must cover (0 to 1]."""
    alone: frozenset[EvidenceKind] = frozenset(
        {EvidenceKind.CHECK_IN, EvidenceKind.PRESENCE, EvidenceKind.REPORT, EvidenceKind.STATEMENT, EvidenceKind.GROUP}
    )
    """Kinds that suffice alone (an interval kind only when it covers ``minimum_share``)."""
    together: tuple[frozenset[EvidenceKind], ...] = ()
    """Sets of kinds that suffice only when all of one set are there."""
    check_in_opens_before: timedelta = timedelta(minutes=15)
    check_in_closes_after: timedelta = timedelta(minutes=30)
    """Check-in is open from start - opens_before until end + closes_after (half-open)."""
    late_after: timedelta | None = None
    """A check-in later than this after the start is late; None: never."""
    late_counts: bool = True
    code_of_the_moment: bool = False
    recording_until: timedelta | None = None
    """How long after a session its recording can make it good; None: not at all."""
    appeal_window: timedelta = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a verdict or status is what it is: a code of a closed set with its facts; faces make the sentence."""

    code: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    session_id: int
    person_id: int
    seconds: int
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
