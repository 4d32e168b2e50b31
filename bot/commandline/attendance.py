"""`marathon attendance …`: who was there, from the reports of meeting platforms."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.commandline.failures import FAILED, errors, output, stop
from bot.commandline.invocation import group_of
from bot.report_problems import explain_no_match, explain_problem
from bot.wording import FALLBACK, Wording
from config.texts import catalogue
from sessions.domain.matching import RosterEntry, StaffEntry, build_directory
from sessions.domain.report_figures import Figures
from sessions.domain.report_preview import ParticipantFigures, Preview, UnmatchedFigures, preview_reports
from sessions.domain.reports import Outcome, Report
from sessions.domain.spans import Span
from sessions.imports.reports.headings import MAPPABLE, Field
from sessions.imports.reports.reading import read_report, refuse_size
from sessions.imports.reports.roster import read_roster, read_staff
from sessions.imports.reports.stamps import Order
from sessions.imports.tables import MAXIMUM_BYTES, TableProblem

ORDERS = {"dmy": Order.DAY_FIRST, "mdy": Order.MONTH_FIRST, "ymd": Order.YEAR_FIRST}

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE…", exists=True, dir_okay=False, readable=True, help="Exported reports.")
]
Zone = Annotated[
    str, typer.Option("--zone", metavar="ZONE", help="The time zone in which the platform wrote the times.")
]
Headings = Annotated[
    list[str] | None,
    typer.Option("--heading", metavar="HEADING=FIELD", help="What an unknown heading means. May come several times."),
]
DateOrder = Annotated[
    str | None, typer.Option("--date-order", metavar="dmy|mdy|ymd", help="Only where the file leaves it open.")
]


def register(app: typer.Typer) -> None:
    group_of(app, "attendance", about="Who was there: meeting reports in, attendance out.").command("preview")(preview)


def preview(
    files: Files,
    start: Annotated[str, typer.Option("--start", metavar="ISO", help="Start of the session, with its UTC offset.")],
    end: Annotated[str, typer.Option("--end", metavar="ISO", help="End of the session, with its UTC offset.")],
    zone: Zone,
    roster: Annotated[Path, typer.Option("--roster", exists=True, dir_okay=False, help="Registered people, as CSV.")],
    staff: Annotated[
        Path | None, typer.Option("--staff", exists=True, dir_okay=False, help="Hosts and speakers, as CSV.")
    ] = None,
    heading: Headings = None,
    date_order: DateOrder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it for a script.")] = False,
) -> None:
    """Show what reports of Zoom, Teams, Webex, Google Meet or BigBlueButton would record. Writes nothing."""
    session = Span(_read_moment(start, "--start"), _read_moment(end, "--end"))
    if session.end <= session.start:
        stop("--end is not after --start.", code=2)
    people = _read_roster(roster)
    directory = build_directory(people, _read_staff(staff) if staff else ())
    mapped, order = read_headings(heading or []), read_order(date_order)
    reports = [_read_file(path, session, zone, mapped, order) for path in files]
    found = preview_reports(reports, session, directory)
    if as_json:
        typer.echo(json.dumps(describe_preview(found), ensure_ascii=False, indent=2))
    else:
        closing = "Say yes to record this." if found.outcome is Outcome.CONFIRM else "Nothing was written."
        show_tables(found, {person.id: person.name for person in people}, closing=closing)
    tell_problems(found)
    if found.outcome is Outcome.REFUSE and not as_json:
        raise typer.Exit(FAILED)


def _read_moment(text: str, option: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        stop(f"{option} {text!r} is no moment. Write it as 2025-09-09T12:00:00Z.", code=2)
    if moment.tzinfo is None:
        stop(f"{option} {text!r} has no UTC offset. Write it as 2025-09-09T12:00:00Z or …+02:00.", code=2)
    return moment.astimezone(UTC)


def _read_roster(path: Path) -> tuple[RosterEntry, ...]:
    people = read_roster(path.read_bytes(), name=path.name)
    return people if isinstance(people, tuple) else _stop_at_list(path, people)


def _read_staff(path: Path) -> tuple[StaffEntry, ...]:
    people = read_staff(path.read_bytes(), name=path.name)
    return people if isinstance(people, tuple) else _stop_at_list(path, people)


def _stop_at_list(path: Path, fault: TableProblem | str) -> tuple[()]:
    why = f"it has no column {fault!r}" if isinstance(fault, str) else f"it is {fault.fault.value}"
    stop(f"{path.name} cannot be used: {why}.", code=2)


def read_headings(given: list[str]) -> dict[str, Field]:
    mapped = {}
    for text in given:
        heading, _, field = text.rpartition("=")
        if not heading or field not in MAPPABLE:
            stop(f"--heading {text!r}: write HEADING=FIELD with one of {', '.join(MAPPABLE)}.", code=2)
        mapped[heading] = Field(field)
    return mapped


def read_order(text: str | None) -> Order | None:
    if text is not None and text not in ORDERS:
        stop(f"--date-order {text!r}: write one of {', '.join(ORDERS)}.", code=2)
    return ORDERS[text] if text else None


def _read_file(path: Path, session: Span, zone: str, mapped: dict[str, Field], order: Order | None) -> Report:
    size = path.stat().st_size
    if size > MAXIMUM_BYTES:
        return refuse_size(path.name, size)
    data = path.read_bytes()
    return read_report(data, name=path.name, session=session, zone=zone, headings=mapped, date_order=order)


def describe_preview(found: Preview) -> dict[str, object]:
    """The contract of ``--json``: names are stable and moments are UTC. Where the files give a range there are
    ``seconds_min`` and ``seconds_max``, with ``seconds`` between them."""
    return {
        "outcome": found.outcome.value,
        "reports": list(found.codes),
        "participants": [_describe_participant(person) for person in found.participants],
        "unmatched": [_describe_unmatched(row) for row in found.unmatched],
    }


def _describe_participant(person: ParticipantFigures) -> dict[str, object]:
    figures = person.figures
    return {
        "id": person.id,
        "seconds": figures.seconds,
        **_describe_range(figures),
        "first_join_utc": _iso(figures.first_join),
        "last_leave_utc": _iso(figures.last_leave),
        "flags": [flag.value for flag in figures.flags],
    }


def _describe_unmatched(row: UnmatchedFigures) -> dict[str, object]:
    return {
        "name": row.name,
        "email": row.email,
        "seconds": row.figures.seconds,
        **_describe_range(row.figures),
        "suggestions": list(row.suggestions),
        "reason": row.code.value,
    }


def _describe_range(figures: Figures) -> dict[str, object]:
    return {"seconds_min": figures.seconds_min, "seconds_max": figures.seconds_max} if figures.ranged else {}


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def show_tables(found: Preview, names: Mapping[str, str], *, closing: str) -> None:
    if found.participants:
        table = Table("Id", "Name", "Minutes", "First join (UTC)", "Last leave (UTC)", "Matched by", "Notes")
        for person in sorted(found.participants, key=lambda person: person.id):
            figures = person.figures
            cells = [person.id, names.get(person.id, ""), _minutes(figures), _clock(figures.first_join)]
            cells += [_clock(figures.last_leave), person.matched_by.value, ", ".join(figures.flags)]
            table.add_row(*map(_plain, cells))
        output.print(table)
    if found.unmatched:
        wording = Wording(catalogue)
        table = Table("Name", "E-mail", "Minutes", "Why", "Perhaps", title="For you to decide; not recorded")
        for row in found.unmatched:
            perhaps = ", ".join(f"{one} {names.get(one, '')}" for one in row.suggestions)
            why = explain_no_match(row.code, wording, FALLBACK)
            table.add_row(*map(_plain, [row.name, row.email or "", _minutes(row.figures), why, perhaps]))
        output.print(table)
    if found.outcome is not Outcome.REFUSE:
        output.print(f"{_count(found)} {closing}", markup=False)


def _count(found: Preview) -> str:
    told = f"{len(found.participants)} recognised, {len(found.unmatched)} for you to decide"
    told += f", {found.staff_rows} rows of hosts and speakers left out" if found.staff_rows else ""
    told += f", {found.not_attended} registrations without attendance" if found.not_attended else ""
    return f"{told}."


def tell_problems(found: Preview) -> None:
    wording = Wording(catalogue)
    for file, problem in found.problems:
        errors.print(_plain(explain_problem(file, problem, wording, FALLBACK, escape=_visible)))


def _minutes(figures: Figures) -> str:
    if figures.seconds_min // 60 == figures.seconds_max // 60:
        return str(figures.seconds // 60)
    return f"{figures.seconds_min // 60}–{figures.seconds_max // 60}"


def _clock(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment:%H:%M:%S}"


def _plain(text: str) -> Text:
    return Text(_visible(text))


def _visible(text: str) -> str:
    """Without control characters, which could move a terminal's cursor."""
    return "".join(character if character.isprintable() else " " for character in text)
