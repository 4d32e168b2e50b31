"""The sessions of a programme file: from local times to moments, and what holds between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sessions.domain.moments import resolve
from sessions.domain.nearness import nearest
from sessions.domain.refusals import AmbiguousTime, ImaginaryTime, UnknownZone
from sessions.imports.programme_fields import mean
from sessions.imports.programme_sheet import Checked, Sheet
from sessions.imports.programme_tables import EverySessionTable, SessionTable
from sessions.imports.toml_lines import Path

LONGEST = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A session for one cohort (None: everybody), at a possible time."""

    table: SessionTable
    path: Path
    number: int
    cohort: str | None
    wall: datetime
    zone: str
    start: datetime
    duration: timedelta

    @property
    def end(self) -> datetime:
        return self.start + self.duration


def find_moment(sheet: Sheet, path: Path, wall: datetime, zone: str) -> datetime | None:
    """The moment of a wall time of the file; a time that is none or two is noted as a problem."""
    found = resolve(wall, zone)
    match found:
        case datetime():
            return found
        case ImaginaryTime(before=before, after=after):
            sheet.say(
                path,
                f"a time that clocks in {zone} show: on {wall:%A %d %B %Y} they go forward and skip it",
                mean(f"{before:%Y-%m-%d %H:%M}", f"{after:%Y-%m-%d %H:%M}"),
            )
        case AmbiguousTime(first=first, second=second):
            sheet.say(
                path,
                f"a time that clocks in {zone} show once: on {wall:%A %d %B %Y} they go back and show it twice",
                f'State it in UTC (zone = "UTC"): "{first:%Y-%m-%d %H:%M}" or "{second:%Y-%m-%d %H:%M}".',
            )
        case UnknownZone():
            pass  # the zone itself is noted where it stands
    return None


def read_meetings(
    sheet: Sheet,
    zone: str | None,
    every: Checked[EverySessionTable],
    sessions: Sequence[Checked[SessionTable]],
    cohorts: Sequence[str],
) -> tuple[Meeting, ...]:
    """Every session once for each time it has. ``zone`` is the programme's; None when that itself is unknown."""
    if every.table.zone is not None or not every.is_good("zone"):
        zone = every.table.zone if every.is_good("zone") else None
    meetings: list[Meeting] = []
    for index, checked in enumerate(sessions):
        number = checked.table.number or index + 1
        for path, cohort, wall in _walls(sheet, checked, cohorts):
            if not checked.is_good("zone"):
                continue
            here = checked.table.zone or zone
            start = find_moment(sheet, path, wall, here) if here else None
            if here is None or start is None:
                continue
            duration = _duration(sheet, checked, every, wall, here, start)
            if duration is not None:
                meetings.append(
                    Meeting(
                        table=checked.table,
                        path=checked.path,
                        number=number,
                        cohort=cohort,
                        wall=wall,
                        zone=here,
                        start=start,
                        duration=duration,
                    )
                )
    return tuple(meetings)


def check_meetings(sheet: Sheet, meetings: Sequence[Meeting]) -> None:
    """Sessions of the same people follow one another: by number, and without overlap."""
    for index, meeting in enumerate(meetings):
        for earlier in meetings[:index]:
            if not _share_people(meeting, earlier):
                continue
            path = (*meeting.path, "start" if meeting.table.start else "starts")
            name = f"[[session]] {int(earlier.path[1]) + 1}"
            if meeting.start < earlier.end and earlier.start < meeting.end:
                sheet.say(
                    path,
                    f"a time outside {name}, which is on from {earlier.wall:%Y-%m-%d %H:%M} "
                    f"for {_words(earlier.duration)}",
                )
            elif (meeting.number < earlier.number) != (meeting.start < earlier.start):
                sheet.say(
                    path,
                    f"a time {'after' if meeting.number > earlier.number else 'before'} session {earlier.number} "
                    f"({earlier.wall:%Y-%m-%d %H:%M}): numbers follow the calendar",
                )


def check_numbers(sheet: Sheet, sessions: Sequence[Checked[SessionTable]], cohorts: Sequence[str]) -> None:
    """One number a session, for the same people."""
    seen: dict[tuple[str | None, int], int] = {}
    for index, checked in enumerate(sessions):
        number = checked.table.number or index + 1
        if not checked.is_good("number"):
            continue
        everybody = checked.table.cohort is None and not checked.table.starts
        groups: Iterable[str | None] = (None, *cohorts) if everybody else _cohorts_of(checked.table)
        taken = next((seen[group, number] for group in groups if (group, number) in seen), None)
        if taken is not None:
            path = (*checked.path, "number") if checked.table.number else checked.path
            sheet.say(path, f"a number of its own: {number} is the number of [[session]] {taken + 1}")
        seen.update(dict.fromkeys(((group, number) for group in groups), index))


