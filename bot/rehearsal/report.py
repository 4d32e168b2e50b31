"""The report folder of a rehearsal: a page that stands alone, the calendar feed as a subscriber gets it, lists."""

import asyncio
import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import aiohttp
from jinja2 import Environment

from bot.attendance_pictures import attendance_picture, chart_matrix, presence_curve
from bot.pictures import audit_picture, bars
from bot.rehearsal.show import Rehearsal
from bot.rehearsal.summary import Summary
from sessions.domain.audit import Place, audit, heat_map, slots_of_programme
from sessions.domain.cells import disarm
from sessions.domain.presence import Presence
from sessions.services import attendance_curves
from sessions.services.standing import PersonStanding

COUNTRIES_SHOWN = 40


async def write_report(folder: Path, show: Rehearsal, summary: Summary) -> None:
    """``report.html``, ``calendar.ics``, ``completion.csv``. The feed is fetched over HTTP, as a subscriber would."""
    address = f"{show.web_url}/calendar/{summary.marathon}.ics"
    async with aiohttp.ClientSession() as client, client.get(address) as response:
        response.raise_for_status()
        feed = await response.read()
    planned = Counter[tuple[str | None, str]]((one.place.country, one.place.zone) for one in summary.people)
    places = tuple(Place(zone=zone, country=country, people=count) for (country, zone), count in planned.items())
    assert show.marathon is not None
    now = show.stage.clock.now()
    measured = await attendance_curves.of_marathon(show.installation.store, show.marathon.id, now=now)
    plots = await asyncio.to_thread(_plot, show, summary, places, measured, now)
    await asyncio.to_thread(_write, folder, show.plan.programme.title, summary, feed, plots)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plots:
    """SVG elements; empty where there is nothing to draw."""

    hours: str
    matrix: str
    curves: tuple[str, ...]


def _plot(
    show: Rehearsal, summary: Summary, places: tuple[Place, ...], measured: Sequence[Presence], now: datetime
) -> _Plots:
    wording, title = show.installation.wording, show.plan.programme.title
    matrix, names = chart_matrix(summary.people, now)
    drawn = matrix.people and matrix.sessions
    return _Plots(
        hours=_hours_plot(show, places),
        matrix=_element(attendance_picture(matrix, wording, title=title, names=names, form="svg")) if drawn else "",
        curves=tuple(_element(presence_curve(one, wording, form="svg")) for one in measured if not one.empty),
    )


def _element(svg: bytes) -> str:
    """Without the XML declaration, as a page holds it."""
    text = svg.decode()
    return text[text.index("<svg") :]


def _hours_plot(show: Rehearsal, places: tuple[Place, ...]) -> str:
    """The time-zone audit of the programme where the participants live, as an SVG element; empty without people."""
    if not places:
        return ""
    programme = show.plan.programme
    found = audit(slots_of_programme(programme), places, programme.zone)
    wording = show.installation.wording
    return _element(audit_picture(heat_map(found), wording, title=programme.title, zone=programme.zone, form="svg"))


def _write(folder: Path, title: str, summary: Summary, feed: bytes, plots: _Plots) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "calendar.ics").write_bytes(feed)
    (folder / "completion.csv").write_text(completion_list(summary), encoding="utf-8-sig", newline="")
    (folder / "report.html").write_text(_draw(title, summary, plots), encoding="utf-8")


def completion_list(summary: Summary) -> str:
    """One line a participant, with stable column names; cells that a spreadsheet would run are disarmed."""
    numbers = list(dict.fromkeys(line.number for line in summary.sessions))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(
        ["person", "name", "country", "status", "attended", "needed", "of", *(f"session_{n}" for n in numbers)]
    )
    writer.writerows(_line(person, numbers) for person in summary.people)
    return text.getvalue()


def _line(person: PersonStanding, numbers: list[int]) -> list[str]:
    completion = person.completions[0]
    verdicts = {
        session.number: attendance.verdict.value
        for session, attendance in zip(person.sessions, person.attendances, strict=True)
    }
    counted = completion.sessions
    return [
        str(person.place.person_id),
        disarm(person.name or ""),
        person.place.country,
        completion.status.value,
        str(counted.have),
        "" if counted.needed is None else str(counted.needed),
        str(counted.of),
        *(verdicts.get(number, "") for number in numbers),
    ]


def _draw(title: str, summary: Summary, plots: _Plots) -> str:
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((files("bot.rehearsal") / "report.html").read_text(encoding="utf-8"))
    return template.render(
        title=title,
        summary=summary,
        attendance=_attendance_plot(summary),
        countries=_countries_plot(summary),
        plots=plots,
        shown=COUNTRIES_SHOWN,
        completed=summary.completion.get("complete", 0),
    )


def _attendance_plot(summary: Summary) -> str:
    return bars(
        [line.label for line in summary.sessions],
        [line.present for line in summary.sessions],
        label="Present",
        under="Session",
        limit=summary.participants,
    )


def _countries_plot(summary: Summary) -> str:
    shown = list(summary.countries.items())[:COUNTRIES_SHOWN]
    return bars([code for code, _ in shown], [count for _, count in shown], label="Participants", under="Country")
