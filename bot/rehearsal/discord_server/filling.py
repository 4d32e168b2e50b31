"""How a client turns what a person typed into the data of an interaction: command options and form fields.

It refuses what Discord's client would not let a person send (``CannotDoError``), by the registered command or the form.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.calls import Upload
from bot.rehearsal.discord_server.channels import Channel
from bot.rehearsal.discord_server.commands import BRANCHES, OptionType
from bot.rehearsal.discord_server.components import SELECTS, ComponentType
from bot.rehearsal.discord_server.guilds import Guild, Role
from bot.rehearsal.discord_server.replies import Modal
from bot.rehearsal.discord_server.users import User
from bot.rehearsal.discord_server.world import World
from bot.rehearsal.discord_server.writing import store_file


class CannotDoError(Exception):
    """What Discord's client would not let a person do, with its reason."""


class InvisibleError(CannotDoError):
    """The person does not see it: no such command, channel or message for them."""


@dataclass(slots=True, kw_only=True)
class Resolved:
    """``resolved`` of interaction data: the things that ids in values mean."""

    world: World
    guild: Guild | None
    channel: Channel
    body: dict[str, Body] = field(default_factory=dict)

    def user(self, user: User) -> str:
        self.body.setdefault("users", {})[str(user.id)] = user.body()
        if self.guild is not None and user.id in self.guild.members:
            member = self.guild.members[user.id]
            permissions = self.guild.permissions_of(member, self.channel, self.world.now())
            part = member.body_without_user() | {"permissions": str(int(permissions))}
            del part["mute"], part["deaf"]
            self.body.setdefault("members", {})[str(user.id)] = part
        return str(user.id)

    def role(self, role: Role) -> str:
        self.body.setdefault("roles", {})[str(role.id)] = role.body()
        return str(role.id)

    def place(self, channel: Channel) -> str:
        body = channel.body()
        keys = (
            ("id", "name", "type") if channel.thread is None else ("id", "name", "type", "parent_id", "thread_metadata")
        )
        part = {key: body[key] for key in keys}
        self.body.setdefault("channels", {})[str(channel.id)] = part | {"permissions": "0"}
        return str(channel.id)

    def attachment(self, upload: Upload) -> str:
        body = store_file(self.world, self.channel, upload, ephemeral=True)
        self.body.setdefault("attachments", {})[body["id"]] = body
        return str(body["id"])

    def any(self, value: Any) -> str:
        if isinstance(value, Role):
            return self.role(value)
        if isinstance(value, Channel):
            return self.place(value)
        if isinstance(value, Upload):
            return self.attachment(value)
        return self.user(_user_of(value))


def _user_of(value: Any) -> User:
    user = getattr(value, "user", value)
    if not isinstance(user, User):
        raise CannotDoError(f"{value!r} is not a person")
    return user


def fill_options(
    specifications: Sequence[Body], given: Mapping[str, Any], resolved: Resolved, *, focused: str | None = None
) -> list[Body]:
    """The options in the order of the command. ``focused`` is the one being typed: nothing is required then."""
    by_name = {spec["name"]: spec for spec in specifications}
    unknown = sorted(set(given) - set(by_name))
    if unknown:
        raise CannotDoError(f"no option {unknown[0]!r}; there are {sorted(by_name)}")
    filled: list[Body] = []
    for name, spec in by_name.items():
        if name == focused:
            filled.append({"name": name, "type": spec["type"], "value": str(given[name]), "focused": True})
        elif given.get(name) is not None:
            filled.append({"name": name, "type": spec["type"], "value": _value(spec, given[name], resolved)})
        elif spec.get("required") and focused is None:
            raise CannotDoError(f"option {name!r} is required")
    return filled


def _value(spec: Body, given: Any, resolved: Resolved) -> Any:
    kind = OptionType(spec["type"])
    choices = spec.get("choices")
    if choices:
        for choice in choices:
            names = {choice["name"], *(choice.get("name_localizations") or {}).values()}
            if given == choice["value"] or given in names:
                return choice["value"]
        raise CannotDoError(f"{given!r} is not among the choices {[choice['name'] for choice in choices]}")
    if kind is OptionType.STRING:
        text = str(given)
        if not spec.get("min_length", 0) <= len(text) <= spec.get("max_length", 6000):
            raise CannotDoError(f"option {spec['name']!r}: {len(text)} characters are too many or too few")
        return text
    if kind is OptionType.BOOLEAN:
        return bool(given)
    if kind in (OptionType.INTEGER, OptionType.NUMBER):
        number = int(given) if kind is OptionType.INTEGER else float(given)
        if not spec.get("min_value", -(2**53)) <= number <= spec.get("max_value", 2**53):
            raise CannotDoError(f"option {spec['name']!r}: {number} is out of range")
        return number
    if kind is OptionType.CHANNEL and spec.get("channel_types") and given.kind not in spec["channel_types"]:
        raise CannotDoError(f"option {spec['name']!r}: a channel of that type cannot be chosen")
    return resolved.any(given)


