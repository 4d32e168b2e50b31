"""What Discord shows while a command is typed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import discord
from discord import Locale, app_commands

from bot.chat.command_texts import CommandTexts
from bot.chat.commands import build
from bot.chat.context import Chat
from bot.chat.errors import Tree
from bot.clock import CourseClock
from bot.wording import Wording
from config import texts
from sessions.services.attendance import CheckIns
from sessions.storage.store import Store

CLIENTS = {"fr": "fr", "es-ES": "es", "es-419": "es", "ru": "ru", "zh-CN": "zh"}
"""Discord's clients in WHO's languages, as the bot's library knows them: there is none in Arabic."""
PARTICIPANTS = ("marathon", "me", "apply", "link")


def a_chat(store: Store) -> Chat:
    return Chat(
        store=store,
        clock=CourseClock(datetime(2025, 8, 1, tzinfo=UTC)),
        wording=Wording(texts.catalogue),
        check_ins=CheckIns(store),
        feed_url=lambda _: None,
        personal_feed_url=lambda _: None,
    )


def english(command: app_commands.Command[Any, ..., Any]) -> Iterator[tuple[str, str]]:
    """Key of the text -> what the code says."""
    key = f"command-{command.qualified_name.replace(' ', '-')}"
    yield key, command.description
    for parameter in command.parameters:
        yield f"{key}.{parameter.name}", str(parameter.description)
        for choice in parameter.choices:
            yield f"choice-{choice.value}", choice.name


async def test_english_texts_are_what_the_commands_say(store: Store) -> None:
    wording, commands = Wording(texts.catalogue), {one.name: one for one in build(a_chat(store))}
    said: dict[str, str] = {}
    for name in PARTICIPANTS:
        command = commands[name]
        assert isinstance(command, app_commands.Command)
        said |= english(command)
    assert {key: wording.text(key, "en") for key in said} == said


async def test_participants_commands_are_described_in_the_client_s_language(store: Store) -> None:
    tree, translator = Tree(discord.Client(intents=discord.Intents.none())), CommandTexts(Wording(texts.catalogue))
    for command in build(a_chat(store)):
        if command.name not in PARTICIPANTS:
            continue
        payload = await command.get_translated_payload(tree, translator)
        expected = {client for client, language in CLIENTS.items() if language in texts.languages()}
        assert set(payload["description_localizations"]) == expected, command.name
        assert payload["name_localizations"] == {}
        for option in payload["options"]:
            assert set(option["description_localizations"]) == expected, (command.name, option["name"])
            for choice in option.get("choices", ()):
                assert set(choice["name_localizations"]) == expected, choice["name"]


async def test_no_description_is_longer_than_discord_takes(store: Store) -> None:
    wording, clients = Wording(texts.catalogue), [client.value for client in Locale]
    for command in build(a_chat(store)):
        if isinstance(command, app_commands.Command):
            for key, said in english(command):
                longest = max([said, *(wording.own(key, client) or "" for client in clients)], key=len)
                assert 0 < len(longest) <= 100, (key, longest)
