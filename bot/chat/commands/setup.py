"""/setup: binds a marathon to this guild; preview first, then channels and roles are made, chosen or repaired."""

from collections.abc import Mapping

import discord
from discord import app_commands

from bot.chat.context import Chat
from bot.chat.find import acting, choose_marathon, marathon_named, suggest_marathons
from bot.chat.guild import GuildPlan, known_guild, make_guild, name_of, plan_guild
from bot.chat.views.actions import ActionButton, buttons
from sessions.domain.actors import Role
from sessions.domain.programme import Marathon
from sessions.services import programmes, setup

CHOSEN = ("role:participant", "role:organiser", *setup.CHANNELS, "channel:voice")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def command(chat: Chat) -> app_commands.Command[discord.app_commands.Group, ..., None]:
    @app_commands.command(
        name="setup", description="Bind a marathon to this server: channels and roles, with a preview"
    )
    @app_commands.describe(
        marathon="Which marathon; may be left out where there is only one",
        announcements="An existing channel for announcements",
        sessions="An existing channel for sessions",
        desk="An existing channel for the organisers",
        participant="An existing role for participants",
        organiser="An existing role for organisers",
        voice="The voice or stage channel of the sessions, where presence is recorded",
    )
    @app_commands.guild_only()
    @app_commands.default_permissions(manage_guild=True)
    async def setup_(
        interaction: discord.Interaction,
        marathon: str | None = None,
        announcements: discord.TextChannel | None = None,
        sessions: discord.TextChannel | None = None,
        desk: discord.TextChannel | None = None,
        participant: discord.Role | None = None,
        organiser: discord.Role | None = None,
        voice: discord.VoiceChannel | discord.StageChannel | None = None,
    ) -> None:
        found = await choose_marathon(chat, interaction, marathon)
        if found is None or interaction.guild is None:
            return
        given = (participant, organiser, announcements, sessions, desk, voice)
        chosen = {purpose: one.id for purpose, one in zip(CHOSEN, given, strict=True) if one is not None}
        plan = plan_guild(known_guild(interaction.guild), found, await setup.bindings(chat.store, found.id), chosen)
        await _preview(chat, interaction, found, plan)

    setup_.autocomplete("marathon")(suggest_marathons(chat))
    return setup_


async def _preview(chat: Chat, interaction: discord.Interaction, marathon: Marathon, plan: GuildPlan) -> None:
    lines = [chat.say(interaction, "setup-kept", what=_mention(purpose, id_)) for purpose, id_ in plan.kept.items()]
    lines += [
        chat.say(interaction, "setup-chosen", what=_mention(purpose, id_)) for purpose, id_ in plan.chosen.items()
    ]
    lines += [chat.say(interaction, "setup-made", what=name_of(marathon, purpose)) for purpose in plan.made]
    embed = discord.Embed(
        title=chat.say(interaction, "setup-title", title=marathon.programme.title)[:256], description="\n".join(lines)
    )
    argument = f"{marathon.id}:{_pack(plan.chosen)}"
    confirm = ActionButton(
        "setup", argument, label=chat.say(interaction, "setup-confirm"), style=discord.ButtonStyle.success
    )
    await interaction.response.send_message(embed=embed, view=buttons(confirm), ephemeral=True)


async def confirm(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """Makes what is missing, binds everything, and makes the person an organiser."""
    guild, member = interaction.guild, interaction.user
    if guild is None or not isinstance(member, discord.Member) or not interaction.permissions.manage_guild:
        await interaction.response.send_message(chat.say(interaction, "error-not-allowed"), ephemeral=True)
        return
    marathon_id, _, packed = argument.partition(":")
    marathon = await marathon_named(chat, interaction, int(marathon_id))
    await interaction.response.defer(ephemeral=True, thinking=True)
    plan = plan_guild(known_guild(guild), marathon, await setup.bindings(chat.store, marathon.id), _unpack(packed))
    have = await make_guild(guild, marathon, plan)
    actor = acting(interaction, None)
    now = interaction.created_at
    outcome = await setup.bind(chat.store, marathon.id, guild_id=guild.id, made=have, actor=actor, now=now)
    if not isinstance(outcome, setup.Bound):
        await interaction.followup.send(chat.explain(interaction, outcome), ephemeral=True)
        return
    for role in (Role.ORGANISER, Role.APPROVER):
        await setup.grant(chat.store, marathon.id, discord_id=member.id, role=role, actor=actor, now=now)
    await member.add_roles(discord.Object(have["role:organiser"]), reason=f"Marathon {marathon.key}")
    await interaction.followup.send(
        chat.say(interaction, "setup-done", made=len(plan.made), kept=len(plan.kept)),
        view=buttons(
            ActionButton(
                "announce-preview",
                str(marathon.id),
                label=chat.say(interaction, "announce-button"),
                style=discord.ButtonStyle.primary,
            )
        ),
        ephemeral=True,
    )


def _mention(purpose: str, id_: int) -> str:
    return f"<@&{id_}>" if purpose.startswith("role:") else f"<#{id_}>"


def _pack(chosen: Mapping[str, int]) -> str:
    """The chosen ids in base 36, so that six of them fit into a custom_id."""
    return ".".join(_to_base36(chosen.get(purpose, 0)) for purpose in CHOSEN)


def _unpack(packed: str) -> dict[str, int]:
    ids = [int(one or "0", 36) for one in packed.split(".")]
    return {purpose: id_ for purpose, id_ in zip(CHOSEN, ids, strict=False) if id_}  # older buttons name five


def _to_base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits


async def preview_announcement(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    """Says whom the announcement reaches, before it does."""
    marathon = await marathon_named(chat, interaction, int(argument))
    bound = await setup.bindings(chat.store, marathon.id)
    members = interaction.guild.member_count if interaction.guild else None
    planned = await programmes.show(chat.store, marathon.id)
    text = chat.say(
        interaction,
        "announce-preview",
        channel=f"<#{bound.get('channel:announcements', 0)}>",
        members=members or 0,
        sessions=len(planned.sessions),
    )
    confirm_ = ActionButton(
        "announce", argument, label=chat.say(interaction, "announce-confirm"), style=discord.ButtonStyle.success
    )
    await interaction.response.send_message(text, view=buttons(confirm_), ephemeral=True)


async def announce(chat: Chat, interaction: discord.Interaction, argument: str) -> None:
    marathon = await marathon_named(chat, interaction, int(argument))
    person_id, roles = await setup.roles_of(chat.store, marathon.id, interaction.user.id)
    if Role.ORGANISER not in roles:
        await interaction.response.send_message(chat.say(interaction, "error-not-allowed"), ephemeral=True)
        return
    actor = acting(interaction, person_id)
    outcome = await programmes.announce(chat.store, marathon.id, actor=actor, now=interaction.created_at)
    if isinstance(outcome, programmes.Planned):
        text = chat.say(interaction, "announce-done")
    else:
        text = chat.explain(interaction, outcome)
    await interaction.response.send_message(text, ephemeral=True)
