"""Enquiry into a citizen's service request (duty a-5): verification, certificate or permission."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import OneOf
from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    DateTime,
    Group,
    Index,
    Line,
    LongText,
    Need,
    Rows,
    YesNo,
)
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.case import in_order
from forms.parts.lists import Fixed
from forms.parts.officer import officer
from forms.parts.person import person
from forms.parts.place import address
from forms.parts.spoken import name_said
from forms.parts.work import in_time

SERVICE = Fixed(
    "CITIZEN_SERVICE",
    (
        ("CHARACTER", Words("चरित्र प्रमाण पत्र", "Character certificate")),
        (
            "CONTRACT_CHARACTER",
            Words("ठेकेदारी चरित्र प्रमाण पत्र", "Contractor's character certificate"),
        ),
        ("TENANT", Words("किरायेदार सत्यापन", "Tenant verification")),
        ("DOMESTIC_HELP", Words("घरेलू सहायक सत्यापन", "Domestic help verification")),
        ("EMPLOYEE", Words("कर्मचारी सत्यापन", "Employee verification")),
        ("PM_REPORT", Words("पोस्ट मार्टम रिपोर्ट", "Post-mortem report")),
        ("PROTEST", Words("विरोध / हड़ताल", "Protest or strike")),
        ("EVENT", Words("कार्यक्रम / प्रदर्शन", "Event or performance")),
        ("PROCESSION", Words("जुलूस", "Procession")),
        ("FILM", Words("फिल्म शूटिंग", "Film shooting")),
    ),
)
RESULT = Fixed(
    "SERVICE_RESULT",
    (
        ("RECOMMENDED", Words("संस्तुत", "Recommended")),
        ("NOT_RECOMMENDED", Words("असंस्तुत", "Not recommended")),
        ("RETURNED", Words("वापस", "Returned")),
    ),
)
_OF_A_PERSON = ("CHARACTER", "CONTRACT_CHARACTER", "TENANT", "DOMESTIC_HELP", "EMPLOYEE")
_VERIFIED = OneOf("service", _OF_A_PERSON)
_OTHER_PERSON = OneOf("service", ("TENANT", "DOMESTIC_HELP", "EMPLOYEE"))
_ASSEMBLY = OneOf("service", ("PROTEST", "EVENT", "PROCESSION", "FILM"))

REQUEST = Section(
    "request",
    Words("आवेदन", "Request"),
    (
        Line(
            "request_no",
            Words("आवेदन सं0", "Request number"),
            most=60,
            need=Need.MUST,
            index=Index.NUMBER,
            help=Words(
                "यूपीकॉप / ई-डिस्ट्रिक्ट की आवेदन सं0।", "The request number of UPCOP or e-District."
            ),
        ),
        Choice("service", Words("सेवा", "Service"), choices=SERVICE, need=Need.MUST),
        Date("received_on", Words("थाने पर प्राप्ति", "Received at the station"), need=Need.EXPECTED),
        Date("due_on", Words("नियत तिथि", "Due on"), future=True, need=Need.EXPECTED),
        person("applicant", Words("आवेदक", "Applicant"), need=Need.EXPECTED),
        person(
            "subject",
            Words("सत्यापन हेतु व्यक्ति", "Person to be verified"),
            shown_when=_OTHER_PERSON,
            need=Need.EXPECTED,
        ),
        address("premises", Words("परिसर / कार्यक्रम स्थल", "Premises or venue")),
        DateTime(
            "event_from",
            Words("कार्यक्रम प्रारम्भ", "Event from"),
            shown_when=_ASSEMBLY,
            future=True,
            need=Need.EXPECTED,
        ),
        DateTime("event_to", Words("कार्यक्रम समाप्त", "Event to"), shown_when=_ASSEMBLY, future=True),
    ),
)

ENQUIRY = Section(
    "enquiry",
    Words("जाँच", "Enquiry"),
    (
        officer("eo", Words("जाँच अधिकारी", "Enquiry officer"), need=Need.EXPECTED),
        DateTime(
            "visit_at",
            Words("भ्रमण दिनांक व समय", "Visited at"),
            need_when=_VERIFIED,
        ),
        Rows(
            "neighbours",
            Words("पूछताछ किये गये पड़ोसी", "Neighbours asked"),
            row=Group(
                "neighbour",
                Words("पड़ोसी", "Neighbour"),
                parts=(
                    Line("name", Words("नाम", "Name"), need=Need.EXPECTED),
                    Line("address", Words("पता", "Address")),
                    Line("said", Words("कथन", "What was said"), most=500),
                ),
            ),
        ),
        YesNo(
            "record_found",
            Words("आपराधिक इतिहास मिला?", "Criminal history found?"),
            need_when=_VERIFIED,
        ),
        LongText(
            "history",
            Words("आपराधिक इतिहास", "Criminal history"),
            most=10_000,
            need_when=_VERIFIED,
            help=Words(
                "थाने के अभिलेख, अपराध रजिस्टर व सी0सी0टी0एन0एस0 की जाँच का परिणाम; न हो तो ‘शून्य’।",
                "What the station's records and CCTNS show; ‘शून्य’ where nothing does.",
            ),
        ),
        Line(
            "dcrb_liu",
            Words("डी0सी0आर0बी0 / एल0आई0यू0 आख्या", "DCRB / LIU report"),
            help=Words(
                "ये आख्याएँ जनपद को सीधे जाती हैं; थाने पर मिली हो तो सं0 लिखें।",
                "These go to the district directly; write the number if it came here.",
            ),
        ),
    ),
)

REPORT = Section(
    "report",
    Words("आख्या व अग्रसारण", "Report and forwarding"),
    (
        LongText("remark", Words("आख्या", "Report"), most=10_000, need=Need.EXPECTED),
        Choice("result", Words("संस्तुति", "Recommendation"), choices=RESULT, need=Need.EXPECTED),
        LongText(
            "returned_why",
            Words("वापसी / असंस्तुति का कारण", "Why returned or not recommended"),
            most=3000,
            shown_when=OneOf("result", ("NOT_RECOMMENDED", "RETURNED")),
            need=Need.EXPECTED,
        ),
        Attachment("report_file", Words("आख्या की प्रति", "Copy of the report"), printed=False),
        DateTime(
            "forwarded_at",
            Words("थाना प्रभारी द्वारा अग्रसारण", "Forwarded by the officer in charge"),
            need_when=OneOf("result", ("RECOMMENDED", "NOT_RECOMMENDED", "RETURNED")),
        ),
        YesNo("uploaded", Words("पोर्टल पर अपलोड हुआ?", "Uploaded to the portal?"), printed=False),
    ),
)


def history_beside_the_recommendation(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Who has a history is recommended only with the reason."""
    if letter.get("record_found") is True and letter.get("result") == "RECOMMENDED":
        yield Problem(
            ("result",),
            "cs.history",
            Words(
                "आपराधिक इतिहास मिला है फिर भी संस्तुति की गयी है। संस्तुति जाँचें, या कारण लिखें।",
                "A criminal history was found, yet it is recommended. Check the recommendation, or "
                "write the reason.",
            ),
            Weight.REASON,
        )


