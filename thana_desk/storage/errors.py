"""Everything that can go wrong with the store or its keys, each with a stable code.

The screens look the code up in the text catalogue; no exception text is ever shown to a person.
"""

import errno
from typing import ClassVar

BUSY, LOCKED, IOERR, CORRUPT, FULL, CANTOPEN, CONSTRAINT, NOTADB = 5, 6, 10, 11, 13, 14, 19, 26
"""SQLite's primary result codes that have a name of their own here."""
_READONLY = 8


class StorageError(Exception):
    """The parent of all named storage errors; `code` is stable and names the message to show."""

    code: ClassVar[str] = "storage"


class StoreMissing(StorageError):
    """There is no store where one is expected."""

    code = "store_missing"


class StoreExists(StorageError):
    """A store is, or once was, at the place where a new one should be made."""

    code = "store_exists"


class WrongKey(StorageError):
    """The store is whole but this key does not open it."""

    code = "wrong_key"


class StoreDamaged(StorageError):
    """The store's file or its chain of entries is damaged; nothing in it may be trusted blindly."""

    code = "store_damaged"


class StoreFromNewerVersion(StorageError):
    """A newer program wrote this store; this one leaves it untouched."""

    code = "store_newer"


class StoreNotUpgraded(StorageError):
    """An older store could not be brought up to date; it is as it was, and so is its copy."""

    code = "store_not_upgraded"


class DiskFull(StorageError):
    """The disk is full; the transaction was rolled back and nothing of it was kept.

    `retry_may_help` says that the ballast file has just been given up to make room.
    """

    code = "disk_full"

    def __init__(self, text: str, *, retry_may_help: bool = False) -> None:
        super().__init__(text)
        self.retry_may_help = retry_may_help


class DiskFailed(StorageError):
    """The disk answered with an error; the transaction was rolled back."""

    code = "disk_failed"


class UnsafeEngine(StorageError):
    """The database engine is too old, is not SQLCipher 4, or did not accept a safety setting."""

    code = "unsafe_engine"


class StoreBusy(StorageError):
    """Another program kept the store locked for longer than the patience allowed."""

    code = "store_busy"


class WorkMisuse(StorageError):
    """The program used a transaction wrongly: nested, after its end, or with a contradicting row."""

    code = "work_misuse"


class SelfCheckFailed(StorageError):
    """A row read back before the commit was not the row that was written; nothing was kept."""

    code = "self_check_failed"


class KeysError(StorageError):
    """The parent of the key slots' errors."""

    code = "keys"


class WrongPassword(KeysError):
    """The login and the password do not belong together."""

    code = "wrong_password"


class NoSuchLogin(WrongPassword):
    """No slot has this login. Shown exactly like a wrong password, so that logins cannot be tried out."""


class TooManyTries(KeysError):
    """Too many wrong passwords; `wait_seconds` must pass before the next try."""

    code = "too_many_tries"

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(f"wait {wait_seconds} s")
        self.wait_seconds = wait_seconds


class SlotsMissing(KeysError):
    """There is no key slots file, nor its copy."""

    code = "slots_missing"


class SlotsExist(KeysError):
    """Key slots are already here; making new ones would lock the old store for ever."""

    code = "slots_exist"


class SlotsDamaged(KeysError):
    """Neither copy of the key slots can be read."""

    code = "slots_damaged"


class DeviceSecretLost(KeysError):
    """The slot needs this PC's secret, and the system's key store no longer has it: use the paper code."""

    code = "device_secret_lost"


class BadPaperCode(KeysError):
    """The paper recovery code is mistyped (its check character does not fit)."""

    code = "bad_paper_code"


class AlreadyStored(StorageError):
    """A value that must be unique (a login, an event, a serial) is there already."""

    code = "already_stored"


class RecordMoved(StorageError):
    """The record has a newer version than the one that this correction was written on."""

    code = "record_moved"


class ForeignEvent(StorageError):
    """A received event does not belong in this journal: another thana, a fork, or a broken chain."""

    code = "foreign_event"


def primary_code(error: BaseException) -> int:
    """SQLite's primary result code of a driver error; -1 when it has none."""
    code: object = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else -1


def named(error: BaseException) -> StorageError:
    """The named error for what the driver says."""
    code = primary_code(error)
    if code == FULL:
        return DiskFull("the disk is full")
    if code in (IOERR, CANTOPEN, _READONLY):
        return DiskFailed("the disk answered with an error")
    if code in (CORRUPT, NOTADB):
        return StoreDamaged("a page of the store is damaged")
    if code in (BUSY, LOCKED):
        return StoreBusy("another program holds the store")
    if code == CONSTRAINT and str(error).startswith("UNIQUE"):
        return AlreadyStored(str(error))
    return WorkMisuse(f"{error} (code {code})")


def named_os(error: OSError) -> StorageError:
    """The named error for what the system says about a file."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return DiskFull("the disk is full")
    return DiskFailed("the disk answered with an error")
