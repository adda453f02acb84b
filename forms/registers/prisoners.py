"""Prisoners of the station's cases, by jail."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, answer, answers, case_number, moment, sections

REGISTER = Register(
    code="prisoners",
    words=Words("कैदी रजिस्टर", "Register of prisoners"),
    form="prisoner",
    shelf=Shelf.COURT,
    landscape=True,
    basis=Words("धारा 479 बी0एन0एस0एस0", "s.479 BNSS"),
    columns=(
        case_number(),
        a_person("accused", "कैदी", "Prisoner", 18),
        answers(("jail", "prisoner_no"), "जेल / कैदी सं0", "Jail, prisoner no.", 14),
        sections(width=11),
        moment("admit_dt", "प्रवेश", "Admitted"),
        moment("next_remand_dt", "अगली रिमाण्ड", "Next remand"),
        moment("half_one_third_dt", "धारा 479 की तिथि", "Date of s.479"),
        moment("release_dt", "रिहाई", "Released"),
        answers(("release_kind", "release_order"), "रिहाई का प्रकार / आदेश", "Release, order", 12),
        answer("thana_told", "थाने को सूचना", "Station told", 8),
    ),
)
