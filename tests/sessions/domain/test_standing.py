from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.attendance import Attendance, AttendanceRule, Reason, Verdict
from sessions.domain.completion import (
    AddedSessions,
    AssessmentStanding,
    CancelledSessions,
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
from sessions.domain.standing import compare_rules, complete, count_session, rank

FIRST = datetime(2025, 9, 9, 12, tzinfo=UTC)
LENGTH = timedelta(minutes=90)
SIX_OF_EIGHT = CompletionRule(key="participation", title="Participation", sessions_needed=6)


def a_session(number: int, **changes: Any) -> CountedSession:
    """Session ``number`` of a course that meets every two days, open for check-in until half an hour after it."""
    start = FIRST + timedelta(days=2 * (number - 1))
    session = CountedSession(
        id=100 + number,
        number=number,
        start=start,
        duration=LENGTH,
        open_until=start + LENGTH + timedelta(minutes=30),
    )
    return replace(session, **changes)


def eight() -> tuple[CountedSession, ...]:
    return tuple(a_session(number) for number in range(1, 9))


def after(number: int) -> datetime:
    """The day after session ``number``."""
    return a_session(number).start + timedelta(days=1)


def an_attendance(number: int, verdict: Verdict = Verdict.PRESENT, *, minutes: int = 90) -> Attendance:
    return Attendance(session_id=100 + number, person_id=7, seconds=minutes * 60, verdict=verdict)


def a_record(*attended: int, **changes: Any) -> PersonRecord:
    record = PersonRecord(person_id=7, sessions=eight(), attendances=tuple(an_attendance(one) for one in attended))
    return replace(record, **changes)


def status(rule: CompletionRule, record: PersonRecord, now: datetime) -> CompletionStatus:
    return complete(rule, record, now=now).status


def test_missing_one_of_eight_leaves_the_course_on_track_and_says_what_is_still_reachable() -> None:
    until = datetime(2025, 9, 30, tzinfo=UTC)
    sessions = (*eight()[:2], a_session(3, recording_until=until), *eight()[3:])
    completion = complete(SIX_OF_EIGHT, a_record(1, 2, 4, 5, sessions=sessions), now=after(5))
    assert completion.status is CompletionStatus.ON_TRACK
    assert completion.sessions == SessionsStanding(
        needed=6,
        of=8,
        have=4,
        attended=4,
        left=3,
        may_miss=1,
        make_good=0,
        missed=(3,),
        cancelled=(),
        recordings=(Recording(session_id=103, number=3, until=until),),
        questions=(),
    )
    assert completion.reasons == (
        Reason(
            code=CompletionCode.SESSIONS_SHORT,
            facts={"needed": 6, "have": 4, "of": 8, "left": 3, "may_miss": 1, "make_good": 0},
        ),
        Reason(code=CompletionCode.RECORDING_OPEN, facts={"number": 3, "until": until}),
    )


@pytest.mark.parametrize(
    ("attended", "when", "expected"),
    [
        ((), FIRST - timedelta(days=1), CompletionStatus.ON_TRACK),
        ((1,), after(1), CompletionStatus.ON_TRACK),
        ((), after(1), CompletionStatus.ON_TRACK),
        ((), after(2), CompletionStatus.AT_RISK),
        ((), after(3), CompletionStatus.OUT_OF_REACH),
        ((1, 2, 3, 4, 5), after(7), CompletionStatus.AT_RISK),
        ((1, 2, 3, 4, 5, 6), after(6), CompletionStatus.COMPLETE),
        ((1, 2, 3, 4, 5), after(8), CompletionStatus.OUT_OF_REACH),
    ],
)
def test_six_of_eight_through_the_course(attended: tuple[int, ...], when: datetime, expected: CompletionStatus) -> None:
    assert status(SIX_OF_EIGHT, a_record(*attended), when) is expected


def test_a_session_can_still_be_attended_until_its_check_in_closes() -> None:
    closes = a_session(8).open_until
    record = a_record(1, 2, 3, 4, 5)
    assert status(SIX_OF_EIGHT, record, closes - timedelta(seconds=1)) is CompletionStatus.AT_RISK
    assert status(SIX_OF_EIGHT, record, closes) is CompletionStatus.OUT_OF_REACH


def test_who_can_only_complete_by_a_recording_is_at_risk_until_the_recording_closes() -> None:
    until = after(8) + timedelta(days=20)
    record = a_record(1, 2, 3, 4, 5, sessions=(*eight()[:7], a_session(8, recording_until=until)))
    completion = complete(SIX_OF_EIGHT, record, now=after(8))
    assert (completion.status, completion.sessions.make_good) == (CompletionStatus.AT_RISK, 1)
    assert status(SIX_OF_EIGHT, record, until) is CompletionStatus.OUT_OF_REACH


def test_an_open_question_keeps_completion_in_reach_without_counting_as_attended() -> None:
    record = a_record(attendances=[an_attendance(n) for n in range(1, 6)] + [an_attendance(6, Verdict.OPEN)])
    completion = complete(SIX_OF_EIGHT, record, now=after(8))
    assert completion.status is CompletionStatus.AT_RISK
    assert (completion.sessions.have, completion.sessions.questions) == (5, (6,))


@pytest.mark.parametrize(
    ("effect", "needed", "of", "have", "expected"),
    [
        (CancelledSessions.NEED_UNCHANGED, 6, 7, 5, CompletionStatus.OUT_OF_REACH),
        (CancelledSessions.NEED_REDUCED, 5, 7, 5, CompletionStatus.COMPLETE),
        (CancelledSessions.COUNT_AS_ATTENDED, 6, 8, 6, CompletionStatus.COMPLETE),
    ],
)
def test_what_a_cancelled_session_does_to_six_of_eight(
    effect: CancelledSessions, needed: int, of: int, have: int, expected: CompletionStatus
) -> None:
    sessions = (*eight()[:7], a_session(8, cancelled=True))
    rule = replace(SIX_OF_EIGHT, cancelled=effect)
    completion = complete(rule, a_record(1, 2, 3, 4, 5, sessions=sessions), now=after(8))
    standing = completion.sessions
    assert (standing.needed, standing.of, standing.have, standing.attended) == (needed, of, have, 5)
    assert (standing.cancelled, completion.status) == ((8,), expected)


@pytest.mark.parametrize(
    ("effect", "needed", "of", "expected"),
    [
        (AddedSessions.NEED_UNCHANGED, 6, 9, CompletionStatus.COMPLETE),
        (AddedSessions.NEED_RAISED, 7, 9, CompletionStatus.OUT_OF_REACH),
        (AddedSessions.DO_NOT_COUNT, 6, 8, CompletionStatus.OUT_OF_REACH),
    ],
)
def test_what_an_added_session_does_to_six_of_eight(
    effect: AddedSessions, needed: int, of: int, expected: CompletionStatus
) -> None:
    sessions = (*eight(), a_session(9, added=True))
    rule = replace(SIX_OF_EIGHT, added=effect)
    completion = complete(rule, a_record(1, 2, 3, 4, 5, 9, sessions=sessions), now=after(9))
    assert (completion.sessions.needed, completion.sessions.of, completion.status) == (needed, of, expected)


@pytest.mark.parametrize(("share", "needed"), [(0.75, 6), (0.7, 6), (0.5, 4), (1.0, 8), (0.1, 1)])
def test_a_share_is_rounded_up_to_whole_sessions_without_binary_surprises(share: float, needed: int) -> None:
    rule = CompletionRule(key="participation", title="Participation", share_needed=share)
    assert complete(rule, a_record(), now=FIRST).sessions.needed == needed


def test_a_share_of_thirty_at_a_tenth_is_three() -> None:
    sessions = tuple(a_session(number) for number in range(1, 31))
    rule = CompletionRule(key="participation", title="Participation", share_needed=0.1)
    assert complete(rule, a_record(sessions=sessions), now=FIRST).sessions.needed == 3


def test_required_sessions_must_all_be_attended_and_a_cancelled_one_is_waived() -> None:
    rule = CompletionRule(key="core", title="Core", required_sessions=frozenset({1, 2, 8}))
    sessions = (*eight()[:7], a_session(8, cancelled=True))
    done = complete(rule, a_record(1, 2, sessions=sessions), now=after(2))
    assert done.status is CompletionStatus.COMPLETE
    assert [reason.code for reason in done.reasons] == [
        CompletionCode.SESSION_CANCELLED,
        CompletionCode.REQUIRED_MET,
        CompletionCode.REQUIRED_MET,
        CompletionCode.REQUIRED_WAIVED,
    ]
    assert status(rule, a_record(1, sessions=sessions), after(2)) is CompletionStatus.OUT_OF_REACH
    assert status(rule, a_record(sessions=sessions), FIRST) is CompletionStatus.ON_TRACK


def test_a_required_number_that_no_session_has_puts_completion_out_of_reach_with_its_number() -> None:
    rule = CompletionRule(key="core", title="Core", required_sessions=frozenset({12}))
    completion = complete(rule, a_record(), now=FIRST)
    assert completion.status is CompletionStatus.OUT_OF_REACH
    assert completion.reasons == (Reason(code=CompletionCode.REQUIRED_MISSED, facts={"number": 12}),)


def test_minutes_count_up_to_each_sessions_length_and_say_what_is_possible() -> None:
    rule = CompletionRule(key="hours", title="Hours", minutes_needed=600)
    record = a_record(attendances=[an_attendance(1, minutes=500), an_attendance(2, Verdict.PARTIAL, minutes=40)])
    completion = complete(rule, record, now=after(2))
    assert completion.minutes == MinutesStanding(needed=600, have=130, possible=670)
    assert completion.status is CompletionStatus.AT_RISK
    assert status(rule, record, after(3)) is CompletionStatus.OUT_OF_REACH


def test_a_cancelled_session_reduces_the_minutes_in_proportion_when_the_rule_says_so() -> None:
    rule = CompletionRule(key="h", title="H", minutes_needed=640, cancelled=CancelledSessions.NEED_REDUCED)
    record = a_record(sessions=(*eight()[:7], a_session(8, cancelled=True)))
    assert complete(rule, record, now=FIRST).minutes == MinutesStanding(needed=560, have=0, possible=630)


def test_excused_counts_only_when_the_rule_says_so_and_never_as_attended() -> None:
    record = a_record(attendances=[an_attendance(n) for n in range(1, 6)] + [an_attendance(6, Verdict.EXCUSED)])
    lenient = complete(replace(SIX_OF_EIGHT, excused_counts=True), record, now=after(8))
    assert (lenient.status, lenient.sessions.have, lenient.sessions.attended) == (CompletionStatus.COMPLETE, 6, 5)
    assert status(SIX_OF_EIGHT, record, after(8)) is CompletionStatus.OUT_OF_REACH


ASSESSED = CompletionRule(
    key="completion",
    title="Completion with assessment",
    pass_mark=70,
    attempts=2,
    survey_required=True,
    deadline=FIRST + timedelta(days=30),
)


def a_score(attempt: int, percent: float, *, days: int = 20) -> Score:
    return Score(attempt=attempt, percent=percent, at=FIRST + timedelta(days=days))


@pytest.mark.parametrize(
    ("scores", "days", "standing", "expected"),
    [
        ((), 10, (None, False, 0, 2), CompletionStatus.ON_TRACK),
        ((), 23, (None, False, 0, 2), CompletionStatus.AT_RISK),
        ((), 30, (None, False, 0, 2), CompletionStatus.OUT_OF_REACH),
        ((a_score(1, 69.9),), 21, (69.9, False, 1, 1), CompletionStatus.AT_RISK),
        ((a_score(1, 70),), 21, (70, True, 1, 1), CompletionStatus.COMPLETE),
        ((a_score(1, 10), a_score(2, 20)), 21, (20, False, 2, 0), CompletionStatus.OUT_OF_REACH),
        ((a_score(1, 1), a_score(2, 2), a_score(3, 99)), 21, (2, False, 2, 0), CompletionStatus.OUT_OF_REACH),
        ((a_score(1, 99, days=30),), 30, (None, False, 0, 2), CompletionStatus.OUT_OF_REACH),
    ],
)
def test_assessment_by_pass_mark_attempts_and_deadline(
    scores: tuple[Score, ...], days: int, standing: tuple[float | None, bool, int, int], expected: CompletionStatus
) -> None:
    record = a_record(scores=scores, surveys=[Survey(at=FIRST)])
    completion = complete(ASSESSED, record, now=FIRST + timedelta(days=days))
    best, passed, used, left = standing
    assert completion.assessment == AssessmentStanding(
        pass_mark=70, best=best, passed=passed, attempts_used=used, attempts_left=left
    )
    assert completion.status is expected


@pytest.mark.parametrize(
    ("surveys", "days", "done", "expected"),
    [
        ((), 21, False, CompletionStatus.ON_TRACK),
        ((), 24, False, CompletionStatus.AT_RISK),
        ((), 30, False, CompletionStatus.OUT_OF_REACH),
        ((Survey(at=FIRST + timedelta(days=29)),), 40, True, CompletionStatus.COMPLETE),
        ((Survey(at=FIRST + timedelta(days=30)),), 40, False, CompletionStatus.OUT_OF_REACH),
    ],
)
def test_the_survey_counts_before_the_deadline(
    surveys: tuple[Survey, ...], days: int, done: bool, expected: CompletionStatus
) -> None:
    record = a_record(scores=[a_score(1, 90)], surveys=surveys)
    completion = complete(ASSESSED, record, now=FIRST + timedelta(days=days))
    assert (completion.survey_done, completion.status) == (done, expected)


def test_who_withdrew_is_withdrawn_whatever_the_evidence_says() -> None:
    at = after(7)
    completion = complete(SIX_OF_EIGHT, a_record(1, 2, 3, 4, 5, 6, withdrawn=at), now=after(8))
    assert completion.status is CompletionStatus.WITHDRAWN
    assert completion.reasons[0] == Reason(code=CompletionCode.WITHDRAWN, facts={"at": at})


def test_a_stricter_rule_names_those_who_lose_and_a_milder_one_those_who_gain() -> None:
    people = [replace(a_record(*range(1, n + 1)), person_id=n) for n in (8, 6, 5)]
    stricter = replace(SIX_OF_EIGHT, sessions_needed=7)
    lost = StatusChange(person_id=6, before=CompletionStatus.COMPLETE, after=CompletionStatus.OUT_OF_REACH)
    gained = StatusChange(person_id=6, before=CompletionStatus.OUT_OF_REACH, after=CompletionStatus.COMPLETE)
    now = after(8)
    assert compare_rules(SIX_OF_EIGHT, stricter, people, now=now) == RuleComparison(gains=(), losses=(lost,), same=2)
    assert compare_rules(stricter, SIX_OF_EIGHT, people, now=now) == RuleComparison(gains=(gained,), losses=(), same=2)


def test_a_programmes_session_is_counted_with_its_closing_recording_and_whether_it_was_added() -> None:
    session = Session(
        id=101,
        marathon_id=1,
        number=1,
        title="Opening",
        wall=datetime.fromisoformat("2025-09-09T14:00"),
        zone="Europe/Zurich",
        start=FIRST,
        duration=LENGTH,
        status=SessionStatus.CANCELLED,
        created=FIRST - timedelta(days=3),
        changed=FIRST,
    )
    rule = AttendanceRule(recording_until=timedelta(days=10))
    assert count_session(session, rule, frozen=FIRST - timedelta(days=4)) == CountedSession(
        id=101,
        number=1,
        start=FIRST,
        duration=LENGTH,
        open_until=FIRST + timedelta(minutes=120),
        recording_until=FIRST + LENGTH + timedelta(days=10),
        cancelled=True,
        added=True,
    )
    assert not count_session(session, rule, frozen=None).added


# Properties. Courses of up to four sessions and every kind of rule, at any moment.

moments = st.integers(-2, 20).map(lambda days: FIRST + timedelta(days=days, hours=5))


@st.composite
def rules(draw: st.DrawFn) -> CompletionRule:
    number, share = draw(st.sampled_from([(None, None), (1, None), (2, None), (4, None), (None, 0.5), (None, 0.75)]))
    return CompletionRule(
        key="rule",
        title="Rule",
        sessions_needed=number,
        share_needed=share,
        required_sessions=frozenset(draw(st.sets(st.integers(1, 4), max_size=2))),
        minutes_needed=draw(st.sampled_from([None, 45, 90, 200])),
        pass_mark=draw(st.sampled_from([None, 60.0])),
        attempts=draw(st.sampled_from([None, 1, 2])),
        survey_required=draw(st.booleans()),
        deadline=draw(st.none() | moments),
        cancelled=draw(st.sampled_from(CancelledSessions)),
        added=draw(st.sampled_from(AddedSessions)),
        excused_counts=draw(st.booleans()),
    )


@st.composite
def records(draw: st.DrawFn) -> PersonRecord:
    sessions = [
        a_session(
            number,
            recording_until=draw(st.none() | moments),
            cancelled=draw(st.booleans()),
            added=draw(st.booleans()),
        )
        for number in range(1, draw(st.integers(1, 4)) + 1)
    ]
    attendances = [
        an_attendance(session.number, draw(st.sampled_from(Verdict)), minutes=draw(st.integers(0, 100)))
        for session in sessions
        if draw(st.booleans())
    ]
    percents = draw(st.lists(st.sampled_from([10.0, 60.0, 95.0]), max_size=3))
    return PersonRecord(
        person_id=7,
        sessions=sessions,
        attendances=attendances,
        scores=[Score(attempt=i + 1, percent=one, at=draw(moments)) for i, one in enumerate(percents)],
        surveys=[Survey(at=at) for at in draw(st.lists(moments, max_size=2))],
        withdrawn=None,
    )


@given(rules(), records(), moments, st.data())
def test_the_order_of_evidence_changes_nothing(
    rule: CompletionRule, record: PersonRecord, now: datetime, data: st.DataObject
) -> None:
    shuffled = replace(
        record,
        sessions=data.draw(st.permutations(record.sessions)),
        attendances=data.draw(st.permutations(record.attendances)),
        scores=data.draw(st.permutations(record.scores)),
        surveys=data.draw(st.permutations(record.surveys)),
    )
    assert complete(rule, shuffled, now=now) == complete(rule, record, now=now)


@given(rules(), records(), moments, st.integers(1, 4))
def test_more_attendance_is_never_worse(rule: CompletionRule, record: PersonRecord, now: datetime, number: int) -> None:
    others = [one for one in record.attendances if one.session_id != 100 + number]
    more = replace(record, attendances=[*others, an_attendance(number)])
    assert rank(status(rule, more, now)) >= rank(status(rule, record, now))


@given(rules(), records(), moments)
def test_a_survey_is_never_worse(rule: CompletionRule, record: PersonRecord, now: datetime) -> None:
    more = replace(record, surveys=[*record.surveys, Survey(at=now)])
    assert rank(status(rule, more, now)) >= rank(status(rule, record, now))


@given(rules(), records(), moments)
def test_a_later_passed_attempt_is_never_worse(rule: CompletionRule, record: PersonRecord, now: datetime) -> None:
    last = max((score.at for score in record.scores), default=now)
    more = replace(record, scores=[*record.scores, Score(attempt=9, percent=100, at=last + timedelta(hours=1))])
    assert rank(status(rule, more, now)) >= rank(status(rule, record, now))


@given(rules(), records(), moments, st.integers(0, 400))
def test_time_alone_never_undoes_complete_nor_brings_back_what_is_out_of_reach(
    rule: CompletionRule, record: PersonRecord, now: datetime, hours: int
) -> None:
    final = {CompletionStatus.COMPLETE, CompletionStatus.OUT_OF_REACH}
    before, later = status(rule, record, now), status(rule, record, now + timedelta(hours=hours))
    assert later is before or before not in final


def futures(rule: CompletionRule, record: PersonRecord, now: datetime) -> Iterator[PersonRecord]:
    """Every way in which the rest of the course can go: each session that is not closed is attended in full or stays
    as it is, a survey and up to two more attempts are handed in at once or not."""
    known = {one.session_id: one for one in record.attendances}
    limit = rule.deadline or datetime.max.replace(tzinfo=UTC)
    open_sessions = [
        session
        for session in record.sessions
        if not session.cancelled
        and session.start < limit
        and (
            now < session.open_until
            or (session.recording_until is not None and now < min(session.recording_until, limit))
            or (session.id in known and known[session.id].verdict is Verdict.OPEN)
        )
    ]
    tries: tuple[tuple[Score, ...], ...] = ((), (Score(attempt=8, percent=100, at=now),))
    surveys: tuple[tuple[Survey, ...], ...] = ((), (Survey(at=now),))
    for picks in product((False, True), repeat=len(open_sessions)):
        attended = {
            session.id: an_attendance(session.number)
            for session, pick in zip(open_sessions, picks, strict=True)
            if pick
        }
        for more_scores, more_surveys in product(tries, surveys):
            yield replace(
                record,
                attendances=list((known | attended).values()),
                scores=[*record.scores, *more_scores],
                surveys=[*record.surveys, *more_surveys],
            )


@given(rules(), records(), moments)
def test_out_of_reach_exactly_when_no_future_completes(
    rule: CompletionRule, record: PersonRecord, now: datetime
) -> None:
    record = replace(record, scores=[one for one in record.scores if one.at < now])
    reachable = any(status(rule, future, now) is CompletionStatus.COMPLETE for future in futures(rule, record, now))
    assert (status(rule, record, now) is CompletionStatus.OUT_OF_REACH) == (not reachable)
