"""/attendance: for organisers."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from io import BytesIO

import discord
from discord import app_commands

from bot.attendance_pictures import NAMED, attendance_picture, chart_matrix, presence_curve
from bot.chat.commands import (
    attendance_code,
    attendance_imports,
    attendance_records,
    attendance_reviews,
    own_attendance,
)
from bot.chat.commands.me import MARKS
from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import organiser_here
from bot.chat.languages import picture_language
from bot.chat.page import COLOUR, at
from bot.chat.views.actions import FormHandler, Handler
from bot.chat.views.check_in import take_code
from sessions.domain.actors import Role
from sessions.domain.attendance import Verdict
from sessions.services import attendance, attendance_curves, standing
from sessions.services.attendance import SessionAttendance

NAMES_SHOWN = 30


def group(chat: Chat) -> app_commands.Group:
    commands = app_commands.Group(
        name="attendance",
        description="Attendance, for organisers",
        guild_only=True,
        default_permissions=discord.Permissions(manage_events=True),
    )

    @commands.command(name="show", description="Who was there in a session, and who was not")
    @app_commands.describe(number="The session's number")
    async def show(interaction: discord.Interaction, number: app_commands.Range[int, 1, 99]) -> None:
        found = await organiser_here(chat, interaction, Role.ORGANISER, Role.APPROVER, Role.AUDITOR, Role.SPEAKER)
        if found is None:
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        now = interaction.created_at
        outcome = await attendance.show(chat.store, found[0].id, number, now=now)
        if not isinstance(outcome, SessionAttendance):
            await interaction.followup.send(chat.explain(interaction, outcome), ephemeral=True)
            return
        embed = _embed(chat, interaction, outcome)
        measured = await attendance_curves.of_session(chat.store, outcome.session, now=now)
        if measured.empty:
            await interaction.followup.send(embed=embed, ephemeral=True, allowed_mentions=NOBODY)
            return
        language = picture_language(chat.language(interaction))
        picture = await asyncio.to_thread(presence_curve, measured, chat.wording, language=language)
        await _send(interaction, embed, picture, "presence.png")

    _add_map(chat, commands)
    for part in (attendance_code, attendance_imports, attendance_records, attendance_reviews, own_attendance):
        part.add(chat, commands)
    return commands


def _add_map(chat: Chat, commands: app_commands.Group) -> None:
    @commands.command(name="map", description="Everybody's attendance in every session that is over, as a picture")
    async def map_(interaction: discord.Interaction) -> None:
        found = await organiser_here(chat, interaction, *attendance_records.READERS)
        if found is None:
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        now, language = interaction.created_at, picture_language(chat.language(interaction))
        marathon, people = await standing.everyone(chat.store, found[0].id, now=now)
        matrix, names = chart_matrix(people, now)
        if not matrix.people or not matrix.sessions:
            await interaction.followup.send(chat.say(interaction, "attendance-map-empty"), ephemeral=True)
            return
        title = marathon.programme.title
        picture = await asyncio.to_thread(
            attendance_picture, matrix, chat.wording, title=title, names=names, language=language
        )
        said = chat.say(interaction, "attendance-map-said", named="yes" if len(matrix.people) <= NAMED else "no")
        embed = discord.Embed(title=shorten(title, 256), description=said, colour=COLOUR)
        await _send(interaction, embed, picture, "attendance.png")


async def _send(interaction: discord.Interaction, embed: discord.Embed, picture: bytes, name: str) -> None:
    embed.set_image(url=f"attachment://{name}")
    file = discord.File(BytesIO(picture), filename=name)
    await interaction.followup.send(embed=embed, file=file, ephemeral=True, allowed_mentions=NOBODY)


HANDLERS: Mapping[str, Handler] = {
    **attendance_imports.HANDLERS,
    **attendance_reviews.HANDLERS,
    **own_attendance.HANDLERS,
}
FORMS: Mapping[str, FormHandler] = {**attendance_reviews.FORMS, **own_attendance.FORMS, "check-in-code": take_code}


def _embed(chat: Chat, interaction: discord.Interaction, shown: SessionAttendance) -> discord.Embed:
    session = shown.session
    embed = discord.Embed(
        title=shorten(f"{session.number}. {session.title}", 256), description=at(session.start), colour=COLOUR
    )
    counts = Counter(one.attendance.verdict for one in shown.attendees)
    for verdict in Verdict:
        if counts[verdict]:
            embed.add_field(name=chat.say(interaction, f"verdict-{verdict.value}"), value=f"{counts[verdict]}")
    told = sum(1 for one in shown.attendees if one.announced is not None)
    if told:
        embed.add_field(name=chat.say(interaction, "attendance-announced-title"), value=str(told))
    if not shown.attendees:
        embed.add_field(name="–", value=chat.say(interaction, "attendance-nobody"), inline=False)
    lines = [
        f"{MARKS[one.attendance.verdict]} {escape(shorten(one.name or str(one.place.person_id), 60))}"
        f"{attendance_records.announced(chat, interaction, one)}"
        for one in shown.attendees[:NAMES_SHOWN]
    ]
    more = len(shown.attendees) - NAMES_SHOWN
    if more > 0:
        lines.append(chat.say(interaction, "and-more", count=more))
    if lines:
        embed.description = f"{embed.description}\n\n" + shorten("\n".join(lines), 3500)
    return embed
