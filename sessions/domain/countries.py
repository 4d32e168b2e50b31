"""Countries as people write them: an ISO 3166-1 alpha-2 code, or a name in one of several languages."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from sessions.domain.refusals import UnknownCountry

_LEAST_ALIKE = 0.6
"""How alike two names must be to be worth suggesting (difflib's ratio)."""


def fold_country(text: str) -> str:
    """A country's name for comparing: no case, accents or punctuation; "&" and "and" are the same."""
    spread = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    letters = (
        "" if unicodedata.combining(c) else c if c.isalnum() or unicodedata.category(c)[0] == "M" else " "
        for c in spread
    )
    words = unicodedata.normalize("NFC", "".join(letters)).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _kept_in_fold(c: str) -> str:
    if unicodedata.combining(c):
        return ""
    return c if c.isalnum() or unicodedata.category(c)[0] == "M" else " "


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """``names``: alpha-2 code to English name. ``aliases``: other names as written, alpha-3 codes and names in other
    languages among them, to the code."""

    names: Mapping[str, str]
    aliases: Mapping[str, str] = field(default_factory=dict)
    _folded: dict[str, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    _in_order: list[tuple[str, str]] = field(init=False, repr=False, compare=False, default_factory=list)

    def __post_init__(self) -> None:
        for alias, code in self.aliases.items():
            self._folded.setdefault(fold_country(alias), code)
        for code, name in self.names.items():
            self._folded[fold_country(name)] = code
        self._in_order.extend(sorted(self._folded.items()))

    def find(self, text: str) -> str | UnknownCountry:
        """The code of exactly what was written; what is only alike is suggested, never taken."""
        code = text.strip().upper()
        if code in self.names:
            return code
        found = self._folded.get(fold_country(text))
        return found if found is not None else UnknownCountry(value=text, nearest=self.suggest(text, limit=3))

    def suggest(self, text: str, *, limit: int = 25) -> tuple[tuple[str, str], ...]:
        """(code, English name) for somebody who is typing: the code, then names that begin so, then names with a word
        that begins so; where there is none of them, names that look alike, which takes a hundred times as long.
        Everything in alphabetical order when nothing is typed."""
        asked = fold_country(text)
        if not asked:
            return tuple(sorted(self.names.items(), key=lambda item: fold_country(item[1]))[:limit])
        codes = [text.strip().upper()]
        codes += [code for name, code in self._in_order if name.startswith(asked)]
        codes += [code for name, code in self._in_order if f" {asked}" in name]
        if len(codes) == 1:
            alike = get_close_matches(asked, self._folded, n=limit, cutoff=_LEAST_ALIKE)
            codes += [self._folded[name] for name in alike]
        known = dict.fromkeys(code for code in codes if code in self.names)
        return tuple((code, self.names[code]) for code in list(known)[:limit])
