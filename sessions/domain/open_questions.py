"""Open questions before a list is approved: appeals and doubtful rows of reports that could still change a status."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sessions.domain.approvals import Basis, CountedAttendance, replay
from sessions.domain.attendance import Verdict
from sessions.domain.certificates import PresenceBasis
from sessions.domain.completion import CompletionRule, CompletionStatus


class QuestionKind(StrEnum):
    APPEAL = "appeal"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Something that an organiser has yet to decide. ``people``: whose presence it may be; empty: nobody knows."""

    kind: QuestionKind
    number: int
    session_id: int
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """``person_id`` None: it may be anybody's, and ``before`` and ``after`` are not known."""

    kind: QuestionKind
    number: int
    session_id: int
    person_id: int | None
    before: CompletionStatus | None = None
    after: CompletionStatus | None = None


def find_open(
    rule: CompletionRule, bases: Iterable[Basis], asked: Sequence[Asked], *, now: datetime
) -> tuple[OpenQuestion, ...]:
    """Those whose answer "was present" would change somebody's status, in the order they were asked."""
    by_person = {one.person_id: one for one in bases}
    found: list[OpenQuestion] = []
    for one in asked:
        if not one.people:
            found.append(OpenQuestion(kind=one.kind, number=one.number, session_id=one.session_id, person_id=None))
        for person_id in one.people:
            basis = by_person.get(person_id)
            if basis is None:
                continue
            before = replay(rule, basis, at=now).status
            after = replay(rule, _with_presence(basis, one.session_id), at=now).status
            if before is not after:
                found.append(
                    OpenQuestion(
                        kind=one.kind,
                        number=one.number,
                        session_id=one.session_id,
                        person_id=person_id,
                        before=before,
                        after=after,
                    )
                )
    return tuple(found)


def _with_presence(basis: Basis, session_id: int) -> Basis:
    """The same evidence, had the person been present in the whole session."""
    session = next((one for one in basis.sessions if one.id == session_id), None)
    if session is None:
        return basis
    present = CountedAttendance(
        session_id=session_id,
        seconds=int(session.duration.total_seconds()),
        verdict=Verdict.PRESENT,
        basis=PresenceBasis.STATEMENT,
    )
    others = tuple(one for one in basis.attendances if one.session_id != session_id)
    return replace(basis, attendances=(*others, present))
