"""Standing: a completion rule laid against one person's evidence, and one rule laid against another.

"Still reachable" means by what the participant can still do under the rule: sessions that still meet, recordings
that are still open, attempts that are left. An organiser's correction of past evidence is not foreseen here; where
one is pending, the verdict is ``Verdict.OPEN`` and the session is listed as an open question.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil

from sessions.domain.attendance import Attendance, AttendanceRule, Reason, Verdict
from sessions.domain.completion import (
    AddedSessions,
    AssessmentStanding,
    CancelledSessions,
    Completion,
    CompletionCode,
    CompletionRule,
    CompletionStatus,
    CountedSession,
    MinutesStanding,
    PersonRecord,
    Recording,
    RuleComparison,
    Score,
    SessionsStanding,
    StatusChange,
    Survey,
)
from sessions.domain.programme import Session, SessionStatus

NEARING = timedelta(days=7)
"""From this long before a deadline on, whoever still lacks the survey or a passed assessment is at risk."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One requirement of the rule: is it met, can it still be, is it in danger."""

    met: bool
    reachable: bool
    endangered: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One session as it stands for one person; ``seconds`` never exceed the session's length."""

    session: CountedSession
    attended: bool
    counts: bool
    seconds: int
    live: bool
    recording: datetime | None
    question: bool

    @property
    def length(self) -> int:
        return int(self.session.duration.total_seconds())

    @property
    def open(self) -> bool:
        return self.live or self.recording is not None or self.question


_VERDICTS = (Verdict.ABSENT, Verdict.PARTIAL, Verdict.EXCUSED, Verdict.OPEN, Verdict.PRESENT)


def count_session(session: Session, rule: AttendanceRule, *, frozen: datetime | None) -> CountedSession:
    """The session as completion sees it; added when it was planned after the rule was frozen."""
    return CountedSession(
        id=session.id,
        number=session.number,
        start=session.start,
        duration=session.duration,
        open_until=session.end + rule.check_in_closes_after,
        recording_until=None if rule.recording_until is None else session.end + rule.recording_until,
        cancelled=session.status is SessionStatus.CANCELLED,
        added=frozen is not None and session.created > frozen,
    )


def complete(rule: CompletionRule, record: PersonRecord, *, now: datetime) -> Completion:
    """What ``rule`` says of the person at ``now``. The order of the evidence changes nothing."""
    lines = _lines(rule, record, now)
    sessions = _stand_sessions(rule, lines)
    parts = [_judge_sessions(rule, sessions, lines), *_judge_required(rule, lines)]
    minutes = _stand_minutes(rule, lines)
    if minutes is not None:
        parts.append(_judge_minutes(minutes, lines))
    assessment = _stand_assessment(rule, record.scores)
    if assessment is not None:
        parts.append(_judge_assessment(rule, assessment, now))
    survey_done = _is_in_time(rule, record.surveys) if rule.survey_required else None
    if survey_done is not None:
        parts.append(_judge_survey(rule, done=survey_done, now=now))
    withdrawal = (_reason(CompletionCode.WITHDRAWN, at=record.withdrawn),) if record.withdrawn is not None else ()
    return Completion(
        person_id=record.person_id,
        rule_key=rule.key,
        at=now,
        status=CompletionStatus.WITHDRAWN if withdrawal else _sum_up(parts),
        reasons=withdrawal + tuple(reason for part in parts for reason in part.reasons),
        sessions=sessions,
        minutes=minutes,
        assessment=assessment,
        survey_done=survey_done,
        deadline=rule.deadline,
    )


def compare_rules(
    old: CompletionRule, new: CompletionRule, people: Sequence[PersonRecord], *, now: datetime
) -> RuleComparison:
    """Who would gain and who would lose if ``new`` took the place of ``old``, ordered by person id."""
    changes = [
        StatusChange(
            person_id=person.person_id,
            before=complete(old, person, now=now).status,
            after=complete(new, person, now=now).status,
        )
        for person in sorted(people, key=lambda one: one.person_id)
    ]
    gains = tuple(one for one in changes if rank(one.after) > rank(one.before))
    losses = tuple(one for one in changes if rank(one.after) < rank(one.before))
    return RuleComparison(gains=gains, losses=losses, same=len(changes) - len(gains) - len(losses))


