"""Attendance as tables to take away: people × sessions, CSV or XLSX, with nothing that a spreadsheet would run."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime

from bot.verdict_reasons import explain_attendance
from bot.wording import Wording
from sessions.domain.cells import disarm
from sessions.services.standing import PersonStanding

COLUMNS = ("person", "name", "country", "cohort", "session", "title", "start_utc", "minutes", "verdict", "why")


def rows_of(people: Sequence[PersonStanding], wording: Wording, language: str = "en") -> list[list[str]]:
    """One row a person and session under ``COLUMNS``; moments are UTC, minutes whole and rounded down."""
    rows = []
    for person in people:
        for session, attendance in zip(person.sessions, person.attendances, strict=True):
            cells = [
                str(person.place.person_id),
                person.name or "",
                person.place.country,
                person.place.cohort or "",
                str(session.number),
                session.title,
                session.start.strftime("%Y-%m-%dT%H:%M:%SZ"),
                str(attendance.seconds // 60),
                attendance.verdict.value,
                explain_attendance(attendance, wording, language, show=_show),
            ]
            rows.append([disarm(cell) for cell in cells])
    return rows


def write_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark, as spreadsheets want it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """One sheet of texts; control characters, which a workbook cannot hold, become spaces."""
    from openpyxl import Workbook  # 0.4 s, which only who writes a workbook should pay

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Attendance")
    sheet.append(list(COLUMNS))
    for row in rows:
        sheet.append(["".join(c if c.isprintable() else " " for c in cell) for cell in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _show(moment: datetime) -> str:
    return f"{moment:%H:%M}"
