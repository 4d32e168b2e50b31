"""/attendance mark, withdraw, undo, person, missing, export: the record of who was there, for organisers."""

import asyncio
import io
import re
from typing import Literal

import discord
from discord import app_commands

from bot.attendance_table import rows_of, write_csv, write_xlsx
from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import organiser_here
from bot.chat.page import COLOUR, at
from bot.verdict_reasons import explain_attendance
from sessions.domain.actors import Role
from sessions.domain.attendance import Verdict
from sessions.services import attendance, attendance_reports, attendance_statements, standing
from sessions.services.attendance import Attendee, SessionAttendance
from sessions.services.attendance_reports import Undone
from sessions.services.attendance_statements import Stated, Withdrawn
from sessions.services.standing import PersonStanding

READERS = (Role.ORGANISER, Role.APPROVER, Role.AUDITOR)
SHOWN = 40

Number = app_commands.Range[int, 1, 99]


def add(chat: Chat, commands: app_commands.Group) -> None:
    _add_statements(chat, commands)
    _add_lists(chat, commands)


def _add_statements(chat: Chat, commands: app_commands.Group) -> None:
    @commands.command(name="mark", description="State that people were present, absent or excused")
    @app_commands.describe(
        session="The session's number",
        verdict="What you state",
        people="One or many: mentions, numbers, e-mail addresses or exact names, with commas between",
        reason="Why; it stays in the record",
    )
    async def mark(
        interaction: discord.Interaction,
        session: Number,
        verdict: Literal["present", "absent", "excused"],
        people: str,
        reason: app_commands.Range[str, 1, 500],
    ) -> None:
        found = await organiser_here(chat, interaction)
        if found is None:
            return
        done = await attendance_statements.mark(
            chat.store,
            found[0].id,
            number=session,
            people=re.split(r"[\n,;]|(?<=>)\s*(?=<@)", people),
            verdict=Verdict(verdict),
            reason=reason,
            actor=found[1],
            now=interaction.created_at,
        )
        if isinstance(done, Stated):
            numbers = ", ".join(map(str, done.evidence))
            text = chat.say(
                interaction,
                "mark-done",
                count=len(done.persons),
                verdict=chat.say(interaction, f"verdict-{verdict}"),
                number=session,
                evidence=shorten(numbers, 500),
            )
        else:
            text = chat.explain(interaction, done)
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)

    @commands.command(name="withdraw", description="Take back one piece of evidence; it stays in the record")
    @app_commands.describe(evidence="Its number, as /attendance person shows it", reason="Why; it stays in the record")
    async def withdraw(
        interaction: discord.Interaction, evidence: int, reason: app_commands.Range[str, 1, 500]
    ) -> None:
        found = await organiser_here(chat, interaction)
        if found is None:
            return
        done = await attendance_statements.withdraw(
            chat.store, found[0].id, number=evidence, reason=reason, actor=found[1], now=interaction.created_at
        )
        text = (
            chat.say(interaction, "withdraw-done", evidence=str(evidence), number=str(done.number))
            if isinstance(done, Withdrawn)
            else chat.explain(interaction, done)
        )
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)

    @commands.command(name="undo", description="Take back everything that one import recorded")
    @app_commands.describe(number="The import's number", reason="Why; it stays in the record")
    async def undo(interaction: discord.Interaction, number: int, reason: app_commands.Range[str, 1, 500]) -> None:
        found = await organiser_here(chat, interaction)
        if found is None:
            return
        done = await attendance_reports.undo(
            chat.store, found[0].id, number=number, reason=reason, actor=found[1], now=interaction.created_at
        )
        text = (
            chat.say(interaction, "undo-done", number=str(done.number), rows=done.rows)
            if isinstance(done, Undone)
            else chat.explain(interaction, done)
        )
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


def announced(chat: Chat, interaction: discord.Interaction, one: Attendee) -> str:
    """That they said beforehand that they cannot come; nothing for anybody else."""
    if one.announced is None:
        return ""
    return f" · {chat.say(interaction, 'attendance-announced', at=at(one.announced, 'f'))}"


