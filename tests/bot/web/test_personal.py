"""A person's own page in a real browser and over bare HTTP: progress, appeals with files, the certificate."""

import io
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientResponse, ClientSession, FormData

from bot.app import Installation
from bot.clock import CourseClock
from bot.personal_links import PersonalLinks
from sessions.domain.appeal_files import MAXIMUM_BYTES, AppealFile
from sessions.domain.approvals import Approval
from sessions.services import appeals, approvals, certificates
from sessions.services.certificates import Issued
from sessions.storage import schema
from sessions.storage.store import Transaction
from sessions.storage.verification import Verified, verify
from tests.bot.web.test_page import CONTRAST
from tests.browser import Page, Reader, a_browser
from tests.sessions.certifying import ADA, BOB, a_workshop, add_marathon, add_participant, an_entry, check_in

KEY = b"a key of the server, for tests"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
DURING = datetime(2025, 9, 12, 9, tzinfo=UTC)
"""A day after the last session, within the seven days for appeals."""

pytestmark = pytest.mark.xdist_group("browser")


@dataclass
class House:
    """Amina was there three times and Chen once; two sessions are needed. Pages are addressed as from outside."""

    installation: Installation
    clock: CourseClock
    marathon: int
    amina: str
    chen: str


@pytest.fixture
async def house(tmp_path: Path, signing_keys: Path) -> AsyncIterator[House]:
    clock = CourseClock(DURING)
    workshop = a_workshop(tmp_path, signing_keys)
    url = f"sqlite:///{tmp_path}/marathon.sqlite3"
    installation = await Installation.open(url, clock=clock, server_key=KEY, workshop=workshop)
    try:
        store = installation.store
        planned = await add_marathon(store)
        amina = await add_participant(store, planned.marathon.id, "Amina Diallo", discord_id=1000)
        chen = await add_participant(store, planned.marathon.id, "陈 Chen", discord_id=1001)
        await check_in(store, planned, amina, 1, 2, 3)
        await check_in(store, planned, chen, 1)
        home = f"http://127.0.0.1:{await installation.start_web('127.0.0.1', 0)}"
        links = PersonalLinks(public_url=home, key=KEY)
        yield House(installation, clock, planned.marathon.id, links.page(1, 1), links.page(2, 1))
    finally:
        await installation.close()


async def issue(house: House) -> str:
    """Everybody who completed gets a certificate; the serial of the first."""
    store = house.installation.store
    now = house.clock.now()
    prepared = await approvals.prepare(store, marathon_id=house.marathon, now=now, actor=ADA)
    assert isinstance(prepared, Approval)
    await approvals.approve(store, marathon_id=house.marathon, number=prepared.number, now=now, actor=BOB)
    workshop = house.installation.workshop
    assert workshop is not None
    done = await certificates.issue(store, marathon_id=house.marathon, workshop=workshop, now=now, actor=BOB)
    assert isinstance(done, Issued)
    return done.new[0]


async def contest(
    http: ClientSession,
    page: str,
    *,
    text: str = "My line broke.",
    session: str = "2",
    file: tuple[str, bytes] | None = None,
    headers: Mapping[str, str] | None = None,
) -> ClientResponse:
    form = FormData({"session": session, "text": text}, quote_fields=False)
    if file is not None:
        form.add_field("file", io.BytesIO(file[1]), filename=file[0])
    return await http.post(f"{page}/appeal", data=form, headers=headers, allow_redirects=False)


async def test_progress_is_said_with_counts(house: House) -> None:
    async with ClientSession() as http:
        page = await (await http.get(house.chen)).text()
    plain = "".join(sign for sign in page if sign not in "\u2068\u2069")
    assert "No longer within reach. 2 of 3 sessions were needed; you have 1 and can reach 1." in plain


