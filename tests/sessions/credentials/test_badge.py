import base64
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import jwt
import pytest
from jsonschema import Draft201909Validator, FormatChecker

from sessions.credentials.addresses import Addresses
from sessions.credentials.badge import (
    BadgeWords,
    StatusPlace,
    hash_email,
    make_credential,
    read_credential,
)
from sessions.credentials.keys import KeyRing, open_keys, rotate_keys
from sessions.domain.certificates import CertificateKind
from sessions.domain.refusals import BadCredential
from tests.sessions.credentials.builders import ISSUED, SERIAL, a_content
from tests.shared_files import shared

ADDRESSES = Addresses("https://marathon.example.org")
WORDS = BadgeWords(
    name="Certificate of Participation",
    description="Took part in the Virtual cGMP Training Marathon.",
    evidence_name="Training record",
    evidence="Presence recorded in 7 of 8 sessions, 10 h 24 min.",
    result_name="Final assessment",
)
PLACE = StatusPlace(number=1, index=94_567)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("state") / "keys"


@pytest.fixture(scope="module")
def keys(folder: Path) -> KeyRing:
    return open_keys(folder, ADDRESSES)


def a_credential(**changes: object) -> dict[str, object]:
    return make_credential(
        a_content(**changes),
        WORDS,
        addresses=ADDRESSES,
        place=PLACE,
        email=hash_email(" Ngozi@Example.org ", "Kosher"),
    )


ASSESSED = {"kind": CertificateKind.COMPLETION, "score": 87.5, "pass_mark": 70.0}


def test_the_credential_states_the_certificate_and_nothing_of_our_own() -> None:
    issuer = {
        "id": "https://marathon.example.org/issuer",
        "type": ["Profile"],
        "name": "International Training Consortium",
        "url": "https://marathon.example.org",
    }
    achievement = "https://marathon.example.org/achievements/cgmp-2025/completion/2"
    verify = f"https://marathon.example.org/verify/{SERIAL}"
    assert a_credential(**ASSESSED) == {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": f"https://marathon.example.org/credentials/{SERIAL}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": WORDS.name,
        "description": WORDS.description,
        "issuer": issuer,
        "validFrom": "2025-10-06T09:30:00Z",
        "awardedDate": "2025-10-06T09:30:00Z",
        "credentialSubject": {
            "id": f"{verify}#holder",
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": False,
                    "identityHash": "Ngozi Okafor",
                    "identityType": "name",
                },
                {
                    "type": "IdentityObject",
                    "hashed": True,
                    "identityHash": hash_email("ngozi@example.org", "Kosher").digest,
                    "identityType": "emailAddress",
                    "salt": "Kosher",
                },
            ],
            "activityStartDate": "2025-09-09T00:00:00Z",
            "activityEndDate": "2025-10-02T00:00:00Z",
            "creditsEarned": 10.4,
            "licenseNumber": SERIAL,
            "achievement": {
                "id": achievement,
                "type": ["Achievement"],
                "achievementType": "CertificateOfCompletion",
                "name": WORDS.name,
                "description": WORDS.description,
                "criteria": {"narrative": "Presence in at least 6 of the 8 sessions."},
                "creator": issuer,
                "creditsAvailable": 12.0,
                "inLanguage": "en",
                "version": "2",
                "resultDescription": [
                    {
                        "id": f"{achievement}#assessment",
                        "type": ["ResultDescription"],
                        "name": "Final assessment",
                        "resultType": "Percent",
                        "valueMin": "0",
                        "valueMax": "100",
                        "requiredValue": "70",
                    }
                ],
            },
            "result": [{"type": ["Result"], "resultDescription": f"{achievement}#assessment", "value": "87.5"}],
        },
        "evidence": [{"id": verify, "type": ["Evidence"], "name": WORDS.evidence_name, "narrative": WORDS.evidence}],
        "credentialSchema": [
            {
                "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
                "type": "1EdTechJsonSchemaValidator2019",
            }
        ],
        "credentialStatus": {
            "id": "https://marathon.example.org/status/1#94567",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "94567",
            "statusListCredential": "https://marathon.example.org/status/1",
        },
        "iss": "https://marathon.example.org/issuer",
        "jti": f"https://marathon.example.org/credentials/{SERIAL}",
        "nbf": int(ISSUED.timestamp()),
        "sub": f"{verify}#holder",
    }


def test_an_email_address_is_hashed_as_the_standards_own_example() -> None:
    digest = "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
    assert hash_email("A@example.com ", "Kosher").digest == digest


@pytest.mark.parametrize("changes", [{}, ASSESSED], ids=["participation", "completion"])
def test_the_credential_is_valid_by_the_schema_of_the_standard(changes: dict[str, object]) -> None:
    schema = json.loads(shared("open-badges/ob_v3p0_achievementcredential.json").read_text())
    Draft201909Validator.check_schema(schema)
    validator = Draft201909Validator(schema, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(a_credential(**changes))] == []


