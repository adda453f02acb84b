"""One spelling of a JSON value, so that equal values have equal bytes and equal hashes."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"


class NotCanonical(ValueError):
    """A value that has no single spelling: a float, a non-text key, text outside Unicode."""


def canonical(value: Json) -> bytes:
    """The canonical UTF-8 bytes of `value`: keys sorted, no spaces, text in NFC.

    Numbers with a fraction travel as text (`"2.5"`), because two programs may print one
    float in two ways; a float is therefore refused.

    Raises:
        NotCanonical: `value` holds something other than null, bool, int, text, list, object,
            or is nested too deep.
    """
    return spell(settle(value))


def settle(value: Json) -> Json:
    """`value` as plain dicts and lists with all text in NFC: what its canonical bytes say.

    Raises:
        NotCanonical: as for `canonical`.
    """
    try:
        return _settled(value)
    except RecursionError as error:
        raise NotCanonical("nested too deep") from error


def spell(settled: Json) -> bytes:
    """The canonical bytes of a value that `settle` gave; for others they are not canonical.

    Raises:
        NotCanonical: text outside Unicode.
    """
    try:
        return _ENCODER.encode(settled).encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotCanonical("text with a lone surrogate has no UTF-8 form") from error
    except RecursionError as error:
        raise NotCanonical("nested too deep") from error


def digest(data: bytes) -> str:
    """SHA-256 of `data` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
)


def _settled(value: Json) -> Json:
    # Exact types first: the checks against Mapping and Sequence are slow, and every letter of
    # every event comes through here several times on its way.
    kind = type(value)
    if kind is str:
        return _nfc(value)  # type: ignore[arg-type]  # kind is str
    if value is None or kind is int or kind is bool:
        return value
    if isinstance(value, dict | Mapping):
        settled: dict[str, Json] = {}
        for key, inner in value.items():
            if not isinstance(key, str):
                raise NotCanonical(f"a key must be text, not {type(key).__name__}")
            settled[_nfc(key)] = _settled(inner)
        if len(settled) != len(value):
            raise NotCanonical("two keys are the same once normalised")
        return settled
    if isinstance(value, str):
        return _nfc(value)
    if isinstance(value, int):
        return value
    if isinstance(value, list | Sequence) and not isinstance(value, bytes | bytearray):
        return [_settled(inner) for inner in value]
    raise NotCanonical(f"{type(value).__name__} has no canonical form")


def _nfc(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)
