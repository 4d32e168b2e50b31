"""Interactions: what a person did and how the bot answered (Discord's "Receiving and responding")."""

import asyncio
from dataclasses import dataclass, field
from enum import IntEnum

from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.channels import Channel
from bot.rehearsal.discord_server.guilds import Guild, Member
from bot.rehearsal.discord_server.messages import Message
from bot.rehearsal.discord_server.users import Application, User


class InteractionType(IntEnum):
    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL_SUBMIT = 5


class CallbackType(IntEnum):
    PONG = 1
    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE_MESSAGE = 7
    AUTOCOMPLETE = 8
    MODAL = 9


class State(IntEnum):
    WAITING = 0
    THINKING = 1
    ANSWERED = 2
    FAILED = 3


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Interaction:
    """``began`` and the deadlines are real seconds of the event loop.

    ``acknowledged`` is done at the bot's callback or when three seconds have passed; ``answered`` when the person sees
    something that is not "thinking".
    """

    id: int
    token: str
    kind: InteractionType
    application: Application
    user: User
    member: Member | None
    guild: Guild | None
    channel: Channel
    data: Body
    began: float
    acknowledged: asyncio.Future[None]
    answered: asyncio.Future[None]
    message: Message | None = None
    parent: "Interaction | None" = None
    name: str = ""
    key: str = ""
    state: State = State.WAITING
    callback: CallbackType | None = None
    original: Message | None = None
    modal: Body | None = None
    choices: list[Body] | None = None
    followups: list[Message] = field(default_factory=list)
    deferred_flags: int = 0
    was_deferred: bool = False
    answered_at: float | None = None
    acknowledged_at: float | None = None
    timer: asyncio.TimerHandle | None = None

    def __repr__(self) -> str:
        return f"<Interaction {self.name!r} of {self.user.name!r}, {self.state.name}>"

    def metadata(self) -> Body:
        """``interaction_metadata`` of the messages that answer it."""
        owners = {"0": str(self.guild.id) if self.guild is not None else "0"}
        body: Body = {
            "id": str(self.id),
            "type": int(self.kind),
            "user": self.user.body(),
            "authorizing_integration_owners": owners,
        }
        if self.kind is InteractionType.COMPONENT and self.message is not None:
            body["interacted_message_id"] = str(self.message.id)
        if self.kind is InteractionType.MODAL_SUBMIT and self.parent is not None:
            body["triggering_interaction_metadata"] = self.parent.metadata()
        return body
