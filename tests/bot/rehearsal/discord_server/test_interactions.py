"""What people do, through a real discord.py client and back."""

import asyncio

import discord
import pytest
from discord import app_commands

from bot.rehearsal.discord_server import CannotDoError, Choice, InvisibleError, Limits, ReplyKind, Upload, controls
from tests.bot.rehearsal.discord_server.bare_bot import BareBot, a_bot, a_scene


class Form(discord.ui.Modal, title="Apply"):
    name: discord.ui.TextInput["Form"] = discord.ui.TextInput(label="Name", custom_id="name", max_length=20)
    place: discord.ui.Label["Form"] = discord.ui.Label(
        text="Place",
        component=discord.ui.Select(custom_id="place", options=[discord.SelectOption(label="Online", value="o")]),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        chosen = self.place.component
        assert isinstance(chosen, discord.ui.Select)
        await interaction.response.send_message(f"{self.name.value} {chosen.values}", ephemeral=True)


class Panel(discord.ui.View):
    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Check in", custom_id="checkin:1:1")
    async def check_in(self, interaction: discord.Interaction, _: discord.ui.Button["Panel"]) -> None:
        await interaction.response.send_message(f"{interaction.user.display_name} {interaction.locale}", ephemeral=True)

    @discord.ui.button(label="Form", custom_id="form:1")
    async def form(self, interaction: discord.Interaction, _: discord.ui.Button["Panel"]) -> None:
        await interaction.response.send_modal(Form())

    @discord.ui.button(label="Slow", custom_id="slow:1")
    async def slow(self, interaction: discord.Interaction, _: discord.ui.Button["Panel"]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("first", ephemeral=True)
        await interaction.followup.send("second", ephemeral=True)

    @discord.ui.select(custom_id="pick:1", options=[discord.SelectOption(label="A", value="a")])
    async def pick(self, interaction: discord.Interaction, select: discord.ui.Select["Panel"]) -> None:
        await interaction.response.edit_message(content=f"chosen {select.values[0]}")


def with_panel(bot: BareBot) -> None:
    group = app_commands.Group(name="programme", description="The programme")

    @group.command(name="show", description="Shows it")
    async def show(
        interaction: discord.Interaction,
        number: app_commands.Range[int, 1, 8] = 1,
        who: discord.Member | None = None,
        file: discord.Attachment | None = None,
    ) -> None:
        data = b"" if file is None else await file.read()
        await interaction.response.send_message(f"{number} {who and who.display_name} {data!r}", view=Panel())

    @show.autocomplete("number")
    async def complete(_: discord.Interaction, current: str) -> list[app_commands.Choice[int]]:
        return [app_commands.Choice(name=f"Session {current}", value=int(current))]

    @app_commands.default_permissions(manage_guild=True)
    @app_commands.command(name="organise", description="For organisers")
    async def organise(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("done")

    @app_commands.command(name="silent", description="Never answers")
    async def silent(_: discord.Interaction) -> None:
        await asyncio.sleep(0)

    bot.tree.add_command(group)
    bot.tree.add_command(organise)
    bot.tree.add_command(silent)


async def test_a_command_with_options_is_answered_with_a_panel() -> None:
    async with a_scene() as scene, a_bot(scene.server, with_panel):
        file = Upload(filename="report.csv", content_type="text/csv", data=b"a,b")
        reply = await scene.ana.slash(scene.guild, "programme show", number=3, who=scene.olga, file=file)
        assert reply.message is not None
        names = [control.get("label") or control["custom_id"] for control in controls(reply.message)]
        assert (reply.kind, reply.text, names) == (
            ReplyKind.MESSAGE,
            "3 Olga b'a,b'",
            ["Check in", "Form", "Slow", "pick:1"],
        )


async def test_buttons_selects_and_forms_come_back_to_the_person() -> None:
    async with a_scene() as scene, a_bot(scene.server, with_panel):
        panel = (await scene.ana.slash(scene.guild, "programme show")).message
        assert panel is not None
        checked = await scene.ana.click(panel, "Check in")
        form = await scene.ana.click(panel, "form:1")
        assert form.modal is not None
        sent = await scene.ana.submit(form.modal, {"Name": "Zoë", "Place": "Online"})
        slow = await scene.ana.click(panel, "Slow")
        await scene.server.wait_idle()
        chosen = await scene.ana.choose(panel, "pick:1", ["A"])
        assert [
            (checked.text, checked.ephemeral),
            (form.kind, form.modal.title),
            (sent.text, sent.ephemeral),
            (slow.deferred, slow.text, [message.content for message in slow.followups]),
            (chosen.kind, chosen.text),
        ] == [
            ("Ána Ñandú fr", True),
            (ReplyKind.MODAL, "Apply"),
            ("Zoë ['o']", True),
            (True, "first", ["second"]),
            (ReplyKind.UPDATE, "chosen a"),
        ]


async def test_ephemeral_answers_are_seen_by_one_person() -> None:
    async with a_scene() as scene, a_bot(scene.server, with_panel):
        panel = (await scene.ana.slash(scene.guild, "programme show")).message
        assert panel is not None
        answer = (await scene.ana.click(panel, "Check in")).message
        assert (scene.ana.visible_messages(panel.channel), scene.ben.visible_messages(panel.channel)) == (
            [panel, answer],
            [panel],
        )


async def test_choices_are_offered_while_typing() -> None:
    async with a_scene() as scene, a_bot(scene.server, with_panel):
        offered = await scene.ana.autocomplete(scene.guild, "programme show", "number", "4")
        assert offered == [Choice(name="Session 4", value=4)]


async def test_a_person_cannot_do_what_their_client_does_not_show() -> None:
    async with a_scene() as scene, a_bot(scene.server, with_panel):
        with pytest.raises(InvisibleError):
            await scene.ana.slash(scene.guild, "organise")
        with pytest.raises(CannotDoError):
            await scene.ana.slash(scene.guild, "programme show", number=9)
        assert (await scene.olga.slash(scene.guild, "organise")).text == "done"


async def test_who_has_left_cannot_send_a_form_that_is_still_open() -> None:
    async with a_scene() as scene, a_bot(scene.server, with_panel):
        panel = (await scene.ana.slash(scene.guild, "programme show")).message
        assert panel is not None
        form = await scene.ana.click(panel, "form:1")
        assert form.modal is not None
        await scene.ana.leave(scene.guild)
        with pytest.raises(InvisibleError):
            await scene.ana.submit(form.modal, {"Name": "Zoë", "Place": "Online"})


async def test_three_seconds_without_an_answer_fail() -> None:
    async with a_scene(limits=Limits(reply_seconds=0.1)) as scene, a_bot(scene.server, with_panel):
        reply = await scene.ana.slash(scene.guild, "silent")
        assert (reply.kind, reply.message) == (ReplyKind.FAILED, None)
