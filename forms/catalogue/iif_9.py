"""Unidentified living person (IIF-9): a child goes before the CWC, JJ Act 2015 s.31 (duty b-8)."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import All, Filled, Is, OneOf
from forms.kit.fields import (
    Attachment,
    Choice,
    DateTime,
    Group,
    Index,
    Line,
    Need,
    Number,
    Reference,
    Rows,
    YesNo,
)
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter, is_blank
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.age import ADULT
from forms.parts.build import PHYSICAL
from forms.parts.case import diary, diary_reference, in_order, later_diary
from forms.parts.incident import name_in, place_in
from forms.parts.lists import Fixed, Listed
from forms.parts.person import person
from forms.parts.place import address
from forms.parts.property import properties
from forms.parts.signing import signs

GENDER = Listed("GENDER")
CONDITION = Fixed(
    "FOUND_CONDITION",
    (
        ("WELL", Words("स्वस्थ", "Well")),
        ("INJURED", Words("घायल", "Injured")),
        ("ILL", Words("अस्वस्थ", "Ill")),
        ("UNCONSCIOUS", Words("बेहोश", "Unconscious")),
        ("MENTAL", Words("मानसिक अस्वस्थ", "Mentally unwell")),
        ("DEAF_MUTE", Words("मूक-बधिर", "Deaf and mute")),
        ("INTOXICATED", Words("नशे में", "Intoxicated")),
    ),
)
KEPT_AT = Fixed(
    "KEPT_AT",
    (
        ("CHILD_HOME", Words("बाल गृह", "Children's home")),
        ("WOMEN_HOME", Words("नारी निकेतन", "Women's home")),
        ("HOSPITAL", Words("अस्पताल", "Hospital")),
        ("AGED_HOME", Words("वृद्धाश्रम", "Old age home")),
        ("MENTAL_HOSPITAL", Words("मानसिक चिकित्सालय", "Mental hospital")),
        ("FAMILY", Words("परिजन", "Family")),
    ),
)
STATUS = Fixed(
    "UNIDENTIFIED_STATUS",
    (
        ("UNKNOWN", Words("अज्ञात", "Unidentified")),
        ("IDENTIFIED", Words("पहचान हुई", "Identified")),
        ("HANDED_OVER", Words("सुपुर्द", "Handed over")),
        ("IN_CARE", Words("संस्था में", "In an institution")),
    ),
)

FOUND = Section(
    "found",
    Words("कब, कहाँ मिले", "When and where found"),
    (
        DateTime("found_dt", Words("मिलने का दिनांक व समय", "Found at"), need=Need.MUST),
        diary_reference(),
        address("found_place", Words("मिलने का स्थान", "Where found"), need=Need.EXPECTED),
        person("brought_by", Words("लाने वाला", "Brought by")),
    ),
)

PERSON = Section(
    "person",
    Words("अज्ञात व्यक्ति", "The person"),
    (
        Number(
            "age_from",
            Words("अनुमानित आयु से", "Age, from (estimate)"),
            least=0,
            most=120,
            unit=Words("वर्ष", "years"),
            need=Need.EXPECTED,
            help=Words(
                "कम से कम जितनी लगे; 18 से कम होने पर बालक माना जायेगा।",
                "The least it may be; below 18 the person counts as a child.",
            ),
        ),
        Number(
            "age_to",
            Words("अनुमानित आयु तक", "Age, to"),
            least=0,
            most=120,
            unit=Words("वर्ष", "years"),
            need=Need.EXPECTED,
        ),
        Choice("gender", Words("लिंग", "Gender"), choices=GENDER, need=Need.EXPECTED),
        Group(
            "physical",
            Words("शारीरिक विशेषताएँ", "Physical features"),
            kind="physical",
            parts=PHYSICAL,
            need=Need.EXPECTED,
        ),
        Rows(
            "photo",
            Words("फोटो", "Photos"),
            need=Need.EXPECTED,
            row=Group(
                "photo_row",
                Words("फोटो", "Photo"),
                parts=(
                    Attachment(
                        "file",
                        Words("फोटो", "Photo"),
                        mimes=("image/jpeg", "image/png"),
                        need=Need.EXPECTED,
                        sealed=True,
                    ),
                    Line("caption", Words("विवरण", "Caption")),
                ),
            ),
        ),
        YesNo("fingerprint", Words("फिंगर प्रिंट लिये गये", "Finger-prints taken"), need=Need.EXPECTED),
    ),
)

TOLD = Section(
    "told",
    Words("बताया गया व पास मिला", "What was said and carried"),
    (
        Line(
            "told_name",
            Words("बताया गया नाम", "Name as told"),
            most=300,
            index=Index.NAME,
            sealed=True,
        ),
        Line(
            "told_address",
            Words("बताया गया पता", "Address as told"),
            most=500,
            index=Index.PLACE,
            sealed=True,
        ),
        Line("language", Words("भाषा / बोली", "Language, dialect")),
        Line(
            "clothes",
            Words("वस्त्र", "Clothes"),
            most=500,
            need=Need.EXPECTED,
            index=Index.TEXT,
        ),
        properties("articles", Words("पास मिला सामान", "Articles found")),
    ),
)

CARE = Section(
    "care",
    Words("दशा व देखभाल", "Condition and care"),
    (
        Choice("condition", Words("दशा", "Condition"), choices=CONDITION, need=Need.EXPECTED),
        Reference("mlc_ref", Words("चिकित्सीय परीक्षण (मजरूबी)", "Medical examination"), form="mlc"),
        DateTime(
            "produced_at",
            Words("सी0डब्लू0सी0 / मजिस्ट्रेट के समक्ष", "Before the CWC or Magistrate at"),
            source="JJ Act 31",
            help=Words(
                "बालक को 24 घण्टे के भीतर बाल कल्याण समिति के समक्ष ले जाया जाता है।",
                "A child is taken before the Child Welfare Committee within 24 hours.",
            ),
        ),
        Choice("kept_at", Words("कहाँ रखा गया", "Kept at"), choices=KEPT_AT, need=Need.EXPECTED),
        Line("kept_name", Words("संस्था का नाम", "Name of the institution")),
        Line(
            "order_no",
            Words("सी0डब्लू0सी0 / मजिस्ट्रेट का आदेश", "Order of the CWC or Magistrate"),
            most=80,
            index=Index.NUMBER,
            need_when=Is("condition", "MENTAL"),
        ),
    ),
)

OUTCOME = Section(
    "outcome",
    Words("पहचान व सुपुर्दगी", "Identity and handing over"),
    (
        Rows(
            "match_refs",
            Words("मिलान", "Matches"),
            row=Group(
                "match",
                Words("मिलान", "Match"),
                parts=(Reference("match", Words("मिलान", "Match"), form="match"),),
            ),
        ),
        diary_reference(
            key="handed_gd_ref", hi="सुपुर्दगी की रपट", en="Diary entry of the handing over"
        ),
        Choice("status", Words("स्थिति", "Status"), choices=STATUS, need=Need.EXPECTED),
        person(
            "identified_as",
            Words("पहचान", "Identified as"),
            sealed=True,
            shown_when=OneOf("status", ("IDENTIFIED", "HANDED_OVER")),
        ),
        person(
            "handed_to",
            Words("सुपुर्दगी", "Handed over to"),
            sealed=True,
            shown_when=Is("status", "HANDED_OVER"),
            need=Need.EXPECTED,
        ),
        DateTime(
            "handed_dt",
            Words("सुपुर्दगी दिनांक व समय", "Handed over at"),
            shown_when=Is("status", "HANDED_OVER"),
            need=Need.EXPECTED,
        ),
    ),
)


def may_be_a_child(letter: Letter) -> bool:
    """Whether the least age estimated is below 18."""
    age = letter.get("age_from")
    return isinstance(age, int) and not isinstance(age, bool) and age < ADULT


def age_range(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """The range of ages reads upwards; matching goes by it."""
    low, high = letter.get("age_from"), letter.get("age_to")
    if isinstance(low, int) and isinstance(high, int) and high < low:
        yield Problem(
            ("age_to",),
            "IIF9.age",
            Words(
                f"आयु ‘तक’ ({high}) आयु ‘से’ ({low}) कम है। कृपया ठीक करें।",
                f"The age runs from {low} to {high}. Please put it right.",
            ),
            Weight.REFUSE,
        )


def child_before_the_committee(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A found child is produced before the Child Welfare Committee within 24 hours (JJ Act 31)."""
    if not may_be_a_child(letter):
        return
    if is_blank(letter.get("produced_at")):
        yield Problem(
            ("produced_at",),
            "IIF9.committee",
            Words(
                "आयु 18 वर्ष से कम हो सकती है: 24 घण्टे के भीतर बाल कल्याण समिति के समक्ष प्रस्तुत करें और समय लिखें।",
                "This may be a child: produce before the Child Welfare Committee within 24 hours and "
                "write when.",
            ),
            Weight.GAP,
            "JJ Act 31",
        )
    elif is_blank(letter.get("order_no")):
        yield Problem(
            ("order_no",),
            "IIF9.order",
            Words(
                "बाल कल्याण समिति का आदेश नहीं लिखा है। बालक को रखने का आदेश सं0 व दिनांक लिखें।",
                "The order of the Child Welfare Committee is not written. Write its number and date.",
            ),
            Weight.GAP,
            "JJ Act 31",
        )


