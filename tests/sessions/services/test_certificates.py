"""From the prepared list to the file in the folder, and what may go wrong on the way."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import jwt
import pypdfium2
import pytest
import zxingcpp

from sessions.credentials.badge import read_credential
from sessions.credentials.files import CertificateFiles
from sessions.credentials.statement import Standing
from sessions.credentials.text_layer import shows
from sessions.credentials.workshop import Workshop
from sessions.domain.actors import Actor, ActorKind, Role
from sessions.domain.approvals import Approval
from sessions.domain.certificates import Certificate, CertificateStatus
from sessions.domain.refusals import (
    BadSerial,
    CertificateRevoked,
    CertificateSuperseded,
    FileChanged,
    FilesNotKept,
    FourEyes,
    ListApproved,
    ListChanged,
    NotAllowed,
    NotApproved,
    NotCarried,
    NotOverYet,
    OwnList,
    Refusal,
)
from sessions.services import approvals, certificate_changes, certificate_lookups, certificates, privacy
from sessions.services.certificate_changes import Replaced
from sessions.services.certificates import Issued
from sessions.services.programmes import Planned
from sessions.storage import persons
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.builders import a_store
from tests.sessions.certifying import (
    ADA,
    AFTER,
    BOB,
    PUBLIC,
    START,
    a_workshop,
    add_marathon,
    add_participant,
    an_entry,
    check_in,
    rename,
    withdraw,
)


@dataclass
class World:
    """Amina was present three times, Björn twice, Chen once; two sessions are needed."""

    store: Store
    planned: Planned
    workshop: Workshop
    amina: int
    bjorn: int
    chen: int
    evidence: list[int]

    @property
    def id(self) -> int:
        return self.planned.marathon.id

    async def approve(self) -> Approval:
        prepared = await approvals.prepare(self.store, marathon_id=self.id, now=AFTER, actor=ADA)
        assert isinstance(prepared, Approval)
        approved = await approvals.approve(
            self.store, marathon_id=self.id, number=prepared.number, now=AFTER, actor=BOB
        )
        assert isinstance(approved, Approval)
        return approved

    async def issue(self, workshop: Workshop | None = None) -> Issued | Refusal:
        return await certificates.issue(
            self.store, marathon_id=self.id, workshop=workshop or self.workshop, now=AFTER, actor=BOB
        )

    async def issued(self) -> Issued:
        await self.approve()
        done = await self.issue()
        assert isinstance(done, Issued)
        return done


@pytest.fixture
async def world(tmp_path: Path, signing_keys: Path) -> AsyncIterator[World]:
    async with a_store() as store:
        planned = await add_marathon(store)
        people = amina, bjorn, chen = [
            await add_participant(store, planned.marathon.id, name, discord_id=1000 + number)
            for number, name in enumerate(("አሚና ዲያሎ", "Björn Łuczak", "陈 Chen"))
        ]
        evidence = [
            await check_in(store, planned, person, *numbers)
            for person, numbers in zip(people, ((1, 2, 3), (1, 2), (1,)), strict=True)
        ]
        yield World(store, planned, a_workshop(tmp_path, signing_keys), amina, bjorn, chen, evidence[1])


async def test_issue_after_approval_gives_those_who_completed_one_certificate_and_nobody_two(world: World) -> None:
    done = await world.issued()
    again = await world.issue()

    kept = await certificate_lookups.every(world.store, world.id)
    assert [(one.person_id, one.certificate.content.name) for one in kept] == [
        (world.amina, "አሚና ዲያሎ"),
        (world.bjorn, "Björn Łuczak"),
    ]
    assert done.new == tuple(one.serial for one in kept)
    assert again == Issued(approval=done.approval, new=(), already=2, inexact=())


async def test_issued_files_hold_the_name_and_a_credential_that_our_key_bears_out(world: World) -> None:
    await world.issued()

    for one in await certificate_lookups.every(world.store, world.id):
        pdf = world.workshop.files.pdf(one.serial, sha256=one.pdf_sha256)
        token = world.workshop.files.credential(one.serial, sha256=one.credential_sha256)
        assert isinstance(pdf, bytes)
        assert isinstance(token, str)
        assert shows(pdf, one.certificate.content.name)
        payload = read_credential(token, world.workshop.keys.jwks())
        assert isinstance(payload, dict)
        assert payload["jti"] == f"https://marathon.example.org/credentials/{one.serial}"
        assert await certificate_lookups.replays(world.store, one)


async def test_issue_before_approval_is_refused(world: World) -> None:
    await approvals.prepare(world.store, marathon_id=world.id, now=AFTER, actor=ADA)

    assert await world.issue() == NotApproved(rule="Certificate")


async def test_list_before_the_last_session_is_over_is_refused(world: World) -> None:
    refused = await approvals.prepare(world.store, marathon_id=world.id, now=START, actor=ADA)

    assert refused == NotOverYet(ends=world.planned.sessions[-1].end + timedelta(minutes=30))


async def test_approving_what_one_prepared_is_refused_whatever_the_login(world: World) -> None:
    prepared = await approvals.prepare(world.store, marathon_id=world.id, now=AFTER, actor=ADA)
    assert isinstance(prepared, Approval)
    ada = Actor(ActorKind.OPERATOR, "ADA (system user other)")

    refused = await approvals.approve(world.store, marathon_id=world.id, number=prepared.number, now=AFTER, actor=ada)

    assert refused == FourEyes(number=prepared.number, by=ADA.id)


async def test_approver_who_stands_on_the_list_is_refused(world: World) -> None:
    prepared = await approvals.prepare(world.store, marathon_id=world.id, now=AFTER, actor=ADA)
    assert isinstance(prepared, Approval)
    amina = Actor(ActorKind.ORGANISER, str(world.amina))
    number = prepared.number

    stranger = await approvals.approve(world.store, marathon_id=world.id, number=number, now=AFTER, actor=amina)
    await world.store.write(
        lambda tx: persons.grant(
            tx,
            marathon_id=world.id,
            person_id=world.amina,
            role=Role.APPROVER,
            now=AFTER,
            entry=an_entry("role.granted"),
        )
    )
    own = await approvals.approve(world.store, marathon_id=world.id, number=number, now=AFTER, actor=amina)

    assert (stranger, own) == (NotAllowed(needs=("approver",)), OwnList(number=number))


async def test_approving_twice_is_refused(world: World) -> None:
    approved = await world.approve()

    again = await approvals.approve(world.store, marathon_id=world.id, number=approved.number, now=AFTER, actor=BOB)

    assert again == ListApproved(number=approved.number, by=BOB.id, at=AFTER)


async def test_evidence_changed_after_approval_makes_it_fall_and_says_whose(world: World) -> None:
    approved = await world.approve()
    await withdraw(world.store, world.planned, world.bjorn, 2, world.evidence[1])

    assert [await world.issue(), await world.issue()] == [
        ListChanged(number=approved.number, changed=(world.bjorn,)),
        NotApproved(rule="Certificate"),
    ]
    assert await certificate_lookups.every(world.store, world.id) == ()


async def test_full_disk_leaves_nothing_half_issued_and_the_rest_for_later(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.approve()
    keep = CertificateFiles.keep
    written: list[str] = []

    def keep_one(files: CertificateFiles, serial: str, *, pdf: bytes, credential: str) -> None:
        if written:
            raise OSError(28, "No space left on device")
        written.append(serial)
        keep(files, serial, pdf=pdf, credential=credential)

    monkeypatch.setattr(CertificateFiles, "keep", keep_one)
    refused = await world.issue()
    left_behind = sorted(path.name for path in (tmp_path / "certificates").iterdir())
    monkeypatch.undo()
    done = await world.issue()

    folder = str(tmp_path / "certificates")
    assert refused == FilesNotKept(folder=folder, reason="No space left on device", issued=0, left=2)
    assert left_behind == []
    assert isinstance(done, Issued)
    assert len(done.new) == 2


async def test_corrected_name_supersedes_and_both_remain_verifiable(world: World) -> None:
    first = (await world.issued()).new[1]
    await rename(world.store, world.id, world.bjorn, "Bjørn Łuczak")

    replaced = await certificate_changes.replace(
        world.store,
        marathon_id=world.id,
        serial=first.lower(),
        reason="the name was misspelt",
        workshop=world.workshop,
        now=AFTER,
        actor=ADA,
    )

    assert isinstance(replaced, Replaced)
    old = await certificate_lookups.find_statement(world.store, first, now=AFTER)
    new = await certificate_lookups.find_statement(world.store, replaced.new, now=AFTER)
    assert old.content is not None
    assert new.content is not None
    assert (old.standing, old.replacement, old.content.name) == (Standing.SUPERSEDED, replaced.new, "Björn Łuczak")
    assert (new.standing, new.replaces, new.content.name) == (Standing.VALID, first, "Bjørn Łuczak")
    assert await certificate_changes.revoke(
        world.store, marathon_id=world.id, serial=first, reason="again", now=AFTER, actor=ADA
    ) == CertificateSuperseded(serial=first, superseded=AFTER, by=replaced.new)


async def test_revoked_is_final_and_sets_the_bit_in_the_status_list(world: World) -> None:
    serial = (await world.issued()).new[0]

    async def revoke(what: str) -> Certificate | Refusal:
        return await certificate_changes.revoke(
            world.store, marathon_id=world.id, serial=what, reason="issued in error", now=AFTER, actor=ADA
        )

    typo = serial[:-1] + ("0" if serial[-1] != "0" else "1")
    misspelt, done, twice = await revoke(typo), await revoke(serial), await revoke(serial)

    assert isinstance(misspelt, BadSerial)
    assert isinstance(done, Certificate)
    assert done.status is CertificateStatus.REVOKED
    assert twice == CertificateRevoked(serial=serial, revoked=AFTER, reason="issued in error")
    kept = (await certificate_lookups.every(world.store, world.id))[0]
    assert await certificate_lookups.withdrawn(world.store, 1) == ({kept.status_index}, AFTER)


async def test_replacing_what_the_evidence_no_longer_carries_is_refused_and_organisers_are_told(world: World) -> None:
    serial = (await world.issued()).new[1]
    await withdraw(world.store, world.planned, world.bjorn, 2, world.evidence[1])

    refused = await certificate_changes.replace(
        world.store,
        marathon_id=world.id,
        serial=serial,
        reason="please",
        workshop=world.workshop,
        now=AFTER,
        actor=ADA,
    )
    told = await certificate_lookups.warn(world.store, world.id, now=AFTER)

    assert refused == NotCarried(serial=serial, status="out-of-reach")
    assert [one.serial for one in told] == [serial]


NAMES = (
    "Ngọ́zi Okafor", "Ελένη Παππά", "Юлия Ким", "Արամ Սարգսյան", "שרה כהן", "فاطمة الزهراء", "क्षमा वर्मा",
    "শ্রী দাস", "ஸ்ரீ குமார்", "น้ำผึ้ง ใจดี", "ನಾಗ ಶ್ರೀ", "ნინო ბერიძე", "ሰላም ተስፋዬ", "ស្រី ចាន់", "王小明", "김민준",
)  # fmt: skip


async def test_batch_in_sixteen_scripts_is_right_in_text_code_and_signature(
    store: Store, tmp_path: Path, signing_keys: Path
) -> None:
    planned = await add_marathon(store)
    for number, name in enumerate(NAMES):
        person = await add_participant(store, planned.marathon.id, name, discord_id=2000 + number)
        await check_in(store, planned, person, 1, 2)
    workshop = a_workshop(tmp_path, signing_keys)
    world = World(store, planned, workshop, 0, 0, 0, [])

    done = await world.issued()

    kept = await certificate_lookups.every(store, planned.marathon.id)
    assert [one.certificate.content.name for one in kept] == list(NAMES)
    assert done.inexact == ()
    keys = jwt.PyJWKSet.from_dict(workshop.keys.jwks())
    for one in kept:
        pdf = workshop.files.pdf(one.serial, sha256=one.pdf_sha256)
        token = workshop.files.credential(one.serial, sha256=one.credential_sha256)
        assert isinstance(pdf, bytes)
        assert isinstance(token, str)
        assert shows(pdf, one.certificate.content.name)
        page = pypdfium2.PdfDocument(pdf)[0].render(scale=3).to_pil()
        assert [code.text for code in zxingcpp.read_barcodes(page)] == [f"{PUBLIC}/verify/{one.serial}"]
        key = keys[jwt.get_unverified_header(token)["kid"]]
        assert jwt.decode(token, key, algorithms=["RS256"])["credentialSubject"]["licenseNumber"] == one.serial
        middle = len(token) // 2
        changed = token[:middle] + ("A" if token[middle] != "A" else "B") + token[middle + 1 :]
        with pytest.raises(jwt.InvalidTokenError):
            jwt.decode(changed, key, algorithms=["RS256"])


async def test_a_forgotten_holder_s_files_are_erased_and_their_own_copy_still_verifies(world: World) -> None:
    done = await world.issued()
    kept = await certificate_lookups.every(world.store, world.id)
    mine = next(one for one in kept if one.person_id == world.amina)
    files = world.workshop.files
    pdf = files.pdf(mine.serial, sha256=mine.pdf_sha256)
    token = files.credential(mine.serial, sha256=mine.credential_sha256)
    assert isinstance(pdf, bytes)
    assert isinstance(token, str)
    actor = Actor(ActorKind.PERSON, str(world.amina))
    await privacy.forget(world.store, person_id=world.amina, actor=actor, now=AFTER)
    dropped = [await privacy.drop_files(world.store, files) for _ in range(2)]
    statement = await certificate_lookups.find_statement(world.store, mine.serial, now=AFTER)
    assert dropped == [1, 0]
    assert isinstance(files.pdf(mine.serial, sha256=mine.pdf_sha256), FileChanged)
    assert sorted(path.stem for path in files.folder.glob("*.pdf")) == sorted(set(done.new) - {mine.serial})
    assert (statement.standing.value, statement.pdf_sha256) == ("valid", hashlib.sha256(pdf).hexdigest())
    assert statement.content is not None
    assert statement.content.name == ""
    assert isinstance(read_credential(token, world.workshop.keys.jwks()), dict)
    assert isinstance(await world.store.read(verify), Verified)
