"""Reminders and extra messages as they are written: in a channel by role or by name, or to one person."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

import discord

from bot.chat.context import escape, shorten
from bot.chat.page import Page, Post, at, mention
from bot.chat.views.actions import ActionButton, buttons
from sessions.domain.moments import from_micros
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.reminder_plan import rule_of
from sessions.domain.reminders import Anchor, AudienceKind, ReminderRule

NAMED = 80
"""People mentioned by name in one message: Discord lets 100 be named and 2,000 characters be written."""


def reminder(page: Page) -> Post | None:
    session, rule = page.session, rule_of(page.context.marathon, page.delivery.key.kind)
    if session is None and rule is not None:
        return _offer_reminder(page, rule) if rule.anchor is Anchor.OFFER_EXPIRES else _course_reminder(page, rule)
    if session is None or session.status is SessionStatus.CANCELLED:
        return None
    lead = session.start - _meant(page)
    key = "reminder-now" if lead < timedelta(minutes=1) else "reminder-before"
    embed = page.session_embed(session, page.say(key, number=session.number, lead=_lead(page, lead)))
    if rule is not None and rule.wording is not None:
        facts = {"title": escape(session.title), "number": session.number, "time": at(session.start)}
        words = _fill(rule.wording, facts | {"venue": escape(session.venue.name)})
        embed.description = shorten(f"{words}\n\n{embed.description or ''}", 4000)
    return _to_audience(page, embed, session)


def _meant(page: Page) -> datetime:
    """The moment that the reminder speaks of: messages to many people one after the other begin a little earlier."""
    meant = page.delivery.payload.get("meant_us")
    return from_micros(meant) if isinstance(meant, int) else page.delivery.due


def extra(page: Page) -> Post | None:
    """An organiser's own words, as they wrote them: an embed mentions nobody."""
    text = page.delivery.payload.get("text")
    if not isinstance(text, str):
        return None
    return _to_audience(page, page.embed(page.context.marathon.programme.title, text), None)


def in_person(page: Page) -> Post:
    """The first message to somebody who chose direct messages."""
    embed = page.embed(page.context.marathon.programme.title, page.say("reminders-hello"))
    return Post(channel="person", content=None, embed=embed)


def answers(page: Page, session: Session) -> discord.ui.View:
    """What can be done about a reminder with one press."""
    number, marathon = str(session.id), str(page.context.marathon.id)
    return buttons(
        ActionButton("reminder-calendar", number, label=page.say("reminder-calendar")),
        ActionButton("reminder-absent", number, label=page.say("reminder-absent")),
        ActionButton("reminder-mute", marathon, label=page.say("reminder-mute")),
    )


def _fill(wording: str, facts: Mapping[str, object]) -> str:
    """An organiser's own words with {title}, {number}, {time} and {venue} put in; other braces stay as they are."""
    return re.sub(r"\{(\w+)\}", lambda match: str(facts.get(match[1], match[0])), wording)


def _to_audience(page: Page, embed: discord.Embed, session: Session | None) -> Post:
    """To one person; to the desk; or to the sessions' channel: by role, or by name those whom the due moment found.
    Of speakers who have no account the desk is told."""
    if page.in_person:
        view = None if session is None else answers(page, session)
        return Post(channel="person", content=None, embed=embed, view=view)
    audience, people = page.delivery.key.audience, page.delivery.payload.get("people")
    desk = audience == AudienceKind.ORGANISERS or (audience == AudienceKind.SPEAKERS and not people)
    if desk:
        role = page.context.bindings.get("role:organiser")
        desk_roles = () if role is None else (role,)
        return Post(channel="channel:desk", content=mention(desk_roles), embed=embed, roles=desk_roles)
    view = None if session is None or audience == AudienceKind.SPEAKERS else answers(page, session)
    if isinstance(people, list):
        named = tuple(int(person) for person in people[:NAMED])
        mentions = " ".join(f"<@{person}>" for person in named)
        return Post(channel="channel:sessions", content=mentions, embed=embed, people=named, view=view)
    roles = page.audience()
    return Post(channel="channel:sessions", content=mention(roles), embed=embed, roles=roles, view=view)


def _offer_reminder(page: Page, rule: ReminderRule) -> Post | None:
    """To somebody whose offered place is still theirs to take."""
    deadline = page.delivery.payload.get("deadline_us")
    if not isinstance(deadline, int):
        return None
    until, title = from_micros(deadline), page.context.marathon.programme.title
    facts = {"title": escape(title), "time": f"{at(until)} ({at(until, 'R')})"}
    text = page.say("reminder-offer-expires", **facts) if rule.wording is None else _fill(rule.wording, facts)
    marathon = str(page.context.marathon.id)
    view = buttons(
        ActionButton("offer-accept", marathon, label=page.say("offer-accept"), style=discord.ButtonStyle.success),
        ActionButton("offer-decline", marathon, label=page.say("offer-decline")),
    )
    return Post(channel="person", content=None, embed=page.embed(title, text), view=view)


def _course_reminder(page: Page, rule: ReminderRule) -> Post:
    """Of one of the course's own dates."""
    until = page.delivery.useful_until
    facts = {"title": escape(page.context.marathon.programme.title), "time": "" if until is None else at(until)}
    text = page.say(f"reminder-{rule.anchor.value}", **facts) if rule.wording is None else _fill(rule.wording, facts)
    embed = page.embed(page.context.marathon.programme.title, text)
    if rule.anchor is Anchor.APPLICATIONS_CLOSE:
        return Post(channel="channel:announcements", content=None, embed=embed)
    return _to_audience(page, embed, None)


def _lead(page: Page, lead: timedelta) -> str:
    minutes = int(lead.total_seconds() // 60)
    if page.in_person and minutes > 120:  # brought forward or held back by quiet hours: about how long is enough
        minutes = 60 * round(minutes / 60)
    if minutes % 1440 == 0 and minutes:
        return page.say("lead-days", days=minutes // 1440)
    if minutes % 60 == 0 and minutes:
        return page.say("lead-hours", hours=minutes // 60)
    return page.say("lead-minutes", minutes=minutes)
