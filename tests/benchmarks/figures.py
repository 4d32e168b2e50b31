"""A measured figure beside its ceiling, as `benchmarks.json` lists it."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``ceiling`` is what the bare technique reaches in the same run, ``ratio`` is value / ceiling; both None where
    there is no ceiling. ``target`` is in the words of the goal, ``met`` whether it is reached."""

    name: str
    value: float
    unit: str
    ceiling: float | None
    ratio: float | None
    target: str
    met: bool

    def as_json(self) -> dict[str, object]:
        return asdict(self)

    def as_line(self) -> str:
        beside = "" if self.ceiling is None or self.ratio is None else f" of {self.ceiling:,.0f} = {self.ratio:.2f}"
        verdict = "met" if self.met else "MISSED"
        return f"{self.name}: {self.value:,.1f} {self.unit}{beside} (target {self.target}: {verdict})"


def at_least(name: str, value: float, unit: str, *, ceiling: float, ratio: float) -> Figure:
    """A figure that shall reach a share of its ceiling."""
    share = value / ceiling
    return Figure(
        name=name, value=value, unit=unit, ceiling=ceiling, ratio=share, target=f">= {ratio:.2f}", met=share >= ratio
    )


def at_most(name: str, value: float, unit: str, *, limit: float) -> Figure:
    """A figure that shall stay under a limit of its own unit."""
    return Figure(
        name=name,
        value=value,
        unit=unit,
        ceiling=None,
        ratio=None,
        target=f"<= {limit:g} {unit}",
        met=value <= limit,
    )
