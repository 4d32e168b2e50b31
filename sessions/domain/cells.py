"""Cells of exported tables. What begins like a formula is disarmed: a spreadsheet would run it."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def disarm(text: str) -> str:
    """The text, behind an apostrophe when a spreadsheet would take it for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
