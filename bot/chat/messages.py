"""Deliveries as Discord messages: whose channel, which words, which buttons.

Messages to many are written in the marathon's own language, with Discord timestamps that every reader sees in their
own zone. Every message carries its marker in the footer.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

import discord

from bot.chat.context import escape, shorten
from bot.chat.page import ALARM, COLOUR, QUIET, Page, Post, at, mention
from bot.chat.reminder_messages import extra, in_person, reminder
from bot.chat.views.actions import ActionButton, buttons
from bot.chat.views.check_in import check_in_view
from bot.completion import title_of, word_reasons
from bot.countries import names_of_countries
from bot.wording import Wording
from sessions.domain.applications import ApplicationStatus
from sessions.domain.deliveries import Delivery, DeliveryKind
from sessions.domain.moments import from_micros
from sessions.domain.programme import SessionStatus
from sessions.domain.risk_notices import unpack
from sessions.domain.schedule import subject_of
from sessions.services.deliveries import Context


def render(
    delivery: Delivery, context: Context, wording: Wording, feed_url: Callable[[str], str | None]
) -> Post | None:
    """The post of a delivery; None when there is nothing (more) to say."""
    page = Page(delivery, context, wording, feed_url)
    kind = delivery.key.kind.partition(":")[0]
    writer = _WRITERS.get(kind)
    return None if writer is None else writer(page)


def _announcement(page: Page) -> Post:
    programme = page.context.marathon.programme
    lines = [escape(programme.description)] if programme.description else []
    if programme.theme:
        lines.insert(0, f"*{escape(programme.theme)}*")
    planned = [one for one in page.context.sessions if one.status is SessionStatus.PLANNED]
    lines += [f"`{one.number}` {at(one.start, 'f')} · {escape(one.title)}" for one in planned[:25]]
    lines.append(page.say("announcement-apply"))
    feed = page.feed_url(programme.key)
    if feed:
        lines.append(page.say("announcement-feed", url=feed))
    return Post(channel="channel:announcements", content=None, embed=page.embed(programme.title, "\n".join(lines)))


def _check_in_open(page: Page) -> Post | None:
    session = page.session
    if session is None or session.status is SessionStatus.CANCELLED:
        return None
    roles = page.audience()
    closes = session.end + page.context.marathon.programme.attendance.check_in_closes_after
    embed = page.session_embed(session, page.say("check-in-open-title", number=session.number))
    embed.add_field(name=page.say("check-in-field"), value=page.say("check-in-open-text", closes=at(closes, "t")))
    view = check_in_view(session.id, page.say("check-in-button"))
    return Post(channel="channel:sessions", content=mention(roles), embed=embed, roles=roles, view=view)


def _check_in_closed(page: Page) -> Post | None:
    session = page.session
    if session is None:
        return None
    embed = page.session_embed(
        session, page.say("check-in-closed-title", number=session.number, because=_because(page)), QUIET
    )
    embed.add_field(name=page.say("check-in-field"), value=page.say("check-in-closed-text", because=_because(page)))
    view = check_in_view(session.id, page.say("check-in-button"), closed=True)
    return Post(channel="channel:sessions", content=None, embed=embed, view=view)


def _because(page: Page) -> str:
    """Why check-in is closed: the session is over, or another time or none holds now."""
    return str(page.delivery.payload.get("because", "over"))


def _changed(key: str, colour: discord.Colour) -> Callable[[Page], Post | None]:
    def write(page: Page) -> Post | None:
        session = page.session
        if session is None:
            return None
        payload = page.delivery.payload
        roles = page.audience() if _is_loud(payload) else ()
        embed = page.session_embed(session, page.say(key, number=session.number), colour)
        before = payload.get("start_before")
        if isinstance(before, str):
            embed.add_field(name=page.say("moved-before"), value=at(datetime.fromisoformat(before)))
        if "zone_data" in payload:
            embed.add_field(name=page.say("moved-why"), value=page.say("moved-by-zone-data", zone=session.zone))
        return Post(channel="channel:sessions", content=mention(roles), embed=embed, roles=roles)

    return write


def _is_loud(payload: Mapping[str, object]) -> bool:
    """An edit that changes neither place, link nor length is told without mentioning anybody."""
    fields = payload.get("fields")
    return not isinstance(fields, list) or bool({"venue", "join_url", "duration"} & set(fields))


def _clock_change(page: Page) -> Post | None:
    """Whose local hour is another from this session on, by how much; countries with most people first."""
    session, moves = page.session, page.delivery.payload.get("moves")
    if session is None or session.status is SessionStatus.CANCELLED or not isinstance(moves, list):
        return None
    names = names_of_countries(page.context.marathon.programme.language)
    by: dict[int, list[str]] = {}
    for country, zone, minutes, _ in moves:
        city = str(zone).rsplit("/", 1)[-1].replace("_", " ")
        several = sum(1 for one in moves if one[0] == country) > 1
        name = names.get(country, city)
        by.setdefault(minutes, []).append(f"{name} ({city})" if several and name != city else name)
    lines = [page.say("clock-change-text", number=session.number, at=at(session.start))]
    lines += [
        page.say("clock-change-later" if minutes > 0 else "clock-change-earlier", minutes=abs(minutes), places=some)
        for minutes, places in sorted(by.items())
        for some in (shorten(", ".join(dict.fromkeys(places)), 800),)
    ]
    roles = page.audience()
    embed = page.embed(page.say("clock-change-title", number=session.number), "\n".join(lines))
    return Post(channel="channel:sessions", content=mention(roles), embed=embed, roles=roles)


def _reach(page: Page) -> Post | None:
    session, payload = page.session, page.delivery.payload
    if session is None or session.status is SessionStatus.CANCELLED:
        return None
    embed = page.session_embed(session, page.say("reach-title", number=session.number), ALARM)
    told = page.say("reach-text", current=payload.get("current", 0), calendars=payload.get("calendars", 0))
    embed.add_field(name=page.say("reach-field"), value=told)
    return Post(channel="channel:sessions", content=None, embed=embed)


def _completion_notice(page: Page) -> Post:
    roles = page.audience()
    embed = page.embed(page.say("completion-notice-title"), page.say("completion-notice-text"))
    return Post(channel="channel:sessions", content=mention(roles), embed=embed, roles=roles)


def _certificates_ready(page: Page) -> Post:
    roles = page.audience()
    embed = page.embed(page.say("certificates-ready-title"), page.say("certificates-ready-text"))
    return Post(channel="channel:sessions", content=mention(roles), embed=embed, roles=roles)


def _places_given(page: Page) -> Post:
    text = page.say("places-given-text", places=page.delivery.payload.get("places", 0))
    return Post(channel="channel:announcements", content=None, embed=page.embed(page.say("places-given-title"), text))


def _application_changed(page: Page) -> Post:
    """A person's own news, in the language of their application; an offer with its deadline and its two answers."""
    payload = page.delivery.payload
    language = str(payload.get("language") or page.context.marathon.programme.language)
    status, deadline, rank = payload.get("status"), payload.get("deadline_us"), payload.get("waiting_rank")

    def say(key: str, **facts: object) -> str:
        return page.wording.text(key, language, **facts)

    until = from_micros(deadline) if isinstance(deadline, int) else None
    why = payload.get("why")
    text = say(
        f"application-{status}",
        deadline="none" if until is None else f"{at(until)} ({at(until, 'R')})",
        rank=rank if isinstance(rank, int) else 0,
        why=escape(why) if isinstance(why, str) else "none",
    )
    calendar = page.feed_url(page.context.marathon.key) if status == ApplicationStatus.ACCEPTED else None
    if calendar is not None:
        text = f"{text}\n{say('application-accepted-calendar', url=calendar)}"
    view = None
    if status == ApplicationStatus.OFFERED:
        marathon = str(page.context.marathon.id)
        accept, decline = say("offer-accept"), say("offer-decline")
        view = buttons(
            ActionButton("offer-accept", marathon, label=accept, style=discord.ButtonStyle.success),
            ActionButton("offer-decline", marathon, label=decline),
        )
    title = page.context.marathon.programme.title
    return Post(channel="person", content=None, embed=page.embed(title, text), view=view)


