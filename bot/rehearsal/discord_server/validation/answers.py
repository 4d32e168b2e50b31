"""What a bot may answer an interaction with ("Interaction callback type", modals, autocomplete)."""

from typing import Any

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.components import SELECTS, ComponentType
from bot.rehearsal.discord_server.interactions import CallbackType, InteractionType
from bot.rehearsal.discord_server.validation.components import MOST_CUSTOM_ID, check_options, check_select
from bot.rehearsal.discord_server.validation.form import Form, Path
from bot.rehearsal.discord_server.validation.messages import check_message

MOST_TITLE = 45
MOST_MODAL_COMPONENTS = 5
MOST_CHOICES = 25
MOST_INPUT = 4000

_MESSAGES = (CallbackType.MESSAGE, CallbackType.DEFERRED_MESSAGE)
_UPDATES = (CallbackType.DEFERRED_UPDATE, CallbackType.UPDATE_MESSAGE)
_ALLOWED = {
    InteractionType.COMMAND: (*_MESSAGES, CallbackType.MODAL),
    InteractionType.COMPONENT: (*_MESSAGES, *_UPDATES, CallbackType.MODAL),
    InteractionType.AUTOCOMPLETE: (CallbackType.AUTOCOMPLETE,),
    InteractionType.MODAL_SUBMIT: _MESSAGES,
}
_FIELDS = frozenset(
    {
        ComponentType.TEXT_INPUT,
        *SELECTS,
        ComponentType.FILE_UPLOAD,
        ComponentType.RADIO_GROUP,
        ComponentType.CHECKBOX_GROUP,
        ComponentType.CHECKBOX,
    }
)


def check_callback(
    body: Body, kind: InteractionType, *, has_message: bool, known_flags: int = 0, uploads: int = 0
) -> CallbackType:
    """A modal cannot answer a modal; a message can only be updated where there is one."""
    form = Form()
    allowed = list(_ALLOWED[kind])
    if kind is InteractionType.MODAL_SUBMIT and has_message:
        allowed += _UPDATES
    form.choice(("type",), body.get("type"), [int(one) for one in allowed])
    form.raise_if_wrong()
    callback = CallbackType(body["type"])
    data: Body = body.get("data") or {}
    if callback is CallbackType.MESSAGE:
        check_message(data, uploads=uploads, prefix=("data",))
    elif callback is CallbackType.UPDATE_MESSAGE:
        check_message(data, uploads=uploads, editing=True, known_flags=known_flags, prefix=("data",))
    elif callback is CallbackType.MODAL:
        _check_modal(data)
    elif callback is CallbackType.AUTOCOMPLETE:
        _check_choices(data)
    return callback


def _check_choices(data: Body) -> None:
    form = Form()
    path: Path = ("data", "choices")
    for index, choice in enumerate(form.items(path, data.get("choices"), most=MOST_CHOICES)):
        form.text((*path, index, "name"), choice.get("name"), least=1, most=100, required=True)
        if isinstance(choice.get("value"), str):
            form.text((*path, index, "value"), choice["value"], most=100, required=True)
    form.raise_if_wrong()


def _check_modal(data: Body) -> None:
    form = Form()
    form.text(("data", "title"), data.get("title"), least=1, most=MOST_TITLE, required=True)
    form.text(("data", "custom_id"), data.get("custom_id"), least=1, most=MOST_CUSTOM_ID, required=True)
    path: Path = ("data", "components")
    components = form.items(path, data.get("components"), most=MOST_MODAL_COMPONENTS, least=1)
    for index, component in enumerate(components):
        _check_part(form, (*path, index), component)
    _check_unique(form, components)
    form.raise_if_wrong()


def _check_unique(form: Form, components: Any) -> None:
    seen: set[str] = set()
    for component in components:
        inner = [component["component"]] if component.get("component") else component.get("components") or ()
        for field in inner:
            if field.get("custom_id") in seen:
                form.refuse(
                    ("data", "components"),
                    "COMPONENT_CUSTOM_ID_DUPLICATED",
                    "Component custom id cannot be duplicated",
                )
            seen.add(str(field.get("custom_id")))


def _check_part(form: Form, path: Path, component: Body) -> None:
    kind = component.get("type")
    parts = [ComponentType.ACTION_ROW, ComponentType.TEXT_DISPLAY, ComponentType.LABEL]
    if not form.choice((*path, "type"), kind, [int(part) for part in parts]):
        return
    if kind == ComponentType.TEXT_DISPLAY:
        form.text((*path, "content"), component.get("content"), least=1, most=MOST_INPUT, required=True)
    elif kind == ComponentType.ACTION_ROW:
        for index, inner in enumerate(form.items((*path, "components"), component.get("components"), most=1, least=1)):
            form.text((*path, "components", index, "label"), inner.get("label"), least=1, most=45, required=True)
            _check_field(form, (*path, "components", index), inner, {ComponentType.TEXT_INPUT})
    else:
        form.text((*path, "label"), component.get("label"), least=1, most=45, required=True)
        form.text((*path, "description"), component.get("description"), most=100)
        inner = component.get("component")
        if inner is None:
            form.refuse((*path, "component"), "BASE_TYPE_REQUIRED", "This field is required")
        else:
            _check_field(form, (*path, "component"), inner, _FIELDS)


def _check_field(form: Form, path: Path, field: Body, allowed: Any) -> None:
    kind = field.get("type")
    if not form.choice((*path, "type"), kind, sorted(int(one) for one in allowed)):
        return
    if kind in SELECTS:
        check_select(form, path, field)
        return
    form.text((*path, "custom_id"), field.get("custom_id"), least=1, most=MOST_CUSTOM_ID, required=True)
    if kind == ComponentType.TEXT_INPUT:
        form.choice((*path, "style"), field.get("style"), [1, 2])
        form.number((*path, "min_length"), field.get("min_length"), least=0, most=MOST_INPUT)
        form.number((*path, "max_length"), field.get("max_length"), least=1, most=MOST_INPUT)
        form.text((*path, "placeholder"), field.get("placeholder"), most=100)
        form.text((*path, "value"), field.get("value"), most=MOST_INPUT)
    elif kind in (ComponentType.RADIO_GROUP, ComponentType.CHECKBOX_GROUP):
        check_options(form, path, form.items((*path, "options"), field.get("options"), most=10, least=1))


def refuse_foreign(known: int, given: int) -> None:
    """The webhook of an interaction is the application's own."""
    if known != given:
        raise errors.unknown("webhook")
