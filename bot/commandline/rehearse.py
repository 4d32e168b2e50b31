"""`marathon rehearse`: a whole marathon on this machine, with the real bot and simulated people."""

import json
import shutil
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from bot.commandline.failures import errors, output, stop
from bot.commandline.invocation import invocation
from bot.commandline.programme_source import open_programme
from bot.rehearsal.certificates import NotCertifiedError, certify
from bot.rehearsal.discord_server import FAULT_PROFILES, Faults
from bot.rehearsal.rehearsal import RehearsalError, opening, raise_curtain, rehearse
from bot.rehearsal.report import write_report
from bot.rehearsal.show import Plan
from bot.rehearsal.summary import Summary

DEFAULT = "who-cgmp-2025"
EVERY = "all"
NEXT = """
This was the real bot; only Discord and the clock were ours. To run it on a real Discord server:
  1. Make an application with a bot at https://discord.com/developers and put its token into MARATHON_DISCORD_TOKEN.
  2. {marathon} doctor                  says what is still missing, with the cure
  3. {marathon} programme import FILE   takes your programme in (copy {name} to begin)
  4. {marathon} run                     then /setup in your server
"""


def register(app: typer.Typer) -> None:
    app.command("rehearse")(rehearse_command)


async def rehearse_command(
    programme: Annotated[str, typer.Argument(help="A shipped programme's name or a programme file.")] = DEFAULT,
    participants: Annotated[int, typer.Option(min=0, max=20_000, help="How many people apply.")] = 200,
    seed: Annotated[int, typer.Option(help="The same seed gives the same marathon.")] = 2025,
    speed: Annotated[str, typer.Option(help="max, or ×60: an hour of course time in a minute.")] = "max",
    report: Annotated[Path | None, typer.Option(help="A folder for report.html, feed, lists, certificates.")] = None,
    traffic_log: Annotated[Path | None, typer.Option(help="Every request and event, one JSON object a line.")] = None,
    faults: Annotated[
        str | None,
        typer.Option(metavar="NAME", help=f"What goes wrong on purpose: all, or {', '.join(FAULT_PROFILES)}."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON on standard output.")] = False,
) -> None:
    """Rehearse a whole marathon here: announcement, applications, sessions, reminders, completion, certificates.

    The bot, its database and its calendar feed are the real ones; Discord on the other side, the people and the clock
    are simulated. Nothing leaves this machine.
    """
    plan = Plan(
        programme=open_programme(programme),
        participants=participants,
        seed=seed,
        database_url="",
        speed=_speed(speed),
        traffic_log=traffic_log,
    )
    if traffic_log is not None and traffic_log.is_file():  # a pipe is written to as it is
        traffic_log.unlink()
    if faults == EVERY:
        await _play_every_fault(plan, report, as_json=as_json)
        return
    summary = await _play(replace(plan, faults=_faults(faults, seed)), report)
    if as_json:
        output.print_json(json.dumps(summary.as_json()))
    else:
        output.print(_table(summary))
        if report is not None:
            output.print(f"Report: {report / 'report.html'}", markup=False)
        output.print(NEXT.format(name=f"config/programmes/{DEFAULT}.toml", marathon=_called()), markup=False)
    if problem := _problem(summary):
        stop(problem)


def _called() -> str:
    """How this command was called, so that the advice can be copied: `.venv/bin/marathon` after `make demo`."""
    return sys.argv[0] if Path(sys.argv[0]).name == "marathon" else "marathon"


async def _play(plan: Plan, report: Path | None) -> Summary:
    with ExitStack() as stack:
        return await _run(replace(plan, database_url=_database(report, stack)), report)


async def _play_every_fault(plan: Plan, report: Path | None, *, as_json: bool) -> None:
    """The same marathon once under each profile, each on a database of its own; all summaries, then what was wrong."""
    if invocation().database is not None:
        stop("--faults all rehearses many times, each on a new database: leave --database out.")
    played: dict[str, Summary] = {}
    for name in FAULT_PROFILES:
        errors.print(name)
        folder = None if report is None else report / name
        played[name] = await _play(replace(plan, faults=_faults(name, plan.seed)), folder)
    if as_json:
        output.print_json(json.dumps({name: summary.as_json() for name, summary in played.items()}))
    else:
        table = Table("Fault", "Deliveries seen", "Lost", "Twice", "Clicks answered", "Kept", "Seconds")
        for name, one in played.items():
            said, clicks = one.deliveries, one.check_ins
            row = (f"{said.sent} of {said.due}", said.lost, said.doubled, f"{clicks.answered} of {clicks.clicked}")
            table.add_row(name, *map(str, (*row, clicks.kept, round(one.wall_seconds))))
        output.print(table)
    bad = [f"{name}: {problem}" for name, one in played.items() if (problem := _problem(one))]
    if bad:
        stop("; ".join(bad))


def _problem(summary: Summary) -> str | None:
    """What must never be, in a sentence; None when all is well."""
    if summary.unkept:
        return f"{summary.unkept} check-ins that people were told are saved are not in the record"
    if summary.deliveries.lost or summary.deliveries.doubled:
        return f"{summary.deliveries.lost} deliveries were lost and {summary.deliveries.doubled} were seen twice"
    return None


def _database(report: Path | None, stack: ExitStack) -> str:
    """``--database`` where given; else a file in the report's folder, or in one that is gone afterwards. Never the
    installation's own."""
    given = invocation().database
    if given is not None:
        return given
    if report is not None:
        report.mkdir(parents=True, exist_ok=True)
        for old in report.glob("marathon.sqlite3*"):
            old.unlink()
        return f"sqlite:///{report / 'marathon.sqlite3'}"
    folder = tempfile.mkdtemp(prefix="marathon-rehearsal-")
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    return f"sqlite:///{folder}/marathon.sqlite3"


def _speed(text: str) -> float:
    """0 for "max"."""
    number = text.strip().lstrip("×x")
    if number == "max":
        return 0.0
    if not number.isdecimal() or int(number) == 0:
        stop(f"--speed takes max or a factor such as ×60, not {text!r}")
    return float(number)


def _faults(name: str | None, seed: int) -> Faults | None:
    if name is None:
        return None
    if name not in FAULT_PROFILES:
        stop(f"--faults takes one of {', '.join(FAULT_PROFILES)}, not {name!r}")
    return replace(FAULT_PROFILES[name], seed=seed)


def _address() -> str:
    """What certificates name as their verification page: where `marathon web` would serve the rehearsal's database."""
    return invocation().settings().address


async def _run(plan: Plan, report: Path | None) -> Summary:
    opens, _ = opening(plan.programme)
    progress = Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeElapsedColumn(),
        console=errors,
    )  # fmt: skip
    last = plan.programme.sessions[-1]
    end = last.wall + last.duration
    days = max(1, (end.date() - opens.date()).days + 1)
    with progress:
        task = progress.add_task("announcement", total=days)

        def passed(moment: datetime) -> None:
            day = (moment.date() - opens.date()).days
            progress.update(task, completed=min(day, days), description=f"{moment:%d %b %Y}")

        try:
            async with raise_curtain(plan) as show:
                summary = await rehearse(show, passed=passed)
                if report is not None:
                    await write_report(report, show, summary)
                    progress.update(task, completed=days, description="certificates")
                    await certify(show, report, address=_address())
        except (RehearsalError, NotCertifiedError) as error:
            stop(str(error))
        progress.update(task, completed=days)
    return summary


def _table(summary: Summary) -> Table:
    table = Table(title=f"{summary.marathon}: {summary.participants} participants, {len(summary.countries)} countries")
    for column in ("Session", "Time", "Reminders sent", "Present"):
        table.add_column(column, justify="left" if column in ("Session", "Time") else "right")
    for line in summary.sessions:
        table.add_row(f"{line.label}. {line.title}", line.start, str(line.reminders), str(line.present))
    table.add_section()
    counts = summary.deliveries
    table.add_row("Deliveries", f"{counts.sent} of {counts.due} seen", f"lost {counts.lost}", f"twice {counts.doubled}")
    clicks = summary.check_ins
    table.add_row("Check-ins", f"{clicks.answered} of {clicks.clicked} answered", "", f"kept {clicks.kept}")
    for status, count in summary.completion.items():
        table.add_row("Completion", status, "", str(count))
    table.add_row("Rehearsed in", f"{summary.wall_seconds:.1f} s", "", "")
    return table
