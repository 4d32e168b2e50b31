from datetime import UTC, datetime, timedelta

from sessions.domain.approvals import Basis, CountedAttendance
from sessions.domain.attendance import Verdict
from sessions.domain.certificates import PresenceBasis
from sessions.domain.completion import CompletionRule, CompletionStatus, CountedSession
from sessions.domain.open_questions import Asked, OpenQuestion, QuestionKind, find_open

START = datetime(2025, 9, 9, 12, tzinfo=UTC)
AFTER = START + timedelta(days=30)
RULE = CompletionRule(key="completion", title="C", sessions_needed=2)


def a_basis(person_id: int, *present: int) -> Basis:
    sessions = tuple(
        CountedSession(
            id=10 * number,
            number=number,
            start=START + timedelta(days=number),
            duration=timedelta(hours=1),
            open_until=START + timedelta(days=number, hours=2),
        )
        for number in (1, 2, 3)
    )
    attendances = tuple(
        CountedAttendance(session_id=10 * number, seconds=3600, verdict=Verdict.PRESENT, basis=PresenceBasis.CHECK_IN)
        for number in present
    )
    return Basis(person_id=person_id, name_id=None, sessions=sessions, attendances=attendances)


def an_appeal(number: int, session_id: int, *people: int) -> Asked:
    return Asked(kind=QuestionKind.APPEAL, number=number, session_id=session_id, people=people)


def test_only_questions_that_could_change_a_status_are_open() -> None:
    bases = [a_basis(1, 1), a_basis(2, 1, 2), a_basis(3)]
    asked = [
        an_appeal(1, 20, 1),  # with session 2 they would be complete
        an_appeal(2, 30, 2),  # complete already
        an_appeal(3, 30, 3),  # even then not enough
        an_appeal(4, 10, 1),  # counted already
        an_appeal(5, 99, 1),  # no session of theirs
        an_appeal(6, 20, 8),  # no participant
    ]
    assert find_open(RULE, bases, asked, now=AFTER) == (
        OpenQuestion(
            kind=QuestionKind.APPEAL,
            number=1,
            session_id=20,
            person_id=1,
            before=CompletionStatus.OUT_OF_REACH,
            after=CompletionStatus.COMPLETE,
        ),
    )


def test_a_name_that_nobody_knows_may_be_anybodys() -> None:
    asked = Asked(kind=QuestionKind.REVIEW, number=7, session_id=10, people=())
    assert find_open(RULE, [a_basis(1)], [asked], now=AFTER) == (
        OpenQuestion(kind=QuestionKind.REVIEW, number=7, session_id=10, person_id=None),
    )
