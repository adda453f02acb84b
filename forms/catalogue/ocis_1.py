"""Gang profile (OCIS-1): U.P. Gangsters Act 1986 s.2(b), Rules of 2021; duty d-15 of the letter."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Is, OneOf
from forms.kit.fields import (
    Choice,
    Date,
    Group,
    Index,
    Line,
    LongText,
    Money,
    MultiChoice,
    Need,
    Number,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import in_order
from forms.parts.gang import CLAUSE_2B, line_rows
from forms.parts.lists import Fixed, Listed
from forms.parts.person import persons
from forms.parts.property import properties
from forms.parts.totals import total_value

KIND = Fixed(
    "GANG_KIND",
    (
        ("DISTRICT", Words("जनपदीय", "District")),
        ("INTER_DISTRICT", Words("अन्तर्जनपदीय", "Inter-district")),
        ("INTER_STATE", Words("अन्तर्राज्यीय", "Inter-State")),
    ),
)
STATUS = Fixed(
    "GANG_STATUS",
    (
        ("ACTIVE", Words("सक्रिय", "Active")),
        ("INACTIVE", Words("निष्क्रिय", "Inactive")),
        ("ENDED", Words("समाप्त", "Ended")),
    ),
)
PATRONAGE = Fixed(
    "PATRONAGE",
    (
        ("PATRON", Words("संरक्षक", "Patron")),
        ("FINANCIER", Words("फाइनेंसर", "Financier")),
    ),
)

GANG = Section(
    "gang",
    Words("गैंग", "Gang"),
    (
        Line(
            "gang_no",
            Words("पंजीकृत गैंग सं0", "Registered gang no."),
            most=40,
            need=Need.EXPECTED,
            index=Index.NUMBER,
            help=Words(
                "जनपद से मिली गैंग संख्या (डी / आई0आर0 / आई0एस0); अभी न मिली हो तो खाली छोड़ें।",
                "The number given by the district (D / IR / IS); leave blank until it is given.",
            ),
        ),
        Line(
            "gang_name",
            Words("गैंग का नाम", "Name of the gang"),
            need=Need.MUST,
            index=Index.NAME,
        ),
        Line("alias", Words("उपनाम", "Alias"), index=Index.NAME),
        Choice("kind", Words("प्रकार", "Kind"), choices=KIND, need=Need.EXPECTED),
        Reference(
            "leader",
            Words("सरगना", "Leader"),
            form="ocis_3",
            need=Need.EXPECTED,
            help=Words(
                "पहले गैंग पंजीकृत करें, फिर सदस्य (OCIS-3) जोड़कर सरगना यहाँ चुनें।",
                "Register the gang first, then add members (OCIS-3) and choose the leader here.",
            ),
        ),
        Date("formed_dt", Words("गठन", "Formed on")),
        Number("member_count", Words("सदस्य संख्या", "Number of members"), least=0, most=1000),
        Line(
            "registered_order",
            Words("पंजीकरण आदेश सं0 व दिनांक", "Order of registration, number and date"),
            most=200,
        ),
        Choice("status", Words("स्थिति", "Status"), choices=STATUS, need=Need.EXPECTED),
        Date("reviewed_dt", Words("अन्तिम समीक्षा", "Last reviewed")),
    ),
)

CRIME = Section(
    "crime",
    Words("अपराध व कार्यक्षेत्र", "Crime and area"),
    (
        Rows(
            "areas",
            Words("कार्यक्षेत्र", "Area of operation"),
            need=Need.EXPECTED,
            row=Group(
                "area",
                Words("क्षेत्र", "Area"),
                parts=(
                    Line("place", Words("क्षेत्र", "Area"), index=Index.PLACE),
                    Line("thana", Words("थाना", "Police station")),
                    Line("district", Words("जनपद", "District"), need=Need.EXPECTED),
                    Choice("state", Words("राज्य", "State"), choices=Listed("STATE")),
                ),
            ),
        ),
        MultiChoice(
            "crime_types",
            Words("अपराध के प्रकार (धारा 2(b) के खण्ड)", "Kinds of crime (clauses of s.2(b))"),
            choices=CLAUSE_2B,
            need=Need.EXPECTED,
            source="2(b) U.P. Gangsters Act 1986",
        ),
        LongText("mo", Words("अपराध का तरीका", "Modus operandi"), most=5000),
        line_rows("weapons", Words("हथियार", "Weapons"), index=Index.SERIAL),
        properties("vehicles", Words("वाहन", "Vehicles")),
        line_rows("hideouts", Words("ठिकाने", "Hideouts"), index=Index.PLACE),
        Line(
            "communication",
            Words("संचार के साधन", "Means of communication"),
            most=500,
        ),
        line_rows("rivals", Words("प्रतिद्वन्द्वी गैंग", "Rival gangs")),
    ),
)

MONEY = Section(
    "money",
    Words("संरक्षण व सम्पत्ति", "Patronage and property"),
    (
        persons(
            "patrons",
            Words("संरक्षक / फाइनेंसर", "Patrons and financiers"),
            extra=(Choice("patronage", Words("भूमिका", "Role"), choices=PATRONAGE),),
        ),
        line_rows("business", Words("दिखावटी व्यवसाय", "Front businesses")),
        properties(
            "property",
            Words("सम्पत्ति", "Property"),
            extra=(
                YesNo("immovable", Words("अचल?", "Immovable?")),
                YesNo("attached", Words("धारा 14 में कुर्क?", "Attached under s.14?")),
                Line(
                    "attachment_order",
                    Words("कुर्की आदेश सं0 व दिनांक", "Order of attachment, number and date"),
                    shown_when=Is("attached", True),
                    need=Need.EXPECTED,
                ),
            ),
        ),
        Money("property_total", Words("सम्पत्ति का कुल मूल्य", "Total value of property"), fixed=True),
    ),
)

ACTION = Section(
    "action",
    Words("पुलिस कार्यवाही", "Police action"),
    (
        Rows(
            "police_action",
            Words("पुलिस कार्यवाही", "Police action"),
            row=Group(
                "action_row",
                Words("कार्यवाही", "Action"),
                parts=(
                    Date("on", Words("दिनांक", "Date"), need=Need.EXPECTED),
                    Line("kind", Words("कार्यवाही", "Action"), need=Need.EXPECTED),
                    Line("ref", Words("सन्दर्भ सं0", "Reference"), most=80, index=Index.NUMBER),
                ),
            ),
        ),
        LongText(
            "ended_why",
            Words("निष्क्रिय / समाप्त होने का आधार", "Why inactive or ended"),
            most=2000,
            shown_when=OneOf("status", ("INACTIVE", "ENDED")),
            need=Need.EXPECTED,
        ),
    ),
)


def area_fits_kind(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A gang of several districts or States names more than one of them."""
    areas = list(rows(letter, "areas"))
    districts = {str(row.get("district") or "").strip() for row in areas} - {""}
    states = {str(row.get("state") or "") for row in areas} - {""}
    kind = letter.get("kind")
    short = (kind == "INTER_DISTRICT" and len(districts) < 2) or (
        kind == "INTER_STATE" and len(states) < 2
    )
    if areas and short:
        yield Problem(
            ("areas",),
            "OCIS.area",
            Words(
                "अन्तर्जनपदीय / अन्तर्राज्यीय गैंग के कार्यक्षेत्र में एक से अधिक जनपद / राज्य लिखें।",
                "For an inter-district or inter-State gang write more than one district or State.",
            ),
            Weight.GAP,
        )
    if kind == "DISTRICT" and len(districts) > 1:
        yield Problem(
            ("kind",),
            "OCIS.kind",
            Words(
                "कार्यक्षेत्र में एक से अधिक जनपद हैं, पर प्रकार ‘जनपदीय’ है। ठीक करें, या कारण लिखें।",
                "The area has several districts but the kind is ‘District’. Put it right, or write "
                "the reason.",
            ),
            Weight.REASON,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill the total value of property."""
    total_value(letter, "property", "property_total")


def line(letter: Letter) -> str:
    """Gang number, name and status."""
    status = STATUS.words_of(str(letter.get("status") or ""))
    parts = (letter.get("gang_no"), letter.get("gang_name"), status.hi if status else "")
    return " · ".join(str(one) for one in parts if one)


def sample(now: dt.datetime) -> Letter:
    """A fictional gang of vehicle thieves in two districts."""
    where = {"village_town": "कस्बा नमूनागंज", "district": "नमूना जनपद"}

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%d")

    return {
        "gang_no": "D-00/नमूना",
        "gang_name": "नमूना गैंग",
        "alias": "उदाहरण गिरोह",
        "kind": "INTER_DISTRICT",
        "leader": {"record_id": "namuna", "form": "ocis_3", "number": "M1", "title": "नमूना सरगना"},
        "formed_dt": day(900),
        "member_count": 4,
        "registered_order": "नमूना आदेश 1",
        "status": "ACTIVE",
        "reviewed_dt": day(20),
        "areas": [
            {"place": "कस्बा नमूनागंज", "thana": "नमूनागंज", "district": "नमूना जनपद", "state": "UP"},
            {"district": "उदाहरण जनपद", "state": "UP"},
        ],
        "crime_types": ["I", "XXII"],
        "mo": "रात्रि में घर के बाहर खड़े वाहन उठाना (काल्पनिक)",
        "weapons": [{"text": "तमन्चा (नमूना)"}],
        "vehicles": [
            {
                "category": "AUTOMOBILES",
                "description": "सफेद कार (नमूना)",
                "registration_no": "UP00ZZ0002",
            }
        ],
        "hideouts": [{"text": "नमूना ढाबा"}],
        "communication": "इण्टरनेट कॉल (नमूना)",
        "rivals": [{"text": "उदाहरण गैंग"}],
        "patrons": [
            {
                "name": "उदाहरण सेठ",
                "relation_type": "FATHER",
                "relative_name": "नमूना सेठ",
                "patronage": "FINANCIER",
                "addresses": [{"address_type": "PRESENT", **where}],
            }
        ],
        "business": [{"text": "नमूना कबाड़ की दुकान"}],
        "property": [
            {
                "category": "OTHERS",
                "description": "प्लाट (नमूना)",
                "value_rs": "500000",
                "immovable": True,
                "attached": True,
                "attachment_order": "नमूना/14/1",
            }
        ],
        "police_action": [{"on": day(100), "kind": "गिरफ्तारी दो सदस्य", "ref": "0059 (नमूना)"}],
    }


FORM = Form(
    code="ocis_1",
    version=1,
    title=Words("गैंग प्रोफाइल (OCIS-1)", "Gang profile (OCIS-1)"),
    short=Words("गैंग प्रोफाइल", "Gang profile"),
    sections=(GANG, CRIME, MONEY, ACTION),
    role="operator",
    duty=("d-15",),
    law=Words("धारा 2(b) उ0प्र0 गिरोहबन्द अधिनियम 1986", "Section 2(b) U.P. Gangsters Act 1986"),
    rules=(
        Rule("OCIS.area", area_fits_kind),
        in_order(
            "formed_dt",
            "reviewed_dt",
            "समीक्षा की तिथि गठन से पहले की है। तिथि ठीक करें।",
            "The review is before the gang was formed. Put the date right.",
        ),
    ),
    numbered=(Numbered("gang"),),
    papers=(
        Paper(
            "form",
            Words("गैंग प्रोफाइल", "Gang profile"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("क्षेत्राधिकारी प्रति", "Circle officer's copy"),
            ),
        ),
        Paper(
            "gang_chart",
            Words("गैंग चार्ट", "Gang chart"),
            "gang_chart",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("क्षेत्राधिकारी प्रति", "Circle officer's copy"),
                Words("पुलिस अधीक्षक प्रति", "Superintendent's copy"),
                Words("जिला मजिस्ट्रेट प्रति", "District Magistrate's copy"),
            ),
            gathers=True,
        ),
    ),
    line=line,
    occurred="formed_dt",
    prepare=prepare,
    sample=sample,
)
