"""/completion: for organisers and approvers. Counts, one person's standing, the list and its approval, scores."""

from collections import Counter
from collections.abc import Mapping

import discord
from discord import app_commands

from bot.chat.context import NOBODY, Chat, escape, shorten
from bot.chat.find import acting, marathon_named, organiser_here
from bot.chat.page import COLOUR, at
from bot.chat.views.actions import ActionButton, Handler, buttons
from bot.completion import word_reasons
from sessions.domain.actors import Actor, Role
from sessions.domain.approvals import Approval
from sessions.domain.completion import CompletionStatus, Score
from sessions.domain.open_questions import QuestionKind
from sessions.services import approvals, scores, setup, standing
from sessions.services.approvals import Preview

READERS = (Role.ORGANISER, Role.APPROVER, Role.AUDITOR)
NEAR_SHOWN = 10


def group(chat: Chat) -> app_commands.Group:
    commands = app_commands.Group(
        name="completion",
        description="Completion, for organisers",
        guild_only=True,
        default_permissions=discord.Permissions(manage_events=True),
    )

    @commands.command(name="show", description="How many are on track, at risk, complete")
    async def show(interaction: discord.Interaction) -> None:
        await _show(chat, interaction)

    @commands.command(name="person", description="One person's standing, with reasons")
    async def person(interaction: discord.Interaction, who: discord.User) -> None:
        await _person(chat, interaction, who)

    @commands.command(name="preview", description="The list of those who completed, and who is near the line")
    @app_commands.describe(rule="Which rule; without it the first")
    async def preview(interaction: discord.Interaction, rule: str | None = None) -> None:
        await _preview(chat, interaction, rule)

    @commands.command(name="approve", description="Approve the list that another organiser prepared")
    @app_commands.describe(rule="Which rule; without it the first")
    async def approve(interaction: discord.Interaction, rule: str | None = None) -> None:
        await _ask_approval(chat, interaction, rule)

    @commands.command(name="score", description="Record a person's result in the assessment")
    @app_commands.describe(percent="0 to 100", attempt="Which attempt; the first without it")
    async def score(
        interaction: discord.Interaction,
        who: discord.User,
        percent: app_commands.Range[float, 0, 100],
        attempt: app_commands.Range[int, 1, 20] = 1,
    ) -> None:
        await _score(chat, interaction, who, percent, attempt)

    return commands


async def _show(chat: Chat, interaction: discord.Interaction) -> None:
    found = await organiser_here(chat, interaction, *READERS)
    if found is None:
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    marathon, people = await standing.everyone(chat.store, found[0].id, now=interaction.created_at)
    embed = discord.Embed(title=shorten(marathon.programme.title, 256), colour=COLOUR)
    embed.description = chat.say(interaction, "completion-people", count=len(people))
    for index, rule in enumerate(marathon.programme.completion):
        counts = Counter(person.completions[index].status for person in people)
        lines = [f"{chat.say(interaction, f'completion-{status.value}')} **{n}**" for status, n in counts.items()]
        embed.add_field(name=shorten(rule.title, 256), value="\n".join(sorted(lines)) or "–", inline=False)
    await interaction.followup.send(embed=embed, ephemeral=True, allowed_mentions=NOBODY)


async def _person(chat: Chat, interaction: discord.Interaction, who: discord.User) -> None:
    found = await organiser_here(chat, interaction, *READERS)
    if found is None:
        return
    own = await standing.own(chat.store, found[0].id, discord_id=who.id, now=interaction.created_at)
    if own.standing is None:
        await interaction.response.send_message(chat.say(interaction, "completion-no-place"), ephemeral=True)
        return
    embed = discord.Embed(title=escape(shorten(own.standing.name or who.display_name, 256)), colour=COLOUR)
    for rule, completion in zip(own.marathon.programme.completion, own.standing.completions, strict=True):
        status = chat.say(interaction, f"completion-{completion.status.value}")
        reasons = word_reasons(completion.reasons, wording=chat.wording, language=chat.language(interaction), show=at)
        embed.add_field(name=shorten(rule.title, 256), value=shorten("\n".join([status, *reasons]), 1024), inline=False)
    await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=NOBODY)


async def _preview(chat: Chat, interaction: discord.Interaction, rule: str | None) -> None:
    found = await organiser_here(chat, interaction, *READERS)
    if found is None:
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    shown = await approvals.preview(chat.store, marathon_id=found[0].id, now=interaction.created_at, rule_key=rule)
    if not isinstance(shown, Preview):
        await interaction.followup.send(chat.explain(interaction, shown), ephemeral=True, allowed_mentions=NOBODY)
        return
    prepare = ActionButton(
        "completion-prepare",
        f"{found[0].id}:{shown.present.rule.key}",
        label=chat.say(interaction, "completion-prepare"),
        style=discord.ButtonStyle.primary,
    )
    embed = _embed(chat, interaction, shown)
    await interaction.followup.send(embed=embed, view=buttons(prepare), ephemeral=True, allowed_mentions=NOBODY)


