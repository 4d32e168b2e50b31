"""Reports in other languages, encodings, zones and shapes than the shared samples show."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from openpyxl import Workbook

from sessions.domain.matching import RosterEntry, StaffEntry, build_directory
from sessions.domain.report_preview import Preview, preview_reports
from sessions.domain.reports import Platform, Report
from sessions.domain.spans import Span
from sessions.imports.reports.headings import Field
from sessions.imports.reports.reading import read_report
from sessions.imports.reports.stamps import Order

SESSION = Span(datetime(2025, 9, 9, 12, tzinfo=UTC), datetime(2025, 9, 9, 14, tzinfo=UTC))
DIRECTORY = build_directory(
    [
        RosterEntry(id="A", name="Amina Yusuf", emails=("amina@example.org",)),
        RosterEntry(id="E", name="Élodie Marchand", emails=("elodie@example.org",)),
        RosterEntry(id="W", name="李伟", emails=("wei@example.org",)),
    ],
    [StaffEntry(name="Marathon Host", email="host@example.org")],
)


def read(
    text: str | bytes,
    zone: str = "UTC",
    session: Span = SESSION,
    headings: dict[str, Field] | None = None,
    order: Order | None = None,
) -> Report:
    data = text if isinstance(text, bytes) else text.encode()
    return read_report(data, name="report.csv", session=session, zone=zone, headings=headings, date_order=order)


def preview(
    *texts: str | bytes,
    zone: str = "UTC",
    session: Span = SESSION,
    headings: dict[str, Field] | None = None,
    order: Order | None = None,
) -> Preview:
    reports = [read(text, zone, session, headings, order) for text in texts]
    return preview_reports(reports, session, DIRECTORY)


def seconds(found: Preview) -> dict[str, int]:
    return {person.id: person.figures.seconds for person in found.participants}


def table(*rows: Sequence[str], by: str = ",") -> str:
    return "".join(by.join(row) + "\n" for row in rows)


ZOOM = (
    ("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest"),
    ("Amina Yusuf", "amina@example.org", "09/09/2025 12:10:00 PM", "09/09/2025 01:50:00 PM", "100", "No"),
    ("Élodie Marchand", "", "09/09/2025 11:50:00 AM", "09/09/2025 02:10:00 PM", "140", "Yes"),
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "windows-1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_encoding_and_delimiter_gives_the_same(delimiter: str, encoding: str, newline: str) -> None:
    text = table(*ZOOM, by=delimiter).replace("\n", newline)
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    assert seconds(preview((mark + text).encode(encoding))) == {"A": 6000, "E": 7200}


def test_a_workbook_gives_the_same_with_real_dates() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(ZOOM[0]))
    times = [datetime.fromisoformat("2025-09-09T12:10:00"), datetime.fromisoformat("2025-09-09T13:50:00")]
    sheet.append(["Amina Yusuf", "amina@example.org", *times, 100, "No"])
    kept = io.BytesIO()
    book.save(kept)
    assert seconds(preview(kept.getvalue())) == {"A": 6000}


def test_a_workbook_whose_first_sheet_is_a_summary() -> None:
    book = Workbook()
    summary = book.active
    assert summary is not None
    summary.append(["Meeting code", "abc-defg-hij"])
    sheet = book.create_sheet("Attendees")
    for row in ZOOM:
        sheet.append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    assert seconds(preview(kept.getvalue())) == {"A": 6000, "E": 7200}


LANGUAGES = [
    ("fr", "Nom (nom d'origine);Adresse e-mail;Heure d’arrivée;Heure de départ;Durée (minutes)", "09/09/2025 12:10:00"),
    (
        "es",
        "Nombre (nombre original);Correo electrónico;Hora de entrada;Hora de salida;Duración",
        "9/9/2025 12:10:00 p. m.",
    ),
    (
        "pt",
        "Nome (nome original);E-mail do usuário;Horário de entrada;Horário de saída;Duração (minutos)",
        "09/09/2025 12:10:00",
    ),
    (
        "ar",
        "الاسم (الاسم الأصلي);البريد الإلكتروني;وقت الانضمام;وقت المغادرة;المدة (بالدقائق)",
        "٩\u200f/٩\u200f/٢٠٢٥، ١٢:١٠:٠٠ م",
    ),
    ("zh", "名称（原始名称）;用户邮箱;加入时间;离开时间;时长（分钟）", "2025/9/9 下午12:10:00"),
    (
        "ru",
        "Имя (исходное имя);Электронная почта;Время входа;Время выхода;Длительность (минуты)",
        "09.09.2025 12:10:00",
    ),
    ("ko", "이름(원래 이름);사용자 이메일;참가 시간;나간 시간;기간(분)", "2025. 9. 9. 오후 12:10:00"),
    ("de", "Name (Originalname);E-Mail-Adresse;Beitrittszeit;Austrittszeit;Dauer (Minuten)", "09.09.2025, 12:10:00"),
    ("ja", "名前（元の名前）;メールアドレス;参加時刻;退出時刻;期間（分）", "2025/09/09 午後12:10:00"),
]


@pytest.mark.parametrize(("language", "headings", "join"), LANGUAGES, ids=[one[0] for one in LANGUAGES])
def test_zoom_in_other_languages(language: str, headings: str, join: str) -> None:
    leave = join.replace("12:10", "12:50").replace("١٢:١٠", "١٢:٥٠")
    text = f"{headings}\nAmina Yusuf;amina@example.org;{join};{leave};40\nElodie;;{join};{leave};40\n"
    found = preview(text)
    assert (seconds(found), [one.figures.seconds for one in found.unmatched]) == ({"A": 2400}, [2400]), language


TEAMS_FR = """1. Résumé
Titre de la réunion\tSéance 1
Participants présents\t2
Heure de début\t09/09/25, 13:50:00
2. Participants
Nom\tPremière participation\tDernier départ\tDurée en réunion\tAdresse e-mail\tID de participant (UPN)\tRôle
Amina Yusuf\t09/09/25, 14:00:00\t09/09/25, 15:30:00\t1 h 10 min\tamina@example.org\tamina@example.org\tParticipant
Élodie Marchand (Invité)\t09/09/25, 14:00:00\t09/09/25, 16:00:00\t2 h\t\t\tParticipant

