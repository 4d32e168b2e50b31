"""Open presences have owners"""

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.add_column(
        "open_presences",
        sa.Column(
            "owner", sa.String(length=64), nullable=True, comment="the process that watches, by its name in claims"
        ),
    )


def downgrade() -> None:
    op.drop_column("open_presences", "owner")
