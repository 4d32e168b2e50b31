"""Shards: Discord deals out an application's servers to as many connections as it asks for ("Sharding")."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards that one process runs, of how many there are in all."""

    ids: tuple[int, ...] = (0,)
    count: int = 1
