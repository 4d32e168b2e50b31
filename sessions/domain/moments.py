"""Moments and wall times: the one place that knows time zones.

A *moment* is an aware UTC ``datetime``; the database keeps it as integer microseconds since 1970-01-01T00:00Z.
A *wall time* is a naive ``datetime`` and exists only together with the IANA name of its zone.

Zones come from pytz and its own copy of the IANA data, so that an upgrade of the operating system changes nothing
unnoticed. Rules are known until 2037; later moments use the last standard offset. ``LookupError`` from a function
that takes a zone's name means that the name was not checked where it came in (``resolve``, ``zone_named``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from types import MappingProxyType

import pytz
from pytz.exceptions import AmbiguousTimeError, NonExistentTimeError

from sessions.domain.cities import CITIES
from sessions.domain.nearness import fold, nearest
from sessions.domain.refusals import AmbiguousTime, ImaginaryTime, SeveralZones, UnknownZone

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


def to_micros(moment: datetime) -> int:
    """Microseconds since the epoch of an aware moment; exact, never by way of a float."""
    return (moment - EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC moment that ``to_micros`` turned into this number."""
    return EPOCH + timedelta(microseconds=micros)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockChange:
    """A zone's clocks are set at ``at`` (UTC) from the UTC offset ``before`` to ``after``."""

    at: datetime
    before: timedelta
    after: timedelta

    @property
    def step(self) -> timedelta:
        """Positive: clocks go forward and wall times are skipped. Negative: wall times come twice."""
        return self.after - self.before


def zone_data_version() -> str:
    """The release of the IANA zone data in use, such as ``2025b``."""
    return str(vars(pytz)["OLSON_VERSION"])


def zone_named(name: str) -> str | None:
    """The zone's name in its proper spelling when the zone data knows it, whatever its case; else None."""
    return _spellings().get(name.strip().casefold())


def resolve(wall: datetime, zone: str) -> datetime | UnknownZone | ImaginaryTime | AmbiguousTime:
    """The moment of a wall time in a zone; never a guess where the local clock skips it or shows it twice."""
    name = zone_named(zone)
    if name is None:
        return UnknownZone(zone=zone, nearest=nearest_zones(zone))
    try:
        return pytz.timezone(name).localize(wall, is_dst=None).astimezone(UTC)
    except NonExistentTimeError:
        step = _change_around(wall, name).step
        return ImaginaryTime(wall=wall, zone=name, before=wall - step, after=wall + step)
    except AmbiguousTimeError:
        change = _change_around(wall, name)
        first, second = wall - change.before, wall - change.after
        return AmbiguousTime(wall=wall, zone=name, first=first.replace(tzinfo=UTC), second=second.replace(tzinfo=UTC))


def to_local(moment: datetime, zone: str) -> datetime:
    """The wall time that clocks in the zone show at a moment (naive)."""
    return moment.astimezone(pytz.timezone(zone)).replace(tzinfo=None)


def offset_at(moment: datetime, zone: str) -> timedelta:
    """How far clocks in the zone are ahead of UTC at a moment; negative west of Greenwich."""
    return to_local(moment, zone) - moment.astimezone(UTC).replace(tzinfo=None)


def changes_between(zone: str, start: datetime, end: datetime) -> tuple[ClockChange, ...]:
    """The clock changes of a zone in the half-open span from ``start`` to ``end``, exact to the second.

    Looks once a day: no zone has ever changed its offset and changed it back within one.
    """
    changes: list[ClockChange] = []
    # The change that happens exactly at `start` belongs to the span.
    at, before = start - _SECOND, offset_at(start - _SECOND, zone)
    while at < end - _SECOND:
        following = min(at + _DAY, end - _SECOND)
        after = offset_at(following, zone)
        if after != before:
            changes.append(ClockChange(at=_moment_of_change(zone, at, following), before=before, after=after))
        at, before = following, after
    return tuple(changes)


