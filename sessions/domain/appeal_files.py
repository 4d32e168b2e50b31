"""Files that go with an appeal: which are taken, how large, and under which name they are kept."""

import hashlib
import unicodedata
from dataclasses import dataclass

from sessions.domain.refusals import FileNotTaken, FileTooLarge, Refusal

MAXIMUM_BYTES = 5 * 1024 * 1024
TEXT_LENGTH = 1000
_NAME_LENGTH = 80
_KINDS = (
    (b"%PDF-", "application/pdf", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
)
"""By how they begin: what a file calls itself proves nothing. Nothing of these runs where it is opened."""
KINDS = ("PDF", "PNG", "JPEG")


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealFile:
    """``name`` is safe for any disk and ends as its kind does."""

    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def check_file(name: str, content: bytes) -> AppealFile | Refusal:
    """The file as it is kept. Refuses one that is too large, and any that is no PDF and no picture."""
    if len(content) > MAXIMUM_BYTES:
        return FileTooLarge(megabytes=_megabytes(len(content)), maximum=_megabytes(MAXIMUM_BYTES))
    for begins, media_type, ending in _KINDS:
        if content.startswith(begins):
            return AppealFile(name=f"{_stem(name)}.{ending}", media_type=media_type, content=content)
    return FileNotTaken(name=_stem(name), kinds=KINDS)


def _megabytes(size: int) -> int:
    """Rounded up, so that what is too large is never said to be as large as it may be."""
    return -(-size // (1024 * 1024))


def _stem(name: str) -> str:
    """The name without folders, ending, and signs that a disk or a terminal would take for something else."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    kept = "".join(
        sign if sign.isalnum() or sign in "-_" or unicodedata.category(sign).startswith("M") else " " for sign in stem
    )
    return "-".join(kept.split())[:_NAME_LENGTH] or "file"
