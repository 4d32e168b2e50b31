"""Which column of a web form's export holds what: guessed from its headings, shown first, and overridable.

A heading is compared without case, accents and punctuation. It is taken when it is one of the known headings, or when
it begins with one or holds one as whole words ("Your e-mail address (work)"). The longest known heading wins, and a
field is filled by the first column that fits it best; nothing is guessed from the cells.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Column(StrEnum):
    """What a column of an export of applications can hold."""

    NAME = "name"
    GIVEN_NAME = "given-name"
    FAMILY_NAME = "family-name"
    EMAIL = "email"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    KIND = "kind"
    FUNCTION = "function"
    GENDER = "gender"
    ZONE = "zone"
    LANGUAGE = "language"
    COHORT = "cohort"
    CONSENT = "consent"
    APPLIED = "applied"


_C = Column
HEADINGS: Mapping[Column, tuple[str, ...]] = MappingProxyType(
    {
        _C.NAME: (
            "name", "full name", "name and surname", "name on the certificate", "name as on the certificate",
            "certificate name", "nom complet", "nom et prenom", "nombre completo", "nombre y apellidos",
            "nome completo", "фио", "полное имя", "имя и фамилия", "الاسم الكامل", "الاسم", "姓名",
            "vollstandiger name", "nama lengkap", "ad soyad",
        ),
        _C.GIVEN_NAME: (
            "first name", "given name", "given names", "forename", "prenom", "prenoms", "nombre", "nombres",
            "primeiro nome", "имя", "الاسم الأول", "名", "vorname", "nome",
        ),
        _C.FAMILY_NAME: (
            "last name", "family name", "surname", "nom", "nom de famille", "apellido", "apellidos", "sobrenome",
            "apelido", "фамилия", "اسم العائلة", "اللقب", "姓", "nachname", "familienname", "cognome",
        ),
        _C.EMAIL: (
            "email", "e mail", "email address", "e mail address", "mail", "courriel", "adresse e mail",
            "adresse email", "adresse electronique", "correo", "correo electronico", "endereco de e mail",
            "электронная почта", "адрес электронной почты", "البريد الإلكتروني", "邮箱", "电子邮件", "e mail adresse",
        ),
        _C.ORGANISATION: (
            "organisation", "organization", "institution", "company", "employer", "affiliation", "workplace",
            "organisme", "entreprise", "etablissement", "institucion", "organizacion", "empresa", "instituicao",
            "organizacao", "организация", "место работы", "المؤسسة", "المنظمة", "جهة العمل", "单位", "机构", "firma",
        ),
        _C.COUNTRY: (
            "country", "country of work", "country of residence", "pays", "pais", "страна", "الدولة", "البلد", "国家",
            "land", "negara", "ulke",
        ),
        _C.KIND: (
            "kind of organisation", "kind of organization", "type of organisation", "type of organization",
            "organisation type", "organization type", "sector", "kind", "type of institution", "secteur",
            "type d organisation", "type d organisme", "tipo de organizacion", "tipo de institucion",
            "tipo de organizacao", "setor", "тип организации", "сектор", "نوع المؤسسة", "机构类型",
        ),
        _C.FUNCTION: (
            "function", "department", "area of work", "field of work", "job function", "role", "fonction",
            "domaine d activite", "funcion", "area de trabajo", "funcao", "area de atuacao", "функция", "отдел",
            "الوظيفة", "القسم", "职能", "部门",
        ),
        _C.GENDER: ("gender", "sex", "genre", "sexe", "genero", "sexo", "пол", "الجنس", "النوع", "性别", "geschlecht"),
        _C.ZONE: ("time zone", "timezone", "fuseau horaire", "zona horaria", "fuso horario", "часовой пояс", "时区"),
        _C.LANGUAGE: (
            "language", "preferred language", "langue", "idioma", "lingua", "язык", "اللغة", "语言", "sprache",
        ),
        _C.COHORT: ("cohort", "group", "cohorte", "groupe", "grupo", "coorte", "группа", "المجموعة"),
        _C.CONSENT: (
            "consent", "privacy", "privacy notice", "i agree", "consentement", "j accepte", "consentimiento", "acepto",
            "consentimento", "aceito", "согласие", "أوافق", "同意",
        ),
        _C.APPLIED: (
            "timestamp", "submitted", "submitted at", "submission date", "submission time", "date submitted",
            "completion time", "start time", "applied", "horodateur", "date de soumission", "marca temporal",
            "carimbo de data hora", "отметка времени", "طابع زمني", "提交时间", "zeitstempel",
        ),
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Column to its place in the file (from 0), and the headings that nothing was found for."""

    columns: Mapping[Column, int]
    headings: tuple[str, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        used = set(self.columns.values())
        return tuple(heading for place, heading in enumerate(self.headings) if place not in used and heading.strip())

    @property
    def missing(self) -> tuple[Column, ...]:
        """What an application cannot do without, and the file does not have."""
        missing = [column for column in (_C.EMAIL, _C.COUNTRY) if column not in self.columns]
        if _C.NAME not in self.columns and not {_C.GIVEN_NAME, _C.FAMILY_NAME} <= set(self.columns):
            missing.insert(0, _C.NAME)
        return tuple(missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownHeading:
    """An override that names a heading which the file does not have, or a column which there is not."""

    given: str
    known: tuple[str, ...]


def fold_heading(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join("" if unicodedata.combining(c) else c if c.isalnum() else " " for c in spread)
    return " ".join(unicodedata.normalize("NFC", kept).split())


_FOLDED = {column: tuple(fold_heading(known) for known in names) for column, names in HEADINGS.items()}


def map_columns(
    headings: Sequence[str], overrides: Mapping[str, str] = MappingProxyType({})
) -> ColumnMapping | UnknownHeading:
    """The mapping guessed from the headings. ``overrides``: column to heading, or to "" to leave the column out."""
    places = {fold_heading(heading): place for place, heading in reversed(list(enumerate(headings)))}
    chosen: dict[Column, int] = {}
    left_out: set[Column] = set()
    for name, heading in overrides.items():
        if name not in set(Column):
            return UnknownHeading(given=name, known=tuple(Column))
        if not heading:
            left_out.add(Column(name))
        elif fold_heading(heading) in places:
            chosen[Column(name)] = places[fold_heading(heading)]
        else:
            return UnknownHeading(given=heading, known=tuple(headings))
    guessed = _guess([fold_heading(heading) for heading in headings], set(chosen.values()))
    for column, place in guessed.items():
        if column not in chosen and column not in left_out and place not in chosen.values():
            chosen[column] = place
    ordered = {column: chosen[column] for column in Column if column in chosen}
    return ColumnMapping(columns=ordered, headings=tuple(headings))


def _guess(headings: Sequence[str], used: set[int]) -> dict[Column, int]:
    """Best fit first: the same, then begins with, then holds as whole words; the longer known heading before the
    shorter, the earlier column before the later."""
    fits: list[tuple[int, int, int, int, Column]] = []
    for place, heading in enumerate(headings):
        if not heading or place in used:
            continue
        for order, (column, names) in enumerate(_FOLDED.items()):
            for name in names:
                how = _fit(heading, name)
                if how is not None:
                    fits.append((how, -len(name), place, order, column))
    guessed: dict[Column, int] = {}
    for _, _, place, _, column in sorted(fits):
        if column not in guessed and place not in guessed.values():
            guessed[column] = place
    return guessed


def _fit(heading: str, name: str) -> int | None:
    if heading == name:
        return 0
    if heading.startswith(f"{name} "):
        return 1
    return 2 if f" {name} " in f" {heading} " else None
