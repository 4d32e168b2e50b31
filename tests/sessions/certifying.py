"""A marathon of three sessions that is over, with participants and their check-ins, for tests of certificates."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.workshop import open_workshop
from sessions.credentials.workshop import Workshop
from sessions.domain.actors import SYSTEM, Actor, ActorKind
from sessions.domain.attendance import AttendanceRule
from sessions.domain.completion import CompletionRule
from sessions.domain.moments import to_micros
from sessions.domain.programme import CertificatePlan, Programme, SessionPlan
from sessions.domain.selection import SelectionPolicy
from sessions.services import programmes
from sessions.services.programmes import Planned
from sessions.storage import personal, schema
from sessions.storage.store import Entry, Store, Transaction

START = datetime(2025, 9, 9, 12, tzinfo=UTC)
AFTER = datetime(2025, 9, 20, 9, tzinfo=UTC)
ADA = Actor(ActorKind.OPERATOR, "Ada (system user root)")
BOB = Actor(ActorKind.OPERATOR, "Bob (system user root)")
PUBLIC = "https://marathon.example.org"
RULE = CompletionRule(key="completion", title="Certificate", sessions_needed=2)


def a_short_programme(*rules: CompletionRule) -> Programme:
    return Programme(
        key="who-cgmp-2025",
        title="Virtual cGMP Training Marathon",
        theme="Building Blocks",
        organiser="WHO",
        zone="UTC",
        language="en",
        sessions=tuple(
            SessionPlan(
                number=number,
                title=f"Session {number}",
                wall=START.replace(tzinfo=None) + timedelta(days=number - 1),
                zone="UTC",
                duration=timedelta(hours=2),
            )
            for number in (1, 2, 3)
        ),
        selection=SelectionPolicy(capacity=100),
        attendance=AttendanceRule(),
        completion=rules or (RULE,),
        reminders=(),
        certificates=CertificatePlan(issuer="WHO"),
    )


def an_entry(verb: str) -> Entry:
    return Entry(actor=SYSTEM, at=START, marathon="who-cgmp-2025", verb=verb, subject="test")


async def add_marathon(store: Store, *rules: CompletionRule) -> Planned:
    planned = await programmes.take(store, a_short_programme(*rules), actor=ADA, now=datetime(2025, 7, 1, tzinfo=UTC))
    assert isinstance(planned, Planned)
    return planned


async def add_participant(store: Store, marathon_id: int, name: str, *, discord_id: int) -> int:
    """A person with a place; their id."""

    async def add(tx: Transaction) -> int:
        entry = an_entry("application.accepted")
        made = await tx.connection.execute(
            schema.persons.insert()
            .values({"discord_id": discord_id, "created_us": to_micros(START)})
            .returning(schema.persons.c.id)
        )
        person_id = int(made.scalar_one())
        name_id = await personal.keep(tx, person_id, "name", name, entry)
        values = {
            "marathon_id": marathon_id,
            "person_id": person_id,
            "status": "accepted",
            "country": "KE",
            "zone": "Africa/Nairobi",
            "language": "en",
            "name_id": name_id,
            "applied_us": to_micros(START),
            "changed_us": to_micros(START),
            "reasons": [],
        }
        await tx.insert(schema.applications, values, entry)
        return person_id

    return await store.write(add)


async def rename(store: Store, marathon_id: int, person_id: int, name: str) -> None:
    """The name on the certificate, corrected."""

    async def change(tx: Transaction) -> None:
        entry = an_entry("application.renamed")
        name_id = await personal.keep(tx, person_id, "name", name, entry)
        table = schema.applications
        query = table.select().where(table.c.marathon_id == marathon_id, table.c.person_id == person_id)
        row = (await tx.connection.execute(query)).mappings().one()
        await tx.update(table, row["id"], {"name_id": name_id}, entry)

    await store.write(change)


async def check_in(store: Store, planned: Planned, person_id: int, *numbers: int) -> list[int]:
    """Check-ins at the start of these sessions; the ids of the evidence."""
    kept = []
    for session in planned.sessions:
        if session.number in numbers:
            values = {
                "marathon_id": planned.marathon.id,
                "session_id": session.id,
                "person_id": person_id,
                "kind": "check-in",
                "key": f"check-in:{session.id}:{person_id}:{session.start:%H%M}",
                "at_us": to_micros(session.start),
                "detail": {},
            }
            kept.append((await store.append_evidence(values, an_entry("attendance.checked-in"))).id)
    return kept


async def withdraw(store: Store, planned: Planned, person_id: int, session_number: int, evidence_id: int) -> None:
    """An organiser takes a piece of evidence back."""
    session = planned.sessions[session_number - 1]
    values = {
        "marathon_id": planned.marathon.id,
        "session_id": session.id,
        "person_id": person_id,
        "kind": "withdrawal",
        "key": f"withdrawal:{evidence_id}",
        "at_us": to_micros(AFTER),
        "withdraws": evidence_id,
        "detail": {"reason": "not present"},
    }
    await store.append_evidence(values, an_entry("attendance.corrected"))


def a_workshop(folder: Path, keys: Path) -> Workshop:
    return open_workshop(keys=keys, files=folder / "certificates", address=PUBLIC)
