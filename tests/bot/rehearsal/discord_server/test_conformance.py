"""Traffic of a broad scene has no violations; the check itself finds what is wrong."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import discord
import orjson
import pytest

from bot.rehearsal.discord_server import Upload
from tests.bot.rehearsal.discord_server.bare_bot import BareBot, Scene, a_bot, a_scene
from tests.bot.rehearsal.discord_server.conformance import Violation, discords_own
from tests.bot.rehearsal.discord_server.test_interactions import with_panel

SOON = datetime(2030, 1, 1, tzinfo=UTC)


async def play_people(scene: Scene) -> None:
    file = Upload(filename="report.csv", content_type="text/csv", data=b"a,b")
    reply = await scene.ana.slash(scene.guild, "programme show", number=3, who=scene.olga, file=file)
    panel = reply.message
    assert panel is not None
    await scene.ana.autocomplete(scene.guild, "programme show", "number", "4")
    await scene.ana.click(panel, "Check in")
    form = await scene.ana.click(panel, "Form")
    assert form.modal is not None
    await scene.ana.submit(form.modal, {"name": "Zoë", "place": ["o"]})
    await scene.ana.click(panel, "Slow")
    await scene.ana.choose(panel, "pick:1", ["a"])
    await scene.ana.say(scene.guild, f"Hello {scene.olga.mention}")
    await scene.ana.slash(scene.application, "programme show")
    await scene.ben.leave(scene.guild)


async def play_messages(bot: BareBot, scene: Scene) -> None:
    first = await bot.general.send("hello @everyone", nonce="one")
    await first.reply(
        "an answer", embed=discord.Embed(title="t", description="d", colour=1).add_field(name="n", value="v")
    )
    await first.edit(content="changed")
    await first.pin()
    await first.add_reaction("✅")
    await first.remove_reaction("✅", bot.hub.me)
    await bot.general.send(file=discord.File(__file__, filename="a.py", description="a file"))
    thread = await first.create_thread(name="questions")
    await thread.send("in the thread")
    view = discord.ui.LayoutView()
    button: discord.ui.Button[discord.ui.LayoutView] = discord.ui.Button(label="Go", custom_id="go")
    section = discord.ui.Section[discord.ui.LayoutView](f"for <@{scene.ana.id}>", accessory=button)
    view.add_item(discord.ui.Container(discord.ui.TextDisplay("A title"), discord.ui.Separator(), section))
    await bot.general.send(view=view)
    assert [message.id async for message in bot.general.history(limit=100)]
    assert [pin.id async for pin in bot.general.pins()] == [first.id]
    await first.delete()
    user = await bot.fetch_user(scene.ana.id)
    await user.send("a direct message")
    with pytest.raises(discord.HTTPException):
        await bot.general.send("x" * 2001)


class Chooser(discord.ui.View):
    @discord.ui.select(cls=discord.ui.UserSelect, custom_id="people")
    async def people(self, interaction: discord.Interaction, select: discord.ui.UserSelect["Chooser"]) -> None:
        await interaction.response.send_message(select.values[0].mention, ephemeral=True)

    @discord.ui.select(cls=discord.ui.ChannelSelect, custom_id="channels")
    async def channels(self, interaction: discord.Interaction, select: discord.ui.ChannelSelect["Chooser"]) -> None:
        await interaction.response.defer()
        await interaction.followup.send(select.values[0].mention, ephemeral=True)

    @discord.ui.select(cls=discord.ui.RoleSelect, custom_id="roles")
    async def roles(self, interaction: discord.Interaction, select: discord.ui.RoleSelect["Chooser"]) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content=select.values[0].mention, view=None)


async def play_components(bot: BareBot, scene: Scene) -> None:
    view = discord.ui.LayoutView()
    picture = "https://example.org/picture.png"
    view.add_item(discord.ui.Section("With a picture", accessory=discord.ui.Thumbnail(picture)))
    view.add_item(discord.ui.MediaGallery(discord.MediaGalleryItem(picture, description="A picture")))
    await bot.general.send(view=view)
    await bot.general.send("Choose", view=Chooser(timeout=None))
    await scene.server.wait_idle()
    message = list(scene.guild.channel("general").messages.values())[-1]
    role = scene.server.add_role(scene.guild, "Participant")
    chosen = [
        await scene.ana.choose(message, "people", [scene.olga]),
        await scene.ana.choose(message, "channels", [scene.guild.channel("general")]),
        await scene.ana.choose(message, "roles", [role]),
    ]
    assert [reply.text for reply in chosen] == [
        scene.olga.mention,
        scene.guild.channel("general").mention,
        role.mention,
    ]


async def play_guild(bot: BareBot, scene: Scene) -> None:
    role = await bot.hub.create_role(name="Participant", mentionable=True)
    member = await bot.hub.fetch_member(scene.ana.id)
    await member.add_roles(role)
    await member.remove_roles(role)
    await role.edit(colour=discord.Colour.blue())
    overwrites: dict[discord.Role | discord.Member | discord.Object, discord.PermissionOverwrite]
    overwrites = {bot.hub.default_role: discord.PermissionOverwrite(send_messages=False)}
    channel = await bot.hub.create_text_channel("news", overwrites=overwrites, topic="News")
    await channel.edit(topic="Other news")
    await channel.set_permissions(role, view_channel=True)
    await bot.hub.create_category("Course")
    stage = await bot.hub.create_stage_channel("Stage")
    voice = await bot.hub.create_voice_channel("Room")
    outside = await bot.hub.create_scheduled_event(
        name="Session 1",
        start_time=SOON,
        end_time=SOON + timedelta(hours=2),
        entity_type=discord.EntityType.external,
        location="Online",
        privacy_level=discord.PrivacyLevel.guild_only,
    )
    inside = await bot.hub.create_scheduled_event(
        name="Session 2", start_time=SOON, channel=voice, privacy_level=discord.PrivacyLevel.guild_only
    )
    await scene.ana.subscribe(scene.guild, outside.id)
    assert [user.id async for user in outside.users()] == [scene.ana.id]
    await (await outside.start()).end()
    await inside.edit(name="Session 2, moved", reason="moved")
    await inside.cancel()
    await bot.hub.fetch_scheduled_events()
    instance = await stage.create_instance(topic="Data integrity")
    await scene.ana.voice_join(scene.guild.channel("Stage"))
    await scene.ana.raise_hand()
    await scene.ana.voice_leave()
    await instance.edit(topic="Data integrity, part 2")
    await instance.delete()
    await channel.delete()
    await role.delete()
    await bot.fetch_guild(bot.hub.id)
    await bot.hub.fetch_channels()
    await bot.hub.fetch_roles()
    assert [member.id async for member in bot.hub.fetch_members(limit=10)]
    await bot.application_info()
    await bot.tree.fetch_commands()


async def play(log: Path) -> None:
    async with a_scene(traffic_log=log) as scene, a_bot(scene.server, with_panel) as bot:
        await play_people(scene)
        await play_messages(bot, scene)
        await play_components(bot, scene)
        await play_guild(bot, scene)
        await scene.server.wait_idle()


def lines_of(log: Path) -> list[bytes]:
    return log.read_bytes().splitlines()


async def test_traffic_of_a_scene_has_no_violations(tmp_path: Path) -> None:
    conformance = discords_own()
    await play(tmp_path / "traffic.jsonl")
    lines = lines_of(tmp_path / "traffic.jsonl")
    assert (list(conformance.violations(lines)), len(lines) > 100) == ([], True)


@pytest.mark.parametrize(
    ("entry", "violation"),
    [
        (
            {
                "method": "GET",
                "path": "/api/v10/gateway",
                "request_json": None,
                "status": 200,
                "response_json": {"url": "wss://a", "extra": 1},
            },
            Violation(
                where="GET /gateway 200 at /",
                message="Additional properties are not allowed ('extra' was unexpected)",
            ),
        ),
        (
            {"method": "GET", "path": "/api/v10/nowhere", "request_json": None, "status": 200, "response_json": {}},
            Violation(where="GET /nowhere 200", message="no such operation"),
        ),
        (
            {
                "method": "POST",
                "path": "/api/v10/channels/1/typing",
                "request_json": None,
                "status": 204,
                "response_json": {},
            },
            Violation(where="POST /channels/{channel_id}/typing 204", message="the answer should be empty"),
        ),
        (
            {"gateway": "send", "payload": {"op": 0, "t": "MESSAGE_DELETE", "s": 1, "d": {"id": "1"}}},
            Violation(where="gateway send MESSAGE_DELETE at /", message="'channel_id' is a required property"),
        ),
        (
            {"gateway": "send", "payload": {"op": 0, "t": "MESSAGE_SUNG", "s": 1, "d": {}}},
            Violation(where="gateway send MESSAGE_SUNG", message="no such event"),
        ),
    ],
    ids=["unknown key", "unknown operation", "body where none should be", "missing key", "unknown event"],
)
def test_violations_are_found(entry: dict[str, object], violation: Violation) -> None:
    assert list(discords_own().violations([orjson.dumps(entry)])) == [violation]
