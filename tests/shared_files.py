"""Samples and schemas that lie beside the checkout and are no part of it; tests that need them skip without them."""

import os
from pathlib import Path

import pytest

ABSENT = "the shared folder beside the checkout is absent"
"""Begins the reason of the only skip that CI forgives (see conftest.py)."""


def shared(path: str) -> Path:
    """The file or folder ``path`` of the shared folder: $MARATHON_SHARED, else ../shared. Skips where it is not."""
    for folder in (os.environ.get("MARATHON_SHARED"), Path(__file__).parents[2] / "shared"):
        if folder and (found := Path(folder) / path).exists():
            return found
    pytest.skip(f"{ABSENT}: {path}")
