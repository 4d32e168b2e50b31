"""A certificate as PDF: archival (PDF/A-2a), accessible (PDF/UA-1), the same bytes at every render.

typst sets the page; every sentence on it is handed in (``CertificateWords``), so that this module knows no language.
An organiser may put their own ``template.typ``, ``logo.svg`` or ``logo.png`` and a folder ``fonts`` into one folder.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import segno
import typst

from sessions.credentials.scripts import SCRIPTS, Script, families_for, language_of, scripts_of
from sessions.domain.certificates import CertificateContent
from sessions.domain.refusals import BrokenTemplate, MissingGlyphs

_TEMPLATE = Path(__file__).with_name("template.typ")
_LOGOS = ("logo.svg", "logo.png")
_DARK = re.compile(rb"\x01+")
_QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "dv", "yi"})
_PROBE = """#set document(title: "probe")
#set text(fallback: false, font: json(bytes(sys.inputs.fonts)))
#sys.inputs.text"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateWords:
    """Every sentence on the certificate, ready in its language.

    ``page`` keeps ``{page}`` and ``{pages}`` for the template to fill. ``record_facts``: label and value.
    ``rows`` has one cell a column; ``column_widths`` their shares (0: as wide as needed), ``column_ends`` whether a
    column is set flush at its end, as numbers are.
    """

    document_title: str
    document_description: str
    heading: str
    lead: str
    statement: str
    theme: str
    facts: tuple[str, ...]
    rule: str
    issued: str
    serial_label: str
    verify_label: str
    verify_shown: str
    code_alt: str
    logo_alt: str
    record_heading: str
    record_facts: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    column_widths: tuple[int, ...]
    column_ends: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    page: str = "{page}/{pages}"


class Typesetter:
    """Sets certificates from one template. Opens a private folder that holds template and logo: typst may read
    nothing outside it. Use it as a context manager; not to be shared between threads."""

    def __init__(self, folder: Path | None = None, *, system_fonts: bool = True) -> None:
        """``folder``: an organiser's own template, logo and fonts; whatever it lacks is taken from here. Without
        ``system_fonts`` only typst's embedded fonts and the folder's are used."""
        self._room = tempfile.TemporaryDirectory(prefix="marathon-certificates-")
        room = Path(self._room.name)
        own = [] if folder is None else [folder / name for name in ("template.typ", *_LOGOS)]
        for file in (_TEMPLATE, *own):
            if file.is_file():
                shutil.copyfile(file, room / file.name)
        (room / "probe.typ").write_text(_PROBE, encoding="utf-8")
        self._logo = next((name for name in _LOGOS if (room / name).is_file()), None)
        own_fonts = [folder / "fonts"] if folder is not None and (folder / "fonts").is_dir() else []
        fonts = typst.Fonts(include_system_fonts=system_fonts, font_paths=own_fonts)
        self._families = frozenset(fonts.families())
        self._page = typst.Compiler(room / "template.typ", root=room, font_paths=fonts)
        self._probe = typst.Compiler(room / "probe.typ", root=room, font_paths=fonts)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._room.cleanup()

    def set(self, content: CertificateContent, words: CertificateWords) -> bytes | MissingGlyphs | BrokenTemplate:
        """The PDF; its dates are the moment of issue. BrokenTemplate: typst's own sentence and hint."""
        inputs = self._inputs(content, words)
        inputs["fonts"] = families_for("".join(_texts(inputs)), self._families)
        try:
            pdf = self._page.compile(
                format="pdf",
                pdf_standards=["a-2a", "ua-1"],
                sys_inputs={"data": json.dumps(inputs, ensure_ascii=False)},
                timestamp=int(content.issued.timestamp()),
            )
        except typst.TypstError as error:
            missing = (self.coverage(text) for text in dict.fromkeys(_texts(inputs)) if text)
            broken = BrokenTemplate(message=error.message, hints=tuple(error.hints))
            return next((refusal for refusal in missing if refusal is not None), broken)
        assert isinstance(pdf, bytes)
        return pdf

    def coverage(self, text: str) -> MissingGlyphs | None:
        """None when the installed fonts show every character of the text; else what is missing and the cure."""
        if self._shows(text):
            return None
        missing = tuple(
            character for character in dict.fromkeys(text) if not character.isspace() and not self._shows(character)
        )
        lacking = scripts_of("".join(missing))
        packages = tuple(dict.fromkeys(script.package for script in lacking)) or ("fonts-noto",)
        return MissingGlyphs(
            text=text, characters=missing, scripts=tuple(script.name for script in lacking), packages=packages
        )

    def scripts_covered(self) -> tuple[tuple[Script, bool], ...]:
        """Every script that people's names are known to be written in, and whether the fonts here show it."""
        return tuple((script, self._shows(script.sample)) for script in SCRIPTS)

    def _shows(self, text: str) -> bool:
        """Asks the engine itself: PDF/A refuses a page with a character that no font has."""
        fonts = json.dumps(families_for(text, self._families))
        try:
            self._probe.compile(format="pdf", pdf_standards=["a-2u"], sys_inputs={"text": text, "fonts": fonts})
        except typst.TypstError:
            return False
        return True

    def _inputs(self, content: CertificateContent, words: CertificateWords) -> dict[str, object]:
        language = content.language.partition("-")[0].lower()
        return {
            "serial": content.serial,
            "name": content.name,
            "title": content.title,
            "issuer": content.issuer,
            "signatories": [asdict(one) for one in content.signatories],
            "verify_url": content.verify_url,
            "qr": draw_code(content.verify_url),
            "logo": self._logo,
            "lang": language,
            "rtl": language in _RIGHT_TO_LEFT,
            "name_fonts": families_for(content.name, self._families),
            "name_lang": language_of(content.name) or language,
            "column_widths": words.column_widths,
            "column_ends": words.column_ends,
            "words": asdict(words),
        }


def _texts(value: object) -> Iterator[str]:
    """Every text in the inputs, the code's drawing excepted."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "qr":
                yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def draw_code(address: str) -> str:
    """The QR code of the address as SVG, with error correction M or better and the quiet zone of the standard.

    The mask is given, because trying all eight takes longer than setting the text; readers know each of them.
    """
    rows = segno.make(address, error="m", micro=False, mask=3).matrix
    runs = (
        f"M{x + _QUIET} {y + _QUIET}h{len(dark)}v1h-{len(dark)}z"
        for y, row in enumerate(rows)
        for x, dark in _dark_runs(row)
    )
    side = len(rows) + 2 * _QUIET
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#ffffff" d="M0 0h{side}v{side}h-{side}z"/><path fill="#14304f" d="{"".join(runs)}"/></svg>'
    )


def _dark_runs(row: bytearray) -> Iterator[tuple[int, bytes]]:
    """Where in a row the dark modules stand together, and which."""
    return ((found.start(), found.group()) for found in _DARK.finditer(row))
