"""`marathon programme move|cancel|restore|edit|plan|remove|reach`: changing sessions, each with a preview first."""

from datetime import datetime, timedelta
from typing import Annotated

import typer

from bot.change_preview import describe, name_of
from bot.clock import SystemClock
from bot.commandline.failures import output, stop
from bot.commandline.invocation import group_of, invocation, open_store, refuse
from bot.commandline.programme_commands import find_marathon
from bot.wording import Wording
from config import texts
from sessions.domain.changes import Cancel, Change, Edit, Move, Restore
from sessions.domain.moments import find_zone, read_when, to_local
from sessions.domain.programme import Marathon, Session, SessionPlan, Venue
from sessions.domain.refusals import AmbiguousTime, Refusal
from sessions.services import calendars, changes
from sessions.services.changes import Preview
from sessions.storage.store import Store

Number = Annotated[int, typer.Argument(metavar="N", help="The session's number.", min=1)]
Reason = Annotated[str, typer.Option("--reason", metavar="WHY", help="Why, for the journal.")]
MaybeReason = Annotated[str | None, typer.Option("--reason", metavar="WHY", help="Why, for the journal.")]
OfCohort = Annotated[
    str | None, typer.Option("--cohort", metavar="KEY", help="Whose session, where cohorts have their own.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking, as a script does.")]
When = Annotated[
    str, typer.Option("--to", metavar="TIME", help='"2025-09-16 15:00", "tomorrow 15:00", "15:00", "+1d", "+90m".')
]
InZone = Annotated[
    str | None,
    typer.Option("--zone", metavar="PLACE", help="The time's zone: a city, a country or an IANA name."),
]
Occurrence = Annotated[
    bool | None,
    typer.Option("--second/--first", help="Which of the two where the clocks go back.", show_default=False),
]
_WORDING = Wording(texts.catalogue)


def register(app: typer.Typer) -> None:
    group = group_of(app, "programme", about="Programmes in the database.")
    for command in (move, cancel, restore, edit, plan, remove, reach):
        group.command(command.__name__)(command)


async def move(
    number: Number,
    to: When,
    reason: Reason,
    zone: InZone = None,
    second: Occurrence = None,
    cohort: OfCohort = None,
    yes: Yes = False,
) -> None:
    """Give a session another time. Shows first who hears of it and who has it at night."""
    async with open_store() as store:
        marathon, session = await _find(store, number, cohort)
        there = session.zone if zone is None else _zone(zone)
        base = to_local(session.start, there)
        wall = read_when(to, now=SystemClock().now(), zone=there, base=base)
        if not isinstance(wall, datetime):
            refuse(wall)
        await _change(store, marathon, session, Move(wall=wall, zone=there, second=second), reason, yes)


async def cancel(number: Number, reason: Reason, cohort: OfCohort = None, yes: Yes = False) -> None:
    """Cancel a session. It stays in every calendar, marked as cancelled."""
    async with open_store() as store:
        marathon, session = await _find(store, number, cohort)
        await _change(store, marathon, session, Cancel(), reason, yes)


async def restore(number: Number, reason: MaybeReason = None, cohort: OfCohort = None, yes: Yes = False) -> None:
    """Take a cancellation back."""
    async with open_store() as store:
        marathon, session = await _find(store, number, cohort)
        await _change(store, marathon, session, Restore(), reason, yes)


async def edit(
    number: Number,
    title: Annotated[str | None, typer.Option("--title")] = None,
    topic: Annotated[str | None, typer.Option("--topic")] = None,
    speaker: Annotated[
        list[str] | None, typer.Option("--speaker", metavar="NAME", help='May come several times; "" for none.')
    ] = None,
    venue: Annotated[str | None, typer.Option("--venue", metavar="PLACE")] = None,
    join: Annotated[
        str | None, typer.Option("--join", metavar="URL", help='Seen only by people with a place; "" for none.')
    ] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", metavar="N", min=1, max=1440)] = None,
    reason: MaybeReason = None,
    cohort: OfCohort = None,
    yes: Yes = False,
) -> None:
    """Change a session's title, topic, speakers, venue, link or length; what is not named stays."""
    change = Edit(
        title=title,
        topic=topic,
        speakers=None if speaker is None else tuple(name for name in speaker if name.strip()),
        venue=venue,
        join_url=join,
        duration=None if minutes is None else timedelta(minutes=minutes),
    )
    if change == Edit():
        stop("Say what to change: --title, --topic, --speaker, --venue, --join or --minutes.", code=2)
    async with open_store() as store:
        marathon, session = await _find(store, number, cohort)
        await _change(store, marathon, session, change, reason, yes)


