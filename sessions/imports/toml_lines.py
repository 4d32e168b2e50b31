"""Where each key of a TOML document stands. ``tomllib`` reads values and forgets their lines."""

import re

Path = tuple[str | int, ...]

_TABLE = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(
    r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=(.*)$"""
)
_STRINGS = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')


def find_lines(text: str) -> dict[Path, int]:
    """Path of keys and indices -> line, counted from 1, for a document that ``tomllib`` accepts.

    Tables and their keys are found; what stands inside an inline table or a list has the line of its key.
    """
    lines: dict[Path, int] = {}
    table: Path = ()
    counts: dict[Path, int] = {}
    pending = ""  # the delimiter that ends the many-line string or list we are in
    depth = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if pending:
            pending = "" if pending in line else pending
            continue
        if depth > 0:
            depth += _opened(line)
            continue
        if header := _TABLE.match(line):
            table = _enter(header, counts)
            lines[table] = number
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_parts(key[1])), number)
            pending = _open_string(key[2])
            depth = 0 if pending else _opened(key[2])
    return lines


def line_of(path: Path, lines: dict[Path, int]) -> int | None:
    """The line of a path or, where it stands inside another value or is missing, of the nearest thing around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


def _enter(header: re.Match[str], counts: dict[Path, int]) -> Path:
    parts: Path = _parts(header[2])
    path: Path = ()
    for part in parts[:-1]:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, parts[-1])
    if header[1] == "[[":
        counts[path] = counts.get(path, -1) + 1
        path = (*path, counts[path])
    return path


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in re.findall(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""", dotted))


def _open_string(value: str) -> str:
    for delimiter in ('"""', "'''"):
        if value.lstrip().startswith(delimiter) and value.count(delimiter) == 1:
            return delimiter
    return ""


def _opened(line: str) -> int:
    """How many brackets and braces a line opens more than it closes, outside strings and comments."""
    bare = _STRINGS.sub("", line).split("#", 1)[0]
    return sum(bare.count(c) for c in "[{") - sum(bare.count(c) for c in "]}")
