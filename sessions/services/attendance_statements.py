"""What people state of attendance: an organiser's statement, group viewing, a recording watched, a withdrawal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, ActorKind, Role
from sessions.domain.attendance import Evidence, EvidenceKind, Verdict
from sessions.domain.moments import to_micros
from sessions.domain.programme import Marathon, Session
from sessions.domain.refusals import (
    AlreadyDecided,
    BadValue,
    NoPlace,
    RecordingNotCounted,
    Refusal,
    UnknownEvidence,
    UnknownParticipant,
    UnknownSession,
    ValueMissing,
)
from sessions.domain.verdicts import stand
from sessions.storage import evidence, marathons, persons, report_imports, rosters
from sessions.storage import sessions as stored
from sessions.storage.rosters import Registered
from sessions.storage.store import Entry, Store, Transaction

STATED = (Verdict.PRESENT, Verdict.ABSENT, Verdict.EXCUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The evidence's numbers, in the order of the persons."""

    session: Session
    persons: tuple[int, ...]
    evidence: tuple[int, ...]


async def mark(
    store: Store,
    marathon_id: int,
    *,
    number: int,
    people: Sequence[str],
    verdict: Verdict,
    reason: str,
    actor: Actor,
    now: datetime,
) -> Stated | Refusal:
    """States present, absent or excused of one person or a list, all or nobody. People are named by number, mention,
    e-mail or exact name; somebody who cannot be found refuses the whole list."""
    if verdict not in STATED:
        return BadValue(field="verdict", value=verdict.value, expected=", ".join(STATED))
    if not reason.strip():
        return ValueMissing(field="reason")

    async def unit(tx: Transaction) -> Stated | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        found = await _find(tx.connection, marathon_id, number, people)
        if not isinstance(found, _Found):
            return found
        detail = {"verdict": verdict.value, "reason": reason.strip()}
        return await _append(
            tx, found, EvidenceKind.STATEMENT, detail, actor, now, verb="evidence.statement", why=reason.strip()
        )

    return await store.write(unit)


async def declare_group(
    store: Store, marathon_id: int, *, number: int, people: Sequence[str], discord_id: int, now: datetime
) -> Stated | Refusal:
    """A participant declares that they and the named others watched session ``number`` together. It counts once an
    organiser countersigns; nobody can be declared by somebody without a place."""

    async def unit(tx: Transaction) -> Stated | Refusal:
        declarer = await persons.of_discord(tx.connection, discord_id)
        everybody = await rosters.registered(tx.connection, marathon_id)
        if declarer is None or all(one.person_id != declarer for one in everybody):
            return NoPlace()
        found = await _find(tx.connection, marathon_id, number, [f"#{declarer}", *people])
        if not isinstance(found, _Found):
            return found
        actor = Actor(ActorKind.PERSON, str(declarer))
        detail = {"declared_by": declarer}
        return await _append(tx, found, EvidenceKind.GROUP, detail, actor, now, verb="evidence.group")

    return await store.write(unit)


