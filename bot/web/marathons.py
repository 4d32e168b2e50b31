"""The public pages: the list of marathons, and a marathon's programme in the reader's own zone."""

from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from bot.dates import say_day, say_hour, say_moment
from bot.web.facts import PublicProgramme, WebFacts
from bot.web.pages import accepted, asked_language, choose_region, keep_choice, make_page, missing_page
from sessions.calendar.subscription import public_address, subscription
from sessions.domain.programme import Session, SessionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session as the page shows it before a script has put its times into the reader's zone."""

    number: int
    title: str
    topic: str | None
    speakers: str
    venue: str
    starts: str
    """ISO 8601 in UTC, for the script and the ``datetime`` attribute."""
    ends: str
    day: str
    hours: str
    minutes: int
    cancelled: bool
    over: bool


def routes(facts: WebFacts) -> list[web.AbstractRouteDef]:
    async def index(request: web.Request) -> web.Response:
        language = asked_language(request, facts)
        region = choose_region(accepted(request), language)
        marathons = [_entry(one, region) for one in await facts.list_programmes()]
        return make_page(facts, "index.html", language, values={"marathons": marathons, "choice": keep_choice(request)})

    async def marathon(request: web.Request) -> web.Response:
        programme = await facts.find_programme(request.match_info["marathon"])
        if programme is None:
            return missing_page(facts, request)
        language = asked_language(request, facts, programme.language)
        values = describe(programme, facts, language, choose_region(accepted(request), language))
        return make_page(facts, "marathon.html", language, values=values)

    return [web.get("/", index), web.get(r"/m/{marathon:[a-z0-9][a-z0-9-]*}", marathon)]


def describe(programme: PublicProgramme, facts: WebFacts, language: str, region: str) -> dict[str, object]:
    """The values of ``marathon.html``."""
    now = facts.now()
    lines = [_line(session, programme.zone, region, now) for session in _in_order(programme)]
    upcoming = [line for line in lines if not line.over and not line.cancelled]
    address = public_address(facts.public_url, programme.key)
    groups = [
        (
            title,
            subscription(public_address(facts.public_url, programme.key).removesuffix(".ics") + f"/{key}.ics", title),
        )
        for key, title in programme.groups
    ]
    return {
        "programme": programme,
        "lines": lines,
        "next": upcoming[0] if upcoming else None,
        "under_way": bool(upcoming) and upcoming[0].starts <= _iso(now),
        "subscription": subscription(address, programme.title),
        "groups": groups,
        "applying": _say_applying(programme, facts, language, region, now),
        "page": f"{facts.public_url.rstrip('/')}/m/{programme.key}",
    }


def _in_order(programme: PublicProgramme) -> list[Session]:
    return sorted(programme.sessions, key=lambda session: (session.start, session.number, session.id))


def _line(session: Session, zone: str, region: str, now: datetime) -> SessionLine:
    return SessionLine(
        number=session.number,
        title=session.title,
        topic=session.more,
        speakers=", ".join(session.speakers),
        venue=session.venue.name,
        starts=_iso(session.start),
        ends=_iso(session.end),
        day=say_day(session.start, zone, region),
        hours=_say_hours(session, zone, region),
        minutes=int(session.duration.total_seconds()) // 60,
        cancelled=session.status is SessionStatus.CANCELLED,
        over=session.end <= now,
    )


def _say_hours(session: Session, zone: str, region: str) -> str:
    """From hour to hour; the day of the end is said when it is another one."""
    hours = f"{say_hour(session.start, zone, region)} – {say_hour(session.end, zone, region)}"
    last = say_day(session.end, zone, region)
    return hours if last == say_day(session.start, zone, region) else f"{hours}, {last}"


def _iso(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _say_applying(programme: PublicProgramme, facts: WebFacts, language: str, region: str, now: datetime) -> str:
    opens, closes = programme.applications_open, programme.applications_close
    if closes is not None and closes <= now:
        key, moment = "marathon-apply-closed", closes
    elif opens is not None and now < opens:
        key, moment = "marathon-apply-opens", opens
    elif closes is not None:
        key, moment = "marathon-apply-until", closes
    else:
        return facts.wording.text("marathon-apply-open", language)
    return facts.wording.text(key, language, moment=say_moment(moment, programme.zone, region))


def _entry(programme: PublicProgramme, region: str) -> dict[str, object]:
    planned = [session for session in _in_order(programme) if session.status is SessionStatus.PLANNED]
    return {
        "address": f"/m/{programme.key}",
        "title": programme.title,
        "theme": programme.theme,
        "count": len(planned),
        "from": say_day(planned[0].start, programme.zone, region) if planned else None,
        "to": say_day(planned[-1].start, programme.zone, region) if planned else None,
    }
