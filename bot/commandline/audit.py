"""`marathon audit`: what a programme's hours mean where people live. No database is needed."""

import json
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.commandline.failures import output, stop
from bot.commandline.programme_source import Json, Named, Starting, open_programme
from bot.pictures import PictureFormat, audit_labels, audit_picture
from bot.wording import Wording
from config import texts
from sessions.domain.audit import (
    Audit,
    HeatMap,
    Row,
    all_countries,
    audit,
    heat_map,
    places_of_countries,
    slots_of_programme,
)
from sessions.domain.moments import country_names, zone_data_version
from sessions.domain.nearness import fold, nearest
from sessions.domain.programme import Programme

PLACES_NAMED = 8
"""So many places are named in a sentence; the others are counted."""


def register(app: typer.Typer) -> None:
    app.command("audit")(show_audit)


def show_audit(
    programme: Named,
    countries: Annotated[
        str | None, typer.Option("--countries", metavar="LIST", help="Countries by code or name, with commas between.")
    ] = None,
    picture: Annotated[
        Path | None, typer.Option("--picture", metavar="FILE", help="Draw it into this .png or .svg file.")
    ] = None,
    first_day: Starting = None,
    as_json: Json = False,
) -> None:
    """Show what a programme's hours mean where people live.

    Local hours of each session, sessions at night or on the weekend, other dates, and whose local hour moves during
    the course.
    """
    form = _format_of(picture) if picture else None
    read = open_programme(programme, first_day)
    slots = slots_of_programme(read)
    chosen = read_countries(countries) if countries else all_countries()
    found = audit(slots, places_of_countries(chosen, slots), read.zone)
    wording = Wording(texts.catalogue)
    if picture is not None and form is not None:
        picture.write_bytes(audit_picture(heat_map(found), wording, title=read.title, zone=read.zone, form=form))
    if as_json:
        # Not through rich, which would take seconds to look for words to colour.
        typer.echo(json.dumps(audit_facts(read.key, found), ensure_ascii=False, indent=2))
        return
    _show_hours(read, heat_map(found), wording)
    for line in audit_sentences(found):
        output.print(line, markup=False)
    if picture is not None:
        output.print(f"Drawn into {picture}", markup=False)


def _format_of(picture: Path) -> PictureFormat:
    suffix = picture.suffix.lower()
    if suffix not in (".png", ".svg"):
        stop(f"A picture is drawn as .png or .svg, not as {suffix or 'a file without a suffix'}.", code=2)
    return "png" if suffix == ".png" else "svg"


def read_countries(text: str) -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 of countries named by code or English name, in the order named."""
    names = country_names()
    codes = {fold(name): code for code, name in names.items()} | {fold(code): code for code in names}
    found = []
    for word in filter(None, (part.strip() for part in text.split(","))):
        code = codes.get(fold(word))
        if code is None:
            close = nearest(word, names.values(), count=2)
            meant = f" Did you mean {' or '.join(close)}?" if close else ""
            stop(f"There is no country {word}.{meant} Use two letters (KE) or the English name (Kenya).", code=2)
        found.append(code)
    if not found:
        stop("Name at least one country after --countries.", code=2)
    return tuple(dict.fromkeys(found))


def _show_hours(programme: Programme, found: HeatMap, wording: Wording) -> None:
    output.print(Text(f"{programme.title}: local start of each session", style="bold"))
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    shifted = any(cell.day_shift for row in found.rows for cell in row.cells)
    hours = len("00:00+1") if shifted else len("00:00")
    # The hours are the point: a narrow terminal shortens the names.
    names = max(12, output.width - len(found.slots) * (hours + 1) - 1)
    table.add_column("", no_wrap=True, max_width=names)
    for slot in found.slots:
        cohort = f" {slot.cohort}" if slot.cohort else ""
        table.add_column(
            f"{slot.number}{cohort}\n{slot.wall:%m-%d}\n{slot.wall:%H:%M}",
            justify="right",
            no_wrap=True,
            min_width=hours,
        )
    for row, label in zip(found.rows, audit_labels(found, wording), strict=True):
        cells = []
        for cell in row.cells:
            day = f"{cell.day_shift:+d}" if cell.day_shift else ""
            style = "white on blue" if cell.night else "red" if cell.weekend else ""
            cells.append(Text(f"{cell.wall:%H:%M}{day}", style=style))
        table.add_row(Text(label), *cells)
    output.print(table)
    output.print("(+1, −1: the day after or before the programme's date)", markup=False)


def audit_sentences(found: Audit) -> list[str]:
    """The audit's findings: nights, weekends, other dates, local hours that move."""
    what = "people" if found.counts_people else "places"
    lines = []
    for count in sorted({night.at_night for night in found.nights}, reverse=True):
        nights = [night for night in found.nights if night.at_night == count]
        sessions = _numbers(found, [night in nights for night in found.nights])[0]
        share = f"{count} of {nights[0].of} {what} ({nights[0].share:.0%})"
        lines.append(f"At night (any part between 00:00 and 06:00), {sessions}: {share}.")
    lines += _grouped(found, lambda row: _weekends(found, row), "On the weekend there, {0}: {places}.")
    lines += _grouped(found, lambda row: _other_dates(found, row), "On another date, {0}: {places}.")
    lines += _grouped(found, _clocks, "Clocks change during the course, {0}: {places}.")
    lines += _grouped(found, _moves, "The local hour moves {0}: {places}.")
    return lines


