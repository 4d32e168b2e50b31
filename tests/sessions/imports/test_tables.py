import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from sessions.imports import tables
from sessions.imports.tables import Table, TableFault, TableProblem, read_table

ROWS = [["Name", "Country"], ["Élodie Marchand", "FR"], ["Müller, Jörg", "CH"]]


def _csv(delimiter: str, end: str = "\r\n") -> str:
    return "".join(delimiter.join(f'"{cell}"' for cell in row) + end for row in ROWS)


def _workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("codec", "mark", "said"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("windows-1252", b"", "windows-1252"),
    ],
)
def test_every_usual_encoding_and_delimiter_gives_the_same_rows(
    delimiter: str, codec: str, mark: bytes, said: str
) -> None:
    data = mark + _csv(delimiter).encode(codec)
    assert read_table(data, name="a.csv") == Table(rows=ROWS, encoding=said, delimiter=delimiter)


def test_old_mac_line_ends_and_line_breaks_inside_cells_are_read() -> None:
    assert read_table(_csv(",", end="\r").encode(), name="a.csv") == Table(rows=ROWS, encoding="utf-8", delimiter=",")
    inside = b'Name,Address\r\nAmina,"Lane 1\r\nNairobi"\r\n'
    expected = Table(rows=[["Name", "Address"], ["Amina", "Lane 1\nNairobi"]], encoding="utf-8", delimiter=",")
    assert read_table(inside, name="a.csv") == expected


def test_blank_lines_between_two_tables_are_kept() -> None:
    read = read_table(b"Topic,ID\nCourse,1\n\nName,Minutes\nAmina,3\n", name="a.csv")
    assert isinstance(read, Table)
    assert read.rows == [["Topic", "ID"], ["Course", "1"], [], ["Name", "Minutes"], ["Amina", "3"]]


def test_excels_first_line_names_the_delimiter() -> None:
    expected = Table(rows=[["a,b", "c"], ["d,e", "f"]], encoding="utf-8", delimiter=";")
    assert read_table(b"sep=;\r\na,b;c\r\nd,e;f\r\n", name="a.csv") == expected


def test_a_workbook_is_read_as_people_would_type_it() -> None:
    data = _workbook(
        {
            "Empty": [],
            "Answers": [
                ["Name", "Since", "At"],
                ["Amina", date(2025, 9, 9), datetime.fromisoformat("2025-09-09T12:00")],
                [3.0, 2.5, True],
            ],
            "Notes": [["x"]],
        }
    )
    assert read_table(data, name="a.xlsx") == Table(
        rows=[
            ["Name", "Since", "At"],
            ["Amina", "2025-09-09 00:00:00", "2025-09-09 12:00:00"],
            ["3", "2.5", "TRUE"],
        ],
        encoding="xlsx",
        delimiter=None,
        sheet="Answers",
        other_sheets=("Empty", "Notes"),
    )


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", TableFault.EMPTY),
        (b" \r\n \r\n", TableFault.EMPTY),
        (b",,,\n,,,\n", TableFault.EMPTY),
        (b"%PDF-1.7 \n...", TableFault.NOT_A_TABLE),
        (b"\x89PNG\r\n\x1a\n", TableFault.NOT_A_TABLE),
        (b"<!DOCTYPE html><html></html>", TableFault.NOT_A_TABLE),
        (b"abc\x00\x00\x00def,x\n", TableFault.NOT_A_TABLE),
        (b"name,country\n\x81\x8d\x90,KE\n", TableFault.UNKNOWN_ENCODING),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", TableFault.OLD_OR_LOCKED_WORKBOOK),
        (b"PK\x03\x04 and nothing more", TableFault.BROKEN_WORKBOOK),
        (_workbook({"One": []}), TableFault.EMPTY),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(data: bytes, fault: TableFault) -> None:
    assert read_table(data, name="x") == TableProblem(name="x", fault=fault)


def test_a_quotation_mark_that_is_never_closed_is_named_with_its_line() -> None:
    data = b'name,organisation\nAmina,"Acme\nBekele,Bole\nLi,Star\n'
    assert read_table(data, name="a.csv") == TableProblem(name="a.csv", fault=TableFault.UNCLOSED_QUOTE, line=2)


def test_an_archive_without_a_workbook_and_a_damaged_workbook_are_broken_workbooks() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("readme.txt", "hello")
    good = _workbook({"One": [["a", "b"]]})
    broken = TableProblem(name="x", fault=TableFault.BROKEN_WORKBOOK)
    assert read_table(kept.getvalue(), name="x") == broken
    assert read_table(good[: len(good) // 2], name="x") == broken


def test_a_workbook_with_entities_is_refused_before_they_unfold() -> None:
    source = zipfile.ZipFile(io.BytesIO(_workbook({"One": [["a"]]})))
    kept = io.BytesIO()
    bomb = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    with zipfile.ZipFile(kept, "w") as archive:
        for member in source.namelist():
            archive.writestr(member, bomb if member.endswith("sheet1.xml") else source.read(member))
    assert read_table(kept.getvalue(), name="x") == TableProblem(name="x", fault=TableFault.BROKEN_WORKBOOK)


def test_a_small_archive_that_unpacks_to_much_is_refused_unread() -> None:
    kept = io.BytesIO()
    size = tables.MAXIMUM_UNPACKED_BYTES + 1
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/sheet1.xml", "w") as part:
        for _ in range(size // 1_000_000):
            part.write(bytes(1_000_000))
        part.write(bytes(size % 1_000_000))
    assert read_table(kept.getvalue(), name="x") == TableProblem(
        name="x", fault=TableFault.TOO_LARGE, found=size, allowed=tables.MAXIMUM_UNPACKED_BYTES
    )


def test_limits_are_stated_with_what_was_found() -> None:
    assert read_table(b"x" * (tables.MAXIMUM_BYTES + 1), name="x") == TableProblem(
        name="x", fault=TableFault.TOO_LARGE, found=tables.MAXIMUM_BYTES + 1, allowed=tables.MAXIMUM_BYTES
    )
    assert read_table(b"a,b\n" * (tables.MAXIMUM_ROWS + 5), name="x") == TableProblem(
        name="x", fault=TableFault.TOO_MANY_ROWS, found=tables.MAXIMUM_ROWS + 1, allowed=tables.MAXIMUM_ROWS
    )
    assert read_table(b"," * tables.MAXIMUM_COLUMNS + b"x\n", name="x") == TableProblem(
        name="x", fault=TableFault.TOO_MANY_COLUMNS, found=501, allowed=tables.MAXIMUM_COLUMNS
    )


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    assert isinstance(read_table(data, name="x"), Table | TableProblem)


@given(st.binary(max_size=200), st.integers(0, 4000))
def test_no_damage_to_a_workbook_breaks_the_reader(noise: bytes, at: int) -> None:
    good = _workbook({"One": [["a", "b"], ["c", "d"]]})
    damaged = good[:at] + noise + good[at + len(noise) :]
    assert isinstance(read_table(damaged, name="x"), Table | TableProblem)
