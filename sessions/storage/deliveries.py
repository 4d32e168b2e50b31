"""The ledger of deliveries: what is due, claimed, sent, failed, stale. It is its own record and not journalled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, not_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.deliveries import (
    LEASE,
    Delivery,
    DeliveryKey,
    DeliveryKind,
    DeliveryState,
    NotSent,
    Owed,
    Sent,
    next_try,
)
from sessions.domain.moments import from_micros, to_micros
from sessions.domain.personal_reminders import audience_of_person
from sessions.domain.reminders import Means
from sessions.storage import schema
from sessions.storage.processes import is_dead
from sessions.storage.store import Transaction

_T = schema.deliveries


class _Row(NamedTuple):
    """What is read of a row, by place: 10,000 rows at one instant must be quick."""

    id: int
    marathon_id: int
    key: str
    means: str
    state: str
    due_us: int
    useful_until_us: int | None
    payload: dict[str, object]
    tries: int
    claimed_us: int | None
    finished_us: int | None
    channel_id: int | None
    message_id: int | None
    reason: str | None
    lease_until_us: int | None


_READ = [_T.c[column] for column in _Row._fields]


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """What a claim makes of a row: course and wire time of it."""

    now: datetime
    wire: datetime


def _delivery(row: _Row, claim: _Claim | None = None) -> Delivery:
    """The row as it is, or as it is once claimed."""
    return Delivery(
        id=row.id,
        marathon_id=row.marathon_id,
        key=DeliveryKey(*row.key.split("/", 4)),
        means=Means(row.means),
        state=DeliveryState(row.state) if claim is None else DeliveryState.CLAIMED,
        due=from_micros(row.due_us),
        useful_until=_moment(row.useful_until_us),
        payload=row.payload,
        tries=row.tries if claim is None else row.tries + 1,
        claimed=_moment(row.claimed_us) if claim is None else claim.now,
        finished=_moment(row.finished_us),
        channel_id=row.channel_id,
        message_id=row.message_id,
        reason=row.reason,
        tried=None if row.lease_until_us is None else from_micros(row.lease_until_us) - LEASE,
        held=None if claim is None else claim.wire,
    )


def _values(marathon_id: int, owed: Owed, now: datetime) -> dict[str, object]:
    return {
        "marathon_id": marathon_id,
        "key": str(owed.key),
        "subject": owed.key.subject,
        "kind": owed.key.kind,
        "occurrence": owed.key.occurrence,
        "audience": owed.key.audience,
        "means": owed.means.value,
        "state": DeliveryState.DUE.value,
        "payload": owed.payload,
        "due_us": to_micros(owed.due),
        "useful_until_us": None if owed.useful_until is None else to_micros(owed.useful_until),
        "finished_us": None,
        "not_before_us": to_micros(owed.due) if owed.due > now else None,
        "tries": 0,
        "reason": None,
    }


def _stale(values: dict[str, object], reason: str, now: datetime) -> dict[str, object]:
    return values | {"state": DeliveryState.STALE.value, "reason": reason, "finished_us": to_micros(now)}


async def queue(
    tx: Transaction,
    marathon_id: int,
    due: Iterable[Owed],
    *,
    stale: Iterable[tuple[Owed, str]] = (),
    now: datetime,
) -> int:
    """Rows come into being under their unique keys; what is in the ledger already stays as it is. Returns how many
    were new. ``stale``: with the reason why they are not said. What is due later waits until then."""
    rows = [_values(marathon_id, owed, now) for owed in due]
    rows += [_stale(_values(marathon_id, owed, now), reason, now) for owed, reason in stale]
    new = 0
    for begin in range(0, len(rows), 500):
        dialect = postgresql if tx.connection.dialect.name == "postgresql" else sqlite
        statement = dialect.insert(_T).on_conflict_do_nothing(index_elements=["key"]).returning(_T.c.id)
        new += len((await tx.connection.execute(statement, rows[begin : begin + 500])).all())
    return new


async def said(connection: AsyncConnection, keys: Sequence[str]) -> frozenset[str]:
    """Which of these keys are in the ledger, in whatever state."""
    found: set[str] = set()
    for begin in range(0, len(keys), 500):
        query = select(_T.c.key).where(_T.c.key.in_(keys[begin : begin + 500]))
        found.update((await connection.execute(query)).scalars().all())
    return frozenset(found)


async def has_spoken(connection: AsyncConnection, marathon_id: int, subject: str, kinds: Sequence[str]) -> bool:
    """Whether any of these kinds was said (or is being said) of this subject."""
    query = (
        select(_T.c.id)
        .where(_T.c.marathon_id == marathon_id, _T.c.subject == subject, _T.c.kind.in_(kinds))
        .where(_T.c.state.in_([DeliveryState.SENT, DeliveryState.CLAIMED, DeliveryState.DUE]))
        .limit(1)
    )
    return (await connection.execute(query)).first() is not None


def _due(now: datetime) -> ColumnElement[bool]:
    waits = _T.c.not_before_us.is_not(None) & (_T.c.not_before_us > to_micros(now))
    return (_T.c.state == DeliveryState.DUE.value) & not_(waits)


def _abandoned(connection: AsyncConnection, wire: datetime, owner: str) -> ColumnElement[bool]:
    """Claims whose lease ran out, that were released, whose owner is dead, or that this owner holds: it claims only
    when it holds none."""
    nobodys = or_(_T.c.owner.is_(None), _T.c.owner == owner, _T.c.lease_until_us < to_micros(wire))
    if connection.dialect.name == "postgresql":
        nobodys |= is_dead(_T.c.owner)
    return (_T.c.state == DeliveryState.CLAIMED.value) & nobodys


async def is_any_due(connection: AsyncConnection, *, now: datetime, wire: datetime, owner: str) -> bool:
    claimable = (select(_T.c.id).where(which).exists() for which in (_due(now), _abandoned(connection, wire, owner)))
    return any((await connection.execute(select(*claimable))).one())


async def claim(tx: Transaction, *, now: datetime, wire: datetime, owner: str, limit: int) -> tuple[Delivery, ...]:
    """Takes up to ``limit`` rows: first those that somebody held and let go, then what is due, oldest first. Each
    counts one try more; ``tried`` tells when the one before was."""
    found: list[Delivery] = []
    as_claimed = _Claim(now=now, wire=wire)
    for claimable in (_abandoned(tx.connection, wire, owner), _due(now)):
        query = select(*_READ).where(claimable).order_by(_T.c.due_us, _T.c.id).limit(limit - len(found))
        if tx.connection.dialect.name == "postgresql":
            query = query.with_for_update(skip_locked=True)
        found += [_delivery(_Row(*row), as_claimed) for row in (await tx.connection.execute(query)).all()]
    if not found:
        return ()
    await tx.connection.execute(
        update(_T)
        .where(_T.c.id.in_([one.id for one in found]))
        .values(
            state=DeliveryState.CLAIMED.value,
            claimed_us=to_micros(now),
            lease_until_us=to_micros(wire + LEASE),
            owner=owner,
            tries=_T.c.tries + 1,
        )
    )
    return tuple(found)


async def release_others(tx: Transaction, owner: str) -> int:
    """On a database that one process owns, claims of an earlier process are nobody's. How many."""
    statement = (
        update(_T)
        .where(_T.c.state == DeliveryState.CLAIMED.value, _T.c.owner != owner)
        .values(owner=None)
        .returning(_T.c.id)
    )
    return len((await tx.connection.execute(statement)).all())


