"""The tables of the store, as SQLAlchemy Core sees them, and the statements that make them.

Registered events are the truth; `record`, `index_row`, `search`, `person` and `clock` are projections that
replay can make again. `event`, `allocation`, `record_version`, `series_floor`, `print_log` and
`access_log` only ever grow: triggers refuse UPDATE, DELETE and REPLACE.
"""

from typing import Any

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

SCHEMA_VERSION = 5
"""`PRAGMA user_version` of a store that this program writes; one more for each Alembic revision."""

HEAD_REVISION = "0005"
"""The Alembic revision that belongs to `SCHEMA_VERSION`."""

metadata = MetaData()


def _text(name: str, **more: Any) -> Column[str]:
    return Column(name, Text, nullable=False, **more)


def _text_or_null(name: str) -> Column[str]:
    return Column(name, Text, nullable=True)


def _whole(name: str, **more: Any) -> Column[int]:
    return Column(name, Integer, nullable=False, **more)


def _whole_or_null(name: str) -> Column[int]:
    return Column(name, Integer, nullable=True)


def _table(name: str, *parts: Any, rowid: bool = True) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


meta = _table("meta", _text("key", primary_key=True), _text("value"), rowid=False)

officer = _table(
    "officer",
    _text("user_id", primary_key=True),
    _text("login", unique=True),
    _text("name_hi"),
    _text("name_en"),
    _text("pno"),
    _text("rank"),
    _text("roles"),
    _text("public_key"),
    Column("sealed_private_key", LargeBinary, nullable=False),
    _whole("active"),
    _text("created_at"),
)

# `place` is the order of arrival on this PC. A named INTEGER PRIMARY KEY keeps it through VACUUM.
event = _table(
    "event",
    Column("place", Integer, primary_key=True),
    _text("thana"),
    _text("device"),
    _whole("incarnation"),
    _whole("seq"),
    _text("event_id", unique=True),
    _text("record_id"),
    _text("kind"),
    _text("form"),
    _whole("form_version"),
    _text("parents"),
    _text("actor"),
    _text("role"),
    _text_or_null("on_behalf_of"),
    _text("stated_at"),
    _text("device_at"),
    _text_or_null("trusted_at"),
    Column("body", LargeBinary, nullable=False),
    _text("prev_hash"),
    _text("hash", unique=True),
    _text_or_null("signature"),
    UniqueConstraint("device", "incarnation", "seq"),
    UniqueConstraint("device", "incarnation", "prev_hash"),
)

Index("event_record", event.c.record_id)

# The journal is never touched again, so what the data centre said of an event stands beside it.
event_sync = _table(
    "event_sync",
    _text("device", primary_key=True),
    _whole("incarnation", primary_key=True, autoincrement=False),
    _whole("seq", primary_key=True, autoincrement=False),
    _text("state"),
    _text_or_null("reason"),
    _text_or_null("acked_at"),
    rowid=False,
)
Index("event_sync_parked", event_sync.c.state, sqlite_where=event_sync.c.state == "parked")

allocation = _table(
    "allocation",
    _text("series", primary_key=True),
    _text("period", primary_key=True),
    _whole("serial", primary_key=True, autoincrement=False),
    _whole("turn"),
    _text("number"),
    _text("record_id"),
    _text("event_hash"),
    _text("at"),
    _text("prev_alloc_hash"),
    _text("hash"),
    UniqueConstraint("series", "period", "turn"),
    rowid=False,
)

# A series that the printed register has already carried to some number before this program.
series_floor = _table(
    "series_floor",
    _text("series", primary_key=True),
    _text("period", primary_key=True),
    _whole("last_used", primary_key=True, autoincrement=False),
    _whole("after_serial"),
    _text("at"),
    _text("actor"),
    _text("reason"),
    rowid=False,
)

clash = _table(
    "clash",
    _text("event_hash", primary_key=True),
    _text("series", primary_key=True),
    _text("period", primary_key=True),
    _whole("serial", primary_key=True, autoincrement=False),
    _text("number"),
    _text("record_id"),
    _text("at"),
    rowid=False,
)

