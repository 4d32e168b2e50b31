"""The key behind secret addresses: from the settings, else made once and kept beside the database."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

BYTES = 32
MODE = 0o600
"""Nobody but the service's own user reads it."""


def find_server_key(setting: str | None, database: Path | None) -> bytes | None:
    """The setting, else the key in ``<database>.key``, which is made at the first start. None for a database without
    a file: a server may be shared by several machines, and there the setting must be the same on each. OSError when
    the file cannot be read or written."""
    if setting is not None:
        return setting.encode()
    if database is None:
        return None
    path = beside(database)
    if not path.exists():
        _make(path)
    return path.read_text(encoding="ascii").strip().encode()


def beside(database: Path) -> Path:
    """Where the key of a database's file is kept."""
    return database.with_name(f"{database.name}.key")


def _make(path: Path) -> None:
    """Whole or not there at all; of two processes that start together the first one's key stays."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, MODE), "w", encoding="ascii") as file:
        file.write(f"{secrets.token_hex(BYTES)}\n")
    with suppress(FileExistsError):
        path.hardlink_to(unfinished)
    unfinished.unlink()
