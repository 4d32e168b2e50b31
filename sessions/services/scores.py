"""The verbs of assessment: a score kept or corrected, a survey noted, and a file of both taken in at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from sessions.domain.actors import Actor, Role
from sessions.domain.completion import Score
from sessions.domain.refusals import BadValue, Refusal, UnknownPerson
from sessions.storage import marathons, personal, persons, places, scores
from sessions.storage.store import Entry, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One line of a file: ``who`` is an e-mail address, or a person's number. ``percent`` None: no score in it.
    ``at`` None: not said; the moment of taking it in."""

    line: int
    who: str
    percent: float | None
    attempt: int
    at: datetime | None
    survey: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """``unknown``: lines whose person holds no place here; nothing of theirs was kept."""

    scores: int
    corrected: int
    surveys: int
    unknown: tuple[tuple[int, str], ...]


async def record(
    store: Store, *, marathon_id: int, discord_id: int, percent: float, attempt: int, now: datetime, actor: Actor
) -> Score | Refusal:
    """One person's score in an attempt; another score for the same attempt corrects it."""

    async def unit(tx: Transaction) -> Score | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER, Role.APPROVER)
        if refused is not None:
            return refused
        if not 0 <= percent <= 100:
            return BadValue(field="score", value=f"{percent:g}", expected="0 to 100")
        person_id = await persons.of_discord(tx.connection, discord_id)
        if person_id is None or await places.of_person(tx.connection, marathon_id, person_id) is None:
            return UnknownPerson(text=str(discord_id))
        score = Score(attempt=attempt, percent=percent, at=now)
        entry = await _entry(tx, marathon_id, f"person:{person_id}", actor, now)
        await scores.keep(tx, marathon_id, person_id, score, now=now, entry=entry)
        return score

    return await store.write(unit)


async def take(
    store: Store, *, marathon_id: int, results: Sequence[Result], now: datetime, actor: Actor
) -> Imported | Refusal:
    """Takes a file's lines in one go. The same file twice changes nothing."""

    async def unit(tx: Transaction) -> Imported | Refusal:
        refused = await persons.refuse_unless(tx.connection, marathon_id, actor, Role.ORGANISER, Role.APPROVER)
        if refused is not None:
            return refused
        entry = await _entry(tx, marathon_id, "scores", actor, now)
        unknown: list[tuple[int, str]] = []
        kept = corrected = surveys = 0
        for one in results:
            person_id = await _find(tx.connection, marathon_id, one.who)
            if person_id is None:
                unknown.append((one.line, one.who))
                continue
            if one.percent is not None:
                score = Score(attempt=one.attempt, percent=one.percent, at=one.at or now)
                before = await scores.keep(
                    tx, marathon_id, person_id, score, now=now, entry=entry, dated=one.at is not None
                )
                kept += before is None
                corrected += before is not None and before != score
            if one.survey:
                surveys += await scores.keep_survey(tx, marathon_id, person_id, at=one.at or now, entry=entry)
        return Imported(scores=kept, corrected=corrected, surveys=surveys, unknown=tuple(unknown))

    return await store.write(unit)


async def _entry(tx: Transaction, marathon_id: int, subject: str, actor: Actor, now: datetime) -> Entry:
    marathon = await marathons.by_id(tx.connection, marathon_id)
    return Entry(actor=actor, at=now, marathon=marathon.key, verb="scores.recorded", subject=subject)


async def _find(connection: AsyncConnection, marathon_id: int, who: str) -> int | None:
    """The one person with a place here who has this address or number."""
    if who.isdecimal():
        candidates = {int(who)}
    else:
        candidates = {match.person_id for match in await personal.find_match(connection, "email", who)}
    here = [one for one in sorted(candidates) if await places.of_person(connection, marathon_id, one) is not None]
    return here[0] if len(here) == 1 else None
