"""The store's files as the file lane of sync sees them: its `FileShelf` port, kept by the `Store`."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, func, not_, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from sync.client.files import FileRef, Taken
from thana_desk.storage import schema
from thana_desk.storage.database import Store
from thana_desk.storage.errors import WorkMisuse
from thana_desk.storage.journal import last_acked
from thana_desk.storage.work import read_identity

_A, _E, _N, _W, _P = (
    schema.attachment,
    schema.event,
    schema.record_file,
    schema.file_way,
    schema.file_piece,
)

_MOST = 500
"""Files of one run; the rest wait for the next."""

AT_PEER, SPOILED = "at_peer", "spoiled"


class StoreShelf:
    """A `sync.client.files.FileShelf` over an open store; `now` gives the time as ISO text."""

    def __init__(self, store: Store, now: Callable[[], str]) -> None:
        self._store = store
        self._now = now

    def to_send(self) -> Sequence[FileRef]:
        """Files of acknowledged records that are here and not known to be at the peer, small first."""
        with self._store.reading() as connection:
            query = _unsent(connection).order_by(_A.c.size, _A.c.sha256).limit(_MOST)
            return [FileRef(*row) for row in connection.execute(query)]

    def waiting(self) -> tuple[int, int]:
        """How many files are left to send and to fetch, all told."""
        return waiting_files(self._store)

    def read(self, sha256: str, offset: int, length: int) -> bytes:
        """Up to `length` bytes of a file that is here, from `offset`."""
        query = select(func.substr(_A.c.data, offset + 1, length)).where(_A.c.sha256 == sha256)
        with self._store.reading() as connection:
            return bytes(connection.execute(query).scalar() or b"")

    def confirmed(self, sha256: str) -> None:
        """The peer durably holds the whole file."""
        self._mark(sha256, AT_PEER)

    def spoiled(self, sha256: str) -> None:
        """The bytes here do not give the hash: a person must look; nothing is sent or deleted."""
        self._mark(sha256, SPOILED)

    def to_fetch(self) -> Sequence[FileRef]:
        """Files that records here name and that are not here, small first."""
        with self._store.reading() as connection:
            query = _absent().order_by("size", _N.c.sha256).limit(_MOST)
            return [FileRef(*row) for row in connection.execute(query)]

    def held(self, sha256: str) -> int:
        """How many bytes of a file that is being fetched are here already."""
        with self._store.reading() as connection:
            return _held(connection, sha256)

    def take(self, ref: FileRef, offset: int, piece: bytes) -> Taken:
        """Keep a piece that begins where `held` ends; the last one makes the file whole.

        Raises:
            WorkMisuse: the piece begins elsewhere or reaches beyond the file.
        """
        with self._store.writing() as connection:
            if offset != _held(connection, ref.sha256) or offset + len(piece) > ref.size:
                raise WorkMisuse("a piece of a file that does not follow")
            connection.execute(_P.insert().values(sha256=ref.sha256, start=offset, data=piece))
            if offset + len(piece) < ref.size:
                return Taken.PARTIAL
            query = select(_P.c.data).where(_P.c.sha256 == ref.sha256).order_by(_P.c.start)
            data = b"".join(connection.execute(query).scalars())
            connection.execute(delete(_P).where(_P.c.sha256 == ref.sha256))
            if hashlib.sha256(data).hexdigest() != ref.sha256:
                return Taken.MISMATCH
            named = select(_N.c.name, _N.c.mime).where(_N.c.sha256 == ref.sha256).limit(1)
            name, mime = connection.execute(named).one()
            connection.execute(
                sqlite_insert(_A)
                .values(sha256=ref.sha256, name=name, mime=mime, size=len(data), data=data)
                .on_conflict_do_nothing()
            )
            _put_way(connection, ref.sha256, AT_PEER, self._now())
            return Taken.COMPLETE

    def _mark(self, sha256: str, state: str) -> None:
        with self._store.writing() as connection:
            _put_way(connection, sha256, state, self._now())


def waiting_files(store: Store) -> tuple[int, int]:
    """How many files are left to send and to fetch."""
    with store.reading() as connection:
        up, down = (
            connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
            for query in (_unsent(connection), _absent())
        )
    return up, down


def spoiled_files(store: Store) -> tuple[str, ...]:
    """The names of files whose bytes here are not theirs any more."""
    query = select(_W.c.sha256).where(_W.c.state == SPOILED).order_by(_W.c.sha256)
    with store.reading() as connection:
        return tuple(connection.execute(query).scalars())


def forget_confirmations(store: Store) -> None:
    """Ask the peer about every file again: it came back from an older copy of itself."""
    with store.writing() as connection:
        connection.execute(delete(_W).where(_W.c.state == AT_PEER))


def _unsent(connection: Connection) -> Select[Any]:
    """Files that are here, of records that the peer holds: forms go before files."""
    own = read_identity(connection)
    if own is None:
        raise WorkMisuse("this store does not know its thana and device yet")
    is_unsent = and_(
        _E.c.device == own.device,
        _E.c.incarnation == own.incarnation,
        _E.c.seq > last_acked(connection, own),
    )
    return (
        select(_A.c.sha256, _A.c.size)
        .distinct()
        .select_from(
            _N.join(_A, _A.c.sha256 == _N.c.sha256)
            .join(_E, _E.c.hash == _N.c.event_hash)
            .outerjoin(_W, _W.c.sha256 == _N.c.sha256)
        )
        .where(_W.c.sha256.is_(None), not_(is_unsent))
    )


def _absent() -> Select[Any]:
    return (
        select(_N.c.sha256, func.max(_N.c.size).label("size"))
        .select_from(_N.outerjoin(_A, _A.c.sha256 == _N.c.sha256))
        .where(_A.c.sha256.is_(None))
        .group_by(_N.c.sha256)
    )


def _held(connection: Connection, sha256: str) -> int:
    query = select(func.coalesce(func.sum(func.length(_P.c.data)), 0)).where(_P.c.sha256 == sha256)
    return int(connection.execute(query).scalar_one())


def _put_way(connection: Connection, sha256: str, state: str, at: str) -> None:
    connection.execute(
        sqlite_insert(_W)
        .values(sha256=sha256, state=state, at=at)
        .on_conflict_do_update(index_elements=["sha256"], set_={"state": state, "at": at})
    )