def count_sessions(sessions: Sequence[Checked[SessionTable]], cohorts: Sequence[str]) -> int:
    """How many sessions the file states for one person; with cohorts, for the cohort that has the fewest."""
    tables = [checked.table for checked in sessions]
    everybody = sum(table.cohort is None and not table.starts for table in tables)
    return everybody + min((sum(cohort in _cohorts_of(table) for table in tables) for cohort in cohorts), default=0)


def _cohorts_of(table: SessionTable) -> tuple[str | None, ...]:
    return tuple(table.starts) if table.starts else (table.cohort,)


def _walls(
    sheet: Sheet, checked: Checked[SessionTable], cohorts: Sequence[str]
) -> list[tuple[Path, str | None, datetime]]:
    """Each time of a session with where it stands and whose it is."""
    table, path = checked.table, checked.path
    if not checked.is_good("start", "starts"):
        return []
    if (table.start is None) == (table.starts is None):
        expected = 'either `start` or, with cohorts, `starts = { first = "…", second = "…" }`'
        sheet.say((*path, "start"), expected)
        return []
    if table.start is not None:
        if table.cohort is not None and not _is_cohort(sheet, (*path, "cohort"), table.cohort, cohorts):
            return []
        return [((*path, "start"), table.cohort, table.start)]
    if table.cohort is not None:
        sheet.say((*path, "cohort"), "no `cohort` beside `starts`, which names the cohorts itself")
    starts: Mapping[str, datetime] = table.starts or {}
    return [
        ((*path, "starts", key), key, wall)
        for key, wall in starts.items()
        if _is_cohort(sheet, (*path, "starts", key), key, cohorts)
    ]


def _is_cohort(sheet: Sheet, path: Path, key: str, cohorts: Sequence[str]) -> bool:
    if key in cohorts:
        return True
    say_unknown_cohort(sheet, path, key, cohorts)
    return False


def say_unknown_cohort(sheet: Sheet, path: Path, key: str, cohorts: Sequence[str]) -> None:
    known = f"the key of a [[cohort]]: {', '.join(cohorts)}" if cohorts else "the key of a [[cohort]] (there is none)"
    sheet.say(path, known, mean(*nearest(key, cohorts, count=1)))


def _duration(
    sheet: Sheet,
    checked: Checked[SessionTable],
    every: Checked[EverySessionTable],
    wall: datetime,
    zone: str,
    start: datetime,
) -> timedelta | None:
    table, path = checked.table, checked.path
    if not checked.is_good("duration", "end"):
        return None
    if table.end is not None:
        if table.duration is not None:
            sheet.say((*path, "end"), "either `end` or `duration`, not both")
            return None
        return _until(sheet, (*path, "end"), table.end, wall, zone, start)
    if table.duration is None and not every.is_good("duration"):
        return None
    duration = table.duration if table.duration is not None else every.table.duration
    if duration is None:
        sheet.say((*path, "duration"), "`duration` (or `end`), here or under [every_session]")
        return None
    if not timedelta(0) < duration <= LONGEST:
        place = (*path, "duration") if table.duration is not None else (*every.path, "duration")
        sheet.say(place, "a duration above 0 and up to 24 h")
        return None
    return duration


def _until(
    sheet: Sheet, path: Path, end: datetime | time, wall: datetime, zone: str, start: datetime
) -> timedelta | None:
    ends = datetime.combine(wall.date(), end) if isinstance(end, time) else end
    if ends <= wall:
        tomorrow = datetime.combine(wall.date() + timedelta(days=1), ends.time())
        meant = mean(f"{tomorrow:%Y-%m-%d %H:%M}") if isinstance(end, time) else None
        sheet.say(path, f"an end after the start, {wall:%Y-%m-%d %H:%M}", meant)
        return None
    moment = find_moment(sheet, path, ends, zone)
    if moment is None:
        return None
    if not timedelta(0) < moment - start <= LONGEST:
        sheet.say(path, "an end at most 24 h after the start")
        return None
    return moment - start


def _share_people(one: Meeting, other: Meeting) -> bool:
    return one.path != other.path and (one.cohort is None or other.cohort is None or one.cohort == other.cohort)


def _words(duration: timedelta) -> str:
    hours, minutes = divmod(int(duration.total_seconds()) // 60, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "") if part)
