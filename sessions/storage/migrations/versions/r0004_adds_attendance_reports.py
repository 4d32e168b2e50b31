"""Adds attendance reports"""

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "open_presences",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("discord_id", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False, comment="the channel's name"),
        sa.Column("start_us", sa.BigInteger(), nullable=False),
        sa.Column("seen_us", sa.BigInteger(), nullable=False, comment="the last moment at which presence is proven"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_presences")),
        sa.UniqueConstraint("channel_id", "discord_id", name=op.f("uq_open_presences_channel_id_discord_id")),
    )
    op.create_table(
        "report_headings",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_headings")),
        sa.UniqueConstraint("heading", name=op.f("uq_report_headings_heading")),
    )
    op.create_table(
        "aliases",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("marathon_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=True),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("actor_kind", sa.String(length=16), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["marathon_id"], ["marathons.id"], name=op.f("fk_aliases_marathon_id_marathons")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_aliases_person_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aliases")),
    )
    with op.batch_alter_table("aliases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_aliases_marathon_id"), ["marathon_id"], unique=False)

    op.create_table(
        "appeals",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("marathon_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("session_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("text_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("file_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False, comment="open, upheld, rejected"),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("decided_us", sa.BigInteger(), nullable=True),
        sa.Column("decided_kind", sa.String(length=16), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["file_id"], ["personal_values.id"], name=op.f("fk_appeals_file_id_personal_values")),
        sa.ForeignKeyConstraint(["marathon_id"], ["marathons.id"], name=op.f("fk_appeals_marathon_id_marathons")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_appeals_person_id_persons")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_appeals_session_id_sessions")),
        sa.ForeignKeyConstraint(["text_id"], ["personal_values.id"], name=op.f("fk_appeals_text_id_personal_values")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
    )
    with op.batch_alter_table("appeals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appeals_marathon_id"), ["marathon_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appeals_person_id"), ["person_id"], unique=False)

    op.create_table(
        "attendance_imports",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("marathon_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("session_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("actor_kind", sa.String(length=16), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column(
            "zone", sa.String(length=64), nullable=False, comment="in which the platform wrote the times, as stated"
        ),
        sa.Column("files", sa.JSON(), nullable=False, comment="name, sha256, platform and rows of each"),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column(
            "stated",
            sa.JSON(),
            nullable=False,
            comment="ids of the evidence that these files state, new or known before",
        ),
        sa.Column("undone_us", sa.BigInteger(), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("undone_why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["marathon_id"], ["marathons.id"], name=op.f("fk_attendance_imports_marathon_id_marathons")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_attendance_imports_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_imports")),
    )
    with op.batch_alter_table("attendance_imports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_imports_session_id"), ["session_id"], unique=False)

    op.create_table(
        "review_items",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("marathon_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("session_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("attendance_import_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="as the file has it; empty once erased"),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("match", sa.Text(), nullable=False, comment="name and e-mail folded, as aliases are compared"),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("suggestions", sa.JSON(), nullable=False, comment="ids of persons, the likeliest first"),
        sa.Column("rows", sa.JSON(), nullable=False, comment="what would be evidence"),
        sa.Column("status", sa.String(length=16), nullable=False, comment="open, credited, nobody, staff, undone"),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=True),
        sa.Column("decided_us", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attendance_import_id"],
            ["attendance_imports.id"],
            name=op.f("fk_review_items_attendance_import_id_attendance_imports"),
        ),
        sa.ForeignKeyConstraint(["marathon_id"], ["marathons.id"], name=op.f("fk_review_items_marathon_id_marathons")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_review_items_person_id_persons")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_review_items_session_id_sessions")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_items")),
    )
    with op.batch_alter_table("review_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_review_items_marathon_id"), ["marathon_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_review_items_session_id"), ["session_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("review_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_review_items_session_id"))
        batch_op.drop_index(batch_op.f("ix_review_items_marathon_id"))

    op.drop_table("review_items")
    with op.batch_alter_table("attendance_imports", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_imports_session_id"))

    op.drop_table("attendance_imports")
    with op.batch_alter_table("appeals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_appeals_person_id"))
        batch_op.drop_index(batch_op.f("ix_appeals_marathon_id"))

    op.drop_table("appeals")
    with op.batch_alter_table("aliases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_aliases_marathon_id"))

    op.drop_table("aliases")
    op.drop_table("report_headings")
    op.drop_table("open_presences")
