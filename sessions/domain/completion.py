"""Completion: what the published rule says of one participant, with reasons, and what is still reachable.

Completion is computed at every moment and never stored as truth; ``domain.standing`` computes it from these values.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sessions.domain.attendance import Attendance, Reason


class CancelledSessions(StrEnum):
    """What a cancelled session does to "6 of 8". A cancelled *required* session is waived in each case."""

    NEED_UNCHANGED = "need-unchanged"  # 6 of the 7 that are left
    NEED_REDUCED = "need-reduced"  # one needed session less; minutes and shares in proportion
    COUNT_AS_ATTENDED = "count-as-attended"


class AddedSessions(StrEnum):
    """What a session added after the rule was frozen does to "6 of 8"."""

    NEED_UNCHANGED = "need-unchanged"  # 6 of 9: one chance more
    NEED_RAISED = "need-raised"  # 7 of 9; minutes and shares in proportion
    DO_NOT_COUNT = "do-not-count"  # 6 of the 8 first planned


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionRule:
    """One certificate's rule. Exactly one of ``sessions_needed`` and ``share_needed`` is set, or neither and only
    ``required_sessions`` count."""

    key: str  # "participation", "completion"
    title: str
    sessions_needed: int | None = None
    share_needed: float | None = None
    required_sessions: frozenset[int] = frozenset()
    """Numbers of sessions that must all be attended."""
    minutes_needed: int | None = None
    pass_mark: float | None = None
    """Percent of the assessment; None: no assessment."""
    attempts: int | None = None
    survey_required: bool = False
    deadline: datetime | None = None
    """Nothing that starts, is scored or is answered at this moment or later counts."""
    cancelled: CancelledSessions = CancelledSessions.NEED_UNCHANGED
    added: AddedSessions = AddedSessions.NEED_UNCHANGED
    excused_counts: bool = False
    """Whether an excused absence counts towards the sessions needed; it never counts as attended."""


class CompletionStatus(StrEnum):
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OUT_OF_REACH = "out-of-reach"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"


class CompletionCode(StrEnum):
    """The closed set of ``Reason.code`` that completion gives; facts in brackets."""

    WITHDRAWN = "withdrawn"  # at
    SESSIONS_MET = "sessions-met"  # needed, have, of
    SESSIONS_SHORT = "sessions-short"  # needed, have, of, left, may_miss, make_good
    SESSIONS_OUT_OF_REACH = "sessions-out-of-reach"  # needed, have, of, left, possible
    SESSION_CANCELLED = "session-cancelled"  # number, effect
    RECORDING_OPEN = "recording-open"  # number, until
    QUESTION_OPEN = "question-open"  # number
    REQUIRED_MET = "required-met"  # number
    REQUIRED_LEFT = "required-left"  # number
    REQUIRED_TO_MAKE_GOOD = "required-to-make-good"  # number
    REQUIRED_MISSED = "required-missed"  # number
    REQUIRED_WAIVED = "required-waived"  # number
    MINUTES_MET = "minutes-met"  # needed, have
    MINUTES_SHORT = "minutes-short"  # needed, have, possible
    MINUTES_OUT_OF_REACH = "minutes-out-of-reach"  # needed, have, possible
    SCORE_PASSED = "score-passed"  # best, pass_mark, attempts_used
    SCORE_MISSING = "score-missing"  # best, pass_mark, attempts_used, attempts_left, until
    SCORE_OUT_OF_REACH = "score-out-of-reach"  # best, pass_mark, attempts_used, attempts_left, until
    SURVEY_DONE = "survey-done"
    SURVEY_MISSING = "survey-missing"  # until
    SURVEY_OUT_OF_REACH = "survey-out-of-reach"  # until


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedSession:
    """What completion needs to know of a session. ``open_until``: the last moment (exclusive) at which presence in
    it can still be proven live; ``recording_until``: at which its recording can still make it good. ``added``: it
    was planned after the rule was frozen."""

    id: int
    number: int
    start: datetime
    duration: timedelta
    open_until: datetime
    recording_until: datetime | None = None
    cancelled: bool = False
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One attempt at the assessment, in percent (0 to 100)."""

    attempt: int
    percent: float
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The survey was handed in at this moment."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    """Everything that completion is computed from for one person. A session without an attendance is absent.
    ``sessions`` holds only those of the person's cohort."""

    person_id: int
    sessions: Sequence[CountedSession]
    attendances: Sequence[Attendance] = ()
    scores: Sequence[Score] = ()
    surveys: Sequence[Survey] = ()
    withdrawn: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A missed session that its recording can make good until ``until`` (exclusive)."""

    session_id: int
    number: int
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsStanding:
    """ "6 of 8 needed; you have 4; 3 are left: you may miss 1." ``needed`` None: the rule asks for no number.

    ``attended`` counts verdicts of presence only; ``have`` also what the rule counts besides (excused, cancelled).
    ``left`` still meet; ``make_good`` must come from recordings or open questions, because those left do not suffice.
    """

    needed: int | None
    of: int
    have: int
    attended: int
    left: int
    may_miss: int
    make_good: int
    missed: tuple[int, ...]
    cancelled: tuple[int, ...]
    recordings: tuple[Recording, ...]
    questions: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesStanding:
    """Whole minutes; ``possible`` is what it can still become."""

    needed: int
    have: int
    possible: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentStanding:
    pass_mark: float
    best: float | None
    passed: bool
    attempts_used: int
    attempts_left: int | None
    """None: no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What one rule says of one person at one moment, with everything a sentence about it needs."""

    person_id: int
    rule_key: str
    at: datetime
    status: CompletionStatus
    reasons: tuple[Reason, ...]
    sessions: SessionsStanding
    minutes: MinutesStanding | None = None
    assessment: AssessmentStanding | None = None
    survey_done: bool | None = None
    """None: the rule asks for no survey."""
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    person_id: int
    before: CompletionStatus
    after: CompletionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleComparison:
    """Who would gain and who would lose by a changed rule, by person id; ``same`` counts all others."""

    gains: tuple[StatusChange, ...]
    losses: tuple[StatusChange, ...]
    same: int
