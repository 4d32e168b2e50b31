"""Presence over the minutes of a session and over the sessions of a programme."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.attendance import Attendance, EvidenceKind, Verdict
from sessions.domain.presence import Cell, build_matrix, count_presence, find_presence, measure_presence
from sessions.domain.spans import Span, unite
from tests.sessions.domain.test_verdicts import LATER, a_session, evidence, minute, row, stay, total


def test_presence_is_the_union_of_what_stands_cut_to_the_session() -> None:
    pieces = [
        row(1, -10, 20),
        stay(2, 15, 30),
        stay(3, 60, 70),
        row(4, 80, 90),
        evidence(5, EvidenceKind.WITHDRAWAL, 200, withdraws=4),
        total(6, 100, 130, 10),
        evidence(7, EvidenceKind.CHECK_IN, 50),
    ]
    assert find_presence(pieces, a_session(), LATER) == (
        Span(minute(0), minute(30)),
        Span(minute(60), minute(70)),
        Span(minute(100), minute(120)),
    )


def test_the_curve_counts_people_at_the_beginning_of_each_minute() -> None:
    session = a_session(duration=timedelta(minutes=4, seconds=30))
    people = [
        (Span(minute(0), minute(2)),),
        (Span(minute(0.5), minute(1.5)), Span(minute(3), minute(4.5))),
    ]
    assert count_presence(people, session) == (1, 2, 0, 1, 1)


def test_what_was_withdrawn_is_neither_in_the_curve_nor_among_the_check_ins() -> None:
    session = a_session(duration=timedelta(minutes=3))
    some = [stay(1, 0, 2), evidence(2, EvidenceKind.CHECK_IN, 1)]
    other = [
        stay(3, 1, 3),
        evidence(4, EvidenceKind.CHECK_IN, -5),
        evidence(5, EvidenceKind.CHECK_IN, 2),
        evidence(6, EvidenceKind.WITHDRAWAL, 100, withdraws=5),
        evidence(7, EvidenceKind.WITHDRAWAL, 100, withdraws=3),
    ]
    measured = measure_presence([some, other], session, LATER)
    assert (measured.counts, measured.check_ins, measured.empty) == ((1, 1, 0), (minute(-5), minute(1)), False)


@given(st.lists(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 600)), max_size=4), max_size=4))
def test_the_curve_is_what_counting_one_by_one_gives(people: list[list[tuple[int, int]]]) -> None:
    session = a_session(duration=timedelta(minutes=10))
    spans = [unite(Span(minute(one / 60), minute(other / 60)) for one, other in some) for some in people]
    counted = tuple(
        sum(any(span.start <= minute(at) < span.end for span in some) for some in spans) for at in range(10)
    )
    assert count_presence(spans, session) == counted


def test_the_matrix_has_the_most_present_first_and_gaps_for_other_cohorts() -> None:
    first, second = a_session(), a_session(identifier=8, number=2, start=minute(3000))

    def attended(person: int, session: int, verdict: Verdict, seconds: int) -> Attendance:
        return Attendance(session_id=session, person_id=person, seconds=seconds, verdict=verdict)

    matrix = build_matrix(
        {
            5: [attended(5, 7, Verdict.PARTIAL, 3600)],
            4: [attended(4, 7, Verdict.PRESENT, 0), attended(4, 8, Verdict.ABSENT, 0)],
            3: [attended(3, 8, Verdict.PRESENT, 7200), attended(3, 7, Verdict.PARTIAL, 1800)],
        },
        [second, first],
    )
    assert (matrix.people, matrix.sessions, matrix.cells) == (
        (3, 4, 5),
        (first, second),
        (
            (Cell(verdict=Verdict.PARTIAL, share=0.25), Cell(verdict=Verdict.PRESENT, share=1.0)),
            (Cell(verdict=Verdict.PRESENT, share=1.0), Cell(verdict=Verdict.ABSENT, share=0.0)),
            (Cell(verdict=Verdict.PARTIAL, share=0.5), None),
        ),
    )
