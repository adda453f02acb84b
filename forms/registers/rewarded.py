"""Rewarded, most wanted and absconding offenders."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, amount, an_officer, answer, answers, moment

REGISTER = Register(
    code="rewarded",
    words=Words(
        "इनामी / टॉप-10 / सक्रिय अपराधी रजिस्टर", "Register of rewarded and most wanted offenders"
    ),
    form="reward",
    shelf=Shelf.WATCH,
    landscape=True,
    standing=True,
    columns=(
        a_person("criminal", "अपराधी", "Offender", 20, age=True),
        answer("criminal_class", "वर्ग", "Class", 9),
        amount("पुरस्कार रु0", "Reward, Rs.", lambda entry: entry.letter.get("amount"), 9),
        answers(("declared_by", "order_no", "order_dt"), "घोषणा / आदेश", "Declared, order", 14),
        answer("wanted_in", "वांछित अभियोग", "Wanted in", 18),
        answers(("proclamation_dt", "attachment_dt"), "84 / 85", "ss.84, 85", 9),
        answers(("last_known_place", "hideouts"), "अन्तिम ज्ञात स्थान", "Last known place", 14),
        answer("status", "स्थिति", "State", 9),
        moment("closed_dt", "दिनांक", "On"),
        an_officer("arrested_by", "गिरफ्तारकर्ता", "Arrested by", 10),
    ),
)
