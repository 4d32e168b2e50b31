"""`marathon setup`: binds a marathon to a Discord server from the command line, with a preview."""

from typing import Annotated

import aiohttp
import typer

from bot.chat.client import TokenRefused
from bot.chat.guild import GuildPlan, name_of
from bot.chat.guild_door import GuildDoor, GuildForbidden, GuildUnknown, open_guild
from bot.clock import SystemClock
from bot.commandline.failures import output, stop
from bot.commandline.invocation import invocation, open_store, refuse
from bot.commandline.programme_commands import find_marathon
from sessions.domain.actors import Role
from sessions.domain.programme import Marathon
from sessions.services import setup
from sessions.storage.store import Store


def register(app: typer.Typer) -> None:
    app.command("setup")(setup_)


async def setup_(
    guild: Annotated[int, typer.Option(help="The server's id: right-click its name, Copy Server ID.")],
    organiser: Annotated[int | None, typer.Option(help="A Discord user id who becomes organiser and approver.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; for scripts.")] = False,
) -> None:
    """Bind a marathon to a Discord server: channels and roles, shown first, made after a yes.

    Run it again to repair what was deleted.
    """
    settings = invocation().settings()
    if settings.discord_token is None:
        stop("There is no Discord token: set MARATHON_DISCORD_TOKEN, then `marathon doctor` says what else is missing.")
    token = settings.discord_token.get_secret_value()
    async with open_store() as store:
        marathon = await find_marathon(store)
        try:
            async with open_guild(token, guild, api_url=settings.discord_api_url) as door:
                await _set_up(store, marathon, door, guild, organiser, yes=yes)
        except TokenRefused:
            stop("Discord refuses the token: make a new one at https://discord.com/developers.")
        except GuildUnknown:
            stop(f"The bot is in no server with the id {guild}. Invite it first: the README has the address.")
        except GuildForbidden as error:
            stop(f"Discord does not let the bot do this ({error}). It needs Manage Roles and Manage Channels there.")
        except (aiohttp.ClientError, TimeoutError) as error:
            stop(f"Discord cannot be reached ({type(error).__name__}). Check the network, then start again.")


async def _set_up(
    store: Store, marathon: Marathon, door: GuildDoor, guild: int, organiser: int | None, *, yes: bool
) -> None:
    plan = await door.plan(marathon, await setup.bindings(store, marathon.id), {})
    _show(marathon, door.name, plan)
    if not yes and not typer.confirm("Go on?"):
        stop("Nothing was changed.")
    made = await door.make(marathon, plan)
    actor, now = invocation().actor(), SystemClock().now()
    outcome = await setup.bind(store, marathon.id, guild_id=guild, made=made, actor=actor, now=now)
    if not isinstance(outcome, setup.Bound):
        refuse(outcome)
    if organiser is not None:
        for role in (Role.ORGANISER, Role.APPROVER):
            await setup.grant(store, marathon.id, discord_id=organiser, role=role, actor=actor, now=now)
        if not await door.give_role(organiser, made["role:organiser"]):
            output.print(f"{organiser} is not in the server yet; the role can be given there later.", markup=False)
    output.print(f"{marathon.key} is set up in {door.name}. Nothing has been announced.", markup=False)


def _show(marathon: Marathon, guild: str, plan: GuildPlan) -> None:
    output.print(f"{marathon.programme.title} in {guild}:", markup=False)
    for purpose in plan.kept:
        output.print(f"  stays    {purpose}", markup=False)
    for purpose in plan.made:
        output.print(f"  is made  {name_of(marathon, purpose)}", markup=False)
    if not plan.made:
        output.print("  nothing has to be made", markup=False)
