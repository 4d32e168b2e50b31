"""Serials: what stands on a certificate and in its verification address.

A serial is 80 unguessable bits in Crockford's base 32 (digits and letters without I, L, O, U), followed by two check
characters, in three groups of six: ``7QK4M9-D2XV0B-RT3H8C``. The check characters make the eighteen a word of a
Reed-Solomon code over the field of 32 elements (x^5 + x^2 + 1): every one or two wrong characters are noticed, every
two exchanged ones, and of any other mistake all but one in 1,024.
"""

import re

from sessions.domain.refusals import BadSerial

RANDOM_BYTES = 10
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODED = 16
_LENGTH = 18
_READ_AS = {"O": "0", "I": "1", "L": "1"}
_BETWEEN = re.compile(r"[\s\-‐‑‒–—−_.]+")


def _powers() -> tuple[int, ...]:
    power, powers = 1, []
    for _ in range(31):
        powers.append(power)
        power <<= 1
        if power & 0b100000:
            power ^= 0b100101
    return tuple(powers)


_POWERS = _powers()
_LOGARITHMS = {power: exponent for exponent, power in enumerate(_POWERS)}


def _multiply(left: int, right: int) -> int:
    if left == 0 or right == 0:
        return 0
    return _POWERS[(_LOGARITHMS[left] + _LOGARITHMS[right]) % 31]


def _syndromes(values: list[int]) -> tuple[int, int]:
    """The word's polynomial at the first two powers of the field's generator; both 0 for a word of the code."""
    first = second = 0
    for value in values:
        first = _multiply(first, _POWERS[1]) ^ value
        second = _multiply(second, _POWERS[2]) ^ value
    return first, second


def _checks(values: list[int]) -> list[int]:
    """The two values that complete ``values``: the remainder modulo (x + a)(x + a^2)."""
    linear, constant = _POWERS[1] ^ _POWERS[2], _POWERS[3]
    high = low = 0
    for value in values:
        feedback = high ^ value
        high = low ^ _multiply(feedback, linear)
        low = _multiply(feedback, constant)
    return [high, low]


def mint_serial(random: bytes) -> str:
    """The serial of ten random bytes; ValueError when there are not exactly ten."""
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"a serial is made of {RANDOM_BYTES} random bytes, not of {len(random)}")
    number = int.from_bytes(random)
    values = [number >> (5 * place) & 31 for place in reversed(range(_CODED))]
    characters = "".join(_ALPHABET[value] for value in values + _checks(values))
    return "-".join(characters[start : start + 6] for start in range(0, _LENGTH, 6))


def read_serial(text: str) -> str | BadSerial:
    """The serial that a person typed or pasted, also with the whole verification address, in any case, with or
    without hyphens and spaces, O for 0 and I or L for 1; a refusal when it cannot be one."""
    typed = text.strip().split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    joined = _BETWEEN.sub("", typed).upper()
    characters = "".join(_READ_AS.get(character, character) for character in joined)
    strange = tuple(dict.fromkeys(character for character in characters if character not in _ALPHABET))
    if strange:
        return BadSerial(text=typed, problem="characters", characters=strange)
    if len(characters) != _LENGTH:
        return BadSerial(text=typed, problem="length", length=len(characters), expected=_LENGTH)
    if _syndromes([_ALPHABET.index(character) for character in characters]) != (0, 0):
        return BadSerial(text=typed, problem="check")
    return "-".join(characters[start : start + 6] for start in range(0, _LENGTH, 6))
