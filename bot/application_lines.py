"""Applications as rows for scripts, tables and spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields

from sessions.domain.cells import disarm
from sessions.services.application_lists import Line

FIELDS = tuple(field.name for field in fields(Line))
PERSONAL = ("name", "email", "organisation")
DEFAULT_FIELDS = tuple(field for field in FIELDS if field not in PERSONAL)
"""What an export carries when nothing was asked for: nothing that names a person."""


def facts_of(line: Line) -> dict[str, object]:
    """A line for scripts and tables: moments in UTC, ISO 8601."""
    return {
        **asdict(line),
        "status": line.status.value,
        "income": line.income.value,
        "applied": line.applied.isoformat(),
        "offer_deadline": None if line.offer_deadline is None else line.offer_deadline.isoformat(),
    }


def as_csv(lines: Iterable[Line], wanted: Sequence[str]) -> str:
    """CSV with these fields and no others, in this order. Cells that a spreadsheet would run as formulas are disarmed
    with an apostrophe."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(wanted)
    for line in lines:
        facts = facts_of(line)
        writer.writerow([disarm(_cell(facts[name])) for name in wanted])
    return written.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
