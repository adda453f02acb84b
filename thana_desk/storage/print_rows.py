"""What a desk keeps about its prints: the log of them, those that wait, how officers like pages."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, delete, desc, func, or_, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from thana_desk.storage import schema
from thana_desk.storage.desk_rows import log_entry
from thana_desk.storage.door import Door
from thana_desk.storage.event_rows import json_text
from thana_desk.storage.rows import LogEntry, PrintJob
from thana_desk.storage.statement import Statement

_J, _C, _P = schema.print_job, schema.print_choice, schema.print_log

_CHOICE: dict[str, Any] = {
    name: bindparam(name) for name in ("owner", "printer", "choice", "updated_at")
}
_PUT_CHOICE = Statement(
    sqlite_insert(_C)
    .values(_CHOICE)
    .on_conflict_do_update(
        index_elements=["owner", "printer"],
        set_={"choice": _CHOICE["choice"], "updated_at": _CHOICE["updated_at"]},
    )
)


class PrintRows(Door):
    """The print log, the waiting prints and the printers' settings of one store."""

    def prints(self, record_id: str | None = None, limit: int = 200) -> tuple[LogEntry, ...]:
        """The newest lines of the print log, of one record when given."""
        query = select(_P).order_by(desc(_P.c.place)).limit(limit)
        if record_id is not None:
            query = query.where(_P.c.record_id == record_id)
        with self.reading() as connection:
            return tuple(log_entry(row._mapping) for row in connection.execute(query))

    def print_lines(
        self,
        *,
        actor: str | None = None,
        acts: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        limit: int = 200,
        offset: int = 0,
    ) -> tuple[tuple[LogEntry, ...], int]:
        """Lines of the print log, newest first, and how many there are.

        `acts` are beginnings of acts, `since` and `until` ISO times, both included.
        """
        found: list[ColumnElement[bool]] = []
        if actor is not None:
            found.append(_P.c.actor == actor)
        if acts:
            found.append(or_(*(_P.c.act.startswith(one, autoescape=True) for one in acts)))
        if since is not None:
            found.append(_P.c.at >= since)
        if until is not None:
            found.append(_P.c.at <= until)
        query = select(_P).where(*found).order_by(desc(_P.c.place)).limit(limit).offset(offset)
        counting = select(func.count()).select_from(_P).where(*found)
        with self.reading() as connection:
            lines = tuple(log_entry(row._mapping) for row in connection.execute(query))
            return lines, int(connection.execute(counting).scalar() or 0)

    def times_printed(self, record_id: str, act: str) -> tuple[int, str]:
        """How often this act stands in the print log of a record, and when it stood first."""
        query = select(func.count(), func.min(_P.c.at)).where(
            _P.c.record_id == record_id, _P.c.act == act
        )
        with self.reading() as connection:
            count, first = connection.execute(query).one()
        return int(count), str(first or "")

    def print_jobs(self, owner: str) -> tuple[PrintJob, ...]:
        """The jobs of an officer, oldest first."""
        query = select(_J).where(_J.c.owner == owner).order_by(_J.c.created_at, _J.c.job_id)
        with self.reading() as connection:
            return tuple(_job(row) for row in connection.execute(query))

    def print_job(self, job_id: str) -> PrintJob | None:
        """One job; None when it is done or was thrown away."""
        with self.reading() as connection:
            row = connection.execute(select(_J).where(_J.c.job_id == job_id)).first()
        return None if row is None else _job(row)

    def delete_print_job(self, job_id: str) -> bool:
        """Throw a job away; tells whether there was one."""
        with self.writing() as connection:
            return connection.execute(delete(_J).where(_J.c.job_id == job_id)).rowcount > 0

    def put_print_choice(self, owner: str, printer: str, choice: dict[str, Any], at: str) -> None:
        """Keep how an officer likes the pages of this printer."""
        with self.writing() as connection:
            _PUT_CHOICE.run(
                connection, owner=owner, printer=printer, choice=json_text(choice), updated_at=at
            )

    def print_choices(self, owner: str) -> tuple[tuple[str, dict[str, Any]], ...]:
        """The printers that an officer used with what was chosen there, the last used first."""
        query = (
            select(_C.c.printer, _C.c.choice)
            .where(_C.c.owner == owner)
            .order_by(desc(_C.c.updated_at), _C.c.printer)
        )
        with self.reading() as connection:
            return tuple((row.printer, json.loads(row.choice)) for row in connection.execute(query))


def _job(row: Row[Any]) -> PrintJob:
    values = dict(row._mapping)
    values["wanted"] = json.loads(values["wanted"])
    return PrintJob(**values)
