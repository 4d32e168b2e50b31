"""A rehearsal: a marathon from announcement to completion, with the real bot and simulated people."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial

from bot.app import Installation
from bot.clock import CourseClock
from bot.refusals import explain
from bot.rehearsal.discord_server import Channel, LocalDiscord, Reply
from bot.rehearsal.participants import Participant, find, if_possible, insist
from bot.rehearsal.people import answer_to_offer, cast, clicks, moment_to_apply
from bot.rehearsal.show import Plan, Rehearsal
from bot.rehearsal.stage import Stage
from bot.rehearsal.summary import Summary, summarise
from sessions.domain.actors import Actor, ActorKind
from sessions.domain.moments import resolve
from sessions.domain.programme import Programme, SessionStatus
from sessions.domain.refusals import Refusal
from sessions.services import programmes
from sessions.services.programmes import Planned
from sessions.storage.verification import Disagreement, verify

TOKEN = "rehearsal.token.of-no-use-anywhere-else"
OPERATOR = Actor(ActorKind.OPERATOR, "rehearsal")
DMS_PER_SECOND = 1000.0
"""Course time waits for nobody: the pace of direct messages is real time, and the local Discord is generous."""
BEFORE_OPENING = timedelta(days=1)
SELECTION_AFTER = timedelta(days=1)
BETWEEN_LOOKS = timedelta(hours=12)
"""How often people look at their direct messages."""
WELCOME = timedelta(hours=2)
"""How long before the first session nobody else takes a place."""


class RehearsalError(Exception):
    """The rehearsal cannot go on; the message is the sentence to show."""


Passed = Callable[[datetime], None]


def opening(programme: Programme) -> tuple[datetime, datetime]:
    """When applications open and close: as the programme says, else the six weeks to one week before it starts."""
    first = resolve(programme.sessions[0].wall, programme.sessions[0].zone)
    assert isinstance(first, datetime)
    opens = programme.applications.opens or first - timedelta(weeks=6)
    closes = programme.applications.closes or first - timedelta(weeks=1)
    return opens, closes


@asynccontextmanager
async def raise_curtain(plan: Plan) -> AsyncIterator[Rehearsal]:
    """A local Discord with a guild and an organiser, the real bot logged in, the web face on a free port."""
    opens, _ = opening(plan.programme)
    clock = CourseClock(opens - BEFORE_OPENING, speed=plan.speed)
    discord = LocalDiscord(clock=clock, seed=plan.seed, traffic_log=plan.traffic_log, faults=plan.faults)
    await discord.start()
    installation: Installation | None = None
    try:
        application = discord.add_application(token=TOKEN, name="Marathon")
        organiser = discord.add_person(name="Organiser")
        guild = discord.add_guild(name=plan.programme.organiser[:100], owner=organiser, bot=application)
        # Ten weeks of nights within half a minute would verify the record seventy times: it is done once, at the end.
        installation = await Installation.open(plan.database_url, clock=clock, public_url=None, nights=False)
        port = await installation.start_web("127.0.0.1", 0)
        await installation.start_bot(TOKEN, api_url=discord.api_url, dms_per_second=DMS_PER_SECOND)
        stage = Stage(clock=clock, discord=discord, installation=installation)
        yield Rehearsal(
            plan=plan,
            discord=discord,
            installation=installation,
            stage=stage,
            guild=guild,
            organiser=organiser,
            web_url=f"http://127.0.0.1:{port}",
        )
    finally:
        if installation is not None:
            await installation.close()
        await discord.stop()


async def rehearse(show: Rehearsal, *, passed: Passed) -> Summary:
    """The whole marathon. ``passed`` is told each course moment as it comes."""
    began = time.monotonic()
    show.stage.between = partial(_repair, show)
    await _prepare(show)
    await _fill(show, passed)
    await _meet(show, passed)
    verified = await show.installation.store.read(verify)
    if isinstance(verified, Disagreement):
        raise RehearsalError(verified.sentence)
    return await summarise(show, wall_seconds=time.monotonic() - began)


async def _prepare(show: Rehearsal) -> None:
    """The organiser takes the programme in, sets the guild up and announces, each with preview and confirmation."""
    planned = await programmes.take(
        show.installation.store, show.plan.programme, actor=OPERATOR, now=show.stage.clock.now()
    )
    if not isinstance(planned, Planned):
        raise RehearsalError(_say(show, planned))
    show.marathon, show.sessions = planned.marathon, planned.sessions
    preview = await _ask(show, "setup", marathon=planned.marathon.key)
    done = await _press(show, preview, "do:1:setup:")
    opens, _ = opening(show.plan.programme)
    await show.stage.play(opens, passed=lambda _: None)
    asked = await _press(show, done, "do:1:announce-preview:")
    await _press(show, asked, "do:1:announce:")


async def _ask(show: Rehearsal, command: str, **options: object) -> Reply:
    """The organiser runs a command, and once more when Discord says that it failed, as anybody would."""
    return await insist(lambda: show.organiser.slash(show.guild, command, **options))


async def _press(show: Rehearsal, reply: Reply, prefix: str) -> Reply:
    """The organiser presses a button of an answer and waits until everything it caused has happened."""
    await show.stage.rest()
    message, button = reply.message, find(reply.message, prefix)
    if message is None or button is None:
        raise RehearsalError(f"the organiser expected a button {prefix}… and was told: {reply.text or reply.kind}")
    pressed = await insist(lambda: show.organiser.click(message, button))
    await show.stage.rest()
    return pressed


async def _repair(show: Rehearsal) -> None:
    """When somebody broke something in the guild, the organiser runs /setup again, which makes it anew."""
    damages = len(show.discord.damages)
    if damages == show.repaired:
        return
    show.repaired = damages
    preview = await _ask(show, "setup")
    await _press(show, preview, "do:1:setup:")


async def _fill(show: Rehearsal, passed: Passed) -> None:
    """People apply while applications are open; the organiser has places proposed and approves; offers are answered,
    some are not, and places that free go to the waiting list."""
    opens, closes = opening(show.plan.programme)
    for character in cast(show.plan.seed, show.plan.participants):
        participant = Participant(show.discord, show.guild, character, show.told)
        show.participants.append(participant)
        show.stage.at(
            moment_to_apply(show.plan.seed, character, opens, closes), partial(if_possible, participant.apply)
        )
    await show.stage.play(closes + SELECTION_AFTER, passed=passed)
    preview = await _ask(show, "applications select")
    if show.participants:
        await _press(show, preview, "do:1:select-approve:")
    first = min(session.start for session in show.sessions)
    look = show.stage.clock.now()
    while show.participants and (look := look + BETWEEN_LOOKS) < first:
        show.stage.at(look, partial(_answer_offers, show))
    await show.stage.play(first - WELCOME, passed=passed)


async def _answer_offers(show: Rehearsal) -> None:
    """Everybody looks at their messages and does with an offer what is theirs to do."""
    contested = len(show.participants) > show.plan.programme.selection.capacity
    async with asyncio.TaskGroup() as group:
        for participant in show.participants:
            answer, looks = answer_to_offer(show.plan.seed, participant.character, contested=contested)
            group.create_task(participant.answer_offer(answer, looks))


async def _meet(show: Rehearsal, passed: Passed) -> None:
    """The sessions, as each person's temperament has it, until the completion notice is out."""
    rule = show.plan.programme.attendance
    held = [session for session in show.sessions if session.status is SessionStatus.PLANNED]
    for participant in show.participants:
        for index, session in enumerate(held):
            moments = clicks(show.plan.seed, participant.character, session, index, rule.check_in_closes_after)
            for moment in moments:
                show.stage.at(moment, partial(if_possible, partial(participant.check_in, session.id)))
    last = max(session.end for session in held)
    for participant in show.participants[:: max(1, len(show.participants) // 20)]:
        show.stage.at(last + timedelta(hours=2), partial(if_possible, participant.look))
    for command in ("marathon", "programme show", "completion show"):
        show.stage.at(last + timedelta(hours=3), partial(_look, show, command))
    show.stage.at(last + timedelta(hours=3), partial(_look, show, "attendance show", number=held[0].number))
    await show.stage.play(last + rule.check_in_closes_after + timedelta(hours=6), passed=passed)


async def _look(show: Rehearsal, command: str, **options: object) -> None:
    await _ask(show, command, **options)


def channel_of(show: Rehearsal, purpose: str) -> Channel:
    """The channel that the bot made for this purpose."""
    name = f"{show.plan.programme.key}-{purpose}"
    return next(channel for channel in show.guild.channels.values() if channel.name == name)


def _say(show: Rehearsal, refusal: Refusal) -> str:
    return explain(refusal, show.installation.wording, "en", show=lambda moment: f"{moment:%Y-%m-%d %H:%M}")
