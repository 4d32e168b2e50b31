import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from sessions.credentials.pdf import Typesetter
from sessions.credentials.text_layer import mend, read_text, shows
from tests.sessions.credentials.builders import a_content, some_words

NAMES = {
    "Latin": "Zoë Müller-Łukasiewicz",
    "Igbo": "Ụ̀gọ́chukwu Ọ̀bị",
    "Vietnamese": "Nguyễn Thị Ánh Tuyết",
    "Greek": "Ελένη Παπαδοπούλου",
    "Cyrillic": "Юлия Щербакова",
    "Georgian": "ნინო ბერიძე",
    "Armenian": "Արամ Խաչատրյան",
    "Hebrew": "שרה כהן",
    "pointed Hebrew": "שָׁרָה כֹּהֵן",
    "Arabic": "فاطمة الزهراء العلوي",
    "vocalised Arabic": "مُحَمَّد عَلِيّ",
    "Persian with a joiner": "سارا پژوهش\u200cگر",
    "Urdu": "محمد عثمان چوہدری",
    "Devanagari": "क्षितिज श्रीवास्तव",
    "Bengali": "শ্রীমতী তাসনিম",
    "Gurmukhi": "ਸ਼੍ਰੀ ਗੁਰਪ੍ਰੀਤ",
    "Gujarati": "શ્રીકાંત પટેલ",
    "Odia": "ଶ୍ରୀନିବାସ",
    "Tamil": "ஸ்ரீனிவாசன்",
    "Telugu": "శ్రీనివాస్",
    "Kannada": "ಶ್ರೀನಿವಾಸ್",
    "Malayalam": "ശ്രീജിത്ത്",
    "Sinhala": "ශ්‍රී ලාල්",
    "Thai": "น้ำผึ้ง ศรีสุวรรณ",
    "Lao": "ສີສຸວັນ ນ້ຳ",
    "Khmer": "សុខ ស្រីពៅ",
    "Myanmar": "မောင်မောင်သန်း",
    "Tibetan": "བསྟན་འཛིན་",
    "Ethiopic": "ሰላማዊት ተስፋዬ",
    "Han": "王小明",
    "Japanese": "山田 はなこ",
    "Korean": "김민준",
    "Tifinagh": "ⵜⴰⵎⴰⵣⵉⵖⵜ",
    "N’Ko": "ߒߞߏ",
}
WRONG = ("Igbo", "Khmer", "vocalised Arabic", "Persian with a joiner")
"""Names whose text comes out doubled or out of order before it is mended."""


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as opened:
        yield opened


def a_pdf(typesetter: Typesetter, name: str) -> bytes:
    if typesetter.coverage(name) is not None:
        pytest.skip(f"no installed font shows {name}; Debian's fonts-noto-core and fonts-noto-cjk would")
    content = a_content(name=name)
    made = typesetter.set(content, some_words(content))
    assert isinstance(made, bytes)
    return made


@pytest.mark.parametrize("script", NAMES)
def test_the_text_of_both_pages_contains_the_name_letter_for_letter(typesetter: Typesetter, script: str) -> None:
    name = unicodedata.normalize("NFC", NAMES[script])
    layer = mend(a_pdf(typesetter, name), name)
    assert (layer.exact, [name in page for page in read_text(layer.pdf)]) == (True, [True, True])


@pytest.mark.parametrize(
    "script", ["Latin", "Igbo", "Khmer", "Persian with a joiner", "Thai", "Sinhala", "Devanagari", "Ethiopic", "Han"]
)
def test_another_reader_finds_the_same_name(typesetter: Typesetter, tmp_path: Path, script: str) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed (Debian's poppler-utils)")
    name = unicodedata.normalize("NFC", NAMES[script])
    file = tmp_path / "certificate.pdf"
    file.write_bytes(mend(a_pdf(typesetter, name), name).pdf)
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout.decode()
    assert unicodedata.normalize("NFC", text).count(name) == 2


@pytest.mark.parametrize("script", ["Latin", "Arabic", "Khmer", "Han"])
def test_reading_without_colour_profiles_reads_the_same(typesetter: Typesetter, script: str) -> None:
    pdf = a_pdf(typesetter, unicodedata.normalize("NFC", NAMES[script]))
    document = pypdfium2.PdfDocument(pdf)
    whole = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert b"/ICCBased" in pdf
    assert read_text(pdf) == tuple(" ".join(unicodedata.normalize("NFC", text).split()) for text in whole)


@pytest.mark.parametrize("script", WRONG)
def test_what_comes_out_wrong_is_mended_the_same_way_each_time(typesetter: Typesetter, script: str) -> None:
    name = unicodedata.normalize("NFC", NAMES[script])
    pdf = a_pdf(typesetter, name)
    assert not shows(pdf, name)
    layer = mend(pdf, name)
    assert (layer.exact, layer.mended) == (True, True)
    assert mend(pdf, name) == layer


def test_a_name_whose_text_is_right_is_left_alone(typesetter: Typesetter) -> None:
    pdf = a_pdf(typesetter, "Ngozi Okafor")
    layer = mend(pdf, "Ngozi Okafor")
    assert (layer.pdf, layer.exact, layer.mended) == (pdf, True, False)


def test_what_cannot_be_mended_says_so_and_stays_as_it_was(typesetter: Typesetter) -> None:
    pdf = a_pdf(typesetter, "Ngozi Okafor")
    layer = mend(pdf, "Somebody Else")
    assert (layer.pdf, layer.exact, layer.mended) == (pdf, False, False)


def test_a_record_that_goes_on_overleaf_needs_the_name_once(typesetter: Typesetter) -> None:
    content = a_content()
    content = a_content(rows=content.rows * 5)
    pdf = typesetter.set(content, some_words(content))
    assert isinstance(pdf, bytes)
    pages = read_text(pdf)
    assert ["Ngozi Okafor" in page for page in pages] == [True, True, False]
    assert "Page 3 of 3" in pages[2]
    assert mend(pdf, content.name).exact
