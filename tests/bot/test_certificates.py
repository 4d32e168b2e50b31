from dataclasses import replace
from datetime import date

import pytest

from bot.certificates import word_badge, word_certificate
from bot.wording import Wording
from config import texts
from sessions.credentials.badge import BadgeWords
from sessions.credentials.pdf import CertificateWords, Typesetter
from sessions.credentials.text_layer import mend, read_text
from sessions.domain.certificates import CertificateKind, PresenceBasis
from tests.sessions.credentials.builders import a_content

WORDING = Wording(texts.catalogue, bare=True)
RULE = "Presence in at least 6 of the 8 sessions."


def test_participation_is_said_in_british_english_with_what_was_measured() -> None:
    content = a_content()
    content = replace(content, rows=content.rows[:1])
    assert word_certificate(content, WORDING) == CertificateWords(
        document_title="Certificate of Participation – Ngozi Okafor",
        document_description=(
            "Virtual cGMP Training Marathon, 9 September 2025 – 2 October 2025: "
            f"certificate and training record, number {content.serial}"
        ),
        heading="Certificate of Participation",
        lead="This is to state that",
        statement="took part in the training marathon",
        theme="“Building Blocks for Sustained Excellence”",
        facts=(
            "9 September 2025 – 2 October 2025  ·  8 sessions, 12 h",
            "Presence recorded in 7 of 8 sessions, 10 h 24 min",
        ),
        rule=f"Issued under the completion rule, version 2: {RULE}",
        issued="Issued on 6 October 2025",
        serial_label="Certificate number",
        verify_label="Check this certificate at",
        verify_shown="marathon.example.org/verify",
        code_alt=f"QR code that leads to {content.verify_url}",
        logo_alt="Logo of International Training Consortium",
        record_heading="Training record",
        record_facts=(
            ("Course", "Virtual cGMP Training Marathon"),
            ("Dates", "9 September 2025 – 2 October 2025"),
            ("Theme", "Building Blocks for Sustained Excellence"),
            ("Rule", f"Version 2: {RULE}"),
        ),
        columns=("No.", "Date", "Topic", "Trainers", "Presence by", "Minutes"),
        column_widths=(0, 0, 5, 3, 0, 0),
        column_ends=(False, False, False, False, False, True),
        rows=(
            (
                "1",
                "9 Sept 2025",
                "Opening: a pharmaceutical quality system that lasts",
                "Dr Amina Diallo, Søren Kjær",
                "check-in",
                "90",
            ),
        ),
        totals=("7 of 8 sessions, 10 h 24 min",),
        notes=(
            "Where a connection was measured, the minutes are those measured. Elsewhere presence was recorded at a "
            "moment, and the minutes are the session’s length.",
        ),
        page="Page {page} of {pages}",
    )


def test_completion_says_the_result_and_each_score() -> None:
    content = a_content(kind=CertificateKind.COMPLETION, score=87.5, pass_mark=70.0)
    rows = (replace(content.rows[0], score=90.0, basis=PresenceBasis.CONNECTION), content.rows[1])
    words = word_certificate(replace(content, rows=rows), WORDING)
    assert (words.heading, words.facts[2], words.record_facts[3]) == (
        "Certificate of Completion",
        "Assessment passed with 87.5 % (pass mark 70 %)",
        ("Assessment", "87.5 % (pass mark 70 %)"),
    )
    assert (words.columns[-2:], [row[-3:] for row in words.rows], words.column_ends[-2:]) == (
        ("Score", "Minutes"),
        [("connection", "90 %", "90"), ("check-in", "–", "90")],
        (True, True),
    )
    assert len(words.notes) == 2


def test_a_course_of_one_day_and_one_short_session() -> None:
    day = date(2025, 9, 9)
    content = a_content(
        first_day=day, last_day=day, sessions_held=1, sessions_attended=1, minutes=45, planned_minutes=60, theme=None
    )
    words = word_certificate(content, WORDING)
    assert (words.facts, words.theme) == (
        ("9 September 2025  ·  one session, 1 h", "Presence recorded in 1 of 1 sessions, 45 min"),
        "",
    )


def test_the_credential_says_the_same() -> None:
    assert word_badge(a_content(), WORDING) == BadgeWords(
        name="Certificate of Participation: Virtual cGMP Training Marathon",
        description=(
            "Certificate of Participation: Virtual cGMP Training Marathon, 9 September 2025 – 2 October 2025. "
            "Issued by International Training Consortium."
        ),
        evidence_name="Training record",
        evidence=(
            f"Presence recorded in 7 of 8 sessions, 10 h 24 min. Issued under the completion rule, version 2: {RULE}"
        ),
        result_name="Assessment",
    )


@pytest.mark.parametrize("language", texts.languages())
@pytest.mark.parametrize("kind", CertificateKind)
def test_every_language_makes_a_certificate_of_two_pages(language: str, kind: CertificateKind) -> None:
    content = a_content(language=language, kind=kind, score=87.5, pass_mark=70.0)
    content = replace(
        content, rows=tuple(replace(row, basis=basis) for row in content.rows[:1] for basis in PresenceBasis)
    )
    with Typesetter() as typesetter:
        made = typesetter.set(content, word_certificate(content, WORDING))
    assert isinstance(made, bytes)
    mended = mend(made, content.name)
    assert (mended.exact, len(read_text(mended.pdf))) == (True, 2)


@pytest.mark.parametrize(
    "claim", ["Part 11", "validated", "electronic signature", "competent", "certified", "attended"]
)
def test_no_sentence_claims_more_than_was_measured(claim: str) -> None:
    sources = "\n".join(texts.catalogue(language)["certificates.ftl"] for language in texts.languages())
    shown = "\n".join(line.partition("=")[2] for line in sources.splitlines()).replace("$attended", "")
    assert claim not in shown
