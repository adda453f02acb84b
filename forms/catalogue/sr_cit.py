"""Senior citizen (data bank): a person of 60 or more whom the beat visits; duty d-11 of the letter."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.fields import Attachment, Choice, Date, Line, LongText, Need, YesNo
from forms.kit.form import Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import at_least
from forms.parts.lists import Fixed
from forms.parts.officer import officer
from forms.parts.person import person, persons
from forms.parts.watch import contacts, visit_due, visits

LIVING = Fixed(
    "SENIOR_LIVING",
    (
        ("ALONE", Words("अकेले", "Alone")),
        ("COUPLE", Words("दम्पति", "With spouse")),
        ("FAMILY", Words("परिवार के साथ", "With family")),
    ),
)
HELPER = Fixed(
    "HELPER_KIND",
    (
        ("SERVANT", Words("घरेलू सहायक", "Domestic help")),
        ("TENANT", Words("किरायेदार", "Tenant")),
    ),
)

PERSON = Section(
    "person",
    Words("वरिष्ठ नागरिक", "Senior citizen"),
    (
        person(
            "person",
            Words("वरिष्ठ नागरिक", "Senior citizen"),
            need=Need.MUST,
            photo=Need.OPTIONAL,
        ),
        Choice("living", Words("निवास", "Lives"), choices=LIVING, need=Need.EXPECTED),
        YesNo("children_abroad", Words("सन्तान विदेश / बाहर रहती है?", "Children live abroad?")),
    ),
)

CARE = Section(
    "care",
    Words("सम्पर्क व स्वास्थ्य", "Contacts and health"),
    (
        contacts("contacts", Words("आपात सम्पर्क", "Emergency contacts"), need=Need.EXPECTED),
        LongText("health", Words("स्वास्थ्य", "Health"), most=2000),
        Line("medicines", Words("दवा", "Medicines"), most=500),
        Line("doctor", Words("चिकित्सक व दूरभाष", "Doctor and phone"), most=200),
        persons(
            "servants",
            Words("घरेलू सहायक / किरायेदार", "Domestic help / tenants"),
            extra=(
                Choice("helper_kind", Words("प्रकार", "Kind"), choices=HELPER),
                YesNo("checked", Words("सत्यापन हुआ?", "Verified?"), need=Need.EXPECTED),
                Date("checked_on", Words("सत्यापन दिनांक", "Verified on")),
            ),
        ),
    ),
)

BEAT = Section(
    "beat",
    Words("बीट व भेंट", "Beat and visits"),
    (
        Line("beat", Words("बीट सं0", "Beat no."), most=20, need=Need.EXPECTED),
        officer("beat_officer", Words("बीट अधिकारी", "Beat officer"), need=Need.EXPECTED),
        YesNo("cctv", Words("सी0सी0टी0वी0 लगा है?", "CCTV installed?"), printed=False),
        LongText("needs", Words("आवश्यकता / सहायता", "Needs"), most=2000),
        Line(
            "upcop_ref",
            Words("यूपीकॉप सन्दर्भ", "UPCOP reference"),
            most=60,
            printed=False,
        ),
        visits("visits", Words("भेंट", "Visits")),
    ),
)

CONSENT = Section(
    "consent",
    Words("सहमति", "Consent"),
    (
        YesNo(
            "consent",
            Words("विवरण रखने की सहमति", "Consents to this record"),
            need=Need.EXPECTED,
            help=Words(
                "वरिष्ठ नागरिक से पूछकर ही विवरण लिखा जाता है।",
                "The record is written only after asking the senior citizen.",
            ),
        ),
        Attachment(
            "consent_paper", Words("सहमति पत्र की प्रति", "Scan of the consent"), printed=False
        ),
        Date("consent_withdrawn", Words("सहमति वापस लेने की तिथि", "Consent withdrawn on")),
    ),
)


def consented(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """A person who does not want to stand in the list stands there only for a written reason."""
    if letter.get("consent") is False:
        yield Problem(
            ("consent",),
            "consent",
            Words(
                "वरिष्ठ नागरिक ने सहमति नहीं दी है। विवरण न रखें, या रखने का कारण लिखें।",
                "The senior citizen does not consent. Do not keep the record, or write why it is kept.",
            ),
            Weight.REASON,
        )


def verified_helpers(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Help or a tenant in the house of someone who lives alone is verified."""
    if letter.get("living") not in ("ALONE", "COUPLE"):
        return
    for number, row in enumerate(rows(letter, "servants")):
        if row.get("checked") is False:
            yield Problem(
                ("servants", number, "checked"),
                "helper_unverified",
                Words(
                    "घरेलू सहायक / किरायेदार का सत्यापन शेष है। सत्यापन कराकर तिथि लिखें।",
                    "The help or tenant is not verified yet. Have it done and write the date.",
                ),
                Weight.GAP,
            )