def audit_facts(key: str, found: Audit) -> dict[str, object]:
    """The audit for scripts: moments in UTC, offsets in minutes."""
    return {
        "programme": key,
        "zone": found.zone,
        "zone_data": zone_data_version(),
        "sessions": [
            {
                "number": slot.number,
                "cohort": slot.cohort,
                "start_utc": slot.start.isoformat(),
                "end_utc": slot.end.isoformat(),
                "local": slot.wall.isoformat(),
            }
            for slot in found.slots
        ],
        "night": [
            {"session": night.number, "cohort": night.cohort, "at_night": night.at_night, "of": night.of}
            for night in found.nights
        ],
        "counted": "people" if found.counts_people else "places",
        "places": [_row_facts(found, row) for row in found.rows],
    }


def _row_facts(found: Audit, row: Row) -> dict[str, object]:
    return {
        "country": row.place.country,
        "zone": row.place.zone,
        "people": row.place.people,
        "sessions": [
            {
                "number": slot.number,
                "cohort": slot.cohort,
                "local": cell.wall.isoformat(),
                "night": cell.night,
                "weekend": cell.weekend,
                "day_shift": cell.day_shift,
            }
            for slot, cell in zip(found.slots, row.cells, strict=True)
        ],
        "clock_changes": [
            {"at_utc": change.at.isoformat(), "before": _minutes(change.before), "after": _minutes(change.after)}
            for change in row.changes
        ],
        "moves": [
            {
                "session": move.number,
                "cohort": move.cohort,
                "by": _minutes(move.by),
                "own_clock": move.own,
                "programme_clock": move.programme,
            }
            for move in row.moves
        ],
    }


def _grouped(found: Audit, facts: Callable[[Row], Iterable[str]], sentence: str) -> list[str]:
    """One sentence for each fact, with the places that share it."""
    together: dict[str, list[str]] = {}
    for row in found.rows:
        for fact in facts(row):
            together.setdefault(fact, []).append(_place(found, row))
    return [sentence.format(fact, places=_some(places)) for fact, places in together.items()]


def _place(found: Audit, row: Row) -> str:
    name = country_names().get(row.place.country or "")
    if name is None:
        return row.place.city
    alone = sum(other.place.country == row.place.country for other in found.rows) == 1
    return name if alone else f"{name} ({row.place.city})"


def _some(places: list[str]) -> str:
    more = len(places) - PLACES_NAMED
    return ", ".join(places) if more <= 0 else f"{', '.join(places[:PLACES_NAMED])} and {more} more"


def _weekends(found: Audit, row: Row) -> list[str]:
    return _numbers(found, [cell.weekend for cell in row.cells])


def _other_dates(found: Audit, row: Row) -> list[str]:
    return _numbers(found, [cell.day_shift != 0 for cell in row.cells])


def _numbers(found: Audit, flags: list[bool]) -> list[str]:
    """The sessions that are flagged, as one fact; none when there are none."""
    if flags and all(flags):
        return ["all sessions"]
    named = [_name(slot.number, slot.cohort) for slot, flag in zip(found.slots, flags, strict=True) if flag]
    return [f"session{'s' if len(named) > 1 else ''} {', '.join(named)}"] if named else []


def _clocks(row: Row) -> list[str]:
    return [f"on {change.at:%Y-%m-%d} at {change.at:%H:%M} UTC by {_signed(change.step)}" for change in row.changes]


def _moves(row: Row) -> list[str]:
    causes = {(True, False): "their own clocks change", (False, True): "the programme's clocks change"}
    return [
        f"from session {_name(move.number, move.cohort)} on by {_signed(move.by)}, because "
        + causes.get((move.own, move.programme), "both clocks change")
        for move in row.moves
    ]


def _name(number: int, cohort: str | None) -> str:
    return f"{number} ({cohort})" if cohort else str(number)


def _minutes(span: timedelta) -> int:
    return span // timedelta(minutes=1)


def _signed(span: timedelta) -> str:
    sign = "+" if span > timedelta(0) else "−"
    hours, minutes = divmod(_minutes(abs(span)), 60)
    return f"{sign}{hours}:{minutes:02} h"
