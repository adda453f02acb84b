"""Goondas reported: history, grounds, report and case."""

from forms.kit.letter import rows
from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, answer, answers, kept, moment, number


def _history(entry: Entry) -> str:
    """Station, FIR and sections of each earlier case."""
    keys = ("thana", "fir", "sections")
    return "\n".join(
        " ".join(str(row[key]) for key in keys if row.get(key))
        for row in rows(entry.letter, "history")
    )


REGISTER = Register(
    code="goonda",
    words=Words("गुण्डा रजिस्टर", "Register of goondas"),
    form="zila_badar",
    shelf=Shelf.WATCH,
    landscape=True,
    standing=True,
    basis=Words("उ0प्र0 गुण्डा नियंत्रण अधिनियम 1970", "U.P. Control of Goondas Act, 1970"),
    columns=(
        number(),
        a_person("goonda", "गुण्डा", "Goonda", 19, age=True),
        answer("grounds", "आधार", "Grounds", 15),
        Column(Words("आपराधिक इतिहास", "Criminal history"), _history, 18),
        moment("report_dt", "रिपोर्ट", "Reported"),
        answer("dm_case_no", "वाद सं0", "Case", 10),
        moment("notice_dt", "नोटिस", "Notice"),
        answers(("order_kind", "order_no", "order_dt"), "आदेश", "Order", 14),
        kept("watch", "निगरानी / टिप्पणी", "Watch, remarks", 12),
    ),
)
