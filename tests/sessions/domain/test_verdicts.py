"""What a person's evidence for a session adds up to, and why."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.attendance import (
    Attendance,
    AttendanceCode,
    AttendanceRule,
    Evidence,
    EvidenceKind,
    Reason,
    Verdict,
)
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.verdicts import attend, stand

START = datetime(2025, 9, 9, 12, tzinfo=UTC)
LATER = datetime(2025, 12, 1, tzinfo=UTC)


def minute(count: float) -> datetime:
    return START + timedelta(minutes=count)


def a_session(
    *,
    identifier: int = 7,
    number: int = 1,
    start: datetime = START,
    duration: timedelta = timedelta(hours=2),
    status: SessionStatus = SessionStatus.PLANNED,
) -> Session:
    return Session(
        id=identifier,
        marathon_id=1,
        number=number,
        title="Quality systems",
        wall=start.replace(tzinfo=None),
        zone="UTC",
        start=start,
        duration=duration,
        status=status,
        created=START,
        changed=START,
    )


def evidence(
    number: int,
    kind: EvidenceKind,
    at: float,
    *,
    span: tuple[float, float] | None = None,
    withdraws: int | None = None,
    detail: dict[str, object] | None = None,
    **facts: object,
) -> Evidence:
    return Evidence(
        id=number,
        session_id=7,
        person_id=3,
        kind=kind,
        at=minute(at),
        start=minute(span[0]) if span else None,
        end=minute(span[1]) if span else None,
        withdraws=withdraws,
        detail={**(detail or {}), **facts},
    )


def click(number: int = 1, at: float = 5) -> Evidence:
    return evidence(number, EvidenceKind.CHECK_IN, at)


def row(number: int, start: float, end: float, platform: str = "zoom-meeting") -> Evidence:
    return evidence(number, EvidenceKind.REPORT, end, span=(start, end), platform=platform)


def stay(number: int, start: float, end: float) -> Evidence:
    return evidence(number, EvidenceKind.PRESENCE, end, span=(start, end), source="Stage")


def total(number: int, first: float, last: float, minutes: float) -> Evidence:
    """A line of Google Meet: first join, last leave, a shorter total."""
    return evidence(
        number,
        EvidenceKind.REPORT,
        last,
        platform="google-meet",
        join=minute(first).isoformat(),
        leave=minute(last).isoformat(),
        possible=[minute(first).isoformat(), minute(last).isoformat()],
        total=int(minutes * 60),
        resolution=60,
        flags=[],
    )


def judge(
    *pieces: Evidence,
    rule: AttendanceRule | None = None,
    now: datetime = LATER,
    session: Session | None = None,
) -> Attendance:
    return attend(pieces, session or a_session(), rule or AttendanceRule(), now, person_id=3)


def told(attendance: Attendance) -> tuple[Verdict, int, list[str]]:
    return attendance.verdict, attendance.seconds, [reason.code for reason in attendance.reasons]


def only(*kinds: EvidenceKind, together: tuple[frozenset[EvidenceKind], ...] = ()) -> AttendanceRule:
    return AttendanceRule(alone=frozenset(kinds), together=together)


def test_nothing_is_absent_and_says_so() -> None:
    assert judge() == Attendance(
        session_id=7,
        person_id=3,
        seconds=0,
        verdict=Verdict.ABSENT,
        reasons=(Reason(code=AttendanceCode.NO_EVIDENCE),),
    )


def test_while_check_in_is_open_nobody_is_finally_absent() -> None:
    attendance = judge(now=minute(30))
    assert attendance.reasons == (Reason(code=AttendanceCode.NOT_OVER, facts={"until": minute(150)}),)


def test_a_check_in_is_enough_where_it_counts_alone() -> None:
    attendance = judge(click())
    assert attendance == Attendance(
        session_id=7,
        person_id=3,
        seconds=0,
        verdict=Verdict.PRESENT,
        reasons=(Reason(code=AttendanceCode.CHECK_IN, facts={"at": minute(5)}),),
    )


@pytest.mark.parametrize(
    ("at", "counts", "verdict", "code"),
    [
        (10, False, Verdict.PRESENT, AttendanceCode.CHECK_IN),
        (10.1, True, Verdict.PRESENT, AttendanceCode.CHECK_IN),
        (10.1, False, Verdict.PARTIAL, AttendanceCode.CHECK_IN_LATE),
        (-15.1, True, Verdict.ABSENT, AttendanceCode.CHECK_IN_OUTSIDE),
        (150, True, Verdict.ABSENT, AttendanceCode.CHECK_IN_OUTSIDE),
    ],
)
def test_a_late_check_in_counts_as_the_rule_says(at: float, counts: bool, verdict: Verdict, code: str) -> None:
    rule = AttendanceRule(late_after=timedelta(minutes=10), late_counts=counts)
    assert told(judge(click(at=at), rule=rule)) == (verdict, 0, [code])


def test_of_several_clicks_the_first_that_counts_is_named() -> None:
    rule = AttendanceRule(late_after=timedelta(minutes=10), late_counts=False)
    attendance = judge(click(3, 40), click(2, 8), click(1, -30), rule=rule)
    assert attendance.reasons == (Reason(code=AttendanceCode.CHECK_IN, facts={"at": minute(8)}),)


def test_a_report_that_covers_the_share_says_from_when_to_when() -> None:
    attendance = judge(row(1, 2, 118))
    facts = {
        "seconds": 6960,
        "seconds_min": 6960,
        "seconds_max": 6960,
        "needed": 5400,
        "length": 7200,
        "share": 0.75,
        "spans": ((minute(2), minute(118)),),
        "sources": ("zoom-meeting",),
        "flags": (),
    }
    assert (attendance.verdict, attendance.seconds, attendance.reasons) == (
        Verdict.PRESENT,
        6960,
        (Reason(code=AttendanceCode.MINUTES_ENOUGH, facts=facts),),
    )


@pytest.mark.parametrize(("end", "verdict"), [(90, Verdict.PRESENT), (89.99, Verdict.PARTIAL), (0, Verdict.ABSENT)])
def test_the_share_is_met_to_the_second(end: float, verdict: Verdict) -> None:
    assert judge(row(1, -10, end)).verdict is verdict


def test_intervals_of_the_channel_and_of_reports_are_united() -> None:
    assert told(judge(row(1, 0, 60), stay(2, 50, 80), stay(3, 90, 200))) == (
        Verdict.PRESENT,
        110 * 60,
        [AttendanceCode.MINUTES_ENOUGH],
    )


def test_a_kind_that_does_not_count_alone_leaves_the_person_partly_present() -> None:
    assert told(judge(row(1, 0, 120), rule=only(EvidenceKind.PRESENCE))) == (
        Verdict.PARTIAL,
        7200,
        [AttendanceCode.MINUTES_ENOUGH],
    )


TOGETHER = only(together=(frozenset({EvidenceKind.CHECK_IN, EvidenceKind.REPORT}),))


@pytest.mark.parametrize(
    ("pieces", "verdict", "reason"),
    [
        ((click(), row(2, 0, 100)), Verdict.PRESENT, ("together-met", ("check-in", "report"))),
        ((click(), row(2, 0, 60)), Verdict.PARTIAL, ("together-missing", ("report",))),
        ((click(),), Verdict.PARTIAL, ("together-missing", ("report",))),
        ((row(2, 0, 100),), Verdict.PARTIAL, ("together-missing", ("check-in",))),
    ],
)
def test_kinds_that_count_only_together(
    pieces: tuple[Evidence, ...], verdict: Verdict, reason: tuple[str, tuple[str, ...]]
) -> None:
    attendance = judge(*pieces, rule=TOGETHER)
    first = attendance.reasons[0]
    assert (attendance.verdict, (first.code, first.facts["kinds"])) == (verdict, reason)


def test_a_late_check_in_that_does_not_count_completes_no_set() -> None:
    rule = replace(TOGETHER, late_after=timedelta(minutes=10), late_counts=False)
    assert judge(click(at=20), row(2, 0, 100), rule=rule).verdict is Verdict.PARTIAL


def test_two_kinds_of_intervals_cover_the_share_of_a_set_in_union() -> None:
    rule = only(together=(frozenset({EvidenceKind.PRESENCE, EvidenceKind.REPORT}),))
    assert judge(row(1, 0, 50), stay(2, 40, 95), rule=rule).verdict is Verdict.PRESENT


@pytest.mark.parametrize(("minutes", "verdict"), [(130, Verdict.PRESENT), (105, Verdict.OPEN), (60, Verdict.PARTIAL)])
def test_a_range_around_the_share_is_an_open_question(minutes: float, verdict: Verdict) -> None:
    attendance = judge(total(1, -10, 130, minutes))
    assert attendance.verdict is verdict
    assert attendance.seconds_min is not None
    assert attendance.seconds_max is not None
    assert attendance.seconds_min <= attendance.seconds <= attendance.seconds_max


def test_a_range_that_cannot_change_the_verdict_is_no_question() -> None:
    assert judge(total(1, -10, 130, 105), rule=TOGETHER).verdict is Verdict.PARTIAL
    assert judge(total(1, -10, 130, 105), click(2), rule=TOGETHER).verdict is Verdict.OPEN
    assert judge(total(1, -10, 130, 105), click(2)).verdict is Verdict.PRESENT


def test_the_last_statement_of_an_organiser_overrides_everything() -> None:
    present = evidence(2, EvidenceKind.STATEMENT, 200, verdict="present", reason="Power cut, on the phone")
    absent = evidence(3, EvidenceKind.STATEMENT, 300, verdict="absent", reason="Another person's account")
    attendance = judge(row(1, 0, 100), present, absent)
    facts = {"verdict": "absent", "reason": "Another person's account", "at": minute(300)}
    assert (attendance.verdict, attendance.seconds, attendance.reasons[0]) == (
        Verdict.ABSENT,
        0,
        Reason(code=AttendanceCode.STATEMENT, facts=facts),
    )


@pytest.mark.parametrize(
    ("detail", "verdict", "seconds"),
    [
        ({"verdict": "present"}, Verdict.PRESENT, 7200),
        ({"verdict": "present", "minutes": 100}, Verdict.PRESENT, 6000),
        ({"verdict": "present", "minutes": 500}, Verdict.PRESENT, 7200),
        ({"verdict": "excused"}, Verdict.EXCUSED, 600),
        ({"verdict": "absent"}, Verdict.ABSENT, 0),
    ],
)
def test_a_statement_gives_verdict_and_seconds(detail: dict[str, object], verdict: Verdict, seconds: int) -> None:
    attendance = judge(row(1, 0, 10), evidence(2, EvidenceKind.STATEMENT, 200, reason="?", detail=detail))
    assert (attendance.verdict, attendance.seconds) == (verdict, seconds)


def test_where_statements_do_not_count_only_an_excuse_does() -> None:
    rule = only(EvidenceKind.REPORT)
    absent = evidence(2, EvidenceKind.STATEMENT, 200, verdict="absent", reason="?")
    excused = evidence(2, EvidenceKind.STATEMENT, 200, verdict="excused", reason="Ill")
    assert told(judge(row(1, 0, 100), absent, rule=rule)) == (
        Verdict.PRESENT,
        6000,
        [AttendanceCode.STATEMENT_NOT_COUNTED, AttendanceCode.MINUTES_ENOUGH],
    )
    assert judge(row(1, 0, 100), excused, rule=rule).verdict is Verdict.EXCUSED


def test_a_group_viewing_waits_for_its_countersignature() -> None:
    declared = evidence(1, EvidenceKind.GROUP, 130, declared_by=4)
    signed = evidence(2, EvidenceKind.GROUP, 140, countersigns=1, countersigned_by=9)
    assert [told(judge(declared)), told(judge(declared, signed))] == [
        (Verdict.OPEN, 0, [AttendanceCode.GROUP_WAITING]),
        (Verdict.PRESENT, 7200, [AttendanceCode.GROUP]),
    ]


def test_a_group_viewing_that_the_rule_does_not_know_is_no_question() -> None:
    declared = evidence(1, EvidenceKind.GROUP, 130, declared_by=4)
    assert judge(declared, rule=only(EvidenceKind.CHECK_IN)).verdict is Verdict.ABSENT


@pytest.mark.parametrize(
    ("until", "at", "verdict", "code"),
    [
        (None, 300, Verdict.ABSENT, AttendanceCode.RECORDING_NOT_ALLOWED),
        (timedelta(days=7), 300, Verdict.PRESENT, AttendanceCode.RECORDING),
        (timedelta(hours=3), 299.9, Verdict.PRESENT, AttendanceCode.RECORDING),
        (timedelta(hours=3), 300, Verdict.ABSENT, AttendanceCode.RECORDING_TOO_LATE),
    ],
)
def test_a_recording_counts_if_the_rule_allows_it_and_in_time(
    until: timedelta | None, at: float, verdict: Verdict, code: str
) -> None:
    attendance = judge(evidence(1, EvidenceKind.RECORDING, at), rule=AttendanceRule(recording_until=until))
    assert told(attendance) == (verdict, 7200 if verdict is Verdict.PRESENT else 0, [code])


def test_withdrawn_evidence_counts_for_nothing_and_is_mentioned() -> None:
    attendance = judge(click(), evidence(2, EvidenceKind.WITHDRAWAL, 60, withdraws=1, reason="Shared screen"))
    assert (attendance.verdict, attendance.reasons) == (
        Verdict.ABSENT,
        (Reason(code=AttendanceCode.WITHDRAWN, facts={"count": 1}),),
    )


def test_withdrawing_a_withdrawal_gives_the_evidence_back() -> None:
    pieces = [
        click(),
        evidence(2, EvidenceKind.WITHDRAWAL, 60, withdraws=1),
        evidence(3, EvidenceKind.WITHDRAWAL, 70, withdraws=2),
    ]
    assert stand(pieces, LATER) == (click(),)


def test_a_withdrawal_takes_away_only_what_came_before_it() -> None:
    assert stand([evidence(1, EvidenceKind.WITHDRAWAL, 1, withdraws=2), click(2)], LATER) == (click(2),)


def test_evidence_of_the_future_is_not_known_yet() -> None:
    assert judge(click(at=5), now=minute(4)).verdict is Verdict.ABSENT


def test_a_cancelled_session_is_said() -> None:
    attendance = judge(session=a_session(status=SessionStatus.CANCELLED))
    assert attendance.reasons == (Reason(code=AttendanceCode.SESSION_CANCELLED),)


def test_after_a_move_the_old_clicks_and_minutes_are_laid_against_the_new_time() -> None:
    moved = a_session(start=minute(60))
    assert told(judge(click(at=5), row(2, 0, 100), session=moved)) == (
        Verdict.PARTIAL,
        2400,
        [AttendanceCode.CHECK_IN_OUTSIDE, AttendanceCode.MINUTES_SHORT],
    )


PIECES = st.lists(
    st.one_of(
        st.builds(lambda at: ("click", at, 0), st.integers(-30, 170)),
        st.builds(lambda at, length: ("row", at, length), st.integers(-30, 130), st.integers(0, 120)),
        st.builds(lambda at, length: ("stay", at, length), st.integers(-30, 130), st.integers(0, 120)),
        st.builds(lambda at, length: ("total", at, length), st.integers(-30, 130), st.integers(1, 120)),
        st.builds(lambda at, which: ("statement", at, which), st.integers(0, 300), st.integers(0, 2)),
        st.builds(lambda at, signed: ("group", at, signed), st.integers(0, 300), st.integers(0, 1)),
        st.builds(lambda at, which: ("withdrawal", at, which), st.integers(0, 300), st.integers(0, 8)),
        st.builds(lambda at: ("recording", at, 0), st.integers(120, 300)),
    ),
    max_size=8,
)
RULES = st.builds(
    AttendanceRule,
    minimum_share=st.sampled_from([0.5, 0.75, 1.0]),
    alone=st.frozensets(st.sampled_from(EvidenceKind)),
    together=st.lists(st.frozensets(st.sampled_from(EvidenceKind), min_size=1, max_size=3), max_size=2).map(tuple),
    late_after=st.none() | st.just(timedelta(minutes=10)),
    late_counts=st.booleans(),
    recording_until=st.none() | st.just(timedelta(hours=2)),
)


def build(number: int, kind: str, at: int, value: int) -> Evidence:
    match kind:
        case "click":
            return click(number, at)
        case "row":
            return row(number, at, at + value)
        case "stay":
            return stay(number, at, at + value)
        case "total":
            return total(number, at, at + value, value * 0.8)
        case "statement":
            return evidence(number, EvidenceKind.STATEMENT, at, verdict=("present", "absent", "excused")[value])
        case "group":
            return evidence(number, EvidenceKind.GROUP, at, detail={"countersigned_by": 9} if value else {})
        case "recording":
            return evidence(number, EvidenceKind.RECORDING, at)
        case _:
            return evidence(number, EvidenceKind.WITHDRAWAL, at, withdraws=value)


@given(PIECES, RULES, st.integers(-30, 400), st.data())
def test_the_order_of_the_evidence_changes_nothing(
    drawn: list[tuple[str, int, int]], rule: AttendanceRule, now: int, data: st.DataObject
) -> None:
    pieces = [build(number, *one) for number, one in enumerate(drawn, start=1)]
    shuffled = data.draw(st.permutations(pieces))
    assert judge(*shuffled, rule=rule, now=minute(now)) == judge(*pieces, rule=rule, now=minute(now))


@given(PIECES, RULES)
def test_what_is_withdrawn_is_as_if_it_had_never_been(drawn: list[tuple[str, int, int]], rule: AttendanceRule) -> None:
    pieces = [build(number, *one) for number, one in enumerate(drawn, start=1) if one[0] != "withdrawal"]
    extra = click(50, 5)
    withdrawal = evidence(51, EvidenceKind.WITHDRAWAL, 400, withdraws=50)
    without, withdrawn = judge(*pieces, rule=rule), judge(*pieces, extra, withdrawal, rule=rule)
    assert (withdrawn.verdict, withdrawn.seconds) == (without.verdict, without.seconds)


@given(PIECES, RULES)
def test_seconds_never_exceed_the_session_and_every_verdict_has_a_reason(
    drawn: list[tuple[str, int, int]], rule: AttendanceRule
) -> None:
    attendance = judge(*(build(number, *one) for number, one in enumerate(drawn, start=1)), rule=rule)
    assert (0 <= attendance.seconds <= 7200, len(attendance.reasons) > 0) == (True, True)


@given(PIECES, RULES, st.integers(-30, 100), st.integers(1, 60))
def test_more_presence_never_harms(
    drawn: list[tuple[str, int, int]], rule: AttendanceRule, start: int, length: int
) -> None:
    ranks = [Verdict.ABSENT, Verdict.PARTIAL, Verdict.OPEN, Verdict.PRESENT]
    pieces = [build(number, *one) for number, one in enumerate(drawn, start=1) if one[0] not in ("statement", "total")]
    before, after = judge(*pieces, rule=rule), judge(*pieces, row(60, start, start + length), rule=rule)
    assert ranks.index(after.verdict) >= ranks.index(before.verdict)
