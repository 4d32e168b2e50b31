"""A whole marathon in miniature: what the summary says is what the record, the report and the people say."""

import asyncio
import csv
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.rehearsal.discord_server import FAULT_PROFILES
from bot.rehearsal.rehearsal import raise_curtain, rehearse
from bot.rehearsal.report import write_report
from bot.rehearsal.show import Plan
from bot.rehearsal.summary import Summary
from config import programmes
from sessions.domain.programme import Programme
from sessions.imports.programme_dates import starting
from sessions.imports.programme_file import read_programme
from sessions.services import standing
from sessions.storage.verification import Verified, verify
from tests.bot.rehearsal.discord_server.conformance import discords_own


def a_short_programme() -> Programme:
    """The shipped programme, cut to its first three sessions; two of three complete it."""
    programme = read_programme(programmes.read("who-cgmp-2025"))
    assert isinstance(programme, Programme)
    rules = tuple(replace(rule, sessions_needed=2, share_needed=None) for rule in programme.completion)
    return replace(programme, sessions=programme.sessions[:3], completion=rules)


async def play(
    folder: Path, *, seed: int, participants: int = 12, programme: Programme | None = None, faults: str | None = None
) -> Summary:
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    plan = Plan(
        programme=programme or a_short_programme(),
        participants=participants,
        seed=seed,
        database_url=f"sqlite:///{folder}/marathon-{seed}-{participants}.sqlite3",
        traffic_log=folder / "traffic.jsonl",
        faults=None if faults is None else replace(FAULT_PROFILES[faults], seed=seed),
    )
    async with raise_curtain(plan) as show:
        summary = await rehearse(show, passed=lambda _: None)
        await write_report(folder / "report", show, summary)
        assert isinstance(await show.installation.store.read(verify), Verified)
        assert show.marathon is not None
        _, people = await standing.everyone(show.installation.store, show.marathon.id, now=show.stage.clock.now())
        assert people == summary.people
    return summary


async def test_everything_due_is_seen_once_every_click_is_answered_and_the_lists_agree(tmp_path: Path) -> None:
    summary = await play(tmp_path, seed=7)
    counts, clicks = summary.deliveries, summary.check_ins
    # announcement, notice; for each session an event, three reminders, check-in opened and closed
    assert (counts.due, counts.sent, counts.late, counts.lost, counts.doubled) == (20, 20, 0, 0, 0)
    assert (summary.participants, summary.applications, summary.unkept) == (12, 12, 0)
    assert clicks.clicked == clicks.answered >= clicks.kept > 0
    assert sum(summary.completion.values()) == 12
    rows = list(csv.DictReader((tmp_path / "report" / "completion.csv").read_text("utf-8-sig").splitlines()))
    assert [row["status"] for row in rows].count("complete") == summary.completion.get("complete", 0)
    present = {f"session_{line.number}": line.present for line in summary.sessions}
    assert {name: sum(row[name] == "present" for row in rows) for name in present} == present
    feed = (tmp_path / "report" / "calendar.ics").read_bytes()
    assert feed.count(b"BEGIN:VEVENT") == 3
    page = (tmp_path / "report" / "report.html").read_text("utf-8")
    assert page.count("<svg") == 3 + 1 + 3  # bars and hours; the map of attendance; a curve for each session
    assert "12 participants in 3 sessions" in page
    fetched = re.findall(r'(?:src|href|action)="([^"]*)"', page)
    assert [
        address for address in fetched if not address.startswith(("#", "data:image/png;base64,"))
    ] == []  # the page stands alone


