"""The ways to the store's key: a slot per officer's password and one for the paper code.

The key itself (32 random bytes) is made once and stands nowhere in clear. Two copies of the slots
are kept; each is replaced whole. The system's key store adds a secret to the officers' slots, so
that a copied disk cannot be guessed at; the paper slot does without, so that a lost key store
does not lock the station out.
"""

import hmac
import json
import secrets
import time
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.protocol.canonical import canonical, digest
from thana_desk.storage.errors import (
    DeviceSecretLost,
    NoSuchLogin,
    SlotsDamaged,
    SlotsExist,
    SlotsMissing,
    WrongPassword,
)
from thana_desk.storage.files import keep_file
from thana_desk.storage.guesses import Guesses
from thana_desk.storage.paper_code import new_code, read_code

FIRST_COPY, SECOND_COPY, TRIES = "keys.json", "keys.bak.json", "keys.tries.json"
_PAPER = "\0paper"
_LIMITS = {"t": 64, "m_kib": 2 * 2**20, "p": 16}

Notice = Literal["first_copy_damaged", "second_copy_damaged"]


@dataclass(frozen=True, slots=True)
class KdfCost:
    """The price of one guess: Argon2id passes, memory in KiB, lanes.

    The default (RFC 9106's second recommendation) is the floor in production.
    """

    t: int = 3
    m_kib: int = 64 * 1024
    p: int = 4

    def at_least(self, other: "KdfCost") -> "KdfCost":
        """The dearer of both in each respect."""
        return KdfCost(max(self.t, other.t), max(self.m_kib, other.m_kib), max(self.p, other.p))


def calibrate(seconds: float = 0.4) -> KdfCost:
    """A cost whose guess takes about `seconds` on this PC, never below the floor."""
    cost = KdfCost()
    while True:
        began = time.perf_counter()
        _stretch("calibration", b"\0" * 16, cost)
        took = time.perf_counter() - began
        if took >= seconds or cost.t >= _LIMITS["t"] // 2:
            return cost
        factor = min(4.0, max(1.34, seconds / took))
        cost = KdfCost(min(_LIMITS["t"], int(cost.t * factor) + 1), cost.m_kib, cost.p)


@dataclass(frozen=True, slots=True)
class NewKeys:
    """Freshly made slots, the key they guard, and the paper code, which is shown only now."""

    slots: "KeySlots"
    dek: bytes
    paper_code: str


