"""Likeness: whom a name in a report may mean when it is exactly nobody's. Suggestions for an organiser, never more.

Alike are: the same letters without accents, in another order, run together, in Cyrillic or Greek for Latin, or with
one letter wrong; one part of the name ("Amina", "R. Banerjee"); a device that bears a name ("Amina's iPhone", "iPhone
de Amina", "アミナのiPhone"); the same e-mail before the @. A bare "iPhone" is like nobody.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from heapq import nsmallest
from itertools import pairwise

SUGGESTIONS = 5

_DEVICE_WORDS = """iphone ipad ipod mac macbook imac android galaxy samsung huawei honor xiaomi redmi poco oppo vivo
    tecno infinix itel nokia realme oneplus pixel motorola moto lenovo thinkpad dell hp asus acer surface chromebook
    laptop desktop notebook tablet phone mobile smartphone cellphone computer pc device pro max mini plus air ultra note
    telefono celular movil ordenador computador computadora portatil tableta telephone portable ordinateur tablette
    handy rechner telemovel aparelho dispositivo appareil gerat
    airon aifon telefon noutbuk kompiuter planshet smartfon
    ايفون هاتف جوال موبايل تلفون حاسوب جهاز كمبيوتر 手机 电脑 平板 手機 電腦 携帯 スマホ 電話 パソコン
    아이폰 휴대폰 핸드폰 컴퓨터 노트북
    zoom teams webex meet user guest attendee participant"""
_CONNECTING_WORDS = "s de d du des la le el del do da dos das di von vom of the 的 の ノ 의 u ot"
_DEVICES = frozenset(_DEVICE_WORDS.split())
_CONNECTORS = frozenset(_CONNECTING_WORDS.split())
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ`´＇]\w{0,4}\b")
_POSSESSIVE_ENDINGS = ("的", "の", "ノ", "의")
_WORDS = re.compile(r"[^\W_]+")
_ASCII_WORDS = re.compile(r"[a-z0-9]+")
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "к": "k", "л": "l",
        "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
        "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "є": "ye",
        "і": "i", "ґ": "g",
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
        "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
        "χ": "ch", "ψ": "ps", "ω": "o",
    }
)  # fmt: skip


class Likeness:
    """An index over (id, names, e-mails) of everybody registered; asking it changes nothing."""

    def __init__(self, people: Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
        self._order: dict[str, int] = {}
        self._longest: dict[str, int] = {}
        self._by_word: defaultdict[str, set[str]] = defaultdict(set)
        self._by_compact: defaultdict[str, set[str]] = defaultdict(set)
        self._by_local: defaultdict[str, set[str]] = defaultdict(set)
        for identifier, names, emails in people:
            self._order.setdefault(identifier, len(self._order))
            self._add(identifier, names, emails)

    def _add(self, identifier: str, names: Iterable[str], emails: Iterable[str]) -> None:
        for name in names:
            words = split_words(name)
            self._longest[identifier] = max(self._longest.get(identifier, 1), len(set(words)))
            for word in words:
                self._by_word[word].add(identifier)
            for compact in {"".join(words), "".join(reversed(words)), "".join([*words[1:], *words[:1]])}:
                self._by_compact[compact].add(identifier)
        for email in emails:
            self._by_local[_local_part(email)].add(identifier)

    def in_order(self, persons: Iterable[str]) -> tuple[str, ...]:
        """In the roster's order."""
        return tuple(sorted(persons, key=lambda person: self._order.get(person, len(self._order))))

    def suggest(self, name: str, email: str | None = None) -> tuple[str, ...]:
        """At most five ids, the likeliest first."""
        scores: defaultdict[str, float] = defaultdict(float)
        shown = split_words(name)
        words = [word for word in shown if word not in _DEVICES]
        if len(words) < len(shown):
            words = [word for word in words if word not in _CONNECTORS]
        self._score_words(words, scores)
        if email is not None:
            local = _local_part(email)
            for person in self._by_local.get(local, ()):
                scores[person] = max(scores[person], 1.0)
            for person in self._by_compact.get("".join(split_words(local)), ()):
                scores[person] = max(scores[person], 0.95)
        return tuple(nsmallest(SUGGESTIONS, scores, key=lambda person: (-scores[person], self._order[person])))

    def _score_words(self, words: list[str], scores: defaultdict[str, float]) -> None:
        for person in self._by_compact.get("".join(words), ()) if words else ():
            scores[person] = 1.0
        told = [word for word in words if len(word) > 1 or not word.isascii()]
        shared: defaultdict[str, float] = defaultdict(float)
        for word in told:
            for person, weight in self._like_word(word).items():
                shared[person] += weight
        for person, weight in shared.items():
            share = weight / len(told)
            if share >= 0.45:
                of_their_name = min(1.0, weight / self._longest[person])
                scores[person] = max(scores[person], 0.6 * share + 0.3 * of_their_name)

    def _like_word(self, word: str) -> Mapping[str, float]:
        exact = self._by_word.get(word)
        if exact:
            return dict.fromkeys(exact, 1.0)
        near = {known for short in _shortened(word) for known in self._nearly.get(short, ())}
        return {person: 0.9 for known in near for person in self._by_word[known]}

    @cached_property
    def _nearly(self) -> Mapping[str, set[str]]:
        """Every known word of four letters or more under itself, under itself with one letter left out and, when long,
        without its ending (languages decline names)."""
        index: defaultdict[str, set[str]] = defaultdict(set)
        for word in self._by_word:
            for short in _shortened(word):
                index[short].add(word)
        return index


def is_bare_device(name: str) -> bool:
    """Whether a name says nothing but a device or a guest ("iPhone", "Guest 2"): nobody's in particular."""
    return all(word in _DEVICES or word in _CONNECTORS or not word.isalpha() for word in split_words(name))


def split_words(text: str) -> list[str]:
    """Words for comparing: no accents, case or punctuation, Latin letters where a script has a customary one, scripts
    that run together cut apart, possessives removed."""
    if text.isascii():
        return _ASCII_WORDS.findall(_POSSESSIVE.sub("", text).lower())
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", text).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    words = []
    for run in _WORDS.findall(unicodedata.normalize("NFKC", plain.translate(_LETTERS))):
        words.extend(_cut_scripts(run))
    return words


def _cut_scripts(run: str) -> list[str]:
    pieces, piece = [], run[0]
    for before, after in pairwise(run):
        if before.isascii() != after.isascii():
            pieces.append(piece)
            piece = ""
        piece += after
    pieces.append(piece)
    return [piece[:-1] if piece.endswith(_POSSESSIVE_ENDINGS) and len(piece) > 1 else piece for piece in pieces]


def _shortened(word: str) -> set[str]:
    if len(word) < 4:
        return set()
    short = {word} | {word[:position] + word[position + 1 :] for position in range(len(word))}
    return short | {word[:-2]} if len(word) > 6 else short


def _local_part(email: str) -> str:
    return email.strip().casefold().rpartition("@")[0]
