"""`marathon attendance show`, `missing`, `mark`, `withdraw`, `review`, `decide`, `export`: who was there, and why."""

import re
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.attendance_table import rows_of, write_csv, write_xlsx
from bot.clock import SystemClock
from bot.commandline.attendance_imports import Reason
from bot.commandline.failures import errors, output, stop
from bot.commandline.invocation import group_of, invocation, open_store, refuse
from bot.commandline.programme_commands import find_marathon
from bot.verdict_reasons import explain_attendance
from bot.wording import FALLBACK, Wording
from config.texts import catalogue
from sessions.domain.attendance import Verdict
from sessions.services import attendance, attendance_reviews, attendance_statements, standing
from sessions.services.attendance import Attendee, SessionAttendance
from sessions.services.attendance_reviews import Answer, Settled
from sessions.services.attendance_statements import Stated, Withdrawn

Json = Annotated[bool, typer.Option("--json", help="Print it for a script.")]
Number = Annotated[int, typer.Argument(metavar="SESSION", min=1, max=99, help="The session's number.")]


class Stateable(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"


def register(app: typer.Typer) -> None:
    group = group_of(app, "attendance", about="Who was there: meeting reports in, attendance out.")
    group.command("show")(show)
    group.command("missing")(missing)
    group.command("mark")(mark)
    group.command("withdraw")(withdraw)
    group.command("review")(review)
    group.command("decide")(decide)
    group.command("export")(export)


async def show(session: Number, as_json: Json = False) -> None:
    """Show who was in a session, with the minutes, the verdict and why."""
    _print(await _attendees(session), as_json=as_json)


async def missing(session: Number, as_json: Json = False) -> None:
    """Show who is neither present nor excused in a session, and why."""
    there = (Verdict.PRESENT, Verdict.EXCUSED)
    _print([one for one in await _attendees(session) if one.attendance.verdict not in there], as_json=as_json)


async def _attendees(number: int) -> list[Attendee]:
    async with open_store(migrate=False) as store:
        marathon = await find_marathon(store)
        found = await attendance.show(store, marathon.id, number, now=SystemClock().now())
    if not isinstance(found, SessionAttendance):
        refuse(found)
    return list(found.attendees)


def _print(people: list[Attendee], *, as_json: bool) -> None:
    if as_json:
        output.print_json(
            data=[
                {
                    "person": one.place.person_id,
                    "name": one.name,
                    "seconds": one.attendance.seconds,
                    "verdict": one.attendance.verdict.value,
                    "why": _why(one),
                    "announced": None if one.announced is None else one.announced.isoformat(),
                }
                for one in people
            ]
        )
        return
    if not people:
        errors.print("Nobody.")
        return
    table = Table("No.", "Name", "Minutes", "Why (UTC)")
    for one in people:
        cells = [str(one.place.person_id), one.name or "", str(one.attendance.seconds // 60), _why(one)]
        table.add_row(*map(_plain, cells))
    output.print(table)


def _why(one: Attendee) -> str:
    wording = Wording(catalogue)
    why = explain_attendance(one.attendance, wording, FALLBACK, show=_clock)
    if one.announced is None:
        return why
    told = wording.text("attendance-announced", FALLBACK, at=f"{one.announced:%Y-%m-%d %H:%M}")
    return f"{why}\n{told}" if why else told


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


async def mark(
    session: Number,
    verdict: Annotated[Stateable, typer.Argument(help="What you state.")],
    people: Annotated[list[str], typer.Argument(metavar="PERSON…", help="Number, e-mail address or exact name.")],
    reason: Reason,
) -> None:
    """State that people were present, absent or excused. All of them or nobody: a name not found stops it."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        done = await attendance_statements.mark(
            store,
            marathon.id,
            number=session,
            people=[one for text in people for one in re.split(r"[\n,;]", text)],
            verdict=Verdict(verdict),
            reason=reason,
            actor=invocation().actor(),
            now=SystemClock().now(),
        )
    if not isinstance(done, Stated):
        refuse(done)
    numbers = ", ".join(map(str, done.evidence))
    output.print(f"{len(done.persons)} stated {verdict} in session {session}; evidence {numbers}.", markup=False)


async def withdraw(
    evidence: Annotated[int, typer.Argument(metavar="EVIDENCE", help="Its number.")], reason: Reason
) -> None:
    """Take back one piece of evidence. It stays in the record, with the withdrawal and its reason."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        done = await attendance_statements.withdraw(
            store, marathon.id, number=evidence, reason=reason, actor=invocation().actor(), now=SystemClock().now()
        )
    if not isinstance(done, Withdrawn):
        refuse(done)
    output.print(f"Evidence {evidence} is withdrawn, by evidence {done.number}.", markup=False)


async def review(as_json: Json = False) -> None:
    """List rows of reports that name nobody without doubt, with who may be meant."""
    async with open_store(migrate=False) as store:
        marathon = await find_marathon(store)
        questions = await attendance_reviews.queue(store, marathon.id)
    if as_json:
        output.print_json(
            data=[
                {
                    "number": one.item.id,
                    "session": one.session.number,
                    "name": one.item.name,
                    "email": one.item.email,
                    "reason": one.item.code,
                    "suggestions": [person.person_id for person in one.suggestions],
                }
                for one in questions
            ]
        )
        return
    table = Table("No.", "Session", "Name", "E-mail", "Why", "Perhaps")
    for one in questions:
        perhaps = ", ".join(f"{person.person_id} {person.name or ''}" for person in one.suggestions)
        cells = [str(one.item.id), str(one.session.number), one.item.name, one.item.email or "", one.item.code, perhaps]
        table.add_row(*map(_plain, cells))
    output.print(table)


async def decide(
    number: Annotated[int, typer.Argument(metavar="NO", help="As `review` lists it.")],
    answer: Annotated[Answer, typer.Argument(help="credit PERSON, nobody, or staff.")],
    person: Annotated[str | None, typer.Argument(help="Whom to credit: number, e-mail address or exact name.")] = None,
) -> None:
    """Say whose rows these are. The answer holds for later files, unless the name is only a device's."""
    if answer is Answer.CREDIT and not person:
        stop("Say whom to credit.", code=2)
    async with open_store() as store:
        marathon = await find_marathon(store)
        done = await attendance_reviews.decide(
            store,
            marathon.id,
            number=number,
            answer=answer,
            person=person,
            actor=invocation().actor(),
            now=SystemClock().now(),
        )
    if not isinstance(done, Settled):
        refuse(done)
    held = "This holds for later files too." if done.remembered else "Later files will ask again."
    output.print(f"Question {number} is settled; {done.kept} rows recorded. {held}", markup=False)


async def export(
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="A .csv or .xlsx file.")],
) -> None:
    """Write everybody's attendance in every session, with reasons. Formulas are disarmed."""
    if to.suffix.lower() not in (".csv", ".xlsx"):
        stop(f"{to.name} must end in .csv or .xlsx.", code=2)
    async with open_store(migrate=False) as store:
        marathon = await find_marathon(store)
        _, people = await standing.everyone(store, marathon.id, now=SystemClock().now())
    rows = rows_of(people, Wording(catalogue))
    to.write_bytes(write_csv(rows) if to.suffix.lower() == ".csv" else write_xlsx(rows))
    errors.print(f"{len(rows):,} lines written to {to}.", markup=False)


def _plain(text: str) -> Text:
    return Text("".join(character if character.isprintable() else " " for character in text))