def line(letter: Letter) -> str:
    """Service, number and applicant."""
    service = SERVICE.words_of(str(letter.get("service")))
    applicant = name_said(letter.get("applicant"), "")
    parts = (service.hi if service else "नागरिक सेवा", str(letter.get("request_no", "")), applicant)
    return " · ".join(part for part in parts if part)


def sample(now: dt.datetime) -> Letter:
    """A fictional verification of a tenant."""

    def days(count: int) -> str:
        return (now + dt.timedelta(days=count)).strftime("%Y-%m-%dT%H:%M")

    where = {"village_town": "कस्बा नमूनागंज", "tehsil": "सदर", "district": "नमूना जनपद"}

    def citizen(name: str, father: str, age: int) -> Letter:
        return {
            "name": name,
            "relation_type": "FATHER",
            "relative_name": father,
            "gender": "MALE",
            "age_years": age,
            "addresses": [{"address_type": "PRESENT", **where}],
        }

    return {
        "request_no": "नमूना/2026/000456",
        "service": "TENANT",
        "received_on": days(-5)[:10],
        "due_on": days(10)[:10],
        "applicant": citizen("नमूना मकान मालिक", "उदाहरण लाल", 52),
        "subject": citizen("उदाहरण किरायेदार", "नमूना राम", 27),
        "premises": where,
        "eo": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "visit_at": days(-2),
        "neighbours": [{"name": "नमूना पड़ोसी", "address": "कस्बा नमूनागंज", "said": "आचरण सामान्य"}],
        "record_found": False,
        "history": "शून्य",
        "dcrb_liu": "डी0सी0आर0बी0 नमूना-9",
        "remark": "किरायेदार के बताये पते व पहचान का सत्यापन किया गया, सही पाया गया। (काल्पनिक नमूना)",
        "result": "RECOMMENDED",
        "forwarded_at": days(-1),
        "uploaded": True,
    }


FORM = Form(
    code="cs_enq",
    version=1,
    title=Words("नागरिक सेवा की जाँच व निस्तारण", "Enquiry and disposal of a citizen service"),
    short=Words("नागरिक सेवा जाँच", "Citizen service enquiry"),
    sections=(REQUEST, ENQUIRY, REPORT),
    role="sho",
    duty=("a-5",),
    rules=(
        in_order(
            "received_on",
            "visit_at",
            "भ्रमण आवेदन की प्राप्ति से पहले का है। दिनांक ठीक करें, या कारण लिखें।",
            "The visit is before the receipt of the request. Put the date right, or write the reason.",
            weight=Weight.REASON,
        ),
        in_order(
            "visit_at",
            "forwarded_at",
            "अग्रसारण भ्रमण से पहले का है। दिनांक ठीक करें, या कारण लिखें।",
            "It was forwarded before the visit. Put the date right, or write the reason.",
            weight=Weight.REASON,
        ),
        Rule("cs.history", history_beside_the_recommendation),
        in_time("forwarded_at"),
    ),
    numbered=(Numbered("citizen_service"),),
    papers=(
        Paper(
            "form",
            Words("नागरिक सेवा जाँच आख्या", "Citizen service enquiry report"),
            "",
            copies=(
                Words("थाना प्रति", "Station copy"),
                Words("जनपद कार्यालय प्रति", "District office copy"),
            ),
        ),
    ),
    line=line,
    occurred="received_on",
    sample=sample,
)
