"""Components of messages and forms, classic and version 2 (Discord's "Component reference")."""

from collections.abc import Iterable, Iterator
from enum import IntEnum

from bot.rehearsal.discord_server.bodies import Body


class ComponentType(IntEnum):
    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT_DISPLAY = 10
    THUMBNAIL = 11
    MEDIA_GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


SELECTS = frozenset(
    {
        ComponentType.STRING_SELECT,
        ComponentType.USER_SELECT,
        ComponentType.ROLE_SELECT,
        ComponentType.MENTIONABLE_SELECT,
        ComponentType.CHANNEL_SELECT,
    }
)
INTERACTIVE = frozenset({ComponentType.BUTTON, *SELECTS})


def walk(components: Iterable[Body]) -> Iterator[Body]:
    """Every component, depth first."""
    for component in components:
        yield component
        yield from walk(component.get("components") or ())
        for single in ("accessory", "component"):
            inner = component.get(single)
            if inner is not None:
                yield from walk((inner,))


def texts(components: Iterable[Body]) -> Iterator[str]:
    for component in walk(components):
        if component["type"] == ComponentType.TEXT_DISPLAY:
            yield component["content"]


def fill(components: list[Body]) -> list[Body]:
    """Components as Discord gives them back: ids in sequence where the bot gave none, defaults spelt out."""
    taken = {component["id"] for component in walk(components) if component.get("id")}
    ids = (number for number in range(1, 10_000) if number not in taken)
    return [_fill_one(component, ids) for component in components]


def _fill_one(component: Body, ids: Iterator[int]) -> Body:
    kind = component["type"]
    filled = {key: value for key, value in component.items() if value is not None or key == "accent_color"}
    filled["id"] = component.get("id") or next(ids)
    if "components" in component:
        filled["components"] = [_fill_one(inner, ids) for inner in component["components"]]
    for single in ("accessory", "component"):
        if component.get(single) is not None:
            filled[single] = _fill_one(component[single], ids)
    if "emoji" in filled:
        filled["emoji"] = _without_nulls(filled["emoji"])
    if kind == ComponentType.STRING_SELECT:
        filled["options"] = [_fill_option(option) for option in component["options"]]
    if kind in SELECTS:
        filled.setdefault("min_values", 1)
        filled.setdefault("max_values", 1)
        filled.pop("required", None)
    elif kind == ComponentType.CONTAINER:
        filled.setdefault("accent_color", None)
        filled.setdefault("spoiler", False)
    elif kind == ComponentType.SEPARATOR:
        filled.setdefault("spacing", 1)
        filled.setdefault("divider", True)
    elif kind == ComponentType.THUMBNAIL:
        filled["media"] = _unfurl(component["media"])
        filled.setdefault("description", None)
        filled.setdefault("spoiler", False)
    elif kind == ComponentType.MEDIA_GALLERY:
        filled["items"] = [
            {"description": None, "spoiler": False} | item | {"media": _unfurl(item["media"])}
            for item in component["items"]
        ]
    elif kind == ComponentType.FILE:
        filled["file"] = _unfurl(component["file"])
        filled.setdefault("spoiler", False)
    return filled


def _fill_option(option: Body) -> Body:
    filled = _without_nulls(option)
    if "emoji" in filled:
        filled["emoji"] = _without_nulls(filled["emoji"])
    return filled


def _without_nulls(body: Body) -> Body:
    return {key: value for key, value in body.items() if value is not None}


def _unfurl(media: Body) -> Body:
    url = media["url"]
    return {"id": "0", "url": url, "proxy_url": url, "width": None, "height": None, "content_type": None}
