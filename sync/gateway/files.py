"""Files at the gateway: taken piece by piece at the offset that is held, whole only by their hash."""

import hashlib
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from sync.gateway.contact import let_in
from sync.gateway.refuse import Refuse
from sync.gateway.schema import file, file_piece
from sync.gateway.store import Store
from sync.protocol.files import FileReply, FileRequest
from sync.protocol.signing import SignedBy
from sync.protocol.times import to_text

_MOST_UNFINISHED = 500
"""Files of one thana that may be on their way; a PC that begins more is broken or hostile."""


def answer_file(
    store: Store, request: FileRequest, signed: SignedBy | None, now: datetime
) -> FileReply:
    """Answer one step of one file in one transaction.

    A piece counts only where it begins at the offset that is held, so that a repeat, an old
    piece or two PCs with the same file change nothing. Any device of the thana may send a file
    and any may fetch it: the name is the hash of the content.

    Raises:
        Refuse: unknown or revoked device, a replay, too many unfinished files.
    """
    step = _Step(store, request, now)
    with store.transaction() as connection:
        let_in(store, connection, request.identity, signed, now)
        return step.answer(connection)


class _Step:
    def __init__(self, store: Store, request: FileRequest, now: datetime) -> None:
        self._store = store
        self._request = request
        self._now = now
        self._at = to_text(now)
        self._where = (
            file.c.thana == request.identity.thana,
            file.c.sha256 == request.sha256,
        )

    def answer(self, connection: Connection) -> FileReply:
        if self._request.piece is None:
            return self._told(connection)
        return self._taken(connection, self._request.piece)

    def _told(self, connection: Connection) -> FileReply:
        row = self._row(connection)
        if row is None:
            return self._reply("unknown", 0)
        piece = None
        if row["is_complete"] and self._request.want_bytes:
            piece = self._read(connection)
        return self._reply("complete" if row["is_complete"] else "partial", row["held"], piece)

    def _taken(self, connection: Connection, piece: bytes) -> FileReply:
        row = self._row(connection) or self._begun(connection)
        if row["is_complete"]:
            return self._reply("complete", row["held"])
        if self._request.offset != row["held"] or self._request.size != row["size"]:
            return self._reply("partial", row["held"])
        connection.execute(
            insert(file_piece).values(
                thana=self._request.identity.thana,
                sha256=self._request.sha256,
                start=row["held"],
                data=piece,
            )
        )
        held = row["held"] + len(piece)
        if held < row["size"]:
            connection.execute(update(file).where(*self._where).values(held=held, at=self._at))
            return self._reply("partial", held)
        if self._hash(connection) != self._request.sha256:
            # Not the file of that name: nothing of it may stand in the way of the right one.
            self._dropped(connection)
            return self._reply("mismatch", 0)
        connection.execute(
            update(file).where(*self._where).values(held=held, is_complete=True, at=self._at)
        )
        return self._reply("complete", held)

    def _row(self, connection: Connection) -> RowMapping | None:
        # Locked: two PCs of the thana may be sending the same file at this moment.
        query = select(file).where(*self._where).with_for_update()
        return connection.execute(query).mappings().one_or_none()

    def _begun(self, connection: Connection) -> RowMapping:
        unfinished = connection.execute(
            select(func.count()).where(
                file.c.thana == self._request.identity.thana, file.c.is_complete.is_(False)
            )
        ).scalar_one()
        if unfinished >= _MOST_UNFINISHED:
            raise Refuse("too_many_files")
        self._store.insert_new(
            connection,
            file,
            [
                {
                    "thana": self._request.identity.thana,
                    "sha256": self._request.sha256,
                    "size": self._request.size,
                    "held": 0,
                    "is_complete": False,
                    "at": self._at,
                }
            ],
        )
        row = self._row(connection)
        assert row is not None
        return row

    def _dropped(self, connection: Connection) -> None:
        connection.execute(
            delete(file_piece).where(
                file_piece.c.thana == self._request.identity.thana,
                file_piece.c.sha256 == self._request.sha256,
            )
        )
        connection.execute(delete(file).where(*self._where))

    def _pieces(self, connection: Connection, after: int) -> Iterator[tuple[int, bytes]]:
        """The kept pieces, one at a time, from the one that holds byte `after`."""
        thana, sha256 = self._request.identity.thana, self._request.sha256
        here = (file_piece.c.thana == thana, file_piece.c.sha256 == sha256)
        start = connection.execute(
            select(func.max(file_piece.c.start)).where(*here, file_piece.c.start <= after)
        ).scalar()
        while start is not None:
            data = connection.execute(
                select(file_piece.c.data).where(*here, file_piece.c.start == start)
            ).scalar()
            if data is None:
                return
            yield start, bytes(data)
            start += len(data)

    def _hash(self, connection: Connection) -> str:
        made = hashlib.sha256()
        for _start, data in self._pieces(connection, 0):
            made.update(data)
        return made.hexdigest()

    def _read(self, connection: Connection) -> bytes:
        found = b""
        for start, data in self._pieces(connection, self._request.offset):
            found += data[max(0, self._request.offset - start) :]
            if len(found) >= self._request.want_bytes:
                break
        return found[: self._request.want_bytes]

    def _reply(self, state: str, held: int, piece: bytes | None = None) -> FileReply:
        return FileReply(self._request.sha256, state, held, self._now, piece)
