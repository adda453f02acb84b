"""Items 2 to 12 of a first information report, for the station's own FIR and one taken over."""

from forms.codes import flags, pahar_of
from forms.kit.condition import AnyRow, Is, Not
from forms.kit.fields import (
    Choice,
    DateTime,
    Decimal,
    Group,
    Index,
    Line,
    LongText,
    Money,
    Need,
    Number,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import Section
from forms.kit.letter import Letter, rows
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections, chosen_sections
from forms.parts.lists import Fixed, Listed
from forms.parts.offence_rules import moment
from forms.parts.officer import officer
from forms.parts.person import FIR_ITEMS, person, persons
from forms.parts.place import address
from forms.parts.property import properties

YES_UNKNOWN = Fixed(
    "OCCURRENCE_KNOWN",
    (
        ("KNOWN", Words("ज्ञात", "Known")),
        ("UNKNOWN", Words("अज्ञात", "Unknown")),
    ),
)

ACTS = Section(
    "acts",
    Words("2. अधिनियम व धाराएँ", "2. Acts and sections"),
    (
        acts_and_sections(
            "acts", Words("अधिनियम व धारा(एँ)", "Acts and sections"), item="2", need=Need.MUST
        ),
        Choice(
            "major_head",
            Words("मुख्य शीर्ष", "Major head"),
            choices=Listed("MAJOR_HEAD"),
            printed=False,
        ),
        Choice(
            "minor_head",
            Words("उप शीर्ष", "Minor head"),
            choices=Listed("MINOR_HEAD"),
            printed=False,
        ),
        YesNo("special_report", Words("विशेष आख्या अपराध?", "Special report case?"), printed=False),
    ),
)

OCCURRENCE = Section(
    "occurrence",
    Words("3. घटना", "3. Occurrence"),
    (
        Choice(
            "occ_known",
            Words("घटना का समय", "Time of occurrence"),
            choices=YES_UNKNOWN,
            item="3(a)",
            need=Need.EXPECTED,
            printed=False,
        ),
        DateTime(
            "occ_from",
            Words("घटना दिनांक व समय से", "Occurred from"),
            item="3(a)",
            need_when=Not(Is("occ_known", "UNKNOWN")),
            shown_when=Not(Is("occ_known", "UNKNOWN")),
        ),
        DateTime(
            "occ_to",
            Words("घटना दिनांक व समय तक", "Occurred to"),
            item="3(a)",
            shown_when=Not(Is("occ_known", "UNKNOWN")),
        ),
        Line("occ_day", Words("दिन", "Day"), item="3(a)", fixed=True),
        Line("pahar", Words("समय अवधि (पहर)", "Time period (pahar)"), item="3(a)", fixed=True),
        DateTime(
            "info_at",
            Words("थाने पर सूचना प्राप्ति दिनांक व समय", "Information received at P.S."),
            item="3(b)",
            need=Need.MUST,
        ),
        Reference(
            "gd_ref",
            Words("रोजनामचा संदर्भ", "General Diary reference"),
            form="gd",
            item="3(c)",
            fixed=True,
        ),
    ),
)

PLACE = Section(
    "place",
    Words("5. घटना का स्थान", "5. Place of occurrence"),
    (
        Choice(
            "direction",
            Words("थाने से दिशा", "Direction from P.S."),
            item="5(a)",
            choices=Listed("DIRECTION"),
            need=Need.EXPECTED,
        ),
        Decimal(
            "distance_km",
            Words("थाने से दूरी", "Distance from P.S."),
            item="5(a)",
            least="0",
            most="2000",
            unit=Words("कि0मी0", "km"),
            need=Need.EXPECTED,
        ),
        Line("beat", Words("बीट सं0", "Beat no."), item="5(a)", most=20),
        address("place", Words("पता", "Address"), item="5(b)", need=Need.EXPECTED),
        YesNo(
            "outside",
            Words("थाने की सीमा से बाहर?", "Outside the limit of this P.S.?"),
            item="5(c)",
            printed=False,
        ),
        Line(
            "outside_thana",
            Words("सम्बन्धित थाना", "Name of P.S."),
            item="5(c)",
            shown_when=Is("outside", True),
            need=Need.EXPECTED,
        ),
        Line(
            "outside_district",
            Words("जनपद (राज्य)", "District (State)"),
            item="5(c)",
            shown_when=Is("outside", True),
            need=Need.EXPECTED,
        ),
    ),
)

INFORMANT = Section(
    "informant",
    Words("6. शिकायतकर्ता / सूचनाकर्ता", "6. Complainant / informant"),
    (
        person(
            "informant",
            Words("शिकायतकर्ता / सूचनाकर्ता", "Complainant / informant"),
            items=FIR_ITEMS,
            item="6",
            need=Need.MUST,
            sealed=True,
        ),
        YesNo(
            "informant_is_victim",
            Words("सूचनाकर्ता ही पीड़ित है?", "Is the informant the victim?"),
            printed=False,
        ),
    ),
)

ACCUSED = Section(
    "accused",
    Words("7. अभियुक्त", "7. Accused"),
    (
        persons(
            "accused",
            Words("ज्ञात / संदिग्ध / अज्ञात अभियुक्त", "Known / suspected / unknown accused"),
            item="7",
            accused=True,
            help=Words(
                "नाम न मालूम हो तो नाम में ‘अज्ञात’ लिखें; हुलिया शारीरिक विशेषताओं में।",
                "If the name is not known write ‘अज्ञात’; describe the person under physical features.",
            ),
        ),
        Number(
            "accused_more_than",
            Words("अज्ञात अभियुक्त एक से अधिक हों तो संख्या", "Unknown accused, if more than one: number"),
            item="7",
            least=0,
            most=100_000,
        ),
    ),
)

_DISABLED = AnyRow("victims", Is("disabled", True))

VICTIMS = Section(
    "victims",
    Words("पीड़ित", "Victims"),
    (
        persons(
            "victims",
            Words("पीड़ित", "Victim"),
            sealed=True,
            extra=(
                Choice("injury", Words("चोट", "Injury"), choices=Listed("INJURY")),
                YesNo("disabled", Words("दिव्यांग?", "Disabled?")),
            ),
        ),
        officer(
            "woman_officer",
            Words("सूचना लिखने वाली महिला अधिकारी", "Woman officer who recorded the information"),
        ),
        Line(
            "recorded_where",
            Words("कथन कहाँ लिखा गया", "Where the information was recorded"),
            shown_when=_DISABLED,
            source="173(1) second proviso BNSS",
        ),
        Line(
            "interpreter",
            Words("दुभाषिया / विशेष शिक्षक का नाम", "Interpreter or special educator"),
            shown_when=_DISABLED,
            source="173(1) second proviso BNSS",
        ),
        Line(
            "recording_video_ref",
            Words("वीडियो सन्दर्भ (उपकरण, फाइल)", "Video reference (device, file)"),
            shown_when=_DISABLED,
            source="173(1) second proviso BNSS",
        ),
    ),
)

DELAY = Section(
    "delay",
    Words("8. विलम्ब का कारण", "8. Reasons for delay"),
    (
        LongText(
            "delay_reason",
            Words("देरी से रिपोर्ट दर्ज कराने के कारण", "Reasons for delay in reporting"),
            item="8",
            most=5000,
        ),
    ),
)

PROPERTY = Section(
    "property",
    Words("9–11. सम्पत्ति व मृत्यु समीक्षा", "9–11. Property and inquest"),
    (
        properties(
            "property",
            Words("सम्बन्धित सम्पत्ति का विवरण", "Particulars of properties of interest"),
            item="9",
        ),
        Money(
            "property_total",
            Words("सम्पत्ति का कुल मूल्य", "Total value of property"),
            item="10",
            fixed=True,
        ),
        Rows(
            "inquests",
            Words("मृत्यु समीक्षा रिपोर्ट / यू.डी. प्रकरण सं0", "Inquest report / U.D. case no."),
            item="11",
            row=Group(
                "inquest",
                Words("मृत्यु समीक्षा", "Inquest"),
                parts=(
                    Line(
                        "uidb_no",
                        Words("यू.आई.डी.बी. संख्या", "UIDB number"),
                        most=60,
                        need=Need.EXPECTED,
                        index=Index.NUMBER,
                    ),
                ),
            ),
        ),
    ),
)

CONTENTS = Section(
    "contents",
    Words("12. प्रथम सूचना तथ्य", "12. First information contents"),
    (
        LongText(
            "contents",
            Words("प्रथम सूचना तथ्य", "First information contents"),
            item="12",
            need=Need.MUST,
            help=Words(
                "वादी की तहरीर शब्दशः लिखें (‘नकल तहरीर हिन्दी वादी …’)।",
                "Copy the informant's report word for word.",
            ),
        ),
    ),
)

PUBLICATION = Section(
    "publication",
    Words("संवेदनशीलता व प्रकाशन", "Sensitivity and publication"),
    (
        YesNo("sensitive", Words("संवेदनशील मुकदमा?", "Sensitive case?"), printed=False),
        Line(
            "sensitive_why",
            Words("कारण", "Reason"),
            shown_when=Is("sensitive", True),
            printed=False,
        ),
        Line(
            "publish_order",
            Words("अपलोड न करने का आदेश (पद, सं0, दिनांक)", "Order not to upload (rank, number, date)"),
            shown_when=Is("sensitive", True),
            printed=False,
            help=Words(
                "आदेश पुलिस उपाधीक्षक से नीचे का न हो; मजिस्ट्रेट को सूचित करें।",
                "By an officer not below Deputy SP; the Magistrate is told.",
            ),
            source="W.P.(Crl.) 68/2016, order of 07-09-2016",
        ),
    ),
)


_DAYS = ("सोमवार", "मंगलवार", "बुधवार", "बृहस्पतिवार", "शुक्रवार", "शनिवार", "रविवार")


def derive(letter: Letter) -> None:
    """Fill what follows from the answers: weekday, pahar, total value (V16), sensitivity."""
    start = moment(letter.get("occ_from"))
    letter.pop("occ_day", None)
    letter.pop("pahar", None)
    if start and letter.get("occ_known") != "UNKNOWN":
        letter["occ_day"] = _DAYS[start.weekday()]
        letter["pahar"] = f"पहर {pahar_of(start.hour)}"
    values = [row["value_rs"] for row in rows(letter, "property") if row.get("value_rs")]
    letter.pop("property_total", None)
    if values:
        letter["property_total"] = _total(values)
    if "sensitive" not in letter and flags(chosen_sections(letter)).sensitive:
        letter["sensitive"] = True


def _total(values: list[str]) -> str:
    from decimal import Decimal as Exact
    from decimal import InvalidOperation

    try:
        total = sum((Exact(value) for value in values), Exact(0))
    except InvalidOperation:
        return ""
    return f"{total:f}"


def is_sensitive(letter: Letter) -> bool:
    """§11 of the reference: sexual and child cases by their sections, others by decision."""
    return letter.get("sensitive") is True or flags(chosen_sections(letter)).sensitive