async def give_back(tx: Transaction, claimed: Sequence[Delivery]) -> None:
    """Claimed and not tried: due as before, for whoever comes first."""
    for one in claimed:
        lease = None if one.tried is None else to_micros(one.tried + LEASE)
        values = {"state": DeliveryState.DUE.value, "owner": None, "tries": one.tries - 1, "lease_until_us": lease}
        await tx.connection.execute(update(_T).where(_T.c.id == one.id).values(values))


_RECORD_SENT = "UPDATE deliveries SET state=?, finished_us=?, reason=?, channel_id=?, message_id=? WHERE id=?"
_RECORD_SENT_NUMBERED = (
    "UPDATE deliveries SET state=$1, finished_us=$2, reason=$3, channel_id=$4, message_id=$5 WHERE id=$6"
)


async def record_sent(tx: Transaction, sent: Sequence[Sent], *, now: datetime) -> None:
    """Each row keeps where its message stands."""
    if not sent:
        return
    # Handed to the driver as it is: SQLAlchemy would build the parameters of each row anew.
    await tx.connection.exec_driver_sql(
        _RECORD_SENT_NUMBERED if tx.connection.dialect.name == "postgresql" else _RECORD_SENT,
        [
            (
                DeliveryState.SENT.value,
                to_micros(now),
                "repeated" if one.repeated else None,
                one.channel_id,
                one.message_id,
                one.delivery_id,
            )
            for one in sent
        ],
    )


