"""Rules change, evidence is corrected, lists are approved, certificates issued, revoked and replaced, in any order:
never a valid certificate for somebody whose evidence did not carry it at the moment of issue."""

import asyncio
import hashlib
import tempfile
from collections import Counter
from collections.abc import Coroutine, Generator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sessions.credentials.batch import MadePdf, Unmade
from sessions.credentials.files import CertificateFiles
from sessions.credentials.workshop import Workshop
from sessions.domain.approvals import Approval
from sessions.domain.certificates import CertificateContent
from sessions.domain.documents import to_document
from sessions.services import approvals, certificate_changes, certificate_lookups, certificates
from sessions.services.programmes import Planned
from sessions.storage import marathons
from sessions.storage.certificates import Kept
from sessions.storage.store import Store, Transaction
from sessions.storage.verification import Verified, verify
from tests.sessions.certifying import (
    ADA,
    AFTER,
    BOB,
    a_workshop,
    add_marathon,
    add_participant,
    an_entry,
    check_in,
    rename,
    withdraw,
)

T = TypeVar("T")
PEOPLE = st.integers(min_value=0, max_value=2)
SESSIONS = st.integers(min_value=1, max_value=3)
_real: list[Workshop] = []


class Lines(Workshop):
    """Signs and keeps as always; its page is a line of text, for this test is about who gets one, not how it looks."""

    __slots__ = ()

    def check_names(self, names: Sequence[str]) -> None:
        """Every name can be written on a line."""

    def set(self, contents: Sequence[CertificateContent]) -> Generator[MadePdf | Unmade, None, None]:
        for one in contents:
            page = one.name.encode()
            yield MadePdf(serial=one.serial, pdf=page, sha256=hashlib.sha256(page).hexdigest(), exact=True)


def a_quick_workshop(folder: Path) -> Workshop:
    """The keys are made once for all examples."""
    if not _real:
        _real.append(a_workshop(folder, Path(tempfile.mkdtemp()) / "keys"))
    real = _real[0]
    files = CertificateFiles(folder / "certificates")
    return Lines(
        keys=real.keys, files=files, word_page=real.word_page, word_badge=real.word_badge, word_rule=real.word_rule
    )


class Certifying(RuleBasedStateMachine):
    """``present``: person to the sessions with a check-in that stands; the model that the real record is held to."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.workshop = a_quick_workshop(Path(self.folder.name))
        self.needed = 2
        self.moment = AFTER
        self.known: set[str] = set()

    def run(self, work: Coroutine[object, object, T]) -> T:
        return self.runner.run(work)

    def now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment

    @initialize()
    def begin(self) -> None:
        self.store: Store = self.run(Store.open("sqlite://"))
        self.planned: Planned = self.run(add_marathon(self.store))
        self.id = self.planned.marathon.id
        self.people: list[int] = []
        self.names: dict[int, str] = {}
        self.kept: dict[tuple[int, int], int] = {}
        self.approved_needs: dict[int, int] = {}
        for number in range(3):
            person = self.run(add_participant(self.store, self.id, f"Person {number}", discord_id=1000 + number))
            self.people.append(person)
            self.names[person] = f"Person {number}"
        self.was_present(0, 1)
        self.was_present(0, 2)

    @rule(person=PEOPLE, session=SESSIONS)
    def was_present(self, person: int, session: int) -> None:
        who = self.people[person]
        if (who, session) not in self.kept:
            self.kept[who, session] = self.run(check_in(self.store, self.planned, who, session))[0]

    @precondition(lambda self: any(number > 0 for number in self.kept.values()))
    @rule(data=st.data())
    def correct(self, data: st.DataObject) -> None:
        standing = sorted(one for one, number in self.kept.items() if number > 0)
        who, session = data.draw(st.sampled_from(standing))
        self.run(withdraw(self.store, self.planned, who, session, self.kept[who, session]))
        self.kept[who, session] = -1  # the same click cannot come twice: withdrawn for good

    @rule(person=PEOPLE, letter=st.sampled_from("ÅБ王"))
    def correct_name(self, person: int, letter: str) -> None:
        who = self.people[person]
        self.names[who] = f"Person {letter}"
        self.run(rename(self.store, self.id, who, self.names[who]))

    @rule(needed=SESSIONS)
    def change_rule(self, needed: int) -> None:
        self.needed = needed

        async def change(tx: Transaction) -> None:
            marathon = await marathons.by_id(tx.connection, self.id)
            rules = tuple(replace(one, sessions_needed=needed) for one in marathon.programme.completion)
            document = to_document(replace(marathon.programme, completion=rules))
            values = {"document": document, "rule_version": marathon.rule_version + 1}
            await marathons.change(tx, self.id, values, an_entry("rule.changed"))

        self.run(self.store.write(change))

    @rule()
    def approve(self) -> None:
        prepared = self.run(approvals.prepare(self.store, marathon_id=self.id, now=self.now(), actor=ADA))
        assert isinstance(prepared, Approval)
        done = self.run(
            approvals.approve(self.store, marathon_id=self.id, number=prepared.number, now=self.now(), actor=BOB)
        )
        assert isinstance(done, Approval)
        self.approved_needs[done.number] = self.needed

    @rule()
    def issue(self) -> None:
        self.run(certificates.issue(self.store, marathon_id=self.id, workshop=self.workshop, now=self.now(), actor=BOB))

    @precondition(lambda self: bool(self.known))
    @rule(data=st.data())
    def revoke(self, data: st.DataObject) -> None:
        serial = data.draw(st.sampled_from(sorted(self.known)))
        self.run(
            certificate_changes.revoke(
                self.store, marathon_id=self.id, serial=serial, reason="an error", now=self.now(), actor=ADA
            )
        )

    @precondition(lambda self: bool(self.known))
    @rule(data=st.data())
    def put_another_in_its_place(self, data: st.DataObject) -> None:
        serial = data.draw(st.sampled_from(sorted(self.known)))
        self.run(
            certificate_changes.replace(
                self.store,
                marathon_id=self.id,
                serial=serial,
                reason="a name",
                workshop=self.workshop,
                now=self.now(),
                actor=ADA,
            )
        )

    @invariant()
    def new_ones_are_carried_and_every_decision_replays(self) -> None:
        every: tuple[Kept, ...] = self.run(certificate_lookups.every(self.store, self.id))
        for one in every:
            assert self.run(certificate_lookups.replays(self.store, one))
            if one.serial not in self.known:
                present = sum(number > 0 for (who, _), number in self.kept.items() if who == one.person_id)
                content = one.certificate.content
                assert present == content.sessions_attended >= self.approved_needs[one.approval_id]
                assert content.name == self.names[one.person_id]
                assert self.workshop.files.pdf(one.serial, sha256=one.pdf_sha256) == content.name.encode()
        self.known = {one.serial for one in every}
        assert all(count == 1 for count in Counter(one.person_id for one in every if one.valid).values())

    def teardown(self) -> None:
        if hasattr(self, "store"):
            assert isinstance(self.run(self.store.read(verify)), Verified)
            self.run(self.store.close())
        self.runner.close()
        self.folder.cleanup()


TestCertifying = Certifying.TestCase
TestCertifying.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
