"""Days and hours as a language, or a region that writes it, puts them; digits are the Western ones everywhere."""

from datetime import date, datetime
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time

from bot.wording import lineage
from sessions.domain.moments import to_local


def say_day(moment: datetime, zone: str, region: str) -> str:
    """The day in the zone, as the region writes it: Tuesday, 9 September 2025."""
    return str(format_date(to_local(moment, zone), format="full", locale=locale_of(region)))


def say_date(day: date, region: str) -> str:
    """A day without its name: 9 September 2025."""
    return str(format_date(day, format="long", locale=locale_of(region)))


def say_hour(moment: datetime, zone: str, region: str) -> str:
    return str(format_time(to_local(moment, zone).time(), format="short", locale=locale_of(region)))


def say_moment(moment: datetime, zone: str, region: str) -> str:
    """Day, hour and the zone's name: 9 September 2025, 14:00 (Europe/Zurich)."""
    day = format_date(to_local(moment, zone), format="long", locale=locale_of(region))
    return f"{day}, {say_hour(moment, zone, region)} ({zone})"


@cache
def locale_of(language: str) -> Locale:
    """How the language writes dates and numbers; English without a region as in Britain: a month in words and 24 hours
    are misread by nobody."""
    for tag in lineage("en-GB" if language == "en" else language):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "GB")
