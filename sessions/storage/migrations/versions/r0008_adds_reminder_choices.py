"""Adds what people choose for their reminders, and notices of absence"""

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "reminder_choices",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("marathon_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("means", sa.String(length=16), nullable=False, comment="channel, dm"),
        sa.Column(
            "left_out", sa.JSON(), nullable=False, comment="keys of the programme's reminders that are not wanted"
        ),
        sa.Column(
            "quiet_start",
            sa.String(length=5),
            nullable=True,
            comment="HH:MM in the person's own zone; null: no quiet hours",
        ),
        sa.Column("quiet_end", sa.String(length=5), nullable=True),
        sa.Column("snoozed_until_us", sa.BigInteger(), nullable=True),
        sa.Column("muted", sa.Integer(), nullable=False, comment="1: nothing of this marathon"),
        sa.Column(
            "refused_us", sa.BigInteger(), nullable=True, comment="when Discord would not let a direct message through"
        ),
        sa.Column("changed_us", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["marathon_id"], ["marathons.id"], name=op.f("fk_reminder_choices_marathon_id_marathons")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_reminder_choices_person_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder_choices")),
        sa.UniqueConstraint("marathon_id", "person_id", name=op.f("uq_reminder_choices_marathon_id_person_id")),
    )
    with op.batch_alter_table("reminder_choices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reminder_choices_person_id"), ["person_id"], unique=False)
    op.create_table(
        "absences",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("marathon_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("session_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column(
            "at_us", sa.BigInteger(), nullable=False, comment="when they said that they cannot come; no evidence"
        ),
        sa.Column("withdrawn_us", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["marathon_id"], ["marathons.id"], name=op.f("fk_absences_marathon_id_marathons")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_absences_person_id_persons")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_absences_session_id_sessions")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
        sa.UniqueConstraint("session_id", "person_id", name=op.f("uq_absences_session_id_person_id")),
    )
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absences_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_absences_person_id"))

    op.drop_table("absences")
    with op.batch_alter_table("reminder_choices", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reminder_choices_person_id"))

    op.drop_table("reminder_choices")