async def plan(
    title: Annotated[str, typer.Option("--title")],
    to: Annotated[str, typer.Option("--at", metavar="TIME", help='"2025-09-16 15:00" or "tomorrow 15:00".')],
    minutes: Annotated[int, typer.Option("--minutes", metavar="N", min=1, max=1440)] = 120,
    zone: InZone = None,
    second: Occurrence = None,
    number: Annotated[int, typer.Option("--number", min=0, help="0: the next free one.")] = 0,
    speaker: Annotated[list[str] | None, typer.Option("--speaker", metavar="NAME")] = None,
    venue: Annotated[str, typer.Option("--venue", metavar="PLACE")] = "",
    join: Annotated[str | None, typer.Option("--join", metavar="URL")] = None,
    reason: MaybeReason = None,
    cohort: OfCohort = None,
    yes: Yes = False,
) -> None:
    """Add a session to the programme."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        there = marathon.programme.zone if zone is None else _zone(zone)
        now = SystemClock().now()
        wall = read_when(to, now=now, zone=there)
        if not isinstance(wall, datetime):
            refuse(wall)
        asked = SessionPlan(
            number=number,
            title=title,
            wall=wall,
            zone=there,
            duration=timedelta(minutes=minutes),
            speakers=tuple(speaker or ()),
            venue=Venue(name=venue, join_url=join),
            cohort=cohort,
        )
        actor = invocation().actor()
        seen = await changes.preview_plan(store, marathon.id, asked, second=second, actor=actor, now=now)
        _ask(seen, "plan", now, yes)
        made = await changes.plan(store, marathon.id, asked, second=second, why=reason, actor=actor, now=now)
        _tell(made, "plan")


async def remove(number: Number, reason: Reason, cohort: OfCohort = None, yes: Yes = False) -> None:
    """Take a cancelled session out of the programme and of every calendar, where nobody's presence is recorded."""
    async with open_store() as store:
        marathon, session = await _find(store, number, cohort)
        question = _WORDING.text("change-confirm-remove", "en", number=number, title=session.title)
        if not yes and not typer.confirm(question):
            stop(_WORDING.text("change-none", "en"))
        gone = await changes.remove(
            store, marathon.id, session.id, why=reason, actor=invocation().actor(), now=SystemClock().now()
        )
    if not isinstance(gone, Session):
        refuse(gone)
    output.print(_WORDING.text("change-removed", "en", number=number), markup=False)


async def reach(number: Number, cohort: OfCohort = None) -> None:
    """Show how many personal calendars have fetched a session as it is now."""
    async with open_store() as store:
        _, session = await _find(store, number, cohort)
        found = await calendars.reach(store, session.id)
    if found is None or not found.calendars:
        output.print(_WORDING.text("reach-none", "en"))
        return
    output.print(
        _WORDING.text(
            "reach-said",
            "en",
            number=number,
            current=found.current,
            calendars=found.calendars,
            changed=f"{session.changed:%Y-%m-%d %H:%M} UTC",
        ),
        markup=False,
    )


async def _find(store: Store, number: int, cohort: str | None) -> tuple[Marathon, Session]:
    marathon = await find_marathon(store)
    session = await changes.find(store, marathon.id, number, cohort)
    if not isinstance(session, Session):
        refuse(session)
    return marathon, session


def _zone(typed: str) -> str:
    zone = find_zone(typed)
    if not isinstance(zone, str):
        refuse(zone)
    return zone


async def _change(
    store: Store, marathon: Marathon, session: Session, change: Change, reason: str | None, yes: bool
) -> None:
    actor, now = invocation().actor(), SystemClock().now()
    seen = await changes.preview(store, marathon.id, session.id, change, actor=actor, now=now)
    if isinstance(seen, AmbiguousTime):
        stop(
            f"{seen.wall:%Y-%m-%d %H:%M} comes twice in {seen.zone}: at {seen.first:%H:%M} UTC and at "
            f"{seen.second:%H:%M} UTC. Say --first or --second."
        )
    name = name_of(change)
    _ask(seen, name, now, yes)
    made = await changes.make(
        store,
        marathon.id,
        session.id,
        change,
        revision=session.revision,
        why=reason,
        actor=actor,
        now=SystemClock().now(),
    )
    _tell(made, name)


def _ask(seen: Preview | Refusal, name: str, now: datetime, yes: bool) -> None:
    """Prints the preview and asks; ends the command where it is refused or not wanted."""
    if not isinstance(seen, Preview):
        refuse(seen)
    output.print(_WORDING.text(f"change-title-{name}", "en", number=seen.after.number), style="bold", markup=False)
    for line in describe(seen, _WORDING, "en", show=_show, now=now):
        output.print(f"  {line}", markup=False)
    if not yes and not typer.confirm(_WORDING.text(f"change-confirm-{name}", "en")):
        stop(_WORDING.text("change-none", "en"))


def _tell(made: Session | Refusal, name: str) -> None:
    if not isinstance(made, Session):
        refuse(made)
    output.print(_WORDING.text(f"change-done-{name}", "en", number=made.number, time=_show(made)), markup=False)


def _show(session: Session) -> str:
    return f"{session.wall:%a %Y-%m-%d %H:%M} {session.zone} ({session.start:%Y-%m-%d %H:%M} UTC)"
