"""The real gateway over real connections: enrolment, replay, clocks, strangers."""

import datetime
import gzip
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import timedelta

import pytest
import zstandard

from sync.client.engine import Outcome
from sync.client.enrol import enrol
from sync.client.http_remote import HttpEnrolWay
from sync.client.memory_journal import MemoryJournal
from sync.client.ports import (
    NotOurGateway,
    Refused,
    RemoteError,
    Revoked,
    TryLater,
    Unreachable,
)
from sync.gateway.enrolment import revoke, status
from sync.gateway.serve import GatewayThread
from sync.protocol.codes import BadCode
from sync.protocol.messages import Identity
from sync.protocol.signing import SigningKey, sign_request
from sync.protocol.wire import CONTENT_TYPE, MAX_WIRE_BYTES, pack
from tests.sync.joined import Wall, make_remote
from tests.sync.samples import THANA, Pc
from tests.sync.wire import listening, read_request, saying

# --- the ordinary way ---------------------------------------------------------------------


def test_two_pcs_converge_over_http(gateway: GatewayThread, join: Callable[..., Pc]) -> None:
    one, two = join(gateway), join(gateway)
    for number in range(40):
        one.write(f"पहला {number}")
        two.write(f"दूसरा {number}")
    for pc in (one, two, one):
        report = pc.engine.sync_once()
        assert report.outcome is Outcome.IN_STEP
    assert one.journal.events() == two.journal.events()
    assert report.receipt is not None
    assert report.receipt.is_from(gateway.store.key.public)


def test_a_mistyped_code_sends_nothing(light_gateway: GatewayThread, wall: Wall) -> None:
    with HttpEnrolWay(light_gateway.url, clock=wall) as way, pytest.raises(BadCode):
        enrol(way, "ABC", SigningKey.generate(), label="", app="test")


def test_a_wrong_code_is_refused_by_name(light_gateway: GatewayThread, wall: Wall) -> None:
    way = HttpEnrolWay(light_gateway.url, clock=wall)
    with way, pytest.raises(Refused) as refused:
        enrol(way, "0" * 20, SigningKey.generate(), label="", app="test")
    assert refused.value.code == "code"


def test_a_gateway_that_does_not_know_the_code_is_not_ours(wall: Wall) -> None:
    forged = pack(
        {
            "protocol": "1.0",
            "thana": THANA,
            "device": "pc-1",
            "gateway_public": SigningKey.generate().public,
            "server_time": "2026-08-15T12:00:00+05:30",
            "proof": "0" * 64,
        }
    )
    answer = (
        f"HTTP/1.1 200 OK\r\nContent-Type: {CONTENT_TYPE}\r\nContent-Encoding: zstd\r\n"
        f"Content-Length: {len(forged)}\r\n\r\n"
    ).encode() + forged
    with saying(answer) as url, HttpEnrolWay(url, clock=wall) as way, pytest.raises(NotOurGateway):
        enrol(way, "0" * 20, SigningKey.generate(), label="", app="test")


def test_health_and_metrics_answer(light_gateway: GatewayThread, join: Callable[..., Pc]) -> None:
    pc = join(light_gateway)
    pc.write()
    pc.engine.sync_once()
    with urllib.request.urlopen(f"{light_gateway.url}/v1/health") as answer:
        assert answer.read() == b"ok\n"
    with urllib.request.urlopen(f"{light_gateway.url}/v1/metrics") as answer:
        text = answer.read().decode()
    assert "thana_gateway_events_accepted_total 1" in text
    assert 'thana_gateway_requests_total{endpoint="sync",outcome="ok"} 1' in text


# --- who may come in ----------------------------------------------------------------------


def test_a_revoked_pc_is_told_so(gateway: GatewayThread, join: Callable[..., Pc]) -> None:
    pc = join(gateway)
    pc.engine.sync_once()
    revoke(gateway.store, THANA, pc.journal.identity().device, pc.clock.now())
    pc.write()
    report = pc.engine.sync_once()
    assert (report.error_kind, report.pending) == (Revoked.kind, 1)
    assert status(gateway.store, THANA).feed_size == 0


def test_a_pc_of_another_thana_is_refused(gateway: GatewayThread, join: Callable[..., Pc]) -> None:
    pc, other = join(gateway), join(gateway, thana="UP-OTHER")
    wrong = make_remote(
        gateway.url,
        other.clock,  # type: ignore[arg-type]  # the same Wall
        device=pc.journal.identity().device,
        signer=other.key,
        gateway_public=gateway.store.key.public,
    )
    stranger = make_remote(
        gateway.url,
        other.clock,  # type: ignore[arg-type]  # the same Wall
        device=other.journal.identity().device,
        signer=other.key,
        gateway_public=gateway.store.key.public,
    )
    pc.write()
    for remote, code in ((wrong, "signature"), (stranger, "unknown_device")):
        with remote:
            report = pc.over(remote).engine.sync_once()
        assert (report.error_kind, report.error_code) == (Refused.kind, code)


