"""`marathon database copy`: an installation moves to another database."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot.app.server_key import beside
from bot.commandline.failures import output, stop
from bot.commandline.invocation import group_of
from bot.commandline.progress import bar
from config.settings import cover_password
from sessions.storage import moving
from sessions.storage.engine import read_address
from sessions.storage.moving import Moved

DATABASE = "a path, sqlite:///FILE or postgresql://USER@HOST/NAME"


def register(app: typer.Typer) -> None:
    group_of(app, "database", about="The database: what it holds, and where.").command("copy")(copy)


async def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help=f"The database that is in use: {DATABASE}.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="An empty one, written in the same way.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print it for a script.")] = False,
) -> None:
    """Copy everything into another, empty database: from SQLite to PostgreSQL, or back.

    The copy is counted table by table and its journal walked before it is kept: all of it, or nothing.

    FROM is not changed. A TO that holds anything is refused.

    \b
    1. Stop the bot:       systemctl stop marathon
    2. An empty database:  createdb marathon
    3. Copy:               marathon database copy marathon.sqlite3 \\
                           postgresql://marathon@localhost/marathon
    4. Lead there:         set MARATHON_DATABASE_URL to it
                           and MARATHON_SERVER_KEY_FILE to marathon.sqlite3.key
    5. Start it and look:  marathon doctor
    """
    path = read_address(source).path
    if path is not None and not path.exists():
        stop(f"There is no database {path} to copy.")
    with bar("Copying") as step:
        moved = await moving.copy(source, target, step)
    if as_json:
        facts = {"rows": dict(moved.rows), "entries": moved.verified.entries, "head": moved.verified.head}
        output.print_json(data={**facts, "late": moved.late})
    else:
        _show(moved, target, key=None if path is None else beside(path))
    if moved.late:
        stop(
            f"{moved.late} more journal entries were written to FROM meanwhile and are not in the copy: "
            "stop the bot, and copy again into an empty database."
        )


def _show(moved: Moved, target: str, *, key: Path | None) -> None:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, count in moved.rows.items():
        if count:
            table.add_row(name.replace("_", " "), f"{count:,}")
    output.print(table)
    rows = sum(moved.rows.values())
    output.print(f"Copied {rows:,} rows to {cover_password(target)}; as many as before in every table.", markup=False)
    output.print(f"Its journal is whole: {moved.verified.entries:,} entries, head {moved.verified.head}", markup=False)
    if key is not None and key.exists():
        output.print(f"Keep {key}: name it by MARATHON_SERVER_KEY_FILE, or every secret link ends.", markup=False)
