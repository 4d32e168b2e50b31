from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.proposals import Share
from sessions.domain.regions import ELSEWHERE, shares_by_region

REGIONS = {"KE": "AFR", "NG": "AFR", "CH": "EUR"}
LINES = st.lists(
    st.builds(
        lambda name, chosen, more: Share(name=name, applied=chosen + more, chosen=chosen),
        st.sampled_from(["KE", "NG", "CH", "AQ"]),
        st.integers(0, 50),
        st.integers(0, 50),
    ),
    unique_by=lambda share: share.name,
)


def test_countries_are_summed_up_the_most_applications_first_and_territories_stand_apart() -> None:
    by_country = [
        Share(name="CH", applied=3, chosen=1),
        Share(name="KE", applied=2, chosen=2),
        Share(name="NG", applied=2, chosen=1),
        Share(name="AQ", applied=1, chosen=0),
    ]
    assert shares_by_region(by_country, REGIONS) == (
        Share(name="AFR", applied=4, chosen=3),
        Share(name="EUR", applied=3, chosen=1),
        Share(name=ELSEWHERE, applied=1, chosen=0),
    )


@given(LINES)
def test_nobody_is_lost_and_nobody_counted_twice(by_country: list[Share]) -> None:
    summed = shares_by_region(by_country, REGIONS)
    assert sum(share.applied for share in summed) == sum(share.applied for share in by_country)
    assert sum(share.chosen for share in summed) == sum(share.chosen for share in by_country)
    assert len({share.name for share in summed}) == len(summed)