async def record_not_sent(tx: Transaction, delivery: Delivery, outcome: NotSent, *, now: datetime) -> DeliveryState:
    """Due again later, or failed for good. To be told to wait is no try."""
    again = None if outcome.permanent else next_try(delivery.tries, delivery.key, now)
    if outcome.wait is not None:
        again = now + outcome.wait
    state = DeliveryState.FAILED if again is None else DeliveryState.DUE
    await tx.connection.execute(
        update(_T)
        .where(_T.c.id == delivery.id)
        .values(
            state=state.value,
            tries=_T.c.tries if outcome.wait is None else _T.c.tries - 1,
            reason=outcome.reason,
            not_before_us=None if again is None else to_micros(again),
            finished_us=to_micros(now) if again is None else None,
        )
    )
    return state


async def mark_stale(tx: Transaction, delivery_ids: Sequence[int], reason: str, *, now: datetime) -> None:
    await tx.connection.execute(
        update(_T)
        .where(_T.c.id.in_(delivery_ids))
        .values(state=DeliveryState.STALE.value, reason=reason, finished_us=to_micros(now))
    )


async def retire(
    tx: Transaction, marathon_id: int, subject: str, occurrence: str, reason: str, *, now: datetime
) -> int:
    """What is queued of a subject's occurrence and was not yet claimed will not be said; how many."""
    statement = (
        update(_T)
        .where(_T.c.marathon_id == marathon_id, _T.c.subject == subject, _T.c.occurrence == occurrence)
        .where(_T.c.state == DeliveryState.DUE.value)
        .values(state=DeliveryState.STALE.value, reason=reason, finished_us=to_micros(now), lease_until_us=None)
        .returning(_T.c.id)
    )
    return len((await tx.connection.execute(statement)).all())


async def retire_personal(
    tx: Transaction,
    marathon_id: int,
    *,
    person_id: int | None = None,
    subject: str | None = None,
    kinds: Sequence[str] | None = None,
    reason: str,
    now: datetime,
) -> int:
    """What waits to be said in person to somebody, or about a subject, will not be said; how many."""
    mine = _T.c.audience.startswith("person:") if person_id is None else _T.c.audience == audience_of_person(person_id)
    statement = (
        update(_T)
        .where(_T.c.marathon_id == marathon_id, mine, _T.c.state == DeliveryState.DUE.value)
        .values(state=DeliveryState.STALE.value, reason=reason, finished_us=to_micros(now), lease_until_us=None)
        .returning(_T.c.id)
    )
    if subject is not None:
        statement = statement.where(_T.c.subject == subject)
    if kinds is not None:
        statement = statement.where(_T.c.kind.in_(kinds))
    return len((await tx.connection.execute(statement)).all())


async def count_said(connection: AsyncConnection, marathon_id: int, subject: str, occurrence: str, kind: str) -> int:
    """How many deliveries of a subject's occurrence were posted whose kind begins so; those in person not counted."""
    query = (
        select(func.count())
        .where(_T.c.marathon_id == marathon_id, _T.c.subject == subject, _T.c.occurrence == occurrence)
        .where(_T.c.kind.startswith(kind, autoescape=True), _T.c.state == DeliveryState.SENT.value)
        .where(_T.c.audience.not_like("person:%"))
    )
    return int((await connection.execute(query)).scalar_one())


async def next_try_moment(connection: AsyncConnection) -> datetime | None:
    """The nearest moment at which a row of the ledger is to be tried (again)."""
    # Two questions, each answered by the first entry of an index, however long the ledger is.
    due = _T.c.state == DeliveryState.DUE.value
    fresh = select(func.min(_T.c.due_us)).where(due, _T.c.not_before_us.is_(None))
    again = select(func.min(_T.c.not_before_us)).where(due, _T.c.not_before_us.is_not(None))
    row = (await connection.execute(select(fresh.scalar_subquery(), again.scalar_subquery()))).one()
    return min((from_micros(moment) for moment in row if moment is not None), default=None)


async def message_of(connection: AsyncConnection, key: str) -> tuple[int, int] | None:
    """Where a delivery's message stands: channel and message id."""
    query = select(_T.c.channel_id, _T.c.message_id).where(_T.c.key == key, _T.c.message_id.is_not(None))
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else (row.channel_id, row.message_id)