async def test_an_appeal_with_a_file_is_kept_shown_and_answered(house: House) -> None:
    store = house.installation.store
    async with ClientSession() as http:
        sent = await contest(http, house.chen, file=("C:/photos/../my screen.PNG.exe", PNG))
        assert (sent.status, sent.headers["Location"]) == (303, house.chen[house.chen.index("/p/") :])
        waiting = await (await http.get(house.chen)).text()
        assert await appeals.file_of(store, house.marathon, 1) == AppealFile(
            name="my-screen-PNG.png", media_type="image/png", content=PNG
        )
        again = await contest(http, house.chen)
        await appeals.decide(
            store, house.marathon, number=1, uphold=False, reason="The host <did not> see you", actor=ADA, now=DURING
        )
        answered = await (await http.get(house.chen)).text()
    assert again.status == 409
    assert "my-screen-PNG.png" in waiting
    assert "your appeal of" in waiting
    assert "is not upheld" in answered
    assert "The host &lt;did not&gt; see you" in answered
    assert isinstance(await store.read(verify), Verified)


async def test_what_cannot_be_taken_is_refused_in_a_sentence_and_what_was_typed_stays(house: House) -> None:
    async with ClientSession() as http:
        told = [
            await contest(http, house.chen, text="Kept words", file=("virus.exe", b"MZ")),
            await contest(http, house.chen, text="Kept words", session="9"),
            await contest(http, house.chen, text=" "),
            await contest(http, house.chen, text="x" * 1001),
            await contest(http, house.chen, file=("huge.pdf", b"%PDF-" + bytes(MAXIMUM_BYTES))),
            await contest(http, house.chen, file=("larger.pdf", b"%PDF-" + bytes(2 * MAXIMUM_BYTES))),
            await http.post(f"{house.chen}/appeal", data=b"--", headers={"Content-Type": "multipart/form-data"}),
        ]
        pages = [await one.text() for one in told]
    assert [one.status for one in told] == [409, 409, 409, 409, 413, 413, 409]
    assert "Kept words" in pages[0]
    assert "Kept words" in pages[1]
    assert all('role="alert"' in page for page in pages)
    assert await appeals.queue(house.installation.store, house.marathon) == ()


async def test_nobody_else_and_no_other_site_can_contest(house: House) -> None:
    wrong = house.chen[:-1] + ("A" if house.chen[-1] != "A" else "B")
    async with ClientSession() as http:
        statuses = [
            (await contest(http, wrong)).status,
            (await contest(http, house.chen, headers={"Sec-Fetch-Site": "cross-site"})).status,
            (await http.post(f"{house.chen}/withdraw", headers={"Sec-Fetch-Site": "cross-site"})).status,
        ]
        house.clock.move_to(DURING + timedelta(days=30))
        late = await contest(http, house.chen)
        statuses.append(late.status)
        assert "An appeal about this session is possible from" in await late.text()
        assert "/appeal" not in await (await http.get(house.chen)).text()
    assert statuses == [404, 404, 404, 409]
    assert await appeals.queue(house.installation.store, house.marathon) == ()


async def test_the_holder_fetches_what_was_issued_and_nobody_else_does(house: House) -> None:
    serial = await issue(house)
    async with ClientSession() as http:
        pdf = await http.get(f"{house.amina}/certificate/{serial}.pdf")
        credential = await http.get(f"{house.amina}/certificate/{serial}.jwt")
        others = [
            (await http.get(f"{house.chen}/certificate/{serial}.pdf")).status,
            (await http.get(f"{house.amina[:-1]}~/certificate/{serial}.pdf")).status,
            (await http.get(f"{house.amina}/certificate/WHO-25-AAAA-AAAA.pdf")).status,
        ]
        shown = [serial in await (await http.get(page)).text() for page in (house.amina, house.chen)]
        assert (await pdf.read()).startswith(b"%PDF-")
        assert (await credential.text()).count(".") == 2
        assert house.installation.workshop is not None
        (house.installation.workshop.files.folder / f"{serial}.pdf").write_bytes(b"%PDF-forged")
        forged = await http.get(f"{house.amina}/certificate/{serial}.pdf")
        assert (forged.status, "missing or is not the one that was issued" in await forged.text()) == (409, True)
    assert (pdf.status, pdf.content_type, pdf.headers["Content-Disposition"], pdf.headers["Cache-Control"]) == (
        200,
        "application/pdf",
        f'attachment; filename="{serial}.pdf"',
        "no-store",
    )
    assert (credential.status, credential.content_type) == (200, "application/vc+jwt")
    assert (others, shown) == ([404, 404, 404], [True, False])


