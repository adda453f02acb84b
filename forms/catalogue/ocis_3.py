"""Member of a gang (OCIS-3): U.P. Gangsters Act 1986, Rules of 2021; duty d-17 of the letter."""

import datetime as dt
from collections.abc import Iterator, Mapping

from forms.kit.condition import Is
from forms.kit.fields import (
    Choice,
    Date,
    Group,
    Index,
    Line,
    Money,
    Need,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import is_child
from forms.parts.crime_history import SAMPLE_PHOTO, cases, fill_case_numbers, same_case_once
from forms.parts.gang import MEMBER_ROLE, gang_reference, refer_to_gang
from forms.parts.lists import Fixed
from forms.parts.officer import court
from forms.parts.person import person, persons
from forms.parts.place import address
from forms.parts.property import properties
from forms.parts.totals import total_value
from forms.parts.watch import phones_vehicles, visits

STATUS = Fixed(
    "MEMBER_STATUS",
    (
        ("ACTIVE", Words("सक्रिय", "Active")),
        ("JAIL", Words("जेल", "In jail")),
        ("ABSCONDING", Words("फरार", "Absconding")),
        ("DEAD", Words("मृत", "Dead")),
        ("INACTIVE", Words("निष्क्रिय", "Inactive")),
    ),
)
SHEET_CLASS = Fixed(
    "HISTORY_SHEET_CLASS",
    (
        ("A", Words("क श्रेणी", "Class A")),
        ("B", Words("ख श्रेणी", "Class B")),
    ),
)

MEMBER = Section(
    "member",
    Words("सदस्य", "Member"),
    (
        gang_reference(),
        person(
            "member",
            Words("सदस्य", "Member"),
            need=Need.MUST,
            sealed=True,
            accused=True,
            photo=Need.EXPECTED,
            body=True,
        ),
        YesNo("minor", Words("18 वर्ष से कम", "Below eighteen"), fixed=True, printed=False),
        Line("fingerprint_ref", Words("अंगुलि छाप सन्दर्भ", "Finger print reference"), most=60),
        Choice("role", Words("भूमिका", "Role"), choices=MEMBER_ROLE, need=Need.EXPECTED),
        Date("joined_dt", Words("शामिल हुआ", "Joined on")),
        Choice("status", Words("स्थिति", "Status"), choices=STATUS, need=Need.EXPECTED),
    ),
)

HISTORY = Section(
    "history",
    Words("आपराधिक इतिहास", "Criminal history"),
    (
        cases("history", Words("आपराधिक इतिहास", "Criminal history"), need=Need.EXPECTED),
        Rows(
            "arrests",
            Words("गिरफ्तारियाँ", "Arrests"),
            row=Group(
                "arrest",
                Words("गिरफ्तारी", "Arrest"),
                parts=(
                    Date("on", Words("दिनांक", "Date"), need=Need.EXPECTED),
                    Line("thana", Words("थाना", "Police station")),
                    Line("fir_no", Words("मु0अ0सं0", "FIR no."), most=40, index=Index.NUMBER),
                ),
            ),
        ),
        Reference(
            "in_jail",
            Words("जेल में (कैदी विवरण)", "In jail (prisoner record)"),
            form="prisoner",
            shown_when=Is("status", "JAIL"),
        ),
        Line(
            "jail_name",
            Words("जेल", "Jail"),
            shown_when=Is("status", "JAIL"),
            need=Need.EXPECTED,
        ),
        Rows(
            "bail",
            Words("जमानत / जमानतदार", "Bail and sureties"),
            row=Group(
                "bail_row",
                Words("जमानत", "Bail"),
                parts=(
                    court("court", Words("न्यायालय", "Court")),
                    Date("on", Words("दिनांक", "Date"), need=Need.EXPECTED),
                    Line("surety", Words("जमानतदार", "Surety"), most=300, index=Index.NAME),
                ),
            ),
        ),
    ),
)

SHEETS = Section(
    "sheets",
    Words("हिस्ट्रीशीट व निगरानी", "History sheet and surveillance"),
    (
        Line("hs_no", Words("हिस्ट्रीशीट सं0", "History sheet no."), most=40, index=Index.NUMBER),
        Choice(
            "hs_class",
            Words("हिस्ट्रीशीट श्रेणी", "Class of history sheet"),
            choices=SHEET_CLASS,
        ),
        Reference("reward_ref", Words("पुरस्कार घोषणा", "Reward"), form="reward"),
        Reference("arms_ref", Words("शस्त्र लाइसेंस", "Arms licence"), form="arms_lic"),
        visits("surveillance", Words("निगरानी", "Surveillance")),
    ),
)

AROUND = Section(
    "around",
    Words("परिवार, सम्पर्क व सम्पत्ति", "Family, contacts, property"),
    (
        Rows(
            "family",
            Words("परिवार", "Family"),
            row=Group(
                "relative",
                Words("सदस्य", "Relative"),
                parts=(
                    Line(
                        "name",
                        Words("नाम", "Name"),
                        need=Need.EXPECTED,
                        index=Index.NAME,
                        sealed=True,
                    ),
                    Line("relation", Words("सम्बन्ध", "Relation"), most=60, need=Need.EXPECTED),
                    address("address", Words("पता", "Address")),
                ),
            ),
        ),
        persons("associates", Words("साथी", "Associates"), sealed=True),
        phones_vehicles(
            "phones_vehicles", Words("मोबाइल / वाहन / खाते", "Mobiles, vehicles, accounts")
        ),
        properties("property", Words("सम्पत्ति", "Property")),
        Money("property_total", Words("सम्पत्ति का कुल मूल्य", "Total value"), fixed=True),
    ),
)


def body_described(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A member is described; the sheet serves to recognise him."""
    member = letter.get("member")
    if isinstance(member, Mapping) and not member.get("physical"):
        yield Problem(
            ("member", "physical"),
            "required",
            Words(
                "शारीरिक विशेषताएँ: यह खाली है — कमी सूची में रहेगा, बाद में भरा जा सकता है।",
                "Physical features: this is blank; it stays on the deficiency list and can be "
                "filled later.",
            ),
            Weight.GAP,
        )


def one_leader(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A gang has one leader; a second one is explained."""
    others = [one for one in facts.case().of("ocis_3") if one.letter.get("role") == "LEADER"]
    if letter.get("role") == "LEADER" and others:
        yield Problem(
            ("role",),
            "OCIS.leader",
            Words(
                f"इस गैंग का सरगना पहले से दर्ज है (सदस्य {others[0].number})। भूमिका जाँचें, या कारण लिखें।",
                f"This gang has a leader on record already (member {others[0].number}). Check the "
                "role, or write the reason.",
            ),
            Weight.REASON,
        )


def member_once(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A person stands in a gang once."""
    own = _identity(letter)
    for one in facts.case().of("ocis_3"):
        if own[0] and own[0] != "अज्ञात" and _identity(one.letter) == own:
            yield Problem(
                ("member", "name"),
                "OCIS.member_again",
                Words(
                    f"इसी नाम और पिता के नाम का सदस्य {one.number} पहले से दर्ज है। जाँचें, या कारण लिखें।",
                    f"Member {one.number} has the same name and father's name. Check, or write the "
                    "reason.",
                ),
                Weight.REASON,
            )


def child_member(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A child stands in a gang sheet only if the officer in charge allows it (V04)."""
    if is_child(letter.get("member"), facts.now.date()):
        yield Problem(
            ("member", "dob"),
            "V04",
            Words(
                "सदस्य 18 वर्ष से कम का है (विधि विवादित किशोर)। थाना प्रभारी की स्वीकृति लें।",
                "The member is below 18 (a child in conflict with law). Ask the officer in charge.",
            ),
            Weight.APPROVAL,
        )


def _identity(letter: Letter) -> tuple[str, str]:
    member = letter.get("member")
    if not isinstance(member, Mapping):
        return "", ""
    name, father = str(member.get("name") or ""), str(member.get("relative_name") or "")
    return " ".join(name.split()), " ".join(father.split())


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill the gang, numbers of chosen cases, the value, and whether the member is a child."""
    refer_to_gang(letter, facts)
    fill_case_numbers(letter, "history")
    total_value(letter, "property", "property_total")
    letter.pop("minor", None)
    if is_child(letter.get("member"), facts.now.date()):
        letter["minor"] = True


def line(letter: Letter) -> str:
    """Name and role; a child is not named."""
    name = "संवेदनशील (विधि विवादित किशोर)" if letter.get("minor") else _identity(letter)[0]
    role = MEMBER_ROLE.words_of(str(letter.get("role") or ""))
    count = len(list(rows(letter, "history")))
    parts = (name, role.hi if role else "", f"{count} अभियोग" if count else "")
    return " · ".join(one for one in parts if one)


def sample(now: dt.datetime) -> Letter:
    """A fictional active member, now in jail."""
    where = {"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}

    def day(ago: int) -> str:
        return (now - dt.timedelta(days=ago)).strftime("%Y-%m-%d")

    return {
        "member": {
            "name": "उदाहरण सिंह",
            "alias": "नमूना",
            "relation_type": "FATHER",
            "relative_name": "नमूना सिंह",
            "gender": "MALE",
            "birth_year": now.year - 33,
            "religion": "NOT_STATED",
            "caste": "अज्ञात",
            "caste_category": "UNKNOWN",
            "addresses": [{"address_type": "PERMANENT", **where}],
            "photo": SAMPLE_PHOTO,
            "physical": {"build": "STURDY", "height_cm": 175, "scar": "दाहिने गाल पर (नमूना)"},
        },
        "fingerprint_ref": "FP/नमूना/2",
        "role": "ACTIVE",
        "joined_dt": day(700),
        "status": "JAIL",
        "history": [
            {
                "fir_no": "0031 (नमूना)",
                "fir_date": day(60),
                "thana": "थाना नमूनागंज",
                "district": "नमूना जनपद",
                "acts": [{"act": "BNS", "section": "303(2)"}],
                "status": "CHARGE_SHEET",
            }
        ],
        "arrests": [{"on": day(50), "thana": "थाना नमूनागंज", "fir_no": "0031 (नमूना)"}],
        "jail_name": "जिला कारागार नमूना जनपद",
        "bail": [
            {
                "court": {"court_type": "CJM", "court_name": "मुख्य न्यायिक मजिस्ट्रेट"},
                "on": day(30),
                "surety": "नमूना जमानतदार",
            }
        ],
        "hs_no": "HS-00 (नमूना)",
        "hs_class": "A",
        "surveillance": [
            {
                "at": (now - dt.timedelta(days=80)).strftime("%Y-%m-%dT%H:%M"),
                "officer": {"name": "का0 नमूना राम", "rank": "CONSTABLE"},
                "remark": "घर पर मिला (नमूना)",
            }
        ],
        "family": [{"name": "नमूना देवी", "relation": "माता", "address": where}],
        "associates": [
            {
                "name": "नमूना साथी",
                "relation_type": "FATHER",
                "relative_name": "उदाहरण साथी",
                "addresses": [{"address_type": "PRESENT", **where}],
            }
        ],
        "phones_vehicles": [{"kind": "MOBILE", "phone": "9999900006"}],
        "property": [{"category": "OTHERS", "description": "मकान (नमूना)", "value_rs": "900000"}],
    }


FORM = Form(
    code="ocis_3",
    version=1,
    title=Words("गैंग सदस्य विवरण (OCIS-3)", "Member of a gang (OCIS-3)"),
    short=Words("गैंग सदस्य", "Gang member"),
    sections=(MEMBER, HISTORY, SHEETS, AROUND),
    role="operator",
    duty=("d-17",),
    law=Words("उ0प्र0 गिरोहबन्द अधिनियम 1986", "U.P. Gangsters Act 1986"),
    rules=(
        Rule("required", body_described),
        Rule("OCIS.leader", one_leader),
        Rule("OCIS.member_again", member_once),
        Rule("V04", child_member),
        same_case_once("history"),
    ),
    numbered=(Numbered("gang_member"),),
    parent="ocis_1",
    parent_must=True,
    papers=(Paper("form", Words("गैंग सदस्य विवरण", "Member of a gang"), ""),),
    line=line,
    occurred="joined_dt",
    is_sensitive=lambda letter: letter.get("minor") is True,
    prepare=prepare,
    sample=sample,
)