def _appeal_answered(page: Page) -> Post:
    """The answer with its reason, to the person alone, in the language of their application."""
    payload = page.delivery.payload
    language = str(payload.get("language") or page.context.marathon.programme.language)
    reason = escape(shorten(str(payload.get("reason", "")), 1000))
    key = "appeal-answer-upheld" if payload.get("upheld") else "appeal-answer-rejected"
    text = page.wording.text(key, language, number=payload.get("session", 0), reason=reason)
    return Post(channel="person", content=None, embed=page.embed(page.context.marathon.programme.title, text))


def _cohort_changed(page: Page) -> Post:
    payload = page.delivery.payload
    language = str(payload.get("language") or page.context.marathon.programme.language)
    title, why = str(payload.get("cohort") or ""), escape(shorten(str(payload.get("why", "")), 1000))
    text = page.wording.text("cohort-changed", language, cohort=escape(title) or "none", why=why)
    return Post(channel="person", content=None, embed=page.embed(page.context.marathon.programme.title, text))


def _at_risk(page: Page) -> Post:
    """What is still to be done for a certificate, to the person alone, in the language of their application."""
    payload, programme = page.delivery.payload, page.context.marathon.programme
    language = str(payload.get("language") or programme.language)
    title = escape(title_of(programme.completion, payload.get("rule")))
    sentences = word_reasons(unpack(payload.get("reasons")), wording=page.wording, language=language, show=at)
    lines = [page.wording.text("at-risk-text", language, rule=title), *(f"• {one}" for one in sentences)]
    lines.append(page.wording.text("at-risk-end", language))
    return Post(channel="person", content=None, embed=page.embed(programme.title, "\n".join(lines)))


