"""Unidentified dead body (IIF-10): s.194 BNSS, before it s.174 CrPC; duty d-1 of the letter."""

import datetime as dt
from collections.abc import Iterator

from forms.kit.condition import Filled, Not
from forms.kit.fields import (
    Choice,
    Date,
    DateTime,
    Group,
    Line,
    Need,
    Number,
    Rows,
    YesNo,
)
from forms.kit.form import ClockStart, Facts, Form, Numbered, Paper, Rule, Section
from forms.kit.letter import Letter
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts import death, death_rules
from forms.parts.build import PHYSICAL
from forms.parts.case_link import take_fir
from forms.parts.gist import meaning, place_in
from forms.parts.lists import Fixed, Listed
from forms.parts.offence_rules import moment
from forms.parts.person import person
from forms.parts.signing import officer_signs, witnesses_sign
from forms.parts.under_diary import diary_if_none, take_diary_entry, told_at

KEEP_HOURS = 72
"""How long an unidentified body is kept: the practice elsewhere, for Uttar Pradesh to be confirmed."""

CONDITION = Fixed(
    "BODY_CONDITION",
    (
        ("FRESH", Words("ताजा", "Fresh")),
        ("DECOMPOSED", Words("सड़ा-गला", "Decomposed")),
        ("SKELETON", Words("कंकाल", "Skeleton")),
        ("BURNT", Words("जला हुआ", "Burnt")),
        ("MUTILATED", Words("क्षत-विक्षत", "Mutilated")),
    ),
)
VIEW = Fixed(
    "BODY_VIEW",
    (
        ("FRONT", Words("सामने से", "Front")),
        ("LEFT", Words("बायाँ पार्श्व", "Left profile")),
        ("RIGHT", Words("दायाँ पार्श्व", "Right profile")),
        ("MARKS", Words("पहचान चिन्ह", "Marks")),
        ("CLOTHES", Words("कपड़े", "Clothes")),
    ),
)

BODY = Section(
    "body",
    Words("शव का हुलिया", "Description of the body"),
    (
        Number(
            "approx_age_from",
            Words("अनुमानित आयु से", "Apparent age from"),
            least=0,
            most=120,
            unit=Words("वर्ष", "years"),
            need=Need.EXPECTED,
        ),
        Number(
            "approx_age_to",
            Words("अनुमानित आयु तक", "Apparent age to"),
            least=0,
            most=120,
            unit=Words("वर्ष", "years"),
            need=Need.EXPECTED,
        ),
        Choice("gender", Words("लिंग", "Gender"), choices=Listed("GENDER"), need=Need.EXPECTED),
        Group(
            "physical",
            Words("शारीरिक विशेषताएँ", "Physical features"),
            kind="physical",
            parts=PHYSICAL,
            need=Need.EXPECTED,
        ),
        Choice(
            "condition",
            Words("शव की दशा", "Condition of the body"),
            choices=CONDITION,
            need=Need.EXPECTED,
        ),
        Line(
            "probable_time_of_death",
            Words("मृत्यु का सम्भावित समय", "Probable time of death"),
            most=120,
            need=Need.EXPECTED,
        ),
    ),
)

EVIDENCE = Section(
    "evidence",
    Words("फोटो व पहचान के नमूने", "Photographs and samples"),
    (
        Rows(
            "photos",
            Words("शव के फोटो", "Photographs of the body"),
            need=Need.EXPECTED,
            row=Group(
                "photo_row",
                Words("फोटो", "Photograph"),
                parts=(
                    Choice("view", Words("किस ओर से", "View"), choices=VIEW),
                    death.picture("file", Words("फोटो", "Photograph")),
                ),
            ),
        ),
        YesNo(
            "fingerprints_taken",
            Words("अंगुलि छाप लिये गये?", "Fingerprints taken?"),
            need=Need.EXPECTED,
        ),
        YesNo("dna_sample", Words("डी0एन0ए0 नमूना लिया?", "DNA sample taken?"), need=Need.EXPECTED),
        Line("dental", Words("दाँतों का विवरण", "Dental particulars"), most=300, need=Need.EXPECTED),
        Date(
            "photo_circulated",
            Words("फोटो व हुलिया प्रसारित करने की तिथि", "Photograph and description circulated on"),
        ),
    ),
)

KEEPING = Section(
    "keeping",
    Words("शव का संरक्षण", "Keeping of the body"),
    (
        DateTime(
            "preserve_until",
            Words("शव कब तक सुरक्षित रखना है", "Body to be kept until"),
            fixed=True,
            future=True,
        ),
        Line("kept_at", Words("कहाँ रखा गया", "Kept at"), most=200),
    ),
)

