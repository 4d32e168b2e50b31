"""Countries summed up by the region they belong to."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sessions.domain.proposals import Share

ELSEWHERE = "elsewhere"
"""Territories that belong to no region of the list."""


def shares_by_region(by_country: Iterable[Share], regions: Mapping[str, str]) -> tuple[Share, ...]:
    """The summary's lines of countries as lines of regions, those with most applications first."""
    applied, chosen = Counter[str](), Counter[str]()
    for share in by_country:
        region = regions.get(share.name, ELSEWHERE)
        applied[region] += share.applied
        chosen[region] += share.chosen
    ordered = sorted(applied, key=lambda region: (-applied[region], region))
    return tuple(Share(name=region, applied=applied[region], chosen=chosen[region]) for region in ordered)
