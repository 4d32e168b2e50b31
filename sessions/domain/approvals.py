"""Approvals: the list of those who completed, prepared by one organiser and approved by another (four eyes).

What is approved is a hash: of the rule, its version, and of everything that each person's completion rests on. When
evidence, rule or name changes afterwards, the hash is another one and the approval falls.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.attendance import Attendance, AttendanceCode, Verdict
from sessions.domain.certificates import PresenceBasis
from sessions.domain.completion import (
    Completion,
    CompletionRule,
    CompletionStatus,
    CountedSession,
    PersonRecord,
    Score,
    Survey,
)
from sessions.domain.documents import write_record
from sessions.domain.refusals import FourEyes, ListApproved, ListChanged, OwnList
from sessions.domain.standing import complete


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedAttendance:
    session_id: int
    seconds: int
    verdict: Verdict
    basis: PresenceBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Everything that one person's completion rests on, in values that are kept beside the certificate: from it and
    the rule the decision can be computed again. ``name_id``: the personal value that is the name."""

    person_id: int
    name_id: int | None
    sessions: tuple[CountedSession, ...]
    attendances: tuple[CountedAttendance, ...]
    scores: tuple[Score, ...] = ()
    surveys: tuple[Survey, ...] = ()
    withdrawn: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One person of a list who completed."""

    basis: Basis
    completion: Completion

    @property
    def person_id(self) -> int:
        return self.basis.person_id


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionList:
    """Those who completed under a rule, by person id."""

    rule: CompletionRule
    rule_version: int
    people: tuple[Listed, ...]

    @property
    def digests(self) -> dict[str, str]:
        return {str(one.person_id): digest(one.basis) for one in self.people}

    @property
    def hash(self) -> str:
        """What an approver approves."""
        return hash_list(self.rule, self.rule_version, self.digests)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A list as it was prepared, and what became of it."""

    number: int
    marathon_id: int
    rule: CompletionRule
    rule_version: int
    list_hash: str
    people: Mapping[str, str]
    prepared: datetime
    prepared_by: Actor
    approved: datetime | None = None
    approved_by: Actor | None = None
    fallen: datetime | None = None

    @property
    def stands(self) -> bool:
        return self.approved is not None and self.fallen is None


_CONNECTED = frozenset({AttendanceCode.MINUTES_ENOUGH, AttendanceCode.MINUTES_RANGE, AttendanceCode.MINUTES_SHORT})
_BASES: Mapping[str, PresenceBasis] = {
    **dict.fromkeys(_CONNECTED, PresenceBasis.CONNECTION),
    AttendanceCode.TOGETHER_MET: PresenceBasis.CONNECTION,
    AttendanceCode.STATEMENT: PresenceBasis.STATEMENT,
    AttendanceCode.GROUP: PresenceBasis.GROUP,
    AttendanceCode.RECORDING: PresenceBasis.RECORDING,
}


def presence_basis(attendance: Attendance) -> PresenceBasis:
    """How presence was proven, by the decisive reason."""
    if attendance.verdict is Verdict.EXCUSED:
        return PresenceBasis.EXCUSED
    first = attendance.reasons[0].code if attendance.reasons else ""
    return _BASES.get(first, PresenceBasis.CHECK_IN)


def basis_of(record: PersonRecord, name_id: int | None) -> Basis:
    return Basis(
        person_id=record.person_id,
        name_id=name_id,
        sessions=tuple(sorted(record.sessions, key=lambda one: (one.number, one.id))),
        attendances=tuple(
            CountedAttendance(
                session_id=one.session_id, seconds=one.seconds, verdict=one.verdict, basis=presence_basis(one)
            )
            for one in sorted(record.attendances, key=lambda one: one.session_id)
        ),
        scores=tuple(sorted(record.scores, key=lambda one: (one.at, one.attempt))),
        surveys=tuple(record.surveys),
        withdrawn=record.withdrawn,
    )


def record_of(basis: Basis) -> PersonRecord:
    """The record again, as completion reads it."""
    attendances = [
        Attendance(
            session_id=one.session_id,
            person_id=basis.person_id,
            seconds=one.seconds,
            verdict=one.verdict,
        )
        for one in basis.attendances
    ]
    return PersonRecord(
        person_id=basis.person_id,
        sessions=basis.sessions,
        attendances=attendances,
        scores=basis.scores,
        surveys=basis.surveys,
        withdrawn=basis.withdrawn,
    )


def replay(rule: CompletionRule, basis: Basis, *, at: datetime) -> Completion:
    """The decision once more, from what was kept."""
    return complete(rule, record_of(basis), now=at)


def list_people(rule: CompletionRule, version: int, bases: Sequence[Basis], *, now: datetime) -> CompletionList:
    """Those whose completion the rule carries now."""
    judged = [(basis, replay(rule, basis, at=now)) for basis in sorted(bases, key=lambda one: one.person_id)]
    people = tuple(
        Listed(basis=basis, completion=completion)
        for basis, completion in judged
        if completion.status is CompletionStatus.COMPLETE
    )
    return CompletionList(rule=rule, rule_version=version, people=people)


def digest(basis: Basis) -> str:
    """SHA-256, hexadecimal, of what a person's completion rests on."""
    return _hash(write_record(basis))


def hash_list(rule: CompletionRule, version: int, digests: Mapping[str, str]) -> str:
    """SHA-256, hexadecimal, of rule, version and every person's digest."""
    return _hash({"rule": write_record(rule), "version": version, "people": dict(digests)})


def _hash(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def compare(approval: Approval, present: CompletionList) -> ListChanged | None:
    """None when the list is what it was; else whose evidence changed, who came and who went."""
    if present.hash == approval.list_hash:
        return None
    now, then = present.digests, approval.people
    changed = sorted(int(one) for one in now.keys() | then.keys() if now.get(one) != then.get(one))
    return ListChanged(number=approval.number, changed=tuple(changed))


def refuse_approval(
    approval: Approval, approver: Actor, approver_id: int | None
) -> FourEyes | OwnList | ListApproved | None:
    """Four eyes: whoever prepared a list does not approve it, and nobody approves a list that names them."""
    if approval.approved is not None and approval.approved_by is not None:
        return ListApproved(number=approval.number, by=approval.approved_by.id, at=approval.approved)
    if is_same(approval.prepared_by, approver):
        return FourEyes(number=approval.number, by=approval.prepared_by.id)
    if approver_id is not None and str(approver_id) in approval.people:
        return OwnList(number=approval.number)
    return None


def is_same(one: Actor, other: Actor) -> bool:
    """Operators are told apart by the name that they gave, in any case of letters, and not by their login."""
    if one.kind is ActorKind.OPERATOR and other.kind is ActorKind.OPERATOR:
        return _name(one) == _name(other)
    return one == other


def _name(operator: Actor) -> str:
    return " ".join(operator.id.partition(" (system user ")[0].casefold().split())
