"""A real bot in a process of its own, to be killed: it opens the database, logs in, and says what is due.

Forked from a server that has imported everything already, so that two hundred starts do not take an hour.
"""

import asyncio
import multiprocessing
from datetime import datetime
from multiprocessing.context import ForkServerProcess

from bot.app import Installation
from bot.clock import CourseClock


def start(database: str, api_url: str, token: str, moment: datetime) -> ForkServerProcess:
    """A running process; its course time goes on from ``moment``, so that what failed is tried again."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.journeys.killed_bot"])
    process = context.Process(target=_run, args=(database, api_url, token, moment), daemon=True)
    process.start()
    return process


def _run(database: str, api_url: str, token: str, moment: datetime) -> None:
    asyncio.run(_speak(database, api_url, token, moment))


async def _speak(database: str, api_url: str, token: str, moment: datetime) -> None:
    installation = await Installation.open(database, clock=CourseClock(moment, speed=1.0))
    await installation.start_bot(token, api_url=api_url)
    await installation.wait()
