"""What may happen to a certificate afterwards: revoked for a reason, or replaced by another."""

import asyncio
import dataclasses
import secrets
from dataclasses import dataclass
from datetime import datetime

from sessions.credentials.badge import StatusPlace
from sessions.credentials.batch import Unmade
from sessions.credentials.statuslist import draw_index
from sessions.credentials.workshop import Finished, Workshop
from sessions.domain import certificates as statements
from sessions.domain.actors import Actor, Role
from sessions.domain.approvals import Basis, Listed, digest, replay
from sessions.domain.certificate_notices import replaced
from sessions.domain.certificates import Certificate
from sessions.domain.completion import CompletionStatus
from sessions.domain.contents import Frame, make_content
from sessions.domain.refusals import FilesNotKept, NamesMissing, NotCarried, Refusal, UnknownCertificate
from sessions.domain.serials import RANDOM_BYTES, mint_serial, read_serial
from sessions.storage import approvals, certificates, deliveries, marathons, persons, places, standings
from sessions.storage import sessions as stored
from sessions.storage.certificates import Kept, New
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    old: Kept
    content: statements.CertificateContent
    basis: Basis
    name_id: int
    place: StatusPlace


async def revoke(
    store: Store, *, marathon_id: int, serial: str, reason: str, now: datetime, actor: Actor
) -> Certificate | Refusal:
    """The certificate, revoked for good; the reason is public."""

    async def unit(tx: Transaction) -> Certificate | Refusal:
        kept = await _find(tx, marathon_id, serial, actor)
        if not isinstance(kept, Kept):
            return kept
        after = statements.revoke(kept.certificate, reason=reason, now=now)
        if not isinstance(after, Certificate):
            return after
        entry = await _entry(tx, marathon_id, "certificate.revoked", kept.serial, actor=actor, now=now, why=reason)
        await certificates.change(tx, kept.id, after, entry)
        return after

    return await store.write(unit)


async def replace(
    store: Store, *, marathon_id: int, serial: str, reason: str, workshop: Workshop, now: datetime, actor: Actor
) -> Replaced | Refusal:
    """A new certificate with the name and the evidence of today; the old one is superseded and remains verifiable.

    Refused (NotCarried) when the evidence of today does not carry it under the rule of the old one.
    """
    draft = await store.write(lambda tx: _draft(tx, marathon_id, serial, reason, workshop, actor, now))
    if not isinstance(draft, _Draft):
        return draft
    finished = await asyncio.to_thread(_make, workshop, draft)
    if not isinstance(finished, Finished):
        return finished
    try:
        answer = await store.write(lambda tx: _put(tx, draft, finished, reason, actor, now))
    except BaseException:
        await asyncio.to_thread(workshop.files.drop, finished.content.serial)
        raise
    if not isinstance(answer, Replaced):
        await asyncio.to_thread(workshop.files.drop, finished.content.serial)
    return answer


async def _find(tx: Transaction, marathon_id: int, serial: str, actor: Actor) -> Kept | Refusal:
    refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER, Role.APPROVER)
    if refused is not None:
        return refused
    read = read_serial(serial)
    if not isinstance(read, str):
        return read
    kept = await certificates.by_serial(tx.connection, read)
    return kept if kept is not None and kept.marathon_id == marathon_id else UnknownCertificate(serial=read)


async def _entry(
    tx: Transaction, marathon_id: int, verb: str, serial: str, *, actor: Actor, now: datetime, why: str
) -> Entry:
    marathon = await marathons.by_id(tx.connection, marathon_id)
    return Entry(actor=actor, at=now, marathon=marathon.key, verb=verb, subject=f"certificate:{serial}", why=why)


