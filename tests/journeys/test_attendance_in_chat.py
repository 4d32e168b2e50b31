"""An organiser's work with attendance in chat, through the real bot and a local Discord: a report is uploaded, looked
over, recorded; its open question decided; people marked, missed, exported; all of it taken back."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.app import Installation
from bot.clock import CourseClock
from bot.rehearsal.discord_server import Channel, Guild, LocalDiscord, Modal, Person, Reply, Upload, visible_text
from bot.rehearsal.participants import find
from bot.rehearsal.stage import Stage
from sessions.domain.actors import Role
from sessions.domain.attendance import AttendanceRule, Verdict
from sessions.domain.deliveries import DeliveryState
from sessions.domain.programme import Marathon
from sessions.domain.reminders import Means
from sessions.services import attendance, deliveries, setup
from sessions.services.attendance import SessionAttendance
from sessions.storage import evidence, schema
from sessions.storage.store import Transaction
from sessions.storage.verification import Verified, verify
from tests.sessions.applicants import OPERATOR
from tests.sessions.attendees import a_marathon, a_report, add_participants

TOKEN = "a-token-of-the-desk"
AFTER = datetime.fromisoformat("2025-09-09T16:00:00+00:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A guild with an organiser, Amina and Rahul, in a marathon of one session that is over."""

    discord: LocalDiscord
    installation: Installation
    guild: Guild
    hall: Channel
    organiser: Person
    amina: Person
    rahul: Person
    marathon: Marathon
    stage: Stage

    async def press(self, reply: Reply, prefix: str) -> Reply:
        button = find(reply.message, prefix)
        assert reply.message is not None, reply.text
        assert button is not None, reply.text
        return await self.organiser.click(reply.message, button)

    async def verdicts(self) -> list[tuple[int, Verdict]]:
        shown = await attendance.show(self.installation.store, self.marathon.id, 1, now=AFTER)
        assert isinstance(shown, SessionAttendance)
        return [(one.attendance.seconds, one.attendance.verdict) for one in shown.attendees]


@asynccontextmanager
async def a_house(folder: Path, *, at: datetime = AFTER, rule: AttendanceRule | None = None) -> AsyncIterator[House]:
    clock = CourseClock(at)
    discord = LocalDiscord(clock=clock)
    await discord.start()
    application = discord.add_application(token=TOKEN, name="Marathon")
    organiser, amina, rahul = [discord.add_person(name=name) for name in ("Olga", "Amina", "Rahul")]
    guild = discord.add_guild(name="Hub", owner=organiser, bot=application)
    hall = discord.add_channel(guild, "sessions")
    for person in (amina, rahul):
        await person.join(guild)
    installation = await Installation.open(f"sqlite:///{folder / 'marathon.db'}", clock=clock)
    try:
        store = installation.store
        marathon, _ = await a_marathon(store, rule)
        people = await add_participants(
            store, marathon.id, (("Amina Yusuf", "amina@example.org"), ("Rahul Banerjee", "rahul@example.org"))
        )

        async def link(tx: Transaction) -> None:
            table = schema.persons
            for person_id, account in zip(people, (amina, rahul), strict=True):
                change = table.update().where(table.c.id == person_id).values(discord_id=account.id)
                await tx.connection.execute(change)

        await store.write(link)
        await setup.bind(
            store, marathon.id, guild_id=guild.id, made={"channel:sessions": hall.id}, actor=OPERATOR, now=AFTER
        )
        await setup.grant(store, marathon.id, discord_id=organiser.id, role=Role.ORGANISER, actor=OPERATOR, now=AFTER)
        await installation.start_bot(TOKEN, api_url=discord.api_url)
        stage = Stage(clock=clock, discord=discord, installation=installation)
        await stage.rest()
        yield House(
            discord=discord,
            installation=installation,
            guild=guild,
            hall=hall,
            organiser=organiser,
            amina=amina,
            rahul=rahul,
            marathon=marathon,
            stage=stage,
        )
    finally:
        await installation.close()
        await discord.stop()


def pictures_in(reply: Reply) -> list[str]:
    return [] if reply.message is None else [str(one["filename"]) for one in reply.message.attachments]


def an_upload(*rows: tuple[str, str, str, str]) -> Upload:
    report = a_report(*rows)
    return Upload(filename=report.name, content_type="text/csv", data=report.data)


ROWS = (("Amina Yusuf", "", "12:00:00", "14:00:00"), ("@everyone's iPhone", "", "12:00:00", "13:00:00"))


