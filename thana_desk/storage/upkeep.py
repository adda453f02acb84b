"""Keeping the store: checking it against itself, making projections anew, copying it to safety."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, select

from thana_desk.storage import schema
from thana_desk.storage.copies import copy_store
from thana_desk.storage.door import Door
from thana_desk.storage.feed import Project, settle
from thana_desk.storage.journal import readable
from thana_desk.storage.projection import apply_marks
from thana_desk.storage.rows import Finding
from thana_desk.storage.verify import check_remembered, findings
from thana_desk.storage.work import read_identity

_CHUNK = 200
_PROJECTED = (
    *(schema.record, schema.record_letter, schema.index_row, schema.clock),
    *(schema.name_word, schema.person, schema.person_link),
    schema.record_file,
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished, verified copy: where, how large, which journal it holds, its SHA-256."""

    path: Path
    size: int
    events: int
    sha256: str
    seconds: float


class Upkeep(Door):
    """The slow but thorough half of the store."""

    def verify(self, *, remembered: tuple[int, int, str] | None = None) -> list[Finding]:
        """Everything in the store that does not fit; empty when all is well.

        Follows every chain from its first entry, every number, every version, every projection,
        every log line. `remembered` is a head kept outside the store, as
        `(incarnation, seq, hash)`: without such a witness nobody can notice that the newest
        entries were removed together with everything that speaks of them.
        """
        with self.reading() as connection:
            officers = schema.officer
            keys = {
                row.user_id: row.public_key
                for row in connection.execute(select(officers.c.user_id, officers.c.public_key))
            }
            found = list(findings(connection, keys))
            identity = read_identity(connection)
            if remembered is not None and identity is not None:
                found += check_remembered(connection, identity.device, remembered)
        return found

    def rebuild(
        self, project: Project, *, progress: Callable[[int], None] = lambda done: None
    ) -> int:
        """Make all projections anew from the journal; returns the number of events replayed.

        One transaction: a program that is killed meanwhile leaves the old projections. History,
        numbers and logs only grow and are left as they stand; `verify` judges them. Acts outside
        the journal do not come back: stop clocks through `Projection.stops`.

        Raises:
            StoreDamaged: an event cannot be read; nothing was changed.
        """
        done = 0
        place = -(2**63)
        event = schema.event
        with self.writing() as connection:
            for table in _PROJECTED:
                connection.execute(delete(table))
            for name in ("search", "person_search"):
                connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('delete-all')")
            shown = set(connection.execute(select(schema.record_version.c.event_hash)).scalars())
            settled: set[str] = set()
            while True:
                query = select(event).where(event.c.place > place).order_by(event.c.place)
                batch = connection.execute(query.limit(_CHUNK)).mappings().all()
                for row in batch:
                    place = row["place"]
                    found = readable(row)
                    if row["record_id"] not in settled:
                        settle(connection, found.record_id, project, found.device_at)
                        settled.add(found.record_id)
                    projection = project(found) if found.hash in shown else None
                    if projection is not None:
                        apply_marks(connection, projection, found)
                    done += 1
                progress(done)
                if len(batch) < _CHUNK:
                    return done

    def backup(self, target: Path) -> Backup:
        """Copy the store, page by page and under the same key, while work goes on; then prove the copy.

        The copy is one moment of the store. It stands under its name only once it was read
        through and its newest entries follow from one another.

        Raises:
            StoreDamaged: store or copy are not sound; an older copy of that name is still there.
            DiskFull, DiskFailed: the same.
        """
        began = time.monotonic()
        events = copy_store(self.path, target, self._dek)
        digest = hashlib.sha256()
        with target.open("rb") as file:
            while block := file.read(2**20):
                digest.update(block)
        return Backup(
            path=target,
            size=target.stat().st_size,
            events=events,
            sha256=digest.hexdigest(),
            seconds=time.monotonic() - began,
        )
