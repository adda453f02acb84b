"""Checks of a raw, keyed connection: pages, indexes, and the newest entries of every chain."""

import time
from typing import Any

from sync.protocol.event import BrokenChain, check_chain
from thana_desk.storage.errors import StoreDamaged
from thana_desk.storage.event_rows import event_of

CHECKED_AT_OPEN = 500
"""How many of the newest entries of each chain are followed and re-hashed at every opening."""

WHOLE_CHECK_LIMIT = 128 * 2**20
"""Up to this size the whole file is checked at opening; above it the tables of record only."""


_LOOKS = 3


def check_quickly(connection: Any, size: int) -> None:
    """Walk the pages and indexes of a store of `size` bytes, as far as an opening has time for.

    Raises:
        StoreDamaged: a fault was found.
    """
    checks = ["PRAGMA quick_check(1)"]
    if size > WHOLE_CHECK_LIMIT:
        tables = ("meta", "officer", "event", "allocation", "record", "record_letter", "draft")
        checks = [f"PRAGMA quick_check('{table}')" for table in tables]
    for check in checks:
        answer = connection.execute(check).fetchone()
        if answer is None or answer[0] != "ok":
            raise StoreDamaged("the quick check found a fault")


def check_file(connection: Any) -> None:
    """Every page against its seal, every index against its table.

    Raises:
        StoreDamaged: something does not fit.
    """
    check_seals(connection)
    answer = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if answer is None or answer[0] != "ok":
        raise StoreDamaged("the integrity check found a fault")


def check_seals(connection: Any) -> None:
    """Every page in the file against its seal.

    A page that is being written at that very moment may look broken, so only what stays broken
    counts.

    Raises:
        StoreDamaged: a page does not match its seal.
    """
    for _ in range(_LOOKS):
        if connection.execute("PRAGMA cipher_integrity_check").fetchone() is None:
            return
        time.sleep(0.05)
    raise StoreDamaged("a page does not match its seal")


def check_newest(connection: Any) -> None:
    """Follow the newest entries of every chain.

    Raises:
        StoreDamaged: an entry is missing, changed, or cannot be read.
    """
    chains = connection.execute(
        "SELECT device, incarnation, max(seq) FROM event GROUP BY device, incarnation"
    ).fetchall()
    for device, incarnation, last in chains:
        cursor = connection.execute(
            "SELECT * FROM event WHERE device = ? AND incarnation = ? AND seq >= ? ORDER BY seq",
            (device, incarnation, max(1, last - CHECKED_AT_OPEN + 1)),
        )
        names = [column[0] for column in cursor.description]
        try:
            events = [event_of(dict(zip(names, row, strict=True))) for row in cursor]
            first = events[0]
            check_chain(events, seq=first.seq - 1, head=first.prev_hash)
        except (ValueError, BrokenChain) as error:
            raise StoreDamaged("the newest entries do not follow from one another") from error
