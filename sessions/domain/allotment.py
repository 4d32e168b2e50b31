"""Allotment: which members of a list in falling claim get a place, under caps and quotas. Exact, not approximate.

Of all sets of members that keep the places and the caps, the one allotted is first in this order:

1. the fewest missing of the low-income quota;
2. the fewest missing of the quotas of women and of men, added up;
3. claims: the member with the highest claim is in if that is possible at all, then the next, and so on.

So a member is out while one with a lower claim is in only where a cap or a quota says so.

How it is found. An organisation is its name within a country, so the caps are nested (organisation within country
within income), and the genders part the members another way: two nested families are the two sides of a flow network,
where whole numbers cost nothing. A circulation that fulfils the quotas as far as possible is a witness that a
completion exists; each member in the order of claim is taken when the circulation can be led through them without
losing what was fixed before.
"""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The two genders that a balance is asked for; everybody else competes for all places without one."""

    WOMEN = "women"
    MEN = "men"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What caps and quotas look at. ``low_income`` must be the same for everybody of a country."""

    country: str
    organisation: str | None
    low_income: bool
    side: Side | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Places, caps (None: no cap) and the numbers that the quotas ask for; ``of_each_side`` to women and to men."""

    places: int
    per_country: int | None = None
    per_organisation: int | None = None
    low_income: int = 0
    of_each_side: int = 0


class Bar(StrEnum):
    """What kept a member out when only claims and caps are looked at."""

    FULL = "full"
    COUNTRY_CAP = "country-cap"
    ORGANISATION_CAP = "organisation-cap"


def allot(members: Sequence[Member], limits: Limits, *, taken: Sequence[Member] = ()) -> list[bool]:
    """For each member, in falling claim, whether they get a place besides those who have one (``taken``)."""
    if limits.low_income == 0 and limits.of_each_side == 0:
        return [bar is None for bar in allot_by_claim(members, limits, taken=taken)]
    network = _Network(members, limits, taken)
    network.fulfil_quotas(members, limits)
    return [network.take(member) for member in members]


def allot_by_claim(members: Sequence[Member], limits: Limits, *, taken: Sequence[Member] = ()) -> list[Bar | None]:
    """The same without quotas: everybody in falling claim until the places are gone, except who a cap bars."""
    free = limits.places - len(taken)
    of_country = Counter(member.country for member in taken)
    of_organisation = Counter((member.country, member.organisation) for member in taken)
    bars: list[Bar | None] = []
    for member in members:
        organisation = (member.country, member.organisation)
        bar = None
        if _is_reached(of_country[member.country], limits.per_country):
            bar = Bar.COUNTRY_CAP
        elif member.organisation is not None and _is_reached(of_organisation[organisation], limits.per_organisation):
            bar = Bar.ORGANISATION_CAP
        elif free <= 0:
            bar = Bar.FULL
        else:
            free -= 1
            of_country[member.country] += 1
            of_organisation[organisation] += 1
        bars.append(bar)
    return bars


def _is_reached(number: int, cap: int | None) -> bool:
    return cap is not None and number >= cap


_ROOT, _LOW, _OTHER_INCOME, _WOMEN, _MEN, _NO_SIDE, _BALANCE, _SINK = range(8)
_SIDES: dict[Side | None, int] = {Side.WOMEN: _WOMEN, Side.MEN: _MEN, None: _NO_SIDE}


class _Network:
    """root → income → country → organisation → side → balance → sink → root, and how much runs along each arc.

    An arc's flow stays between what is fixed (``low``) and its cap. Only organisations that have more members than
    the cap allows are nodes of their own.
    """

    def __init__(self, members: Sequence[Member], limits: Limits, taken: Sequence[Member]) -> None:
        self._head: list[int] = []
        self._tail: list[int] = []
        self._cap: list[int] = []
        self._low: list[int] = []
        self._flow: list[int] = []
        self._at: list[list[int]] = [[] for _ in range(_SINK + 1)]
        self._per_organisation = limits.per_organisation
        everybody = [*members, *taken]
        self._plenty = len(everybody)
        self._sizes = Counter((member.country, member.organisation) for member in everybody)
        held_by_country = Counter(member.country for member in taken)
        held_by_organisation = Counter((member.country, member.organisation) for member in taken)
        self._dead: set[int] = set()

        self._total = self._arc(_SINK, _ROOT, max(limits.places, len(taken)))
        self._income = {True: self._arc(_ROOT, _LOW), False: self._arc(_ROOT, _OTHER_INCOME)}
        self._counted = {side: self._arc(_SIDES[side], _BALANCE, limits.of_each_side) for side in Side}
        self._uncounted = {side: self._arc(node, _SINK) for side, node in _SIDES.items()}
        self._balance = self._arc(_BALANCE, _SINK)
        self._countries: dict[str, int] = {}
        self._organisations: dict[tuple[str, str | None], int] = {}
        self._classes: dict[tuple[int, Side | None], int] = {}
        for member in everybody:
            # A cap that organisers went over already stays where they left it.
            if member.country not in self._countries:
                cap = self._plenty if limits.per_country is None else limits.per_country
                cap = max(cap, held_by_country[member.country])
                start = _LOW if member.low_income else _OTHER_INCOME
                self._countries[member.country] = self._arc(start, self._node(), cap)
            organisation = (member.country, member.organisation)
            if self._is_capped(organisation) and organisation not in self._organisations:
                cap = max(limits.per_organisation or 0, held_by_organisation[organisation])
                country = self._head[self._countries[member.country]]
                self._organisations[organisation] = self._arc(country, self._node(), cap)
            leaf = self._leaf(member)
            if (leaf, member.side) not in self._classes:
                self._classes[leaf, member.side] = self._arc(leaf, _SIDES[member.side], 0)
            self._cap[self._classes[leaf, member.side]] += 1
        for member in taken:
            self._lead(self._path(member))
            self._low[self._classes[self._leaf(member), member.side]] += 1

    def _node(self) -> int:
        self._at.append([])
        return len(self._at) - 1

    def _arc(self, tail: int, head: int, cap: int | None = None) -> int:
        arc = len(self._head)
        self._tail.append(tail)
        self._head.append(head)
        self._cap.append(self._plenty if cap is None else cap)
        self._low.append(0)
        self._flow.append(0)
        self._at[tail].append(arc)
        self._at[head].append(arc)
        return arc

    def _is_capped(self, organisation: tuple[str, str | None]) -> bool:
        cap = self._per_organisation
        return cap is not None and organisation[1] is not None and self._sizes[organisation] > cap

    def _leaf(self, member: Member) -> int:
        organisation = (member.country, member.organisation)
        arc = self._organisations.get(organisation, self._countries[member.country])
        return self._head[arc]

    def _path(self, member: Member) -> list[int]:
        """The arcs of the circulation by way of this member, counted for the balance while it counts."""
        path = [self._total, self._income[member.low_income], self._countries[member.country]]
        organisation = (member.country, member.organisation)
        if organisation in self._organisations:
            path.append(self._organisations[organisation])
        path.append(self._classes[self._leaf(member), member.side])
        if member.side is not None and self._flow[self._counted[member.side]] < self._cap[self._counted[member.side]]:
            return [*path, self._counted[member.side], self._balance]
        return [*path, self._uncounted[member.side]]

    def _lead(self, path: Sequence[int]) -> None:
        for arc in path:
            self._flow[arc] += 1

    def fulfil_quotas(self, members: Sequence[Member], limits: Limits) -> None:
        """Raises the quotas' arcs as far as they go, the low-income quota first, and fixes what was reached.

        Most of the way goes straight through members in the order of claim; only the rest needs a search.
        """
        both = limits.of_each_side * len(Side)
        for arc, needed in ((self._income[True], limits.low_income), (self._balance, both)):
            for member in members:
                if self._flow[arc] >= needed:
                    break
                path = self._path(member)
                if arc in path and self._has_room(path):
                    self._lead(path)
            while self._flow[arc] < needed and self._raise(arc):
                pass
            self._low[arc] = min(self._flow[arc], needed)

    def _has_room(self, path: Sequence[int]) -> bool:
        return all(self._flow[arc] < self._cap[arc] for arc in path)

    def take(self, member: Member) -> bool:
        """Fixes one more place for the member's class, if the quotas reached and everybody fixed before allow it."""
        arc = self._classes[self._leaf(member), member.side]
        if self._flow[arc] == self._low[arc]:
            if arc in self._dead:
                return False
            path = self._path(member)
            if self._has_room(path):
                self._lead(path)
            elif not self._raise(arc):
                self._dead.add(arc)  # what is fixed only grows: what is impossible now stays impossible
                return False
        self._low[arc] += 1
        return True

    def _raise(self, arc: int) -> bool:
        """One unit more along an arc, by a cycle in the residual network; False when there is none."""
        if self._flow[arc] >= self._cap[arc]:
            return False
        start, goal = self._head[arc], self._tail[arc]
        came: dict[int, tuple[int, int]] = {start: (-1, 0)}
        queue = deque([start])
        while queue and goal not in came:
            node = queue.popleft()
            for step in self._at[node]:
                forward = self._tail[step] == node
                other = self._head[step] if forward else self._tail[step]
                if other in came or step == arc:
                    continue
                if self._flow[step] < self._cap[step] if forward else self._flow[step] > self._low[step]:
                    came[other] = (step, 1 if forward else -1)
                    queue.append(other)
        if goal not in came:
            return False
        self._flow[arc] += 1
        node = goal
        while node != start:
            step, change = came[node]
            self._flow[step] += change
            node = self._tail[step] if change == 1 else self._head[step]
        return True
