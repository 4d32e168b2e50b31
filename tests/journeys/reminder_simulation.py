"""Four weeks of a marathon for 50 people in which whatever can go wrong does, chosen by a seed.

The storage and the services are the real ones, on a file; the clock, the bad luck and Discord are ours. What fails is
drawn by a hash of (seed, what, which, how often), never by the order in which things happen: the same seed gives the
same trace.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from sessions.domain.actors import SYSTEM, Actor, ActorKind
from sessions.domain.attendance import AttendanceRule
from sessions.domain.deliveries import Delivery, DeliveryKey, DeliveryKind, DeliveryState, NotSent, Outcome, Owed, Sent
from sessions.domain.moments import resolve
from sessions.domain.programme import Marathon, Programme, Session, SessionPlan
from sessions.domain.reminders import Anchor, AudienceKind, LatePolicy, Means, ReminderRule
from sessions.domain.schedule import owed, schedule
from sessions.domain.selection import SelectionPolicy
from sessions.services import deliveries, programmes, reminders, setup
from sessions.services.deliveries import Context, Moments
from sessions.services.programmes import Planned
from sessions.storage import deliveries as ledger
from sessions.storage import sessions as stored
from sessions.storage.store import Entry, Store, Transaction

OPERATOR = Actor(ActorKind.OPERATOR, "Grace")
ANNOUNCED = datetime(2025, 9, 1, 8, 0, tzinfo=UTC)
END = datetime(2025, 10, 6, tzinfo=UTC)
ZONE = "Europe/Zurich"
NONCE_SECONDS = timedelta(minutes=3)
SENDING = timedelta(milliseconds=50)
PEOPLE = 50
RULES = (
    ReminderRule(key="day", before=timedelta(days=1)),
    ReminderRule(key="hour", before=timedelta(hours=1)),
    ReminderRule(key="quarter", before=timedelta(minutes=15)),
    ReminderRule(key="now", anchor=Anchor.SESSION_RUNNING, before=timedelta(0)),
    ReminderRule(key="desk", before=timedelta(hours=2), audience=AudienceKind.ORGANISERS),
)


class CrashError(BaseException):
    """The process dies here: nothing below may catch it."""


@dataclass(frozen=True, slots=True)
class Luck:
    seed: int

    def draw(self, *key: object) -> float:
        """Between 0 and 1, the same for the same seed and key."""
        text = ":".join(str(part) for part in (self.seed, *key))
        return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=7).digest(), "big") / (1 << 56)

    def seconds(self, longest: float, *key: object) -> timedelta:
        return timedelta(seconds=round(longest * self.draw(*key), 1))


@dataclass(slots=True)
class Times:
    """Course time, which may be set back, and wire time, which only goes on."""

    course: datetime
    wire: datetime

    def pass_by(self, span: timedelta) -> None:
        self.course += span
        self.wire += span


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message as its audience saw it."""

    key: str
    moment: datetime
    message_id: int


@dataclass(slots=True)
class Discord:
    """Refuses a nonce twice for three minutes and shows what stands in its channels; fails as its luck has it."""

    luck: Luck
    times: Times
    trace: list[str]
    said: list[Said] = field(default_factory=list)
    untimely: list[str] = field(default_factory=list)
    attempts: Counter[str] = field(default_factory=Counter)
    _heard: dict[str, tuple[datetime, int]] = field(default_factory=dict)

    async def send(self, delivery: Delivery, _context: Context, /) -> Outcome:
        key = str(delivery.key)
        self.attempts[key] += 1
        fate = self.luck.draw("fate", key, self.attempts[key]) if self.attempts[key] <= 3 else 1.0
        self.times.pass_by(SENDING)
        if fate < 0.02:
            self._crash(key, "before")
        if fate < 0.07:
            return NotSent(delivery_id=delivery.id, reason="no-connection", permanent=False)
        message_id, repeated = self._say(delivery)
        if fate < 0.12:
            return NotSent(delivery_id=delivery.id, reason="no-connection", permanent=False)
        if fate < 0.16:
            self._crash(key, "after")
        return Sent(delivery_id=delivery.id, channel_id=1, message_id=message_id, repeated=repeated)

    def _crash(self, key: str, when: str) -> None:
        self.trace.append(f"{self.times.course} crash {when} {key}")
        raise CrashError

    def _say(self, delivery: Delivery) -> tuple[int, bool]:
        heard = self._heard.get(delivery.key.nonce)
        if heard is not None and self.times.wire - heard[0] < NONCE_SECONDS:
            return heard[1], True
        if heard is not None and delivery.may_stand(self.times.wire):
            return heard[1], True  # found in the channel's history by its marker
        key, now = str(delivery.key), self.times.course
        if now < delivery.due or (delivery.useful_until is not None and now >= delivery.useful_until):
            self.untimely.append(f"{key} at {now}")
        self.said.append(Said(key=key, moment=now, message_id=len(self.said) + 1))
        self._heard[delivery.key.nonce] = (self.times.wire, len(self.said))
        self.trace.append(f"{now} said {key}")
        return len(self.said), False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """What is compared at the end; every collection but ``trace`` and ``counts`` must be empty."""

    trace: Sequence[str]
    counts: dict[str, int]
    lost: Sequence[str]
    doubled: Sequence[str]
    untimely: Sequence[str]
    unaccounted: Sequence[str]
    """Owed while a beat was complete, and not in the ledger."""
    untrue: Sequence[str]
    """Of which the ledger says other than people saw."""


