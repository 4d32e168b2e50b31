"""Moments and wall times: the one place that knows time zones.

A *moment* is an aware UTC ``datetime``; the database keeps it as integer microseconds since 1970-01-01T00:00Z.
A *wall time* is a naive ``datetime`` and exists only together with the IANA name of its zone.

Zones come from pytz and its own copy of the IANA data, so that an upgrade of the operating system changes nothing
unnoticed. Rules are known until 2037; later moments use the last standard offset. ``LookupError`` from a function
that takes a zone's name means that the name was not checked where it came in (``resolve``, ``zone_named``).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from types import MappingProxyType

import pytz
from pytz.exceptions import AmbiguousTimeError, NonExistentTimeError

from sessions.domain.cities import CITIES, COUNTRIES
from sessions.domain.nearness import fold, nearest
from sessions.domain.refusals import AmbiguousTime, BadValue, ImaginaryTime, SeveralZones, UnknownZone

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_YEARS = range(1970, 2100)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})[t ]\s*(?P<time>\S.*)")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})\s+(?P<time>\S.*)")
_NAMED = re.compile(r"(?P<day>\d{1,2})\.?\s+(?P<name>[a-z]{3,9})\.?\s+(?P<year>\d{4}),?\s+(?P<time>\S.*)")
_NAMED_FIRST = re.compile(r"(?P<name>[a-z]{3,9})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4}),?\s+(?P<time>\S.*)")
_SLASHED = re.compile(r"\d{1,4}/\d{1,2}(?:/\d{1,4})?\b.*|\d{1,2}-\d{1,2}-\d{2,4}\b.*")
_DAY_ONLY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|today|tomorrow|" + "|".join(_WEEKDAYS))
_TIME = re.compile(r"(\d{1,2})(?:[:h](\d{2}))?(?::00)?\s*(am|pm|h)?")
_STEP = re.compile(r"([+-]?)\s*(\d{1,4})\s*(w|d|h|m)(?:eeks?|ays?|rs?|ours?|inutes?|ins?)?\s*")


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


def moment_of_wall(wall: datetime, zone: str) -> datetime:
    """The moment at which clocks in a zone show a wall time, or best do: of a time that comes twice the first; where
    the clocks skip it, the same wait on the clocks' new time. LookupError for a zone that does not exist."""
    match resolve(wall, zone):
        case datetime() as moment:
            return moment
        case AmbiguousTime(first=first):
            return first
        case ImaginaryTime(after=after):
            return moment_of_wall(after, zone)
        case _:
            raise LookupError(f"no zone {zone}")


def to_local(moment: datetime, zone: str) -> datetime:
    """The wall time that clocks in the zone show at a moment (naive)."""
    return moment.astimezone(_zone(zone)).replace(tzinfo=None)


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


def by_clock(zones: Sequence[str], now: datetime) -> tuple[str, ...]:
    """The zones with one of each local time, of now and of half a year later, first: a short list of them leaves out no
    clock."""
    later = now + timedelta(days=182)
    firsts: dict[tuple[datetime, datetime], str] = {}
    for zone in zones:
        firsts.setdefault((to_local(now, zone), to_local(later, zone)), zone)
    return tuple(dict.fromkeys([*firsts.values(), *zones]))


def nearest_zones(text: str, count: int = 3) -> tuple[str, ...]:
    """The zones whose name, city or country looks most like a text that is none of them."""
    return suggest_zones(text, count)


def find_zone(text: str) -> str | UnknownZone | SeveralZones:
    """The zone that a person means by an IANA name, a city, a country's name or its two-letter code."""
    named = zone_named(text)
    if named in pytz.common_timezones_set:
        return named
    zones = _gazetteer().get(fold(text[:100]), ())
    if len(zones) == 1:
        return zones[0]
    if zones:
        return SeveralZones(text=text, zones=zones)
    if named is not None:  # a historic name, such as "EST", that no city and no country bears
        return named
    return UnknownZone(zone=text, nearest=nearest_zones(text))


def suggest_zones(text: str, count: int = 25) -> tuple[str, ...]:
    """Zones for somebody who is still typing: what is exactly so named, what begins so, what contains it, what looks
    like it, in this order. Nothing typed yet gives nothing."""
    asked = fold(text[:100])
    if not asked:
        return ()
    names = _gazetteer()
    last_part = asked.rsplit("/", 1)[-1]
    begins = sorted(name for name in names if name.startswith(asked) and name != asked)
    contains = sorted(name for name in names if len(asked) > 2 and asked in name and not name.startswith(asked))
    found = _zones_of([asked, *begins, *contains, last_part])
    if len(found) < count:
        alike = nearest(asked, names, count=count) + nearest(last_part, names, count=count)
        found = _unique([*found, *_zones_of(alike)])
    return found[:count]


