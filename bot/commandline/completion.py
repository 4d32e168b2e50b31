"""`marathon completion …`: who completed, the list for approval, and the approval by somebody else."""

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.clock import SystemClock
from bot.commandline.failures import errors, output
from bot.commandline.invocation import group_of, invocation, open_store, refuse
from bot.commandline.programme_commands import find_marathon
from bot.completion import word_reasons
from bot.wording import FALLBACK, Wording
from config.texts import catalogue
from sessions.domain.approvals import Approval
from sessions.domain.cells import disarm
from sessions.domain.completion import CompletionStatus
from sessions.domain.open_questions import OpenQuestion
from sessions.services import approvals
from sessions.services.approvals import Preview
from sessions.services.standing import PersonStanding

Rule = Annotated[str | None, typer.Option("--rule", metavar="KEY", help="Which completion rule (default: the first).")]
Json = Annotated[bool, typer.Option("--json", help="Print it for a script.")]
COLUMNS = ("person", "name", "country", "rule", "status", "attended", "needed", "of", "left", "score", "survey")
"""Of the export; stable."""
NEAR = frozenset({CompletionStatus.AT_RISK})


def register(app: typer.Typer) -> None:
    group = group_of(app, "completion", about="Completion: who completed, and the approval of the list.")
    group.command("preview")(preview)
    group.command("prepare")(prepare)
    group.command("approve")(approve)
    group.command("export")(export)


async def preview(rule: Rule = None, as_json: Json = False) -> None:
    """Show who completed and who is near the line, as it is now. Writes nothing."""
    found = await _look(rule)
    if as_json:
        output.print_json(json.dumps(describe(found), ensure_ascii=False))
        return
    counts = Counter(person.completions[found.index].status for person in found.people)
    table = Table("Status", "Persons")
    for status in CompletionStatus:
        table.add_row(status.value, str(counts[status]))
    output.print(table)
    near = [person for person in found.people if person.completions[found.index].status in NEAR]
    for person in near[:50]:
        output.print(Text(f"{person.place.person_id} {person.name or ''}: {_why(person, found.index)}"))
    for question in found.questions[:50]:
        output.print(_say_question(question), markup=False)
    _show_last(found.last)


def _say_question(question: OpenQuestion) -> str:
    about = f"{question.kind.value.capitalize()} {question.number} is undecided"
    if question.person_id is None:
        return f"{about} and may be anybody's presence."
    return f"{about}: person {question.person_id} would be {question.after} instead of {question.before}."


async def prepare(rule: Rule = None) -> None:
    """Keep the list of those who completed, for somebody else to approve. Its number is the last word printed."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        made = await approvals.prepare(
            store, marathon_id=marathon.id, now=SystemClock().now(), actor=invocation().actor(), rule_key=rule
        )
    if not isinstance(made, Approval):
        refuse(made)
    output.print(f"{len(made.people)} persons completed. Hash of the list: {made.list_hash}", markup=False)
    output.print(f"Somebody else approves it, under their own name (--as NAME). Number: {made.number}", markup=False)


async def approve(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The list's number, as `prepare` printed it.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before approving.")] = False,
) -> None:
    """Approve a list that somebody else prepared (four eyes). Who you are says --as NAME."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        if not yes:
            typer.confirm(f"Approve list {number} of {marathon.key}?", abort=True, err=True)
        done = await approvals.approve(
            store, marathon_id=marathon.id, number=number, now=SystemClock().now(), actor=invocation().actor()
        )
    if not isinstance(done, Approval):
        refuse(done)
    output.print(f"Approved: list {done.number}, {len(done.people)} persons, hash {done.list_hash}", markup=False)


async def export(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="Where to; default: standard output.")] = None,
    rule: Rule = None,
    as_json: Json = False,
) -> None:
    """Everybody's status for another system: CSV, or JSON with --json."""
    found = await _look(rule)
    text = json.dumps(describe(found), ensure_ascii=False, indent=2) if as_json else _as_csv(found)
    if file is None:
        typer.echo(text)
    else:
        file.write_text(text, encoding="utf-8" if as_json else "utf-8-sig", newline="")
        errors.print(f"{len(found.people)} persons in {file}", markup=False)


async def _look(rule: str | None) -> Preview:
    async with open_store(migrate=False) as store:
        marathon = await find_marathon(store)
        found = await approvals.preview(store, marathon_id=marathon.id, now=SystemClock().now(), rule_key=rule)
    return found if isinstance(found, Preview) else refuse(found)


def describe(found: Preview) -> dict[str, object]:
    """The contract of ``--json``: names are stable and moments are UTC."""
    return {
        "marathon": found.marathon.key,
        "rule": found.present.rule.key,
        "rule_version": found.present.rule_version,
        "list_hash": found.present.hash,
        "complete": len(found.present.people),
        "undecided": [
            {
                "kind": one.kind.value,
                "number": one.number,
                "person": one.person_id,
                "before": one.before and one.before.value,
                "after": one.after and one.after.value,
            }
            for one in found.questions
        ],
        "people": [line(person, found) for person in found.people],
    }


def line(person: PersonStanding, found: Preview) -> dict[str, object]:
    """One person's status, by the names in ``COLUMNS``."""
    completion = person.completions[found.index]
    counted = completion.sessions
    return {
        "person": person.place.person_id,
        "name": person.name or "",
        "country": person.place.country,
        "rule": completion.rule_key,
        "status": completion.status.value,
        "attended": counted.attended,
        "needed": counted.needed,
        "of": counted.of,
        "left": counted.left,
        "score": None if completion.assessment is None else completion.assessment.best,
        "survey": completion.survey_done,
    }


def _as_csv(found: Preview) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for person in found.people:
        cells = line(person, found)
        writer.writerow(["" if cells[name] is None else disarm(str(cells[name])) for name in COLUMNS])
    return text.getvalue()


def _why(person: PersonStanding, index: int) -> str:
    sentences = word_reasons(
        person.completions[index].reasons,
        wording=Wording(catalogue),
        language=FALLBACK,
        show=lambda moment: f"{moment:%Y-%m-%d %H:%M} UTC",
    )
    return " ".join(sentences)


def _show_last(last: Approval | None) -> None:
    if last is None:
        output.print("No list was prepared yet.", markup=False)
    elif last.fallen is not None:
        output.print(f"List {last.number} fell: the evidence changed after it was prepared.", markup=False)
    elif last.approved_by is not None:
        output.print(f"List {last.number} was approved by {last.approved_by.id}.", markup=False)
    else:
        output.print(f"List {last.number}, prepared by {last.prepared_by.id}, waits for approval.", markup=False)
