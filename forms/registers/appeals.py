"""Appeals and their results."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import answer, answers, case_number, lines_of, moment, of_line

REGISTER = Register(
    code="appeals",
    words=Words("अपील रजिस्टर", "Register of appeals"),
    form="iif_7",
    shelf=Shelf.COURT,
    landscape=True,
    lines=lines_of("per_accused"),
    columns=(
        case_number(),
        answer("judgment_ref", "निर्णय", "Judgment", 13),
        answers(
            ("appellate_court.court_name", "appeal_no"),
            "अपीलीय न्यायालय / सं0",
            "Court of appeal, no.",
            16,
        ),
        answer("filed_by", "किसने की", "Filed by", 10),
        moment("filed_dt", "दायर", "Filed"),
        answer("pending_bail", "जमानत", "Bail", 7),
        moment("judgment_dt", "निर्णय", "Decided"),
        of_line("name", "अभियुक्त", "Accused", 14, within="per_accused"),
        of_line("result", "परिणाम", "Result", 12, within="per_accused"),
        answer("order", "आदेश", "Order", 20, narrative=True),
    ),
)
