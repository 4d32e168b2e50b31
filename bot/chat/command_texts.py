"""What Discord shows while a command is typed, in the languages of its clients.

Descriptions and choices are translated; the names of commands and options stay, because letters, pages and people on
the telephone name them. Keys of ``commands.ftl``: ``command-apply``, an option as its attribute
(``command-apply.country``), a choice by its value (``choice-rule``). Commands without a text stay in English.
"""

from discord import Locale, app_commands
from discord.app_commands import TranslationContextLocation as Place
from discord.app_commands.translator import TranslationContextTypes

from bot.wording import Wording

_OTHER_SCRIPT = frozenset({Locale.taiwan_chinese})
"""Clients in Traditional Chinese: our Chinese is Simplified, and one is not passed off as the other."""


class CommandTexts(app_commands.Translator):
    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    async def translate(
        self, string: app_commands.locale_str, locale: Locale, context: TranslationContextTypes
    ) -> str | None:
        """None: Discord shows the English one."""
        key = _key(context)
        if key is None or locale in _OTHER_SCRIPT:
            return None
        return self._wording.own(key, locale.value)


def _key(context: TranslationContextTypes) -> str | None:
    if context.location in (Place.command_description, Place.group_description):
        return f"command-{context.data.qualified_name.replace(' ', '-')}"
    if context.location is Place.parameter_description:
        return f"command-{context.data.command.qualified_name.replace(' ', '-')}.{context.data.name}"
    if context.location is Place.choice_name:
        return f"choice-{context.data.value}"
    return None
