"""Problems of reports as sentences for the organiser, the same for chat and command line.

Each code has one message named after it: ``wrong_zone`` is ``report-wrong-zone``. Text copied from a file (headings,
examples, the file's name) goes through ``escape``, as each face needs it.
"""

from collections.abc import Callable

from bot.wording import Wording
from sessions.domain.matching import NoMatchCode
from sessions.domain.reports import ProblemCode, ReportProblem

Escape = Callable[[str], str]
_SHOWN_HEADINGS = 12


def explain_problem(file: str, problem: ReportProblem, wording: Wording, language: str, *, escape: Escape = str) -> str:
    """What is the matter with a file, and what to do."""
    facts: dict[str, object] = {"day": "none", "example": "", "nearest": "none", "missing": "none"}
    for name, value in problem.facts.items():
        if isinstance(value, tuple):
            shown = ", ".join(escape(text) for text in value[:_SHOWN_HEADINGS])
            facts[name] = f"{shown} …" if len(value) > _SHOWN_HEADINGS else shown or "none"
        else:
            facts[name] = escape(value) if isinstance(value, str) else value
    facts |= _placement(problem)
    return wording.text(f"report-{_key(problem.code)}", language, file=escape(file), **facts)


def explain_no_match(code: NoMatchCode, wording: Wording, language: str) -> str:
    """Why a row credits nobody."""
    return wording.text(f"match-{_key(code)}", language)


def _key(code: ProblemCode | NoMatchCode) -> str:
    return code.value.replace("_", "-")


def _placement(problem: ReportProblem) -> dict[str, object]:
    minutes, days = problem.facts.get("minutes"), problem.facts.get("days")
    if problem.code is ProblemCode.WRONG_ZONE and isinstance(minutes, int):
        hours = abs(minutes) / 60
        shown = str(int(hours)) if hours.is_integer() else f"{hours:g}"
        return {"hours": shown, "direction": "earlier" if minutes > 0 else "later"}
    if problem.code is ProblemCode.WRONG_DAY and isinstance(days, int):
        return {"days": abs(days), "direction": "earlier" if days < 0 else "later"}
    return {}
