"""The secret part of a personal feed's address: a MAC of the server's key, the participant and a generation.

Nothing is stored but the generation: the address can be shown again at any time, and a new generation revokes every
earlier one. The participant's id stands readable in front, so that the generation can be looked up.
"""

import base64
import hmac
import re
import struct

MAC_BITS = 192
"""Of HMAC-SHA256 (RFC 2104 §5 allows truncation to no less than half); 24 bytes are 32 letters without padding."""
SHORTEST_KEY = 16

_PURPOSE = b"marathon personal calendar feed, 1\0"
_SHAPE = re.compile(r"([1-9a-z][0-9a-z]{0,12})-([A-Za-z0-9_-]{32})", re.ASCII)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_HIGHEST = 2**63


def make_token(key: bytes, participant: int, generation: int) -> str:
    """``<participant in base 36>-<MAC>``, at most 46 characters of A–Z a–z 0–9 - _.

    ``participant`` and ``generation`` are from 0 (participant: 1) to 2^63 - 1. ValueError for a key under 16 bytes.
    """
    if len(key) < SHORTEST_KEY:
        raise ValueError(f"the key of personal feeds needs at least {SHORTEST_KEY} bytes, it has {len(key)}")
    message = _PURPOSE + struct.pack(">QQ", participant, generation)
    mac = hmac.digest(key, message, "sha256")[: MAC_BITS // 8]
    return f"{_base36(participant)}-{base64.urlsafe_b64encode(mac).decode('ascii')}"


def read_participant(token: str) -> int | None:
    """The participant that a token claims to be of; nothing is proven yet. None when it has no token's shape."""
    match = _SHAPE.fullmatch(token)
    if match is None:
        return None
    participant = int(match[1], 36)
    return participant if participant < _HIGHEST else None


def token_holds(token: str, key: bytes, generation: int | None) -> bool:
    """Whether the token is that of the participant it names, in this generation; compared in constant time.

    With None (there is no such participant) the same work is done and the answer is no: a stranger's guess takes as
    long as a revoked token.
    """
    participant = read_participant(token)
    expected = make_token(key, participant or 1, generation or 0)
    same = hmac.compare_digest(expected.encode(), token.encode("utf-8", "replace"))
    return same and participant is not None and generation is not None


def _base36(number: int) -> str:
    if number < 1:
        raise ValueError(f"a participant's id is 1 or more, not {number}")
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits
