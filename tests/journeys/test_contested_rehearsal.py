"""A rehearsal with fewer places than people: offers are taken, declined and forgotten; the waiting list moves up."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from bot.rehearsal.discord_server import Person
from bot.rehearsal.people import Answer, answer_to_offer
from bot.rehearsal.rehearsal import raise_curtain, rehearse
from bot.rehearsal.show import Plan, Rehearsal
from sessions.domain.applications import ApplicationStatus
from sessions.services import application_lists, proposals
from sessions.storage.store import Store
from sessions.storage.verification import Verified, verify
from tests.journeys.test_rehearsal import a_short_programme
from tests.sessions.applicants import INCOMES

PEOPLE, PLACES, SEED = 24, 10, 11


async def test_places_that_free_go_to_the_waiting_list_and_everybody_hears_of_it(tmp_path: Path) -> None:
    programme = a_short_programme()
    programme = replace(programme, selection=replace(programme.selection, capacity=PLACES))
    plan = Plan(
        programme=programme, participants=PEOPLE, seed=SEED, database_url=f"sqlite:///{tmp_path}/contested.sqlite3"
    )
    async with raise_curtain(plan) as show:
        summary = await rehearse(show, passed=lambda _: None)
        assert show.marathon is not None
        store, marathon = show.installation.store, show.marathon.id
        assert isinstance(await store.read(verify), Verified)
        lines = await application_lists.every(store, marathon_id=marathon, incomes=INCOMES)
        promoted = await _promoted(show.installation.store, marathon, [line.number for line in lines])
        counts = Counter(line.status for line in lines)
        names = {line.name for line in lines if line.status is ApplicationStatus.ACCEPTED}
        seen = {one.character.name for one in show.participants if _has_the_role(show, one.person)}
    answers = Counter(answer_to_offer(SEED, one.character, contested=True)[0] for one in show.participants)
    assert answers[Answer.DECLINE] + answers[Answer.FORGET] > 0  # the seed has what this test is about
    assert sum(counts.values()) == PEOPLE
    assert summary.participants == counts[ApplicationStatus.ACCEPTED] == PLACES
    assert promoted == counts[ApplicationStatus.DECLINED] + counts[ApplicationStatus.EXPIRED] > 0
    assert seen == names


async def _promoted(store: Store, marathon_id: int, numbers: list[int]) -> int:
    """How many were offered a place from the waiting list."""
    past = [await proposals.history(store, marathon_id=marathon_id, number=number) for number in numbers]
    steps = [(one.before, one.after) for history in past for one in history]
    return steps.count((ApplicationStatus.WAITING, ApplicationStatus.OFFERED))


def _has_the_role(show: Rehearsal, person: Person) -> bool:
    return any("participant" in name.casefold() for name in person.role_names(show.guild))
