"""A process that clicks without end and prints the id of whatever it was told is saved; for killing.

Usage: ``python -m tests.sessions.storage.clicking DATABASE SEED``.
"""

import asyncio
import os
import random
import sys
from collections.abc import Mapping

from sessions.storage.store import Store
from tests.builders import a_check_in, add_a_marathon, an_entry


async def click_without_end(address: str, seed: int) -> None:
    """Groups of random size, ordinary units in between."""
    store = await Store.open(address)
    dice = random.Random(seed)
    number = 0
    while True:
        size = dice.choice([1, 3, 40, 250])
        await asyncio.gather(*(_click(store, number + place) for place in range(size)))
        number += size
        await add_a_marathon(store, f"m{number}")


async def _click(store: Store, number: int) -> None:
    values: Mapping[str, object] = {**a_check_in(1, 1, number % 500 + 1), "key": f"click:{number}"}
    kept = await store.append_evidence(values, an_entry("evidence.kept"))
    os.write(sys.stdout.fileno(), f"{kept.id}\n".encode())  # past every buffer: what is read was really said


if __name__ == "__main__":
    asyncio.run(click_without_end(sys.argv[1], int(sys.argv[2])))
