"""Discord's errors as values that can be raised: HTTP status, JSON error code, message, nested field errors.

Source: Discord's "Opcodes and status codes", table "JSON error codes".
"""

from bot.rehearsal.discord_server.bodies import Body


class DiscordError(Exception):
    """A request that Discord refuses. ``errors`` is the nested tree of form errors of code 50035."""

    def __init__(self, status: int, code: int, message: str, errors: Body | None = None) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> Body:
        body: Body = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        return body


def unauthorized() -> DiscordError:
    return DiscordError(401, 0, "401: Unauthorized")


def not_found() -> DiscordError:
    return DiscordError(404, 0, "404: Not Found")


def method_not_allowed() -> DiscordError:
    return DiscordError(405, 0, "405: Method Not Allowed")


UNKNOWN = {
    "application": 10002,
    "channel": 10003,
    "guild": 10004,
    "member": 10007,
    "message": 10008,
    "overwrite": 10009,
    "role": 10011,
    "user": 10013,
    "emoji": 10014,
    "webhook": 10015,
    "session": 10020,
    "ban": 10026,
    "interaction": 10062,
    "application command": 10063,
    "voice state": 10065,
    "application command permissions": 10066,
    "stage instance": 10067,
    "guild scheduled event": 10070,
}


def unknown(noun: str) -> DiscordError:
    """404 for something that is not there, e.g. ``unknown("channel")``."""
    return DiscordError(404, UNKNOWN[noun], f"Unknown {noun.title() if noun != 'guild scheduled event' else noun}")


def missing_access() -> DiscordError:
    return DiscordError(403, 50001, "Missing Access")


def missing_permissions() -> DiscordError:
    return DiscordError(403, 50013, "Missing Permissions")


def cannot_message_user() -> DiscordError:
    return DiscordError(403, 50007, "Cannot send messages to this user")


def too_many_direct_messages() -> DiscordError:
    return DiscordError(403, 40003, "You are opening direct messages too fast")


def empty_message() -> DiscordError:
    return DiscordError(400, 50006, "Cannot send an empty message")


def already_acknowledged() -> DiscordError:
    return DiscordError(400, 40060, "Interaction has already been acknowledged.")


def invalid_webhook_token() -> DiscordError:
    return DiscordError(401, 50027, "Invalid Webhook Token")


def invalid_form(errors: Body) -> DiscordError:
    return DiscordError(400, 50035, "Invalid Form Body", errors)


def invalid_json() -> DiscordError:
    return DiscordError(400, 50109, "The request body contains invalid JSON.")


def not_the_author() -> DiscordError:
    return DiscordError(403, 50005, "Cannot edit a message authored by another user")


def wrong_channel_type() -> DiscordError:
    return DiscordError(400, 50024, "Cannot execute action on this channel type")


def too_many(code: int, what: str, limit: int) -> DiscordError:
    return DiscordError(400, code, f"Maximum number of {what} reached ({limit})")
