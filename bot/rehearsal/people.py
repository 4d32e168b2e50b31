"""Simulated participants: who they are and how they behave, drawn from a seed. Pure: nothing here acts.

What a person does is drawn from the seed, the person and the session alone, never from the order in which things
happen, so that the same seed gives the same marathon.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from random import Random

from sessions.domain.programme import Session
from sessions.domain.selection import Function, Kind


class Temperament(StrEnum):
    KEEN = "keen"  # there for nearly all, on time
    LATE = "late"  # comes late, sometimes not
    DROP_OUT = "drop-out"  # stops after some sessions
    BAD_CONNECTION = "bad-connection"  # clicks twice, misses some, tries after the end
    NEVER_CAME = "never-came"


_SHARES = (
    (Temperament.KEEN, 45),
    (Temperament.LATE, 22),
    (Temperament.DROP_OUT, 13),
    (Temperament.BAD_CONNECTION, 13),
    (Temperament.NEVER_CAME, 7),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """One simulated person."""

    number: int
    name: str
    country: str
    locale: str
    email: str
    organisation: str
    kind: Kind
    function: Function
    temperament: Temperament
    sessions_before_dropping: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    country: str
    locale: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    weight: int


@cache
def origins() -> tuple[Origin, ...]:
    text = (files("bot.rehearsal") / "names.csv").read_text(encoding="utf-8")
    return tuple(
        Origin(
            country=row["country"],
            locale=row["locale"],
            given=tuple(row["given"].split("|")),
            family=tuple(row["family"].split("|")),
            weight=int(row["weight"]),
        )
        for row in csv.DictReader(text.splitlines())
    )


def cast(seed: int, count: int) -> tuple[Character, ...]:
    """``count`` people. The first so many come from a country each, as far as there are countries; the rest by
    weight."""
    known = origins()
    order = list(known)
    Random(f"{seed}:origins").shuffle(order)
    drawn = Random(f"{seed}:weights").choices(known, weights=[one.weight for one in known], k=count)
    return tuple(
        _character(seed, number, order[number] if number < len(order) else drawn[number]) for number in range(count)
    )


def _character(seed: int, number: int, origin: Origin) -> Character:
    draw = Random(f"{seed}:person:{number}")
    given, family = draw.choice(origin.given), draw.choice(origin.family)
    family_first = origin.country in {"CN", "KR", "JP", "VN", "KH", "MN"}
    joined = "" if origin.country in {"CN", "JP"} else " "
    temperaments = [temperament for temperament, _ in _SHARES]
    return Character(
        number=number,
        name=joined.join((family, given) if family_first else (given, family)),
        country=origin.country,
        locale=origin.locale,
        email=f"person{number}@{origin.country.lower()}.example.org",
        organisation=f"{origin.country} Works {draw.randint(1, 40)}",
        kind=draw.choices(list(Kind), weights=(55, 20, 8, 12, 5))[0],
        function=draw.choice(list(Function)),
        temperament=draw.choices(temperaments, weights=[share for _, share in _SHARES])[0],
        sessions_before_dropping=draw.randint(1, 4),
    )


def moment_to_apply(seed: int, character: Character, opens: datetime, closes: datetime) -> datetime:
    """A whole hour between opening and closing, more towards both ends, as applications come."""
    draw = Random(f"{seed}:apply:{character.number}")
    hours = max(1, int((closes - opens).total_seconds() // 3600) - 1)
    return opens + timedelta(hours=min(hours - 1, int(hours * draw.betavariate(0.7, 0.9))))


class Answer(StrEnum):
    """What a person does with an offered place."""

    ACCEPT = "accept"
    DECLINE = "decline"
    FORGET = "forget"  # lets the offer expire


def answer_to_offer(seed: int, character: Character, *, contested: bool) -> tuple[Answer, int]:
    """What this person does with an offer, and how many looks at their messages they take to do it. Only where others
    wait for the place does anybody give it up: a marathon with places for all is accepted by all."""
    draw = Random(f"{seed}:answer:{character.number}")
    looks, chance = draw.randint(0, 4), draw.random()
    if not contested or chance >= 0.15:
        return Answer.ACCEPT, looks
    return (Answer.DECLINE if chance < 0.08 else Answer.FORGET), looks


def clicks(
    seed: int, character: Character, session: Session, index: int, closes_after: timedelta
) -> Sequence[datetime]:
    """The moments, whole minutes, at which this person presses the check-in button of their ``index``-th session."""
    draw = Random(f"{seed}:click:{character.number}:{index}")
    start, end = session.start, session.end
    length = int(session.duration.total_seconds() // 60)
    match character.temperament:
        case Temperament.KEEN:
            return [start + timedelta(minutes=draw.randint(-10, 8))] if draw.random() < 0.95 else []
        case Temperament.LATE:
            return [start + timedelta(minutes=draw.randint(15, length))] if draw.random() < 0.8 else []
        case Temperament.DROP_OUT:
            there = index < character.sessions_before_dropping
            return [start + timedelta(minutes=draw.randint(-5, 20))] if there else []
        case Temperament.BAD_CONNECTION:
            if draw.random() < 0.2:
                return [end + closes_after + timedelta(minutes=draw.randint(1, 20))]
            first = start + timedelta(minutes=draw.randint(0, 30))
            return [first, first + timedelta(minutes=draw.randint(0, 3))] if draw.random() < 0.85 else []
        case Temperament.NEVER_CAME:
            return []
