"""CCTV: cameras found working and not, days of footage, repair."""

from forms.kit.register import Register
from forms.kit.words import Words
from forms.parts.columns import answer, answers, moment

REGISTER = Register(
    code="cctv_register",
    words=Words("सी0सी0टी0वी0 रजिस्टर", "CCTV register"),
    form="cctv",
    landscape=True,
    columns=(
        moment("checked_at", "जाँच", "Checked"),
        answer("cameras_total", "कैमरे", "Cameras", 7),
        answer("cameras_dead", "बन्द", "Not working", 7),
        answer("cameras", "विवरण", "Details", 30),
        answer("fault", "खराबी", "Fault", 18),
        answers(("ticket_no", "escalated_on"), "टिकट / प्रेषण", "Ticket, passed on", 12),
        moment("restored_at", "ठीक हुआ", "Restored"),
        answer("gd_ref", "रपट", "Diary entry", 10),
    ),
)
