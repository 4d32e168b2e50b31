"""Writing systems: which font family shows each, and which Debian package brings that family.

Ranges are the Unicode 16 blocks of the scripts in which people write names today. Libertinus Serif comes inside
typst; everything else is Noto (fonts-noto-core, fonts-noto-cjk).
"""

import sys
from bisect import bisect_right
from dataclasses import dataclass

CORE = "fonts-noto-core"
CJK = "fonts-noto-cjk"
EMBEDDED = "typst"


@dataclass(frozen=True, slots=True)
class Script:
    """``ranges``: inclusive code points. ``package``: where the family comes from; EMBEDDED needs none."""

    name: str
    family: str
    package: str
    sample: str
    ranges: tuple[tuple[int, int], ...]


SCRIPTS = (
    Script("Latin", "Libertinus Serif", EMBEDDED, "Ngọ", ((0x41, 0x24F), (0x1E00, 0x1EFF))),
    Script("Latin, extended", "Noto Serif", CORE, "Ɖꞌ", ((0x250, 0x2FF), (0x2C60, 0x2C7F), (0xA720, 0xA7FF))),
    Script("Greek", "Libertinus Serif", EMBEDDED, "Ελένη", ((0x370, 0x3FF), (0x1F00, 0x1FFF))),
    Script("Cyrillic", "Libertinus Serif", EMBEDDED, "Юлия", ((0x400, 0x4FF),)),
    Script("Cyrillic, extended", "Noto Serif", CORE, "Ԛ", ((0x500, 0x52F), (0x1C80, 0x1C8F), (0xA640, 0xA69F))),
    Script("Armenian", "Noto Serif Armenian", CORE, "Արամ", ((0x530, 0x58F),)),
    Script("Hebrew", "Noto Serif Hebrew", CORE, "שרה", ((0x590, 0x5FF), (0xFB1D, 0xFB4F))),
    Script("Arabic", "Noto Naskh Arabic", CORE, "فاطمة", ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF))),
    Script("Syriac", "Noto Sans Syriac", CORE, "ܫܠܡܐ", ((0x700, 0x74F),)),
    Script("Thaana", "Noto Sans Thaana", CORE, "އަލީ", ((0x780, 0x7BF),)),
    Script("N’Ko", "Noto Sans NKo", CORE, "ߒߞߏ", ((0x7C0, 0x7FF),)),
    Script("Devanagari", "Noto Serif Devanagari", CORE, "क्षमा", ((0x900, 0x97F), (0xA8E0, 0xA8FF))),
    Script("Bengali", "Noto Serif Bengali", CORE, "শ্রী", ((0x980, 0x9FF),)),
    Script("Gurmukhi", "Noto Serif Gurmukhi", CORE, "ਗੁਰ", ((0xA00, 0xA7F),)),
    Script("Gujarati", "Noto Serif Gujarati", CORE, "શ્રી", ((0xA80, 0xAFF),)),
    Script("Odia", "Noto Sans Oriya", CORE, "ଶ୍ରୀ", ((0xB00, 0xB7F),)),
    Script("Tamil", "Noto Serif Tamil", CORE, "ஸ்ரீ", ((0xB80, 0xBFF),)),
    Script("Telugu", "Noto Serif Telugu", CORE, "శ్రీ", ((0xC00, 0xC7F),)),
    Script("Kannada", "Noto Serif Kannada", CORE, "ಶ್ರೀ", ((0xC80, 0xCFF),)),
    Script("Malayalam", "Noto Serif Malayalam", CORE, "ശ്രീ", ((0xD00, 0xD7F),)),
    Script("Sinhala", "Noto Serif Sinhala", CORE, "ශ්‍රී", ((0xD80, 0xDFF),)),
    Script("Thai", "Noto Serif Thai", CORE, "น้ำผึ้ง", ((0xE00, 0xE7F),)),
    Script("Lao", "Noto Serif Lao", CORE, "ສີ", ((0xE80, 0xEFF),)),
    Script("Tibetan", "Noto Serif Tibetan", CORE, "བསྟན", ((0xF00, 0xFFF),)),
    Script("Myanmar", "Noto Serif Myanmar", CORE, "မောင်", ((0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F))),
    Script("Georgian", "Noto Serif Georgian", CORE, "ნინო", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F))),
    Script("Ethiopic", "Noto Serif Ethiopic", CORE, "ሰላም", ((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F))),
    Script("Cherokee", "Noto Sans Cherokee", CORE, "ᏣᎳᎩ", ((0x13A0, 0x13FF), (0xAB70, 0xABBF))),
    Script("Canadian syllabics", "Noto Sans CanAborig", CORE, "ᐃᓄᒃ", ((0x1400, 0x167F), (0x18B0, 0x18FF))),
    Script("Khmer", "Noto Serif Khmer", CORE, "ស្រី", ((0x1780, 0x17FF),)),
    Script("Mongolian", "Noto Sans Mongolian", CORE, "ᠮᠣᠩ", ((0x1800, 0x18AF),)),
    Script("Tifinagh", "Noto Sans Tifinagh", CORE, "ⵜⴰⵎ", ((0x2D30, 0x2D7F),)),
    Script("Ol Chiki", "Noto Sans Ol Chiki", CORE, "ᱥᱟᱱ", ((0x1C50, 0x1C7F),)),
    Script("Javanese", "Noto Sans Javanese", CORE, "ꦗꦮ", ((0xA980, 0xA9DF),)),
    Script("Yi", "Noto Sans Yi", CORE, "ꆈꌠ", ((0xA000, 0xA4CF),)),
    Script("Vai", "Noto Sans Vai", CORE, "ꕙꔤ", ((0xA500, 0xA63F),)),
    Script("Meetei Mayek", "Noto Sans MeeteiMayek", CORE, "ꯃꯤ", ((0xABC0, 0xABFF), (0xAAE0, 0xAAFF))),
    Script("Adlam", "Noto Sans Adlam", CORE, "𞤀𞤣", ((0x1E900, 0x1E95F),)),
    Script("Chakma", "Noto Sans Chakma", CORE, "𑄌𑄋", ((0x11100, 0x1114F),)),
    Script("Hangul", "Noto Serif CJK KR", CJK, "김민준", ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7FF))),
    Script("Kana", "Noto Serif CJK JP", CJK, "はな", ((0x3040, 0x30FF), (0x31F0, 0x31FF))),
    Script("Bopomofo", "Noto Serif CJK TC", CJK, "ㄅㄆ", ((0x3100, 0x312F), (0x31A0, 0x31BF))),
    Script(
        "Han",
        "Noto Serif CJK SC",
        CJK,
        "王小明",
        ((0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF)),
    ),
)
"""In the order in which their families are tried, so that a Latin letter is never borrowed from another script's."""

