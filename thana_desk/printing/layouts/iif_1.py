"""The First Information Report in the order and layout of the official form (IIF-I)."""

from collections.abc import Iterator

from forms.kit.form import Form
from forms.kit.letter import Letter
from thana_desk.printing import blocks as b
from thana_desk.printing.form_paper import (
    PROVISIONAL,
    PaperRecord,
    amendment_blocks,
    deficiency_blocks,
    seal_blocks,
)
from thana_desk.printing.layouts.answers import Answers, RowAnswers
from thana_desk.printing.layouts.iif_1_attachment import attachment_blocks
from thana_desk.printing.layouts.official import SERIAL, age, column, head, named

_LAWS = {
    "BNSS": ("(Under Section 173 B.N.S.S.)", "(धारा 173 बी एन एस एस के तहत)"),
    "CRPC": ("(Under Section 154 Cr.P.C.)", "(धारा 154 दण्ड प्रक्रिया संहिता के तहत)"),
}


def iif_1_blocks(form: Form, letter: Letter, record: PaperRecord) -> Iterator[b.Block]:
    """Items 1 to 15 and the attachment to item 7, from the letter of `forms.catalogue.iif_1`."""
    answers = Answers(form, letter, record.masked)
    yield from _title(answers, record)
    yield from _station(answers, record)
    yield from _acts(answers)
    yield from _occurrence(answers, record)
    yield from _place(answers)
    yield from _informant(answers)
    yield from _accused(answers)
    yield from _property(answers)
    yield from _contents(answers)
    yield from _action(answers)
    yield from _signatures(answers)
    yield from amendment_blocks(record)
    yield from deficiency_blocks(record)
    yield from seal_blocks(record, "FIR")
    yield from attachment_blocks(answers)


def _title(answers: Answers, record: PaperRecord) -> Iterator[b.Block]:
    old = answers.says("procedure", "CRPC")
    law_en, law_hi = _LAWS["CRPC" if old else "BNSS"]
    yield b.Paragraph(
        (
            b.Run("N.C.R.B. (एन.सी.आर.बी.)", scale=0.85),
            b.Run("\nI.I.F.-I (एकीकृत जाँच फार्म-I)", scale=0.85),
        ),
        "centre",
        space_after=0.6,
    )
    yield b.Paragraph(
        (
            b.Run("FIRST INFORMATION REPORT", bold=True, scale=1.2),
            b.Run(f"\n{law_en}", scale=0.95),
            b.Run("\nप्रथम सूचना रिपोर्ट", bold=True, scale=1.25),
            b.Run(f"\n{law_hi}", scale=0.95),
        ),
        "centre",
        space_after=2.0,
    )
    if answers.says("zero_fir", True):
        yield b.Paragraph((b.Run("जीरो प्राथमिकी (ZERO F.I.R.)", bold=True, scale=1.1),), "centre")
    if record.provisional:
        yield b.Note(PROVISIONAL, boxed=True)


def _station(answers: Answers, record: PaperRecord) -> Iterator[b.Block]:
    on_paper = answers.text("paper_number")
    registered = b.paper_time(record.registered_at)
    if on_paper:
        registered = answers.date("paper_date")
    number = on_paper or record.number
    serial, _, year = number.partition("/")
    yield b.ItemLine(
        "1.",
        (
            named("District/Unit", "जिला/इकाई", record.district, 1.35),
            named("P.S.", "थाना", record.thana, 1.0),
            named("Year", "वर्ष", year or record.registered_at[:4], 0.65),
        ),
    )
    yield b.ItemLine(
        "",
        (
            named("FIR No.", "प्र.सू.रि. सं.", serial if year else number, 0.8, bold=True),
            named("Date and Time of FIR", "प्र.सू.रि. की दिनांक और समय", registered, 2.0),
        ),
        indent=9.5,
    )


def _acts(answers: Answers) -> Iterator[b.Block]:
    yield b.ItemLine("2.", lead=head("Acts and Sections", "अधिनियम और धाराएँ"))
    rows: list[b.Row] = []
    for number, row in enumerate(answers.rows("acts"), start=1):
        section = row.text("section")
        if row.row.get("read_with") is True:
            section = f"सपठित {section}"
        rows.append((str(number), row.text("act_text") or row.text("act"), section))
    yield b.Grid(
        (SERIAL, column("Acts", "अधिनियम", 4.6), column("Sections", "धारा(एँ)", 2.4)), tuple(rows)
    )


