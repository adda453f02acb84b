"""What every test stands on: no screen, no network, no keyring of the machine, and a clock that waits."""

import ipaddress
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.clock import IST, FixedClock

# Before anything imports Qt: the tests draw into memory.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A test that reaches for the machine's own keyring must hear that there is none.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# The same examples in every run, so that a red check is red for everybody;
# HYPOTHESIS_PROFILE=explore looks for new ones. No deadline: machines differ.
_calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("check", parent=_calm, derandomize=True)
settings.register_profile("explore", parent=_calm, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "check"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """The walk of one case can keep what is seen on the way, in either language."""
    parser.addoption("--walk-pictures", default="", help="folder for the pictures of the walk")
    parser.addoption("--walk-lang", default="hi", choices=("hi", "en"), help="language first")


@pytest.fixture
def clock() -> FixedClock:
    """10:42 on Monday, 23 November 2026."""
    return FixedClock(datetime(2026, 11, 23, 10, 42, tzinfo=IST))


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Data, settings and logs of this run lie in a folder of its own, never in the user's."""
    home = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.removeprefix("XDG_").lower()))
        patch.setenv("THANA_DESK_HOME", str(home / "desk"))
        yield


_outside: list[str] = []


def _is_here(host: object) -> bool:
    """Whether a host name or address is this machine (or, empty, none at all)."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if not isinstance(host, str) or host in {"", "localhost"}:
        return True
    try:
        address = ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _stay_here(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook: refuse and remember each way out to another machine.

    Python cannot take an audit hook away again; that is wanted. Addresses of Unix sockets are
    text, those of the internet are tuples.
    """
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
        if not isinstance(address, tuple):
            return
        host = address[0]
    else:
        return
    if not _is_here(host):
        _outside.append(f"{event} {host!r}")
        raise PermissionError(f"tests stay on this machine: {event} {host!r}")


sys.addaudithook(_stay_here)


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Fails a test that tried to leave the machine, even if the product swallowed the error."""
    _outside.clear()
    yield
    tried, _outside[:] = list(_outside), []
    assert not tried, f"this test tried to reach another machine: {tried}"


@pytest.fixture
def ways_out() -> list[str]:
    """What the network guard has refused in this test; a test of the guard empties it."""
    return _outside


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def home_folder(tmp_path: Path) -> Path:
    """An empty folder for one thana's data."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder
