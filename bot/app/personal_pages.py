"""Personal pages from the store: what is on them, and what their forms do."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot import forgetting
from bot.countries import income_groups
from bot.personal_links import PersonalLinks
from bot.web.appeal_form import Contested
from bot.web.personal import MadeAppeal, OwnCertificate, PersonalPage
from bot.wording import Wording
from sessions.credentials.workshop import Workshop
from sessions.domain.actors import Actor, ActorKind
from sessions.domain.applications import ApplicationStatus, possible_events
from sessions.domain.attendance import Attendance, Verdict
from sessions.domain.completion import Completion
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.refusals import NoApplication, Refusal
from sessions.services import appeals, certificate_lookups, confirmations, own_applications, places, privacy, standing
from sessions.services.appeals import Made
from sessions.services.own_applications import OwnApplication
from sessions.services.places import Settled
from sessions.services.standing import PersonStanding
from sessions.storage.calendars import Holder
from sessions.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalPages:
    store: Store
    wording: Wording
    links: PersonalLinks
    feed: Callable[[Holder], str | None]
    now: Callable[[], datetime]
    workshop: Workshop | None

    async def _mine(self, token: str) -> OwnApplication | None:
        number = self.links.application_of(token)
        mine = None if number is None else await own_applications.of_number(self.store, number=number)
        holds = self.links.holds(token, None if mine is None else mine.page_generation)
        return mine if holds else None

    async def find(self, token: str) -> PersonalPage | None:
        mine = await self._mine(token)
        if mine is None:
            return None
        own = await standing.of_person(self.store, mine.marathon.id, person_id=mine.person_id, now=self.now())
        status, language = mine.state.status, mine.form.language
        lines: tuple[tuple[Session, str], ...] = ()
        progress: tuple[tuple[str, Completion], ...] = ()
        if own.standing is not None:
            stood = zip(own.standing.sessions, own.standing.attendances, strict=True)
            lines = tuple((session, self._mark(session, attendance)) for session, attendance in stood)
            titles = {rule.key: rule.title for rule in mine.marathon.programme.completion}
            progress = tuple((titles[one.rule_key], one) for one in own.standing.completions)
        waits = status is ApplicationStatus.WAITING
        return PersonalPage(
            title=mine.marathon.programme.title,
            name=mine.form.name,
            email=mine.form.email,
            confirmed=await confirmations.is_confirmed(self.store, marathon=mine.marathon.key, application=mine.id),
            status=status.value,
            rank=mine.waiting_rank or 0,
            deadline=mine.state.offer_deadline,
            offers_until=mine.offers_until,
            zone=mine.form.zone,
            language=language,
            reasons=mine.reasons if waits else (),
            can_withdraw="withdraw" in possible_events(status),
            lines=lines,
            progress=progress,
            calendar=None if own.calendar is None else self.feed(own.calendar),
            code=self.links.code(mine.id) if mine.discord_id is None else None,
            contestable=await self._contestable(mine, own.standing),
            appeals=await self._appeals(mine),
            certificates=await self._certificates(mine),
        )

    async def _contestable(
        self, mine: OwnApplication, stood: PersonStanding | None
    ) -> tuple[tuple[Session, datetime], ...]:
        """Who counts as present, or was excused, has nothing to contest."""
        if stood is None:
            return ()
        good = {one.session_id for one in stood.attendances if one.verdict in (Verdict.PRESENT, Verdict.EXCUSED)}
        found = await appeals.contestable(self.store, mine.marathon.id, mine.person_id, now=self.now())
        window = mine.marathon.programme.attendance.appeal_window
        return tuple((one, one.end + window) for one in found if one.id not in good)

    async def _appeals(self, mine: OwnApplication) -> tuple[MadeAppeal, ...]:
        made = await appeals.of_person(self.store, mine.marathon.id, mine.person_id)
        return tuple(
            MadeAppeal(
                session=session,
                status=one.status.value,
                at=one.at,
                text=one.text,
                file=one.file,
                reason=one.reason,
            )
            for one, session in made
        )

    async def _certificates(self, mine: OwnApplication) -> tuple[OwnCertificate, ...]:
        if self.workshop is None:
            return ()
        held = await certificate_lookups.of_person(self.store, mine.marathon.id, mine.person_id)
        contents = [one.certificate.content for one in held]
        return tuple(
            OwnCertificate(serial=one.serial, title=one.title, issued=one.issued, verify_url=one.verify_url)
            for one in contents
        )

    async def certificate(self, token: str, serial: str, kind: str) -> bytes | Refusal | None:
        """The file that was handed out when it was issued, byte for byte; only to its holder."""
        mine = await self._mine(token)
        if mine is None or self.workshop is None:
            return None
        held = await certificate_lookups.of_person(self.store, mine.marathon.id, mine.person_id)
        kept = next((one for one in held if one.serial == serial), None)
        if kept is None:
            return None
        files = self.workshop.files
        if kind == "pdf":
            return await asyncio.to_thread(files.pdf, serial, sha256=kept.pdf_sha256)
        found = await asyncio.to_thread(files.credential, serial, sha256=kept.credential_sha256)
        return found.encode() if isinstance(found, str) else found

    async def appeal(self, token: str, contested: Contested) -> Refusal | None:
        mine = await self._mine(token)
        if mine is None:
            return NoApplication()
        made = await appeals.appeal(
            self.store,
            mine.marathon.id,
            number=contested.session,
            text=contested.text,
            file=contested.file,
            person_id=mine.person_id,
            now=self.now(),
        )
        return None if isinstance(made, Made) else made

    def _mark(self, session: Session, attendance: Attendance) -> str:
        if session.status is SessionStatus.CANCELLED:
            return "cancelled"
        over = session.end <= self.now() or attendance.verdict is Verdict.PRESENT
        return attendance.verdict.value if over else "ahead"

    async def data(self, token: str) -> bytes | None:
        mine = await self._mine(token)
        if mine is None:
            return None
        held = await privacy.everything(self.store, person_id=mine.person_id)
        return json.dumps(held, ensure_ascii=False, indent=2).encode()

    async def act(self, token: str, action: str) -> Refusal | None:
        mine = await self._mine(token)
        if mine is None:
            return NoApplication()
        actor, now = Actor(ActorKind.PERSON, str(mine.person_id)), self.now()
        marathon_id, person_id = mine.marathon.id, mine.person_id
        match action:
            case "confirm":
                await confirmations.confirm(
                    self.store, marathon=mine.marathon.key, application=mine.id, actor=actor, now=now
                )
                return None
            case "forget":
                await forgetting.forget(self.store, person_id, workshop=self.workshop, now=now)
                return None
            case "accept":
                outcome = await places.accept(
                    self.store, marathon_id=marathon_id, person_id=person_id, now=now, actor=actor
                )
            case _:
                verb = places.decline if action == "decline" else places.withdraw
                outcome = await verb(
                    self.store,
                    marathon_id=marathon_id,
                    person_id=person_id,
                    now=now,
                    actor=actor,
                    incomes=income_groups(),
                )
        return None if isinstance(outcome, Settled) else outcome