class Simulation:
    """``beats``: course moments at which a beat was complete, so that nothing due stayed behind."""

    def __init__(self, *, address: str, seed: int) -> None:
        self.address = address
        self.luck = Luck(seed)
        self.times = Times(course=ANNOUNCED, wire=ANNOUNCED)
        self.trace: list[str] = []
        self.discord = Discord(luck=self.luck, times=self.times, trace=self.trace)
        self.unaccounted: list[str] = []
        self.beats: list[datetime] = []
        self.starts = 0

    async def run(self) -> Outcomes:
        self.store = await Store.open(self.address)
        await self._take_over()
        await self._prepare()
        events = self._what_happens()
        while self.times.course < END:
            try:
                coming = await self._beat()
            except BaseExceptionGroup:
                await self._restart()
                continue
            except CrashError:
                await self._restart()
                continue
            events = await self._advance(coming, events)
        outcomes = await self._judge()
        await self.store.close()
        return outcomes

    async def _take_over(self) -> None:
        self.starts += 1
        self.owner = f"process {self.starts}"
        await deliveries.take_over(self.store, self.owner)

    async def _restart(self) -> None:
        """What was under way is lost; the next process starts seconds or minutes later. The first opens the file
        anew; that every process can is proved by killing real ones."""
        self.times.pass_by(self.luck.seconds(600, "restart", self.starts))
        if self.starts == 1:
            await self.store.close()
            self.store = await Store.open(self.address)
        await self._take_over()

    async def _prepare(self) -> None:
        now = ANNOUNCED - timedelta(days=1)
        planned = await programmes.take(self.store, a_marathon_programme(), actor=OPERATOR, now=now)
        assert isinstance(planned, Planned)
        self.marathon_id = planned.marathon.id
        await setup.bind(self.store, self.marathon_id, guild_id=1, made={}, actor=OPERATOR, now=now)
        await programmes.announce(self.store, self.marathon_id, actor=OPERATOR, now=ANNOUNCED)
        places = [_a_role(planned.marathon.key, person) for person in range(PEOPLE)]
        await self.store.write(lambda tx: ledger.queue(tx, self.marathon_id, places, now=ANNOUNCED))

    async def _beat(self) -> datetime | None:
        """As the installation beats."""
        agenda = await reminders.owe(self.store, now=self.times.course)
        if self.luck.draw("crash between", len(self.beats), self.starts) < 0.01:
            self.trace.append(f"{self.times.course} crash between")
            raise CrashError
        began = self.times.course
        moments = Moments(course=lambda: self.times.course, wire=lambda: self.times.wire)
        await deliveries.dispatch(self.store, self.discord, moments=moments, owner=self.owner)
        again = await deliveries.next_try(self.store)
        self.beats.append(began)
        return min((moment for moment in (agenda.next, again) if moment is not None), default=None)

    async def _account(self) -> None:
        """What the present programme owed up to the last complete beat is in the ledger. Asked before each change of
        the programme and at the end: in between the programme owes the same."""
        planned = await programmes.show(self.store, self.marathon_id)
        things = schedule(planned.marathon, planned.sessions)
        said = await self.store.read(lambda connection: ledger.said(connection, [str(thing.key) for thing in things]))
        self.unaccounted += [str(thing.key) for thing in owed(things, said, max(self.beats))]

    def _what_happens(self) -> list[tuple[datetime, str, int]]:
        """Four moves, two outages of up to 30 hours, three times the clock is set back an hour; by moment."""
        span = (END - ANNOUNCED).total_seconds()
        kinds = ["move"] * 4 + ["outage"] * 2 + ["back"] * 3
        return sorted((ANNOUNCED + self.luck.seconds(span, kind, n), kind, n) for n, kind in enumerate(kinds))

    async def _advance(
        self, coming: datetime | None, events: list[tuple[datetime, str, int]]
    ) -> list[tuple[datetime, str, int]]:
        moment = min(one for one in (coming, events[0][0] if events else None, END) if one is not None)
        self.times.pass_by(max(moment - self.times.course, timedelta(0)))
        if not events or events[0][0] > self.times.course:
            return events
        _, kind, number = events[0]
        self.trace.append(f"{self.times.course} {kind}")
        if kind == "move":
            await self._move(number)
        elif kind == "outage":
            self.times.pass_by(self.luck.seconds(30 * 3600, "outage", number))
        else:
            self.times.course -= timedelta(hours=1)
        return events[1:]

    async def _move(self, number: int) -> None:
        """A session that is still to come gets a new time; who had heard the old one hears the new."""
        await self._account()
        planned = await programmes.show(self.store, self.marathon_id)
        now = self.times.course
        ahead = [session for session in planned.sessions if session.start > now]
        if not ahead:
            return
        session = ahead[int(self.luck.draw("which", number) * len(ahead))]
        hours = 1 + int(self.luck.draw("where", number) * 47)
        wall = session.wall + timedelta(hours=hours)
        start = resolve(wall, session.zone)
        assert isinstance(start, datetime)
        moved = replace(
            session,
            wall=wall,
            start=start,
            revision=session.revision + 1,
            time_revision=session.time_revision + 1,
            changed=now,
            time_set=now,
        )
        await self.store.write(lambda tx: _save_move(tx, planned.marathon, session, moved, now))

    async def _judge(self) -> Outcomes:
        await self._account()
        rows = await self.store.read(lambda connection: ledger.ledger(connection, self.marathon_id, limit=10_000))
        heard = Counter(said.key for said in self.discord.said)
        keys = [str(row.key) for row in rows]
        assert len(set(keys)) == len(keys)
        return Outcomes(
            trace=self.trace,
            counts=dict(Counter(row.state.value for row in rows)),
            lost=[f"{row.key} {row.state}" for row in rows if not heard[str(row.key)] and self._should_be_heard(row)],
            doubled=[key for key, times in heard.items() if times > 1],
            untimely=self.discord.untimely,
            unaccounted=self.unaccounted,
            untrue=[f"{row.key} {row.state}" for row in rows if not _is_true(row, heard[str(row.key)])],
        )

    def _should_be_heard(self, row: Delivery) -> bool:
        """All but what was folded into another, and what no complete beat found due and useful."""
        if row.state is not DeliveryState.STALE:
            return True
        if row.reason != "too-late":
            return False
        assert row.useful_until is not None
        return any(row.due <= beat < row.useful_until for beat in self.beats) and row.tries < 2


