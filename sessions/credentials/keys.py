"""The keys that sign credentials: files outside the database, made at first start, never deleted.

Each key is ``signing-NNNN.pem`` (PKCS #8, mode 0600) in a folder of mode 0700. The highest number signs; all of them
verify, so that rotating invalidates nothing. A key's name is its thumbprint (RFC 7638); credentials name the address
of its public part as ``kid``.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from joserfc import jws
from joserfc.jwk import RSAKey

from sessions.credentials.addresses import Addresses

ALGORITHM = "RS256"
"""The public Open Badges validator takes RS256 and ES256 only; RS256 gives the same bytes each time."""
BITS = 3072
_PATTERN = "signing-[0-9][0-9][0-9][0-9].pem"

Jwk = dict[str, object]


class ExposedKeyError(PermissionError):
    """A private key can be read by others than its owner: ``chmod 600`` the file, then rotate."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"the private key {path} can be read by others; chmod 600 it, then rotate the keys")


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Opened keys, oldest first. Signing uses the last one."""

    keys: tuple[RSAKey, ...]
    addresses: Addresses

    @property
    def current(self) -> str:
        """The thumbprint of the key that signs."""
        return self.keys[-1].thumbprint()

    def sign(self, payload: dict[str, object]) -> str:
        """The payload as a compact JWS (RFC 7515), sorted and without spaces: the same bytes each time."""
        header = {"alg": ALGORITHM, "kid": self.addresses.key(self.current), "typ": "JWT"}
        text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return jws.serialize_compact(header, text.encode(), self.keys[-1], algorithms=[ALGORITHM])

    def jwk(self, thumbprint: str) -> Jwk | None:
        """The public part of one key as a bare JWK (RFC 7517); None when there is no such key."""
        return next((self._public(key) for key in self.keys if key.thumbprint() == thumbprint), None)

    def jwks(self) -> dict[str, list[Jwk]]:
        """The public parts of all keys, newest first."""
        return {"keys": [self._public(key) for key in reversed(self.keys)]}

    def as_json(self) -> str:
        """``jwks.json``, to be kept with credentials."""
        return json.dumps(self.jwks(), indent=2) + "\n"

    def _public(self, key: RSAKey) -> Jwk:
        address = self.addresses.key(key.thumbprint())
        return {**key.as_dict(private=False), "kid": address, "alg": ALGORITHM, "use": "sig"}


def open_keys(folder: Path, addresses: Addresses) -> KeyRing:
    """The keys of the folder; makes folder and first key where there is none. Raises ExposedKeyError, OSError and
    ValueError (a file that is no RSA key)."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not any(folder.glob(_PATTERN)):
        _write(folder, 1)
    return KeyRing(tuple(_read(path) for path in sorted(folder.glob(_PATTERN))), addresses)


def rotate_keys(folder: Path, addresses: Addresses) -> KeyRing:
    """The keys with a new one that signs from now on; what the old ones signed stays valid."""
    numbers = [int(path.stem.removeprefix("signing-")) for path in folder.glob(_PATTERN)]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(folder, max(numbers, default=0) + 1)
    return open_keys(folder, addresses)


def _read(path: Path) -> RSAKey:
    if path.stat().st_mode & 0o077:
        raise ExposedKeyError(path)
    return RSAKey.import_key(path.read_bytes())


def _write(folder: Path, number: int) -> None:
    """Writes a new key under its number, whole or not at all; a key that another process wrote meanwhile stays."""
    path = folder / f"signing-{number:04}.pem"
    draft = folder / f".{path.name}.{os.getpid()}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(RSAKey.generate_key(BITS).as_pem(private=True))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink()
