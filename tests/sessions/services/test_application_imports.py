from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select

from sessions.domain.actors import Actor, ActorKind
from sessions.domain.refusals import NotAllowed
from sessions.domain.selection import SelectionPolicy
from sessions.imports.application_file import ApplicationRow
from sessions.services.application_imports import Imported, import_rows
from sessions.storage import schema
from sessions.storage.selections import names_of
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.builders import a_store
from tests.sessions.applicants import CLOSES, OPENS, OPERATOR, a_form, add_a_programme, send

POLICY = SelectionPolicy(capacity=10)


def _rows(count: int) -> list[ApplicationRow]:
    return [ApplicationRow(line=number + 2, form=a_form(number), applied=None) for number in range(count)]


async def test_rows_become_applications_in_the_files_order(store: Store) -> None:
    marathon = await add_a_programme(store, POLICY)
    seen: list[tuple[int, int]] = []
    done = await import_rows(
        store,
        marathon_id=marathon,
        rows=_rows(1200),
        now=CLOSES,
        actor=OPERATOR,
        progress=lambda done, total: seen.append((done, total)),
    )
    assert done == Imported(new=tuple(range(1, 1201)), already=())
    assert seen == [(500, 1200), (1000, 1200), (1200, 1200)]
    table = schema.applications
    order = select(table.c.id).order_by(table.c.applied_us)
    assert list((await store.read(lambda connection: connection.execute(order))).scalars()) == list(range(1, 1201))
    assert isinstance(await store.read(verify), Verified)


async def test_the_same_file_twice_changes_nothing_and_an_address_known_already_is_told(store: Store) -> None:
    marathon = await add_a_programme(store, POLICY)
    await send(store, marathon, 3)
    first = await import_rows(store, marathon_id=marathon, rows=_rows(5), now=CLOSES, actor=OPERATOR)
    assert first == Imported(new=(2, 3, 4, 5), already=(5,))
    again = await import_rows(store, marathon_id=marathon, rows=_rows(5), now=CLOSES, actor=OPERATOR)
    assert again == Imported(new=(), already=(2, 3, 4, 5, 6))
    count = select(func.count()).select_from(schema.applications)
    assert (await store.read(lambda connection: connection.execute(count))).scalar_one() == 5


async def test_a_row_that_says_when_it_was_sent_is_believed(store: Store) -> None:
    marathon = await add_a_programme(store, POLICY)
    row = ApplicationRow(line=2, form=a_form(1, organisation="Acme"), applied=OPENS + timedelta(hours=2))
    await import_rows(store, marathon_id=marathon, rows=[row], now=CLOSES, actor=OPERATOR)
    names = await store.read(lambda connection: names_of(connection, marathon))
    assert names == {1: {"name": "Person B", "email": "person1@example.org", "organisation": "Acme"}}


async def test_only_organisers_import(store: Store) -> None:
    marathon = await add_a_programme(store, POLICY)
    somebody = Actor(ActorKind.PERSON, "1")
    refused = await import_rows(store, marathon_id=marathon, rows=_rows(1), now=CLOSES, actor=somebody)
    assert refused == NotAllowed(needs=("organiser",))


async def test_six_thousand_rows_go_into_a_file(tmp_path: Path) -> None:
    async with a_store(f"sqlite:///{tmp_path / 'marathon.db'}") as store:
        marathon = await add_a_programme(store, POLICY)
        done = await import_rows(store, marathon_id=marathon, rows=_rows(6000), now=CLOSES, actor=OPERATOR)
    assert isinstance(done, Imported)
    assert len(done.new) == 6000
