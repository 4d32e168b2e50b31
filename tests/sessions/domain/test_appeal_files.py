from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.appeal_files import KINDS, MAXIMUM_BYTES, AppealFile, check_file
from sessions.domain.refusals import FileNotTaken, FileTooLarge

JPEG = b"\xff\xd8\xff\xe0 picture"


def test_a_file_is_what_it_begins_with_whatever_it_calls_itself() -> None:
    assert [check_file(name, content) for name, content in (("scan.exe", b"%PDF-1.7"), ("photo", JPEG))] == [
        AppealFile(name="scan.pdf", media_type="application/pdf", content=b"%PDF-1.7"),
        AppealFile(name="photo.jpg", media_type="image/jpeg", content=JPEG),
    ]
    for content in (b"", b"<svg onload=alert(1)>", b"MZ", b"PK\x03\x04", b" %PDF-1.7"):
        assert check_file("proof.pdf", content) == FileNotTaken(name="proof", kinds=KINDS)


def test_the_largest_that_is_taken_and_the_smallest_that_is_not() -> None:
    begin = b"%PDF-"
    assert isinstance(check_file("a.pdf", begin + bytes(MAXIMUM_BYTES - len(begin))), AppealFile)
    too_large = begin + bytes(MAXIMUM_BYTES - len(begin) + 1)
    assert check_file("a.pdf", too_large) == FileTooLarge(megabytes=6, maximum=5)


@given(st.text(max_size=300))
def test_any_name_is_safe_for_any_disk_and_header(name: str) -> None:
    file = check_file(name, JPEG)
    assert isinstance(file, AppealFile)
    assert len(file.name) <= 84
    assert file.name.endswith(".jpg")
    assert not set(file.name.removesuffix(".jpg")) & set('./\\:*?"<>|\r\n\t\0 ;')


def test_names_of_every_script_stay_readable() -> None:
    names = ["снимок экрана.png", "屏幕截图.png", "صورة الشاشة.png", "हिन्दी.png"]
    kept = [check_file(name, JPEG) for name in names]
    assert [one.name if isinstance(one, AppealFile) else None for one in kept] == [
        "снимок-экрана.jpg",
        "屏幕截图.jpg",
        "صورة-الشاشة.jpg",
        "हिन्दी.jpg",
    ]
