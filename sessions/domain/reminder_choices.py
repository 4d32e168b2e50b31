"""What each person chose for their reminders: by which means, which of the programme's, and when not to be disturbed.

Nobody who chose nothing gets a direct message. Who chose them is not disturbed in their quiet hours: what would be
said then waits until they end; where that would be too late it is said just before they begin; and only what can be
said neither before nor after, in time, is said within them.
"""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sessions.domain.moments import moment_of_wall, to_local
from sessions.domain.refusals import BadValue
from sessions.domain.reminders import Means

_DAY = timedelta(days=1)
_JUST = timedelta(minutes=1)
_SPAN = re.compile(r"(\d{1,2})[:.h](\d{2})\s*(?:-|–|to)\s*(\d{1,2})[:.h](\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Wall times, whole minutes, in the person's own zone: from ``start`` to ``end``, which may be the next day."""

    start: time
    end: time

    def __str__(self) -> str:
        return f"{self.start:%H:%M}–{self.end:%H:%M}"


QUIET = Quiet(start=time(22), end=time(7))
"""Of those who say nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """``means``: channel or direct message. ``left_out``: keys of the programme's reminders that are not wanted.
    ``muted``: nothing of this marathon. ``refused``: when Discord would not let a direct message through."""

    means: Means = Means.CHANNEL
    left_out: tuple[str, ...] = ()
    quiet: Quiet | None = QUIET
    snoozed_until: datetime | None = None
    muted: bool = False
    refused: datetime | None = None
    changed: datetime | None = None
    """None: nothing was ever chosen."""

    def wants(self, rule_key: str) -> bool:
        return not self.muted and rule_key not in self.left_out

    def is_silent(self, now: datetime) -> bool:
        """Whether nothing is to be said to this person now: muted, or snoozed."""
        return self.muted or (self.snoozed_until is not None and now < self.snoozed_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Somebody with a place who is told in person: by direct message, or by e-mail where there is no account.
    ``since``: from when on. ``absent``: sessions that they said they cannot come to."""

    person_id: int
    discord_id: int | None
    application_id: int
    cohort: str | None
    zone: str
    language: str | None
    choice: Choice
    since: datetime
    absent: tuple[int, ...] = ()

    @property
    def means(self) -> Means:
        return Means.EMAIL if self.discord_id is None else Means.DM


def quiet_span(quiet: Quiet | None, moment: datetime, zone: str) -> tuple[datetime, datetime] | None:
    """The quiet hours that hold a moment, from and until; None when it lies outside."""
    if quiet is None:
        return None
    today = to_local(moment, zone).date()
    for day in (today - _DAY, today):
        start = moment_of_wall(datetime.combine(day, quiet.start), zone)
        over = day if quiet.start < quiet.end else day + _DAY
        end = moment_of_wall(datetime.combine(over, quiet.end), zone)
        if start <= moment < end:
            return start, end
    return None


def moment_for(
    choice: Choice, zone: str, meant: datetime, *, until: datetime | None, since: datetime, ahead: timedelta
) -> datetime | None:
    """When something meant for a moment is said to this person; None: not at all.

    ``until``: of use before then. ``since``: not owed before. ``ahead``: so much earlier as its batch needs to be
    said at a gentle pace. What is snoozed waits for the end of that; then the quiet hours are kept (see above).
    """
    if choice.snoozed_until is not None and meant < choice.snoozed_until:
        if until is not None and choice.snoozed_until >= until:
            return None
        meant, ahead = choice.snoozed_until, timedelta(0)
        since = max(since, choice.snoozed_until)
    moment = _undisturbed(choice.quiet, zone, meant, until=until, since=since, ahead=ahead)
    return moment if moment >= since else None


def _undisturbed(
    quiet: Quiet | None, zone: str, meant: datetime, *, until: datetime | None, since: datetime, ahead: timedelta
) -> datetime:
    span = quiet_span(quiet, meant, zone)
    if span is None:
        early = meant - ahead
        return early if early >= since and quiet_span(quiet, early, zone) is None else meant
    start, end = span
    if (until is None or end < until) and quiet_span(quiet, end, zone) is None:
        return end
    before = start - _JUST
    if before >= since and quiet_span(quiet, before, zone) is None:
        return before
    return meant


def read_quiet(typed: str) -> Quiet | BadValue | None:
    """``22:00-07:00``; None for an empty text or ``-``: no quiet hours."""
    text = typed.strip()
    if text in ("", "-", "–"):
        return None
    match = _SPAN.fullmatch(text)
    bad = BadValue(field="quiet", value=typed, expected="quiet-hours")
    if match is None:
        return bad
    hours = [int(part) for part in match.groups()]
    if hours[0] > 23 or hours[2] > 23 or hours[1] > 59 or hours[3] > 59:
        return bad
    start, end = time(hours[0], hours[1]), time(hours[2], hours[3])
    return bad if start == end else Quiet(start=start, end=end)
