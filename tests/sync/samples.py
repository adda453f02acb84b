"""PCs, gateways and events of a plainly fictional thana, wired together without a network."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sync.client.engine import SyncEngine
from sync.client.memory_journal import MemoryJournal
from sync.client.memory_remote import Fault, MemoryRemote
from sync.client.ports import Refused, Remote, Revoked
from sync.gateway.enrolment import create_enrol_code, enrol
from sync.gateway.ingest import answer_sync
from sync.gateway.refuse import Refuse
from sync.gateway.store import Store
from sync.protocol.canonical import Json
from sync.protocol.codes import read_code
from sync.protocol.event import GENESIS, Event
from sync.protocol.messages import EnrolRequest, Identity, SyncRequest
from sync.protocol.signing import SigningKey, code_key, prove
from sync.protocol.times import IST, to_text

THANA = "UP-SAMPLE"
NOON = datetime(2026, 8, 15, 12, 0, tzinfo=IST)


class SteppedClock:
    """A clock that moves only when it is told to."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now
        self._monotonic = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    def jump(self, by: timedelta) -> None:
        """Set the wall clock wrong; time that passed is not touched."""
        self._now += by


def make_event(
    seq: int = 1,
    *,
    device: str = "pc-1",
    incarnation: int = 1,
    prev_hash: str = GENESIS,
    record: int = 1,
    parents: Sequence[str] = (),
    body: dict[str, Json] | None = None,
    thana: str = THANA,
) -> Event:
    """One sealed event."""
    return Event(
        thana=thana,
        device=device,
        incarnation=incarnation,
        seq=seq,
        event_id=str(UUID(int=seq)),
        record_id=str(UUID(int=record)),
        kind="version",
        form="gd",
        form_version=1,
        parents=tuple(parents),
        actor="moharir",
        role="moharir",
        on_behalf_of=None,
        stated_at=to_text(NOON),
        device_at=to_text(NOON),
        trusted_at=None,
        body={"letter": {"विवरण": f"नमूना {seq}"}} if body is None else body,
        prev_hash=prev_hash,
    ).sealed()


def make_chain(length: int, **same: object) -> list[Event]:
    """`length` events that follow on each other."""
    events: list[Event] = []
    for seq in range(1, length + 1):
        head = events[-1].hash if events else GENESIS
        events.append(make_event(seq, prev_hash=head, record=seq, **same))  # type: ignore[arg-type]  # passed through
    return events


@dataclass
class Pc:
    """One enrolled PC."""

    journal: MemoryJournal
    key: SigningKey
    gateway_public: str
    clock: SteppedClock
    engine: SyncEngine
    remote: Remote
    written: int = 0

    def write(
        self,
        text: str = "नमूना",
        *,
        record: int | None = None,
        parents: Sequence[str] = (),
        allocations: Json = None,
        user: SigningKey | None = None,
        actor: str = "moharir",
    ) -> Event:
        """Register one version."""
        self.written += 1
        identity = self.journal.identity()
        number = self.journal.head().seq + 1
        body: dict[str, Json] = {"letter": {"विवरण": text}}
        if allocations is not None:
            body["allocations"] = allocations
        name = f"{identity.device}/{identity.incarnation}/{number}"
        return self.journal.register(
            event_id=f"event {name} {text[:20]}",
            record_id=f"record {name}" if record is None else str(UUID(int=record)),
            body=body,
            at=self.clock.now(),
            parents=parents,
            user=user,
            actor=actor,
        )

    def over(self, remote: Remote) -> "Pc":
        """The same PC on another way."""
        self.remote = remote
        self.engine = SyncEngine(
            journal=self.journal,
            remote=remote,
            signer=self.key,
            clock=self.clock,
            gateway_public=self.gateway_public,
        )
        return self

    def clone(self) -> "Pc":
        """What a copied disk makes of this PC."""
        twin = Pc(
            journal=self.journal.copy(),
            key=self.key,
            gateway_public=self.gateway_public,
            clock=self.clock,
            engine=self.engine,
            remote=self.remote,
        )
        return twin.over(self.remote)


def answer_of(store: Store, clock: SteppedClock) -> Callable[[bytes], bytes]:
    """The gateway's own ingest, bytes in and bytes out."""

    def answer(request: bytes) -> bytes:
        try:
            reply, _ = answer_sync(store, SyncRequest.from_bytes(request), None, clock.now())
        except Refuse as refused:
            if refused.code == "revoked":
                raise Revoked("revoked") from refused
            raise Refused(refused.code, code=refused.code) from refused
        return reply.to_bytes()

    return answer


def make_pc(
    store: Store,
    clock: SteppedClock,
    *,
    thana: str = THANA,
    label: str = "नमूना पीसी",
    faults: Sequence[Fault | None] = (),
) -> Pc:
    """A PC enrolled at `store` and joined to it by a memory remote."""
    key = SigningKey.generate()
    request = make_enrol_request(create_enrol_code(store, thana, clock.now()), key, label=label)
    reply = enrol(store, request, clock.now())
    journal = MemoryJournal(Identity(reply.thana, reply.device, 1))
    remote = MemoryRemote(answer_of(store, clock), faults)
    engine = SyncEngine(
        journal=journal,
        remote=remote,
        signer=key,
        clock=clock,
        gateway_public=reply.gateway_public,
    )
    return Pc(journal, key, reply.gateway_public, clock, engine, remote)


def make_enrol_request(code: str, key: SigningKey, *, label: str = "नमूना पीसी") -> EnrolRequest:
    """A well-formed enrolment for `code`."""
    code_id, secret = read_code(code)
    fields = {
        "app": "test",
        "code_id": code_id,
        "device_public": key.public,
        "label": label,
        "nonce": "0" * 32,
    }
    asked = EnrolRequest(**fields, proof="")
    return EnrolRequest(**fields, proof=prove(code_key(secret), "enrol request", *asked.proven()))
