"""`marathon applications …`: single decisions, approval, free places, letters to be sent by other means."""

import csv
import io
from pathlib import Path
from typing import Annotated

import typer

from bot.app.server_key import find_server_key
from bot.clock import SystemClock
from bot.commandline.failures import errors, output, stop
from bot.commandline.invocation import group_of, invocation, open_store, refuse
from bot.commandline.programme_commands import find_marathon
from bot.countries import income_groups
from bot.letters import write_letter
from bot.personal_links import PersonalLinks
from bot.wording import Wording
from config.texts import catalogue
from sessions.domain.applications import ApplicationEvent
from sessions.domain.cells import disarm
from sessions.services import capacity, letters, own_applications, places, selection
from sessions.services.capacity import Capacity
from sessions.services.places import InCohort, Settled
from sessions.services.selection import Approved, Decision
from sessions.storage.engine import read_address

Number = Annotated[int, typer.Argument(metavar="NUMBER", min=1, help="The application's number.")]
Proposal = Annotated[int, typer.Argument(metavar="PROPOSAL", min=1, help="The proposal's number.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it is kept.")]


def register(app: typer.Typer) -> None:
    group = group_of(app, "applications", about="Applications: take them in, select, list, count, export.")
    group.command("change")(change)
    group.command("approve")(approve)
    group.command("decide")(decide)
    group.command("cohort")(cohort)
    group.command("capacity")(change_capacity)
    group.command("offer")(offer)
    group.command("mail-merge")(mail_merge)


async def change(proposal: Proposal, number: Number, decision: Decision, reason: Reason) -> None:
    """Change one decision of a proposal before it is approved."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        outcome = await selection.change_decision(
            store,
            marathon_id=marathon.id,
            number=proposal,
            application_id=number,
            decision=decision,
            reason=reason,
            now=SystemClock().now(),
            actor=invocation().actor(),
        )
    if not isinstance(outcome, Decision):
        refuse(outcome)
    output.print(f"Application {number}: {outcome.value}, when proposal {proposal} is approved.")


async def approve(
    proposal: Proposal, yes: Annotated[bool, typer.Option("--yes", help="Do not ask before people are told.")] = False
) -> None:
    """Approve a proposal: places are offered, and people are told by the running bot."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        if not yes:
            typer.confirm(f"Approve proposal {proposal} of {marathon.key} and tell people?", abort=True, err=True)
        outcome = await selection.approve(
            store,
            marathon_id=marathon.id,
            number=proposal,
            now=SystemClock().now(),
            actor=invocation().actor(),
            incomes=income_groups(),
        )
    if not isinstance(outcome, Approved):
        refuse(outcome)
    deadline = f"{outcome.deadline:%Y-%m-%d %H:%M} UTC"
    output.print(
        f"{outcome.offered:,} are offered a place until {deadline}, {outcome.waiting:,} wait, "
        f"{outcome.rejected:,} are rejected."
    )


async def decide(
    number: Number,
    event: Annotated[ApplicationEvent, typer.Argument(metavar="EVENT", help="offer, admit, reject or reinstate.")],
    reason: Reason,
) -> None:
    """Decide on one application, against or beside the order of selection."""
    known = (ApplicationEvent.OFFER, ApplicationEvent.ADMIT, ApplicationEvent.REJECT, ApplicationEvent.REINSTATE)
    if event not in known:
        stop(f"An organiser decides one of: {', '.join(one.value for one in known)}.", code=2)
    async with open_store() as store:
        marathon = await find_marathon(store)
        outcome = await places.settle(
            store,
            marathon_id=marathon.id,
            application_id=number,
            event=event,
            reason=reason,
            now=SystemClock().now(),
            actor=invocation().actor(),
            incomes=income_groups(),
        )
    if not isinstance(outcome, Settled):
        refuse(outcome)
    output.print(f"Application {number}: {outcome.status.value}.")
    if outcome.offered:
        output.print(f"The place went to: {', '.join(map(str, outcome.offered))}.")


async def cohort(
    number: Number,
    group: Annotated[str, typer.Argument(metavar="GROUP", help="The key of the group, as the programme has it.")],
    reason: Reason,
) -> None:
    """Put an application into another group; the person is told by the running bot."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        outcome = await places.change_cohort(
            store,
            marathon_id=marathon.id,
            application_id=number,
            cohort=group,
            reason=reason,
            now=SystemClock().now(),
            actor=invocation().actor(),
            incomes=income_groups(),
        )
    if not isinstance(outcome, InCohort):
        refuse(outcome)
    before = outcome.before or "any group"
    same = outcome.before == outcome.after
    output.print(
        f"Application {number} is in {group} already." if same else f"Application {number}: {before} → {group}.",
        markup=False,
    )
    if outcome.offered:
        output.print(f"The place went to: {', '.join(map(str, outcome.offered))}.")


async def change_capacity(
    places: Annotated[int, typer.Argument(metavar="PLACES", min=1, help="How many there shall be.")],
    reason: Reason,
    cohort: Annotated[str | None, typer.Option("--cohort", metavar="KEY", help="Of this group alone.")] = None,
) -> None:
    """Change how many places there are; never below those that are held or offered."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        outcome = await capacity.change(
            store,
            marathon_id=marathon.id,
            capacity=places,
            cohort=cohort,
            reason=reason,
            actor=invocation().actor(),
            now=SystemClock().now(),
        )
    if not isinstance(outcome, Capacity):
        refuse(outcome)
    output.print(f"Places: {outcome.before:,} → {outcome.after:,}; {outcome.free:,} are free.")


async def offer() -> None:
    """Offer every free place to the waiting list, by the programme's policy."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        outcome = await places.promote(
            store,
            marathon_id=marathon.id,
            now=SystemClock().now(),
            actor=invocation().actor(),
            incomes=income_groups(),
        )
    if not isinstance(outcome, tuple):
        refuse(outcome)
    numbers = f": {', '.join(map(str, outcome))}" if outcome else ""
    output.print(f"{len(outcome):,} places were offered{numbers}.")


async def mail_merge(
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", help="Default: standard output.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Do not note the letters as said.")] = False,
) -> None:
    """Write the letters that no mail server took as CSV: address, name, subject, text.

    They are noted as said, so that the next run writes only new ones.
    """
    links = _links()
    async with open_store() as store:
        marathon = await find_marathon(store)
        waiting = await letters.unsent(store, marathon_id=marathon.id)
        written = io.StringIO(newline="")
        writer = csv.writer(written)
        writer.writerow(("to", "name", "subject", "text"))
        count = 0
        for one in waiting:
            number = one.payload.get("application")
            mine = await own_applications.of_number(store, number=number) if isinstance(number, int) else None
            letter = None if mine is None else write_letter(one, mine, Wording(catalogue), links)
            if letter is not None:
                writer.writerow([disarm(cell) for cell in (letter.to, letter.name, letter.subject, letter.text)])
                count += 1
        if to is None:
            typer.echo(written.getvalue(), nl=False)
        else:
            to.write_text(written.getvalue(), encoding="utf-8-sig", newline="")
        if not keep:
            await letters.note_sent(store, waiting, now=SystemClock().now())
    errors.print(f"{count:,} letters.")


def _links() -> PersonalLinks | None:
    settings = invocation().settings()
    if settings.public_url is None:
        return None
    given = None if settings.server_key is None else settings.server_key.get_secret_value()
    key = find_server_key(given, read_address(settings.database_url).path)
    return None if key is None else PersonalLinks(public_url=settings.public_url, key=key)
