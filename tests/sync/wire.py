"""A loopback proxy that cuts connections at a byte, and servers that are not our gateway."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class CutProxy:
    """Passes bytes between a client and one port, and closes both ends after so many.

    `up` and `down` are how many bytes may still pass in each direction; None is no limit.
    `passed` counts what did, per direction, since the last `allow`.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._left: dict[str, int | None] = {"up": None, "down": None}
        self.passed = {"up": 0, "down": 0}
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def allow(self, *, up: int | None = None, down: int | None = None) -> None:
        """Begin anew with these limits."""
        self._left = {"up": up, "down": down}
        self.passed = {"up": 0, "down": 0}

    def hang_up(self) -> None:
        """Close all connections; new ones are welcome."""
        for end in self._open:
            _cut(end)

    def close(self) -> None:
        """Stop, and wait until every thread has."""
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._accepting.join()
        self.hang_up()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._port))
            except OSError:
                client.close()
                continue
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._open = [end for end in self._open if end.fileno() >= 0] + [client, server]
            self._threads = [thread for thread in self._threads if thread.is_alive()]
            gone = threading.Barrier(2)
            for way, source, sink in (("up", client, server), ("down", server, client)):
                thread = threading.Thread(
                    target=self._pass, args=(way, source, sink, gone), daemon=True
                )
                self._threads.append(thread)
                thread.start()

    def _pass(
        self, way: str, source: socket.socket, sink: socket.socket, gone: threading.Barrier
    ) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                # The limits in force now, counted before the bytes are on their way: whoever has
                # received them may call `allow` at once, and what is counted late would then be
                # taken from the new limits.
                limits, passed = self._left, self.passed
                left = limits[way]
                part = data if left is None else data[:left]
                passed[way] += len(part)
                if left is not None:
                    limits[way] = left - len(part)
                if part:
                    sink.sendall(part)
                if left is not None and left <= len(data):
                    break
        _cut(source)
        _cut(sink)
        gone.wait()
        source.close()
        sink.close()


def _cut(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)


@contextmanager
def listening(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server on loopback that hands each connection to `answer`; gives its address."""
    server = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        while True:
            try:
                client, _ = server.accept()
            except OSError:
                return
            with client, contextlib.suppress(OSError):
                answer(client)

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join()


def read_request(client: socket.socket) -> bytes:
    """One HTTP request as it came, headers and body."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = client.recv(65536)
        if not more:
            return data
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        (
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    while len(body) < length:
        more = client.recv(65536)
        if not more:
            break
        body += more
    return head + b"\r\n\r\n" + body


@contextmanager
def saying(response: bytes) -> Iterator[str]:
    """A server that answers every request with the same bytes and hangs up."""

    def answer(client: socket.socket) -> None:
        read_request(client)
        client.sendall(response)

    with listening(answer) as url:
        yield url
