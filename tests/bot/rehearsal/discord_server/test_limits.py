"""How often: headers, buckets, the global limit, the ban, direct messages, nonces."""

import pytest

from bot.rehearsal.discord_server import DISCORDS_OWN, Limits
from tests.bot.rehearsal.discord_server.bare_bot import a_bot, a_scene
from tests.bot.rehearsal.discord_server.raw import a_raw_bot


async def test_every_answer_carries_its_bucket() -> None:
    async with a_scene(limits=DISCORDS_OWN) as scene, a_raw_bot(scene.server) as bot:
        general = scene.guild.channel("general").id
        answers = [await bot.call("POST", f"/channels/{general}/messages", {"content": "a"}) for _ in range(2)]
        headers = [answer.headers for answer in answers]
        assert [(one["X-RateLimit-Limit"], one["X-RateLimit-Remaining"]) for one in headers] == [("5", "4"), ("5", "3")]
        assert headers[0]["X-RateLimit-Bucket"] == headers[1]["X-RateLimit-Bucket"]
        assert 4.0 < float(headers[1]["X-RateLimit-Reset-After"]) <= 5.0
        assert headers[0]["Content-Type"] == "application/json"


async def test_an_empty_bucket_is_refused_for_its_own_channel_only() -> None:
    async with (
        a_scene(limits=Limits(per_route=(("create_message", 1, 60.0),))) as scene,
        a_raw_bot(scene.server) as bot,
    ):
        one, other = scene.guild.channel("general").id, scene.server.add_channel(scene.guild, "news").id
        said = [
            await bot.call("POST", f"/channels/{channel}/messages", {"content": "a"}) for channel in (one, one, other)
        ]
        assert [answer.status for answer in said] == [200, 429, 200]
        refused = said[1]
        assert (refused.body["global"], refused.headers["Via"], refused.headers["X-RateLimit-Scope"]) == (
            False,
            "1.1 local",
            "user",
        )
        assert 59 < refused.body["retry_after"] <= 60


async def test_discord_py_waits_for_its_bucket_and_is_never_refused() -> None:
    limits = Limits(per_route=(("create_message", 2, 0.2),))
    async with a_scene(limits=limits) as scene, a_bot(scene.server) as bot:
        for number in range(5):
            await bot.general.send(str(number))
        assert [one.content for one in scene.server.received] == ["0", "1", "2", "3", "4"]


async def test_the_global_limit_is_for_everything_but_interactions() -> None:
    async with a_scene(limits=Limits(global_per_second=3)) as scene, a_raw_bot(scene.server) as bot:
        answers = [await bot.call("GET", "/users/@me") for _ in range(4)]
        outside = await bot.call("POST", "/interactions/1/token/callback", {"type": 4})
        assert [answer.status for answer in answers] == [200, 200, 200, 429]
        assert (answers[3].body["global"], answers[3].headers["X-RateLimit-Global"]) == (True, "true")
        assert (outside.status, outside.body["code"]) == (404, 10062)


async def test_too_many_invalid_requests_shut_the_address_out() -> None:
    async with a_scene(limits=Limits(invalid_requests=3)) as scene, a_raw_bot(scene.server) as bot:
        answers = [await bot.call("GET", "/users/@me", token="Bot wrong") for _ in range(3)]
        banned = await bot.call("GET", "/users/@me")
        assert [answer.status for answer in answers] == [401, 401, 401]
        assert (banned.status, banned.body, "Via" in banned.headers) == (429, "error code: 1015", False)


async def test_too_many_direct_messages_opened_are_refused() -> None:
    async with a_scene(limits=Limits(dm_openings=1)) as scene, a_raw_bot(scene.server) as bot:
        first = await bot.call("POST", "/users/@me/channels", {"recipient_id": str(scene.ana.id)})
        again = await bot.call("POST", "/users/@me/channels", {"recipient_id": str(scene.ana.id)})
        other = await bot.refusal("POST", "/users/@me/channels", {"recipient_id": str(scene.ben.id)})
        assert (first.status, again.body["id"], other) == (200, first.body["id"], (403, 40003))


async def test_who_accepts_no_direct_messages_gets_none() -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        opened = await bot.call("POST", "/users/@me/channels", {"recipient_id": str(scene.ben.id)})
        refused = await bot.refusal("POST", f"/channels/{opened.body['id']}/messages", {"content": "hello"})
        assert (refused, scene.ben.direct_messages) == ((403, 50007), [])


@pytest.mark.parametrize("enforced", [True, False])
async def test_an_enforced_nonce_is_said_once(enforced: bool) -> None:
    async with a_scene() as scene, a_raw_bot(scene.server) as bot:
        path = f"/channels/{scene.guild.channel('general').id}/messages"
        body = {"content": "a", "nonce": "delivery-1", "enforce_nonce": enforced}
        first, second = [await bot.call("POST", path, body) for _ in range(2)]
        assert (first.body["id"] == second.body["id"], len(scene.server.received)) == (enforced, 1 if enforced else 2)


async def test_a_nonce_is_forgotten_after_its_window() -> None:
    async with a_scene(limits=Limits(nonce_seconds=0.0)) as scene, a_raw_bot(scene.server) as bot:
        path = f"/channels/{scene.guild.channel('general').id}/messages"
        body = {"content": "a", "nonce": "delivery-1", "enforce_nonce": True}
        assert [(await bot.call("POST", path, body)).status for _ in range(2)] == [200, 200]
        assert [one.nonce for one in scene.server.received] == ["delivery-1", "delivery-1"]
