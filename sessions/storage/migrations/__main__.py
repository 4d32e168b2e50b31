"""``python -m sessions.storage.migrations "Adds certificates"`` writes the next migration from schema.py."""

import sys

from alembic import command
from sqlalchemy import create_engine

from sessions.storage.migrations import config, newest, upgrade


def write_next(message: str) -> None:
    """Compares what the migrations build with the schema, and writes the difference as the next revision."""
    try:
        number = int(newest()) + 1
    except RuntimeError:  # the very first one
        number = 1
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        if number > 1:
            upgrade(connection)
        settings = config(connection)
        settings.attributes["rebuild"] = number > 1
        command.revision(settings, message, autogenerate=True, rev_id=f"{number:04}")


if __name__ == "__main__":
    write_next(" ".join(sys.argv[1:]) or "Changes the schema")
