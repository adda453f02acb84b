"""Single woman (data bank): a woman who asked to be kept in touch with; sealed; duty d-12 of the letter."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.fields import (
    Attachment,
    Choice,
    Date,
    Group,
    Line,
    LongText,
    Need,
    Number,
    YesNo,
)
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import at_least
from forms.parts.lists import Fixed
from forms.parts.officer import officer
from forms.parts.person import person, persons
from forms.parts.place import typed_address_parts
from forms.parts.watch import contacts, visit_due, visits

STATUS = Fixed(
    "SINGLE_WOMAN",
    (
        ("UNMARRIED", Words("अविवाहित", "Unmarried")),
        ("WIDOW", Words("विधवा", "Widow")),
        ("DIVORCEE", Words("तलाकशुदा", "Divorced")),
        ("DESERTED", Words("परित्यक्ता", "Deserted")),
        ("ALONE", Words("अकेली निवासरत", "Lives alone")),
    ),
)

PERSON = Section(
    "person",
    Words("महिला", "Woman"),
    (
        YesNo(
            "consent",
            Words("विवरण रखने की सहमति", "Consents to this record"),
            need=Need.MUST,
            help=Words(
                "महिला की सहमति के बिना विवरण नहीं रखा जाता। पहले पूछें, फिर लिखें।",
                "Nothing is kept without the woman's consent. Ask first, then write.",
            ),
        ),
        person("person", Words("महिला", "Woman"), need=Need.MUST, sealed=True),
        Choice("status", Words("स्थिति", "Status"), choices=STATUS, need=Need.EXPECTED),
        Number("children", Words("बच्चे", "Children"), least=0, most=20),
    ),
)

DAY = Section(
    "day",
    Words("कार्य व आना-जाना", "Work and ways"),
    (
        Line("work", Words("कार्य / संस्था", "Work"), most=200, sealed=True),
        Group(
            "workplace",
            Words("कार्यस्थल", "Workplace"),
            kind="address",
            parts=typed_address_parts(True),
        ),
        LongText(
            "late_route",
            Words("देर से आने-जाने का समय व मार्ग", "Late hours and route"),
            most=1000,
        ),
        contacts(
            "contacts",
            Words("आपात सम्पर्क", "Emergency contacts"),
            need=Need.EXPECTED,
            sealed=True,
        ),
        Line(
            "helpline_ref",
            Words("1090 / 112 सन्दर्भ", "1090 / 112 reference"),
            most=60,
            sealed=True,
        ),
    ),
)

SAFETY = Section(
    "safety",
    Words("खतरा", "Threats"),
    (
        persons(
            "threats",
            Words("किससे खतरा", "Threat from"),
            sealed=True,
            extra=(LongText("brief", Words("खतरे का विवरण", "What the threat is"), most=2000),),
        ),
    ),
)

BEAT = Section(
    "beat",
    Words("बीट व भेंट", "Beat and visits"),
    (
        Line("beat", Words("बीट सं0", "Beat no."), most=20),
        officer("beat_officer", Words("बीट अधिकारी", "Beat officer")),
        visits(
            "visits",
            Words("भेंट", "Visits"),
            sealed=True,
            extra=(
                YesNo(
                    "woman_officer",
                    Words("महिला अधिकारी द्वारा?", "By a woman officer?"),
                    need=Need.EXPECTED,
                ),
            ),
        ),
        Attachment(
            "consent_paper", Words("सहमति पत्र की प्रति", "Scan of the consent"), printed=False
        ),
        Date(
            "consent_withdrawn",
            Words("सहमति वापस लेने की तिथि", "Consent withdrawn on"),
            help=Words(
                "सहमति वापस लेने पर तिथि लिखें; उसके बाद भेंट न करें।",
                "Write the day on which consent was withdrawn; no visits after it.",
            ),
        ),
    ),
)


def consented(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Without consent there is no record of a private woman (reference §5.31)."""
    if letter.get("consent") is False:
        yield Problem(
            ("consent",),
            "consent",
            Words(
                "महिला ने सहमति नहीं दी है, इसलिए विवरण पंजीकृत नहीं होगा। प्रारूप हटा दें।",
                "The woman does not consent, so nothing is registered. Please discard the draft.",
            ),
            Weight.REFUSE,
        )


