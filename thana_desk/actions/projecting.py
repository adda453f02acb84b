"""What a version of a record means for lists and search: computed from its form alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from forms.kit.acts import all_acts
from forms.kit.fields import Field, Group, Index, LongText, Reference, Rows
from forms.kit.form import Form
from forms.kit.letter import Letter, Path, at, dotted, is_blank
from thana_desk.hindi.fold import fold, name_key, terms

if TYPE_CHECKING:
    from sync.protocol.event import Event
    from thana_desk.storage.rows import Envelope, IndexRow, Projection

NAME_MARK = "zq"
"""Stands before a name's sound key in the search text, where no written word begins so."""


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
    """The searchable values of a letter: names by their sound as well as by their letters."""
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
        shown = part.shown(value, "hi")
        found.append(IndexRow(str(part.index.value), dotted(path), shown, fold(shown)))
        if part.index in (Index.NAME, Index.RELATIVE):
            found.append(IndexRow("sound", dotted(path), shown, name_key(shown)))
    return found


def search_text(form: Form, letter: Letter, number: str | None, title: str) -> str:
    """Everything a search may find a record by, folded, with the sound keys of names."""
    pieces = [fold(number or ""), fold(title)]
    for part, value, _path in leaves(tuple(form.fields()), letter):
        shown = part.shown(value, "hi")
        pieces.append(fold(shown))
        if part.index in (Index.NAME, Index.RELATIVE):
            pieces.extend(NAME_MARK + key for key in sound_keys(shown))
        elif not isinstance(part, LongText):
            english = part.shown(value, "en")
            if english != shown:
                pieces.append(fold(english))
    return " ".join(piece for piece in pieces if piece)


def sound_keys(text: str) -> list[str]:
    """One sound key a word of a name."""
    return [key for word in terms(text) if (key := name_key(word).replace(" ", ""))]


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
        return Projection(
            fixed,
            answers,
            index_rows(form, answers, fixed),
            search_text(form, answers, fixed.number, fixed.title),
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
        )

    return project
