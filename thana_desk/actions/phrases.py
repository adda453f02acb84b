"""The phrase book: set phrases that ship and the station's own, found by a few letters and filled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from forms.codes.phrases import PLACE, phrase_places, shipped_phrases
from forms.kit.blanks import BLANK, blank
from forms.kit.fields import Field, Group, Reference, Rows
from forms.kit.form import CaseRecord, Form
from forms.kit.letter import Letter, is_blank
from forms.kit.words import Words
from forms.parts.acts import sections_said
from forms.parts.columns import officer_said, person_said
from forms.parts.spoken import day_said
from thana_desk.actions.desk import Desk, case_file
from thana_desk.actions.permission import sees_sealed
from thana_desk.actions.registration import with_store_errors
from thana_desk.hindi.candidates import sound_key

FORM = "phrase"
_PAGE = 500
_FIRS = ("iif_1", "fir_rereg")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase; `record_id` is that of a station's own, '' of one that ships.

    No `forms` or `gd_types` means all of them.
    """

    code: str
    words: Words
    forms: tuple[str, ...]
    gd_types: tuple[str, ...]
    text: str
    record_id: str = ""

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {
            "code": self.code,
            "name_hi": self.words.hi,
            "name_en": self.words.en,
            "forms": list(self.forms),
            "gd_types": list(self.gd_types),
            "text": self.text,
            "places": list(dict.fromkeys(match[1] for match in PLACE.finditer(self.text))),
            "record_id": self.record_id or None,
        }


def phrases(desk: Desk) -> list[Phrase]:
    """The station's own phrases that are in use, newest first, then those that ship."""
    found: list[Phrase] = []
    if desk.may("read", FORM):
        with with_store_errors(), desk.store.reading():
            offset = 0
            while True:
                page = desk.store.page(FORM, order="newest", limit=_PAGE, offset=offset)
                for row in page.rows:
                    letter = desk.store.letter(row.envelope.record_id) or {}
                    if letter.get("withdrawn") is not True:
                        found.append(_own(dict(letter), row.envelope.record_id))
                offset += _PAGE
                if offset >= page.total:
                    break
    found += [
        Phrase(one.code, one.words, one.forms, one.gd_types, one.text) for one in shipped_phrases()
    ]
    return found


def _own(letter: Letter, record_id: str) -> Phrase:
    title = str(letter.get("title") or "")
    return Phrase(
        str(letter.get("code") or ""),
        Words(title, title),
        tuple(map(str, letter.get("forms") or ())),
        tuple(map(str, letter.get("gd_types") or ())),
        str(letter.get("text") or ""),
        record_id,
    )


def fitting(
    known: Sequence[Phrase], typed: str = "", *, form: str = "", gd_type: str = ""
) -> list[Phrase]:
    """The phrases of `form` that the letters `typed` may mean, in either script, likeliest first.

    Those of the kind of entry stand first; others of the form only where letters ask for them.
    """
    found: list[tuple[int, bool, int, Phrase]] = []
    for place, one in enumerate(known):
        of_kind = not gd_type or not one.gd_types or gd_type in one.gd_types
        far = _distance(typed, one)
        if (form and one.forms and form not in one.forms) or far is None:
            continue
        if of_kind or typed:
            found.append((far, not of_kind, place, one))
    return [one for *_rank, one in sorted(found, key=lambda each: each[:3])]


def _distance(typed: str, phrase: Phrase) -> int | None:
    """How far a phrase is from what was typed; None where it does not fit."""
    if not typed:
        return 0
    plain, code = typed.casefold(), phrase.code.casefold()
    names = f"{phrase.words.hi} {phrase.words.en}".casefold().split()
    if code == plain:
        return 0
    if code.startswith(plain):
        return 1
    if any(word.startswith(plain) for word in (*names, *code.split("-"))):
        return 2
    heard = sound_key(plain)
    if len(heard) > 1 and any(
        _sound(word).startswith(heard) for word in (*names, *code.split("-"))
    ):
        return 3
    return None


