import asyncio
import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import about, cover, set_up

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.abcdefghijklmnopqrstuvwxyz0123456789AB"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is logged, as JSON lines, with one secret known from the settings; the former set-up afterwards."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    root.handlers.clear()  # pytest's own, which `force` would close
    stream = io.StringIO()
    set_up("INFO", "json", secrets=("s3cret", ""), stream=stream)
    yield stream
    logging.captureWarnings(False)
    root.handlers[:] = before
    root.setLevel(level)


def logged(stream: io.StringIO) -> list[dict[str, str]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (f"logging in with {TOKEN}", "logging in with …"),
        (f"Authorization: Bot {TOKEN}", "Authorization: …"),
        ("GET /calendar/aB3dE6gH9jK2mN5pQ8sT1v.ics", "GET /calendar/….ics"),
        (
            "POST /webhooks/1234567890123456789/aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEy/messages",
            "POST /webhooks/1234567890123456789/…/messages",
        ),
        ("https://x.example/me?token=abc&lang=fr", "https://x.example/me?token=…&lang=fr"),
        ("postgresql+asyncpg://me:pw@host/db", "postgresql+asyncpg://…@host/db"),
        ("550 no such user: zoë@bücher.example", "550 no such user: …"),
        ("<maria.o'neil+gmp@moh.gov.example>, next", "<…>, next"),
        ("configured s3cret is gone", "configured … is gone"),
        ("GET /calendar/who-cgmp-2025.ics 200", "GET /calendar/who-cgmp-2025.ics 200"),
        ("POST /channels/1234567890123456789/messages 200", "POST /channels/1234567890123456789/messages 200"),
        ("2 of 3 at 15:00, entry 7f3a", "2 of 3 at 15:00, entry 7f3a"),
    ],
)
def test_secrets_are_covered_and_the_rest_is_kept(said: str, kept: str) -> None:
    assert cover(said, ("s3cret",)) == kept


def test_arguments_and_tracebacks_are_covered_too(lines: io.StringIO) -> None:
    try:
        raise ValueError(f"refused {TOKEN}")
    except ValueError:
        logging.getLogger("discord.http").exception("mail to %s", "zoe@example.org")
    (line,) = logged(lines)
    assert (line["logger"], line["level"], line["message"]) == ("discord.http", "ERROR", "mail to …")
    assert line["traceback"].splitlines()[-1] == "ValueError: refused …"


async def test_each_line_carries_the_id_of_what_it_is_about(lines: io.StringIO) -> None:
    async def work(number: int) -> None:
        with about(f"interaction {number}"):
            await asyncio.sleep(0)
            logging.getLogger("bot.chat").info("answered")

    await asyncio.gather(work(1), work(2))
    logging.getLogger("bot.chat").info("idle")
    assert [line.get("about") for line in logged(lines)] == ["interaction 1", "interaction 2", None]


def test_text_lines_are_for_people() -> None:
    stream = io.StringIO()
    logger = logging.getLogger("tests.lines")
    handler = set_up_alone(logger, stream)
    with about("delivery 7f"):
        logger.warning("sent late")
    logger.removeHandler(handler)
    moment, rest = stream.getvalue().split(" ", 1)
    assert (moment[-1], rest) == ("Z", "WARNING tests.lines [delivery 7f] sent late\n")


def set_up_alone(logger: logging.Logger, stream: io.StringIO) -> logging.Handler:
    """The handler of ``set_up`` on one logger, the root left as it was."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    root.handlers.clear()
    handler = set_up("INFO", stream=stream)
    logging.captureWarnings(False)
    root.handlers[:] = before
    root.setLevel(level)
    logger.addHandler(handler)
    return handler
