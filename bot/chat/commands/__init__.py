"""The commands, one file a noun, and the buttons and forms that belong to them."""

from collections.abc import Mapping, Sequence

from discord import app_commands

from bot.chat.commands import (
    applications,
    apply,
    attendance,
    calendar,
    certificates,
    completion,
    link,
    marathon,
    me,
    my_application,
    my_data,
    my_reminders,
    offers,
    programme,
    reminder_answers,
    reminders,
    selecting,
    setup,
)
from bot.chat.context import Chat
from bot.chat.views import session_preview
from bot.chat.views.actions import FormHandler, Handler

HANDLERS: Mapping[str, Handler] = {
    "setup": setup.confirm,
    "announce-preview": setup.preview_announcement,
    "announce": setup.announce,
    **applications.HANDLERS,
    **attendance.HANDLERS,
    **reminders.HANDLERS,
    **apply.HANDLERS,
    **my_application.HANDLERS,
    **my_data.HANDLERS,
    **my_reminders.HANDLERS,
    **reminder_answers.HANDLERS,
    **offers.HANDLERS,
    **selecting.HANDLERS,
    **calendar.HANDLERS,
    **certificates.HANDLERS,
    **completion.HANDLERS,
    **session_preview.HANDLERS,
}
"""Verb of a button to who answers it. A verb once posted is a promise."""

FORMS: Mapping[str, FormHandler] = {
    **attendance.FORMS,
    **apply.FORMS,
    **my_application.FORMS,
    **my_reminders.FORMS,
    **reminders.FORMS,
    **selecting.FORMS,
    **certificates.FORMS,
}


def build(chat: Chat) -> Sequence[app_commands.Command[app_commands.Group, ..., None] | app_commands.Group]:
    return (
        marathon.command(chat),
        me.command(chat),
        setup.command(chat),
        programme.group(chat),
        reminders.group(chat),
        attendance.group(chat),
        completion.group(chat),
        certificates.group(chat),
        apply.command(chat),
        link.command(chat),
        applications.group(chat),
    )
