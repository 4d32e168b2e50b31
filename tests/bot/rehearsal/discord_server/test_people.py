"""What a client lets people do, and what it shows them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import CourseClock
from bot.rehearsal.discord_server import CannotDoError, ChannelType, InvisibleError
from bot.rehearsal.discord_server.components import fill
from bot.rehearsal.discord_server.filling import Resolved, check_values, fill_options
from bot.rehearsal.discord_server.snowflakes import Snowflakes, moment_of
from tests.bot.rehearsal.discord_server.bare_bot import Scene, a_scene
from tests.bot.rehearsal.discord_server.raw import a_raw_bot

STRING, INTEGER = 3, 4


def resolved(scene: Scene) -> Resolved:
    return Resolved(world=scene.server.world, guild=scene.guild, channel=scene.guild.channel("general"))


@pytest.mark.parametrize(
    ("specification", "given"),
    [
        ({"name": "a", "type": STRING, "required": True}, {}),
        ({"name": "a", "type": STRING, "max_length": 3}, {"a": "long"}),
        ({"name": "a", "type": INTEGER, "max_value": 8}, {"a": 9}),
        ({"name": "a", "type": STRING, "choices": [{"name": "One", "value": "1"}]}, {"a": "2"}),
        ({"name": "a", "type": STRING}, {"b": "2"}),
    ],
    ids=["required", "too long", "too large", "no choice", "unknown"],
)
async def test_options_that_a_client_does_not_send(specification: dict[str, object], given: dict[str, object]) -> None:
    async with a_scene() as scene:
        with pytest.raises(CannotDoError):
            fill_options([specification], given, resolved(scene))


async def test_options_are_sent_in_the_order_of_the_command_and_choices_by_value() -> None:
    async with a_scene() as scene:
        specifications = [
            {"name": "a", "type": STRING, "choices": [{"name": "One", "value": "1"}]},
            {"name": "b", "type": INTEGER},
        ]
        assert fill_options(specifications, {"b": "2", "a": "One"}, resolved(scene)) == [
            {"name": "a", "type": STRING, "value": "1"},
            {"name": "b", "type": INTEGER, "value": 2},
        ]


@pytest.mark.parametrize("values", [[], ["a", "b"], ["c"]], ids=["too few", "too many", "unknown"])
async def test_values_that_a_select_does_not_take(values: list[str]) -> None:
    options = [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]
    async with a_scene() as scene:
        with pytest.raises(CannotDoError):
            check_values({"type": 3, "options": options}, values, resolved(scene))


async def test_a_hidden_channel_is_seen_by_those_it_is_shown_to() -> None:
    async with a_scene() as scene:
        desk = scene.server.add_channel(
            scene.guild, "desk", hidden_from_everyone=True, shown_to=(scene.ana, scene.application)
        )
        assert [person.can_see(desk) for person in (scene.olga, scene.ana, scene.ben)] == [True, True, False]
        with pytest.raises(InvisibleError):
            await scene.ben.say(desk, "hello")


async def test_a_disabled_button_cannot_be_pressed() -> None:
    button = {"type": 2, "style": 1, "label": "Check in", "custom_id": "a", "disabled": True}
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        general = scene.guild.channel("general")
        body = {"content": "a", "components": [{"type": 1, "components": [button]}]}
        await bot.call("POST", f"/channels/{general.id}/messages", body)
        with pytest.raises(CannotDoError):
            await scene.ana.click(next(iter(general.messages.values())), "Check in")


async def test_on_a_stage_people_listen_until_they_are_let_speak() -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        stage = scene.server.add_channel(scene.guild, "Stage", ChannelType.STAGE)
        state = await scene.ana.voice_join(stage)
        joined = state.suppress
        await bot.call(
            "PATCH",
            f"/guilds/{scene.guild.id}/voice-states/{scene.ana.id}",
            {"channel_id": str(stage.id), "suppress": False},
        )
        assert (joined, state.suppress) == (True, False)
        await scene.ana.voice_leave()
        assert scene.guild.voice_states == {}


def test_components_come_back_with_ids_and_defaults() -> None:
    sent = [{"type": 17, "components": [{"type": 10, "content": "a", "id": 2}, {"type": 14}]}]
    assert fill(sent) == [
        {
            "type": 17,
            "id": 1,
            "accent_color": None,
            "spoiler": False,
            "components": [
                {"type": 10, "content": "a", "id": 2},
                {"type": 14, "id": 3, "spacing": 1, "divider": True},
            ],
        }
    ]


def test_emojis_that_are_characters_come_back_without_an_id() -> None:
    emoji = {"id": None, "name": "✅"}
    button = {"type": 2, "style": 1, "custom_id": "a", "emoji": emoji}
    select = {"type": 3, "custom_id": "b", "options": [{"label": "A", "value": "a", "emoji": emoji}]}
    (first, second) = (fill([{"type": 1, "components": [one]}])[0]["components"][0] for one in (button, select))
    assert (first["emoji"], second["options"][0]["emoji"]) == ({"name": "✅"}, {"name": "✅"})


def test_snowflakes_carry_course_time_and_rise_while_it_stands() -> None:
    clock = CourseClock(datetime(2025, 9, 9, 12, 0, tzinfo=UTC))
    snowflakes = Snowflakes(clock)
    first, second = snowflakes.make(), snowflakes.make()
    clock.move_to(clock.now() + timedelta(hours=1))
    later = snowflakes.make()
    assert [moment_of(one) for one in (first, second, later)] == [
        datetime(2025, 9, 9, 12, 0, tzinfo=UTC),
        datetime(2025, 9, 9, 12, 0, tzinfo=UTC),
        datetime(2025, 9, 9, 13, 0, tzinfo=UTC),
    ]
    assert first < second < later
