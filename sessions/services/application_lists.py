"""Applications as organisers see them: one line each, with what selection said and what the person stated."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.applications import ApplicationStatus
from sessions.domain.claims import Applicant, income_of
from sessions.domain.reasons import Reason
from sessions.domain.regions import ELSEWHERE
from sessions.domain.selection import IncomeGroup
from sessions.storage import marathons, selections
from sessions.storage.personal import fold
from sessions.storage.selections import Held
from sessions.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``waiting_rank`` is counted over those who still wait. ``same_email``: numbers of other applications with the
    same address, for organisers to look at. Name, e-mail and organisation are None once erased."""

    number: int
    status: ApplicationStatus
    name: str | None
    email: str | None
    organisation: str | None
    country: str
    income: IncomeGroup
    kind: str
    function: str
    gender: str | None
    cohort: str | None
    zone: str
    language: str
    applied: datetime
    offer_deadline: datetime | None
    waiting_rank: int | None
    same_email: tuple[int, ...] = ()


async def every(store: Store, *, marathon_id: int, incomes: Mapping[str, IncomeGroup]) -> tuple[Line, ...]:
    """Every application of the marathon in the order of their numbers, drafts included."""

    async def unit(connection: AsyncConnection) -> tuple[Line, ...]:
        marathon = await marathons.by_id(connection, marathon_id)
        held = await selections.held_with(connection, marathon_id, list(ApplicationStatus))
        applicants = await selections.applicants(connection, marathon_id, list(ApplicationStatus))
        named = await selections.names_of(connection, marathon_id)
        ranks = _ranks(held)
        twins = _twins({number: values["email"] for number, values in named.items()})
        return tuple(
            _line(
                held[one.id],
                one,
                named[one.id],
                income=income_of(one.country, marathon.programme.selection, incomes),
                rank=ranks.get(one.id),
                same_email=twins.get(one.id, ()),
            )
            for one in applicants
        )

    return await store.read(unit)


async def reasons_of(store: Store, *, marathon_id: int, number: int) -> tuple[Reason, ...] | None:
    """Why selection put this application where it stands, in full; None when there is no such application."""
    return await store.read(lambda connection: selections.reasons_of(connection, marathon_id, number))


def _line(
    held: Held,
    one: Applicant,
    named: Mapping[str, str | None],
    *,
    income: IncomeGroup,
    rank: int | None,
    same_email: tuple[int, ...],
) -> Line:
    return Line(
        number=one.id,
        status=held.state.status,
        name=named["name"],
        email=named["email"],
        organisation=named["organisation"],
        country=one.country,
        income=income,
        kind=one.kind.value,
        function=one.function.value,
        gender=None if one.gender is None else one.gender.value,
        cohort=held.cohort,
        zone=held.zone,
        language=held.language,
        applied=one.applied,
        offer_deadline=held.state.offer_deadline,
        waiting_rank=rank,
        same_email=same_email,
    )


def _ranks(held: Mapping[int, Held]) -> dict[int, int]:
    waiting = [one for one in held.values() if one.state.status is ApplicationStatus.WAITING]
    ordered = sorted(waiting, key=lambda one: (one.waiting_rank or 0, one.id))
    return {one.id: rank for rank, one in enumerate(ordered, start=1)}


def _twins(emails: Mapping[int, str | None]) -> dict[int, tuple[int, ...]]:
    numbers: dict[str, list[int]] = {}
    for number, email in emails.items():
        if email is not None:
            numbers.setdefault(fold(email), []).append(number)
    return {
        number: tuple(other for other in same if other != number)
        for same in numbers.values()
        if len(same) > 1
        for number in same
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many applications there are, in all and by what; the most frequent first."""

    applications: int
    by_status: Mapping[str, int]
    by_region: Mapping[str, int]
    by_income: Mapping[str, int]
    by_kind: Mapping[str, int]
    by_function: Mapping[str, int]
    by_gender: Mapping[str, int]
    by_country: Mapping[str, int]


def count(lines: tuple[Line, ...], regions: Mapping[str, str]) -> Figures:
    return Figures(
        applications=len(lines),
        by_status=_counted([line.status.value for line in lines]),
        by_region=_counted([regions.get(line.country, ELSEWHERE) for line in lines]),
        by_income=_counted([line.income.value for line in lines]),
        by_kind=_counted([line.kind for line in lines]),
        by_function=_counted([line.function for line in lines]),
        by_gender=_counted([line.gender or "not stated" for line in lines]),
        by_country=_counted([line.country for line in lines]),
    )


def _counted(names: list[str]) -> dict[str, int]:
    counts = Counter(names)
    return {name: counts[name] for name in sorted(counts, key=lambda name: (-counts[name], name))}