def papers_of(desk: Desk, record_id: str | None) -> list[CaseRecord]:
    """The papers of a record's case that phrases are filled from: the FIR first, then the newest.

    Nothing comes from a record that is sealed to the acting role.
    """
    with with_store_errors():
        case = case_file(desk.store, record_id).records
    seen = [one for one in case if not one.sensitive or _sees(desk, one.form)]
    firs = [one for one in seen if one.form in _FIRS]
    return [*firs, *(one for one in reversed(seen) if one.form not in _FIRS)]


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    return sound_key(word)


def values(
    desk: Desk, form_code: str, letter: Letter, papers: Sequence[CaseRecord] = ()
) -> dict[str, str]:
    """What the places of a phrase are filled with: by name, only those that are known.

    The record being typed comes first, then the papers of its case; nothing is read here.
    """
    firs = [one for one in papers if one.form in _FIRS]
    who, now = desk.session, desk.clock.now()
    known = {
        "today": now.strftime("%d-%m-%Y"),
        "now": now.strftime("%H:%M"),
        "thana": desk.thana.name.hi,
        "district": desk.thana.district.hi,
        "officer": officer_said({"name": who.name.hi, "rank": who.rank}),
        "pno": who.pno,
    }
    for name, place in phrase_places().items():
        for key in place.keys:
            said = _said(desk.forms.get(form_code), letter, key) or next(
                (
                    text
                    for one in papers
                    if (text := _said(desk.forms.get(one.form), one.letter, key))
                ),
                "",
            )
            if said:
                known.setdefault(name, said)
                break
    if firs:
        known.setdefault("fir_no", firs[0].number)
        known["fir_date"] = _fir_day(firs[0])
    return {name: text for name, text in known.items() if text}


def filled(text: str, known: Mapping[str, str]) -> str:
    """A phrase with its places filled; what is not known stays as a marked blank."""

    def fill(name: str) -> str:
        place = phrase_places().get(name)
        return known.get(name) or blank(place.words.hi if place is not None else name)

    return PLACE.sub(lambda match: fill(match[1]), text)


def as_phrase(text: str) -> str:
    """Text of a record as the text of a new phrase: its blanks become places again.

    A blank that the vocabulary left is one of its names again, so that it can be filled.
    """
    bare = text.translate({ord("{"): "(", ord("}"): ")"})
    named = {blank(place.words.hi): name for name, place in phrase_places().items()}
    return BLANK.sub(
        lambda match: f"{{{named.get(match[0], match[0][1:-3].strip())}}}",
        bare,
    )


def referred(letter: Letter) -> str | None:
    """The record that the one being typed points to, where it stands under none."""
    for key in ("fir_ref", "linked_record"):
        value = letter.get(key)
        if isinstance(value, Mapping) and value.get("record_id"):
            return str(value["record_id"])
    return None


def _sees(desk: Desk, form_code: str) -> bool:
    form = desk.forms.get(form_code)
    return desk.may("read", form_code) and sees_sealed(desk.session.role, form)


def _fir_day(fir: CaseRecord) -> str:
    return day_said(fir.registered_at)


def _said(form: Form | None, letter: Letter, key: str) -> str:
    """An answer as a sentence says it; '' where the form has none. `mlc.person` is of one form."""
    of_form, _, name = key.rpartition(".")
    if form is None or (of_form and of_form != form.code):
        return ""
    part = next((one for one in form.fields() if one.key == name), None)
    value = letter.get(name)
    if part is None or is_blank(value):
        return ""
    if isinstance(part, Rows) and isinstance(value, list):
        if part.row.kind == "acts":
            return sections_said(letter, name, short=True)
        said = (_one_said(part.row, row) for row in value if isinstance(row, Mapping))
        return ", ".join(one for one in said if one)
    return _one_said(part, value)


def _one_said(part: Field, value: Any) -> str:
    if isinstance(part, Group):
        if part.kind == "person":
            return person_said(value, address=False)
        if part.kind == "officer":
            return officer_said(value)
        if part.kind == "property" and isinstance(value, Mapping):
            return str(value.get("description") or value.get("type") or "")
    if isinstance(part, Reference):
        return str(value.get("number") or "") if isinstance(value, Mapping) else ""
    return part.shown(value, "hi").strip()
