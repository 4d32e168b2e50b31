"""`marathon reminders preview|ledger|retry|send`: what will be said, what was said, what failed and why."""

import json
from datetime import timedelta
from typing import Annotated

import typer
from rich.table import Table

from bot.clock import SystemClock
from bot.commandline.failures import output
from bot.commandline.invocation import group_of, invocation, open_store, refuse
from bot.commandline.programme_commands import find_marathon
from bot.commandline.programme_source import Json
from sessions.domain.deliveries import Delivery
from sessions.domain.reminders import AudienceKind
from sessions.services import deliveries, extra_messages, reminders
from sessions.services.extra_messages import By, Extra, Preview, Queued


def register(app: typer.Typer) -> None:
    group = group_of(app, "reminders", about="What will be said, what was said, what failed and why.")
    group.command("preview")(preview)
    group.command("ledger")(ledger)
    group.command("retry")(retry)
    group.command("send")(send)


async def preview(
    days: Annotated[int, typer.Option("--days", min=1, max=400, help="How far ahead to look.")] = 7,
    as_json: Json = False,
) -> None:
    """Show what will be said in the coming days, when and to whom, as things stand. Times are UTC."""
    now = SystemClock().now()
    async with open_store() as store:
        marathon = await find_marathon(store)
        coming = await reminders.preview(store, marathon.id, now=now, until=now + timedelta(days=days))
    if as_json:
        found = [
            {
                "due": one.due.isoformat(),
                "subject": one.key.subject,
                "kind": one.key.kind,
                "audience": one.key.audience,
                "means": one.means.value,
                "useful_until": None if one.useful_until is None else one.useful_until.isoformat(),
            }
            for one in coming
        ]
        output.print_json(json.dumps({"marathon": marathon.key, "coming": found}))
        return
    if not coming:
        state = "" if marathon.announced else " It is not announced yet: `/setup` in Discord comes first."
        output.print(f"{marathon.key} has nothing to say in the next {days} days.{state}", markup=False)
        return
    table = Table("Due (UTC)", "What", "About", "To", "By", box=None, pad_edge=False)
    for one in coming:
        due = f"{one.due:%a %Y-%m-%d %H:%M}"
        table.add_row(due, one.key.kind, one.key.subject, one.key.audience, one.means.value)
    output.print(table)


async def ledger(
    count: Annotated[int, typer.Option("--count", min=1, max=10_000, help="How many of the newest to show.")] = 50,
    as_json: Json = False,
) -> None:
    """Show what was said, what failed and why, the newest first. Times are UTC."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        rows = await deliveries.ledger(store, marathon.id, limit=count)
    if as_json:
        output.print_json(json.dumps({"marathon": marathon.key, "deliveries": [_as_json(row) for row in rows]}))
        return
    if not rows:
        output.print(f"{marathon.key} has said nothing yet.", markup=False)
        return
    table = Table("No.", "Due (UTC)", "What", "About", "To", "State", "Tries", "Why", box=None, pad_edge=False)
    for row in rows:
        due, key = f"{row.due:%Y-%m-%d %H:%M}", row.key
        what = (str(row.id), due, key.kind, key.subject, key.audience)
        table.add_row(*what, row.state.value, str(row.tries), row.reason or "")
    output.print(table)


async def retry(number: Annotated[int, typer.Argument(metavar="NO", help="The number in the ledger.")]) -> None:
    """Try a failed delivery once more, its cause cured. The running bot sends it within a second."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        actor, now = invocation().actor(), SystemClock().now()
        found = await deliveries.retry(store, marathon.id, number, actor=actor, now=now)
    if not isinstance(found, Delivery):
        refuse(found)
    output.print(f"{found.key.kind} ({found.key.subject}) is due again.", markup=False)


def _as_json(row: Delivery) -> dict[str, object]:
    return {
        "number": row.id,
        "key": str(row.key),
        "due": row.due.isoformat(),
        "means": row.means.value,
        "state": row.state.value,
        "tries": row.tries,
        "finished": None if row.finished is None else row.finished.isoformat(),
        "message": None if row.message_id is None else str(row.message_id),
        "reason": row.reason,
    }


async def send(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to say.")],
    to: Annotated[AudienceKind, typer.Option("--to", help="To whom.")] = AudienceKind.EVERYONE,
    by: Annotated[By, typer.Option("--by", help="By one post, or to those who chose direct messages.")] = By.CHANNEL,
    cohort: Annotated[str | None, typer.Option("--cohort", help="With the audience cohort: its key.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking, as a script does.")] = False,
) -> None:
    """Say something extra, once. Shows first how many it reaches. The running bot sends it within a second."""
    extra = Extra(text=text.strip(), audience=to, by=by, cohort=cohort)
    actor = invocation().actor()
    async with open_store() as store:
        marathon = await find_marathon(store)
        seen = await extra_messages.preview(store, marathon.id, extra, actor=actor, now=SystemClock().now())
        if not isinstance(seen, Preview):
            refuse(seen)
        people = "one person" if seen.reaches == 1 else f"{seen.reaches:,} people"
        output.print(extra.text, markup=False)
        if not yes:
            typer.confirm(f"Say this to {people} of {marathon.key}?", abort=True, err=True)
        done = await extra_messages.send(store, marathon.id, extra, actor=actor, now=SystemClock().now())
    if not isinstance(done, Queued):
        refuse(done)
    output.print(f"It is on its way to {people}.", markup=False)
