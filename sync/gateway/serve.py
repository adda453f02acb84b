"""The gateway as a running server: in the data centre, or inside another program."""

import asyncio
import socket
import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from types import TracebackType

import uvicorn

from sync.gateway.app import build_app
from sync.gateway.store import Store
from sync.protocol.signing import SigningKey

_STOP_SECONDS = 10


def _now() -> datetime:
    return datetime.now(UTC)


def serve(
    store_url: str,
    port: int,
    host: str = "127.0.0.1",
    *,
    certificate: Path | None = None,
    certificate_key: Path | None = None,
    key: SigningKey | None = None,
) -> None:
    """Serve until interrupted. With a certificate (PEM files) TLS 1.3 only, else plain HTTP.

    Raises:
        NewerStore: the store belongs to a newer gateway.
        OSError: the port is taken.
    """
    store = Store(store_url, now=_now(), key=key)
    try:
        uvicorn.Server(_config(store, host, port, certificate, certificate_key)).run()
    finally:
        store.close()


class GatewayThread:
    """A gateway in a thread of this program, stopped cleanly at the end of a `with`.

    `store` may be used for the administrator's functions meanwhile. Port 0 takes a free one;
    `url` says which.
    """

    def __init__(
        self,
        store_url: str,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        certificate: Path | None = None,
        certificate_key: Path | None = None,
        key: SigningKey | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self.store = Store(store_url, now=clock(), key=key)
        try:
            self._socket = socket.create_server((host, port))
        except BaseException:
            self.store.close()
            raise
        self.port: int = self._socket.getsockname()[1]
        scheme = "http" if certificate is None else "https"
        self.url = f"{scheme}://{host}:{self.port}"
        config = _config(self.store, host, self.port, certificate, certificate_key, clock=clock)
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._run, name="gateway", daemon=True)

    def start(self) -> "GatewayThread":
        """Begin to serve; the socket listens already, so that no request can come too early."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Finish the requests at hand, then let go of port and store."""
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(_STOP_SECONDS)
        self._socket.close()
        self.store.close()

    def __enter__(self) -> "GatewayThread":
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        await self._server.serve(sockets=[self._socket])
        # A TLS peer that does not say good-bye would keep its connection past the loop's end.
        for connection in list(self._server.server_state.connections):
            transport = connection.transport
            if transport is not None:
                transport.abort()
        await asyncio.sleep(0)


def _config(
    store: Store,
    host: str,
    port: int,
    certificate: Path | None,
    certificate_key: Path | None,
    *,
    clock: Callable[[], datetime] = _now,
) -> uvicorn.Config:
    config = uvicorn.Config(
        build_app(store, clock=clock),
        host=host,
        port=port,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=2,
        ssl_certfile=None if certificate is None else str(certificate),
        ssl_keyfile=None if certificate_key is None else str(certificate_key),
    )
    if certificate is not None:
        config.load()
        if config.ssl is not None:
            config.ssl.minimum_version = ssl.TLSVersion.TLSv1_3
    return config
