"""Bad input: refused or handled, with a problem that says what, and never anybody credited who must not be."""

import io
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from sessions.domain.matching import RosterEntry, build_directory
from sessions.domain.report_preview import Preview, preview_reports
from sessions.domain.reports import Outcome, ProblemCode
from sessions.domain.spans import Span
from sessions.imports.reports.reading import read_report, refuse_size
from tests.sessions.imports.reports.test_reading import DIRECTORY, SESSION, preview, seconds, table

HEAD = ("Name", "Email", "Join time", "Leave time")
AMINA = ("Amina Yusuf", "amina@example.org", "2025-09-09 12:00:00", "2025-09-09 13:00:00")


def shift(hours: float, *, length: float = 2) -> str:
    start = SESSION.start + timedelta(hours=hours)
    end = start + timedelta(hours=length)
    return table(HEAD, ("Amina Yusuf", "amina@example.org", f"{start:%Y-%m-%d %H:%M:%S}", f"{end:%Y-%m-%d %H:%M:%S}"))


def a_bomb() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)
    return kept.getvalue()


def a_picture_in_a_workbook() -> bytes:
    book = Workbook()
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: b"", ProblemCode.EMPTY_FILE),
        (lambda: b"\xef\xbb\xbf\r\n \r\n", ProblemCode.EMPTY_FILE),
        (a_picture_in_a_workbook, ProblemCode.EMPTY_FILE),
        (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", ProblemCode.NOT_A_TABLE),
        (lambda: b"<!DOCTYPE html><html><body>Sign in</body></html>", ProblemCode.NOT_A_TABLE),
        (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), ProblemCode.NOT_A_TABLE),
        (a_bomb, ProblemCode.TOO_LARGE),
        (lambda: b"x" * 20_000_001, ProblemCode.TOO_LARGE),
        (lambda: b"PK\x03\x04 broken", ProblemCode.UNREADABLE_FILE),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ProblemCode.UNREADABLE_FILE),
        (lambda: b'Name,Email,Join time,Leave time\nAmina,"a@b.c,1,2\nB,b@b.c,3,4\n', ProblemCode.UNREADABLE_FILE),
        (lambda: b"just a line of prose\nand another\n", ProblemCode.UNKNOWN_REPORT),
        (lambda: table(HEAD).encode(), ProblemCode.NO_ROWS),
        (lambda: table(HEAD, ("", "", "", "")).encode(), ProblemCode.NO_ROWS),
    ],
)
def test_what_is_no_report_is_refused(make: Callable[[], bytes], code: ProblemCode) -> None:
    found = preview(make())
    assert (found.outcome, found.codes, found.participants, found.unmatched) == (Outcome.REFUSE, (code,), (), ())


def test_a_file_can_be_refused_by_its_size_alone() -> None:
    found = preview_reports([refuse_size("huge.csv", 200_000_000)], SESSION, DIRECTORY)
    assert (found.outcome, found.problems[0][1].facts) == (
        Outcome.REFUSE,
        {"fault": "too-large", "found": 200_000_000, "allowed": 20_000_000},
    )


def test_one_file_that_must_be_refused_refuses_all() -> None:
    found = preview(table(HEAD, AMINA), b"%PDF-1.7")
    assert (found.outcome, found.participants) == (Outcome.REFUSE, ())


def test_an_unknown_zone_is_refused_with_what_may_be_meant() -> None:
    found = preview(table(HEAD, AMINA), zone="Europe/Zurick")
    facts = found.problems[0][1].facts
    nearest = facts["nearest"]
    assert isinstance(nearest, tuple)
    assert (found.outcome, facts["zone"], "Europe/Zurich" in nearest) == (Outcome.REFUSE, "Europe/Zurick", True)


@pytest.mark.parametrize("days", [-7, -2, -1, 1, 2, 30])
def test_a_report_of_another_day_is_refused_with_the_day(days: int) -> None:
    found = preview(shift(24 * days))
    day = (SESSION.start + timedelta(days=days)).date().isoformat()
    assert (found.outcome, found.codes, found.problems[0][1].facts) == (
        Outcome.REFUSE,
        ("wrong_day",),
        {"day": day, "days": days},
    )