def _is_true(row: Delivery, heard: int) -> bool:
    """Sent rows were heard; of stale rows that were tried before a crash nobody can be sure; nothing stays open."""
    if row.state is DeliveryState.SENT:
        return heard == 1
    return row.state is DeliveryState.STALE and (heard == 0 or row.tries > 0)


async def _save_move(tx: Transaction, marathon: Marathon, before: Session, moved: Session, now: datetime) -> None:
    entry = Entry(
        actor=SYSTEM, at=now, marathon=marathon.key, verb="session.moved", subject=f"session:{moved.id}", why="luck"
    )
    await stored.save(tx, moved, entry)
    kinds = [f"{DeliveryKind.REMINDER}:{rule.key}" for rule in RULES]
    if await ledger.has_spoken(tx.connection, marathon.id, f"session:{moved.id}", kinds):
        key = DeliveryKey(
            marathon.key, f"session:{moved.id}", DeliveryKind.MOVED, f"r{moved.revision}", AudienceKind.EVERYONE
        )
        correction = Owed(key=key, due=now, useful_until=moved.end, payload={"start_before": before.start.isoformat()})
        await ledger.queue(tx, marathon.id, [correction], now=now)


def _a_role(marathon: str, person: int) -> Owed:
    key = DeliveryKey(marathon, f"person:{person}", DeliveryKind.ROLE, "1", f"person:{person}")
    return Owed(key=key, due=ANNOUNCED, means=Means.ROLE)


def a_marathon_programme() -> Programme:
    """Eight sessions, Tuesdays and Thursdays at 14:00 for four weeks."""
    first = datetime.fromisoformat("2025-09-09T14:00")
    days = [day for week in range(4) for day in (7 * week, 7 * week + 2)]
    return Programme(
        key="simulated",
        title="Building Blocks",
        theme=None,
        organiser="WHO",
        zone=ZONE,
        language="en",
        sessions=tuple(
            SessionPlan(
                number=number,
                title=f"Session {number}",
                wall=first + timedelta(days=day),
                zone=ZONE,
                duration=timedelta(hours=2),
            )
            for number, day in enumerate(days, start=1)
        ),
        selection=SelectionPolicy(capacity=PEOPLE),
        attendance=AttendanceRule(),
        completion=(),
        reminders=RULES,
        late=LatePolicy(at_most=timedelta(hours=12)),
    )
