"""Which files records name, and how far each is on its way."""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    "CREATE TABLE file_piece ( sha256 TEXT NOT NULL, start INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (sha256, start) ) STRICT",
    "CREATE TABLE file_way ( sha256 TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (sha256) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE record_file ( event_hash TEXT NOT NULL, sha256 TEXT NOT NULL, record_id TEXT NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (event_hash, sha256) ) WITHOUT ROWID, STRICT",
    "CREATE INDEX record_file_sha256 ON record_file (sha256)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
