"""The operator's door: `marathon …`. The commands live in ``bot/commandline``, one file a noun."""

import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

import typer

from bot.commandline.failures import output
from bot.commandline.invocation import Database, Debug, Invocation, MarathonKey, OperatorName, begin, take_part

NOUNS: Mapping[str, tuple[str, ...]] = {
    "rehearse": ("rehearse",),
    "run": ("run", "bot", "web"),
    "setup": ("setup",),
    "programme": ("check",),
    "programme_commands": ("programme",),
    "session_changes": ("programme",),
    "reminders": ("reminders",),
    "applications": ("applications",),
    "application_decisions": ("applications",),
    "attendance": ("attendance",),
    "attendance_imports": ("attendance",),
    "attendance_records": ("attendance",),
    "audit": ("audit",),
    "completion": ("completion",),
    "certificates": ("certificates",),
    "scores": ("scores",),
    "doctor": ("doctor",),
    "database": ("database", "backup", "restore"),
    "database_copy": ("database",),
    "journal": ("journal",),
}
"""Files of ``bot/commandline`` that add commands, in the order in which `marathon --help` shows them, with the words
by which those are called. A call loads only the files that know its word: all of them together take two seconds."""

VALUED = frozenset({"--database", "--marathon", "--as"})
"""Options before the word that take a value."""

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


def word_of(arguments: Sequence[str]) -> str | None:
    """The command's first word; None where there is none, or help is asked for before it."""
    waiting = iter(arguments)
    for argument in waiting:
        if argument in ("--help", "-h"):
            return None
        if argument in VALUED:
            next(waiting, None)
        elif not argument.startswith("-"):
            return argument
    return None


def build(word: str | None = None) -> typer.Typer:
    """The command line: what ``word`` calls; the whole of it without one, or with one that nobody knows."""
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

    nouns = [noun for noun, words in NOUNS.items() if word in words] or list(NOUNS)
    for noun in nouns:
        importlib.import_module(f"bot.commandline.{noun}").register(app)
    take_part(app)
    return app


def main() -> None:
    """`marathon …`; ends the process with 0, 1 (could not be done), 2 (not understood) or 130 (interrupted)."""
    completing = "_MARATHON_COMPLETE" in os.environ
    build(None if completing else word_of(sys.argv[1:]))(prog_name="marathon")


if __name__ == "__main__":
    main()
