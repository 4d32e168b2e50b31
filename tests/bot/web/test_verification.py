"""The verification page: four answers that cannot be mistaken, for people and for programs."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import jwt
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.web import certificates
from bot.web.application import build_web
from bot.web.certificates import CertificateFacts
from bot.web.limits import Limit
from sessions.credentials.addresses import Addresses
from sessions.credentials.keys import open_keys
from sessions.credentials.statement import IssuedCertificate, Statement, state
from sessions.credentials.statuslist import is_withdrawn
from sessions.domain.certificates import Certificate, CertificateContent, CertificateStatus
from tests.bot.web.houses import House
from tests.sessions.credentials.builders import SERIAL, a_content

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OTHER = "185GR3-8E1W81-24GK11"
ISOLATES = str.maketrans("", "", "\u2068\u2069")
SHA = "ab" * 32


class Shelf:
    """Certificates in memory, as the pages ask for them."""

    def __init__(self, keys: Path) -> None:
        self.now = NOW
        self.certificate = Certificate(content=a_content())
        self.keys = open_keys(keys, Addresses("https://marathon.example"))
        self.seconds = 0.0

    async def find_statement(self, asked: str) -> Statement:
        issued = IssuedCertificate(certificate=self.certificate, pdf_sha256=SHA)
        return state(asked, {SERIAL: issued}.get, now=self.now)

    async def find_credential(self, serial: str) -> str | None:
        return "a.b.c" if serial == SERIAL else None

    async def find_status_list(self, number: int) -> tuple[set[int], datetime] | None:
        return ({5}, NOW) if number == 1 else None

    async def find_achievement(self, marathon: str, kind: str, version: int) -> CertificateContent | None:
        return self.certificate.content if (marathon, kind, version) == ("cgmp-2025", "participation", 2) else None

    async def find_issuer(self) -> str:
        return "WHO"

    def facts(self) -> CertificateFacts:
        return CertificateFacts(
            keys=self.keys,
            find_statement=self.find_statement,
            find_credential=self.find_credential,
            find_status_list=self.find_status_list,
            find_achievement=self.find_achievement,
            find_issuer=self.find_issuer,
            limit=Limit(clock=lambda: self.seconds, burst=5),
        )


@pytest.fixture
def shelf(signing_keys: Path) -> Shelf:
    return Shelf(signing_keys)


@pytest.fixture
async def client(shelf: Shelf) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    facts = House().facts()
    async with TestClient(TestServer(build_web(facts, certificates.routes(facts, shelf.facts())))) as opened:
        yield opened


async def test_valid_certificate_is_said_to_be_valid_with_what_it_states(
    client: TestClient[web.Request, web.Application],
) -> None:
    response = await client.get(f"/verify/{SERIAL.lower()}")
    text = (await response.text()).translate(ISOLATES)

    assert response.status == 200
    assert 'class="verdict valid"' in text
    for stated in ("Ngozi Okafor", "9 September 2025 – 2 October 2025", "Presence recorded in 7 of 8", SHA, SERIAL):
        assert stated in text
    assert "23 November 2026, 09:00 (UTC)" in text
    policy = response.headers["Content-Security-Policy"]
    assert (policy.startswith("default-src 'none'"), "form-action 'self'" in policy) == (True, True)
    assert "://" not in text.replace("https://marathon.example/", "")


async def test_revoked_certificate_says_since_when_and_why_and_never_valid(
    client: TestClient[web.Request, web.Application], shelf: Shelf
) -> None:
    shelf.certificate = replace(
        shelf.certificate, status=CertificateStatus.REVOKED, changed=NOW, reason="issued in <error>"
    )
    text = await (await client.get(f"/verify/{SERIAL}")).text()

    assert 'class="verdict revoked"' in text
    assert "issued in &lt;error&gt;" in text
    assert '<h2 id="verdict">Revoked</h2>' in text
    assert ">Valid<" not in text


async def test_unknown_serial_and_typing_error_are_told_apart(
    client: TestClient[web.Request, web.Application],
) -> None:
    unknown = await client.get(f"/verify/{OTHER}")
    typo = await client.get("/verify", params={"serial": SERIAL[:-1] + "X"})

    assert (unknown.status, typo.status) == (404, 404)
    assert 'class="verdict unknown"' in await unknown.text()
    assert "typing error" in await typo.text()


async def test_nobody_asked_yet_and_the_page_asks_for_a_serial(
    client: TestClient[web.Request, web.Application],
) -> None:
    response = await client.get("/verify")
    text = await response.text()

    assert response.status == 200
    assert '<input id="serial" name="serial"' in text
    assert "verdict" not in text


async def test_program_that_asks_for_json_gets_it(client: TestClient[web.Request, web.Application]) -> None:
    response = await client.get(f"/verify/{SERIAL}", headers={"Accept": "application/json"})
    found = json.loads(await response.text())

    assert (found["status"], found["pdf_sha256"], found["credential"]) == (
        "valid",
        SHA,
        f"https://marathon.example/credentials/{SERIAL}",
    )


async def test_sixth_question_at_once_is_put_off_and_a_minute_later_answered(
    client: TestClient[web.Request, web.Application], shelf: Shelf
) -> None:
    statuses = [(await client.get(f"/verify/{SERIAL}")).status for _ in range(6)]
    shelf.seconds = 60.0
    statuses.append((await client.get(f"/verify/{SERIAL}")).status)

    assert statuses == [200, 200, 200, 200, 200, 429, 200]


async def test_everything_that_a_credential_names_is_found(
    client: TestClient[web.Request, web.Application], shelf: Shelf
) -> None:
    addresses = shelf.keys.addresses

    async def fetch(address: str) -> str:
        response = await client.get(address.removeprefix(addresses.base))
        assert response.status == 200
        return await response.text()

    key = jwt.PyJWK(json.loads(await fetch(addresses.key(shelf.keys.current))))
    signed = jwt.decode(await fetch(addresses.status_list(1)), key, algorithms=["RS256"])
    assert is_withdrawn(signed["credentialSubject"]["encodedList"], 5)
    assert json.loads(await fetch(addresses.keys)) == shelf.keys.jwks()
    assert json.loads(await fetch(addresses.issuer))["name"] == "WHO"
    assert await fetch(addresses.credential(SERIAL)) == "a.b.c"
    achievement = json.loads(await fetch(addresses.achievement("cgmp-2025", "participation", 2)))
    assert achievement["criteria"] == {"narrative": "Presence in at least 6 of the 8 sessions."}


@pytest.mark.parametrize("address", ["/status/2", "/keys/nothing", f"/credentials/{OTHER}", "/achievements/x/y/1"])
async def test_what_is_not_there_is_missing(client: TestClient[web.Request, web.Application], address: str) -> None:
    assert (await client.get(address)).status == 404
