"""How a PC becomes a device of one thana: single-use codes, and what an administrator can do."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, insert, select, update

from sync.gateway.adjudicate import judge_signer_again
from sync.gateway.ingest import open_epoch
from sync.gateway.refuse import Refuse
from sync.gateway.schema import allocation, chain, device, enrol_code, feed, parked, quarantine
from sync.gateway.schema import signer as signer_table
from sync.gateway.store import Store
from sync.protocol.codes import CODE_ALPHABET, ID_LENGTH, SECRET_LENGTH, spaced
from sync.protocol.messages import EnrolReply, EnrolRequest
from sync.protocol.signing import code_key, device_name, is_proof, is_public_key, prove
from sync.protocol.times import to_text

CODE_LIFE = timedelta(hours=24)
_MOST_TRIES = 20
"""Wrong proofs after which a code is dead; guessing its secret part is hopeless anyway."""


@dataclass(frozen=True, slots=True)
class ChainStatus:
    """What the gateway holds of one device incarnation."""

    incarnation: int
    head_seq: int
    head_hash: str
    quarantined: int


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """One device; times are ISO text, None where there was none yet.

    `alarm` is the last standing that was not in order: `fork`, `copied`, `superseded`.
    """

    device: str
    label: str
    status: str
    app: str
    last_contact: str | None
    alarm: str | None
    alarm_at: str | None
    chains: tuple[ChainStatus, ...]


@dataclass(frozen=True, slots=True)
class SeriesStatus:
    """One number series in one period: its ends, how many are there, how many are missing."""

    series: str
    period: str
    first: int
    last: int
    present: int

    @property
    def missing(self) -> int:
        """Numbers between the ends that no event has."""
        return self.last - self.first + 1 - self.present


@dataclass(frozen=True, slots=True)
class ThanaStatus:
    """What the gateway knows of one thana. `parked` counts open complaints by reason."""

    thana: str
    feed_epoch: str
    feed_size: int
    feed_hash: str
    devices: tuple[DeviceStatus, ...]
    parked: dict[str, int]
    series: tuple[SeriesStatus, ...]


def create_enrol_code(store: Store, thana: str, now: datetime) -> str:
    """A new code for one PC of `thana`, as it is read out or printed; good once, for 24 hours."""
    if not thana or len(thana) > 60:
        raise ValueError("a thana needs a short code")
    code_id = _random(ID_LENGTH)
    secret = _random(SECRET_LENGTH)
    with store.transaction() as connection:
        connection.execute(
            insert(enrol_code).values(
                thana=thana,
                code_id=code_id,
                key=code_key(secret),
                created_at=to_text(now),
                expires=int((now + CODE_LIFE).timestamp()),
                tries=0,
            )
        )
    return spaced(code_id + secret)


def enrol(store: Store, request: EnrolRequest, now: datetime) -> EnrolReply:
    """Make the asking PC a device of the code's thana.

    The same PC (by its key) may ask again with the same code and gets the same answer, because
    the first one may have been lost.

    Raises:
        Refuse: the code is unknown, used by another PC, too old, or not really known.
    """
    with store.transaction() as connection:
        found = (
            connection.execute(
                select(enrol_code).where(enrol_code.c.code_id == request.code_id).with_for_update()
            )
            .mappings()
            .one_or_none()
        )
        if found is None or found["tries"] >= _MOST_TRIES:
            raise Refuse("code")
        key = bytes(found["key"])
        proven = is_proof(request.proof, key, "enrol request", *request.proven())
        if not proven:
            connection.execute(
                update(enrol_code)
                .where(enrol_code.c.code_id == request.code_id)
                .values(tries=found["tries"] + 1)
            )
        elif not is_public_key(request.device_public):
            raise Refuse("bad_message")
        elif found["device_public"] is None:
            if found["expires"] < int(now.timestamp()):
                raise Refuse("code")
            name = device_name(request.device_public)
            known = connection.execute(
                select(device.c.status).where(
                    device.c.thana == found["thana"], device.c.device == name
                )
            ).scalar_one_or_none()
            if known is None:
                connection.execute(
                    insert(device).values(
                        thana=found["thana"],
                        device=name,
                        public=request.device_public,
                        label=request.label,
                        app=request.app,
                        status="active",
                        incarnation=1,
                        enrolled_at=to_text(now),
                    )
                )
            elif known != "active":
                raise Refuse("revoked")  # a withdrawn PC does not come back by a fresh code
            connection.execute(
                update(enrol_code)
                .where(enrol_code.c.code_id == request.code_id)
                .values(device=name, device_public=request.device_public)
            )
        elif found["device_public"] == request.device_public:
            name = found["device"]
        else:
            raise Refuse("code")
    if not proven:
        raise Refuse("code")
    reply = EnrolReply(
        thana=found["thana"],
        device=name,
        gateway_public=store.key.public,
        server_time=now,
    )
    return EnrolReply(
        thana=reply.thana,
        device=reply.device,
        gateway_public=reply.gateway_public,
        server_time=reply.server_time,
        proof=prove(key, "enrol reply", *reply.proven(request.nonce)),
    )


def public_of(store: Store, thana: str, name: str) -> str | None:
    """The public key of a device, whatever its status; None for an unknown one."""
    with store.transaction() as connection:
        return connection.execute(
            select(device.c.public).where(device.c.thana == thana, device.c.device == name)
        ).scalar_one_or_none()


def revoke(store: Store, thana: str, name: str, now: datetime) -> None:
    """Withdraw a device: after this returns no request of it is accepted.

    Raises:
        LookupError: there is no such device.
    """
    with store.transaction() as connection:
        changed = connection.execute(
            update(device)
            .where(device.c.thana == thana, device.c.device == name)
            .values(status="revoked", revoked_at=to_text(now))
        ).rowcount
    if not changed:
        raise LookupError(f"no device {name} in {thana}")


def confirm_signer(
    store: Store, thana: str, name: str, actor: str, public: str, now: datetime
) -> None:
    """Accept a user's second key on a device, after someone has asked the user.

    Raises:
        LookupError: that key was never sent.
    """
    with store.transaction() as connection:
        connection.execute(select(feed.c.thana).where(feed.c.thana == thana).with_for_update())
        changed = connection.execute(
            update(signer_table)
            .where(
                signer_table.c.thana == thana,
                signer_table.c.device == name,
                signer_table.c.actor == actor,
                signer_table.c.public == public,
            )
            .values(is_confirmed=True)
        ).rowcount
        if not changed:
            raise LookupError(f"no such key of {actor}")
        judge_signer_again(connection, thana, name, actor, to_text(now))


def declare_restored(store: Store) -> None:
    """Say that this store was restored from a backup, before it takes its first request.

    Readers then re-read only what came after the backup. Without this call nothing is lost: the
    devices prove it with their receipts, and some re-read their whole feed.
    """
    with store.transaction() as connection:
        for row in connection.execute(select(feed.c.thana, feed.c.size)).all():
            open_epoch(connection, row.thana, base=row.size)


def status(store: Store, thana: str) -> ThanaStatus:
    """What the gateway knows of one thana; empty for one without contact."""
    with store.transaction() as connection:
        state = (
            connection.execute(select(feed).where(feed.c.thana == thana)).mappings().one_or_none()
        )
        quarantined = {
            (row.device, row.incarnation): row.held
            for row in connection.execute(
                select(quarantine.c.device, quarantine.c.incarnation, func.count().label("held"))
                .where(quarantine.c.thana == thana)
                .group_by(quarantine.c.device, quarantine.c.incarnation)
            )
        }
        chains: dict[str, list[ChainStatus]] = {}
        for row in connection.execute(
            select(chain).where(chain.c.thana == thana).order_by(chain.c.incarnation)
        ):
            chains.setdefault(row.device, []).append(
                ChainStatus(
                    row.incarnation,
                    row.head_seq,
                    row.head_hash,
                    quarantined.get((row.device, row.incarnation), 0),
                )
            )
        devices = tuple(
            DeviceStatus(
                device=row.device,
                label=row.label,
                status=row.status,
                app=row.app,
                last_contact=row.last_contact,
                alarm=row.alarm,
                alarm_at=row.alarm_at,
                chains=tuple(chains.get(row.device, ())),
            )
            for row in connection.execute(
                select(device).where(device.c.thana == thana).order_by(device.c.enrolled_at)
            )
        )
        reasons = {
            row.reason: row.held
            for row in connection.execute(
                select(parked.c.reason, func.count().label("held"))
                .where(parked.c.thana == thana, parked.c.is_open)
                .group_by(parked.c.reason)
            )
        }
        series = tuple(
            SeriesStatus(row.series, row.period, row.first, row.last, row.present)
            for row in connection.execute(
                select(
                    allocation.c.series,
                    allocation.c.period,
                    func.min(allocation.c.serial).label("first"),
                    func.max(allocation.c.serial).label("last"),
                    func.count(allocation.c.serial.distinct()).label("present"),
                )
                .where(allocation.c.thana == thana)
                .group_by(allocation.c.series, allocation.c.period)
                .order_by(allocation.c.series, allocation.c.period)
            )
        )
    return ThanaStatus(
        thana=thana,
        feed_epoch="" if state is None else state["epoch"],
        feed_size=0 if state is None else state["size"],
        feed_hash="" if state is None else state["hash"],
        devices=devices,
        parked=reasons,
        series=series,
    )


def _random(length: int) -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(length))
