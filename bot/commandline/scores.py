"""`marathon scores import`: results of the assessment, and who handed in the survey, from a table."""

from datetime import UTC
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import SystemClock
from bot.commandline.failures import errors, output, stop
from bot.commandline.invocation import group_of, invocation, open_store, refuse
from bot.commandline.programme_commands import find_marathon
from sessions.imports import tables
from sessions.imports.score_file import ScoreProblem, read_scores
from sessions.services import scores
from sessions.services.scores import Imported, Result


def register(app: typer.Typer) -> None:
    group_of(app, "scores", about="Results of the assessment, and the survey.").command("import")(import_)


async def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="CSV or XLSX.")],
    preview: Annotated[bool, typer.Option("--preview", help="Only show problems; write nothing.")] = False,
) -> None:
    """Take in scores and surveys.

    Columns: email or person; score (percent); and, where wanted, attempt, at (ISO 8601), survey (yes). The same file
    twice changes nothing; another score for the same attempt corrects it, and both are kept.
    """
    now = SystemClock().now()
    rows = _read(file)
    async with open_store() as store:
        marathon = await find_marathon(store)
        if preview:
            output.print(f"{len(rows)} lines can be taken.", markup=False)
            return
        done = await scores.take(store, marathon_id=marathon.id, results=rows, now=now, actor=invocation().actor())
    if not isinstance(done, Imported):
        refuse(done)
    for line, who in done.unknown:
        errors.print(f"Line {line}: nobody with a place here is {who!r}. Left out.", markup=False)
    output.print(f"{done.scores} scores new, {done.corrected} corrected, {done.surveys} surveys.", markup=False)


def _read(file: Path) -> list[Result]:
    if file.stat().st_size > tables.MAXIMUM_BYTES:
        stop(f"{file.name} is too large: {file.stat().st_size:,} bytes, at most {tables.MAXIMUM_BYTES:,}.")
    table = tables.read_table(file.read_bytes(), name=file.name)
    if isinstance(table, tables.TableProblem):
        stop(f"{file.name} cannot be read: {table.fault.value}.")
    read = read_scores(table)
    if isinstance(read, ScoreProblem):
        stop(f"{file.name}: {read.sentence}")
    return [
        Result(
            line=one.line,
            who=one.who,
            percent=one.percent,
            attempt=one.attempt,
            at=None if one.at is None else one.at.astimezone(UTC),
            survey=one.survey,
        )
        for one in read
    ]
