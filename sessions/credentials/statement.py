"""What the verification page says of a serial: one of four statements that cannot be mistaken for each other.

The value is pure; page, JSON and command line render it. Nothing of the holder is said of an unknown serial.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.credentials.addresses import Addresses
from sessions.domain.certificates import Certificate, CertificateContent, CertificateStatus, document
from sessions.domain.refusals import BadSerial
from sessions.domain.serials import read_serial

_HOLDERS = frozenset({"rows", "score", "pass_mark"})


class Standing(StrEnum):
    VALID = "valid"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedCertificate:
    """A certificate with the SHA-256 (hexadecimal) of the PDF that was handed out."""

    certificate: Certificate
    pdf_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """``asked``: what was typed. ``checked``: the moment of this answer.

    Of a superseded certificate, ``replacement`` is the one at the end of the chain and ``replacement_standing`` says
    how that stands now. ``reason`` is given for revoked certificates only: a replaced one's may name a person.
    ``typo``: why the serial cannot be one at all.
    """

    asked: str
    standing: Standing
    checked: datetime
    content: CertificateContent | None = None
    changed: datetime | None = None
    reason: str | None = None
    replacement: str | None = None
    replacement_standing: Standing | None = None
    replaces: str | None = None
    pdf_sha256: str | None = None
    typo: BadSerial | None = None


def state(asked: str, find: Callable[[str], IssuedCertificate | None], *, now: datetime) -> Statement:
    """The statement on what was typed; ``find`` looks a serial up in its canonical form."""
    serial = read_serial(asked)
    if isinstance(serial, BadSerial):
        return Statement(asked=asked, standing=Standing.UNKNOWN, checked=now, typo=serial)
    found = find(serial)
    if found is None:
        return Statement(asked=serial, standing=Standing.UNKNOWN, checked=now)
    certificate = found.certificate
    last = _last(found, find)
    return Statement(
        asked=serial,
        standing=_standing(certificate),
        checked=now,
        content=certificate.content,
        changed=certificate.changed,
        reason=certificate.reason if certificate.status is CertificateStatus.REVOKED else None,
        replacement=certificate.superseded_by and last.serial,
        replacement_standing=None if certificate.superseded_by is None else _standing(last),
        replaces=certificate.replaces,
        pdf_sha256=found.pdf_sha256,
    )


def describe(statement: Statement, addresses: Addresses) -> dict[str, object]:
    """The statement as JSON values with stable names, for ``Accept: application/json``. Session by session and with
    scores the holder shows it, by the certificate's second page."""
    content = statement.content
    if content is None:
        problem = statement.typo.problem if statement.typo is not None else None
        return {
            "serial": statement.asked,
            "status": statement.standing.value,
            "checked": statement.checked.isoformat(),
            "problem": problem,
        }
    return {
        "serial": content.serial,
        "status": statement.standing.value,
        "checked": statement.checked.isoformat(),
        "changed": statement.changed.isoformat() if statement.changed is not None else None,
        "reason": statement.reason,
        "superseded_by": statement.replacement,
        "superseded_by_status": statement.replacement_standing and statement.replacement_standing.value,
        "replaces": statement.replaces,
        "certificate": {name: value for name, value in document(content).items() if name not in _HOLDERS},
        "pdf_sha256": statement.pdf_sha256,
        "credential": addresses.credential(content.serial),
        "keys": addresses.keys,
    }


def _standing(certificate: Certificate) -> Standing:
    return Standing(certificate.status.value)


def _last(found: IssuedCertificate, find: Callable[[str], IssuedCertificate | None]) -> Certificate:
    """The certificate at the end of the chain of replacements."""
    certificate, seen = found.certificate, {found.certificate.serial}
    while certificate.superseded_by is not None and certificate.superseded_by not in seen:
        following = find(certificate.superseded_by)
        if following is None:
            break
        certificate = following.certificate
        seen.add(certificate.serial)
    return certificate
