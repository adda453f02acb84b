"""Alembic's entry: run the revisions on the connection handed over, all in its one transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
