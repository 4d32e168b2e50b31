from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.refusals import BadSerial
from sessions.domain.serials import mint_serial, read_serial

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
random_bytes = st.binary(min_size=10, max_size=10)


def test_a_serial_is_three_groups_of_six_and_says_the_same_for_the_same_bytes() -> None:
    assert mint_serial(bytes(range(10))) == "000G40-R40M30-E209ZT"


def test_too_few_random_bytes_make_no_serial() -> None:
    with pytest.raises(ValueError, match="10 random bytes, not of 9"):
        mint_serial(bytes(9))


@given(random_bytes)
def test_a_serial_is_read_back_however_it_is_typed(random: bytes) -> None:
    serial = mint_serial(random)
    ways = [
        serial,
        serial.lower(),
        serial.replace("-", ""),
        f"  {serial.replace('-', ' ')}\n",
        serial.replace("0", "O").replace("1", "l"),
        serial.replace("1", "i").replace("-", "–"),
        f"https://marathon.example.org/verify/{serial}",
        f"https://marathon.example.org/verify/{serial}/?lang=fr",
    ]
    assert [read_serial(way) for way in ways] == [serial] * len(ways)


@given(random_bytes, st.data())
def test_every_one_or_two_wrong_characters_are_noticed(random: bytes, data: st.DataObject) -> None:
    letters = list(mint_serial(random).replace("-", ""))
    places = data.draw(st.sets(st.integers(0, 17), min_size=1, max_size=2))
    for place in places:
        letters[place] = data.draw(st.sampled_from(ALPHABET.replace(letters[place], "")))
    typed = "".join(letters)
    assert read_serial(typed) == BadSerial(text=typed, problem="check")


@given(random_bytes)
def test_every_exchange_of_two_characters_is_noticed(random: bytes) -> None:
    serial = mint_serial(random).replace("-", "")
    for first, second in combinations(range(18), 2):
        letters = list(serial)
        letters[first], letters[second] = letters[second], letters[first]
        exchanged = "".join(letters)
        assert exchanged == serial or read_serial(exchanged) == BadSerial(text=exchanged, problem="check")


def test_a_refusal_says_what_is_wrong() -> None:
    assert read_serial("7QK4M9-D2XV") == BadSerial(text="7QK4M9-D2XV", problem="length", length=10, expected=18)
    assert read_serial("7QK4M9-D2X*0B-RT3HéU") == BadSerial(
        text="7QK4M9-D2X*0B-RT3HéU", problem="characters", characters=("*", "É", "U")
    )
    assert read_serial("") == BadSerial(text="", problem="length", length=0, expected=18)
