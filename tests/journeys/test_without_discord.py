"""A person without Discord: applied by a web form, told by e-mail, answers on the personal page, ties an account."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from aiosmtpd.smtp import SMTP

from bot.app import Installation
from bot.clock import CourseClock, wire_now
from bot.mail import NO_SERVER, MailSender, MailServer
from bot.personal_links import PersonalLinks
from bot.wording import Wording
from config import texts
from sessions.domain.deliveries import Delivery, Outcome, Sent
from sessions.domain.reminders import Means
from sessions.domain.selection import SelectionPolicy
from sessions.imports.application_file import ApplicationRow
from sessions.services import application_imports, deliveries, letters, linking, own_applications, selection
from sessions.services.deliveries import Context, Moments
from sessions.services.linking import Linked
from sessions.services.selection import Proposed
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.sessions.applicants import CLOSES, INCOMES, OPERATOR, a_form, add_a_programme

KEY = b"a key of the server, for tests"
NOW = CLOSES + timedelta(days=1)


@dataclass
class Postbox:
    """What the mail server took; ``refuse``: what it answers instead, once each."""

    taken: list[EmailMessage] = field(default_factory=list)
    refuse: list[str] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  (aiosmtpd's name)
        if self.refuse:
            return self.refuse.pop(0)
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 taken"


@asynccontextmanager
async def a_mail_server() -> AsyncIterator[tuple[Postbox, MailServer]]:
    postbox, loop = Postbox(), asyncio.get_running_loop()
    served = await loop.create_server(lambda: SMTP(postbox, loop=loop, enable_SMTPUTF8=True), "127.0.0.1", 0)
    try:
        port = served.sockets[0].getsockname()[1]
        yield postbox, MailServer(host="127.0.0.1", port=port, sender="marathon@example.org", security="none")
    finally:
        served.close()
        await served.wait_closed()


async def offer_a_place(store: Store) -> int:
    """One person of an imported file is offered a place; the application's number."""
    marathon = await add_a_programme(store, SelectionPolicy(capacity=1))
    rows = [ApplicationRow(line=2, form=a_form(1, name="Amina Odhiambo", email="amina@example.org"), applied=None)]
    done = await application_imports.import_rows(store, marathon_id=marathon, rows=rows, now=CLOSES, actor=OPERATOR)
    assert isinstance(done, application_imports.Imported)
    proposed = await selection.propose(store, marathon_id=marathon, now=NOW, actor=OPERATOR, incomes=INCOMES)
    assert isinstance(proposed, Proposed)
    approved = await selection.approve(
        store, marathon_id=marathon, number=proposed.number, now=NOW, actor=OPERATOR, incomes=INCOMES
    )
    assert isinstance(approved, selection.Approved)
    return done.new[0]


class OnlyMail:
    """Says e-mail; what is for Discord is not looked at here."""

    def __init__(self, mail: MailSender) -> None:
        self._mail = mail

    async def send(self, delivery: Delivery, context: Context) -> Outcome:
        if delivery.means is Means.EMAIL:
            return await self._mail.send(delivery, context)
        return Sent(delivery_id=delivery.id, channel_id=None, message_id=None)


async def dispatch(store: Store, server: MailServer | None, clock: CourseClock) -> None:
    links = PersonalLinks(public_url="https://marathon.example.org", key=KEY)
    sender = OnlyMail(MailSender(server, store, Wording(texts.catalogue), links))
    await deliveries.dispatch(store, sender, moments=Moments(course=clock.now, wire=wire_now), owner="test")


async def status_of(store: Store, number: int) -> str:
    mine = await own_applications.of_number(store, number=number)
    assert mine is not None
    return mine.state.status.value


async def test_letter_page_answer_and_account(tmp_path: Path) -> None:
    clock = CourseClock(NOW + timedelta(hours=1))
    url = f"sqlite:///{tmp_path}/marathon.sqlite3"
    installation = await Installation.open(url, clock=clock, server_key=KEY)
    try:
        store = installation.store
        number = await offer_a_place(store)
        async with a_mail_server() as (postbox, server):
            postbox.refuse.append("451 come back later")
            await dispatch(store, server, clock)
            assert postbox.taken == []
            clock.move_to(clock.now() + timedelta(minutes=1))
            await dispatch(store, server, clock)
            await dispatch(store, server, clock)  # nothing is said twice
        (letter,) = postbox.taken
        assert (letter["To"], letter["From"]) == ("Amina Odhiambo <amina@example.org>", "marathon@example.org")
        assert letter["Subject"] == "Building Blocks: a place is offered to you"
        text = letter.get_content()
        assert "Please answer until 21 August 2025, 03:00 (Africa/Nairobi)" in text
        path = re.search(r"https://marathon\.example\.org(/p/\S+)", text)
        code = re.search(r"/link code:(\S+)", text)
        assert path is not None
        assert code is not None
        port = await installation.start_web("127.0.0.1", 0)
        await _answer_on_the_page(f"http://127.0.0.1:{port}", path[1], store, number)
        links = PersonalLinks(public_url="https://marathon.example.org", key=KEY)
        assert links.read_code(f" {code[1].lower()} ") == number
        assert links.read_code(code[1][:-1] + "0") is None
        linked = await linking.link(store, application_id=number, discord_id=4711, now=clock.now())
        assert isinstance(linked, Linked)
        assert isinstance(await store.read(verify), Verified)
    finally:
        await installation.close()


async def _answer_on_the_page(base: str, path: str, store: Store, number: int) -> None:
    async with ClientSession() as browser:
        shown = await browser.get(base + path)
        page = await shown.text()
        assert shown.status == 200
        assert "<script" not in page
        assert "A place is offered to you. Please answer until" in page
        assert "form-action 'self'" in shown.headers["Content-Security-Policy"]
        assert (shown.headers["Cache-Control"], shown.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
        wrong = path[:-1] + ("A" if path[-1] != "A" else "B")
        assert (await browser.get(base + wrong)).status == 404
        assert (await browser.post(f"{base}{wrong}/accept")).status == 404
        assert await status_of(store, number) == "offered"
        accepted = await browser.post(f"{base}{path}/accept")
        assert (accepted.status, str(accepted.url)) == (200, base + path)  # after the 303
        assert "You have a place." in await accepted.text()
        assert await status_of(store, number) == "accepted"
        again = await browser.post(f"{base}{path}/decline")
        assert again.status == 409
        confirmed = await (await browser.post(f"{base}{path}/confirm")).text()
        assert "You have confirmed this address." in confirmed
        unsure = await browser.post(f"{base}{path}/withdraw")
        assert (unsure.status, await status_of(store, number)) == (409, "accepted")


async def test_address_that_is_refused_for_good_is_told_to_the_organisers(store: Store) -> None:
    clock = CourseClock(NOW)
    await offer_a_place(store)
    async with a_mail_server() as (postbox, server):
        postbox.refuse.append("550 no such mailbox")
        await dispatch(store, server, clock)
        clock.move_to(NOW + timedelta(hours=1))
        await dispatch(store, server, clock)
    assert postbox.taken == []
    assert [one.reason for one in await letters.unsent(store, marathon_id=1)] == ["mail:550"]


async def test_without_a_mail_server_letters_wait_for_the_mail_merge(store: Store) -> None:
    clock = CourseClock(NOW)
    await offer_a_place(store)
    await dispatch(store, None, clock)
    waiting = await letters.unsent(store, marathon_id=1)
    assert [one.reason for one in waiting] == [NO_SERVER]
    await letters.note_sent(store, waiting, now=NOW)
    assert await letters.unsent(store, marathon_id=1) == ()
