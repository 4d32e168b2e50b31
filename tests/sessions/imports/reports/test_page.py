"""The page about reports names every platform, field and code that there is, and no other."""

import re
from pathlib import Path

from sessions.domain.matching import NoMatchCode
from sessions.domain.reports import Platform, ProblemCode
from sessions.imports.reports.headings import MAPPABLE

PAGE = Path(__file__).parents[4] / "docs" / "attendance-reports.md"
LISTS = {"id", "name", "email", "join_name", "confirmed_other_emails"}
ORDERS = {"mdy", "ymd"}


def test_the_page_names_everything_and_nothing_else() -> None:
    text = re.sub(r"```.*?```", "", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    words = re.findall(r"`([^`\s]+)`", text)
    named = {word for word in words if not word.startswith(("--", "/")) and "." not in word}  # no options, no commands
    known: set[str] = {*Platform, *ProblemCode, *NoMatchCode, *MAPPABLE}
    assert named == known | LISTS | ORDERS
