"""Sentences for people, from Project Fluent catalogues.

Fluent syntax 1.0 (projectfluent.org); plural categories are CLDR's, by Babel. The faces call ``text``; nothing below
them knows a sentence. Facts are values: a number chooses its plural and is grouped as the language groups it, so an id
or a year is handed over as text; ``True`` and ``False`` become the words ``true`` and ``false`` for selectors.
"""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message, Pattern
from fluent.syntax.ast import Resource

FALLBACK = "en"
Catalogue = Callable[[str], Mapping[str, str]]
"""Language -> file name -> Fluent text; empty for a language without texts."""

_LONGEST = 2000
"""Longer facts are put in after rendering: the runtime refuses placeables above 2,500 characters."""

_REMEMBERED = 4096
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ps", "ur", "yi"})
_CODE = re.compile("\u2068?(`[^`\n]+`)\u2069?")
_TYPED = re.compile("(/[a-z]+ [a-z]+:)\u2068(\\S+)\u2069")
_ADDRESS = re.compile("\u2068(<?[a-z]+://[^\\s\u2068\u2069]+)\u2069")
logger = logging.getLogger(__name__)


class UnknownTextError(LookupError):
    """No catalogue has this key, English neither."""


class BrokenTextError(ValueError):
    """A message needs a fact that was not given, or names a term that does not exist."""


class Wording:
    """Renders messages in the reader's language, else its parent language ("pt-BR" → "pt"), else English.

    ``isolating`` puts Unicode isolation marks (U+2068, U+2069) around facts: right for pages that mix directions.
    Without it only right-to-left languages have them, and never inside code or addresses, which people copy: right for
    chat and letters, where `/me` in an Arabic sentence would else be shown as `me/`. ``bare``: no marks at all, for
    pages of paper. ``strict`` raises on unknown keys and missing facts, as tests want it; without it the person gets
    the key and the log gets the reason.
    """

    def __init__(
        self, catalogue: Catalogue, *, isolating: bool = False, bare: bool = False, strict: bool = True
    ) -> None:
        self._catalogue = catalogue
        self._isolating = isolating
        self._bare = bare
        self._strict = strict
        self._bundles: dict[str, FluentBundle | None] = {}
        self._said: dict[tuple[object, ...], str] = {}
        """The last sentences: rendering costs a tenth of a millisecond, and in a storm all hear the same."""

    def text(self, key: str, language: str, /, **facts: object) -> str:
        """The message ``key``, or its attribute ``key.attribute``. Raises as ``strict`` says."""
        said = (key, language, *((name, type(value), value) for name, value in facts.items()))
        try:
            return self._said[said]
        except (KeyError, TypeError):  # TypeError: a fact that cannot be remembered
            text = self._text(key, language, facts)
        if len(self._said) >= _REMEMBERED:
            self._said.clear()
        with suppress(TypeError):
            self._said[said] = text
        return text

    def _text(self, key: str, language: str, facts: Mapping[str, object]) -> str:
        for bundle in self._candidates(language):
            pattern = _find(bundle, key)
            if pattern is not None:
                return self._render(bundle, pattern, key, facts)
        if self._strict:
            raise UnknownTextError(key)
        logger.warning("no text for key %s", key)
        return key

    def has(self, key: str, language: str = FALLBACK) -> bool:
        """Whether this language, or what it falls back to, has the message."""
        return any(_find(bundle, key) is not None for bundle in self._candidates(language))

    def speaks(self, language: str) -> bool:
        """Whether there are texts in this language or its parent, English for the English only."""
        return any(self._bundle(tag) is not None for tag in own_lineage(language))

    def own(self, key: str, language: str) -> str | None:
        """The message in this language or its parent, never in English instead; None where there is none."""
        for tag in lineage(language)[:-1]:
            bundle = self._bundle(tag)
            pattern = None if bundle is None else _find(bundle, key)
            if bundle is not None and pattern is not None:
                return self._render(bundle, pattern, key, {})
        return None

    def _candidates(self, language: str) -> Iterator[FluentBundle]:
        for tag in lineage(language):
            bundle = self._bundle(tag)
            if bundle is not None:
                yield bundle

    def _bundle(self, language: str) -> FluentBundle | None:
        if language not in self._bundles:
            self._bundles[language] = self._build(language)
        return self._bundles[language]

    def _build(self, language: str) -> FluentBundle | None:
        files = self._catalogue(language)
        if not files:
            return None
        isolating = self._isolating or (is_right_to_left(language) and not self._bare)
        bundle = FluentBundle([language, FALLBACK], use_isolating=isolating)
        for source in files.values():
            bundle.add_resource(_parse(source))
        return bundle

    def _render(self, bundle: FluentBundle, pattern: Pattern, key: str, facts: Mapping[str, object]) -> str:
        long: dict[str, str] = {}
        rendered, errors = bundle.format_pattern(pattern, {name: _fact(value, long) for name, value in facts.items()})
        if errors:
            if self._strict:
                raise BrokenTextError(f"{key}: {'; '.join(str(error) for error in errors)}")
            logger.warning("text %s is broken: %s", key, "; ".join(str(error) for error in errors))
        sentence = str(rendered)
        if bundle.use_isolating and not self._isolating:
            sentence = _keep_apart(sentence)
        for mark, value in long.items():
            sentence = sentence.replace(mark, value)
        return sentence


@cache
def _parse(source: str) -> Resource:
    """Parsed once a process: six languages take most of a second, and several wordings need them."""
    return FluentResource(source)


def lineage(language: str) -> tuple[str, ...]:
    """The tag, its parents, English: ``pt-BR`` → ``pt-BR``, ``pt``, ``en`` (RFC 4647 §3.4, lookup)."""
    parts = language.replace("_", "-").split("-")
    tags = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return tuple(dict.fromkeys([*tags, FALLBACK]))


def own_lineage(language: str) -> tuple[str, ...]:
    """The tag and its parents, without the English to which everything falls back, unless it is English."""
    tags = lineage(language)
    return tags if language.replace("_", "-").split("-")[0] == FALLBACK else tags[:-1]


@cache
def name_language(tag: str) -> str:
    """The language as its own people call it: Français, العربية. The tag where it is not known."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        name = None
    return name[:1].upper() + name[1:] if name else tag


def is_right_to_left(language: str) -> bool:
    return language.replace("_", "-").split("-")[0] in _RIGHT_TO_LEFT


def _keep_apart(sentence: str) -> str:
    """Code is set from left to right whatever stands around it (U+2066 … U+2069, outside the marks of code), and
    neither code nor an address has an invisible mark in it."""
    bare = _TYPED.sub(r"\1\2", _ADDRESS.sub(r"\1", sentence))
    return _CODE.sub(lambda match: "\u2066" + re.sub("[\u2066-\u2069]", "", match[1]) + "\u2069", bare)


def _find(bundle: FluentBundle, key: str) -> Pattern | None:
    name, _, attribute = key.partition(".")
    if not bundle.has_message(name):
        return None
    message: Message = bundle.get_message(name)
    return message.attributes.get(attribute) if attribute else message.value


def _fact(value: object, long: dict[str, str]) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and len(value) > _LONGEST:
        mark = f"\ue000{len(long)}\ue001"
        long[mark] = value
        return mark
    return value
