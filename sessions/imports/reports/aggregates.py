"""Exports with one line a person: first join, last leave and a total. Google Meet, BigBlueButton's learning dashboard,
the second section of Teams. A total shorter than the span means breaks of unknown place.
"""

from collections.abc import Sequence

from sessions.domain.reports import ProblemCode, ReportRow
from sessions.imports.reports.headings import Field
from sessions.imports.reports.rows import Placing, place_interval, read_person
from sessions.imports.reports.sections import Line, Section
from sessions.imports.reports.stamps import read_duration


def read_aggregates(sections: Sequence[Section], placing: Placing, *, resolution: int = 0) -> list[ReportRow]:
    """``resolution``: seconds by which the platform rounds times and totals. Without a total the span stands for it."""
    rows = []
    for section in sections:
        for line in section.lines:
            row = _read_aggregate(section, line, placing, resolution)
            if row is not None:
                rows.append(row)
    return rows


def _read_aggregate(section: Section, line: Line, placing: Placing, resolution: int) -> ReportRow | None:
    person = read_person(section, line)
    if person is None:
        return None
    stated = read_duration(section.cell(line, Field.DURATION))
    placed = place_interval(placing, section, line, total=stated)
    if placed is None:
        return None
    possible, flags, _ = placed
    placing.note(ProblemCode.AGGREGATE_ONLY, line.number)
    return ReportRow(
        line=line.number,
        name=person[0],
        email=person[1],
        join=possible.start,
        leave=possible.end,
        possible=possible,
        total=possible.seconds if stated is None else stated,
        resolution=resolution,
        flags=flags,
    )
