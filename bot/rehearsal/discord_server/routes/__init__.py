"""The REST routes, one file a noun."""

from bot.rehearsal.discord_server.calls import Route
from bot.rehearsal.discord_server.routes import (
    applications,
    channels,
    commands,
    guilds,
    interactions,
    members,
    messages,
    roles,
    scheduled_events,
    stages,
    users,
    webhooks,
)

ALL: tuple[Route, ...] = tuple(
    route
    for noun in (
        applications,
        channels,
        commands,
        guilds,
        interactions,
        members,
        messages,
        roles,
        scheduled_events,
        stages,
        users,
        webhooks,
    )
    for route in noun.routes.all
)
