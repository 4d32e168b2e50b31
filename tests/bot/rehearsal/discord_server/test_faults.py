"""Failing on purpose: every fault happens, ends, and is the same for the same seed."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import aiohttp
import pytest

from bot.clock import CourseClock
from bot.rehearsal.discord_server import FAULT_PROFILES, Faults, Permission
from bot.rehearsal.discord_server.faults import EventFault, RestFault
from tests.bot.rehearsal.discord_server.bare_bot import NOW, a_bot, a_scene
from tests.bot.rehearsal.discord_server.raw import RawBot, a_raw_bot
from tests.bot.rehearsal.discord_server.test_gateway import with_note


@pytest.mark.parametrize(
    ("kind", "faults"),
    [
        (RestFault.RATE_LIMIT, Faults(seed=7, attempts=2, rate_limit=0.25)),
        (RestFault.SERVER_ERROR, Faults(seed=7, attempts=2, server_error=0.25)),
        (RestFault.SERVER_ERROR_AFTER, Faults(seed=7, attempts=2, server_error_after=0.25)),
        (RestFault.SLOW, Faults(seed=7, attempts=2, slow=0.25)),
        (RestFault.RESET_BEFORE, Faults(seed=7, attempts=2, reset_before=0.25)),
        (RestFault.RESET_AFTER, Faults(seed=7, attempts=2, reset_after=0.25)),
    ],
)
def test_shares_are_kept_and_attempts_end(kind: RestFault, faults: Faults) -> None:
    drawn = Counter(faults.rest_fault(f"key {number}", 1) for number in range(4000))
    assert set(drawn) == {None, kind}
    assert 900 < drawn[kind] < 1100
    assert {faults.rest_fault(f"key {number}", 3) for number in range(4000)} == {None}


def test_the_same_seed_fails_the_same_and_another_one_otherwise() -> None:
    def failing(seed: int) -> list[EventFault | None]:
        return [Faults(seed=seed, late=0.5).event_fault(f"key {number}", 1) for number in range(64)]

    assert failing(1) == failing(1)
    assert failing(1) != failing(2)


def test_every_profile_does_something() -> None:
    idle = [name for name, faults in FAULT_PROFILES.items() if faults == Faults(attempts=faults.attempts)]
    assert idle == []


async def say(bot: RawBot, channel_id: int, nonce: str) -> int | str:
    """The status, or the name of what went wrong with the connection."""
    body = {"content": "a", "nonce": nonce, "enforce_nonce": True}
    try:
        return (await bot.call("POST", f"/channels/{channel_id}/messages", body)).status
    except aiohttp.ClientError as problem:
        return type(problem).__name__


@pytest.mark.parametrize(
    ("faults", "first", "said"),
    [
        (Faults(rate_limit=1.0), 429, 0),
        (Faults(server_error=1.0), 502, 0),
        (Faults(server_error_after=1.0), 502, 1),
        (Faults(reset_before=1.0), "ServerDisconnectedError", 0),
        (Faults(reset_after=1.0), "ServerDisconnectedError", 1),
        (Faults(slow=1.0, slow_seconds=0.05), 200, 1),
    ],
    ids=["429", "5xx before the effect", "5xx after it", "reset before the effect", "reset after it", "slow"],
)
async def test_a_request_goes_wrong_once_and_its_effect_happens_once(
    faults: Faults, first: int | str, said: int
) -> None:
    async with a_scene(faults=faults) as scene, a_raw_bot(scene.server) as bot:
        channel = scene.guild.channel("general").id
        outcome, after_one = await say(bot, channel, "n1"), len(scene.server.received)
        assert (outcome, after_one, await say(bot, channel, "n1"), len(scene.server.received)) == (first, said, 200, 1)


async def test_what_fails_does_not_depend_on_the_order_of_arrival() -> None:
    async def failed(nonces: list[str]) -> set[str]:
        async with a_scene(faults=Faults(seed=3, server_error=0.5)) as scene, a_raw_bot(scene.server) as bot:
            channel = scene.guild.channel("general").id
            answers = await asyncio.gather(*(say(bot, channel, nonce) for nonce in nonces))
            return {nonce for nonce, answer in zip(nonces, answers, strict=True) if answer == 502}

    nonces = [f"delivery {number}" for number in range(40)]
    forwards, backwards = await failed(nonces), await failed(nonces[::-1])
    assert forwards == backwards
    assert 0 < len(forwards) < 40


@pytest.mark.parametrize("name", ["rate-limits", "server-errors", "slow-answers"])
async def test_discord_py_gets_through_what_it_retries(name: str) -> None:
    faults = replace(FAULT_PROFILES[name], slow_seconds=0.05, retry_after=0.02, server_error_after=0.0)
    async with a_scene(faults=faults) as scene, a_bot(scene.server, with_note):
        people = [scene.olga, scene.ana, scene.ben]
        replies = await asyncio.gather(*(person.slash(scene.guild, "note") for person in people))
        assert [reply.text for reply in replies] == ["noted"] * 3


async def test_members_leave_with_an_act_of_theirs() -> None:
    async with a_scene(faults=Faults(leaves=1.0)) as scene, a_bot(scene.server, with_note):
        for _ in range(3):
            if scene.ana.id in scene.guild.members:
                await scene.ana.slash(scene.guild, "note")
        assert scene.ana.id not in scene.guild.members
        assert [(damage.what, damage.name) for damage in scene.server.damages] == [("member-leaves", "Ána Ñandú")]


async def test_a_channel_is_deleted_under_the_bot() -> None:
    async with a_scene(faults=Faults(channel_deleted=2)) as scene, a_raw_bot(scene.server) as bot:
        general, news = scene.guild.channel("general").id, scene.server.add_channel(scene.guild, "news").id
        outcomes = [await say(bot, channel, str(number)) for number, channel in enumerate([general, news] * 3)]
        assert outcomes == [200, 200, 200, 404, 200, 404]
        assert [(damage.what, damage.name) for damage in scene.server.damages] == [("channel-deleted", "news")]


async def test_permissions_are_taken_and_given_back() -> None:
    faults = Faults(permissions_taken=2, heals_after=2, targets=("general",))
    async with a_scene(faults=faults) as scene, a_raw_bot(scene.server) as bot:
        channel = scene.guild.channel("general").id
        assert [await say(bot, channel, str(number)) for number in range(5)] == [200, 403, 403, 200, 200]
        assert [damage.what for damage in scene.server.damages] == ["permissions-taken", "permissions-given-back"]


async def test_a_role_is_deleted_under_the_bot() -> None:
    async with a_scene(faults=Faults(role_deleted=2)) as scene, a_raw_bot(scene.server) as bot:
        role = scene.server.add_role(scene.guild, "Participant", Permission.VIEW_CHANNEL)
        path = f"/guilds/{scene.guild.id}/members/{{}}/roles/{role.id}"
        given = [(await bot.call("PUT", path.format(person.id))).status for person in (scene.ana, scene.ben)]
        assert (given, scene.ana.role_names(scene.guild)) == ([204, 404], set())


async def test_what_fails_does_not_depend_on_the_ids_in_a_body() -> None:
    async def failed(now: datetime) -> list[int]:
        faults = Faults(seed=3, server_error_after=0.5)
        async with a_scene(faults=faults, clock=CourseClock(now)) as scene, a_raw_bot(scene.server) as bot:
            channel, path = scene.guild.channel("general").id, f"/guilds/{scene.guild.id}/channels"
            bodies = [{"name": f"a-{number}", "topic": f"See <#{channel}>"} for number in range(12)]
            return [(await bot.call("POST", path, body)).status for body in bodies]

    first, later = await failed(NOW), await failed(NOW + timedelta(days=1, milliseconds=7))
    assert first == later
    assert set(first) == {201, 502}
