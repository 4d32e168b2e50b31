"""The signed list that says which credentials no longer stand (W3C Bitstring Status List v1.0, 15 May 2025).

One bit a credential, in a list of 131,072: the smallest the standard allows, so that whoever asks about one asks
about all. The bit is set for revoked and for superseded certificates: neither credential is to be relied on any more,
and the verification page says which it is. The bit's place is drawn at random and says nothing of how many there are.
"""

import base64
import gzip
from collections.abc import Collection
from datetime import datetime

from sessions.credentials.addresses import Addresses

SIZE = 131_072
PURPOSE = "revocation"
_CONTEXT = "https://www.w3.org/ns/credentials/v2"


def draw_index(taken: Collection[int], random: bytes) -> int:
    """A free place for a new credential: the one the random bytes name, else the next free. ValueError: full."""
    if len(taken) >= SIZE:
        raise ValueError(f"all {SIZE} places of the status list are taken; begin another list")
    index = int.from_bytes(random) % SIZE
    while index in taken:
        index = (index + 1) % SIZE
    return index


def entry(addresses: Addresses, *, number: int, index: int) -> dict[str, object]:
    """What a credential says of its own place in list ``number`` (§2.1 BitstringStatusListEntry)."""
    address = addresses.status_list(number)
    return {
        "id": f"{address}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": PURPOSE,
        "statusListIndex": str(index),
        "statusListCredential": address,
    }


def list_credential(
    addresses: Addresses, *, number: int, withdrawn: Collection[int], changed: datetime
) -> dict[str, object]:
    """The list as a credential to be signed (§2.2). ``changed``: when a bit was last set; aware UTC."""
    address = addresses.status_list(number)
    return {
        "@context": [_CONTEXT],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": addresses.issuer,
        "validFrom": changed.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": PURPOSE,
            "encodedList": encode(withdrawn),
        },
        "iss": addresses.issuer,
        "jti": address,
        "nbf": int(changed.timestamp()),
        "sub": f"{address}#list",
    }


def encode(withdrawn: Collection[int]) -> str:
    """§3.1: the bits, place 0 leftmost, as GZIP, as base64url without padding, after the multibase letter u."""
    bits = bytearray(SIZE // 8)
    for index in withdrawn:
        bits[index // 8] |= 0x80 >> index % 8
    packed = base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).decode()
    return "u" + packed.rstrip("=")


def is_withdrawn(encoded: str, index: int) -> bool:
    """§3.2 of an encoded list; ValueError when it is none or too short."""
    if not encoded.startswith("u"):
        raise ValueError("an encoded list begins with the multibase letter u")
    bits = gzip.decompress(base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))
    if not 0 <= index < len(bits) * 8:
        raise ValueError(f"the list has {len(bits) * 8} places, none of them is {index}")
    return bool(bits[index // 8] & 0x80 >> index % 8)
