"""How a draft is written and dropped, on whatever connection is open."""

from sqlalchemy import Connection, bindparam, delete

from thana_desk.storage import schema
from thana_desk.storage.event_rows import json_text
from thana_desk.storage.rows import Draft
from thana_desk.storage.statement import Statement, upsert

_D = schema.draft
_PUT = upsert(_D, "draft_id", keep=("created_at",))
_DROP = Statement(delete(_D).where(_D.c.draft_id == bindparam("draft_id")))


def write_draft(connection: Connection, draft: Draft) -> None:
    """Keep a draft as it is now."""
    _PUT.run(
        connection,
        draft_id=draft.draft_id,
        form=draft.form,
        form_version=draft.form_version,
        owner=draft.owner,
        parent_id=draft.parent_id,
        letter=json_text(draft.letter),
        reasons=json_text(draft.reasons),
        note=draft.note,
        created_at=draft.created_at,
        updated_at=draft.updated_at,
    )


def remove_draft(connection: Connection, draft_id: str) -> None:
    """Remove a draft; nothing happens where there is none."""
    _DROP.run(connection, draft_id=draft_id)
