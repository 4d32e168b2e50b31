"""Personal addresses: made from key, participant and generation, and from nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.calendar.token import make_token, read_participant, token_holds

KEY = bytes(range(32))
IDS = st.integers(min_value=1, max_value=2**63 - 1)


def test_a_token_is_the_same_on_every_day_and_fits_an_address() -> None:
    assert make_token(KEY, 1234, 1) == "ya-het6GbbxBrzGJGchGc3CT-5dL912NNSD"
    assert len(make_token(KEY, 2**63 - 1, 2**63 - 1)) == 46


@given(participant=IDS, generation=st.integers(min_value=0, max_value=2**63 - 1))
def test_a_token_names_its_participant_and_holds_for_its_generation_only(participant: int, generation: int) -> None:
    token = make_token(KEY, participant, generation)
    assert read_participant(token) == participant
    assert [
        token_holds(token, KEY, generation),
        token_holds(token, KEY, generation ^ 1),
        token_holds(token, KEY[::-1], generation),
        token_holds(token, KEY, None),
    ] == [True, False, False, False]


@pytest.mark.parametrize(
    "token",
    [
        "",
        "-",
        "1",
        "0-" + "A" * 32,
        "A-" + "A" * 32,
        "1-" + "A" * 31,
        "1-" + "é" * 32,
        "1-" + "A" * 33,
        "１-" + "A" * 32,
        "zzzzzzzzzzzzz-" + "A" * 32,
        "1-" + "A" * 32 + "\n",
    ],
)
def test_what_has_no_tokens_shape_names_nobody_and_holds_never(token: str) -> None:
    assert (read_participant(token), token_holds(token, KEY, 1)) == (None, False)


def test_one_changed_letter_anywhere_is_refused() -> None:
    token = make_token(KEY, 99, 3)
    changed = [
        token[:place] + ("a" if letter != "a" else "b") + token[place + 1 :] for place, letter in enumerate(token)
    ]
    assert [token_holds(one, KEY, 3) for one in changed] == [False] * len(token)


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 16 bytes"):
        make_token(b"short", 1, 1)