def test_a_message_in_the_name_of_another_device_is_refused(
    light_gateway: GatewayThread, join: Callable[..., Pc]
) -> None:
    victim, attacker = join(light_gateway), join(light_gateway)
    victim.write("नक़ली")
    report = victim.over(attacker.remote).engine.sync_once()
    assert (report.error_kind, report.error_code) == (Refused.kind, "signature")
    assert status(light_gateway.store, THANA).feed_size == 0


def test_a_recorded_request_is_refused_and_changes_nothing(
    gateway: GatewayThread, join: Callable[..., Pc], wall: Wall
) -> None:
    pc = join(gateway)
    pc.write()
    recorded: list[bytes] = []

    class Recorder:
        def sync(self, request: bytes) -> bytes:
            recorded.append(request)
            return pc_remote.sync(request)

    pc_remote = pc.remote
    pc.over(Recorder()).engine.sync_once()
    identity = pc.journal.identity()
    headers = sign_request(
        method="POST",
        url=f"{gateway.url}/v1/sync",
        headers={"Content-Type": CONTENT_TYPE, "Content-Encoding": "zstd"},
        body=recorded[0],
        key_id=f"{identity.thana}/{identity.device}",
        signer=pc.key,
        nonce="n" * 32,
        now=wall.now(),
    )

    def send() -> int:
        request = urllib.request.Request(
            f"{gateway.url}/v1/sync", data=recorded[0], headers=headers, method="POST"
        )
        try:
            with urllib.request.urlopen(request) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    before = status(gateway.store, THANA)
    assert [send(), send(), send()] == [200, 409, 409]
    assert status(gateway.store, THANA).feed_size == before.feed_size == 1


@pytest.mark.parametrize("days", [-3650, -1, 1, 3650])
def test_a_clock_off_by_days_does_not_stop_sync(
    gateway: GatewayThread, join: Callable[..., Pc], wall: Wall, days: int
) -> None:
    pc = join(gateway)
    wall.wrong_by = timedelta(days=days)
    for _ in range(3):
        pc.write()
        report = pc.engine.sync_once()
        assert (report.outcome, report.pending) == (Outcome.IN_STEP, 0)
    assert report.server_time is not None
    off = report.server_time - datetime.datetime.now(datetime.UTC)
    assert abs(off) < timedelta(minutes=1)


def test_a_clock_that_jumps_between_two_syncs_is_followed(
    light_gateway: GatewayThread, join: Callable[..., Pc], wall: Wall
) -> None:
    pc = join(light_gateway)
    for days in (0, 400, -400, 0):
        wall.wrong_by = timedelta(days=days)
        pc.write()
        assert pc.engine.sync_once().outcome is Outcome.IN_STEP


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"garbage", "bad_message"),
        (pack({"protocol": "2.0"}), "protocol"),
        (pack({"protocol": "1.0"}), "bad_message"),
        (b"x" * (MAX_WIRE_BYTES + 1), "too_large"),
        (zstandard.ZstdCompressor().compress(b" " * 100_000_000), "too_large"),
    ],
)
def test_a_hostile_body_is_refused_by_name(
    light_gateway: GatewayThread, join: Callable[..., Pc], body: bytes, code: str
) -> None:
    pc = join(light_gateway)
    with pytest.raises(RemoteError) as refused:
        pc.remote.sync(body)
    assert refused.value.code in (code, "") or isinstance(refused.value, Unreachable)
    if len(body) < MAX_WIRE_BYTES:
        assert refused.value.code == code
    pc.write()
    assert pc.engine.sync_once().outcome is Outcome.IN_STEP


# --- strangers ----------------------------------------------------------------------------

PORTAL = b"<!DOCTYPE html><title>Login</title>" + b"x" * 500
OURS = f"Content-Type: {CONTENT_TYPE}\r\nContent-Encoding: zstd\r\n".encode()


