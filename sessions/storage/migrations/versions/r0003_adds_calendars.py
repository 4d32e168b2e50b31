"""Adds calendars"""

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "calendars",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("application_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column(
            "generation", sa.Integer(), nullable=False, comment="of the personal feed's secret address; no row: 1"
        ),
        sa.Column("changed_us", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["applications.id"], name=op.f("fk_calendars_application_id_applications")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendars")),
        sa.UniqueConstraint("application_id", name=op.f("uq_calendars_application_id")),
    )
    op.create_table(
        "fetches",
        sa.Column("id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("application_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), nullable=False),
        sa.Column(
            "family",
            sa.String(length=16),
            nullable=False,
            comment="of the calendar program; nothing else is kept of it",
        ),
        sa.Column("version", sa.String(length=64), nullable=False, comment="the entity tag of what was fetched last"),
        sa.Column("content_us", sa.BigInteger(), nullable=False, comment="the last change that it contains"),
        sa.Column("fetched_us", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["applications.id"], name=op.f("fk_fetches_application_id_applications")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fetches")),
        sa.UniqueConstraint("application_id", "family", name=op.f("uq_fetches_application_id_family")),
    )


def downgrade() -> None:
    op.drop_table("fetches")
    op.drop_table("calendars")
