"""Participants and reports for tests of attendance: the 2025 marathon's first session is on 9 September, 12–14 UTC."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sessions.domain.applications import ApplicationStatus
from sessions.domain.attendance import AttendanceRule
from sessions.domain.programme import Marathon, Session
from sessions.domain.selection import SelectionPolicy
from sessions.services import programmes
from sessions.services.attendance_reports import Previewed, ReportFile, preview
from sessions.storage import application_rows, schema
from sessions.storage.application_rows import Sent
from sessions.storage.store import Store, Transaction
from tests.builders import AT, an_entry
from tests.sessions.applicants import OPENS, OPERATOR, a_form, a_programme

NOW = datetime(2025, 9, 9, 16, 0, tzinfo=UTC)
HEADINGS = "Name (Original Name),User Email,Join Time,Leave Time\n"
PEOPLE = (
    ("Amina Yusuf", "amina@example.org"),
    ("Rahul Banerjee", "rahul@example.org"),
    ("Chidi Okafor", "c@example.org"),
)


async def a_marathon(store: Store, rule: AttendanceRule | None = None) -> tuple[Marathon, Session]:
    """A marathon of one session."""
    programme = replace(a_programme(SelectionPolicy(capacity=100)), attendance=rule or AttendanceRule())
    planned = await programmes.take(store, programme, actor=OPERATOR, now=OPENS)
    assert isinstance(planned, programmes.Planned)
    return planned.marathon, planned.sessions[0]


async def add_participants(
    store: Store, marathon_id: int, people: Sequence[tuple[str, str]] = PEOPLE
) -> tuple[int, ...]:
    """People with a place and Discord accounts counted from 5000 upwards; their person ids in order."""
    sent = [Sent(form=a_form(name=name, email=email), applied=OPENS) for name, email in people]

    async def unit(tx: Transaction) -> tuple[int, ...]:
        entry = an_entry("applications.imported")
        numbers = await application_rows.insert(tx, marathon_id, sent, actor=OPERATOR, now=OPENS, entry=entry)
        found = []
        for place, number in enumerate(numbers):
            values = {"status": ApplicationStatus.ACCEPTED.value}
            row = await tx.update(schema.applications, number, values, entry)
            found.append(int(row["person_id"]))
            table = schema.persons
            account = table.update().where(table.c.id == row["person_id"]).values(discord_id=5000 + place)
            await tx.connection.execute(account)
        return tuple(found)

    return await store.write(unit)


def a_report(*rows: tuple[str, str, str, str], name: str = "zoom.csv") -> ReportFile:
    """A Zoom report; rows are name, e-mail, join and leave as HH:MM:SS UTC of the day."""
    text = HEADINGS + "".join(
        f"{who},{email},2025-09-09 {join},2025-09-09 {leave}\n" for who, email, join, leave in rows
    )
    data = text.encode()
    return ReportFile(name=name, data=data, size=len(data))


async def previewed(store: Store, marathon_id: int, *files: ReportFile, zone: str = "UTC") -> Previewed:
    found = await preview(store, marathon_id, number=1, files=files, zone=zone, actor=OPERATOR)
    assert isinstance(found, Previewed)
    return found


__all__ = ["AT", "NOW", "OPERATOR", "PEOPLE", "a_marathon", "a_report", "add_participants", "previewed"]
