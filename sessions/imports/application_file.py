"""A web form's export, as a table → applications and problems, a row each.

Every row is checked as if a person had typed it into the form; what is wrong with it is told with its line. Rows that
are good can be taken without the others. An empty zone follows from the country, an empty kind or function is
"other", and where there is no column for consent, the web form is taken to have asked for it.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sessions.domain.application_form import ApplicationForm, TypedForm, check_form
from sessions.domain.countries import Countries
from sessions.domain.moments import resolve, zones_of_country
from sessions.domain.refusals import EmailTwice, Refusal
from sessions.domain.selection import Function, Kind
from sessions.imports.application_columns import Column, ColumnMapping, fold_heading
from sessions.imports.application_words import FUNCTIONS, GENDERS, KINDS, LANGUAGES, YES
from sessions.imports.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationRow:
    """A row that can be taken. ``applied`` is None when the file does not say when, or not in a form that has only one
    meaning; then the file's order is the order of applying."""

    line: int
    form: ApplicationForm
    applied: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """A row that cannot be taken, with everything that is wrong with it."""

    line: int
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationFile:
    """``lines`` are counted from 1 over the file's rows, the headings' row included."""

    rows: tuple[ApplicationRow, ...]
    problems: tuple[RowProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the marathon takes: see ``check_form``. ``zone`` is in which the file's times are meant."""

    countries: Countries
    languages: tuple[str, ...]
    zone: str
    cohorts: tuple[str, ...] = ()


def headings_of(table: Table) -> tuple[str, ...]:
    """The first row that holds anything."""
    return next((tuple(row) for row in table.rows if any(cell.strip() for cell in row)), ())


def read_applications(table: Table, mapping: ColumnMapping, form: Form) -> ApplicationFile:
    """Every row below the headings, checked; blank rows are passed over. The second row with an e-mail address is a
    problem: which of the two is meant, the organisers must say."""
    rows: list[ApplicationRow] = []
    problems: list[RowProblem] = []
    first_line: dict[str, int] = {}
    is_below = False
    for line, cells in enumerate(table.rows, start=1):
        if not any(cell.strip() for cell in cells):
            continue
        if not is_below:
            is_below = True
            continue
        checked = _check(cells, mapping, form)
        if isinstance(checked, tuple):
            problems.append(RowProblem(line=line, refusals=checked))
            continue
        folded = unicodedata.normalize("NFKC", checked.email).casefold()
        known = first_line.setdefault(folded, line)
        if known != line:
            problems.append(RowProblem(line=line, refusals=(EmailTwice(email=checked.email, line=known),)))
            continue
        applied = _moment(_cell(cells, mapping, Column.APPLIED), form.zone)
        rows.append(ApplicationRow(line=line, form=checked, applied=applied))
    return ApplicationFile(rows=tuple(rows), problems=tuple(problems))


def _cell(cells: Sequence[str], mapping: ColumnMapping, column: Column) -> str:
    place = mapping.columns.get(column)
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _check(cells: Sequence[str], mapping: ColumnMapping, form: Form) -> ApplicationForm | tuple[Refusal, ...]:
    def cell(column: Column) -> str:
        return _cell(cells, mapping, column)

    name = cell(Column.NAME) or f"{cell(Column.GIVEN_NAME)} {cell(Column.FAMILY_NAME)}"
    country = cell(Column.COUNTRY)
    code = form.countries.find(country) if country else None
    zones = zones_of_country(code) if isinstance(code, str) else ()
    gender = cell(Column.GENDER)
    language = cell(Column.LANGUAGE)
    consent = cell(Column.CONSENT)
    typed = TypedForm(
        name=name,
        email=cell(Column.EMAIL),
        organisation=cell(Column.ORGANISATION),
        country=country,
        kind=_word(cell(Column.KIND), KINDS) or Kind.OTHER,
        function=_word(cell(Column.FUNCTION), FUNCTIONS) or Function.OTHER,
        gender=(GENDERS[fold_heading(gender)] or "") if fold_heading(gender) in GENDERS else gender,
        zone=cell(Column.ZONE) or (zones[0] if zones else form.zone),
        language=LANGUAGES.get(fold_heading(language), language),
        cohort=cell(Column.COHORT),
        consent=Column.CONSENT not in mapping.columns or _is_yes(consent),
    )
    return check_form(typed, countries=form.countries, languages=form.languages, cohorts=form.cohorts)


def _word(typed: str, words: Mapping[str, Kind] | Mapping[str, Function]) -> str:
    known = words.get(fold_heading(typed))
    return typed if known is None else known.value


def _is_yes(typed: str) -> bool:
    folded = fold_heading(typed)
    return folded in YES or typed.strip() in YES or folded.split(" ")[0] in YES


def _moment(typed: str, zone: str) -> datetime | None:
    """An ISO 8601 moment, or wall time in the programme's zone; None for a form with several meanings (03/04/2025)."""
    try:
        moment = datetime.fromisoformat(typed.replace("/", "-"))
    except ValueError:
        return None
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    resolved = resolve(moment, zone)
    return resolved if isinstance(resolved, datetime) else None