def _occurrence(answers: Answers, record: PaperRecord) -> Iterator[b.Block]:
    yield b.ItemLine(
        "3.", lead=(b.Run("(a) ", bold=True), *head("Occurrence of offence", "अपराध की घटना"))
    )
    unknown = answers.says("occ_known", "UNKNOWN")
    cells = (
        answers.text("occ_day"),
        answers.date("occ_from"),
        answers.date("occ_to"),
        answers.text("pahar"),
        answers.clock("occ_from"),
        answers.clock("occ_to"),
    )
    yield b.Grid(
        (
            column("Day", "दिन", 1.2, "centre"),
            column("Date from", "दिनांक से", 1.3, "centre"),
            column("Date To", "दिनांक तक", 1.3, "centre"),
            column("Time Period", "समय अवधि", 1.2, "centre"),
            column("Time From", "समय से", 1.1, "centre"),
            column("Time To", "समय तक", 1.1, "centre"),
        ),
        (b.Wide("अज्ञात (Unknown)", "centre"),) if unknown else (cells,),
    )
    yield b.ItemLine(
        "",
        lead=(
            b.Run("(b) ", bold=True),
            *head("Information received at P.S.", "थाना जहाँ सूचना प्राप्त हुई"),
        ),
        fields=(
            named("Date", "दिनांक", answers.date("info_at")),
            named("Time", "समय", answers.clock("info_at")),
        ),
        indent=9.5,
    )
    entry = answers.text("gd_ref").partition(" · ")[0]
    # The diary entry is registered in the same act as the report it refers to.
    entered = b.paper_time(record.diary_at or record.registered_at) if entry else ""
    yield b.ItemLine(
        "",
        lead=(b.Run("(c) ", bold=True), *head("General Diary Reference", "रोजनामचा संदर्भ")),
        fields=(
            named("Entry No.", "प्रविष्टि सं.", entry),
            named("Date and Time", "दिनांक और समय", entered, 1.4),
        ),
        indent=9.5,
    )
    yield b.ItemLine(
        "4.", (named("Type of Information", "सूचना का प्रकार", answers.text("info_type")),)
    )


def _place(answers: Answers) -> Iterator[b.Block]:
    yield b.ItemLine("5.", lead=head("Place of Occurrence", "घटना स्थल"))
    distance = ", ".join(
        part for part in (answers.text("direction"), answers.text("distance_km")) if part
    )
    yield b.ItemLine(
        "(a)",
        (
            named("Direction and distance from P.S.", "थाना से दूरी और दिशा", distance, 3.0),
            named("Beat No.", "बीट सं.", answers.text("beat"), 1.0),
        ),
        indent=9.5,
    )
    yield b.ItemLine("(b)", (named("Address", "पता", _place_line(answers)),), indent=9.5)
    yield b.ItemLine(
        "(c)",
        lead=(
            b.Run(
                "In case, outside the limit of this Police Station, then (यदि थाना सीमा के बाहर है तो)"
            ),
        ),
        fields=(
            named("Name of P.S.", "थाना का नाम", answers.text("outside_thana")),
            named("District (State)", "जिला (राज्य)", answers.text("outside_district")),
        ),
        indent=9.5,
    )


