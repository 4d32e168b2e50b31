"""Reminders said in person, derived like all others: to those who chose direct messages, and by e-mail to those with a
place and no Discord account.

Each person is told by every line of the plan that they want, at their own moment: a wall time in their own zone where
the rule says so, outside their quiet hours, and so much earlier as all who are told at that moment need at a gentle
pace. By e-mail only what the plan says by e-mail.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Protocol

from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.moments import to_micros
from sessions.domain.programme import Marathon, Session
from sessions.domain.reminder_choices import Choice, Listener, moment_for
from sessions.domain.reminder_plan import PEOPLE, Line, due_of, owed_of, useful_until
from sessions.domain.reminders import Anchor, AudienceKind, Means, ReminderRule
from sessions.domain.schedule import lines

TOGETHER = 20
"""People told by direct message at the same moment."""
PAUSE = timedelta(seconds=20)
"""Between one such group and the next: opening many direct messages is what gets a bot blocked."""
REACH = timedelta(days=3)
"""So far from now quiet hours, zones and pace can carry a reminder; nothing farther is looked at."""


def audience_of_person(person_id: int) -> str:
    return f"{AudienceKind.PERSON}:{person_id}"


def person_of(audience: str) -> int | None:
    """Whose audience it is; None for that of several people."""
    kind, _, digits = audience.partition(":")
    return int(digits) if kind == AudienceKind.PERSON and digits else None


def personal_reminders(
    marathon: Marathon, sessions: Sequence[Session], listeners: Sequence[Listener], *, start: datetime, end: datetime
) -> tuple[Owed, ...]:
    """What is said in person from ``start`` up to ``end``, by due moment."""
    found: list[Owed] = []
    for line, since, session in lines(marathon, sessions):
        near = line.until is None or line.until > start - REACH
        if near and line.rule.audience in PEOPLE and _latest(marathon, line) - REACH < end:
            found.extend(_of_line(marathon, line, session, listeners, since))
    return tuple(sorted((one for one in found if start <= one.due < end), key=lambda one: (one.due, str(one.key))))


@lru_cache(maxsize=16)
def _days(
    facts: tuple[object, ...], sessions: tuple[Session, ...], listeners: tuple[Listener, ...], day: datetime
) -> list[tuple[Owed, ...]]:
    """A place for what is laid out for a day: asked at every beat and another only when something changed."""
    return []


def reminders_of_day(
    marathon: Marathon, sessions: Sequence[Session], listeners: Sequence[Listener], now: datetime
) -> tuple[Owed, ...]:
    """What is said in person from the day before ``now`` to the end of the day after, by due moment."""
    if not listeners or marathon.announced is None:
        return ()
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    programme = marathon.programme
    facts = (marathon.key, marathon.announced, programme.zone, programme.reminders, programme.late)
    dates = (programme.applications, programme.completion, programme.certificates, programme.attendance)
    kept = _days((*facts, *dates), tuple(sessions), tuple(listeners), day)
    if not kept:
        one = timedelta(days=1)
        kept.append(personal_reminders(marathon, sessions, listeners, start=day - one, end=day + 2 * one))
    return kept[0]


def _latest(marathon: Marathon, line: Line) -> datetime:
    return due_of(line.rule, line.anchor, marathon.programme.zone)


@dataclass(frozen=True, slots=True)
class _Meant:
    listener: Listener
    moment: datetime


def _of_line(
    marathon: Marathon, line: Line, session: Session | None, listeners: Iterable[Listener], since: datetime
) -> Iterator[Owed]:
    at_moment: dict[datetime, list[_Meant]] = {}
    for listener in listeners:
        if _hears(line, session, listener):
            zone = listener.zone if line.rule.own_zone else marathon.programme.zone
            moment = due_of(line.rule, line.anchor, zone)
            if line.until is None or moment < line.until:
                at_moment.setdefault(moment, []).append(_Meant(listener, moment))
    for together in at_moment.values():
        for place, meant in enumerate(together):
            groups_after = (len(together) - 1 - place) // TOGETHER + (1 if len(together) > TOGETHER else 0)
            one = _owed(marathon, line, session, meant, since=since, ahead=groups_after * PAUSE)
            if one is not None:
                yield one


def _hears(line: Line, session: Session | None, listener: Listener) -> bool:
    if line.audience == "public" or not listener.choice.wants(line.rule.key):
        return False
    if listener.means is Means.EMAIL and line.rule.means is not Means.EMAIL:
        return False
    if listener.means is Means.DM and line.rule.means is Means.EMAIL:
        return False
    if line.rule.audience is AudienceKind.COHORT and listener.cohort != line.rule.cohort:
        return False
    return session is None or (session.cohort in (None, listener.cohort) and session.id not in listener.absent)


def _owed(
    marathon: Marathon, line: Line, session: Session | None, meant: _Meant, *, since: datetime, ahead: timedelta
) -> Owed | None:
    listener = meant.listener
    ahead = ahead if listener.means is Means.DM else timedelta(0)
    until = useful_until(marathon, meant.moment, line.until)
    due = moment_for(
        listener.choice, listener.zone, meant.moment, until=until, since=max(since, listener.since), ahead=ahead
    )
    if due is None:
        return None
    owed = owed_of(marathon, line, audience_of_person(listener.person_id), due)
    paced = (
        {"meant_us": to_micros(meant.moment)} if due < meant.moment and ahead and due == meant.moment - ahead else {}
    )
    return replace(owed, useful_until=until, means=listener.means, payload=address(listener) | paced)


def letter_facts(rule: ReminderRule, session: Session | None, until: datetime | None) -> dict[str, object]:
    """What a letter tells: it is written once, when it is due."""
    facts: dict[str, object] = {"about": rule.anchor.value}
    if session is not None:
        facts |= {
            "about": "session",
            "number": session.number,
            "title": session.title,
            "start_us": to_micros(session.start),
            "venue": session.venue.name,
            "join": session.venue.join_url,
        }
    elif until is not None:
        facts["start_us"] = to_micros(until)
    return facts if rule.wording is None else facts | {"wording": rule.wording}


class Addressed(Protocol):
    """Somebody who can be reached in person."""

    @property
    def discord_id(self) -> int | None: ...
    @property
    def application_id(self) -> int: ...
    @property
    def language(self) -> str | None: ...


def address(somebody: Addressed) -> dict[str, object]:
    """What a sender needs to reach them."""
    payload: dict[str, object] = {"application": somebody.application_id}
    if somebody.discord_id is not None:
        payload["discord_id"] = somebody.discord_id
    if somebody.language is not None:
        payload["language"] = somebody.language
    return payload


def in_person(key: DeliveryKey, listener: Listener, *, now: datetime, until: datetime | None) -> Owed | None:
    """Something that is news now, said to one person: in their quiet hours it waits, as a reminder does."""
    due = moment_for(listener.choice, listener.zone, now, until=until, since=now, ahead=timedelta(0))
    if due is None:
        return None
    own = replace(key, audience=audience_of_person(listener.person_id))
    return Owed(key=own, due=due, useful_until=until, means=listener.means, payload=address(listener))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOffer:
    """A place that is offered to somebody until a deadline."""

    person_id: int
    discord_id: int | None
    application_id: int
    zone: str
    language: str | None
    offered: datetime
    deadline: datetime


def offer_reminders(marathon: Marathon, offers: Iterable[OpenOffer]) -> Iterator[Owed]:
    """Before an offer expires, to whom it was made and by the same means, outside the night of their zone."""
    for rule in marathon.programme.reminders:
        if rule.anchor is Anchor.OFFER_EXPIRES:
            for offer in offers:
                one = _of_offer(marathon, rule, offer)
                if one is not None:
                    yield one


def _of_offer(marathon: Marathon, rule: ReminderRule, offer: OpenOffer) -> Owed | None:
    zone = offer.zone if rule.own_zone else marathon.programme.zone
    meant = due_of(rule, offer.deadline, zone)
    if not offer.offered <= meant < offer.deadline:
        return None
    due = moment_for(Choice(), offer.zone, meant, until=offer.deadline, since=offer.offered, ahead=timedelta(0))
    if due is None:
        return None
    key = DeliveryKey(
        marathon.key,
        f"person:{offer.person_id}",
        f"{DeliveryKind.REMINDER}:{rule.key}",
        f"{offer.deadline:%Y%m%dT%H%M}",
        AudienceKind.PERSON,
    )
    means = Means.EMAIL if offer.discord_id is None else Means.DM
    payload = address(offer) | {"deadline_us": to_micros(offer.deadline)}
    if means is Means.EMAIL:
        payload |= letter_facts(rule, None, offer.deadline)
    return Owed(key=key, due=due, useful_until=offer.deadline, means=means, payload=payload)
