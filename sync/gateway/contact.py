"""Who is at the door: a known device, not withdrawn, with a request that was not made before."""

from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, select

from sync.gateway.refuse import Refuse
from sync.gateway.schema import device, nonce
from sync.gateway.store import Store
from sync.protocol.messages import Identity
from sync.protocol.signing import SignedBy

_NONCE_KEPT = 600
"""Seconds beyond its end that a nonce is remembered."""


def let_in(
    store: Store,
    connection: Connection,
    identity: Identity,
    signed: SignedBy | None,
    now: datetime,
) -> RowMapping:
    """The row of the device that asks, locked until the transaction ends.

    `signed` is the verified HTTP signature, whose nonce is spent; None for a contact that did
    not come over HTTP.

    Raises:
        Refuse: unknown or revoked device, a replay.
    """
    # Locking the row lets one contact of a device at a time in, and a revocation between.
    row = (
        connection.execute(
            select(device)
            .where(device.c.thana == identity.thana, device.c.device == identity.device)
            .with_for_update()
        )
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise Refuse("unknown_device")
    if row["status"] != "active":
        raise Refuse("revoked")
    if signed is not None:
        _spend_nonce(store, connection, identity, signed, now)
    return row


def _spend_nonce(
    store: Store, connection: Connection, identity: Identity, signed: SignedBy, now: datetime
) -> None:
    spent = store.insert_new(
        connection,
        nonce,
        [
            {
                "thana": identity.thana,
                "device": identity.device,
                "nonce": signed.nonce,
                "expires": int(signed.expires.timestamp()),
            }
        ],
    )
    if not spent:
        raise Refuse("replay")
    connection.execute(
        delete(nonce).where(
            nonce.c.thana == identity.thana,
            nonce.c.device == identity.device,
            nonce.c.expires < int(now.timestamp()) - _NONCE_KEPT,
        )
    )
