"""Whatever answers at the data centre's address: told by name, nothing lost, nothing changed."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sync.gateway.serve import GatewayThread
from thana_desk.actions import demo, records, syncing
from thana_desk.actions.desk import Desk

Answerer = Callable[[int, bytes], str]


@pytest.fixture
def answerer() -> Iterator[Answerer]:
    """Starts a server that gives every request the same answer; its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(status: int, body: bytes) -> str:
        class Same(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Same)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "body"),
    [(200, b"<html>login</html>"), (200, b"{"), (200, b""), (500, b"x"), (503, b""), (410, b"{}")],
)
def test_garbage_changes_nothing_and_is_told_in_words(
    status: int, body: bytes, answerer: Answerer, moharir: Desk, tmp_path: Path
) -> None:
    with GatewayThread(f"sqlite:///{tmp_path / 'gateway.db'}") as gateway:
        syncing.enrol(moharir, gateway.url, demo.new_code(gateway.store, moharir.thana.code))
    done = records.register(moharir, "gd", moharir.forms["gd"].sample(moharir.clock.now()))
    syncing.move(moharir, answerer(status, body))
    outcome = syncing.sync_once(moharir)
    assert not outcome.done
    assert outcome.words.hi
    assert outcome.words.en
    assert syncing.status(moharir).pending == 1
    assert [line.record_id for line in syncing.outbox(moharir)] == [done.record_id]
