"""Pictures of attendance: a heat map people × sessions, and who was there over the minutes of a session.

As with ``bot.pictures``: equal facts give equal bytes on one version of matplotlib; on an event loop, draw in a thread.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from bot.pictures import PictureFormat, installed_fonts
from bot.wording import Wording
from sessions.domain.attendance import Attendance, Verdict
from sessions.domain.presence import Cell, Matrix, Presence, build_matrix
from sessions.domain.programme import Session, SessionStatus
from sessions.services.standing import PersonStanding

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NAMED = 40
"""Rows up to which each has its person's name; more are too thin for words."""
LABEL_LIMIT = 40
"""Characters of a name; longer ones are cut."""

# From dark to light: told apart in grey too (relative luminance 0.22, 0.43, 0.65, 0.79, 0.92, 1).
_COLOURS = {
    Verdict.PRESENT: "#12406a",
    Verdict.PARTIAL: "#2f7fb8",
    Verdict.OPEN: "#e0a030",
    Verdict.EXCUSED: "#b9d8a8",
    Verdict.ABSENT: "#efe9e1",
}
_NOT_THEIRS = "#ffffff"
_INK = {Verdict.PRESENT: "#ffffff", Verdict.PARTIAL: "#ffffff"}
_DPI = 110
# Inches.
_COLUMN, _ROW, _LETTER, _HEAD, _FOOT, _MARGIN = 0.75, 0.27, 0.085, 0.95, 0.7, 0.25
_HEAD_SIZES = (11, 10, 9)  # points
_TALL = 9.0
"""Height that rows share once there are many; none is thinner than a pixel."""
_MINUTE = timedelta(minutes=1)
_JOINERS = "\u200c\u200d"


def chart_matrix(people: Sequence[PersonStanding], now: datetime) -> tuple[Matrix, Mapping[int, str]]:
    """What the heat map shows: everybody in every session that is over and was not cancelled; and their names."""
    sessions: dict[int, Session] = {}
    attendances: dict[int, Sequence[Attendance]] = {}
    for person in people:
        sessions |= {one.id: one for one in person.sessions if _over(one, now)}
        attendances[person.place.person_id] = person.attendances
    names = {person.place.person_id: person.name for person in people if person.name}
    return build_matrix(attendances, list(sessions.values())), names


def _over(session: Session, now: datetime) -> bool:
    return session.status is SessionStatus.PLANNED and session.end <= now


def attendance_picture(
    matrix: Matrix,
    wording: Wording,
    *,
    title: str,
    names: Mapping[int, str],
    language: str = "en",
    form: PictureFormat = "png",
) -> bytes:
    """The verdict of each person (row) in each session (column), most presence at the top. ``names``: person id to
    name; who has none, or one that no font here can write, is shown by number."""
    with _drawing():
        if not matrix.people or not matrix.sessions:
            return _say_empty(wording.text("attendance-map-empty", language), form)
        labels = _labels(matrix, names, wording, language)
        rows, columns = len(matrix.people), len(matrix.sessions)
        left = _MARGIN + max(0.35, _LETTER * max((_width(label) for label in labels), default=0))
        width = max(left + _COLUMN * columns + _MARGIN, 8.0)
        body = rows * (_ROW if labels else max(_TALL / rows, 1 / _DPI))
        height = _HEAD + body + _FOOT
        figure = _figure(width, height)
        axes = figure.add_axes((left / width, _FOOT / height, (width - left - _MARGIN) / width, body / height))
        _draw_cells(axes, matrix, labels)
        head = wording.text("attendance-map-title", language, title=_clean(title), people=rows, sessions=columns)
        _write_head(figure, head, x=_MARGIN / width, y=1 - 0.3 / height)
        if not labels:
            order = wording.text("attendance-map-order", language, people=rows)
            axes.text(-0.02, 0.5, order, rotation=90, ha="right", va="center", fontsize=8, transform=axes.transAxes)
        _draw_legend(figure, matrix, wording, language)
        return _save(figure, form)


