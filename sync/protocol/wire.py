"""Bytes on the wire: canonical JSON under zstd, with a cap on everything a stranger may send."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import zstandard

from sync.protocol.canonical import Json, NotCanonical, canonical, settle, spell
from sync.protocol.times import from_text

CONTENT_TYPE = "application/vnd.thana-desk.sync+json"
CONTENT_CODING = "zstd"

MAX_WIRE_BYTES = 2 * 1024 * 1024
"""The longest message either side takes, as it travels."""
MAX_PLAIN_BYTES = 12 * 1024 * 1024
"""The longest message either side takes, unpacked."""
MAX_EVENT_BYTES = 1024 * 1024
"""The longest event (canonical JSON). A store refuses to register more: it could never leave."""
MAX_EVENTS = 1000
"""The most events in one message, each way."""

_LEVEL = 9
_MAX_WINDOW = 8 * 1024 * 1024
_HASH = re.compile(r"[0-9a-f]{64}\Z")
_SIGNATURE = re.compile(r"[0-9a-f]{128}\Z")


class BadMessage(ValueError):
    """Bytes or values that are not a message of this protocol; the text says which part."""


class TooLarge(BadMessage):
    """A message beyond the caps, packed or unpacked."""


def pack(value: Json, *, is_settled: bool = False) -> bytes:
    """`value` as canonical JSON under zstd; `is_settled` when it was read as such before.

    Raises:
        BadMessage: `value` has no canonical form.
    """
    try:
        plain = spell(value) if is_settled else canonical(value)
    except NotCanonical as error:
        raise BadMessage(f"cannot be written: {error}") from error
    return zstandard.ZstdCompressor(level=_LEVEL, write_content_size=True).compress(plain)


def plain_size(packed: bytes) -> int:
    """How many bytes `pack` packed."""
    return int(zstandard.frame_content_size(packed))


def unpack(packed: bytes) -> Mapping[str, Any]:
    """The JSON object in `packed`.

    Raises:
        TooLarge: more than the caps allow; nothing beyond them is unpacked.
        BadMessage: not zstd, not UTF-8, not JSON, not an object, a number with a fraction,
            a key given twice, text that is not in NFC.
    """
    if len(packed) > MAX_WIRE_BYTES:
        raise TooLarge(f"{len(packed)} bytes, {MAX_WIRE_BYTES} allowed")
    plain = _inflated(packed)
    try:
        text = plain.decode("utf-8")
        value = json.loads(
            text,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
            object_pairs_hook=_object,
        )
        settled = settle(value)
        if "\\u" in text:
            spell(settled)  # an escape can name half a letter, which has no bytes
    except (ValueError, RecursionError) as error:
        raise BadMessage(f"not a message: {type(error).__name__}") from error
    if settled != value:
        raise BadMessage("text that is not in its one spelling (NFC)")
    if not isinstance(value, dict):
        raise BadMessage("not a message: the outermost value must be an object")
    return value


def _inflated(packed: bytes) -> bytes:
    try:
        with zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).stream_reader(
            packed
        ) as reader:
            plain = reader.read(MAX_PLAIN_BYTES + 1)
            while len(plain) <= MAX_PLAIN_BYTES:
                more = reader.read(MAX_PLAIN_BYTES + 1 - len(plain))
                if not more:
                    break
                plain += more
    except zstandard.ZstdError as error:
        raise BadMessage("not zstd") from error
    if len(plain) > MAX_PLAIN_BYTES:
        raise TooLarge(f"more than {MAX_PLAIN_BYTES} bytes unpacked")
    return plain


def _refuse_number(text: str) -> Any:
    raise BadMessage(f"a number must be whole, not {text[:20]}")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadMessage("a key is given twice")
    return found


class Fields:
    """The fields of one object, each taken once and checked; what is left over is an error.

    Every method raises `BadMessage` naming the field when it is missing or of the wrong kind.
    """

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, Mapping):
            raise BadMessage(f"{where} must be an object")
        self._left = dict(value)
        self._where = where

    def take(self, name: str) -> Any:
        """The raw value of `name`."""
        try:
            return self._left.pop(name)
        except KeyError:
            raise BadMessage(f"{self._where} has no {name}") from None

    def text(self, name: str, *, longest: int = 200) -> str:
        """Text of at most `longest` characters."""
        value = self.take(name)
        if not isinstance(value, str) or len(value) > longest:
            raise BadMessage(f"{self._where}.{name} must be text of at most {longest} characters")
        return value

    def optional_text(self, name: str, *, longest: int = 200) -> str | None:
        """Text, or None for null."""
        return None if self._is_null(name) else self.text(name, longest=longest)

    def integer(self, name: str, *, least: int = 0, most: int = 2**53) -> int:
        """A whole number between `least` and `most`."""
        value = self.take(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise BadMessage(f"{self._where}.{name} must be a whole number in its range")
        return value

    def optional_integer(self, name: str, *, least: int = 0, most: int = 2**53) -> int | None:
        """A whole number, or None for null."""
        return None if self._is_null(name) else self.integer(name, least=least, most=most)

    def truth(self, name: str) -> bool:
        """true or false."""
        value = self.take(name)
        if not isinstance(value, bool):
            raise BadMessage(f"{self._where}.{name} must be true or false")
        return value

    def hash(self, name: str) -> str:
        """A SHA-256 in hexadecimal."""
        return self._matching(name, _HASH, "a hash")

    def optional_hash(self, name: str) -> str | None:
        """A SHA-256 in hexadecimal, or None for null."""
        return None if self._is_null(name) else self.hash(name)

    def signature(self, name: str) -> str:
        """An Ed25519 signature in hexadecimal."""
        return self._matching(name, _SIGNATURE, "a signature")

    def optional_signature(self, name: str) -> str | None:
        """An Ed25519 signature in hexadecimal, or None for null."""
        return None if self._is_null(name) else self.signature(name)

    def moment(self, name: str) -> datetime:
        """An aware moment."""
        text = self.text(name, longest=40)
        try:
            return from_text(text)
        except ValueError as error:
            raise BadMessage(f"{self._where}.{name} must be a moment with offset") from error

    def items(self, name: str, *, most: int) -> Sequence[Any]:
        """A list of at most `most` values."""
        value = self.take(name)
        if not isinstance(value, list) or len(value) > most:
            raise BadMessage(f"{self._where}.{name} must be a list of at most {most}")
        return value

    def optional(self, name: str, read: Callable[[Any], Any]) -> Any:
        """`read(value)`, or None for null."""
        return None if self._is_null(name) else read(self.take(name))

    def end(self, *, newer: bool = False) -> None:
        """Nothing may be left over, unless the sender speaks a `newer` minor version."""
        if self._left and not newer:
            raise BadMessage(f"{self._where} has an unknown field {min(self._left)[:40]!r}")

    def _is_null(self, name: str) -> bool:
        if name in self._left and self._left[name] is None:
            del self._left[name]
            return True
        return False

    def _matching(self, name: str, pattern: re.Pattern[str], what: str) -> str:
        value = self.take(name)
        if not isinstance(value, str) or not pattern.match(value):
            raise BadMessage(f"{self._where}.{name} must be {what}")
        return value
