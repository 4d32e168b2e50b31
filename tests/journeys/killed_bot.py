"""A real bot in a process of its own, to be killed: it opens the database, logs in, and says what is due.

Forked from a server that has imported everything and parsed all texts already, so that two hundred starts do not take
an hour.
"""

import asyncio
import multiprocessing
from collections.abc import Callable, Coroutine
from datetime import datetime
from functools import partial
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot import heartbeat
from bot.app import Installation
from bot.clock import Clock, CourseClock
from bot.wording import Wording
from config import texts
from sessions.domain.shards import Shards

for _language in texts.languages():  # parsed here once, not after each fork
    Wording(texts.catalogue).text("me-name", _language)


class Hands:
    """A clock that shows what a file says, so that somebody else sets it."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        return datetime.fromisoformat(self._file.read_text())

    def delay_until(self, moment: datetime) -> float:
        return max(0.0, (moment - self.now()).total_seconds())

    def on_moved(self, callback: Callable[[], None]) -> None:
        return None


def start(database: str, api_url: str, token: str, moment: datetime, shards: Shards | None = None) -> ForkServerProcess:
    """A running process; its course time goes on from ``moment``, so that what failed is tried again."""
    return _start(partial(_speak, database, api_url, token, moment, shards))


def start_by(database: str, api_url: str, token: str, hands: Path) -> ForkServerProcess:
    """A running process whose clock is a file, looked at a hundred times a second."""
    return _start(partial(_speak_by, database, api_url, token, hands))


def _start(speak: Callable[[], Coroutine[None, None, None]]) -> ForkServerProcess:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.journeys.killed_bot"])
    process = context.Process(target=_run, args=(speak,), daemon=True)
    process.start()
    return process


def _run(speak: Callable[[], Coroutine[None, None, None]]) -> None:
    asyncio.run(speak())


async def _speak(database: str, api_url: str, token: str, moment: datetime, shards: Shards | None) -> None:
    await _live(database, api_url, token, CourseClock(moment, speed=1.0), shards)


async def _speak_by(database: str, api_url: str, token: str, hands: Path) -> None:
    heartbeat.LOOK_SECONDS = 0.01
    await _live(database, api_url, token, Hands(hands))


async def _live(database: str, api_url: str, token: str, clock: Clock, shards: Shards | None = None) -> None:
    installation = await Installation.open(database, clock=clock)
    await installation.start_bot(token, api_url=api_url, shards=shards)
    await installation.wait()
