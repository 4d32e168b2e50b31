"""Sessions: wall time and zone as planned, the moment they mean, and the two revisions."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.moments import from_micros, to_micros
from sessions.domain.programme import Session, SessionPlan, SessionStatus, Venue
from sessions.storage import reminder_choices, schema
from sessions.storage.store import Entry, Transaction

_WALL = "%Y-%m-%dT%H:%M"


def _session(row: RowMapping) -> Session:
    return Session(
        id=row["id"],
        marathon_id=row["marathon_id"],
        number=row["number"],
        title=row["title"],
        wall=datetime.strptime(row["wall"], _WALL),  # noqa: DTZ007 - a wall time is naive by definition
        zone=row["zone"],
        start=from_micros(row["start_us"]),
        duration=timedelta(seconds=row["duration_s"]),
        topic=row["topic"],
        speakers=tuple(row["speakers"]),
        venue=Venue(name=row["venue"], join_url=row["join_url"]),
        status=SessionStatus(row["status"]),
        revision=row["revision"],
        time_revision=row["time_revision"],
        created=from_micros(row["created_us"]),
        changed=from_micros(row["changed_us"]),
        time_set=from_micros(row["time_set_us"]),
        cohort=row["cohort"],
    )


def as_values(session: Session) -> dict[str, object]:
    """The columns of a session, all but its id."""
    return {
        "marathon_id": session.marathon_id,
        "cohort": session.cohort,
        "number": session.number,
        "title": session.title,
        "topic": session.topic,
        "wall": session.wall.strftime(_WALL),
        "zone": session.zone,
        "start_us": to_micros(session.start),
        "duration_s": int(session.duration.total_seconds()),
        "speakers": list(session.speakers),
        "venue": session.venue.name,
        "join_url": session.venue.join_url,
        "status": session.status.value,
        "revision": session.revision,
        "time_revision": session.time_revision,
        "created_us": to_micros(session.created),
        "changed_us": to_micros(session.changed),
        "time_set_us": to_micros(session.timed),
    }


async def plan(
    tx: Transaction, marathon_id: int, plan: SessionPlan, *, start: datetime, now: datetime, entry: Entry
) -> Session:
    """A session of the programme gets its lasting id."""
    session = Session(
        id=0,
        marathon_id=marathon_id,
        number=plan.number,
        title=plan.title,
        wall=plan.wall,
        zone=plan.zone,
        start=start,
        duration=plan.duration,
        topic=plan.topic,
        speakers=plan.speakers,
        venue=plan.venue,
        created=now,
        changed=now,
        cohort=plan.cohort,
    )
    return await insert(tx, session, entry)


async def insert(tx: Transaction, session: Session, entry: Entry) -> Session:
    """The session with the lasting id that the database gives it."""
    return _session(await tx.insert(schema.sessions, as_values(session), entry))


async def save(tx: Transaction, session: Session, entry: Entry) -> Session:
    return _session(await tx.update(schema.sessions, session.id, as_values(session), entry))


async def remove(tx: Transaction, session_id: int, entry: Entry) -> None:
    """With the notices of those who said that they could not come to it."""
    await reminder_choices.forget(tx, await reminder_choices.rows_of(tx.connection, session_id=session_id), entry)
    await tx.delete(schema.sessions, session_id, entry)


async def last_removed(connection: AsyncConnection, marathon: str) -> datetime | None:
    """When a session was last taken out of this marathon's programme: feeds must not seem older after it."""
    table = schema.journal
    query = select(func.max(table.c.at_us)).where(table.c.marathon == marathon, table.c.verb == "session.removed")
    found = (await connection.execute(query)).scalar_one_or_none()
    return None if found is None else from_micros(found)


async def last_start(connection: AsyncConnection, marathon_id: int) -> datetime | None:
    """When the last session that takes place begins; None where there is none."""
    table = schema.sessions
    planned = (table.c.marathon_id == marathon_id) & (table.c.status == SessionStatus.PLANNED.value)
    micros = await connection.scalar(select(func.max(table.c.start_us)).where(planned))
    return None if micros is None else from_micros(micros)


async def of_marathon(connection: AsyncConnection, marathon_id: int) -> tuple[Session, ...]:
    """In the order of the programme: by number, then cohort."""
    table = schema.sessions
    query = select(table).where(table.c.marathon_id == marathon_id).order_by(table.c.number, table.c.cohort)
    return tuple(_session(row) for row in (await connection.execute(query)).mappings().all())


async def by_id(connection: AsyncConnection, session_id: int) -> Session | None:
    query = select(schema.sessions).where(schema.sessions.c.id == session_id)
    row = (await connection.execute(query)).mappings().one_or_none()
    return None if row is None else _session(row)


def journalled(session: Session) -> Mapping[str, object]:
    """What the journal says of a session, old or new: what people would ask about."""
    return {
        "number": session.number,
        "title": session.title,
        "start": session.start.isoformat(),
        "wall": session.wall.strftime(_WALL),
        "zone": session.zone,
        "status": session.status.value,
        "revision": session.revision,
        "venue": session.venue.name,
        "join_url": session.venue.join_url,
        "minutes": int(session.duration.total_seconds() // 60),
        "topic": session.topic,
        "speakers": list(session.speakers),
    }
