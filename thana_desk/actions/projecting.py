"""What a version of a record means for lists and search: computed from its form alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forms.kit.acts import all_acts
from forms.kit.fields import Attachment as AttachmentField
from forms.kit.fields import Field, Group, Index, LongText, Reference, Rows
from forms.kit.form import Form
from forms.kit.letter import Letter, Path, at, dotted, is_blank
from thana_desk.actions.person_index import (
    compact,
    joined_words,
    keyed_words,
    links_in,
    name_texts,
    persons_in,
    phone_digits,
)
from thana_desk.hindi.fold import fold
from thana_desk.hindi.names import name_words

if TYPE_CHECKING:
    from sync.protocol.event import Event
    from thana_desk.storage.rows import (
        Attachment,
        Envelope,
        IndexRow,
        PersonLink,
        PersonRow,
        Projection,
    )

_MOST_BYTES = 64 * 1024 * 1024
"""Of one file that travels: `sync.protocol.files.MAX_FILE_BYTES`, not imported for its weight."""


def leaves(
    parts: Sequence[Field], answers: Mapping[str, Any], path: Path = ()
) -> Iterator[tuple[Field, Any, Path]]:
    """Every filled field below `parts` that is neither group nor row, with value and place."""
    for part in parts:
        value = answers.get(part.key)
        if is_blank(value):
            continue
        here = (*path, part.key)
        if isinstance(part, Group):
            if isinstance(value, Mapping):
                yield from leaves(part.parts, value, here)
        elif isinstance(part, Rows):
            for number, row in enumerate(value if isinstance(value, list) else ()):
                if isinstance(row, Mapping):
                    yield from leaves(part.row.parts, row, (*here, number))
        else:
            yield part, value, here


ENTRY = "entry"
"""The kind of index row by which a record finds the entries that its acts have in the diary."""


OPEN_ACT = "open_act"
"""The kind of index row of an act that had no entry when its record was written, by day."""


def entry_key(record_id: str, act: str = "") -> str:
    """How an entry is indexed under the act of the record that it tells of; without act, of all."""
    return f"{record_id}|{act}"


def mark_of(series: str, period: str, code: str) -> str:
    """How a record of a series is marked in the index, to be found again without reading letters."""
    return f"{series}|{period}|{code}|"


def index_rows(form: Form, letter: Letter, envelope: "Envelope") -> "list[IndexRow]":
    """The searchable values of a letter, numbers of phones, vehicles and sections in plain form."""
    from thana_desk.storage.rows import IndexRow

    found = []
    number = envelope.number
    for act in all_acts(form, letter):
        if not act.place or is_blank(at(letter, act.place)):
            day = (envelope.registered_at or "")[:10]
            found.append(IndexRow(OPEN_ACT, act.key, number or "", f"{day}|{envelope.record_id}"))
    if form.mark and letter.get(form.mark) and envelope.series and envelope.period:
        code = str(letter[form.mark])
        mark = mark_of(envelope.series, envelope.period, code)
        found.append(IndexRow("mark", form.mark, code, mark))
    if number:
        found.append(IndexRow("number", "", number, fold(number)))
    found.extend(_charges_and_officers(tuple(form.fields()), letter))
    for part, value, path in leaves(tuple(form.fields()), letter):
        if isinstance(part, Reference) and part.answers and value.get("act"):
            found.append(
                IndexRow(
                    ENTRY,
                    str(value["act"]),
                    number or "",
                    entry_key(value["record_id"], value["act"]),
                )
            )
        if part.index is None:
            continue
        shown, kind, place = part.shown(value, "hi"), str(part.index.value), dotted(path)
        if part.index is Index.SECTION:
            law = str(at(letter, (*path[:-1], "act")) or "")
            found.append(IndexRow(kind, place, f"{shown} {law}".strip(), section_key(shown, law)))
            continue
        folded = folded_answer(part.index, shown)
        found.append(IndexRow(kind, place, shown, folded))
        if part.index is Index.VEHICLE and folded[-4:].isdigit():
            found.append(IndexRow(VEHICLE_END, place, shown, folded[-4:]))
    return found


def charge_of(section: str, act: str) -> str:
    """How a section stands in the index, apart from the sections of other acts: `103(1)|BNS`."""
    return f"{''.join(section.split()).upper()}|{act}"


def _charges_and_officers(
    parts: Sequence[Field], answers: Mapping[str, Any], path: Path = ()
) -> "Iterator[IndexRow]":
    """The sections with their acts, and the officers by their numbers: lists are narrowed by them."""
    from thana_desk.storage.rows import IndexRow

    for part in parts:
        value, here = answers.get(part.key), (*path, part.key)
        if isinstance(part, Group) and isinstance(value, Mapping):
            number = str(value.get("pno") or "")
            if part.kind == "officer" and number:
                yield IndexRow("officer", dotted(here), number, number)
            yield from _charges_and_officers(part.parts, value, here)
        elif isinstance(part, Rows) and isinstance(value, list):
            for line, row in enumerate(one for one in value if isinstance(one, Mapping)):
                section, act = str(row.get("section") or ""), str(row.get("act") or "")
                if part.row.kind == "acts" and section:
                    charge = charge_of(section, act)
                    yield IndexRow("charge", dotted((*here, line)), section, charge)
                yield from _charges_and_officers((part.row,), {part.row.key: row}, (*here, line))


def folded_answer(index: Index, shown: str) -> str:
    """How an answer stands in the index of its kind, so that other spellings of it are found."""
    if index is Index.PHONE:
        return phone_digits(shown)
    return compact(shown) if index is Index.VEHICLE else fold(shown)


VEHICLE_END = "vehicle_end"
"""The kind of index row that holds the last four digits of a vehicle's number."""


