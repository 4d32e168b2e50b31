"""Where commands take a programme from: a file, or one that ships, laid on new dates when asked."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.commandline.failures import FAILED, errors, output, stop
from config import programmes
from sessions.domain.nearness import nearest
from sessions.domain.programme import Programme
from sessions.imports.problems import Problem
from sessions.imports.programme_dates import first_day_from, starting
from sessions.imports.programme_file import read_programme

Json = Annotated[bool, typer.Option("--json", help="Print it for a script.")]
Named = Annotated[str, typer.Argument(metavar="PROGRAMME", help="A programme file, or the name of one that ships.")]
Starting = Annotated[
    str | None, typer.Option("--starting", metavar="DATE", help="Lay it on new dates first: same weekdays, same hours.")
]


def read_source(name: str) -> bytes:
    """The bytes of a file or, where there is none of this name, of the programme of this name that ships."""
    path = Path(name)
    if path.exists():
        return path.read_bytes()
    if name not in programmes.names():
        close = nearest(path.name.removesuffix(".toml"), programmes.names(), count=1)
        meant = f" Did you mean {close[0]}?" if close else ""
        stop(f"There is no file {name}, and no such programme ships ({', '.join(programmes.names())}).{meant}")
    return programmes.read(name)


def open_programme(name: str, first_day: str | None = None) -> Programme:
    """The programme of a file or name, on new dates when ``first_day`` is given; ends the command when it is bad."""
    programme = read_programme(read_source(name))
    if isinstance(programme, Programme) and first_day is not None:
        programme = _start(programme, first_day)
    if isinstance(programme, Programme):
        return programme
    show_problems(name, programme)
    raise typer.Exit(FAILED)


def show_problems(name: str, problems: Sequence[Problem]) -> None:
    """Every problem, as editors and people read them: file, line, place, then what is expected and what is meant."""
    for problem in problems:
        line = f":{problem.line}" if problem.line else ""
        value = f" = {problem.value}" if problem.value is not None else ""
        output.print(f"{name}{line}: {problem.where}{value}", markup=False)
        output.print(f"    Expected: {problem.expected}.", markup=False)
        if problem.suggestion:
            output.print(f"    {problem.suggestion}", markup=False)
    output.print(f"{count(len(problems), 'problem')} in {name}.", markup=False)


def _start(programme: Programme, first_day: str) -> Programme | tuple[Problem, ...]:
    """On new dates; says so when the day asked for is another weekday than the programme's first."""
    try:
        asked = date.fromisoformat(first_day)
    except ValueError:
        stop(f"{first_day} is no date: write it as 2026-09-08.", code=2)
    chosen = first_day_from(programme, asked)
    if chosen != asked:
        errors.print(
            f"{asked} is a {asked:%A}. The programme begins on a {chosen:%A}, so it is laid on {chosen}.", markup=False
        )
    return starting(programme, asked)


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