def is_sensitive(letter: Letter) -> bool:
    """A child's identity is sealed (JJ Act 74)."""
    return may_be_a_child(letter)


def _described(letter: Letter) -> str:
    gender = GENDER.words_of(str(letter.get("gender") or ""))
    ages = "–".join(
        str(letter[key]) for key in ("age_from", "age_to") if not is_blank(letter.get(key))
    )
    kind = "बालक / बालिका" if may_be_a_child(letter) else "व्यक्ति"
    return (
        f"अज्ञात {kind}{f' ({gender.hi})' if gender else ''}{f' आयु लगभग {ages} वर्ष' if ages else ''}"
    )


def _subject(letter: Letter, facts: Facts) -> str:
    return f"अज्ञात व्यक्ति सं0 {facts.numbers.get('iif_9', '')}".strip()


def _diary(letter: Letter, facts: Facts) -> str:
    where, by = place_in(letter, "found_place"), name_in(letter, "brought_by")
    condition = CONDITION.words_of(str(letter.get("condition") or ""))
    kept = KEPT_AT.words_of(str(letter.get("kept_at") or ""))
    return (
        f"इस समय {f'{by} द्वारा ' if by else ''}एक {_described(letter)} को थाने लाया गया"
        f"{f', जो {where} पर मिले' if where else ''}। {f'दशा: {condition.hi}। ' if condition else ''}"
        f"अज्ञात व्यक्ति सं0 {facts.numbers.get('iif_9', '')} पर दर्ज किया गया। "
        f"{f'{kept.hi} भेजा / सुपुर्द किया गया। ' if kept else ''}हुलिया प्रसारित कर पहचान की कार्यवाही की जा रही है।"
    )