def is_woman(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """The list is of women."""
    person_given = letter.get("person") or {}
    gender = person_given.get("gender") if isinstance(person_given, dict) else None
    if gender == "FEMALE":
        return
    if not gender:
        words = Words(
            "लिंग नहीं लिखा है। यह विवरण केवल महिलाओं का है; कृपया लिंग लिखें।",
            "The gender is blank. This record is of women only; please write it.",
        )
    else:
        words = Words(
            "यह विवरण केवल महिलाओं का है, पर लिंग ‘महिला’ नहीं है। ठीक करें, या कारण लिखें।",
            "This record is of women only, but the gender is another. Put it right, or write the reason.",
        )
    weight = Weight.REASON if gender else Weight.GAP
    yield Problem(("person", "gender"), "SW.gender", words, weight)


def visited_by_a_woman(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A single woman is visited by a woman officer, and not after consent was withdrawn."""
    withdrawn = str(letter.get("consent_withdrawn") or "")
    for number, row in enumerate(rows(letter, "visits")):
        if row.get("woman_officer") is False:
            yield Problem(
                ("visits", number, "woman_officer"),
                "SW.officer",
                Words(
                    "भेंट महिला अधिकारी द्वारा नहीं हुई। महिला अधिकारी साथ लें, या कारण लिखें।",
                    "The visit was not made by a woman officer. Take one along, or write the reason.",
                ),
                Weight.REASON,
            )
        if withdrawn and str(row.get("at") or "")[:10] > withdrawn:
            yield Problem(
                ("visits", number, "at"),
                "SW.withdrawn",
                Words(
                    "यह भेंट सहमति वापस लेने के बाद की है। कारण लिखें।",
                    "This visit is after consent was withdrawn. Write the reason.",
                ),
                Weight.REASON,
            )


def line(letter: Letter) -> str:
    """Never the name: the beat alone."""
    beat = letter.get("beat")
    return f"संवेदनशील · बीट {beat}" if isinstance(beat, str) and beat else "संवेदनशील"


def sample(now: dt.datetime) -> Letter:
    """A fictional widow who works late."""
    where = {"village_town": "मोहल्ला नमूनागंज", "district": "नमूना जनपद"}
    return {
        "consent": True,
        "person": {
            "name": "नमूना कुमारी",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण प्रसाद",
            "gender": "FEMALE",
            "age_years": 34,
            "occupation": "प्राइवेट नौकरी",
            "addresses": [{"address_type": "PRESENT", **where}],
            "phones": [{"phone": "9999900003"}],
        },
        "status": "WIDOW",
        "children": 1,
        "work": "नमूना कार्यालय",
        "workplace": {"address_type": "WORK", **where},
        "late_route": "रात्रि 9 बजे नमूना चौराहा होते हुए पैदल (काल्पनिक)",
        "contacts": [{"name": "उदाहरण देवी", "relation": "माता", "phone": "9999900004"}],
        "helpline_ref": "1090/नमूना",
        "threats": [
            {
                "name": "अज्ञात",
                "brief": "रास्ते में पीछा किये जाने की आशंका (नमूना)",
                "addresses": [{"village_town": "अज्ञात", "district": "अज्ञात"}],
            }
        ],
        "beat": "04",
        "beat_officer": {"name": "म0का0 नमूना देवी", "rank": "CONSTABLE"},
        "visits": [
            {
                "at": (now - dt.timedelta(days=9)).strftime("%Y-%m-%dT%H:%M"),
                "officer": {"name": "म0का0 नमूना देवी", "rank": "CONSTABLE"},
                "woman_officer": True,
                "remark": "कुशल (नमूना)",
            }
        ],
    }


FORM = Form(
    code="sng_woman",
    version=1,
    title=Words("एकल महिला विवरण", "Single woman"),
    short=Words("एकल महिला", "Single woman"),
    sections=(PERSON, DAY, SAFETY, BEAT),
    role="operator",
    duty=("d-12",),
    rules=(
        Rule("consent", consented),
        Rule("SW.gender", is_woman),
        at_least("person", 18, "महिला", "the woman", code="SW.age", below=Weight.REFUSE),
        Rule("SW.officer", visited_by_a_woman),
        visit_due("visits", unless="consent_withdrawn"),
    ),
    numbered=(Numbered("single_woman"),),
    papers=(
        Paper(
            "form",
            Words("भेंट कार्ड (गोपनीय)", "Visit card (confidential)"),
            "",
            copies=(Words("थाना प्रति", "Station copy"),),
        ),
    ),
    line=line,
    seal="single_woman",
    is_sensitive=lambda letter: True,
    sample=sample,
)
