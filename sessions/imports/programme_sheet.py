"""A programme file cut into its tables, each checked by itself; every problem is kept with its place and line."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sessions.domain.nearness import nearest
from sessions.imports.problems import Problem, place, shorten
from sessions.imports.programme_fields import mean
from sessions.imports.programme_tables import INSIDE, REPEATED, SINGLE, Table
from sessions.imports.toml_lines import Path, find_lines, line_of

T = TypeVar("T", bound=Table)
T_co = TypeVar("T_co", bound=Table, covariant=True)

MISSING = "this key, which every such table needs"
MAX_BYTES = 1_000_000
_ARRAYS, _TABLES = frozenset(REPEATED), frozenset(SINGLE)
_WORDS_OF_TYPES = {
    "int_type": "a whole number",
    "float_type": "a number",
    "string_type": "text in quotes",
    "bool_type": "true or false, without quotes",
    "list_type": "a list in square brackets",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Generic[T_co]):
    """A table with its place. ``bad`` are the keys whose value was refused or is missing: they hold defaults."""

    table: T_co
    path: Path
    bad: frozenset[str] = frozenset()

    def is_good(self, *keys: str) -> bool:
        return not self.bad.intersection(keys)


class Sheet:
    """The tables of one file and the problems found so far."""

    def __init__(self, raw: Mapping[str, object], lines: Mapping[Path, int]) -> None:
        self._raw = raw
        self._lines = dict(lines)
        self._problems: list[Problem] = []
        self._check_names()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """In the order of the file; what has no line comes first."""
        return tuple(sorted(self._problems, key=lambda problem: problem.line or 0))

    def say(self, path: Path, expected: str, suggestion: str | None = None) -> None:
        """Notes a problem with what stands at a path, or is missing there."""
        value = self._value_at(path)
        self._problems.append(
            Problem(
                where=place(path, _ARRAYS, _TABLES),
                expected=expected,
                value=None if value is None else shorten(value),
                suggestion=suggestion,
                line=line_of(path, self._lines),
            )
        )

    def has(self, name: str) -> bool:
        return name in self._raw

    def single(self, name: str, kind: type[T]) -> Checked[T]:
        raw = self._raw.get(name, {})
        return self._check(kind, raw if isinstance(raw, dict) else {}, (name,))

    def repeated(self, name: str, kind: type[T]) -> tuple[Checked[T], ...]:
        raw = self._raw.get(name, [])
        tables = raw if isinstance(raw, list) else []
        return tuple(
            self._check(kind, table, (name, index)) for index, table in enumerate(tables) if isinstance(table, dict)
        )

    def _check(self, kind: type[T], raw: dict[str, object], path: Path) -> Checked[T]:
        missing = [key for key in kind.REQUIRED if key not in raw]
        for key in missing:
            self.say((*path, key), MISSING)
        try:
            return Checked(table=kind.model_validate(raw), path=path, bad=frozenset(missing))
        except ValidationError as error:
            details = error.errors(include_url=False)
        for detail in details:
            self._say_detail(kind, path, detail)
        bad = {str(detail["loc"][0]) for detail in details}
        good = {key: value for key, value in raw.items() if key not in bad}
        return Checked(table=kind.model_validate(good), path=path, bad=frozenset(bad | set(missing)))

    def _say_detail(self, kind: type[Table], path: Path, detail: ErrorDetails) -> None:
        location: Path = (*path, *(part for part in detail["loc"] if part != "[key]"))
        context = detail.get("ctx", {})
        if detail["type"] == "extra_forbidden":
            key, known = str(location[-1]), INSIDE.get(str(detail["loc"][0]), kind).model_fields
            self.say(location, f"one of the keys {', '.join(known)}", mean(*nearest(key, known, count=1)))
        elif detail["type"] == "programme":
            self.say(location, str(context["expected"]), context["suggestion"])
        elif detail["type"] == "missing":
            self.say(location, MISSING)
        elif detail["type"] == "greater_than_equal":
            self.say(location, f"a whole number, at least {context['ge']}")
        elif detail["type"] == "less_than_equal":
            self.say(location, f"a whole number, at most {context['le']}")
        else:
            self.say(location, _WORDS_OF_TYPES.get(detail["type"], detail["msg"]))

    def _check_names(self) -> None:
        """Top-level names: unknown ones, keys above the first table, single brackets where double ones belong."""
        for name, value in self._raw.items():
            if name in SINGLE and not isinstance(value, dict):
                self.say((name,), f"a table that begins with the line [{name}]")
            elif name in REPEATED and not (isinstance(value, list) and all(isinstance(item, dict) for item in value)):
                self.say((name,), f"one table for each {name}, each beginning with the line [[{name}]]")
            elif name not in SINGLE and name not in REPEATED:
                self._say_unknown(name)

    def _say_unknown(self, name: str) -> None:
        if name in SINGLE["marathon"].model_fields:
            self.say((name,), f"`{name}` below the line [marathon]", "Move it under [marathon].")
            return
        known = {**SINGLE, **REPEATED}
        close = nearest(name, known, count=1, cutoff=0.7)
        brackets = [f"[[{n}]]" if n in REPEATED else f"[{n}]" for n in known]
        meant = f"Did you mean {brackets[list(known).index(close[0])]}?" if close else None
        self.say((name,), f"one of the tables {', '.join(brackets)}", meant)

    def _value_at(self, path: Path) -> object:
        value: object = self._raw
        for part in path:
            value = _child(value, part)
        return None if isinstance(value, dict) else value


def _child(value: object, part: str | int) -> object:
    if isinstance(value, dict):
        return value.get(part)
    if isinstance(value, list) and isinstance(part, int):
        return value[part] if part < len(value) else None
    return None


def open_sheet(data: bytes) -> Sheet | tuple[Problem, ...]:
    """The tables of a programme file, or the one reason why it cannot be read as TOML at all."""
    if len(data) > MAX_BYTES:
        return (Problem(where="the file", expected=f"at most {MAX_BYTES // 1000} kB", value=f"{len(data)} bytes"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return (
            Problem(
                where="the file",
                expected="text in UTF-8",
                value=f"byte {data[error.start]:#04x}",
                suggestion='Save it again as "UTF-8" in your editor.',
                line=line,
            ),
        )
    try:
        raw = tomllib.loads(text)
    except RecursionError:
        return (Problem(where="the file", expected="fewer brackets inside one another"),)
    except ValueError as error:  # besides TOMLDecodeError: a number of more than 4,300 digits
        return (_syntax_problem(text, str(error)),)
    return Sheet(raw, find_lines(text))


def _syntax_problem(text: str, message: str) -> Problem:
    """tomllib's message ends in "(at line N, column M)" or "(at end of document)"."""
    what, _, position = message.rpartition(" (at ")
    what = what or message
    words = position.rstrip(")").replace(",", "").split()
    line = int(words[1]) if words[:1] == ["line"] else len(text.splitlines())
    written = text.splitlines()[line - 1].strip() if 0 < line <= len(text.splitlines()) else None
    cures = (
        ("Invalid value", "Put text and times in quotes."),
        ("Expected newline or end of document after a statement", "Put text and times in quotes, one key a line."),
        ("Illegal character '\\n'", "A text in quotes must end on its own line."),
        ("Cannot overwrite a value", "This key stands twice in its table."),
        ("Invalid date or datetime", "This day or hour does not exist in the calendar."),
        ("Cannot declare", "This table stands twice; tables that repeat have double brackets."),
    )
    otherwise = "Check the quotes, the brackets and the = sign on this line."
    cure = next((cure for start, cure in cures if what.startswith(start)), otherwise)
    return Problem(
        where="the file",
        expected=f"TOML ({what[:1].lower()}{what[1:]})",
        value=written and written[:60],
        suggestion=cure,
        line=line,
    )
