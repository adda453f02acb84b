"""Court liaison: each charge sheet's case in court."""

from forms.kit.letter import rows
from forms.kit.register import Column, Entry, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import answer, answers, case_number, moment, moment_said, sections


def _next_date(entry: Entry) -> str:
    """The newest hearing that the liaison officer wrote of this case."""
    hearings = [paper.letter for paper in entry.papers("trial")]
    newest = max(hearings, key=lambda letter: str(letter.get("hearing_dt") or ""), default={})
    return moment_said(newest.get("next_dt"))


REGISTER = Register(
    code="court_cases",
    words=Words("कोर्ट पैरवी (विचाराधीन वाद) रजिस्टर", "Register of cases in court"),
    form="court_no",
    shelf=Shelf.COURT,
    landscape=True,
    columns=(
        case_number(),
        answers(("cs_ref", "cs_dt"), "आरोप पत्र", "Charge sheet", 13),
        answers(("court.court_name", "court.place"), "न्यायालय", "Court", 14),
        answers(
            ("case_type", "case_no", "case_year", "cnr"), "वाद सं0 / सी0एन0आर0", "Case no., CNR", 15
        ),
        moment("cognizance_dt", "संज्ञान", "Cognizance"),
        sections(),
        Column(
            Words("अभियुक्त", "Accused"),
            lambda entry: "\n".join(
                str(row.get("name") or "") for row in rows(entry.letter, "accused")
            ),
            16,
        ),
        answers(("committed_to.court_name", "commit_dt", "st_no"), "सुपुर्दगी", "Committal", 13),
        Column(Words("अगली तिथि / चरण", "Next date, stage"), _next_date, 12),
        answer("disposed", "निस्तारित", "Disposed", 7),
    ),
)
