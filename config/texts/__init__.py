"""The words people read, by language: ``<language>/<noun>.ftl`` in Project Fluent.

English is complete; another language may not be asked for a key that English lacks.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FALLBACK = "en"

ORGANISERS = (
    "attendance_pictures.ftl", "audit.ftl", "changes.ftl", "reminders.ftl", "reports.ftl", "setup.ftl",
)  # fmt: skip
"""Files that only organisers read: they may stay in English. Every other file is complete in every language."""


@cache
def languages() -> tuple[str, ...]:
    """BCP 47 tags of the catalogues that ship, English first, then in alphabetical order."""
    found = {folder.name for folder in files(__name__).iterdir() if folder.is_dir() and _has_texts(folder.name)}
    return (FALLBACK, *sorted(found - {FALLBACK}))


def catalogue(language: str) -> Mapping[str, str]:
    """File name -> text of one language's Fluent files, in order of name; empty for a language that does not ship."""
    if language not in languages():
        return {}
    return _read(language)


@cache
def _read(language: str) -> Mapping[str, str]:
    folder = files(__name__) / language
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".ftl"))
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def _has_texts(language: str) -> bool:
    return any(entry.name.endswith(".ftl") for entry in (files(__name__) / language).iterdir())
