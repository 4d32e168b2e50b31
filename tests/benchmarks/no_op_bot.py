"""A discord.py client that answers every click with one line: what the library alone costs.

python -m tests.benchmarks.no_op_bot API_URL GATEWAY_URL TOKEN
"""

import asyncio
import sys

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route


class Panel(discord.ui.View):
    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Check in", custom_id="checkin:1:1")
    async def check_in(self, interaction: discord.Interaction, _: discord.ui.Button["Panel"]) -> None:
        await interaction.response.send_message("You are in.", ephemeral=True)


class NoOpBot(discord.Client):
    async def setup_hook(self) -> None:
        self.add_view(Panel())

    async def on_ready(self) -> None:
        await self.guilds[0].text_channels[0].send("Check in here", view=Panel())


async def run(api_url: str, gateway_url: str, token: str) -> None:
    Route.BASE = api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)
    connector = aiohttp.TCPConnector(limit=100)
    async with NoOpBot(intents=discord.Intents.default(), connector=connector, guild_ready_timeout=0.1) as client:
        await client.start(token)


if __name__ == "__main__":
    asyncio.run(run(*sys.argv[1:4]))
