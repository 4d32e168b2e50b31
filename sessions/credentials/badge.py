"""The signed credential: the certificate's statement as an Open Badges 3.0 credential (1EdTech, W3C VC 2.0).

It is a VC-JWT (Open Badges 3.0 §8.2): the credential stands at the top level of the payload beside the registered
claims, ``kid`` leads to a bare JWK, and there is no ``proof``. It has no members of our own, the holder's name in
plain and an e-mail address only salted and hashed.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from sessions.credentials import statuslist
from sessions.credentials.addresses import Addresses
from sessions.credentials.keys import ALGORITHM
from sessions.domain.certificates import CertificateContent
from sessions.domain.refusals import BadCredential

CONTEXT = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeWords:
    """The sentences of the credential, ready in its language. ``evidence``: what was recorded of the holder."""

    name: str
    description: str
    evidence_name: str
    evidence: str
    result_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HashedEmail:
    """An address as ``sha256$`` and the hex digest of address and salt."""

    digest: str
    salt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusPlace:
    """Where the status list has this credential's bit."""

    number: int
    index: int


def hash_email(address: str, salt: str) -> HashedEmail:
    """The address, trimmed and in lower case, salted and hashed (Open Badges 3.0, IdentityHash)."""
    digest = hashlib.sha256((address.strip().lower() + salt).encode()).hexdigest()
    return HashedEmail(digest=f"sha256${digest}", salt=salt)


def make_credential(
    content: CertificateContent,
    words: BadgeWords,
    *,
    addresses: Addresses,
    place: StatusPlace,
    email: HashedEmail | None = None,
) -> dict[str, object]:
    """The payload to be signed."""
    issuer = make_profile(content.issuer, addresses)
    address, holder = addresses.credential(content.serial), f"{content.verify_url}#holder"
    return {
        "@context": CONTEXT,
        "id": address,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": words.name,
        "description": words.description,
        "issuer": issuer,
        "validFrom": _moment(content.issued),
        "awardedDate": _moment(content.issued),
        "credentialSubject": {
            "id": holder,
            "type": ["AchievementSubject"],
            "identifier": _identifiers(content.name, email),
            "activityStartDate": _day(content.first_day),
            "activityEndDate": _day(content.last_day),
            "creditsEarned": _hours(content.minutes),
            "licenseNumber": content.serial,
            "achievement": _achievement(content, words, issuer, addresses),
            **_result(content, addresses),
        },
        "evidence": [
            {
                "id": content.verify_url,
                "type": ["Evidence"],
                "name": words.evidence_name,
                "narrative": words.evidence,
            }
        ],
        "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
        "credentialStatus": statuslist.entry(addresses, number=place.number, index=place.index),
        "iss": addresses.issuer,
        "jti": address,
        "nbf": int(content.issued.timestamp()),
        "sub": holder,
    }


def make_profile(issuer: str, addresses: Addresses) -> dict[str, object]:
    """The issuer as every credential names it; also what its own address answers."""
    return {"id": addresses.issuer, "type": ["Profile"], "name": issuer, "url": addresses.base}


def read_credential(token: str, jwks: dict[str, list[dict[str, object]]]) -> dict[str, object] | BadCredential:
    """The payload of a signed credential whose signature one of the keys bears out; needs no network.

    ``BadCredential.problem``: ``form`` (no compact JWS of a JSON object), ``algorithm``, ``key`` (none of ours) or
    ``signature`` (changed after it was signed).
    """
    try:
        signed = jws.extract_compact(token.strip().encode())
        header = signed.headers()
    except (JoseError, ValueError):
        return BadCredential(problem="form")
    if header.get("alg") != ALGORITHM:
        return BadCredential(problem="algorithm")
    jwk = next((one for one in jwks["keys"] if one["kid"] == header.get("kid")), None)
    if jwk is None:
        return BadCredential(problem="key")
    key = RSAKey.import_key({"kty": "RSA", "n": str(jwk["n"]), "e": str(jwk["e"])})
    try:
        payload = json.loads(jws.deserialize_compact(token.strip(), key, algorithms=[ALGORITHM]).payload)
    except JoseError:
        return BadCredential(problem="signature")
    except ValueError:
        return BadCredential(problem="form")
    return payload if isinstance(payload, dict) else BadCredential(problem="form")


def _achievement(
    content: CertificateContent, words: BadgeWords, issuer: dict[str, object], addresses: Addresses
) -> dict[str, object]:
    achievement: dict[str, object] = {
        "id": addresses.achievement(content.marathon_key, content.kind, content.rule_version),
        "type": ["Achievement"],
        "achievementType": "CertificateOfCompletion",
        "name": words.name,
        "description": words.description,
        "criteria": {"narrative": content.rule_text},
        "creator": issuer,
        "creditsAvailable": _hours(content.planned_minutes),
        "inLanguage": content.language,
        "version": str(content.rule_version),
    }
    if content.score is not None:
        achievement["resultDescription"] = [
            {
                "id": _result_address(content, addresses),
                "type": ["ResultDescription"],
                "name": words.result_name,
                "resultType": "Percent",
                "valueMin": "0",
                "valueMax": "100",
                **({} if content.pass_mark is None else {"requiredValue": f"{content.pass_mark:g}"}),
            }
        ]
    return achievement


def _result(content: CertificateContent, addresses: Addresses) -> dict[str, object]:
    if content.score is None:
        return {}
    address = _result_address(content, addresses)
    return {"result": [{"type": ["Result"], "resultDescription": address, "value": f"{content.score:g}"}]}


def _result_address(content: CertificateContent, addresses: Addresses) -> str:
    return addresses.achievement(content.marathon_key, content.kind, content.rule_version) + "#assessment"


def _identifiers(name: str, email: HashedEmail | None) -> list[dict[str, object]]:
    plain: dict[str, object] = {
        "type": "IdentityObject",
        "hashed": False,
        "identityHash": name,
        "identityType": "name",
    }
    if email is None:
        return [plain]
    hashed: dict[str, object] = {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": email.digest,
        "identityType": "emailAddress",
        "salt": email.salt,
    }
    return [plain, hashed]


def _hours(minutes: int) -> float:
    return round(minutes / 60, 2)


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _day(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
