"""Externment orders in force and past: districts, period, breach."""

from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, answer, answers, moment, number, place_said


def _is_ordered(entry: Entry) -> bool:
    return bool(entry.letter.get("order_no"))


def _outside(entry: Entry) -> str:
    said = (place_said(entry.letter.get("outside_address")), entry.said("outside_thana"))
    return "\n".join(filter(None, said))


REGISTER = Register(
    code="externment",
    words=Words("जिला बदर रजिस्टर", "Register of externments"),
    form="zila_badar",
    shelf=Shelf.WATCH,
    landscape=True,
    standing=True,
    keep=_is_ordered,
    columns=(
        number(),
        a_person("goonda", "जिला बदर व्यक्ति", "Person", 19),
        answers(("order_no", "order_dt"), "आदेश", "Order", 12),
        answer("districts", "जनपद", "Districts", 13),
        moment("from_dt", "कब से", "From"),
        moment("to_dt", "कब तक", "To"),
        moment("served_dt", "तामील", "Served"),
        Column(Words("बाहर का पता / थाना", "Address outside"), _outside, 16),
        answer("appeal", "अपील", "Appeal", 11),
        answer("breach", "उल्लंघन", "Breach", 15),
    ),
)
