"""Issuing: a certificate for everybody on an approved list, resumable, and nobody gets two.

A certificate is made before it exists: set, signed, its files on the disk; then one transaction looks once more
whether approval and evidence carry it, and keeps it. A crash leaves files without a row, never a row without files,
and whoever issues again goes on with those who have none.
"""

import asyncio
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sessions.credentials.badge import StatusPlace
from sessions.credentials.batch import MadePdf, Unmade
from sessions.credentials.statuslist import draw_index
from sessions.credentials.workshop import Finished, Workshop
from sessions.domain.actors import Actor, Role
from sessions.domain.approvals import Approval, Listed, compare, digest, list_people
from sessions.domain.certificate_notices import yours
from sessions.domain.certificates import CertificateContent, CertificateStatus
from sessions.domain.contents import Frame, make_content
from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.moments import to_micros
from sessions.domain.programme import Marathon
from sessions.domain.refusals import (
    FilesNotKept,
    ListChanged,
    NamesMissing,
    NotApproved,
    Refusal,
    UnknownRule,
)
from sessions.domain.reminders import AudienceKind, Means
from sessions.domain.serials import RANDOM_BYTES, mint_serial
from sessions.storage import approvals, certificates, deliveries, persons, places, standings
from sessions.storage import sessions as stored
from sessions.storage.certificates import New
from sessions.storage.standings import PersonStanding
from sessions.storage.store import Entry, Store, Transaction

