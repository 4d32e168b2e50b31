"""Why selection put somebody where they stand, in sentences: the same for chat, pages, e-mail and command line."""

from collections.abc import Sequence

from bot.wording import Wording
from sessions.domain.reasons import Reason

_FACTS = ("group", "groups", "place", "of", "cap", "claim", "places", "needed", "rank")
"""Numbers that a sentence may name; 0 where the reader is not told."""
_WORDS = ("income", "country", "why", "kind", "function", "seed")


def say_reasons(reasons: Sequence[Reason], wording: Wording, language: str) -> list[str]:
    """A sentence for each reason, in order."""
    return [_say(reason, wording, language) for reason in reasons]


def _say(reason: Reason, wording: Wording, language: str) -> str:
    facts: dict[str, object] = dict.fromkeys(_FACTS, 0) | dict.fromkeys(_WORDS, "none")
    facts |= reason.facts
    for name in ("income", "kind", "function"):
        if facts[name] != "none":
            facts[name] = wording.text(f"{name}-{facts[name]}", language)
    return wording.text(f"reason-{reason.code.value}", language, **facts)
