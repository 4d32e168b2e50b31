"""The completion rule and a person's standing under it, in plain words: for chat, pages and command line alike."""

from collections.abc import Callable, Iterable
from datetime import datetime
from fractions import Fraction
from math import ceil

from bot.wording import Wording
from sessions.domain.attendance import Reason
from sessions.domain.completion import Completion, CompletionRule

Show = Callable[[datetime], str]
"""How this face shows a moment."""


def word_rule(rule: CompletionRule, *, planned: int, wording: Wording, language: str, show: Show) -> tuple[str, ...]:
    """What the rule asks for, one sentence a demand; ``planned``: the number of sessions when it was published."""

    def text(key: str, **facts: object) -> str:
        return wording.text(key, language, **facts)

    sentences = []
    if rule.sessions_needed is not None:
        sentences.append(text("rule-sessions", needed=rule.sessions_needed, of=planned))
    if rule.share_needed is not None:
        share = Fraction(str(rule.share_needed))
        sentences.append(text("rule-share", percent=float(share * 100), needed=ceil(share * planned), of=planned))
    if rule.required_sessions:
        numbers = ", ".join(str(number) for number in sorted(rule.required_sessions))
        sentences.append(text("rule-required", count=len(rule.required_sessions), numbers=numbers))
    if rule.minutes_needed is not None:
        sentences.append(text("rule-minutes", minutes=rule.minutes_needed))
    if rule.pass_mark is not None:
        attempts = "none" if rule.attempts is None else rule.attempts
        sentences.append(text("rule-assessment", mark=rule.pass_mark, attempts=attempts))
    if rule.survey_required:
        sentences.append(text("rule-survey"))
    if rule.deadline is not None:
        sentences.append(text("rule-deadline", deadline=show(rule.deadline)))
    return tuple(sentences)


def word_small_print(rule: CompletionRule, *, wording: Wording, language: str) -> tuple[str, ...]:
    """What cancelled, added and excused sessions do under the rule."""
    keys = [f"rule-cancelled-{rule.cancelled}", f"rule-added-{rule.added}"]
    if rule.excused_counts:
        keys.append("rule-excused")
    return tuple(wording.text(key, language) for key in keys)


def word_standing(completion: Completion, say: Callable[..., str], show: Show) -> str:
    """The status with its reasons: what is counted, what is still needed, what can be made good until when. ``say``: a
    text's key and its facts."""
    return " ".join((say(f"completion-{completion.status.value}"), *_say_reasons(completion.reasons, say, show)))


def title_of(rules: Iterable[CompletionRule], key: object) -> str:
    """The title of the rule of this key; the key itself once there is no such rule."""
    return next((rule.title for rule in rules if rule.key == key), str(key))


def word_reasons(reasons: Iterable[Reason], *, wording: Wording, language: str, show: Show) -> tuple[str, ...]:
    """Why a person's completion stands as it does, one sentence a reason, in the order of the reasons."""
    return _say_reasons(reasons, lambda key, **facts: wording.text(key, language, **facts), show)


def _say_reasons(reasons: Iterable[Reason], say: Callable[..., str], show: Show) -> tuple[str, ...]:
    return tuple(
        say(f"completion-why-{reason.code}", **{name: _fact(value, show) for name, value in reason.facts.items()})
        for reason in reasons
    )


def _fact(value: object, show: Show) -> object:
    if value is None:
        return "none"
    if isinstance(value, datetime):
        return show(value)
    return value