_CJK_ORDER = ("Hangul", "Kana", "Bopomofo")
_EVERYWHERE = ("Libertinus Serif", "Noto Serif")
_LANGUAGES = {"Hangul": "ko", "Kana": "ja", "Bopomofo": "zh", "Han": "zh", "Arabic": "ar", "Hebrew": "he"}


_STARTS = tuple(sorted((first, last, index) for index, script in enumerate(SCRIPTS) for first, last in script.ranges))


def scripts_of(text: str) -> tuple[Script, ...]:
    """The scripts whose characters stand in the text, in the table's order."""
    found = set()
    for character in set(text):
        place = bisect_right(_STARTS, (ord(character), sys.maxunicode, 0))
        if place and ord(character) <= _STARTS[place - 1][1]:
            found.add(_STARTS[place - 1][2])
    return tuple(SCRIPTS[index] for index in sorted(found))


def families_for(text: str, installed: frozenset[str]) -> tuple[str, ...]:
    """The installed families that this text needs, in the order to try them: letters of the Latin alphabet are never
    borrowed from another script's family.

    Han characters look different in Chinese, Japanese and Korean: kana or hangul in the text decide, else the
    simplified Chinese forms.
    """
    needed = [script.family for script in scripts_of(text)]
    return tuple(family for family in dict.fromkeys([*_EVERYWHERE, *needed]) if family in installed)


def language_of(text: str) -> str | None:
    """The language tag under which typst shapes the text, where its script decides; None: the page's own."""
    names = [script.name for script in scripts_of(text)]
    for name in (*_CJK_ORDER, *names):
        if name in names and name in _LANGUAGES:
            return _LANGUAGES[name]
    return None