def section_key(section: str, act: str) -> str:
    """How a section stands in the index: its number first, so that no act need be known."""
    return f"{fold(section).replace(' ', '')}|{act.casefold()}"


def search_text(form: Form, letter: Letter, number: str | None, title: str) -> str:
    """Everything a search may find a record by, folded; numbers also in their plain form."""
    pieces = [fold(number or ""), fold(title)]
    for part, value, _path in leaves(tuple(form.fields()), letter):
        shown = part.shown(value, "hi")
        pieces.append(fold(shown))
        if part.index in (Index.NAME, Index.RELATIVE):
            pieces.extend(joined_words(name_words(shown)))
        elif part.index is Index.VEHICLE:
            plain = compact(shown)
            pieces.extend((plain, plain[-4:]))
        elif part.index is Index.PHONE:
            pieces.append(phone_digits(shown))
        elif part.key == "act":
            pieces.append(fold(str(value)))
        elif not isinstance(part, LongText):
            english = part.shown(value, "en")
            if english != shown:
                pieces.append(fold(english))
    return " ".join(piece for piece in pieces if piece)


@dataclass(frozen=True, slots=True)
class Findable:
    """All that a version of a record may be found by."""

    index_rows: "list[IndexRow]"
    search_text: str
    name_words: list[tuple[str, str]]
    persons: "list[PersonRow]"
    links: "list[PersonLink]"
    files: "list[Attachment]"


def findable(form: Form, letter: Letter, envelope: "Envelope") -> Findable:
    """What search and the person index keep of a letter."""
    rows = index_rows(form, letter, envelope)
    return Findable(
        rows,
        search_text(form, letter, envelope.number, envelope.title),
        keyed_words(name_texts(rows)),
        persons_in(form, letter, envelope),
        links_in(letter, envelope),
        files_in(form, letter),
    )


def files_in(form: Form, letter: Letter) -> "list[Attachment]":
    """The files that the answers name, each once."""
    from thana_desk.storage.rows import Attachment

    found: dict[str, Attachment] = {}
    for part, value, _path in leaves(tuple(form.fields()), letter):
        if not isinstance(part, AttachmentField) or not isinstance(value, Mapping):
            continue
        sha256, size = value.get("sha256"), value.get("size")
        # What came from elsewhere may hold anything; a file that cannot be named is not fetched.
        if isinstance(sha256, str) and type(size) is int and 0 < size <= _MOST_BYTES:
            name, mime = str(value.get("name") or "")[:200], str(value.get("mime") or "")[:100]
            found[sha256] = Attachment(sha256, name, mime, size)
    return list(found.values())


def projector(forms: Mapping[str, Form]) -> "Callable[[Event], Projection | None]":
    """A function that says what an event makes of its record: for replay and for other PCs' events.

    An event of a form that this program does not know stays on the journal and is not shown.
    """

    def project(event: "Event") -> "Projection | None":
        from thana_desk.storage.rows import Clock, ClockStop, Envelope, Projection

        form = forms.get(event.form)
        envelope, letter = event.body.get("envelope"), event.body.get("letter")
        if form is None or not isinstance(envelope, Mapping) or not isinstance(letter, Mapping):
            return None
        fixed = Envelope.from_json(envelope)
        answers = dict(letter)
        clocks = event.body.get("clocks")
        stops = event.body.get("stops")
        reason = event.body.get("reason")
        found = findable(form, answers, fixed)
        return Projection(
            fixed,
            answers,
            found.index_rows,
            found.search_text,
            [
                Clock(
                    str(one["code"]),
                    str(one["starts_at"]),
                    one["due_at"],
                    tuple(one.get("warn_at", ())),
                    one.get("stopped_at"),
                )
                for one in (clocks if isinstance(clocks, list) else ())
            ],
            [
                ClockStop(str(one["record_id"]), str(one["code"]), str(one["at"]))
                for one in (stops if isinstance(stops, list) else ())
            ],
            reason=reason if isinstance(reason, str) else None,
            gaps=len(gaps) if isinstance(gaps := event.body.get("gaps"), list) else 0,
            name_words=found.name_words,
            persons=found.persons,
            links=found.links,
            files=found.files,
        )

    return project
