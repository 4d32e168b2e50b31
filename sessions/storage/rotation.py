"""Nightly backups of a SQLite database: one file a night in a folder of their own, the oldest make room.

What was erased from the database is still in the backups of the nights before: it is gone for good when the last of
them has made room.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sessions.storage import copies
from sessions.storage.copies import Copy
from sessions.storage.errors import StorageError


class NoBackupFolder(StorageError):
    """The backups' folder {folder} cannot be used: {reason}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """``keep``: how many nights are kept, at least one."""

    folder: Path
    keep: int


def back_up_tonight(url: str, rotation: Rotation, *, now: datetime) -> Copy:
    """Copies and checks the database (``copies.back_up``). A StorageError leaves nothing behind."""
    source = copies.file_of(url)
    try:
        rotation.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NoBackupFolder(folder=rotation.folder, reason=error.strerror or str(error)) from error
    name = f"{source.stem}.night-{now:%Y-%m-%dT%H%M%SZ}{source.suffix}"
    return copies.back_up(url, rotation.folder / name)


def make_room(url: str, rotation: Rotation) -> tuple[Path, ...]:
    """Deletes the oldest nightly backups beyond those that are kept, and no other file; which."""
    gone = kept_nights(url, rotation)[: -rotation.keep]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def kept_nights(url: str, rotation: Rotation) -> tuple[Path, ...]:
    """The nightly backups of this database that are there, oldest first: their names sort as their moments do."""
    source = copies.file_of(url)
    return tuple(sorted(rotation.folder.glob(f"{source.stem}.night-*Z{source.suffix}")))
