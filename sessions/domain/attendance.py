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
    proven, where there is one. ``detail``: what only this kind has, JSON values:

    - check-in: ``prompt`` ("start", "middle", "end") where a session asks several times;
    - presence: ``source`` (the channel's name);
    - report: see ``domain.report_evidence``;
    - statement: ``verdict`` ("present", "excused", "absent"), ``reason``, and ``minutes`` where not all are meant;
    - group: ``declared_by``, and ``countersigned_by`` once an organiser signed; a later piece of evidence of the same
      kind with ``countersigns`` (the id of the first) is such a signature too;
    - recording: ``proof``;
    - withdrawal: ``reason``.
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


class AttendanceCode(StrEnum):
    """The closed set of ``Reason.code`` that a verdict gives; facts in brackets. Moments are aware, spans are pairs of
    moments, needed and length are seconds."""

    CHECK_IN = "check-in"  # at
    CHECK_IN_LATE = "check-in-late"  # at, until
    CHECK_IN_OUTSIDE = "check-in-outside"  # at: not while check-in was open, as after the session was moved
    MINUTES_ENOUGH = "minutes-enough"  # seconds, needed, length, share, spans, sources
    MINUTES_SHORT = "minutes-short"  # the same
    MINUTES_RANGE = "minutes-range"  # the same, seconds_min, seconds_max, flags: an open question
    STATEMENT = "statement"  # verdict, reason, at
    STATEMENT_NOT_COUNTED = "statement-not-counted"  # verdict, at: the programme lets no organiser override
    GROUP = "group"  # at
    GROUP_WAITING = "group-waiting"  # at: not countersigned yet; an open question
    RECORDING = "recording"  # at
    RECORDING_TOO_LATE = "recording-too-late"  # at, until
    RECORDING_NOT_ALLOWED = "recording-not-allowed"  # at
    TOGETHER_MET = "together-met"  # kinds
    TOGETHER_MISSING = "together-missing"  # kinds: what the nearest set still lacks
    WITHDRAWN = "withdrawn"  # count
    NOT_OVER = "not-over"  # until: presence can still be proven
    SESSION_CANCELLED = "session-cancelled"
    NO_EVIDENCE = "no-evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a verdict or status is what it is: a code of a closed set with its facts; faces make the sentence."""

    code: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """``seconds``: whole seconds in the session; where evidence gives only a range, ``seconds_min`` to
    ``seconds_max`` is that range and ``seconds`` lies in it. ``reasons``: the decisive ones first."""

    session_id: int
    person_id: int
    seconds: int
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    seconds_min: int | None = None
    seconds_max: int | None = None