AT_ONCE = 32
"""Certificates that are kept in one transaction."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """``new``: serials in the order of issue; ``inexact``: those whose text layer is not letter for letter the name."""

    approval: int
    new: tuple[str, ...]
    already: int
    inexact: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    listed: Listed
    name_id: int
    generation: int
    content: CertificateContent


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    marathon: Marathon
    approval: Approval
    drafts: tuple[_Draft, ...]
    already: int
    places: tuple[StatusPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Errand:
    """Who issues, when, with what."""

    workshop: Workshop
    actor: Actor
    now: datetime


def _no_progress(done: int, total: int) -> None:
    """Nobody watches."""


async def issue(
    store: Store,
    *,
    marathon_id: int,
    workshop: Workshop,
    now: datetime,
    actor: Actor,
    rule_key: str | None = None,
    progress: Progress = _no_progress,
) -> Issued | Refusal:
    """A certificate for everybody on the approved list who has none; the same again gives nobody a second one.

    Whose certificate was revoked gets another only under a list that was approved afterwards.
    """
    errand = _Errand(workshop=workshop, actor=actor, now=now)
    batch = await store.write(lambda tx: _open(tx, marathon_id, rule_key, errand))
    if not isinstance(batch, _Batch):
        return batch
    missing = await asyncio.to_thread(workshop.check_names, [one.content.name for one in batch.drafts])
    if missing is not None:
        return missing
    finished: list[Finished] = []
    pages = workshop.set([one.content for one in batch.drafts])
    try:
        for start in range(0, len(batch.drafts), AT_ONCE):
            progress(start, len(batch.drafts))
            pairs = list(zip(batch.drafts, batch.places, strict=True))[start : start + AT_ONCE]
            made = await asyncio.to_thread(_take, pages, len(pairs))
            kept = await _keep(store, batch, pairs, made, errand)
            if isinstance(kept, OSError):
                return FilesNotKept(
                    folder=str(workshop.files.folder),
                    reason=kept.strerror or str(kept),
                    issued=len(finished),
                    left=len(batch.drafts) - len(finished),
                )
            if not isinstance(kept, list):
                return kept
            finished += kept
    finally:
        await asyncio.to_thread(pages.close)
        if finished:
            await store.write(lambda tx: _tell(tx, batch, finished, now))
    progress(len(batch.drafts), len(batch.drafts))
    return Issued(
        approval=batch.approval.number,
        new=tuple(one.content.serial for one in finished),
        already=batch.already + len(batch.drafts) - len(finished),
        inexact=tuple(one.content.serial for one in finished if not one.exact),
    )


def _take(pages: Iterator[MadePdf | Unmade], count: int) -> list[MadePdf | Unmade]:
    return list(islice(pages, count))


async def _open(tx: Transaction, marathon_id: int, rule_key: str | None, errand: _Errand) -> _Batch | Refusal:
    """Who is to get one, under the approval that stands; an approval that the evidence left behind falls here."""
    refused = await persons.refuse_unless(tx.connection, marathon_id, errand.actor, Role.ORGANISER, Role.APPROVER)
    if refused is not None:
        return refused
    marathon, people = await standings.of_marathon(tx.connection, marathon_id, now=errand.now)
    rules = {rule.key: rule for rule in marathon.programme.completion}
    rule = rules.get(rule_key) if rule_key is not None else next(iter(rules.values()), None)
    if rule is None:
        return UnknownRule(key=rule_key or "", known=tuple(rules))
    approval = await approvals.newest(tx.connection, marathon_id, rule.key)
    if approval is None or not approval.stands:
        return NotApproved(rule=rule.title)
    present = list_people(rule, marathon.rule_version, [one.basis for one in people], now=errand.now)
    changed = compare(approval, present)
    if changed is not None:
        await approvals.fall(tx, marathon.key, approval, changed, actor=errand.actor, now=errand.now)
        return changed
    by_person = {one.place.person_id: one for one in people}
    nameless = tuple(one.person_id for one in present.people if not by_person[one.person_id].name)
    if nameless:
        return NamesMissing(persons=nameless)
    latest = await certificates.latest(tx.connection, marathon_id, rule.key)
    todo = [one for one in present.people if _has_none(latest.get(one.person_id), approval)]
    sessions = await stored.of_marathon(tx.connection, marathon_id)
    frame = Frame(
        programme=marathon.programme,
        sessions=sessions,
        rule=rule,
        rule_version=marathon.rule_version,
        rule_text=errand.workshop.say_rule(rule, marathon.programme),
        issued=errand.now,
    )
    drafts = tuple(_draft(frame, one, by_person[one.person_id], latest, errand.workshop) for one in todo)
    number, taken = await certificates.open_list(tx.connection)
    return _Batch(
        marathon=marathon,
        approval=approval,
        drafts=drafts,
        already=len(present.people) - len(todo),
        places=_draw(number, taken, len(drafts)),
    )


def _has_none(latest: tuple[int, str, int] | None, approval: Approval) -> bool:
    if latest is None:
        return True
    assert approval.approved is not None
    _, status, changed_us = latest
    return status == CertificateStatus.REVOKED and changed_us < to_micros(approval.approved)


def _draft(
    frame: Frame,
    listed: Listed,
    standing: PersonStanding,
    latest: Mapping[int, tuple[int, str, int]],
    workshop: Workshop,
) -> _Draft:
    assert standing.name is not None
    assert standing.place.name_id is not None
    serial = mint_serial(secrets.token_bytes(RANDOM_BYTES))
    address = workshop.keys.addresses.verification(serial)
    return _Draft(
        listed=listed,
        name_id=standing.place.name_id,
        generation=latest.get(listed.person_id, (0, "", 0))[0] + 1,
        content=make_content(frame, listed, name=standing.name, serial=serial, verify_url=address),
    )


def _draw(number: int, taken: set[int], count: int) -> tuple[StatusPlace, ...]:
    """So many places of the status list that are free."""
    places = []
    for _ in range(count):
        index = draw_index(taken, secrets.token_bytes(8))
        taken.add(index)
        places.append(StatusPlace(number=number, index=index))
    return tuple(places)


async def _keep(
    store: Store,
    batch: _Batch,
    pairs: Sequence[tuple[_Draft, StatusPlace]],
    made: Sequence[MadePdf | Unmade],
    errand: _Errand,
) -> list[Finished] | Refusal | OSError:
    """Signs some, puts their files on the disk, and keeps those that still nobody else has issued."""
    workshop = errand.workshop
    refusal = next((one.refusal for one in made if isinstance(one, Unmade)), None)
    if refusal is not None:
        return refusal
    drafts = {draft.content.serial: draft for draft, _ in pairs}
    finished, failure = await _finish_all(workshop, pairs, made)
    if failure is not None:
        await asyncio.to_thread(_drop, workshop, finished)
        return failure
    new = [_new(drafts[one.content.serial], one, batch.approval) for one in finished]
    try:
        kept = await store.write(lambda tx: _insert(tx, batch, new, errand))
    except BaseException:
        await asyncio.to_thread(_drop, workshop, finished)
        raise
    if not isinstance(kept, frozenset):
        await asyncio.to_thread(_drop, workshop, finished)
        return kept
    await asyncio.to_thread(_drop, workshop, [one for one in finished if one.content.serial not in kept])
    return [one for one in finished if one.content.serial in kept]


async def _finish_all(
    workshop: Workshop, pairs: Sequence[tuple[_Draft, StatusPlace]], made: Sequence[MadePdf | Unmade]
) -> tuple[list[Finished], OSError | None]:
    """Several at a time, for most of it is waiting for the disk. Those that were finished, and what went wrong."""
    pages = [one for one in made if isinstance(one, MadePdf)]
    results = await asyncio.gather(
        *(
            asyncio.to_thread(workshop.finish, draft.content, page, place)
            for (draft, place), page in zip(pairs, pages, strict=True)
        ),
        return_exceptions=True,
    )
    finished = [one for one in results if isinstance(one, Finished)]
    failures = [one for one in results if isinstance(one, BaseException)]
    other = next((one for one in failures if not isinstance(one, OSError)), None)
    if other is not None:
        await asyncio.to_thread(_drop, workshop, finished)
        raise other
    return finished, next((one for one in failures if isinstance(one, OSError)), None)


def _drop(workshop: Workshop, finished: Sequence[Finished]) -> None:
    for one in finished:
        workshop.files.drop(one.content.serial)


def _new(draft: _Draft, finished: Finished, approval: Approval) -> New:
    return New(
        person_id=draft.listed.person_id,
        rule_key=approval.rule.key,
        generation=draft.generation,
        approval_id=approval.number,
        name_id=draft.name_id,
        content=finished.content,
        basis=draft.listed.basis,
        pdf_sha256=finished.pdf_sha256,
        credential_sha256=finished.credential_sha256,
        status_list=finished.place.number,
        status_index=finished.place.index,
    )


async def _insert(
    tx: Transaction, batch: _Batch, new: Sequence[New], errand: _Errand
) -> frozenset[str] | ListChanged | NotApproved:
    """The serials kept: approval and evidence are looked at once more, at the moment of issue."""
    approval = await approvals.by_number(tx.connection, batch.approval.number)
    assert approval is not None
    if not approval.stands:
        return NotApproved(rule=approval.rule.title)
    ids = [one.person_id for one in new]
    marathon, people = await standings.of_persons(tx.connection, batch.marathon.id, ids, now=errand.now)
    present = {one.place.person_id: digest(one.basis) for one in people}
    changed = tuple(one for one in ids if present.get(one) != approval.people.get(str(one)))
    if changed or approval.rule not in marathon.programme.completion or marathon.rule_version != approval.rule_version:
        refusal = ListChanged(number=approval.number, changed=changed)
        await approvals.fall(tx, marathon.key, approval, refusal, actor=errand.actor, now=errand.now)
        return refusal
    latest = await certificates.latest(tx.connection, marathon.id, approval.rule.key)
    _, taken = await certificates.open_list(tx.connection)
    free = [
        one
        for one in new
        if latest.get(one.person_id, (0, "", 0))[0] == one.generation - 1 and one.status_index not in taken
    ]
    entry = Entry(
        actor=errand.actor,
        at=errand.now,
        marathon=marathon.key,
        verb="certificates.issued",
        subject=f"approval:{approval.number}",
        new={"serials": [one.content.serial for one in free]},
    )
    if free:
        await certificates.insert(tx, marathon.id, free, entry)
    return frozenset(one.content.serial for one in free)


async def _tell(tx: Transaction, batch: _Batch, finished: Sequence[Finished], now: datetime) -> None:
    """Says once for each approved list, in the channel, that certificates are ready; and to those who have no Discord
    account, by e-mail, that theirs is."""
    people = {one.person_id: one for one in await places.reached(tx.connection, batch.marathon.id)}
    holders = {draft.content.serial: draft.listed.person_id for draft in batch.drafts}
    contents = [(people.get(holders[one.content.serial]), one.content) for one in finished]
    letters = [yours(batch.marathon.key, who, content, now) for who, content in contents if who is not None]
    await deliveries.queue(tx, batch.marathon.id, [one for one in letters if one.means is Means.EMAIL], now=now)
    key = DeliveryKey(
        batch.marathon.key,
        "marathon",
        DeliveryKind.CERTIFICATES_READY,
        f"a{batch.approval.number}",
        AudienceKind.EVERYONE,
    )
    if batch.marathon.announced is not None:
        await deliveries.queue(tx, batch.marathon.id, [Owed(key=key, due=now)], now=now)
