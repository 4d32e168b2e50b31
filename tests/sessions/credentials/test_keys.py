import stat
from pathlib import Path

import pytest

from sessions.credentials.addresses import Addresses
from sessions.credentials.keys import ExposedKeyError, open_keys, rotate_keys

ADDRESSES = Addresses("https://marathon.example.org")


def test_the_first_start_makes_a_key_that_only_its_owner_can_read(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "keys"
    keys = open_keys(folder, ADDRESSES)
    files = list(folder.iterdir())
    assert [file.name for file in files] == ["signing-0001.pem"]
    assert (stat.S_IMODE(files[0].stat().st_mode), stat.S_IMODE(folder.stat().st_mode)) == (0o600, 0o700)
    assert [key["kid"] for key in keys.jwks()["keys"]] == [ADDRESSES.key(keys.current)]
    assert sorted(keys.jwks()["keys"][0]) == ["alg", "e", "kid", "kty", "n", "use"]


def test_the_next_start_uses_the_same_key(tmp_path: Path) -> None:
    first, second = open_keys(tmp_path, ADDRESSES), open_keys(tmp_path, ADDRESSES)
    assert first.jwks() == second.jwks()


def test_rotating_adds_a_key_and_keeps_the_others(tmp_path: Path) -> None:
    first = open_keys(tmp_path, ADDRESSES)
    second = rotate_keys(tmp_path, ADDRESSES)
    assert second.jwks()["keys"][1:] == first.jwks()["keys"]
    assert second.jwk(first.current) == first.jwk(first.current)
    assert first.jwk(second.current) is None
    assert sorted(file.name for file in tmp_path.iterdir()) == ["signing-0001.pem", "signing-0002.pem"]


def test_a_key_that_others_can_read_is_refused_with_the_cure(tmp_path: Path) -> None:
    open_keys(tmp_path, ADDRESSES)
    (tmp_path / "signing-0001.pem").chmod(0o640)
    with pytest.raises(ExposedKeyError, match="chmod 600"):
        open_keys(tmp_path, ADDRESSES)
