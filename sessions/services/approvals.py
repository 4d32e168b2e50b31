"""The verbs of approval: look at the list of those who completed, prepare it, have it approved by somebody else."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, ActorKind, Role
from sessions.domain.approvals import Approval, CompletionList, compare, list_people, refuse_approval
from sessions.domain.open_questions import Asked, OpenQuestion, QuestionKind, find_open
from sessions.domain.programme import Marathon, SessionStatus
from sessions.domain.refusals import NoList, NotOverYet, Refusal, UnknownRule
from sessions.storage import appeals, approvals, persons, report_imports, standings
from sessions.storage import sessions as stored
from sessions.storage.appeals import AppealStatus
from sessions.storage.standings import PersonStanding
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Everybody's standing, the list as it would be now, the last one that was prepared, and what is still undecided
    and could change somebody's status."""

    marathon: Marathon
    present: CompletionList
    people: tuple[PersonStanding, ...]
    last: Approval | None
    questions: tuple[OpenQuestion, ...] = ()

    @property
    def index(self) -> int:
        """The rule's place in the programme, and of its completion in every standing."""
        return [rule.key for rule in self.marathon.programme.completion].index(self.present.rule.key)


async def preview(
    store: Store, *, marathon_id: int, now: datetime, rule_key: str | None = None
) -> Preview | UnknownRule:
    """The list as it would be now; nothing is kept. Without ``rule_key`` the programme's first rule."""
    return await store.read(lambda connection: _look(connection, marathon_id, rule_key, now))


async def prepare(
    store: Store, *, marathon_id: int, now: datetime, actor: Actor, rule_key: str | None = None
) -> Approval | Refusal:
    """Keeps the list under a number, to be approved by somebody else. Refused before the last session is over."""

    async def unit(tx: Transaction) -> Approval | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER, Role.APPROVER)
        if refused is not None:
            return refused
        found = await _look(tx.connection, marathon_id, rule_key, now)
        if isinstance(found, UnknownRule):
            return found
        ends = await _end(tx.connection, found.marathon)
        if ends is not None and now < ends:
            return NotOverYet(ends=ends)
        entry = Entry(
            actor=actor,
            at=now,
            marathon=found.marathon.key,
            verb="completion.prepared",
            subject=f"rule:{found.present.rule.key}",
            new={"people": len(found.present.people), "hash": found.present.hash, "rule": found.present.rule_version},
        )
        number = await approvals.insert(tx, marathon_id, found.present, actor=actor, now=now, entry=entry)
        made = await approvals.by_number(tx.connection, number)
        assert made is not None
        return made

    return await store.write(unit)


async def approve(store: Store, *, marathon_id: int, number: int, now: datetime, actor: Actor) -> Approval | Refusal:
    """A second organiser's word on a list (role approver). Refused to whoever prepared it and to whoever stands on
    it; a list whose evidence changed meanwhile falls, and says so."""

    async def unit(tx: Transaction) -> Approval | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.APPROVER)
        if refused is not None:
            return refused
        approval = await approvals.by_number(tx.connection, number)
        if approval is None or approval.marathon_id != marathon_id:
            newest = await approvals.newest(tx.connection, marathon_id)
            return NoList(number=number, newest=None if newest is None else newest.number)
        newest = await approvals.newest(tx.connection, marathon_id, approval.rule.key)
        if newest is not None and newest.number != number:
            return NoList(number=number, newest=newest.number)
        approver_id = int(actor.id) if actor.kind is ActorKind.ORGANISER and actor.id.isdecimal() else None
        refusal = refuse_approval(approval, actor, approver_id)
        if refusal is not None:
            return refusal
        found = await _look(tx.connection, marathon_id, approval.rule.key, now)
        if isinstance(found, UnknownRule):
            return found
        changed = compare(approval, found.present)
        if changed is not None:
            await approvals.fall(tx, found.marathon.key, approval, changed, actor=actor, now=now)
            return changed
        entry = Entry(
            actor=actor,
            at=now,
            marathon=found.marathon.key,
            verb="completion.approved",
            subject=f"approval:{number}",
            new={"hash": approval.list_hash, "people": len(approval.people), "prepared_by": approval.prepared_by.id},
        )
        await approvals.approve(tx, number, actor=actor, now=now, entry=entry)
        return await approvals.by_number(tx.connection, number) or approval

    return await store.write(unit)


async def _look(
    connection: AsyncConnection, marathon_id: int, rule_key: str | None, now: datetime
) -> Preview | UnknownRule:
    marathon, people = await standings.of_marathon(connection, marathon_id, now=now)
    rules = {rule.key: rule for rule in marathon.programme.completion}
    rule = rules.get(rule_key) if rule_key is not None else next(iter(rules.values()), None)
    if rule is None:
        return UnknownRule(key=rule_key or "", known=tuple(rules))
    present = list_people(rule, marathon.rule_version, [one.basis for one in people], now=now)
    last = await approvals.newest(connection, marathon_id, rule.key)
    bases = [one.basis for one in people]
    questions = find_open(rule, bases, await _asked(connection, marathon_id), now=now)
    return Preview(marathon=marathon, present=present, people=people, last=last, questions=questions)


async def _asked(connection: AsyncConnection, marathon_id: int) -> list[Asked]:
    """Appeals and rows of reports that wait for an organiser."""
    contested = [one for one in await appeals.of_marathon(connection, marathon_id) if one.status is AppealStatus.OPEN]
    doubtful = await report_imports.items_of(connection, marathon_id, open_only=True)
    return [
        *(
            Asked(kind=QuestionKind.APPEAL, number=one.id, session_id=one.session_id, people=(one.person_id,))
            for one in contested
        ),
        *(
            Asked(kind=QuestionKind.REVIEW, number=one.id, session_id=one.session_id, people=one.suggestions)
            for one in doubtful
        ),
    ]


async def _end(connection: AsyncConnection, marathon: Marathon) -> datetime | None:
    """When the last session's check-in closes."""
    sessions = await stored.of_marathon(connection, marathon.id)
    closes = marathon.programme.attendance.check_in_closes_after
    return max((one.end + closes for one in sessions if one.status is SessionStatus.PLANNED), default=None)
