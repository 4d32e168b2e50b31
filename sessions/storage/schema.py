"""Every table, on SQLite and PostgreSQL alike. Moments are integer microseconds since the epoch, UTC (``…_us``).

Journalled tables (``JOURNALLED``) are written only through ``Transaction.insert/update``: each write leaves the
digest of the row as it was really stored in the journal, so that `marathon journal verify` finds a row that was
edited, added or deleted behind the journal's back. Personal values never stand in a journalled table: they live in
``personal_values`` (value and salt erasable), and the tables refer to them by id.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects import sqlite

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = BigInteger().with_variant(sqlite.INTEGER(), "sqlite")
"""Row ids and microseconds; on SQLite an INTEGER PRIMARY KEY (the rowid)."""


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=True)


def _of(table: str, *, nullable: bool = False, index: bool = False, name: str | None = None) -> Column[int]:
    column = name or f"{table.removesuffix('s')}_id"
    return Column(column, Id, ForeignKey(f"{table}.id"), nullable=nullable, index=index)


marathons = Table(
    "marathons",
    metadata,
    _id(),
    Column("key", String(64), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("document", JSON, nullable=False, comment="the canonical programme document: rules, texts, policy"),
    Column("rule_version", Integer, nullable=False, default=1),
    Column("rule_frozen_us", BigInteger),
    Column("guild_id", BigInteger),
    Column("announced_us", BigInteger),
    Column("created_us", BigInteger, nullable=False),
)

cohorts = Table(
    "cohorts",
    metadata,
    _id(),
    _of("marathons", index=True),
    Column("key", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("capacity", Integer, nullable=False),
    UniqueConstraint("marathon_id", "key"),
)

sessions = Table(
    "sessions",
    metadata,
    _id(),
    _of("marathons"),
    Column("cohort", String(64), comment="a cohort's key; null: everybody"),
    Column("number", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("topic", Text),
    Column("wall", String(16), nullable=False, comment="YYYY-MM-DDTHH:MM in `zone`"),
    Column("zone", String(64), nullable=False),
    Column("start_us", BigInteger, nullable=False),
    Column("duration_s", Integer, nullable=False),
    Column("speakers", JSON, nullable=False),
    Column("venue", Text, nullable=False),
    Column("join_url", Text),
    Column("status", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("time_revision", Integer, nullable=False),
    Column("created_us", BigInteger, nullable=False),
    Column("changed_us", BigInteger, nullable=False),
    Column("time_set_us", BigInteger, nullable=False, comment="when the present time was set"),
    Index("ix_sessions_marathon_id_start_us", "marathon_id", "start_us"),
)

bindings = Table(
    "bindings",
    metadata,
    _id(),
    _of("marathons"),
    Column("purpose", String(64), nullable=False, comment="channel:announcements, role:participant, event:<session> …"),
    Column("discord_id", BigInteger, nullable=False),
    UniqueConstraint("marathon_id", "purpose"),
)

persons = Table(
    "persons",
    metadata,
    _id(),
    Column("discord_id", BigInteger, unique=True),
    Column("zone", String(64)),
    Column("language", String(16)),
    Column("created_us", BigInteger, nullable=False),
)

personal_values = Table(
    "personal_values",
    metadata,
    _id(),
    _of("persons", index=True),
    Column("field", String(32), nullable=False, comment="name, email, organisation …"),
    Column("value", Text, comment="null once erased"),
    Column("salt", String(32), comment="null once erased"),
    Column("commitment", String(64), nullable=False, comment="SHA-256 of salt and value, hex"),
    Column("match", Text, index=True, comment="the value folded for comparing; null once erased"),
)

roles = Table(
    "roles",
    metadata,
    _id(),
    _of("marathons"),
    _of("persons"),
    Column("role", String(16), nullable=False),
    Column("granted_us", BigInteger, nullable=False),
    Column("withdrawn_us", BigInteger),
    UniqueConstraint("marathon_id", "person_id", "role"),
)

applications = Table(
    "applications",
    metadata,
    _id(),
    _of("marathons"),
    _of("persons", index=True),
    Column("status", String(16), nullable=False),
    Column("country", String(2), nullable=False),
    Column("kind", String(32)),
    Column("function", String(32)),
    Column("gender", String(16)),
    Column("zone", String(64), nullable=False),
    Column("language", String(16), nullable=False),
    Column("cohort", String(64)),
    _of("personal_values", nullable=True, name="name_id"),
    _of("personal_values", nullable=True, name="email_id"),
    _of("personal_values", nullable=True, name="organisation_id"),
    Column("applied_us", BigInteger, nullable=False),
    Column("changed_us", BigInteger, nullable=False),
    Column("waiting_rank", Integer),
    Column("offer_deadline_us", BigInteger),
    Column("reasons", JSON, nullable=False, comment="why selection decided as it did: codes with facts"),
    UniqueConstraint("marathon_id", "person_id"),
)

decisions = Table(
    "decisions",
    metadata,
    _id(),
    _of("applications", index=True),
    Column("at_us", BigInteger, nullable=False),
    Column("from_status", String(16)),
    Column("to_status", String(16), nullable=False),
    Column("actor_kind", String(16), nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("reason", Text),
)

proposals = Table(
    "proposals",
    metadata,
    _id(),
    _of("marathons", index=True),
    Column("made_us", BigInteger, nullable=False),
    Column("actor_kind", String(16), nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("seed", Text),
    Column("fingerprint", String(64), nullable=False, comment="SHA-256 of what the proposal follows from"),
    Column("document", JSON, nullable=False, comment="outcomes in falling claim, quotas, summary"),
    Column("changes", JSON, nullable=False, comment="application's number -> an organiser's decision and its reason"),
    Column("approved_us", BigInteger),
    Column("approved_by", Text),
)

evidence = Table(
    "evidence",
    metadata,
    _id(),
    _of("marathons"),
    _of("sessions"),
    _of("persons"),
    Column("kind", String(16), nullable=False),
    Column("key", String(128), nullable=False, unique=True, comment="what may happen once: a click, a report's row"),
    Column("at_us", BigInteger, nullable=False),
    Column("start_us", BigInteger),
    Column("end_us", BigInteger),
    Column("withdraws", Id, ForeignKey("evidence.id")),
    Column("detail", JSON, nullable=False),
    Index("ix_evidence_session_id_person_id", "session_id", "person_id"),
    Index("ix_evidence_person_id_marathon_id", "person_id", "marathon_id"),
)

deliveries = Table(
    "deliveries",
    metadata,
    _id(),
    _of("marathons", index=True),
    Column("key", String(200), nullable=False, unique=True),
    Column("subject", String(64), nullable=False, comment="session:<id>, marathon, person:<id> …"),
    Column("kind", String(64), nullable=False),
    Column("occurrence", String(64), nullable=False),
    Column("audience", String(96), nullable=False),
    Column("means", String(16), nullable=False),
    Column("state", String(16), nullable=False, comment="due, claimed, sent, failed, stale"),
    Column("payload", JSON, nullable=False),
    Column("due_us", BigInteger, nullable=False),
    Column("useful_until_us", BigInteger),
    Column("claimed_us", BigInteger),
    Column("finished_us", BigInteger),
    Column("not_before_us", BigInteger, comment="the next try, after a failure that may pass"),
    Column("tries", Integer, nullable=False, default=0),
    Column("owner", String(64)),
    Column("lease_until_us", BigInteger, comment="wire time: a claim older than this is anybody's"),
    Column("channel_id", BigInteger),
    Column("message_id", BigInteger),
    Column("reason", Text),
    Index("ix_deliveries_state_due_us", "state", "due_us"),
    Index("ix_deliveries_marathon_id_subject", "marathon_id", "subject"),
)

calendars = Table(
    "calendars",
    metadata,
    _id(),
    _of("applications"),
    Column("generation", Integer, nullable=False, comment="of the personal feed's secret address; no row: 1"),
    Column("changed_us", BigInteger, nullable=False),
    UniqueConstraint("application_id"),
)

fetches = Table(
    "fetches",
    metadata,
    _id(),
    _of("applications"),
    Column("family", String(16), nullable=False, comment="of the calendar program; nothing else is kept of it"),
    Column("version", String(64), nullable=False, comment="the entity tag of what was fetched last"),
    Column("content_us", BigInteger, nullable=False, comment="the last change that it contains"),
    Column("fetched_us", BigInteger, nullable=False),
    UniqueConstraint("application_id", "family"),
)

attendance_imports = Table(
    "attendance_imports",
    metadata,
    _id(),
    _of("marathons"),
    _of("sessions", index=True),
    Column("at_us", BigInteger, nullable=False),
    Column("actor_kind", String(16), nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("zone", String(64), nullable=False, comment="in which the platform wrote the times, as stated"),
    Column("files", JSON, nullable=False, comment="name, sha256, platform and rows of each"),
    Column("counts", JSON, nullable=False),
    Column("stated", JSON, nullable=False, comment="ids of the evidence that these files state, new or known before"),
    Column("undone_us", BigInteger),
    Column("undone_by", Text),
    Column("undone_why", Text),
)

review_items = Table(
    "review_items",
    metadata,
    _id(),
    _of("marathons", index=True),
    _of("sessions", index=True),
    _of("attendance_imports"),
    Column("name", Text, nullable=False, comment="as the file has it; empty once erased"),
    Column("email", Text),
    Column("match", Text, nullable=False, comment="name and e-mail folded, as aliases are compared"),
    Column("code", String(32), nullable=False),
    Column("suggestions", JSON, nullable=False, comment="ids of persons, the likeliest first"),
    Column("rows", JSON, nullable=False, comment="what would be evidence"),
    Column("status", String(16), nullable=False, comment="open, credited, nobody, staff, undone"),
    _of("persons", nullable=True),
    Column("decided_us", BigInteger),
    Column("decided_by", Text),
)

aliases = Table(
    "aliases",
    metadata,
    _id(),
    _of("marathons", index=True),
    Column("name", Text, nullable=False),
    Column("email", Text),
    _of("persons", nullable=True),
    Column("at_us", BigInteger, nullable=False),
    Column("actor_kind", String(16), nullable=False),
    Column("actor_id", Text, nullable=False),
)

report_headings = Table(
    "report_headings",
    metadata,
    _id(),
    Column("heading", Text, nullable=False, unique=True),
    Column("field", String(32), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("actor_id", Text, nullable=False),
)

open_presences = Table(
    "open_presences",
    metadata,
    _id(),
    Column("channel_id", BigInteger, nullable=False),
    Column("discord_id", BigInteger, nullable=False),
    Column("source", Text, nullable=False, comment="the channel's name"),
    Column("start_us", BigInteger, nullable=False),
    Column("seen_us", BigInteger, nullable=False, comment="the last moment at which presence is proven"),
    Column("owner", String(64), comment="the process that watches, by its name in claims"),
    UniqueConstraint("channel_id", "discord_id"),
)

appeals = Table(
    "appeals",
    metadata,
    _id(),
    _of("marathons", index=True),
    _of("sessions"),
    _of("persons", index=True),
    _of("personal_values", name="text_id"),
    _of("personal_values", nullable=True, name="file_id"),
    Column("status", String(16), nullable=False, comment="open, upheld, rejected"),
    Column("at_us", BigInteger, nullable=False),
    Column("decided_us", BigInteger),
    Column("decided_kind", String(16)),
    Column("decided_by", Text),
    Column("reason", Text),
)

appeal_files = Table(
    "appeal_files",
    metadata,
    Column("value_id", Id, ForeignKey("personal_values.id"), primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False, comment="gone with the value, whose text names and commits to it"),
)

scores = Table(
    "scores",
    metadata,
    _id(),
    _of("marathons"),
    _of("persons", index=True),
    Column("attempt", Integer, nullable=False),
    Column("percent", Float, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("withdrawn_us", BigInteger, comment="since when a corrected score does not count; null: it counts"),
)

surveys = Table(
    "surveys",
    metadata,
    _id(),
    _of("marathons"),
    _of("persons", index=True),
    Column("at_us", BigInteger, nullable=False),
    UniqueConstraint("marathon_id", "person_id"),
)

approvals = Table(
    "approvals",
    metadata,
    _id(),
    _of("marathons", index=True),
    Column("rule_key", String(64), nullable=False),
    Column("rule_version", Integer, nullable=False),
    Column("rule", JSON, nullable=False, comment="the rule as it was applied"),
    Column("list_hash", String(64), nullable=False, comment="SHA-256 of rule and people: what is approved"),
    Column("people", JSON, nullable=False, comment="person's id -> SHA-256 of what their completion rests on"),
    Column("prepared_us", BigInteger, nullable=False),
    Column("prepared_kind", String(16), nullable=False),
    Column("prepared_by", Text, nullable=False),
    Column("approved_us", BigInteger),
    Column("approved_kind", String(16)),
    Column("approved_by", Text),
    Column("fallen_us", BigInteger, comment="when it was found that the evidence had changed"),
)

certificates = Table(
    "certificates",
    metadata,
    _id(),
    _of("marathons"),
    _of("persons", index=True),
    Column("rule_key", String(64), nullable=False),
    Column("generation", Integer, nullable=False, comment="1, and one more with each replacement"),
    Column("serial", String(24), nullable=False, unique=True),
    _of("approvals"),
    _of("personal_values", name="name_id"),
    Column("document", JSON, nullable=False, comment="what is stated, but the name"),
    Column("basis", JSON, nullable=False, comment="what completion was computed from at the moment of issue"),
    Column("status", String(16), nullable=False),
    Column("pdf_sha256", String(64), nullable=False),
    Column("credential_sha256", String(64), nullable=False),
    Column("status_list", Integer, nullable=False),
    Column("status_index", Integer, nullable=False),
    Column("issued_us", BigInteger, nullable=False),
    Column("changed_us", BigInteger),
    Column("superseded_by", String(24)),
    Column("replaces", String(24)),
    Column("reason", Text),
    UniqueConstraint("marathon_id", "person_id", "rule_key", "generation"),
    UniqueConstraint("status_list", "status_index"),
)

reminder_choices = Table(
    "reminder_choices",
    metadata,
    _id(),
    _of("marathons"),
    _of("persons", index=True),
    Column("means", String(16), nullable=False, comment="channel, dm"),
    Column("left_out", JSON, nullable=False, comment="keys of the programme's reminders that are not wanted"),
    Column("quiet_start", String(5), comment="HH:MM in the person's own zone; null: no quiet hours"),
    Column("quiet_end", String(5)),
    Column("snoozed_until_us", BigInteger),
    Column("muted", Integer, nullable=False, comment="1: nothing of this marathon"),
    Column("refused_us", BigInteger, comment="when Discord would not let a direct message through"),
    Column("changed_us", BigInteger, nullable=False),
    UniqueConstraint("marathon_id", "person_id"),
)

absences = Table(
    "absences",
    metadata,
    _id(),
    _of("marathons"),
    _of("sessions"),
    _of("persons", index=True),
    Column("at_us", BigInteger, nullable=False, comment="when they said that they cannot come; no evidence"),
    Column("withdrawn_us", BigInteger),
    UniqueConstraint("session_id", "person_id"),
)

journal = Table(
    "journal",
    metadata,
    Column("seq", Id, primary_key=True, autoincrement=False),
    Column("at_us", BigInteger, nullable=False),
    Column("actor_kind", String(16), nullable=False),
    Column("actor_id", Text, nullable=False),
    Column("marathon", String(64), comment="the marathon's key; null: the installation"),
    Column("verb", String(64), nullable=False),
    Column("subject", String(96), nullable=False),
    Column("old", JSON(none_as_null=True)),
    Column("new", JSON(none_as_null=True)),
    Column("why", Text),
    Column("rows", JSON, nullable=False, comment="[[table, id, digest or null when deleted], …]"),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("ix_journal_marathon_subject", "marathon", "subject"),
)

journal_head = Table(
    "journal_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
)

JOURNALLED = frozenset(
    {
        "marathons",
        "cohorts",
        "sessions",
        "bindings",
        "roles",
        "applications",
        "decisions",
        "proposals",
        "evidence",
        "attendance_imports",
        "appeals",
        "personal_values",
        "scores",
        "surveys",
        "approvals",
        "certificates",
        "reminder_choices",
        "absences",
    }
)
"""Tables whose rows the journal answers for. Of ``personal_values`` the digest leaves out value, salt and match."""
