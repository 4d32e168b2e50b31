"""Programme files: what a good one states, and every problem of a bad one at once."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import programmes
from sessions.domain.attendance import AttendanceRule, EvidenceKind
from sessions.domain.completion import AddedSessions, CancelledSessions, CompletionRule
from sessions.domain.programme import (
    ApplicationPlan,
    CertificatePlan,
    Cohort,
    Programme,
    SessionPlan,
    Venue,
)
from sessions.domain.reminders import Anchor, AudienceKind, LatePolicy, Means, ReminderRule
from sessions.domain.selection import Function, IncomeGroup, Kind, Order, SelectionPolicy
from sessions.imports.problems import Problem
from sessions.imports.programme_file import read_programme

HEAD = """
[marathon]
key = "short"
title = "Short"
organiser = "Us"
zone = "Europe/Zurich"

[selection]
capacity = 10

[every_session]
duration = "2 h"
"""
ONE = """
[[session]]
title = "One"
start = "2025-09-09 14:00"
"""


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    return wall(text).replace(tzinfo=UTC)


def problems_of(text: str) -> tuple[Problem, ...]:
    found = read_programme(text.encode())
    assert not isinstance(found, Programme)
    return found


def the_problem(text: str) -> Problem:
    """The only problem of a text, without its line."""
    (problem,) = problems_of(text)
    return replace(problem, line=None)


def test_the_shortest_file_states_a_programme_with_the_defaults_of_the_rules() -> None:
    assert read_programme((HEAD + ONE).encode()) == Programme(
        key="short",
        title="Short",
        theme=None,
        organiser="Us",
        zone="Europe/Zurich",
        language="en",
        sessions=(
            SessionPlan(
                number=1,
                title="One",
                wall=wall("2025-09-09 14:00"),
                zone="Europe/Zurich",
                duration=timedelta(hours=2),
            ),
        ),
        selection=SelectionPolicy(capacity=10),
        attendance=AttendanceRule(),
        completion=(),
        reminders=(),
    )


EVERYTHING = """\ufeff
[marathon]
key = "all-of-it"
title = "Café 東京"
theme = "Everything"
organiser = "Us"
zone = "europe/zurich"
language = "pt-BR"
description = '''
Many
lines.

In
  paragraphs:
- a list
- of two'''
website = "https://example.org/m"

[applications]
opens = 2025-07-01T09:00:00
closes = "2025-08-31 23:59"
privacy = "https://example.org/privacy"

[selection]
capacity = 30
reserve = 2
priority_income = [["low", "lower-middle"], "upper-middle"]
priority_kinds = [["regulator"]]
priority_functions = ["quality-control", "quality-assurance"]
minimum_low_income_share = "60 %"
cap_per_country = 5
cap_per_organisation = 2
gender_balance = 0.4
order = "lot"
lot_seed = "published"
offer_days = 3
promote_automatically = false

[selection.income_overrides.VE]
group = "lower-middle"
reason = "not classified"

[[cohort]]
key = "east"
title = "East"
capacity = 20

[[cohort]]
key = "west"
title = "West"
capacity = 10

[every_session]
duration = "1 h 30 min"
zone = "Asia/Seoul"
venue = "Online"
join_link = "https://example.org/join"
speakers = ["A", "B"]

[[session]]
number = 1
title = "One"
topic = "first"
starts = { east = "2025-09-09 10:00", west = "2025-09-09 22:00" }

[[session]]
number = 2
title = "Two"
start = "2025-09-11 10:00"
end = "12:00"
zone = "UTC"
venue = "Hall"
join_link = "https://example.org/other"
speakers = []
cohort = "east"

[[session]]
number = 2
title = "Two"
start = 2025-09-12 10:00:00
end = "2025-09-12 10:45"
cohort = "west"

[attendance]
minimum_share = 1
alone = ["statement"]
together = [["check-in", "report"]]
check_in_opens_before = "10 min"
check_in_closes_after = "0"
late_after = "5 min"
late_counts = false
code_of_the_moment = true
recording_until = "1 week"
appeal_window = "2 days"

[[completion]]
key = "best"
title = "Best"
sessions_needed = 2
required_sessions = [2]
minutes_needed = 210
pass_mark = "70 %"
attempts = 2
survey_required = true
deadline = "2025-10-01 12:00"
cancelled_sessions = "need-reduced"
added_sessions = "need-raised"
excused_counts = true

