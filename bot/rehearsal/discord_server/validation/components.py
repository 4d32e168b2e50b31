"""Components of messages and forms ("Component reference": limits and where each may stand)."""

from collections.abc import Sequence
from typing import Any

from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.components import INTERACTIVE, SELECTS, ComponentType, walk
from bot.rehearsal.discord_server.validation.form import Form, Path

MOST_ROWS = 5
MOST_BUTTONS = 5
MOST_OPTIONS = 25
MOST_CUSTOM_ID = 100
MOST_COMPONENTS = 40
MOST_DISPLAY_TEXT = 4000
LINK, PREMIUM = 5, 6

_CLASSIC_TOP = frozenset({ComponentType.ACTION_ROW})
_MODERN_TOP = frozenset(
    {
        ComponentType.ACTION_ROW,
        ComponentType.SECTION,
        ComponentType.TEXT_DISPLAY,
        ComponentType.MEDIA_GALLERY,
        ComponentType.FILE,
        ComponentType.SEPARATOR,
        ComponentType.CONTAINER,
    }
)
_IN_CONTAINER = _MODERN_TOP - {ComponentType.CONTAINER}
_ACCESSORIES = frozenset({ComponentType.BUTTON, ComponentType.THUMBNAIL})


def check_components(form: Form, path: Path, components: Sequence[Any], *, modern: bool) -> None:
    top = _MODERN_TOP if modern else _CLASSIC_TOP
    for index, component in enumerate(components):
        _check_one(form, (*path, index), component, allowed=top)
    everything = list(walk(components)) if all(isinstance(component, dict) for component in components) else []
    if modern and len(everything) > MOST_COMPONENTS:
        form.refuse(path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", f"At most {MOST_COMPONENTS} components in total")
    text = sum(
        len(component.get("content") or "")
        for component in everything
        if component["type"] == ComponentType.TEXT_DISPLAY
    )
    if text > MOST_DISPLAY_TEXT:
        form.refuse(
            path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", f"Displayable text exceeds {MOST_DISPLAY_TEXT} characters"
        )
    _check_unique(form, path, everything)


def _check_unique(form: Form, path: Path, everything: Sequence[Body]) -> None:
    seen: set[str] = set()
    for component in everything:
        custom_id = component.get("custom_id")
        if custom_id is not None and custom_id in seen:
            form.refuse(path, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
        if custom_id is not None:
            seen.add(custom_id)


def _check_one(form: Form, path: Path, component: Body, *, allowed: frozenset[ComponentType]) -> None:
    kind = component.get("type")
    if not form.choice((*path, "type"), kind, sorted(int(one) for one in allowed)):
        return
    if kind == ComponentType.ACTION_ROW:
        _check_row(form, path, component)
    elif kind == ComponentType.BUTTON:
        check_button(form, path, component)
    elif kind == ComponentType.TEXT_DISPLAY:
        form.text((*path, "content"), component.get("content"), least=1, most=MOST_DISPLAY_TEXT, required=True)
    elif kind == ComponentType.CONTAINER:
        for index, inner in enumerate(form.items((*path, "components"), component.get("components"), most=40, least=1)):
            _check_one(form, (*path, "components", index), inner, allowed=_IN_CONTAINER)
    elif kind == ComponentType.SECTION:
        for index, inner in enumerate(form.items((*path, "components"), component.get("components"), most=3, least=1)):
            _check_one(form, (*path, "components", index), inner, allowed=frozenset({ComponentType.TEXT_DISPLAY}))
        accessory = component.get("accessory")
        if accessory is None:
            form.refuse((*path, "accessory"), "BASE_TYPE_REQUIRED", "This field is required")
        else:
            _check_one(form, (*path, "accessory"), accessory, allowed=_ACCESSORIES)
    elif kind == ComponentType.MEDIA_GALLERY:
        form.items((*path, "items"), component.get("items"), most=10, least=1)


def _check_row(form: Form, path: Path, row: Body) -> None:
    inner = form.items((*path, "components"), row.get("components"), most=MOST_BUTTONS, least=1)
    for index, component in enumerate(inner):
        place = (*path, "components", index)
        kind = component.get("type")
        if not form.choice((*place, "type"), kind, sorted(int(one) for one in INTERACTIVE)):
            continue
        if kind == ComponentType.BUTTON:
            check_button(form, place, component)
            continue
        check_select(form, place, component)
        if len(inner) > 1:
            form.refuse(path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width")


def check_button(form: Form, path: Path, button: Body) -> None:
    style = button.get("style")
    if not form.choice((*path, "style"), style, [1, 2, 3, 4, 5, 6]):
        return
    if style == LINK:
        form.text((*path, "url"), button.get("url"), least=1, most=512, required=True)
    elif style != PREMIUM:
        form.text((*path, "custom_id"), button.get("custom_id"), least=1, most=MOST_CUSTOM_ID, required=True)
    form.text((*path, "label"), button.get("label"), most=80)
    if style != PREMIUM and not button.get("label") and not button.get("emoji"):
        form.refuse(path, "BUTTON_COMPONENT_MISSING_LABEL_OR_EMOJI", "A button needs a label or an emoji")


def check_select(form: Form, path: Path, select: Body) -> None:
    form.text((*path, "custom_id"), select.get("custom_id"), least=1, most=MOST_CUSTOM_ID, required=True)
    form.text((*path, "placeholder"), select.get("placeholder"), most=150)
    form.number((*path, "min_values"), select.get("min_values"), least=0, most=25)
    form.number((*path, "max_values"), select.get("max_values"), least=1, most=25)
    if select["type"] not in SELECTS or select["type"] != ComponentType.STRING_SELECT:
        return
    options = form.items((*path, "options"), select.get("options"), most=MOST_OPTIONS, least=1)
    check_options(form, path, options)
    if isinstance(select.get("max_values"), int) and select["max_values"] > len(options):
        form.refuse(
            (*path, "max_values"), "SELECT_COMPONENT_MAX_VALUES", "Must not be greater than the number of options"
        )


def check_options(form: Form, path: Path, options: Sequence[Body]) -> None:
    seen: set[str] = set()
    for index, option in enumerate(options):
        place = (*path, "options", index)
        form.text((*place, "label"), option.get("label"), least=1, most=100, required=True)
        form.text((*place, "value"), option.get("value"), least=1, most=100, required=True)
        form.text((*place, "description"), option.get("description"), most=100)
        if option.get("value") in seen:
            form.refuse(
                (*place, "value"),
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The option value is already used",
            )
        seen.add(str(option.get("value")))
