"""Arms licences of the area: weapons, validity, deposits, verification."""

from forms.kit.letter import rows
from forms.kit.register import Column, Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, answer, answers, moment_said

REGISTER = Register(
    code="arms_licences",
    words=Words("शस्त्र लाइसेंस रजिस्टर", "Register of arms licences"),
    form="arms_lic",
    shelf=Shelf.PROPERTY,
    landscape=True,
    standing=True,
    basis=Words("आयुध अधिनियम 1959", "Arms Act, 1959"),
    columns=(
        answers(("licence_no", "uin"), "लाइसेंस सं0 / यू0आई0एन0", "Licence no., UIN", 13),
        a_person("licensee", "लाइसेंसी", "Licensee", 20),
        Column(Words("शस्त्र", "Weapons"), lambda entry: entry.said("weapons"), 24),
        answers(("valid_from", "valid_to"), "वैधता", "Valid", 11),
        answer("authority", "प्राधिकारी", "Authority", 11),
        Column(
            Words("अन्तिम सत्यापन", "Last checked"),
            lambda entry: moment_said(
                max(
                    (str(row.get("dt") or "") for row in rows(entry.letter, "verifications")),
                    default="",
                )
            ),
            10,
        ),
        answer("deposits", "जमा", "Deposits", 13),
        answers(("status", "status_note"), "स्थिति", "State", 10),
    ),
)
