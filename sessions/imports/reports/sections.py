"""Sections: a report file is one or several tables under headings, among titles, summaries and blank lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sessions.imports.reports.headings import Field, find_field

_NAMES = frozenset({Field.NAME, Field.DISPLAY_NAME, Field.FIRST_NAME})
_PROOFS = frozenset(
    {
        Field.JOIN,
        Field.FIRST_JOIN,
        Field.DURATION,
        Field.TIMESTAMP,
        Field.ATTENDED,
        Field.REGISTRATION_TIME,
        Field.APPROVAL,
    }
)
_HEADING_SEARCH = 60
"""Rows within which the first heading of a report stands, with room for long summaries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a section. ``number`` counts from 1 in the file."""

    number: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """``columns``: where each known field stands; where a heading comes twice, the last (in combined exports the first
    describes the meeting). ``unknown``: headings that are in no table."""

    columns: Mapping[Field, int]
    unknown: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def fields(self) -> frozenset[Field]:
        return frozenset(self.columns)

    def cell(self, line: Line, field: Field) -> str:
        """The cell's text without surrounding space; empty where the section or the line has no such cell."""
        column = self.columns.get(field)
        if column is None or column >= len(line.cells):
            return ""
        return line.cells[column].strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The row that most looks like a heading, for asking an organiser what its columns are."""

    known: frozenset[Field]
    unknown: tuple[str, ...]


def find_sections(rows: Sequence[Sequence[str]], mapped: Mapping[str, Field]) -> tuple[Section, ...]:
    """Every table that has a person's name and something that may prove presence among its headings."""
    starts = list(_headings(rows, mapped))
    ends = [*(start for start, _ in starts), len(rows)][1:]
    sections = []
    for (index, columns), end in zip(starts, ends, strict=False):
        body = rows[index + 1 : end]
        if end < len(rows):
            body = body[: _before_title(body)]
        sections.append(
            Section(
                columns=columns,
                unknown=_unknown(rows[index], mapped),
                lines=tuple(
                    Line(number=index + 2 + offset, cells=row)
                    for offset, row in enumerate(body)
                    if any(cell.strip() for cell in row)
                ),
            )
        )
    return tuple(sections)


def _headings(rows: Sequence[Sequence[str]], mapped: Mapping[str, Field]) -> Iterator[tuple[int, dict[Field, int]]]:
    for index, row in enumerate(rows):
        if not _may_be_heading(row):
            continue
        columns = _columns(row, mapped)
        if columns.keys() & _NAMES and columns.keys() & _PROOFS:
            yield index, columns


def _may_be_heading(row: Sequence[str]) -> bool:
    """Quick: headings are two or more words without addresses; rows of people have times, numbers or addresses."""
    told = [cell for cell in row if cell]
    return len(told) > 1 and not any("@" in cell or ":" in cell[:-1] for cell in told)


def _columns(row: Sequence[str], mapped: Mapping[str, Field]) -> dict[Field, int]:
    return {field: column for column, cell in enumerate(row) if cell and (field := find_field(cell, mapped))}


def _unknown(row: Sequence[str], mapped: Mapping[str, Field]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row if cell.strip() and find_field(cell, mapped) is None)


def _before_title(body: Sequence[Sequence[str]]) -> int:
    """How many rows stand before the title of the next section, if it has one."""
    length = len(body)
    while length and not any(cell.strip() for cell in body[length - 1]):
        length -= 1
    titled = length and sum(bool(cell.strip()) for cell in body[length - 1]) == 1
    return length - 1 if titled else length


def find_likely_heading(rows: Sequence[Sequence[str]], mapped: Mapping[str, Field]) -> Heading | None:
    """Of the first rows, the one with most known headings; where none knows any, the one just above the first row that
    holds a time or an address. None when nothing looks like a table of people."""
    best: tuple[int, int] | None = None
    for index, row in enumerate(rows[:_HEADING_SEARCH]):
        if _may_be_heading(row):
            known = len(_columns(row, mapped))
            if known and (best is None or known > best[0]):
                best = (known, index)
    found = best[1] if best else _above_people(rows)
    if found is None:
        return None
    return Heading(known=frozenset(_columns(rows[found], mapped)), unknown=_unknown(rows[found], mapped))


def _above_people(rows: Sequence[Sequence[str]]) -> int | None:
    for index, row in enumerate(rows[1:_HEADING_SEARCH], start=1):
        if len(row) > 1 and not _may_be_heading(row) and _may_be_heading(rows[index - 1]):
            return index - 1
    return None
