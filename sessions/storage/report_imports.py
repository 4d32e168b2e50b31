"""Reports that were taken in: the imports, the rows that wait for an organiser, and headings that were explained."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor
from sessions.domain.attendance import EvidenceKind
from sessions.domain.matching import fold_email, fold_name
from sessions.domain.moments import EPOCH, from_micros, to_micros
from sessions.domain.verdicts import stand
from sessions.storage import evidence, schema
from sessions.storage.store import Entry, Transaction
from sessions.storage.transaction import insert_in_order

_AT_ONCE = 500
_I, _R = schema.attendance_imports, schema.review_items


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """``stated``: ids of the evidence that its files state, whether it was new or known before."""

    id: int
    marathon_id: int
    session_id: int
    at: datetime
    by: str
    zone: str
    files: tuple[Mapping[str, object], ...]
    counts: Mapping[str, int]
    stated: tuple[int, ...]
    undone: datetime | None

    @property
    def digests(self) -> frozenset[str]:
        return frozenset(str(file["sha256"]) for file in self.files)


def _import(row: RowMapping) -> Import:
    return Import(
        id=row["id"],
        marathon_id=row["marathon_id"],
        session_id=row["session_id"],
        at=from_micros(row["at_us"]),
        by=row["actor_id"],
        zone=row["zone"],
        files=tuple(row["files"]),
        counts=row["counts"],
        stated=tuple(row["stated"]),
        undone=None if row["undone_us"] is None else from_micros(row["undone_us"]),
    )


async def imports_of(connection: AsyncConnection, marathon_id: int) -> tuple[Import, ...]:
    """In the order in which they were made, undone ones included."""
    query = select(_I).where(_I.c.marathon_id == marathon_id).order_by(_I.c.id)
    return tuple(_import(row) for row in (await connection.execute(query)).mappings().all())


async def keep_import(tx: Transaction, values: Mapping[str, object], entry: Entry) -> Import:
    return _import(await tx.insert(_I, values, entry))


async def change_import(tx: Transaction, import_id: int, values: Mapping[str, object], entry: Entry) -> None:
    await tx.update(_I, import_id, values, entry)


AGAIN = "~"
"""Between a row's key and the count of earlier imports of it that were undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReports:
    """The rows of reports that are evidence for a session. ``keys``: key → id, withdrawn or not."""

    keys: Mapping[str, int]
    standing: frozenset[int]
    undone: frozenset[int]

    def find(self, key: str) -> tuple[str, int | None]:
        """The key under which a row is kept, and the id of its evidence; None: it may be kept under this key, for it
        is new or every earlier import of it was undone."""
        free, found, count = key, self.keys.get(key), 0
        while found is not None and found not in self.standing and found in self.undone:
            count += 1
            free = f"{key}{AGAIN}{count}"
            found = self.keys.get(free)
        return free, found


async def kept_reports(connection: AsyncConnection, session_id: int) -> KeptReports:
    table = schema.evidence
    query = select(table.c.key, table.c.id).where(
        table.c.session_id == session_id, table.c.kind == EvidenceKind.REPORT.value
    )
    keys = {row.key: row.id for row in (await connection.execute(query)).all()}
    kept = [one for some in (await evidence.of_session(connection, session_id)).values() for one in some]
    latest = max((one.at for one in kept), default=EPOCH)
    return KeptReports(
        keys=keys,
        standing=frozenset(one.id for one in stand(kept, latest)),
        undone=frozenset(one.withdraws or 0 for one in kept if "undo" in one.detail),
    )


async def append(tx: Transaction, rows: Sequence[Mapping[str, object]], entry: Entry) -> tuple[int, ...]:
    """Appends evidence; ids in order."""
    ids: list[int] = []
    for start in range(0, len(rows), _AT_ONCE):
        ids += [row["id"] for row in await tx.insert_many(schema.evidence, rows[start : start + _AT_ONCE], entry)]
    return tuple(ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """Rows with one name and e-mail that credit nobody until an organiser says whose they are. ``rows``: columns of
    the evidence that they would be, each with its ``digest``."""

    id: int
    marathon_id: int
    session_id: int
    import_id: int
    name: str
    email: str | None
    match: str
    code: str
    suggestions: tuple[int, ...]
    rows: tuple[Mapping[str, object], ...]
    status: str
    decided: datetime | None


def _item(row: RowMapping) -> ReviewItem:
    return ReviewItem(
        id=row["id"],
        marathon_id=row["marathon_id"],
        session_id=row["session_id"],
        import_id=row["attendance_import_id"],
        name=row["name"],
        email=row["email"],
        match=row["match"],
        code=row["code"],
        suggestions=tuple(row["suggestions"]),
        rows=tuple(row["rows"]),
        status=row["status"],
        decided=None if row["decided_us"] is None else from_micros(row["decided_us"]),
    )


def match_of(name: str, email: str | None) -> str:
    """Name and e-mail as aliases are compared."""
    return f"{fold_name(name)}\n{fold_email(email) or ''}"


async def items_of(connection: AsyncConnection, marathon_id: int, *, open_only: bool = False) -> tuple[ReviewItem, ...]:
    """Oldest first; those of imports that were undone are left out."""
    query = select(_R).where(_R.c.marathon_id == marathon_id, _R.c.status != "undone").order_by(_R.c.id)
    if open_only:
        query = query.where(_R.c.status == "open")
    return tuple(_item(row) for row in (await connection.execute(query)).mappings().all())


async def item_by_id(connection: AsyncConnection, item_id: int) -> ReviewItem | None:
    row = (await connection.execute(select(_R).where(_R.c.id == item_id))).mappings().one_or_none()
    return None if row is None else _item(row)


async def keep_items(connection: AsyncConnection, rows: Sequence[Mapping[str, object]]) -> None:
    for start in range(0, len(rows), _AT_ONCE):
        await insert_in_order(connection, _R, rows[start : start + _AT_ONCE])


async def settle_items(
    connection: AsyncConnection,
    ids: Iterable[int],
    *,
    status: str,
    actor: Actor,
    now: datetime,
    person_id: int | None = None,
) -> None:
    values = {"status": status, "decided_us": to_micros(now), "decided_by": actor.id, "person_id": person_id}
    for item_id in ids:
        await connection.execute(update(_R).where(_R.c.id == item_id).values(values))


async def headings(connection: AsyncConnection) -> dict[str, str]:
    """Headings that an organiser explained once, for every later file of this installation: heading → field."""
    table = schema.report_headings
    return {row.heading: row.field for row in (await connection.execute(select(table))).all()}


async def remember_headings(
    connection: AsyncConnection, fields: Mapping[str, str], *, actor: Actor, now: datetime
) -> None:
    table = schema.report_headings
    known = await headings(connection)
    for heading, field in fields.items():
        values = {"heading": heading, "field": field, "at_us": to_micros(now), "actor_id": actor.id}
        if heading not in known:
            await connection.execute(table.insert().values(values))
        elif known[heading] != field:
            await connection.execute(update(table).where(table.c.heading == heading).values(values))
