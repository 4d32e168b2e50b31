"""The same programme on other dates: same weekdays, same wall times."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sessions.domain.moments import resolve, to_local
from sessions.domain.programme import Programme, SessionPlan
from sessions.domain.refusals import AmbiguousTime, ImaginaryTime
from sessions.imports.problems import Problem


def first_day_from(programme: Programme, asked: date) -> date:
    """The first day on or after ``asked`` that is the weekday of the programme's first session."""
    return asked + timedelta(days=(programme.first_day.weekday() - asked.weekday()) % 7)


def starting(programme: Programme, first_day: date) -> Programme | tuple[Problem, ...]:
    """The programme laid on new dates, its first session on ``first_day_from(programme, first_day)``.

    Everything moves by the same whole number of weeks: sessions, the opening and closing of applications and the
    deadlines of rules; each keeps its weekday and wall time. The problems are wall times that clocks skip or repeat
    on the new date.
    """
    shift = first_day_from(programme, first_day) - programme.first_day
    problems: list[Problem] = []
    sessions = tuple(_move_session(session, shift, problems) for session in programme.sessions)

    def move(where: str, moment: datetime | None) -> datetime | None:
        if moment is None:
            return None
        return _resolve(where, to_local(moment, programme.zone) + shift, programme.zone, problems)

    applications = replace(
        programme.applications,
        opens=move("[applications] › opens", programme.applications.opens),
        closes=move("[applications] › closes", programme.applications.closes),
    )
    completion = tuple(
        replace(rule, deadline=move(f"[[completion]] {place} › deadline", rule.deadline))
        for place, rule in enumerate(programme.completion, start=1)
    )
    if problems:
        return tuple(problems)
    return replace(programme, sessions=sessions, applications=applications, completion=completion)


def _move_session(session: SessionPlan, shift: timedelta, problems: list[Problem]) -> SessionPlan:
    wall = session.wall + shift
    cohort = f" for {session.cohort}" if session.cohort else ""
    _resolve(f"session {session.number}{cohort}", wall, session.zone, problems)
    return replace(session, wall=wall)


def _resolve(where: str, wall: datetime, zone: str, problems: list[Problem]) -> datetime | None:
    found = resolve(wall, zone)
    if isinstance(found, datetime):
        return found
    if isinstance(found, ImaginaryTime):
        what = f"a time that clocks in {zone} show: on {wall:%A %d %B %Y} they go forward and skip it"
    elif isinstance(found, AmbiguousTime):
        what = f"a time that clocks in {zone} show once: on {wall:%A %d %B %Y} they go back and show it twice"
    else:
        what = "a time zone that the installed zone data knows"
    problems.append(
        Problem(
            where=where,
            value=f"{wall:%Y-%m-%d %H:%M} {zone}",
            expected=what,
            suggestion="Choose another first day, or change this time in the file.",
        )
    )
    return None