def test_a_report_of_another_day_whose_dates_can_be_read_two_ways_is_refused_too() -> None:
    text = table(HEAD, ("Amina Yusuf", "", "03/04/2025 12:00:00", "03/04/2025 13:00:00"))
    found = preview(text)
    assert (found.outcome, found.problems[0][1].facts) == (Outcome.REFUSE, {"example": "03/04/2025 12:00:00"})


@pytest.mark.parametrize("hours", [-11, -6, -3.5, 2, 5.75, 9, 12])
def test_a_wrong_zone_is_refused_with_the_hours_by_which_it_misses(hours: float) -> None:
    found = preview(shift(hours))
    assert (found.outcome, found.codes, found.problems[0][1].facts) == (
        Outcome.REFUSE,
        ("wrong_zone",),
        {"minutes": -int(hours * 60), "covered_seconds": 0},
    )


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_zone_that_misses_by_an_hour_is_asked_about(hours: int) -> None:
    found = preview(shift(hours))
    assert (found.outcome, found.codes, found.problems[0][1].facts) == (
        Outcome.CONFIRM,
        ("wrong_zone",),
        {"minutes": -hours * 60, "covered_seconds": 3600},
    )


def test_who_came_late_or_left_early_is_no_wrong_zone() -> None:
    assert [preview(shift(hours, length=length)).codes for hours, length in ((1.5, 0.5), (0, 0.4), (-0.5, 1))] == [
        (),
        (),
        (),
    ]


def test_a_second_file_of_the_second_half_is_no_wrong_zone() -> None:
    found = preview(shift(-0.25, length=1.25), shift(1, length=1.5))
    assert (found.outcome, found.codes, seconds(found)) == (Outcome.IMPORT, (), {"A": 7200})


def test_among_good_files_one_of_another_day_is_still_refused() -> None:
    assert preview(shift(0), shift(48)).codes == ("wrong_day",)


def test_rows_without_readable_times_credit_nobody_and_are_counted() -> None:
    text = table(
        HEAD,
        AMINA,
        ("Élodie Marchand", "", "soon", "later"),
        ("Élodie Marchand", "", "2025-09-09 13:00:00", "2025-09-09 12:00:00"),
        ("Élodie Marchand", "", "2025-09-09 12:00:00", ""),
    )
    found = preview(text)
    assert (seconds(found), found.problems[0][1].facts) == ({"A": 3600}, {"line": 3, "rows": 3})


@pytest.mark.parametrize(
    "name",
    [
        "=cmd|'/c calc'!A1",
        "@everyone",
        "<@123>",
        "+49 170 1234567",
        "**bold** `code`",
        "A" * 5000,
        "'; DROP TABLE",
        "\u202eevil",
    ],
)
def test_a_name_is_only_ever_a_text(name: str) -> None:
    row = (f'"{name}"', "", "2025-09-09 12:00:00", "2025-09-09 13:00:00")
    found = preview(table(HEAD, AMINA, row))
    assert (seconds(found), [one.name for one in found.unmatched]) == ({"A": 3600}, [name])


def test_a_line_break_in_a_name_becomes_a_space() -> None:
    text = table(HEAD, ('"Amina\r\nYusuf"', "", "2025-09-09 12:00:00", "2025-09-09 13:00:00"))
    assert seconds(preview(text)) == {"A": 3600}


def test_formulas_around_cells_are_taken_off() -> None:
    text = table(
        HEAD, ("Amina Yusuf", "amina@example.org", '="2025-09-09 12:00:00"', '="2025-09-09 13:00:00"'), by="\t"
    )
    assert seconds(preview(text)) == {"A": 3600}


def test_windows_1252_names_are_read() -> None:
    text = table(HEAD, ("Élodie Marchand", "", "2025-09-09 12:00:00", "2025-09-09 13:00:00"), by=";")
    assert seconds(preview(text.encode("windows-1252"))) == {"E": 3600}


