"""Who may be in a report: the roster (id, name, join_name, email, confirmed_other_emails) and the staff (name, email),
as CSV or XLSX files for previews without a database.
"""

import re

from sessions.domain.matching import RosterEntry, StaffEntry
from sessions.imports.reports.headings import fold_word
from sessions.imports.tables import TableProblem, read_table

_SEVERAL = re.compile(r"[;,|\s]+")


def read_roster(data: bytes, *, name: str) -> tuple[RosterEntry, ...] | TableProblem | str:
    """The registered people. A text is the heading that is missing."""
    lines = _read_lines(data, name, needs=("id", "name", "email"))
    if not isinstance(lines, list):
        return lines
    return tuple(
        RosterEntry(
            id=line["id"],
            name=line["name"],
            join_name=line.get("joinname") or None,
            emails=tuple(filter(None, [line["email"], *_SEVERAL.split(line.get("confirmedotheremails", ""))])),
        )
        for line in lines
        if line["id"]
    )


def read_staff(data: bytes, *, name: str) -> tuple[StaffEntry, ...] | TableProblem | str:
    """Hosts and speakers. A text is the heading that is missing."""
    lines = _read_lines(data, name, needs=("name", "email"))
    if not isinstance(lines, list):
        return lines
    return tuple(StaffEntry(name=line["name"], email=line["email"] or None) for line in lines if any(line.values()))


def _read_lines(data: bytes, name: str, *, needs: tuple[str, ...]) -> list[dict[str, str]] | TableProblem | str:
    table = read_table(data, name=name)
    if isinstance(table, TableProblem):
        return table
    rows = [row for row in table.rows if any(cell.strip() for cell in row)]
    headings = [fold_word(cell) for cell in rows[0]]
    for need in needs:
        if need not in headings:
            return need
    return [dict(zip(headings, map(str.strip, row + [""] * len(headings)), strict=False)) for row in rows[1:]]
