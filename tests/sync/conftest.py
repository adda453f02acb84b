"""Gateways to sync with: in memory, on SQLite, on a private PostgreSQL."""

import getpass
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from sync.client.http_remote import HttpRemote
from sync.client.memory_journal import MemoryJournal
from sync.gateway.serve import GatewayThread
from sync.gateway.store import Store
from sync.protocol.messages import Identity
from sync.protocol.signing import SigningKey
from tests.sync.joined import Wall, enrol_over_http
from tests.sync.samples import THANA, Pc, SteppedClock
from tests.sync.wire import CutProxy

_BINARIES = Path("/usr/lib/postgresql/15/bin")


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
def store(clock: SteppedClock) -> Iterator[Store]:
    """A gateway's store in memory."""
    made = Store("sqlite://", now=clock.now())
    yield made
    made.close()


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[str]:
    """The address of a private PostgreSQL that ends with the tests; no password, own socket."""
    if not (_BINARIES / "initdb").exists():
        pytest.fail("PostgreSQL 15 is not installed: run ./check's set-up first")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    user = "postgres" if os.geteuid() == 0 else getpass.getuser()
    if os.geteuid() == 0:
        shutil.chown(folder, user)

    def run(*command: str) -> None:
        as_user = ("runuser", "-u", user, "--") if os.geteuid() == 0 else ()
        done = subprocess.run(
            [*as_user, *command],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
        if done.returncode:
            pytest.fail(f"{Path(command[0]).name} failed: {done.stderr[-2000:]}")

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    data = folder / "data"
    run(
        str(_BINARIES / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust",
        "-E", "UTF8", "--no-locale", "--no-sync",
    )  # fmt: skip
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} "
        "-c fsync=off -c full_page_writes=off"
    )
    run(
        str(_BINARIES / "pg_ctl"), "-D", str(data), "-l", str(folder / "log"), "-w",
        "-o", options, "start",
    )  # fmt: skip
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}"
    finally:
        run(str(_BINARIES / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_cluster: str) -> Iterator[str]:
    """The address of a fresh, empty PostgreSQL database."""
    admin = create_engine(
        postgres_cluster.replace("postgresql://", "postgresql+psycopg://") + "/postgres",
        isolation_level="AUTOCOMMIT",
    )
    name = f"gateway_{os.urandom(6).hex()}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield f"{postgres_cluster}/{name}"
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """One address of each kind of store."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'gateway.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def any_store(any_store_url: str, clock: SteppedClock) -> Iterator[Store]:
    """A gateway's store, once on SQLite and once on PostgreSQL."""
    made = Store(any_store_url, now=clock.now())
    yield made
    made.close()


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def gateway(any_store_url: str) -> Iterator[GatewayThread]:
    """The gateway as a server, once on SQLite and once on PostgreSQL."""
    with GatewayThread(any_store_url) as running:
        yield running


@pytest.fixture
def light_gateway() -> Iterator[GatewayThread]:
    """The gateway as a server on a store in memory."""
    with GatewayThread("sqlite://") as running:
        yield running


@pytest.fixture
def join(wall: Wall) -> Iterator[Callable[..., Pc]]:
    """Enrols PCs over HTTP and closes their connections at the end."""
    remotes: list[HttpRemote] = []

    def make(
        gateway: GatewayThread, *, url: str = "", ca_file: Path | None = None, thana: str = THANA
    ) -> Pc:
        key = SigningKey.generate()
        enrolment = enrol_over_http(gateway, wall, key, ca_file=ca_file, thana=thana)
        remote = HttpRemote(
            url or gateway.url,
            thana=enrolment.thana,
            device=enrolment.device,
            signer=key,
            clock=wall,
            gateway_public=enrolment.gateway_public,
            ca_file=ca_file,
        )
        remotes.append(remote)
        journal = MemoryJournal(Identity(enrolment.thana, enrolment.device, 1))
        pc = Pc(journal, key, enrolment.gateway_public, wall, None, remote)  # type: ignore[arg-type]  # set by over()
        return pc.over(remote)

    yield make
    for remote in remotes:
        remote.close()


@pytest.fixture
def proxied(
    light_gateway: GatewayThread, join: Callable[..., Pc]
) -> Iterator[tuple[Pc, CutProxy, GatewayThread]]:
    """A PC that reaches the gateway through a proxy which can cut at any byte."""
    proxy = CutProxy(light_gateway.port)
    yield join(light_gateway, url=proxy.url), proxy, light_gateway
    proxy.close()