3. Activités en réunion
Nom\tHeure d'arrivée\tHeure de départ\tDurée\tAdresse e-mail\tRôle
Amina Yusuf\t09/09/25, 14:00:00\t09/09/25, 14:40:00\t40 min\tamina@example.org\tParticipant
Amina Yusuf\t09/09/25, 15:00:00\t09/09/25, 15:30:00\t30 min\tamina@example.org\tParticipant
Élodie Marchand (Invité)\t09/09/25, 14:00:00\t09/09/25, 16:00:00\t2 h\t\tParticipant
"""


def test_teams_in_french_uses_the_third_section() -> None:
    found = preview(TEAMS_FR.encode("utf-16"), zone="Europe/Paris")
    assert (found.outcome, seconds(found), found.codes) == ("import", {"A": 4200, "E": 7200}, ())


def test_teams_without_the_third_section_uses_the_sums_and_says_so() -> None:
    found = preview(TEAMS_FR.split("3. ")[0].encode("utf-16"), zone="Europe/Paris")
    assert (found.codes, seconds(found)) == (("aggregate_only",), {"A": 4200, "E": 7200})


TEAMS_LISTS = [
    ("Full Name\tUser Action\tTimestamp", ("Joined", "Left"), "9/9/2025, 1:00:00 PM", "9/9/2025, 1:30:00 PM"),
    (
        "Nom complet\tAction de l’utilisateur\tHorodatage",
        ("A rejoint", "A quitté"),
        "09/09/2025 à 13:00:00",
        "09/09/2025 à 13:30:00",
    ),
    (
        "Nombre completo\tAcción del usuario\tMarca de tiempo",
        ("Se unió", "Salió"),
        "9/9/2025 13:00:00",
        "9/9/2025 13:30:00",
    ),
    (
        "Vollständiger Name\tBenutzeraktion\tZeitstempel",
        ("Beigetreten", "Verlassen"),
        "9.9.2025, 13:00:00",
        "9.9.2025, 13:30:00",
    ),
    (
        "Nome Completo\tAção do Usuário\tCarimbo de data/hora",
        ("Ingressou", "Saiu"),
        "09/09/2025 13:00:00",
        "09/09/2025 13:30:00",
    ),
    (
        "Полное имя\tДействие пользователя\tМетка времени",
        ("Присоединился", "Вышел"),
        "09.09.2025, 13:00:00",
        "09.09.2025, 13:30:00",
    ),
    ("全名\t用户操作\t时间戳", ("已加入", "已离开"), "2025/9/9 下午1:00:00", "2025/9/9 下午1:30:00"),
    ("フルネーム\tユーザー アクション\tタイムスタンプ", ("参加済み", "退出"), "2025/9/9 13:00:00", "2025/9/9 13:30:00"),
    ("전체 이름\t사용자 작업\t타임스탬프", ("참가함", "나감"), "2025. 9. 9. 오후 1:00:00", "2025. 9. 9. 오후 1:30:00"),
    ("الاسم الكامل\tإجراء المستخدم\tالطابع الزمني", ("انضم", "غادر"), "9/9/2025، 1:00:00 م", "9/9/2025، 1:30:00 م"),
]


@pytest.mark.parametrize(("headings", "actions", "join", "leave"), TEAMS_LISTS)
def test_the_list_of_teams_in_other_languages(headings: str, actions: tuple[str, str], join: str, leave: str) -> None:
    text = f"{headings}\nAmina Yusuf\t{actions[0]}\t{join}\nAmina Yusuf\t{actions[1]}\t{leave}\n"
    found = preview(text.encode("utf-16"))
    assert (seconds(found), found.codes) == ({"A": 1800}, ())


def teams_list(*lines: tuple[str, str, str]) -> bytes:
    rows = [f"{name}\t{action}\t9/9/2025, {time}" for name, action, time in lines]
    return "\n".join(["Full Name\tUser Action\tTimestamp", *rows, ""]).encode("utf-16")


def test_whoever_has_not_left_is_proven_until_the_last_time_of_the_list() -> None:
    found = preview(
        teams_list(
            ("Amina Yusuf", "Joined", "12:30:00 PM"),
            ("Marathon Host", "Joined before", "12:00:00 PM"),
            ("Marathon Host", "Left", "1:30:00 PM"),
        )
    )
    figures = found.participants[0].figures
    assert (figures.seconds, figures.seconds_min, figures.seconds_max, figures.flags, figures.last_leave) == (
        3600,
        3600,
        5400,
        ("open_interval",),
        None,
    )


def test_joined_before_proves_nothing_before_its_time() -> None:
    found = preview(teams_list(("Amina Yusuf", "Joined before", "12:40:00 PM"), ("Amina Yusuf", "Left", "2:00:00 PM")))
    figures = found.participants[0].figures
    assert (figures.seconds, figures.seconds_min, figures.seconds_max) == (4800, 4800, 7200)


def test_a_left_without_a_joined_proves_nothing_and_is_reported() -> None:
    found = preview(teams_list(("Amina Yusuf", "Left", "1:00:00 PM"), ("Élodie Marchand", "Joined", "12:00:00 PM")))
    figures = {person.id: person.figures for person in found.participants}["A"]
    assert (figures.seconds, figures.seconds_max, figures.first_join, figures.flags) == (
        0,
        3600,
        None,
        ("open_interval",),
    )


def test_an_action_nobody_knows_credits_nobody_and_is_named() -> None:
    found = preview(
        teams_list(("Amina Yusuf", "Materialised", "12:00:00 PM"), ("Élodie Marchand", "Joined", "12:00:00 PM"))
    )
    assert (list(seconds(found)), [problem.facts.get("text") for _, problem in found.problems]) == (
        ["E"],
        ["Materialised", None],
    )


def test_webex_webinars_with_first_and_last_names() -> None:
    text = table(
        (
            "Session Name",
            "First Name",
            "Last Name",
            "Email",
            "Join Time",
            "Leave Time",
            "Attendance Duration",
            "Connection Type",
        ),
        (
            "Main",
            "Amina",
            "Yusuf",
            "amina@example.org",
            "2025-09-09 12:10:00",
            "2025-09-09 13:10:00",
            "60 mins",
            "Desktop",
        ),
        (
            "Main",
            "Amina",
            "Yusuf",
            "amina@example.org",
            "2025-09-09 13:00:00",
            "2025-09-09 13:30:00",
            "30 mins",
            "Mobile",
        ),
        by="\t",
    )
    assert (read(text).platform, seconds(preview(text.encode("utf-16")))) == (Platform.WEBEX, {"A": 4800})


def test_webex_in_portuguese() -> None:
    text = table(
        (
            "Nome da reunião",
            "Data de início da reunião",
            "Nome de exibição",
            "Nome",
            "Sobrenome",
            "E-mail do convidado",
            "Horário de entrada",
            "Horário de saída",
            "Duração da participação",
        ),
        (
            "S1",
            "2025-09-09 11:50:00",
            "Amina Yusuf",
            "Amina",
            "Yusuf",
            "amina@example.org",
            "2025-09-09 12:10:00",
            "2025-09-09 13:10:00",
            "60 mins",
        ),
        by="\t",
    )
    assert (read(text).platform, seconds(preview(text))) == (Platform.WEBEX, {"A": 3600})


@pytest.mark.parametrize(
    ("headings", "duration", "join", "leave"),
    [
        ("Prénom,Nom,E-mail,Durée,Heure d'arrivée,Heure de sortie", "1 h 30 min", "12:10", "13:40"),
        ("Nombre,Apellidos,Correo electrónico,Duración,Hora de entrada,Hora de salida", "1 h 30 min", "12:10", "13:40"),
        ("Vorname,Nachname,E-Mail,Dauer,Beigetreten um,Verlassen um", "1 Std. 30 Min.", "12:10", "13:40"),
        ("First name,Last name,Email,Duration,Time joined,Time exited", "1 hr 30 min", "12:10 PM", "1:40 PM"),
        ("Имя,Фамилия,Электронная почта,Продолжительность,Время входа,Время выхода", "1 ч 30 мин", "12:10", "13:40"),
    ],
)
def test_google_meet_in_other_languages(headings: str, duration: str, join: str, leave: str) -> None:
    text = f"{headings}\nAmina,Yusuf,,{duration},{join},{leave}\n"
    found = preview(text)
    figures = found.participants[0].figures
    assert (figures.seconds, figures.seconds_min, figures.seconds_max, found.codes) == (
        5400,
        5340,
        5460,
        ("aggregate_only",),
    )


def test_chinese_names_in_two_columns_are_put_together_without_a_space() -> None:
    text = "名,姓,电子邮件,时长,加入时间,离开时间\n伟,李,,1 小时,12:10,13:10\n"
    assert [person.id for person in preview(text).participants] == ["W"]


def test_google_meet_over_midnight_takes_each_time_to_its_day() -> None:
    session = Span(datetime(2025, 9, 9, 23, tzinfo=UTC), datetime(2025, 9, 10, 1, tzinfo=UTC))
    text = (
        "First name,Last name,Email,Duration,Time joined,Time exited\n"
        "Amina,Yusuf,,1 hr 50 min,23:05,00:55\n"
        "Élodie,Marchand,,30 min,00:20,00:50\n"
    )
    found = preview(text, session=session)
    joined = {person.id: person.figures.first_join for person in found.participants}
    assert (seconds(found), joined) == (
        {"A": 6600, "E": 1800},
        {"A": session.start + timedelta(minutes=5), "E": session.start + timedelta(minutes=80)},
    )


def test_bigbluebutton_in_german_leaves_anonymous_out() -> None:
    text = (
        "Name,Moderator,Aktivitätswert,Redezeit,Beitritt,Verlassen,Dauer\r\n"
        '"Amina Yusuf","FALSE","2.5","00:01:10","9.9.2025, 11:58:20","9.9.2025, 14:00:50","01:40:00"\r\n'
        '"Anonym","","","","","",""\r\n'
    )
    found = preview(text)
    figures = found.participants[0].figures
    assert (figures.seconds_min, figures.seconds_max, figures.flags, found.unmatched) == (
        6000 - 150,
        6000,
        ("aggregate_only",),
        (),
    )


def test_a_session_over_midnight_in_the_zone_of_the_export() -> None:
    text = table(
        ZOOM[0], ("Amina Yusuf", "amina@example.org", "09/10/2025 11:30:00 PM", "09/11/2025 12:45:00 AM", "75", "No")
    )
    session = Span(datetime(2025, 9, 11, 3, tzinfo=UTC), datetime(2025, 9, 11, 5, tzinfo=UTC))
    assert seconds(preview(text, zone="America/New_York", session=session)) == {"A": 4500}


@pytest.mark.parametrize(
    ("form", "day"), [("%d/%m/%Y %H:%M:%S", 10), ("%m/%d/%Y %I:%M:%S %p", 10), ("%d.%m.%y, %H:%M:%S", 3)]
)
def test_day_and_month_are_settled_by_the_day_of_the_session(form: str, day: int) -> None:
    start = datetime(2025, 9, day, 12, tzinfo=UTC)
    join, leave = (start + timedelta(minutes=at) for at in (10, 100))
    text = table(
        ("Name", "Email", "Join time", "Leave time"),
        ("Amina Yusuf", "amina@example.org", join.strftime(form), leave.strftime(form)),
        by=";",
    )
    assert seconds(preview(text, session=Span(start, start + timedelta(hours=2)))) == {"A": 5400}


def test_where_nothing_settles_the_order_the_organiser_is_asked() -> None:
    rows = [
        ("Amina Yusuf", "09/10/2025 12:00:00", "09/10/2025 13:00:00"),
        ("Élodie Marchand", "10/09/2025 12:00:00", "10/09/2025 13:00:00"),
    ]
    text = table(("Name", "Join time", "Leave time"), *rows)
    session = Span(datetime(2025, 9, 10, 12, tzinfo=UTC), datetime(2025, 9, 10, 14, tzinfo=UTC))
    asked = preview(text, session=session)
    answered = preview(text, session=session, order=Order.DAY_FIRST)
    assert (asked.outcome, asked.codes, asked.participants) == ("confirm", ("ambiguous_dates",), ())
    assert (answered.outcome, seconds(answered)) == ("import", {"A": 0, "E": 3600})


def test_the_hour_that_comes_twice_gives_a_range_with_a_flag() -> None:
    session = Span(datetime(2025, 10, 26, 0, tzinfo=UTC), datetime(2025, 10, 26, 3, tzinfo=UTC))
    text = table(("Name", "Join time", "Leave time"), ("Amina Yusuf", "2025-10-26 02:30:00", "2025-10-26 03:30:00"))
    found = preview(text, zone="Europe/Zurich", session=session)
    figures = found.participants[0].figures
    assert (figures.seconds_min, figures.seconds_max, figures.flags, found.codes) == (
        3600,
        7200,
        ("ambiguous_time",),
        ("ambiguous_time",),
    )


def test_a_time_that_the_clock_change_skips_is_reported_and_credits_nobody() -> None:
    session = Span(datetime(2025, 3, 30, 0, tzinfo=UTC), datetime(2025, 3, 30, 3, tzinfo=UTC))
    text = table(
        ("Name", "Join time", "Leave time"),
        ("Amina Yusuf", "2025-03-30 02:30:00", "2025-03-30 03:30:00"),
        ("Élodie Marchand", "2025-03-30 01:00:00", "2025-03-30 05:00:00"),
    )
    found = preview(text, zone="Europe/Zurich", session=session)
    assert (seconds(found), found.codes) == ({"E": 10800}, ("unreadable_row",))


def test_times_with_their_own_offset_need_no_zone() -> None:
    text = table(
        ("Name", "Join time", "Leave time"),
        ("Amina Yusuf", "2025-09-09T14:00:00+02:00", "2025-09-09T16:00:00+02:00"),
    )
    assert seconds(preview(text, zone="Asia/Tokyo")) == {"A": 7200}


def test_combined_exports_that_repeat_the_meeting_on_every_line() -> None:
    text = table(
        (
            "Topic",
            "Meeting ID",
            "User Name",
            "User Email",
            "Start Time",
            "End Time",
            "Duration (Minutes)",
            "Name (Original Name)",
            "User Email",
            "Join Time",
            "Leave Time",
            "Duration (Minutes)",
            "In Waiting Room",
        ),
        (
            "S1",
            "812",
            "Marathon Host",
            "host@example.org",
            "09/09/2025 11:40",
            "09/09/2025 14:10",
            "150",
            "Amina Yusuf",
            "amina@example.org",
            "09/09/2025 12:00:00",
            "09/09/2025 13:00:00",
            "60",
            "No",
        ),
    )
    assert seconds(preview(text)) == {"A": 3600}


def test_several_files_are_summed_and_what_they_share_counts_once() -> None:
    head = ("Name", "Email", "Join time", "Leave time")
    first = table(head, ("Amina Yusuf", "amina@example.org", "2025-09-09 12:00:00", "2025-09-09 13:00:00"))
    second = table(
        head,
        ("Amina Yusuf", "amina@example.org", "2025-09-09 12:00:00", "2025-09-09 13:00:00"),
        ("Amina Yusuf", "", "2025-09-09 12:50:00", "2025-09-09 14:10:00"),
    )
    found = preview(first, second, first)
    assert (seconds(found), found.participants[0].figures.rows) == ({"A": 7200}, 2)


def test_a_mapped_heading_is_remembered() -> None:
    text = "Jina,Barua pepe,Kuingia,Kutoka\nAmina Yusuf,amina@example.org,2025-09-09 12:00:00,2025-09-09 13:00:00\n"
    mapped = {"JINA": Field.NAME, "barua pepe": Field.EMAIL, "kuingia": Field.JOIN, "Kutoka": Field.LEAVE}
    asked, answered = preview(text), preview(text, headings=mapped)
    assert (asked.outcome, asked.problems[0][1].facts["headings"]) == (
        "refuse",
        ("Jina", "Barua pepe", "Kuingia", "Kutoka"),
    )
    assert (answered.outcome, seconds(answered)) == ("import", {"A": 3600})


def test_one_unknown_heading_is_named_with_what_is_still_needed() -> None:
    text = "Name,Email,Kuingia,Leave time\nAmina Yusuf,amina@example.org,2025-09-09 12:00:00,2025-09-09 13:00:00\n"
    facts = preview(text).problems[0][1].facts
    assert facts == {"headings": ("Kuingia",), "missing": ("join",)}


def test_a_waiting_room_in_words_nobody_knows_credits_nobody() -> None:
    text = table(
        ("Name", "Join time", "Leave time", "In waiting room"),
        ("Amina Yusuf", "2025-09-09 12:00:00", "2025-09-09 13:00:00", "Labda"),
        ("Élodie Marchand", "2025-09-09 12:00:00", "2025-09-09 13:00:00", "Нет"),
    )
    found = preview(text)
    assert (seconds(found), found.codes) == ({"E": 3600}, ("unknown_value",))
