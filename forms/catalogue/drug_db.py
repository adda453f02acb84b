"""Drug peddler data bank: persons of registered NDPS cases (NDPS Act 1985); duty d-13 of the letter."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Is
from forms.kit.fields import (
    Choice,
    Date,
    Decimal,
    Group,
    Line,
    LongText,
    Money,
    Need,
    Rows,
    YesNo,
)
from forms.kit.form import Facts, Form, Numbered, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import is_child
from forms.parts.crime_history import (
    SAMPLE_PHOTO,
    accused_taken_over,
    case_taken_over,
    cases,
    fill_case_numbers,
    same_case_once,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.person import person, persons
from forms.parts.property import NDPS_QUANTITY, properties
from forms.parts.totals import total_value
from forms.parts.watch import phones_vehicles

ROLE = Fixed(
    "DRUG_ROLE",
    (
        ("SELLER", Words("विक्रेता", "Seller")),
        ("TRAFFICKER", Words("तस्कर", "Trafficker")),
        ("PRODUCER", Words("उत्पादक", "Producer")),
        ("CONSUMER", Words("उपभोक्ता", "Consumer")),
        ("FINANCIER", Words("फाइनेंसर", "Financier")),
    ),
)
STATUS = Fixed(
    "DRUG_STATUS",
    (
        ("JAIL", Words("जेल", "In jail")),
        ("BAIL", Words("जमानत", "On bail")),
        ("ABSCONDING", Words("फरार", "Absconding")),
        ("CONVICTED", Words("दोषसिद्ध", "Convicted")),
        ("ACQUITTED", Words("दोषमुक्त", "Acquitted")),
    ),
)

PERSON = Section(
    "person",
    Words("व्यक्ति", "Person"),
    (
        person(
            "person",
            Words("व्यक्ति", "Person"),
            need=Need.MUST,
            sealed=True,
            accused=True,
            photo=Need.EXPECTED,
            body=True,
        ),
        YesNo("minor", Words("18 वर्ष से कम", "Below eighteen"), fixed=True, printed=False),
        Choice("role", Words("भूमिका", "Role"), choices=ROLE, need=Need.EXPECTED),
        Choice("status", Words("स्थिति", "Status"), choices=STATUS, need=Need.EXPECTED),
        Date("last_checked", Words("अन्तिम सत्यापन", "Last checked")),
    ),
)

CASES = Section(
    "cases",
    Words("अभियोग व मादक पदार्थ", "Cases and substances"),
    (
        cases(
            "fir_refs",
            Words("एन0डी0पी0एस0 अभियोग", "NDPS cases"),
            need=Need.MUST,
            help=Words(
                "डाटा बैंक में केवल पंजीकृत अभियोग वाले व्यक्ति रखे जाते हैं।",
                "Only persons of registered cases stand in the data bank.",
            ),
        ),
        Rows(
            "substances",
            Words("मादक पदार्थ", "Substances"),
            need=Need.EXPECTED,
            row=Group(
                "substance",
                Words("मादक पदार्थ", "Substance"),
                parts=(
                    Line("name", Words("पदार्थ", "Substance"), most=100, need=Need.EXPECTED),
                    Decimal("qty", Words("मात्रा", "Quantity"), least="0", need=Need.EXPECTED),
                    Choice("unit", Words("इकाई", "Unit"), choices=Listed("UNIT")),
                    Choice(
                        "quantity_class",
                        Words("मात्रा श्रेणी", "Class of quantity"),
                        choices=NDPS_QUANTITY,
                        need=Need.EXPECTED,
                    ),
                ),
            ),
        ),
    ),
)

TRADE = Section(
    "trade",
    Words("कारोबार", "Trade"),
    (
        LongText("source", Words("स्रोत", "Source"), most=2000),
        LongText("route", Words("मार्ग", "Route"), most=2000),
        LongText("area", Words("ग्राहक / क्षेत्र", "Customers and area"), most=2000),
        persons("associates", Words("साथी", "Associates"), sealed=True),
        phones_vehicles("numbers", Words("मोबाइल, वाहन व खाते", "Mobiles, vehicles, accounts")),
    ),
)

PROPERTY = Section(
    "property",
    Words("सम्पत्ति व कार्यवाही", "Property and action"),
    (
        properties(
            "property",
            Words("सम्पत्ति", "Property"),
            extra=(
                YesNo("frozen", Words("फ्रीज / जब्त?", "Frozen?")),
                Line(
                    "freeze_order",
                    Words("फ्रीज आदेश सं0 व दिनांक", "Freezing order, number and date"),
                    shown_when=Is("frozen", True),
                    need=Need.EXPECTED,
                ),
            ),
        ),
        Money("property_total", Words("सम्पत्ति का कुल मूल्य", "Total value"), fixed=True),
        YesNo("pit_proposed", Words("पिट-एन0डी0पी0एस0 प्रस्ताव?", "PIT-NDPS proposal?")),
        Line(
            "pit_ref",
            Words("प्रस्ताव सं0 व दिनांक", "Proposal, number and date"),
            shown_when=Is("pit_proposed", True),
            need=Need.EXPECTED,
        ),
    ),
)


def registered_case(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """At least one of the cases is under the NDPS Act; the letter asks for registered drug cases."""
    acts = [act for row in rows(letter, "fir_refs") for act in rows(row, "acts")]
    if acts and not any(act.get("act") == "NDPS" for act in acts):
        yield Problem(
            ("fir_refs",),
            "DRUG.ndps",
            Words(
                "किसी भी अभियोग में एन0डी0पी0एस0 अधिनियम की धारा नहीं है। अभियोग जोड़ें, या कारण लिखें।",
                "None of the cases is under the NDPS Act. Add the case, or write the reason.",
            ),
            Weight.REASON,
        )


def status_by_cases(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """'Convicted' or 'acquitted' stands on the outcome of a case."""
    status = letter.get("status")
    outcomes = {row.get("status") for row in rows(letter, "fir_refs")}
    if status in ("CONVICTED", "ACQUITTED") and status not in outcomes:
        yield Problem(
            ("status",),
            "DRUG.status",
            Words(
                "स्थिति किसी अभियोग के परिणाम से मेल नहीं खाती। अभियोग की स्थिति ठीक करें, या कारण लिखें।",
                "The status does not follow from any case. Put the status of the case right, or "
                "write the reason.",
            ),
            Weight.REASON,
        )


def begin(facts: Facts) -> Letter:
    """The accused and the case it is written from."""
    letter: Letter = {}
    if found := accused_taken_over(facts):
        letter["person"] = found
    if case := case_taken_over(facts):
        letter["fir_refs"] = case
    return letter


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill the numbers of chosen cases, the total value, and whether the person is a child."""
    fill_case_numbers(letter, "fir_refs")
    total_value(letter, "property", "property_total")
    letter.pop("minor", None)
    if is_child(letter.get("person"), facts.now.date()):
        letter["minor"] = True


