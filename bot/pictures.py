"""Pictures for chat and reports, drawn by matplotlib's Figure alone: no window, no pyplot, no shared state.

matplotlib takes a second and tens of megabytes to load, so it is loaded when the first picture is drawn. A picture
takes tens to hundreds of milliseconds: on an event loop, draw it in a thread.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import time
from functools import cache
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Literal

from bot.wording import Wording
from sessions.domain.audit import Cell, HeatMap, HeatRow, Place
from sessions.domain.moments import country_names

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PictureFormat = Literal["png", "svg"]

LABEL_LIMIT = 56
"""Characters of a row's label; further countries are counted."""

_MORNING, _EVENING = time(8), time(20)
_FONTS = (
    "DejaVu Sans",
    "Noto Sans",
    "Noto Sans CJK SC",
    "Noto Sans CJK KR",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Thai",
)
# Fill and ink of a cell; told apart in grey too, since night is dark and day is light.
_NIGHT = ("#2b2d63", "#ffffff")
_EDGE = ("#e8b65c", "#1a1a1a")
_DAY = ("#dff0dc", "#1a1a1a")
_WEEKEND = "#c0392b"

# Inches.
_COLUMN, _ROW, _LETTER, _HEAD, _FOOT, _MARGIN = 0.95, 0.27, 0.078, 1.15, 0.55, 0.25


def audit_picture(
    found: HeatMap, wording: Wording, *, title: str, zone: str, language: str = "en", form: PictureFormat = "png"
) -> bytes:
    """The local hour of each session in each place, from west to east, under the programme's own hours.

    ``title`` and ``zone`` are the programme's. Equal facts give equal bytes on one version of matplotlib.
    """
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    def text(key: str, **facts: object) -> str:
        return wording.text(f"audit-{key}", language, **facts)

    labels = audit_labels(found, wording, language)
    own = text("programme", zone=zone)
    left = _MARGIN + _LETTER * max(len(label) for label in (own, *labels))
    width = max(left + _COLUMN * max(len(found.slots), 1) + _MARGIN, 8.0)
    height = _HEAD + _ROW * max(len(labels), 1) + _FOOT
    # Ids inside an SVG are random without a salt; as text its letters can be read aloud and searched.
    with rc_context({"svg.hashsalt": "marathon", "svg.fonttype": "none", "font.family": installed_fonts()}):
        figure = Figure(figsize=(width, height), dpi=110, facecolor="white")
        axes = figure.add_axes(
            (left / width, _FOOT / height, (width - left - _MARGIN) / width, (height - _HEAD - _FOOT) / height)
        )
        _draw_cells(axes, found, labels)
        _draw_heads(axes, found, own)
        figure.text(
            _MARGIN / width, 1 - 0.3 / height, text("title", title=title), fontsize=11, weight="bold", parse_math=False
        )
        _draw_legend(figure, {key: text(key) for key in ("night", "edge", "day", "weekend", "next-day")})
        picture = BytesIO()
        figure.savefig(picture, format=form, metadata={"Date": None} if form == "svg" else {"Software": None})
    return picture.getvalue()


def audit_labels(found: HeatMap, wording: Wording, language: str = "en") -> list[str]:
    """A label for each row: its countries, most people first, with the city where a country keeps several times."""
    times = Counter(country for row in found.rows for country in {place.country for place in row.places})
    return [_label(row, times, wording, language) for row in found.rows]


def _label(row: HeatRow, times: Mapping[str | None, int], wording: Wording, language: str) -> str:
    places = sorted(row.places, key=lambda place: -(place.people or 0))
    names = list(dict.fromkeys(_name(place, alone=times[place.country] == 1) for place in places))
    label, shown = names[0], 1
    while shown < len(names) and len(label) + len(names[shown]) < LABEL_LIMIT:
        label, shown = f"{label}, {names[shown]}", shown + 1
    if shown < len(names):
        label = f"{label} {wording.text('audit-more', language, count=len(names) - shown)}"
    people = [place.people for place in row.places if place.people is not None]
    return wording.text("audit-people", language, label=label, count=sum(people)) if people else label


def _name(place: Place, *, alone: bool) -> str:
    name = country_names().get(place.country or "")
    if name is None:
        return place.city
    return name if alone else f"{name} ({place.city})"


def _shade(cell: Cell) -> tuple[str, str]:
    if cell.night:
        return _NIGHT
    at = cell.wall.time()
    return _DAY if _MORNING <= at < _EVENING else _EDGE


def _draw_cells(axes: "Axes", found: HeatMap, labels: list[str]) -> None:
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Rectangle

    boxes: list[Rectangle] = []
    axes.set_xlim(0, max(len(found.slots), 1))
    axes.set_ylim(max(len(labels), 1), 0)
    axes.set_axis_off()
    for y, (row, label) in enumerate(zip(found.rows, labels, strict=True)):
        axes.text(-0.08, y + 0.5, label, ha="right", va="center", fontsize=8, parse_math=False)
        for x, cell in enumerate(row.cells):
            fill, ink = _shade(cell)
            boxes.append(Rectangle((x + 0.02, y + 0.04), 0.96, 0.92, facecolor=fill, linewidth=0))
            if cell.weekend:
                boxes.append(Rectangle((x + 0.02, y + 0.04), 0.06, 0.92, facecolor=_WEEKEND, linewidth=0))
            day = f" {cell.day_shift:+d}".replace("-", "−") if cell.day_shift else ""
            axes.text(
                x + 0.5,
                y + 0.5,
                f"{cell.wall:%H:%M}{day}",
                ha="center",
                va="center",
                fontsize=8,
                color=ink,
                parse_math=False,
            )
    # One collection is drawn twice as fast as so many patches.
    axes.add_collection(PatchCollection(boxes, match_original=True), autolim=False)


def _draw_heads(axes: "Axes", found: HeatMap, own: str) -> None:
    axes.text(-0.08, -0.35, own, ha="right", va="bottom", fontsize=8, weight="bold", parse_math=False)
    for x, slot in enumerate(found.slots):
        number = f"{slot.number} · {slot.cohort}" if slot.cohort else str(slot.number)
        head = f"{number}\n{slot.wall:%Y-%m-%d}\n{slot.wall:%H:%M}"
        axes.text(x + 0.5, -0.35, head, ha="center", va="bottom", fontsize=8, weight="bold", parse_math=False)


def _draw_legend(figure: "Figure", words: dict[str, str]) -> None:
    from matplotlib.patches import Patch

    marks = {"night": _NIGHT[0], "edge": _EDGE[0], "day": _DAY[0], "weekend": _WEEKEND, "next-day": "none"}
    figure.legend(
        handles=[Patch(facecolor=colour, label=words[key]) for key, colour in marks.items()],
        loc="lower left",
        ncols=len(marks),
        fontsize=7.5,
        frameon=False,
        handlelength=1.2,
        columnspacing=1.4,
    )


@cache
def installed_fonts() -> list[str]:
    """Fonts in the order in which they are asked for a letter; those that this machine has."""
    from matplotlib.font_manager import fontManager

    installed = set(fontManager.get_font_names())
    return [name for name in _FONTS if name in installed]


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
        text = StringIO()
        figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None})
    svg = text.getvalue()
    return svg[svg.index("<svg") :]
