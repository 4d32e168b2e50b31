"""What certificates are made with, from content to files: the page is set, the statement signed, both are kept."""

import hashlib
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sessions.credentials.badge import BadgeWords, StatusPlace, make_credential
from sessions.credentials.batch import WORKERS, Job, MadePdf, Unmade, set_batch, set_one
from sessions.credentials.files import CertificateFiles
from sessions.credentials.keys import KeyRing
from sessions.credentials.pdf import CertificateWords, Typesetter
from sessions.domain.certificates import CertificateContent
from sessions.domain.completion import CompletionRule
from sessions.domain.programme import Programme
from sessions.domain.refusals import MissingGlyphs

FEW = 6
"""So few are set in this process: others take longer to start than to work."""
_NAMES_AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A certificate whose files are on the disk. ``exact``: the PDF's text is the name, letter for letter."""

    content: CertificateContent
    place: StatusPlace
    pdf_sha256: str
    credential_sha256: str
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """``word_page`` and ``word_badge``: every sentence of the PDF and of the credential; ``word_rule``: the rule in
    plain words, of so many planned sessions, in a language; ``look``: the organiser's template, logo and fonts. Its
    methods block."""

    keys: KeyRing
    files: CertificateFiles
    word_page: Callable[[CertificateContent], CertificateWords]
    word_badge: Callable[[CertificateContent], BadgeWords]
    word_rule: Callable[[CompletionRule, int, str], str]
    look: Path | None = None
    workers: int = WORKERS

    def say_rule(self, rule: CompletionRule, programme: Programme) -> str:
        """The rule in the certificate's language."""
        language = programme.certificates.language if programme.certificates is not None else programme.language
        return self.word_rule(rule, len(programme.sessions), language)

    def check_names(self, names: Sequence[str]) -> MissingGlyphs | None:
        """What the fonts here lack for these names; None when they show them all."""
        with Typesetter(self.look) as typesetter:
            for start in range(0, len(names), _NAMES_AT_ONCE):
                some = names[start : start + _NAMES_AT_ONCE]
                if typesetter.coverage(" ".join(some)) is None:
                    continue
                for name in some:
                    missing = typesetter.coverage(name)
                    if missing is not None:
                        return missing
        return None

    def set(self, contents: Sequence[CertificateContent]) -> Generator[MadePdf | Unmade, None, None]:
        """The pages, in order; several processes where there are many."""
        jobs = (Job(content=one, words=self.word_page(one)) for one in contents)
        if len(contents) > FEW:
            yield from set_batch(jobs, folder=self.look, workers=self.workers)
            return
        with Typesetter(self.look) as typesetter:
            for job in jobs:
                yield set_one(typesetter, job)

    def finish(self, content: CertificateContent, made: MadePdf, place: StatusPlace) -> Finished:
        """Signs, and keeps both files. OSError when they cannot be written; then neither is there."""
        payload = make_credential(content, self.word_badge(content), addresses=self.keys.addresses, place=place)
        token = self.keys.sign(payload)
        self.files.keep(content.serial, pdf=made.pdf, credential=token)
        return Finished(
            content=content,
            place=place,
            pdf_sha256=made.sha256,
            credential_sha256=hashlib.sha256(token.encode()).hexdigest(),
            exact=made.exact,
        )
