"""Arrest or court surrender of one accused (IIF-3), duty c-2: ss.35–58 BNSS, before 1 July 2024 ss.41–60A CrPC."""

import datetime as dt
from dataclasses import replace

from forms.kit.condition import All, Filled, Is, Not, OneOf
from forms.kit.fields import (
    Attachment,
    Choice,
    DateTime,
    Decimal,
    Group,
    Index,
    Line,
    LongText,
    Need,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Section, Trust
from forms.kit.letter import Letter, rows
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections
from forms.parts.age import age_span, day_of, is_child
from forms.parts.arrest_rules import (
    SURRENDERED,
    arrest_before_fir,
    arrested_before,
    child_in_conflict,
    made_over_in_time,
    old_or_infirm,
    produced_in_time,
    reasons_below_seven_years,
    woman_at_night,
)
from forms.parts.case import (
    diary,
    diary_reference,
    fir_of,
    fir_reference,
    in_order,
    moment_of,
    officer_acting,
    refer_to_fir,
)
from forms.parts.investigation import (
    SIGN,
    acts_now,
    case_named,
    clock_read,
    is_case_sensitive,
    is_sensitive_by_sections,
    name_of,
    persons_of,
    same_name,
    section_text,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import court, officer
from forms.parts.person import ARREST_ITEMS, person, persons
from forms.parts.place import address

_BY_POLICE = Not(SURRENDERED)
_WOMAN = Is("accused.gender", "FEMALE")
_CUFFED = Is("handcuff", True)

HANDCUFF_GROUND = Fixed(
    "HANDCUFF_GROUND",
    (
        ("HABITUAL", Words("आदतन अपराधी", "Habitual or repeat offender")),
        ("ESCAPED", Words("अभिरक्षा से भागा हुआ", "Escaped from custody")),
        ("ORGANISED", Words("संगठित अपराध", "Organised crime")),
        ("TERROR", Words("आतंकवादी कृत्य", "Terrorist act")),
        ("DRUGS", Words("मादक पदार्थ का अपराध", "Drug-related crime")),
        ("ARMS", Words("अवैध शस्त्र व गोला-बारूद", "Illegal arms and ammunition")),
        ("MURDER", Words("हत्या", "Murder")),
        ("RAPE", Words("बलात्संग", "Rape")),
        ("ACID", Words("तेजाब हमला", "Acid attack")),
        ("COUNTERFEIT", Words("जाली मुद्रा", "Counterfeit currency")),
        ("TRAFFICKING", Words("मानव दुर्व्यापार", "Human trafficking")),
        ("CHILD", Words("बालकों के विरुद्ध लैंगिक अपराध", "Sexual offence against children")),
        ("STATE", Words("राज्य के विरुद्ध अपराध", "Offence against the State")),
    ),
)
LIVING = Fixed(
    "LIVING_STATUS",
    (
        ("HOMELESS", Words("बेघर", "Homeless")),
        ("SLUM", Words("मलिन बस्ती", "Slum")),
        ("RENTED", Words("किराये का घर", "Rented house")),
        ("OWN", Words("अपना घर", "Own house")),
        ("HOSTEL", Words("छात्रावास / संस्था", "Hostel or institution")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
INCOME = Fixed(
    "INCOME_GROUP",
    (
        ("NONE", Words("कोई आय नहीं", "No income")),
        ("LOW", Words("निम्न आय", "Low income")),
        ("LOWER_MIDDLE", Words("निम्न मध्यम आय", "Lower middle income")),
        ("MIDDLE", Words("मध्यम आय", "Middle income")),
        ("UPPER", Words("उच्च आय", "High income")),
    ),
)

ARREST = Section(
    "arrest",
    Words("1–5. गिरफ्तारी / आत्मसमर्पण", "1–5. Arrest or surrender"),
    (
        replace(fir_reference(), item="1"),
        DateTime(
            "arrest_at",
            Words("गिरफ्तारी / समर्पण का दिनांक व समय", "Date and time of arrest or surrender"),
            item="2",
            need=Need.MUST,
            source="36, 58 BNSS",
        ),
        diary_reference(item="2"),
        Reference(
            "earlier_gd",
            Words("प्राथमिकी से पूर्व गिरफ्तारी की रपट", "Diary entry of an arrest before the FIR"),
            form="gd",
            help=Words(
                "केवल तब, जब धारा 35, 170 या वारण्ट में प्राथमिकी से पहले गिरफ्तार किया गया हो।",
                "Only where the arrest under s.35, s.170 or a warrant came before the FIR.",
            ),
        ),
        address(
            "place", Words("गिरफ्तारी का स्थान", "Place of arrest"), item="2", need=Need.EXPECTED
        ),
        court(
            "court",
            Words("न्यायालय (समर्पण हो तो)", "Court, if surrendered"),
            item="3",
            need=Need.EXPECTED,
            shown_when=SURRENDERED,
        ),
        acts_and_sections(
            "acts", Words("अधिनियम व धारा(एँ)", "Acts and sections"), item="4", need=Need.EXPECTED
        ),
        Choice(
            "arrest_status",
            Words("गिरफ्तारी / समर्पण की स्थिति", "Arrested or surrendered, and what followed"),
            item="5",
            choices=Listed("ARREST_STATUS"),
            need=Need.EXPECTED,
        ),
    ),
)

BASIS = Section(
    "basis",
    Words("गिरफ्तारी का आधार व अनुमति", "Basis of arrest and permissions"),
    (
        Choice(
            "arrest_basis",
            Words("गिरफ्तारी का आधार", "Basis of arrest"),
            choices=Listed("ARREST_BASIS"),
            need_when=_BY_POLICE,
            source="35 BNSS",
        ),
        Line(
            "warrant_no",
            Words("वारण्ट सं0, न्यायालय व दिनांक", "Warrant: number, court and date"),
            shown_when=Is("arrest_basis", "WARRANT"),
            need=Need.EXPECTED,
            index=Index.NUMBER,
        ),
        DateTime(
            "private_arrest_at",
            Words("प्राइवेट व्यक्ति द्वारा पकड़ने का समय", "Arrested by the private person at"),
            shown_when=Is("arrest_basis", "40"),
            need=Need.EXPECTED,
            source="40 BNSS",
            help=Words(
                "6 घण्टे के भीतर पुलिस को सौंपा जाना चाहिए।",
                "Must be made over to the police within six hours.",
            ),
        ),
        LongText(
            "reasons_recorded",
            Words("गिरफ्तारी के कारण (धारा 35(1)(ख))", "Reasons for arrest (s.35(1)(b))"),
            most=5000,
            source="35(1)(b) BNSS",
            help=Words(
                "7 वर्ष तक दण्डनीय अपराध में गिरफ्तारी क्यों आवश्यक थी।",
                "Why the arrest was necessary in an offence punishable up to seven years.",
            ),
        ),
        YesNo(
            "grounds_written",
            Words("गिरफ्तारी के आधार लिखित में दिये?", "Grounds of arrest given in writing?"),
            need_when=_BY_POLICE,
            source="47 BNSS",
        ),
        Line(
            "notice_35_3",
            Words("धारा 35(3) के नोटिस का संदर्भ", "Reference of the notice under s.35(3)"),
            most=120,
        ),
        YesNo("infirm", Words("दुर्बल / अशक्त?", "Infirm?"), printed=False),
        Line(
            "dsp_permission",
            Words(
                "पुलिस उपाधीक्षक की अनुमति सं0 व दिनांक (धारा 35(7))",
                "Permission of the Dy.SP, number and date (s.35(7))",
            ),
            most=120,
        ),
        Line(
            "mag_permission",
            Words(
                "मजिस्ट्रेट की अनुमति सं0 व दिनांक (धारा 43(5))",
                "Permission of the Magistrate, number and date (s.43(5))",
            ),
            most=120,
            shown_when=_WOMAN,
        ),
        officer(
            "woman_officer",
            Words("गिरफ्तार करने वाली महिला अधिकारी", "Woman officer making the arrest"),
            shown_when=_WOMAN,
            need=Need.EXPECTED,
        ),
        YesNo("handcuff", Words("हथकड़ी लगायी गयी?", "Handcuffed?"), need_when=_BY_POLICE),
        Choice(
            "handcuff_ground",
            Words("हथकड़ी का आधार", "Ground for the handcuff"),
            choices=HANDCUFF_GROUND,
            shown_when=_CUFFED,
            need=Need.EXPECTED,
            source="43(3) BNSS",
        ),
    ),
)

ACCUSED = Section(
    "accused",
    Words("6, 9. अभियुक्त व हुलिया", "6, 9. Accused and physical features"),
    (
        person(
            "accused",
            Words("गिरफ्तार व्यक्ति", "Person arrested"),
            item="6",
            need=Need.MUST,
            sealed=True,
            accused=True,
            items=ARREST_ITEMS,
            photo=Need.EXPECTED,
            body=True,
            extra=(
                Line(
                    "alias_2",
                    Words("दूसरा उर्फ", "Second alias"),
                    item="iv",
                    index=Index.NAME,
                    sealed=True,
                ),
            ),
        ),
        Rows(
            "side_photos",
            Words("फोटो दायां / बायां", "Photos, right and left side"),
            row=Group(
                "side_photo",
                Words("फोटो", "Photo"),
                parts=(
                    Attachment(
                        "photo",
                        Words("फोटो", "Photo"),
                        mimes=("image/jpeg", "image/png"),
                        sealed=True,
                    ),
                    Line("caption", Words("किस ओर से", "Which side"), most=60),
                ),
            ),
        ),
        YesNo(
            "juvenile",
            Words("18 वर्ष से कम (विधि विवादित किशोर)?", "Below 18 (child in conflict with law)?"),
            fixed=True,
        ),
        officer(
            "child_officer",
            Words(
                "बाल कल्याण पुलिस अधिकारी (केवल किशोर हेतु)",
                "Child welfare police officer (for a child)",
            ),
        ),
    ),
)

CONDITION = Section(
    "condition",
    Words("7–8. शारीरिक दशा व गिरफ्तारी ज्ञापन", "7–8. Condition and arrest memo"),
    (
        LongText(
            "injuries",
            Words("चोटें, उनका कारण व शारीरिक दशा", "Injuries, their cause and physical condition"),
            item="7",
            need_when=_BY_POLICE,
            most=5000,
            help=Words("चोट न हो तो ‘कोई चोट नहीं’ लिखें।", "Write ‘no injury’ where there is none."),
        ),
        YesNo(
            "examined",
            Words("चिकित्सीय परीक्षण कराया गया?", "Medically examined?"),
            item="7",
            need_when=_BY_POLICE,
            source="53 BNSS",
        ),
        Reference(
            "mlc_ref", Words("चिकित्सीय परीक्षण (एम.एल.सी.)", "Medical examination (MLC)"), form="mlc"
        ),
        YesNo(
            "grounds_told",
            Words("गिरफ्तारी के आधार बताये गये", "Informed of the grounds of arrest"),
            item="8",
            need_when=_BY_POLICE,
            source="47 BNSS",
        ),
        YesNo(
            "rights_told",
            Words("विधिक अधिकार बताये गये", "Informed of legal rights"),
            item="8",
            need_when=_BY_POLICE,
            source="38, 47, 48 BNSS",
        ),
        LongText(
            "search_found",
            Words("जामा तलाशी में मिली वस्तुएँ", "Articles found on physical search"),
            item="8",
            need_when=_BY_POLICE,
            most=5000,
            source="49 BNSS",
            help=Words("कुछ न मिले तो ‘कुछ नहीं’ लिखें।", "Write ‘nil’ where nothing was found."),
        ),
        YesNo(
            "search_receipt",
            Words("वस्तुओं की रसीद दी गयी", "Receipt given for the articles"),
            item="8",
        ),
        Line("apparel_left", Words("पहने हुए छोड़े गये वस्त्र", "Wearing apparel left"), item="8"),
        YesNo(
            "keep_covered",
            Words(
                "शिनाख्त हेतु बापर्दा रहने को कहा गया",
                "Told to keep covered for identification",
            ),
            item="8",
        ),
    ),
)

INTIMATION = Section(
    "intimation",
    Words("8. सूचना, अधिवक्ता व पेशी", "8. Intimation, advocate and production"),
    (
        Group(
            "relative",
            Words("किसे सूचना दी गयी", "Who was informed"),
            item="8",
            need_when=_BY_POLICE,
            parts=(
                Line(
                    "name",
                    Words("नाम", "Name"),
                    need=Need.EXPECTED,
                    index=Index.NAME,
                    sealed=True,
                ),
                Choice("relation", Words("सम्बन्ध", "Relation"), choices=Listed("REL_TYPE")),
                Line("address", Words("पता", "Address"), sealed=True),
                Line(
                    "phone",
                    Words("मोबाइल", "Mobile"),
                    most=16,
                    pattern=r"[6-9][0-9]{9}|0[0-9]{9,11}|\+[1-9][0-9]{7,14}",
                    index=Index.PHONE,
                    sealed=True,
                ),
                Line("means", Words("सूचना का माध्यम", "How informed"), most=80),
            ),
        ),
        DateTime(
            "relative_at",
            Words("नातेदार / मित्र को सूचना का समय", "Relative or friend informed at"),
            item="8",
            need_when=_BY_POLICE,
            source="48(1) BNSS",
        ),
        DateTime(
            "designated_at",
            Words("पदाभिहित अधिकारी को सूचना का समय", "Designated officer informed at"),
            need_when=_BY_POLICE,
            source="37, 48(1) BNSS",
        ),
        YesNo("advocate_met", Words("अधिवक्ता से मिला?", "Met an advocate?"), source="38 BNSS"),
        Decimal(
            "journey_hours",
            Words("न्यायालय तक यात्रा का समय (घण्टे)", "Journey to the court (hours)"),
            places=1,
            least="0",
            most="240",
            printed=False,
        ),
        DateTime(
            "due_24h",
            Words("पेशी की अन्तिम सीमा (24 घण्टे + यात्रा)", "To be produced by (24 hours + journey)"),
            fixed=True,
            future=True,
            source="58 BNSS",
        ),
        DateTime(
            "produced_at",
            Words("न्यायालय / बोर्ड के समक्ष पेशी", "Produced before the court or board"),
            help=Words(
                "पेशी के बाद भरें; इसी से 24 घण्टे की सीमा रुकती है।",
                "Fill after production; it stops the 24-hour limit.",
            ),
        ),
        court("produced_before", Words("किसके समक्ष पेश किया", "Produced before")),
        DateTime(
            "ndps_report_at",
            Words("धारा 57 एन0डी0पी0एस0 आख्या प्रेषण", "NDPS s.57 report sent"),
            printed=False,
            help=Words("केवल एन.डी.पी.एस. मामलों में।", "Only in NDPS cases."),
        ),
    ),
)

PROFILE = Section(
    "profile",
    Words("10–12. अंगुलि चिन्ह व पृष्ठभूमि", "10–12. Finger-prints and profile"),
    (
        YesNo(
            "fingerprints",
            Words("अंगुलि चिन्ह लिये गये?", "Finger-prints taken?"),
            item="10",
            need=Need.EXPECTED,
        ),
        Choice("living_status", Words("रहन-सहन", "Living status"), item="11", choices=LIVING),
        Choice("education", Words("शिक्षा", "Education"), item="11", choices=Listed("EDUCATION")),
        Choice(
            "occupation_class",
            Words("व्यवसाय वर्ग", "Occupation class"),
            item="11",
            choices=Listed("OCCUPATION"),
        ),
        Choice("income_group", Words("आय वर्ग", "Income group"), item="11", choices=INCOME),
        *(
            YesNo(key, words, item="12", need=Need.EXPECTED)
            for key, words in (
                ("dangerous", Words("खतरनाक है?", "Dangerous?")),
                ("jumped_bail", Words("पहले जमानत से भागा?", "Previously jumped bail?")),
                ("armed", Words("सामान्यतः सशस्त्र रहता है?", "Generally armed?")),
                ("accomplices", Words("साथियों के साथ अपराध करता है?", "Operates with accomplices?")),
                ("known_criminal", Words("पूर्व से ज्ञात अपराधी?", "Known criminal?")),
                ("recidivist", Words("पुनः अपराध करने वाला?", "Recidivist?")),
                ("may_jump_bail", Words("जमानत से भागने की सम्भावना?", "Likely to jump bail?")),
                (
                    "may_offend",
                    Words(
                        "जमानत पर अपराध / धमकी की सम्भावना?",
                        "If bailed, likely to commit a crime or threaten?",
                    ),
                ),
                ("wanted_elsewhere", Words("अन्य मुकदमे में वांछित?", "Wanted in another case?")),
            )
        ),
    ),
)

SIGNATURES = Section(
    "signatures",
    Words("13–14. गवाह व हस्ताक्षर", "13–14. Witnesses and signatures"),
    (
        persons(
            "witnesses",
            Words("गिरफ्तारी के गवाह", "Witnesses of the arrest"),
            item="13",
            need_when=_BY_POLICE,
            sealed=True,
            help=Words(
                "परिवार का सदस्य या क्षेत्र का सम्मानित व्यक्ति, कम से कम एक (धारा 36)।",
                "A member of the family or a respectable person of the locality, at least one (s.36).",
            ),
        ),
        Choice(
            "accused_sign",
            Words("गिरफ्तार व्यक्ति का हस्ताक्षर / अंगूठा", "Signature or thumb of the person arrested"),
            item="14",
            choices=SIGN,
            need=Need.EXPECTED,
        ),
        officer("io", Words("विवेचक", "Investigating officer"), item="14", need=Need.EXPECTED),
        Line("memo_place", Words("स्थान", "Place"), item="14"),
        DateTime("memo_at", Words("ज्ञापन का दिनांक व समय", "Date and time of the memo"), item="14"),
    ),
)


# ── what it takes over, writes and derives ─────────────────────────────────────────────────────


def begin(facts: Facts) -> Letter:
    """Sections, the officer, and the accused of the FIR where only one is left to arrest."""
    letter: Letter = {}
    if acts := acts_now(facts):
        letter["acts"] = acts
    if acting := officer_acting(facts):
        letter["io"] = acting
    taken = [one.letter.get("accused") for one in facts.case().of("iif_3")]
    left = [
        one
        for one in persons_of(fir_of(facts), "accused", facts)
        if name_of(one) and not same_name(one, taken)
    ]
    if len(left) == 1:
        letter["accused"] = left[0]
    return letter


def prepare(letter: Letter, facts: Facts) -> None:
    """The FIR, the end of the 24 hours, and whether the accused is a child."""
    refer_to_fir(letter, facts)
    letter.pop("due_24h", None)
    arrested = moment_of(letter.get("arrest_at"))
    if arrested and not SURRENDERED.holds((letter,)):
        hours = 24 + float(letter.get("journey_hours") or 0)
        end = dt.datetime.fromisoformat(arrested) + dt.timedelta(hours=hours)
        letter["due_24h"] = end.strftime("%Y-%m-%dT%H:%M")
    letter.pop("juvenile", None)
    if age_span(letter.get("accused"), day_of(arrested)) is not None:
        letter["juvenile"] = is_child(letter.get("accused"), day_of(arrested))


def is_sensitive(letter: Letter) -> bool:
    """A child in conflict with law (JJ 74) and the sensitive sections."""
    arrested = str(letter.get("arrest_at") or "")
    return is_child(letter.get("accused"), day_of(arrested)) or is_sensitive_by_sections(letter)


def _who(letter: Letter, facts: Facts) -> str:
    if is_child(letter.get("accused"), day_of(letter.get("arrest_at"))):
        return "विधि विवादित किशोर (नाम संवेदनशील)"
    if is_case_sensitive(letter, facts):
        return "अभियुक्त (नाम संवेदनशील)"
    return f"अभियुक्त {name_of(letter.get('accused')) or 'अज्ञात'}"


def subject(letter: Letter, facts: Facts) -> str:
    """What the diary entry is about."""
    return f"गिरफ्तारी {facts.numbers.get('iif_3', '')} {case_named(letter, facts)}".strip()


def arrested_entry(letter: Letter, facts: Facts) -> str:
    """The diary entry of arrest and lock-up, or of a surrender."""
    case = " ".join(filter(None, (case_named(letter, facts), f"धारा {section_text(letter)}")))
    when = clock_read(letter.get("arrest_at"))
    who = _who(letter, facts)
    if SURRENDERED.holds((letter,)):
        return f"इस समय सूचना प्राप्त हुई कि {who} द्वारा {case} में दिनांक {when} न्यायालय में आत्मसमर्पण किया गया।"
    where = str((letter.get("place") or {}).get("village_town") or "")
    if is_case_sensitive(letter, facts):
        where = ""  # the place may be the victim's home
    told = " सूचना नातेदार / मित्र को दी गयी।" if letter.get("relative_at") else ""
    lodged = (
        "बाल कल्याण पुलिस अधिकारी के सुपुर्द किया गया"
        if is_child(letter.get("accused"), day_of(letter.get("arrest_at")))
        else "दाखिल हवालात किया गया"
    )
    return (
        f"इस समय {who} को {case} में {f'{where} से ' if where else ''}दिनांक {when} गिरफ्तार कर बाद जामा तलाशी "
        f"{lodged}। गिरफ्तारी के आधार व विधिक अधिकार बताये गये।{told}"
    )


def released_entry(letter: Letter, facts: Facts) -> str:
    """The diary entry of an accused arrested and released on bail."""
    case = " ".join(filter(None, (case_named(letter, facts), f"धारा {section_text(letter)}")))
    return (
        f"इस समय {_who(letter, facts)} को {case} में दिनांक {clock_read(letter.get('arrest_at'))} गिरफ्तार कर "
        "जमानत / मुचलके पर छोड़ा गया।"
    )


def line(letter: Letter) -> str:
    """Who was arrested and when; nobody's name where it is sealed."""
    when = clock_read(letter.get("arrest_at"))
    if is_sensitive(letter):
        return f"गिरफ्तारी {when} · संवेदनशील"
    return f"{name_of(letter.get('accused')) or 'अज्ञात'} · {when} · {section_text(letter)}"


def _ndps(letter: Letter) -> bool:
    return any(row.get("act") == "NDPS" for row in rows(letter, "acts"))


_IN_HAND = Not(OneOf("arrest_status", ("2", "3", "5", "6", "7")))
_CHILD = Is("juvenile", True)


def sample(now: dt.datetime) -> Letter:
    """A fictional arrest for theft of a motor cycle."""

    def ago(hours: float) -> str:
        return (now - dt.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")

    home = {
        "house_no": "12",
        "village_town": "ग्राम नमूनापुर",
        "tehsil": "सदर",
        "thana": "नमूनागंज",
        "district": "नमूना जनपद",
    }
    photo = {"sha256": "0" * 64, "name": "namoona.jpg", "mime": "image/jpeg", "size": 1000}
    return {
        "arrest_at": ago(3),
        "place": {"village_town": "नमूना तिराहा", "landmark": "बस अड्डा", "district": "नमूना जनपद"},
        "acts": [{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "317(2)"}],
        "arrest_status": "1",
        "arrest_basis": "35(1)(b)",
        "reasons_recorded": "अभियुक्त का पता अस्थायी है, चोरी की सम्पत्ति छिपाने व साक्ष्य मिटाने की सम्भावना है। (नमूना)",
        "grounds_written": True,
        "handcuff": False,
        "accused": {
            "name": "नमूना कुमार",
            "alias": "नन्हे",
            "alias_2": "छोटू",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण प्रसाद",
            "gender": "MALE",
            "birth_year": 1998,
            "nationality": "IN",
            "ids": [{"id_type": "VOTER", "id_no": "ZZZ0000000"}],
            "occupation": "मजदूर",
            "religion": "NOT_STATED",
            "caste": "नमूना",
            "caste_category": "UNKNOWN",
            "addresses": [
                {"address_type": "PERMANENT", **home},
                {"address_type": "PRESENT", **home},
            ],
            "phones": [{"phone": "9999900001"}],
            "photo": photo,
            "physical": {
                "build": "MEDIUM",
                "height_cm": 168,
                "complexion": "WHEATISH",
                "identification_marks": "दाहिनी भौंह पर कट का निशान",
                "hair": "काले, छोटे",
                "eyes": "BLACK",
                "dress": "नीली कमीज",
            },
        },
        "side_photos": [
            {"photo": photo, "caption": "दाहिनी ओर से"},
            {"photo": photo, "caption": "बाईं ओर से"},
        ],
        "injuries": "कोई चोट नहीं। शारीरिक दशा सामान्य।",
        "examined": True,
        "grounds_told": True,
        "rights_told": True,
        "search_found": "एक मोबाइल फोन, 150 रुपये नकद (नमूना)",
        "search_receipt": True,
        "apparel_left": "पैंट, कमीज, जूते",
        "keep_covered": False,
        "relative": {
            "name": "उदाहरण प्रसाद",
            "relation": "FATHER",
            "address": "ग्राम नमूनापुर",
            "phone": "9999900002",
            "means": "दूरभाष",
        },
        "relative_at": ago(2.5),
        "designated_at": ago(2),
        "advocate_met": False,
        "journey_hours": "1.5",
        "fingerprints": True,
        "living_status": "OWN",
        "education": "MIDDLE",
        "occupation_class": "LABOURER",
        "income_group": "LOW",
        "dangerous": False,
        "jumped_bail": False,
        "armed": False,
        "accomplices": True,
        "known_criminal": False,
        "recidivist": False,
        "may_jump_bail": True,
        "may_offend": False,
        "wanted_elsewhere": False,
        "witnesses": [
            {
                "name": "साक्षी नमूना लाल",
                "relation_type": "FATHER",
                "relative_name": "दृष्टान्त लाल",
                "addresses": [{"address_type": "PRESENT", **home}],
            }
        ],
        "accused_sign": "SIGNATURE",
        "io": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "memo_place": "नमूना तिराहा",
        "memo_at": ago(2.8),
    }


FORM = Form(
    code="iif_3",
    version=1,
    title=Words("गिरफ्तारी / आत्मसमर्पण प्रपत्र (IIF-3)", "Arrest or court surrender form (IIF-3)"),
    short=Words("गिरफ्तारी", "Arrest"),
    sections=(ARREST, BASIS, ACCUSED, CONDITION, INTIMATION, PROFILE, SIGNATURES),
    role="io",
    duty=("c-2",),
    trust=Trust.SOURCED,
    law=Words("धारा 35 से 58 बी.एन.एस.एस.", "Sections 35 to 58 B.N.S.S."),
    rules=(
        Rule("V07", arrest_before_fir),
        Rule("V08", woman_at_night),
        Rule("V09", old_or_infirm),
        Rule("S35", reasons_below_seven_years),
        Rule("JJ", child_in_conflict),
        Rule("K08", produced_in_time),
        Rule("K09", made_over_in_time),
        Rule("IIF3.twice", arrested_before),
        in_order(
            "private_arrest_at",
            "arrest_at",
            "पुलिस को सौंपने का समय पकड़ने के समय से पहले का है। कृपया ठीक करें।",
            "The person was made over before being caught. Please put the time right.",
        ),
        in_order(
            "arrest_at",
            "produced_at",
            "पेशी गिरफ्तारी से पहले की है। कृपया समय ठीक करें।",
            "Production is before the arrest. Please put the time right.",
        ),
        in_order(
            "arrest_at",
            "relative_at",
            "नातेदार को सूचना गिरफ्तारी से पहले की है। कृपया समय ठीक करें।",
            "The relative was informed before the arrest. Please put the time right.",
        ),
        in_order(
            "arrest_at",
            "designated_at",
            "पदाभिहित अधिकारी को सूचना गिरफ्तारी से पहले की है। कृपया समय ठीक करें।",
            "The designated officer was informed before the arrest. Please put the time right.",
        ),
    ),
    numbered=(Numbered("accused"),),
    parent="iif_1",
    also_under=("fir_rereg", "prev", "gd"),
    parent_must=True,
    consequences=(
        replace(
            diary("BAIL-PS", "gd_ref", subject, released_entry),
            when=OneOf("arrest_status", ("2", "3")),
        ),
        replace(
            diary("ARR", "gd_ref", subject, arrested_entry),
            when=Not(OneOf("arrest_status", ("2", "3"))),
        ),
    ),
    clocks=(
        ClockStart("K08", at="arrest_at", done="produced_at", when=All(_IN_HAND, Not(_CHILD))),
        ClockStart("K19", at="arrest_at", done="relative_at", when=_BY_POLICE),
        ClockStart(
            "K09", at="private_arrest_at", done="arrest_at", when=Filled("private_arrest_at")
        ),
        ClockStart("K26", at="arrest_at", done="ndps_report_at", when=_ndps),
        ClockStart("K38", at="arrest_at", done="produced_at", when=All(_IN_HAND, _CHILD)),
    ),
    papers=(
        Paper(
            "form",
            Words("गिरफ्तारी ज्ञापन", "Arrest memo"),
            "",
            copies=(
                Words("गिरफ्तार व्यक्ति प्रति", "Copy for the person arrested"),
                Words("नातेदार प्रति", "Relative's copy"),
                Words("न्यायालय प्रति", "Court copy"),
                Words("जनपद नियंत्रण कक्ष प्रति", "District control room copy"),
                Words("विवेचक प्रति", "Investigating officer's copy"),
            ),
        ),
    ),
    line=line,
    occurred="arrest_at",
    is_sensitive=is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