async def unsent_letters(connection: AsyncConnection, marathon_id: int) -> tuple[Delivery, ...]:
    """E-mail that is due or could not be sent, oldest first."""
    states = [DeliveryState.DUE.value, DeliveryState.FAILED.value]
    query = (
        select(*_READ)
        .where(_T.c.marathon_id == marathon_id, _T.c.means == Means.EMAIL.value, _T.c.state.in_(states))
        .order_by(_T.c.due_us, _T.c.id)
    )
    return tuple(_delivery(_Row(*row)) for row in (await connection.execute(query)).all())


async def counts(connection: AsyncConnection, marathon_id: int) -> Mapping[str, int]:
    query = select(_T.c.state, func.count()).where(_T.c.marathon_id == marathon_id).group_by(_T.c.state)
    return {state: count for state, count in (await connection.execute(query)).all()}


async def standing(connection: AsyncConnection) -> tuple[Mapping[str, int], datetime | None]:
    """How many deliveries are in each state, and since when the oldest one that is due has been."""
    states = (await connection.execute(select(_T.c.state, func.count()).group_by(_T.c.state))).all()
    first = await connection.scalar(select(func.min(_T.c.due_us)).where(_T.c.state == DeliveryState.DUE.value))
    found: dict[str, int] = {state.value: 0 for state in DeliveryState}
    return found | {state: count for state, count in states}, _moment(first)


async def owners(connection: AsyncConnection, marathon_id: int) -> frozenset[str]:
    """The processes that claimed something, by their names."""
    query = select(_T.c.owner).where(_T.c.marathon_id == marathon_id, _T.c.owner.is_not(None)).distinct()
    return frozenset((await connection.execute(query)).scalars())


async def ledger(connection: AsyncConnection, marathon_id: int, *, limit: int = 100) -> tuple[Delivery, ...]:
    """The newest rows first."""
    query = select(*_READ).where(_T.c.marathon_id == marathon_id)
    rows = (await connection.execute(query.order_by(_T.c.due_us.desc(), _T.c.id.desc()).limit(limit))).all()
    return tuple(_delivery(_Row(*row)) for row in rows)


async def revive(tx: Transaction, marathon_id: int, *, now: datetime) -> int:
    """What failed for good because a channel, role or permission was missing is due again, as far as it is still
    useful: to be called when that was repaired. How many."""
    missing = or_(*(_T.c.reason.like(f"{code}:%") for code in ("gone", "forbidden", "not-set-up")))
    useful = or_(_T.c.useful_until_us.is_(None), _T.c.useful_until_us > to_micros(now))
    statement = (
        update(_T)
        .where(_T.c.marathon_id == marathon_id, _T.c.state == DeliveryState.FAILED.value, missing, useful)
        .values(state=DeliveryState.DUE.value, tries=0, not_before_us=None, finished_us=None)
        .returning(_T.c.id)
    )
    return len((await tx.connection.execute(statement)).all())


async def open_posts(
    connection: AsyncConnection, marathon_id: int, *, channels: Sequence[int], kind: str, now: datetime
) -> tuple[Delivery, ...]:
    """Posts of a kind that stand in these channels and are still of use."""
    query = select(*_READ).where(
        _T.c.marathon_id == marathon_id,
        _T.c.state == DeliveryState.SENT.value,
        _T.c.kind == kind,
        _T.c.channel_id.in_(channels),
        _T.c.useful_until_us > to_micros(now),
    )
    return tuple(_delivery(_Row(*row)) for row in (await connection.execute(query)).all())


async def told_of_risk(connection: AsyncConnection, marathon_id: int) -> frozenset[tuple[int, str]]:
    """Person and rule of every notice that was said, is on its way or was refused; not of what came too late."""
    query = select(_T.c.subject, _T.c.payload).where(
        _T.c.marathon_id == marathon_id,
        _T.c.kind == DeliveryKind.AT_RISK.value,
        _T.c.state != DeliveryState.STALE.value,
    )
    rows = (await connection.execute(query)).all()
    return frozenset((int(subject.partition(":")[2]), str(payload["rule"])) for subject, payload in rows)


async def due_again(tx: Transaction, marathon_id: int, delivery_id: int) -> Delivery | None:
    """A failed row is due once more; None when there is no such row or it has not failed."""
    statement = (
        update(_T)
        .where(_T.c.id == delivery_id, _T.c.marathon_id == marathon_id, _T.c.state == DeliveryState.FAILED.value)
        .values(state=DeliveryState.DUE.value, tries=0, not_before_us=None, finished_us=None)
        .returning(*_READ)
    )
    row = (await tx.connection.execute(statement)).one_or_none()
    return None if row is None else _delivery(_Row(*row))
