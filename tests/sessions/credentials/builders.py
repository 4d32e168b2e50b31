"""Builders of certificates for tests."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sessions.credentials.pdf import CertificateWords
from sessions.domain.certificates import CertificateContent, CertificateKind, PresenceBasis, Signatory, TrainingRow

ISSUED = datetime(2025, 10, 6, 9, 30, tzinfo=UTC)
SERIAL = "000G40-R40M30-E209ZT"
TOPICS = (
    "Opening: a pharmaceutical quality system that lasts",
    "Data integrity: ALCOA+ in daily work",
    "Quality risk management in practice (ICH Q9(R1))",
    "Contamination control strategy and Annex 1",
    "Process validation and continued verification",
    "Computerised systems: from requirements to retirement",
    "Deviations, root causes and CAPA that work",
    "Inspection readiness; closing",
)


def a_row(number: int, topic: str) -> TrainingRow:
    return TrainingRow(
        number=number,
        topic=topic,
        day=date(2025, 9, 9) + timedelta(days=7 * ((number - 1) // 2) + 2 * ((number - 1) % 2)),
        minutes=90 if number != 3 else 84,
        trainers=("Dr Amina Diallo", "Søren Kjær") if number % 2 else ("Prof. 李明",),
        basis=PresenceBasis.CHECK_IN if number != 3 else PresenceBasis.CONNECTION,
    )


def a_content(**changes: Any) -> CertificateContent:
    content = CertificateContent(
        serial=SERIAL,
        kind=CertificateKind.PARTICIPATION,
        name="Ngozi Okafor",
        marathon_key="cgmp-2025",
        title="Virtual cGMP Training Marathon",
        theme="Building Blocks for Sustained Excellence",
        first_day=date(2025, 9, 9),
        last_day=date(2025, 10, 2),
        minutes=624,
        planned_minutes=720,
        sessions_attended=7,
        sessions_held=8,
        rule_text="Presence in at least 6 of the 8 sessions.",
        rule_version=2,
        issuer="International Training Consortium",
        signatories=(
            Signatory(name="Dr Helena Sørensen", office="Head of Training"),
            Signatory(name="Prof. Kwame Mensah", office="Course Director"),
        ),
        rows=tuple(a_row(number, topic) for number, topic in enumerate(TOPICS, start=1) if number != 5),
        verify_url=f"https://marathon.example.org/verify/{SERIAL}",
        issued=ISSUED,
    )
    return replace(content, **changes)


def some_words(content: CertificateContent, **changes: Any) -> CertificateWords:
    """English sentences for a certificate, as a face would hand them in."""
    words = CertificateWords(
        document_title=f"Certificate of Participation – {content.name}",
        document_description=f"{content.title}: certificate and training record",
        heading="Certificate of Participation",
        lead="This is to state that",
        statement="took part in the",
        theme=f"“{content.theme}”" if content.theme else "",
        facts=(
            "9 September – 2 October 2025  ·  8 virtual sessions, 12 hours",
            f"Presence recorded in {content.sessions_attended} of {content.sessions_held} sessions, 10 h 24 min",
        ),
        rule=f"Issued under the completion rule, version {content.rule_version}: {content.rule_text}",
        issued="Issued on 6 October 2025",
        serial_label="Certificate number",
        verify_label="Check this certificate at",
        verify_shown="marathon.example.org/verify",
        code_alt=f"QR code that leads to {content.verify_url}",
        logo_alt=f"Logo of {content.issuer}",
        record_heading="Training record",
        record_facts=(
            ("Course", content.title),
            ("Dates", "9 September – 2 October 2025"),
            ("Theme", content.theme or "–"),
            ("Rule", f"version {content.rule_version}: {content.rule_text}"),
        ),
        columns=("No.", "Date", "Topic", "Trainers", "Presence shown by", "Minutes"),
        column_widths=(0, 0, 5, 3, 0, 0),
        column_ends=(False, False, False, False, False, True),
        rows=tuple(
            (str(row.number), f"{row.day:%d %b %Y}", row.topic, ", ".join(row.trainers), row.basis, str(row.minutes))
            for row in content.rows
        ),
        totals=("7 of 8 sessions, 624 minutes",),
        notes=("Minutes are those recorded for the holder, not the planned length of the session.",),
        page="Page {page} of {pages}",
    )
    return replace(words, **changes)