def _certificate_replaced(page: Page) -> Post:
    payload, programme = page.delivery.payload, page.context.marathon.programme
    language = str(payload.get("language") or programme.language)
    text = page.wording.text("certificate-replaced-text", language, serial=payload.get("serial", ""))
    return Post(channel="person", content=None, embed=page.embed(programme.title, text))


def _desk_note(page: Page) -> Post:
    payload = page.delivery.payload
    reason = str(payload.get("reason", ""))
    cure = f"cure-{reason.partition(':')[0]}"
    facts = ("entries", "rows", "head", "backup", "file")
    told: dict[str, object] = {name: payload[name] for name in facts if name in payload}
    told |= {name: escape(str(payload[name])) for name in ("fault", "failure") if name in payload}
    text = page.say(f"desk-note-{payload.get('note')}", reason=reason, cure=page.say(cure) if reason else "", **told)
    items = payload.get("items")
    lines = [_missed(page, *item) for item in items[:20]] if isinstance(items, list) else []
    if isinstance(items, list) and len(items) > 20:
        lines.append(page.say("desk-note-more", count=len(items) - 20))
    well = payload.get("note") == "record-whole"
    title, colour = ("desk-note-night", QUIET) if well else ("desk-note-title", ALARM)
    embed = page.embed(page.say(title), "\n".join([text, *lines]), colour)
    return Post(channel="channel:desk", content=None, embed=embed)


def _missed(page: Page, subject: str, kind: str, due: str) -> str:
    """A line of a note to the desk: what, about which session, since when."""
    session = next((one for one in page.context.sessions if subject_of(one.id) == subject), None)
    about = "" if session is None else f"{session.number}. {escape(session.title)}"
    return page.say("desk-note-item", kind=escape(kind), session=about, due=at(datetime.fromisoformat(due)))


_WRITERS: Mapping[str, Callable[[Page], Post | None]] = {
    DeliveryKind.ANNOUNCEMENT: _announcement,
    DeliveryKind.REMINDER: reminder,
    DeliveryKind.CHECK_IN_OPEN: _check_in_open,
    DeliveryKind.CHECK_IN_CLOSED: _check_in_closed,
    DeliveryKind.PLANNED: _changed("session-planned", COLOUR),
    DeliveryKind.MOVED: _changed("session-moved", ALARM),
    DeliveryKind.CANCELLED: _changed("session-cancelled", ALARM),
    DeliveryKind.RESTORED: _changed("session-restored", COLOUR),
    DeliveryKind.EDITED: _changed("session-edited", COLOUR),
    DeliveryKind.CLOCK_CHANGE: _clock_change,
    DeliveryKind.REACH: _reach,
    DeliveryKind.COMPLETION_NOTICE: _completion_notice,
    DeliveryKind.CERTIFICATES_READY: _certificates_ready,
    DeliveryKind.PLACES_GIVEN: _places_given,
    DeliveryKind.APPLICATION_CHANGED: _application_changed,
    DeliveryKind.APPEAL_ANSWERED: _appeal_answered,
    DeliveryKind.COHORT_CHANGED: _cohort_changed,
    DeliveryKind.AT_RISK: _at_risk,
    DeliveryKind.CERTIFICATE_REPLACED: _certificate_replaced,
    DeliveryKind.DESK_NOTE: _desk_note,
    DeliveryKind.EXTRA: extra,
    DeliveryKind.IN_PERSON: in_person,
}
