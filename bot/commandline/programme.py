"""`marathon check`: a programme file before it becomes a marathon. No database is needed."""

from dataclasses import asdict
from datetime import timedelta
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.commandline.failures import FAILED, output
from bot.commandline.languages import note_languages
from bot.commandline.programme_source import Json, Starting, open_programme, read_source
from sessions.domain.programme import Programme
from sessions.imports.programme_file import read_programme


def register(app: typer.Typer) -> None:
    app.command("check")(check)


def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A programme file, or the name of one that ships.")],
    first_day: Starting = None,
    as_json: Json = False,
) -> None:
    """Read a programme file and say what it states, or every problem in it.

    Ends with 1 when there is a problem.
    """
    if as_json:
        found = read_programme(read_source(file))
        problems = () if isinstance(found, Programme) else found
        key = found.key if isinstance(found, Programme) else None
        notes = note_languages(found) if isinstance(found, Programme) else []
        output.print_json(data={"key": key, "problems": [asdict(problem) for problem in problems], "notes": notes})
        raise typer.Exit(FAILED if problems else 0)
    programme = open_programme(file, first_day)
    show_programme(programme)
    output.print(f"\nNo problem in {file}. Its key is {programme.key}", markup=False)


def show_programme(programme: Programme) -> None:
    """A programme in short: who, when, for how many, under which rule."""
    output.print(Text(programme.title, style="bold"))
    if programme.theme:
        output.print(programme.theme, markup=False)
    output.print(f"{programme.organiser}; times in {programme.zone}", markup=False)
    table = Table("No.", "Day", "Start", "Length", "Title", box=None, pad_edge=False)
    for session in programme.sessions:
        number = f"{session.number} {session.cohort}" if session.cohort else str(session.number)
        zone = "" if session.zone == programme.zone else f" {session.zone}"
        length = _length(session.duration)
        table.add_row(number, f"{session.wall:%a %Y-%m-%d}", f"{session.wall:%H:%M}{zone}", length, Text(session.title))
    output.print(table)
    output.print(f"Places: {programme.selection.capacity:,}", markup=False)
    leads = ", ".join(rule.key for rule in programme.reminders) or "none"
    output.print(f"Reminders before each session: {leads}", markup=False)
    rules = ", ".join(rule.title for rule in programme.completion) or "none"
    output.print(f"Certificates: {rules}", markup=False)
    for note in note_languages(programme):
        output.print(f"Note: {note}", markup=False)


def _length(duration: timedelta) -> str:
    hours, minutes = divmod(duration // timedelta(minutes=1), 60)
    return f"{hours}:{minutes:02} h"
