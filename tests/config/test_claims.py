"""No text, page or document claims what was not shown."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLAIMS = re.compile(
    r"part\s*11[- ]compliant|\bvalidated\b|electronic signature|\bcompetent\b|\bcertified\b|\bconformant\b",
    re.IGNORECASE,
)
FILES = sorted(
    [
        *ROOT.glob("config/texts/**/*.ftl"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("bot/**/*.html"),
        *ROOT.glob("sessions/credentials/*.typ"),
        ROOT / "README.md",
    ]
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_text_claims_nothing_that_was_not_shown(file: Path) -> None:
    assert CLAIMS.findall(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "file", sorted(ROOT.glob("config/texts/*/certificates.ftl")), ids=lambda file: file.parent.name
)
def test_certificate_says_presence_was_recorded_and_never_attended(file: Path) -> None:
    said = [line.partition("=")[2] for line in file.read_text(encoding="utf-8").splitlines()]
    words = " ".join(re.sub(r"\{[^{}]*\}", "", line) for line in said)

    assert re.findall(r"\battend(?:ed|ance)\b", words, re.IGNORECASE) == []