def presence_curve(presence: Presence, wording: Wording, *, language: str = "en", form: PictureFormat = "png") -> bytes:
    """How many people were there in each minute of a session; where no interval is known, how many checked in."""
    session = presence.session
    with _drawing():
        if presence.empty:
            return _say_empty(wording.text("presence-empty", language), form)
        figure = _figure(9.6, 3.6)
        axes = figure.add_axes((0.085, 0.17, 0.895, 0.6))
        length = (session.end - session.start) / _MINUTE
        axes.axvspan(0, length, color="#efe9e1", linewidth=0, label=wording.text("presence-session", language))
        counted = any(presence.counts)
        if counted:
            _draw_curve(axes, presence.counts, length, wording.text("presence-curve", language))
        else:
            _draw_check_ins(axes, presence, wording.text("presence-check-in", language))
        first, last = axes.get_xlim()
        axes.set_xlim(min(first, 0), max(last, length))
        axes.set_ylim(0, axes.get_ylim()[1])
        axes.locator_params(axis="both", integer=True, min_n_ticks=1)
        axes.set_xlabel(wording.text("presence-minutes", language), fontsize=9)
        axes.set_ylabel(wording.text("presence-people" if counted else "presence-check-ins", language), fontsize=9)
        axes.spines[["top", "right"]].set_visible(False)
        key = "presence-title" if counted else "presence-checked-title"
        head = wording.text(key, language, number=str(session.number), title=_cut(session.title, 70))
        _write_head(figure, head, x=0.02, y=0.915)
        figure.legend(loc="upper right", bbox_to_anchor=(0.985, 0.9), ncols=2, fontsize=8, frameon=False)
        return _save(figure, form)


def _write_head(figure: "Figure", head: str, *, x: float, y: float) -> None:
    """One line that ends inside the picture: smaller letters where they suffice, else its end is cut."""
    text = figure.text(x, y, head, weight="bold", parse_math=False)
    room = figure.bbox.width * (1 - 2 * x)
    for size in _HEAD_SIZES:
        text.set_fontsize(size)
        if text.get_window_extent().width <= room:
            return
    fits = int(len(head) * room / text.get_window_extent().width)
    while fits and text.get_window_extent().width > room:
        text.set_text(f"{head[:fits].rstrip()}…")
        fits -= 1


def _labels(matrix: Matrix, names: Mapping[int, str], wording: Wording, language: str) -> list[str]:
    if len(matrix.people) > NAMED:
        return []
    named = [_cut(names.get(person, ""), LABEL_LIMIT) for person in matrix.people]
    return [
        name if name and _writable(name) else wording.text("attendance-map-person", language, id=str(person))
        for person, name in zip(matrix.people, named, strict=True)
    ]


def _draw_cells(axes: "Axes", matrix: Matrix, labels: Sequence[str]) -> None:
    from matplotlib.colors import to_rgb

    rows, columns = len(matrix.people), len(matrix.sessions)
    picture = [[to_rgb(_colour(cell)) for cell in row] for row in matrix.cells]
    # "none": each cell keeps its edge, and an SVG holds one pixel a cell, however many people there are.
    axes.imshow(picture, aspect="auto", interpolation="none", extent=(0, columns, rows, 0))
    axes.vlines(range(1, columns), 0, rows, colors="white", linewidth=1.5)
    heads = [f"{one.number} · {one.cohort}" if one.cohort else str(one.number) for one in matrix.sessions]
    ticks = [f"{head}\n{one.wall:%m-%d}" for head, one in zip(heads, matrix.sessions, strict=True)]
    axes.set_xticks([column + 0.5 for column in range(columns)], ticks, fontsize=8, parse_math=False)
    axes.tick_params(length=0, top=False, labeltop=True, bottom=False, labelbottom=False)
    axes.set_yticks([row + 0.5 for row in range(len(labels))], labels, fontsize=8, parse_math=False)
    axes.spines[:].set_visible(False)
    if not labels:
        return
    axes.hlines(range(1, rows), 0, columns, colors="white", linewidth=1.5)
    for row, cells in enumerate(matrix.cells):
        for column, cell in enumerate(cells):
            if cell is not None and cell.verdict in (Verdict.PARTIAL, Verdict.OPEN) and cell.share > 0:
                ink = _INK.get(cell.verdict, "#1a1a1a")
                share = f"{cell.share:.0%}"
                axes.text(column + 0.5, row + 0.5, share, ha="center", va="center", fontsize=8, color=ink)


