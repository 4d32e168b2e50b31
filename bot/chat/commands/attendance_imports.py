"""/attendance import: meeting reports uploaded in chat; preview first, then one commit.

What was read waits in memory for the answer, a quarter of an hour at most: after a restart the organiser is asked to
upload the file again, and nothing was written.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import organiser_here
from bot.chat.page import COLOUR
from bot.chat.views.actions import ActionButton, Handler, buttons
from bot.report_problems import explain_no_match, explain_problem
from sessions.domain.moments import suggest_zones
from sessions.domain.report_figures import Figures
from sessions.imports.reports.headings import Field
from sessions.imports.reports.stamps import Order
from sessions.imports.tables import MAXIMUM_BYTES
from sessions.services import attendance_reports, programmes
from sessions.services.attendance_reports import Imported, Previewed, ReportFile

KEPT_FOR = timedelta(minutes=15)
KEPT_AT_ONCE = 20
LINES = 12
"""Names shown of each part; the record shows them all."""

_waiting: dict[str, tuple[datetime, Previewed]] = {}


def add(chat: Chat, commands: app_commands.Group) -> None:
    @commands.command(name="import", description="Record a meeting platform's report of a session, with a preview")
    @app_commands.describe(
        file="The report, CSV or XLSX",
        session="The session",
        zone="The time zone in which the platform wrote the times",
        second="A further report of the same session",
        date_order="Only where the file leaves it open",
        heading="What an unknown heading means, as HEADING=FIELD; several with ;",
    )
    @app_commands.choices(
        date_order=[
            app_commands.Choice(name=shown, value=order.name)
            for shown, order in (
                ("day/month/year", Order.DAY_FIRST),
                ("month/day/year", Order.MONTH_FIRST),
                ("year/month/day", Order.YEAR_FIRST),
            )
        ]
    )
    async def import_(
        interaction: discord.Interaction,
        file: discord.Attachment,
        session: app_commands.Range[str, 1, 2],
        zone: str,
        second: discord.Attachment | None = None,
        date_order: str | None = None,
        heading: str | None = None,
    ) -> None:
        found = await organiser_here(chat, interaction)
        if found is None:
            return
        mapped = _read_headings(heading or "")
        if mapped is None:
            text = chat.say(interaction, "import-heading", fields=", ".join(Field))
            await interaction.response.send_message(text, ephemeral=True)
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        files = [await _download(one) for one in (file, second) if one is not None]
        read = await attendance_reports.preview(
            chat.store,
            found[0].id,
            number=int(session) if session.isdecimal() else 0,
            files=files,
            zone=zone,
            headings=mapped,
            date_order=Order[date_order] if date_order else None,
            actor=found[1],
        )
        if not isinstance(read, Previewed):
            await interaction.followup.send(chat.explain(interaction, read), ephemeral=True)
            return
        await _show(chat, interaction, read)

    @import_.autocomplete("zone")
    async def zones(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=zone, value=zone) for zone in suggest_zones(current)]

    @import_.autocomplete("session")
    async def sessions(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        marathon = await programmes.of_guild(chat.store, interaction.guild_id or 0)
        if marathon is None:
            return []
        planned = (await programmes.show(chat.store, marathon.id)).sessions
        titles = {one.number: f"{one.number}. {one.title}" for one in planned}
        fitting = [one for one in titles.items() if current.casefold() in one[1].casefold()]
        return [app_commands.Choice(name=shorten(title, 100), value=str(number)) for number, title in fitting[:25]]


def _read_headings(text: str) -> dict[str, Field] | None:
    """None for what cannot be understood."""
    mapped = {}
    for part in filter(str.strip, text.split(";")):
        heading, _, field = part.strip().rpartition("=")
        if not heading or field not in list(Field):
            return None
        mapped[heading] = Field(field)
    return mapped


async def _download(attachment: discord.Attachment) -> ReportFile:
    """A file that is too large to be a report is not even downloaded."""
    data = await attachment.read() if attachment.size <= MAXIMUM_BYTES else b""
    return ReportFile(name=attachment.filename, data=data, size=attachment.size)


async def _show(chat: Chat, interaction: discord.Interaction, read: Previewed) -> None:
    found = read.preview
    title = f"{read.session.number}. {read.session.title}"
    embed = discord.Embed(title=shorten(title, 256), colour=COLOUR)
    problems = [
        explain_problem(name, problem, chat.wording, chat.language(interaction), escape=escape)
        for name, problem in found.problems
    ]
    told = chat.say(
        interaction,
        "import-preview",
        recognised=len(found.participants),
        waiting=len(found.unmatched),
        staff=found.staff_rows,
        registered=found.not_attended,
    )
    embed.description = shorten("\n".join([*problems, told]), 4000)
    credited = [f"{escape(read.names.get(one.id, one.id))} · {_minutes(one.figures)}" for one in found.participants]
    asked = [
        f"{escape(one.name)} · {_minutes(one.figures)} · "
        + explain_no_match(one.code, chat.wording, chat.language(interaction))
        for one in found.unmatched
    ]
    for key, lines in (("import-recognised", credited), ("import-waiting", asked)):
        if lines:
            embed.add_field(name=chat.say(interaction, key), value=_cut(chat, interaction, lines), inline=False)
    if not read.recordable:
        embed.set_footer(text=chat.say(interaction, "import-nothing"))
        await interaction.followup.send(embed=embed, ephemeral=True, allowed_mentions=NOBODY)
        return
    key = str(interaction.id)
    _remember(key, interaction.created_at, read)
    confirm = ActionButton(
        "attendance-import", key, label=chat.say(interaction, "import-confirm"), style=discord.ButtonStyle.success
    )
    await interaction.followup.send(embed=embed, view=buttons(confirm), ephemeral=True, allowed_mentions=NOBODY)


def _minutes(figures: Figures) -> str:
    least, most = figures.seconds_min // 60, figures.seconds_max // 60
    return f"{figures.seconds // 60} min" if least == most else f"{least}–{most} min"


def _cut(chat: Chat, interaction: discord.Interaction, lines: Sequence[str]) -> str:
    shown = [shorten(line, 75) for line in lines[:LINES]]
    if len(lines) > LINES:
        shown.append(chat.say(interaction, "and-more", count=len(lines) - LINES))
    return shorten("\n".join(shown), 1024)


def _remember(key: str, now: datetime, read: Previewed) -> None:
    for old in [one for one, (since, _) in _waiting.items() if now - since > KEPT_FOR]:
        del _waiting[old]
    while len(_waiting) >= KEPT_AT_ONCE:
        del _waiting[next(iter(_waiting))]
    _waiting[key] = (now, read)


async def confirm(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    since, read = _waiting.pop(argument, (interaction.created_at - 2 * KEPT_FOR, None))
    if read is None or interaction.created_at - since > KEPT_FOR or read.marathon.id != found[0].id:
        await interaction.response.edit_message(content=chat.say(interaction, "import-gone"), view=None)
        return
    done = await attendance_reports.commit(chat.store, read, actor=found[1], now=interaction.created_at)
    if isinstance(done, Imported):
        key = "import-same" if done.number is None else "import-done"
        text = chat.say(
            interaction,
            key,
            number=str(done.number),
            kept=done.kept,
            already=done.already,
            withdrawn=done.withdrawn,
            waiting=done.waiting,
        )
    else:
        text = chat.explain(interaction, done)
    await interaction.response.edit_message(content=text, view=None)


HANDLERS: Mapping[str, Handler] = {"attendance-import": confirm}
