"""Fixtures that every test may ask for."""

from collections.abc import AsyncIterator

import pytest

from sessions.storage.store import Store
from tests.builders import a_store


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    """An open store in memory."""
    async with a_store() as opened:
        yield opened
