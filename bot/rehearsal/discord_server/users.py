"""Users: people and the bots of applications."""

import re
from dataclasses import dataclass, field

import orjson

from bot.rehearsal.discord_server.bodies import Body, encode


@dataclass(slots=True, kw_only=True)
class User:
    """``accepts_dms`` is the person's own privacy setting: whether server members may write to them.

    ``key`` tells people of the same name apart, and is the same in every run.
    """

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    accepts_dms: bool = True
    email_verified: bool = True
    key: str = ""
    _body: Body = field(init=False, repr=False)
    fragment: orjson.Fragment = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._body = {
            "id": str(self.id),
            "username": self.name if self.bot else username_of(self.name, self.id),
            "avatar": None,
            "discriminator": f"{self.id % 9999 + 1:04}" if self.bot else "0",
            "public_flags": 0,
            "flags": 0,
            "banner": None,
            "accent_color": None,
            "global_name": None if self.bot else self.name,
            "avatar_decoration_data": None,
            "collectibles": None,
            "primary_guild": None,
        }
        if self.bot:
            self._body["bot"] = True
        self.fragment = orjson.Fragment(encode(self._body))

    def body(self) -> Body:
        return self._body

    def own_body(self) -> Body:
        """As the user itself gets it from ``GET /users/@me``."""
        return self._body | {
            "mfa_enabled": self.bot,
            "locale": self.locale,
            "premium_type": 0,
            "email": None,
            "verified": self.email_verified,
        }

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"


def username_of(name: str, identifier: int) -> str:
    """Usernames are 2 to 32 lower-case Latin letters, digits, dots and underscores; the name itself is displayed."""
    plain = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:16]
    return f"{plain or 'person'}_{identifier & 0xFFFFFFF:x}"


@dataclass(slots=True, kw_only=True)
class Application:
    """An application with its bot user. ``commands`` are keyed by guild id; None holds the global ones."""

    id: int
    name: str
    token: str
    user: User
    owner: User
    flags: int = (1 << 15) | (1 << 19)

    def partial_body(self) -> Body:
        return {"id": str(self.id), "flags": self.flags, "flags_new": str(self.flags)}

    def own_body(self, guild_count: int) -> Body:
        return {
            "id": str(self.id),
            "name": self.name,
            "icon": None,
            "description": "",
            "type": None,
            "bot": self.user.body(),
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": f"{self.id:064x}",
            "flags": self.flags,
            "flags_new": str(self.flags),
            "redirect_uris": [],
            "interactions_endpoint_url": None,
            "role_connections_verification_url": None,
            "owner": self.owner.body(),
            "approximate_guild_count": guild_count,
            "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0,
            "explicit_content_filter": 0,
            "team": None,
            "eligible_oauth2_scopes": [],
        }
