"""Certificates: what is stated of a participant, and what may happen to the statement afterwards.

The content is frozen at the moment of issue and hashed. A certificate is valid, superseded by another, or revoked;
superseded and revoked are final, and every certificate remains verifiable in each of the three.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sessions.domain.refusals import BadValue, CertificateRevoked, CertificateSuperseded


class CertificateKind(StrEnum):
    PARTICIPATION = "participation"
    COMPLETION = "completion"  # with assessment


class CertificateStatus(StrEnum):
    VALID = "valid"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"


class PresenceBasis(StrEnum):
    """How presence in a session was proven, so that nobody reads more into it than was measured."""

    CHECK_IN = "check-in"
    CONNECTION = "connection"  # time connected, by the channel or the meeting platform's report
    STATEMENT = "statement"  # an organiser's
    GROUP = "group"
    RECORDING = "recording"
    EXCUSED = "excused"
    CANCELLED = "cancelled"  # counted by the rule although it did not meet


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    name: str
    office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRow:
    """One session in the training record. ``minutes`` were recorded for the holder, not planned."""

    number: int
    topic: str
    day: date
    minutes: int
    trainers: tuple[str, ...] = ()
    basis: PresenceBasis = PresenceBasis.CHECK_IN
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateContent:
    """Everything that a certificate states, in words that never change again. Texts are in NFC.

    ``minutes``: recorded for the holder in all; ``planned_minutes``: the length of the sessions that met.
    """

    serial: str
    kind: CertificateKind
    name: str
    marathon_key: str
    title: str
    theme: str | None = None
    first_day: date
    last_day: date
    minutes: int
    planned_minutes: int
    sessions_attended: int
    sessions_held: int
    rule_text: str
    rule_version: int
    issuer: str
    signatories: tuple[Signatory, ...] = ()
    language: str = "en"
    rows: tuple[TrainingRow, ...] = ()
    score: float | None = None
    """Best counted result of the assessment, in percent."""
    pass_mark: float | None = None
    verify_url: str
    issued: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A certificate as it stands. ``replaces``: the serial that this one superseded."""

    content: CertificateContent
    status: CertificateStatus = CertificateStatus.VALID
    changed: datetime | None = None
    superseded_by: str | None = None
    replaces: str | None = None
    reason: str | None = None
    """Why it was revoked or replaced."""

    @property
    def serial(self) -> str:
        return self.content.serial


CertificateRefusal = CertificateRevoked | CertificateSuperseded | BadValue


def document(content: CertificateContent) -> dict[str, object]:
    """The content as JSON values: what is stored, hashed and read back by ``sessions.credentials``."""
    return {key: _plain(value) for key, value in asdict(content).items()}


def content_hash(content: CertificateContent) -> str:
    """SHA-256, hexadecimal, of the content as JSON with sorted keys, no spaces, in UTF-8."""
    text = json.dumps(document(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def revoke(certificate: Certificate, *, reason: str, now: datetime) -> Certificate | CertificateRefusal:
    """The certificate, revoked for good. A superseded one is refused: its replacement is what stands."""
    refusal = _final(certificate) or _blank(reason)
    if refusal is not None:
        return refusal
    return replace(certificate, status=CertificateStatus.REVOKED, changed=now, reason=reason.strip())


def supersede(
    certificate: Certificate, *, by: CertificateContent, reason: str, now: datetime
) -> tuple[Certificate, Certificate] | CertificateRefusal:
    """The old certificate, superseded, and the new one in its place."""
    refusal = _final(certificate) or _blank(reason)
    if refusal is not None:
        return refusal
    old = replace(
        certificate,
        status=CertificateStatus.SUPERSEDED,
        changed=now,
        superseded_by=by.serial,
        reason=reason.strip(),
    )
    return old, Certificate(content=by, replaces=certificate.serial)


def _final(certificate: Certificate) -> CertificateRevoked | CertificateSuperseded | None:
    if certificate.changed is None:
        return None
    if certificate.superseded_by is not None:
        return CertificateSuperseded(
            serial=certificate.serial, superseded=certificate.changed, by=certificate.superseded_by
        )
    return CertificateRevoked(serial=certificate.serial, revoked=certificate.changed, reason=certificate.reason or "")


def _blank(reason: str) -> BadValue | None:
    return None if reason.strip() else BadValue(field="reason", value=reason, expected="not-empty")


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
