"""What somebody typed into a form and has not sent: kept for a day in memory, and nowhere else, for without consent
nothing personal is written down. The message that shows it outlives even a restart; this outlives the message."""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime, timedelta

KEPT = timedelta(days=1)
MOST = 5000
"""Drafts held at once; the oldest goes first."""

Key = tuple[int, int]
"""Marathon id and Discord id."""


class Drafts:
    def __init__(self) -> None:
        self._kept: OrderedDict[Key, tuple[datetime, Mapping[str, str]]] = OrderedDict()

    def keep(self, key: Key, typed: Mapping[str, str], *, now: datetime) -> None:
        self._kept[key] = (now, typed)
        self._kept.move_to_end(key)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)

    def find(self, key: Key, *, now: datetime) -> Mapping[str, str]:
        """What was typed within the last day; empty when nothing was."""
        since, typed = self._kept.get(key, (now, {}))
        return typed if now - since < KEPT else {}

    def drop(self, key: Key) -> None:
        self._kept.pop(key, None)
