import json
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.certificates import (
    Certificate,
    CertificateStatus,
    content_hash,
    document,
    revoke,
    supersede,
)
from sessions.domain.refusals import BadValue, CertificateRevoked, CertificateSuperseded
from tests.sessions.credentials.builders import ISSUED, a_content

NOW = ISSUED + timedelta(days=3)
OTHER = replace(a_content(), serial="0G40R4-0M30E2-09185W", name="Zoë Müller")


def test_a_revoked_certificate_says_when_and_why_and_that_is_final() -> None:
    certificate = Certificate(content=a_content())
    revoked = revoke(certificate, reason=" issued to the wrong person ", now=NOW)
    assert revoked == replace(
        certificate, status=CertificateStatus.REVOKED, changed=NOW, reason="issued to the wrong person"
    )
    refusal = CertificateRevoked(serial=certificate.serial, revoked=NOW, reason="issued to the wrong person")
    assert revoke(revoked, reason="again", now=NOW + timedelta(days=1)) == refusal
    assert supersede(revoked, by=OTHER, reason="name", now=NOW) == refusal


def test_a_superseded_certificate_names_its_replacement_and_the_replacement_names_it() -> None:
    certificate = Certificate(content=a_content())
    changed = supersede(certificate, by=OTHER, reason="name corrected", now=NOW)
    assert changed == (
        replace(
            certificate,
            status=CertificateStatus.SUPERSEDED,
            changed=NOW,
            superseded_by=OTHER.serial,
            reason="name corrected",
        ),
        Certificate(content=OTHER, replaces=certificate.serial),
    )


def test_what_was_superseded_can_be_neither_revoked_nor_superseded_again() -> None:
    old = Certificate(content=a_content(), status=CertificateStatus.SUPERSEDED, changed=NOW, superseded_by=OTHER.serial)
    refusal = CertificateSuperseded(serial=old.serial, superseded=NOW, by=OTHER.serial)
    assert revoke(old, reason="fraud", now=NOW) == refusal
    assert supersede(old, by=OTHER, reason="name", now=NOW) == refusal


def test_nothing_is_revoked_or_replaced_without_a_reason() -> None:
    certificate = Certificate(content=a_content())
    refusal = BadValue(field="reason", value="  ", expected="not-empty")
    assert revoke(certificate, reason="  ", now=NOW) == refusal
    assert supersede(certificate, by=OTHER, reason="  ", now=NOW) == refusal


def test_the_document_is_json_and_its_hash_stays_the_same() -> None:
    content = a_content()
    assert json.loads(json.dumps(document(content))) == document(content)
    assert content_hash(content) == content_hash(replace(content))


@given(st.sampled_from(["name", "title", "rule_text", "issuer", "verify_url"]), st.text(min_size=1))
def test_the_hash_changes_with_every_word(field: str, text: str) -> None:
    content = a_content()
    changed = replace(content, **{field: getattr(content, field) + text})
    assert content_hash(changed) != content_hash(content)
