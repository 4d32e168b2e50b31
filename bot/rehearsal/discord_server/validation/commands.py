"""Commands ("Application commands": naming, options, choices, limits)."""

import re
from typing import Any

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.commands import BRANCHES, CHAT_INPUT, OptionType
from bot.rehearsal.discord_server.validation.form import Form, Path

MOST_COMMANDS = 100
MOST_CONTEXT_COMMANDS = 15
MOST_OPTIONS = 25
MOST_CHOICES = 25
MOST_TEXT = 8000

_NAME = re.compile(r"^[-_'\w]{1,32}$")

LOCALES = frozenset(
    {"ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu"}
    | {"id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi"}
    | {"zh-CN", "zh-TW"}
)


def check_commands(requests: Any) -> list[Body]:
    """The whole list of a bulk overwrite; refuses with 50035 or with the number of commands (30032)."""
    form = Form()
    found = [request for request in form.items((), requests, most=10_000) if isinstance(request, dict)]
    form.raise_if_wrong()
    if sum(request.get("type", CHAT_INPUT) == CHAT_INPUT for request in found) > MOST_COMMANDS:
        raise errors.too_many(30032, "application commands", MOST_COMMANDS)
    seen: set[tuple[int, str]] = set()
    for index, request in enumerate(found):
        _check(form, (index,), request)
        key = (int(request.get("type") or CHAT_INPUT), str(request.get("name")))
        if key in seen:
            form.refuse(
                (index, "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique"
            )
        seen.add(key)
    form.raise_if_wrong()
    return found


def check_command(request: Any) -> Body:
    form = Form()
    checked: Body = request if isinstance(request, dict) else {}
    _check(form, (), checked)
    form.raise_if_wrong()
    return checked


def _check(form: Form, path: Path, request: Body) -> None:
    kind = request.get("type") or CHAT_INPUT
    if kind == CHAT_INPUT:
        _check_name(form, (*path, "name"), request.get("name"))
        form.text((*path, "description"), request.get("description"), least=1, most=100, required=True)
        _check_localised(form, path, request, named=True)
        _check_options(form, path, request.get("options"), depth=0)
    else:
        form.text((*path, "name"), request.get("name"), least=1, most=32, required=True)
        if request.get("description"):
            form.refuse(
                (*path, "description"),
                "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET",
                "Context menu commands cannot have description",
            )
    if _text_size(request) > MOST_TEXT:
        form.refuse(path, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({MOST_TEXT})")
    needed = request.get("default_member_permissions")
    if needed is not None and not str(needed).isdecimal():
        form.refuse((*path, "default_member_permissions"), "PERMISSION_TYPE_CONVERT", "Must be a permission bit set")


def _check_name(form: Form, path: Path, name: Any) -> None:
    if form.text(path, name, least=1, most=32, required=True) and (not _NAME.match(name) or name != name.lower()):
        form.refuse(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _check_localised(form: Form, path: Path, named_thing: Body, *, named: bool) -> None:
    for key, most in (("name_localizations", 32), ("description_localizations", 100)):
        for locale, text in (named_thing.get(key) or {}).items():
            place = (*path, key, locale)
            if locale not in LOCALES:
                form.refuse((*path, key), "MODEL_TYPE_CONVERT", f"Unknown locale {locale}")
            elif key == "name_localizations" and named:
                _check_name(form, place, text)
            else:
                form.text(place, text, least=1, most=most, required=True)


def _check_options(form: Form, path: Path, options: Any, *, depth: int) -> None:
    seen: set[str] = set()
    optional_seen = False
    for index, option in enumerate(form.items((*path, "options"), options, most=MOST_OPTIONS)):
        place = (*path, "options", index)
        kind = option.get("type")
        if not form.choice((*place, "type"), kind, [int(known) for known in OptionType]):
            continue
        _check_name(form, (*place, "name"), option.get("name"))
        form.text((*place, "description"), option.get("description"), least=1, most=100, required=True)
        _check_localised(form, place, option, named=True)
        if option.get("name") in seen:
            form.refuse((*place, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", "Option names must be unique")
        seen.add(str(option.get("name")))
        if kind in BRANCHES:
            if depth > (0 if kind == OptionType.SUB_COMMAND_GROUP else 1):
                form.refuse(
                    (*place, "type"), "APPLICATION_COMMAND_INVALID_NESTING", "Sub-commands cannot be nested this deep"
                )
            _check_options(form, place, option.get("options"), depth=depth + 1)
            continue
        if option.get("required") and optional_seen:
            form.refuse(
                place,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional_seen = optional_seen or not option.get("required")
        _check_choices(form, place, option)


def _check_choices(form: Form, path: Path, option: Body) -> None:
    choices = form.items((*path, "choices"), option.get("choices"), most=MOST_CHOICES)
    if choices and option.get("autocomplete"):
        form.refuse(
            (*path, "autocomplete"),
            "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
            "Autocomplete cannot be used with choices",
        )
    for index, choice in enumerate(choices):
        place = (*path, "choices", index)
        form.text((*place, "name"), choice.get("name"), least=1, most=100, required=True)
        if option["type"] == OptionType.STRING:
            form.text((*place, "value"), choice.get("value"), most=100, required=True)
    for key, most in (("min_length", 6000), ("max_length", 6000)):
        form.number((*path, key), option.get(key), least=0, most=most)


def _text_size(request: Body) -> int:
    """The longest name and description over all languages, options and choices included."""
    size = 0
    for key in ("name", "description"):
        texts = [request.get(key) or "", *(request.get(f"{key}_localizations") or {}).values()]
        size += max(len(text) for text in texts)
    for choice in request.get("choices") or ():
        size += len(str(choice.get("name", ""))) + len(str(choice.get("value", "")))
    return size + sum(_text_size(option) for option in request.get("options") or ())
