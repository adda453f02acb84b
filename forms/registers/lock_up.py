"""Lock-up register: who was kept, from when to when, and in what state of body."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, answer, case_number, kept, moment, number, pen

REGISTER = Register(
    code="lock_up",
    words=Words("हवालात रजिस्टर", "Lock-up register"),
    form="iif_3",
    shelf=Shelf.DAILY,
    landscape=True,
    columns=(
        number(7, "कोड", "Code"),
        case_number(),
        a_person("accused", "बन्दी", "Prisoner", 20, age=True),
        moment("arrest_at", "प्रवेश", "Entered"),
        answer("injuries", "चोटें", "Injuries", 14),
        answer("examined", "चिकित्सीय परीक्षण", "Examined", 8),
        answer("search_found", "जामा तलाशी", "Search of person", 16),
        moment("due_24h", "24 घण्टे पूरे", "24 hours end"),
        moment("produced_at", "बाहर / पेशी", "Left, produced"),
        kept("meals", "भोजन / निरीक्षण", "Meals, visits", 12),
        pen("हस्ताक्षर पहरा", "Sentry's signature", 9),
    ),
)
