"""Rows of reports survive being kept as evidence, so that minutes can be summed again."""

import json
from datetime import timedelta

import pytest

from sessions.domain.attendance import Evidence, EvidenceKind
from sessions.domain.report_evidence import describe_row, identify_row, restore_row
from sessions.domain.report_figures import sum_rows
from sessions.domain.reports import ReportRow
from sessions.imports.reports.reading import read_report
from tests.sessions.imports.reports.samples import CASES, SESSION, a_sample


def keep(row: ReportRow, number: int) -> Evidence:
    """As storage would: the detail goes through JSON."""
    return Evidence(
        id=number,
        session_id=7,
        person_id=3,
        kind=EvidenceKind.REPORT,
        at=SESSION.end,
        start=row.sure.start if row.sure else None,
        end=row.sure.end if row.sure else None,
        detail=json.loads(json.dumps(describe_row(row, file="report.csv", platform=None))),
    )


def rows_of(case: str) -> tuple[ReportRow, ...]:
    sample = a_sample(case)
    name, data = sample.files[0]
    return read_report(data, name=name, session=sample.session, zone=sample.zone).rows


@pytest.mark.parametrize("case", CASES)
def test_every_row_of_every_sample_comes_back_as_it_was(case: str) -> None:
    rows = rows_of(case)
    assert tuple(restore_row(keep(row, number)) for number, row in enumerate(rows)) == rows


@pytest.mark.parametrize("case", CASES)
def test_the_figures_from_the_evidence_are_those_of_the_preview(case: str) -> None:
    for person in a_sample(case).preview().participants:
        kept = [restore_row(keep(row, number)) for number, row in enumerate(person.rows)]
        assert sum_rows(kept, SESSION) == person.figures


def test_the_same_row_has_the_same_key_and_any_other_another() -> None:
    row = rows_of("01")[3]
    moved = ReportRow(line=row.line, name=row.name, join=row.join, leave=SESSION.end + timedelta(seconds=1))
    renumbered = ReportRow(
        line=row.line + 9, name=row.name, email=row.email, join=row.join, leave=row.leave, sure=row.sure,
        possible=row.possible,
    )  # fmt: skip
    keys = [identify_row(one, session_id=7, person_id=3) for one in (row, renumbered, moved)]
    others = [
        identify_row(row, session_id=8, person_id=3),
        identify_row(row, session_id=7, person_id=4),
        identify_row(row, session_id=7, person_id=3, occurrence=1),
    ]
    assert (keys[0] == keys[1], len({*keys, *others})) == (True, 5)
    assert max(map(len, [*keys, *others])) <= 128
