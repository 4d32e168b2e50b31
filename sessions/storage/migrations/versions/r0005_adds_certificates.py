"""Adds certificates"""

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "approvals",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("marathon_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("rule_key", sa.String(length=64), nullable=False),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("rule", sa.JSON(), nullable=False, comment="the rule as it was applied"),
        sa.Column(
            "list_hash", sa.String(length=64), nullable=False, comment="SHA-256 of rule and people: what is approved"
        ),
        sa.Column(
            "people", sa.JSON(), nullable=False, comment="person's id -> SHA-256 of what their completion rests on"
        ),
        sa.Column("prepared_us", sa.BigInteger(), nullable=False),
        sa.Column("prepared_kind", sa.String(length=16), nullable=False),
        sa.Column("prepared_by", sa.Text(), nullable=False),
        sa.Column("approved_us", sa.BigInteger(), nullable=True),
        sa.Column("approved_kind", sa.String(length=16), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=True),
        sa.Column(
            "fallen_us", sa.BigInteger(), nullable=True, comment="when it was found that the evidence had changed"
        ),
        sa.ForeignKeyConstraint(["marathon_id"], ["marathons.id"], name=op.f("fk_approvals_marathon_id_marathons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approvals")),
    )
    with op.batch_alter_table("approvals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_approvals_marathon_id"), ["marathon_id"], unique=False)

    op.create_table(
        "scores",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("marathon_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Float(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column(
            "withdrawn_us",
            sa.BigInteger(),
            nullable=True,
            comment="since when a corrected score does not count; null: it counts",
        ),
        sa.ForeignKeyConstraint(["marathon_id"], ["marathons.id"], name=op.f("fk_scores_marathon_id_marathons")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_scores_person_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scores")),
    )
    with op.batch_alter_table("scores", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_scores_person_id"), ["person_id"], unique=False)

    op.create_table(
        "surveys",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("marathon_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["marathon_id"], ["marathons.id"], name=op.f("fk_surveys_marathon_id_marathons")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_surveys_person_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surveys")),
        sa.UniqueConstraint("marathon_id", "person_id", name=op.f("uq_surveys_marathon_id_person_id")),
    )
    with op.batch_alter_table("surveys", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_surveys_person_id"), ["person_id"], unique=False)

    op.create_table(
        "certificates",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("marathon_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("rule_key", sa.String(length=64), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False, comment="1, and one more with each replacement"),
        sa.Column("serial", sa.String(length=24), nullable=False),
        sa.Column("approval_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("name_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False, comment="what is stated, but the name"),
        sa.Column(
            "basis", sa.JSON(), nullable=False, comment="what completion was computed from at the moment of issue"
        ),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("pdf_sha256", sa.String(length=64), nullable=False),
        sa.Column("credential_sha256", sa.String(length=64), nullable=False),
        sa.Column("status_list", sa.Integer(), nullable=False),
        sa.Column("status_index", sa.Integer(), nullable=False),
        sa.Column("issued_us", sa.BigInteger(), nullable=False),
        sa.Column("changed_us", sa.BigInteger(), nullable=True),
        sa.Column("superseded_by", sa.String(length=24), nullable=True),
        sa.Column("replaces", sa.String(length=24), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["approval_id"], ["approvals.id"], name=op.f("fk_certificates_approval_id_approvals")),
        sa.ForeignKeyConstraint(["marathon_id"], ["marathons.id"], name=op.f("fk_certificates_marathon_id_marathons")),
        sa.ForeignKeyConstraint(
            ["name_id"], ["personal_values.id"], name=op.f("fk_certificates_name_id_personal_values")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_certificates_person_id_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sa.UniqueConstraint(
            "marathon_id",
            "person_id",
            "rule_key",
            "generation",
            name=op.f("uq_certificates_marathon_id_person_id_rule_key_generation"),
        ),
        sa.UniqueConstraint("serial", name=op.f("uq_certificates_serial")),
        sa.UniqueConstraint("status_list", "status_index", name=op.f("uq_certificates_status_list_status_index")),
    )
    with op.batch_alter_table("certificates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_certificates_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("certificates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_certificates_person_id"))

    op.drop_table("certificates")
    with op.batch_alter_table("surveys", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_surveys_person_id"))

    op.drop_table("surveys")
    with op.batch_alter_table("scores", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_scores_person_id"))

    op.drop_table("scores")
    with op.batch_alter_table("approvals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_approvals_marathon_id"))

    op.drop_table("approvals")
