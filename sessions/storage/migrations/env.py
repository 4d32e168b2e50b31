"""Run by Alembic for every command; the connection comes from ``migrations/__init__.py``, never from a file."""

from alembic import context

from sessions.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_type=True,
    render_as_batch=context.config.attributes["rebuild"],
    transactional_ddl=True,
)
context.run_migrations()