async def test_whoever_has_no_discord_gets_their_data_and_is_forgotten_here(house: House) -> None:
    serial = await issue(house)
    async with ClientSession() as http:
        held = await (await http.get(f"{house.amina}/my-data.json")).json()
        unsure = await http.post(f"{house.amina}/forget")
        done = await http.post(f"{house.amina}/forget", data={"sure": "yes"})
        gone = [(await http.get(f"{house.amina}{more}")).status for more in ("", "/my-data.json")]
        public = await (await http.get(f"{house.amina.partition('/p/')[0]}/verify/{serial}")).text()
        assert "You are forgotten" in await done.text()
    assert [one["value"] for one in held["personal_values"]] == ["Amina Diallo"]
    assert [one["serial"] for one in held["certificates"]] == [serial]
    assert (unsure.status, done.status, gone) == (409, 200, [404, 404])
    assert ("Valid" in public, "(the name was erased)" in public, "Amina" in public) == (True, True, False)
    assert house.installation.workshop is not None
    assert list(house.installation.workshop.files.folder.glob("*")) == []


@asynccontextmanager
async def a_page(reader: Reader, address: str) -> AsyncIterator[Page]:
    async with a_browser() as browser:
        page = await browser.new_page(reader)
        await page.open(address)
        yield page


async def test_on_a_phone_without_scripts_an_appeal_is_sent_and_waits(house: House, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(PNG)
    async with a_page(Reader(width=360, scripts=False), house.chen) as page:
        found = await page.roles("heading", "combobox", "textbox", "button", "form")
        await page.type("#text", "The hall had no power from half past two.")
        await page.choose_file("#file", str(tmp_path / "photo.png"))
        await page.press('form[action$="/appeal"] button')
        told = await page.text("article.appeal")
        asked = [one for one in page.requests if "/p/" in one]
        complaints = page.complaints
    assert found == [
        ("heading", "Virtual cGMP Training Marathon"),
        ("heading", "Your place"),
        ("heading", "Programme, in your time (Africa/Nairobi)"),
        ("heading", "Your progress"),
        ("heading", "Verdicts about you"),
        ("heading", "Contest a verdict"),
        ("form", "Contest a verdict"),
        ("combobox", "Session"),
        ("textbox", "What happened?"),
        ("button", "A file that shows it, if you have one (PDF, PNG, JPEG; at most 5 MB)"),
        ("button", "Send the appeal"),
        ("heading", "Withdraw my application"),
        ("form", "Withdraw my application"),
        ("button", "Withdraw my application"),
        ("heading", "Your data"),
        ("form", "Your data"),
        ("button", "Forget me"),
    ]
    assert told == [
        "Session 2: your appeal of 12 September 2025, 12:00 (Africa/Nairobi) waits for an organiser. The answer is sent"
        " to you and shown here. The hall had no power from half past two. File: photo.png"
    ]
    assert asked == [house.chen, f"{house.chen}/appeal", house.chen]
    assert complaints == []


async def test_every_screen_eye_and_printer_gets_the_page(house: House) -> None:
    await issue(house)
    async with a_browser() as browser:
        for address in (house.amina, house.chen):
            for reader in (Reader(width=320), Reader(width=1280, dark=True)):
                page = await browser.new_page(reader)
                await page.open(address)
                assert await page.evaluate("document.documentElement.scrollWidth") <= reader.width
                assert await page.evaluate(CONTRAST) == []
                assert page.complaints == []
                await page.call("Emulation.setEmulatedMedia", media="print")
                assert set(await page.text("form, .ways, #contest")) <= {""}
                assert (await page.print_out()).startswith(b"%PDF-")
                await page.close()


async def test_whoever_waits_reads_their_rank_and_until_when_places_are_offered(house: House) -> None:
    async def wait(tx: Transaction) -> None:
        table = schema.applications
        await tx.update(table, 2, {"status": "waiting", "waiting_rank": 14}, an_entry("application.wait"))

    await house.installation.store.write(wait)
    async with ClientSession() as http:
        page = await (await http.get(house.chen)).text()
    assert (
        "".join(sign for sign in page if sign not in "\u2068\u2069").count(
            "You are number 1 on the waiting list. When a place frees until 11 September 2025, 15:00 (Africa/Nairobi),"
            " it is offered by the published rule."
        )
        == 1
    )
