"""What the arrest memo asks (IIF-3): arrest, grounds, accused, condition, intimation, profile."""

from dataclasses import replace

from forms.kit.condition import Is, Not
from forms.kit.fields import (
    Attachment,
    Choice,
    DateTime,
    Decimal,
    Group,
    Index,
    Keeps,
    Line,
    LongText,
    Need,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import Section
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections
from forms.parts.arrest_rules import (
    SURRENDERED,
)
from forms.parts.case import (
    diary_reference,
    fir_reference,
)
from forms.parts.investigation import (
    SIGN,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import court, officer
from forms.parts.person import ARREST_ITEMS, person, persons
from forms.parts.place import address

BY_POLICE = Not(SURRENDERED)
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
            need_when=BY_POLICE,
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
            need_when=BY_POLICE,
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
        YesNo("handcuff", Words("हथकड़ी लगायी गयी?", "Handcuffed?"), need_when=BY_POLICE),
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
                        keeps=Keeps.LIKENESS,
                        sides=("right", "left"),
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
            need_when=BY_POLICE,
            most=5000,
            help=Words("चोट न हो तो ‘कोई चोट नहीं’ लिखें।", "Write ‘no injury’ where there is none."),
        ),
        YesNo(
            "examined",
            Words("चिकित्सीय परीक्षण कराया गया?", "Medically examined?"),
            item="7",
            need_when=BY_POLICE,
            source="53 BNSS",
        ),
        Reference(
            "mlc_ref", Words("चिकित्सीय परीक्षण (एम.एल.सी.)", "Medical examination (MLC)"), form="mlc"
        ),
        YesNo(
            "grounds_told",
            Words("गिरफ्तारी के आधार बताये गये", "Informed of the grounds of arrest"),
            item="8",
            need_when=BY_POLICE,
            source="47 BNSS",
        ),
        YesNo(
            "rights_told",
            Words("विधिक अधिकार बताये गये", "Informed of legal rights"),
            item="8",
            need_when=BY_POLICE,
            source="38, 47, 48 BNSS",
        ),
        LongText(
            "search_found",
            Words("जामा तलाशी में मिली वस्तुएँ", "Articles found on physical search"),
            item="8",
            need_when=BY_POLICE,
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
            need_when=BY_POLICE,
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
            need_when=BY_POLICE,
            source="48(1) BNSS",
        ),
        DateTime(
            "designated_at",
            Words("पदाभिहित अधिकारी को सूचना का समय", "Designated officer informed at"),
            need_when=BY_POLICE,
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
            need_when=BY_POLICE,
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
