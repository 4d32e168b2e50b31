"""Nearness of names: what somebody may have meant by a word that is not in the list."""

import difflib
import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """A name without case, accents and the difference between space, underscore and hyphen, for comparing only."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(plain.replace("_", " ").replace("-", " ").split())


def nearest(word: str, known: Iterable[str], *, count: int = 3, cutoff: float = 0.6) -> tuple[str, ...]:
    """The known words most like this one, best first; none when nothing is alike."""
    by_fold = {fold(name): name for name in known}
    return tuple(by_fold[name] for name in difflib.get_close_matches(fold(word[:100]), by_fold, n=count, cutoff=cutoff))
