"""A form of 120 fields of every kind, eight sections of fifteen, as a form bench opens it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    DateTime,
    Decimal,
    Field,
    Group,
    Line,
    LongText,
    Money,
    MultiChoice,
    Need,
    Number,
    Reference,
    Rows,
    Time,
    YesNo,
)
from forms.kit.form import Form, Section, walk
from forms.kit.letter import Letter
from forms.kit.words import Words

SECTIONS = 8
FIELDS = 120
CODES = 500
"""Codes in the long lists: as many as a district has villages."""


@dataclass(frozen=True)
class _Codes:
    id: str
    meanings: Mapping[str, Words]

    def options(self) -> Mapping[str, Words]:
        return self.meanings

    def words_of(self, code: str) -> Words | None:
        return self.meanings.get(code)


_FEW = _Codes(
    "BENCH_FEW",
    {f"F{n}": Words(f"विकल्प {n}", f"Choice {n}") for n in range(5)},
)
_MANY = _Codes(
    "BENCH_MANY",
    {f"M{n}": Words(f"ग्राम नमूनापुर {n}", f"Village Namunapur {n}") for n in range(CODES)},
)


def leaves(form: Form) -> int:
    """How many fields of a form take an answer themselves; a repeated row counts once."""
    return sum(not isinstance(field, Group | Rows) for field in walk(tuple(form.fields())))


def big_form(code: str) -> Form:
    """The form under `code`, which must be one that the acting role may draft."""
    return Form(
        code,
        1,
        Words("एक सौ बीस खानों का नमूना प्रपत्र", "Sample form of one hundred and twenty fields"),
        Words("नमूना-120", "Sample-120"),
        tuple(_section(number) for number in range(1, SECTIONS + 1)),
        role="operator",
        duty=("d-1",),
        sample=lambda now: letter(1),
    )


def letter(serial: int) -> Letter:
    """Fictional answers to every field; another `serial`, other answers."""
    answers: Letter = {}
    for number in range(1, SECTIONS):
        answers |= _section_answers(serial, number)
    rows = [_section_answers(serial + n, SECTIONS) for n in (0, 1)]
    return answers | {"entries": rows}


def _section_answers(serial: int, number: int) -> Letter:
    moment = "10:42" if number % 2 == 0 else "2026-01-01T10:42"
    moment = f"{moment[:-2]}{serial % 60:02d}"
    return {f"{key}_{number}": value for key, value in _answers(serial).items()} | {
        f"moment_{number}": moment
    }


def _section(number: int) -> Section:
    parts = _parts(number)
    if number == SECTIONS:
        row = Group("entry", Words("प्रविष्टि", "Entry"), parts=parts, gist=(f"name_{number}",))
        parts = (Rows("entries", Words("प्रविष्टियाँ", "Entries"), row=row, need=Need.EXPECTED),)
    return Section(f"part_{number}", Words(f"भाग {number}", f"Part {number}"), parts)


def _parts(number: int) -> tuple[Field, ...]:
    """Fifteen fields, every kind among them."""

    def key(name: str) -> str:
        return f"{name}_{number}"

    def pair(first: Field, second: Field) -> Field:
        """Kinds that are much alike stand in turn, so that every section has fifteen fields."""
        return first if number % 2 else second

    return (
        Line(key("name"), Words("नाम", "Name"), item=f"{number}", need=Need.MUST),
        Line(key("father"), Words("पिता/पति का नाम", "Father's or husband's name")),
        Line(key("phone"), Words("मोबाइल", "Mobile"), most=10, pattern=r"[6-9]\d{9}"),
        Group(
            key("place"),
            Words("पता", "Address"),
            parts=(
                Line("village", Words("ग्राम/मोहल्ला", "Village or locality")),
                Choice("area", Words("क्षेत्र", "Area"), choices=_MANY),
            ),
        ),
        LongText(key("story"), Words("विवरण", "Account"), need=Need.EXPECTED),
        Number(key("age"), Words("आयु", "Age"), least=0, most=130, need=Need.EXPECTED),
        pair(
            Decimal(key("size"), Words("दूरी", "Distance"), least="0"),
            Money(key("size"), Words("मूल्य", "Value")),
        ),
        Date(key("day"), Words("दिनांक", "Date"), need=Need.MUST),
        pair(
            DateTime(key("moment"), Words("दिनांक व समय", "Date and time")),
            Time(key("moment"), Words("समय", "Time")),
        ),
        Choice(key("kind"), Words("प्रकार", "Kind"), choices=_FEW, need=Need.EXPECTED),
        MultiChoice(key("marks"), Words("चिह्न", "Marks"), choices=_FEW),
        YesNo(key("known"), Words("ज्ञात है?", "Known?")),
        Reference(key("fir"), Words("प्र0सू0रि0", "FIR"), form="iif_1"),
        Attachment(key("scan"), Words("छायाप्रति", "Scan")),
    )


def _answers(serial: int) -> Letter:
    return {
        "name": f"नमूना कुमार {serial}",
        "father": f"काल्पनिक प्रसाद {serial}",
        "phone": f"9{serial:09d}",
        "place": {"village": f"ग्राम परीक्षणपुर {serial}", "area": f"M{serial % CODES}"},
        "story": f"यह काल्पनिक विवरण है, संख्या {serial}।\n" * 3,
        "age": serial % 100,
        "size": f"{serial % 90}",
        "day": (dt.date(2026, 1, 1) + dt.timedelta(days=serial % 300)).isoformat(),
        "kind": f"F{serial % 5}",
        "marks": [f"F{serial % 5}", f"F{(serial + 1) % 5}"],
        "known": serial % 2 == 0,
        "fir": {"record_id": f"{serial:032x}", "form": "iif_1", "number": f"{serial:04d}/2026"},
        "scan": {
            "sha256": f"{serial:064x}",
            "name": f"नमूना-{serial}.png",
            "mime": "image/png",
            "size": 1000 + serial,
        },
    }
