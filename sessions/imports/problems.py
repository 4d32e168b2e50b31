"""Problems of a file that somebody wrote by hand: where, what stands there, what is expected, what may be meant."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """``where`` names the place in the file's own words (``[[session]] 3 › start``); ``line`` counts from 1.

    ``value`` is what stands there, shortened; None where something is missing. ``suggestion`` is a whole sentence.
    """

    where: str
    expected: str
    value: str | None = None
    suggestion: str | None = None
    line: int | None = None


def place(path: tuple[str | int, ...], arrays: frozenset[str], tables: frozenset[str]) -> str:
    """A path of keys and indices as it is written in the file; ``arrays`` are the tables in double brackets."""
    if not path:
        return "the file"
    path = tuple(_visible(part)[:60] if isinstance(part, str) else part for part in path)
    head = str(path[0])
    rest = path[1:]
    if head in arrays:
        words = [f"[[{head}]] {int(rest[0]) + 1}" if rest else f"[[{head}]]"]
        rest = rest[1:]
    else:
        words = [f"[{head}]" if rest or head in tables else head]
    return " › ".join([*words, *(str(part + 1) if isinstance(part, int) else part for part in rest)])


def shorten(value: object, limit: int = 60) -> str:
    """A value for one line of a message: text in quotes, control characters visible, never longer than ``limit``."""
    if isinstance(value, str):
        shown = f'"{_visible(value)}"'
    elif isinstance(value, bool):
        shown = str(value).lower()
    else:
        shown = str(value)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def _visible(text: str) -> str:
    """Control characters as escapes, so that a line of a message stays one line."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
