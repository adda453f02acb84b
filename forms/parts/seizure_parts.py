"""What the seizure memo asks (IIF-4): person, property, video, custody, disposal, NDPS."""

from dataclasses import replace

from forms.kit.condition import AnyRow, Before, Filled, Is, Not
from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    DateTime,
    Group,
    Index,
    Line,
    LongText,
    Money,
    Need,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import Section
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections
from forms.parts.case import (
    diary_reference,
    fir_reference,
)
from forms.parts.investigation import (
    SIGN,
    with_printed,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.officer import officer
from forms.parts.person import person, persons
from forms.parts.place import address
from forms.parts.property import properties

_OWNED = Not(Is("nature", "UNCLAIMED"))
VIDEO_LAW = Not(Before("seize_at", "2024-07-01"))
"""s.105 BNSS has no forerunner in the CrPC."""
_NDPS = AnyRow("acts", Is("act", "NDPS"))

POWER = Fixed(
    "SEIZURE_POWER",
    (
        ("106", Words("106 - सन्दिग्ध सम्पत्ति का अभिग्रहण", "106 - seizure of suspicious property")),
        ("185", Words("185 - बिना वारण्ट तलाशी", "185 - search without warrant")),
        ("103", Words("103 - तलाशी वारण्ट पर", "103 - under a search warrant")),
        ("49", Words("49 - गिरफ्तार व्यक्ति की तलाशी", "49 - search of an arrested person")),
        ("107", Words("107 - अपराध से अर्जित सम्पत्ति", "107 - proceeds of crime")),
        ("SPECIAL", Words("विशेष अधिनियम के अन्तर्गत", "Under a special law")),
    ),
)
SENT_TO = Fixed(
    "VIDEO_SENT_TO",
    (
        ("DM", Words("जिला मजिस्ट्रेट", "District Magistrate")),
        ("SDM", Words("उप जिला मजिस्ट्रेट", "Sub-divisional Magistrate")),
        ("JMFC", Words("प्रथम श्रेणी न्यायिक मजिस्ट्रेट", "Judicial Magistrate of the first class")),
    ),
)

HEAD = Section(
    "head",
    Words("1–4. मुकदमा, समय व स्थान", "1–4. Case, time and place"),
    (
        replace(fir_reference(), item="1"),
        acts_and_sections(
            "acts", Words("अधिनियम व धारा(एँ)", "Acts and sections"), item="2", need=Need.EXPECTED
        ),
        Choice(
            "nature",
            Words("सम्पत्ति की प्रकृति", "Nature of property"),
            item="3",
            choices=Listed("PROP_NATURE"),
            need=Need.EXPECTED,
        ),
        Choice("power", Words("किस शक्ति से जब्त", "Seized under"), choices=POWER),
        DateTime(
            "seize_at",
            Words("जब्ती / बरामदगी का दिनांक व समय", "Date and time of seizure"),
            item="4(a)(b)",
            need=Need.MUST,
        ),
        address("place", Words("स्थान", "Place"), item="4(c)", need=Need.EXPECTED),
        LongText(
            "place_desc",
            Words("स्थान का विवरण", "Description of the place"),
            item="4(d)",
            need=Need.EXPECTED,
            most=5000,
        ),
        diary_reference(),
    ),
)

PERSON = Section(
    "person",
    Words("5. किससे जब्त / बरामद", "5. Person from whom seized"),
    (
        person(
            "from_person",
            Words("जिस व्यक्ति से जब्त किया गया", "Person from whom seized"),
            item="5",
            shown_when=_OWNED,
            need=Need.EXPECTED,
            sealed=True,
        ),
        YesNo(
            "prof_receiver",
            Words("चोरी का माल लेने का आदी?", "Professional receiver of stolen property?"),
            item="5",
            shown_when=_OWNED,
            need=Need.EXPECTED,
        ),
    ),
)

WITNESSES = Section(
    "witnesses",
    Words("6. गवाह", "6. Witnesses"),
    (
        persons(
            "witnesses",
            Words("गवाह", "Witnesses"),
            item="6",
            need=Need.EXPECTED,
            sealed=True,
            help=Words(
                "क्षेत्र के दो या अधिक स्वतंत्र व सम्मानित निवासी।",
                "Two or more independent and respectable inhabitants of the locality.",
            ),
        ),
        LongText(
            "few_witnesses_why",
            Words("दो गवाह न होने का कारण", "Why there are not two witnesses"),
            item="6",
            most=3000,
        ),
    ),
)

ITEMS = Section(
    "items",
    Words("7–10. सम्पत्ति", "7–10. Property"),
    (
        Line(
            "perishable_action",
            Words("नाशवान सम्पत्ति पर कार्यवाही", "Action on perishable property"),
            item="7",
            most=500,
            help=Words(
                "500 रु0 से कम मूल्य की नाशवान सम्पत्ति, जिसका स्वामी अज्ञात हो, पुलिस अधीक्षक के आदेश से नीलाम हो सकती है।",
                "Perishable property below Rs 500 whose owner is unknown may be auctioned by order of the SP.",
            ),
            source="106 BNSS",
        ),
        Line(
            "valuable_action",
            Words("मूल्यवान सम्पत्ति पर कार्यवाही", "Action on valuable property"),
            item="8",
            most=500,
        ),
        YesNo(
            "identification_req",
            Words("शिनाख्त आवश्यक?", "Identification required?"),
            item="9",
            need=Need.EXPECTED,
        ),
        with_printed(
            properties(
                "items",
                Words("सम्पत्ति का विवरण", "Details of property"),
                item="10",
                need=Need.EXPECTED,
            ),
            "qty",
            "unit",
            "count",
            "sealed",
        ),
        Money(
            "items_total",
            Words("सम्पत्ति का कुल मूल्य", "Total value of property"),
            item="10",
            fixed=True,
        ),
    ),
)

GROUNDS = Section(
    "grounds",
    Words("11–13. परिस्थितियाँ, प्रति, सील", "11–13. Circumstances, copy, seal"),
    (
        LongText(
            "grounds",
            Words("जब्ती की परिस्थितियाँ / आधार", "Circumstances and grounds of seizure"),
            item="11",
            need=Need.EXPECTED,
        ),
        YesNo(
            "copy_given",
            Words("फर्द की प्रति मौके पर दी गयी?", "Copy of the memo given on the spot?"),
            item="12",
            need=Need.EXPECTED,
            source="103(6), (7) BNSS",
        ),
        Rows(
            "sealed",
            Words("पैक / सील की गयी सम्पत्ति", "Property packed and sealed"),
            item="13",
            row=Group(
                "packet",
                Words("पैकेट", "Packet"),
                parts=(
                    Line("property", Words("सम्पत्ति", "Property"), need=Need.EXPECTED),
                    Line(
                        "signed_on",
                        Words("हस्ताक्षर कहाँ (पैकेट / वस्तु पर)", "Signature on packet or body"),
                    ),
                ),
            ),
        ),
        Attachment("seal_specimen", Words("नमूना मोहर", "Specimen of the seal"), item="13"),
        Choice(
            "person_sign",
            Words("सम्बन्धित व्यक्ति का हस्ताक्षर / अंगूठा", "Signature or thumb of the person"),
            item="13",
            choices=SIGN,
            shown_when=_OWNED,
        ),
        officer("io", Words("विवेचक", "Investigating officer"), item="13", need=Need.EXPECTED),
    ),
)

VIDEO = Section(
    "video",
    Words("धारा 105: श्रव्य-दृश्य अभिलेखन", "Section 105: audio-video recording"),
    (
        Line(
            "av_device",
            Words("उपकरण (मोबाइल / कैमरा, सं0)", "Device (mobile or camera, number)"),
            need_when=Not(Filled("no_av_why")),
            source="105 BNSS",
        ),
        DateTime(
            "av_start",
            Words("अभिलेखन प्रारम्भ", "Recording began"),
            need_when=Not(Filled("no_av_why")),
        ),
        DateTime(
            "av_end", Words("अभिलेखन समाप्त", "Recording ended"), need_when=Not(Filled("no_av_why"))
        ),
        Line(
            "av_sha256",
            Words("फाइल का हैश (SHA-256)", "Hash of the file (SHA-256)"),
            most=64,
            pattern=r"[0-9a-f]{64}",
            pattern_words=Words(
                "हैश 64 अंकों व छोटे अक्षरों (0-9, a-f) का होता है।",
                "The hash has 64 digits and small letters (0-9, a-f).",
            ),
            need_when=Not(Filled("no_av_why")),
        ),
        Choice(
            "av_sent_to",
            Words("किस मजिस्ट्रेट को भेजा", "Sent to which Magistrate"),
            choices=SENT_TO,
            need_when=Not(Filled("no_av_why")),
        ),
        DateTime(
            "av_sent_at",
            Words("मजिस्ट्रेट को प्रेषण का समय", "Sent to the Magistrate at"),
            need_when=Not(Filled("no_av_why")),
        ),
        LongText(
            "no_av_why",
            Words("अभिलेखन न होने का कारण", "Why there is no recording"),
            most=3000,
        ),
    ),
    shown_when=VIDEO_LAW,
)

CUSTODY = Section(
    "custody",
    Words("सूचना, मालखाना, परीक्षण व निस्तारण", "Report, malkhana, examination, disposal"),
    (
        DateTime(
            "mag_report_at",
            Words("मजिस्ट्रेट को जब्ती की सूचना", "Seizure reported to the Magistrate"),
            need=Need.EXPECTED,
            source="106(3) BNSS",
        ),
        Line(
            "malkhana_no",
            Words("मालखाना सं0", "Malkhana no."),
            most=30,
            need=Need.EXPECTED,
            index=Index.NUMBER,
        ),
        Reference(
            "malkhana_gd_ref",
            Words("दाखिला मालखाना रपट", "Diary entry of the deposit"),
            form="gd",
            fixed=True,
        ),
        Rows(
            "fsl",
            Words("विधि विज्ञान प्रयोगशाला", "Forensic laboratory"),
            row=Group(
                "fsl_row",
                Words("परीक्षण", "Examination"),
                parts=(
                    DateTime("sent_at", Words("प्रेषण", "Sent")),
                    Line("docket", Words("डॉकेट सं0", "Docket no."), index=Index.NUMBER),
                    Line("lab", Words("प्रयोगशाला", "Laboratory")),
                    LongText("result", Words("परिणाम", "Result"), most=3000),
                    Date("result_on", Words("परिणाम दिनांक", "Date of result")),
                    diary_reference(
                        key="out_gd_ref", hi="निकासी की रपट", en="Diary entry of the sending"
                    ),
                ),
            ),
        ),
        DateTime(
            "court_produced_at",
            Words("न्यायालय में प्रस्तुत", "Produced in court"),
            source="497 BNSS",
        ),
        diary_reference(
            key="court_gd_ref", hi="न्यायालय प्रेषण की रपट", en="Diary entry of the production"
        ),
        DateTime(
            "inventory_at",
            Words("न्यायालय द्वारा सूची तैयार", "Inventory made by the court"),
            source="497(2) BNSS",
        ),
        Rows(
            "disposal",
            Words("निस्तारण", "Disposal"),
            row=Group(
                "disposal_row",
                Words("निस्तारण", "Disposal"),
                parts=(
                    Line("order_no", Words("आदेश सं0", "Order no."), need=Need.EXPECTED),
                    Date("ordered_on", Words("आदेश दिनांक", "Date of order")),
                    Line("mode", Words("निस्तारण का प्रकार", "How disposed of")),
                    diary_reference(
                        key="out_gd_ref", hi="निस्तारण की रपट", en="Diary entry of the disposal"
                    ),
                ),
            ),
        ),
    ),
)

NDPS = Section(
    "ndps",
    Words("एन0डी0पी0एस0 अधिनियम", "NDPS Act"),
    (
        DateTime(
            "ndps_info_at",
            Words("सूचना लेखबद्ध (धारा 42)", "Information taken down (s.42)"),
            need=Need.EXPECTED,
        ),
        DateTime(
            "ndps_superior_at",
            Words("उच्चाधिकारी को प्रति प्रेषित (धारा 42)", "Copy sent to the superior (s.42)"),
        ),
        YesNo(
            "ndps_right_told",
            Words(
                "राजपत्रित अधिकारी / मजिस्ट्रेट के समक्ष तलाशी का अधिकार बताया (धारा 50)?",
                "Told of the right to be searched before a gazetted officer or Magistrate (s.50)?",
            ),
            need=Need.EXPECTED,
        ),
        Line(
            "ndps_searched_before",
            Words("किसके समक्ष तलाशी (नाम, पद)", "Searched before (name, rank)"),
        ),
        Line("ndps_spot", Words("जी0पी0एस0 निर्देशांक", "GPS position"), most=60),
        Rows(
            "ndps_samples",
            Words("नमूने (धारा 52क)", "Samples (s.52A)"),
            row=Group(
                "ndps_sample",
                Words("नमूना", "Sample"),
                parts=(
                    Line("mark", Words("नमूना चिन्ह", "Mark"), most=30, need=Need.EXPECTED),
                    Line("weight", Words("वजन", "Weight"), most=30),
                    YesNo("sealed", Words("सील?", "Sealed?")),
                ),
            ),
        ),
        DateTime(
            "ndps_inventory_at",
            Words("मजिस्ट्रेट के समक्ष सूची (धारा 52क)", "Inventory before the Magistrate (s.52A)"),
        ),
    ),
    shown_when=_NDPS,
)
