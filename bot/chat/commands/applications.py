"""/applications, for organisers: select, list, show, decide, offer, waiting, export, stats."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

import discord
from discord import app_commands

from bot.application_lines import DEFAULT_FIELDS, FIELDS, as_csv
from bot.chat.commands import selecting
from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import organiser_here
from bot.chat.page import COLOUR, at
from bot.chat.views.actions import ActionButton, Handler, buttons
from bot.countries import income_groups, who_regions
from bot.selection_reasons import say_reasons
from sessions.domain.actors import Role
from sessions.domain.application_form import check_name
from sessions.domain.applications import ApplicationEvent, ApplicationStatus
from sessions.domain.refusals import Refusal, UnknownApplication
from sessions.services import (
    application_edits,
    application_lists,
    capacity,
    own_applications,
    places,
    programmes,
    proposals,
)
from sessions.services.application_edits import Edited
from sessions.services.application_lists import Line
from sessions.services.capacity import Capacity
from sessions.services.places import InCohort, Settled
from sessions.storage.selections import Decided

ON_A_PAGE = 15
DECIDED = (ApplicationEvent.OFFER, ApplicationEvent.ADMIT, ApplicationEvent.REJECT, ApplicationEvent.REINSTATE)
READERS = (Role.ORGANISER, Role.APPROVER, Role.AUDITOR)
_EVENTS = [app_commands.Choice(name=event.value, value=event.value) for event in DECIDED]
_STATUSES = [app_commands.Choice(name=status.value, value=status.value) for status in ApplicationStatus]


def group(chat: Chat) -> app_commands.Group:
    commands = app_commands.Group(
        name="applications",
        description="Applications, for organisers",
        guild_only=True,
        default_permissions=discord.Permissions(manage_events=True),
    )
    _add_deciding(chat, commands)
    _add_room(chat, commands)
    _add_looking(chat, commands)
    return commands


def _add_deciding(chat: Chat, commands: app_commands.Group) -> None:
    @commands.command(name="select", description="Propose who gets the places, with reasons; nobody is told yet")
    @app_commands.describe(seed="The published seed of the lot, where the programme draws one")
    async def select(interaction: discord.Interaction, seed: str | None = None) -> None:
        await selecting.select(chat, interaction, seed)

    @commands.command(name="decide", description="Decide on one application, with a reason")
    @app_commands.describe(number="The application's number", decision="What it shall be", reason="Why")
    @app_commands.choices(decision=_EVENTS)
    async def decide(
        interaction: discord.Interaction,
        number: app_commands.Range[int, 1],
        decision: str,
        reason: app_commands.Range[str, 1, 500],
    ) -> None:
        await _decide(chat, interaction, number, ApplicationEvent(decision), reason)

    @commands.command(name="name", description="Correct the name on somebody's certificate, with a reason")
    @app_commands.describe(number="The application's number", name="As it shall stand", reason="Why")
    async def name(
        interaction: discord.Interaction,
        number: app_commands.Range[int, 1],
        name: app_commands.Range[str, 1, 200],
        reason: app_commands.Range[str, 1, 500],
    ) -> None:
        await _correct_name(chat, interaction, number, name, reason)

    @commands.command(name="offer", description="Offer every free place to the waiting list, by the published rule")
    async def offer(interaction: discord.Interaction) -> None:
        await _offer(chat, interaction)


def _add_room(chat: Chat, commands: app_commands.Group) -> None:
    @commands.command(name="cohort", description="Put an application into another group, with a reason")
    @app_commands.describe(number="The application's number", cohort="The group", reason="Why; the person reads it")
    async def cohort(
        interaction: discord.Interaction,
        number: app_commands.Range[int, 1],
        cohort: app_commands.Range[str, 1, 64],
        reason: app_commands.Range[str, 1, 500],
    ) -> None:
        await _change_cohort(chat, interaction, number, cohort, reason)

    @commands.command(name="capacity", description="Change how many places there are, with a reason")
    @app_commands.describe(
        places="How many there shall be", reason="Why", cohort="Of which group, where there are some"
    )
    async def capacity(
        interaction: discord.Interaction,
        places: app_commands.Range[int, 1],
        reason: app_commands.Range[str, 1, 500],
        cohort: app_commands.Range[str, 1, 64] | None = None,
    ) -> None:
        await _change_capacity(chat, interaction, places, reason, cohort)

    @capacity.autocomplete("cohort")
    @cohort.autocomplete("cohort")
    async def suggest(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        marathon = await programmes.of_guild(chat.store, interaction.guild_id or 0)
        cohorts = () if marathon is None else marathon.programme.cohorts
        wanted = current.casefold()
        fitting = [one for one in cohorts if wanted in f"{one.key} {one.title}".casefold()]
        return [app_commands.Choice(name=shorten(one.title, 100), value=one.key) for one in fitting[:25]]


def _add_looking(chat: Chat, commands: app_commands.Group) -> None:
    @commands.command(name="list", description="List the applications")
    @app_commands.describe(status="Only these")
    @app_commands.choices(status=_STATUSES)
    async def list_(interaction: discord.Interaction, status: str | None = None) -> None:
        await _list(chat, interaction, status or "", 1)

    @commands.command(name="waiting", description="The waiting list in its order")
    async def waiting(interaction: discord.Interaction) -> None:
        await _list(chat, interaction, ApplicationStatus.WAITING.value, 1)

    @commands.command(name="show", description="One application: who, what selection said, what happened")
    @app_commands.describe(number="The application's number")
    async def show(interaction: discord.Interaction, number: app_commands.Range[int, 1]) -> None:
        await _show(chat, interaction, number)

    @commands.command(name="stats", description="Count the applications by status, region, income group, kind, country")
    async def stats(interaction: discord.Interaction) -> None:
        await _stats(chat, interaction)

    @commands.command(name="export", description="The applications as a CSV file, with the fields you ask for")
    @app_commands.describe(fields="Names of fields with commas; without: all that name nobody", status="Only these")
    @app_commands.choices(status=_STATUSES)
    async def export(interaction: discord.Interaction, fields: str | None = None, status: str | None = None) -> None:
        await _export(chat, interaction, fields, status)


async def _lines(chat: Chat, marathon_id: int) -> tuple[Line, ...]:
    return await application_lists.every(chat.store, marathon_id=marathon_id, incomes=income_groups())


async def _tell(chat: Chat, interaction: discord.Interaction, refusal: Refusal) -> None:
    await interaction.response.send_message(chat.explain(interaction, refusal), ephemeral=True, allowed_mentions=NOBODY)


async def _decide(
    chat: Chat, interaction: discord.Interaction, number: int, event: ApplicationEvent, reason: str
) -> None:
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    outcome = await places.settle(
        chat.store,
        marathon_id=found[0].id,
        application_id=number,
        event=event,
        reason=reason,
        now=interaction.created_at,
        actor=found[1],
        incomes=income_groups(),
    )
    if not isinstance(outcome, Settled):
        await _tell(chat, interaction, outcome)
        return
    status = chat.say(interaction, f"status-{outcome.status.value}")
    text = chat.say(interaction, "decide-done", number=str(number), status=status, next=len(outcome.offered))
    await interaction.response.send_message(text, ephemeral=True)


async def _change_cohort(chat: Chat, interaction: discord.Interaction, number: int, cohort: str, reason: str) -> None:
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    outcome = await places.change_cohort(
        chat.store,
        marathon_id=found[0].id,
        application_id=number,
        cohort=cohort,
        reason=reason,
        now=interaction.created_at,
        actor=found[1],
        incomes=income_groups(),
    )
    if not isinstance(outcome, InCohort):
        await _tell(chat, interaction, outcome)
        return
    key = "cohort-same" if outcome.before == outcome.after else "cohort-done"
    text = chat.say(interaction, key, number=str(number), cohort=escape(cohort), next=len(outcome.offered))
    await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


async def _change_capacity(
    chat: Chat, interaction: discord.Interaction, wanted: int, reason: str, cohort: str | None
) -> None:
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    outcome = await capacity.change(
        chat.store,
        marathon_id=found[0].id,
        capacity=wanted,
        cohort=cohort,
        reason=reason,
        actor=found[1],
        now=interaction.created_at,
    )
    if not isinstance(outcome, Capacity):
        await _tell(chat, interaction, outcome)
        return
    text = chat.say(interaction, "capacity-done", before=outcome.before, after=outcome.after, free=outcome.free)
    await interaction.response.send_message(text, ephemeral=True)


async def _correct_name(chat: Chat, interaction: discord.Interaction, number: int, name: str, reason: str) -> None:
    """Also after the rule froze, when the holder themself no longer can."""
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    mine = await own_applications.of_number(chat.store, number=number)
    checked = check_name(name)
    if mine is None or mine.marathon.id != found[0].id:
        await _tell(chat, interaction, UnknownApplication(number=number))
    elif not isinstance(checked, str):
        await _tell(chat, interaction, checked)
    else:
        outcome = await application_edits.edit(
            chat.store,
            marathon_id=found[0].id,
            person_id=mine.person_id,
            form=replace(mine.form, name=checked),
            now=interaction.created_at,
            actor=found[1],
            reason=reason,
        )
        if isinstance(outcome, Edited):
            text = chat.say(interaction, "name-corrected", number=str(number), name=escape(checked))
            await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)
        else:
            await _tell(chat, interaction, outcome)


async def _offer(chat: Chat, interaction: discord.Interaction) -> None:
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    offered = await places.promote(
        chat.store, marathon_id=found[0].id, now=interaction.created_at, actor=found[1], incomes=income_groups()
    )
    if isinstance(offered, tuple):
        text = chat.say(interaction, "offer-done", count=len(offered))
        await interaction.response.send_message(text, ephemeral=True)
    else:
        await _tell(chat, interaction, offered)


async def _list(chat: Chat, interaction: discord.Interaction, status: str, page: int, *, turned: bool = False) -> None:
    """One page; ``turned``: in the place of the page that the pressed button stands under."""
    found = await organiser_here(chat, interaction, *READERS)
    if found is None:
        return
    lines = [one for one in await _lines(chat, found[0].id) if status in ("", one.status.value)]
    if status == ApplicationStatus.WAITING.value:
        lines.sort(key=lambda one: one.waiting_rank or 0)
    pages = max(1, -(-len(lines) // ON_A_PAGE))
    page = min(max(1, page), pages)
    some = lines[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    rows = [_row(chat, interaction, one) for one in some] or [chat.say(interaction, "list-empty")]
    embed = discord.Embed(description=shorten("\n".join(rows), 4000), colour=COLOUR)
    embed.set_footer(text=chat.say(interaction, "list-page", page=page, pages=pages, count=len(lines)))
    earlier, later = chat.say(interaction, "list-earlier"), chat.say(interaction, "list-later")
    view = buttons(
        ActionButton("applications-page", f"{status}:{page - 1}", label=earlier, disabled=page == 1),
        ActionButton("applications-page", f"{status}:{page + 1}", label=later, disabled=page == pages),
    )
    if turned:
        await interaction.response.edit_message(embed=embed, view=view)
    else:
        await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


async def _turn(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    status, _, page = argument.partition(":")
    await _list(chat, interaction, status, int(page), turned=True)


def _row(chat: Chat, interaction: discord.Interaction, line: Line) -> str:
    rank = "" if line.waiting_rank is None else f" {line.waiting_rank}"
    status = chat.say(interaction, f"status-{line.status.value}")
    name = escape(shorten(line.name or "–", 60))
    row = f"`{line.number}` **{status}{rank}** · {name} · {line.country}"
    if line.organisation:
        row += f" · {escape(shorten(line.organisation, 60))}"
    if line.same_email:
        numbers = ", ".join(map(str, line.same_email))
        row += f" ⚠ {chat.say(interaction, 'list-same-email', numbers=numbers)}"
    return row


async def _show(chat: Chat, interaction: discord.Interaction, number: int) -> None:
    found = await organiser_here(chat, interaction, *READERS)
    if found is None:
        return
    line = next((one for one in await _lines(chat, found[0].id) if one.number == number), None)
    if line is None:
        await _tell(chat, interaction, UnknownApplication(number=number))
        return
    status = chat.say(interaction, f"status-{line.status.value}")
    embed = discord.Embed(
        title=chat.say(interaction, "show-title", number=str(number), status=status),
        description=_row(chat, interaction, line),
        colour=COLOUR,
    )
    stated = [
        line.email or "–",
        chat.say(interaction, f"kind-{line.kind}"),
        chat.say(interaction, f"function-{line.function}"),
        chat.say(interaction, f"income-{line.income.value}"),
        *(one for one in (line.gender, line.cohort) if one is not None),
        f"{line.zone}, {line.language}",
    ]
    stated_lines = "\n".join(escape(one) for one in stated)
    embed.add_field(name=chat.say(interaction, "show-statements"), value=stated_lines, inline=False)
    reasons = await application_lists.reasons_of(chat.store, marathon_id=found[0].id, number=number) or ()
    said = "\n".join(escape(one) for one in say_reasons(reasons, chat.wording, chat.language(interaction)))
    why = shorten(said, 1024) or chat.say(interaction, "show-nothing")
    embed.add_field(name=chat.say(interaction, "show-reasons"), value=why, inline=False)
    past = await proposals.history(chat.store, marathon_id=found[0].id, number=number)
    events = shorten("\n".join(_event(chat, interaction, one) for one in past[-10:]), 1024) or "–"
    embed.add_field(name=chat.say(interaction, "show-history"), value=events, inline=False)
    await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=NOBODY)


def _event(chat: Chat, interaction: discord.Interaction, one: Decided) -> str:
    status = chat.say(interaction, f"status-{one.after.value}")
    why = f": {escape(shorten(one.reason, 200))}" if one.reason else ""
    return f"{at(one.at, 'f')} {status} ({one.actor.kind.value} {escape(one.actor.id)}){why}"


async def _stats(chat: Chat, interaction: discord.Interaction) -> None:
    found = await organiser_here(chat, interaction, *READERS)
    if found is None:
        return
    figures = application_lists.count(await _lines(chat, found[0].id), who_regions())
    embed = discord.Embed(title=chat.say(interaction, "stats-title", count=figures.applications), colour=COLOUR)
    for name, counts in (
        ("status", figures.by_status),
        ("region", figures.by_region),
        ("income", figures.by_income),
        ("kind", figures.by_kind),
        ("function", figures.by_function),
        ("country", figures.by_country),
    ):
        rows = [_count(chat, interaction, name, one, number) for one, number in list(counts.items())[:ON_A_PAGE]]
        embed.add_field(name=chat.say(interaction, f"stats-{name}"), value=shorten("\n".join(rows), 1024) or "–")
    await interaction.response.send_message(embed=embed, ephemeral=True)


def _count(chat: Chat, interaction: discord.Interaction, name: str, one: str, number: int) -> str:
    return f"{one if name == 'country' else chat.say(interaction, f'{name}-{one}')}: {number}"


async def _export(chat: Chat, interaction: discord.Interaction, fields: str | None, status: str | None) -> None:
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    asked = [name.strip() for name in (fields or "").split(",") if name.strip()]
    wanted: Sequence[str] = asked or DEFAULT_FIELDS
    unknown = [name for name in wanted if name not in FIELDS]
    if unknown:
        names, known = escape(shorten(", ".join(unknown), 200)), ", ".join(FIELDS)
        text = chat.say(interaction, "export-unknown", unknown=names, fields=known)
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    lines = [one for one in await _lines(chat, found[0].id) if status in (None, one.status.value)]
    content = as_csv(lines, wanted).encode("utf-8-sig")
    file = discord.File(io.BytesIO(content), filename=f"{found[0].key}-applications.csv")
    text = chat.say(interaction, "export-done", count=len(lines), fields=", ".join(wanted))
    await interaction.followup.send(text, file=file, ephemeral=True)


HANDLERS: Mapping[str, Handler] = {"applications-page": _turn}
