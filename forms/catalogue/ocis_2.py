"""Criminal activity of a gang (OCIS-2): U.P. Gangsters Act 1986 s.2(b); duty d-16 of the letter.

A crime already used in an earlier case under the Act goes into the annexure of the gang chart only
(State guidelines of 2 December 2024).
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.kit.condition import Is
from forms.kit.fields import (
    Choice,
    DateTime,
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
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import acts_and_sections
from forms.parts.gang import CLAUSE_2B, MEMBER_ROLE, gang_reference, refer_to_gang
from forms.parts.lists import Fixed, Listed
from forms.parts.place import address
from forms.parts.property import properties
from forms.parts.totals import total_value

OUTCOME = Fixed(
    "GANG_CRIME_OUTCOME",
    (
        ("INVESTIGATION", Words("विवेचना", "Under investigation")),
        ("CHARGE_SHEET", Words("आरोप पत्र", "Charge sheet filed")),
        ("FINAL_REPORT", Words("अन्तिम रिपोर्ट", "Final report")),
        ("CONVICTED", Words("दोषसिद्ध", "Convicted")),
        ("ACQUITTED", Words("दोषमुक्त", "Acquitted")),
    ),
)
CHART_PLACE = Fixed(
    "CHART_PLACE",
    (
        ("CHART", Words("गैंग चार्ट", "Gang chart")),
        ("ANNEXURE", Words("केवल परिशिष्ट", "Annexure only")),
    ),
)
_USED = Is("used_in_earlier_gangster_case", True)

INCIDENT = Section(
    "incident",
    Words("घटना", "Incident"),
    (
        gang_reference(),
        DateTime("incident_dt", Words("घटना दिनांक व समय", "Date and hour"), need=Need.EXPECTED),
        address("place", Words("स्थान", "Place"), need=Need.EXPECTED),
        Reference(
            "fir",
            Words("इस थाने का अभियोग", "Case of this station"),
            form="iif_1",
            printed=False,
            help=Words(
                "इस थाने का मुकदमा सूची (F4) से चुनें; दूसरे थाने का हो तो संख्या और थाना लिखें।",
                "Choose a case of this station from the list (F4); for another station write "
                "number and station.",
            ),
        ),
        Line("fir_no", Words("मु0अ0सं0", "FIR no."), most=40, need=Need.EXPECTED, index=Index.NUMBER),
        Line("fir_thana", Words("थाना व जनपद", "Station and district"), need=Need.EXPECTED),
        acts_and_sections("acts", Words("धाराएँ", "Sections"), need=Need.EXPECTED),
        Choice(
            "clause_2b",
            Words("धारा 2(b) का खण्ड", "Clause of s.2(b)"),
            choices=CLAUSE_2B,
            need=Need.EXPECTED,
            source="2(b) U.P. Gangsters Act 1986",
        ),
        Line("activity", Words("क्रियाकलाप का प्रकार", "Kind of activity"), most=200),
    ),
)

PEOPLE = Section(
    "people",
    Words("सदस्य, पीड़ित व सम्पत्ति", "Members, victims, property"),
    (
        Rows(
            "members",
            Words("सम्मिलित सदस्य", "Members who took part"),
            need=Need.EXPECTED,
            row=Group(
                "member_row",
                Words("सदस्य", "Member"),
                parts=(
                    Reference(
                        "member",
                        Words("सदस्य", "Member"),
                        form="ocis_3",
                        need=Need.EXPECTED,
                        help=Words(
                            "इस गैंग का सदस्य (OCIS-3) सूची से चुनें।",
                            "Choose a member of this gang (OCIS-3) from the list.",
                        ),
                    ),
                    Choice("role", Words("भूमिका", "Role"), choices=MEMBER_ROLE),
                ),
            ),
        ),
        Number(
            "victims",
            Words("पीड़ित संख्या", "Number of victims"),
            least=0,
            most=10_000,
            help=Words("केवल संख्या; नाम न लिखें।", "The number only; no names."),
        ),
        properties("property", Words("सम्पत्ति", "Property")),
        Money("property_total", Words("कुल मूल्य", "Total value"), fixed=True),
        Choice("weapon", Words("हथियार", "Weapon"), choices=Listed("WEAPON")),
    ),
)

OUTCOME_PAGE = Section(
    "outcome",
    Words("परिणाम व गैंग चार्ट", "Outcome and gang chart"),
    (
        Choice("outcome", Words("परिणाम", "Outcome"), choices=OUTCOME, need=Need.EXPECTED),
        YesNo(
            "used_in_earlier_gangster_case",
            Words("पूर्व गैंगस्टर वाद में प्रयुक्त?", "Used in an earlier Gangsters Act case?"),
            need=Need.EXPECTED,
        ),
        Line(
            "earlier_case",
            Words("पूर्व गैंगस्टर वाद (मु0अ0सं0, थाना)", "The earlier case (FIR no., station)"),
            shown_when=_USED,
            need=Need.EXPECTED,
            index=Index.NUMBER,
        ),
        Choice(
            "chart_place",
            Words("गैंग चार्ट में स्थान", "Place in the gang chart"),
            choices=CHART_PLACE,
            fixed=True,
        ),
        Line(
            "intelligence",
            Words("अभिसूचना का स्रोत", "Source of intelligence"),
            printed=False,
            sealed=True,
        ),
        LongText("remark", Words("टिप्पणी", "Remark"), most=3000),
    ),
)


def members_of_this_gang(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Who took part is a member of the gang the record stands under, each named once."""
    case = facts.case()
    known = {one.record_id for one in case.of("ocis_3")}
    seen: set[str] = set()
    for number, row in enumerate(rows(letter, "members")):
        chosen = row.get("member")
        record_id = str(chosen.get("record_id") or "") if isinstance(chosen, Mapping) else ""
        if not record_id:
            continue
        if case.parent is not None and record_id not in known:
            yield Problem(
                ("members", number, "member"),
                "OCIS.member",
                Words(
                    "यह सदस्य इस गैंग में दर्ज नहीं है। इसी गैंग का सदस्य चुनें, या कारण लिखें।",
                    "This member is not on record in this gang. Choose one of this gang, or write "
                    "the reason.",
                ),
                Weight.REASON,
            )
        if record_id in seen:
            yield Problem(
                ("members", number, "member"),
                "OCIS.member_twice",
                Words(
                    "यह सदस्य दो बार चुना है। एक पंक्ति हटायें।",
                    "This member is chosen twice. Take one row out.",
                ),
            )
        seen.add(record_id)


