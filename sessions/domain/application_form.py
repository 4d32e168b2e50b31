"""What a person types to apply, checked: every field that cannot be taken, at once, each with its facts."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TypeVar

from sessions.domain.countries import Countries
from sessions.domain.moments import find_zone
from sessions.domain.refusals import (
    BadCharacters,
    BadLength,
    BadValue,
    ConsentMissing,
    Refusal,
    UnknownChoice,
    ValueMissing,
)
from sessions.domain.selection import Function, Gender, Kind

NAME_LENGTH = (2, 200)
ORGANISATION_LENGTH = (2, 200)
EMAIL_LENGTH = 254
"""RFC 5321 section 4.5.3.1.3: a path of 256 octets, less the angle brackets."""
_LOCAL_LENGTH = 64
_MOST_MARKS = 5
"""Combining marks on one letter; Vietnamese, Tibetan and pointed Hebrew need fewer."""

_DROPPED = frozenset("\u00ad\u200b\u200e\u200f\u2060\ufeff")
"""Invisible signs that come along when a name is copied from a page; they say nothing."""
_JOINERS = frozenset("\u200c\u200d")
"""Zero-width joiners are spelling in Persian and in Indic scripts."""
_NAME_SIGNS = frozenset("'’‘ʼ`´-‐‑–.,·・/()")
_LOCAL = re.compile(r"[^\s\x00-\x20\x7f\"(),:;<>@\[\\\]]+")
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_E = TypeVar("_E", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedForm:
    """The form as typed, selected or read from a file. Empty text: nothing given."""

    name: str = ""
    email: str = ""
    organisation: str = ""
    country: str = ""
    kind: str = ""
    function: str = ""
    gender: str = ""
    zone: str = ""
    language: str = ""
    cohort: str = ""
    consent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationForm:
    """A form that can be taken. ``organisation`` is None for somebody who works for themselves."""

    name: str
    email: str
    organisation: str | None
    country: str
    kind: Kind
    function: Function
    gender: Gender | None
    zone: str
    language: str
    cohort: str | None = None


JUDGED = ("organisation", "country", "kind", "function", "gender", "cohort")
"""What selection looks at; fixed once selection has been made."""


def changed_fields(before: ApplicationForm, after: ApplicationForm) -> tuple[str, ...]:
    """The fields in which two forms differ, in the form's order."""
    names = (field.name for field in fields(ApplicationForm))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def check_form(
    typed: TypedForm,
    *,
    countries: Countries,
    languages: tuple[str, ...],
    cohorts: tuple[str, ...] = (),
) -> ApplicationForm | tuple[Refusal, ...]:
    """The form, or every refusal in the form's order. A programme without cohorts takes no cohort; with cohorts, none
    means "any". Language defaults to the first of ``languages``."""
    problems: list[Refusal] = []
    form = ApplicationForm(
        name=_taken(check_name(typed.name), "", problems),
        email=_taken(check_email(typed.email), "", problems),
        organisation=_taken(check_organisation(typed.organisation), None, problems),
        country=_taken(_check_country(typed.country, countries), "", problems),
        kind=_taken(check_choice("kind", typed.kind, Kind), Kind.OTHER, problems),
        function=_taken(check_choice("function", typed.function, Function), Function.OTHER, problems),
        gender=_taken(check_choice("gender", typed.gender, Gender), None, problems) if typed.gender.strip() else None,
        zone=_taken(find_zone(typed.zone) if typed.zone.strip() else ValueMissing(field="zone"), "", problems),
        language=_taken(_check_of("language", typed.language or languages[0], languages), "", problems),
        cohort=_taken(_check_of("cohort", typed.cohort, cohorts), "", problems) if typed.cohort else None,
    )
    if not typed.consent:
        problems.append(ConsentMissing())
    return tuple(problems) if problems else form


_T = TypeVar("_T")


def _taken(result: _T | Refusal, otherwise: _T, problems: list[Refusal]) -> _T:
    if isinstance(result, Refusal):
        problems.append(result)
        return otherwise
    return result


def check_name(typed: str) -> str | BadLength | BadCharacters | ValueMissing:
    """A name as it shall stand on the certificate: 2 to 200 characters (code points after NFC), two letters of any
    script at least, no line break, digit, emoji or control character. Spaces are tidied, nothing else is changed."""
    return _check_text("name", typed, NAME_LENGTH, _is_name_character)


