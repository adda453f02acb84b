"""Any form on paper: item numbers, bilingual labels, answers; what was corrected and what is missing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from forms.kit.check import is_shown, settled
from forms.kit.fields import Attachment, Choice, Field, Group, LongText, Number, Rows, YesNo
from forms.kit.form import Form, Section, Signer
from forms.kit.letter import Letter, is_blank
from forms.kit.problem import Problem
from forms.kit.words import Words
from thana_desk.printing import blocks as b

_ITEM_NUMBER = re.compile(r"^[0-9][0-9–, -]*\.\s*")
_LONG = 350
"""Characters from which an answer gets the whole width instead of a cell."""
_MOST_COLUMNS = 5
"""Columns of a repeating group before the rest is gathered in one."""
_MOST_GATHERED = 6
"""Answers that one cell gathers legibly; rows with more are written out one below the other."""

SEALED = "[गोपनीय]"
"""Printed instead of a sealed answer for readers who may not see it."""
PROVISIONAL = (
    b.Run("अनंतिम / PROVISIONAL", bold=True),
    b.Run(" — यह अभिलेख अभी विधिक क्रमांक के साथ पंजीकृत नहीं है; अन्तिम प्रति पंजीकरण के बाद मिलेगी।"),
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """One answer that was put right after registration: what stood there and what stands now."""

    what: Words
    old: str
    new: str
    why: str
    by: str
    at: str
    """ISO time."""


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """What paper says about a record beside its answers; times are ISO text with offset."""

    thana: str
    district: str
    number: str = ""
    registered_at: str = ""
    registered_by: str = ""
    role: str = ""
    on_behalf_of: str = ""
    event_hash: str = ""
    """Hash of the journal entry that sealed the record (hex), '' for a draft."""
    diary_at: str = ""
    """Time of the diary entry that belongs to the record, where it is another one."""
    provisional: bool = False
    masked: bool = False
    """Whether sealed answers are left out, because the reader may not see them."""
    amendments: tuple[Amendment, ...] = ()
    deficiencies: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()
    related: tuple[tuple[Form, Letter, bool], ...] = ()
    """Records under this one that its papers gather: form, answers, whether sealed ones are hidden."""
    pictures: tuple[b.Picture, ...] = ()
    """Photographs and scans of the printed fields, captioned."""
    signers: tuple[Signer, ...] = ()


def short_hash(event_hash: str) -> str:
    """The first 16 digits of a hash in groups of four, to be read aloud: `AB12-CD34-…`."""
    head = event_hash[:16].upper()
    return "-".join(head[start : start + 4] for start in range(0, len(head), 4))


def qr_text(kind: str, *values: str) -> str:
    """What a QR code says, in the capitals and colons that make QR codes smallest."""
    return ":".join(("THANA-DESK", kind, *values)).upper()


def seal_blocks(record: PaperRecord, kind: str) -> list[b.Block]:
    """The QR and code by which this paper can be compared with the journal; none for a draft."""
    if not record.event_hash:
        return []
    return [
        b.Gap(1.5),
        b.Qr(
            qr_text(kind, record.number, record.event_hash),
            (
                b.Run("सत्यापन कोड ", bold=True),
                b.Run("Verification code: "),
                b.Run(short_hash(record.event_hash), bold=True),
                b.Run(
                    "\nइस कोड से यह कागज थाने की कम्प्यूटर अभिलेख-शृंखला से मिलाया जा सकता है। "
                    "कोड न मिले तो अभिलेख बदला हुआ है।"
                ),
            ),
            size=18.0,
        ),
    ]


def form_blocks(form: Form, letter: Letter, record: PaperRecord) -> Iterator[b.Block]:
    """The paper of one record of any form."""
    yield b.Heading(form.title.hi, 1, "centre")
    titles: list[b.Run] = [b.Run(form.title.en, scale=0.9)]
    if form.law.hi:
        titles.append(b.Run(f"\n({form.law.hi} · {form.law.en})", scale=0.9))
    yield b.Paragraph(tuple(titles), "centre")
    if record.provisional:
        yield b.Note(PROVISIONAL, boxed=True)
    yield b.FieldTable(
        (
            b.Field("थाना", "P.S.", record.thana),
            b.Field("जनपद", "District", record.district),
            b.Field("क्रमांक", "No.", record.number, bold=True),
            b.Field("पंजीकरण का समय", "Registered", b.paper_time(record.registered_at)),
        )
    )
    answers = settled(form, letter)
    numbered = any(part.item for part in form.fields())
    for section in form.sections:
        if section.shown_when is not None and not section.shown_when.holds((answers,)):
            continue
        inside = list(_fields(section.fields, answers, (answers,), record.masked))
        if inside:
            english = _ITEM_NUMBER.sub("", section.words.en)
            yield b.Heading(b.label(section.words.hi, english), 3)
            if _says_again(inside[0], section):
                del inside[0]
            yield from inside if numbered else map(_unnumbered, inside)
    if record.pictures:
        yield b.Heading(b.label("चित्र", "Pictures"), 3)
        yield b.Pictures(record.pictures)
    yield from signing_blocks(record.signers, answers)
    yield from closing_blocks(form, record)


_ACROSS = 3
"""Places to sign in one row: room for a signature, a thumb and a long name."""


def signing_blocks(signers: Sequence[Signer], answers: Mapping[str, Any]) -> Iterator[b.Block]:
    """Places for those who sign beside the writer and the officer in charge."""
    places: list[b.Signature] = []
    for one in signers:
        if one.when is not None and not one.when.holds((answers,)):
            continue
        value = answers.get(one.named) if one.named else None
        found = value if isinstance(value, list) else [value]
        names = [str(row.get("name") or "") for row in found if isinstance(row, Mapping)]
        names += [""] * (one.least - len(names))
        for number, name in enumerate(names, 1):
            caption = f"{one.words.hi} {number}" if len(names) > 1 else one.words.hi
            places.append(b.Signature(caption, (name,) if name else (), one.thumb))
    for start in range(0, len(places), _ACROSS):
        yield b.Signatures(tuple(places[start : start + _ACROSS]))


def _says_again(first: b.Block, section: Section) -> bool:
    """Whether a section opens with a caption that is its own heading once more."""
    hindi = _ITEM_NUMBER.sub("", section.words.hi)
    if isinstance(first, b.ItemLine) and not first.fields:
        said = (
            first.lead if isinstance(first.lead, str) else "".join(run.text for run in first.lead)
        )
        return said.startswith(hindi) and (not first.number or section.words.hi != hindi)
    return isinstance(first, b.ItemRow) and (first.number or "", first.label_hi, first.value) == (
        "",
        hindi,
        " ",
    )


def _unnumbered(block: b.Block) -> b.Block:
    return replace(block, number=None) if isinstance(block, b.ItemRow) else block


def closing_blocks(form: Form, record: PaperRecord) -> Iterator[b.Block]:
    """Corrections, what is missing, signature and seal, as every form ends."""
    yield from amendment_blocks(record)
    yield from deficiency_blocks(record)
    lines = [record.registered_by] if record.registered_by else []
    if record.on_behalf_of:
        lines.append(f"कृते: {record.on_behalf_of}")
    signed = b.Signatures(
        (b.Signature("लेखक / प्रविष्टिकर्ता", tuple(lines)), b.Signature("थाना प्रभारी"))
    )
    yield b.Together((signed, *seal_blocks(record, form.code)))


def amendment_blocks(record: PaperRecord) -> Iterator[b.Block]:
    """What was put right since registration: old and new, who, when, why."""
    if not record.amendments:
        return
    yield b.Heading("संशोधन विवरण (Corrections)", 3)
    yield b.Grid(
        (
            b.Column("क्र.", 0.5, "centre"),
            b.Column(b.label("प्रविष्टि", "Item", below=True), 1.6),
            b.Column(b.label("पूर्व में", "Was", below=True), 2.0),
            b.Column(b.label("अब", "Is now", below=True), 2.0),
            b.Column(b.label("कारण", "Reason", below=True), 1.8),
            b.Column(b.label("किसने, कब", "By, at", below=True), 1.7),
        ),
        tuple(
            (
                str(number),
                _both(one.what),
                one.old,
                one.new,
                one.why,
                f"{one.by}\n{b.paper_time(one.at)}",
            )
            for number, one in enumerate(record.amendments, start=1)
        ),
        scale=0.95,
    )


def deficiency_blocks(record: PaperRecord) -> Iterator[b.Block]:
    """The dated list of what was not filled."""
    if not record.deficiencies:
        return
    yield b.Heading(f"कमी सूची (Deficiency list) — {b.paper_date(record.registered_at)}", 3)
    yield b.Grid(
        (
            b.Column("क्र.", 0.4, "centre"),
            b.Column(b.label("क्या शेष है", "What is missing", below=True), 8.0),
        ),
        tuple((str(number), one.words.hi) for number, one in enumerate(record.deficiencies, 1)),
        scale=0.95,
    )


# --- answers --------------------------------------------------------------------------------------


def _both(words: Words) -> str:
    return f"{words.hi} · {words.en}" if words.en and words.en != words.hi else words.hi


def _fields(
    parts: Sequence[Field],
    answers: Mapping[str, Any],
    scopes: tuple[Mapping[str, Any], ...],
    masked: bool,
) -> Iterator[b.Block]:
    for part in parts:
        if not part.printed or not is_shown(part, scopes):
            continue
        yield from _field(part, answers.get(part.key), scopes, masked)


def _field(
    part: Field, value: Any, scopes: tuple[Mapping[str, Any], ...], masked: bool
) -> Iterator[b.Block]:
    if masked and part.sealed and not is_blank(value):
        yield b.ItemRow(part.item, part.words.hi, part.words.en, SEALED)
    elif isinstance(part, Rows):
        yield from _rows(part, value, scopes, masked)
    elif isinstance(part, Group):
        yield from _group(part, value, scopes, masked)
    else:
        text = part.shown(value, "hi")
        if isinstance(part, LongText) and len(text) > _LONG:
            yield b.ItemLine(part.item, lead=b.label(part.words.hi, part.words.en))
            yield b.Narrative(text, boxed=True)
        else:
            yield b.ItemRow(part.item, part.words.hi, part.words.en, text)


def _group(
    part: Group, value: Any, scopes: tuple[Mapping[str, Any], ...], masked: bool
) -> Iterator[b.Block]:
    if is_blank(value) or not isinstance(value, Mapping):
        yield b.ItemRow(part.item, part.words.hi, part.words.en)
        return
    if part.kind in ("address", "officer", "court"):
        yield b.ItemRow(
            part.item, part.words.hi, part.words.en, one_line(part, value, scopes, masked)
        )
        return
    yield b.ItemRow(part.item, part.words.hi, part.words.en, " ")
    inner = (value, *scopes)
    answered = {inside.item for inside in part.parts if not is_blank(value.get(inside.key))}
    for inside in _in_official_order(part.parts):
        answer = value.get(inside.key)
        if is_blank(answer) and (not inside.item or inside.item in answered):
            continue
        if not inside.printed or not is_shown(inside, inner):
            continue
        if isinstance(inside, Rows | Group) and not (masked and inside.sealed):
            text = _nested(inside, answer, inner, masked)
        else:
            text = _text(inside, answer, masked)
        number = inside.item if inside.item.isdecimal() or not inside.item else f"({inside.item})"
        # A part without a letter of its own says by a dash that it belongs to what stands above.
        label = inside.words.hi if number else f"– {inside.words.hi}"
        yield b.ItemRow(number, label, inside.words.en, text)


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _place_of(item: str) -> int:
    """Where `(xiv)` or a number of another item (`9`, always last) stands among the parts."""
    first = item.partition(",")[0]
    if first.isdecimal():
        return 1000 + int(first)
    values = [_ROMAN.get(sign, 0) for sign in first]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _in_official_order(parts: Sequence[Field]) -> list[Field]:
    """The parts by their roman numbers; one without a number stays behind the part it follows."""
    if not any(part.item.startswith("ii") for part in parts):
        return list(parts)
    placed, last = [], 0
    for part in parts:
        last = _place_of(part.item) if part.item else last
        placed.append((last, part))
    return [part for _, part in sorted(placed, key=lambda one: one[0])]


def _text(part: Field, value: Any, masked: bool) -> str:
    """A simple answer as text."""
    if masked and part.sealed and not is_blank(value):
        return SEALED
    return part.shown(value, "hi")


def _nested(
    part: Rows | Group, value: Any, scopes: tuple[Mapping[str, Any], ...], masked: bool
) -> str:
    """A group inside a group as text: one line a row."""
    if isinstance(part, Group):
        return one_line(part, value, scopes, masked)
    rows = [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []
    lines = [one_line(part.row, row, scopes, masked) for row in rows]
    if len(lines) > 1:
        lines = [f"{number}. {line}" for number, line in enumerate(lines, start=1)]
    return "\n".join(lines)


_UNSAID_LABELS = (
    "name",
    "rank",
    "house_no",
    "street",
    "colony_mohalla",
    "village_town",
    "state",
    "country",
    "address_type",
    "id_type",
    "court_type",
    "court_name",
    "place",
    "phone",
)
"""Parts that explain themselves in a line of an address or an officer."""


def one_line(part: Group, value: Any, scopes: tuple[Mapping[str, Any], ...], masked: bool) -> str:
    """A group's filled parts in one line, with short labels where the answer alone says too little."""
    if not isinstance(value, Mapping):
        return ""
    inner = (value, *scopes)
    pieces: list[str] = []
    for inside in part.parts:
        answer = value.get(inside.key)
        if is_blank(answer) or not inside.printed or not is_shown(inside, inner):
            continue
        if isinstance(inside, Rows | Group) and not (masked and inside.sealed):
            text = _nested(inside, answer, inner, masked).replace("\n", "; ")
        else:
            text = _text(inside, answer, masked)
        if not text:
            continue
        said = inside.key in _UNSAID_LABELS
        pieces.append(text if said else f"{inside.words.hi}: {text}")
    return ", ".join(pieces)


