"""The key behind secret addresses is made once, and nobody else can read it."""

import stat
from pathlib import Path

from bot.app.server_key import find_server_key


def test_the_setting_goes_before_the_file(tmp_path: Path) -> None:
    assert find_server_key("k" * 32, tmp_path / "marathon.sqlite3") == b"k" * 32
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_made_at_the_first_start_and_found_at_the_next(tmp_path: Path) -> None:
    database = tmp_path / "marathon.sqlite3"
    first, second = find_server_key(None, database), find_server_key(None, database)
    assert first is not None
    assert (len(first), second) == (64, first)
    assert [(path.name, stat.S_IMODE(path.stat().st_mode)) for path in tmp_path.iterdir()] == [
        ("marathon.sqlite3.key", 0o600)
    ]


def test_a_database_without_a_file_has_no_key_of_its_own() -> None:
    assert find_server_key(None, None) is None
