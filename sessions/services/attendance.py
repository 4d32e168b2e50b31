"""The verbs of attendance: check in, show a session, say what is missing."""

import asyncio
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_bytes

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, ActorKind, Role
from sessions.domain.attendance import Attendance, Evidence, EvidenceKind
from sessions.domain.check_in import (
    WRONG_CODES_ALLOWED,
    CheckIn,
    CodeAccepted,
    compute_code,
    decide_check_in,
    decide_code,
    derive_prompt_secret,
    find_code_change,
)
from sessions.domain.moments import to_micros
from sessions.domain.programme import Marathon, Session
from sessions.domain.refusals import Refusal, TooManyWrongCodes, UnknownSession, WrongCode
from sessions.domain.verdicts import attend
from sessions.storage import evidence, marathons, personal, persons, places, reminder_choices
from sessions.storage import sessions as stored
from sessions.storage.places import Place
from sessions.storage.store import Change, Entry, EvidenceKept, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedIn:
    """The evidence is kept. ``already``: by an earlier click, whose moment ``at`` is."""

    session: Session
    at: datetime
    late: bool
    already: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCode:
    """The six digits, until when they are shown, and whether the programme asks for them at all."""

    session: Session
    code: str
    until: datetime
    asked: bool


@dataclass(frozen=True, slots=True)
class _Roll:
    """What a click needs to be decided, as of the last change: the session, its rule, who holds a place."""

    marathon: Marathon
    session: Session
    places: Mapping[int, int]
    """Discord id to person id."""


class CheckIns:
    """Decides clicks from memory and keeps them by the store's hot path. What it remembers is dropped at every
    change of programme or people, so that a thousand clicks in a minute read the database once."""

    def __init__(self, store: Store, *, secret: bytes | None = None) -> None:
        """``secret`` is what codes of the moment are derived from; without one they hold until the next restart.
        Wrong codes are counted in memory: five in ten minutes leave nothing to guess, restart or not."""
        self._store = store
        self._secret = secret or token_bytes(32)
        self._rolls: dict[int, asyncio.Future[_Roll | None]] = {}
        self._wrong: dict[int, deque[datetime]] = {}
        store.on_commit(self._forget)

    def _forget(self, change: Change) -> None:
        if change.is_of_programme:
            self._rolls.clear()

    async def asks_code(self, session_id: int) -> bool:
        """Whether a click is to be answered by asking for the code of the moment."""
        roll = await self._roll(session_id)
        return roll is not None and roll.marathon.programme.attendance.code_of_the_moment

    async def check_in(
        self, session_id: int, *, discord_id: int, at: datetime, prompt: str = "", code: str | None = None
    ) -> CheckedIn | Refusal:
        """Keeps a click made ``at`` (the interaction's own time) as evidence, once a person, session and ``prompt``
        (one of several check-ins of a session; empty: the only or first one); answers after the commit that holds it.
        Refuses as ``decide_check_in`` and, where the programme asks for a code, ``decide_code`` do, and a session that
        is none."""
        roll = await self._roll(session_id)
        if roll is None:
            return UnknownSession(number=session_id)
        person_id = roll.places.get(discord_id)
        rule = roll.marathon.programme.attendance
        decided = decide_check_in(roll.session, rule, at, person_id is not None)
        if not isinstance(decided, CheckIn) or person_id is None:
            return decided if not isinstance(decided, CheckIn) else UnknownSession(number=session_id)
        if rule.code_of_the_moment:
            wrong = self._check_code(roll.session, prompt, person_id, code or "", at)
            if wrong is not None:
                return wrong
        kept = await self._keep(roll, person_id, decided, prompt)
        return CheckedIn(session=roll.session, at=kept.at, late=decided.late, already=kept.already)

    def _check_code(
        self, session: Session, prompt: str, person_id: int, code: str, at: datetime
    ) -> WrongCode | TooManyWrongCodes | None:
        tries = self._wrong.setdefault(person_id, deque(maxlen=2 * WRONG_CODES_ALLOWED))
        decided = decide_code(derive_prompt_secret(self._secret, session.id, prompt), code, at, tuple(tries))
        if isinstance(decided, CodeAccepted):
            return None
        if isinstance(decided, WrongCode):
            tries.append(at)
        return decided

    async def show_code(
        self, marathon_id: int, number: int, *, prompt: str = "", actor: Actor, now: datetime
    ) -> ShownCode | Refusal:
        """The code of the moment for whoever shows it: speakers and organisers."""

        async def unit(connection: AsyncConnection) -> tuple[Session, bool] | Refusal:
            refused = await persons.refuse_unless(connection, marathon_id, actor, Role.ORGANISER, Role.SPEAKER)
            if refused is not None:
                return refused
            sessions = await stored.of_marathon(connection, marathon_id)
            session = next((one for one in sessions if one.number == number), None)
            if session is None:
                return UnknownSession(number=number, known=tuple(sorted({one.number for one in sessions})))
            marathon = await marathons.by_id(connection, marathon_id)
            return session, marathon.programme.attendance.code_of_the_moment

        found = await self._store.read(unit)
        if not isinstance(found, tuple):
            return found
        session, asked = found
        code = compute_code(derive_prompt_secret(self._secret, session.id, prompt), now)
        return ShownCode(session=session, code=code, until=find_code_change(now), asked=asked)

    async def _keep(self, roll: _Roll, person_id: int, decided: CheckIn, prompt: str) -> EvidenceKept:
        session, marathon = roll.session, roll.marathon
        key = f"check-in:{session.id}:{session.time_revision}:{person_id}" + (f":{prompt}" if prompt else "")
        values = {
            "marathon_id": marathon.id,
            "session_id": session.id,
            "person_id": person_id,
            "kind": EvidenceKind.CHECK_IN.value,
            "key": key,
            "at_us": to_micros(decided.at),
            "start_us": None,
            "end_us": None,
            "withdraws": None,
            "detail": {"prompt": prompt} if prompt else {},
        }
        entry = Entry(
            actor=Actor(ActorKind.PERSON, str(person_id)),
            at=decided.at,
            marathon=marathon.key,
            verb="evidence.check-in",
            subject=f"session:{session.id}",
            new={"person": person_id},
        )
        return await self._store.append_evidence(values, entry)

    async def _roll(self, session_id: int) -> _Roll | None:
        """The remembered roll; the first of many who ask at once reads it for all."""
        waiting = self._rolls.get(session_id)
        if waiting is None:
            waiting = asyncio.ensure_future(self._store.read(lambda connection: _read_roll(connection, session_id)))
            self._rolls[session_id] = waiting
        try:
            return await asyncio.shield(waiting)
        except BaseException:
            self._rolls.pop(session_id, None)
            raise


