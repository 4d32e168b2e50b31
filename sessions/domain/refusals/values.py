"""Refusals of what somebody typed or sent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTooLarge:
    """A file that goes with an appeal may be ``maximum`` megabytes large."""

    megabytes: int
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNotTaken:
    """Not one of the kinds of file that are kept."""

    name: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadValue:
    """A value a person typed that cannot be taken; ``expected`` is a code the faces have words for."""

    field: str
    value: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueMissing:
    """A field of a form that cannot be left empty."""

    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLength:
    """Shorter or longer than a field may be, in characters; or too few letters among them."""

    field: str
    length: int
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BadNumber:
    """Smaller or larger than a number may be."""

    field: str
    number: int
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BadCharacters:
    """Characters that a field cannot hold (a line break, a digit in a name): each once, in order."""

    field: str
    characters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownChoice:
    field: str
    value: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownCountry:
    """No country has this code or name; ``nearest``: (ISO 3166-1 alpha-2, English name) of what may be meant."""

    value: str
    nearest: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentMissing:
    """Nothing personal is kept without consent to the privacy note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonNeeded:
    """A decision against the order of selection is kept with its reason."""

    event: str
