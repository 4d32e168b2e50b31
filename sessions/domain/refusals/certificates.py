"""Refusals of rules, approvals and certificates."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BadSerial:
    """What was typed is no certificate's serial. ``problem``: ``characters``, ``length`` or ``check`` (a typo)."""

    text: str
    problem: str
    characters: tuple[str, ...] = ()
    length: int = 0
    expected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRevoked:
    """The certificate is revoked already, which is final."""

    serial: str
    revoked: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateSuperseded:
    """The certificate was replaced; what is to be changed is the one in its place."""

    serial: str
    superseded: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingGlyphs:
    """No installed font can show these characters of a text; the Debian packages that would."""

    text: str
    characters: tuple[str, ...]
    scripts: tuple[str, ...]
    packages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenTemplate:
    """The certificate's template cannot be set; in the words of the program that sets it."""

    message: str
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BadCredential:
    """What was handed in is no credential signed here. ``problem``: ``form``, ``algorithm``, ``key`` (not one of
    ours) or ``signature`` (it was changed)."""

    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownRule:
    """The programme has no completion rule of this key."""

    key: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOverYet:
    """Certificates state a whole marathon: no list is made before its last session is over."""

    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoList:
    """There is no list of this number to approve, or it was replaced by a newer one (``newest``)."""

    number: int | None
    newest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FourEyes:
    """Whoever prepared a list does not approve it."""

    number: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnList:
    """Nobody approves a list that names them."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListApproved:
    """The list was approved already."""

    number: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChanged:
    """The evidence, the rule or a name changed since the list was prepared: an approval of it has fallen."""

    number: int
    changed: tuple[int, ...]
    """Persons by number; empty when the rule itself changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApproved:
    """Nothing is issued before a second organiser has approved the list."""

    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesMissing:
    """These persons of the list have no name that a certificate could bear."""

    persons: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownCertificate:
    """No certificate of this marathon has this serial."""

    serial: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCarried:
    """The evidence of today does not carry a new certificate in place of this one."""

    serial: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesNotKept:
    """A certificate's files could not be written; what was issued before stands, the rest waits for another try."""

    folder: str
    reason: str
    issued: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChanged:
    """A certificate's file in the folder is missing, or is no longer the one that was issued."""

    serial: str
    file: str