async def countersign(
    store: Store, marathon_id: int, *, declared: Sequence[int], actor: Actor, now: datetime
) -> tuple[int, ...] | Refusal:
    """An organiser signs declarations of group viewing; the numbers of the signatures. Refuses what is none
    (UnknownEvidence), what is signed already, and one's own declaration's signature by nobody but an organiser."""

    async def unit(tx: Transaction) -> tuple[int, ...] | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        kept = await evidence.of_marathon(tx.connection, marathon_id)
        every = {one.id: one for some in kept.values() for one in stand(some, now)}
        signed = {one.detail.get("countersigns"): one.at for one in every.values()}
        marathon = await marathons.by_id(tx.connection, marathon_id)
        rows = []
        for number in declared:
            one = every.get(number)
            if one is None or one.kind is not EvidenceKind.GROUP or "countersigns" in one.detail:
                return UnknownEvidence(number=number)
            if number in signed:
                return AlreadyDecided(number=number, decided=signed[number])
            detail = {"countersigns": number, "countersigned_by": actor.id}
            key = f"group-signature:{number}"
            rows.append(_row(one.session_id, marathon.id, one.person_id, EvidenceKind.GROUP, key, detail, now))
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="evidence.countersigned",
            subject="evidence",
            new={"evidence": list(declared)},
        )
        return await report_imports.append(tx, rows, entry)

    return await store.write(unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One declaration of group viewing that no organiser has signed; names are None once erased."""

    session: Session
    declared_by: str | None
    names: tuple[str | None, ...]
    evidence: tuple[int, ...]


async def waiting_groups(store: Store, marathon_id: int, *, now: datetime) -> tuple[Waiting, ...]:
    """Oldest first."""

    async def unit(connection: AsyncConnection) -> tuple[Waiting, ...]:
        kept = await evidence.of_marathon(connection, marathon_id)
        groups = [one for some in kept.values() for one in stand(some, now) if one.kind is EvidenceKind.GROUP]
        signed = {one.detail.get("countersigns") for one in groups}
        sessions = {one.id: one for one in await stored.of_marathon(connection, marathon_id)}
        names = {one.person_id: one.name for one in await rosters.registered(connection, marathon_id)}
        found: dict[tuple[datetime, int, object], list[Evidence]] = {}
        for one in groups:
            if one.id not in signed and "countersigns" not in one.detail:
                found.setdefault((one.at, one.session_id, one.detail.get("declared_by")), []).append(one)
        return tuple(
            Waiting(
                session=sessions[session_id],
                declared_by=names.get(declarer) if isinstance(declarer, int) else None,
                names=tuple(names.get(one.person_id) for one in some),
                evidence=tuple(sorted(one.id for one in some)),
            )
            for (_, session_id, declarer), some in sorted(found.items(), key=lambda item: item[0][:2])
        )

    return await store.read(unit)


async def settle_group(
    store: Store, marathon_id: int, *, declared: Sequence[int], sign: bool, actor: Actor, now: datetime
) -> tuple[int, ...] | Refusal:
    """Signs a declaration, or withdraws it as not confirmed; the numbers of the new evidence."""
    if sign:
        return await countersign(store, marathon_id, declared=declared, actor=actor, now=now)
    numbers = []
    for number in declared:
        reason = "group viewing not confirmed"
        done = await withdraw(store, marathon_id, number=number, reason=reason, actor=actor, now=now)
        if not isinstance(done, Withdrawn):
            return done
        numbers.append(done.number)
    return tuple(numbers)


async def watch_recording(
    store: Store, marathon_id: int, *, number: int, proof: str, discord_id: int, now: datetime
) -> Stated | Refusal:
    """A participant says that they watched the recording, with what proves it. Refuses where the programme counts
    none, or no longer."""
    if not proof.strip():
        return ValueMissing(field="proof")

    async def unit(tx: Transaction) -> Stated | Refusal:
        person_id = await persons.of_discord(tx.connection, discord_id)
        people = await rosters.registered(tx.connection, marathon_id)
        if person_id is None or all(one.person_id != person_id for one in people):
            return NoPlace()
        found = await _find(tx.connection, marathon_id, number, [f"#{person_id}"])
        if not isinstance(found, _Found):
            return found
        allowed, session = found.marathon.programme.attendance.recording_until, found.chosen[0][1]
        if allowed is None:
            return RecordingNotCounted()
        if not session.start <= now < session.end + allowed:
            return RecordingNotCounted(until=session.end + allowed)
        actor = Actor(ActorKind.PERSON, str(person_id))
        detail = {"proof": proof.strip()}
        return await _append(tx, found, EvidenceKind.RECORDING, detail, actor, now, verb="evidence.recording")

    return await store.write(unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """``evidence`` does not count any more; ``number`` is the withdrawal's own."""

    evidence: Evidence
    number: int


async def withdraw(
    store: Store, marathon_id: int, *, number: int, reason: str, actor: Actor, now: datetime
) -> Withdrawn | Refusal:
    """Takes back one piece of evidence, whatever its kind, by another piece that says why. Withdrawing a withdrawal
    gives back what it took."""
    if not reason.strip():
        return ValueMissing(field="reason")

    async def unit(tx: Transaction) -> Withdrawn | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER)
        if refused is not None:
            return refused
        marathon = await marathons.by_id(tx.connection, marathon_id)
        kept = await evidence.of_marathon(tx.connection, marathon_id)
        found = next((one for some in kept.values() for one in some if one.id == number), None)
        if found is None or not _stands(kept[found.person_id], found):
            return UnknownEvidence(number=number)
        key = f"withdrawal:{number}:{to_micros(now)}"
        detail = {"reason": reason.strip()}
        row = _row(found.session_id, marathon.id, found.person_id, EvidenceKind.WITHDRAWAL, key, detail, now)
        entry = Entry(
            actor=actor,
            at=now,
            marathon=marathon.key,
            verb="evidence.withdrawn",
            subject=f"evidence:{number}",
            old={"kind": found.kind.value, "session": found.session_id, "person": found.person_id},
            why=reason.strip(),
        )
        (withdrawal,) = await report_imports.append(tx, [{**row, "withdraws": number}], entry)
        return Withdrawn(evidence=found, number=withdrawal)

    return await store.write(unit)


