"""The time-zone audit: what a programme's hours mean where its people live.

For each place and session: the local time, whether it touches the night (00:00 to 06:00), falls on the weekend there,
or on another date than the programme says; whose clocks change inside the course; and from which session on somebody's
local hour moves against the programme's, whether their own clocks change or the programme's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from types import MappingProxyType

from sessions.domain.moments import (
    ClockChange,
    changes_between,
    country_names,
    offset_at,
    resolve,
    to_local,
    zones_of_country,
)
from sessions.domain.programme import Programme, Session, SessionStatus

NIGHT_ENDS = time(6)
"""The night of the audit begins at midnight."""

_SATURDAY_AND_SUNDAY = frozenset({5, 6})
_FRIDAY_AND_SATURDAY = frozenset({4, 5})
WEEKENDS: Mapping[str, frozenset[int]] = MappingProxyType(
    {
        **dict.fromkeys(
            ("BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE"), _FRIDAY_AND_SATURDAY
        ),
        "AF": frozenset({3, 4}),
        "IN": frozenset({6}),
        "IR": frozenset({4}),
        "UG": frozenset({6}),
        # Not in CLDR's week data, by the labour laws of the countries themselves.
        "BD": _FRIDAY_AND_SATURDAY,
        "MV": _FRIDAY_AND_SATURDAY,
        "NP": frozenset({5}),
        "PS": _FRIDAY_AND_SATURDAY,
    }
)
"""ISO 3166-1 alpha-2 -> weekend days (Monday is 0), where they are not Saturday and Sunday; CLDR's week data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A session as far as time goes; ``wall`` is its start on the programme's clock."""

    number: int
    cohort: str | None
    start: datetime
    end: datetime
    wall: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where people live: a zone, the country where it is known, and how many they are; None: not counted.

    ``alike``: how many zones of this country keep the same time through the course, this one included.
    """

    zone: str
    country: str | None = None
    people: int | None = None
    alike: int = 1

    @property
    def city(self) -> str:
        return self.zone.rsplit("/", 1)[-1].replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One session in one place. ``day_shift``: local date minus the programme's date, in days."""

    wall: datetime
    night: bool
    weekend: bool
    day_shift: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HourMove:
    """From this session on the local hour is later by ``by`` (negative: earlier) than the programme's clock suggests,
    because the place's ``own`` clocks changed since the session before, the ``programme``'s, or both."""

    number: int
    cohort: str | None
    by: timedelta
    own: bool
    programme: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A place with a cell for each slot of the audit."""

    place: Place
    cells: tuple[Cell, ...]
    changes: tuple[ClockChange, ...]
    moves: tuple[HourMove, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """How many have a session at night: people where they are counted, else places."""

    number: int
    cohort: str | None
    at_night: int
    of: int

    @property
    def share(self) -> float:
        return self.at_night / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """``zone`` is the programme's. ``counts_people``: whether ``nights`` counts people and not places."""

    zone: str
    slots: tuple[Slot, ...]
    rows: tuple[Row, ...]
    nights: tuple[Night, ...]
    counts_people: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """Places whose clocks agree at every session."""

    places: tuple[Place, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """Places × sessions, from west to east: the shape of the audit's picture."""

    slots: tuple[Slot, ...]
    rows: tuple[HeatRow, ...]


def slots_of_programme(programme: Programme) -> tuple[Slot, ...]:
    """The slots of a programme that was checked. ValueError for a wall time that is not one moment."""
    slots = []
    for plan in programme.sessions:
        start = resolve(plan.wall, plan.zone)
        if not isinstance(start, datetime):
            raise ValueError(f"session {plan.number}: {start}")
        slots.append(_slot(plan.number, plan.cohort, start, plan.duration, programme.zone))
    return _in_order(slots)


def slots_of_sessions(sessions: Iterable[Session], zone: str) -> tuple[Slot, ...]:
    """The slots of sessions that take place; ``zone`` is the programme's."""
    return _in_order(
        _slot(session.number, session.cohort, session.start, session.duration, zone)
        for session in sessions
        if session.status is SessionStatus.PLANNED
    )


def all_countries() -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 of every country somebody may take part from: all but Antarctica and places without zones."""
    return tuple(country for country in country_names() if country != "AQ" and zones_of_country(country))


def places_of_countries(countries: Iterable[str], slots: Sequence[Slot]) -> tuple[Place, ...]:
    """The places of countries, by ISO 3166-1 alpha-2: one for each time that a country keeps during the course, named
    by its most used zone. A country without zones has no place."""
    places: list[Place] = []
    for country in countries:
        alike: dict[tuple[timedelta, ...], list[str]] = {}
        for zone in zones_of_country(country):
            alike.setdefault(tuple(offset_at(slot.start, zone) for slot in slots), []).append(zone)
        places.extend(Place(zone=zones[0], country=country.upper(), alike=len(zones)) for zones in alike.values())
    return tuple(places)


def falls_at_night(start: datetime, end: datetime, zone: str) -> bool:
    """Whether any part of a meeting is between 00:00 and 06:00 in a zone."""
    begins, ends = to_local(start, zone), to_local(end, zone)
    midnight = datetime.combine(begins.date() + timedelta(days=1), time())
    return begins.time() < NIGHT_ENDS or ends > midnight


def count_at_night(start: datetime, end: datetime, people: Mapping[str, int]) -> int:
    """For how many a meeting touches the night; ``people``: zone -> how many live by its clocks."""
    return sum(count for zone, count in people.items() if falls_at_night(start, end, zone))


def is_weekend(wall: datetime, country: str | None) -> bool:
    """Whether a local day belongs to the weekend of a country."""
    return wall.weekday() in WEEKENDS.get(country or "", _SATURDAY_AND_SUNDAY)


def audit(slots: Sequence[Slot], places: Iterable[Place], zone: str) -> Audit:
    """What the hours of the slots mean in these places; ``zone`` is the programme's."""
    rows = tuple(_row(place, slots, zone) for place in places)
    counted = bool(rows) and all(row.place.people is not None for row in rows)
    weights = [row.place.people or 0 if counted else 1 for row in rows]
    nights = tuple(
        Night(
            number=slot.number,
            cohort=slot.cohort,
            at_night=sum(weight for row, weight in zip(rows, weights, strict=True) if row.cells[index].night),
            of=sum(weights),
        )
        for index, slot in enumerate(slots)
    )
    return Audit(zone=zone, slots=tuple(slots), rows=rows, nights=nights, counts_people=counted)


def heat_map(found: Audit) -> HeatMap:
    """The rows of an audit from west to east, those whose clocks agree at every session in one."""
    together: dict[tuple[Cell, ...], list[Place]] = {}
    for row in found.rows:
        together.setdefault(row.cells, []).append(row.place)
    rows = [HeatRow(places=tuple(places), cells=cells) for cells, places in together.items()]
    rows.sort(key=lambda row: [cell.wall for cell in row.cells])
    return HeatMap(slots=found.slots, rows=tuple(rows))


def _slot(number: int, cohort: str | None, start: datetime, duration: timedelta, zone: str) -> Slot:
    return Slot(number=number, cohort=cohort, start=start, end=start + duration, wall=to_local(start, zone))


def _in_order(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    return tuple(sorted(slots, key=lambda slot: (slot.start, slot.number)))


def _row(place: Place, slots: Sequence[Slot], zone: str) -> Row:
    cells = tuple(_cell(place, slot) for slot in slots)
    span = (slots[0].start, max(slot.end for slot in slots)) if slots else None
    return Row(
        place=place,
        cells=cells,
        changes=changes_between(place.zone, *span) if span else (),
        moves=_moves(place, slots, zone),
    )


def _cell(place: Place, slot: Slot) -> Cell:
    wall = to_local(slot.start, place.zone)
    return Cell(
        wall=wall,
        night=falls_at_night(slot.start, slot.end, place.zone),
        weekend=is_weekend(wall, place.country),
        day_shift=(wall.date() - slot.wall.date()).days,
    )


def _moves(place: Place, slots: Sequence[Slot], zone: str) -> tuple[HourMove, ...]:
    moves: list[HourMove] = []
    for index, slot in enumerate(slots):
        before = next((other for other in reversed(slots[:index]) if _same_people(other, slot)), None)
        if before is None:
            continue
        own = offset_at(slot.start, place.zone) - offset_at(before.start, place.zone)
        programme = offset_at(slot.start, zone) - offset_at(before.start, zone)
        if own != programme:
            moves.append(
                HourMove(
                    number=slot.number,
                    cohort=slot.cohort,
                    by=own - programme,
                    own=bool(own),
                    programme=bool(programme),
                )
            )
    return tuple(moves)


def _same_people(one: Slot, other: Slot) -> bool:
    return one.cohort is None or other.cohort is None or one.cohort == other.cohort