record = _table(
    "record",
    Column("place", Integer, primary_key=True),
    _text("record_id", unique=True),
    _text("form"),
    _whole("form_version"),
    _text("status"),
    _whole("version"),
    _text_or_null("number"),
    _text_or_null("series"),
    _text_or_null("period"),
    _whole_or_null("serial"),
    _text_or_null("parent_id"),
    _text_or_null("case_id"),
    _whole("sensitive"),
    _whole("provisional"),
    _text("title"),
    _text_or_null("registered_at"),
    _text_or_null("occurred_on"),
    _text_or_null("created_by"),
    _text_or_null("registered_by"),
    _text_or_null("on_behalf_of"),
    _text("event_hash"),
    _text("thana"),
    _text("device"),
    _whole("incarnation"),
    _whole("seq"),
    _whole("siblings"),
    _whole("gaps", server_default=text("0")),
)
Index("record_form", record.c.form)
Index("record_parent", record.c.parent_id, sqlite_where=record.c.parent_id.is_not(None))
Index("record_case", record.c.case_id, sqlite_where=record.c.case_id.is_not(None))
Index("record_serial", record.c.series, record.c.period, record.c.serial)
Index(
    "record_registered",
    record.c.registered_at,
    sqlite_where=record.c.registered_at.is_not(None),
)

# What lists are narrowed by; each of them marks few of many records.
Index("record_gaps", record.c.place, record.c.form, sqlite_where=record.c.gaps > 0)
Index("record_occurred", record.c.occurred_on)
Index("record_officer", record.c.registered_by, record.c.form)
Index("record_provisional", record.c.place, record.c.form, sqlite_where=record.c.provisional == 1)
Index("record_sensitive", record.c.place, record.c.form, sqlite_where=record.c.sensitive == 1)
Index(
    "record_under",
    record.c.form,
    record.c.case_id,
    record.c.parent_id,
    sqlite_where=record.c.case_id.is_not(None),
)
Index("record_written", record.c.device, record.c.incarnation, record.c.seq)

# Apart from the columns that lists read: a page of the store holds many records without their
# letters, and hardly two with them. `place` is the record's.
record_letter = _table(
    "record_letter",
    Column("place", Integer, primary_key=True),
    _text("letter"),
)

record_version = _table(
    "record_version",
    _text("record_id", primary_key=True),
    _whole("version", primary_key=True, autoincrement=False),
    _text("event_hash", primary_key=True),
    _text("at"),
    _text("actor"),
    _text_or_null("reason"),
    rowid=False,
)

index_row = _table(
    "index_row",
    _text("record_id", primary_key=True),
    _whole("line", primary_key=True, autoincrement=False),
    _text("kind"),
    _text("path"),
    _text("shown"),
    _text("folded"),
    rowid=False,
)
Index("index_row_folded", index_row.c.kind, index_row.c.folded)

# Every word that occurs in a name, by its coarse keys: what may be meant is looked up here, and
# the search tables are then asked for the words themselves. Words only ever come in; a rebuild
# leaves out those that no record has any more.
name_word = _table(
    "name_word",
    _text("key", primary_key=True),
    _text("word", primary_key=True),
    rowid=False,
)
Index("name_word_word", name_word.c.word)

# A person as one record names him. `place` is the record's, times 1024, and his number in it.
person = _table(
    "person",
    Column("place", Integer, primary_key=True),
    _text("person_id", unique=True),
    _text("record_id"),
    _text("paths"),
    _text("name"),
    _text("relation"),
    _text("relative"),
    _whole_or_null("born"),
    _text("gender"),
    _text("phones"),
    _text("identities"),
    _text("address"),
)
Index("person_record", person.c.record_id)

# What officers said of two persons: that they are one, or that they are not. The newest counts.
person_link = _table(
    "person_link",
    _text("record_id", primary_key=True),
    _text("one", primary_key=True),
    _text("other", primary_key=True),
    _whole("joined"),
    _text("at"),
    rowid=False,
)
Index("person_link_one", person_link.c.one)
Index("person_link_other", person_link.c.other)

clock = _table(
    "clock",
    _text("record_id", primary_key=True),
    _text("code", primary_key=True),
    _text("starts_at"),
    _text_or_null("due_at"),
    _text("warn_at"),
    _text_or_null("stopped_at"),
    rowid=False,
)
Index("clock_due", clock.c.due_at, sqlite_where=clock.c.stopped_at.is_(None))

draft = _table(
    "draft",
    _text("draft_id", primary_key=True),
    _text("form"),
    _whole("form_version"),
    _text("owner"),
    _text_or_null("parent_id"),
    _text("letter"),
    _text("reasons"),
    _text("note"),
    _text("created_at"),
    _text("updated_at"),
)

# A list that an officer (`owner`) or the whole station (empty) keeps under a name.
saved_view = _table(
    "saved_view",
    _text("view_id", primary_key=True),
    _text("owner"),
    _text("name"),
    _text("wanted"),
    _text("made_by"),
    _text("created_at"),
    _text("updated_at"),
    rowid=False,
)
Index("saved_view_owner", saved_view.c.owner)

# What an officer sent to a printer or into a file and is not done yet: the order, never the pages.
print_job = _table(
    "print_job",
    _text("job_id", primary_key=True),
    _text("owner"),
    _text("state"),
    _text("problem"),
    _text("wanted"),
    _whole("sent"),
    _text("created_at"),
    _text("updated_at"),
    rowid=False,
)
Index("print_job_owner", print_job.c.owner)