def line(letter: Letter) -> str:
    """Name and role; a child is not named (JJ Act)."""
    role = ROLE.words_of(str(letter.get("role") or ""))
    who = letter.get("person")
    name = str(who.get("name") or "") if isinstance(who, dict) else ""
    if letter.get("minor"):
        name = "संवेदनशील (विधि विवादित किशोर)"
    return " · ".join(one for one in (name, role.hi if role else "") if one)


def sample(now: dt.datetime) -> Letter:
    """A fictional seller on bail."""
    where = {"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}
    day = (now - dt.timedelta(days=200)).strftime("%Y-%m-%d")
    return {
        "person": {
            "name": "नमूना सिंह",
            "alias": "नमूना भाई",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण सिंह",
            "gender": "MALE",
            "birth_year": now.year - 36,
            "religion": "NOT_STATED",
            "caste": "अज्ञात",
            "caste_category": "UNKNOWN",
            "addresses": [{"address_type": "PERMANENT", **where}],
            "photo": SAMPLE_PHOTO,
            "physical": {"build": "MEDIUM", "height_cm": 168},
        },
        "role": "SELLER",
        "status": "BAIL",
        "last_checked": (now - dt.timedelta(days=3)).strftime("%Y-%m-%d"),
        "fir_refs": [
            {
                "fir_no": "0012/" + day[:4],
                "fir_date": day,
                "thana": "थाना नमूनागंज",
                "district": "नमूना जनपद",
                "acts": [{"act": "NDPS", "section": "8/20(b)(ii)(B)"}],
                "status": "TRIAL",
            }
        ],
        "substances": [
            {
                "name": "गांजा (नमूना)",
                "qty": "2.5",
                "unit": "KILOGRAM",
                "quantity_class": "INTERMEDIATE",
            }
        ],
        "source": "नमूना राज्य से (काल्पनिक)",
        "route": "नमूना राजमार्ग",
        "area": "कस्बा नमूनागंज",
        "associates": [
            {
                "name": "उदाहरण यादव",
                "relation_type": "FATHER",
                "relative_name": "नमूना यादव",
                "addresses": [{"address_type": "PRESENT", **where}],
            }
        ],
        "numbers": [
            {"kind": "MOBILE", "phone": "9999900005"},
            {"kind": "VEHICLE", "vehicle_no": "UP00ZZ0001"},
            {"kind": "UPI", "account": "namuna@example"},
        ],
        "property": [
            {
                "category": "AUTOMOBILES",
                "description": "मोटर साइकिल (नमूना)",
                "value_rs": "60000",
                "registration_no": "UP00ZZ0001",
                "frozen": True,
                "freeze_order": "नमूना/1",
            }
        ],
        "pit_proposed": False,
    }


FORM = Form(
    code="drug_db",
    version=1,
    title=Words("ड्रग पेडलर डाटा बैंक", "Drug peddler data bank"),
    short=Words("ड्रग डाटा बैंक", "Drug data bank"),
    sections=(PERSON, CASES, TRADE, PROPERTY),
    law=Words(
        "एन.डी.पी.एस. अधिनियम 1985",
        "NDPS Act 1985",
    ),
    role="operator",
    duty=("d-13",),
    rules=(
        Rule("DRUG.ndps", registered_case),
        Rule("DRUG.status", status_by_cases),
        same_case_once("fir_refs"),
    ),
    numbered=(Numbered("drug_db"),),
    parent="iif_1",
    also_under=("fir_rereg", "iif_3"),
    line=line,
    seal="data_bank",
    is_sensitive=lambda letter: letter.get("minor") is True,
    begin=begin,
    prepare=prepare,
    sample=sample,
)
