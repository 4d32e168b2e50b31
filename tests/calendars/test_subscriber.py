"""A real subscriber over HTTP: vdirsyncer fetches, khal shows, before and after every kind of change."""

import asyncio
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.web.application import build_web
from bot.web.server import WebServer
from sessions.calendar.feed import CalendarFacts
from tests.bot.web.houses import House
from tests.calendars.readers import KHAL
from tests.calendars.test_readers import STORY

SYNC = """
[general]
status_path = "{folder}/status/"
[pair course]
a = "mine"
b = "feed"
collections = null
conflict_resolution = "b wins"
[storage mine]
type = "filesystem"
path = "{folder}/mine/"
fileext = ".ics"
[storage feed]
type = "http"
url = "http://127.0.0.1:{port}/calendar/who-cgmp-2025.ics"
"""
SHOW = """
[calendars]
[[course]]
path = {folder}/mine
readonly = True
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
"""


class Subscriber:
    """A person's vdirsyncer and khal, with folders of their own."""

    def __init__(self, folder: Path, port: int) -> None:
        self._folder = folder
        self._sync, self._show = folder / "vdirsyncer.conf", folder / "khal.conf"
        self._sync.write_text(SYNC.format(folder=folder, port=port))
        self._show.write_text(SHOW.format(folder=folder))
        (folder / "mine").mkdir()

    async def look(self) -> list[str]:
        """Fetches, and what khal then shows of September and October 2025."""
        await self._run("vdirsyncer", "-v", "WARNING", "-c", str(self._sync), "sync", "--force-delete")
        template = "{start-date} {start-time} {end-time} {cancelled}{title}"
        span = ("2025-09-01", "60d")
        return (
            await self._run(
                "khal", "-c", str(self._show), "list", "--day-format", "", "--format", template, "--notstarted", *span
            )
        ).splitlines()

    async def discover(self) -> None:
        await self._run("vdirsyncer", "-c", str(self._sync), "discover", "--no-list")

    async def _run(self, program: str, *arguments: str) -> str:
        process = await asyncio.create_subprocess_exec(
            KHAL / program,
            *arguments,
            env={**os.environ, "HOME": str(self._folder), "PYTHONWARNINGS": "ignore"},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        said, complained = await process.communicate()
        assert process.returncode == 0, complained.decode()
        return said.decode()


def shown(facts: CalendarFacts) -> list[str]:
    lines = []
    for session in sorted(facts.sessions, key=lambda one: one.start):
        mark = "CANCELLED " if session.status == "cancelled" else ""
        prefix = "Cancelled: " if session.status == "cancelled" else ""
        title = session.title.replace("\\n", "\\\u200bn")
        lines.append(f"{session.start:%Y-%m-%d %H:%M} {session.end:%H:%M} {mark}{prefix}{title}")
    return lines


@pytest.mark.skipif(not (KHAL / "khal").exists(), reason="khal is not installed: make .venv-khal/.installed")
async def test_vdirsyncer_and_khal_follow_every_change(tmp_path: Path) -> None:
    house = House()
    server = WebServer(build_web(house.facts()), host="127.0.0.1", port=0)
    subscriber = Subscriber(tmp_path, await server.start())
    seen: dict[str, list[str]] = {}
    try:
        for state, facts in STORY.items():
            house.change(facts)
            if not seen:
                await subscriber.discover()
            seen[state] = await subscriber.look()
    finally:
        await server.stop()
    assert seen == {state: shown(facts) for state, facts in STORY.items()}


def test_the_story_moves_an_hour_that_the_subscriber_can_see() -> None:
    """The comparison above would say nothing if no state differed from the one before."""
    states = [shown(facts) for facts in STORY.values()]
    assert len({tuple(state) for state in states}) == len(states) - 1  # restored looks as moved did
    assert STORY["moved"].sessions[0].start == datetime(2025, 9, 9, 9, tzinfo=UTC)
    assert STORY["planned"].sessions[0].start - STORY["moved"].sessions[0].start == timedelta(hours=3)
