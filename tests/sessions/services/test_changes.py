"""Changes on a real record: what is kept, who hears, and two organisers at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from config import programmes as shipped
from sessions.domain.actors import Actor, ActorKind, Role
from sessions.domain.changes import Cancel, Change, Edit, Move, Restore
from sessions.domain.programme import ApplicationPlan, Programme, Session, SessionPlan
from sessions.domain.refusals import (
    ChangedMeanwhile,
    HasEvidence,
    NotAllowed,
    ReasonNeeded,
    Refusal,
    UnknownChoice,
    UnknownSession,
)
from sessions.imports.programme_file import read_programme
from sessions.services import changes, programmes, reminders, setup, zones
from sessions.services.attendance import CheckIns
from sessions.services.programmes import Planned
from sessions.storage import deliveries, schema
from sessions.storage.journal_pages import Line, read_page
from sessions.storage.store import Store, Transaction
from tests.builders import a_store, an_entry
from tests.sessions.applicants import OPENS, OPERATOR, send

NOW = datetime(2025, 9, 8, 8, tzinfo=UTC)
LATER = Move(wall=datetime.fromisoformat("2025-09-10 15:00"), zone="Europe/Zurich")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    store: Store
    marathon_id: int
    first: Session

    async def make(
        self, change: Change, *, revision: int = 0, now: datetime = NOW, why: str = "the speaker is ill"
    ) -> Session | Refusal:
        return await changes.make(
            self.store,
            self.marathon_id,
            self.first.id,
            change,
            revision=revision,
            why=why,
            actor=OPERATOR,
            now=now,
        )

    async def ledger(self) -> list[str]:
        """What is in the ledger: kind, occurrence, state; oldest first."""
        rows = await self.store.read(lambda connection: deliveries.ledger(connection, self.marathon_id))
        return sorted(f"{one.key.kind} {one.key.occurrence} {one.state}" for one in rows)

    async def journal(self) -> Line:
        page = await self.store.read(lambda connection: read_page(connection, last=1))
        return page[0]


@asynccontextmanager
async def a_house(*, announced: bool = True, people: int = 0) -> AsyncIterator[House]:
    """The 2025 marathon with so many participants in Nairobi."""
    async with a_store() as store:
        programme = read_programme(shipped.read("who-cgmp-2025"))
        assert isinstance(programme, Programme)
        programme = replace(programme, applications=ApplicationPlan(opens=OPENS))
        planned = await programmes.take(store, programme, actor=OPERATOR, now=OPENS - timedelta(days=20))
        assert isinstance(planned, Planned)
        if announced:
            await setup.bind(store, planned.marathon.id, guild_id=7, made={}, actor=OPERATOR, now=OPENS)
            await programmes.announce(store, planned.marathon.id, actor=OPERATOR, now=OPENS)
        for number in range(1, people + 1):
            application = await send(store, planned.marathon.id, number)
            await _accept(store, application)
        yield House(store=store, marathon_id=planned.marathon.id, first=planned.sessions[0])


async def _accept(store: Store, application: int) -> None:
    async def unit(tx: Transaction) -> None:
        await tx.update(schema.applications, application, {"status": "accepted"}, an_entry("application.accepted"))

    await store.write(unit)


async def test_a_move_is_kept_with_old_new_and_why_and_is_to_be_said_once() -> None:
    async with a_house() as house:
        moved = await house.make(LATER)
        line = await house.journal()
        assert isinstance(moved, Session)
        assert (moved.start, moved.revision, moved.time_revision) == (datetime(2025, 9, 10, 13, tzinfo=UTC), 1, 1)
        assert (line.verb, line.actor, line.why) == ("session.moved", OPERATOR.id, "the speaker is ill")
        assert (line.old, line.new) == (
            {"number": 1, "revision": 0, "start": "2025-09-09T12:00:00+00:00", "wall": "2025-09-09T14:00"},
            {"number": 1, "revision": 1, "start": "2025-09-10T13:00:00+00:00", "wall": "2025-09-10T15:00"},
        )
        assert await house.ledger() == ["moved r1 due"]


async def test_before_the_announcement_nobody_is_told() -> None:
    async with a_house(announced=False) as house:
        await house.make(LATER)
        assert await house.ledger() == []


async def test_the_second_organiser_is_told_what_the_first_did() -> None:
    async with a_house() as house:
        moved = await house.make(LATER)
        second = await house.make(Cancel(), now=NOW + timedelta(minutes=1))
        assert isinstance(moved, Session)
        assert second == ChangedMeanwhile(
            number=1, verb="moved", by=OPERATOR.id, account=None, at=NOW, start=moved.start, status="planned"
        )
        assert await house.ledger() == ["moved r1 due"]


async def test_the_first_organiser_is_named_by_their_account() -> None:
    async with a_house() as house:
        person = await setup.grant(
            house.store, house.marathon_id, discord_id=77, role=Role.ORGANISER, actor=OPERATOR, now=OPENS
        )
        actor = Actor(ActorKind.ORGANISER, str(person))
        await changes.make(
            house.store, house.marathon_id, house.first.id, Cancel(), revision=0, why=None, actor=actor, now=NOW
        )
        second = await house.make(LATER)
        assert isinstance(second, ChangedMeanwhile)
        assert (second.verb, second.account, second.status) == ("cancelled", 77, "cancelled")


async def test_who_is_no_organiser_changes_nothing() -> None:
    async with a_house() as house:
        actor = Actor(ActorKind.ORGANISER, "99")
        refused = NotAllowed(needs=("organiser",))
        assert refused == await changes.preview(
            house.store, house.marathon_id, house.first.id, Cancel(), actor=actor, now=NOW
        )
        assert refused == await changes.make(
            house.store, house.marathon_id, house.first.id, Cancel(), revision=0, why=None, actor=actor, now=NOW
        )
        assert await house.ledger() == []


async def test_a_preview_counts_who_hears_and_who_has_it_at_night() -> None:
    async with a_house(people=3) as house:
        night = Move(wall=datetime.fromisoformat("2025-09-10 00:30"), zone="Africa/Nairobi")
        seen = await changes.preview(house.store, house.marathon_id, house.first.id, night, actor=OPERATOR, now=NOW)
        assert isinstance(seen, changes.Preview)
        assert (seen.announced, seen.people, seen.in_chat, seen.at_night, seen.at_night_before, seen.said) == (
            True,
            3,
            3,
            3,
            0,
            0,
        )
        assert await house.ledger() == []


async def test_reminders_of_the_old_time_that_wait_are_not_said_and_new_ones_are_owed() -> None:
    async with a_house() as house:
        await reminders.owe(house.store, now=NOW + timedelta(hours=4))
        before = [line for line in await house.ledger() if " t0 " in line and line.endswith("due")]
        await house.make(LATER, now=NOW + timedelta(hours=4))
        after = [line for line in await house.ledger() if " t0 " in line and line.endswith("due")]
        await reminders.owe(house.store, now=LATER.wall.replace(tzinfo=UTC))
        owed = [line for line in await house.ledger() if " t1 " in line and line.endswith("due")]
        assert (len(before) > 0, after) == (True, [])
        assert "check-in-open t1 due" in owed


async def test_cancelling_and_restoring_are_said_each_once() -> None:
    async with a_house() as house:
        await house.make(Cancel())
        restored = await house.make(Restore(), revision=1, now=NOW + timedelta(hours=1))
        assert isinstance(restored, Session)
        assert (restored.revision, restored.time_revision) == (2, 0)
        assert await house.ledger() == ["cancelled r1 due", "restored r2 due"]


async def test_an_edit_of_a_session_that_is_over_is_silent() -> None:
    async with a_house() as house:
        edited = await house.make(Edit(speakers=("Amina Diallo",)), now=house.first.end)
        assert isinstance(edited, Session)
        assert (edited.speakers, await house.ledger()) == (("Amina Diallo",), [])


async def test_a_session_is_added_and_said() -> None:
    async with a_house() as house:
        plan = SessionPlan(
            number=0,
            title="Extra",
            wall=datetime.fromisoformat("2025-10-07 14:00"),
            zone="Europe/Zurich",
            duration=timedelta(hours=1),
        )
        seen = await changes.preview_plan(house.store, house.marathon_id, plan, actor=OPERATOR, now=NOW)
        added = await changes.plan(house.store, house.marathon_id, plan, actor=OPERATOR, now=NOW)
        unknown = await changes.plan(house.store, house.marathon_id, replace(plan, cohort="c"), actor=OPERATOR, now=NOW)
        assert isinstance(seen, changes.Preview)
        assert isinstance(added, Session)
        assert added == replace(seen.after, id=added.id, marathon_id=house.marathon_id, time_set=NOW)
        assert (added.number, added.start) == (9, datetime(2025, 10, 7, 12, tzinfo=UTC))
        assert unknown == UnknownChoice(field="cohort", value="c", choices=())
        assert await house.ledger() == ["planned r0 due"]


async def test_a_number_finds_its_session() -> None:
    async with a_house() as house:
        assert await changes.find(house.store, house.marathon_id, 1) == house.first
        assert await changes.find(house.store, house.marathon_id, 12) == UnknownSession(
            number=12, known=(1, 2, 3, 4, 5, 6, 7, 8)
        )


async def test_newer_zone_data_moves_sessions_once_and_its_version_is_remembered() -> None:
    async with a_house() as house:

        async def misplace(tx: Transaction) -> None:
            values = {"start_us": schema.sessions.c.start_us + 3_600_000_000}
            await tx.connection.execute(
                schema.sessions.update().where(schema.sessions.c.id == house.first.id).values(values)
            )

        assert await zones.follow(house.store, now=NOW) == 0
        await house.store.write(misplace)
        assert await zones.follow(house.store, now=NOW) == 1
        assert await zones.follow(house.store, now=NOW) == 0
        found = await changes.find(house.store, house.marathon_id, 1)
        assert isinstance(found, Session)
        assert (found.start, found.wall, found.revision) == (house.first.start, house.first.wall, 1)
        assert await house.ledger() == ["moved r1 due"]
        seen = await house.store.read(lambda connection: read_page(connection, last=9, verb="zones"))
        assert len(seen) == 1


async def test_a_session_with_evidence_is_not_removed() -> None:
    async with a_house(people=1) as house:
        check_ins = CheckIns(house.store)
        kept = await check_ins.check_in(house.first.id, discord_id=1001, at=house.first.start)
        await house.make(Cancel(), now=house.first.end)
        refused = await changes.remove(
            house.store, house.marathon_id, house.first.id, why=None, actor=OPERATOR, now=house.first.end
        )
        assert (type(kept).__name__, refused) == ("CheckedIn", HasEvidence(number=1, people=1))


async def test_a_move_or_a_cancellation_for_a_blank_reason_is_refused_and_nothing_changes() -> None:
    async with a_house() as house:
        before = await house.journal()
        answers = [await house.make(LATER, why=" "), await house.make(Cancel(), why="")]
        assert answers == [ReasonNeeded(event="moved"), ReasonNeeded(event="cancelled")]
        assert await house.journal() == before
