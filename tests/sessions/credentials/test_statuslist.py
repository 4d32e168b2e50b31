import base64
import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.credentials.addresses import Addresses
from sessions.credentials.statuslist import SIZE, draw_index, encode, entry, is_withdrawn, list_credential

ADDRESSES = Addresses("https://marathon.example.org")
indexes = st.sets(st.integers(0, SIZE - 1), max_size=5)


@given(indexes, st.integers(0, SIZE - 1))
def test_exactly_the_withdrawn_places_are_set(withdrawn: set[int], other: int) -> None:
    encoded = encode(withdrawn)
    asked = withdrawn | {other}
    assert {index for index in asked if is_withdrawn(encoded, index)} == withdrawn


def test_place_0_is_the_leftmost_bit_and_the_list_is_16_kilobytes() -> None:
    bits = gzip.decompress(base64.urlsafe_b64decode(encode({0, 9}).removeprefix("u") + "=="))
    assert (len(bits), bits[:2]) == (16_384, bytes([0b1000_0000, 0b0100_0000]))


def test_the_same_list_is_the_same_text() -> None:
    assert encode({5, 3, 900}) == encode({900, 5, 3})


def test_a_place_outside_the_list_is_an_error() -> None:
    with pytest.raises(ValueError, match="131072 places"):
        is_withdrawn(encode(()), SIZE)
    with pytest.raises(ValueError, match="multibase letter u"):
        is_withdrawn("H4sI", 0)


def test_the_list_is_a_credential_to_be_signed() -> None:
    changed = datetime(2025, 10, 6, 9, 30, tzinfo=UTC)
    address = "https://marathon.example.org/status/1"
    assert list_credential(ADDRESSES, number=1, withdrawn={7}, changed=changed) == {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": "https://marathon.example.org/issuer",
        "validFrom": "2025-10-06T09:30:00Z",
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encode({7}),
        },
        "iss": "https://marathon.example.org/issuer",
        "jti": address,
        "nbf": 1_759_743_000,
        "sub": f"{address}#list",
    }
    assert entry(ADDRESSES, number=1, index=7)["statusListCredential"] == address


def test_a_drawn_place_is_free_and_a_full_list_says_so() -> None:
    random = (SIZE - 1).to_bytes(10)
    assert [draw_index(taken, random) for taken in (set(), {SIZE - 1}, {SIZE - 1, 0})] == [SIZE - 1, 0, 1]
    with pytest.raises(ValueError, match="begin another list"):
        draw_index(range(SIZE), random)
