"""/applications select: a proposal, single decisions changed, approval; only then are people told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import discord

from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import acting, marathon_named, organiser_here
from bot.chat.page import COLOUR, at
from bot.chat.views.actions import ActionButton, FormHandler, Handler, buttons, form
from bot.countries import income_groups, who_regions
from sessions.domain.actors import Actor
from sessions.domain.programme import Marathon
from sessions.domain.proposals import Share
from sessions.domain.refusals import AlreadyApproved, NoProposal, Refusal, UnknownApplication
from sessions.domain.regions import shares_by_region
from sessions.services import proposals, selection, setup
from sessions.services.proposals import KeptProposal
from sessions.services.selection import Approved, Decision

SHOWN = 12
"""Lines of each part of the summary; a proposal in full is `marathon applications select --json`."""


async def select(chat: Chat, interaction: discord.Interaction, seed: str | None) -> None:
    """Makes a proposal, keeps it, and shows what it says."""
    found = await organiser_here(chat, interaction)
    if found is None:
        return
    marathon, actor = found
    await interaction.response.defer(ephemeral=True, thinking=True)
    try:
        made = await selection.propose(
            chat.store,
            marathon_id=marathon.id,
            now=interaction.created_at,
            actor=actor,
            incomes=income_groups(),
            seed=seed,
        )
    except ValueError:
        await interaction.followup.send(chat.say(interaction, "select-seed-needed"), ephemeral=True)
        return
    if isinstance(made, Refusal):
        await interaction.followup.send(await _explain(chat, interaction, marathon, made), ephemeral=True)
    elif not made.proposal.outcomes:
        await interaction.followup.send(chat.say(interaction, "select-none"), ephemeral=True)
    else:
        kept = await proposals.show(chat.store, marathon_id=marathon.id, number=made.number)
        assert kept is not None
        await interaction.followup.send(
            embed=_embed(chat, interaction, marathon, kept), view=_choices(chat, interaction, marathon, kept)
        )


def _embed(chat: Chat, interaction: discord.Interaction, marathon: Marathon, kept: KeptProposal) -> discord.Embed:
    lines = [
        chat.say(
            interaction,
            "select-summary",
            applications=len(kept.outcomes),
            offered=kept.count("offer"),
            waiting=kept.count("wait"),
            rejected=kept.count("reject"),
            days=marathon.programme.selection.offer_days,
        )
    ]
    if kept.changes:
        lines.append(chat.say(interaction, "select-changes", changes=len(kept.changes)))
    title = chat.say(interaction, "select-title", number=str(kept.number))
    embed = discord.Embed(title=title, description="\n".join(lines), colour=COLOUR)
    for name, shares, words in (
        ("region", shares_by_region(kept.summary.by_country, who_regions()), "region"),
        ("income", kept.summary.by_income, "income"),
        ("kind", kept.summary.by_kind, "kind"),
        ("country", kept.summary.by_country, None),
    ):
        embed.add_field(name=chat.say(interaction, f"select-{name}"), value=_shares(chat, interaction, shares, words))
    quotas = [
        f"{chat.say(interaction, f'select-quota-{code}', of=of or '')}: {reached}/{needed}"
        for code, of, needed, reached in kept.summary.quotas
    ]
    if quotas:
        embed.add_field(name=chat.say(interaction, "select-quotas"), value="\n".join(quotas), inline=False)
    return embed


def _shares(chat: Chat, interaction: discord.Interaction, shares: Sequence[Share], words: str | None) -> str:
    lines = [
        f"{one.name if words is None else chat.say(interaction, f'{words}-{one.name}')}: {one.chosen}/{one.applied}"
        for one in shares[:SHOWN]
    ]
    if len(shares) > SHOWN:
        lines.append(chat.say(interaction, "and-more", count=len(shares) - SHOWN))
    return shorten("\n".join(lines), 1024) or "–"


def _choices(chat: Chat, interaction: discord.Interaction, marathon: Marathon, kept: KeptProposal) -> discord.ui.View:
    argument = f"{marathon.id}:{kept.number}"
    approve, change = chat.say(interaction, "select-approve"), chat.say(interaction, "select-change")
    return buttons(
        ActionButton("select-approve", argument, label=approve, style=discord.ButtonStyle.success),
        ActionButton("select-change", argument, label=change),
    )


async def _explain(chat: Chat, interaction: discord.Interaction, marathon: Marathon, refusal: Refusal) -> str:
    """Who approved before is named as Discord shows people, not by number."""
    if isinstance(refusal, AlreadyApproved) and refusal.by.isdigit():
        account = await setup.discord_of(chat.store, int(refusal.by))
        refusal = refusal if account is None else replace(refusal, by=f"<@{account}>")
    return chat.explain(interaction, refusal)


async def _acting(chat: Chat, interaction: discord.Interaction, argument: str) -> tuple[Marathon, int, Actor]:
    marathon_id, _, number = argument.partition(":")
    marathon = await marathon_named(chat, interaction, int(marathon_id))
    person_id, _ = await setup.roles_of(chat.store, marathon.id, interaction.user.id)
    return marathon, int(number), acting(interaction, person_id)


async def _approve(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """The services check the role: the button was shown to an organiser, who may be none any more."""
    marathon, number, actor = await _acting(chat, interaction, argument)
    await interaction.response.defer(ephemeral=True, thinking=True)
    outcome = await selection.approve(
        chat.store,
        marathon_id=marathon.id,
        number=number,
        now=interaction.created_at,
        actor=actor,
        incomes=income_groups(),
    )
    if isinstance(outcome, Approved):
        text = chat.say(
            interaction,
            "select-approved",
            number=str(number),
            offered=outcome.offered,
            waiting=outcome.waiting,
            rejected=outcome.rejected,
            deadline=at(outcome.deadline),
        )
    else:
        text = await _explain(chat, interaction, marathon, outcome)
    await interaction.followup.send(text, ephemeral=True, allowed_mentions=NOBODY)


async def _ask_change(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    modal = form("select-change", argument, title=chat.say(interaction, "select-change-title"))
    options = [
        discord.SelectOption(label=chat.say(interaction, f"decision-{one.value}"), value=one.value) for one in Decision
    ]
    decision: discord.ui.Select[discord.ui.LayoutView] = discord.ui.Select(custom_id="decision", options=options)
    reason = discord.ui.TextInput[discord.ui.LayoutView](
        custom_id="reason", style=discord.TextStyle.paragraph, max_length=500
    )
    number = discord.ui.TextInput[discord.ui.LayoutView](custom_id="number", max_length=12)
    for name, component in (("number", number), ("decision", decision), ("reason", reason)):
        modal.add_item(discord.ui.Label(text=chat.say(interaction, f"select-change-{name}")[:45], component=component))
    await interaction.response.send_modal(modal)


async def _change(chat: Chat, interaction: discord.Interaction, argument: str, typed: Mapping[str, str]) -> None:
    marathon, number, actor = await _acting(chat, interaction, argument)
    wanted = typed.get("number", "").strip().lstrip("#")
    outcome: Decision | Refusal = UnknownApplication(number=int(wanted) if wanted.isdecimal() else 0)
    if wanted.isdecimal():
        outcome = await selection.change_decision(
            chat.store,
            marathon_id=marathon.id,
            number=number,
            application_id=int(wanted),
            decision=Decision(typed["decision"]),
            reason=typed.get("reason", ""),
            now=interaction.created_at,
            actor=actor,
        )
    if not isinstance(outcome, Decision):
        text = await _explain(chat, interaction, marathon, outcome)
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)
        return
    kept = await proposals.show(chat.store, marathon_id=marathon.id, number=number)
    if kept is None:
        text = chat.explain(interaction, NoProposal(number=number, newest=None))
        await interaction.response.send_message(text, ephemeral=True)
        return
    done = chat.say(
        interaction, "select-changed", application=escape(wanted), decision=outcome.value, number=str(number)
    )
    await interaction.response.send_message(
        content=done,
        embed=_embed(chat, interaction, marathon, kept),
        view=_choices(chat, interaction, marathon, kept),
        ephemeral=True,
        allowed_mentions=NOBODY,
    )


HANDLERS: Mapping[str, Handler] = {"select-approve": _approve, "select-change": _ask_change}
FORMS: Mapping[str, FormHandler] = {"select-change": _change}
