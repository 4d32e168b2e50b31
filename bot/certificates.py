"""A certificate's sentences, in its own language: for the PDF and for the signed credential."""

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from bot.dates import locale_of, say_date
from bot.wording import Wording
from sessions.credentials.badge import BadgeWords
from sessions.credentials.pdf import CertificateWords
from sessions.domain.certificates import CertificateContent, PresenceBasis, TrainingRow


def word_certificate(content: CertificateContent, wording: Wording) -> CertificateWords:
    """Every sentence of the PDF, in the certificate's language."""
    speaker = _Speaker(content, wording)
    text = speaker.text
    heading = text(f"certificate-heading-{content.kind}")
    with_scores = any(row.score is not None for row in content.rows)
    columns = ["number", "day", "topic", "trainers", "basis", *(["score"] if with_scores else []), "minutes"]
    return CertificateWords(
        document_title=text("certificate-document-title", heading=heading, name=content.name),
        document_description=text(
            "certificate-document-description", title=content.title, dates=speaker.dates(), serial=content.serial
        ),
        heading=heading,
        lead=text("certificate-lead"),
        statement=text(f"certificate-statement-{content.kind}"),
        theme=text("certificate-theme", theme=content.theme) if content.theme else "",
        facts=speaker.facts(),
        rule=speaker.rule(),
        issued=text("certificate-issued", day=speaker.day(content.issued.date())),
        serial_label=text("certificate-serial"),
        verify_label=text("certificate-verify"),
        verify_shown=content.verify_url.partition("://")[2].removesuffix(f"/{content.serial}"),
        code_alt=text("certificate-code-alt", address=content.verify_url),
        logo_alt=text("certificate-logo-alt", issuer=content.issuer),
        record_heading=text("record-heading"),
        record_facts=speaker.record_facts(),
        columns=tuple(text(f"record-{column}") for column in columns),
        column_widths=tuple({"topic": 5, "trainers": 3}.get(column, 0) for column in columns),
        column_ends=tuple(column in {"score", "minutes"} for column in columns),
        rows=tuple(tuple(speaker.cell(row, column) for column in columns) for row in content.rows),
        totals=(
            text(
                "record-total",
                attended=content.sessions_attended,
                held=content.sessions_held,
                length=speaker.length(content.minutes),
            ),
        ),
        notes=speaker.notes(),
        page=text("record-page"),
    )


def word_badge(content: CertificateContent, wording: Wording) -> BadgeWords:
    """The sentences of the signed credential, in the certificate's language."""
    speaker = _Speaker(content, wording)
    heading = speaker.text(f"certificate-heading-{content.kind}")
    return BadgeWords(
        name=f"{heading}: {content.title}",
        description=speaker.text(
            "badge-description", heading=heading, title=content.title, dates=speaker.dates(), issuer=content.issuer
        ),
        evidence_name=speaker.text("badge-evidence"),
        evidence=speaker.text("badge-evidence-text", presence=speaker.presence(), rule=speaker.rule()),
        result_name=speaker.text("badge-result"),
    )


class _Speaker:
    """One certificate's facts, said in its language."""

    def __init__(self, content: CertificateContent, wording: Wording) -> None:
        self._content = content
        self._wording = wording
        self._locale = locale_of(content.language)

    def text(self, key: str, **facts: object) -> str:
        return self._wording.text(key, self._content.language, **facts)

    def day(self, day: date) -> str:
        return say_date(day, self._content.language)

    def dates(self) -> str:
        """From the first day to the last, both written out: nobody has to guess at a year or a month."""
        first, last = self._content.first_day, self._content.last_day
        if first == last:
            return self.day(first)
        return self.text("certificate-span", first=self.day(first), last=self.day(last))

    def length(self, minutes: int) -> str:
        return self.text("certificate-hours", hours=minutes // 60, minutes=minutes % 60)

    def presence(self) -> str:
        content = self._content
        return self.text(
            "certificate-presence",
            attended=content.sessions_attended,
            held=content.sessions_held,
            length=self.length(content.minutes),
        )

    def rule(self) -> str:
        content = self._content
        return self.text("certificate-rule", version=content.rule_version, rule=content.rule_text)

    def facts(self) -> tuple[str, ...]:
        content = self._content
        course = self.text(
            "certificate-dates",
            dates=self.dates(),
            sessions=content.sessions_held,
            length=self.length(content.planned_minutes),
        )
        scored = () if content.score is None else (self._scored("certificate-assessment", content.score),)
        return (course, self.presence(), *scored)

    def record_facts(self) -> tuple[tuple[str, str], ...]:
        content = self._content
        facts = [(self.text("record-course"), content.title), (self.text("record-dates"), self.dates())]
        if content.theme:
            facts.append((self.text("record-theme"), content.theme))
        if content.score is not None:
            facts.append((self.text("record-result"), self._scored("record-result-text", content.score)))
        rule = self.text("record-rule-text", version=content.rule_version, rule=content.rule_text)
        return (*facts, (self.text("record-rule"), rule))

    def cell(self, row: TrainingRow, column: str) -> str:
        match column:
            case "number":
                return str(row.number)
            case "day":
                return format_date(row.day, format="medium", locale=self._locale)
            case "topic":
                return row.topic
            case "trainers":
                return ", ".join(row.trainers)
            case "basis":
                return self.text(f"basis-{row.basis}")
            case "score":
                return "–" if row.score is None else self.text("record-score-value", score=self._number(row.score))
            case _:
                return str(row.minutes)

    def notes(self) -> tuple[str, ...]:
        connected = any(row.basis is PresenceBasis.CONNECTION for row in self._content.rows)
        return (self.text("record-note-minutes"), *([self.text("record-note-connection")] if connected else []))

    def _scored(self, key: str, score: float) -> str:
        mark = self._content.pass_mark
        return self.text(key, score=self._number(score), mark="none" if mark is None else self._number(mark))

    def _number(self, value: float) -> str:
        return format_decimal(value, format="#,##0.#", locale=self._locale)
