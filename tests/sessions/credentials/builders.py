"""Builders of certificates for tests."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

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
