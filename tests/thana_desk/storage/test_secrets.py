"""The key store is chosen by the system alone, may be gone, slow or locked, and never decides alone."""

import subprocess
import sys
import threading

import pytest

from thana_desk.secrets import DeviceSecrets, KeyStoreSilent, system_key_store


class SampleKeyStore:
    """A key store in memory, with its faults at will."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.forgetful = False
        self.hang: threading.Event | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        if not self.forgetful:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        del self.kept[service, username]

    def _answer(self) -> None:
        if self.hang is not None:
            self.hang.wait(30)
        if self.locked:
            raise RuntimeError("locked")


@pytest.fixture
def key_store() -> SampleKeyStore:
    return SampleKeyStore()


def test_secret_is_made_once_and_found_again(key_store: SampleKeyStore) -> None:
    secrets = DeviceSecrets("pc-1", key_store)
    assert secrets.device_secret() is None
    made = secrets.make_device_secret()
    assert made is not None
    assert len(made) == 32
    assert secrets.make_device_secret() == made
    assert DeviceSecrets("pc-1", key_store).device_secret() == made
    assert DeviceSecrets("pc-2", key_store).device_secret() is None


def test_without_a_key_store_nothing_is_kept() -> None:
    secrets = DeviceSecrets("pc-1", None)
    assert secrets.available is False
    assert secrets.make_device_secret() is None
    assert secrets.device_secret() is None
    secrets.remember_head(1, 5, "ab")
    assert secrets.remembered_head() is None
    secrets.forget()


def test_emptied_or_spoilt_key_store_answers_none(key_store: SampleKeyStore) -> None:
    secrets = DeviceSecrets("pc-1", key_store)
    secrets.make_device_secret()
    for spoilt in ("not hex", "abcd", ""):
        key_store.kept["thana-desk", "pc-1/device-secret"] = spoilt
        assert secrets.device_secret() is None
    secrets.forget()
    assert key_store.kept == {}


def test_locked_key_store_is_named(key_store: SampleKeyStore) -> None:
    key_store.locked = True
    with pytest.raises(KeyStoreSilent) as caught:
        DeviceSecrets("pc-1", key_store).device_secret()
    assert caught.value.code == "key_store_silent"


def test_slow_key_store_does_not_freeze_the_desk(key_store: SampleKeyStore) -> None:
    key_store.hang = threading.Event()
    with pytest.raises(KeyStoreSilent):
        DeviceSecrets("pc-1", key_store, patience=0.05).device_secret()
    key_store.hang.set()


def test_key_store_that_keeps_nothing_is_not_trusted(key_store: SampleKeyStore) -> None:
    key_store.forgetful = True
    with pytest.raises(KeyStoreSilent):
        DeviceSecrets("pc-1", key_store).make_device_secret()


def test_head_of_the_journal_is_remembered_outside(key_store: SampleKeyStore) -> None:
    secrets = DeviceSecrets("pc-1", key_store)
    assert secrets.remembered_head() is None
    secrets.remember_head(2, 17, "ab" * 32)
    assert secrets.remembered_head() == (2, 17, "ab" * 32)
    key_store.kept["thana-desk", "pc-1/head"] = "[1]"
    assert secrets.remembered_head() is None


HOSTILE = """
import keyring.backend

class Hostile(keyring.backend.KeyringBackend):
    priority = 99
    def get_password(self, service, username): return "00" * 32
    def set_password(self, service, username, password): pass
    def delete_password(self, service, username): pass
"""


def test_environment_cannot_choose_the_key_store(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "hostile.py").write_text(HOSTILE)
    code = (
        "import hostile, thana_desk.secrets as s\n"
        "found = s.system_key_store()\n"
        "print(type(found).__mro__[1].__module__ if found else None)\n"
    )
    environment = {
        "PYTHON_KEYRING_BACKEND": "hostile.Hostile",
        "KEYRING_PROPERTY_PREFERRED_COLLECTION": "/hostile",
        "PYTHONPATH": f"{tmp_path}:.",
        "HOME": str(tmp_path),
        "PATH": "",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() in (
        "None",
        "keyring.backends.SecretService",
        "keyring.backends.kwallet",
    )


def test_unknown_system_has_no_trusted_key_store() -> None:
    assert system_key_store("plan9") is None


def test_importing_the_door_loads_no_key_store() -> None:
    code = "import sys, thana_desk.secrets; sys.exit('keyring' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
