"""Certificates as they were issued, and what became of them. The name stands in ``personal_values`` only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.approvals import Basis
from sessions.domain.certificates import Certificate, CertificateContent, CertificateStatus
from sessions.domain.documents import read_record, write_record
from sessions.domain.moments import from_micros, to_micros
from sessions.storage import personal, schema
from sessions.storage.store import Entry, Transaction

_T = schema.certificates
ON_A_LIST = 65_536
"""Places of a status list that are given away: half of it, so that drawing a free one stays quick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A certificate's row. ``name_id``: the personal value that is the name; erased, the content's name is empty."""

    id: int
    marathon_id: int
    person_id: int
    rule_key: str
    generation: int
    approval_id: int
    name_id: int
    certificate: Certificate
    basis: Basis
    pdf_sha256: str
    credential_sha256: str
    status_list: int
    status_index: int

    @property
    def serial(self) -> str:
        return self.certificate.serial

    @property
    def valid(self) -> bool:
        return self.certificate.status is CertificateStatus.VALID


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A certificate that is made and signed, to be kept."""

    person_id: int
    rule_key: str
    generation: int
    approval_id: int
    name_id: int
    content: CertificateContent
    basis: Basis
    pdf_sha256: str
    credential_sha256: str
    status_list: int
    status_index: int
    replaces: str | None = None


def _kept(row: RowMapping, names: Mapping[int, str | None]) -> Kept:
    content = read_record({**row["document"], "name": names.get(row["name_id"]) or ""}, CertificateContent)
    changed = row["changed_us"]
    certificate = Certificate(
        content=content,
        status=CertificateStatus(row["status"]),
        changed=None if changed is None else from_micros(changed),
        superseded_by=row["superseded_by"],
        replaces=row["replaces"],
        reason=row["reason"],
    )
    return Kept(
        id=row["id"],
        marathon_id=row["marathon_id"],
        person_id=row["person_id"],
        rule_key=row["rule_key"],
        generation=row["generation"],
        approval_id=row["approval_id"],
        name_id=row["name_id"],
        certificate=certificate,
        basis=read_record(row["basis"], Basis),
        pdf_sha256=row["pdf_sha256"],
        credential_sha256=row["credential_sha256"],
        status_list=row["status_list"],
        status_index=row["status_index"],
    )


async def _read(connection: AsyncConnection, rows: Sequence[RowMapping]) -> tuple[Kept, ...]:
    names = await personal.read_many(connection, [row["name_id"] for row in rows])
    return tuple(_kept(row, names) for row in rows)


async def of_marathon(connection: AsyncConnection, marathon_id: int) -> tuple[Kept, ...]:
    """Every certificate of a marathon, in the order of issue."""
    query = select(_T).where(_T.c.marathon_id == marathon_id).order_by(_T.c.id)
    return await _read(connection, (await connection.execute(query)).mappings().all())


async def of_person(connection: AsyncConnection, marathon_id: int, person_id: int) -> tuple[Kept, ...]:
    query = select(_T).where(_T.c.marathon_id == marathon_id, _T.c.person_id == person_id).order_by(_T.c.id)
    return await _read(connection, (await connection.execute(query)).mappings().all())


async def nameless(connection: AsyncConnection) -> tuple[str, ...]:
    """The serials of certificates whose name was erased."""
    values = schema.personal_values
    query = (
        select(_T.c.serial)
        .join_from(_T, values, _T.c.name_id == values.c.id)
        .where(values.c.value.is_(None))
        .order_by(_T.c.id)
    )
    return tuple((await connection.execute(query)).scalars().all())


async def by_serial(connection: AsyncConnection, serial: str) -> Kept | None:
    query = select(_T).where(_T.c.serial == serial)
    found = await _read(connection, (await connection.execute(query)).mappings().all())
    return found[0] if found else None


async def chain(connection: AsyncConnection, serial: str) -> dict[str, Kept]:
    """A certificate and those that took its place, one after the other; empty when the serial is unknown."""
    found: dict[str, Kept] = {}
    following: str | None = serial
    while following is not None and following not in found:
        kept = await by_serial(connection, following)
        if kept is None:
            break
        found[following] = kept
        following = kept.certificate.superseded_by
    return found


