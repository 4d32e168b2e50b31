"""Times as reports write them: "9/9/2025, 2:00:00 PM", "09.09.25 14:00", "2025年9月9日 下午2:00", "13:55".

A stamp keeps the numbers of the date unsettled: whether 09/10 is a day in September or in October is settled for a
whole file by its own values and by the session's date (``settle_order``), never guessed.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache, lru_cache

from babel import Locale

from sessions.imports.reports.headings import find_unit, fold_word, is_afternoon

_LANGUAGES = (
    "en",
    "fr",
    "es",
    "pt",
    "ar",
    "zh",
    "ru",
    "ko",
    "de",
    "ja",
    "it",
    "nl",
    "pl",
    "tr",
    "vi",
    "id",
    "fa",
    "uk",
)
_COLON_TIME = re.compile(
    r"(?<!\d)(\d{1,2})(?::|\s?[h時时시]\s?)(\d{2})(?!\d|\s?m)(?:\s?[:분分]\s?(\d{2})(?:[.,]\d+)?)?(?!\d)\s?[분分초秒]?"
)
_DOTTED_TIME = re.compile(r"(?:(?<=\d[\s,])\s*(?:klo\s+)?|^)(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?=\s|$)")
"""Clocks of Denmark, Finland and Indonesia; after a date, which may be dotted too, or alone."""
_OFFSET = re.compile(
    r"\(?(?:(?<![^\W\d_])(?:utc|gmt)\s?)?([+-])(\d{1,2})(?::?(\d{2}))?\)?\s*$|(?<![^\W\d_])(?:z|utc|gmt)\s*$"
)
_SPACED_HALF = re.compile(r"\b([ap])\. ?m\b\.?")
_DURATION_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)")
_DATE_UNITS = "年月日년월일"
_FILLERS = frozenset(
    [
        "t",
        "de",
        "del",
        "à",
        "a",
        "las",
        "um",
        "uhr",
        "г",
        "в",
        "at",
        "of",
        "klo",
        "kl",
        "pukul",
        "le",
        "den",
        "lúc",
        "о",
    ]
)


class Order(Enum):
    """Where day, month and year stand among the three numbers of a date."""

    DAY_FIRST = (0, 1, 2)
    MONTH_FIRST = (1, 0, 2)
    YEAR_FIRST = (2, 1, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """``numbers``: the date as written, None when there is only a time. ``seconds``: since midnight, on the clock of
    ``offset``, or of the zone in which the report was exported where it is None."""

    numbers: tuple[int, int, int] | None
    orders: frozenset[Order]
    seconds: int
    offset: timedelta | None
    to_the_minute: bool

    def wall(self, order: Order) -> datetime | None:
        """The wall time under an order of the file's dates; None without a date or when the order does not fit it."""
        day = self.day(order)
        return None if day is None else datetime.combine(day, datetime.min.time()) + timedelta(seconds=self.seconds)

    def day(self, order: Order) -> date | None:
        if self.numbers is None:
            return None
        return _day(self.numbers, Order.YEAR_FIRST if self.settled else order)

    @property
    def settled(self) -> bool:
        """The year stands first in four digits, or the month has a name: there is nothing to settle."""
        return self.numbers is not None and self.numbers[0] > 99


class Unsettled(Enum):
    CONTRADICTION = "contradiction"  # no order makes a date of every date
    BOTH_FIT = "both-fit"  # several orders put rows on the session's days
    NONE_FITS = "none-fits"  # several orders are possible; none puts a row on the session's days


