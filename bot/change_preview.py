"""A change of a session in sentences, the same for chat and command line: what will follow, and what was done."""

from collections.abc import Callable
from datetime import datetime

from bot.wording import Wording
from sessions.domain.changes import Cancel, Change, Edit, Move, Restore
from sessions.domain.programme import Session, SessionStatus
from sessions.services.changes import Preview

Show = Callable[[Session], str]
"""How this face shows when a session begins."""


def name_of(change: Change | None) -> str:
    """The change as texts and buttons name it; None: a session is added."""
    match change:
        case None:
            return "plan"
        case Move():
            return "move"
        case Cancel():
            return "cancel"
        case Restore():
            return "restore"
        case Edit():
            return "edit"


def describe(
    seen: Preview, wording: Wording, language: str, *, show: Show, escape: Callable[[str], str] = str, now: datetime
) -> list[str]:
    """What the session will be, who hears of it and how, who has it at night, what it collides with."""

    def say(key: str, **facts: object) -> str:
        return wording.text(f"change-{key}", language, **facts)

    before, after = seen.before, seen.after
    off = after.status is SessionStatus.CANCELLED
    lines = [say("session", title=escape(after.title)), say("time", time=show(after), minutes=_minutes(after))]
    if before is not None:
        if before.start != after.start:
            lines.append(say("time-was", time=show(before)))
        elif before.zone != after.zone:
            lines.append(say("time-unmoved"))
        lines += [
            say(f"field-{name}", before=escape(old) or say("nothing"), after=escape(new) or say("nothing"))
            for name, old, new in _fields(before, after)
            if old != new
        ]
    if not seen.announced:
        lines.append(say("unheard", people=seen.people))
    elif before is not None and after.end <= now and not off and before.status is after.status:
        lines.append(say("silent"))
    else:
        lines.append(say("heard", people=seen.people, chat=seen.in_chat, calendars=seen.calendars))
    if seen.people and not off and _is_timed(before, after):
        same = before is None or before.start == after.start
        lines.append(say("night", night=seen.at_night, before="same" if same else str(seen.at_night_before)))
    if seen.said:
        lines.append(say("said", said=seen.said))
    lines += [
        say("collision", number=one.session.number, title=escape(one.session.title), marathon=escape(one.marathon))
        for one in seen.collisions
    ]
    return lines


def _is_timed(before: Session | None, after: Session) -> bool:
    """Whether people get a time that they did not have."""
    return before is None or before.start != after.start or before.status is not after.status


def _fields(before: Session, after: Session) -> list[tuple[str, str, str]]:
    return [
        ("title", before.title, after.title),
        ("topic", before.topic or "", after.topic or ""),
        ("speakers", ", ".join(before.speakers), ", ".join(after.speakers)),
        ("venue", before.venue.name, after.venue.name),
        ("join-url", before.venue.join_url or "", after.venue.join_url or ""),
        ("duration", str(_minutes(before)), str(_minutes(after))),
    ]


def _minutes(session: Session) -> int:
    return int(session.duration.total_seconds() // 60)
