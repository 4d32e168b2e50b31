"""Lists of those who completed: prepared, approved, fallen."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.approvals import Approval, CompletionList
from sessions.domain.completion import CompletionRule
from sessions.domain.documents import read_record, write_record
from sessions.domain.moments import from_micros, to_micros
from sessions.domain.refusals import ListChanged
from sessions.storage import schema
from sessions.storage.store import Entry, Transaction

_T = schema.approvals


def _approval(row: RowMapping) -> Approval:
    approved = row["approved_us"]
    return Approval(
        number=row["id"],
        marathon_id=row["marathon_id"],
        rule=read_record(row["rule"], CompletionRule),
        rule_version=row["rule_version"],
        list_hash=row["list_hash"],
        people=row["people"],
        prepared=from_micros(row["prepared_us"]),
        prepared_by=Actor(ActorKind(row["prepared_kind"]), row["prepared_by"]),
        approved=None if approved is None else from_micros(approved),
        approved_by=None if approved is None else Actor(ActorKind(row["approved_kind"]), row["approved_by"]),
        fallen=None if row["fallen_us"] is None else from_micros(row["fallen_us"]),
    )


async def by_number(connection: AsyncConnection, number: int) -> Approval | None:
    row = (await connection.execute(select(_T).where(_T.c.id == number))).mappings().one_or_none()
    return None if row is None else _approval(row)


async def newest(connection: AsyncConnection, marathon_id: int, rule_key: str | None = None) -> Approval | None:
    """The list prepared last, for one rule or for any."""
    query = select(func.max(_T.c.id)).where(_T.c.marathon_id == marathon_id)
    if rule_key is not None:
        query = query.where(_T.c.rule_key == rule_key)
    number = (await connection.execute(query)).scalar_one()
    return None if number is None else await by_number(connection, number)


async def insert(
    tx: Transaction, marathon_id: int, prepared: CompletionList, *, actor: Actor, now: datetime, entry: Entry
) -> int:
    values = {
        "marathon_id": marathon_id,
        "rule_key": prepared.rule.key,
        "rule_version": prepared.rule_version,
        "rule": write_record(prepared.rule),
        "list_hash": prepared.hash,
        "people": prepared.digests,
        "prepared_us": to_micros(now),
        "prepared_kind": actor.kind.value,
        "prepared_by": actor.id,
    }
    return int((await tx.insert(_T, values, entry))["id"])


async def approve(tx: Transaction, number: int, *, actor: Actor, now: datetime, entry: Entry) -> None:
    values = {"approved_us": to_micros(now), "approved_kind": actor.kind.value, "approved_by": actor.id}
    await tx.update(_T, number, values, entry)


async def fall(
    tx: Transaction, marathon_key: str, approval: Approval, changed: ListChanged, *, actor: Actor, now: datetime
) -> None:
    """The list no longer says what the evidence says: it is not approved any more, nor can it be."""
    entry = Entry(
        actor=actor,
        at=now,
        marathon=marathon_key,
        verb="completion.fell",
        subject=f"approval:{approval.number}",
        new={"changed": list(changed.changed)},
    )
    if approval.fallen is None:
        await tx.update(_T, approval.number, {"fallen_us": to_micros(now)}, entry)
