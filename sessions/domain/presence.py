"""Presence over a session's minutes and over a programme's sessions, as figures for pictures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.domain.attendance import Attendance, Evidence, EvidenceKind, Verdict
from sessions.domain.programme import Session
from sessions.domain.report_evidence import restore_row
from sessions.domain.spans import Span, unite
from sessions.domain.verdicts import INTERVALS, stand

_MINUTE = timedelta(minutes=1)


def find_presence(evidence: Iterable[Evidence], session: Session, now: datetime) -> tuple[Span, ...]:
    """When one person was there without doubt, cut to the session: the union of every interval that stands. Where a
    report states only a first join and a last leave, that span stands for it."""
    rows = [restore_row(one) for one in stand(evidence, now) if one.kind in INTERVALS]
    spans = (row.sure or row.possible for row in rows)
    return unite(span.clip(Span(session.start, session.end)) for span in spans if span)


def count_presence(people: Iterable[Sequence[Span]], session: Session) -> tuple[int, ...]:
    """How many people were there at the beginning of each minute of the session; a last part of a minute counts as one.

    ``people``: a person's disjoint spans each, as ``find_presence`` gives them.
    """
    length = -(-(session.end - session.start) // _MINUTE)
    changes = [0] * (length + 1)
    for spans in people:
        for span in spans:
            first = -(-(span.start - session.start) // _MINUTE)
            after = -(-(span.end - session.start) // _MINUTE)
            changes[min(first, length)] += 1
            changes[min(after, length)] -= 1
    curve, present = [], 0
    for change in changes[:length]:
        present += change
        curve.append(present)
    return tuple(curve)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """One session: ``counts`` as ``count_presence`` gives them; the moments of the check-ins that stand, in order."""

    session: Session
    counts: tuple[int, ...]
    check_ins: tuple[datetime, ...]

    @property
    def empty(self) -> bool:
        """Nothing can be drawn of it."""
        return not any(self.counts) and not self.check_ins


def measure_presence(people: Iterable[Sequence[Evidence]], session: Session, now: datetime) -> Presence:
    """``people``: each person's evidence for the session."""
    every = [tuple(stand(evidence, now)) for evidence in people]
    return Presence(
        session=session,
        counts=count_presence([find_presence(evidence, session, now) for evidence in every], session),
        check_ins=tuple(sorted(one.at for evidence in every for one in evidence if one.kind is EvidenceKind.CHECK_IN)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One person in one session. ``share``: of the session's length, 0 to 1; by its verdict where none is proven."""

    verdict: Verdict
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """People × sessions. ``cells[row][column]`` is None where the session is not the person's (another cohort)."""

    people: tuple[int, ...]
    sessions: tuple[Session, ...]
    cells: tuple[tuple[Cell | None, ...], ...]


def build_matrix(attendances: Mapping[int, Sequence[Attendance]], sessions: Sequence[Session]) -> Matrix:
    """``attendances``: person id → theirs. Rows: those with most presence first, then by id. Columns: in order of
    start."""
    columns = tuple(sorted(sessions, key=lambda session: (session.start, session.number, session.id)))
    rows = {
        person: tuple(_cell(attended, session) for session in columns)
        for person, some in attendances.items()
        for attended in [{one.session_id: one for one in some}]
    }
    people = sorted(rows, key=lambda person: (-sum(cell.share for cell in rows[person] if cell), person))
    return Matrix(people=tuple(people), sessions=columns, cells=tuple(rows[person] for person in people))


def _cell(attended: Mapping[int, Attendance], session: Session) -> Cell | None:
    attendance = attended.get(session.id)
    if attendance is None:
        return None
    length = Span(session.start, session.end).seconds
    share = min(1.0, attendance.seconds / length) if length else 0.0
    if attendance.verdict is Verdict.PRESENT and attendance.seconds == 0:
        share = 1.0
    return Cell(verdict=attendance.verdict, share=share)
