"""Run by Alembic: migrates within the connection and the transaction that it was given."""

from __future__ import annotations

from alembic import context

from assistant.records.models import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
)
context.run_migrations()