def read_when(
    text: str, *, now: datetime, zone: str, base: datetime | None = None
) -> datetime | BadValue | UnknownZone | ImaginaryTime | AmbiguousTime:
    """The wall time in ``zone`` that a person means; only forms that mean one thing.

    ``2025-09-16 15:00``, ``16.09.2025 15:00``, ``16 Sep 2025 3 pm``, ``tomorrow 15:00``, ``tuesday 15:00`` (the next
    one that is still to come), ``15:00`` (on the day of ``base``), ``+1d``, ``+90m``, ``-1w 2h`` (from ``base``).
    ``base`` is a wall time in ``zone``, such as a session's present start; without it, the present minute. Days and
    weeks keep the time on the clock, hours and minutes are time that passes.

    The codes of ``BadValue.expected``: ``when`` (not understood), ``when-unambiguous`` (day or month first?),
    ``when-time`` (the time of day is missing), ``when-exists`` (no such day or hour).
    """
    name = zone_named(zone)
    if name is None:
        return UnknownZone(zone=zone, nearest=nearest_zones(zone))
    words = " ".join(text.casefold().split())
    here = to_local(now, name)
    base = here.replace(second=0, microsecond=0) if base is None else base
    steps = list(_STEP.finditer(words))
    if steps and words[0] in "+-" and "".join(step[0] for step in steps) == words:
        return _step_from(base, steps, name) or BadValue(field="time", value=text, expected="when-exists")
    if _DAY_ONLY.fullmatch(words):
        return BadValue(field="time", value=text, expected="when-time")
    if _SLASHED.fullmatch(words):
        return BadValue(field="time", value=text, expected="when-unambiguous")
    wall = _read_wall(words, here, base)
    return wall if isinstance(wall, datetime) else BadValue(field="time", value=text, expected=wall)


def _read_wall(words: str, here: datetime, base: datetime) -> datetime | str:
    """The wall time of a dated or a relative day, or the code of what is wrong."""
    for pattern in (_ISO, _DOTTED, _NAMED, _NAMED_FIRST):
        if parts := pattern.fullmatch(words):
            return _join(_read_date(parts), _read_time(parts["time"]))
    first, _, rest = words.replace(" at ", " ").partition(" ")
    at = _read_time(rest)
    if first in ("today", "tomorrow"):
        return _join(here.date() + (_DAY if first == "tomorrow" else timedelta(0)), at)
    weekday = next((place for place, day in enumerate(_WEEKDAYS) if first in (day, day[:3])), None)
    if weekday is not None:
        wall = _join(here.date() + timedelta(days=(weekday - here.weekday()) % 7), at)
        return wall + 7 * _DAY if isinstance(wall, datetime) and wall <= here else wall
    return _join(base.date(), _read_time(words))


def _join(day: date | None, at: time | str) -> datetime | str:
    if isinstance(at, str):
        return at
    return "when-exists" if day is None else datetime.combine(day, at)


def _read_date(parts: re.Match[str]) -> date | None:
    groups = parts.groupdict()
    if "name" in groups:
        # Whole names and their first three letters, as in "Sept" too.
        month = _MONTHS.index(groups["name"][:3]) + 1 if groups["name"][:3] in _MONTHS else 0
    else:
        month = int(groups["month"])
    try:
        day = date(int(groups["year"]), month, int(groups["day"]))
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def _read_time(words: str) -> time | str:
    parts = _TIME.fullmatch(words)
    if parts is None or not (parts[2] or parts[3]):
        return "when" if parts is None else "when-time"
    hour, half = int(parts[1]), parts[3]
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return "when-exists"
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, int(parts[2] or 0))
    except ValueError:
        return "when-exists"


def _step_from(
    base: datetime, steps: Iterable[re.Match[str]], zone: str
) -> datetime | UnknownZone | ImaginaryTime | AmbiguousTime | None:
    """None: a step of more than five years is a slip of the hand."""
    days, minutes, sign = 0, 0, 1
    for step in steps:
        sign = {"+": 1, "-": -1, "": sign}[step[1]]
        count = sign * int(step[2])
        days += count * {"w": 7, "d": 1}.get(step[3], 0)
        minutes += count * {"h": 60, "m": 1}.get(step[3], 0)
    if abs(days) + abs(minutes) // 1440 > 366 * 5:
        return None
    wall = base + timedelta(days=days)
    if not minutes:
        return wall
    moment = resolve(wall, zone)
    return to_local(moment + timedelta(minutes=minutes), zone) if isinstance(moment, datetime) else moment


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
def _zone(name: str) -> tzinfo:
    return pytz.timezone(name)


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
    for alias, iso2 in COUNTRIES.items():
        names.setdefault(fold(alias), []).extend(zones_of_country(iso2))
    for iso2, country in pytz.country_names.items():
        zones = zones_of_country(iso2)
        # A city that bears its country's name (Panama, Singapore) is that country's zone already.
        for name in (country, iso2):
            if zones:
                names.setdefault(fold(name), []).extend(zones)
    return {name: _unique(zones) for name, zones in names.items()}
