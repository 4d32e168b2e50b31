"""A Discord on loopback that an unmodified discord.py takes for the real one.

What it covers and what it does not is told in docs/local-discord.md. It knows nothing of Marathon and does not import
discord.
"""

from bot.rehearsal.discord_server.calls import Upload
from bot.rehearsal.discord_server.channels import Channel, ChannelType
from bot.rehearsal.discord_server.faults import FAULT_PROFILES, Faults
from bot.rehearsal.discord_server.filling import CannotDoError, InvisibleError
from bot.rehearsal.discord_server.guilds import Guild, Member, Role
from bot.rehearsal.discord_server.limits import DISCORDS_OWN, GENEROUS, Limits
from bot.rehearsal.discord_server.messages import Message
from bot.rehearsal.discord_server.mischief import Damage
from bot.rehearsal.discord_server.people import Person
from bot.rehearsal.discord_server.permissions import Overwrite, Permission
from bot.rehearsal.discord_server.received import Received
from bot.rehearsal.discord_server.replies import Choice, Field, Modal, Reply, ReplyKind, controls, visible_text
from bot.rehearsal.discord_server.scheduled_events import EntityType, EventStatus, ScheduledEvent
from bot.rehearsal.discord_server.server import LocalDiscord
from bot.rehearsal.discord_server.users import Application, User
from bot.rehearsal.discord_server.voice import StageInstance, VoiceState

__all__ = [
    "DISCORDS_OWN",
    "FAULT_PROFILES",
    "GENEROUS",
    "Application",
    "CannotDoError",
    "Channel",
    "ChannelType",
    "Choice",
    "Damage",
    "EntityType",
    "EventStatus",
    "Faults",
    "Field",
    "Guild",
    "InvisibleError",
    "Limits",
    "LocalDiscord",
    "Member",
    "Message",
    "Modal",
    "Overwrite",
    "Permission",
    "Person",
    "Received",
    "Reply",
    "ReplyKind",
    "Role",
    "ScheduledEvent",
    "StageInstance",
    "Upload",
    "User",
    "VoiceState",
    "controls",
    "visible_text",
]
