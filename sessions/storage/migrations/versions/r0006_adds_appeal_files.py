"""Adds appeal files"""

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "appeal_files",
        sa.Column(
            "value_id", sa.BigInteger().with_variant(sa.INTEGER(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column(
            "content",
            sa.LargeBinary(),
            nullable=False,
            comment="gone with the value, whose text names and commits to it",
        ),
        sa.ForeignKeyConstraint(
            ["value_id"], ["personal_values.id"], name=op.f("fk_appeal_files_value_id_personal_values")
        ),
        sa.PrimaryKeyConstraint("value_id", name=op.f("pk_appeal_files")),
    )


def downgrade() -> None:
    op.drop_table("appeal_files")