def find_command(options: Sequence[Body], path: Sequence[str]) -> tuple[list[Body], list[Body]]:
    """Walks into sub-commands: the branches on the way, and the options of the leaf."""
    branches: list[Body] = []
    here = list(options)
    for name in path:
        inner = next((one for one in here if one["type"] in BRANCHES and name in _names(one)), None)
        if inner is None:
            raise InvisibleError(f"no sub-command {name!r}; there are {[one['name'] for one in here]}")
        branches.append(inner)
        here = list(inner.get("options") or ())
    if any(one["type"] in BRANCHES for one in here):
        raise InvisibleError(f"a sub-command is missing: one of {[one['name'] for one in here]}")
    return branches, here


def _names(named: Body) -> set[str]:
    return {named["name"], *(named.get("name_localizations") or {}).values()}


def nest(branches: Sequence[Body], options: list[Body]) -> list[Body]:
    """Puts the leaf's options into the data of its sub-command and group."""
    for branch in reversed(branches):
        options = [{"name": branch["name"], "type": branch["type"], "options": options}]
    return options


def check_values(select: Body, values: Sequence[Any], resolved: Resolved) -> list[str]:
    """The values of a select as the client would allow them."""
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if not least <= len(values) <= most:
        raise CannotDoError(f"{len(values)} values chosen, {least} to {most} are allowed")
    if select["type"] != ComponentType.STRING_SELECT:
        return [resolved.any(value) for value in values]
    found = []
    for value in values:
        option = next((one for one in select["options"] if value in (one["value"], one["label"])), None)
        if option is None:
            raise CannotDoError(f"{value!r} is not among {[one['label'] for one in select['options']]}")
        found.append(option["value"])
    return found


def fill_modal(modal: Modal, given: Mapping[str, Any], resolved: Resolved) -> list[Body]:
    """The submitted components: every field, also those left alone."""
    names = {name for field in modal.fields for name in (field.custom_id, field.label)}
    unknown = sorted(set(given) - names)
    if unknown:
        raise CannotDoError(f"no field {unknown[0]!r}; there are {[field.label for field in modal.fields]}")
    submitted: list[Body] = []
    for component in modal.components:
        if component["type"] == ComponentType.TEXT_DISPLAY:
            submitted.append({"type": component["type"], "id": component["id"]})
        elif "component" in component:
            inner = _field_value(component["component"], component.get("label", ""), given, resolved)
            submitted.append({"type": component["type"], "id": component["id"], "component": inner})
        else:
            inner_parts = [
                _field_value(part, part.get("label", ""), given, resolved) for part in component["components"]
            ]
            submitted.append({"type": component["type"], "id": component["id"], "components": inner_parts})
    return submitted


def _field_value(part: Body, label: str, given: Mapping[str, Any], resolved: Resolved) -> Body:
    value = given.get(part["custom_id"], given.get(label))
    required = part.get("required", True)
    base: Body = {"type": part["type"], "custom_id": part["custom_id"], "id": part["id"]}
    kind = part["type"]
    if kind == ComponentType.TEXT_INPUT:
        text = str(part.get("value") or "") if value is None else str(value)
        if required and not text:
            raise CannotDoError(f"field {label!r} is required")
        if text and not part.get("min_length", 0) <= len(text) <= part.get("max_length", 4000):
            raise CannotDoError(f"field {label!r}: {len(text)} characters are too many or too few")
        return base | {"value": text}
    if kind == ComponentType.CHECKBOX:
        return base | {"value": bool(value)}
    values = [] if value is None else list(value) if isinstance(value, list | tuple) else [value]
    if kind == ComponentType.RADIO_GROUP:
        chosen = _options_chosen(part, values)
        if required and not chosen:
            raise CannotDoError(f"field {label!r} is required")
        return base | {"value": chosen[0] if chosen else None}
    if kind == ComponentType.CHECKBOX_GROUP:
        return base | {"values": _options_chosen(part, values)}
    if not values and not required:
        return base | {"values": []}
    if kind in SELECTS or kind == ComponentType.FILE_UPLOAD:
        if not values and kind == ComponentType.STRING_SELECT:
            values = [one["value"] for one in part["options"] if one.get("default")]
        if not values:
            raise CannotDoError(f"field {label!r} is required")
        return base | {"values": check_values(part, values, resolved)}
    raise CannotDoError(f"field {label!r} is of an unknown type {kind}")


def _options_chosen(part: Body, values: Sequence[Any]) -> list[str]:
    found = []
    for value in values:
        option = next((one for one in part["options"] if value in (one["value"], one["label"])), None)
        if option is None:
            raise CannotDoError(f"{value!r} is not among {[one['label'] for one in part['options']]}")
        found.append(option["value"])
    return found
