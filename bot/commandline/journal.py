"""`marathon journal …`: the record of every change, and whether it still agrees with itself."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.commandline.failures import output, stop
from bot.commandline.invocation import group_of, invocation, open_store
from bot.commandline.progress import bar
from sessions.storage.copies import read_head
from sessions.storage.journal_pages import Line, read_page
from sessions.storage.verification import Disagreement
from sessions.storage.witnesses import Witness, verify_beside

Json = Annotated[bool, typer.Option("--json", help="Print it for a script.")]


def register(app: typer.Typer) -> None:
    group = group_of(app, "journal", about="The record of every change: read it, or prove it whole.")
    group.command("verify")(check)
    group.command("show")(show)


async def check(
    heads: Annotated[
        list[str] | None,
        typer.Option("--head", metavar="HASH", help="A head written down earlier: its entry must be there still."),
    ] = None,
    backups: Annotated[
        list[Path] | None,
        typer.Option("--backup", metavar="FILE", help="A backup: the journal must go on where it ends."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Walk the whole journal and hold every record against it.

    Finds a row that was edited, added or deleted behind Marathon's back, and an entry that was altered or removed.
    Ends with 1 and names the first disagreement. That the end was cut off is found by what was written down
    elsewhere: the head that organisers are told each night (--head), or a backup (--backup).
    """
    witnesses = _witnesses(heads or [], backups or [])

    async with open_store(migrate=False) as store:
        with bar("Verifying") as step:
            found = await store.read(lambda connection: verify_beside(connection, witnesses, step))
    if isinstance(found, Disagreement):
        if as_json:
            fault = {"fault": found.fault, "entry": found.entry, "table": found.table, "row": found.row}
            output.print_json(data={"verified": False, **fault, "witness": found.witness})
        stop(found.sentence)
    if as_json:
        facts = {"entries": found.entries, "rows": found.rows, "erased": found.erased, "head": found.head}
        output.print_json(data={"verified": True, **facts})
        return
    output.print(f"The record agrees with its journal: {found.entries:,} entries, {found.rows:,} rows.")
    if found.erased:
        entries = ", ".join(str(entry) for entry in found.erased_by[:10]) + (" …" if len(found.erased_by) > 10 else "")
        output.print(f"Personal values that were rightly erased: {found.erased:,} (by entries {entries}).")
    if witnesses:
        output.print("Nothing is missing of what was written down elsewhere.")
    output.print(f"Head of the journal: {found.head}")


def _witnesses(heads: Sequence[str], backups: Sequence[Path]) -> tuple[Witness, ...]:
    """A head is the 64 characters that organisers read, however they were copied."""
    found = []
    for given in heads:
        head = given.strip().strip("`").casefold()
        if not re.fullmatch(r"[0-9a-f]{64}", head):
            stop(f"{given!r} is no head of a journal: it has 64 characters, 0 to 9 and a to f.")
        found.append(Witness(place="What was written down", hash=head))
    for path in backups:
        entry, head = read_head(path)
        found.append(Witness(place=f"The backup {path.name}", hash=head, entry=entry))
    return tuple(found)


async def show(
    last: Annotated[int, typer.Option("--last", min=1, max=10_000, help="How many entries.")] = 20,
    before: Annotated[int | None, typer.Option("--before", metavar="ENTRY", help="Only older ones.")] = None,
    subject: Annotated[
        str | None, typer.Option("--subject", metavar="SUBJECT", help="Only about this, such as session:3.")
    ] = None,
    verb: Annotated[
        str | None, typer.Option("--verb", metavar="VERB", help="Only this kind of change, such as session.moved.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show the journal's entries, the newest last: who, when (UTC), what, old value, new value, why."""
    async with open_store(migrate=False) as store:
        lines = await store.read(
            lambda connection: read_page(
                connection, last=last, before=before, marathon=invocation().marathon, subject=subject, verb=verb
            )
        )
    if as_json:
        for line in lines:
            output.print(json.dumps(_facts(line), ensure_ascii=False), markup=False)
        return
    if not lines:
        output.print("The journal has no such entries.")
        return
    for line in lines:
        output.print("\n".join(_sentences(line)), markup=False)


def _sentences(line: Line) -> list[str]:
    about = line.subject if line.marathon in (None, line.subject) else f"{line.marathon} {line.subject}"
    who = line.actor if line.actor_kind == "operator" else f"{line.actor_kind} {line.actor}"
    told = [f"{line.seq:>6}  {line.at:%Y-%m-%d %H:%M:%S} UTC  {line.verb}  {about}", f"        by {who}"]
    old, new = line.old or {}, line.new or {}
    for field in dict.fromkeys([*old, *new]):
        change = [_short(values[field]) for values in (old, new) if field in values]
        told.append(f"        {field}: {' → '.join(change) if field in new else f'{change[0]} → gone'}")
    return told if line.why is None else [*told, f"        why: {line.why}"]


def _short(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _facts(line: Line) -> dict[str, object]:
    return {
        "entry": line.seq,
        "at": line.at.isoformat(),
        "actor_kind": line.actor_kind,
        "actor": line.actor,
        "marathon": line.marathon,
        "verb": line.verb,
        "subject": line.subject,
        "old": line.old,
        "new": line.new,
        "why": line.why,
        "hash": line.hash,
    }
