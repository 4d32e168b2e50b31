from datetime import UTC, datetime

import pytest

from sessions.domain.application_form import ApplicationForm
from sessions.domain.countries import Countries
from sessions.domain.refusals import BadValue, ConsentMissing, EmailTwice, UnknownChoice, UnknownCountry, ValueMissing
from sessions.domain.selection import Function, Gender, Kind
from sessions.imports.application_columns import Column, ColumnMapping, UnknownHeading, map_columns
from sessions.imports.application_file import (
    ApplicationFile,
    ApplicationRow,
    Form,
    RowProblem,
    headings_of,
    read_applications,
)
from sessions.imports.tables import Table, read_table

C = Column
FORM = Form(
    countries=Countries(names={"KE": "Kenya", "FR": "France", "SN": "Senegal"}, aliases={"Sénégal": "SN"}),
    languages=("en", "fr"),
    zone="Europe/Zurich",
)
FIVE = [C.NAME, C.EMAIL, C.ORGANISATION, C.COUNTRY, C.KIND]
ENGLISH = ("Timestamp", "Email Address", "Name (as on the certificate)", "Organization", "Country of work",
           "Sector", "Function", "Gender", "Preferred language", "I agree to the privacy notice",
           "How did you hear of us?")  # fmt: skip


def _table(text: str) -> Table:
    table = read_table(text.encode(), name="answers.csv")
    assert isinstance(table, Table)
    return table


def _read(text: str) -> ApplicationFile:
    table = _table(text)
    mapping = map_columns(headings_of(table))
    assert isinstance(mapping, ColumnMapping)
    return read_applications(table, mapping, FORM)


@pytest.mark.parametrize(
    ("headings", "columns", "unknown"),
    [
        (
            ENGLISH,
            [*FIVE, C.FUNCTION, C.GENDER, C.LANGUAGE, C.CONSENT, C.APPLIED],
            ("How did you hear of us?",),
        ),
        (
            ("Horodateur", "Prénom", "Nom", "Adresse e-mail", "Pays", "Établissement", "Genre", "Remarques"),
            [C.GIVEN_NAME, C.FAMILY_NAME, C.EMAIL, C.ORGANISATION, C.COUNTRY, C.GENDER, C.APPLIED],
            ("Remarques",),
        ),
        (
            ("Nombre completo", "Correo electrónico", "País", "Institución", "Tipo de institución"),
            FIVE,
            (),
        ),
        (("ФИО", "Электронная почта", "Страна", "Организация", "Тип организации"), FIVE, ()),
        (("الاسم الكامل", "البريد الإلكتروني", "الدولة", "المؤسسة"), FIVE[:4], ()),
        (("姓名", "邮箱", "国家", "单位"), FIVE[:4], ()),
    ],
)  # fmt: skip
def test_columns_are_guessed_from_headings_in_many_languages(
    headings: tuple[str, ...], columns: list[Column], unknown: tuple[str, ...]
) -> None:
    mapping = map_columns(headings)
    assert isinstance(mapping, ColumnMapping)
    assert (list(mapping.columns), mapping.unknown, mapping.missing) == (columns, unknown, ())


def test_what_is_missing_is_named_and_an_override_supplies_it() -> None:
    headings = ("Who are you", "Contact", "Country")
    guessed = map_columns(headings)
    assert isinstance(guessed, ColumnMapping)
    assert (guessed.missing, guessed.unknown) == ((C.NAME, C.EMAIL), ("Who are you", "Contact"))
    mapping = map_columns(headings, {"name": "who are you", "email": "Contact"})
    assert mapping == ColumnMapping(columns={C.NAME: 0, C.EMAIL: 1, C.COUNTRY: 2}, headings=headings)


def test_an_override_that_names_nothing_is_refused_with_what_there_is() -> None:
    assert map_columns(("A", "B"), {"name": "C"}) == UnknownHeading(given="C", known=("A", "B"))
    assert map_columns(("A", "B"), {"nmae": "A"}) == UnknownHeading(given="nmae", known=tuple(Column))


def test_a_column_can_be_left_out() -> None:
    mapping = map_columns(("Name", "Email", "Country", "Group"), {"cohort": ""})
    assert isinstance(mapping, ColumnMapping)
    assert mapping.unknown == ("Group",)


def test_rows_become_forms_in_the_words_of_the_marathon() -> None:
    text = (
        "Horodateur;Prénom;Nom;Adresse e-mail;Pays;Établissement;Secteur;Fonction;Genre;Langue\n"
        "2025/07/03 09:12:33;Awa;Ndiaye;awa@example.org;Sénégal;Institut Pasteur;Autorité de réglementation;"
        "Contrôle qualité;Femme;Français\n"
        ";;;;;;;;;\n"
        "03/04/2025 10:00;Marc;Durand;MARC@Example.org;FR;;;;;\n"
    )
    awa = ApplicationForm(
        name="Awa Ndiaye",
        email="awa@example.org",
        organisation="Institut Pasteur",
        country="SN",
        kind=Kind.REGULATOR,
        function=Function.QUALITY_CONTROL,
        gender=Gender.WOMAN,
        zone="Africa/Dakar",
        language="fr",
    )
    marc = ApplicationForm(
        name="Marc Durand",
        email="MARC@example.org",
        organisation=None,
        country="FR",
        kind=Kind.OTHER,
        function=Function.OTHER,
        gender=None,
        zone="Europe/Paris",
        language="en",
    )
    assert _read(text) == ApplicationFile(
        rows=(
            ApplicationRow(line=2, form=awa, applied=datetime(2025, 7, 3, 7, 12, 33, tzinfo=UTC)),
            ApplicationRow(line=4, form=marc, applied=None),
        ),
        problems=(),
    )


def test_each_bad_row_is_told_with_everything_wrong_and_the_good_ones_stand() -> None:
    text = (
        "name,email,country,kind,I agree\n"
        "Grace Wanjiru,grace@example.org,Kenya,Industry,yes\n"
        "X Y,no address,Kenia,pirate,no\n"
        ",a@example.org,Kenya,,yes\n"
        "Grace W,GRACE@example.org,Kenya,,yes\n"
    )
    read = _read(text)
    assert [row.line for row in read.rows] == [2]
    assert read.problems == (
        RowProblem(
            line=3,
            refusals=(
                BadValue(field="email", value="no address", expected="email-address"),
                UnknownCountry(value="Kenia", nearest=(("KE", "Kenya"),)),
                UnknownChoice(field="kind", value="pirate", choices=tuple(Kind)),
                ConsentMissing(),
            ),
        ),
        RowProblem(line=4, refusals=(ValueMissing(field="name"),)),
        RowProblem(line=5, refusals=(EmailTwice(email="GRACE@example.org", line=2),)),
    )


def test_a_moment_with_an_offset_is_that_moment() -> None:
    read = _read("name,email,country,submitted at\nGrace W,g@example.org,KE,2025-07-03T09:00:00+03:00\n")
    assert read.rows[0].applied == datetime(2025, 7, 3, 6, tzinfo=UTC)
