"""What one person's evidence for one session adds up to: seconds, a verdict, and the reasons why.

Pure and replayable: the same evidence in any order gives the same attendance. Evidence of the future (after ``now``)
and withdrawn evidence count for nothing. An organiser's last statement overrides everything else, if the programme lets
statements count. Nothing that a file leaves open is rounded in anybody's favour or disfavour: where the verdict hangs
on it, it is an open question.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sessions.domain.attendance import (
    Attendance,
    AttendanceCode,
    AttendanceRule,
    Evidence,
    EvidenceKind,
    Reason,
    Verdict,
)
from sessions.domain.check_in import find_check_in_window, is_late
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.report_evidence import restore_row
from sessions.domain.report_figures import Figures, sum_rows
from sessions.domain.reports import ReportRow
from sessions.domain.spans import Span, unite

INTERVALS = frozenset({EvidenceKind.PRESENCE, EvidenceKind.REPORT})
"""Kinds that prove time; they count when together they cover the rule's share of the session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What has to be judged: the evidence that stands, oldest first."""

    session: Session
    rule: AttendanceRule
    now: datetime
    standing: tuple[Evidence, ...]
    rows: Mapping[int, ReportRow]
    """Evidence id → the interval that it proves."""

    def of(self, *kinds: EvidenceKind) -> tuple[Evidence, ...]:
        return tuple(one for one in self.standing if one.kind in kinds)

    @property
    def span(self) -> Span:
        return Span(self.session.start, self.session.end)

    @property
    def needed(self) -> int:
        """Whole seconds that intervals must cover, rounded up."""
        share = Fraction(str(self.rule.minimum_share)) * self.span.seconds
        return -(-share.numerator // share.denominator)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    """What evidence of one kind (intervals: of kinds that are summed together) says, and why."""

    kinds: frozenset[EvidenceKind]
    counts: bool
    reason: Reason
    proves: bool = True
    """Whether it proves any presence at all."""
    question: bool = False
    """Whether an organiser must decide before it counts."""

    @property
    def there(self) -> bool:
        """Whether a set of kinds may rest on it; the seconds of intervals are asked for by the whole set."""
        return self.counts or (self.proves and bool(self.kinds & INTERVALS))


def attend(
    evidence: Sequence[Evidence], session: Session, rule: AttendanceRule, now: datetime, *, person_id: int
) -> Attendance:
    """The attendance of one person in one session; ``evidence`` is theirs, in any order."""
    standing = stand(evidence, now)
    rows = {one.id: restore_row(one) for one in standing if one.kind in INTERVALS}
    case = _Case(session=session, rule=rule, now=now, standing=standing, rows=rows)
    findings = _judge(case) if standing else []
    statement = _last_statement(case)
    if statement is not None and _overrides(case, statement):
        verdict, deciding = _stated(statement), [_describe_statement(statement)]
        seconds, figures = _credit_statement(case, statement), None
    else:
        verdict, deciding = _decide(case, findings, statement)
        figures = _sum(case, *INTERVALS)
        seconds = _credit_findings(case, verdict, findings, figures)
    ranged = figures is not None and figures.ranged and seconds == figures.seconds
    withdrawn = sum(one.at <= now and one.kind is not EvidenceKind.WITHDRAWAL for one in evidence) - len(standing)
    reasons = [*deciding, *(finding.reason for finding in findings), *_describe_asides(case, verdict, withdrawn)]
    return Attendance(
        session_id=session.id,
        person_id=person_id,
        seconds=seconds,
        verdict=verdict,
        reasons=tuple(reasons) or (_reason(AttendanceCode.NO_EVIDENCE),),
        seconds_min=figures.seconds_min if figures and ranged else None,
        seconds_max=figures.seconds_max if figures and ranged else None,
    )


def stand(evidence: Iterable[Evidence], now: datetime) -> tuple[Evidence, ...]:
    """The evidence that stands at ``now``, oldest first, without withdrawals. A withdrawal takes away one earlier
    piece, which may be a withdrawal: that gives back what it took."""
    known = sorted((one for one in evidence if one.at <= now), key=lambda one: (one.at, one.id))
    if all(one.kind is not EvidenceKind.WITHDRAWAL for one in known):
        return tuple(known)
    gone: set[int] = set()
    for one in sorted(known, key=lambda one: one.id, reverse=True):
        if one.kind is EvidenceKind.WITHDRAWAL and one.id not in gone and one.withdraws and one.withdraws < one.id:
            gone.add(one.withdraws)
    return tuple(one for one in known if one.id not in gone and one.kind is not EvidenceKind.WITHDRAWAL)


def _overrides(case: _Case, statement: Evidence) -> bool:
    """An excuse is no presence and always the organiser's to give."""
    return EvidenceKind.STATEMENT in case.rule.alone or _stated(statement) is Verdict.EXCUSED


def _stated(statement: Evidence) -> Verdict:
    return Verdict(str(statement.detail.get("verdict", Verdict.PRESENT.value)))


def _describe_statement(statement: Evidence) -> Reason:
    facts = {"verdict": _stated(statement).value, "reason": statement.detail.get("reason"), "at": statement.at}
    return Reason(code=AttendanceCode.STATEMENT, facts=facts)


def _decide(case: _Case, findings: Sequence[_Finding], statement: Evidence | None) -> tuple[Verdict, list[Reason]]:
    there = {kind for finding in findings if finding.there for kind in finding.kinds}
    told: list[Reason] = []
    if statement is not None and _stated(statement) is Verdict.PRESENT:
        there.add(EvidenceKind.STATEMENT)
    elif statement is not None:
        told.append(_reason(AttendanceCode.STATEMENT_NOT_COUNTED, verdict=_stated(statement).value, at=statement.at))
    together = _find_together(case, there)
    told += [together] if together else []
    if any(finding.counts and any(_is_alone(case, kind) for kind in finding.kinds) for finding in findings):
        return Verdict.PRESENT, told
    if together is not None and together.code == AttendanceCode.TOGETHER_MET:
        return Verdict.PRESENT, told
    if any(finding.question and _hangs_on(case, finding, there) for finding in findings):
        return Verdict.OPEN, told
    return (Verdict.PARTIAL if any(finding.proves for finding in findings) else Verdict.ABSENT), told


def _is_alone(case: _Case, kind: EvidenceKind) -> bool:
    """A rule that gives recordings a time lets them make a session good alone, unless it asks for them in a set."""
    if kind is EvidenceKind.RECORDING and case.rule.recording_until is not None:
        return kind in case.rule.alone or not any(kind in kinds for kinds in case.rule.together)
    return kind in case.rule.alone


def _hangs_on(case: _Case, finding: _Finding, there: set[EvidenceKind]) -> bool:
    """Whether the answer to the question would change the verdict."""
    if any(_is_alone(case, kind) for kind in finding.kinds):
        return True
    return any(kinds & finding.kinds and kinds <= there | finding.kinds for kinds in case.rule.together)


def _find_together(case: _Case, there: set[EvidenceKind]) -> Reason | None:
    """The first set whose kinds are all there, its intervals covering the share; else what the nearest set lacks."""
    lacking = {kinds: _lacks(case, kinds, there) for kinds in case.rule.together}
    nearest = min(lacking, key=lambda kinds: (len(lacking[kinds]), sorted(kinds)), default=None)
    if nearest is None:
        return None
    if not lacking[nearest]:
        return _reason(AttendanceCode.TOGETHER_MET, kinds=tuple(sorted(nearest)))
    missing = tuple(sorted(lacking[nearest]))
    return _reason(AttendanceCode.TOGETHER_MISSING, kinds=missing) if nearest & there else None


def _lacks(case: _Case, kinds: frozenset[EvidenceKind], there: set[EvidenceKind]) -> frozenset[EvidenceKind]:
    timed = kinds & INTERVALS
    short = timed if timed and _sum(case, *timed).seconds_min < case.needed else frozenset[EvidenceKind]()
    return (kinds - there) | short


def _judge(case: _Case) -> list[_Finding]:
    return [*_judge_check_ins(case), *_judge_groups(case), *_judge_recordings(case), *_judge_intervals(case)]


def _judge_check_ins(case: _Case) -> list[_Finding]:
    """The first click that counts; else the first that does not, with what is wrong with it."""
    opens, closes = find_check_in_window(case.session, case.rule)
    findings = []
    for click in case.of(EvidenceKind.CHECK_IN):
        if not opens <= click.at < closes:
            reason, counts = _reason(AttendanceCode.CHECK_IN_OUTSIDE, at=click.at), False
        elif is_late(case.session, case.rule, click.at) and not case.rule.late_counts:
            until = case.session.start + (case.rule.late_after or case.span.end - case.span.start)
            reason, counts = _reason(AttendanceCode.CHECK_IN_LATE, at=click.at, until=until), False
        else:
            reason, counts = _reason(AttendanceCode.CHECK_IN, at=click.at), True
        late = reason.code == AttendanceCode.CHECK_IN_LATE
        kinds = frozenset({EvidenceKind.CHECK_IN})
        findings.append(_Finding(kinds=kinds, counts=counts, reason=reason, proves=counts or late))
    return _choose(findings)


def _judge_groups(case: _Case) -> list[_Finding]:
    groups = case.of(EvidenceKind.GROUP)
    signed = {one.detail.get("countersigns") for one in groups}
    findings = []
    for one in groups:
        if one.detail.get("countersigns") is not None:
            continue
        counts = one.id in signed or bool(one.detail.get("countersigned_by"))
        code = AttendanceCode.GROUP if counts else AttendanceCode.GROUP_WAITING
        reason = _reason(code, at=one.at)
        kinds = frozenset({EvidenceKind.GROUP})
        findings.append(_Finding(kinds=kinds, counts=counts, reason=reason, proves=counts, question=not counts))
    return _choose(findings)


def _judge_recordings(case: _Case) -> list[_Finding]:
    """In time is from the session's start until the rule's limit after its end (exclusive)."""
    findings = []
    for one in case.of(EvidenceKind.RECORDING):
        if case.rule.recording_until is None:
            reason, counts = _reason(AttendanceCode.RECORDING_NOT_ALLOWED, at=one.at), False
        elif one.at >= (until := case.session.end + case.rule.recording_until):
            reason, counts = _reason(AttendanceCode.RECORDING_TOO_LATE, at=one.at, until=until), False
        else:
            reason, counts = _reason(AttendanceCode.RECORDING, at=one.at), True
        findings.append(_find(EvidenceKind.RECORDING, counts, reason))
    return _choose(findings)


def _find(kind: EvidenceKind, counts: bool, reason: Reason) -> _Finding:
    """A finding of a kind that proves presence when it counts."""
    return _Finding(kinds=frozenset({kind}), counts=counts, reason=reason, proves=counts)


def _choose(findings: Sequence[_Finding]) -> list[_Finding]:
    """Of several of a kind the first that counts, else the first that proves anything, else the first."""
    return sorted(findings, key=lambda finding: (not finding.counts, not finding.proves))[:1]


def _judge_intervals(case: _Case) -> list[_Finding]:
    """Kinds that count alone are summed together; each other kind by itself, as it may only count in a set."""
    kinds = [kind for kind in sorted(INTERVALS) if case.of(kind)]
    united = [kind for kind in kinds if kind in case.rule.alone]
    groups = [united] if united else []
    groups += [[kind] for kind in kinds if kind not in case.rule.alone]
    return [_judge_group(case, frozenset(group)) for group in groups]


def _judge_group(case: _Case, kinds: frozenset[EvidenceKind]) -> _Finding:
    figures = _sum(case, *kinds)
    enough, possible = figures.seconds_min >= case.needed, figures.seconds_max >= case.needed
    code = AttendanceCode.MINUTES_ENOUGH if enough else AttendanceCode.MINUTES_SHORT
    if possible and not enough:
        code = AttendanceCode.MINUTES_RANGE
    return _Finding(
        kinds=kinds,
        counts=enough,
        reason=Reason(code=code, facts=_describe_intervals(case, figures, kinds)),
        proves=figures.seconds_max > 0,
        question=possible and not enough,
    )


def _describe_intervals(case: _Case, figures: Figures, kinds: frozenset[EvidenceKind]) -> dict[str, object]:
    evidence = case.of(*kinds)
    rows = [case.rows[one.id] for one in evidence]
    spans = unite(span.clip(case.span) for row in rows if (span := row.sure or row.possible))
    sources = {str(one.detail.get("platform") or one.detail.get("source") or one.kind.value) for one in evidence}
    return {
        "seconds": figures.seconds,
        "seconds_min": figures.seconds_min,
        "seconds_max": figures.seconds_max,
        "needed": case.needed,
        "length": case.span.seconds,
        "share": case.rule.minimum_share,
        "spans": tuple((span.start, span.end) for span in spans),
        "sources": tuple(sorted(sources)),
        "flags": tuple(flag.value for flag in figures.flags),
    }


def _sum(case: _Case, *kinds: EvidenceKind) -> Figures:
    return sum_rows([case.rows[one.id] for one in case.of(*kinds)], case.span)


def _last_statement(case: _Case) -> Evidence | None:
    statements = case.of(EvidenceKind.STATEMENT)
    return statements[-1] if statements else None


def _credit_statement(case: _Case, statement: Evidence) -> int:
    """Present: the whole session, unless the statement says how many minutes. Absent: none. Excused: what is proven."""
    minutes = statement.detail.get("minutes")
    match _stated(statement):
        case Verdict.PRESENT if isinstance(minutes, int):
            return min(minutes * 60, case.span.seconds)
        case Verdict.PRESENT:
            return case.span.seconds
        case Verdict.ABSENT:
            return 0
        case _:
            return _sum(case, *INTERVALS).seconds


def _credit_findings(case: _Case, verdict: Verdict, findings: Sequence[_Finding], figures: Figures) -> int:
    """Seconds that completion may count. Who is present in a group or by the recording saw the whole session; a click
    proves a moment and no length."""
    whole = {EvidenceKind.GROUP, EvidenceKind.RECORDING}
    seen_whole = any(finding.counts and finding.kinds & whole for finding in findings)
    return case.span.seconds if verdict is Verdict.PRESENT and seen_whole else figures.seconds


def _describe_asides(case: _Case, verdict: Verdict, withdrawn: int) -> list[Reason]:
    told: list[Reason] = []
    if withdrawn:
        told.append(_reason(AttendanceCode.WITHDRAWN, count=withdrawn))
    if case.session.status is SessionStatus.CANCELLED:
        told.append(_reason(AttendanceCode.SESSION_CANCELLED))
    elif verdict in (Verdict.ABSENT, Verdict.PARTIAL) and case.now < (until := _open_until(case)):
        told.append(_reason(AttendanceCode.NOT_OVER, until=until))
    return told


def _open_until(case: _Case) -> datetime:
    return find_check_in_window(case.session, case.rule)[1]


def _reason(code: AttendanceCode, **facts: object) -> Reason:
    return Reason(code=code, facts=facts)
