"""History sheets of classes A and B, by sheet number."""

from forms.kit.letter import rows
from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.acts import sections_said
from forms.parts.book_families import last_of
from forms.parts.columns import a_person, answer, answers, kept


def _has_a_sheet(entry: Entry) -> bool:
    return bool(entry.letter.get("hs_no"))


def _sheet_number(entry: Entry) -> tuple[int, str]:
    written = str(entry.letter.get("hs_no") or "")
    digits = "".join(sign for sign in written if sign.isdecimal())
    return (int(digits) if digits else 0, written)


def _history(entry: Entry) -> str:
    return "\n".join(
        " ".join(
            filter(
                None,
                (
                    str(row.get("fir_no") or ""),
                    str(row.get("thana") or ""),
                    sections_said(row, short=True),
                ),
            )
        )
        for row in rows(entry.letter, "history")
    )


REGISTER = Register(
    code="history_sheets",
    words=Words("हिस्ट्रीशीट रजिस्टर (क / ख श्रेणी)", "Register of history sheets"),
    form="ocis_3",
    shelf=Shelf.WATCH,
    landscape=True,
    standing=True,
    keep=_has_a_sheet,
    order=_sheet_number,
    basis=Words("अध्याय 20, उ0प्र0 पुलिस विनियम", "Chapter XX, U.P. Police Regulations"),
    columns=(
        answer("hs_no", "हि0शी0 सं0", "Sheet no.", 8),
        answer("hs_class", "श्रेणी", "Class", 7),
        a_person("member", "हिस्ट्रीशीटर", "Person", 20, age=True),
        answer("gang_ref", "गैंग", "Gang", 11),
        Column(Words("आपराधिक इतिहास", "Criminal history"), _history, 20),
        answers(("status", "jail_name"), "स्थिति / जेल", "State, jail", 10),
        Column(Words("अन्तिम निगरानी", "Last watch"), last_of("surveillance"), 12),
        kept("watch", "टिप्पणी", "Remarks", 14),
    ),
)
