"""What can be wrong with the database itself. The docstring of each class is the sentence people read.

These are broken worlds, not refusals: nothing a participant does can cause them.
"""

import sqlite3
from inspect import cleandoc

from sqlalchemy.exc import DBAPIError


class StorageError(Exception):
    """The database cannot be used: {reason}."""

    def __init__(self, **facts: object) -> None:
        super().__init__(" ".join(cleandoc(type(self).__doc__ or "").split()).format(**facts))
        self.facts = facts


class UnknownDatabase(StorageError):
    """{url} names no database Marathon can use: give a file path, sqlite:///FILE or postgresql://HOST/NAME."""


class CannotOpen(StorageError):
    """The database {path} cannot be opened or created: {reason}."""


class NotADatabase(StorageError):
    """{path} is not a database, or is damaged: nothing in it was changed."""


class DatabaseIsNewer(StorageError):
    """The database is from a newer version of Marathon (its revision is {found}, this version knows up to {known}):
    install that version; nothing was changed."""


class DatabaseIsOlder(StorageError):
    """The database is from an older version of Marathon (its revision is {found}, this version needs {known}):
    start `marathon run` once, it keeps a copy and brings the database up to date."""


class MigrationFailed(StorageError):
    """The database could not be brought up to date, and is as it was: {reason}."""


class ForeignDatabase(StorageError):
    """The database {path} holds tables of another program: choose another file for Marathon."""


class DatabaseIsReadOnly(StorageError):
    """The database cannot be written: the file, its folder or the server allows reading only."""


class DatabaseIsLocked(StorageError):
    """The database is held by another program that has not let go for {seconds} seconds: nothing was saved."""


class DiskIsFull(StorageError):
    """The disk of the database is full: nothing was saved."""


class DiskFails(StorageError):
    """The disk of the database reports errors: nothing was saved."""


class ConnectionLost(StorageError):
    """The connection to the database {path} was lost before it answered: try again."""


class StoreClosed(StorageError):
    """The database is closed: nothing more can be saved."""


class WriterStopped(StorageError):
    """Saving has stopped after an unexpected error ({reason}): restart Marathon; nothing was saved since."""


BUSY_SECONDS = 10
"""How long a write waits for another process (the command line beside the running bot)."""


def explain(error: BaseException, path: str = "the database") -> StorageError | None:
    """The sentence for an error of the driver, or None when the error is about the statement, not the database."""
    if isinstance(error, StorageError):
        return error
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return ConnectionLost(path=path)
    cause: BaseException | None = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _explain_sqlite(cause, path)
    if isinstance(cause, OSError):
        return CannotOpen(path=path, reason=cause.strerror or str(cause))
    state = getattr(cause, "sqlstate", None) or getattr(cause, "pgcode", None)
    return _explain_postgres(str(state), str(cause), path) if state else None


def _explain_sqlite(cause: sqlite3.Error, path: str) -> StorageError | None:
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # the low byte: the primary result code
    match code:
        case sqlite3.SQLITE_FULL:
            return DiskIsFull()
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseIsLocked(seconds=BUSY_SECONDS)
        case sqlite3.SQLITE_READONLY:
            return DatabaseIsReadOnly()
        case sqlite3.SQLITE_IOERR:
            return DiskFails()
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return NotADatabase(path=path)
        case sqlite3.SQLITE_CANTOPEN:
            return CannotOpen(path=path, reason="the folder is missing or may not be used")
        case _:
            return None


def _explain_postgres(state: str, sentence: str, path: str) -> StorageError | None:
    """By SQLSTATE (PostgreSQL documentation, appendix A): its first two characters are the class."""
    reason = sentence.partition("'>: ")[2] or sentence  # SQLAlchemy puts the driver's class before the sentence
    match state[:2], state:
        case _, "53100":
            return DiskIsFull()
        case _, "25006":
            return DatabaseIsReadOnly()
        case _, "55P03":
            return DatabaseIsLocked(seconds=BUSY_SECONDS)
        case (("08" | "28" | "3D" | "57"), _):  # connection, authorisation, no such database, server going away
            return CannotOpen(path=path, reason=reason.strip().rstrip("."))
        case (("53" | "58" | "XX"), _):  # resources, system errors, damage
            return DiskFails()
        case _:
            return None
