"""The gateway's database: SQLite inside one program, or PostgreSQL in the data centre."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime
from threading import RLock
from typing import Any

from sqlalchemy import Connection, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import QueuePool, StaticPool

from sync.gateway.schema import prepare
from sync.protocol.signing import SigningKey
from sync.protocol.times import to_text

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA busy_timeout = 30000",
)


class Store:
    """Transactions on the gateway's tables, and the gateway's own signing key.

    `url` is `sqlite:///path`, `sqlite://` (memory) or `postgresql://…`. Without a `key` one is
    made at the first start and kept in the store; a data centre hands its own in.

    Raises:
        NewerStore: the store belongs to a newer gateway.
        sqlalchemy.exc.SQLAlchemyError: the database cannot be reached.
    """

    def __init__(self, url: str, *, now: datetime, key: SigningKey | None = None) -> None:
        where = make_url(url)
        if where.drivername in ("postgres", "postgresql"):
            where = where.set(drivername="postgresql+psycopg")
        self._is_sqlite = where.get_backend_name() == "sqlite"
        # SQLite has one writer: waiting here is fairer than its own busy loop.
        self._turn = RLock() if self._is_sqlite else nullcontext()
        self._engine = _sqlite(where) if self._is_sqlite else _postgresql(where)
        try:
            with self.transaction() as connection:
                made = SigningKey.generate() if key is None else None
                seed = prepare(
                    connection,
                    created_at=to_text(now),
                    seed=made.seed if made is not None else None,
                )
        except BaseException:
            self.close()
            raise
        if key is None and seed is None:
            self.close()
            raise ValueError("this store expects the gateway's key from outside")
        self.key = key if key is not None else SigningKey(seed or b"")

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back on any error."""
        with self._turn, self._engine.begin() as connection:
            yield connection

    def insert_new(
        self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]
    ) -> int:
        """Insert those `rows` whose key is not there yet; returns how many were."""
        dialect = sqlite if self._is_sqlite else postgresql
        new = 0
        for row in rows:
            # Drivers disagree about the row count here; what was returned was inserted.
            statement = (
                dialect.insert(table)
                .values(**row)
                .on_conflict_do_nothing()
                .returning(next(iter(table.primary_key.columns)))
            )
            new += len(connection.execute(statement).all())
        return new

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


def _sqlite(where: URL) -> Any:
    in_memory = where.database in (None, "", ":memory:")
    engine = create_engine(
        where,
        poolclass=StaticPool if in_memory else QueuePool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _settle(raw: sqlite3.Connection, _record: object) -> None:
        # pysqlite must not begin transactions by itself: the listener below does.
        raw.isolation_level = None
        for pragma in _PRAGMAS:
            raw.execute(pragma).close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _postgresql(where: URL) -> Any:
    return create_engine(
        where, pool_size=10, max_overflow=10, pool_pre_ping=True, hide_parameters=True
    )
