"""What a person sees after they did something, and how they find buttons and fields in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.rehearsal.discord_server.bodies import Body
from bot.rehearsal.discord_server.components import INTERACTIVE, ComponentType, texts, walk
from bot.rehearsal.discord_server.interactions import CallbackType, Interaction, State
from bot.rehearsal.discord_server.messages import Message


class ReplyKind(StrEnum):
    """``DEFERRED`` is a bot that said "thinking" and then nothing; ``ACKNOWLEDGED`` one that changed nothing."""

    MESSAGE = "message"
    MODAL = "modal"
    UPDATE = "update"
    DEFERRED = "deferred"
    ACKNOWLEDGED = "acknowledged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    name: str
    value: str | int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a form. ``options`` are (label, value) of selects."""

    label: str
    custom_id: str
    kind: ComponentType
    required: bool
    component: Body

    @property
    def options(self) -> list[tuple[str, str]]:
        return [(option["label"], option["value"]) for option in self.component.get("options") or ()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal:
    """A form as the person sees it."""

    interaction: Interaction
    title: str
    custom_id: str
    components: list[Body]

    @property
    def fields(self) -> list[Field]:
        return list(_fields(self.components))

    def field(self, name: str) -> Field:
        """By custom id or label; ``LookupError`` names those that are there."""
        for field in self.fields:
            if name in (field.custom_id, field.label):
                return field
        raise LookupError(f"no field {name!r} in {self.title!r}: {[field.label for field in self.fields]}")


def _fields(components: list[Body]) -> Iterator[Field]:
    for component in components:
        inner = component.get("component") or next(iter(component.get("components") or ()), None)
        if inner is None:
            continue
        yield Field(
            label=component.get("label") or inner.get("label") or "",
            custom_id=inner["custom_id"],
            kind=ComponentType(inner["type"]),
            required=bool(inner.get("required", True)),
            component=inner,
        )


class Reply:
    """The answer to one act of a person; it goes on changing while the bot edits and follows up."""

    def __init__(self, interaction: Interaction) -> None:
        self.interaction = interaction

    @property
    def kind(self) -> ReplyKind:
        interaction = self.interaction
        if interaction.state is State.FAILED:
            return ReplyKind.FAILED
        if interaction.modal is not None:
            return ReplyKind.MODAL
        if interaction.state is State.THINKING:
            silent = interaction.callback is CallbackType.DEFERRED_UPDATE
            return ReplyKind.ACKNOWLEDGED if silent else ReplyKind.DEFERRED
        if interaction.callback is CallbackType.UPDATE_MESSAGE:
            return ReplyKind.UPDATE
        if interaction.callback is CallbackType.DEFERRED_UPDATE:
            return ReplyKind.MESSAGE if interaction.followups else ReplyKind.UPDATE
        return ReplyKind.MESSAGE

    @property
    def failed(self) -> bool:
        return self.kind is ReplyKind.FAILED

    @property
    def message(self) -> Message | None:
        """The answer itself; after a silent defer, the first followup."""
        interaction = self.interaction
        if interaction.callback is CallbackType.DEFERRED_UPDATE and interaction.followups:
            return interaction.followups[0]
        return interaction.original

    @property
    def text(self) -> str:
        """Everything that can be read in the answer, embeds and text displays included."""
        return "" if self.message is None else visible_text(self.message)

    @property
    def modal(self) -> Modal | None:
        modal = self.interaction.modal
        if modal is None:
            return None
        return Modal(
            interaction=self.interaction,
            title=modal["title"],
            custom_id=modal["custom_id"],
            components=modal["components"],
        )

    @property
    def followups(self) -> list[Message]:
        return self.interaction.followups

    @property
    def ephemeral(self) -> bool:
        return self.message is not None and self.message.is_ephemeral

    @property
    def deferred(self) -> bool:
        return self.interaction.was_deferred

    @property
    def elapsed(self) -> float:
        """Real seconds until the person saw that the bot had heard them."""
        at = self.interaction.acknowledged_at
        return float("inf") if at is None else at - self.interaction.began

    @property
    def answered_after(self) -> float:
        """Real seconds until the person saw the answer."""
        at = self.interaction.answered_at
        return float("inf") if at is None else at - self.interaction.began

    def __repr__(self) -> str:
        return f"<Reply {self.kind} {self.text[:80]!r} after {self.elapsed:.3f} s>"


def visible_text(message: Message) -> str:
    parts = [message.content, *texts(message.components)]
    for embed in message.embeds:
        parts += [embed.get("title") or "", embed.get("description") or ""]
        for field in embed.get("fields") or ():
            parts += [field["name"], field["value"]]
        parts.append((embed.get("footer") or {}).get("text") or "")
    return "\n".join(part for part in parts if part)


def controls(message: Message) -> list[Body]:
    """The buttons and selects of a message, in order."""
    return [component for component in walk(message.components) if component["type"] in INTERACTIVE]


def find_control(message: Message, name: str) -> Body:
    """By custom id, label or placeholder; ``LookupError`` names those that are there."""
    for component in controls(message):
        if name in (component.get("custom_id"), component.get("label"), component.get("placeholder")):
            return component
    known = [component.get("label") or component.get("custom_id") for component in controls(message)]
    raise LookupError(f"no control {name!r} in message {message.id}: {known}")
