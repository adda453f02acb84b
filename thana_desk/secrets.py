"""The only door to the operating system's key store: this PC's secret, and the mark of the journal's head.

The key store is a convenience and a second lock, never the only way in. Only key stores that keep
their secrets behind the user's own session are used; neither the environment nor a configuration
file can choose another one. Importing this module loads nothing heavy.
"""

import json
import secrets
import sys
import threading
from collections.abc import Callable
from typing import Any, Protocol

_SERVICE = "thana-desk"
_PATIENCE = 10.0


class KeyStoreSilent(Exception):
    """The key store is there but locked, broken, or gave no answer in time; `code` is stable."""

    code = "key_store_silent"


class KeyStore(Protocol):
    """What is used of a key store: named texts."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class DeviceSecrets:
    """Named secrets of one installation in the system's key store.

    `store` is None where there is no trustworthy one: then nothing is kept and every question is
    answered by None ('no device secret' mode, to be shown on the screen and in the health report).
    """

    def __init__(
        self, installation: str, store: KeyStore | None, *, patience: float = _PATIENCE
    ) -> None:
        self._installation = installation
        self._store = store
        self._patience = patience

    @property
    def available(self) -> bool:
        """Whether a trustworthy key store was found on this system."""
        return self._store is not None

    def device_secret(self) -> bytes | None:
        """This PC's 32 secret bytes; None when there is no key store or it has lost them.

        Raises:
            KeyStoreSilent: there is a key store and it does not answer.
        """
        found = self._ask("device-secret")
        try:
            secret = bytes.fromhex(found) if found else b""
        except ValueError:
            return None
        return secret if len(secret) == 32 else None

    def make_device_secret(self) -> bytes | None:
        """Make this PC's secret and keep it; None when there is no key store.

        An existing secret is returned, never replaced: slots are bound to it. What was kept is
        read back before it is trusted.

        Raises:
            KeyStoreSilent: the key store does not answer, or does not keep what it was given.
        """
        if self._store is None:
            return None
        existing = self.device_secret()
        if existing is not None:
            return existing
        secret = secrets.token_bytes(32)
        self._tell("device-secret", secret.hex())
        if self.device_secret() != secret:
            raise KeyStoreSilent("the key store does not keep what it is given")
        return secret

    def remember_head(self, incarnation: int, seq: int, head: str) -> None:
        """Keep the journal's head outside the store, so that a shortened journal is noticed."""
        if self._store is not None:
            self._tell("head", json.dumps([incarnation, seq, head]))

    def remembered_head(self) -> tuple[int, int, str] | None:
        """The journal's head as last remembered: (incarnation, seq, hash)."""
        try:
            incarnation, seq, head = json.loads(self._ask("head") or "null")
            return int(incarnation), int(seq), str(head)
        except (TypeError, ValueError):
            return None

    def forget(self) -> None:
        """Remove everything of this installation from the key store."""
        store = self._store
        if store is None:
            return
        for name in ("device-secret", "head"):
            if self._ask(name) is not None:
                self._wait_for(lambda name=name: store.delete_password(_SERVICE, self._key(name)))  # type: ignore[misc]  # a default binds the loop's name

    def _ask(self, name: str) -> str | None:
        store = self._store
        if store is None:
            return None
        found: str | None = self._wait_for(lambda: store.get_password(_SERVICE, self._key(name)))
        return found

    def _tell(self, name: str, value: str) -> None:
        store = self._store
        assert store is not None
        self._wait_for(lambda: store.set_password(_SERVICE, self._key(name), value))

    def _key(self, name: str) -> str:
        return f"{self._installation}/{name}"

    def _wait_for(self, question: Callable[[], Any]) -> Any:
        """Ask on another thread: a key store that waits for a dialog must not freeze the desk."""
        answer: list[Any] = []
        trouble: list[BaseException] = []

        def ask() -> None:
            try:
                answer.append(question())
            except Exception as error:  # every key store has errors of its own
                trouble.append(error)

        thread = threading.Thread(target=ask, name="key-store", daemon=True)
        thread.start()
        thread.join(self._patience)
        if trouble:
            raise KeyStoreSilent("the key store refused") from trouble[0]
        if not answer:
            raise KeyStoreSilent("the key store gave no answer in time")
        return answer[0]


def system_key_store(system: str = sys.platform) -> KeyStore | None:
    """The system's own key store if it is one of those that are trusted; None otherwise."""
    for kind in _trusted_kinds(system):
        try:
            if kind().priority > 0:
                return _made_without_environment(kind())
        except Exception:
            # A key store that cannot be imported or reached is simply not there.
            continue
    return None


def _trusted_kinds(system: str) -> tuple[Callable[[], Any], ...]:
    """The allow-list: how to get each key store of a system, the preferred one first."""
    if system == "win32":
        return (_windows,)
    if system == "darwin":
        return (_macos,)
    return (_secret_service, _kwallet) if system.startswith("linux") else ()


def _windows() -> Any:
    from keyring.backends.Windows import WinVaultKeyring

    return WinVaultKeyring


def _macos() -> Any:
    from keyring.backends.macOS import Keyring

    return Keyring


def _secret_service() -> Any:
    from keyring.backends.SecretService import Keyring

    return Keyring


def _kwallet() -> Any:
    from keyring.backends.kwallet import DBusKeyring

    return DBusKeyring


def _made_without_environment(kind: Any) -> KeyStore:
    """An instance that does not read its settings from environment variables."""
    deaf = type(kind.__name__, (kind,), {"set_properties_from_env": lambda self: None})
    made: KeyStore = deaf()
    return made