def _colour(cell: Cell | None) -> str:
    return _NOT_THEIRS if cell is None else _COLOURS[cell.verdict]


def _draw_legend(figure: "Figure", matrix: Matrix, wording: Wording, language: str) -> None:
    """Only what the picture holds, with how often."""
    from matplotlib.patches import Patch

    counts = Counter(cell.verdict if cell else None for row in matrix.cells for cell in row)
    words: dict[Verdict | None, str] = {one: wording.text(f"verdict-{one.value}", language) for one in _COLOURS}
    words[None] = wording.text("attendance-map-not-theirs", language)
    figure.legend(
        handles=[
            Patch(facecolor=_COLOURS[one] if one else _NOT_THEIRS, edgecolor="#8a9199", label=f"{word} ({counts[one]})")
            for one, word in words.items()
            if counts[one]
        ],
        loc="lower left",
        ncols=3,
        fontsize=8,
        frameon=False,
        handlelength=1.2,
        columnspacing=1.4,
    )


def _draw_curve(axes: "Axes", counts: Sequence[int], length: float, label: str) -> None:
    """Each count holds for its minute; the last one until the session's end."""
    edges = [*(float(minute) for minute in range(len(counts))), length]
    axes.stairs(counts, edges, fill=True, color="#2f7fb8", alpha=0.85, label=label)
    axes.set_ylim(0, max(counts) * 1.12)


def _draw_check_ins(axes: "Axes", presence: Presence, label: str) -> None:
    at = Counter((moment - presence.session.start) // _MINUTE for moment in presence.check_ins)
    minutes = sorted(at)
    axes.vlines(minutes, 0, [at[minute] for minute in minutes], colors="#12406a", linewidth=1.2)
    axes.plot(minutes, [at[minute] for minute in minutes], "o", color="#12406a", markersize=4, label=label)
    axes.set_xlim(min(minutes) - 2, max(minutes) + 2)
    axes.set_ylim(0, max(at.values()) * 1.12)


@contextmanager
def _drawing() -> Iterator[None]:
    """Ids inside an SVG are random without a salt; as text its letters can be read aloud and searched."""
    from matplotlib import rc_context

    with rc_context({"svg.hashsalt": "marathon", "svg.fonttype": "none", "font.family": installed_fonts()}):
        yield


def _figure(width: float, height: float) -> "Figure":
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), dpi=_DPI, facecolor="white")


def _save(figure: "Figure", form: PictureFormat) -> bytes:
    picture = BytesIO()
    figure.savefig(picture, format=form, metadata={"Date": None} if form == "svg" else {"Software": None})
    return picture.getvalue()


def _say_empty(sentence: str, form: PictureFormat) -> bytes:
    figure = _figure(8.0, 1.2)
    figure.text(0.5, 0.5, sentence, ha="center", va="center", fontsize=10)
    return _save(figure, form)


def _clean(text: str) -> str:
    """On one line, without characters that a picture or an XML file cannot hold; joiners shape Persian and Hindi."""
    return " ".join("".join(one if one.isprintable() or one in _JOINERS else " " for one in text).split())


def _cut(text: str, limit: int) -> str:
    line = _clean(text)
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _width(label: str) -> int:
    """In Latin letters: those of Chinese, Japanese and Korean are twice as wide."""
    return sum(2 if letter >= "\u1100" else 1 for letter in label)


def _writable(text: str) -> bool:
    """Whether the fonts of this machine have every letter."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    fonts = [get_font(findfont(FontProperties(family=name))) for name in installed_fonts()]
    return all(any(font.get_char_index(ord(letter)) for font in fonts) for letter in text)
