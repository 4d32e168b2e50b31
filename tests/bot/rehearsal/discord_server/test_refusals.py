"""What Discord refuses, in Discord's own form."""

import asyncio
from typing import Any

import pytest

from bot.rehearsal.discord_server import Limits, Overwrite, Permission
from bot.rehearsal.discord_server.permissions import NONE
from tests.bot.rehearsal.discord_server.bare_bot import a_scene
from tests.bot.rehearsal.discord_server.raw import a_raw_bot

TOO_LONG = "Must be {} or fewer in length."
BETWEEN = "Must be between {} and {} in length."


def error(path: str, code: str, message: str) -> dict[str, Any]:
    """The nested tree of one form error; ``path`` with dots."""
    tree: dict[str, Any] = {"_errors": [{"code": code, "message": message}]}
    for step in reversed(path.split(".")):
        tree = {step: tree}
    return tree


def row(*components: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"type": 1, "components": list(components)}]


def select(**changes: Any) -> dict[str, Any]:
    return {"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "a"}]} | changes


def options(number: int) -> list[dict[str, str]]:
    return [{"label": str(count), "value": str(count)} for count in range(number)]


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ({"content": "x" * 2001}, error("content", "BASE_TYPE_MAX_LENGTH", TOO_LONG.format(2000))),
        ({"embeds": [{"title": "t"}] * 11}, error("embeds", "BASE_TYPE_MAX_LENGTH", TOO_LONG.format(10))),
        (
            {"embeds": [{"title": "x" * 257}]},
            error("embeds.0.title", "BASE_TYPE_MAX_LENGTH", TOO_LONG.format(256)),
        ),
        (
            {"embeds": [{"fields": [{"name": "n", "value": ""}]}]},
            error("embeds.0.fields.0.value", "BASE_TYPE_REQUIRED", "This field is required"),
        ),
        (
            {"embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]},
            error("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000"),
        ),
        ({"content": "a", "nonce": "x" * 26}, error("nonce", "NONCE_TYPE_TOO_LONG", TOO_LONG.format(25))),
        (
            {"components": row(select(options=options(26)))},
            error("components.0.components.0.options", "BASE_TYPE_BAD_LENGTH", BETWEEN.format(1, 25)),
        ),
        (
            {"components": row(select(custom_id="x" * 101))},
            error("components.0.components.0.custom_id", "BASE_TYPE_BAD_LENGTH", BETWEEN.format(1, 100)),
        ),
        (
            {"components": row(*({"type": 2, "style": 1, "label": "a", "custom_id": str(n)} for n in range(6)))},
            error("components.0.components", "BASE_TYPE_BAD_LENGTH", BETWEEN.format(1, 5)),
        ),
        (
            {"components": row({"type": 2, "style": 1, "label": "x" * 81, "custom_id": "a"})},
            error("components.0.components.0.label", "BASE_TYPE_MAX_LENGTH", TOO_LONG.format(80)),
        ),
        (
            {"components": row(*({"type": 2, "style": 1, "label": "a", "custom_id": "same"} for _ in range(2)))},
            error("components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"),
        ),
        (
            {
                "flags": 1 << 15,
                "components": [{"type": 10, "content": "x" * 2001}, {"type": 10, "content": "x" * 2000}],
            },
            error(
                "components",
                "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                "Displayable text exceeds 4000 characters",
            ),
        ),
    ],
    ids=[
        "long text",
        "eleven embeds",
        "long title",
        "empty field",
        "embeds too long together",
        "long nonce",
        "26 options",
        "long custom id",
        "six buttons",
        "long label",
        "same custom id",
        "long display text",
    ],
)
async def test_messages_beyond_a_limit(body: dict[str, Any], errors: dict[str, Any]) -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        answer = await bot.call("POST", f"/channels/{scene.guild.channel('general').id}/messages", body)
        assert (answer.status, answer.body) == (
            400,
            {"code": 50035, "message": "Invalid Form Body", "errors": errors},
        )


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"name": "Upper", "description": "d"}, ["0", "name"]),
        ({"name": "ok", "description": "x" * 101}, ["0", "description"]),
        ({"name": "ok", "description": ""}, ["0", "description"]),
        (
            {"name": "ok", "description": "d", "options": [{"type": 3, "name": "a", "description": ""}]},
            ["0", "options", "0", "description"],
        ),
        (
            {
                "name": "ok",
                "description": "d",
                "options": [{"type": 3, "name": f"o{number}", "description": "d"} for number in range(26)],
            },
            ["0", "options"],
        ),
        ({"name": "ok", "description": "d", "name_localizations": {"xx": "a"}}, ["0", "name_localizations"]),
    ],
    ids=["upper case", "long description", "no description", "option without one", "26 options", "unknown locale"],
)
async def test_commands_beyond_a_limit(body: dict[str, Any], place: list[str]) -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        answer = await bot.call("PUT", f"/applications/{scene.application.id}/commands", [body])
        node = answer.body["errors"]
        for step in place:
            node = node[step]
        assert (answer.status, answer.body["code"], len(node["_errors"])) == (400, 50035, 1)


