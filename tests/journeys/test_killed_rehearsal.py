"""A rehearsal killed at any point: what people were told is saved is in the record, and the bot starts on it again."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.app import Installation
from bot.clock import CourseClock
from bot.rehearsal.discord_server import LocalDiscord
from bot.wording import Wording
from config import texts
from sessions.services import attendance, programmes, standing
from sessions.storage.verification import Verified, verify
from tests.builders import AT

APPLIED = {Wording(texts.catalogue).text("apply-done", language, places=2500) for language in texts.languages()}


@dataclass(slots=True)
class Told:
    """What the people of a traffic log were told: by Discord id, and session id for check-ins."""

    applied: set[int] = field(default_factory=set)
    checked_in: set[tuple[int, int]] = field(default_factory=set)


def read_told(log: Path) -> Told:
    told = Told()
    asked: dict[str, tuple[int, str]] = {}
    for line in _whole_lines(log):
        if line.get("gateway") == "send":
            payload = line["payload"]
            if payload.get("t") == "INTERACTION_CREATE":
                interaction = payload["d"]
                person = int((interaction.get("member") or interaction)["user"]["id"])
                asked[interaction["id"]] = (person, interaction["data"].get("custom_id", ""))
        elif line.get("status") == 200 and line["path"].endswith("/callback"):
            content = ((line["request_json"] or {}).get("data") or {}).get("content") or ""
            person, custom_id = asked[line["path"].split("/")[-3]]
            if content.startswith("✅"):
                told.checked_in.add((person, int(custom_id.removeprefix("checkin:1:"))))
            if content in APPLIED:
                told.applied.add(person)
    return told


def _whole_lines(log: Path) -> Iterator[dict[str, Any]]:
    for line in log.read_bytes().splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            return  # the kill cut this line


async def rehearse_until_killed(folder: Path, *, seed: int, lines: int) -> Path:
    """Starts `marathon rehearse` as a process of its own and kills it once so many lines of traffic have come through
    the pipe that is its log; the lines that came, the cut one included."""
    pipe, log = folder / "pipe", folder / "traffic.jsonl"
    os.mkfifo(pipe)
    arguments = ["rehearse", "--participants", "25", "--seed", str(seed), "--traffic-log", str(pipe), "--json"]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        "--database",
        f"sqlite:///{folder}/marathon.sqlite3",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        env=os.environ | {"MARATHON_LOG_LEVEL": "ERROR"},
    )
    try:
        await asyncio.to_thread(_copy, pipe, log, lines, process.pid)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
        await process.wait()
    return log


def _copy(pipe: Path, log: Path, lines: int, pid: int) -> None:
    with pipe.open("rb") as incoming, log.open("wb") as kept:
        for number, line in enumerate(incoming, start=1):
            kept.write(line)
            if number == lines:
                os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize(("seed", "lines", "applications"), [(1, 90, 0), (2, 250, 10), (3, 520, 25), (4, 760, 25)])
async def test_what_people_were_told_survives_the_kill_and_the_bot_starts_again(
    seed: int, lines: int, applications: int, tmp_path: Path
) -> None:
    told = read_told(await rehearse_until_killed(tmp_path, seed=seed, lines=lines))
    clock = CourseClock(AT.replace(year=2026))
    discord = LocalDiscord(clock=clock)
    await discord.start()
    discord.add_application(token="again", name="Marathon")
    installation = await Installation.open(f"sqlite:///{tmp_path}/marathon.sqlite3", clock=clock)
    try:
        await installation.start_bot("again", api_url=discord.api_url)
        marathon = await programmes.find(installation.store, "who-cgmp-2025")
        assert marathon is not None
        kept = await attendance.check_ins_kept(installation.store, marathon.id)
        assert told.checked_in - kept == set()
        for person in told.applied:
            own = await standing.own(installation.store, marathon.id, discord_id=person, now=clock.now())
            assert own.status is not None
        assert len(told.applied) >= applications  # the log was read right
        verdict = await installation.store.read(verify)
        assert isinstance(verdict, Verified), verdict
    finally:
        await installation.close()
        await discord.stop()
