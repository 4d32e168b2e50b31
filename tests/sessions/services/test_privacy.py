"""What is over is erased, what freezes is frozen, and the record still holds."""

from dataclasses import replace
from datetime import timedelta

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.moments import to_micros
from sessions.domain.selection import SelectionPolicy
from sessions.services import freezing, own_applications, privacy, programmes
from sessions.services.programmes import Planned
from sessions.storage import schema
from sessions.storage.store import Store, Transaction
from sessions.storage.verification import Verified, verify
from tests.builders import an_entry
from tests.sessions.applicants import OPENS, OPERATOR, a_programme, add_a_programme, send

POLICY = SelectionPolicy(capacity=3)


async def test_fields_are_kept_as_long_as_the_programme_says_and_no_longer(store: Store) -> None:
    programme = replace(a_programme(POLICY), retention_days={"email": 30})
    planned = await programmes.take(store, programme, actor=OPERATOR, now=OPENS)
    assert isinstance(planned, Planned)
    number = await send(store, planned.marathon.id, 1)
    over = planned.sessions[0].end + timedelta(days=30)
    assert await privacy.keeps_until(store)
    assert await privacy.purge(store, now=over - timedelta(seconds=1)) == 0
    assert await privacy.purge(store, now=over) == 1
    assert await privacy.purge(store, now=over) == 0
    mine = await own_applications.of_number(store, number=number)
    assert mine is not None
    assert (mine.form.name, mine.form.email) == ("Person B", "")
    assert isinstance(await store.read(verify), Verified)


async def test_forgotten_people_leave_numbers_behind(store: Store) -> None:
    marathon = await add_a_programme(store, POLICY)
    number = await send(store, marathon, 1, gender="woman")
    mine = await own_applications.of_number(store, number=number)
    assert mine is not None
    held = await privacy.everything(store, person_id=mine.person_id)
    assert "person1@example.org" in str(held)
    actor = Actor(ActorKind.PERSON, str(mine.person_id))
    assert await privacy.forget(store, person_id=mine.person_id, actor=actor, now=OPENS + timedelta(days=1)) == 2
    after = await own_applications.of_number(store, number=number)
    assert after is not None
    assert (after.form.name, after.form.email, after.form.gender, after.discord_id) == ("", "", None, None)
    assert "person1@example.org" not in str(await privacy.everything(store, person_id=mine.person_id))
    assert isinstance(await store.read(verify), Verified)


async def test_rule_freezes_when_the_first_session_of_an_announced_marathon_starts(store: Store) -> None:
    marathon = await add_a_programme(store, POLICY)
    start = (await programmes.show(store, marathon)).sessions[0].start
    assert await freezing.freeze_due(store, now=start) is None  # never announced

    async def announce(tx: Transaction) -> None:
        await tx.update(schema.marathons, marathon, {"announced_us": to_micros(OPENS)}, an_entry())

    await store.write(announce)
    assert await freezing.freeze_due(store, now=start - timedelta(seconds=1)) == start
    assert await freezing.freeze_due(store, now=start + timedelta(minutes=5)) is None
    assert (await programmes.show(store, marathon)).marathon.rule_frozen == start
