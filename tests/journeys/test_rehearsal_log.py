"""The log of a whole rehearsal, as talkative as it can be: ids on what was done, and nothing secret."""

import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.logs import set_up
from tests.journeys.test_rehearsal import play

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
SECRETS = ("aW50ZXJhY3Rpb24", "/calendar/p/", "/me/")
"""How the local Discord's interaction tokens begin; addresses of personal feeds and pages."""


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, as `MARATHON_LOG_LEVEL=DEBUG MARATHON_LOG_FORMAT=json` has it."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    root.handlers.clear()
    stream = io.StringIO()
    set_up("DEBUG", "json", stream=stream)
    logging.captureWarnings(False)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)


async def test_a_rehearsal_logs_what_was_done_and_nothing_secret(log: io.StringIO, tmp_path: Path) -> None:
    await play(tmp_path, seed=3, participants=6)
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    subjects = {str(line["about"]).partition(" ")[0] for line in lines if "about" in line}
    text = log.getvalue()
    assert subjects == {"interaction", "delivery"}
    assert (EMAIL.findall(text), [secret for secret in SECRETS if secret in text]) == ([], [])
    answers = [line for line in lines if "/callback" in line["message"]]
    assert answers
    assert all(line.get("about", "").startswith("interaction ") for line in answers)