def line(letter: Letter) -> str:
    """Name, how the person lives, and the beat."""
    who = letter.get("person")
    name = str(who.get("name") or "") if isinstance(who, dict) else ""
    words = LIVING.words_of(str(letter.get("living") or ""))
    beat = f"बीट {letter['beat']}" if letter.get("beat") else ""
    return " · ".join(one for one in (name, words.hi if words else "", beat) if one)


def sample(now: dt.datetime) -> Letter:
    """A fictional couple visited by the beat a few days ago."""
    where = {"village_town": "मोहल्ला नमूनागंज", "district": "नमूना जनपद"}
    return {
        "person": {
            "name": "नमूना देवी",
            "relation_type": "HUSBAND",
            "relative_name": "उदाहरण लाल",
            "gender": "FEMALE",
            "birth_year": now.year - 72,
            "addresses": [{"address_type": "PRESENT", **where}],
            "phones": [{"phone": "9999900001"}],
        },
        "living": "COUPLE",
        "children_abroad": True,
        "contacts": [{"name": "उदाहरण कुमार", "relation": "पुत्र", "phone": "9999900002"}],
        "health": "उच्च रक्तचाप (नमूना)",
        "medicines": "नमूना दवा प्रतिदिन",
        "doctor": "डा0 नमूना, जिला चिकित्सालय",
        "servants": [
            {
                "name": "नमूना सहायिका",
                "relation_type": "HUSBAND",
                "relative_name": "उदाहरण राम",
                "addresses": [{"address_type": "PRESENT", **where}],
                "helper_kind": "SERVANT",
                "checked": True,
                "checked_on": (now - dt.timedelta(days=40)).strftime("%Y-%m-%d"),
            }
        ],
        "beat": "04",
        "beat_officer": {"name": "का0 नमूना राम", "rank": "CONSTABLE", "pno": "000000003"},
        "cctv": False,
        "needs": "रात्रि गश्त में घण्टी बजाकर कुशल पूछा जाये।",
        "visits": [
            {
                "at": (now - dt.timedelta(days=5)).strftime("%Y-%m-%dT%H:%M"),
                "officer": {"name": "का0 नमूना राम", "rank": "CONSTABLE"},
                "remark": "कुशल, कोई समस्या नहीं बतायी (नमूना)",
            }
        ],
        "consent": True,
    }


FORM = Form(
    code="sr_cit",
    version=1,
    title=Words("वरिष्ठ नागरिक विवरण", "Senior citizen"),
    short=Words("वरिष्ठ नागरिक", "Senior citizen"),
    sections=(PERSON, CARE, BEAT, CONSENT),
    law=Words(
        "माता-पिता और वरिष्ठ नागरिकों का भरण-पोषण तथा कल्याण अधिनियम 2007",
        "Maintenance and Welfare of Parents and Senior Citizens Act 2007",
    ),
    role="operator",
    duty=("d-11",),
    rules=(
        at_least(
            "person",
            60,
            "वरिष्ठ नागरिक",
            "the senior citizen",
            code="SR.age",
            below=Weight.REASON,
        ),
        Rule("consent", consented),
        Rule("helper_unverified", verified_helpers),
        visit_due("visits", unless="consent_withdrawn"),
    ),
    numbered=(Numbered("senior_citizen"),),
    papers=(
        Paper(
            "form",
            Words("भेंट कार्ड", "Visit card"),
            "",
            copies=(Words("थाना प्रति", "Station copy"), Words("बीट प्रति", "Beat copy")),
        ),
    ),
    line=line,
    sample=sample,
)
