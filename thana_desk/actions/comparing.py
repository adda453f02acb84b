"""Compare a paper with the journal by the code printed on it, typed or read by a scanner."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from forms.kit.words import Words
from thana_desk.actions.desk import Desk
from thana_desk.actions.errors import Refused
from thana_desk.actions.records import Line, line_of
from thana_desk.actions.registration import with_store_errors
from thana_desk.texts import words

SHORT = 16
"""Digits of the code that stands in plain letters; the QR code has all 64."""
_HEX = re.compile(r"[0-9a-f]{16,64}")


class PaperState(StrEnum):
    """What came of the comparison."""

    CURRENT = "current"
    """The paper says what the record says today."""
    OLDER = "older"
    """The paper is genuine; the record was put right after it was printed."""
    UNKNOWN = "unknown"
    """No entry of this station has the code: the paper or the code is not as it was printed."""
    ALTERED = "altered"
    """The code belongs to a record with another number than the paper's QR code says."""
    DAMAGED = "damaged"
    """The entry was found, but its signature or its own hash does not hold."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome in words; `line` is the record, as this role may see it."""

    state: PaperState
    words: Words
    line: Line | None = None
    version_at: str = ""
    """When the version on the paper was registered (ISO)."""

    @property
    def holds(self) -> bool:
        """Whether the paper is genuine."""
        return self.state in (PaperState.CURRENT, PaperState.OLDER)


def compare(desk: Desk, code: str) -> Comparison:
    """Look up the entry that a paper's code names, and test its hash and signature.

    `code` is the short code (`AB12-CD34-…`; case, blanks and the script of the digits do not
    matter) or the text of the QR code.

    Raises:
        Refused: this is no code of a paper; NotAllowed.
    """
    desk.require("verify")
    number, wanted = _read(code)
    with with_store_errors():
        from sync.protocol.signing import is_event_signed

        found = desk.store.events_like(wanted)
        if len(found) != 1:
            return Comparison(PaperState.UNKNOWN, words("actions.compare.unknown"))
        event = found[0]
        record = desk.store.record(event.record_id)
        keys = {one.user_id: one.public_key for one in desk.store.officers(active_only=False)}
        public = keys.get(event.actor)
        if record is None or public is None or not is_event_signed(event, public):
            return Comparison(PaperState.DAMAGED, words("actions.compare.damaged"))
        line = line_of(desk, record.row)
        if number and number != _plain(line.number):
            return Comparison(PaperState.ALTERED, words("actions.compare.altered"), line)
        form = desk.forms.get(line.form_code)
        name = form.title if form else Words(line.form_code, line.form_code)
        said = {"form_hi": name.hi, "form_en": name.en, "number": line.number or "—"}
        at = event.stated_at
        if record.event_hash == event.hash:
            return Comparison(
                PaperState.CURRENT, words("actions.compare.current", **said), line, at
            )
        return Comparison(PaperState.OLDER, words("actions.compare.older", **said), line, at)


def _read(code: str) -> tuple[str, str]:
    """The number that a QR code says ('' for a typed code) and the beginning of the hash."""
    pieces = code.strip().split(":")
    is_qr = len(pieces) >= 4 and pieces[0].strip().upper() == "THANA-DESK"
    number = _plain(":".join(pieces[2:-1])) if is_qr else ""
    digits = _plain(pieces[-1] if is_qr else code)
    if not _HEX.fullmatch(digits):
        raise Refused(words("actions.compare.no_code"))
    return number, digits


def _plain(text: str) -> str:
    """Letters and digits alone, in lower case, digits of any script as ASCII."""
    signs = (
        str(unicodedata.digit(sign, sign)) if sign.isdigit() else sign
        for sign in unicodedata.normalize("NFKC", text).lower()
    )
    return "".join(sign for sign in signs if sign.isalnum())