def rank(status: CompletionStatus) -> int:
    """How good a status is for its participant: higher is better."""
    return _RANKS.index(status)


_RANKS = (
    CompletionStatus.WITHDRAWN,
    CompletionStatus.OUT_OF_REACH,
    CompletionStatus.AT_RISK,
    CompletionStatus.ON_TRACK,
    CompletionStatus.COMPLETE,
)


def _sum_up(parts: Sequence[_Part]) -> CompletionStatus:
    if all(part.met for part in parts):
        return CompletionStatus.COMPLETE
    if not all(part.reachable for part in parts):
        return CompletionStatus.OUT_OF_REACH
    if any(part.endangered for part in parts):
        return CompletionStatus.AT_RISK
    return CompletionStatus.ON_TRACK


def _reason(code: CompletionCode, **facts: object) -> Reason:
    return Reason(code=code, facts=facts)


def _before(moment: datetime, limit: datetime | None) -> bool:
    return limit is None or moment < limit


def _lines(rule: CompletionRule, record: PersonRecord, now: datetime) -> tuple[_Line, ...]:
    """The sessions that this rule looks at, in the programme's order, each as it stands for the person."""
    ranked = sorted(record.attendances, key=lambda one: (_VERDICTS.index(one.verdict), one.seconds))
    attendances = {one.session_id: one for one in ranked}
    return tuple(
        _line(rule, session, attendances.get(session.id), now)
        for session in sorted(record.sessions, key=lambda one: (one.number, one.id))
        if not (session.added and (session.cancelled or rule.added is AddedSessions.DO_NOT_COUNT))
    )


def _line(rule: CompletionRule, session: CountedSession, attendance: Attendance | None, now: datetime) -> _Line:
    if session.cancelled:
        counts = rule.cancelled is CancelledSessions.COUNT_AS_ATTENDED
        credited = int(session.duration.total_seconds()) if counts else 0
        return _Line(session, False, counts, credited, False, None, False)
    in_time = _before(session.start, rule.deadline)
    verdict = attendance.verdict if attendance is not None and in_time else Verdict.ABSENT
    seconds = attendance.seconds if attendance is not None and in_time else 0
    recording = session.recording_until if in_time else None
    if recording is not None and rule.deadline is not None:
        recording = min(recording, rule.deadline)
    attended = verdict is Verdict.PRESENT
    return _Line(
        session=session,
        attended=attended,
        counts=attended or (verdict is Verdict.EXCUSED and rule.excused_counts),
        seconds=min(seconds, int(session.duration.total_seconds())),
        live=in_time and now < session.open_until,
        recording=recording if recording is not None and now < recording else None,
        question=verdict is Verdict.OPEN,
    )


def _needed(rule: CompletionRule, lines: Sequence[_Line]) -> int | None:
    """How many sessions the rule asks for, after what it says of cancelled and added ones."""
    if rule.sessions_needed is not None:
        raised, reduced = _shift(rule, lines)
        return max(0, rule.sessions_needed + raised - reduced)
    if rule.share_needed is not None:
        return ceil(Fraction(str(rule.share_needed)) * _base(rule, lines))
    return None


def _shift(rule: CompletionRule, lines: Sequence[_Line]) -> tuple[int, int]:
    raised = sum(line.session.added for line in lines) if rule.added is AddedSessions.NEED_RAISED else 0
    reduces = rule.cancelled is CancelledSessions.NEED_REDUCED
    return raised, sum(line.session.cancelled for line in lines) if reduces else 0


def _base(rule: CompletionRule, lines: Sequence[_Line]) -> int:
    """The number of sessions that a share is a share of."""
    raised, reduced = _shift(rule, lines)
    return sum(not line.session.added for line in lines) + raised - reduced


