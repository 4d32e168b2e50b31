"""Whose row is it? Exact e-mail, then an exact name that fits one person; everything else goes to the organiser.

Nothing here credits anybody for a similar name: dropped accents, swapped order, nicknames and names of devices give
suggestions, which a person confirms or not. A confirmation becomes an alias and is an input the next time.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sessions.domain.likeness import Likeness

_MARKING_WORDS = """external guest unverified
    externe invité invitée extern gast externo externa invitado invitada convidado convidada
    внешний гость خارجي ضيف 外部 来宾 访客 ゲスト 게스트 외부"""
_MARKS = frozenset(_MARKING_WORDS.split())
"""What platforms put in brackets after a name, in the languages that reports are read in."""
_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntry:
    """A registered person. ``emails``: registered and confirmed other addresses."""

    id: str
    name: str
    join_name: str | None = None
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffEntry:
    """A host or speaker: left out of the participants' figures."""

    name: str
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """An organiser's confirmation that rows with this name and e-mail are this person's."""

    name: str
    email: str | None
    person: str


class MatchedBy(StrEnum):
    EMAIL = "email"
    NAME = "name"
    ALIAS = "alias"


class NoMatchCode(StrEnum):
    EMAIL_DIFFERS = "email_differs"  # a known name with an unknown e-mail
    EMAIL_NAME_CONFLICT = "email_name_conflict"  # one person's e-mail with another's name
    AMBIGUOUS_NAME = "ambiguous_name"  # fits several
    NO_MATCH = "no_match"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    person: str
    by: MatchedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class NotMatched:
    """For the organiser. ``suggestions``: ids, the likeliest first."""

    code: NoMatchCode
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfStaff:
    """The row is a host's or speaker's."""


Match = Matched | NotMatched | OfStaff


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """Who may be in a report, indexed once for all rows. Made by ``build_directory``."""

    by_email: Mapping[str, frozenset[str]]
    by_name: Mapping[str, frozenset[str]]
    staff_emails: frozenset[str]
    staff_names: frozenset[str]
    aliases: Mapping[tuple[str, str | None], frozenset[str]]
    likeness: Likeness


def build_directory(
    roster: Iterable[RosterEntry], staff: Iterable[StaffEntry] = (), aliases: Iterable[Alias] = ()
) -> Directory:
    roster, staff = tuple(roster), tuple(staff)
    by_email, by_name = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    pairs = defaultdict[tuple[str, str | None], set[str]](set)
    for entry in roster:
        for email in filter(None, map(fold_email, entry.emails)):
            by_email[email].add(entry.id)
        for name in filter(None, map(fold_name, (entry.name, entry.join_name or ""))):
            by_name[name].add(entry.id)
    for alias in aliases:
        pairs[fold_name(alias.name), fold_email(alias.email)].add(alias.person)
    return Directory(
        by_email={email: frozenset(ids) for email, ids in by_email.items()},
        by_name={name: frozenset(ids) for name, ids in by_name.items()},
        staff_emails=frozenset(filter(None, (fold_email(entry.email) for entry in staff))),
        staff_names=frozenset(filter(None, (fold_name(entry.name) for entry in staff))),
        aliases={pair: frozenset(ids) for pair, ids in pairs.items()},
        likeness=Likeness(
            (entry.id, tuple(filter(None, (entry.name, entry.join_name))), entry.emails) for entry in roster
        ),
    )


def match_row(directory: Directory, name: str, email: str | None) -> Match:
    """Decides for one row; depends on nothing but the directory, the name and the e-mail."""
    address, shown = fold_email(email), name_forms(name)
    confirmed = directory.aliases.get((shown[0] if shown else "", address), frozenset())
    if len(confirmed) == 1:
        return Matched(person=next(iter(confirmed)), by=MatchedBy.ALIAS)
    forms = [directory.by_name.get(form, frozenset()) for form in shown]
    named: frozenset[str] = frozenset().union(*forms)
    named_staff = any(form in directory.staff_names for form in shown)
    if len(confirmed) > 1:
        return _ask(NoMatchCode.AMBIGUOUS_NAME, confirmed, directory)
    if address is not None and address in directory.staff_emails:
        conflict = named and not named_staff
        return _ask(NoMatchCode.EMAIL_NAME_CONFLICT, named, directory) if conflict else OfStaff()
    owners = directory.by_email.get(address or "", frozenset())
    if owners:
        fitting = _owners_named(owners, forms, named_staff)
        if not fitting:
            return _ask(NoMatchCode.EMAIL_NAME_CONFLICT, owners | named, directory)
        if len(fitting) > 1:
            return _ask(NoMatchCode.AMBIGUOUS_NAME, fitting, directory)
        return Matched(person=next(iter(fitting)), by=MatchedBy.EMAIL)
    return _match_by_name(directory, name, address, named, named_staff)


def _owners_named(owners: frozenset[str], forms: list[frozenset[str]], named_staff: bool) -> frozenset[str]:
    """Which owners of the address the name allows. A name that is nobody's says nothing against them; a name that is
    somebody's must be theirs."""
    told = [form for form in forms if form]
    if named_staff and not told:
        return frozenset()
    if any(not form & owners for form in told):
        return frozenset()
    return owners.intersection(*told) if told else owners


def _match_by_name(
    directory: Directory, name: str, address: str | None, named: frozenset[str], named_staff: bool
) -> Match:
    if named_staff and not named:
        return OfStaff()
    if named_staff or len(named) > 1:
        return _ask(NoMatchCode.AMBIGUOUS_NAME, named, directory)
    if named and address is not None:
        return _ask(NoMatchCode.EMAIL_DIFFERS, named, directory)
    if named:
        return Matched(person=next(iter(named)), by=MatchedBy.NAME)
    return NotMatched(code=NoMatchCode.NO_MATCH, suggestions=directory.likeness.suggest(name, address))


def _ask(code: NoMatchCode, persons: frozenset[str], directory: Directory) -> NotMatched:
    return NotMatched(code=code, suggestions=directory.likeness.in_order(persons))


def fold_email(email: str | None) -> str | None:
    """For comparing: case folded, without spaces and format characters; None for what is no address."""
    if email is None:
        return None
    folded = _fold(email).strip()
    local, at, domain = folded.rpartition("@")
    return folded if at and local and domain and not any(c.isspace() for c in folded) else None


def fold_name(name: str) -> str:
    """For comparing: NFKC, case folded, no format characters, single spaces, without "(External)" and the like."""
    folded = _fold(name)
    if "(" in folded:
        folded = _BRACKETS.sub(lambda found: " " if found[1].strip() in _MARKS else found[0], folded)
    return " ".join(folded.split())


def name_forms(name: str) -> tuple[str, ...]:
    """'Display (Original)' whole, outside and inside the brackets, folded; without brackets one form."""
    whole = fold_name(name)
    if "(" not in whole:
        return (whole,) if whole else ()
    inside = [found.strip() for found in _BRACKETS.findall(whole)]
    outside = " ".join(_BRACKETS.sub(" ", whole).split())
    return tuple(dict.fromkeys(form for form in (whole, outside, *inside) if form))


def _fold(text: str) -> str:
    """NFKC, case folded, without Unicode's format characters (category Cf: direction marks, zero-width joiners, byte
    order marks) and without control characters that are no space."""
    if text.isascii() and text.isprintable():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text)
    kept = "".join(c for c in plain if unicodedata.category(c) not in ("Cf", "Cc") or c.isspace())
    return unicodedata.normalize("NFKC", kept.casefold())
