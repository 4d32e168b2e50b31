"""docs/local-discord.md names what there is, and only that."""

import re
from pathlib import Path

from bot.rehearsal.discord_server import FAULT_PROFILES, Person

PAGE = (Path(__file__).parents[4] / "docs" / "local-discord.md").read_text(encoding="utf-8")


def test_every_fault_profile_is_told_and_exists() -> None:
    table = PAGE.partition("## Failing on purpose")[2].partition("## ")[0]
    told = {name for line in table.splitlines() if line.startswith("| `") for name in re.findall(r"`([a-z-]+)`", line)}
    assert told == set(FAULT_PROFILES)


def test_every_act_of_people_that_is_told_exists() -> None:
    line = next(line for line in PAGE.splitlines() if line.startswith("| people |"))
    told = re.findall(r"`(\w+)`", line)
    assert [name for name in told if not hasattr(Person, name)] == []
    assert len(told) > 10
