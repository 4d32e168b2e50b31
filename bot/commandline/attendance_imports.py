"""`marathon attendance import` and `undo`: meeting reports into the record, and out of it again."""

from pathlib import Path
from typing import Annotated

import typer

from bot.clock import SystemClock
from bot.commandline.attendance import (
    DateOrder,
    Files,
    Headings,
    Zone,
    describe_preview,
    read_headings,
    read_order,
    show_tables,
    tell_problems,
)
from bot.commandline.failures import FAILED, errors, output, stop
from bot.commandline.invocation import group_of, invocation, open_store, refuse
from bot.commandline.programme_commands import find_marathon
from sessions.domain.reports import Outcome, ProblemCode
from sessions.imports.tables import MAXIMUM_BYTES
from sessions.services import attendance_reports
from sessions.services.attendance_reports import Imported, Previewed, ReportFile, Undone

SessionNumber = Annotated[int, typer.Option("--session", metavar="N", min=1, max=99, help="The session's number.")]
Cohort = Annotated[
    str | None, typer.Option("--cohort", metavar="KEY", help="Whose session, where cohorts have their own.")
]
Reason = Annotated[str, typer.Option("--reason", help="Why; it stays in the journal.")]


def register(app: typer.Typer) -> None:
    group = group_of(app, "attendance", about="Who was there: meeting reports in, attendance out.")
    group.command("import")(import_)
    group.command("imports")(imports)
    group.command("undo")(undo)


async def import_(
    files: Files,
    session: SessionNumber,
    zone: Zone,
    cohort: Cohort = None,
    heading: Headings = None,
    date_order: DateOrder = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before writing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print it for a script.")] = False,
) -> None:
    """Record what reports of Zoom, Teams, Webex, Google Meet or BigBlueButton say of one session.

    Shows first what would be recorded. Everything is written in one go or not at all; the same file twice changes
    nothing. Nobody is marked absent by a file.
    """
    mapped, order = read_headings(heading or []), read_order(date_order)
    async with open_store() as store:
        marathon = await find_marathon(store)
        found = await attendance_reports.preview(
            store,
            marathon.id,
            number=session,
            cohort=cohort,
            files=[_file(path) for path in files],
            zone=zone,
            headings=mapped,
            date_order=order,
            actor=invocation().actor(),
        )
        if not isinstance(found, Previewed):
            refuse(found)
        tell_problems(found.preview)
        if not as_json:
            show_tables(found.preview, found.names, closing="")
        if not found.recordable:
            _stop_unrecorded(found, as_json=as_json)
        if not yes:
            typer.confirm("Record this?", abort=True, err=True)
        done = await attendance_reports.commit(store, found, actor=invocation().actor(), now=SystemClock().now())
    if not isinstance(done, Imported):
        refuse(done)
    if as_json:
        output.print_json(data={**describe_preview(found.preview), "import": _facts(done)})
    else:
        output.print(_tell(done), markup=False)


def _file(path: Path) -> ReportFile:
    size = path.stat().st_size
    return ReportFile(name=path.name, data=path.read_bytes() if size <= MAXIMUM_BYTES else b"", size=size)


def _stop_unrecorded(found: Previewed, *, as_json: bool) -> None:
    if as_json:
        output.print_json(data={**describe_preview(found.preview), "import": None})
        raise typer.Exit(FAILED)
    codes = found.preview.codes
    if ProblemCode.AMBIGUOUS_DATES in codes and found.preview.outcome is not Outcome.REFUSE:
        stop("Say the order of day and month with --date-order. Nothing was recorded.")
    stop("Nothing was recorded.")


def _facts(done: Imported) -> dict[str, object]:
    return {
        "number": done.number,
        "kept": done.kept,
        "already": done.already,
        "withdrawn": done.withdrawn,
        "waiting": done.waiting,
    }


def _tell(done: Imported) -> str:
    if done.number is None:
        return "These files were recorded before; nothing was changed."
    told = f"Import {done.number}: {done.kept} rows recorded, {done.already} known before"
    told += f", {done.withdrawn} withdrawn earlier and left so" if done.withdrawn else ""
    return f"{told}, {done.waiting} names wait in `/attendance review`."


async def imports(as_json: Annotated[bool, typer.Option("--json", help="Print it for a script.")] = False) -> None:
    """List the reports that were taken in, with the numbers that `undo` wants."""
    async with open_store(migrate=False) as store:
        marathon = await find_marathon(store)
        found = await attendance_reports.imports(store, marathon.id)
    if as_json:
        lines = [
            {
                "number": one.id,
                "session_id": one.session_id,
                "at": one.at.isoformat(),
                "by": one.by,
                "files": [dict(file) for file in one.files],
                "counts": dict(one.counts),
                "undone": None if one.undone is None else one.undone.isoformat(),
            }
            for one in found
        ]
        output.print_json(data=lines)
        return
    for one in found:
        names = ", ".join(str(file["name"]) for file in one.files)
        undone = "" if one.undone is None else f", undone {one.undone:%Y-%m-%d %H:%M} UTC"
        output.print(f"{one.id}: {names}, {one.at:%Y-%m-%d %H:%M} UTC by {one.by}{undone}", markup=False)
    if not found:
        errors.print("No report was taken in yet.")


async def undo(
    number: Annotated[int, typer.Argument(metavar="IMPORT", help="Its number, as `imports` lists it.")],
    reason: Reason,
) -> None:
    """Withdraw everything that one import recorded. It can be imported again afterwards."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        done = await attendance_reports.undo(
            store, marathon.id, number=number, reason=reason, actor=invocation().actor(), now=SystemClock().now()
        )
    if not isinstance(done, Undone):
        refuse(done)
    output.print(f"Import {done.number} is undone: {done.rows} pieces of evidence are withdrawn.", markup=False)
