"""Certificates looked up: by serial for anybody, by marathon for organisers, by account for their holder; and held
against the evidence of today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.credentials.statement import IssuedCertificate, Statement, state
from sessions.domain.actors import SYSTEM
from sessions.domain.approvals import Approval, digest, replay
from sessions.domain.certificates import CertificateContent
from sessions.domain.completion import CompletionStatus
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.reminders import AudienceKind
from sessions.domain.serials import read_serial
from sessions.storage import approvals, certificates, deliveries, marathons, persons, standings
from sessions.storage.certificates import Kept
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsupported:
    """A valid certificate that the evidence of today no longer carries; ``status``: what the rule says now."""

    serial: str
    person_id: int
    status: str


async def find_statement(store: Store, asked: str, *, now: datetime) -> Statement:
    """What there is to say of a serial as somebody typed it."""

    async def unit(connection: AsyncConnection) -> Statement:
        serial = read_serial(asked)
        chain = await certificates.chain(connection, serial) if isinstance(serial, str) else {}
        found = {
            key: IssuedCertificate(certificate=kept.certificate, pdf_sha256=kept.pdf_sha256)
            for key, kept in chain.items()
        }
        return state(asked, found.get, now=now)

    return await store.read(unit)


async def find(store: Store, asked: str) -> Kept | None:
    """The certificate of a serial as somebody typed it."""
    serial = read_serial(asked)
    if not isinstance(serial, str):
        return None
    return await store.read(lambda connection: certificates.by_serial(connection, serial))


async def every(store: Store, marathon_id: int) -> tuple[Kept, ...]:
    """A marathon's certificates in the order of issue."""
    return await store.read(lambda connection: certificates.of_marathon(connection, marathon_id))


async def of_holder(store: Store, marathon_id: int, *, discord_id: int) -> tuple[Kept, ...]:
    """The valid certificates of a Discord account."""

    async def unit(connection: AsyncConnection) -> tuple[Kept, ...]:
        person_id = await persons.of_discord(connection, discord_id)
        if person_id is None:
            return ()
        return tuple(one for one in await certificates.of_person(connection, marathon_id, person_id) if one.valid)

    return await store.read(unit)


async def of_person(store: Store, marathon_id: int, person_id: int) -> tuple[Kept, ...]:
    """The valid certificates of a person, who needs no Discord account."""

    async def unit(connection: AsyncConnection) -> tuple[Kept, ...]:
        return tuple(one for one in await certificates.of_person(connection, marathon_id, person_id) if one.valid)

    return await store.read(unit)


async def find_achievement(store: Store, marathon_key: str, kind: str, rule_version: int) -> CertificateContent | None:
    """The first certificate that was issued for an achievement, without its holder: what it says of the rule."""

    async def unit(connection: AsyncConnection) -> CertificateContent | None:
        marathon = await marathons.by_key(connection, marathon_key)
        if marathon is None:
            return None
        contents = [one.certificate.content for one in await certificates.of_marathon(connection, marathon.id)]
        return next((one for one in contents if (one.kind.value, one.rule_version) == (kind, rule_version)), None)

    return await store.read(unit)


async def withdrawn(store: Store, number: int) -> tuple[set[int], datetime] | None:
    """The bits of a status list and when they last changed; None: there is no such list."""
    return await store.read(lambda connection: certificates.withdrawn(connection, number))


async def replays(store: Store, kept: Kept) -> bool:
    """Whether rule and evidence as kept lead to the same decision once more."""

    async def unit(connection: AsyncConnection) -> Approval | None:
        return await approvals.by_number(connection, kept.approval_id)

    approval = await store.read(unit)
    assert approval is not None
    completion = replay(approval.rule, kept.basis, at=kept.certificate.content.issued)
    same = completion.sessions.attended == kept.certificate.content.sessions_attended
    return completion.status is CompletionStatus.COMPLETE and same


async def find_unsupported(store: Store, marathon_id: int, *, now: datetime) -> tuple[Unsupported, ...]:
    """Which certificates no longer stand on today's evidence; organisers decide what becomes of them."""
    return tuple(one for one, _ in await store.read(lambda connection: _unsupported(connection, marathon_id, now)))


async def warn(store: Store, marathon_id: int, *, now: datetime) -> tuple[Unsupported, ...]:
    """Tells the organisers' desk of certificates that no longer stand, once for each state of the evidence."""
    found = await store.read(lambda connection: _unsupported(connection, marathon_id, now))
    if not found:
        return ()

    async def unit(tx: Transaction) -> None:
        marathon = await marathons.by_id(tx.connection, marathon_id)
        owed = [_note(marathon.key, one, evidence, now) for one, evidence in found]
        if await deliveries.queue(tx, marathon_id, owed, now=now):
            entry = Entry(
                actor=SYSTEM,
                at=now,
                marathon=marathon.key,
                verb="certificates.unsupported",
                subject="marathon",
                new={"serials": [one.serial for one, _ in found]},
            )
            tx.record(entry)

    await store.write(unit)
    return tuple(one for one, _ in found)


Marks = Mapping[int, tuple[object, ...]]


async def warn_changed(store: Store, seen: Marks, *, now: datetime) -> Marks:
    """``warn`` for each marathon in which something changed that certificates rest on since ``seen``; what to hand in
    next time."""
    marks = await store.read(certificates.marks)
    for marathon_id, mark in marks.items():
        if seen.get(marathon_id) != mark:
            await warn(store, marathon_id, now=now)
    return marks


def _note(marathon_key: str, one: Unsupported, evidence: str, now: datetime) -> Owed:
    key = DeliveryKey(
        marathon_key,
        f"certificate:{one.serial}",
        DeliveryKind.DESK_NOTE,
        f"unsupported:{evidence[:12]}",
        AudienceKind.ORGANISERS,
    )
    return Owed(key=key, due=now, payload={"note": "unsupported", "kind": one.serial, "reason": one.status})


async def _unsupported(
    connection: AsyncConnection, marathon_id: int, now: datetime
) -> tuple[tuple[Unsupported, str], ...]:
    """With a digest of what the person's completion rests on now."""
    valid = [one for one in await certificates.of_marathon(connection, marathon_id) if one.valid]
    if not valid:
        return ()
    _, people = await standings.of_marathon(connection, marathon_id, now=now)
    bases = {one.place.person_id: one.basis for one in people}
    rules = {}
    for number in {one.approval_id for one in valid}:
        approval = await approvals.by_number(connection, number)
        assert approval is not None
        rules[number] = approval.rule
    found = []
    for one in valid:
        basis = bases.get(one.person_id)
        if basis is None:
            found.append((_of(one, CompletionStatus.WITHDRAWN), "no-place"))
            continue
        status = replay(rules[one.approval_id], basis, at=now).status
        if status is not CompletionStatus.COMPLETE:
            found.append((_of(one, status), digest(basis)))
    return tuple(found)


def _of(kept: Kept, status: CompletionStatus) -> Unsupported:
    return Unsupported(serial=kept.serial, person_id=kept.person_id, status=status.value)