def check_organisation(typed: str) -> str | BadLength | BadCharacters | None:
    """An organisation's name, with digits and signs; None when nothing was typed."""
    checked = _check_text("organisation", typed, ORGANISATION_LENGTH, _is_visible)
    return None if isinstance(checked, ValueMissing) else checked


def _check_text(
    field: str, typed: str, length: tuple[int, int], is_allowed: Callable[[str], bool]
) -> str | BadLength | BadCharacters | ValueMissing:
    kept = unicodedata.normalize("NFC", "".join(c for c in typed if c not in _DROPPED).strip())
    if not kept:
        return ValueMissing(field=field)
    tidy = "".join(" " if unicodedata.category(c) == "Zs" else c for c in kept)
    bad = dict.fromkeys(c for c in tidy if c != " " and not is_allowed(c))
    if bad:
        return BadCharacters(field=field, characters=tuple(bad))
    text = " ".join(tidy.split())
    letters = sum(1 for c in text if unicodedata.category(c)[0] == "L")
    if not length[0] <= len(text) <= length[1] or letters < 2:
        return BadLength(field=field, length=len(text), minimum=length[0], maximum=length[1])
    if heap := _heaped_mark(text):
        return BadCharacters(field=field, characters=(heap,))
    return text


def _is_name_character(c: str) -> bool:
    return unicodedata.category(c)[0] in "LM" or c in _NAME_SIGNS or c in _JOINERS


def _is_visible(c: str) -> bool:
    """Anything but controls, line ends, private and unassigned code points, and marks that turn the direction."""
    return unicodedata.category(c) not in ("Cc", "Cf", "Zl", "Zp", "Co", "Cn", "Cs") or c in _JOINERS


def _heaped_mark(text: str) -> str | None:
    run = 0
    for c in text:
        run = run + 1 if unicodedata.category(c) == "Mn" else 0
        if run > _MOST_MARKS:
            return c
    return None


def check_email(typed: str) -> str | BadValue | ValueMissing:
    """A mailbox in the shape that RFC 5321 section 4.1.2 and RFC 6531 give it, without quoted local parts and address
    literals, which no form meets: ``local@domain``, a domain of two labels at least. The domain is lower-cased, the
    local part is kept as typed (RFC 5321 section 2.4). Whether anybody reads it, only a letter can tell."""
    text = unicodedata.normalize("NFC", "".join(c for c in typed if c not in _DROPPED).strip())
    text = text.removeprefix("mailto:").removeprefix("<").removesuffix(">")
    if not text:
        return ValueMissing(field="email")
    local, _, domain = text.rpartition("@")
    domain = domain.lower()
    labels = domain.split(".")
    is_good = (
        len(text.encode()) <= EMAIL_LENGTH
        and len(local.encode()) <= _LOCAL_LENGTH
        and _LOCAL.fullmatch(local) is not None
        and not local.startswith(".")
        and not local.endswith(".")
        and ".." not in local
        and len(labels) > 1
        and all(len(label) <= 63 and _LABEL.fullmatch(label) for label in labels)
        and not labels[-1].isdigit()
        and len(labels[-1]) > 1
    )
    return f"{local}@{domain}" if is_good else BadValue(field="email", value=typed, expected="email-address")


def check_choice(field: str, typed: str, choices: type[_E]) -> _E | UnknownChoice | ValueMissing:
    """One of a closed set, by its value; case and spaces around it do not matter."""
    checked = _check_of(field, typed, tuple(choice.value for choice in choices))
    return choices(checked) if isinstance(checked, str) else checked


def _check_of(field: str, typed: str, known: tuple[str, ...]) -> str | UnknownChoice | ValueMissing:
    wanted = typed.strip().casefold()
    if not wanted:
        return ValueMissing(field=field)
    found = next((value for value in known if value.casefold() == wanted), None)
    return found if found is not None else UnknownChoice(field=field, value=typed, choices=known)


def _check_country(typed: str, countries: Countries) -> str | Refusal:
    return countries.find(typed) if typed.strip() else ValueMissing(field="country")
