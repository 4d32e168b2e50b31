from dataclasses import replace
from datetime import timedelta
from typing import Any

from sessions.credentials.addresses import Addresses
from sessions.credentials.statement import IssuedCertificate, Standing, Statement, describe, state
from sessions.domain.certificates import Certificate, CertificateStatus, document
from sessions.domain.refusals import BadSerial
from sessions.domain.serials import mint_serial
from tests.sessions.credentials.builders import ISSUED, a_content

NOW = ISSUED + timedelta(days=400)
THEN = ISSUED + timedelta(days=30)
FIRST, SECOND, THIRD, NOBODYS = (mint_serial(bytes([number] * 10)) for number in (1, 2, 3, 4))
ADDRESSES = Addresses("https://marathon.example.org")


def issued(serial: str, **changes: Any) -> IssuedCertificate:
    certificate = replace(Certificate(content=a_content(serial=serial)), **changes)
    return IssuedCertificate(certificate=certificate, pdf_sha256="ab" * 32)


def a_chain(last: CertificateStatus = CertificateStatus.VALID) -> dict[str, IssuedCertificate]:
    """A certificate that was replaced twice; the last one stands as ``last`` says."""
    superseded = {"status": CertificateStatus.SUPERSEDED, "changed": THEN, "reason": "name of Ms Okafor"}
    ended = {} if last is CertificateStatus.VALID else {"status": last, "changed": THEN, "reason": "never attended"}
    return {
        FIRST: issued(FIRST, superseded_by=SECOND, **superseded),
        SECOND: issued(SECOND, superseded_by=THIRD, replaces=FIRST, **superseded),
        THIRD: issued(THIRD, replaces=SECOND, **ended),
    }


def test_a_valid_certificate_is_stated_with_its_content() -> None:
    assert state(THIRD.lower(), a_chain().get, now=NOW) == Statement(
        asked=THIRD,
        standing=Standing.VALID,
        checked=NOW,
        content=a_content(serial=THIRD),
        replaces=SECOND,
        pdf_sha256="ab" * 32,
    )


def test_a_superseded_certificate_leads_to_the_last_one_and_keeps_the_reason_to_itself() -> None:
    assert state(FIRST, a_chain().get, now=NOW) == Statement(
        asked=FIRST,
        standing=Standing.SUPERSEDED,
        checked=NOW,
        content=a_content(serial=FIRST),
        changed=THEN,
        replacement=THIRD,
        replacement_standing=Standing.VALID,
        pdf_sha256="ab" * 32,
    )


def test_a_superseded_certificate_says_when_its_replacement_was_revoked() -> None:
    statement = state(FIRST, a_chain(CertificateStatus.REVOKED).get, now=NOW)
    assert (statement.standing, statement.replacement, statement.replacement_standing) == (
        Standing.SUPERSEDED,
        THIRD,
        Standing.REVOKED,
    )


def test_a_revoked_certificate_says_when_and_why() -> None:
    statement = state(THIRD, a_chain(CertificateStatus.REVOKED).get, now=NOW)
    assert (statement.standing, statement.changed, statement.reason) == (Standing.REVOKED, THEN, "never attended")


def test_an_unknown_serial_says_nothing_of_anybody() -> None:
    statement = state(NOBODYS, a_chain().get, now=NOW)
    assert statement == Statement(asked=NOBODYS, standing=Standing.UNKNOWN, checked=NOW)
    assert describe(statement, ADDRESSES) == {
        "serial": NOBODYS,
        "status": "unknown",
        "checked": NOW.isoformat(),
        "problem": None,
    }


def test_a_typo_is_told_from_a_serial_that_nobody_has() -> None:
    typed = NOBODYS[:-1] + ("0" if NOBODYS[-1] != "0" else "1")
    statement = state(typed, a_chain().get, now=NOW)
    assert statement == Statement(
        asked=typed, standing=Standing.UNKNOWN, checked=NOW, typo=BadSerial(text=typed, problem="check")
    )
    assert describe(statement, ADDRESSES)["problem"] == "check"


def test_the_statement_as_json_has_stable_names_and_leaves_the_record_to_the_holder() -> None:
    content = document(a_content(serial=FIRST))
    certified = {name: content[name] for name in content.keys() - {"rows", "score", "pass_mark"}}
    assert describe(state(FIRST, a_chain().get, now=NOW), ADDRESSES) == {
        "serial": FIRST,
        "status": "superseded",
        "checked": NOW.isoformat(),
        "changed": THEN.isoformat(),
        "reason": None,
        "superseded_by": THIRD,
        "superseded_by_status": "valid",
        "replaces": None,
        "certificate": certified,
        "pdf_sha256": "ab" * 32,
        "credential": f"https://marathon.example.org/credentials/{FIRST}",
        "keys": "https://marathon.example.org/keys/jwks.json",
    }
