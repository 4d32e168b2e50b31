"""Sessions: what is missed is replayed, what is invalid begins anew, streams are compressed."""

import asyncio
import zlib
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any

import aiohttp
import discord
import orjson
import pytest
import zstandard

from bot.clock import CourseClock
from bot.rehearsal.discord_server import Faults, Limits
from tests.bot.rehearsal.discord_server.bare_bot import NOW, TOKEN, BareBot, a_bot, a_scene

GUILDS, MEMBERS, MESSAGES, CONTENT = 1, 2, 512, 1 << 15


class RawClient:
    """A websocket client that only knows bytes."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def send(self, op: int, body: Any) -> None:
        await self.socket.send_str(orjson.dumps({"op": op, "d": body}).decode())

    async def receive(self) -> dict[str, Any]:
        payload: dict[str, Any] = orjson.loads(await self.socket.receive_str(timeout=5))
        return payload

    async def until(self, event: str) -> list[dict[str, Any]]:
        """Every dispatch up to the event, which is the last one."""
        found: list[dict[str, Any]] = []
        while not found or found[-1]["t"] != event:
            payload = await self.receive()
            if payload["op"] == 0:
                found.append(payload)
        return found

    async def identify(self, intents: int) -> list[dict[str, Any]]:
        await self.receive()
        await self.send(2, {"token": TOKEN, "intents": intents, "properties": {}, "large_threshold": 50})
        return await self.until("GUILD_CREATE")


async def test_resuming_replays_what_was_missed_and_then_says_so() -> None:
    async with a_scene() as scene, aiohttp.ClientSession() as http:
        async with http.ws_connect(scene.server.gateway_url) as socket:
            ready, *_ = await RawClient(socket).identify(GUILDS | MEMBERS)
            await socket.close(code=4000)
        zoe = scene.server.add_person(name="Zoë")
        await zoe.join(scene.guild)
        assert not scene.server.idle
        async with http.ws_connect(ready["d"]["resume_gateway_url"]) as socket:
            client = RawClient(socket)
            await client.receive()
            await client.send(6, {"token": TOKEN, "session_id": ready["d"]["session_id"], "seq": 2})
            replayed = await client.until("RESUMED")
            await scene.server.wait_idle()
            assert [(one["t"], one["s"], one["d"].get("user", {}).get("global_name")) for one in replayed] == [
                ("GUILD_MEMBER_ADD", 3, "Zoë"),
                ("RESUMED", 4, None),
            ]


@pytest.mark.parametrize(
    ("session_id", "sequence"), [("nobody", 1), ("own", 99)], ids=["unknown session", "sequence from the future"]
)
async def test_a_session_that_cannot_be_resumed_is_invalid(session_id: str, sequence: int) -> None:
    async with a_scene() as scene, aiohttp.ClientSession() as http:
        async with http.ws_connect(scene.server.gateway_url) as socket:
            ready, *_ = await RawClient(socket).identify(GUILDS)
            await socket.close(code=4000)
        own = ready["d"]["session_id"] if session_id == "own" else session_id
        async with http.ws_connect(scene.server.gateway_url) as socket:
            client = RawClient(socket)
            await client.receive()
            await client.send(6, {"token": TOKEN, "session_id": own, "seq": sequence})
            assert await client.receive() == {"op": 9, "d": False, "s": None, "t": None}


async def test_what_a_heartbeat_has_acknowledged_is_not_kept() -> None:
    async with a_scene() as scene, aiohttp.ClientSession() as http:
        async with http.ws_connect(scene.server.gateway_url) as socket:
            client = RawClient(socket)
            ready, *_ = await client.identify(GUILDS)
            await client.send(1, 2)
            assert (await client.receive())["op"] == 11
            await socket.close(code=4000)
        for sequence, answer in ((2, [(0, "RESUMED")]), (1, [(9, None)])):
            async with http.ws_connect(scene.server.gateway_url) as socket:
                client = RawClient(socket)
                await client.receive()
                await client.send(6, {"token": TOKEN, "session_id": ready["d"]["session_id"], "seq": sequence})
                told = await client.receive()
                assert [(told["op"], told["t"])] == answer
                await socket.close(code=4000)


@pytest.mark.parametrize(
    ("op", "body", "code"),
    [
        (2, {"token": "wrong", "intents": 1, "properties": {}}, 4004),
        (8, {"guild_id": "1", "query": "", "limit": 0}, 4003),
    ],
    ids=["wrong token", "asking before identifying"],
)
async def test_strangers_are_shown_out(op: int, body: dict[str, Any], code: int) -> None:
    async with (
        a_scene() as scene,
        aiohttp.ClientSession() as http,
        http.ws_connect(scene.server.gateway_url) as socket,
    ):
        client = RawClient(socket)
        await client.receive()
        await client.send(op, body)
        closing = await socket.receive(timeout=5)
        assert (closing.type, closing.data) == (aiohttp.WSMsgType.CLOSE, code)


@pytest.mark.parametrize("name", ["zlib-stream", "zstd-stream"])
async def test_streams_are_compressed_over_the_whole_connection(name: str) -> None:
    async with (
        a_scene() as scene,
        aiohttp.ClientSession() as http,
        http.ws_connect(f"{scene.server.gateway_url}?compress={name}") as socket,
    ):
        zlib_stream, zstd_stream = zlib.decompressobj(), zstandard.ZstdDecompressor().decompressobj()
        stream = zlib_stream if name == "zlib-stream" else zstd_stream
        hello = orjson.loads(stream.decompress(await socket.receive_bytes(timeout=5)))
        await RawClient(socket).send(1, None)
        beat = orjson.loads(stream.decompress(await socket.receive_bytes(timeout=5)))
        assert (hello["d"], beat["op"]) == ({"heartbeat_interval": 41250}, 11)


async def test_a_client_without_heartbeats_is_timed_out() -> None:
    async with (
        a_scene(limits=Limits(heartbeat_seconds=0.05)) as scene,
        aiohttp.ClientSession() as http,
        http.ws_connect(scene.server.gateway_url) as socket,
    ):
        await RawClient(socket).identify(GUILDS)
        closing = await socket.receive(timeout=5)
        assert (closing.type, closing.data) == (aiohttp.WSMsgType.CLOSE, 4009)


async def test_large_guilds_send_their_members_in_chunks_on_request() -> None:
    async with a_scene() as scene:
        for number in range(1200):
            await scene.server.add_person(name=f"Person {number}").join(scene.guild)
        async with aiohttp.ClientSession() as http, http.ws_connect(scene.server.gateway_url) as socket:
            client = RawClient(socket)
            guild = (await client.identify(GUILDS | MEMBERS))[-1]["d"]
            await client.send(8, {"guild_id": str(scene.guild.id), "query": "", "limit": 0, "nonce": "n"})
            chunks = [(await client.until("GUILD_MEMBERS_CHUNK"))[-1]["d"] for _ in range(2)]
            assert (guild["large"], guild["member_count"], len(guild["members"])) == (True, 1204, 1)
            assert [(len(chunk["members"]), chunk["chunk_index"], chunk["nonce"]) for chunk in chunks] == [
                (1000, 0, "n"),
                (204, 1, "n"),
            ]


async def identify_as(client: RawClient, shard: object) -> None:
    await client.receive()
    await client.send(2, {"token": TOKEN, "intents": GUILDS, "properties": {}, "shard": shard})


async def test_a_shard_hears_of_its_guilds_and_the_first_of_direct_messages() -> None:
    clock = CourseClock(NOW)
    async with a_scene(limits=Limits(shards=3), clock=clock) as scene, AsyncExitStack() as stack:
        guilds = [scene.guild]
        for number in range(8):
            clock.move_to(NOW + timedelta(milliseconds=number + 1))
            guilds.append(scene.server.add_guild(name=f"Hub {number}", owner=scene.olga, bot=scene.application))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        heard: list[tuple[object, list[str]]] = []
        shards = [
            RawClient(await stack.enter_async_context(http.ws_connect(scene.server.gateway_url))) for _ in range(3)
        ]
        for number, client in enumerate(shards):
            await identify_as(client, [number, 3])
            ready = (await client.until("READY"))[0]["d"]
            heard.append((ready["shard"], [guild["id"] for guild in ready["guilds"]]))
        expected = [[str(guild.id) for guild in guilds if (guild.id >> 22) % 3 == number] for number in range(3)]
        assert [len(share) for share in expected] == [3, 3, 3]
        assert heard == [([number, 3], expected[number]) for number in range(3)]
        for guild in guilds:
            scene.server.add_channel(guild, "news")
        told = [
            [(await client.until("CHANNEL_CREATE"))[-1]["d"]["guild_id"] for _ in expected[number]]
            for number, client in enumerate(shards)
        ]
        assert told == expected


@pytest.mark.parametrize("shard", [[3, 3], [-1, 2], ["0", 1], "0/1"], ids=str)
async def test_a_shard_that_cannot_be_is_refused(shard: object) -> None:
    async with (
        a_scene() as scene,
        aiohttp.ClientSession() as http,
        http.ws_connect(scene.server.gateway_url) as socket,
    ):
        await identify_as(RawClient(socket), shard)
        await socket.receive(timeout=5)
        assert socket.close_code == 4010


async def test_the_advice_on_shards_is_given() -> None:
    async with a_scene(limits=Limits(shards=3, identify_concurrency=2)) as scene, aiohttp.ClientSession() as http:
        headers = {"Authorization": f"Bot {TOKEN}"}
        async with http.get(f"{scene.server.api_url}/gateway/bot", headers=headers) as answer:
            advice = await answer.json()
    assert (advice["shards"], advice["session_start_limit"]["max_concurrency"]) == (3, 2)


@pytest.mark.parametrize("intents", [MESSAGES, MESSAGES | CONTENT], ids=["without content intent", "with it"])
async def test_the_text_of_others_needs_the_content_intent(intents: int) -> None:
    async with (
        a_scene() as scene,
        aiohttp.ClientSession() as http,
        http.ws_connect(scene.server.gateway_url) as socket,
    ):
        client = RawClient(socket)
        await client.identify(GUILDS | intents)
        await scene.ana.say(scene.guild, "Guten Tag")
        said = (await client.until("MESSAGE_CREATE"))[-1]["d"]
        assert said["content"] == ("Guten Tag" if intents & CONTENT else "")


def with_note(bot: BareBot) -> None:
    @discord.app_commands.command(name="note", description="Notes")
    async def note(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("noted", ephemeral=True)

    bot.tree.add_command(note)


@pytest.mark.parametrize(
    "faults",
    [Faults(drop=1.0), Faults(reconnect=1.0), Faults(late=1.0, late_seconds=0.05), Faults(duplicate=1.0)],
    ids=["dropped", "asked to reconnect", "late", "twice"],
)
async def test_a_real_client_answers_through_a_broken_gateway(faults: Faults) -> None:
    async with a_scene(faults=faults) as scene, a_bot(scene.server, with_note) as bot:
        reply = await scene.ana.slash(scene.guild, "note")
        if faults.drop or faults.reconnect:
            await asyncio.wait_for(bot.resumed.wait(), 5)
        await scene.server.wait_idle()
        noted = [one.content for one in scene.server.received if one.person_id == scene.ana.id]
        assert (reply.text, noted) == ("noted", ["noted"])


async def test_an_invalid_session_loses_the_act_and_the_client_begins_anew() -> None:
    faults = Faults(drop=1.0, invalid_session=True)
    async with (
        a_scene(faults=faults, limits=Limits(reply_seconds=0.3)) as scene,
        a_bot(scene.server, with_note) as bot,
    ):
        bot.arrived.clear()
        lost = await scene.ana.slash(scene.guild, "note")
        await asyncio.wait_for(bot.arrived.wait(), 20)
        again = await scene.ana.slash(scene.guild, "note")
        assert (lost.failed, again.text) == (True, "noted")
