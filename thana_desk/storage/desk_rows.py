"""What a desk keeps beside the records: officers' accounts, drafts, attachments, named values, the log of looks."""

import hashlib
import json
from typing import Any

from sqlalchemy import Row, RowMapping, bindparam, delete, desc, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from thana_desk.storage import schema
from thana_desk.storage.door import Door
from thana_desk.storage.drafts import write_draft
from thana_desk.storage.event_rows import json_text
from thana_desk.storage.rows import (
    Attachment,
    Draft,
    Identity,
    LogEntry,
    Officer,
    SavedView,
)
from thana_desk.storage.statement import Statement, upsert
from thana_desk.storage.work import read_identity, set_meta

_D, _O, _T, _V = schema.draft, schema.officer, schema.attachment, schema.saved_view


_PUT_OFFICER = upsert(_O, "user_id", keep=("created_at",))
_PUT_VIEW = upsert(_V, "view_id", keep=("made_by", "created_at"))
_OFFICER = Statement(select(schema.officer).where(schema.officer.c.user_id == bindparam("user_id")))


class DeskRows(Door):
    """Officers, drafts, attachments, named values and the log of looks of one store."""

    def meta(self, key: str) -> str | None:
        """One named value of the store."""
        query = select(schema.meta.c.value).where(schema.meta.c.key == key)
        with self.reading() as connection:
            return connection.execute(query).scalar()

    def set_meta(self, key: str, value: str) -> None:
        """Write one named value of the store."""
        with self.writing() as connection:
            set_meta(connection, key, value)

    def identity(self) -> Identity | None:
        """Whose journal this store writes; None before `set_identity`."""
        with self.reading() as connection:
            return read_identity(connection)

    def set_identity(self, identity: Identity) -> None:
        """Tell the store its thana, device and incarnation.

        A new incarnation begins a new chain: after a restore, or when this PC was cloned.
        """
        with self.writing() as connection:
            set_meta(connection, "thana", identity.thana)
            set_meta(connection, "device", identity.device)
            set_meta(connection, "incarnation", str(identity.incarnation))

    def put_officer(self, officer: Officer) -> None:
        """Add an account or change it; accounts are never removed, only made inactive.

        Raises:
            AlreadyStored: the login belongs to another account.
        """
        values = {name: getattr(officer, name) for name in Officer.__dataclass_fields__}
        values["roles"] = json_text(list(officer.roles))
        values["active"] = int(officer.active)
        with self.writing() as connection:
            _PUT_OFFICER.run(connection, **values)

    def officer(self, user_id: str) -> Officer | None:
        """One account by its id."""
        with self.reading() as connection:
            row = _OFFICER.run(connection, user_id=user_id).first()
        return None if row is None else _officer(row)

    def officer_by_login(self, login: str) -> Officer | None:
        """One account by its login."""
        with self.reading() as connection:
            row = connection.execute(select(_O).where(_O.c.login == login)).first()
        return None if row is None else _officer(row)

    def officers(self, *, active_only: bool = True) -> tuple[Officer, ...]:
        """All accounts by login; inactive ones only when asked for."""
        query = select(_O).order_by(_O.c.login)
        if active_only:
            query = query.where(_O.c.active == 1)
        with self.reading() as connection:
            return tuple(_officer(row) for row in connection.execute(query))

    def put_draft(self, draft: Draft) -> None:
        """Keep a draft as it is now; when this returns it survives a power cut."""
        with self.writing() as connection:
            write_draft(connection, draft)

    def draft(self, draft_id: str) -> Draft | None:
        """One draft; None when it was registered or thrown away."""
        with self.reading() as connection:
            row = connection.execute(select(_D).where(_D.c.draft_id == draft_id)).first()
        return None if row is None else _draft(row)

    def drafts(self, owner: str | None = None, *, form: str | None = None) -> tuple[Draft, ...]:
        """Drafts, the most recently written first; of one owner or one form when given."""
        query = select(_D).order_by(desc(_D.c.updated_at), _D.c.draft_id)
        if owner is not None:
            query = query.where(_D.c.owner == owner)
        if form is not None:
            query = query.where(_D.c.form == form)
        with self.reading() as connection:
            return tuple(_draft(row) for row in connection.execute(query))

    def delete_draft(self, draft_id: str) -> bool:
        """Throw a draft away; tells whether there was one."""
        with self.writing() as connection:
            return connection.execute(delete(_D).where(_D.c.draft_id == draft_id)).rowcount > 0

    def put_view(self, view: SavedView) -> None:
        """Keep a list under its name, or change it."""
        values = {name: getattr(view, name) for name in SavedView.__dataclass_fields__}
        values["wanted"] = json_text(dict(view.wanted))
        with self.writing() as connection:
            _PUT_VIEW.run(connection, **values)

    def views(self, owner: str) -> tuple[SavedView, ...]:
        """The lists that an officer keeps, then those of the station, by name."""
        query = (
            select(_V)
            .where(_V.c.owner.in_((owner, "")))
            .order_by(desc(_V.c.owner), _V.c.name, _V.c.view_id)
        )
        with self.reading() as connection:
            return tuple(_view(row) for row in connection.execute(query))

    def view(self, view_id: str) -> SavedView | None:
        """One kept list; None when it was thrown away."""
        with self.reading() as connection:
            row = connection.execute(select(_V).where(_V.c.view_id == view_id)).first()
        return None if row is None else _view(row)

    def delete_view(self, view_id: str) -> bool:
        """Throw a kept list away; tells whether there was one. No record is touched."""
        with self.writing() as connection:
            return connection.execute(delete(_V).where(_V.c.view_id == view_id)).rowcount > 0

    def put_attachment(self, name: str, mime: str, data: bytes) -> Attachment:
        """Keep a file, encrypted like everything in the store; the same bytes are kept once."""
        sha256 = hashlib.sha256(data).hexdigest()
        with self.writing() as connection:
            connection.execute(
                sqlite_insert(_T)
                .values(sha256=sha256, name=name, mime=mime, size=len(data), data=data)
                .on_conflict_do_nothing()
            )
        return Attachment(sha256, name, mime, len(data))

    def attachment(self, sha256: str) -> Attachment | None:
        """What is known of a file, without its bytes."""
        query = select(_T.c.sha256, _T.c.name, _T.c.mime, _T.c.size).where(_T.c.sha256 == sha256)
        with self.reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else Attachment(*row)

    def attachment_data(self, sha256: str) -> bytes | None:
        """The bytes of a file; None when it is not here."""
        with self.reading() as connection:
            return connection.execute(select(_T.c.data).where(_T.c.sha256 == sha256)).scalar()

    def accesses(self, record_id: str | None = None, limit: int = 200) -> tuple[LogEntry, ...]:
        """The newest lines of the access log, of one record when given."""
        table = schema.access_log
        query = select(table).order_by(desc(table.c.place)).limit(limit)
        if record_id is not None:
            query = query.where(table.c.record_id == record_id)
        with self.reading() as connection:
            return tuple(log_entry(row._mapping) for row in connection.execute(query))


def _officer(row: Row[Any]) -> Officer:
    values = dict(row._mapping)
    values["roles"] = tuple(json.loads(values["roles"]))
    values["active"] = bool(values["active"])
    return Officer(**values)


def _draft(row: Row[Any]) -> Draft:
    values = dict(row._mapping)
    values["letter"] = json.loads(values["letter"])
    values["reasons"] = json.loads(values["reasons"])
    return Draft(**values)


def _view(row: Row[Any]) -> SavedView:
    values = dict(row._mapping)
    values["wanted"] = json.loads(values["wanted"])
    return SavedView(**values)


def log_entry(values: RowMapping) -> LogEntry:
    """One line of a log."""
    return LogEntry(
        at=values["at"],
        actor=values["actor"],
        role=values["role"],
        act=values["act"],
        record_id=values["record_id"],
        event_hash=values["event_hash"],
        detail=json.loads(values["detail"]),
    )
