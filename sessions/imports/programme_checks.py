"""What holds between the rules of a programme file and its sessions, cohorts and dates."""

import string
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sessions.domain.nearness import nearest
from sessions.domain.reminders import Anchor, AudienceKind
from sessions.domain.selection import Order
from sessions.imports.programme_fields import mean
from sessions.imports.programme_sessions import Meeting, find_moment, say_unknown_cohort
from sessions.imports.programme_sheet import Checked, Sheet
from sessions.imports.programme_tables import (
    ApplicationsTable,
    CohortTable,
    CompletionTable,
    PlannedMeans,
    ReminderTable,
    SelectionTable,
)

WORDING_NAMES = ("title", "number", "time", "venue")


def check_keys(sheet: Sheet, tables: Sequence[Checked[CohortTable | CompletionTable | ReminderTable]]) -> None:
    """A key is a name: it stands once."""
    seen: dict[str, int] = {}
    for checked in tables:
        if not checked.is_good("key"):
            continue
        name, index = str(checked.path[0]), int(checked.path[1])
        if checked.table.key in seen:
            sheet.say(
                (*checked.path, "key"), f"a key of its own: [[{name}]] {seen[checked.table.key] + 1} has this one"
            )
        seen.setdefault(checked.table.key, index)


def check_cohorts(
    sheet: Sheet,
    cohorts: Sequence[Checked[CohortTable]],
    meetings: Sequence[Meeting],
    selection: Checked[SelectionTable],
) -> None:
    if not cohorts:
        return
    used = {meeting.cohort for meeting in meetings}
    for checked in cohorts:
        if checked.is_good("key") and None not in used and checked.table.key not in used:
            sheet.say((*checked.path, "key"), "the key of a cohort that has at least one session")
    places = sum(checked.table.capacity for checked in cohorts)
    good = selection.is_good("capacity") and all(checked.is_good("capacity") for checked in cohorts)
    if good and places != selection.table.capacity:
        sheet.say(("selection", "capacity"), f"the places of all cohorts together: {places}", mean(str(places)))


def check_applications(
    sheet: Sheet, applications: Checked[ApplicationsTable], zone: str, meetings: Sequence[Meeting]
) -> tuple[datetime | None, datetime | None]:
    """The moments at which applications open and close."""
    opens, closes = (
        find_moment(sheet, ("applications", key), wall, zone) if wall is not None else None
        for key, wall in (("opens", applications.table.opens), ("closes", applications.table.closes))
    )
    if opens and closes and closes <= opens:
        sheet.say(("applications", "closes"), "a time after `opens`")
    elif closes and meetings and closes > max(meeting.end for meeting in meetings):
        sheet.say(("applications", "closes"), "a time before the last session ends")
    return opens, closes


def check_selection(sheet: Sheet, selection: Checked[SelectionTable]) -> None:
    table = selection.table
    if table.order is Order.LOT and table.lot_seed is None and selection.is_good("lot_seed", "order"):
        sheet.say(("selection", "lot_seed"), 'a text that is published before the draw, since `order` is "lot"')
    for key, cap in (("cap_per_country", table.cap_per_country), ("cap_per_organisation", table.cap_per_organisation)):
        if cap is not None and selection.is_good("capacity", key) and cap > table.capacity:
            sheet.say(("selection", key), f"at most the capacity, {table.capacity}")


def check_completion(
    sheet: Sheet, rules: Sequence[Checked[CompletionTable]], zone: str | None, meetings: Sequence[Meeting], count: int
) -> Mapping[int, datetime]:
    """``count``: sessions that the file states for one person, well or badly. Returns deadlines by place of rule."""
    deadlines: dict[int, datetime] = {}
    longest: dict[int, timedelta] = {}
    for meeting in meetings:
        longest[meeting.number] = max(longest.get(meeting.number, timedelta(0)), meeting.duration)
    for index, checked in enumerate(rules):
        table, path = checked.table, checked.path
        if table.sessions_needed is not None and table.share_needed is not None:
            sheet.say((*path, "share_needed"), "either `sessions_needed` or `share_needed`, not both")
        if table.sessions_needed is not None and table.sessions_needed > count:
            sheet.say((*path, "sessions_needed"), f"at most {count}, the number of sessions", mean(str(count)))
        if len(longest) >= count:  # only where every session could be read
            _check_named_sessions(sheet, checked, longest)
        if table.attempts is not None and table.pass_mark is None and checked.is_good("pass_mark"):
            sheet.say((*path, "attempts"), "`pass_mark` beside it: attempts are those of the assessment")
        deadline = find_moment(sheet, (*path, "deadline"), table.deadline, zone) if table.deadline and zone else None
        if deadline is not None:
            deadlines[index] = deadline
            if meetings and deadline < max(meeting.end for meeting in meetings):
                sheet.say((*path, "deadline"), "a time after the last session ends")
    return deadlines