_DECEASED = person(
    "deceased",
    Words("मृतक (शिनाख्त के बाद)", "Deceased (once identified)"),
    sealed=True,
    shown_when=Filled("identified_dt"),
    need_when=Filled("identified_dt"),
)


def ages(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """The apparent age runs upwards."""
    low, high = letter.get("approx_age_from"), letter.get("approx_age_to")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        yield Problem(
            ("approx_age_to",),
            "body.age",
            Words(
                f"अनुमानित आयु {low} से {high} वर्ष उल्टी लिखी है। कृपया ठीक करें।",
                f"The apparent age runs from {low} down to {high}. Please put it right.",
            ),
        )


def not_disposed_early(letter: Letter, _facts: Facts) -> Iterator[Problem]:
    """A body nobody knows is kept; the officer in charge may decide otherwise with a reason."""
    until, disposed = moment(letter.get("preserve_until")), moment(letter.get("body_disposed_dt"))
    if until and disposed and disposed < until and not letter.get("identified_dt"):
        yield Problem(
            ("body_disposed_dt",),
            "body.kept",
            Words(
                f"शव की शिनाख्त नहीं हुई है और उसे {until:%d-%m-%Y %H:%M} तक सुरक्षित रखना है। समय ठीक करें, "
                "या थाना प्रभारी कारण लिखकर अनुमति दें।",
                f"The body is not identified and is to be kept until {until:%d-%m-%Y %H:%M}. Put the "
                "time right, or the officer in charge allows it with a reason.",
            ),
            Weight.APPROVAL,
        )


def prepare(letter: Letter, facts: Facts) -> None:
    """Until when the body is kept, the FIR and diary entry above, a child's secrecy."""
    found = moment(letter.get("found_dt"))
    letter.pop("preserve_until", None)
    if found:
        letter["preserve_until"] = (found + dt.timedelta(hours=KEEP_HOURS)).strftime(
            "%Y-%m-%dT%H:%M"
        )
    take_fir(letter, facts)
    take_diary_entry(letter, facts)
    oldest = letter.get("approx_age_to")
    if "sensitive" not in letter and isinstance(oldest, int) and oldest < 18:
        letter["sensitive"] = True
    death_rules.mark_sensitive(letter, facts)


def begin(facts: Facts) -> Letter:
    """The hour of the information from the diary entry above."""
    told = told_at(facts)
    return {"info_dt": told} if told else {}


def _subject(_letter: Letter, facts: Facts) -> str:
    return death_rules.diary_subject(facts.numbers.get("iif_10", ""), "अज्ञात शव सं0")


def _brief(letter: Letter, facts: Facts) -> str:
    number = facts.numbers.get("iif_10", "")
    return death_rules.diary_brief(letter, number, "अज्ञात शव सं0", "अज्ञात व्यक्ति")


def line(letter: Letter) -> str:
    """Gender, apparent age and place."""
    who = meaning(Listed("GENDER"), letter.get("gender"))
    low, high = letter.get("approx_age_from"), letter.get("approx_age_to")
    age = f"{low}–{high} वर्ष" if low is not None and high is not None else ""
    told = " ".join(one for one in ("अज्ञात शव", who, age) if one)
    where = "संवेदनशील" if death_rules.is_sensitive(letter) else place_in(letter.get("found_place"))
    return f"{told} · {where}" if where else told


def sample(now: dt.datetime) -> Letter:
    """A fictional body found beside a canal."""

    def hours(ago: int) -> str:
        return (now - dt.timedelta(hours=ago)).strftime("%Y-%m-%dT%H:%M")

    where = {
        "village_town": "ग्राम नमूनापुर",
        "landmark": "नमूना नहर की पटरी",
        "district": "नमूना जनपद",
    }

    def who(name: str) -> Letter:
        return {
            "name": name,
            "relation_type": "FATHER",
            "relative_name": "उदाहरण लाल",
            "gender": "MALE",
            "age_years": 45,
            "addresses": [{"address_type": "PRESENT", **where}],
        }

    return {
        "info_by": {**who("नमूना चौकीदार"), "occupation": "ग्राम चौकीदार"},
        "info_dt": hours(30),
        "found_place": where,
        "place_type": "RIVER_CANAL",
        "found_dt": hours(31),
        "approx_age_from": 35,
        "approx_age_to": 45,
        "gender": "MALE",
        "physical": {"build": "MEDIUM", "height_cm": 168, "tattoo": "दाहिने हाथ पर फूल"},
        "condition": "FRESH",
        "probable_time_of_death": "लगभग एक दिन पूर्व",
        "photos": [
            {
                "view": "FRONT",
                "file": {
                    "sha256": "0" * 64,
                    "name": "namuna.jpg",
                    "mime": "image/jpeg",
                    "size": 1000,
                    "caption": "नमूना फोटो",
                },
            }
        ],
        "fingerprints_taken": True,
        "dna_sample": True,
        "dental": "सामने का एक दाँत टूटा",
        "photo_circulated": hours(24)[:10],
        "kept_at": "जिला मर्चरी (नमूना)",
        "clothes": "नीली कमीज, भूरी पैंट",
        "laundry_mark": "न0 7",
        "articles": [{"description": "स्टील की घड़ी", "sealed": True, "malkhana_no": "नमूना-1"}],
        "manner": "DROWNING",
        "apparent_cause": "डूबने से प्रतीत होता है",
        "inquest_officer": {"name": "उ0नि0 नमूना सिंह", "rank": "SI", "pno": "000000001"},
        "inquest_start_dt": hours(29),
        "inquest_end_dt": hours(27),
        "body_position": "शव पटरी पर चित पड़ा है, सिर उत्तर की ओर।",
        "surroundings": "नहर की पटरी, आस-पास झाड़ियाँ।",
        "no_wounds": True,
        "panch": [
            {**who(name), "opinion": "डूबने से मृत्यु प्रतीत होती है", "signed": True}
            for name in ("नमूना राम", "उदाहरण यादव", "नमूना अली", "उदाहरण वर्मा", "नमूना सिंह")
        ],
        "io_opinion": "मृत्यु डूबने से प्रतीत होती है; सही कारण शव परीक्षण से ज्ञात होगा।",
        "magistrate_held": False,
        "em_informed_dt": hours(30),
        "magistrate": {"court_type": "SDM", "court_name": "उप जिला मजिस्ट्रेट सदर"},
        "report_sent_dm_dt": hours(20),
        "pm_requested_dt": hours(26),
        "pm_hospital": "जिला चिकित्सालय नमूना जनपद",
        "pm_sent_through": {"name": "का0 नमूना राम", "rank": "CONSTABLE"},
        "pm_seal": "नमूना मोहर थाना",
        "pm_video": True,
        "final": "PENDING",
    }


FORM = Form(
    code="iif_10",
    version=1,
    title=Words("अज्ञात मृत शरीर (IIF-10)", "Unidentified dead body (IIF-10)"),
    short=Words("अज्ञात शव", "Unidentified body"),
    sections=(
        death.information(known=False),
        BODY,
        death.articles(),
        EVIDENCE,
        death.manner(),
        death.inquest(),
        death.opinions(),
        death.magistrate(),
        death.post_mortem(),
        death.identification(_DECEASED),
        KEEPING,
        death.result(),
    ),
    role="operator",
    duty=("d-1",),
    law=Words("धारा 194 बी.एन.एस.एस. (174 दं0प्र0सं0)", "Section 194 B.N.S.S. (174 Cr.P.C.)"),
    rules=(*death_rules.RULES, Rule("body.age", ages), Rule("body.kept", not_disposed_early)),
    numbered=(Numbered("uidb"),),
    parent="gd",
    also_under=("iif_1", "fir_rereg", "iif_9"),
    consequences=(
        diary_if_none("UD", _subject, _brief),
        death_rules.body_disposed("iif_10", "अज्ञात शव सं0"),
    ),
    clocks=(
        ClockStart(
            "K18", at="inquest_end_dt", done="report_sent_dm_dt", when=Filled("inquest_end_dt")
        ),
        ClockStart(
            "K37", at="found_dt", done="body_disposed_dt", when=Not(Filled("identified_dt"))
        ),
    ),
    papers=(
        Paper(
            "form",
            Words("अज्ञात शव का पंचायतनामा", "Inquest of an unidentified body"),
            "",
            copies=(
                Words(
                    "जिला / उप जिला मजिस्ट्रेट प्रति", "District or Sub-divisional Magistrate's copy"
                ),
                Words("शव परीक्षण चिकित्सक प्रति", "Copy for the doctor"),
                Words("न्यायालय / क्षेत्राधिकारी प्रति", "Copy for the court or circle officer"),
                Words("थाना प्रति", "Station copy"),
            ),
            signers=(
                witnesses_sign("panch"),
                officer_signs("जाँच अधिकारी", "Officer who held the inquest", "inquest_officer"),
            ),
        ),
    ),
    line=line,
    occurred="found_dt",
    is_sensitive=death_rules.is_sensitive,
    prepare=prepare,
    begin=begin,
    sample=sample,
)
