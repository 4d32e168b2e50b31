"""Completion: what the published rule says of one participant, with reasons, and what is still reachable."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CancelledSessions(StrEnum):
    """What a cancelled session does to "6 of 8"."""

    NEED_UNCHANGED = "need-unchanged"  # 6 of the 7 that are left
    NEED_REDUCED = "need-reduced"  # one needed session less
    COUNT_AS_ATTENDED = "count-as-attended"


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
    cancelled: CancelledSessions = CancelledSessions.NEED_UNCHANGED


class CompletionStatus(StrEnum):
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OUT_OF_REACH = "out-of-reach"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"