def _check_named_sessions(sheet: Sheet, checked: Checked[CompletionTable], longest: Mapping[int, timedelta]) -> None:
    """``longest``: the number of each session with its length, the longest where cohorts differ."""
    unknown = sorted(set(checked.table.required_sessions) - set(longest))
    if unknown:
        named = ", ".join(map(str, unknown))
        sheet.say((*checked.path, "required_sessions"), f"numbers of sessions; there is no session {named}")
    needed, there = checked.table.minutes_needed, sum(longest.values(), timedelta(0)) // timedelta(minutes=1)
    if needed is not None and needed > there:
        sheet.say((*checked.path, "minutes_needed"), f"at most {there}, the minutes of all sessions together")


def check_reminders(
    sheet: Sheet,
    reminders: Sequence[Checked[ReminderTable]],
    cohorts: Sequence[str],
    *,
    closes: bool,
    survey: bool,
    certificates: bool,
) -> None:
    """``closes``, ``survey``, ``certificates``: whether the programme has what these anchors are laid against."""
    missing = {
        Anchor.APPLICATIONS_CLOSE: (closes, "`closes` under [applications]"),
        Anchor.SURVEY_DUE: (survey, "a [[completion]] rule with `survey_required = true`"),
        Anchor.CERTIFICATES_READY: (certificates, "the table [certificates]"),
    }
    for checked in reminders:
        table, path = checked.table, checked.path
        if table.before is not None and table.at is not None:
            sheet.say((*path, "at"), "either `before` or `at`, not both")
        needs_lead = table.anchor is Anchor.SESSION_START and checked.is_good("anchor", "before", "at")
        if needs_lead and table.before is None and table.at is None:
            sheet.say((*path, "before"), 'how long before: `before = "24h"`, or `at = "09:00"` with `days_before`')
        if table.days_before and table.at is None and checked.is_good("at"):
            sheet.say((*path, "days_before"), "`at` beside it, the time of that day")
        if table.own_zone and (table.at is None or table.means is PlannedMeans.CHANNEL):
            sheet.say((*path, "own_zone"), 'a reminder with `at` and `means = "dm"` or "email": a channel has one time')
        there, what = missing.get(table.anchor, (True, ""))
        if not there:
            sheet.say((*path, "anchor"), f"{what}, which this reminder is laid against")
        _check_audience(sheet, checked, cohorts)
        _check_wording(sheet, checked)


def _check_audience(sheet: Sheet, checked: Checked[ReminderTable], cohorts: Sequence[str]) -> None:
    table, path = checked.table, checked.path
    if not checked.is_good("audience", "cohort"):
        return
    if table.audience is AudienceKind.COHORT and table.cohort is None:
        sheet.say((*path, "cohort"), 'the key of a [[cohort]], since `audience` is "cohort"')
    elif table.audience is not AudienceKind.COHORT and table.cohort is not None:
        sheet.say((*path, "cohort"), '`audience = "cohort"` beside it')
    elif table.cohort is not None and table.cohort not in cohorts:
        say_unknown_cohort(sheet, (*path, "cohort"), table.cohort, cohorts)


def _check_wording(sheet: Sheet, checked: Checked[ReminderTable]) -> None:
    """Own words may name {title}, {number}, {time} and {venue}, and nothing else."""
    path = (*checked.path, "text")
    try:
        named = [name for _, name, _, _ in string.Formatter().parse(checked.table.text or "") if name is not None]
    except ValueError:
        sheet.say(path, "curly brackets only around a name, such as {title}")
        return
    for name in named:
        if name not in WORDING_NAMES:
            listed = ", ".join(f"{{{known}}}" for known in WORDING_NAMES)
            sheet.say(path, f"only the names {listed} in curly brackets", mean(*nearest(name, WORDING_NAMES, count=1)))