async def test_cohorts_that_share_numbers_and_titles_are_told_apart(tmp_path: Path) -> None:
    shipped = read_programme(programmes.read("two-cohorts-3-days"))
    assert isinstance(shipped, Programme)
    programme = replace(shipped, sessions=tuple(one for one in shipped.sessions if one.number == 1))
    summary = await play(tmp_path, seed=9, participants=8, programme=programme)
    counts = summary.deliveries
    assert (counts.sent, counts.lost, counts.doubled, summary.unkept) == (counts.due, 0, 0, 0)
    assert [line.label for line in summary.sessions] == ["1 first", "1 second"]
    rows = list(csv.DictReader((tmp_path / "report" / "completion.csv").read_text("utf-8-sig").splitlines()))
    assert [name for name in rows[0] if name.startswith("session_")] == ["session_1"]
    assert events_made(tmp_path / "traffic.jsonl") == [
        "1. Cultivation · First run, 10–12 November",
        "1. Cultivation · Second run, 24–26 November",
    ]
    present = sum(row["session_1"] == "present" for row in rows)
    assert present == sum(line.present for line in summary.sessions) > 0


def events_made(traffic: Path) -> list[str]:
    lines = [json.loads(line) for line in traffic.read_text("utf-8").splitlines()]
    return [
        line["request_json"]["name"]
        for line in lines
        if line.get("method") == "POST" and line["path"].endswith("/scheduled-events")
    ]


async def test_traffic_shows_real_commands_buttons_and_forms(tmp_path: Path) -> None:
    await play(tmp_path, seed=8, participants=4)
    kinds = set()
    for line in (tmp_path / "traffic.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry.get("gateway") == "send" and entry["payload"].get("t") == "INTERACTION_CREATE":
            data = entry["payload"]["d"]["data"]
            kinds.add((entry["payload"]["d"]["type"], data.get("name") or data["custom_id"].split(":")[0]))
    assert {(2, "apply"), (2, "setup"), (4, "apply"), (5, "form"), (3, "do"), (3, "checkin")} <= kinds


async def test_same_seed_same_result(tmp_path: Path) -> None:
    first = await play(tmp_path / "a", seed=3)
    second = await play(tmp_path / "b", seed=3)
    assert replace(first, wall_seconds=0) == replace(second, wall_seconds=0)


async def test_nobody_applies_and_the_marathon_still_runs(tmp_path: Path) -> None:
    summary = await play(tmp_path, seed=1, participants=0)
    assert (summary.participants, summary.check_ins.clicked, summary.completion) == (0, 0, {})
    assert (summary.deliveries.lost, summary.deliveries.doubled) == (0, 0)


async def test_an_autumn_edition_through_the_change_of_clocks_loses_nothing(tmp_path: Path) -> None:
    laid = starting(a_short_programme(), date(2027, 10, 26))
    assert isinstance(laid, Programme)
    summary = await play(tmp_path, seed=5, participants=5, programme=laid)
    assert (summary.deliveries.lost, summary.deliveries.doubled, summary.deliveries.late) == (0, 0, 0)


@pytest.mark.parametrize("faults", FAULT_PROFILES)
async def test_whatever_goes_wrong_nothing_is_lost_and_nothing_said_twice(faults: str, tmp_path: Path) -> None:
    whole = a_short_programme()
    programme = replace(whole, sessions=whole.sessions[:1])
    summary = await play(tmp_path, seed=4, participants=3, programme=programme, faults=faults)
    counts, clicks = summary.deliveries, summary.check_ins
    assert (counts.lost, counts.doubled, summary.unkept) == (0, 0, 0)
    assert clicks.answered == clicks.clicked > 0


def violations_of(log: Path) -> list[object]:
    return list(discords_own().violations(log.read_text("utf-8").splitlines()))


async def test_the_traffic_of_a_rehearsal_is_discords_own(tmp_path: Path) -> None:
    await play(tmp_path, seed=6, participants=8)
    assert violations_of(tmp_path / "traffic.jsonl") == []


@pytest.mark.soak
@pytest.mark.parametrize("faults", FAULT_PROFILES)
async def test_two_hundred_people_under_every_fault(faults: str, tmp_path: Path) -> None:
    shipped = read_programme(programmes.read("who-cgmp-2025"))
    assert isinstance(shipped, Programme)
    summary = await play(tmp_path, seed=2025, participants=200, programme=shipped, faults=faults)
    assert (summary.deliveries.lost, summary.deliveries.doubled, summary.unkept) == (0, 0, 0)
