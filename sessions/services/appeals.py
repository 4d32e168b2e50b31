"""Appeals: a participant contests a verdict, an organiser decides with a reason, and the person reads the answer."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, ActorKind, Role
from sessions.domain.appeal_files import TEXT_LENGTH, AppealFile
from sessions.domain.appeal_notices import AppealAnswer, owed_for_answer
from sessions.domain.attendance import EvidenceKind, Verdict
from sessions.domain.moments import to_micros
from sessions.domain.programme import Marathon, Session
from sessions.domain.refusals import (
    AlreadyDecided,
    AppealNotPossible,
    AppealWaiting,
    BadLength,
    BadValue,
    NoPlace,
    Refusal,
    UnknownEvidence,
    UnknownSession,
    ValueMissing,
)
from sessions.storage import appeals, deliveries, marathons, personal, persons, places, report_imports, selections
from sessions.storage import sessions as stored
from sessions.storage.appeals import Appeal, AppealStatus
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    number: int
    session: Session


async def appeal(
    store: Store,
    marathon_id: int,
    *,
    number: int,
    text: str,
    file: AppealFile | str | None,
    person_id: int | None,
    now: datetime,
) -> Made | Refusal:
    """Contests the verdict about session ``number``, from its end until the programme's window closes; one open appeal
    a session. ``file``: what proves it, or an https address of it, or None. ``person_id`` None: nobody we know."""
    text, file = text.strip(), file.strip() if isinstance(file, str) else file
    if not text:
        return ValueMissing(field="text")
    if len(text) > TEXT_LENGTH:
        return BadLength(field="text", length=len(text), minimum=1, maximum=TEXT_LENGTH)
    if isinstance(file, str) and file and not file.startswith("https://"):
        return BadValue(field="file", value=file, expected="https://…")

    async def unit(tx: Transaction) -> Made | Refusal:
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
            text=text,
            file=file or None,
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


async def contestable(store: Store, marathon_id: int, person_id: int, *, now: datetime) -> tuple[Session, ...]:
    """The sessions about which the person can appeal now: within the window, and no appeal of theirs waiting."""

    async def unit(connection: AsyncConnection) -> tuple[Session, ...]:
        place = await places.of_person(connection, marathon_id, person_id)
        if place is None:
            return ()
        marathon = await marathons.by_id(connection, marathon_id)
        made = await appeals.of_marathon(connection, marathon_id, person_id=person_id)
        waiting = {one.session_id for one in made if one.status is AppealStatus.OPEN}
        return tuple(
            one
            for one in await stored.of_marathon(connection, marathon_id)
            if one.cohort in (None, place.cohort)
            and one.id not in waiting
            and one.end <= now < one.end + marathon.programme.attendance.appeal_window
        )

    return await store.read(unit)


async def file_of(store: Store, marathon_id: int, number: int) -> AppealFile | None:
    """The file that went with an appeal; None: there is none here (any more)."""
    return await store.read(lambda connection: appeals.file_of(connection, marathon_id, number))


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
        await _tell(tx, marathon, found, upheld=uphold, reason=reason.strip(), now=now)
        stated = await report_imports.append(tx, [_statement(found, reason.strip(), now)] if uphold else [], entry)
        return Answered(number=number, evidence=stated[0] if stated else None)

    return await store.write(unit)


async def _tell(
    tx: Transaction, marathon: Marathon, found: Appeal, *, upheld: bool, reason: str, now: datetime
) -> None:
    """The answer is the person's alone: a direct message, or a letter to somebody without Discord."""
    held = await selections.held_of_person(tx.connection, marathon.id, found.person_id)
    session = next(one for one in await stored.of_marathon(tx.connection, marathon.id) if one.id == found.session_id)
    if held is None:
        return
    answer = AppealAnswer(
        appeal_id=found.id,
        application_id=held.id,
        person_id=found.person_id,
        discord_id=held.discord_id,
        language=held.language,
        session=session.number,
        upheld=upheld,
        reason=reason,
        at=now,
    )
    await deliveries.queue(tx, marathon.id, [owed_for_answer(marathon.key, answer)], now=now)


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
