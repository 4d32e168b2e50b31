"""The real bot on a database, with a clock that stands.

python -m tests.benchmarks.real_bot API_URL TOKEN DATABASE_URL ISO_MOMENT
"""

import asyncio
import signal
import sys
from datetime import datetime

from bot.app import Installation
from bot.clock import CourseClock


async def run(api_url: str, token: str, database_url: str, moment: str) -> None:
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    installation = await Installation.open(database_url, clock=CourseClock(datetime.fromisoformat(moment)))
    try:
        await installation.start_bot(token, api_url=api_url)
        await stopping.wait()
    finally:
        await installation.close()


if __name__ == "__main__":
    asyncio.run(run(*sys.argv[1:5]))
