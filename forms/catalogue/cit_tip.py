"""Information that a helpful citizen gives (duty b-11); the informer stays secret and unprinted."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from forms.kit.condition import Is, Not
from forms.kit.fields import (
    Choice,
    DateTime,
    Field,
    Group,
    Index,
    Line,
    LongText,
    Need,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import Facts, Form, Numbered, Rule, Section
from forms.kit.letter import Letter, is_blank
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.lists import Fixed
from forms.parts.person import person, persons
from forms.parts.place import address
from forms.parts.spoken import day_said, text_said
from forms.parts.work import enclosures

CHANNEL = Fixed(
    "TIP_CHANNEL",
    (
        ("UPCOP", Words("यूपीकॉप", "UPCOP")),
        ("DIAL_112", Words("112", "112")),
        ("PHONE", Words("फोन", "Phone")),
        ("IN_PERSON", Words("व्यक्तिगत", "In person")),
        ("LETTER", Words("पत्र", "Letter")),
        ("SOCIAL_MEDIA", Words("सोशल मीडिया", "Social media")),
    ),
)
VERIFIED = Fixed(
    "TIP_VERIFIED",
    (
        ("YES", Words("हाँ, सूचना सही", "Yes, found true")),
        ("NO", Words("नहीं, सूचना सही नहीं", "No, not found true")),
        ("RUNNING", Words("जारी", "In hand")),
    ),
)


def closed(part: Field) -> Field:
    """The field with all below it sealed, unprinted and in no index: nothing may lead to the informer."""
    part = replace(part, sealed=True, printed=False, index=None)
    if isinstance(part, Group):
        return replace(part, parts=tuple(closed(inner) for inner in part.parts))
    if isinstance(part, Rows):
        return replace(part, row=cast(Group, closed(part.row)))
    return part


RECEIPT = Section(
    "receipt",
    Words("सूचना की प्राप्ति", "Receipt of the information"),
    (
        DateTime("received_at", Words("प्राप्ति दिनांक व समय", "Received at"), need=Need.MUST),
        Choice("channel", Words("माध्यम", "Channel"), choices=CHANNEL, need=Need.EXPECTED),
        YesNo("anonymous", Words("गुमनाम?", "Anonymous?"), need=Need.EXPECTED),
        closed(
            person(
                "informer",
                Words("सूचनादाता (गोपनीय)", "Informer (secret)"),
                shown_when=Not(Is("anonymous", True)),
            )
        ),
    ),
)

CONTENT = Section(
    "content",
    Words("सूचना", "Information"),
    (
        Line(
            "subject",
            Words("विषय", "Subject"),
            most=100,
            need=Need.MUST,
            help=Words(
                "सूचनादाता का नाम, सम्बन्ध या पता विषय व सूचना में न लिखें।",
                "Do not write the informer's name, kinship or address into subject or text.",
            ),
        ),
        DateTime(
            "info_at", Words("सूचना से सम्बन्धित समय", "Time the information is about"), future=True
        ),
        address("place", Words("स्थान", "Place")),
        LongText("brief", Words("सूचना", "Information"), need=Need.MUST),
        persons("persons", Words("सूचना में आये व्यक्ति", "Persons named in it"), sealed=True),
        Rows(
            "vehicles",
            Words("वाहन", "Vehicles"),
            row=Group(
                "vehicle",
                Words("वाहन", "Vehicle"),
                parts=(
                    Line(
                        "registration_no",
                        Words("पंजीयन सं0 (पूरा या अधूरा)", "Registration, whole or part"),
                        most=20,
                        index=Index.VEHICLE,
                    ),
                    Line("description", Words("विवरण", "Description")),
                ),
            ),
        ),
        enclosures("files", Words("फोटो / वीडियो / आवाज", "Photo, video or voice")),
    ),
)

ACTION = Section(
    "action",
    Words("सत्यापन व कार्यवाही", "Verification and action"),
    (
        Choice("verified", Words("सत्यापित", "Verified"), choices=VERIFIED, need=Need.EXPECTED),
        LongText(
            "action",
            Words("कार्यवाही", "Action"),
            most=5000,
            need_when=Is("verified", "YES"),
        ),
        Reference(
            "gd_ref",
            Words("रोजनामचा सन्दर्भ (सूचनादाता के नाम के बिना)", "Diary entry (without the informer)"),
            form="gd",
        ),
        Reference("linked", Words("सम्बन्धित प्रपत्र", "Linked record")),
        YesNo("reward", Words("पुरस्कार प्रस्तावित?", "Reward proposed?")),
    ),
)


def informer_not_in_the_text(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """What may be read by more than one must not name the informer."""
    informer = letter.get("informer")
    name = text_said(informer.get("name")) if isinstance(informer, dict) else ""
    if len(name) < 3:
        return
    for key in ("subject", "brief", "action"):
        if name in text_said(letter.get(key)):
            yield Problem(
                (key,),
                "tip.named",
                Words(
                    "यहाँ सूचनादाता का नाम लिखा है, जिसे गोपनीय रखना है। कृपया नाम हटाएँ।",
                    "The informer is named here and must stay secret. Please take the name out.",
                ),
                Weight.REFUSE,
            )


def known_or_anonymous(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Who is not anonymous is written down, for later questions and a reward."""
    if letter.get("anonymous") is False and is_blank(letter.get("informer")):
        yield Problem(
            ("informer",),
            "tip.informer",
            Words(
                "सूचना गुमनाम नहीं है पर सूचनादाता खाली है। नाम लिखें, या गुमनाम चुनें।",
                "The information is not anonymous, yet the informer is blank. Write the name, or "
                "choose anonymous.",
            ),
            Weight.GAP,
        )


def line(letter: Letter) -> str:
    """Channel and day: subject and persons stay sealed."""
    channel = CHANNEL.words_of(str(letter.get("channel")))
    parts = (channel.hi if channel else "सूचना", day_said(letter.get("received_at")), "संवेदनशील")
    return " · ".join(part for part in parts if part)


def sample(now: dt.datetime) -> Letter:
    """A fictional hint about a parked motor cycle."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {"village_town": "कस्बा नमूनागंज", "landmark": "पुराना गोदाम", "district": "नमूना जनपद"}
    return {
        "received_at": hours(5),
        "channel": "UPCOP",
        "anonymous": False,
        "informer": {
            "name": "सहायक नमूना नागरिक",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण नागरिक",
            "addresses": [{"village_town": "नमूनापुर", "district": "नमूना जनपद"}],
            "phones": [{"phone": "9999900003"}],
        },
        "subject": "संदिग्ध मोटर साइकिल (नमूना)",
        "info_at": hours(9),
        "place": where,
        "brief": "पुराने गोदाम के पीछे बिना नम्बर की मोटर साइकिल रात में खड़ी की जाती है। (काल्पनिक नमूना)",
        "vehicles": [{"registration_no": "UP00ZZ", "description": "काली मोटर साइकिल"}],
        "verified": "RUNNING",
        "reward": False,
    }


FORM = Form(
    code="cit_tip",
    version=1,
    title=Words("पुलिस सूचना के लिये सहायक नागरिक विवरण", "Information from a helpful citizen"),
    short=Words("नागरिक सूचना", "Citizen information"),
    sections=(RECEIPT, CONTENT, ACTION),
    role="moharir",
    duty=("b-11",),
    rules=(
        Rule("tip.named", informer_not_in_the_text),
        Rule("tip.informer", known_or_anonymous),
    ),
    numbered=(Numbered("citizen_tip"),),
    line=line,
    occurred="received_at",
    seal="informant_identity",
    is_sensitive=lambda letter: True,
    sample=sample,
)
