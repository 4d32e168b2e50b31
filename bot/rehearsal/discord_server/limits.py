"""Discord's limits on how often: what is allowed, counted in real seconds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Real seconds and counts. The defaults are generous: nothing a well-behaved bot does meets them.

    ``per_route`` overrides allowances by bucket name: (requests, seconds).
    """

    per_route: tuple[tuple[str, int, float], ...] = ()
    default_allowance: tuple[int, float] = (100_000, 1.0)
    global_per_second: int | None = None
    invalid_requests: int = 10_000
    invalid_window: float = 600.0
    reply_seconds: float = 3.0
    thinking_seconds: float = 30.0
    token_seconds: float = 900.0
    nonce_seconds: float = 180.0
    dm_openings: int | None = None
    dm_window: float = 600.0
    heartbeat_seconds: float = 41.25
    resume_seconds: float = 300.0
    gateway_sends: tuple[int, float] = (120, 60.0)
    identifies: int = 1000
    shards: int = 1
    """Shards that a bot is advised to use."""
    identify_concurrency: int = 16


GENEROUS = Limits()

# Discord publishes the global and the invalid-request limits ("Rate limits"); the others are what bots observe in the
# headers and may change there at any time.
DISCORDS_OWN = Limits(
    per_route=(
        ("create_message", 5, 5.0),
        ("update_message", 5, 5.0),
        ("delete_message", 5, 1.0),
        ("bulk_delete_messages", 1, 1.0),
        ("reactions", 1, 0.25),
        ("update_channel", 5, 15.0),
        ("member_roles", 10, 10.0),
        ("update_guild_member", 10, 10.0),
        ("list_guild_members", 10, 10.0),
        ("create_guild_role", 250, 172_800.0),
        ("create_dm", 10, 10.0),
        ("scheduled_events", 5, 10.0),
        ("application_commands", 20, 60.0),
        ("webhook_messages", 5, 2.0),
        ("interaction_callback", 100_000, 1.0),
    ),
    default_allowance=(30, 10.0),
    global_per_second=50,
    dm_openings=60,
)