async def test_a_report_is_recorded_decided_and_taken_back_in_chat(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        slash, guild = house.organiser.slash, house.guild
        preview = await slash(guild, "attendance import", file=an_upload(*ROWS), session="1", zone="UTC")
        assert await house.verdicts() == [(0, Verdict.ABSENT)] * 2
        done = await house.press(preview, "do:1:attendance-import:")
        assert "Import 1: 1 rows recorded" in done.text
        assert await house.verdicts() == [(7200, Verdict.PRESENT), (0, Verdict.ABSENT)]
        question = await slash(guild, "attendance review")
        asked = await house.press(question, "do:1:review-someone:")
        assert asked.modal is not None
        settled = await house.organiser.submit(asked.modal, {"person": "rahul@example.org"})
        assert not settled.failed
        assert await house.verdicts() == [(7200, Verdict.PRESENT), (3600, Verdict.PARTIAL)]
        again = await slash(guild, "attendance import", file=an_upload(*ROWS), session="1", zone="UTC")
        assert "nothing was changed" in (await house.press(again, "do:1:attendance-import:")).text
        taken_back = await slash(guild, "attendance undo", number=1, reason="the wrong session")
        assert "Import 1 is undone: 2 pieces of evidence are withdrawn" in taken_back.text
        assert await house.verdicts() == [(0, Verdict.ABSENT)] * 2
        assert isinstance(await house.installation.store.read(verify), Verified)


async def test_the_curve_and_the_map_come_as_pictures_where_there_is_something_to_draw(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        slash, guild = house.organiser.slash, house.guild
        assert pictures_in(await slash(guild, "attendance show", number=1)) == []
        preview = await slash(guild, "attendance import", file=an_upload(*ROWS), session="1", zone="UTC")
        await house.press(preview, "do:1:attendance-import:")
        assert pictures_in(await slash(guild, "attendance show", number=1)) == ["presence.png"]
        assert pictures_in(await slash(guild, "attendance map")) == ["attendance.png"]
        unknown = await slash(guild, "attendance show", number=9)
        assert (pictures_in(unknown), unknown.failed) == ([], False)


async def test_before_the_first_session_is_over_the_map_says_so(tmp_path: Path) -> None:
    async with a_house(tmp_path, at=datetime.fromisoformat("2025-09-09T13:00:00+00:00")) as house:
        told = await house.organiser.slash(house.guild, "attendance map")
        assert (pictures_in(told), told.text) == (
            [],
            "There is nothing to draw: no session is over yet, or nobody has a place.",
        )


async def test_people_are_marked_listed_and_exported_by_organisers_only(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        slash, guild = house.organiser.slash, house.guild
        people = f"<@{house.amina.id}> <@{house.rahul.id}>"
        marked = await slash(guild, "attendance mark", session=1, verdict="excused", people=people, reason="on mission")
        assert "2 people in session 1: Excused" in marked.text
        withdrawn = await slash(guild, "attendance withdraw", evidence=1, reason="an error")
        assert "Evidence 1 is withdrawn" in withdrawn.text
        assert await house.verdicts() == [(0, Verdict.ABSENT), (0, Verdict.EXCUSED)]
        for command in ({"missing": {"session": 1}}, {"person": {"member": house.amina}}, {"export": {"form": "xlsx"}}):
            ((name, options),) = command.items()
            assert not (await slash(guild, f"attendance {name}", **options)).failed
        refused = await slash(guild, "attendance import", file=an_upload(*ROWS), session="1", zone="America/New_York")
        assert (find(refused.message, "do:1:attendance-import:"), refused.failed) == (None, False)
        assert await house.verdicts() == [(0, Verdict.ABSENT), (0, Verdict.EXCUSED)]


async def test_the_code_is_asked_for_in_a_form_and_each_prompt_is_kept_apart(tmp_path: Path) -> None:
    during = datetime.fromisoformat("2025-09-09T12:30:00+00:00")
    async with a_house(tmp_path, at=during, rule=AttendanceRule(code_of_the_moment=True)) as house:
        shown = await house.organiser.slash(house.guild, "attendance code", session=1, prompt="middle")
        code = "".join(re.findall(r"\d{3}", shown.text.split("**")[1]))
        posted = await house.organiser.slash(house.guild, "attendance prompt", session=1, prompt="middle")
        assert posted.text == "The check-in is posted."
        (message,) = [one for one in house.hall.messages.values() if find(one, "checkin:2:1:middle")]
        told = []
        for typed in ("000 000" if code != "000000" else "111111", code, code):
            asked = await house.amina.click(message, "checkin:2:1:middle")
            assert asked.modal is not None
            told.append((await house.amina.submit(asked.modal, {"code": typed})).text)
        assert [text.removeprefix("✅ ").split()[0:4] for text in told] == [
            ["This", "is", "not", "the"],
            ["You", "are", "checked", "in"],
            ["You", "were", "already", "checked"],
        ]
        kept = await house.installation.store.read(lambda connection: evidence.of_person(connection, 1, 1))
        assert [one.detail for one in kept] == [{"prompt": "middle"}]


async def ask_to_appeal(house: House) -> Modal:
    own = await house.amina.slash(house.guild, "me")
    button = find(own.message, "do:1:own-appeal:")
    assert own.message is not None
    assert button is not None
    asked = await house.amina.click(own.message, button)
    assert asked.modal is not None
    return asked.modal


async def answer_appeal(house: House, *, uphold: bool, reason: str) -> Reply:
    queue = await house.organiser.slash(house.guild, "attendance appeals")
    asked = await house.press(queue, f"do:1:appeal-{'uphold' if uphold else 'reject'}:")
    assert asked.modal is not None
    done = await house.organiser.submit(asked.modal, {"reason": reason})
    assert not done.failed
    await house.stage.rest()
    return done


async def own_appeals(house: House) -> str:
    """What /me says of them."""
    again = await house.amina.slash(house.guild, "me")
    assert again.message is not None
    return str({field["name"]: field["value"] for field in again.message.body()["embeds"][0]["fields"]}["Your appeals"])


async def test_a_verdict_is_contested_in_me_and_the_answer_comes_with_its_reason(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        modal = await ask_to_appeal(house)
        made = await house.amina.submit(modal, {"session": "1", "text": "My *line* broke", "file": ""})
        assert made.text.startswith("Your appeal about session 1 is saved.")
        await answer_appeal(house, uphold=True, reason="the host saw her")
        assert await house.verdicts() == [(7200, Verdict.PRESENT), (0, Verdict.ABSENT)]
        assert await own_appeals(house) == "✅ Session 1: upheld. the host saw her"
        (told,) = house.amina.direct_messages
        assert told.body()["embeds"][0]["description"] == (
            "Your appeal about session 1 is upheld: you count as present. The organisers’ reason: the host saw her\n"
            "`/me` shows where you stand."
        )
        assert house.rahul.direct_messages == []
        assert [one for one in house.hall.messages.values() if "appeal" in visible_text(one)] == []


async def test_a_file_goes_with_an_appeal_and_the_organiser_gets_it(tmp_path: Path) -> None:
    photo = b"\x89PNG\r\n\x1a\n" + bytes(32)
    async with a_house(tmp_path) as house:
        told = []
        for name, data in (
            ("run.exe", b"MZ"),
            ("huge.png", photo + bytes(6 * 1024 * 1024)),
            ("../My photo.PNG", photo),
        ):
            upload = Upload(filename=name, content_type="image/png", data=data)
            modal = await ask_to_appeal(house)
            sent = await house.amina.submit(modal, {"session": "1", "text": "see there", "upload": [upload]})
            told.append(sent.text.split(". ")[0])
        assert told == [
            "The file “run” cannot be taken",
            "The file has 7 MB; at most 5 MB can be taken",
            "Your appeal about session 1 is saved",
        ]
        queue = await house.organiser.slash(house.guild, "attendance appeals")
        assert pictures_in(queue) == ["My-photo.png"]
        after = await answer_appeal(house, uphold=False, reason="that is another day")
        assert pictures_in(after) == []


async def test_whoever_takes_no_direct_messages_reads_the_answer_in_me_and_a_letter_is_tried(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        house.amina.user.accepts_dms = False
        await house.amina.submit(await ask_to_appeal(house), {"session": "1", "text": "I was there"})
        await answer_appeal(house, uphold=False, reason="nobody saw you")
        said = await deliveries.ledger(house.installation.store, house.marathon.id)
        assert [(one.means, one.state, one.reason) for one in said if one.key.kind == "appeal-answered"] == [
            (Means.EMAIL, DeliveryState.FAILED, "no-mail-server"),
            (Means.DM, DeliveryState.FAILED, "closed-dms:50007"),
        ]
        assert await own_appeals(house) == "▫️ Session 1: not upheld. nobody saw you"
        assert house.amina.direct_messages == []


async def test_people_who_watched_together_count_once_an_organiser_signs(tmp_path: Path) -> None:
    async with a_house(tmp_path) as house:
        own = await house.amina.slash(house.guild, "me")
        button = find(own.message, "do:1:own-group:")
        assert own.message is not None
        assert button is not None
        asked = await house.amina.click(own.message, button)
        assert asked.modal is not None
        await house.amina.submit(asked.modal, {"session": "1", "people": "rahul@example.org"})
        assert [verdict for _, verdict in await house.verdicts()] == [Verdict.OPEN, Verdict.OPEN]
        queue = await house.organiser.slash(house.guild, "attendance groups")
        assert not (await house.press(queue, "do:1:group-sign:")).failed
        assert await house.verdicts() == [(7200, Verdict.PRESENT), (7200, Verdict.PRESENT)]
