"""Core statements compiled once, so that a save spends its time in SQLite and not in building SQL."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, CursorResult, Table, bindparam, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.compiler import SQLCompiler


class Statement:
    """A Core statement whose text never changes; only its bound values do."""

    __slots__ = ("_fixed", "_names", "sql")

    def __init__(self, clause: Executable) -> None:
        compiled = clause.compile(dialect=sqlite.dialect())  # type: ignore[attr-defined]  # every statement we build can compile
        assert isinstance(compiled, SQLCompiler)
        self.sql = str(compiled)
        self._names = tuple(compiled.positiontup or ())
        self._fixed = {key: value for key, value in compiled.params.items() if value is not None}

    def run(self, connection: Connection, **values: Any) -> CursorResult[Any]:
        """Execute once; a missing name is a KeyError, never a silent NULL."""
        return connection.exec_driver_sql(self.sql, self._bind(values))

    def run_many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Execute once for each of `rows`; nothing when there are none."""
        bound = [self._bind(row) for row in rows]
        if bound:
            connection.exec_driver_sql(self.sql, bound)

    def _bind(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        fixed = self._fixed
        return tuple(values[name] if name in values else fixed[name] for name in self._names)


def insert_all(table: Table, *, without: tuple[str, ...] = ()) -> Any:
    """An INSERT with one named value for each column of `table`, apart from those `without`."""
    return insert(table).values(
        {name: bindparam(name) for name in table.c.keys() if name not in without}  # noqa: SIM118 — not a dict
    )


def upsert(table: Table, key: str, *, keep: tuple[str, ...] = ()) -> Statement:
    """Insert a row or change the one with the same `key`; columns in `keep` stay as first written."""
    named: dict[str, Any] = {name: bindparam(name) for name in table.c.keys()}  # noqa: SIM118 — not a dict
    changed = {name: value for name, value in named.items() if name != key and name not in keep}
    return Statement(
        sqlite_insert(table).values(named).on_conflict_do_update(index_elements=[key], set_=changed)
    )
