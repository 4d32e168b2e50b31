"""What people chose for their reminders, who is told in person, and who said that they cannot come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.applications import ApplicationStatus
from sessions.domain.moments import from_micros, to_micros
from sessions.domain.personal_reminders import OpenOffer
from sessions.domain.reminder_choices import Choice, Listener, Quiet
from sessions.domain.reminders import Means
from sessions.storage import schema
from sessions.storage.store import Entry, Transaction

_C, _A, _P, _X = schema.reminder_choices, schema.applications, schema.persons, schema.absences
_S = schema.sessions


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _choice(row: RowMapping) -> Choice:
    start, end = row["quiet_start"], row["quiet_end"]
    return Choice(
        means=Means(row["means"]),
        left_out=tuple(row["left_out"]),
        quiet=None if start is None else Quiet(start=time.fromisoformat(start), end=time.fromisoformat(end)),
        snoozed_until=_moment(row["snoozed_until_us"]),
        muted=bool(row["muted"]),
        refused=_moment(row["refused_us"]),
        changed=from_micros(row["changed_us"]),
    )


def as_values(choice: Choice) -> dict[str, object]:
    """Everything but when it was changed: what the journal tells of a choice."""
    quiet = choice.quiet
    return {
        "means": choice.means.value,
        "left_out": list(choice.left_out),
        "quiet_start": None if quiet is None else f"{quiet.start:%H:%M}",
        "quiet_end": None if quiet is None else f"{quiet.end:%H:%M}",
        "snoozed_until_us": None if choice.snoozed_until is None else to_micros(choice.snoozed_until),
        "muted": int(choice.muted),
        "refused_us": None if choice.refused is None else to_micros(choice.refused),
    }


async def of_person(connection: AsyncConnection, marathon_id: int, person_id: int) -> Choice:
    """The default where nothing was ever chosen."""
    query = select(_C).where(_C.c.marathon_id == marathon_id, _C.c.person_id == person_id)
    row = (await connection.execute(query)).mappings().one_or_none()
    return Choice() if row is None else _choice(row)


async def keep(
    tx: Transaction, marathon_id: int, person_id: int, choice: Choice, *, now: datetime, entry: Entry
) -> None:
    query = select(_C.c.id).where(_C.c.marathon_id == marathon_id, _C.c.person_id == person_id)
    row_id = (await tx.connection.execute(query)).scalar_one_or_none()
    values = as_values(choice) | {"changed_us": to_micros(now)}
    if row_id is None:
        await tx.insert(_C, {"marathon_id": marathon_id, "person_id": person_id, **values}, entry)
    else:
        await tx.update(_C, row_id, values, entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """Somebody who applied, with a Discord account."""

    person_id: int
    discord_id: int
    application_id: int
    cohort: str | None
    zone: str
    language: str | None


async def chooser(connection: AsyncConnection, marathon_id: int, discord_id: int) -> Chooser | None:
    query = (
        select(_A.c.person_id, _P.c.discord_id, _A.c.id.label("application_id"), _A.c.cohort, _A.c.zone, _A.c.language)
        .join_from(_A, _P, _A.c.person_id == _P.c.id)
        .where(_A.c.marathon_id == marathon_id, _P.c.discord_id == discord_id)
    )
    row = (await connection.execute(query)).mappings().one_or_none()
    return None if row is None else Chooser(**row)


async def listeners(connection: AsyncConnection, marathon_id: int, *, letters: bool) -> tuple[Listener, ...]:
    """Those with a place who chose direct messages and mute nothing; with ``letters`` those without an account too.
    In the order of their numbers."""
    chose = and_(_C.c.means == Means.DM.value, _C.c.muted == 0, _P.c.discord_id.is_not(None))
    query = (
        select(
            _A.c.person_id,
            _P.c.discord_id,
            _A.c.id.label("application_id"),
            _A.c.cohort,
            _A.c.zone,
            _A.c.language,
            _A.c.changed_us.label("placed_us"),
            *(column for column in _C.c if column.name not in ("id", "marathon_id", "person_id")),
        )
        .join_from(_A, _P, _A.c.person_id == _P.c.id)
        .outerjoin(_C, (_C.c.person_id == _A.c.person_id) & (_C.c.marathon_id == _A.c.marathon_id))
        .where(_A.c.marathon_id == marathon_id, _A.c.status == ApplicationStatus.ACCEPTED.value)
        .where(or_(chose, _P.c.discord_id.is_(None)) if letters else chose)
        .order_by(_A.c.person_id)
    )
    rows = (await connection.execute(query)).mappings().all()
    absent = await absences(connection, marathon_id) if rows else {}
    return tuple(_listener(row, absent.get(row["person_id"], ())) for row in rows)


def _listener(row: RowMapping, absent: tuple[int, ...]) -> Listener:
    choice = Choice() if row["means"] is None else _choice(row)
    placed = from_micros(row["placed_us"])
    return Listener(
        person_id=row["person_id"],
        discord_id=row["discord_id"],
        application_id=row["application_id"],
        cohort=row["cohort"],
        zone=row["zone"],
        language=row["language"],
        choice=choice,
        since=placed if choice.changed is None else max(placed, choice.changed),
        absent=absent,
    )


async def of_marathon(connection: AsyncConnection, marathon_id: int) -> dict[int, Choice]:
    """Person id to the choice of those who chose anything."""
    query = select(_C).where(_C.c.marathon_id == marathon_id)
    return {row["person_id"]: _choice(row) for row in (await connection.execute(query)).mappings().all()}


async def open_offers(connection: AsyncConnection, marathon_id: int) -> tuple[OpenOffer, ...]:
    query = (
        select(_A, _P.c.discord_id)
        .join_from(_A, _P, _A.c.person_id == _P.c.id)
        .where(_A.c.marathon_id == marathon_id, _A.c.status == ApplicationStatus.OFFERED.value)
        .where(_A.c.offer_deadline_us.is_not(None))
        .order_by(_A.c.person_id)
    )
    return tuple(
        OpenOffer(
            person_id=row["person_id"],
            discord_id=row["discord_id"],
            application_id=row["id"],
            zone=row["zone"],
            language=row["language"],
            offered=from_micros(row["changed_us"]),
            deadline=from_micros(row["offer_deadline_us"]),
        )
        for row in (await connection.execute(query)).mappings().all()
    )


def _stands() -> ColumnElement[bool]:
    """Not withdrawn, and said of the session's present time."""
    return _X.c.withdrawn_us.is_(None) & (_X.c.at_us >= func.coalesce(_S.c.time_set_us, 0))


