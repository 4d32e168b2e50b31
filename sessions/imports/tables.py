"""Bytes of a CSV or XLSX file → rows of text, for every reader of files that people export.

What real programs write: Microsoft Teams and Webex write UTF-16 with tabs; Excel writes a UTF-8 byte order mark, or
Windows-1252 ("CSV" without the word UTF-8), the semicolon where the comma is the decimal sign, and a first line
``sep=;``; Google and most web forms write plain UTF-8 with commas. Nothing is guessed where the bytes themselves say
it: a byte order mark wins, then valid UTF-8, and Windows-1252 is what is left.

A workbook is a zip archive of XML that anybody may have made: its size unpacked is checked before it is unpacked.
"""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

MAXIMUM_BYTES = 20_000_000
MAXIMUM_UNPACKED_BYTES = 150_000_000
MAXIMUM_ARCHIVE_MEMBERS = 2_000
MAXIMUM_ROWS = 100_000
MAXIMUM_COLUMNS = 500
MAXIMUM_CELL = 100_000
"""Characters in one cell; more is a quotation mark that was never closed, or no table at all."""

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_LINES = 200
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_KNOWN_BINARIES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"GIF8", b"Rar!", b"7z\xbc\xaf")
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


class TableFault(StrEnum):
    """Why a file could not be read; the faces have words for each."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    TOO_MANY_ROWS = "too-many-rows"
    TOO_MANY_COLUMNS = "too-many-columns"
    UNKNOWN_ENCODING = "unknown-encoding"
    UNCLOSED_QUOTE = "unclosed-quote"
    NOT_A_TABLE = "not-a-table"  # a picture, a PDF, a web page
    OLD_OR_LOCKED_WORKBOOK = "old-or-locked-workbook"  # .xls, or .xlsx with a password
    BROKEN_WORKBOOK = "broken-workbook"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableProblem:
    """``found`` and ``allowed`` are bytes, rows or columns, as the fault says; ``line`` counts from 1."""

    name: str
    fault: TableFault
    line: int | None = None
    found: int | None = None
    allowed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows as text, blank lines kept (reports put several tables into one file). ``delimiter`` is None for a
    workbook, whose ``encoding`` is "xlsx"; ``sheet`` is the sheet that was read, ``other_sheets`` those that were not.
    """

    rows: list[list[str]]
    encoding: str
    delimiter: str | None
    sheet: str | None = None
    other_sheets: tuple[str, ...] = ()


def read_table(data: bytes, *, name: str, sheet: str | None = None) -> Table | TableProblem:
    """Reads what is in ``data``; ``name`` is only for telling people, the bytes decide what the file is. ``sheet``: the
    title of a workbook's sheet, otherwise the first that holds anything."""
    if len(data) > MAXIMUM_BYTES:
        return TableProblem(name=name, fault=TableFault.TOO_LARGE, found=len(data), allowed=MAXIMUM_BYTES)
    if data.startswith(_ZIP):
        return _read_workbook(data, name, sheet)
    if data.startswith(_OLE):
        return TableProblem(name=name, fault=TableFault.OLD_OR_LOCKED_WORKBOOK)
    if data.startswith(_KNOWN_BINARIES):
        return TableProblem(name=name, fault=TableFault.NOT_A_TABLE)
    return _read_text(data, name)


def _read_text(data: bytes, name: str) -> Table | TableProblem:
    decoded = decode_text(data)
    if decoded is None:
        return TableProblem(name=name, fault=TableFault.UNKNOWN_ENCODING)
    text, encoding = decoded
    if not text.strip():
        return TableProblem(name=name, fault=TableFault.EMPTY)
    if "\x00" in text or text.lstrip()[:15].lower().startswith(("<!doctype", "<html", "<?xml", "{\\rtf")):
        return TableProblem(name=name, fault=TableFault.NOT_A_TABLE)
    declared, text = _take_declared_delimiter(text)
    delimiter = declared or detect_delimiter(text)
    rows = _split(text, delimiter, name)
    if isinstance(rows, TableProblem):
        return rows
    return _limited(rows, name) or Table(rows=rows, encoding=encoding, delimiter=delimiter)


def decode_text(data: bytes) -> tuple[str, str] | None:
    """The text without its byte order mark, and the encoding's name; None when no encoding fits."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if (unmarked := _unmarked_utf16(data)) is not None:
        return _decoded(data, unmarked)
    return _decoded(data, "utf-8") or _decoded(data, "windows-1252")


def _decoded(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return None


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 that lost its mark shows as a zero byte beside nearly every character of a heading line."""
    head = data[:400]
    if len(head) < 4 or len(data) % 2:
        return None
    pairs = len(head) // 2
    if head[1::2].count(0) > 0.6 * pairs and head[0::2].count(0) == 0:
        return "utf-16-le"
    if head[0::2].count(0) > 0.6 * pairs and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _take_declared_delimiter(text: str) -> tuple[str | None, str]:
    """Excel's own convention: a first line ``sep=;`` names the delimiter and is not part of the table."""
    first, _, rest = text.partition("\n")
    stripped = first.strip().strip('"')
    if len(stripped) == 5 and stripped.lower().startswith("sep="):
        return stripped[4], rest
    return None, text


