"""The queue of open questions: rows of reports that name nobody without doubt, decided by an organiser."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, Role
from sessions.domain.attendance import EvidenceKind
from sessions.domain.likeness import is_bare_device
from sessions.domain.matching import fold_email
from sessions.domain.moments import to_micros
from sessions.domain.programme import Session
from sessions.domain.refusals import AlreadyDecided, Refusal, UnknownEvidence, UnknownParticipant
from sessions.storage import marathons, personal, persons, report_imports, rosters
from sessions.storage import sessions as stored
from sessions.storage.report_imports import ReviewItem
from sessions.storage.rosters import Registered
from sessions.storage.store import Entry, Store, Transaction


class Answer(StrEnum):
    CREDIT = "credit"  # the rows are this person's
    NOBODY = "nobody"  # nobody with a place
    STAFF = "staff"  # a host's or speaker's, here and in every later file


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One name with its rows, the session, and who may be meant, the likeliest first."""

    item: ReviewItem
    session: Session
    suggestions: tuple[Registered, ...]


async def queue(store: Store, marathon_id: int) -> tuple[Question, ...]:
    """What waits for an organiser, oldest first."""

    async def unit(connection: AsyncConnection) -> tuple[Question, ...]:
        items = await report_imports.items_of(connection, marathon_id, open_only=True)
        sessions = {one.id: one for one in await stored.of_marathon(connection, marathon_id)}
        people = {one.person_id: one for one in await rosters.registered(connection, marathon_id)}
        return tuple(
            Question(
                item=item,
                session=sessions[item.session_id],
                suggestions=tuple(people[one] for one in item.suggestions if one in people),
            )
            for item in items
        )

    return await store.read(unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """``remembered``: whether the answer holds for later files; a bare device name is nobody's for good.
    ``also``: further questions about the same name and e-mail that the answer settled."""

    item: ReviewItem
    answer: Answer
    person_id: int | None
    kept: int
    remembered: bool
    also: int


async def decide(
    store: Store,
    marathon_id: int,
    *,
    number: int,
    answer: Answer,
    person: str | None = None,
    actor: Actor,
    now: datetime,
) -> Settled | Refusal:
    """Settles a question once; ``person``: whom to credit, by number, mention, e-mail or exact name."""

    async def unit(tx: Transaction) -> Settled | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        item = await report_imports.item_by_id(tx.connection, number)
        if item is None or item.marathon_id != marathon_id:
            return UnknownEvidence(number=number)
        if item.status != "open":
            return AlreadyDecided(number=number, decided=item.decided or now)
        credited: Registered | None = None
        if answer is Answer.CREDIT:
            everybody = await rosters.registered(tx.connection, marathon_id)
            found = await rosters.find_participant(tx.connection, everybody, person or "")
            if isinstance(found, UnknownParticipant):
                return found
            credited = found
        return await _settle(tx, item, answer, credited, actor, now)

    return await store.write(unit)


async def _settle(
    tx: Transaction, item: ReviewItem, answer: Answer, credited: Registered | None, actor: Actor, now: datetime
) -> Settled:
    marathon = await marathons.by_id(tx.connection, item.marathon_id)
    entry = Entry(
        actor=actor,
        at=now,
        marathon=marathon.key,
        verb="attendance.reviewed",
        subject=f"review:{item.id}",
        new={"answer": answer.value, "person": credited.person_id if credited else None},
    )
    tx.record(entry)
    sure = fold_email(item.email) is not None or not is_bare_device(item.name)
    remembered = answer is not Answer.NOBODY and sure
    items = [item]
    if remembered:
        person_id = credited.person_id if credited else None
        await rosters.remember_alias(
            tx.connection,
            item.marathon_id,
            name=item.name,
            email=item.email,
            person_id=person_id,
            actor=actor,
            now=now,
        )
        every = await report_imports.items_of(tx.connection, item.marathon_id, open_only=True)
        items += [one for one in every if one.match == item.match and one.id != item.id]
    kept = 0
    for one in items if credited else []:
        assert credited is not None
        kept += await _credit(tx, one, credited.person_id, now, entry)
    status = {Answer.CREDIT: "credited", Answer.NOBODY: "nobody", Answer.STAFF: "staff"}[answer]
    await report_imports.settle_items(
        tx.connection,
        [one.id for one in items],
        status=status,
        actor=actor,
        now=now,
        person_id=credited.person_id if credited else None,
    )
    return Settled(
        item=item,
        answer=answer,
        person_id=credited.person_id if credited else None,
        kept=kept,
        remembered=remembered,
        also=len(items) - 1,
    )


async def _credit(tx: Transaction, item: ReviewItem, person_id: int, now: datetime, entry: Entry) -> int:
    """The rows become evidence of the person, as part of the import that brought them; how many were new."""
    known = await report_imports.kept_reports(tx.connection, item.session_id)
    named = await personal.keep(
        tx, person_id, "report-name", f"{item.name} <{item.email}>" if item.email else item.name, entry
    )
    rows = []
    for row in item.rows:
        digest = str(row["digest"]).rpartition(":")[2]  # the key that the row has when a later file matches it
        key, found = known.find(f"report:{item.session_id}:{person_id}:{digest}")
        if found is not None:
            continue
        detail = row["detail"]
        assert isinstance(detail, Mapping)
        rows.append(
            {
                "marathon_id": item.marathon_id,
                "session_id": item.session_id,
                "person_id": person_id,
                "kind": EvidenceKind.REPORT.value,
                "key": key,
                "at_us": to_micros(now),
                "start_us": row["start_us"],
                "end_us": row["end_us"],
                "withdraws": None,
                "detail": {**detail, "named": named, "review": item.id},
            }
        )
    ids = await report_imports.append(tx, rows, entry)
    every = await report_imports.imports_of(tx.connection, item.marathon_id)
    own = next(one for one in every if one.id == item.import_id)
    await report_imports.change_import(tx, own.id, {"stated": [*own.stated, *ids]}, entry)
    return len(ids)