def _informant(answers: Answers) -> Iterator[b.Block]:
    def person(key: str) -> str:
        return answers.text(f"informant.{key}")

    yield b.ItemLine("6.", lead=head("Complainant / Informant", "शिकायतकर्ता / सूचनाकर्ता"))
    name = person("name")
    if person("alias"):
        name += f" उर्फ {person('alias')}"
    relation = " ".join(
        part for part in (_relation(person("relation_type")), person("relative_name")) if part
    )
    born = answers.date("informant.dob") or person("birth_year") or age(person("age_years"))
    yield b.ItemLine("(a)", (named("Name", "नाम", name),), indent=9.5)
    yield b.ItemLine(
        "(b)", (named("Father's/Husband's Name", "पिता/पति का नाम", relation),), indent=9.5
    )
    yield b.ItemLine(
        "(c)",
        (named("Date/Year of Birth", "जन्म तिथि/वर्ष", born),),
        indent=9.5,
    )
    yield b.ItemLine("(d)", (named("Nationality", "राष्ट्रीयता", person("nationality")),), indent=9.5)
    yield b.ItemLine("(e)", (named("UID No.", "यूआईडी सं.", person("uid_no")),), indent=9.5)
    yield b.ItemLine(
        "(f)",
        (named("Passport No.", "पासपोर्ट सं.", person("passport_no")),),
        indent=9.5,
    )
    yield b.ItemLine(
        "",
        (
            named("Date of Issue", "जारी तिथि", answers.date("informant.passport_issued")),
            named("Place of Issue", "जारी स्थान", person("passport_place")),
        ),
        indent=19.0,
    )
    yield b.ItemLine(
        "(g)",
        lead=(
            b.Run(
                "ID details (Ration Card, Voter ID Card, Passport, UID No., Driving License, PAN) "
            ),
            b.Run("(राशन कार्ड, मतदाता पहचान पत्र, पासपोर्ट, आधार, ड्राइविंग लाइसेंस, पैन)", scale=0.92),
        ),
        indent=9.5,
    )
    yield b.Grid(
        (
            SERIAL,
            column("ID Type", "पहचान पत्र का प्रकार", 3.4),
            column("ID Number", "पहचान संख्या", 3.6),
        ),
        tuple(
            (str(number), row.text("id_type"), row.text("id_no"))
            for number, row in enumerate(answers.rows("informant.ids"), start=1)
        ),
    )
    yield b.ItemLine("(h)", (named("Occupation", "व्यवसाय", person("occupation")),), indent=9.5)
    yield b.ItemLine("(i)", lead=(b.Run("Address (पता)"),), indent=9.5)
    yield b.Grid(
        (SERIAL, column("Address Type", "पता का प्रकार", 1.8), column("Address", "पता", 5.2)),
        tuple(
            (str(number), row.text("address_type"), _address(row))
            for number, row in enumerate(answers.rows("informant.addresses"), start=1)
        ),
    )
    phones = ", ".join(_phone(row.text("phone")) for row in answers.rows("informant.phones"))
    yield b.ItemLine("(j)", (named("Phone / Mobile No.", "दूरभाष / मोबाइल सं.", phones),), indent=9.5)


def _relation(relation: str) -> str:
    return f"({relation})" if relation else ""


def _phone(number: str) -> str:
    """Mobile numbers with the country's code, as the form prints them."""
    return (
        f"91-{number}" if len(number) == 10 and number.isdigit() and number[0] in "6789" else number
    )


_ADDRESS = (
    ("house_no", ""),
    ("street", ""),
    ("colony_mohalla", ""),
    ("village_town", ""),
    ("landmark", "निकट "),
    ("tehsil", "तहसील "),
    ("thana", "थाना "),
    ("district", "जनपद "),
    ("state", ""),
    ("country", ""),
    ("pincode", "पिन "),
)


def _address(row: RowAnswers) -> str:
    said = ((before, row.text(key)) for key, before in _ADDRESS)
    return ", ".join(f"{before}{text}" for before, text in said if text)


def _place_line(answers: Answers) -> str:
    said = ((before, answers.text(f"place.{key}")) for key, before in _ADDRESS)
    return ", ".join(f"{before}{text}" for before, text in said if text)


