"""Collecting the errors of one body in Discord's nested form (API reference, "Error messages")."""

from collections.abc import Sequence
from typing import Any

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body

Path = tuple[str | int, ...]


class Form:
    """Errors by place; ``raise_if_wrong`` makes one 50035 of them all."""

    def __init__(self) -> None:
        self._tree: Body = {}

    def refuse(self, path: Path, code: str, message: str) -> None:
        node = self._tree
        for step in path:
            node = node.setdefault(str(step), {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def raise_if_wrong(self) -> None:
        if self._tree:
            raise errors.invalid_form(self._tree)

    def text(self, path: Path, value: Any, *, most: int, least: int = 0, required: bool = False) -> bool:
        """Whether the value is a text within its limits; None and a missing value are fine unless required."""
        if value is None:
            if required:
                self.refuse(path, "BASE_TYPE_REQUIRED", "This field is required")
            return False
        if not isinstance(value, str):
            self.refuse(path, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
            return False
        if not value and required:
            self.refuse(path, "BASE_TYPE_REQUIRED", "This field is required")
            return False
        if least <= len(value) <= most:
            return True
        if least:
            self.refuse(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
        else:
            self.refuse(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
        return False

    def items(self, path: Path, value: Any, *, most: int, least: int = 0) -> Sequence[Any]:
        """The list's items; none of them when it is not a list."""
        if value is None:
            return ()
        if not isinstance(value, list):
            self.refuse(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return ()
        if not least <= len(value) <= most:
            self.length(path, least, most)
        return value

    def length(self, path: Path, least: int, most: int) -> None:
        if least:
            self.refuse(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
        else:
            self.refuse(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")

    def number(self, path: Path, value: Any, *, least: int, most: int, required: bool = False) -> bool:
        if value is None:
            if required:
                self.refuse(path, "BASE_TYPE_REQUIRED", "This field is required")
            return False
        if not isinstance(value, int | float) or isinstance(value, bool):
            self.refuse(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
            return False
        if value < least:
            self.refuse(path, "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {least}.")
            return False
        if value > most:
            self.refuse(path, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")
            return False
        return True

    def choice(self, path: Path, value: Any, allowed: Sequence[Any], *, required: bool = True) -> bool:
        if value is None and not required:
            return False
        if value is None:
            self.refuse(path, "BASE_TYPE_REQUIRED", "This field is required")
            return False
        if value not in allowed:
            listed = ", ".join(str(one) for one in allowed)
            self.refuse(path, "BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.")
            return False
        return True
