"""The text layer: what a reader's copy, search and screen reader find where the page shows the holder's name.

Shaping right is not yet text right. Where one character needs several glyphs that are not drawn side by side (Thai,
Khmer, Gurmukhi, Latin letters without a single code point), the writer of the PDF repeats the group's text for each
piece (typst #8767, krilla #411, #425). The cure is PDF's own: ``/ActualText`` (ISO 32000-1 §14.9.4) on the first
marked piece of the name with the whole name, and an empty one on the others.

Readers turn right-to-left text round by themselves and differ in how; a name whose text is right is left alone.
"""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2

_BIDI_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))

_JOINED = re.compile(rb"<([0-9A-F]{4})> <(200[CD])([0-9A-F]{4})>")
"""A glyph's entry in a font's ToUnicode map: a joiner and one letter, in UTF-16."""


_PROFILE = re.compile(rb"\[\s*/ICCBased \d+ 0 R\s*\]")
"""A colour space with a profile. Computing its colours takes longer than reading the text, which has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLayer:
    """The PDF with the best text layer that could be made. ``exact``: ``shows`` says yes of it."""

    pdf: bytes
    exact: bool
    mended: bool


def mend(pdf: bytes, name: str) -> TextLayer:
    """Compares the text found in the PDF with the name, mends it where they differ, and compares again."""
    if shows(pdf, name):
        return TextLayer(pdf=pdf, exact=True, mended=False)
    for mended in _cures(pdf, name):
        if mended is not None and shows(mended, name):
            return TextLayer(pdf=mended, exact=True, mended=True)
    return TextLayer(pdf=pdf, exact=False, mended=False)


def _cures(pdf: bytes, name: str) -> Iterator[bytes | None]:
    """What may help, the gentlest first."""
    yield _from_left(pdf)
    yield _turn_joiners(pdf)
    yield _rewrite(pdf, name, carrier=0)
    yield _rewrite(pdf, name, carrier=-1)


def shows(pdf: bytes, name: str) -> bool:
    """Whether the text of the certificate and of the record's first page contains the name, letter for letter in NFC;
    a line break is a space. (A long record goes on without repeating the name.)"""
    wanted = _normal(name)
    return all(wanted in text for text in read_text(pdf, pages=2))


def read_text(pdf: bytes, *, pages: int | None = None) -> tuple[str, ...]:
    """The text of each page, or of the first ``pages``, as PDFium reads it: in NFC, every white space one space,
    without direction marks."""
    document = pypdfium2.PdfDocument(_PROFILE.sub(_plain, pdf))
    try:
        count = len(document) if pages is None else min(pages, len(document))
        return tuple(_normal(document[index].get_textpage().get_text_bounded()) for index in range(count))
    finally:
        document.close()


def _plain(profile: re.Match[bytes]) -> bytes:
    """A colour space of the same length that needs no profile."""
    return b"[/DeviceRGB]".ljust(len(profile.group()))


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text.translate(_BIDI_MARKS)).split())


def _rewrite(pdf: bytes, name: str, *, carrier: int) -> bytes | None:
    """The PDF with the whole name as the text of one piece (``carrier``: which) of every heading that is the name;
    None when there is no such heading."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        headings = [one for one in _elements(document.Root.StructTreeRoot.K) if _title(one) == _normal(name)]
        if not headings:
            return None
        for heading in headings:
            marks = _marks(heading)
            texts = dict.fromkeys(marks, "") | {marks[carrier]: name}
            page = pikepdf.Page(heading.Pg)
            page.obj.Contents = document.make_stream(_overwrite(page, texts))
        return _save(document)


def _from_left(pdf: bytes) -> bytes | None:
    """The PDF without the preference for reading its pages from right to left, by which some readers turn the words
    of a Latin name round on an Arabic page; None when there is none."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        preferences = document.Root.get("/ViewerPreferences")
        if preferences is None or "/Direction" not in preferences:
            return None
        del preferences["/Direction"]
        return _save(document)


def _turn_joiners(pdf: bytes) -> bytes | None:
    """The PDF with joiners (U+200C, U+200D) behind the letter that they stand before; None when there are none.

    A right-to-left run is stored in the order of the page and read backwards, piece by piece; only inside a piece of
    joiner and letter the text stands forwards, and comes out the wrong way round.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        turned = 0
        for font in document.objects:
            if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
                text, count = _JOINED.subn(rb"<\1> <\3\2>", font.ToUnicode.read_bytes())
                if count:
                    font.ToUnicode.write(text)
                turned += count
        return _save(document) if turned else None


def _save(document: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    document.save(out, deterministic_id=True)
    return out.getvalue()


def _elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every structure element below a node of the structure tree."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from _elements(node.K)


def _title(element: pikepdf.Object) -> str | None:
    return _normal(str(element.T)) if "/T" in element else None


def _marks(element: pikepdf.Object) -> list[int]:
    children: list[object] = list(element.K) if isinstance(element.K, pikepdf.Array) else [element.K]
    return [child for child in children if isinstance(child, int)]


def _overwrite(page: pikepdf.Page, texts: dict[int, str]) -> bytes:
    """The page's content with these texts on its marked pieces, and none on the pieces inside them."""
    instructions: list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage] = []
    open_marks: list[bool] = []
    for instruction in pikepdf.parse_content_stream(page):
        kept, operator = instruction, str(instruction.operator)
        if operator == "EMC":
            open_marks.pop()
        elif operator in {"BDC", "BMC"}:
            operands = list(instruction.operands)
            inside = bool(open_marks) and open_marks[-1]
            mark = _mark(operands)
            if mark in texts:
                properties = pikepdf.Dictionary(dict(operands[1].items()))
                properties.ActualText = pikepdf.String(texts[mark])
                kept = pikepdf.ContentStreamInstruction([operands[0], properties], pikepdf.Operator("BDC"))
            elif inside:
                kept = pikepdf.ContentStreamInstruction([pikepdf.Name.Span], pikepdf.Operator("BMC"))
            open_marks.append(inside or mark in texts)
        instructions.append(kept)
    return pikepdf.unparse_content_stream(instructions)


def _mark(operands: list[pikepdf.Object]) -> int | None:
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
        return int(properties.MCID)
    return None