def test_its_header_names_a_key_of_ours_and_no_more(keys: KeyRing) -> None:
    header = jwt.get_unverified_header(keys.sign(a_credential()))
    assert header == {"alg": "RS256", "typ": "JWT", "kid": f"https://marathon.example.org/keys/{keys.current}"}


def test_an_independent_library_accepts_the_credential_by_the_bare_key(keys: KeyRing) -> None:
    token = keys.sign(a_credential())
    bare = keys.jwk(keys.current)
    assert bare is not None
    assert "d" not in bare
    assert jwt.decode(token, jwt.PyJWK(bare), algorithms=["RS256"]) == a_credential()


def test_an_independent_library_finds_the_key_in_the_set(keys: KeyRing) -> None:
    token = keys.sign(a_credential())
    key = jwt.PyJWKSet.from_dict(keys.jwks())[jwt.get_unverified_header(token)["kid"]]
    assert jwt.decode(token, key, algorithms=["RS256"]) == a_credential()


def test_one_changed_byte_is_refused_by_everybody(keys: KeyRing) -> None:
    token = keys.sign(a_credential())
    bare = jwt.PyJWK(keys.jwk(keys.current) or {})
    for place in range(token.index(".") + 1, len(token), 97):
        if token[place] == ".":
            continue
        other = "A" if token[place] != "A" else "B"
        changed = token[:place] + other + token[place + 1 :]
        with pytest.raises(jwt.InvalidTokenError):
            jwt.decode(changed, bare, algorithms=["RS256"])
        assert read_credential(changed, keys.jwks()) == BadCredential(problem="signature")


def test_the_same_statement_is_the_same_token(keys: KeyRing, folder: Path) -> None:
    assert open_keys(folder, ADDRESSES).sign(a_credential()) == keys.sign(a_credential())


def test_the_way_to_verify_without_us_that_our_page_shows_works(keys: KeyRing, tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "certificates.md").read_text()
    (tmp_path / "certificate.jwt").write_text(keys.sign(a_credential()))
    (tmp_path / "jwks.json").write_text(json.dumps(keys.jwks()))
    script = page.partition("```python\n")[2].partition("```")[0]
    shown = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=True, text=True)
    assert shown.stdout.strip() == str(dict(sorted(a_subject().items())))


def a_subject() -> dict[str, object]:
    """The credential's subject as JSON brings it back: members sorted at every level."""
    subject: dict[str, object] = json.loads(json.dumps(a_credential()["credentialSubject"], sort_keys=True))
    return subject


def test_what_was_signed_before_the_keys_were_rotated_is_still_accepted(tmp_path: Path) -> None:
    before = open_keys(tmp_path / "keys", ADDRESSES)
    token = before.sign(a_credential())
    after = rotate_keys(tmp_path / "keys", ADDRESSES)
    newer = after.sign(a_credential())
    assert before.current != after.current
    assert read_credential(token, after.jwks()) == read_credential(newer, after.jwks()) == a_credential()
    assert read_credential(newer, before.jwks()) == BadCredential(problem="key")


def _token(header: dict[str, str], payload: bytes) -> str:
    parts = [base64.urlsafe_b64encode(part).decode().rstrip("=") for part in (json.dumps(header).encode(), payload)]
    return ".".join([*parts, "c2lnbmF0dXJl"])


def test_what_is_no_credential_of_ours_is_refused_with_what_is_wrong(keys: KeyRing) -> None:
    kid = ADDRESSES.key(keys.current)
    problems = {
        "": "form",
        "hello": "form",
        "a.b.c": "form",
        _token({"alg": "none"}, b"{}"): "algorithm",
        _token({"alg": "HS256", "kid": kid}, b"{}"): "algorithm",
        _token({"alg": "RS256", "kid": "https://elsewhere.example/key"}, b"{}"): "key",
        _token({"alg": "RS256"}, b"{}"): "key",
        _token({"alg": "RS256", "kid": kid}, b"{}"): "signature",
    }
    assert {token: read_credential(token, keys.jwks()) for token in problems} == {
        token: BadCredential(problem=problem) for token, problem in problems.items()
    }


def test_an_uncounted_credential_has_neither_score_nor_email() -> None:
    content = a_content(issued=ISSUED + timedelta(days=1))
    credential = make_credential(content, WORDS, addresses=ADDRESSES, place=PLACE)
    text = json.dumps(credential)
    assert ("emailAddress" in text, "result" in text, credential["awardedDate"]) == (
        False,
        False,
        "2025-10-07T09:30:00Z",
    )
