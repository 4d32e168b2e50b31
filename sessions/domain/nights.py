"""Nights: when the record is kept. At three in the morning of a marathon's own zone it is verified and backed up, and
the marathon's organisers are told its newest hash.

The last night that is due is derived, like everything that is due: after an outage of ten nights one is made up for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sessions.domain.deliveries import DeliveryKey, DeliveryKind, Owed
from sessions.domain.moments import resolve, to_local
from sessions.domain.programme import Marathon, Session
from sessions.domain.refusals import AmbiguousTime, ImaginaryTime
from sessions.domain.reminders import AudienceKind

HOUR = time(3, 0)
KEPT_AFTER = timedelta(days=90)
"""So long after its last session a marathon's organisers hear of each night: certificates are still issued then."""
QUIET_ZONE = "UTC"
"""Whose nights count when no marathon is under way: the record is kept all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """``moment``: the latest that is due. ``told``: the marathons whose night it is, with its date there."""

    moment: datetime
    told: tuple[tuple[Marathon, date], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Nights:
    """``due``: None when every night is kept. ``next``: the nearest one to come."""

    due: Night | None
    next: datetime


def nights(marathons: Iterable[tuple[Marathon, Sequence[Session]]], *, since: datetime | None, now: datetime) -> Nights:
    """``since``: the last night that was kept, or when the record began; None: there is no record yet."""
    under_way = [marathon for marathon, sessions in marathons if _is_under_way(marathon, sessions, now)]
    zones = {marathon.programme.zone for marathon in under_way} or {QUIET_ZONE}
    coming = min(next_night(zone, now) for zone in zones)
    past = {zone: last_night(zone, now) for zone in zones}
    due = [moment for moment in past.values() if since is not None and moment > since]
    if not due:
        return Nights(due=None, next=coming)
    told = tuple(
        (marathon, to_local(past[marathon.programme.zone], marathon.programme.zone).date())
        for marathon in under_way
        if past[marathon.programme.zone] in due and marathon.created < past[marathon.programme.zone]
    )
    return Nights(due=Night(moment=max(due), told=told), next=coming)


def last_night(zone: str, now: datetime) -> datetime:
    """The latest three o'clock in the morning that is not after ``now``."""
    day = to_local(now, zone).date()
    tonight = _at_night(day, zone)
    return tonight if tonight <= now else _at_night(day - timedelta(days=1), zone)


def next_night(zone: str, now: datetime) -> datetime:
    """The first three o'clock in the morning after ``now``."""
    day = to_local(now, zone).date()
    tonight = _at_night(day, zone)
    return tonight if tonight > now else _at_night(day + timedelta(days=1), zone)


def night_note(marathon: Marathon, day: date, payload: dict[str, object], *, due: datetime) -> Owed:
    """What the organisers' desk is told of a night: of each kind of news one a night."""
    occurrence = f"{payload['note']}:{day.isoformat()}"
    key = DeliveryKey(marathon.key, "marathon", DeliveryKind.DESK_NOTE, occurrence, AudienceKind.ORGANISERS)
    return Owed(key=key, due=due, payload=payload)


def _is_under_way(marathon: Marathon, sessions: Sequence[Session], now: datetime) -> bool:
    """From when it has a guild, and so a desk, until certificates are out of everybody's mind."""
    last = max((session.end for session in sessions), default=None)
    return marathon.guild_id is not None and (last is None or now < last + KEPT_AFTER)


def _at_night(day: date, zone: str) -> datetime:
    wall = datetime.combine(day, HOUR)
    match resolve(wall, zone):
        case datetime() as moment:
            return moment
        case AmbiguousTime(first=first):
            return first
        case ImaginaryTime(after=after):  # the clocks skip three o'clock: the first minute that there is
            later = resolve(after, zone)
            assert isinstance(later, datetime)
            return later
        case _:
            raise ValueError(f"{zone} is no zone")
