"""`marathon backup`, `marathon restore`, `marathon database info`: the file that holds everything."""

from pathlib import Path
from typing import Annotated

import typer
from rich.filesize import decimal
from rich.table import Table

from bot.clock import SystemClock
from bot.commandline.failures import output, stop
from bot.commandline.invocation import group_of, invocation, open_store
from bot.commandline.progress import bar
from config.settings import cover_password
from sessions.storage import copies
from sessions.storage.figures import read_figures
from sessions.storage.store import Entry, Transaction

Json = Annotated[bool, typer.Option("--json", help="Print it for a script.")]


def register(app: typer.Typer) -> None:
    group_of(app, "database", about="The database: what it holds, and where.").command("info")(info)
    app.command("backup")(back_up)
    app.command("restore")(restore)


def back_up(
    target: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Where to; default: beside it, dated.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Copy the database to a file while the bot runs; the copy is checked, and whole or not there at all."""
    url = invocation().settings().database_url
    source = copies.file_of(url)
    if target is None:
        stamp = SystemClock().now().strftime("%Y-%m-%dT%H%M%SZ")
        target = source.with_name(f"{source.stem}.{stamp}{source.suffix}")
    elif target.is_dir():
        stop(f"{target} is a folder: name the file that the copy shall become.")
    with bar("Copying") as step:
        copy = copies.back_up(url, target, step)
    if as_json:
        facts = {"file": str(copy.path), "bytes": copy.size, "sha256": copy.digest, "revision": copy.revision}
        output.print_json(data={**facts, "entries": copy.entries, "head": copy.head})
        return
    output.print(f"Backed up to {copy.path} ({decimal(copy.size)}, journal up to entry {copy.entries:,}).")
    output.print(f"SHA-256 {copy.digest}")


async def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `marathon backup` made.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Put a backup in the database's place. Stop the bot first. What was there is kept beside it."""
    url = invocation().settings().database_url
    target = copies.file_of(url)
    if not yes and target.exists():
        typer.confirm(f"Put {source} in the place of {target}?", abort=True, err=True)
    now = SystemClock().now()
    with bar("Restoring") as step:
        copy, former = copies.restore(source, url, kept=f"before-restore-{now:%Y-%m-%dT%H%M%SZ}", progress=step)
    entry = Entry(
        actor=invocation().actor(),
        at=now,
        marathon=None,
        verb="database.restored",
        subject="database",
        new={"file": source.name, "sha256": copy.digest, "entries": copy.entries, "head": copy.head},
    )
    async with open_store() as store:
        await store.write(lambda transaction: _note(transaction, entry))
    output.print(f"Restored {target} from {source}: the journal goes on after entry {copy.entries:,}.")
    if former.exists():
        output.print(f"The former database is kept as {former}.")


async def _note(transaction: Transaction, entry: Entry) -> None:
    transaction.record(entry)


async def info(as_json: Json = False) -> None:
    """Say where the database is, its revision, and how much it holds."""
    async with open_store(migrate=False) as store:
        figures = await store.read(read_figures)
        size = store.address.path.stat().st_size if store.address.path else None
    url = cover_password(invocation().settings().database_url)
    if as_json:
        facts = {"database": url, "bytes": size, "revision": figures.revision, "entries": figures.entries}
        keys = [home.marathon for home in figures.homes]
        output.print_json(data={**facts, "head": figures.head, "marathons": keys, "rows": dict(figures.rows)})
        return
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_row("database", url)
    if size is not None:
        table.add_row("size", decimal(size))
    table.add_row("revision", figures.revision)
    table.add_row("marathons", ", ".join(home.marathon for home in figures.homes) or "none yet")
    for name, count in figures.rows.items():
        if count:
            table.add_row(name.replace("_", " "), f"{count:,}")
    table.add_row("journal's head", f"entry {figures.entries:,}, {figures.head}")
    output.print(table)