async def absences(connection: AsyncConnection, marathon_id: int) -> dict[int, tuple[int, ...]]:
    """Person id to the sessions that they said they cannot come to, at the time that these have now."""
    query = (
        select(_X.c.person_id, _X.c.session_id)
        .join_from(_X, _S, _X.c.session_id == _S.c.id)
        .where(_X.c.marathon_id == marathon_id, _stands())
        .order_by(_X.c.person_id, _X.c.session_id)
    )
    found: dict[int, tuple[int, ...]] = {}
    for person_id, session_id in (await connection.execute(query)).all():
        found[person_id] = (*found.get(person_id, ()), session_id)
    return found


async def absent_from(connection: AsyncConnection, session_id: int) -> dict[int, datetime]:
    """Who said that they cannot come to a session, and when."""
    query = (
        select(_X.c.person_id, _X.c.at_us)
        .join_from(_X, _S, _X.c.session_id == _S.c.id)
        .where(_X.c.session_id == session_id, _stands())
    )
    return {person_id: from_micros(at_us) for person_id, at_us in (await connection.execute(query)).all()}


async def note_absence(
    tx: Transaction, marathon_id: int, session_id: int, person_id: int, *, absent: bool, now: datetime, entry: Entry
) -> bool:
    """Notes, or takes back, that somebody cannot come; False when it was so already."""
    query = (
        select(_X.c.id, _stands().label("stands"))
        .join_from(_X, _S, _X.c.session_id == _S.c.id)
        .where(_X.c.session_id == session_id, _X.c.person_id == person_id)
    )
    row = (await tx.connection.execute(query)).one_or_none()
    stands = row is not None and bool(row.stands)
    if stands is absent:
        return False
    if row is None:
        values = {"marathon_id": marathon_id, "session_id": session_id, "person_id": person_id, "at_us": to_micros(now)}
        await tx.insert(_X, values, entry)
    elif absent:
        await tx.update(_X, row.id, {"at_us": to_micros(now), "withdrawn_us": None}, entry)
    else:
        await tx.update(_X, row.id, {"withdrawn_us": to_micros(now)}, entry)
    return True


async def forget(tx: Transaction, rows: Sequence[tuple[str, int]], entry: Entry) -> None:
    """Deletes choices and notices of absence: (table's name, id)."""
    tables = {table.name: table for table in (_C, _X)}
    for name, row_id in rows:
        await tx.delete(tables[name], row_id, entry)


async def rows_of(
    connection: AsyncConnection, *, person_id: int | None = None, session_id: int | None = None
) -> list[tuple[str, int]]:
    """The rows about a person, or the notices of absence from a session, to be deleted."""
    if session_id is not None:
        query = select(_X.c.id).where(_X.c.session_id == session_id)
        return [(_X.name, row_id) for row_id in (await connection.execute(query)).scalars().all()]
    found = []
    for table in (_C, _X):
        query = select(table.c.id).where(table.c.person_id == person_id)
        found += [(table.name, row_id) for row_id in (await connection.execute(query)).scalars().all()]
    return found