def common_zones() -> tuple[str, ...]:
    """The zones that somebody may live in, without the historic names."""
    return tuple(pytz.common_timezones)


def country_names() -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 code -> English name, as in the zone data."""
    return MappingProxyType(dict(pytz.country_names))


def zones_of_country(iso2: str) -> tuple[str, ...]:
    """The zones of a country, the most used first as the zone data lists them; none for an unknown code."""
    return tuple(pytz.country_timezones.get(iso2.upper(), ()))


def nearest_zones(text: str, count: int = 3) -> tuple[str, ...]:
    """The zones whose name, city or country looks most like a text that is none of them."""
    return suggest_zones(text, count)


def find_zone(text: str) -> str | UnknownZone | SeveralZones:
    """The zone that a person means by an IANA name, a city, a country's name or its two-letter code."""
    named = zone_named(text)
    if named is not None:
        return named
    zones = _gazetteer().get(fold(text), ())
    if len(zones) == 1:
        return zones[0]
    if zones:
        return SeveralZones(text=text, zones=zones)
    return UnknownZone(zone=text, nearest=nearest_zones(text))


def suggest_zones(text: str, count: int = 25) -> tuple[str, ...]:
    """Zones for somebody who is still typing: what is exactly so named, what begins so, what contains it, what looks
    like it, in this order. Nothing typed yet gives nothing."""
    asked = fold(text)
    if not asked:
        return ()
    names = _gazetteer()
    begins = sorted(name for name in names if name.startswith(asked) and name != asked)
    contains = sorted(name for name in names if len(asked) > 2 and asked in name and not name.startswith(asked))
    found = _zones_of([asked, *begins, *contains])
    if len(found) < count:
        last_part = asked.rsplit("/", 1)[-1]
        alike = nearest(asked, names, count=count) + nearest(last_part, names, count=count)
        found = _unique([*found, *_zones_of(alike)])
    return found[:count]


def _zones_of(names: Iterable[str]) -> tuple[str, ...]:
    return _unique(zone for name in names for zone in _gazetteer().get(name, ()))


def _unique(zones: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(zones))


def _change_around(wall: datetime, zone: str) -> ClockChange:
    """The change whose gap or repeated span holds a wall time that ``localize`` refused."""
    around = wall.replace(tzinfo=UTC)
    for change in changes_between(zone, around - 2 * _DAY, around + 2 * _DAY):
        edges = sorted((change.at + change.before, change.at + change.after))
        if edges[0] <= around < edges[1]:
            return change
    raise LookupError(f"no clock change of {zone} around {wall.isoformat()}")


def _moment_of_change(zone: str, early: datetime, late: datetime) -> datetime:
    """The first second between two moments, with different offsets, that has the later one's offset."""
    goal = offset_at(late, zone)
    while late - early > _SECOND:
        middle = early + (late - early) // 2
        middle = middle.replace(microsecond=0) if middle.replace(microsecond=0) > early else middle
        if offset_at(middle, zone) == goal:
            late = middle
        else:
            early = middle
    return late.replace(microsecond=0)


@cache
def _spellings() -> Mapping[str, str]:
    return {name.casefold(): name for name in pytz.all_timezones}


@cache
def _gazetteer() -> Mapping[str, tuple[str, ...]]:
    """Folded name of a zone, city or country, or a country's code -> the zones it means."""
    names: dict[str, list[str]] = {}
    for zone in pytz.common_timezones:
        names.setdefault(fold(zone), []).append(zone)
        names.setdefault(fold(zone.rsplit("/", 1)[-1]), []).append(zone)
    for city, zone in CITIES.items():
        names.setdefault(fold(city), []).append(zone)
    for iso2, country in pytz.country_names.items():
        zones = zones_of_country(iso2)
        # A city that bears its country's name (Panama, Singapore) is that country's zone already.
        for name in (country, iso2):
            if zones:
                names.setdefault(fold(name), []).extend(zones)
    return {name: _unique(zones) for name, zones in names.items()}