@lru_cache(maxsize=20_000)
def read_stamp(text: str) -> Stamp | None:
    """The stamp that a cell holds; None for a cell that is no time of day."""
    plain = _plain(text)
    found = _COLON_TIME.search(plain) or _DOTTED_TIME.search(plain)
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    around = _read_around(plain[: found.start()], plain[found.end() :])
    if around is None or hour > 24 or minute > 59 or second > 59:
        return None
    if around.afternoon is not None and hour <= 12:
        hour = hour % 12 + 12 * around.afternoon
    return Stamp(
        numbers=around.numbers,
        orders=around.orders,
        seconds=hour * 3600 + minute * 60 + second,
        offset=around.offset,
        to_the_minute=found[3] is None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What stands around the time of day in a stamp."""

    numbers: tuple[int, int, int] | None
    orders: frozenset[Order]
    offset: timedelta | None
    afternoon: bool | None


@lru_cache(maxsize=2_000)
def _read_around(before: str, after: str) -> _Around | None:
    """None when there are words that belong to no date and no time."""
    offset, after = _take_offset(after)
    numbers, words = _split_date(f"{before} {after}")
    afternoon = is_afternoon(words) if words else None
    if (words and afternoon is None) or len(numbers) not in (0, 3):
        return None
    if not numbers:
        return _Around(numbers=None, orders=frozenset(), offset=offset, afternoon=afternoon)
    date_numbers = (numbers[0], numbers[1], numbers[2])
    orders = frozenset(order for order in Order if _day(date_numbers, order) is not None)
    return _Around(numbers=date_numbers, orders=orders, offset=offset, afternoon=afternoon) if orders else None


def settle_order(stamps: Iterable[Stamp], evidence: Iterable[Stamp], around: Iterable[date]) -> Order | Unsettled:
    """The one order under which every date of the file (``evidence``) is a date. Where several are left, the one under
    which most ``stamps`` fall on the days ``around`` the session, if it is one."""
    dates = {stamp.numbers: stamp for stamp in evidence if stamp.numbers and not stamp.settled}
    orders = [order for order in Order if all(order in stamp.orders for stamp in dates.values())]
    if not orders:
        return Unsettled.CONTRADICTION
    if len(orders) == 1 or not dates:
        return orders[0]
    days = frozenset(around)
    counts = Counter(stamp.numbers for stamp in stamps if stamp.numbers and not stamp.settled)
    fits = {order: sum(count for numbers, count in counts.items() if _day(numbers, order) in days) for order in orders}
    best = [order for order in orders if fits[order] == max(fits.values())]
    if all(len({_day(numbers, order) for order in best}) == 1 for numbers in counts):
        return best[0]
    if not any(fits.values()):
        return Unsettled.NONE_FITS
    return best[0] if len(best) == 1 else Unsettled.BOTH_FIT


def read_duration(text: str) -> int | None:
    """Seconds: "2h 26m 40s", "2 hr 6 min", "57 mins", "02:02:30", "1時間30分", and a bare number of minutes."""
    plain = _plain(text)
    if not plain:
        return None
    if re.fullmatch(r"\d+(?:[.,]\d+)?", plain):
        return round(float(plain.replace(",", ".")) * 60)
    if clock := re.fullmatch(r"(\d+):(\d{2})(?::(\d{2}))?", plain):
        return int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3] or 0)
    parts = _DURATION_PART.findall(plain)
    units = [find_unit(word) for _, word in parts]
    if not parts or any(unit is None for unit in units) or re.search(r"\d", _DURATION_PART.sub("", plain)):
        return None
    return round(
        sum(float(number.replace(",", ".")) * (unit or 0) for (number, _), unit in zip(parts, units, strict=True))
    )


def _plain(text: str) -> str:
    """NFKC, ASCII digits, no direction marks, one kind of space, case folded, without Excel's ="…" wrapping."""
    stripped = text.strip()
    if stripped.startswith('="') and stripped.endswith('"'):
        stripped = stripped[2:-1]
    if stripped.isascii():
        return _SPACED_HALF.sub(r"\1m", " ".join(stripped.lower().split()))
    folded = unicodedata.normalize("NFKC", stripped)
    kept = (c for c in folded if unicodedata.category(c) != "Cf")
    digits = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in kept)
    return _SPACED_HALF.sub(r"\1m", " ".join("".join(digits).casefold().split()))


def _split_date(text: str) -> tuple[list[int], str]:
    """The numbers of the date, and the words that are left. A named month makes them year, month, day."""
    words: list[str] = []
    numbers: list[int] = []
    month: int | None = None
    for token in re.findall(r"\d+|[^\W\d_](?:[^\W\d_]|\w(?<!\d)|['’])*", text):
        if token.isdigit():
            numbers.append(int(token))
            continue
        word = token.strip(_DATE_UNITS)
        if word in _FILLERS or not word:
            continue
        if is_afternoon(word) is not None:
            words.append(word)
            continue
        named = _months().get(fold_word(word))
        if month is None and named is not None:
            month = named
        elif fold_word(word) not in _weekdays():
            words.append(word)
    if month is not None and len(numbers) == 2:
        year, day = (numbers[0], numbers[1]) if numbers[0] > 31 else (numbers[1], numbers[0])
        numbers = [year if year > 99 else 2000 + year, month, day]
    return numbers, " ".join(words)


def _take_offset(after: str) -> tuple[timedelta | None, str]:
    """The UTC offset that stands at the end, and what stands before it."""
    found = _OFFSET.search(after)
    if found is None or len(re.findall(r"\d+", after)) > 2:  # a date after the time, such as 14:00 09-09-2025
        return None, after
    if found[1] is None:
        return timedelta(), after[: found.start()]
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return (size if found[1] == "+" else -size), after[: found.start()]


@lru_cache(maxsize=5_000)
def _day(numbers: tuple[int, int, int], order: Order) -> date | None:
    day, month, year = (numbers[position] for position in order.value)
    others = [number for position, number in enumerate(numbers) if position != order.value[2]]
    if any(number > 31 for number in others):
        return None
    try:
        return date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


@cache
def _months() -> Mapping[str, int]:
    """Folded names of months, long and short, in the languages of reports; names of two months are left out."""
    found: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale.parse(language).months[context][width].items():
                    found.setdefault(fold_word(name), set()).add(number)
    return {name: next(iter(numbers)) for name, numbers in found.items() if len(numbers) == 1 and not name.isdigit()}


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(
        fold_word(name)
        for language in _LANGUAGES
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in Locale.parse(language).days[context][width].values()
    )