def _add_lists(chat: Chat, commands: app_commands.Group) -> None:
    @commands.command(name="missing", description="Who is neither present nor excused in a session")
    @app_commands.describe(session="The session's number")
    async def missing(interaction: discord.Interaction, session: Number) -> None:
        found = await organiser_here(chat, interaction, *READERS, Role.SPEAKER)
        if found is None:
            return
        shown = await attendance.show(chat.store, found[0].id, session, now=interaction.created_at)
        if not isinstance(shown, SessionAttendance):
            await interaction.response.send_message(chat.explain(interaction, shown), ephemeral=True)
            return
        there = (Verdict.PRESENT, Verdict.EXCUSED)
        lines = [
            f"`{one.place.person_id}` {escape(shorten(one.name or '–', 60))}{announced(chat, interaction, one)}"
            for one in shown.attendees
            if one.attendance.verdict not in there
        ]
        more = len(lines) - SHOWN
        if more > 0:
            lines = [*lines[:SHOWN], chat.say(interaction, "and-more", count=more)]
        embed = discord.Embed(
            title=shorten(f"{shown.session.number}. {shown.session.title}", 256),
            description=shorten("\n".join(lines), 4000) or chat.say(interaction, "missing-nobody"),
            colour=COLOUR,
        )
        await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=NOBODY)

    @commands.command(name="person", description="One participant's attendance, with the reasons and the evidence")
    @app_commands.describe(member="Their Discord account")
    async def person(interaction: discord.Interaction, member: discord.User) -> None:
        found = await organiser_here(chat, interaction, *READERS)
        if found is None:
            return
        own = await standing.own(chat.store, found[0].id, discord_id=member.id, now=interaction.created_at)
        if own.standing is None:
            text = chat.say(interaction, "person-none")
            await interaction.response.send_message(text, ephemeral=True)
            return
        kept = await attendance.evidence_of(chat.store, found[0].id, own.standing.place.person_id)
        numbers: dict[int, list[str]] = {}
        for one in kept:
            numbers.setdefault(one.session_id, []).append(str(one.id))
        embed = _person(chat, interaction, own.standing, numbers)
        await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=NOBODY)

    @commands.command(name="export", description="Everybody's attendance in every session, as a table")
    @app_commands.describe(form="The kind of file")
    async def export(interaction: discord.Interaction, form: Literal["csv", "xlsx"] = "csv") -> None:
        found = await organiser_here(chat, interaction, *READERS)
        if found is None:
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        marathon, people = await standing.everyone(chat.store, found[0].id, now=interaction.created_at)
        rows = await asyncio.to_thread(rows_of, people, chat.wording)
        data = await asyncio.to_thread(write_csv if form == "csv" else write_xlsx, rows)
        file = discord.File(io.BytesIO(data), filename=f"{marathon.key}-attendance.{form}")
        text = chat.say(interaction, "attendance-exported", lines=len(rows))
        await interaction.followup.send(text, file=file, ephemeral=True)


def _person(
    chat: Chat, interaction: discord.Interaction, standing_: PersonStanding, numbers: dict[int, list[str]]
) -> discord.Embed:
    embed = discord.Embed(title=shorten(escape(standing_.name or "–"), 256), colour=COLOUR)
    lines = []
    for session, attended in zip(standing_.sessions, standing_.attendances, strict=True):
        why = explain_attendance(
            attended,
            chat.wording,
            chat.language(interaction),
            show=lambda moment: discord.utils.format_dt(moment, "t"),
            escape=escape,
        )
        told = ", ".join(numbers.get(session.id, ()))
        about = f" ({chat.say(interaction, 'person-evidence', numbers=shorten(told, 60))})" if told else ""
        lines.append(f"`{session.number}` {why}{about}")
    embed.description = shorten("\n".join(lines), 4000)
    return embed
