"""The workshop of certificates with our words in it: keys, folder of files, sentences in every language."""

from datetime import datetime
from functools import partial
from pathlib import Path

from bot.certificates import word_badge, word_certificate
from bot.completion import word_rule
from bot.dates import say_moment
from bot.wording import Wording
from config import texts
from sessions.credentials.addresses import Addresses
from sessions.credentials.badge import BadgeWords
from sessions.credentials.files import CertificateFiles
from sessions.credentials.keys import open_keys
from sessions.credentials.pdf import CertificateWords
from sessions.credentials.workshop import Workshop
from sessions.domain.certificates import CertificateContent
from sessions.domain.completion import CompletionRule


def open_workshop(*, keys: Path, files: Path, address: str, look: Path | None = None) -> Workshop:
    """``address``: the public address of this installation, which every certificate names for good. Makes the first
    key where there is none. Raises ExposedKeyError, OSError and ValueError (a file that is no key)."""
    wording = Wording(texts.catalogue, bare=True)

    def word_page(content: CertificateContent) -> CertificateWords:
        return word_certificate(content, wording)

    def word_credential(content: CertificateContent) -> BadgeWords:
        return word_badge(content, wording)

    def say_rule(rule: CompletionRule, planned: int, language: str) -> str:
        return " ".join(
            word_rule(rule, planned=planned, wording=wording, language=language, show=partial(_show, language))
        )

    return Workshop(
        keys=open_keys(keys, Addresses(address.rstrip("/"))),
        files=CertificateFiles(files),
        word_page=word_page,
        word_badge=word_credential,
        word_rule=say_rule,
        look=look,
    )


def _show(language: str, moment: datetime) -> str:
    return say_moment(moment, "UTC", language)