# How an officer likes the pages of a printer.
print_choice = _table(
    "print_choice",
    _text("owner", primary_key=True),
    _text("printer", primary_key=True),
    _text("choice"),
    _text("updated_at"),
    rowid=False,
)

attachment = _table(
    "attachment",
    _text("sha256", primary_key=True),
    _text("name"),
    _text("mime"),
    _whole("size"),
    Column("data", LargeBinary, nullable=False),
)

# Which files the versions of records name: a projection that only grows with the versions.
record_file = _table(
    "record_file",
    _text("event_hash", primary_key=True),
    _text("sha256", primary_key=True),
    _text("record_id"),
    _text("name"),
    _text("mime"),
    _whole("size"),
    rowid=False,
)
Index("record_file_sha256", record_file.c.sha256)

# How far a file is on its way: `at_peer`, or `spoiled` here so that a person must look.
file_way = _table(
    "file_way",
    _text("sha256", primary_key=True),
    _text("state"),
    _text("at"),
    rowid=False,
)

# The pieces of a file that is being fetched; they become an attachment when the last one came.
file_piece = _table(
    "file_piece",
    _text("sha256", primary_key=True),
    _whole("start", primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)

sync_pos = _table(
    "sync_pos",
    _text("peer", primary_key=True),
    _whole("incarnation"),
    _whole("acked_seq"),
    _text("acked_hash"),
    _text("feed_epoch"),
    _whole("cursor"),
    _text("cursor_hash"),
    _whole("verdicts_read"),
    _text("token"),
    _text_or_null("receipt"),
    _text_or_null("proof"),
    _text_or_null("halt"),
    _text_or_null("last_contact"),
    rowid=False,
)

# What the data centre has to say about single events, in its own numbering.
verdict = _table(
    "verdict",
    _text("feed_epoch", primary_key=True),
    _whole("number", primary_key=True, autoincrement=False),
    _whole_or_null("clears"),
    _text("device"),
    _whole("incarnation"),
    _whole("seq"),
    _text("event_hash"),
    _text("record_id"),
    _text("reason"),
    _text("detail"),
    _text("at"),
    rowid=False,
)

# Events that are in the journal but cannot be shown yet.
inbox_parked = _table(
    "inbox_parked",
    _text("event_hash", primary_key=True),
    _text("record_id"),
    _text("reason"),
    _text("since"),
    rowid=False,
)

request = _table("request", _text("request_id", primary_key=True), _text("answer"), rowid=False)


def _log_table(name: str) -> Table:
    return _table(
        name,
        Column("place", Integer, primary_key=True),
        _text("at"),
        _text("actor"),
        _text("role"),
        _text("act"),
        _text_or_null("record_id"),
        _text_or_null("event_hash"),
        _text("detail"),
        _text("prev_hash"),
        _text("hash"),
        Index(f"{name}_record", "record_id"),
    )


print_log = _log_table("print_log")
Index("print_log_at", print_log.c.at)
Index("print_log_actor", print_log.c.actor, print_log.c.at)
access_log = _log_table("access_log")

APPEND_ONLY = (event, allocation, series_floor, record_version, print_log, access_log)

# Latin, Devanagari letters, matras (Mc, Mn) and digits make words: without the marks a name falls
# to pieces at every matra. Contentless: the text itself stands in the letter already.
SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(text, content='', contentless_delete=1, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\", prefix='2 3 4')"
)

# The words of `search`, to look up which begin as typed: a beginning that is longer than the prefix
# index knows costs seconds where it is common.
SEARCH_WORD = "CREATE VIRTUAL TABLE search_word USING fts5vocab(search, 'row')"

# One column: asking for a column costs five times as much. A letter before a word says whose it is.
PERSON_SEARCH = (
    "CREATE VIRTUAL TABLE person_search USING fts5(words, content='', "
    "contentless_delete=1, detail=none, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\", prefix='2 3 4')"
)


def statements() -> list[str]:
    """All DDL of a new store, in order: tables, indexes, the search table, the triggers."""
    dialect = sqlite.dialect()
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    for table in metadata.sorted_tables:
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    made += [SEARCH, SEARCH_WORD, PERSON_SEARCH]
    for table in APPEND_ONLY:
        for act in ("UPDATE", "DELETE"):
            made.append(
                f"CREATE TRIGGER {table.name}_no_{act.lower()} BEFORE {act} ON {table.name} "
                f"BEGIN SELECT RAISE(ABORT, '{table.name} only grows'); END"
            )
    return [" ".join(statement.split()) for statement in made]
