"""What a certificate states, put together from programme, sessions and what completion rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.domain.approvals import CountedAttendance, Listed
from sessions.domain.attendance import Verdict
from sessions.domain.certificates import CertificateContent, CertificateKind, PresenceBasis, Signatory, TrainingRow
from sessions.domain.completion import CancelledSessions, CompletionRule
from sessions.domain.programme import Programme, Session, SessionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all certificates of a batch have in common. ``rule_text``: the rule in plain words."""

    programme: Programme
    sessions: Sequence[Session]
    rule: CompletionRule
    rule_version: int
    rule_text: str
    issued: datetime


def kind_of(rule: CompletionRule) -> CertificateKind:
    """Completion is stated only where an assessment was passed; presence alone is participation."""
    return CertificateKind.PARTICIPATION if rule.pass_mark is None else CertificateKind.COMPLETION


def make_content(frame: Frame, listed: Listed, *, name: str, serial: str, verify_url: str) -> CertificateContent:
    """The content; days are those of each session's own zone."""
    programme, rule = frame.programme, frame.rule
    by_id = {one.id: one for one in frame.sessions}
    mine = [by_id[one.id] for one in listed.basis.sessions if one.id in by_id]
    held = [session for session in mine if session.status is SessionStatus.PLANNED]
    attended = {one.session_id: one for one in listed.basis.attendances}
    rows = tuple(row for session in mine if (row := _row(session, attended, rule)) is not None)
    assessment = listed.completion.assessment
    plan = programme.certificates
    return CertificateContent(
        serial=serial,
        kind=kind_of(rule),
        name=name,
        marathon_key=programme.key,
        title=programme.title,
        theme=programme.theme,
        first_day=min(session.wall for session in held or mine).date(),
        last_day=max(session.wall for session in held or mine).date(),
        minutes=sum(row.minutes for row in rows),
        planned_minutes=int(sum((one.duration for one in held), timedelta()).total_seconds()) // 60,
        sessions_attended=listed.completion.sessions.attended,
        sessions_held=len(held),
        rule_text=frame.rule_text,
        rule_version=frame.rule_version,
        issuer=plan.issuer if plan is not None else programme.organiser,
        signatories=tuple(Signatory(name=who, office=office) for who, office in (plan.signatories if plan else ())),
        language=plan.language if plan is not None else programme.language,
        rows=rows,
        score=None if assessment is None else assessment.best,
        pass_mark=rule.pass_mark,
        verify_url=verify_url,
        issued=frame.issued,
    )


def _row(session: Session, attended: Mapping[int, CountedAttendance], rule: CompletionRule) -> TrainingRow | None:
    """A line of the training record; None for a session that neither was attended nor counts."""
    found = attended.get(session.id)
    if session.status is SessionStatus.CANCELLED:
        if rule.cancelled is not CancelledSessions.COUNT_AS_ATTENDED:
            return None
        basis, minutes = PresenceBasis.CANCELLED, 0
    elif found is not None and found.verdict is Verdict.PRESENT:
        basis, minutes = found.basis, _minutes(session, found)
    elif found is not None and found.verdict is Verdict.EXCUSED and rule.excused_counts:
        basis, minutes = PresenceBasis.EXCUSED, 0
    else:
        return None
    return TrainingRow(
        number=session.number,
        topic=session.title,
        day=session.wall.date(),
        minutes=minutes,
        trainers=session.speakers,
        basis=basis,
    )


def _minutes(session: Session, found: CountedAttendance) -> int:
    """The minutes measured. A check-in measures none: there the session's length stands, as the record's note says."""
    seconds = found.seconds or int(session.duration.total_seconds())
    return seconds // 60
