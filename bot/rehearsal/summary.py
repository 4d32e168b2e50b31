"""What came of a rehearsal, counted from what people saw on the other side, and held against the record.

"Lost" and "doubled" are counted from what the local Discord showed people, never from the bot's own ledger: every
thing that should have been said (``schedule``) is looked for by its nonce among the messages of its channel, by its
event in the guild, by its role at its person.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.rehearsal.discord_server import controls
from bot.rehearsal.show import Rehearsal
from sessions.domain.attendance import Verdict
from sessions.domain.completion import CompletionStatus
from sessions.domain.deliveries import LATE_AFTER, MARKER, DeliveryKind, Owed
from sessions.domain.programme import Session
from sessions.domain.reminders import Means
from sessions.domain.schedule import event_marker, schedule
from sessions.services import attendance, programmes, standing
from sessions.services.standing import PersonStanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliveries:
    """``due``: what should have been said by the end; ``sent``: seen at least once; ``late``: seen too late."""

    due: int
    sent: int
    late: int
    lost: int
    doubled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInCounts:
    """``clicked`` by people, ``answered`` within three seconds, ``kept`` as evidence."""

    clicked: int
    answered: int
    kept: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    number: int
    cohort: str | None
    title: str
    start: str
    reminders: int
    present: int

    @property
    def label(self) -> str:
        """Its number, which cohorts share, with the cohort's key."""
        return str(self.number) if self.cohort is None else f"{self.number} {self.cohort}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    marathon: str
    participants: int
    applications: int
    sessions: tuple[SessionLine, ...]
    deliveries: Deliveries
    check_ins: CheckInCounts
    unkept: int
    """Check-ins that somebody was told are saved and that are not in the record: must be 0."""
    completion: Mapping[str, int]
    countries: Mapping[str, int]
    people: tuple[PersonStanding, ...]
    wall_seconds: float

    def as_json(self) -> dict[str, object]:
        """The stable form that scripts read."""
        return {
            "marathon": self.marathon,
            "participants": self.participants,
            "sessions": len(self.sessions),
            "deliveries": {
                "due": self.deliveries.due,
                "sent": self.deliveries.sent,
                "late": self.deliveries.late,
                "lost": self.deliveries.lost,
                "doubled": self.deliveries.doubled,
            },
            "check_ins": {
                "clicked": self.check_ins.clicked,
                "answered": self.check_ins.answered,
                "kept": self.check_ins.kept,
            },
            "completion": dict(self.completion),
            "wall_seconds": round(self.wall_seconds, 2),
        }


async def summarise(show: Rehearsal, *, wall_seconds: float) -> Summary:
    assert show.marathon is not None
    store, now = show.installation.store, show.stage.clock.now()
    planned = await programmes.show(store, show.marathon.id)
    _, people = await standing.everyone(store, show.marathon.id, now=now)
    owed = [one for one in schedule(planned.marathon, planned.sessions) if one.due <= now]
    seen = _seen(show, owed, planned.sessions)
    kept = await attendance.check_ins_kept(store, show.marathon.id)
    statuses = Counter(person.completions[0].status for person in people if person.completions)
    return Summary(
        marathon=planned.marathon.key,
        participants=len(people),
        applications=len(show.told.applied),
        sessions=tuple(_line(session, people, owed, seen) for session in planned.sessions),
        deliveries=_count(owed, seen),
        check_ins=CheckInCounts(clicked=show.told.clicked, answered=show.told.answered, kept=len(kept)),
        unkept=len(show.told.saved - kept),
        completion={status.value: statuses[status] for status in CompletionStatus if statuses[status]},
        countries=dict(Counter(person.place.country for person in people).most_common()),
        people=people,
        wall_seconds=wall_seconds,
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """How often, and whether too late."""

    times: int
    late: bool


def _seen(show: Rehearsal, owed: Iterable[Owed], sessions: Iterable[Session]) -> dict[str, _Seen]:
    by_nonce: dict[str, list[tuple[int, float]]] = {}
    for one in show.discord.received:
        if one.nonce is not None and not one.edited:
            by_nonce.setdefault(one.nonce, []).append((one.message_id, one.moment.timestamp()))
    events = Counter(((event.description or "")[-MARKER:], event.start) for event in show.guild.events.values())
    starts = {f"session:{session.id}": session.start for session in sessions}
    closed = _closed_check_ins(show)
    found = {}
    for thing in owed:
        if thing.means is Means.EVENT:
            found[str(thing.key)] = _Seen(events[_event_of(thing), starts[thing.key.subject]], False)
        elif thing.means is Means.UPDATE:
            found[str(thing.key)] = _Seen(closed[thing.key.subject], False)
        else:
            messages = by_nonce.get(thing.key.nonce, [])
            late = any(moment - thing.due.timestamp() > LATE_AFTER.total_seconds() for _, moment in messages)
            found[str(thing.key)] = _Seen(len({message_id for message_id, _ in messages}), late)
    return found


def _event_of(thing: Owed) -> str:
    return event_marker(thing.key.marathon, int(thing.key.subject.removeprefix("session:")))


def _closed_check_ins(show: Rehearsal) -> Counter[str]:
    """Subject of a session to 1 when none of its posts that still stand has a button that can be pressed."""
    closed: Counter[str] = Counter({f"session:{session.id}": 1 for session in show.sessions})
    for channel in show.guild.channels.values():
        for message in channel.messages.values():
            for control in controls(message):
                kind, _, session = str(control.get("custom_id", "")).rpartition(":")
                if kind == "checkin:1" and not control.get("disabled"):
                    closed[f"session:{session}"] = 0
    return closed


def _count(owed: Iterable[Owed], seen: Mapping[str, _Seen]) -> Deliveries:
    counted = [seen[str(thing.key)] for thing in owed]
    return Deliveries(
        due=len(counted),
        sent=sum(1 for one in counted if one.times),
        late=sum(1 for one in counted if one.late),
        lost=sum(1 for one in counted if not one.times),
        doubled=sum(1 for one in counted if one.times > 1),
    )


def _line(
    session: Session, people: Iterable[PersonStanding], owed: Iterable[Owed], seen: Mapping[str, _Seen]
) -> SessionLine:
    subject = f"session:{session.id}"
    reminders = [
        thing for thing in owed if thing.key.subject == subject and thing.key.kind.startswith(DeliveryKind.REMINDER)
    ]
    present = sum(
        1
        for person in people
        for one in person.attendances
        if one.session_id == session.id and one.verdict is Verdict.PRESENT
    )
    return SessionLine(
        number=session.number,
        cohort=session.cohort,
        title=session.title,
        start=f"{session.wall:%Y-%m-%d %H:%M} {session.zone}",
        reminders=sum(1 for thing in reminders if seen[str(thing.key)].times),
        present=present,
    )
