"""Storage is tested on both engines: every test that asks for ``store`` or ``address`` runs twice."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest

from sessions.storage.store import Store
from tests import postgres
from tests.builders import a_store

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a server with a migrated template."""
    with postgres.a_server() as server:
        asyncio.run(postgres.prepare_template(server))
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh database that outlives the store: a file, a database on the server."""
    if request.param == "sqlite":
        return str(tmp_path / "marathon.db")
    server: str = request.getfixturevalue("postgres_server")
    return asyncio.run(postgres.create_database(server, f"marathon_{next(_numbers)}"))


@pytest.fixture
async def store(address: str) -> AsyncIterator[Store]:
    """An open store, on a file and on the server."""
    async with a_store(address) as opened:
        yield opened