async def test_commands_are_a_hundred_at_most() -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        commands = [{"name": f"c{number}", "description": "d"} for number in range(101)]
        path = f"/applications/{scene.application.id}/commands"
        refused = await bot.refusal("PUT", path, commands)
        accepted = await bot.call("PUT", path, commands[:100])
        kept = await bot.call("PUT", path, commands[:2])
        assert (refused, [one["id"] for one in kept.body]) == (
            (400, 30032),
            [one["id"] for one in accepted.body[:2]],
        )


def event(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Session",
        "privacy_level": 2,
        "entity_type": 3,
        "scheduled_start_time": "2030-01-01T00:00:00+00:00",
        "scheduled_end_time": "2030-01-01T01:00:00+00:00",
        "entity_metadata": {"location": "Online"},
    } | changes


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "x" * 101}, "name"),
        ({"scheduled_start_time": "2020-01-01T00:00:00+00:00"}, "scheduled_start_time"),
        ({"scheduled_end_time": "2029-01-01T00:00:00+00:00"}, "scheduled_end_time"),
        ({"scheduled_end_time": None}, "scheduled_end_time"),
        ({"entity_metadata": {"location": "x" * 101}}, "entity_metadata"),
        ({"entity_type": 2, "entity_metadata": None}, "channel_id"),
        ({"description": "x" * 1001}, "description"),
    ],
    ids=["long name", "past", "ends before", "no end", "long place", "voice without channel", "long description"],
)
async def test_events_beyond_a_limit(changes: dict[str, Any], field: str) -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        answer = await bot.call("POST", f"/guilds/{scene.guild.id}/scheduled-events", event(**changes))
        assert (answer.status, answer.body["code"], list(answer.body["errors"])) == (400, 50035, [field])


async def test_events_are_a_hundred_at_most_and_finished_ones_do_not_count() -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        path = f"/guilds/{scene.guild.id}/scheduled-events"
        made = [(await bot.call("POST", path, event())).body["id"] for _ in range(100)]
        full = await bot.refusal("POST", path, event())
        cancelled = await bot.call("PATCH", f"{path}/{made[0]}", {"status": 4})
        assert (full, cancelled.body["status"], (await bot.call("POST", path, event())).status) == (
            (400, 30038),
            4,
            200,
        )


@pytest.mark.parametrize(
    ("changes", "answers"),
    [((2, 3), [200, 200]), ((4,), [200]), ((2, 4), [200, 400]), ((3,), [400]), ((4, 2), [200, 400])],
    ids=["held", "cancelled", "cancelled while active", "completed without start", "started after cancelling"],
)
async def test_events_change_their_status_only_legally(changes: tuple[int, ...], answers: list[int]) -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        path = f"/guilds/{scene.guild.id}/scheduled-events"
        made = await bot.call("POST", path, event())
        found = [await bot.call("PATCH", f"{path}/{made.body['id']}", {"status": status}) for status in changes]
        assert [answer.status for answer in found] == answers


