"""Results of the assessment and answered surveys from a table: email or person, score, attempt, at, survey."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from math import isfinite

from sessions.imports.tables import Table

COLUMNS = ("email", "person", "score", "attempt", "at", "survey")
_YES = frozenset({"yes", "y", "true", "1", "x", "done"})
_NO = frozenset({"", "no", "n", "false", "0"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """``percent`` None: no score in this line. ``at``: aware, None where the file does not say."""

    line: int
    who: str
    percent: float | None
    attempt: int
    at: datetime | None
    survey: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreProblem:
    """Why the file is refused whole: nothing is taken from a file that is not understood."""

    sentence: str


def read_scores(table: Table) -> tuple[ScoreLine, ...] | ScoreProblem:
    """Every line below the headings, or the first problem with its line."""
    rows = [(number, row) for number, row in enumerate(table.rows, start=1) if any(cell.strip() for cell in row)]
    if not rows:
        return ScoreProblem(sentence="the file is empty.")
    headings = [cell.strip().casefold() for cell in rows[0][1]]
    unknown = [heading for heading in headings if heading and heading not in COLUMNS]
    if unknown:
        return ScoreProblem(sentence=f"unknown column {unknown[0]!r}; there are: {', '.join(COLUMNS)}.")
    if not {"email", "person"} & set(headings) or not {"score", "survey"} & set(headings):
        return ScoreProblem(sentence="it needs a column email or person, and a column score or survey.")
    found = []
    for number, row in rows[1:]:
        cells = {heading: cell.strip() for heading, cell in zip(headings, row, strict=False)}
        read = _read_line(number, cells)
        if isinstance(read, str):
            return ScoreProblem(sentence=f"line {number}: {read}")
        found.append(read)
    return tuple(found)


def _read_line(number: int, cells: Mapping[str, str]) -> ScoreLine | str:
    who = cells.get("email") or cells.get("person") or ""
    if not who:
        return "it says of nobody."
    percent = _number(cells.get("score", ""))
    if cells.get("score") and (percent is None or not 0 <= percent <= 100):
        return f"{cells['score']!r} is no score from 0 to 100."
    attempt = cells.get("attempt") or "1"
    if not attempt.isdecimal() or int(attempt) < 1:
        return f"{attempt!r} is no attempt; they count from 1."
    survey = cells.get("survey", "").casefold()
    if survey not in _YES | _NO:
        return f"{survey!r} is neither yes nor no."
    at = None
    if cells.get("at"):
        try:
            at = datetime.fromisoformat(cells["at"])
        except ValueError:
            return f"{cells['at']!r} is no moment; write it as 2025-10-06T12:00:00Z."
        if at.tzinfo is None:
            return f"{cells['at']!r} has no UTC offset; write it as 2025-10-06T12:00:00Z."
    return ScoreLine(line=number, who=who, percent=percent, attempt=int(attempt), at=at, survey=survey in _YES)


def _number(text: str) -> float | None:
    """Percent with or without the sign; NaN and infinity are no numbers here."""
    plain = text.rstrip("% ").replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if isfinite(value) else None