def a_large_report(rows: int) -> tuple[bytes, list[RosterEntry]]:
    roster = [
        RosterEntry(id=f"P{number}", name=f"Person {number} Ünal", emails=(f"p{number}@example.org",))
        for number in range(2500)
    ]
    lines = [
        (
            f"Person {number % 2500} Ünal" if number % 20 else f"Guest {number}",
            f"p{number % 2500}@example.org" if number % 3 and number % 20 else "",
            f"{SESSION.start + timedelta(seconds=number % 3600):%m/%d/%Y %I:%M:%S %p}",
            f"{SESSION.end - timedelta(seconds=number % 1800):%m/%d/%Y %I:%M:%S %p}",
        )
        for number in range(rows)
    ]
    return table(HEAD, *lines).encode(), roster


def test_three_thousand_rows_are_previewed_well_within_a_second() -> None:
    data, roster = a_large_report(3000)
    directory = build_directory(roster)
    read_report(table(HEAD, AMINA).encode(), name="warm.csv", session=SESSION, zone="UTC")
    begun = time.process_time()
    report = read_report(data, name="large.csv", session=SESSION, zone="UTC")
    found = preview_reports([report], SESSION, directory)
    spent = time.process_time() - begun
    assert (len(report.rows), len(found.participants), len(found.unmatched)) == (3000, 2375, 150)
    assert spent < 1.0  # 0.2 s on an idle core; the rest is room for slow machines


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_an_answer_and_never_a_crash(data: bytes) -> None:
    found: Preview = preview(data)
    assert found.outcome in Outcome


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["Name", "Email", "Join time", "Leave time", "Duration", "Attended", "Yes", "amina@example.org", "Amina Yusuf"]
    ),
    st.sampled_from(
        ["2025-09-09 12:00:00", "13:00", "09/10/2025 1:00 PM", "99:99", "--", "", "User Action", "Timestamp"]
    ),
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=8), st.sampled_from(["UTC", "Europe/Zurich"]))
def test_tables_of_any_kind_never_give_more_than_the_session(rows: list[list[str]], zone: str) -> None:
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    found = preview(text.encode("utf-8", "surrogatepass"), zone=zone)
    figures = [one.figures for one in found.participants] + [one.figures for one in found.unmatched]
    assert all(0 <= one.seconds_min <= one.seconds <= one.seconds_max <= 7200 for one in figures)


STAYS = st.lists(
    st.tuples(st.sampled_from("ABC"), st.integers(-3000, 9000), st.integers(0, 9000)), min_size=1, max_size=8
)


@given(STAYS, st.data())
def test_the_order_of_rows_and_of_files_changes_no_figure(
    stays: list[tuple[str, int, int]], data: st.DataObject
) -> None:
    session = Span(datetime(2025, 9, 9, 12, tzinfo=UTC), datetime(2025, 9, 9, 14, tzinfo=UTC))
    directory = build_directory([RosterEntry(id=one, name=f"Person {one}") for one in "ABC"])
    rows = [
        (
            f"Person {who}",
            "",
            f"{session.start + timedelta(seconds=start):%Y-%m-%d %H:%M:%S}",
            f"{session.start + timedelta(seconds=start + length):%Y-%m-%d %H:%M:%S}",
        )
        for who, start, length in stays
    ]
    cut = data.draw(st.integers(0, len(rows)))
    shuffled = data.draw(st.permutations(rows))

    def sums(files: list[list[tuple[str, str, str, str]]]) -> dict[str, int]:
        reports = [
            read_report(table(HEAD, *file).encode(), name="a.csv", session=session, zone="UTC") for file in files
        ]
        return seconds(preview_reports(reports, session, directory))

    anchor = ("Somebody", "", "2025-09-09 12:00:00", "2025-09-09 14:00:00")  # keeps every file in its place
    assert sums([[anchor, *rows]]) == sums([[anchor, *half] for half in (shuffled[:cut], shuffled[cut:])])