def _rows(
    part: Rows, value: Any, scopes: tuple[Mapping[str, Any], ...], masked: bool
) -> Iterator[b.Block]:
    filled = (
        [row for row in value if isinstance(row, Mapping) and not is_blank(row)]
        if isinstance(value, list)
        else []
    )
    if not filled:
        yield b.ItemRow(part.item, part.words.hi, part.words.en, b.NIL)
        return
    yield b.ItemLine(part.item, lead=b.label(part.words.hi, part.words.en))
    if len(_printed_parts(part, filled)) <= _MOST_COLUMNS + _MOST_GATHERED:
        yield rows_grid(part, filled, scopes, masked)
        return
    for number, row in enumerate(filled, start=1):
        named = Words(f"{part.row.words.hi} {number}", f"{part.row.words.en} {number}")
        yield from _group(replace(part.row, words=named, item="", kind=""), row, scopes, masked)


def _printed_parts(part: Rows, filled: Sequence[Mapping[str, Any]]) -> list[Field]:
    return [
        inside
        for inside in part.row.parts
        if inside.printed and any(not is_blank(row.get(inside.key)) for row in filled)
    ]


def rows_grid(
    part: Rows,
    filled: Sequence[Mapping[str, Any]],
    scopes: tuple[Mapping[str, Any], ...] = (),
    masked: bool = False,
) -> b.Grid:
    """A repeating group as a ruled table: what rows answer, the longest tail gathered in one column."""
    used = _printed_parts(part, filled)
    own = used if len(used) <= _MOST_COLUMNS + 1 else _foremost(used, part.row.gist)
    rest = [inside for inside in used if inside not in own]

    def cell(inside: Field, row: Mapping[str, Any]) -> str:
        inner = (row, *scopes)
        if not is_shown(inside, inner):
            return ""
        answer = row.get(inside.key)
        if isinstance(inside, Rows | Group) and not (masked and inside.sealed):
            return _nested(inside, answer, inner, masked)
        return _text(inside, answer, masked)

    rows: list[b.Row] = []
    for number, row in enumerate(filled, start=1):
        cells: list[b.Text] = [str(number), *(cell(inside, row) for inside in own)]
        if rest:
            said = ((inside.words.hi, cell(inside, row)) for inside in rest)
            cells.append("; ".join(f"{name}: {text}" for name, text in said if text))
        rows.append(tuple(cells))
    columns = [b.Column("क्र.", 0.45, "centre")]
    for place, inside in enumerate(own, start=1):
        texts = [str(row[place]) for row in rows if isinstance(row, tuple)]
        longest = max(len(text) for text in texts)
        unbroken = max((len(word) for text in texts for word in text.split()), default=0)
        width = min(3.5, max(0.8, len(inside.words.hi) / 9, longest / 14, unbroken / 9))
        columns.append(
            b.Column(
                b.label(inside.words.hi, inside.words.en, below=True),
                width,
                "right" if isinstance(inside, Number) else "left",
            )
        )
    if rest:
        columns.append(b.Column(b.label("अन्य विवरण", "Other particulars", below=True), 3.0))
    return b.Grid(tuple(columns), tuple(rows), scale=0.95)


def _foremost(used: Sequence[Field], gist: Sequence[str]) -> list[Field]:
    """The columns that a reader looks for first; the order of the form is kept."""

    def weight(part: Field) -> int:
        if part.key in gist:
            return -1
        if part.index is not None:
            return 0
        if isinstance(part, Attachment | YesNo | Rows | Group):
            return 3
        return 1 if part.item or isinstance(part, Choice) else 2

    chosen = sorted(used, key=weight)[:_MOST_COLUMNS]
    return [part for part in used if part in chosen]