def _stands(kept: Sequence[Evidence], one: Evidence) -> bool:
    """Whether nothing that stands withdraws it; for withdrawals too, which ``stand`` leaves out."""
    gone: set[int] = set()
    for other in sorted(kept, key=lambda other: other.id, reverse=True):
        if other.kind is EvidenceKind.WITHDRAWAL and other.id not in gone and other.withdraws:
            gone.add(other.withdraws)
    return one.id not in gone


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The people meant, each with their session of the number."""

    marathon: Marathon
    chosen: tuple[tuple[Registered, Session], ...]


async def _find(
    connection: AsyncConnection, marathon_id: int, number: int, people: Sequence[str]
) -> _Found | UnknownSession | UnknownParticipant | ValueMissing:
    marathon = await marathons.by_id(connection, marathon_id)
    sessions = await stored.of_marathon(connection, marathon_id)
    numbered = [one for one in sessions if one.number == number]
    if not numbered:
        return UnknownSession(number=number, known=tuple(sorted({one.number for one in sessions})))
    everybody = await rosters.registered(connection, marathon_id)
    chosen: dict[int, tuple[Registered, Session]] = {}
    for text in filter(str.strip, people):
        one = await rosters.find_participant(connection, everybody, text)
        if isinstance(one, UnknownParticipant):
            return one
        own = [session for session in numbered if session.cohort in (None, one.cohort)]
        if not own:
            return UnknownSession(number=number)
        chosen[one.person_id] = (one, own[0])
    return _Found(marathon=marathon, chosen=tuple(chosen.values())) if chosen else ValueMissing(field="people")


async def _append(
    tx: Transaction,
    found: _Found,
    kind: EvidenceKind,
    detail: Mapping[str, object],
    actor: Actor,
    now: datetime,
    *,
    verb: str,
    why: str | None = None,
) -> Stated:
    session = found.chosen[0][1]
    rows = [
        _row(own.id, found.marathon.id, one.person_id, kind, _key(kind, own, one, actor, now), detail, now)
        for one, own in found.chosen
    ]
    people = tuple(one.person_id for one, _ in found.chosen)
    entry = Entry(
        actor=actor,
        at=now,
        marathon=found.marathon.key,
        verb=verb,
        subject=f"session:{session.id}",
        new={"persons": list(people), **{name: value for name, value in detail.items() if name == "verdict"}},
        why=why,
    )
    return Stated(session=session, persons=people, evidence=await report_imports.append(tx, rows, entry))


def _key(kind: EvidenceKind, session: Session, one: Registered, actor: Actor, now: datetime) -> str:
    """One statement a person, session, speaker and moment."""
    return f"{kind.value}:{session.id}:{one.person_id}:{to_micros(now)}:{actor.id}"[:128]


def _row(
    session_id: int,
    marathon_id: int,
    person_id: int,
    kind: EvidenceKind,
    key: str,
    detail: Mapping[str, object],
    now: datetime,
) -> dict[str, object]:
    return {
        "marathon_id": marathon_id,
        "session_id": session_id,
        "person_id": person_id,
        "kind": kind.value,
        "key": key,
        "at_us": to_micros(now),
        "start_us": None,
        "end_us": None,
        "withdraws": None,
        "detail": dict(detail),
    }
