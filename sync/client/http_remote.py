"""The way to the gateway over HTTP: the only place that opens a connection to the network."""

import http.client
import ipaddress
import secrets
import ssl
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from sync.client.ports import (
    BadAnswer,
    Clock,
    NotOurGateway,
    Refused,
    RemoteError,
    Revoked,
    Signer,
    TryLater,
    Unreachable,
)
from sync.protocol.messages import Refusal
from sync.protocol.signing import BadSignature, sign_request, verify_reply
from sync.protocol.wire import CONTENT_CODING, CONTENT_TYPE, MAX_WIRE_BYTES, BadMessage

CONNECT_SECONDS = 10.0
STALL_SECONDS = 20.0
"""A link without a byte for this long counts as cut; a slow one that moves does not."""
WHOLE_SECONDS = 600.0
"""The longest that one answer may take, however steadily it drips."""
_IDLE_SECONDS = 20.0
"""After this long a kept connection is not trusted to be alive."""

_CHUNK = 16 * 1024
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})


class HttpRemote:
    """The way of one enrolled device to its gateway.

    `base_url` is `https://host[:port]` with `ca_file` (PEM), the only certificate authority that
    is believed; plain `http` goes to this machine alone. `gateway_public` is the key that the
    enrolment gave: an answer that it did not sign is no answer.

    Raises:
        ValueError: the address or the missing `ca_file` would allow an unprotected connection.
    """

    def __init__(
        self,
        base_url: str,
        *,
        thana: str,
        device: str,
        signer: Signer,
        clock: Clock,
        gateway_public: str,
        ca_file: Path | None = None,
    ) -> None:
        self._way = _Way(base_url, ca_file, clock)
        self._key_id = f"{thana}/{device}"
        self._signer = signer
        self._clock = clock
        self._gateway_public = gateway_public
        self._offset = timedelta()

    def sync(self, request: bytes) -> bytes:
        """As `Remote.sync`. A wrong clock here costs one more round trip, not the contact."""
        return self._asked("/v1/sync", request)

    def file(self, request: bytes) -> bytes:
        """As `FileWay.file`."""
        return self._asked("/v1/file", request)

    def _asked(self, path: str, request: bytes) -> bytes:
        try:
            return self._once(path, request)
        except _WrongClock as wrong:
            self._offset = wrong.offset
        try:
            return self._once(path, request)
        except _WrongClock:
            raise Refused("the gateway does not take the time it gave", code="clock") from None

    def close(self) -> None:
        """Let go of the connection."""
        self._way.close()

    def __enter__(self) -> "HttpRemote":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _once(self, path: str, body: bytes) -> bytes:
        nonce = secrets.token_hex(16)
        asked_at = self._clock.now()
        headers = sign_request(
            method="POST",
            url=self._way.base_url + path,
            headers=_HEADERS,
            body=body,
            key_id=self._key_id,
            signer=self._signer,
            nonce=nonce,
            now=asked_at + self._offset,
        )
        answer = self._way.post(path, headers, body)
        if not self._is_ours(answer, nonce):
            raise _stranger(answer)
        if answer.status == 200:
            return answer.body
        refusal = _refusal(answer)
        if refusal.code == "clock":
            raise _WrongClock(refusal.server_time - asked_at)
        raise _refused(refusal)

    def _is_ours(self, answer: "_Answer", nonce: str) -> bool:
        if not answer.is_spoken_like_ours():
            return False
        try:
            verify_reply(
                status=answer.status,
                headers=answer.headers,
                body=answer.body,
                public=self._gateway_public,
                nonce=nonce,
            )
        except BadSignature:
            return False
        return True


class HttpEnrolWay:
    """The way to a gateway for a PC that is not enrolled yet; arguments as for `HttpRemote`."""

    def __init__(self, base_url: str, *, clock: Clock, ca_file: Path | None = None) -> None:
        self._way = _Way(base_url, ca_file, clock)

    def enrol(self, request: bytes) -> bytes:
        """As `EnrolWay.enrol`. The answer proves itself by the code, not by a signature."""
        answer = self._way.post("/v1/enrol", _HEADERS, request)
        if not answer.is_spoken_like_ours():
            raise _stranger(answer)
        if answer.status == 200:
            return answer.body
        raise _refused(_refusal(answer))

    def close(self) -> None:
        """Let go of the connection."""
        self._way.close()

    def __enter__(self) -> "HttpEnrolWay":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


_HEADERS = {
    "Content-Type": CONTENT_TYPE,
    "Content-Encoding": CONTENT_CODING,
    "Accept": CONTENT_TYPE,
    "Accept-Encoding": "identity",
    "User-Agent": "thana-desk",
}


class _WrongClock(Exception):
    def __init__(self, offset: timedelta) -> None:
        super().__init__("clock")
        self.offset = offset


class _Answer:
    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.body = body

    def is_spoken_like_ours(self) -> bool:
        """Whether this claims to be of our protocol; a login page does not."""
        return (
            self.headers.get("content-type", "").split(";")[0].strip() == CONTENT_TYPE
            and self.headers.get("content-encoding", "").strip() == CONTENT_CODING
        )

    def is_cut_in_its_headers(self) -> bool:
        """Whether this is what the standard library makes of headers that end too early."""
        return (
            self.status == 200
            and not self.body
            and not self.headers.get("content-length", "").strip().isdecimal()
            and "transfer-encoding" not in self.headers
        )


class _Session(requests.Session):
    """Without redirects: requests would read (and unpack) a redirect's whole body by itself."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None


class _Pinned(HTTPAdapter):
    """TLS 1.3 with one authority; requests would add the public ones to its own context."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs, ssl_context=self._context)