[[reminder]]
key = "morning"
at = "09:00"
days_before = 1
own_zone = true
means = "email"
audience = "cohort"
cohort = "west"
text = "{title} ({number}) at {time} in {venue}"

[[reminder]]
key = "survey"
anchor = "survey-due"
before = "2 days"
means = "dm"
audience = "missed-last"

[[reminder]]
key = "ready"
anchor = "certificates-ready"

[late]
label_after = "5 min"
at_most = "6h"
tell_organisers = false

[certificates]
issuer = "Us"
language = "fr"
signatories = [{ name = "N", office = "O" }]

[privacy]
email = "365 days"
reports = "2 weeks"
"""


def test_every_key_of_the_format_arrives_in_the_programme() -> None:
    one = SessionPlan(
        number=1,
        title="One",
        topic="first",
        wall=wall("2025-09-09 10:00"),
        zone="Asia/Seoul",
        duration=timedelta(minutes=90),
        speakers=("A", "B"),
        venue=Venue(name="Online", join_url="https://example.org/join"),
        cohort="east",
    )
    assert read_programme(EVERYTHING.encode()) == Programme(
        key="all-of-it",
        title="Café 東京",
        theme="Everything",
        organiser="Us",
        zone="Europe/Zurich",
        language="pt-BR",
        description="Many lines.\n\nIn paragraphs:\n- a list\n- of two",
        website="https://example.org/m",
        sessions=(
            one,
            replace(one, wall=wall("2025-09-09 22:00"), cohort="west"),
            replace(
                one,
                number=2,
                title="Two",
                topic=None,
                wall=wall("2025-09-11 10:00"),
                zone="UTC",
                duration=timedelta(hours=2),
                speakers=(),
                venue=Venue(name="Hall", join_url="https://example.org/other"),
            ),
            replace(
                one,
                number=2,
                title="Two",
                topic=None,
                wall=wall("2025-09-12 10:00"),
                duration=timedelta(minutes=45),
                cohort="west",
            ),
        ),
        selection=SelectionPolicy(
            capacity=30,
            reserve=2,
            priority_income=(
                frozenset({IncomeGroup.LOW, IncomeGroup.LOWER_MIDDLE}),
                frozenset({IncomeGroup.UPPER_MIDDLE}),
            ),
            priority_kinds=(frozenset({Kind.REGULATOR}),),
            priority_functions=(frozenset({Function.QUALITY_CONTROL}), frozenset({Function.QUALITY_ASSURANCE})),
            minimum_low_income_share=0.6,
            cap_per_country=5,
            cap_per_organisation=2,
            gender_balance=0.4,
            order=Order.LOT,
            lot_seed="published",
            income_overrides={"VE": (IncomeGroup.LOWER_MIDDLE, "not classified")},
            offer_days=3,
            promote_automatically=False,
        ),
        attendance=AttendanceRule(
            minimum_share=1.0,
            alone=frozenset({EvidenceKind.STATEMENT}),
            together=(frozenset({EvidenceKind.CHECK_IN, EvidenceKind.REPORT}),),
            check_in_opens_before=timedelta(minutes=10),
            check_in_closes_after=timedelta(0),
            late_after=timedelta(minutes=5),
            late_counts=False,
            code_of_the_moment=True,
            recording_until=timedelta(days=7),
            appeal_window=timedelta(days=2),
        ),
        completion=(
            CompletionRule(
                key="best",
                title="Best",
                sessions_needed=2,
                required_sessions=frozenset({2}),
                minutes_needed=210,
                pass_mark=70.0,
                attempts=2,
                survey_required=True,
                deadline=utc("2025-10-01 10:00"),
                cancelled=CancelledSessions.NEED_REDUCED,
                added=AddedSessions.NEED_RAISED,
                excused_counts=True,
            ),
        ),
        reminders=(
            ReminderRule(
                key="morning",
                at=time(9),
                days_before=1,
                own_zone=True,
                means=Means.EMAIL,
                audience=AudienceKind.COHORT,
                cohort="west",
                wording="{title} ({number}) at {time} in {venue}",
            ),
            ReminderRule(
                key="survey",
                anchor=Anchor.SURVEY_DUE,
                before=timedelta(days=2),
                means=Means.DM,
                audience=AudienceKind.MISSED_LAST,
            ),
            ReminderRule(key="ready", anchor=Anchor.CERTIFICATES_READY, before=timedelta(0)),
        ),
        applications=ApplicationPlan(
            opens=utc("2025-07-01 07:00"),
            closes=utc("2025-08-31 21:59"),
            privacy_url="https://example.org/privacy",
        ),
        certificates=CertificatePlan(issuer="Us", signatories=(("N", "O"),), language="fr"),
        cohorts=(Cohort(key="east", title="East", capacity=20), Cohort(key="west", title="West", capacity=10)),
        retention_days={"email": 365, "reports": 14},
        late=LatePolicy(label_after=timedelta(minutes=5), at_most=timedelta(hours=6), tell_organisers=False),
    )


BAD = """\
colour = "blue"
title = "x"
[marathon]
key = "My Course"
title = "A\\nB"
organiser = "me"
zone = "Europe/Zurch"
websit = "https://x.org"
[selektion]
capacity = 3
[selection]
capacity = 0
priority_income = [["lowest"]]
[selection.income_overrides.Kenya]
group = "low"
reason = ""
[[session]]
number = 1
title = "a"
start = "2025-10-26 02:30"
zone = "Europe/Zurich"
duration = "1h"
[[session]]
number = 1
title = "b"
start = "2025-03-30 02:30"
zone = "Europe/Zurich"
duration = 90
[[session]]
title = "c"
start = "2025-09-16 15:00"
end = "14:00"
zone = "Asia/Tokyo"
[[session]]
title = "d"
start = "2025-09-16 15:00"
zone = "Asia/Tokyo"
duration = "2h"
[[session]]
start = "2025-09-16 16:00"
zone = "Asia/Tokyo"
duration = "2h"
[[completion]]
key = "c"
title = "c"
sessions_needed = 6
[[reminder]]
key = "a"
before = "1h"
[[reminder]]
key = "a"
before = "1 hour 5 parsecs"
text = "{titel}"
"""


def test_a_file_full_of_problems_names_all_of_them_in_the_order_of_the_file() -> None:
    twice = "a time that clocks in Europe/Zurich show once: on Sunday 26 October 2025 they go back and show it twice"
    tables = (
        "one of the tables [marathon], [applications], [selection], [every_session], [attendance], [late], "
        "[certificates], [privacy], [[cohort]], [[session]], [[completion]], [[reminder]]"
    )
    assert problems_of(BAD) == (
        Problem(line=1, where="colour", value='"blue"', expected=tables),
        Problem(
            line=2,
            where="title",
            value='"x"',
            expected="`title` below the line [marathon]",
            suggestion="Move it under [marathon].",
        ),
        Problem(
            line=4,
            where="[marathon] › key",
            value='"My Course"',
            expected="up to 64 lower-case letters, digits and hyphens",
            suggestion='Did you mean "my-course"?',
        ),
        Problem(
            line=5,
            where="[marathon] › title",
            value='"A\\nB"',
            expected="one line of text, without line breaks",
            suggestion='Did you mean "A B"?',
        ),
        Problem(
            line=7,
            where="[marathon] › zone",
            value='"Europe/Zurch"',
            expected='an IANA time zone, such as "Europe/Zurich"',
            suggestion='Did you mean "Europe/Zurich", "Europe/Zagreb" or "Europe/Bucharest"?',
        ),
        Problem(
            line=8,
            where="[marathon] › websit",
            value='"https://x.org"',
            expected="one of the keys key, title, theme, organiser, zone, language, description, website",
            suggestion='Did you mean "website"?',
        ),
        Problem(line=9, where="selektion", expected=tables, suggestion="Did you mean [selection]?"),
        Problem(line=12, where="[selection] › capacity", value="0", expected="a whole number, at least 1"),
        Problem(
            line=13,
            where="[selection] › priority_income",
            value="[['lowest']]",
            expected="one of low, lower-middle, upper-middle, high, unclassified, not-listed",
            suggestion='Did you mean "low"?',
        ),
        Problem(
            line=14,
            where="[selection] › income_overrides › Kenya",
            expected='a country as two capital letters of ISO 3166-1, such as "KE"',
            suggestion='Did you mean "KE"?',
        ),
        Problem(
            line=16,
            where="[selection] › income_overrides › Kenya › reason",
            value='""',
            expected="a text that is not empty",
        ),
        Problem(
            line=20,
            where="[[session]] 1 › start",
            value='"2025-10-26 02:30"',
            expected=twice,
            suggestion='State it in UTC (zone = "UTC"): "2025-10-26 00:30" or "2025-10-26 01:30".',
        ),
        Problem(
            line=24,
            where="[[session]] 2 › number",
            value="1",
            expected="a number of its own: 1 is the number of [[session]] 1",
        ),
        Problem(
            line=26,
            where="[[session]] 2 › start",
            value='"2025-03-30 02:30"',
            expected="a time that clocks in Europe/Zurich show: on Sunday 30 March 2025 they go forward and skip it",
            suggestion='Did you mean "2025-03-30 01:30" or "2025-03-30 03:30"?',
        ),
        Problem(
            line=28,
            where="[[session]] 2 › duration",
            value="90",
            expected='a duration in words: "24h", "90 min", "1 h 30 min", "7 days"',
            suggestion='Did you mean "90 min" or "90 h"?',
        ),
        Problem(
            line=32,
            where="[[session]] 3 › end",
            value='"14:00"',
            expected="an end after the start, 2025-09-16 15:00",
            suggestion='Did you mean "2025-09-17 14:00"?',
        ),
        Problem(line=39, where="[[session]] 5 › title", expected="this key, which every such table needs"),
        Problem(
            line=40,
            where="[[session]] 5 › start",
            value='"2025-09-16 16:00"',
            expected="a time outside [[session]] 4, which is on from 2025-09-16 15:00 for 2 h",
        ),
        Problem(
            line=46,
            where="[[completion]] 1 › sessions_needed",
            value="6",
            expected="at most 5, the number of sessions",
            suggestion='Did you mean "5"?',
        ),
        Problem(
            line=51,
            where="[[reminder]] 2 › key",
            value='"a"',
            expected="a key of its own: [[reminder]] 1 has this one",
        ),
        Problem(
            line=52,
            where="[[reminder]] 2 › before",
            value='"1 hour 5 parsecs"',
            expected='a duration in words: "24h", "90 min", "1 h 30 min", "7 days"',
        ),
        Problem(
            line=53,
            where="[[reminder]] 2 › text",
            value='"{titel}"',
            expected="only the names {title}, {number}, {time}, {venue} in curly brackets",
            suggestion='Did you mean "title"?',
        ),
    )


TWO = (
    ONE
    + """