def crime_once(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A case is counted once against a gang."""
    own = _case(letter)
    if own[0] and any(_case(one.letter) == own for one in facts.case().of("ocis_2")):
        yield Problem(
            ("fir_no",),
            "OCIS.twice",
            Words(
                f"मु0अ0सं0 {own[0]} इस गैंग की गतिविधि में पहले से दर्ज है। जाँचें, या कारण लिखें।",
                f"The case {own[0]} stands among the activities of this gang already. Check, or "
                "write the reason.",
            ),
            Weight.REASON,
        )


def not_before_the_gang(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """What the gang did came after it was formed."""
    parent = facts.case().parent
    formed = str(parent.letter.get("formed_dt") or "") if parent else ""
    happened = str(letter.get("incident_dt") or "")[:10]
    if formed and happened and happened < formed:
        yield Problem(
            ("incident_dt",),
            "V01",
            Words(
                "घटना गैंग के गठन की तिथि से पहले की है। तिथि ठीक करें, या कारण लिखें।",
                "The incident is before the gang was formed. Put the date right, or write the reason.",
            ),
            Weight.REASON,
        )


def _case(letter: Letter) -> tuple[str, str]:
    return str(letter.get("fir_no") or "").strip(), str(letter.get("fir_thana") or "").strip()


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill the gang, the number of a chosen case, the value, and the place in the gang chart."""
    refer_to_gang(letter, facts)
    chosen = letter.get("fir")
    if isinstance(chosen, Mapping) and not letter.get("fir_no") and chosen.get("number"):
        letter["fir_no"] = str(chosen["number"])
    if letter.get("fir") and not letter.get("fir_thana") and facts.thana.hi:
        letter["fir_thana"] = facts.thana.hi
    total_value(letter, "property", "property_total")
    letter.pop("chart_place", None)
    used = letter.get("used_in_earlier_gangster_case")
    if isinstance(used, bool):
        letter["chart_place"] = "ANNEXURE" if used else "CHART"


def line(letter: Letter) -> str:
    """The case, its station and the clause."""
    clause = CLAUSE_2B.words_of(str(letter.get("clause_2b") or ""))
    number, thana = _case(letter)
    return " · ".join(one for one in (number, thana, clause.hi if clause else "") if one)


def sample(now: dt.datetime) -> Letter:
    """A fictional theft of vehicles by two members."""
    return {
        "incident_dt": (now - dt.timedelta(days=60)).strftime("%Y-%m-%dT%H:%M"),
        "place": {"village_town": "कस्बा नमूनागंज", "district": "नमूना जनपद"},
        "fir_no": "0031 (नमूना)",
        "fir_thana": "थाना नमूनागंज, नमूना जनपद",
        "acts": [{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "317(2)"}],
        "clause_2b": "I",
        "activity": "वाहन चोरी",
        "members": [
            {
                "member": {
                    "record_id": "namuna-1",
                    "form": "ocis_3",
                    "number": "M1",
                    "title": "नमूना सरगना",
                },
                "role": "LEADER",
            },
            {
                "member": {
                    "record_id": "namuna-2",
                    "form": "ocis_3",
                    "number": "M2",
                    "title": "उदाहरण सदस्य",
                },
                "role": "ACTIVE",
            },
        ],
        "victims": 1,
        "property": [
            {
                "category": "AUTOMOBILES",
                "description": "मोटर साइकिल (नमूना)",
                "value_rs": "45000",
                "registration_no": "UP00ZZ0003",
            }
        ],
        "weapon": "NONE",
        "outcome": "CHARGE_SHEET",
        "used_in_earlier_gangster_case": True,
        "earlier_case": "0002 (नमूना), थाना नमूनागंज",
        "intelligence": "बीट सूचना (नमूना)",
        "remark": "काल्पनिक नमूना",
    }


FORM = Form(
    code="ocis_2",
    version=1,
    title=Words("गैंग की आपराधिक गतिविधि (OCIS-2)", "Criminal activity of a gang (OCIS-2)"),
    short=Words("गैंग गतिविधि", "Gang activity"),
    sections=(INCIDENT, PEOPLE, OUTCOME_PAGE),
    role="operator",
    duty=("d-16",),
    law=Words("धारा 2(b) उ0प्र0 गिरोहबन्द अधिनियम 1986", "Section 2(b) U.P. Gangsters Act 1986"),
    rules=(
        Rule("OCIS.member", members_of_this_gang),
        Rule("OCIS.twice", crime_once),
        Rule("V01", not_before_the_gang),
    ),
    numbered=(Numbered("gang_activity"),),
    parent="ocis_1",
    parent_must=True,
    papers=(Paper("form", Words("गैंग गतिविधि", "Gang activity"), ""),),
    line=line,
    occurred="incident_dt",
    prepare=prepare,
    sample=sample,
)
