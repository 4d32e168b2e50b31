"""`marathon programme import|show`: taking a programme into the database, and what is there."""

import json
from typing import Annotated

import typer
from rich.table import Table

from bot.clock import SystemClock
from bot.commandline.failures import output
from bot.commandline.invocation import group_of, invocation, open_store, refuse
from bot.commandline.programme import show_programme
from bot.commandline.programme_source import Json, Starting, open_programme
from sessions.domain.programme import Marathon
from sessions.domain.refusals import UnknownMarathon
from sessions.services import programmes
from sessions.services.programmes import Planned
from sessions.storage.store import Store


def register(app: typer.Typer) -> None:
    group = group_of(app, "programme", about="Programmes in the database.")
    group.command("import")(import_)
    group.command("show")(show)


async def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A programme file, or the name of one that ships.")],
    first_day: Starting = None,
) -> None:
    """Take a programme into the database.

    The last word of the output is the marathon's key. Nothing is announced by this: `/setup` in Discord comes next.
    """
    programme = open_programme(file, first_day)
    async with open_store() as store:
        planned = await programmes.take(store, programme, actor=invocation().actor(), now=SystemClock().now())
    if not isinstance(planned, Planned):
        refuse(planned)
    show_programme(programme)
    output.print(f"\nTaken in with {len(planned.sessions)} sessions. Its key is {planned.marathon.key}", markup=False)


async def show(as_json: Json = False) -> None:
    """Show a marathon's sessions as the database has them, with their numbers and revisions."""
    async with open_store() as store:
        marathon = await find_marathon(store)
        planned = await programmes.show(store, marathon.id)
    if as_json:
        output.print_json(json.dumps(_as_json(planned)))
        return
    state = "announced" if planned.marathon.announced else "not announced"
    output.print(f"{planned.marathon.programme.title} ({planned.marathon.key}, {state})", markup=False)
    table = Table("No.", "Time", "Zone", "Title", "Status", "Revision", box=None, pad_edge=False)
    for session in planned.sessions:
        number = f"{session.number} {session.cohort}" if session.cohort else str(session.number)
        table.add_row(
            number,
            f"{session.wall:%a %Y-%m-%d %H:%M}",
            session.zone,
            session.title,
            session.status.value,
            str(session.revision),
        )
    output.print(table)


def _as_json(planned: Planned) -> dict[str, object]:
    return {
        "marathon": planned.marathon.key,
        "sessions": [
            {
                "id": session.id,
                "number": session.number,
                "cohort": session.cohort,
                "title": session.title,
                "start": session.start.isoformat(),
                "zone": session.zone,
                "minutes": int(session.duration.total_seconds() // 60),
                "status": session.status.value,
                "revision": session.revision,
            }
            for session in planned.sessions
        ],
    }


async def find_marathon(store: Store) -> Marathon:
    """The marathon that ``--marathon`` names, or the only one; ends the command where there is none or too many."""
    key = invocation().marathon
    found = await programmes.find(store, key)
    if found is None:
        refuse(UnknownMarathon(key=key or "none", known=await programmes.keys(store)))
    return found