async def latest(connection: AsyncConnection, marathon_id: int, rule_key: str) -> dict[int, tuple[int, str, int]]:
    """Person id to generation, status and moment of the last change (microseconds) of their newest certificate."""
    query = (
        select(_T.c.person_id, _T.c.generation, _T.c.status, _T.c.issued_us, _T.c.changed_us)
        .where(_T.c.marathon_id == marathon_id, _T.c.rule_key == rule_key)
        .order_by(_T.c.generation)
    )
    rows = (await connection.execute(query)).all()
    return {row.person_id: (row.generation, row.status, row.changed_us or row.issued_us) for row in rows}


async def open_list(connection: AsyncConnection) -> tuple[int, set[int]]:
    """The status list that new credentials go to, and which of its places are taken."""
    count = int((await connection.execute(select(func.count()).select_from(_T))).scalar_one())
    number = 1 + count // ON_A_LIST
    rows = await connection.execute(select(_T.c.status_index).where(_T.c.status_list == number))
    return number, set(rows.scalars().all())


async def withdrawn(connection: AsyncConnection, number: int) -> tuple[set[int], datetime] | None:
    """The places of a status list whose credentials no longer stand, and when that last changed; None: no such list."""
    query = select(_T.c.status_index, _T.c.status, _T.c.issued_us, _T.c.changed_us).where(_T.c.status_list == number)
    rows = (await connection.execute(query)).all()
    if not rows:
        return None
    gone = [row for row in rows if row.status != CertificateStatus.VALID.value]
    first = min(row.issued_us for row in rows)
    changed = max((row.changed_us or first for row in gone), default=first)
    return {row.status_index for row in gone}, from_micros(changed)


async def insert(tx: Transaction, marathon_id: int, new: Iterable[New], entry: Entry) -> None:
    await tx.insert_many(_T, [_values(marathon_id, one) for one in new], entry)


def _values(marathon_id: int, new: New) -> dict[str, object]:
    stated = {name: value for name, value in write_record(new.content).items() if name != "name"}
    return {
        "marathon_id": marathon_id,
        "person_id": new.person_id,
        "rule_key": new.rule_key,
        "generation": new.generation,
        "serial": new.content.serial,
        "approval_id": new.approval_id,
        "name_id": new.name_id,
        "document": stated,
        "basis": write_record(new.basis),
        "status": CertificateStatus.VALID.value,
        "pdf_sha256": new.pdf_sha256,
        "credential_sha256": new.credential_sha256,
        "status_list": new.status_list,
        "status_index": new.status_index,
        "issued_us": to_micros(new.content.issued),
        "replaces": new.replaces,
    }


async def change(tx: Transaction, row_id: int, after: Certificate, entry: Entry) -> None:
    """What became of a certificate: revoked or superseded."""
    assert after.changed is not None
    values = {
        "status": after.status.value,
        "changed_us": to_micros(after.changed),
        "superseded_by": after.superseded_by,
        "reason": after.reason,
    }
    await tx.update(_T, row_id, values, entry)


async def marks(connection: AsyncConnection) -> dict[int, tuple[object, ...]]:
    """Of each marathon with valid certificates something that changes whenever what they rest on may have changed."""
    query = select(_T.c.marathon_id).where(_T.c.status == CertificateStatus.VALID.value).distinct()
    found: dict[int, tuple[object, ...]] = {}
    for marathon_id in (await connection.execute(query)).scalars().all():
        mark: list[object] = []
        for column in (schema.evidence.c.id, schema.scores.c.id, schema.sessions.c.changed_us, _CHANGED):
            newest = select(func.max(column)).where(column.table.c.marathon_id == marathon_id)
            mark.append((await connection.execute(newest)).scalar_one())
        found[marathon_id] = tuple(mark)
    return found


_CHANGED = schema.applications.c.changed_us
