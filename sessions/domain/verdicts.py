"""What one person's evidence for one session adds up to."""

from collections.abc import Sequence
from datetime import datetime

from sessions.domain.attendance import Attendance, AttendanceRule, Evidence, EvidenceKind, Reason, Verdict
from sessions.domain.check_in import is_late
from sessions.domain.programme import Session


def attend(
    evidence: Sequence[Evidence], session: Session, rule: AttendanceRule, now: datetime, *, person_id: int
) -> Attendance:
    """Present by check-in, unless it was late and late does not count. Withdrawn evidence counts for nothing."""
    withdrawn = {one.withdraws for one in evidence if one.kind is EvidenceKind.WITHDRAWAL}
    clicks = sorted(
        one.at for one in evidence if one.kind is EvidenceKind.CHECK_IN and one.id not in withdrawn and one.at <= now
    )
    for at in clicks:
        if rule.late_counts or not is_late(session, rule, at):
            reason = Reason(code="check-in", facts={"at": at})
            return Attendance(
                session_id=session.id, person_id=person_id, seconds=0, verdict=Verdict.PRESENT, reasons=(reason,)
            )
    reason = Reason(code="check-in-late" if clicks else "no-evidence")
    return Attendance(session_id=session.id, person_id=person_id, seconds=0, verdict=Verdict.ABSENT, reasons=(reason,))
