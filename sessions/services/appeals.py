"""Appeals: a participant contests a verdict, an organiser decides with a reason, and the person reads the answer."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, ActorKind, Role
from sessions.domain.attendance import EvidenceKind, Verdict
from sessions.domain.moments import to_micros
from sessions.domain.programme import Session
from sessions.domain.refusals import (
    AlreadyDecided,
    AppealNotPossible,
    AppealWaiting,
    BadValue,
    NoPlace,
    Refusal,
    UnknownEvidence,
    UnknownSession,
    ValueMissing,
)
from sessions.storage import appeals, marathons, personal, persons, places, report_imports
from sessions.storage import sessions as stored
from sessions.storage.appeals import Appeal, AppealStatus
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    number: int
    session: Session


async def appeal(
    store: Store, marathon_id: int, *, number: int, text: str, file: str | None, discord_id: int, now: datetime
) -> Made | Refusal:
    """Contests the verdict about session ``number``, from its end until the programme's window closes; one open appeal
    a session. ``file``: an https address of what proves it, or None."""
    if not text.strip():
        return ValueMissing(field="text")
    if file and not file.strip().startswith("https://"):
        return BadValue(field="file", value=file, expected="https://…")

    async def unit(tx: Transaction) -> Made | Refusal:
        person_id = await persons.of_discord(tx.connection, discord_id)
        place = None if person_id is None else await places.of_person(tx.connection, marathon_id, person_id)
        if place is None:
            return NoPlace()
        marathon = await marathons.by_id(tx.connection, marathon_id)
        sessions = await stored.of_marathon(tx.connection, marathon_id)
        own = [one for one in sessions if one.cohort in (None, place.cohort)]
        session = next((one for one in own if one.number == number), None)
        if session is None:
            return UnknownSession(number=number, known=tuple(one.number for one in own))
        until = session.end + marathon.programme.attendance.appeal_window
        if not session.end <= now < until:
            return AppealNotPossible(opens=session.end, until=until)
        earlier = await appeals.of_marathon(tx.connection, marathon_id, person_id=place.person_id)
        for one in earlier:
            if one.session_id == session.id and one.status is AppealStatus.OPEN:
                return AppealWaiting(since=one.at)
        entry = Entry(
            actor=Actor(ActorKind.PERSON, str(place.person_id)),
            at=now,
            marathon=marathon.key,
            verb="appeal.made",
            subject=f"session:{session.id}",
            new={"person": place.person_id},
        )
        made = await appeals.keep(
            tx,
            marathon_id=marathon_id,
            session_id=session.id,
            person_id=place.person_id,
            text=text.strip(),
            file=(file or "").strip() or None,
            now=now,
            entry=entry,
        )
        return Made(number=made, session=session)

    return await store.write(unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """An appeal with its session and who made it (None: erased)."""

    appeal: Appeal
    session: Session
    name: str | None


async def queue(store: Store, marathon_id: int) -> tuple[Heard, ...]:
    """Appeals that wait for an organiser, oldest first."""

    async def unit(connection: AsyncConnection) -> tuple[Heard, ...]:
        found = [one for one in await appeals.of_marathon(connection, marathon_id) if one.status is AppealStatus.OPEN]
        sessions = {one.id: one for one in await stored.of_marathon(connection, marathon_id)}
        held = {place.person_id: place.name_id for place in await places.of_marathon(connection, marathon_id)}
        names = await personal.read_many(connection, [one for one in held.values() if one is not None])
        return tuple(
            Heard(appeal=one, session=sessions[one.session_id], name=names.get(held.get(one.person_id) or 0))
            for one in found
        )

    return await store.read(unit)


async def of_person(store: Store, marathon_id: int, person_id: int) -> tuple[tuple[Appeal, Session], ...]:
    """What a person may see of their own appeals, newest first."""

    async def unit(connection: AsyncConnection) -> tuple[tuple[Appeal, Session], ...]:
        found = await appeals.of_marathon(connection, marathon_id, person_id=person_id)
        sessions = {one.id: one for one in await stored.of_marathon(connection, marathon_id)}
        return tuple((one, sessions[one.session_id]) for one in reversed(found))

    return await store.read(unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """``evidence``: the number of the statement that an upheld appeal became; None: rejected."""

    number: int
    evidence: int | None


async def decide(
    store: Store, marathon_id: int, *, number: int, uphold: bool, reason: str, actor: Actor, now: datetime
) -> Answered | Refusal:
    """Decides once, with a reason. An upheld appeal is an organiser's statement that the person was present."""
    if not reason.strip():
        return ValueMissing(field="reason")

    async def unit(tx: Transaction) -> Answered | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        every = await appeals.of_marathon(tx.connection, marathon_id)
        found = next((one for one in every if one.id == number), None)
        if found is None:
            return UnknownEvidence(number=number)
        if found.status is not AppealStatus.OPEN:
            return AlreadyDecided(number=number, decided=found.decided or now)
        marathon = await marathons.by_id(tx.connection, marathon_id)
        status = AppealStatus.UPHELD if uphold else AppealStatus.REJECTED
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="appeal.decided",
            subject=f"appeal:{number}",
            old={"status": found.status.value},
            new={"status": status.value, "person": found.person_id, "session": found.session_id},
            why=reason.strip(),
        )
        values = {
            "status": status.value,
            "decided_us": to_micros(now),
            "decided_kind": actor.kind.value,
            "decided_by": actor.id,
            "reason": reason.strip(),
        }
        await appeals.decide(tx, number, values, entry)
        stated = await report_imports.append(tx, [_statement(found, reason.strip(), now)] if uphold else [], entry)
        return Answered(number=number, evidence=stated[0] if stated else None)

    return await store.write(unit)


def _statement(found: Appeal, reason: str, now: datetime) -> dict[str, object]:
    return {
        "marathon_id": found.marathon_id,
        "session_id": found.session_id,
        "person_id": found.person_id,
        "kind": EvidenceKind.STATEMENT.value,
        "key": f"appeal:{found.id}",
        "at_us": to_micros(now),
        "start_us": None,
        "end_us": None,
        "withdraws": None,
        "detail": {"verdict": Verdict.PRESENT.value, "reason": reason, "appeal": found.id},
    }
