"""Medico-legal register (chitthi majrubi): who was sent where and what was found."""

from forms.kit.register import Register, Shelf
from forms.kit.words import Words
from forms.parts.columns import a_person, an_officer, answers, moment, number

REGISTER = Register(
    code="mlc",
    words=Words("मजरूबी (मेडिकल) रजिस्टर", "Medico-legal register"),
    form="mlc",
    shelf=Shelf.INVESTIGATION,
    landscape=True,
    basis=Words("धारा 51–53, 184 बी0एन0एस0एस0", "ss.51–53, 184 BNSS"),
    columns=(
        number(9, "चिट्ठी सं0", "No."),
        moment("info_at", "सूचना", "Informed"),
        a_person("person", "मजरूब", "Injured person", 18, age=True),
        answers(
            ("fir_ref", "ncr_ref", "gd_ref"), "प्राथमिकी / एन0सी0आर0 / रपट", "FIR, NCR, diary", 12
        ),
        answers(
            ("alleged_weapon", "alleged_cause"), "कथित हथियार / कारण", "Weapon, cause alleged", 12
        ),
        answers(("hospital", "doctor"), "चिकित्सालय / चिकित्सक", "Hospital, doctor", 13),
        an_officer("brought_by", "किसके साथ", "Sent with", 11),
        moment("sent_dt", "प्रेषण", "Sent"),
        answers(("hospital_mlc_no", "injury_type"), "रिपोर्ट सं0 / चोट", "Report no., injury", 11),
        moment("report_received_dt", "रिपोर्ट प्राप्त", "Report received"),
    ),
)
