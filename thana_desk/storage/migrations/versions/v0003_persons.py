"""Names by their words, persons, and links between them."""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    'CREATE TABLE name_word ( "key" TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY ("key", word) ) WITHOUT ROWID, STRICT',
    "CREATE TABLE person ( place INTEGER NOT NULL, person_id TEXT NOT NULL, record_id TEXT NOT NULL, paths TEXT NOT NULL, name TEXT NOT NULL, relation TEXT NOT NULL, relative TEXT NOT NULL, born INTEGER, gender TEXT NOT NULL, phones TEXT NOT NULL, identities TEXT NOT NULL, address TEXT NOT NULL, PRIMARY KEY (place), UNIQUE (person_id) ) STRICT",
    "CREATE TABLE person_link ( record_id TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, joined INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (record_id, one, other) ) WITHOUT ROWID, STRICT",
    "CREATE INDEX name_word_word ON name_word (word)",
    "CREATE INDEX person_record ON person (record_id)",
    "CREATE INDEX person_link_one ON person_link (one)",
    "CREATE INDEX person_link_other ON person_link (other)",
    "CREATE VIRTUAL TABLE search_word USING fts5vocab(search, 'row')",
    "CREATE VIRTUAL TABLE person_search USING fts5(words, content='', contentless_delete=1, detail=none, tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\", prefix='2 3 4')",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