def _stand_sessions(rule: CompletionRule, lines: Sequence[_Line]) -> SessionsStanding:
    needed = _needed(rule, lines)
    have = sum(line.counts for line in lines)
    pending = [line for line in lines if not line.counts and not line.session.cancelled]
    gone = [line for line in pending if not line.live]
    left = len(pending) - len(gone)
    return SessionsStanding(
        needed=needed,
        of=sum(not line.session.cancelled or line.counts for line in lines),
        have=have,
        attended=sum(line.attended for line in lines),
        left=left,
        may_miss=max(0, have + left - (needed or 0)),
        make_good=max(0, (needed or 0) - have - left),
        missed=tuple(line.session.number for line in gone),
        cancelled=tuple(line.session.number for line in lines if line.session.cancelled),
        recordings=tuple(
            Recording(session_id=line.session.id, number=line.session.number, until=line.recording)
            for line in gone
            if line.recording is not None
        ),
        questions=tuple(line.session.number for line in gone if line.question),
    )


def _judge_sessions(rule: CompletionRule, standing: SessionsStanding, lines: Sequence[_Line]) -> _Part:
    asides = [
        *(_reason(CompletionCode.RECORDING_OPEN, number=one.number, until=one.until) for one in standing.recordings),
        *(_reason(CompletionCode.QUESTION_OPEN, number=number) for number in standing.questions),
        *(
            _reason(CompletionCode.SESSION_CANCELLED, number=number, effect=rule.cancelled)
            for number in standing.cancelled
        ),
    ]
    if standing.needed is None:
        return _Part(True, True, False, tuple(asides))
    facts: dict[str, object] = {"needed": standing.needed, "have": standing.have, "of": standing.of}
    if standing.have >= standing.needed:
        return _Part(True, True, False, (_reason(CompletionCode.SESSIONS_MET, **facts), *asides))
    chances = sum(line.open and not line.counts for line in lines)
    facts["left"] = standing.left
    if standing.have + chances < standing.needed:
        facts["possible"] = standing.have + chances
        return _Part(False, False, True, (_reason(CompletionCode.SESSIONS_OUT_OF_REACH, **facts), *asides))
    facts |= {"may_miss": standing.may_miss, "make_good": standing.make_good}
    endangered = standing.make_good > 0 or (len(standing.missed) > 0 and standing.may_miss == 0)
    return _Part(False, True, endangered, (_reason(CompletionCode.SESSIONS_SHORT, **facts), *asides))


def _judge_required(rule: CompletionRule, lines: Sequence[_Line]) -> list[_Part]:
    by_number = {line.session.number: line for line in lines}
    return [_judge_required_one(number, by_number.get(number)) for number in sorted(rule.required_sessions)]


def _judge_required_one(number: int, line: _Line | None) -> _Part:
    if line is None:
        return _Part(False, False, True, (_reason(CompletionCode.REQUIRED_MISSED, number=number),))
    if line.session.cancelled:
        return _Part(True, True, False, (_reason(CompletionCode.REQUIRED_WAIVED, number=number),))
    if line.counts:
        return _Part(True, True, False, (_reason(CompletionCode.REQUIRED_MET, number=number),))
    if line.live:
        return _Part(False, True, False, (_reason(CompletionCode.REQUIRED_LEFT, number=number),))
    if line.open:
        return _Part(False, True, True, (_reason(CompletionCode.REQUIRED_TO_MAKE_GOOD, number=number),))
    return _Part(False, False, True, (_reason(CompletionCode.REQUIRED_MISSED, number=number),))