def response(status: str, headers: bytes, body: bytes = b"") -> bytes:
    length = f"Content-Length: {len(body)}\r\n".encode()
    return b"HTTP/1.1 " + status.encode() + b"\r\n" + headers + length + b"\r\n" + body


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (response("200 OK", b"Content-Type: text/html\r\n", PORTAL), "not_our_gateway"),
        (response("302 Found", b"Location: http://login.test/\r\n"), "not_our_gateway"),
        (response("307 Moved", b"Location: /elsewhere\r\n"), "not_our_gateway"),
        (response("404 Not Found", b"", PORTAL), "not_our_gateway"),
        (response("410 Gone", b"", b"revoked"), "not_our_gateway"),
        (response("200 OK", OURS, pack({"protocol": "1.0"})), "not_our_gateway"),
        (response("410 Gone", OURS, pack({"refused": "revoked"})), "not_our_gateway"),
        (response("500 Oops", b"", b"{"), "try_later"),
        (response("502 Bad Gateway", b"", PORTAL), "try_later"),
        (response("503 Busy", b"Retry-After: 7\r\n"), "try_later"),
        (response("429 Slow down", b"Retry-After: 7\r\n"), "try_later"),
        (response("413 Too large", b""), "refused"),
        (
            response("200 OK", OURS + b"Content-Encoding: gzip\r\n", gzip.compress(b"0" * 10**7)),
            "not_our_gateway",
        ),
        (response("200 OK", OURS, b"0" * (MAX_WIRE_BYTES + 1)), "bad_answer"),
        (b"HTTP/1.1 200 OK\r\n" + OURS + b"Content-Length: 500\r\n\r\nhalf", "unreachable"),
        (b"HTTP/1.1 200 OK\r\nContent-Ty", "unreachable"),
        (b"", "unreachable"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "unreachable"),
        (b"HTTP/1.1 999999999999 \x00\xff\r\n\r\n", "unreachable"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", "unreachable"),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nbad\r\n",
            "unreachable",
        ),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n", "unreachable"),
    ],
)
def test_a_stranger_is_named_and_nothing_is_lost(wall: Wall, answer: bytes, kind: str) -> None:
    pc = Pc(
        MemoryJournal(Identity(THANA, "pc-1", 1)),
        SigningKey.generate(),
        SigningKey.generate().public,
        wall,
        None,  # type: ignore[arg-type]  # set by over()
        None,  # type: ignore[arg-type]  # set by over()
    )
    event = pc.write()
    with saying(answer) as url, make_remote(url, wall) as remote:
        report = pc.over(remote).engine.sync_once()
    assert (report.outcome, report.error_kind) == (Outcome.INTERRUPTED, kind)
    assert (report.pending, list(pc.journal.events())) == (1, [event.hash])


def test_a_wait_that_a_stranger_asks_for_is_handed_on(wall: Wall) -> None:
    answer = response("503 Busy", b"Retry-After: 7\r\n")
    with (
        saying(answer) as url,
        make_remote(url, wall) as remote,
        pytest.raises(TryLater) as later,
    ):
        remote.sync(b"")
    assert later.value.retry_after == 7


def test_a_closed_port_is_unreachable(wall: Wall) -> None:
    with listening(lambda _: None) as url:
        pass
    with make_remote(url, wall) as remote, pytest.raises(Unreachable):
        remote.sync(b"")


def test_a_redirect_is_not_followed_and_carries_nothing_on(wall: Wall) -> None:
    reached: list[bytes] = []
    with listening(lambda client: reached.append(read_request(client))) as elsewhere:
        moved = response("307 Moved", f"Location: {elsewhere}/v1/sync\r\n".encode())
        with saying(moved) as url, make_remote(url, wall) as remote, pytest.raises(NotOurGateway):
            remote.sync(b"secret")
    assert reached == []


def test_proxies_of_the_environment_are_not_used(
    wall: Wall,
    monkeypatch: pytest.MonkeyPatch,
    light_gateway: GatewayThread,
    join: Callable[..., Pc],
) -> None:
    reached: list[bytes] = []
    with listening(lambda client: reached.append(read_request(client))) as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
        pc = join(light_gateway)
        assert pc.engine.sync_once().outcome is Outcome.IN_STEP
    assert reached == []


@pytest.mark.parametrize(
    "url",
    [
        "http://gateway.test",
        "http://10.0.0.5:8000",
        "https://gateway.test",
        "ftp://127.0.0.1",
        "http://127.0.0.1.evil.test",
        "http://user:word@127.0.0.1",
        "http://127.0.0.1/path",
        "127.0.0.1:80",
        "",
    ],
)
def test_an_unprotected_address_is_refused(wall: Wall, url: str) -> None:
    with pytest.raises(ValueError, match=r"gateway|http"):
        make_remote(url, wall)
