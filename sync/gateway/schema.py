"""The gateway's tables: every key begins with the thana, events can only be added."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    insert,
    inspect,
    select,
    update,
)

VERSION = 2
"""Of these tables. A store with a newer one is left alone, an older one gets what it lacks."""

PARTITIONS = 16
"""HASH partitions of the event table on PostgreSQL."""

metadata = MetaData()

gateway = Table(
    "gateway",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("seed", LargeBinary),
    Column("created_at", Text, nullable=False),
)

device = Table(
    "device",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("public", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("app", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("incarnation", Integer, nullable=False),
    Column("enrolled_at", Text, nullable=False),
    Column("revoked_at", Text),
    Column("last_contact", Text),
    Column("alarm", Text),
    Column("alarm_at", Text),
)

chain = Table(
    "chain",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("incarnation", Integer, primary_key=True),
    Column("head_seq", BigInteger, nullable=False),
    Column("head_hash", Text, nullable=False),
    Column("token", BigInteger, nullable=False),
)

enrol_code = Table(
    "enrol_code",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("code_id", Text, primary_key=True),
    Column("key", LargeBinary, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("device", Text),
    Column("device_public", Text),
    UniqueConstraint("code_id"),
)

feed = Table(
    "feed",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("epoch", Text, nullable=False),
    Column("epoch_before", Text, nullable=False),
    Column("base", BigInteger, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("hash", Text, nullable=False),
    Column("verdicts", BigInteger, nullable=False),
)

journal = Table(
    "event",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("incarnation", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("feed_no", BigInteger, nullable=False),
    Column("feed_hash", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("form_version", Integer, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    UniqueConstraint("thana", "feed_no"),
    UniqueConstraint("thana", "hash"),
    postgresql_partition_by="HASH (thana)",
)

nonce = Table(
    "nonce",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("nonce", Text, primary_key=True),
    Column("expires", BigInteger, nullable=False),
    Index("nonce_expires", "expires"),
)

parked = Table(
    "parked",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("clears", BigInteger),
    Column("device", Text, nullable=False),
    Column("incarnation", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("event_hash", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("waits_for", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("is_open", Boolean, nullable=False),
    Index("parked_waits_for", "thana", "is_open", "waits_for"),
)

allocation = Table(
    "allocation",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("series", Text, primary_key=True),
    Column("period", Text, primary_key=True),
    Column("serial", BigInteger, primary_key=True),
    Column("event_hash", Text, primary_key=True),
    Column("record_id", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("incarnation", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
)

signer = Table(
    "signer",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    Column("public", Text, primary_key=True),
    Column("is_confirmed", Boolean, nullable=False),
    Column("at", Text, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("incarnation", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("hash", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)

# What was attached to records, by the hash of the whole; `held` bytes of it lie in `file_piece`.
file = Table(
    "file",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("held", BigInteger, nullable=False),
    Column("is_complete", Boolean, nullable=False),
    Column("at", Text, nullable=False),
    Index("file_unfinished", "thana", "is_complete"),
)

file_piece = Table(
    "file_piece",
    metadata,
    Column("thana", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("start", BigInteger, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

_SQLITE_GUARDS = tuple(
    f"CREATE TRIGGER event_no_{what.lower()} BEFORE {what} ON event "
    "BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END"
    for what in ("UPDATE", "DELETE")
)
_POSTGRESQL_GUARDS = (
    *(
        f"CREATE TABLE event_{part:02d} PARTITION OF event "
        f"FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {part})"
        for part in range(PARTITIONS)
    ),
    "CREATE OR REPLACE FUNCTION event_is_only_added() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'events are only ever added'; END $$",
    "CREATE TRIGGER event_no_change BEFORE UPDATE OR DELETE ON event "
    "FOR EACH ROW EXECUTE FUNCTION event_is_only_added()",
    "CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event "
    "FOR EACH STATEMENT EXECUTE FUNCTION event_is_only_added()",
)


_WHOLE = "a complete file is only kept"
_SQLITE_FILE_GUARDS = (
    *(
        f"CREATE TRIGGER file_no_{what.lower()} BEFORE {what} ON file WHEN OLD.is_complete "
        f"BEGIN SELECT RAISE(ABORT, '{_WHOLE}'); END"
        for what in ("UPDATE", "DELETE")
    ),
    *(
        f"CREATE TRIGGER file_piece_no_{what.lower()} BEFORE {what} ON file_piece WHEN EXISTS ("
        "SELECT 1 FROM file WHERE file.thana = OLD.thana AND file.sha256 = OLD.sha256 "
        f"AND file.is_complete) BEGIN SELECT RAISE(ABORT, '{_WHOLE}'); END"
        for what in ("UPDATE", "DELETE")
    ),
)
_POSTGRESQL_FILE_GUARDS = (
    "CREATE OR REPLACE FUNCTION file_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{_WHOLE}'; END $$",
    "CREATE OR REPLACE FUNCTION file_piece_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN IF EXISTS (SELECT 1 FROM file WHERE file.thana = OLD.thana "
    f"AND file.sha256 = OLD.sha256 AND file.is_complete) THEN RAISE EXCEPTION '{_WHOLE}'; END IF; "
    "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$",
    "CREATE TRIGGER file_no_change BEFORE UPDATE OR DELETE ON file "
    "FOR EACH ROW WHEN (OLD.is_complete) EXECUTE FUNCTION file_is_kept()",
    "CREATE TRIGGER file_piece_no_change BEFORE UPDATE OR DELETE ON file_piece "
    "FOR EACH ROW EXECUTE FUNCTION file_piece_is_kept()",
    "CREATE TRIGGER file_no_truncate BEFORE TRUNCATE ON file "
    "FOR EACH STATEMENT EXECUTE FUNCTION file_is_kept()",
    "CREATE TRIGGER file_piece_no_truncate BEFORE TRUNCATE ON file_piece "
    "FOR EACH STATEMENT EXECUTE FUNCTION file_is_kept()",
)


@event.listens_for(journal, "after_create")
def _guard(_table: Table, connection: Connection, **_how: object) -> None:
    is_sqlite = connection.dialect.name == "sqlite"
    for statement in _SQLITE_GUARDS if is_sqlite else _POSTGRESQL_GUARDS:
        connection.exec_driver_sql(statement)


@event.listens_for(file_piece, "after_create")
def _guard_files(_table: Table, connection: Connection, **_how: object) -> None:
    is_sqlite = connection.dialect.name == "sqlite"
    for statement in _SQLITE_FILE_GUARDS if is_sqlite else _POSTGRESQL_FILE_GUARDS:
        connection.exec_driver_sql(statement)


class NewerStore(RuntimeError):
    """The store was made by a newer gateway; this one must not touch it."""


def prepare(connection: Connection, *, created_at: str, seed: bytes | None) -> bytes | None:
    """Create the tables where there are none; return the stored key seed, if any.

    Raises:
        NewerStore: the tables carry a version beyond `VERSION`.
    """
    if connection.dialect.name == "postgresql":
        # Two replicas that start together must not both create the tables.
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7235419)")
    if not inspect(connection).has_table(gateway.name):
        metadata.create_all(connection)
        connection.execute(
            insert(gateway).values(one=1, version=VERSION, seed=seed, created_at=created_at)
        )
        return seed
    found = connection.execute(select(gateway.c.version, gateway.c.seed)).one()
    if found.version > VERSION:
        raise NewerStore(f"store version {found.version}, this gateway knows {VERSION}")
    if found.version < VERSION:
        # Versions have only ever added tables: what is there is left as it stands.
        metadata.create_all(connection)
        connection.execute(update(gateway).values(version=VERSION))
    return None if found.seed is None else bytes(found.seed)