def _accused(answers: Answers) -> Iterator[b.Block]:
    yield b.ItemLine(
        "7.",
        lead=head(
            "Details of known / suspected / unknown accused with full particulars",
            "ज्ञात / संदिग्ध / अज्ञात अभियुक्त का पूरे विवरण सहित वर्णन",
        ),
        fields=(
            named(
                "Accused More Than",
                "अज्ञात आरोपी एक से अधिक हों तो संख्या",
                answers.text("accused_more_than"),
            ),
        ),
    )
    rows: list[b.Row] = []
    for number, row in enumerate(answers.rows("accused"), start=1):
        addresses = [
            (place.row.get("address_type"), _address(place)) for place in row.rows("addresses")
        ]
        present = [text for kind, text in addresses if kind in ("PRESENT", None)]
        relative = " ".join(
            part
            for part in (_relation(row.text("relation_type")), row.text("relative_name"))
            if part
        )
        rows.append(
            (
                str(number),
                row.text("name"),
                row.text("alias"),
                relative,
                (present or [text for _, text in addresses] or [""])[0],
            )
        )
    yield b.Grid(
        (
            SERIAL,
            column("Name", "नाम", 2.0),
            column("Alias", "उपनाम", 1.2),
            column("Relative's Name", "रिश्तेदार का नाम", 1.9),
            column("Present Address", "वर्तमान पता", 3.0),
        ),
        tuple(rows),
    )
    yield b.ItemLine(
        "8.",
        (
            named(
                "Reasons for delay in reporting by the complainant / informant",
                "शिकायतकर्ता / सूचनाकर्ता द्वारा रिपोर्ट देरी से दर्ज कराने के कारण",
                answers.text("delay_reason") or b.NIL,
            ),
        ),
    )


def _property(answers: Answers) -> Iterator[b.Block]:
    yield b.ItemLine(
        "9.", lead=head("Particulars of properties of interest", "सम्बन्धित सम्पत्ति का विवरण")
    )
    yield b.Grid(
        (
            SERIAL,
            column("Property Category", "सम्पत्ति श्रेणी", 1.7),
            column("Property Type", "सम्पत्ति के प्रकार", 1.7),
            column("Description", "विवरण", 3.4),
            column("Value (In Rs/-)", "मूल्य (रु में)", 1.45, "right"),
        ),
        tuple(
            (
                str(number),
                row.text("category"),
                row.text("type"),
                _particulars(row),
                row.text("value_rs").removeprefix("₹ "),
            )
            for number, row in enumerate(answers.rows("property"), start=1)
        ),
    )
    total = answers.text("property_total").removeprefix("₹ ")
    yield b.ItemLine(
        "10.",
        (named("Total value of property (In Rs/-)", "सम्पत्ति का कुल मूल्य (रु में)", total or b.NIL),),
    )
    yield b.ItemLine(
        "11.",
        lead=head(
            "Inquest Report / U.D. case No., if any",
            "मृत्यु समीक्षा रिपोर्ट / यू.डी.प्रकरण सं., यदि कोई हो",
        ),
    )
    yield b.Grid(
        (SERIAL, column("UIDB Number", "यू.आई.डी.बी. संख्या", 7.0)),
        tuple(
            (str(number), row.text("uidb_no"))
            for number, row in enumerate(answers.rows("inquests"), start=1)
        ),
    )


_PARTICULARS = (
    ("registration_no", "पंजीयन सं. "),
    ("chassis_no", "चेसिस सं. "),
    ("engine_no", "इंजन सं. "),
    ("make_model", ""),
    ("year_made", "निर्माण वर्ष "),
    ("colour", "रंग "),
    ("insurance_no", "बीमा सं. "),
    ("imei", "IMEI "),
    ("imei_2", "IMEI "),
    ("sim_no", "सिम / मो. "),
    ("serial_no", "क्रम सं. "),
    ("denomination", ""),
    ("notes", "नोट / सिक्के "),
    ("metal", ""),
    ("weight_g", "वजन (ग्राम) "),
    ("net_weight_g", "शुद्ध वजन (ग्राम) "),
    ("sample_marks", "नमूना चिन्ह "),
    ("bore", "बोर "),
    ("licence_no", "लाइसेंस सं. "),
    ("cartridges", "कारतूस / खोखे "),
    ("species", ""),
    ("animal_sex", ""),
    ("animal_age", "आयु "),
    ("horn", "सींग "),
    ("tag_no", "टैग सं. "),
)


def _particulars(row: RowAnswers) -> str:
    said = ((before, row.text(key)) for key, before in _PARTICULARS)
    pieces = [row.text("description"), *(f"{before}{text}" for before, text in said if text)]
    return ", ".join(piece for piece in pieces if piece)


def _contents(answers: Answers) -> Iterator[b.Block]:
    yield b.ItemLine("12.", lead=head("First Information contents", "प्रथम सूचना तथ्य"))
    yield b.Narrative(answers.text("contents"), indent=9.5)