def _stand_minutes(rule: CompletionRule, lines: Sequence[_Line]) -> MinutesStanding | None:
    if rule.minutes_needed is None:
        return None
    have = sum(line.seconds for line in lines)
    possible = have + sum(line.length - line.seconds for line in lines if line.open)
    return MinutesStanding(needed=_minutes_needed(rule, lines), have=have // 60, possible=possible // 60)


def _minutes_needed(rule: CompletionRule, lines: Sequence[_Line]) -> int:
    """The minutes asked for, in proportion to the length that added and cancelled sessions leave."""
    planned = sum(line.length for line in lines if not line.session.added)
    scope = planned
    if rule.added is AddedSessions.NEED_RAISED:
        scope += sum(line.length for line in lines if line.session.added)
    if rule.cancelled is CancelledSessions.NEED_REDUCED:
        scope -= sum(line.length for line in lines if line.session.cancelled)
    minutes = rule.minutes_needed or 0
    return minutes * scope // planned if planned else minutes


def _judge_minutes(standing: MinutesStanding, lines: Sequence[_Line]) -> _Part:
    """In danger once something was missed and missing one more session would put the minutes out of reach."""
    facts: dict[str, object] = {"needed": standing.needed, "have": standing.have}
    if standing.have >= standing.needed:
        return _Part(True, True, False, (_reason(CompletionCode.MINUTES_MET, **facts),))
    facts["possible"] = standing.possible
    if standing.possible < standing.needed:
        return _Part(False, False, True, (_reason(CompletionCode.MINUTES_OUT_OF_REACH, **facts),))
    live = [line.length - line.seconds for line in lines if line.live]
    spare = sum(line.seconds for line in lines) + sum(live) - standing.needed * 60
    lost = any(not line.live and not line.session.cancelled and line.seconds < line.length for line in lines)
    endangered = spare < 0 or (lost and spare < max(live))
    return _Part(False, True, endangered, (_reason(CompletionCode.MINUTES_SHORT, **facts),))


def _stand_assessment(rule: CompletionRule, scores: Sequence[Score]) -> AssessmentStanding | None:
    """Attempts beyond the allowed number and those from the deadline on do not count."""
    if rule.pass_mark is None:
        return None
    in_time = [score for score in scores if _before(score.at, rule.deadline)]
    counted = sorted(in_time, key=lambda one: (one.at, one.attempt, one.percent))[: rule.attempts]
    best = max((score.percent for score in counted), default=None)
    return AssessmentStanding(
        pass_mark=rule.pass_mark,
        best=best,
        passed=best is not None and best >= rule.pass_mark,
        attempts_used=len(counted),
        attempts_left=None if rule.attempts is None else rule.attempts - len(counted),
    )


def _judge_assessment(rule: CompletionRule, standing: AssessmentStanding, now: datetime) -> _Part:
    facts: dict[str, object] = {
        "best": standing.best,
        "pass_mark": standing.pass_mark,
        "attempts_used": standing.attempts_used,
    }
    if standing.passed:
        return _Part(True, True, False, (_reason(CompletionCode.SCORE_PASSED, **facts),))
    facts |= {"attempts_left": standing.attempts_left, "until": rule.deadline}
    if standing.attempts_left == 0 or not _before(now, rule.deadline):
        return _Part(False, False, True, (_reason(CompletionCode.SCORE_OUT_OF_REACH, **facts),))
    endangered = (standing.attempts_used > 0 and standing.attempts_left == 1) or _is_near(rule.deadline, now)
    return _Part(False, True, endangered, (_reason(CompletionCode.SCORE_MISSING, **facts),))


def _is_in_time(rule: CompletionRule, surveys: Sequence[Survey]) -> bool:
    return any(_before(survey.at, rule.deadline) for survey in surveys)


def _judge_survey(rule: CompletionRule, *, done: bool, now: datetime) -> _Part:
    if done:
        return _Part(True, True, False, (_reason(CompletionCode.SURVEY_DONE),))
    if not _before(now, rule.deadline):
        return _Part(False, False, True, (_reason(CompletionCode.SURVEY_OUT_OF_REACH, until=rule.deadline),))
    endangered = _is_near(rule.deadline, now)
    return _Part(False, True, endangered, (_reason(CompletionCode.SURVEY_MISSING, until=rule.deadline),))


def _is_near(deadline: datetime | None, now: datetime) -> bool:
    return deadline is not None and deadline - now <= NEARING
