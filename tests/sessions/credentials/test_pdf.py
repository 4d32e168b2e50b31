import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
import zxingcpp

from sessions.credentials.pdf import Typesetter
from sessions.credentials.scripts import SCRIPTS, families_for, language_of, scripts_of
from sessions.credentials.text_layer import read_text
from sessions.domain.refusals import BrokenTemplate, MissingGlyphs
from tests.sessions.credentials.builders import ISSUED, a_content, some_words

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#14304f"/></svg>'


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as opened:
        yield opened


@pytest.fixture(scope="module")
def pdf(typesetter: Typesetter) -> bytes:
    return a_pdf(typesetter)


def a_pdf(typesetter: Typesetter, **changes: object) -> bytes:
    content = a_content(**changes)
    made = typesetter.set(content, some_words(content))
    assert isinstance(made, bytes)
    return made


def test_the_pages_say_what_the_certificate_states(pdf: bytes) -> None:
    certificate, record = read_text(pdf)
    content = a_content()
    for words in (
        "INTERNATIONAL TRAINING CONSORTIUM",
        "Certificate of Participation",
        content.name,
        content.title,
        str(content.theme),
        "Presence recorded in 7 of 8 sessions, 10 h 24 min",
        content.rule_text,
        "Dr Helena Sørensen",
        "Course Director",
        "Issued on 6 October 2025",
        content.serial,
        "marathon.example.org/verify",
    ):
        assert words in certificate
    for words in ("Training record", content.name, *(row.topic for row in content.rows), "Page 2 of 2", "李明"):
        assert words in record


def test_the_same_certificate_is_the_same_bytes_at_every_render_and_in_every_process(pdf: bytes) -> None:
    with Typesetter() as another:
        a_pdf(another, name="Somebody Else")
        assert a_pdf(another) == pdf


def test_the_dates_are_the_moment_of_issue(pdf: bytes) -> None:
    metadata = pypdf.PdfReader(io.BytesIO(pdf)).metadata
    assert metadata is not None
    assert (metadata.creation_date, metadata.modification_date) == (ISSUED, ISSUED)
    assert (metadata.title, metadata.author) == (
        "Certificate of Participation – Ngozi Okafor",
        "International Training Consortium",
    )