[[session]]
title = "Two"
start = "2025-09-11 14:00"
"""
)
COHORTS = """
[[cohort]]
key = "east"
title = "East"
capacity = 5
[[cohort]]
key = "west"
title = "West"
capacity = 5
"""
RULE = """
[[completion]]
key = "rule"
title = "Rule"
"""
REMINDER = """
[[reminder]]
key = "first"
"""


def a_session(*lines: str) -> str:
    return "\n".join(["[[session]]", 'title = "One"', *lines, ""])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        # The marathon
        (
            HEAD.replace('"Us"', '"' + "x" * 201 + '"') + ONE,
            Problem(
                where="[marathon] › organiser",
                value='"' + "x" * 58 + "…",
                expected="at most 200 characters (these are 201)",
            ),
        ),
        (
            HEAD.replace('"Short"', r'"\u202eShort"') + ONE,
            Problem(
                where="[marathon] › title",
                value=r'"\u202eShort"',
                expected="text without invisible marks that turn its direction",
                suggestion='Did you mean "Short"?',
            ),
        ),
        (
            HEAD.replace('"Short"', "5") + ONE,
            Problem(where="[marathon] › title", value="5", expected="text in quotes"),
        ),
        (
            HEAD.replace('"Europe/Zurich"', '"Geneva"') + ONE,
            Problem(
                where="[marathon] › zone",
                value='"Geneva"',
                expected='an IANA time zone, such as "Europe/Zurich"',
                suggestion='Did you mean "Europe/Zurich"?',
            ),
        ),
        (
            HEAD.replace("[selection]", 'website = "example.org"\n[selection]') + ONE,
            Problem(
                where="[marathon] › website",
                value='"example.org"',
                expected="a web address that begins with https://",
                suggestion='Did you mean "https://example.org"?',
            ),
        ),
        (
            HEAD.replace("[selection]", 'website = "javascript:alert(1)"\n[selection]') + ONE,
            Problem(
                where="[marathon] › website",
                value='"javascript:alert(1)"',
                expected="a web address that begins with https://",
            ),
        ),
        (
            HEAD.replace("[selection]", 'language = "english"\n[selection]') + ONE,
            Problem(
                where="[marathon] › language",
                value='"english"',
                expected='a language code, such as "en" or "pt-BR"',
            ),
        ),
        # Sessions
        (HEAD, Problem(where="[[session]]", expected="at least one session, beginning with the line [[session]]")),
        (
            HEAD + ONE.replace("[[session]]", "[session]"),
            Problem(
                where="[[session]]", expected="one table for each session, each beginning with the line [[session]]"
            ),
        ),
        (
            HEAD + a_session(),
            Problem(
                where="[[session]] 1 › start",
                expected='either `start` or, with cohorts, `starts = { first = "…", second = "…" }`',
            ),
        ),
        (
            HEAD + a_session('start = "9.9.2025 14:00"'),
            Problem(
                where="[[session]] 1 › start",
                value='"9.9.2025 14:00"',
                expected='a local date and time in quotes, such as "2025-09-09 14:00"',
            ),
        ),
        (
            HEAD + a_session('start = "2025-02-30 14:00"'),
            Problem(
                where="[[session]] 1 › start",
                value='"2025-02-30 14:00"',
                expected="a day and an hour that exist in the calendar",
            ),
        ),
        (
            HEAD + a_session("start = 2025-09-09"),
            Problem(
                where="[[session]] 1 › start",
                value="2025-09-09",
                expected='a local date and time in quotes, such as "2025-09-09 14:00"',
                suggestion='Add the time: "2025-09-09 14:00".',
            ),
        ),
        (
            HEAD + a_session("start = 2025-09-09T14:00:00Z"),
            Problem(
                where="[[session]] 1 › start",
                value="2025-09-09 14:00:00+00:00",
                expected="a local time without an offset (the zone is given by `zone`)",
                suggestion='Did you mean "2025-09-09 14:00"?',
            ),
        ),
        (
            HEAD + a_session("start = 2025-09-09T14:00:30"),
            Problem(
                where="[[session]] 1 › start",
                value="2025-09-09 14:00:30",
                expected="a time in whole minutes",
                suggestion='Did you mean "2025-09-09 14:00"?',
            ),
        ),
        (
            HEAD + a_session('start = "0001-01-01 00:00"'),
            Problem(
                where="[[session]] 1 › start",
                value='"0001-01-01 00:00"',
                expected="a year from 2000 to 2037, for which time zones have rules",
            ),
        ),
        (
            HEAD + a_session('start = "2011-12-30 10:00"', 'zone = "Pacific/Apia"'),
            Problem(
                where="[[session]] 1 › start",
                value='"2011-12-30 10:00"',
                expected="a time that clocks in Pacific/Apia show: "
                "on Friday 30 December 2011 they go forward and skip it",
                suggestion='Did you mean "2011-12-29 10:00" or "2011-12-31 10:00"?',
            ),
        ),
        (
            HEAD + a_session('start = "2025-09-09 14:00"', 'end = "16:00"', 'duration = "2 h"'),
            Problem(where="[[session]] 1 › end", value='"16:00"', expected="either `end` or `duration`, not both"),
        ),
        (
            HEAD + a_session('start = "2025-09-09 14:00"', 'end = "2025-09-11 14:00"'),
            Problem(
                where="[[session]] 1 › end",
                value='"2025-09-11 14:00"',
                expected="an end at most 24 h after the start",
            ),
        ),
        (
            HEAD + a_session('start = "2025-09-09 14:00"', 'duration = "0"'),
            Problem(where="[[session]] 1 › duration", value='"0"', expected="a duration above 0 and up to 24 h"),
        ),
        (
            HEAD.replace('duration = "2 h"', "") + ONE,
            Problem(where="[[session]] 1 › duration", expected="`duration` (or `end`), here or under [every_session]"),
        ),
        (
            HEAD + TWO.replace("09-11", "09-08"),
            Problem(
                where="[[session]] 2 › start",
                value='"2025-09-08 14:00"',
                expected="a time after session 1 (2025-09-09 14:00): numbers follow the calendar",
            ),
        ),
        (
            HEAD + a_session('start = "2025-09-09 14:00"', 'cohort = "east"'),
            Problem(
                where="[[session]] 1 › cohort",
                value='"east"',
                expected="the key of a [[cohort]] (there is none)",
            ),
        ),
        (
            HEAD
            + COHORTS
            + a_session('starts = { east = "2025-09-09 14:00", wset = "2025-09-09 14:00" }')
            + a_session('start = "2025-09-10 14:00"'),
            Problem(
                where="[[session]] 1 › starts › wset",
                value='"2025-09-09 14:00"',
                expected="the key of a [[cohort]]: east, west",
                suggestion='Did you mean "west"?',
            ),
        ),
        (
            HEAD + COHORTS + a_session('starts = { east = "2025-09-09 14:00" }'),
            Problem(
                where="[[cohort]] 2 › key", value='"west"', expected="the key of a cohort that has at least one session"
            ),
        ),
        (
            HEAD.replace("10", "12") + COHORTS + ONE,
            Problem(
                where="[selection] › capacity",
                value="12",
                expected="the places of all cohorts together: 10",
                suggestion='Did you mean "10"?',
            ),
        ),
        # Applications and selection
        (
            HEAD + '[applications]\nopens = "2025-08-02 00:00"\ncloses = "2025-08-01 00:00"\n' + ONE,
            Problem(where="[applications] › closes", value='"2025-08-01 00:00"', expected="a time after `opens`"),
        ),
        (
            HEAD + '[applications]\ncloses = "2025-10-01 00:00"\n' + ONE,
            Problem(
                where="[applications] › closes",
                value='"2025-10-01 00:00"',
                expected="a time before the last session ends",
            ),
        ),
        (
            HEAD.replace("10", "10\ncap_per_country = 11") + ONE,
            Problem(where="[selection] › cap_per_country", value="11", expected="at most the capacity, 10"),
        ),
        (
            HEAD.replace("10", '10\norder = "lot"') + ONE,
            Problem(
                where="[selection] › lot_seed",
                expected='a text that is published before the draw, since `order` is "lot"',
            ),
        ),
        (
            HEAD.replace("10", "10\ngender_balance = 40") + ONE,
            Problem(
                where="[selection] › gender_balance",
                value="40",
                expected='a share above 0 % and up to 100 %, such as "75 %" or 0.75',
                suggestion='Did you mean "40 %"?',
            ),
        ),
        (
            HEAD.replace("10", "10\nminimum_low_income_share = nan") + ONE,
            Problem(
                where="[selection] › minimum_low_income_share",
                value="nan",
                expected='a share above 0 % and up to 100 %, such as "75 %" or 0.75',
            ),
        ),
        (
            HEAD.replace("10", '10\npriority_kinds = [["regulator"], ["ministry", "regulator"]]') + ONE,
            Problem(
                where="[selection] › priority_kinds",
                value="[['regulator'], ['ministry', 'regulator']]",
                expected="each word in one group only",
            ),
        ),
        (
            HEAD.replace("capacity = 10", "capacity = true") + ONE,
            Problem(where="[selection] › capacity", value="true", expected="a whole number"),
        ),
        (
            HEAD.replace("capacity = 10", "capacity = 100000000000000000000") + ONE,
            Problem(
                where="[selection] › capacity",
                value="100000000000000000000",
                expected="a whole number, at most 1000000",
            ),
        ),
        # Attendance and completion
        (
            HEAD + '[attendance]\nalone = ["withdrawal"]\n' + ONE,
            Problem(
                where="[attendance] › alone",
                value="['withdrawal']",
                expected="one of check-in, presence, report, statement, group, recording",
            ),
        ),
        (
            HEAD + '[attendance]\nlate_counts = "yes"\n' + ONE,
            Problem(where="[attendance] › late_counts", value='"yes"', expected="true or false, without quotes"),
        ),
        (
            HEAD + TWO + RULE + 'sessions_needed = 1\nshare_needed = "50 %"\n',
            Problem(
                where="[[completion]] 1 › share_needed",
                value='"50 %"',
                expected="either `sessions_needed` or `share_needed`, not both",
            ),
        ),
        (
            HEAD + TWO + RULE + "required_sessions = [1, 3]\n",
            Problem(
                where="[[completion]] 1 › required_sessions",
                value="[1, 3]",
                expected="numbers of sessions; there is no session 3",
            ),
        ),
        (
            HEAD + TWO + RULE + "minutes_needed = 241\n",
            Problem(
                where="[[completion]] 1 › minutes_needed",
                value="241",
                expected="at most 240, the minutes of all sessions together",
            ),
        ),
        (
            HEAD + TWO + RULE + "attempts = 2\n",
            Problem(
                where="[[completion]] 1 › attempts",
                value="2",
                expected="`pass_mark` beside it: attempts are those of the assessment",
            ),
        ),
        (
            HEAD + TWO + RULE + 'pass_mark = "170 %"\n',
            Problem(
                where="[[completion]] 1 › pass_mark",
                value='"170 %"',
                expected='a mark in percent from 0 to 100, such as 70 or "70 %"',
            ),
        ),
        (
            HEAD + TWO + RULE + 'deadline = "2025-09-10 12:00"\n',
            Problem(
                where="[[completion]] 1 › deadline",
                value='"2025-09-10 12:00"',
                expected="a time after the last session ends",
            ),
        ),
        (
            HEAD + TWO + RULE + 'cancelled_sessions = "need_reduced"\n',
            Problem(
                where="[[completion]] 1 › cancelled_sessions",
                value='"need_reduced"',
                expected="one of need-unchanged, need-reduced, count-as-attended",
                suggestion='Did you mean "need-reduced"?',
            ),
        ),
        # Reminders
        (
            HEAD + ONE + REMINDER,
            Problem(
                where="[[reminder]] 1 › before",
                expected='how long before: `before = "24h"`, or `at = "09:00"` with `days_before`',
            ),
        ),
        (
            HEAD + ONE + REMINDER + 'before = "1h"\nat = "09:00"\n',
            Problem(where="[[reminder]] 1 › at", value='"09:00"', expected="either `before` or `at`, not both"),
        ),
        (
            HEAD + ONE + REMINDER + 'at = "25:00"\n',
            Problem(where="[[reminder]] 1 › at", value='"25:00"', expected='a time of day in quotes, such as "09:00"'),
        ),
        (
            HEAD + ONE + REMINDER + 'at = "09:00"\nown_zone = true\n',
            Problem(
                where="[[reminder]] 1 › own_zone",
                value="true",
                expected='a reminder with `at` and `means = "dm"` or "email": a channel has one time',
            ),
        ),
        (
            HEAD + ONE + REMINDER + 'before = "1h"\nanchor = "applications-close"\n',
            Problem(
                where="[[reminder]] 1 › anchor",
                value='"applications-close"',
                expected="`closes` under [applications], which this reminder is laid against",
            ),
        ),
        (
            HEAD + ONE + REMINDER + 'before = "1h"\naudience = "cohort"\n',
            Problem(where="[[reminder]] 1 › cohort", expected='the key of a [[cohort]], since `audience` is "cohort"'),
        ),
        (
            HEAD + ONE + REMINDER + 'before = "1h"\nmeans = "update"\n',
            Problem(where="[[reminder]] 1 › means", value='"update"', expected="one of channel, dm, email"),
        ),
        (
            HEAD + ONE + REMINDER + 'before = "1h"\ntext = "{title"\n',
            Problem(
                where="[[reminder]] 1 › text",
                value='"{title"',
                expected="curly brackets only around a name, such as {title}",
            ),
        ),
        # Certificates and privacy
        (
            HEAD + ONE + '[certificates]\nissuer = "Us"\nsignatories = [{ name = "N", office = "O", offices = "O" }]\n',
            Problem(
                where="[certificates] › signatories › 1 › offices",
                value='"O"',
                expected="one of the keys name, office",
                suggestion='Did you mean "office"?',
            ),
        ),
        (
            HEAD + ONE + '[certificates]\nissuer = "Us"\nsignatories = [{ name = "N" }]\n',
            Problem(
                where="[certificates] › signatories › 1 › office", expected="this key, which every such table needs"
            ),
        ),
        (
            HEAD + ONE + '[privacy]\nemail = "90 min"\n',
            Problem(where="[privacy] › email", value='"90 min"', expected='a number of whole days, such as "365 days"'),
        ),
        (
            HEAD + ONE + "[[privacy]]\n",
            Problem(where="[privacy]", value="[{}]", expected="a table that begins with the line [privacy]"),
        ),
    ],
)
def test_one_slip_is_one_problem_with_its_cure(text: str, problem: Problem) -> None:
    assert the_problem(text) == problem


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            b"[marathon]\nkey = abc\n",
            Problem(
                line=2,
                where="the file",
                value="key = abc",
                expected="TOML (invalid value)",
                suggestion="Put text and times in quotes.",
            ),
        ),
        (
            b"[marathon]\nstart = 2025-09-09 14:00\n",
            Problem(
                line=2,
                where="the file",
                value="start = 2025-09-09 14:00",
                expected="TOML (expected newline or end of document after a statement)",
                suggestion="Put text and times in quotes, one key a line.",
            ),
        ),
        (
            b'[marathon]\nkey = "a"\nkey = "b"\n',
            Problem(
                line=3,
                where="the file",
                value='key = "b"',
                expected="TOML (cannot overwrite a value)",
                suggestion="This key stands twice in its table.",
            ),
        ),
        (
            "[marathon]\ntitle = 'Café'\n".encode("cp1252"),
            Problem(
                line=2,
                where="the file",
                value="byte 0xe9",
                expected="text in UTF-8",
                suggestion='Save it again as "UTF-8" in your editor.',
            ),
        ),
        (b"a = " + b"[" * 100_000, Problem(where="the file", expected="fewer brackets inside one another")),
        (
            b"#" * 1_000_001,
            Problem(where="the file", expected="at most 1000 kB", value="1000001 bytes"),
        ),
    ],
)
def test_what_is_no_toml_at_all_is_refused_with_its_line(data: bytes, problem: Problem) -> None:
    assert read_programme(data) == (problem,)


def test_an_empty_file_names_all_that_is_needed() -> None:
    needed = "this key, which every such table needs"
    assert read_programme(b"") == (
        *(
            Problem(where=f"[{table}] › {key}", expected=needed)
            for table, key in (
                ("marathon", "key"),
                ("marathon", "title"),
                ("marathon", "organiser"),
                ("marathon", "zone"),
                ("selection", "capacity"),
            )
        ),
        Problem(where="[[session]]", expected="at least one session, beginning with the line [[session]]"),
    )


def test_a_hundred_sessions_are_enough() -> None:
    assert replace(the_problem(HEAD + ONE * 101), value=None) == Problem(
        where="[[session]]", expected="at most 100 sessions (these are 101)"
    )


def test_a_name_of_the_file_is_shown_on_one_line_whatever_it_holds() -> None:
    assert the_problem(r'"a\nb\u202e" = 1' + HEAD + ONE).where == r"a\nb\u202e"


def test_a_gap_in_one_cohort_and_the_same_hour_in_another_are_no_problem() -> None:
    text = HEAD + COHORTS + a_session('starts = { east = "2025-09-09 14:00", west = "2025-09-09 15:00" }')
    assert isinstance(read_programme(text.encode()), Programme)


def test_a_rule_counts_the_sessions_of_the_cohort_that_has_the_fewest() -> None:
    text = HEAD + COHORTS + TWO + a_session('start = "2025-09-16 14:00"', 'cohort = "east"')
    assert isinstance(read_programme((text + RULE + "sessions_needed = 2\n").encode()), Programme)
    assert the_problem(text + RULE + "sessions_needed = 3\n").expected == "at most 2, the number of sessions"


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    assert not isinstance(read_programme(data), Programme)


@given(st.data())
def test_no_line_left_out_or_doubled_breaks_the_reading(data: st.DataObject) -> None:
    lines = programmes.read("intensive-5-days").decode().splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    changed = data.draw(st.sampled_from([lines[:place] + lines[place + 1 :], lines[: place + 1] + lines[place:]]))
    found = read_programme("\n".join(changed).encode())
    assert isinstance(found, Programme) or all(problem.expected for problem in found)