def _action(answers: Answers) -> Iterator[b.Block]:
    def mark(code: str) -> str:
        return "[X]" if answers.says("action", code) else "[  ]"

    yield b.ItemLine(
        "13.",
        lead=(
            *head("Action taken", "की गई कार्यवाही"),
            b.Run(
                ": Since the above information reveals commission of offence(s) u/s as mentioned at Item No. 2 "
                "(चूँकि उपरोक्त जानकारी से मद सं. 2 में उल्लिखित धारा के तहत अपराध होना पाया जाता है)"
            ),
        ),
    )
    yield b.ItemLine(
        "(1)",
        lead=(
            b.Run(f"{mark('SELF')} ", bold=True),
            b.Run(
                "Registered the case and took up the investigation "
                "(प्रकरण दर्ज किया गया और जाँच के लिए लिया गया)"
            ),
        ),
        indent=9.5,
    )
    yield b.ItemLine(
        "(2)",
        lead=(
            b.Run(f"{mark('ASSIGN_IO')} ", bold=True),
            b.Run(
                "Directed (Name of I.O.) to take up the investigation (जाँच अधिकारी को जाँच हेतु निर्देशित किया गया)"
            ),
        ),
        fields=(
            named("Name", "नाम", answers.text("io.name"), 1.5),
            named("Rank", "पद", answers.text("io.rank"), 1.1),
            named("No.", "सं.", answers.text("io.pno"), 0.9),
        ),
        indent=9.5,
    )
    yield b.ItemLine(
        "(3)",
        (
            b.Field(
                f"{mark('REFUSED')} Refused investigation due to (जाँच के लिए इन्कार, कारण)",
                "",
                answers.text("refused_why"),
            ),
        ),
        indent=9.5,
    )
    yield b.ItemLine(
        "(4)",
        (
            b.Field(
                f"{mark('TRANSFERRED')} Transferred to P.S. (थाना को स्थानान्तरित)",
                "",
                answers.text("transfer_thana"),
                1.5,
            ),
            named("District", "जिला", answers.text("transfer_district")),
        ),
        indent=9.5,
    )
    read = answers.says("read_over", True) and answers.says("copy_given", True)
    yield b.Paragraph(
        (
            b.Run("[X] " if read else "[  ] ", bold=True),
            b.Run(
                "F.I.R. read over to the complainant / informant, admitted to be correctly recorded and a copy "
                "given to the complainant / informant, free of cost. "
            ),
            b.Run(
                "(शिकायतकर्ता / सूचनाकर्ता को प्राथमिकी पढ़ कर सुनाई गई, सही दर्ज हुई माना और एक प्रति निःशुल्क दी गई।) "
            ),
            b.Run("R.O.A.C. (आर.ओ.ए.सी.)", bold=True),
        ),
        "justify",
        indent=9.5,
    )


def _signatures(answers: Answers) -> Iterator[b.Block]:
    thumb = answers.says("informant_sign", "THUMB")
    how = "अंगूठा निशान" if thumb else ("हस्ताक्षर" if answers.text("informant_sign") else "")
    officer = (
        f"Name (नाम): {answers.text('officer_in_charge.name')}",
        f"Rank (पद): {answers.text('officer_in_charge.rank')}",
        f"No. (सं.): {answers.text('officer_in_charge.pno')}",
    )
    yield b.Together(
        (
            b.ItemLine("14.", lead=" "),
            b.Signatures(
                (
                    b.Signature(
                        "Signature / Thumb impression of\nthe complainant / informant\n"
                        "(शिकायतकर्ता / सूचनाकर्ता के हस्ताक्षर / अंगूठे का निशान)",
                        (how,) if how else (),
                    ),
                    b.Signature(
                        "Signature of Officer in charge,\nPolice Station\n(थाना प्रभारी के हस्ताक्षर)",
                        officer,
                    ),
                ),
                space=15.0,
            ),
        )
    )
    court = answers.text("court.court_name")
    yield b.ItemLine(
        "15.",
        (
            named(
                "Date and time of dispatch to the court",
                "अदालत में प्रेषण की दिनांक और समय",
                answers.moment("dispatched_at") + (f" — {court}" if court else ""),
            ),
        ),
    )
