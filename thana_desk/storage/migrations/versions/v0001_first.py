"""The first schema: journal, numbers, projections, search, desk rows, logs."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    "CREATE TABLE access_log ( place INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, act TEXT NOT NULL, record_id TEXT, event_hash TEXT, detail TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (place) ) STRICT",
    "CREATE TABLE allocation ( series TEXT NOT NULL, period TEXT NOT NULL, serial INTEGER NOT NULL, turn INTEGER NOT NULL, number TEXT NOT NULL, record_id TEXT NOT NULL, event_hash TEXT NOT NULL, at TEXT NOT NULL, prev_alloc_hash TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (series, period, serial), UNIQUE (series, period, turn) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE attachment ( sha256 TEXT NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (sha256) ) STRICT",
    "CREATE TABLE clash ( event_hash TEXT NOT NULL, series TEXT NOT NULL, period TEXT NOT NULL, serial INTEGER NOT NULL, number TEXT NOT NULL, record_id TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (event_hash, series, period, serial) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE clock ( record_id TEXT NOT NULL, code TEXT NOT NULL, starts_at TEXT NOT NULL, due_at TEXT, warn_at TEXT NOT NULL, stopped_at TEXT, PRIMARY KEY (record_id, code) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE draft ( draft_id TEXT NOT NULL, form TEXT NOT NULL, form_version INTEGER NOT NULL, owner TEXT NOT NULL, parent_id TEXT, letter TEXT NOT NULL, reasons TEXT NOT NULL, note TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, PRIMARY KEY (draft_id) ) STRICT",
    "CREATE TABLE event ( place INTEGER NOT NULL, thana TEXT NOT NULL, device TEXT NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, event_id TEXT NOT NULL, record_id TEXT NOT NULL, kind TEXT NOT NULL, form TEXT NOT NULL, form_version INTEGER NOT NULL, parents TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, on_behalf_of TEXT, stated_at TEXT NOT NULL, device_at TEXT NOT NULL, trusted_at TEXT, body BLOB NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL, signature TEXT, PRIMARY KEY (place), UNIQUE (device, incarnation, seq), UNIQUE (device, incarnation, prev_hash), UNIQUE (event_id), UNIQUE (hash) ) STRICT",
    "CREATE TABLE event_sync ( device TEXT NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT, acked_at TEXT, PRIMARY KEY (device, incarnation, seq) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE inbox_parked ( event_hash TEXT NOT NULL, record_id TEXT NOT NULL, reason TEXT NOT NULL, since TEXT NOT NULL, PRIMARY KEY (event_hash) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE index_row ( record_id TEXT NOT NULL, line INTEGER NOT NULL, kind TEXT NOT NULL, path TEXT NOT NULL, shown TEXT NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (record_id, line) ) WITHOUT ROWID, STRICT",
    'CREATE TABLE meta ( "key" TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY ("key") ) WITHOUT ROWID, STRICT',
    "CREATE TABLE officer ( user_id TEXT NOT NULL, login TEXT NOT NULL, name_hi TEXT NOT NULL, name_en TEXT NOT NULL, pno TEXT NOT NULL, rank TEXT NOT NULL, roles TEXT NOT NULL, public_key TEXT NOT NULL, sealed_private_key BLOB NOT NULL, active INTEGER NOT NULL, created_at TEXT NOT NULL, PRIMARY KEY (user_id), UNIQUE (login) ) STRICT",
    "CREATE TABLE print_log ( place INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, act TEXT NOT NULL, record_id TEXT, event_hash TEXT, detail TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (place) ) STRICT",
    "CREATE TABLE record ( place INTEGER NOT NULL, record_id TEXT NOT NULL, form TEXT NOT NULL, form_version INTEGER NOT NULL, status TEXT NOT NULL, version INTEGER NOT NULL, number TEXT, series TEXT, period TEXT, serial INTEGER, parent_id TEXT, case_id TEXT, sensitive INTEGER NOT NULL, provisional INTEGER NOT NULL, title TEXT NOT NULL, registered_at TEXT, occurred_on TEXT, created_by TEXT, registered_by TEXT, on_behalf_of TEXT, event_hash TEXT NOT NULL, thana TEXT NOT NULL, device TEXT NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, siblings INTEGER NOT NULL, PRIMARY KEY (place), UNIQUE (record_id) ) STRICT",
    "CREATE TABLE record_letter ( place INTEGER NOT NULL, letter TEXT NOT NULL, PRIMARY KEY (place) ) STRICT",
    "CREATE TABLE record_version ( record_id TEXT NOT NULL, version INTEGER NOT NULL, event_hash TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, reason TEXT, PRIMARY KEY (record_id, version, event_hash) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE request ( request_id TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (request_id) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE series_floor ( series TEXT NOT NULL, period TEXT NOT NULL, last_used INTEGER NOT NULL, after_serial INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (series, period, last_used) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE sync_pos ( peer TEXT NOT NULL, incarnation INTEGER NOT NULL, acked_seq INTEGER NOT NULL, acked_hash TEXT NOT NULL, feed_epoch TEXT NOT NULL, cursor INTEGER NOT NULL, cursor_hash TEXT NOT NULL, verdicts_read INTEGER NOT NULL, token TEXT NOT NULL, receipt TEXT, proof TEXT, halt TEXT, last_contact TEXT, PRIMARY KEY (peer) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE verdict ( feed_epoch TEXT NOT NULL, number INTEGER NOT NULL, clears INTEGER, device TEXT NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, event_hash TEXT NOT NULL, record_id TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (feed_epoch, number) ) WITHOUT ROWID, STRICT",
    "CREATE INDEX access_log_record ON access_log (record_id)",
    "CREATE INDEX clock_due ON clock (due_at) WHERE stopped_at IS NULL",
    "CREATE INDEX event_record ON event (record_id)",
    "CREATE INDEX event_sync_parked ON event_sync (state) WHERE state = 'parked'",
    "CREATE INDEX index_row_folded ON index_row (kind, folded)",
    "CREATE INDEX print_log_record ON print_log (record_id)",
    "CREATE INDEX record_case ON record (case_id) WHERE case_id IS NOT NULL",
    "CREATE INDEX record_form ON record (form)",
    "CREATE INDEX record_parent ON record (parent_id) WHERE parent_id IS NOT NULL",
    "CREATE INDEX record_registered ON record (registered_at) WHERE registered_at IS NOT NULL",
    "CREATE INDEX record_serial ON record (series, period, serial) WHERE series IS NOT NULL",
    "CREATE VIRTUAL TABLE search USING fts5(text, content='', contentless_delete=1, tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\", prefix='2 3 4')",
    "CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'event only grows'); END",
    "CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'event only grows'); END",
    "CREATE TRIGGER allocation_no_update BEFORE UPDATE ON allocation BEGIN SELECT RAISE(ABORT, 'allocation only grows'); END",
    "CREATE TRIGGER allocation_no_delete BEFORE DELETE ON allocation BEGIN SELECT RAISE(ABORT, 'allocation only grows'); END",
    "CREATE TRIGGER series_floor_no_update BEFORE UPDATE ON series_floor BEGIN SELECT RAISE(ABORT, 'series_floor only grows'); END",
    "CREATE TRIGGER series_floor_no_delete BEFORE DELETE ON series_floor BEGIN SELECT RAISE(ABORT, 'series_floor only grows'); END",
    "CREATE TRIGGER record_version_no_update BEFORE UPDATE ON record_version BEGIN SELECT RAISE(ABORT, 'record_version only grows'); END",
    "CREATE TRIGGER record_version_no_delete BEFORE DELETE ON record_version BEGIN SELECT RAISE(ABORT, 'record_version only grows'); END",
    "CREATE TRIGGER print_log_no_update BEFORE UPDATE ON print_log BEGIN SELECT RAISE(ABORT, 'print_log only grows'); END",
    "CREATE TRIGGER print_log_no_delete BEFORE DELETE ON print_log BEGIN SELECT RAISE(ABORT, 'print_log only grows'); END",
    "CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'access_log only grows'); END",
    "CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'access_log only grows'); END",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
