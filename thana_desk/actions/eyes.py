"""How large each officer reads: the text size that he chose last, kept with his account."""

from thana_desk.actions.desk import Desk
from thana_desk.actions.registration import with_store_errors

_SIZE = "text_size:"


def text_size(desk: Desk) -> int | None:
    """The size in per cent that this officer chose; None where he never did."""
    kept = desk.store.meta(_SIZE + desk.session.user_id)
    return int(kept) if kept is not None and kept.isascii() and kept.isdigit() else None


def keep_text_size(desk: Desk, size: int) -> None:
    """Remember the size for this officer, on this PC."""
    with with_store_errors():
        desk.store.set_meta(_SIZE + desk.session.user_id, str(size))