async def _read_roll(connection: AsyncConnection, session_id: int) -> _Roll | None:
    session = await stored.by_id(connection, session_id)
    if session is None:
        return None
    marathon = await marathons.by_id(connection, session.marathon_id)
    holders = {
        place.discord_id: place.person_id
        for place in await places.of_marathon(connection, marathon.id)
        if place.discord_id is not None and session.cohort in (None, place.cohort)
    }
    return _Roll(marathon, session, holders)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    place: Place
    name: str | None
    attendance: Attendance
    announced: datetime | None = None
    """When they said beforehand that they cannot come: a courtesy, never evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionAttendance:
    marathon: Marathon
    session: Session
    attendees: tuple[Attendee, ...]


async def show(store: Store, marathon_id: int, number: int, *, now: datetime) -> SessionAttendance | Refusal:
    """Everyone with a place in session ``number``, with their attendance and its reasons; of several cohorts'
    sessions the first. Refuses a number that is none (UnknownSession)."""

    async def unit(connection: AsyncConnection) -> SessionAttendance | Refusal:
        marathon = await marathons.by_id(connection, marathon_id)
        sessions = await stored.of_marathon(connection, marathon_id)
        session = next((one for one in sessions if one.number == number), None)
        if session is None:
            return UnknownSession(number=number, known=tuple(sorted({one.number for one in sessions})))
        kept = await evidence.of_session(connection, session.id)
        absent = await reminder_choices.absent_from(connection, session.id)
        holders = [
            place
            for place in await places.of_marathon(connection, marathon_id)
            if session.cohort in (None, place.cohort)
        ]
        names = await personal.read_many(connection, [p.name_id for p in holders if p.name_id is not None])
        rule = marathon.programme.attendance
        attendees = tuple(
            Attendee(
                place=place,
                name=None if place.name_id is None else names.get(place.name_id),
                attendance=attend(kept.get(place.person_id, []), session, rule, now, person_id=place.person_id),
                announced=absent.get(place.person_id),
            )
            for place in holders
        )
        return SessionAttendance(marathon=marathon, session=session, attendees=attendees)

    return await store.read(unit)


async def evidence_of(store: Store, marathon_id: int, person_id: int) -> tuple[Evidence, ...]:
    """Everything recorded of a person in a marathon, withdrawn or not, oldest first."""
    return await store.read(lambda connection: evidence.of_person(connection, marathon_id, person_id))


async def check_ins_kept(store: Store, marathon_id: int) -> frozenset[tuple[int, int]]:
    """(Discord id, session id) of every check-in in the record, withdrawn or not."""

    async def unit(connection: AsyncConnection) -> frozenset[tuple[int, int]]:
        kept = await evidence.of_marathon(connection, marathon_id)
        accounts = await persons.discord_ids(connection, list(kept))
        return frozenset(
            (accounts[person_id], one.session_id)
            for person_id, found in kept.items()
            for one in found
            if one.kind is EvidenceKind.CHECK_IN and person_id in accounts
        )

    return await store.read(unit)
