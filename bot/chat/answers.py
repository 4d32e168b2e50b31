"""The shortest answer to an interaction: one sentence for one person.

In a storm only so many are on their way at a time, which leaves connections to whatever else is to be said. Whoever
waited for more than three seconds is passed over: Discord has told them that it failed and would refuse the answer,
which would only make others late too. What they did is kept, and a second press says so.
"""

import asyncio
import logging

import discord
from discord.http import Route
from discord.webhook.async_ import async_context

AT_ONCE = 80
PATIENCE = 3.0
"""Seconds."""
_MESSAGE = 4
"""The callback "channel message with source"."""
_EPHEMERAL = 1 << 6
_HEARD = "heard"

logger = logging.getLogger(__name__)


def note_heard(interaction: discord.Interaction) -> None:
    """By now its three seconds have begun."""
    interaction.extras[_HEARD] = asyncio.get_running_loop().time()


class Answers:
    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def tell(self, interaction: discord.Interaction, text: str) -> None:
        """Tells the person, nobody else. Discord is not asked for the message that it makes of it. HTTPException."""
        async with self._turns:
            waited = asyncio.get_running_loop().time() - float(interaction.extras.get(_HEARD, float("inf")))
            if waited > PATIENCE:
                logger.info("interaction %s waited %.1f s and is passed over", interaction.id, waited)
                return
            await self._send(interaction, text)

    async def _send(self, interaction: discord.Interaction, text: str) -> None:
        route = Route(
            "POST",
            "/interactions/{webhook_id}/{webhook_token}/callback",
            webhook_id=interaction.id,
            webhook_token=interaction.token,
        )
        said = {"content": text, "flags": _EPHEMERAL, "allowed_mentions": {"parse": []}}
        session = interaction.followup.session
        await async_context.get().request(route, session=session, payload={"type": _MESSAGE, "data": said})