class KeySlots:
    """The key slots file of one installation."""

    def __init__(
        self,
        folder: Path,
        content: dict[str, Any],
        *,
        device_secret: bytes | None,
        cost: KdfCost,
        notice: Notice | None,
        monotonic: Callable[[], float],
    ) -> None:
        self._folder = folder
        self._content = content
        self._device_secret = device_secret
        self._cost = cost
        self._guesses = Guesses(folder / TRIES, monotonic)
        self.notice = notice
        """What was wrong with the two copies when they were read; both are whole again now."""

    @staticmethod
    def create(
        folder: Path,
        *,
        thana: str,
        device: str,
        device_secret: bytes | None = None,
        cost: KdfCost | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> NewKeys:
        """Make a key and its slots file with the paper slot; officers are then `add`ed.

        Raises:
            SlotsExist: there are slots already; overwriting them would lock their store for ever.
        """
        if any((folder / name).exists() for name in (FIRST_COPY, SECOND_COPY)):
            raise SlotsExist("key slots are here already")
        content: dict[str, Any] = {
            "version": 1,
            "generation": 0,
            "thana": thana,
            "device": device,
            "slots": {},
        }
        slots = KeySlots(
            folder,
            content,
            device_secret=device_secret,
            cost=cost or KdfCost(),
            notice=None,
            monotonic=monotonic,
        )
        dek = secrets.token_bytes(32)
        return NewKeys(slots, dek, slots.renew_paper(dek))

    @staticmethod
    def load(
        folder: Path,
        *,
        device_secret: bytes | None = None,
        cost: KdfCost | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> "KeySlots":
        """Read the slots; a damaged or missing copy is made again from the other one.

        `cost` is today's policy: slots below it are made again at their next unlocking.

        Raises:
            SlotsMissing: neither copy is there. SlotsDamaged: neither can be read.
        """
        content, notice = _read_copies(folder)
        slots = KeySlots(
            folder,
            content,
            device_secret=device_secret,
            cost=cost or KdfCost(),
            notice=notice,
            monotonic=monotonic,
        )
        if notice is not None:
            slots._keep()
        return slots

    @property
    def logins(self) -> tuple[str, ...]:
        """The logins that have a slot."""
        return tuple(sorted(name for name in self._content["slots"] if name != _PAPER))

    @property
    def bound_to_device(self) -> bool:
        """Whether this PC's secret takes part: without it a copied disk can be guessed at."""
        return self._device_secret is not None

    def waiting(self, login: str) -> int:
        """Seconds until the next try of this login is allowed."""
        return self._guesses.waiting(_settled(login))

    def unlock(self, login: str, password: str) -> bytes:
        """The store's key.

        Raises:
            TooManyTries: wait first.
            WrongPassword: also as NoSuchLogin, which takes as long and says the same.
            DeviceSecretLost: the slots need this PC's secret; only the paper code helps now.
        """
        login = _settled(login)
        slot = self._content["slots"].get(login) if login != _PAPER else None
        self._ask_for_device_secret(slot)
        self._guesses.before_try(login)
        if slot is None:
            _stretch(password, secrets.token_bytes(16), self._cost)
            raise NoSuchLogin("login and password do not belong together")
        dek = self._unwrap(login, slot, password)
        self._guesses.right(login)
        cost = _cost_of(slot)
        if cost.at_least(self._cost) != cost or slot["bound"] != self.bound_to_device:
            self._put(login, password, dek, cost.at_least(self._cost))
        return dek

    def unlock_with_paper(self, code: str) -> bytes:
        """The store's key by the printed recovery code.

        Raises:
            BadPaperCode: mistyped. WrongPassword: a code of another installation, or an old one.
        """
        typed = read_code(code).decode("ascii")
        slot = self._content["slots"].get(_PAPER)
        if slot is None:
            raise WrongPassword("login and password do not belong together")
        return self._unwrap(_PAPER, slot, typed)

    def add(self, login: str, password: str, dek: bytes) -> None:
        """Give an officer a slot, or a new password."""
        login = _settled(login)
        if not login or login == _PAPER:
            raise ValueError("a login has at least one character")
        self._put(login, password, dek, self._cost)
        self._guesses.right(login)

    def remove(self, login: str) -> None:
        """Take an officer's slot away.

        Raises:
            NoSuchLogin: there is none.
        """
        self._refresh()
        if self._content["slots"].pop(_settled(login), None) is None:
            raise NoSuchLogin("login and password do not belong together")
        self._keep()

    def renew_paper(self, dek: bytes) -> str:
        """Make a new paper code, which is returned to be printed; the old one opens nothing any more."""
        code = new_code()
        self._put(_PAPER, read_code(code).decode("ascii"), dek, self._cost)
        return code

    def _put(self, login: str, password: str, dek: bytes, cost: KdfCost) -> None:
        if len(dek) != 32:
            raise ValueError("a key has 32 bytes")
        self._refresh()
        secret = None if login == _PAPER else self._device_secret
        slot: dict[str, Any] = {
            "salt": secrets.token_hex(16),
            "nonce": secrets.token_hex(12),
            "bound": secret is not None,
            "device_check": _device_check(secret),
            "kdf": asdict(cost),
        }
        key = _slot_key(password, slot, secret)
        sealed = AESGCM(key).encrypt(bytes.fromhex(slot["nonce"]), dek, self._aad(login, slot))
        self._content["slots"][login] = {**slot, "sealed": sealed.hex()}
        self._keep()

    def _unwrap(self, login: str, slot: Mapping[str, Any], password: str) -> bytes:
        key = _slot_key(password, slot, self._device_secret if slot["bound"] else None)
        try:
            return AESGCM(key).decrypt(
                bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["sealed"]), self._aad(login, slot)
            )
        except InvalidTag:
            raise WrongPassword("login and password do not belong together") from None

    def _aad(self, login: str, slot: Mapping[str, Any]) -> bytes:
        return canonical(
            {
                "use": "thana-desk key slot 1",
                "thana": self._content["thana"],
                "device": self._content["device"],
                "login": login,
                "bound": slot["bound"],
                "kdf": slot["kdf"],
            }
        )

    def _ask_for_device_secret(self, slot: Mapping[str, Any] | None) -> None:
        slots = self._content["slots"]
        # For an unknown login any slot answers, so that the answer does not tell who has one.
        asked = slot or next((slots[name] for name in self.logins), None)
        if asked is None or not asked["bound"]:
            return
        secret = self._device_secret
        if secret is None or _device_check(secret) != asked["device_check"]:
            raise DeviceSecretLost("this PC's secret is not the one of the slots")

    def _refresh(self) -> None:
        """Take in what another window of the program has written meanwhile."""
        try:
            content, _ = _read_copies(self._folder)
        except (SlotsMissing, SlotsDamaged):
            return
        if content["generation"] > self._content["generation"]:
            self._content = content

    def _keep(self) -> None:
        self._content["generation"] += 1
        body = {**self._content, "check": _check_of(self._content)}
        data = json.dumps(body, ensure_ascii=True, indent=1, sort_keys=True).encode()
        for name in (FIRST_COPY, SECOND_COPY):
            keep_file(self._folder / name, data)


def _read_copies(folder: Path) -> tuple[dict[str, Any], Notice | None]:
    paths = [folder / FIRST_COPY, folder / SECOND_COPY]
    if not any(path.exists() for path in paths):
        raise SlotsMissing("no key slots")
    first, second = (_read_copy(path) for path in paths)
    if first is None and second is None:
        raise SlotsDamaged("neither copy of the key slots can be read")
    if first is None:
        assert second is not None
        return second, "first_copy_damaged"
    if second is None or second["generation"] < first["generation"]:
        return first, "second_copy_damaged"
    return (
        (second, "first_copy_damaged")
        if second["generation"] > first["generation"]
        else (first, None)
    )


def _read_copy(path: Path) -> dict[str, Any] | None:
    try:
        content: dict[str, Any] = json.loads(path.read_bytes())
        check = content.pop("check")
        if content["version"] != 1 or not hmac.compare_digest(check, _check_of(content)):
            return None
        for slot in content["slots"].values():
            _check_slot(slot)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return content


def _check_slot(slot: Mapping[str, Any]) -> None:
    """Refuse a slot whose cost would freeze the PC, or that is no slot at all."""
    for name, limit in _LIMITS.items():
        if type(slot["kdf"][name]) is not int or not 1 <= slot["kdf"][name] <= limit:
            raise ValueError(f"unbelievable cost {name}")
    if set(slot["kdf"]) != set(_LIMITS) or slot["kdf"]["m_kib"] < 8 * slot["kdf"]["p"]:
        raise ValueError("unbelievable cost")
    if [len(bytes.fromhex(slot[name])) for name in ("salt", "nonce", "sealed")] != [16, 12, 48]:
        raise ValueError("unbelievable lengths")
    if type(slot["bound"]) is not bool or type(slot["device_check"]) is not str:
        raise ValueError("unbelievable binding")


def _check_of(content: Mapping[str, Any]) -> str:
    return digest(json.dumps(content, ensure_ascii=True, sort_keys=True).encode())


def _cost_of(slot: Mapping[str, Any]) -> KdfCost:
    return KdfCost(**slot["kdf"])


def _device_check(secret: bytes | None) -> str:
    return (
        ""
        if secret is None
        else hmac.digest(secret, b"thana-desk device check", "sha256").hex()[:16]
    )


def _slot_key(password: str, slot: Mapping[str, Any], device_secret: bytes | None) -> bytes:
    salt = bytes.fromhex(slot["salt"])
    stretched = _stretch(password, salt, _cost_of(slot))
    kdf = HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"thana-desk key slot 1")
    return kdf.derive(stretched + (device_secret or b""))


def _stretch(password: str, salt: bytes, cost: KdfCost) -> bytes:
    return hash_secret_raw(
        _settled(password).encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.t,
        memory_cost=cost.m_kib,
        parallelism=cost.p,
        hash_len=32,
        type=Type.ID,
    )


def _settled(text: str) -> str:
    """One spelling of what was typed: the same Devanagari password from any keyboard layout."""
    return unicodedata.normalize("NFC", text)