def test_the_metadata_declare_an_archival_and_accessible_document(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as metadata:
        declared = {key: metadata.get(key) for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")}
        assert declared == {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
        assert (str(document.Root.Lang), bool(document.Root.MarkInfo.Marked)) == ("en", True)
        assert "/OutputIntents" in document.Root


def test_the_codes_on_both_pages_lead_to_the_verification_page(pdf: bytes) -> None:
    found = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        found += [code.text for code in zxingcpp.read_barcodes(page.render(scale=2).to_pil())]
    document.close()
    assert found == [a_content().verify_url] * 2


@pytest.mark.parametrize("length", [1, 30, 60, 120, 200])
def test_a_name_of_any_length_stays_on_the_first_of_two_pages(typesetter: Typesetter, length: int) -> None:
    name = " ".join(["Maximiliana"] * 20)[:length].strip()
    pages = read_text(a_pdf(typesetter, name=name))
    assert [name in page for page in pages] == [True, True]


def test_a_certificate_without_theme_rows_or_signatories_is_whole(typesetter: Typesetter) -> None:
    pages = read_text(a_pdf(typesetter, theme=None, rows=(), signatories=()))
    assert ["Ngozi Okafor" in page for page in pages] == [True, True]


def test_a_right_to_left_language_turns_the_page_round(typesetter: Typesetter) -> None:
    content = a_content(language="ar")
    made = typesetter.set(content, some_words(content))
    assert isinstance(made, bytes)
    with pikepdf.open(io.BytesIO(made)) as document:
        assert str(document.Root.Lang) == "ar"
        assert str(document.Root.ViewerPreferences.Direction) == "/R2L"


def test_an_organisers_logo_stands_on_the_page_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO)
    with Typesetter(tmp_path) as typesetter:
        pdf = a_pdf(typesetter)
    assert b"Logo of International Training Consortium" in alternatives(pdf)


def alternatives(pdf: bytes) -> list[bytes]:
    """The texts that stand for the pictures."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            str(item.Alt).encode()
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
        ]


def test_an_organisers_template_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "template.typ").write_text(
        '#let data = json(bytes(sys.inputs.data))\n#set document(title: "Own")\n= #data.name\nOur own words.'
    )
    with Typesetter(tmp_path) as typesetter:
        assert read_text(a_pdf(typesetter)) == ("Ngozi Okafor Our own words.",)


def test_a_broken_template_is_refused_in_the_words_of_the_program_that_sets_it(tmp_path: Path) -> None:
    (tmp_path / "template.typ").write_text('#set document(title: "Own")\n#nonsense')
    content = a_content()
    with Typesetter(tmp_path) as typesetter:
        refusal = typesetter.set(content, some_words(content))
    assert refusal == BrokenTemplate(message="unknown variable: nonsense")


def test_a_template_can_read_nothing_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    own = tmp_path / "own"
    own.mkdir()
    (own / "template.typ").write_text('#set document(title: "Own")\n#read("../secret.txt")')
    content = a_content()
    with Typesetter(own) as typesetter:
        assert isinstance(typesetter.set(content, some_words(content)), BrokenTemplate)


def test_names_that_the_fonts_show_are_covered(typesetter: Typesetter) -> None:
    assert typesetter.coverage("Ngọ́zi Müller-Łukasiewicz, Ελένη Щербакова") is None


def test_a_character_that_no_font_has_is_refused_before_the_batch(typesetter: Typesetter) -> None:
    name = "Zoë \ue000\ue001"
    assert typesetter.coverage(name) == MissingGlyphs(
        text=name, characters=("\ue000", "\ue001"), scripts=(), packages=("fonts-noto",)
    )


def test_a_character_that_no_font_has_is_named_wherever_it_stands(typesetter: Typesetter) -> None:
    content = a_content(title="Marathon \ue000")
    assert typesetter.set(content, some_words(content)) == MissingGlyphs(
        text="Marathon \ue000", characters=("\ue000",), scripts=(), packages=("fonts-noto",)
    )


def test_a_missing_script_names_the_package_that_would_show_it(tmp_path: Path) -> None:
    bare = Typesetter(tmp_path, system_fonts=False)
    with bare as typesetter:
        assert typesetter.coverage("Ελένη 王 김") == MissingGlyphs(
            text="Ελένη 王 김", characters=("王", "김"), scripts=("Hangul", "Han"), packages=("fonts-noto-cjk",)
        )
        assert typesetter.coverage("ሰላም") == MissingGlyphs(
            text="ሰላም", characters=tuple("ሰላም"), scripts=("Ethiopic",), packages=("fonts-noto-core",)
        )
        covered = [script.name for script, shown in typesetter.scripts_covered() if shown]
    assert covered == ["Latin", "Latin, extended", "Greek", "Cyrillic", "Hebrew"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_script_is_covered_by_the_packages_we_name(typesetter: Typesetter, script: object) -> None:
    (shown,) = (shown for one, shown in typesetter.scripts_covered() if one is script)
    if not shown:
        pytest.skip(f"the fonts of Debian's {getattr(script, 'package', '')} are not installed")
    assert shown


def test_kana_and_hangul_decide_how_han_characters_look() -> None:
    installed = frozenset({"Libertinus Serif", "Noto Serif CJK SC", "Noto Serif CJK JP", "Noto Serif CJK KR"})
    firsts = {name: families_for(name, installed)[1] for name in ("王小明", "山田 はなこ", "金민준")}
    assert firsts == {
        "王小明": "Noto Serif CJK SC",
        "山田 はなこ": "Noto Serif CJK JP",
        "金민준": "Noto Serif CJK KR",
    }
    assert [language_of(name) for name in (*firsts, "Zoë", "فاطمة")] == ["zh", "ja", "ko", None, "ar"]


def test_every_sample_is_written_in_its_script() -> None:
    assert [script.name for script in SCRIPTS if script not in scripts_of(script.sample)] == []


def test_words_are_part_of_the_page_and_of_nothing_else(typesetter: Typesetter) -> None:
    content = a_content()
    words = replace(some_words(content), heading="Atestado de participação", lead="Declara-se que")
    made = typesetter.set(content, words)
    assert isinstance(made, bytes)
    assert "Atestado de participação Declara-se que Ngozi Okafor" in read_text(made)[0]
