"""Why a verdict is what it is, as sentences, the same for chat, pages and command line.

Each code has one message named after it: ``minutes-enough`` is ``why-minutes-enough``. Text that people wrote (reasons
of statements, names of channels) goes through ``escape``; moments are shown as each face shows them.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.wording import Wording
from sessions.domain.attendance import Attendance, EvidenceKind, Reason

Show = Callable[[datetime], str]
Escape = Callable[[str], str]


def explain_attendance(
    attendance: Attendance, wording: Wording, language: str, *, show: Show, escape: Escape = str
) -> str:
    """The verdict and its reasons in one line: "Present: check-in 12:05; Zoom 12:02–13:58 = 116 of 120 min ≥ 75 %"."""
    verdict = wording.text(f"verdict-{attendance.verdict.value}", language)
    reasons = [explain_reason(reason, wording, language, show=show, escape=escape) for reason in attendance.reasons]
    return f"{verdict}: {'; '.join(reasons)}"


def explain_reason(reason: Reason, wording: Wording, language: str, *, show: Show, escape: Escape = str) -> str:
    """One reason, without a full stop: several stand in one line."""
    facts: dict[str, object] = {}
    for name, value in reason.facts.items():
        match value:
            case datetime():
                facts[name] = show(value)
            case None:
                facts[name] = "none"
            case str():
                facts[name] = escape(str(value))
            case int() | float():
                facts[name] = value
            case _:
                pass
    facts |= _name_lists(reason, wording, language, escape) | _count_minutes(reason)
    if "spans" in reason.facts:
        facts["spans"] = _show_spans(reason.facts["spans"], show)
    return wording.text(f"why-{reason.code}", language, **facts)


def _name_lists(reason: Reason, wording: Wording, language: str, escape: Escape) -> dict[str, object]:
    named: dict[str, object] = {}
    kinds, sources = reason.facts.get("kinds"), reason.facts.get("sources")
    if isinstance(kinds, tuple):
        named["kinds"] = " + ".join(wording.text(f"evidence-{EvidenceKind(kind).value}", language) for kind in kinds)
    if isinstance(sources, tuple):
        named["sources"] = ", ".join(dict.fromkeys(_name_source(one, wording, language, escape) for one in sources))
    return named


def _name_source(source: str, wording: Wording, language: str, escape: Escape) -> str:
    """A platform, a kind of evidence, or the name of a channel."""
    for key in (f"platform-{source}", f"evidence-{source}"):
        if source.isascii() and wording.has(key, language):
            return wording.text(key, language)
    return escape(source)


def _count_minutes(reason: Reason) -> dict[str, object]:
    """Whole minutes, rounded down, as people count them; the share in percent."""
    counted: dict[str, object] = {}
    names = {"seconds": "minutes", "seconds_min": "minutes_min", "seconds_max": "minutes_max", "length": "length"}
    for fact, name in names.items():
        value = reason.facts.get(fact)
        if isinstance(value, int):
            counted[name] = value // 60
    share = reason.facts.get("share")
    if isinstance(share, int | float):
        counted["share"] = f"{share * 100:g}"
    return counted


def _show_spans(spans: object, show: Show) -> str:
    if not isinstance(spans, Iterable):
        return ""
    return ", ".join(f"{show(start)}–{show(end)}" for start, end in spans)
