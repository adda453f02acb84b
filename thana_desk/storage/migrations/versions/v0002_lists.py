"""What lists are narrowed by, and the lists that officers keep under a name."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    "ALTER TABLE record ADD COLUMN gaps INTEGER DEFAULT 0 NOT NULL",
    "CREATE TABLE saved_view ( view_id TEXT NOT NULL, owner TEXT NOT NULL, name TEXT NOT NULL, wanted TEXT NOT NULL, made_by TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, PRIMARY KEY (view_id) ) WITHOUT ROWID, STRICT",
    "CREATE INDEX record_gaps ON record (place, form) WHERE gaps > 0",
    "CREATE INDEX record_occurred ON record (occurred_on)",
    "CREATE INDEX record_officer ON record (registered_by, form)",
    "CREATE INDEX record_provisional ON record (place, form) WHERE provisional = 1",
    "CREATE INDEX record_sensitive ON record (place, form) WHERE sensitive = 1",
    "DROP INDEX record_serial",
    "CREATE INDEX record_serial ON record (series, period, serial)",
    "CREATE INDEX record_under ON record (form, case_id, parent_id) WHERE case_id IS NOT NULL",
    "CREATE INDEX record_written ON record (device, incarnation, seq)",
    "CREATE INDEX saved_view_owner ON saved_view (owner)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
