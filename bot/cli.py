"""The operator's door: `marathon …`. The commands live in ``bot/commandline``, one file a noun."""

import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import typer

from bot.commandline import (
    application_decisions,
    applications,
    attendance,
    attendance_imports,
    attendance_records,
    audit,
    certificates,
    completion,
    database,
    doctor,
    journal,
    programme,
    programme_commands,
    rehearse,
    reminders,
    run,
    scores,
    session_changes,
    setup,
)
from bot.commandline.failures import output
from bot.commandline.invocation import Database, Debug, Invocation, MarathonKey, OperatorName, begin, take_part

REGISTER: tuple[Callable[[typer.Typer], None], ...] = (
    rehearse.register,
    run.register,
    setup.register,
    programme.register,
    programme_commands.register,
    session_changes.register,
    reminders.register,
    applications.register,
    application_decisions.register,
    attendance.register,
    attendance_imports.register,
    attendance_records.register,
    audit.register,
    completion.register,
    certificates.register,
    scores.register,
    doctor.register,
    database.register,
    journal.register,
)
"""What adds commands, in the order in which `marathon --help` shows them."""

HELP = """Runs multi-week virtual training marathons in Discord.

Try it here, without Discord:  [bold]marathon rehearse[/bold]
Look at your programme file:   [bold]marathon check FILE[/bold]
Run it on a real server:       [bold]marathon doctor[/bold] says what is still missing, then [bold]marathon run[/bold]

Settings come from MARATHON_… environment variables and from the file marathon.toml in the working folder.
"""


def installed_version() -> str:
    try:
        return version("marathon-bot")
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "(not installed)"


def _show_version(wanted: bool) -> None:
    if wanted:
        output.print(f"marathon {installed_version()}, Python {sys.version.split()[0]}", markup=False)
        raise typer.Exit


def build() -> typer.Typer:
    """The whole command line."""
    app = typer.Typer(
        name="marathon",
        help=HELP,
        no_args_is_help=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )

    @app.callback()
    def marathon(
        database: Database = None,
        marathon: MarathonKey = None,
        operator: OperatorName = None,
        debug: Debug = False,
        version: bool = typer.Option(
            False, "--version", callback=_show_version, is_eager=True, help="Show the version and end."
        ),
    ) -> None:
        begin(Invocation(database=database, marathon=marathon, operator=operator, debug=debug))

    for register in REGISTER:
        register(app)
    take_part(app)
    return app


def main() -> None:
    """`marathon …`; ends the process with 0, 1 (could not be done), 2 (not understood) or 130 (interrupted)."""
    build()(prog_name="marathon")


if __name__ == "__main__":
    main()
