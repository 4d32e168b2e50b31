"""Bars for the report, as SVG that stands inside the page. matplotlib is slow to import and only wanted at the end."""

import io
from collections.abc import Sequence


def bars(names: Sequence[str], heights: Sequence[int], *, label: str, under: str, limit: int | None = None) -> str:
    """An SVG element, the same for the same values. ``limit`` draws a line at what would be everybody."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context({"svg.hashsalt": "marathon", "svg.fonttype": "none", "font.family": "sans-serif"}):
        figure = Figure(figsize=(9.6, 3.4), layout="constrained")
        axes = figure.add_subplot()
        drawn = axes.bar(range(len(names)), heights, color="#1b6fa8")
        axes.bar_label(drawn, fontsize=8 if len(names) > 20 else 10)
        axes.set_xticks(range(len(names)), names, fontsize=8 if len(names) > 20 else 10)
        axes.set_xlabel(under)
        axes.set_ylabel(label)
        axes.spines[["top", "right"]].set_visible(False)
        if limit:
            axes.axhline(limit, color="#8a9199", linewidth=1, linestyle="--")
            axes.set_ylim(0, limit * 1.12)
        text = io.StringIO()
        figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None})
    svg = text.getvalue()
    return svg[svg.index("<svg") :]
