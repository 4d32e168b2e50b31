"""Nearness of names."""

import pytest

from sessions.domain.nearness import fold, nearest


@pytest.mark.parametrize(
    ("text", "folded"),
    [("São Paulo", "sao paulo"), ("NEW_YORK", "new york"), ("Port-au-Prince", "port au prince"), ("Straße", "strasse")],
)
def test_names_are_compared_without_case_accents_and_joints(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_nearest_come_best_first_and_nothing_comes_for_a_word_like_none() -> None:
    assert nearest("capcity", ["capacity", "cap_per_country", "reserve"]) == ("capacity",)
    assert nearest("xyz", ["capacity", "reserve"]) == ()
    assert nearest("Key", ["key"]) == ("key",)
