"""The log: one line an event, for people or for a collector, and never a secret in it.

Every line carries the id of what it belongs to (an interaction, a delivery), set once by ``about`` and kept through
everything that is awaited inside. Covering works on the finished line, traceback included, so that what a library
logs is covered too: configured secrets, Discord tokens, secret links, passwords in URLs, e-mail addresses.
"""

import json
import logging
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Literal, TextIO

COVER = "…"
"""Stands where something secret stood."""

_subject: ContextVar[str | None] = ContextVar("log_subject", default=None)

_DISCORD_TOKEN = re.compile(r"\b[\w-]{20,30}\.[\w-]{5,8}\.[\w-]{25,}")
"""User id in base 64, time stamp, signature: the form of every bot token."""

_SEGMENT = re.compile(r"(?<=/)(?=[A-Za-z0-9_~-]*[0-9])(?=[A-Za-z0-9_~-]*[A-Za-z])[A-Za-z0-9_~-]{20,}")
"""A part of a path that no person would write: the secret of a feed, a personal page, an interaction, a webhook."""

_PARAMETER = re.compile(
    r"(?i)\b(token|secret|password|authorization|[a-z]+_key)(\"?'?\s*[=:]\s*\"?'?)(?:bot\s+|bearer\s+)?[^\s&\"',}]+"
)
_LOGIN = re.compile(r"(?<=://)[^/\s@]+:[^/\s@]+(?=@)")
_EMAIL = re.compile(r"[^\s<>()\[\]{}\",;:=/@…]+@[^\s<>()\[\]{}\"',;:=/@…]+\.[^\s<>()\[\]{}\"',;:=/@….]+")


@contextmanager
def about(subject: str) -> Iterator[None]:
    """Every line logged inside, by whatever is awaited too, carries this id (``interaction 123``, ``delivery 7f``)."""
    token = _subject.set(subject)
    try:
        yield
    finally:
        _subject.reset(token)


def cover(text: str, secrets: Iterable[str] = ()) -> str:
    """The text without what must not be in a log."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, COVER)
    text = _DISCORD_TOKEN.sub(COVER, text)
    text = _SEGMENT.sub(COVER, text)
    text = _PARAMETER.sub(rf"\1\2{COVER}", text)
    text = _LOGIN.sub(COVER, text)
    return _EMAIL.sub(COVER, text)


class TextLines(logging.Formatter):
    """``2025-09-09T12:00:00.000Z INFO bot.app [interaction 123] message``, then the traceback if there is one."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        subject = f" [{name}]" if (name := vars(record).get("subject")) else ""
        line = f"{_moment(record)} {record.levelname} {record.name}{subject} {record.getMessage()}"
        told = self._traceback(record)
        return cover(f"{line}\n{told}" if told else line, self._secrets)

    def _traceback(self, record: logging.LogRecord) -> str:
        parts = [self.formatException(record.exc_info)] if record.exc_info else []
        return "\n".join([*parts, *([self.formatStack(record.stack_info)] if record.stack_info else [])])


class JsonLines(TextLines):
    """One JSON object a line: at, level, logger, about, message, traceback."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": _moment(record),
            "level": record.levelname,
            "logger": record.name,
            "about": vars(record).get("subject"),
            "message": cover(record.getMessage(), self._secrets),
            "traceback": cover(self._traceback(record), self._secrets),
        }
        return json.dumps({name: value for name, value in line.items() if value}, ensure_ascii=False)


class _Subject(logging.Filter):
    """Notes the id of the moment on the record: a handler may format it later, elsewhere."""

    def filter(self, record: logging.LogRecord) -> bool:
        vars(record)["subject"] = _subject.get()
        return True


def set_up(
    level: str, form: Literal["text", "json"] = "text", *, secrets: Iterable[str] = (), stream: TextIO | None = None
) -> logging.Handler:
    """Sends everything logged to standard error (or ``stream``), in place of what was set up before."""
    handler = logging.StreamHandler(sys.stderr if stream is None else stream)
    handler.setFormatter(JsonLines(secrets) if form == "json" else TextLines(secrets))
    handler.addFilter(_Subject())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    for chatty in ("aiosqlite", "apscheduler", "matplotlib", "fontTools", "alembic", "discord.gateway"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    return handler


def _moment(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
