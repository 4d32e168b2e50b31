"""Personal pages from the store: what is on them, and what their forms do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.countries import income_groups
from bot.personal_links import PersonalLinks
from bot.selection_reasons import say_reasons
from bot.web.personal import PersonalPage
from bot.wording import Wording
from sessions.domain.actors import Actor, ActorKind
from sessions.domain.applications import ApplicationStatus, possible_events
from sessions.domain.attendance import Attendance, Verdict
from sessions.domain.programme import Session, SessionStatus
from sessions.domain.refusals import NoApplication, Refusal
from sessions.services import confirmations, own_applications, places, standing
from sessions.services.own_applications import OwnApplication
from sessions.services.places import Settled
from sessions.storage.calendars import Holder
from sessions.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalPages:
    store: Store
    wording: Wording
    links: PersonalLinks
    feed: Callable[[Holder], str | None]
    now: Callable[[], datetime]

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
        progress: tuple[tuple[str, str], ...] = ()
        if own.standing is not None:
            stood = zip(own.standing.sessions, own.standing.attendances, strict=True)
            lines = tuple((session, self._mark(session, attendance)) for session, attendance in stood)
            titles = {rule.key: rule.title for rule in mine.marathon.programme.completion}
            progress = tuple(
                (titles[one.rule_key], self.wording.text(f"completion-{one.status.value}", language))
                for one in own.standing.completions
            )
        waits = status is ApplicationStatus.WAITING
        return PersonalPage(
            title=mine.marathon.programme.title,
            name=mine.form.name,
            email=mine.form.email,
            confirmed=await confirmations.is_confirmed(self.store, marathon=mine.marathon.key, application=mine.id),
            status=status.value,
            rank=mine.waiting_rank or 0,
            deadline=mine.state.offer_deadline,
            zone=mine.form.zone,
            language=language,
            reasons=tuple(say_reasons(mine.reasons, self.wording, language)) if waits else (),
            can_withdraw="withdraw" in possible_events(status),
            lines=lines,
            progress=progress,
            calendar=None if own.calendar is None else self.feed(own.calendar),
            code=self.links.code(mine.id) if mine.discord_id is None else None,
        )

    def _mark(self, session: Session, attendance: Attendance) -> str:
        if session.status is SessionStatus.CANCELLED:
            return "cancelled"
        over = session.end <= self.now() or attendance.verdict is Verdict.PRESENT
        return attendance.verdict.value if over else "ahead"

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
