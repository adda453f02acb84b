"""Cases decided: conviction, acquittal, sentence."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import amount, answer, answers, case_number, lines_of, moment, of_line

REGISTER = Register(
    code="judgments",
    words=Words("निर्णीत वाद रजिस्टर", "Register of decided cases"),
    form="iif_6",
    shelf=Shelf.COURT,
    landscape=True,
    lines=lines_of("per_accused"),
    columns=(
        case_number(),
        answer("case_ref", "वाद", "Case", 11),
        answers(("court.court_name", "judge"), "न्यायालय / न्यायाधीश", "Court, judge", 14),
        moment("judgment_dt", "निर्णय", "Judgment"),
        answer("disposal", "निस्तारण", "Disposal", 11),
        of_line("name", "अभियुक्त", "Accused", 15, within="per_accused"),
        of_line("result", "परिणाम", "Result", 11, within="per_accused"),
        of_line("punishment", "दण्ड", "Punishment", 12, within="per_accused"),
        amount("अर्थदण्ड रु0", "Fine, Rs.", lambda entry: entry.row.get("fine"), 9),
        moment("appeal_due", "अपील की अवधि", "Appeal until"),
    ),
)