def detect_delimiter(text: str) -> str:
    """The delimiter, of ``DELIMITERS``, that cuts most lines at all, and of equals most into the same number of cells;
    a comma when none cuts any. Headings tell: a date such as "9/9/2025, 14:00" has a comma in every line but theirs.
    """
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]
    best, best_score = ",", (0, 0, 0)
    for delimiter in DELIMITERS:
        widths = _widths(lines, delimiter)
        wide = [width for width in widths if width > 1]
        if not wide:
            continue
        score = (len(wide), max(wide.count(width) for width in set(wide)), max(wide))
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _widths(lines: Sequence[str], delimiter: str) -> list[int]:
    try:
        return [len(row) for row in csv.reader(lines, delimiter=delimiter)]
    except csv.Error:
        return []


def _split(text: str, delimiter: str, name: str) -> list[list[str]] | TableProblem:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    rows: list[list[str]] = []
    last_start = 0
    try:
        for row in reader:
            rows.append(row)
            if reader.line_num < len(lines):
                last_start = reader.line_num
            if len(rows) > MAXIMUM_ROWS:
                break
    except csv.Error:
        return TableProblem(name=name, fault=TableFault.UNCLOSED_QUOTE, line=last_start + 1)
    if len(rows) <= MAXIMUM_ROWS and _is_unclosed(lines[last_start:], delimiter):
        return TableProblem(name=name, fault=TableFault.UNCLOSED_QUOTE, line=last_start + 1)
    return rows


def _is_unclosed(last_record: Sequence[str], delimiter: str) -> bool:
    """Whether the last record runs over several lines because its quotation mark is never closed: such a file would
    otherwise silently lose every row after the mark."""
    if len(last_record) < 2:
        return False
    try:
        list(csv.reader((f"{line}\n" for line in last_record), delimiter=delimiter, strict=True))
    except csv.Error:
        return True
    return False


def _limited(rows: Sequence[Sequence[str]], name: str) -> TableProblem | None:
    if len(rows) > MAXIMUM_ROWS:
        return TableProblem(name=name, fault=TableFault.TOO_MANY_ROWS, found=len(rows), allowed=MAXIMUM_ROWS)
    widest = max(map(len, rows), default=0)
    if widest > MAXIMUM_COLUMNS:
        return TableProblem(name=name, fault=TableFault.TOO_MANY_COLUMNS, found=widest, allowed=MAXIMUM_COLUMNS)
    if not any(cell.strip() for row in rows for cell in row):
        return TableProblem(name=name, fault=TableFault.EMPTY)
    for number, row in enumerate(rows, start=1):
        if any(len(cell) > MAXIMUM_CELL for cell in row):
            return TableProblem(name=name, fault=TableFault.UNCLOSED_QUOTE, line=number)
    return None


def _read_workbook(data: bytes, name: str, wanted: str | None) -> Table | TableProblem:
    broken = TableProblem(name=name, fault=TableFault.BROKEN_WORKBOOK)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return broken
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAXIMUM_UNPACKED_BYTES or len(members) > MAXIMUM_ARCHIVE_MEMBERS:
        return TableProblem(name=name, fault=TableFault.TOO_LARGE, found=unpacked, allowed=MAXIMUM_UNPACKED_BYTES)
    try:
        return _read_sheets(data, name, wanted)
    except Exception:
        # A damaged workbook fails with whatever zipfile, zlib, the XML parser or openpyxl stumbled over (a fuzz test
        # finds a dozen classes); all of them mean that this file cannot be read.
        return broken


def _read_sheets(data: bytes, name: str, wanted: str | None) -> Table | TableProblem:
    """The sheet that is wanted, or the first that holds anything."""
    from openpyxl import load_workbook  # 0.4 s, which no command that reads no workbook should pay

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl warns of styles and validations that it leaves out
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            titles = tuple(sheet.title for sheet in workbook.worksheets)
            for sheet in workbook.worksheets:
                if wanted not in (None, sheet.title):
                    continue
                sheet.reset_dimensions()  # the stated size may be 1,048,576 rows of nothing
                rows = _sheet_rows(sheet.iter_rows(values_only=True))
                problem = _limited(rows, name)
                if problem is None:
                    others = tuple(title for title in titles if title != sheet.title)
                    return Table(rows=rows, encoding="xlsx", delimiter=None, sheet=sheet.title, other_sheets=others)
                if problem.fault is not TableFault.EMPTY:
                    return problem
        finally:
            workbook.close()
    return TableProblem(name=name, fault=TableFault.EMPTY)


def _sheet_rows(values: Iterable[Iterable[object]]) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in values:
        cells = [cell_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        rows.append(cells)
        if len(rows) > MAXIMUM_ROWS:
            break
    while rows and not rows[-1]:
        rows.pop()
    return rows


def cell_text(value: object) -> str:
    """A workbook's cell as a person would type it: 3.0 is "3", a date is ISO 8601, nothing is the empty text."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds")
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return str(value)