async def _draft(
    tx: Transaction, marathon_id: int, serial: str, reason: str, workshop: Workshop, actor: Actor, now: datetime
) -> _Draft | Refusal:
    old = await _find(tx, marathon_id, serial, actor)
    if not isinstance(old, Kept):
        return old
    new_serial = mint_serial(secrets.token_bytes(RANDOM_BYTES))
    refused = statements.supersede(
        old.certificate, by=_renamed(old.certificate.content, new_serial), reason=reason, now=now
    )
    if not isinstance(refused, tuple):
        return refused
    marathon, people = await standings.of_persons(tx.connection, marathon_id, [old.person_id], now=now)
    approval = await approvals.by_number(tx.connection, old.approval_id)
    assert approval is not None
    if not people:
        return NotCarried(serial=old.serial, status=CompletionStatus.WITHDRAWN.value)
    person = people[0]
    completion = replay(approval.rule, person.basis, at=now)
    if completion.status is not CompletionStatus.COMPLETE:
        return NotCarried(serial=old.serial, status=completion.status.value)
    if not person.name or person.place.name_id is None:
        return NamesMissing(persons=(old.person_id,))
    frame = Frame(
        programme=marathon.programme,
        sessions=await stored.of_marathon(tx.connection, marathon_id),
        rule=approval.rule,
        rule_version=approval.rule_version,
        rule_text=workshop.say_rule(approval.rule, marathon.programme),
        issued=now,
    )
    listed = Listed(basis=person.basis, completion=completion)
    address = workshop.keys.addresses.verification(new_serial)
    number, taken = await certificates.open_list(tx.connection)
    return _Draft(
        old=old,
        content=make_content(frame, listed, name=person.name, serial=new_serial, verify_url=address),
        basis=person.basis,
        name_id=person.place.name_id,
        place=StatusPlace(number=number, index=draw_index(taken, secrets.token_bytes(8))),
    )


def _renamed(content: statements.CertificateContent, serial: str) -> statements.CertificateContent:
    return dataclasses.replace(content, serial=serial)


def _make(workshop: Workshop, draft: _Draft) -> Finished | Refusal:
    missing = workshop.check_names([draft.content.name])
    if missing is not None:
        return missing
    made = next(workshop.set([draft.content]))
    if isinstance(made, Unmade):
        return made.refusal
    try:
        return workshop.finish(draft.content, made, draft.place)
    except OSError as error:
        reason = error.strerror or str(error)
        return FilesNotKept(folder=str(workshop.files.folder), reason=reason, issued=0, left=1)


async def _put(
    tx: Transaction, draft: _Draft, finished: Finished, reason: str, actor: Actor, now: datetime
) -> Replaced | Refusal:
    """Both changes in one transaction, after one more look at what the new one rests on."""
    old = await _find(tx, draft.old.marathon_id, draft.old.serial, actor)
    if not isinstance(old, Kept):
        return old
    changed = statements.supersede(old.certificate, by=finished.content, reason=reason, now=now)
    if not isinstance(changed, tuple):
        return changed
    _, people = await standings.of_persons(tx.connection, old.marathon_id, [old.person_id], now=now)
    if not people or digest(people[0].basis) != digest(draft.basis):
        return NotCarried(serial=old.serial, status="changed")
    entry = await _entry(tx, old.marathon_id, "certificate.replaced", old.serial, actor=actor, now=now, why=reason)
    new = New(
        person_id=old.person_id,
        rule_key=old.rule_key,
        generation=old.generation + 1,
        approval_id=old.approval_id,
        name_id=draft.name_id,
        content=finished.content,
        basis=draft.basis,
        pdf_sha256=finished.pdf_sha256,
        credential_sha256=finished.credential_sha256,
        status_list=finished.place.number,
        status_index=finished.place.index,
        replaces=old.serial,
    )
    await certificates.change(tx, old.id, changed[0], entry)
    await certificates.insert(tx, old.marathon_id, [new], entry)
    marathon = await marathons.by_id(tx.connection, old.marathon_id)
    holders = [one for one in await places.reached(tx.connection, marathon.id) if one.person_id == old.person_id]
    told = [replaced(marathon.key, one, finished.content, now) for one in holders]
    await deliveries.queue(tx, marathon.id, told, now=now)
    return Replaced(old=old.serial, new=finished.content.serial)
