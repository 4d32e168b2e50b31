"""/setup: binds a marathon to this guild; preview first, then channels and roles are made, chosen or repaired."""

from collections.abc import Mapping
from dataclasses import dataclass

import discord
from discord import app_commands

from bot.chat.context import Chat
from bot.chat.find import acting, choose_marathon, marathon_named, suggest_marathons
from bot.chat.views.actions import ActionButton, buttons
from sessions.domain.actors import Role
from sessions.domain.programme import Marathon
from sessions.services import programmes, setup

CHOSEN = ("role:participant", "role:organiser", *setup.CHANNELS)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Per purpose: what is kept, what is chosen by the organiser, what must be made."""

    kept: Mapping[str, int]
    chosen: Mapping[str, int]
    made: tuple[str, ...]


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
    ) -> None:
        found = await choose_marathon(chat, interaction, marathon)
        if found is None or interaction.guild is None:
            return
        given = (participant, organiser, announcements, sessions, desk)
        chosen = {purpose: one.id for purpose, one in zip(CHOSEN, given, strict=True) if one is not None}
        plan = await _plan(chat, interaction.guild, found, chosen)
        await _preview(chat, interaction, found, plan)

    setup_.autocomplete("marathon")(suggest_marathons(chat))
    return setup_


async def _plan(chat: Chat, guild: discord.Guild, marathon: Marathon, chosen: Mapping[str, int]) -> _Plan:
    bound = await setup.bindings(chat.store, marathon.id)
    wanted = setup.purposes([cohort.key for cohort in marathon.programme.cohorts])
    there = {purpose: id_ for purpose, id_ in bound.items() if purpose in wanted and _exists(guild, purpose, id_)}
    kept = {purpose: id_ for purpose, id_ in there.items() if purpose not in chosen}
    return _Plan(kept=kept, chosen=chosen, made=tuple(one for one in wanted if one not in kept and one not in chosen))


def _exists(guild: discord.Guild, purpose: str, id_: int) -> bool:
    return (guild.get_role(id_) if purpose.startswith("role:") else guild.get_channel(id_)) is not None


async def _preview(chat: Chat, interaction: discord.Interaction, marathon: Marathon, plan: _Plan) -> None:
    lines = [chat.say(interaction, "setup-kept", what=_mention(purpose, id_)) for purpose, id_ in plan.kept.items()]
    lines += [
        chat.say(interaction, "setup-chosen", what=_mention(purpose, id_)) for purpose, id_ in plan.chosen.items()
    ]
    lines += [chat.say(interaction, "setup-made", what=_name(marathon, purpose)) for purpose in plan.made]
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
    plan = await _plan(chat, guild, marathon, _unpack(packed))
    have = {**plan.kept, **plan.chosen}
    for purpose in plan.made:
        have[purpose] = await _make(guild, marathon, purpose, have)
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


async def _make(guild: discord.Guild, marathon: Marathon, purpose: str, have: Mapping[str, int]) -> int:
    name = _name(marathon, purpose)
    reason = f"Marathon {marathon.key}"
    if purpose.startswith("role:"):
        allowed = discord.Permissions(manage_events=True) if purpose == "role:organiser" else discord.Permissions.none()
        return (await guild.create_role(name=name, permissions=allowed, mentionable=False, reason=reason)).id
    channel = await guild.create_text_channel(name, overwrites=_overwrites(guild, purpose, have), reason=reason)
    return channel.id


def _overwrites(
    guild: discord.Guild, purpose: str, have: Mapping[str, int]
) -> dict[discord.Role | discord.Member | discord.Object, discord.PermissionOverwrite]:
    """Announcements are for everybody to read; sessions for those with a place; the desk for organisers."""
    speak = discord.PermissionOverwrite(view_channel=True, send_messages=True, read_message_history=True)
    read = discord.PermissionOverwrite(view_channel=True, send_messages=False, read_message_history=True)
    hidden = discord.PermissionOverwrite(view_channel=False)
    everyone = read if purpose == "channel:announcements" else hidden
    overwrites: dict[discord.Role | discord.Member | discord.Object, discord.PermissionOverwrite] = {
        guild.default_role: everyone,
        guild.me: discord.PermissionOverwrite(
            view_channel=True, send_messages=True, embed_links=True, read_message_history=True, mention_everyone=True
        ),
        discord.Object(have["role:organiser"], type=discord.Role): speak,
    }
    if purpose == "channel:sessions":
        overwrites[discord.Object(have["role:participant"], type=discord.Role)] = read
    return overwrites


def _name(marathon: Marathon, purpose: str) -> str:
    """What is made is named after the marathon, so that several live side by side in one guild."""
    return f"{marathon.key}-{purpose.partition(':')[2].replace(':', '-')}"[:100]


def _mention(purpose: str, id_: int) -> str:
    return f"<@&{id_}>" if purpose.startswith("role:") else f"<#{id_}>"


def _pack(chosen: Mapping[str, int]) -> str:
    """The chosen ids in base 36, so that five of them fit into a custom_id."""
    return ".".join(_to_base36(chosen.get(purpose, 0)) for purpose in CHOSEN)


def _unpack(packed: str) -> dict[str, int]:
    ids = [int(one or "0", 36) for one in packed.split(".")]
    return {purpose: id_ for purpose, id_ in zip(CHOSEN, ids, strict=True) if id_}


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