class _Nowhere(HTTPAdapter):
    """Refuses every address that no other adapter was mounted for."""

    def send(self, *args: Any, **kwargs: Any) -> requests.Response:
        raise requests.exceptions.InvalidSchema("this address is not the gateway's")


class _Way:
    """One connection to one address: what goes out and comes in, with caps and plain errors."""

    def __init__(self, base_url: str, ca_file: Path | None, clock: Clock) -> None:
        self.base_url = _checked_address(base_url, ca_file)
        self._clock = clock
        self._last_used = clock.monotonic()
        self._is_kept = False
        self._session = _Session()
        self._session.trust_env = False
        self._session.headers.clear()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, _Nowhere())
        if ca_file is not None and self.base_url.startswith("https://"):
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.minimum_version = ssl.TLSVersion.TLSv1_3
            context.load_verify_locations(ca_file)
            self._session.verify = str(ca_file)
            self._session.mount(self.base_url + "/", _Pinned(context))
        else:
            self._session.mount(self.base_url + "/", HTTPAdapter(max_retries=0))

    def post(self, path: str, headers: dict[str, str], body: bytes) -> _Answer:
        if self._clock.monotonic() - self._last_used > _IDLE_SECONDS:
            # The gateway, or a VPN box on the way, has dropped it by now.
            self.close()
        was_kept = self._is_kept
        try:
            return self._post_once(path, headers, body)
        except Unreachable as error:
            if not was_kept or isinstance(error.__cause__, requests.Timeout):
                raise
        # The other end may have closed a kept connection just now; a fresh one will tell. Should
        # the request have arrived all the same, its nonce keeps it from counting twice.
        return self._post_once(path, headers, body)

    def _post_once(self, path: str, headers: dict[str, str], body: bytes) -> _Answer:
        try:
            with self._session.post(
                self.base_url + path,
                data=body,
                headers=headers,
                timeout=(CONNECT_SECONDS, STALL_SECONDS),
                allow_redirects=False,
                stream=True,
            ) as response:
                answer = _Answer(
                    response.status_code,
                    {name.lower(): value for name, value in response.headers.items()},
                    self._read(response),
                )
        except RemoteError:
            self.close()
            raise
        except (requests.RequestException, HTTPError, OSError, http.client.HTTPException) as error:
            self.close()
            raise _failed(error) from error
        finally:
            self._last_used = self._clock.monotonic()
        self._is_kept = True
        return answer

    def close(self) -> None:
        """Close the kept connections; the session opens new ones by itself."""
        self._is_kept = False
        self._session.close()

    def _read(self, response: requests.Response) -> bytes:
        """The body as it came, not unpacked by anyone on the way, and no more than the cap."""
        begun = self._clock.monotonic()
        parts: list[bytes] = []
        size = 0
        while part := response.raw.read(_CHUNK, decode_content=False):
            size += len(part)
            if size > MAX_WIRE_BYTES:
                raise BadAnswer("the answer is too long")
            if self._clock.monotonic() - begun > WHOLE_SECONDS:
                raise Unreachable("the answer never ends")
            parts.append(part)
        return b"".join(parts)


def _checked_address(base_url: str, ca_file: Path | None) -> str:
    parts = urlsplit(base_url.rstrip("/"))
    if parts.path or parts.query or parts.fragment or parts.username or not parts.hostname:
        raise ValueError("the gateway's address is scheme, host and port only")
    if parts.scheme == "https":
        if ca_file is None:
            raise ValueError("https needs the file of the certificate authority")
    elif parts.scheme != "http" or not _is_this_machine(parts.hostname):
        raise ValueError("plain http is for this machine alone")
    return f"{parts.scheme}://{parts.netloc}".lower()


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _failed(error: BaseException) -> RemoteError:
    """What an error of the network libraries means for us."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLEOFError | ssl.SSLZeroReturnError | TimeoutError):
            return Unreachable(type(seen).__name__)
        if isinstance(seen, ssl.SSLError):
            return NotOurGateway("no trusted TLS")
        reason = getattr(seen, "reason", None)
        inner = next(
            (arg for arg in getattr(seen, "args", ()) if isinstance(arg, BaseException)), None
        )
        chained = reason if isinstance(reason, BaseException) else inner
        seen = chained or seen.__cause__ or seen.__context__
    return Unreachable(type(error).__name__)


def _stranger(answer: _Answer) -> RemoteError:
    """What an answer means that our gateway did not sign."""
    if answer.status in _BUSY:
        return TryLater(f"status {answer.status}", retry_after=_retry_after(answer))
    if answer.is_cut_in_its_headers():
        return Unreachable("the answer ends in its headers")
    if answer.status == 413:
        return Refused("too large for something on the way", code="too_large")
    return NotOurGateway(f"status {answer.status} from something that is not our gateway")


def _refusal(answer: _Answer) -> Refusal:
    try:
        return Refusal.from_bytes(answer.body)
    except BadMessage as error:
        raise BadAnswer(str(error)) from error


def _refused(refusal: Refusal) -> RemoteError:
    match refusal.code:
        case "revoked":
            return Revoked("this device was withdrawn")
        case "busy" | "too_many_files":
            return TryLater(refusal.code, code=refusal.code, retry_after=refusal.retry_after)
        case "replay":
            # Something on the way sent our request twice; its first answer is lost.
            return Unreachable("the answer was lost on the way")
        case _:
            return Refused(refusal.code, code=refusal.code, retry_after=refusal.retry_after)


def _retry_after(answer: _Answer) -> float | None:
    """Seconds from a `Retry-After` header, given as seconds; None without one."""
    text = answer.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdecimal() and len(text) < 7:
        return float(text)
    return None
