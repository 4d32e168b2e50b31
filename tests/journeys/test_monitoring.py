"""What a monitoring system sees of a running bot: figures after somebody was answered, and that the gateway is gone."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from bot.app import Installation
from bot.clock import CourseClock
from bot.rehearsal.discord_server import LocalDiscord

NOW = datetime(2025, 9, 9, 12, 0, tzinfo=UTC)
TOKEN = "a-token-to-be-watched"


async def read(http: aiohttp.ClientSession, url: str) -> tuple[int, str]:
    async with http.get(url) as answer:
        return answer.status, await answer.text()


async def test_figures_and_health_of_a_running_bot(tmp_path: Path) -> None:
    discord = LocalDiscord(clock=CourseClock(NOW))
    await discord.start()
    application = discord.add_application(token=TOKEN, name="Marathon")
    olga = discord.add_person(name="Olga")
    guild = discord.add_guild(name="Hub", owner=olga, bot=application)
    installation = await Installation.open(f"sqlite:///{tmp_path / 'marathon.db'}", clock=CourseClock(NOW))
    async with aiohttp.ClientSession() as http:
        try:
            port = await installation.start_monitoring("127.0.0.1", 0)
            await installation.start_bot(TOKEN, api_url=discord.api_url)
            place = f"http://127.0.0.1:{port}"
            reply = await olga.slash(guild, "me")
            await discord.wait_idle()
            status, figures = await read(http, f"{place}/metrics")
            well = await read(http, f"{place}/health")
            await discord.stop()
            async with asyncio.timeout(20):
                while (ill := await read(http, f"{place}/health"))[0] == 200:
                    assert reply.text
                    await asyncio.sleep(0.05)
        finally:
            await installation.close()
    assert status == 200
    assert 'marathon_interactions_total{kind="command"} 1.0' in figures
    assert 'marathon_interaction_answer_seconds_count{kind="command"} 1.0' in figures
    assert "marathon_gateway_up 1.0" in figures
    assert "marathon_interactions_unanswered 0.0" in figures
    assert (well[0], '"ready": true' in well[1]) == (200, True)
    assert (ill[0], "not connected to Discord" in ill[1], '"database": "ok"' in ill[1]) == (503, True, True)
