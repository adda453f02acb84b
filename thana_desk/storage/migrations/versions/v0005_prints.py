"""Prints that wait, how officers like pages, and a print log that can be searched."""

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS = (
    "CREATE TABLE print_choice ( owner TEXT NOT NULL, printer TEXT NOT NULL, choice TEXT NOT NULL, updated_at TEXT NOT NULL, PRIMARY KEY (owner, printer) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE print_job ( job_id TEXT NOT NULL, owner TEXT NOT NULL, state TEXT NOT NULL, problem TEXT NOT NULL, wanted TEXT NOT NULL, sent INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, PRIMARY KEY (job_id) ) WITHOUT ROWID, STRICT",
    "CREATE INDEX print_job_owner ON print_job (owner)",
    "CREATE INDEX print_log_actor ON print_log (actor, at)",
    "CREATE INDEX print_log_at ON print_log (at)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
