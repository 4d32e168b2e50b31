"""What a person is told by e-mail: of an application, an appeal, a certificate, what is still to be done for one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.completion import title_of, word_reasons
from bot.dates import say_moment
from bot.personal_links import PersonalLinks
from bot.wording import Wording
from sessions.domain.deliveries import Delivery, DeliveryKind
from sessions.domain.moments import from_micros
from sessions.domain.risk_notices import unpack
from sessions.services.own_applications import OwnApplication


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    to: str
    name: str
    subject: str
    text: str


def write_letter(
    delivery: Delivery, mine: OwnApplication, wording: Wording, links: PersonalLinks | None
) -> Letter | None:
    """The letter; None when the address was erased or there is nothing to say. Moments in the person's own zone."""
    news = _news(delivery, mine, wording, links)
    if not mine.form.email or news is None:
        return None
    about, facts = news

    def say(key: str, **said: object) -> str:
        return wording.text(key, mine.form.language, **said)

    title = mine.marathon.programme.title
    parts = [say("mail-greeting", name=mine.form.name), say(f"mail-{about}", marathon=title, **facts)]
    if links is not None:
        parts.append(say("mail-page", page=links.page(mine.id, mine.page_generation)))
        if about in ("offered", "accepted"):
            parts.append(say("mail-code", code=links.code(mine.id)))
    parts.append(say("mail-end", organiser=mine.marathon.programme.organiser))
    subject = say(f"mail-subject-{about}", marathon=title, **facts)
    return Letter(to=mine.form.email, name=mine.form.name, subject=" ".join(subject.split()), text="\n\n".join(parts))


def _news(
    delivery: Delivery, mine: OwnApplication, wording: Wording, links: PersonalLinks | None
) -> tuple[str, dict[str, object]] | None:
    """What it is about, as its texts' keys end, and the facts in them."""
    payload = delivery.payload
    if delivery.key.kind.startswith(DeliveryKind.REMINDER):
        return _reminder(payload, mine)
    if delivery.key.kind == DeliveryKind.AT_RISK:
        return "at-risk", _risk(delivery, mine, wording)
    if delivery.key.kind in (DeliveryKind.CERTIFICATE_YOURS, DeliveryKind.CERTIFICATE_REPLACED):
        return str(delivery.key.kind), _certificate(delivery, mine, links)
    if delivery.key.kind == DeliveryKind.APPEAL_ANSWERED:
        about = "appeal-upheld" if payload.get("upheld") else "appeal-rejected"
        return about, {"number": payload.get("session", 0), "reason": str(payload.get("reason", ""))}
    if delivery.key.kind == DeliveryKind.COHORT_CHANGED:
        return "cohort-changed", {"cohort": payload.get("cohort") or "none", "why": str(payload.get("why", ""))}
    status, deadline, rank, why = (payload.get(name) for name in ("status", "deadline_us", "waiting_rank", "why"))
    if not isinstance(status, str):
        return None
    until = _shown(from_micros(deadline), mine) if isinstance(deadline, int) else "none"
    return status, {
        "deadline": until,
        "rank": rank if isinstance(rank, int) else 0,
        "why": why if isinstance(why, str) else "none",
    }


def _reminder(payload: Mapping[str, object], mine: OwnApplication) -> tuple[str, dict[str, object]] | None:
    """Of a session, or of one of the course's own dates. Without facts it was an offer's direct message before."""
    about = str(payload.get("about") or "offer-expires")
    moment = payload.get("start_us", payload.get("deadline_us"))
    at = say_moment(from_micros(moment), mine.form.zone, mine.form.language) if isinstance(moment, int) else ""
    facts = {name: payload.get(name) or "none" for name in ("number", "title", "venue", "join")}
    words = payload.get("wording")
    filled = "none"
    if isinstance(words, str):
        known = {"title": facts["title"], "number": facts["number"], "venue": payload.get("venue") or "", "time": at}
        filled = re.sub(r"\{(\w+)\}", lambda match: str(known.get(match[1], match[0])), words)
    return f"reminder-{about}", {**facts, "time": at, "words": filled}


def _shown(moment: datetime, mine: OwnApplication) -> str:
    return say_moment(moment, mine.form.zone, mine.form.language)


def _risk(delivery: Delivery, mine: OwnApplication, wording: Wording) -> dict[str, object]:
    """The rule, and what is still to be done, a line each."""
    sentences = word_reasons(
        unpack(delivery.payload.get("reasons")),
        wording=wording,
        language=mine.form.language,
        show=lambda moment: _shown(moment, mine),
    )
    title = title_of(mine.marathon.programme.completion, delivery.payload.get("rule"))
    return {"rule": title, "why": "\n".join(f"- {one}" for one in sentences)}


def _certificate(delivery: Delivery, mine: OwnApplication, links: PersonalLinks | None) -> dict[str, object]:
    """Where the holder, and nobody else, fetches the PDF; where everybody checks it."""
    serial = str(delivery.payload.get("serial", ""))
    page = None if links is None else links.page(mine.id, mine.page_generation)
    return {
        "serial": serial,
        "link": "none" if page is None else f"{page}/certificate/{serial}.pdf",
        "verify": str(delivery.payload.get("verify", "")),
    }