def _embed(chat: Chat, interaction: discord.Interaction, shown: Preview) -> discord.Embed:
    counts = Counter(person.completions[shown.index].status for person in shown.people)
    lines = [
        f"{chat.say(interaction, f'completion-{status.value}')} **{counts[status]}**"
        for status in CompletionStatus
        if counts[status]
    ]
    near = [
        escape(person.name or str(person.place.person_id))
        for person in shown.people
        if person.completions[shown.index].status is CompletionStatus.AT_RISK
    ]
    embed = discord.Embed(title=shorten(shown.present.rule.title, 256), colour=COLOUR)
    embed.description = "\n".join(lines) or "–"
    if near:
        names = ", ".join(near[:NEAR_SHOWN]) + ("…" if len(near) > NEAR_SHOWN else "")
        embed.add_field(name=chat.say(interaction, "completion-near"), value=shorten(names, 1024), inline=False)
    if shown.questions:
        appealed = sum(one.kind is QuestionKind.APPEAL for one in shown.questions)
        text = chat.say(interaction, "completion-open-text", appeals=appealed, reviews=len(shown.questions) - appealed)
        embed.add_field(name=chat.say(interaction, "completion-open"), value=text, inline=False)
    embed.add_field(
        name=chat.say(interaction, "completion-last"), value=_say_last(chat, interaction, shown.last), inline=False
    )
    return embed


def _say_last(chat: Chat, interaction: discord.Interaction, last: Approval | None) -> str:
    if last is None:
        return chat.say(interaction, "completion-list-none")
    state = "fallen" if last.fallen is not None else "waiting" if last.approved is None else "approved"
    return chat.say(
        interaction, f"completion-list-{state}", number=last.number, people=len(last.people), hash=last.list_hash[:16]
    )


async def _prepare(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    marathon_id, _, rule = argument.partition(":")
    actor = await _actor(chat, interaction, int(marathon_id))
    await interaction.response.defer(ephemeral=True, thinking=True)
    made = await approvals.prepare(
        chat.store, marathon_id=int(marathon_id), now=interaction.created_at, actor=actor, rule_key=rule
    )
    if not isinstance(made, Approval):
        await interaction.followup.send(chat.explain(interaction, made), ephemeral=True, allowed_mentions=NOBODY)
        return
    text = chat.say(
        interaction, "completion-prepared", number=made.number, people=len(made.people), hash=made.list_hash
    )
    await interaction.followup.send(text, ephemeral=True)


async def _ask_approval(chat: Chat, interaction: discord.Interaction, rule: str | None) -> None:
    found = await organiser_here(chat, interaction, Role.APPROVER)
    if found is None:
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    shown = await approvals.preview(chat.store, marathon_id=found[0].id, now=interaction.created_at, rule_key=rule)
    if not isinstance(shown, Preview):
        await interaction.followup.send(chat.explain(interaction, shown), ephemeral=True, allowed_mentions=NOBODY)
        return
    embed = _embed(chat, interaction, shown)
    if shown.last is None:
        await interaction.followup.send(embed=embed, ephemeral=True, allowed_mentions=NOBODY)
        return
    confirm = ActionButton(
        "completion-approve",
        f"{found[0].id}:{shown.last.number}",
        label=chat.say(interaction, "completion-approve", number=shown.last.number),
        style=discord.ButtonStyle.success,
    )
    await interaction.followup.send(embed=embed, view=buttons(confirm), ephemeral=True, allowed_mentions=NOBODY)


async def _approve(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    marathon_id, _, number = argument.partition(":")
    actor = await _actor(chat, interaction, int(marathon_id))
    await interaction.response.defer(ephemeral=True, thinking=True)
    done = await approvals.approve(
        chat.store, marathon_id=int(marathon_id), number=int(number), now=interaction.created_at, actor=actor
    )
    if isinstance(done, Approval):
        text = chat.say(interaction, "completion-approved", number=done.number, people=len(done.people))
    else:
        text = chat.explain(interaction, done)
    await interaction.followup.send(text, ephemeral=True, allowed_mentions=NOBODY)


async def _score(chat: Chat, interaction: discord.Interaction, who: discord.User, percent: float, attempt: int) -> None:
    found = await organiser_here(chat, interaction, Role.ORGANISER, Role.APPROVER)
    if found is None:
        return
    done = await scores.record(
        chat.store,
        marathon_id=found[0].id,
        discord_id=who.id,
        percent=percent,
        attempt=attempt,
        now=interaction.created_at,
        actor=found[1],
    )
    if isinstance(done, Score):
        text = chat.say(interaction, "completion-scored", percent=done.percent, attempt=done.attempt)
    else:
        text = chat.explain(interaction, done)
    await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


async def _actor(chat: Chat, interaction: discord.Interaction, marathon_id: int) -> Actor:
    """Who presses; whether they may is for the service to say."""
    marathon = await marathon_named(chat, interaction, marathon_id)
    person_id, _ = await setup.roles_of(chat.store, marathon.id, interaction.user.id)
    return acting(interaction, person_id)


HANDLERS: Mapping[str, Handler] = {"completion-prepare": _prepare, "completion-approve": _approve}
