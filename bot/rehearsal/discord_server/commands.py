"""Registered application commands (Discord's "Application commands")."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from bot.rehearsal.discord_server.bodies import Body


class OptionType(IntEnum):
    SUB_COMMAND = 1
    SUB_COMMAND_GROUP = 2
    STRING = 3
    INTEGER = 4
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    ROLE = 8
    MENTIONABLE = 9
    NUMBER = 10
    ATTACHMENT = 11


BRANCHES = frozenset({OptionType.SUB_COMMAND, OptionType.SUB_COMMAND_GROUP})
CHAT_INPUT = 1
GUILD_CONTEXT, BOT_DM_CONTEXT = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """``request`` is the command as the bot registered it."""

    id: int
    application_id: int
    guild_id: int | None
    version: int
    request: Body

    @property
    def name(self) -> str:
        return str(self.request["name"])

    @property
    def kind(self) -> int:
        return int(self.request.get("type") or CHAT_INPUT)

    @property
    def options(self) -> list[Body]:
        return list(self.request.get("options") or ())

    @property
    def needed_permissions(self) -> int | None:
        """None: everybody sees it. Zero: nobody but administrators."""
        needed = self.request.get("default_member_permissions")
        return None if needed is None else int(needed)

    @property
    def contexts(self) -> tuple[int, ...]:
        if self.guild_id is not None:
            return (GUILD_CONTEXT,)
        contexts = self.request.get("contexts")
        if contexts is not None:
            return tuple(contexts)
        return (GUILD_CONTEXT,) if self.request.get("dm_permission") is False else (GUILD_CONTEXT, BOT_DM_CONTEXT)

    def body(self) -> Body:
        needed = self.request.get("default_member_permissions")
        body: Body = {
            "id": str(self.id),
            "application_id": str(self.application_id),
            "version": str(self.version),
            "type": self.kind,
            "name": self.name,
            "name_localizations": self.request.get("name_localizations"),
            "description": self.request.get("description") or "",
            "description_localizations": self.request.get("description_localizations"),
            "default_member_permissions": None if needed is None else str(needed),
            "nsfw": bool(self.request.get("nsfw")),
            "integration_types": self.request.get("integration_types") or [0],
            "contexts": self.request.get("contexts"),
            "dm_permission": BOT_DM_CONTEXT in self.contexts,
        }
        if self.guild_id is not None:
            body["guild_id"] = str(self.guild_id)
        if self.options:
            body["options"] = [_option_body(option) for option in self.options]
        return body

    def names_of(self, option: Body | None = None) -> Iterator[str]:
        named = self.request if option is None else option
        yield named["name"]
        yield from (named.get("name_localizations") or {}).values()


def _option_body(option: Body) -> Body:
    body = {key: value for key, value in option.items() if value is not None}
    if not body.get("choices"):
        body.pop("choices", None)
    if "options" in body:
        body["options"] = [_option_body(inner) for inner in body["options"]]
    return body