async def test_permissions_are_needed() -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        general = scene.guild.channel("general")
        own = next(role for role in scene.guild.roles.values() if role.managed)
        messages = f"/channels/{general.id}/messages"

        async def say_without(permission: int) -> tuple[int, int]:
            general.overwrites[own.id] = Overwrite(id=own.id, kind=0, allow=NONE, deny=permission)
            return await bot.refusal("POST", messages, {"content": "a"})

        assert [await say_without(Permission.SEND_MESSAGES), await say_without(Permission.VIEW_CHANNEL)] == [
            (403, 50013),
            (403, 50001),
        ]
        own.permissions = NONE
        assert await bot.refusal("POST", f"/guilds/{scene.guild.id}/roles", {"name": "r"}) == (403, 50013)


async def test_roles_above_the_bot_are_out_of_its_reach() -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        below, above = (scene.server.add_role(scene.guild, name) for name in ("below", "above"))
        above.position = 99
        member = f"/guilds/{scene.guild.id}/members/{scene.ana.id}/roles"
        given = await bot.call("PUT", f"{member}/{below.id}")
        assert (given.status, await bot.refusal("PUT", f"{member}/{above.id}")) == (204, (403, 50013))
        assert scene.ana.role_names(scene.guild) == {"below"}


@pytest.mark.parametrize(
    ("method", "path", "refusal"),
    [
        ("GET", "/channels/1", (404, 10003)),
        ("GET", "/guilds/1", (404, 10004)),
        ("GET", "/guilds/{guild}/members/1", (404, 10013)),
        ("GET", "/channels/{channel}/messages/1", (404, 10008)),
        ("PUT", "/guilds/{guild}/members/{ana}/roles/1", (404, 10011)),
        ("GET", "/users/1", (404, 10013)),
        ("GET", "/guilds/{guild}/scheduled-events/1", (404, 10070)),
        ("GET", "/nowhere", (404, 0)),
        ("DELETE", "/users/@me", (405, 0)),
    ],
)
async def test_what_is_not_there(method: str, path: str, refusal: tuple[int, int]) -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        channel = scene.guild.channel("general").id
        assert (
            await bot.refusal(method, path.format(guild=scene.guild.id, channel=channel, ana=scene.ana.id)) == refusal
        )


async def test_nothing_without_a_token() -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        answers = [await bot.call("GET", "/users/@me", token=token) for token in (None, "Bot wrong", "Bearer x")]
        assert [(answer.status, answer.body["code"]) for answer in answers] == [(401, 0)] * 3


async def test_an_interaction_is_acknowledged_once_and_its_token_ends() -> None:
    async with a_scene(limits=Limits(token_seconds=0.0)) as scene, a_raw_bot(scene.server) as bot:
        commands = f"/applications/{scene.application.id}/commands"
        await bot.call("PUT", commands, [{"name": "go", "description": "d"}])
        acting = asyncio.create_task(scene.ana.slash(scene.guild, "go"))
        while not scene.server.world.interactions:
            await bot.call("GET", "/gateway")
        interaction = next(iter(scene.server.world.interactions.values()))
        callback = f"/interactions/{interaction.id}/{interaction.token}/callback"
        webhook = f"/webhooks/{scene.application.id}/{interaction.token}"
        modal = {"type": 9, "data": {"title": "x" * 46, "custom_id": "m", "components": row({"type": 4})}}
        too_long = await bot.call("POST", callback, modal)
        first = await bot.call("POST", callback + "?with_response=1", {"type": 4, "data": {"content": "a"}})
        again = await bot.refusal("POST", callback, {"type": 4, "data": {"content": "b"}})
        late = await bot.refusal("POST", webhook, {"content": "c"})
        assert (too_long.body["errors"]["data"]["title"], first.body["interaction"]["id"], again, late) == (
            {"_errors": [{"code": "BASE_TYPE_BAD_LENGTH", "message": BETWEEN.format(1, 45)}]},
            str(interaction.id),
            (400, 40060),
            (401, 50027),
        )
        assert (await acting).text == "a"