def _handed(letter: Letter, facts: Facts) -> str:
    return (
        f"अज्ञात व्यक्ति सं0 {facts.numbers.get('iif_9', '')} में अंकित {_described(letter)} को "
        "पहचान के उपरान्त सुपुर्द किया गया।"
    )


def line(letter: Letter) -> str:
    """Gender and age, place, and how it stands; never a name."""
    status = STATUS.words_of(str(letter.get("status") or ""))
    where = place_in(letter, "found_place")
    parts = (_described(letter), where, status.hi if status else "")
    return " · ".join(filter(None, parts))


def sample(now: dt.datetime) -> Letter:
    """A fictional old woman found at a railway station."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    return {
        "found_dt": hours(6),
        "found_place": {
            "village_town": "कस्बा नमूनागंज",
            "landmark": "रेलवे स्टेशन",
            "district": "नमूना जनपद",
        },
        "brought_by": {
            "name": "उदाहरण सिंह",
            "relation_type": "FATHER",
            "relative_name": "नमूना सिंह",
            "gender": "MALE",
            "addresses": [
                {
                    "address_type": "PRESENT",
                    "village_town": "कस्बा नमूनागंज",
                    "district": "नमूना जनपद",
                }
            ],
            "phones": [{"phone": "9999900007"}],
        },
        "age_from": 60,
        "age_to": 70,
        "gender": "FEMALE",
        "physical": {
            "build": "THIN",
            "height_cm": 150,
            "complexion": "DUSKY",
            "tattoo": "दाहिने हाथ पर गुदना",
        },
        "photo": [
            {
                "file": {
                    "sha256": "0" * 64,
                    "name": "namuna.jpg",
                    "mime": "image/jpeg",
                    "size": 52_000,
                    "caption": "नमूना फोटो",
                },
                "caption": "सामने से",
            }
        ],
        "fingerprint": False,
        "told_name": "रामकली (नमूना)",
        "told_address": "गाँव नमूनाडीह, जिला याद नहीं",
        "language": "भोजपुरी",
        "clothes": "नीली साड़ी, सफेद शाल",
        "articles": [{"category": "OTHERS", "description": "कपड़े की पोटली (नमूना)"}],
        "condition": "ILL",
        "produced_at": hours(1),
        "kept_at": "AGED_HOME",
        "kept_name": "वृद्धाश्रम नमूनागंज",
        "order_no": "नमूना/15",
        "status": "IN_CARE",
    }


FORM = Form(
    code="iif_9",
    version=1,
    title=Words("अज्ञात व्यक्ति (IIF-9)", "Unidentified person (IIF-9)"),
    short=Words("अज्ञात व्यक्ति", "Unidentified person"),
    sections=(FOUND, PERSON, TOLD, CARE, OUTCOME),
    law=Words(
        "बालक: धारा 31 किशोर न्याय अधिनियम 2015; मानसिक अस्वस्थ: धारा 100 मानसिक स्वास्थ्य देखरेख अधिनियम 2017",
        "A child: section 31 JJ Act 2015; the mentally ill: section 100 Mental Healthcare Act 2017",
    ),
    role="moharir",
    duty=("b-8",),
    rules=(
        Rule("IIF9.age", age_range),
        Rule("IIF9.child", child_before_the_committee),
        in_order(
            "found_dt",
            "produced_at",
            "समिति / मजिस्ट्रेट के समक्ष प्रस्तुति मिलने से पहले की है। कृपया समय ठीक करें।",
            "The person was produced before being found. Please put the time right.",
        ),
        in_order(
            "found_dt",
            "handed_dt",
            "सुपुर्दगी मिलने से पहले की है। कृपया समय ठीक करें।",
            "The person was handed over before being found. Please put the time right.",
        ),
    ),
    numbered=(Numbered("unidentified"),),
    consequences=(
        diary("AGY", "gd_ref", _subject, _diary),
        later_diary(
            "AGY",
            "handed_over",
            "अज्ञात व्यक्ति की सुपुर्दगी",
            _handed,
            when=All(Is("status", "HANDED_OVER"), Filled("handed_dt")),
            link="handed_gd_ref",
            at="handed_dt",
        ),
    ),
    clocks=(ClockStart("K38", at="found_dt", done="produced_at", when=may_be_a_child),),
    papers=(
        Paper(
            "form",
            Words("अज्ञात व्यक्ति का प्रेषण पत्र", "Forwarding of an unidentified person"),
            "",
            copies=(
                Words(
                    "समिति / संस्था / चिकित्सालय प्रति", "Committee's, institution's or hospital's copy"
                ),
                Words("थाना प्रति", "Station copy"),
            ),
            signers=(
                signs("लाने वाला", "Brought by", "brought_by", when=Filled("brought_by")),
                signs("जिसे सौंपा गया", "Handed over to", "handed_to", when=Filled("handed_to")),
            ),
        ),
    ),
    line=line,
    occurred="found_dt",
    is_sensitive=is_sensitive,
    sample=sample,
)
