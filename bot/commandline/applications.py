"""`marathon applications …`: taken in from a web form, selected, listed, counted, exported."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.application_lines import DEFAULT_FIELDS, FIELDS, as_csv, facts_of
from bot.clock import SystemClock
from bot.commandline.failures import errors, output, stop
from bot.commandline.invocation import group_of, invocation, open_store, refuse
from bot.commandline.programme_commands import find_marathon
from bot.commandline.progress import bar
from bot.countries import income_groups, known_countries, who_regions
from bot.refusals import explain
from bot.wording import FALLBACK, Wording
from config.texts import catalogue
from sessions.domain.applications import ApplicationStatus
from sessions.domain.programme import Marathon
from sessions.domain.proposal_documents import to_document
from sessions.domain.proposals import Proposal, Share
from sessions.domain.refusals import Refusal
from sessions.domain.regions import shares_by_region
from sessions.imports import tables
from sessions.imports.application_columns import Column, ColumnMapping, UnknownHeading, map_columns
from sessions.imports.application_file import ApplicationFile, Form, headings_of, read_applications
from sessions.services import application_imports, application_lists, selection
from sessions.services.application_imports import Imported
from sessions.services.application_lists import Line
from sessions.services.selection import Proposed
from sessions.storage.store import Store

Json = Annotated[bool, typer.Option("--json", help="Print it for a script.")]
_SHOWN_PROBLEMS = 20


def register(app: typer.Typer) -> None:
    group = group_of(app, "applications", about="Applications: take them in, select, list, count, export.")
    group.command("import")(import_)
    group.command("select")(select)
    group.command("list")(list_)
    group.command("export")(export)
    group.command("stats")(stats)


async def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="CSV or XLSX.")],
    column: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="FIELD=HEADING", help="What a column holds, over what is guessed."),
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Only show columns and problems; write nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before writing.")] = False,
    as_json: Json = False,
) -> None:
    """Take applications from the export of a web form.

    Shows first which column was taken for what. Rows that cannot be taken are named with their lines; the others are
    taken in one go. The same file twice changes nothing.
    """
    async with open_store() as store:
        marathon = await find_marathon(store)
        read, mapping = _read(file, column or [], marathon)
        _show_mapping(mapping)
        _show_problems(read)
        done = Imported(new=(), already=())
        if not preview and read.rows:
            if not yes:
                typer.confirm(f"Take in {len(read.rows):,} applications?", abort=True, err=True)
            done = await _take(store, marathon, read)
    if as_json:
        problems = [{"line": one.line, "problems": [_sentence(why) for why in one.refusals]} for one in read.problems]
        columns = {name.value: mapping.headings[place] for name, place in mapping.columns.items()}
        facts = {"columns": columns, "unknown": list(mapping.unknown), "readable": len(read.rows)}
        output.print_json(data={**facts, "new": len(done.new), "already": list(done.already), "problems": problems})
        return
    told = f"{len(read.rows):,} rows can be taken, {len(read.problems):,} cannot."
    if not preview:
        told += f" {len(done.new):,} applications are new, {len(done.already):,} were there already."
    output.print(told, markup=False)


async def _take(store: Store, marathon: Marathon, read: ApplicationFile) -> Imported:
    with bar("Taking in") as step:
        done = await application_imports.import_rows(
            store,
            marathon_id=marathon.id,
            rows=read.rows,
            now=SystemClock().now(),
            actor=invocation().actor(),
            progress=step,
        )
    return done if isinstance(done, Imported) else refuse(done)


def _read(file: Path, columns: Sequence[str], marathon: Marathon) -> tuple[ApplicationFile, ColumnMapping]:
    if file.stat().st_size > tables.MAXIMUM_BYTES:
        stop(f"{file.name} is too large: {file.stat().st_size:,} bytes, at most {tables.MAXIMUM_BYTES:,}.")
    table = tables.read_table(file.read_bytes(), name=file.name)
    if isinstance(table, tables.TableProblem):
        where = "" if table.line is None else f", line {table.line}"
        stop(f"{file.name} cannot be read: {table.fault.value}{where}.")
    mapping = map_columns(headings_of(table), _overrides(columns))
    if isinstance(mapping, UnknownHeading):
        stop(f"“{mapping.given}” is not there. There are: {', '.join(mapping.known)}.", code=2)
    if mapping.missing:
        missing = ", ".join(mapping.missing)
        stop(
            f'No column was recognised for: {missing}. Say which, as in --column "{mapping.missing[0]}=HEADING".'
            f" The headings are: {', '.join(mapping.headings)}.",
            code=2,
        )
    programme = marathon.programme
    form = Form(
        countries=known_countries(),
        languages=tuple(dict.fromkeys([programme.language, "en", "fr", "es", "pt", "ru", "ar", "zh"])),
        zone=programme.zone,
        cohorts=tuple(cohort.key for cohort in programme.cohorts),
    )
    return read_applications(table, mapping, form), mapping


def _overrides(columns: Sequence[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for given in columns:
        name, separator, heading = given.partition("=")
        if not separator:
            stop(f"--column {given!r}: write FIELD=HEADING, with one of {', '.join(Column)}.", code=2)
        chosen[name.strip()] = heading.strip()
    return chosen


def _show_mapping(mapping: ColumnMapping) -> None:
    table = Table("Field", "Column", box=None, pad_edge=False)
    for name, place in mapping.columns.items():
        table.add_row(name.value, _plain(mapping.headings[place]))
    errors.print(table)
    if mapping.unknown:
        errors.print(_plain(f"Not taken: {', '.join(mapping.unknown)}"))


def _show_problems(read: ApplicationFile) -> None:
    for one in read.problems[:_SHOWN_PROBLEMS]:
        errors.print(_plain(f"line {one.line}: {' '.join(_sentence(why) for why in one.refusals)}"))
    if len(read.problems) > _SHOWN_PROBLEMS:
        errors.print(f"… and {len(read.problems) - _SHOWN_PROBLEMS:,} more; --json lists all.")


async def select(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be proposed; keep nothing.")] = False,
    seed: Annotated[str | None, typer.Option("--seed", help="The lot's seed, over the programme's.")] = None,
    as_json: Json = False,
) -> None:
    """Propose who gets the places, with the reasons for each applicant.

    The proposal is kept under a number. Nobody is told anything before an organiser approves it.
    """
    async with open_store() as store:
        marathon = await find_marathon(store)
        try:
            number, proposal = await _propose(store, marathon, seed, dry_run=dry_run)
        except ValueError:
            stop("The programme draws a lot and names no seed. Publish one and give it with --seed.", code=2)
    if as_json:
        by_region = [asdict(one) for one in shares_by_region(proposal.by_country, who_regions())]
        facts = {"number": number, "marathon": marathon.key, "by_region": by_region}
        output.print_json(data={**facts, **to_document(proposal)})
        return
    _show_proposal(proposal)
    kept = "Nothing was kept." if number is None else f"Kept as proposal {number}. Nobody has been told."
    output.print(f"{len(proposal.chosen):,} of {len(proposal.outcomes):,} applications get a place. {kept}")


async def _propose(store: Store, marathon: Marathon, seed: str | None, *, dry_run: bool) -> tuple[int | None, Proposal]:
    incomes = income_groups()
    if dry_run:
        return None, await selection.preview(store, marathon_id=marathon.id, incomes=incomes, seed=seed)
    now, actor = SystemClock().now(), invocation().actor()
    made = await selection.propose(store, marathon_id=marathon.id, now=now, actor=actor, incomes=incomes, seed=seed)
    return (made.number, made.proposal) if isinstance(made, Proposed) else refuse(made)


def _show_proposal(proposal: Proposal) -> None:
    regions = shares_by_region(proposal.by_country, who_regions())
    for title, shares in (
        ("WHO region", [replace(one, name=_say(f"region-{one.name}")) for one in regions]),
        ("Income group", proposal.by_income),
        ("Kind", proposal.by_kind),
        ("Country", proposal.by_country),
    ):
        output.print(_share_table(title, shares))
    for quota in proposal.quotas:
        of = "" if quota.of is None else f" ({quota.of})"
        output.print(f"{quota.code.value}{of}: {quota.reached:,} of {quota.needed:,} needed", markup=False)


def _share_table(title: str, shares: Sequence[Share]) -> Table:
    table = Table(title, "Applied", "Place", box=None, pad_edge=False)
    for share in shares[:30]:
        table.add_row(share.name, f"{share.applied:,}", f"{share.chosen:,}")
    return table


async def list_(
    status: Annotated[ApplicationStatus | None, typer.Option("--status", help="Only these.")] = None,
    as_json: Json = False,
) -> None:
    """List the applications: number, status, who, from where, and what to look at."""
    lines = [line for line in await _lines() if status in (None, line.status)]
    if as_json:
        output.print_json(data=[facts_of(line) for line in lines])
        return
    if not lines:
        output.print("There are no such applications.")
        return
    table = Table("No.", "Status", "Rank", "Name", "Organisation", "Country", "Income", "Applied (UTC)", "Notes")
    for line in lines:
        note = f"same e-mail as {', '.join(map(str, line.same_email))}" if line.same_email else ""
        rank = "" if line.waiting_rank is None else str(line.waiting_rank)
        who = [line.name or "", line.organisation or "", line.country, line.income.value]
        cells = [str(line.number), line.status.value, rank, *who, f"{line.applied:%Y-%m-%d %H:%M}", note]
        table.add_row(*map(_plain, cells))
    output.print(table)


async def export(
    field: Annotated[
        list[str] | None,
        typer.Option("--field", help="Only these, in this order. Names, addresses and organisations only when asked."),
    ] = None,
    status: Annotated[ApplicationStatus | None, typer.Option("--status", help="Only these.")] = None,
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", help="Default: standard output.")] = None,
) -> None:
    """Write the applications as CSV (UTF-8), with the fields asked for and no others.

    Cells that a spreadsheet would run as formulas are disarmed with an apostrophe.
    """
    wanted = tuple(field or DEFAULT_FIELDS)
    unknown = [name for name in wanted if name not in FIELDS]
    if unknown:
        stop(f"There is no field {', '.join(unknown)}. There are: {', '.join(FIELDS)}.", code=2)
    lines = [line for line in await _lines() if status in (None, line.status)]
    written = as_csv(lines, wanted)
    if to is None:
        typer.echo(written, nl=False)
        return
    to.write_text(written, encoding="utf-8-sig", newline="")
    errors.print(_plain(f"{len(lines):,} applications written to {to}."))


async def stats(as_json: Json = False) -> None:
    """Count the applications by status, WHO region, income group, kind, function, gender and country."""
    figures = application_lists.count(await _lines(), who_regions())
    if as_json:
        output.print_json(data=asdict(figures))
        return
    output.print(f"{figures.applications:,} applications")
    for title, counts in (
        ("Status", figures.by_status),
        ("WHO region", {_say(f"region-{name}"): number for name, number in figures.by_region.items()}),
        ("Income group", figures.by_income),
        ("Kind", figures.by_kind),
        ("Function", figures.by_function),
        ("Gender", figures.by_gender),
        ("Country", figures.by_country),
    ):
        output.print(_count_table(title, counts))


def _count_table(title: str, counts: Mapping[str, int]) -> Table:
    table = Table(title, "Applications", box=None, pad_edge=False)
    for name, number in counts.items():
        table.add_row(name, f"{number:,}")
    return table


async def _lines() -> tuple[Line, ...]:
    async with open_store(migrate=False) as store:
        marathon = await find_marathon(store)
        return await application_lists.every(store, marathon_id=marathon.id, incomes=income_groups())


def _sentence(refusal: Refusal) -> str:
    return explain(refusal, Wording(catalogue), FALLBACK, show=lambda moment: f"{moment:%Y-%m-%d %H:%M} UTC")


def _say(key: str) -> str:
    return Wording(catalogue).text(key, FALLBACK)


def _plain(text: str) -> Text:
    return Text("".join(character if character.isprintable() else " " for character in text))
