"""Channels and roles ("Create guild channel", "Create guild role")."""

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.channels import ChannelType
from bot.rehearsal.discord_server.validation.form import Form

MOST_CHANNELS = 500
MOST_ROLES = 250
_KINDS = (
    ChannelType.TEXT,
    ChannelType.VOICE,
    ChannelType.CATEGORY,
    ChannelType.ANNOUNCEMENT,
    ChannelType.STAGE,
    ChannelType.FORUM,
)


def check_channel(body: Body, *, new: bool, channels: int = 0) -> None:
    form = Form()
    form.text(("name",), body.get("name"), least=1, most=100, required=new)
    form.text(("topic",), body.get("topic"), most=4096 if body.get("type") == ChannelType.FORUM else 1024)
    form.number(("rate_limit_per_user",), body.get("rate_limit_per_user"), least=0, most=21600)
    form.number(("bitrate",), body.get("bitrate"), least=8000, most=384000)
    form.number(("user_limit",), body.get("user_limit"), least=0, most=10000)
    if new:
        form.choice(("type",), body.get("type") or 0, [int(kind) for kind in _KINDS])
    form.raise_if_wrong()
    if new and channels >= MOST_CHANNELS:
        raise errors.too_many(30013, "server channels", MOST_CHANNELS)


def check_role(body: Body, *, new: bool, roles: int = 0) -> None:
    form = Form()
    form.text(("name",), body.get("name"), most=100)
    form.number(("color",), body.get("color"), least=0, most=0xFFFFFF)
    form.raise_if_wrong()
    if new and roles >= MOST_ROLES:
        raise errors.too_many(30005, "guild roles", MOST_ROLES)
