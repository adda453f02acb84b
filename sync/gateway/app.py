"""The gateway over HTTP: five endpoints, every request checked, every answer signed."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from sync.gateway.counters import Counters
from sync.gateway.enrolment import enrol, public_of
from sync.gateway.files import answer_file
from sync.gateway.ingest import answer_sync
from sync.gateway.refuse import STATUS, Refuse
from sync.gateway.store import Store
from sync.protocol.files import FileRequest
from sync.protocol.messages import EnrolRequest, Identity, Refusal, SyncRequest, UnknownProtocol
from sync.protocol.signing import (
    BadSignature,
    SignedBy,
    StaleSignature,
    claimed_nonce,
    sign_reply,
    verify_request,
)
from sync.protocol.wire import (
    CONTENT_CODING,
    CONTENT_TYPE,
    MAX_WIRE_BYTES,
    BadMessage,
    TooLarge,
)

_log = logging.getLogger(__name__)
_BUSY_SECONDS = 15


def _now() -> datetime:
    return datetime.now(UTC)


def build_app(store: Store, *, clock: Callable[[], datetime] = _now) -> Starlette:
    """The gateway's web application on `store`; `clock` gives its aware time."""
    desk = _Desk(store, clock)
    return Starlette(
        routes=[
            Route("/v1/sync", desk.sync, methods=["POST"]),
            Route("/v1/file", desk.file, methods=["POST"]),
            Route("/v1/enrol", desk.enrol, methods=["POST"]),
            Route("/v1/health", desk.health, methods=["GET"]),
            Route("/v1/metrics", desk.metrics, methods=["GET"]),
        ]
    )


class _Desk:
    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._counters = Counters()

    async def sync(self, request: Request) -> Response:
        return await self._answer("sync", request, self._sync)

    async def file(self, request: Request) -> Response:
        return await self._answer("file", request, self._file)

    async def enrol(self, request: Request) -> Response:
        return await self._answer("enrol", request, self._enrol)

    async def health(self, _: Request) -> Response:
        def touch() -> None:
            with self._store.transaction() as connection:
                connection.exec_driver_sql("SELECT 1")

        try:
            await run_in_threadpool(touch)
        except SQLAlchemyError:
            return PlainTextResponse("no store\n", status_code=503)
        return PlainTextResponse("ok\n")

    async def metrics(self, _: Request) -> Response:
        return PlainTextResponse(self._counters.as_text())

    async def _answer(
        self, endpoint: str, request: Request, handle: Callable[[Request, bytes], bytes]
    ) -> Response:
        try:
            body = await _body(request)
            self._counters.add("bytes", len(body), direction="in")
            answer = await run_in_threadpool(_as_refusal(handle), request, body)
            status, outcome = 200, "ok"
        except ClientDisconnect:
            # Nobody is left to answer; the request never came in whole.
            self._counters.add("requests", endpoint=endpoint, outcome="cut")
            return Response(status_code=400)
        except Refuse as refused:
            outcome = refused.code
            status = STATUS[outcome]
            answer = Refusal(
                outcome,
                self._clock(),
                _BUSY_SECONDS if outcome in ("busy", "too_many_files") else None,
            ).to_bytes()
        self._counters.add("requests", endpoint=endpoint, outcome=outcome)
        self._counters.add("bytes", len(answer), direction="out")
        headers = sign_reply(
            status=status,
            headers={"Content-Type": CONTENT_TYPE, "Content-Encoding": CONTENT_CODING},
            body=answer,
            signer=self._store.key,
            nonce=claimed_nonce(request.headers),
        )
        return Response(answer, status_code=status, headers=headers)

    def _sync(self, request: Request, body: bytes) -> bytes:
        signed = self._signed_by(request, body)
        message = SyncRequest.from_bytes(body)
        _check_sender(signed, message.identity)
        reply, tally = answer_sync(self._store, message, signed, self._clock())
        self._counters.add("standings", standing=reply.standing)
        self._counters.add("events_accepted", tally.accepted)
        self._counters.add("events_repeated", tally.repeated)
        self._counters.add("events_parked", tally.parked)
        self._counters.add("events_handed_out", tally.handed_out)
        return reply.to_bytes()

    def _file(self, request: Request, body: bytes) -> bytes:
        signed = self._signed_by(request, body)
        message = FileRequest.from_bytes(body)
        _check_sender(signed, message.identity)
        reply = answer_file(self._store, message, signed, self._clock())
        self._counters.add("files", state=reply.state)
        return reply.to_bytes()

    def _signed_by(self, request: Request, body: bytes) -> SignedBy:
        unknown: list[str] = []

        def public(key_id: str) -> str | None:
            thana, _, device = key_id.partition("/")
            found = public_of(self._store, thana, device)
            if found is None:
                unknown.append(key_id)
            return found

        try:
            return verify_request(
                method=request.method,
                url=str(request.url),
                headers=request.headers,
                body=body,
                public_key_of=public,
                now=self._clock(),
            )
        except StaleSignature as error:
            raise Refuse("clock") from error
        except BadSignature as error:
            raise Refuse("unknown_device" if unknown else "signature") from error

    def _enrol(self, request: Request, body: bytes) -> bytes:
        del request
        return enrol(self._store, EnrolRequest.from_bytes(body), self._clock()).to_bytes()


def _check_sender(signed: SignedBy, identity: Identity) -> None:
    if signed.key_id != f"{identity.thana}/{identity.device}":
        raise Refuse("signature")


def _as_refusal(handle: Callable[[Request, bytes], bytes]) -> Callable[[Request, bytes], bytes]:
    """`handle`, with every error that a request can cause turned into a refusal."""

    def handled(request: Request, body: bytes) -> bytes:
        try:
            return handle(request, body)
        except UnknownProtocol as error:
            raise Refuse("protocol") from error
        except TooLarge as error:
            raise Refuse("too_large") from error
        except BadMessage as error:
            raise Refuse("bad_message") from error
        except SQLAlchemyError as error:
            # The text of a database error can hold what people wrote: only its kind is logged.
            _log.error("store failed: %s", type(error).__name__)
            raise Refuse("busy") from error

    return handled


async def _body(request: Request) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_WIRE_BYTES:
            raise Refuse("too_large")
        parts.append(part)
    return b"".join(parts)
