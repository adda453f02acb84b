"""Sex offender data bank (BNS 64-71, 74-78; IPC 354-354D, 376; POCSO); duty d-14 of the letter.

A child is never entered, and nothing here may tell who a victim is (s.72 BNS): there is no field
for a victim's name, and words that name one are refused.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from forms.codes import flags
from forms.kit.condition import Is
from forms.kit.fields import Choice, Date, Line, LongText, Need, YesNo
from forms.kit.form import Facts, Form, Numbered, Rule, Section
from forms.kit.letter import Letter, rows
from forms.kit.problem import Problem, Weight
from forms.kit.words import Words
from forms.parts.acts import chosen_sections
from forms.parts.age import age_span, at_least, day_of
from forms.parts.case import fir_of
from forms.parts.crime_history import (
    SAMPLE_PHOTO,
    accused_taken_over,
    case_taken_over,
    cases,
    fill_case_numbers,
    same_case_once,
)
from forms.parts.lists import Fixed, Listed
from forms.parts.person import person
from forms.parts.place import address
from forms.parts.watch import visits

AGE_GROUP = Fixed(
    "VICTIM_AGE_GROUP",
    (
        ("BELOW_12", Words("12 वर्ष से कम", "Below 12")),
        ("12_15", Words("12 से 15 वर्ष", "12 to 15")),
        ("16_17", Words("16 से 17 वर्ष", "16 to 17")),
        ("ADULT", Words("18 वर्ष या अधिक", "18 or more")),
    ),
)
RELATION = Fixed(
    "VICTIM_RELATION",
    (
        ("FAMILY", Words("परिवार", "Family")),
        ("NEIGHBOUR", Words("पड़ोसी", "Neighbour")),
        ("ACQUAINTED", Words("परिचित", "Acquainted")),
        ("TEACHER", Words("शिक्षक", "Teacher")),
        ("STRANGER", Words("अजनबी", "Stranger")),
        ("OTHER", Words("अन्य", "Other")),
    ),
)
_NAMELESS = Words(
    "पीड़ित का नाम, परिजन, विद्यालय या पता यहाँ न लिखें (धारा 72 बी0एन0एस0)।",
    "Do not write the victim's name, family, school or address here (s.72 BNS).",
)

OFFENDER = Section(
    "offender",
    Words("अपराधी", "Offender"),
    (
        person(
            "offender",
            Words("अपराधी", "Offender"),
            need=Need.MUST,
            accused=True,
            photo=Need.EXPECTED,
            body=True,
        ),
        Line("fingerprint_ref", Words("अंगुलि छाप सन्दर्भ", "Finger print reference"), most=60),
        address("present_address", Words("वर्तमान पता", "Present address")),
    ),
)

CASES = Section(
    "cases",
    Words("अभियोग", "Cases"),
    (
        cases("fir_refs", Words("अभियोग", "Cases"), need=Need.MUST),
        YesNo(
            "convicted",
            Words("दोषसिद्ध?", "Convicted?"),
            need=Need.EXPECTED,
            help=Words(
                "दोषसिद्ध और केवल आरोपित व्यक्ति अलग-अलग दिखाये जाते हैं।",
                "Convicts and persons only accused are shown apart.",
            ),
        ),
        Line(
            "sentence",
            Words("दण्ड", "Sentence"),
            most=500,
            shown_when=Is("convicted", True),
            need=Need.EXPECTED,
        ),
        Date("release_dt", Words("रिहाई", "Released on")),
    ),
)

MANNER = Section(
    "manner",
    Words("अपराध का तरीका", "Manner of the offence"),
    (
        Choice(
            "victim_age_group",
            Words("पीड़ित आयु वर्ग", "Age group of the victim"),
            choices=AGE_GROUP,
            need=Need.EXPECTED,
            help=_NAMELESS,
        ),
        Choice(
            "victim_relation",
            Words("पीड़ित से सम्बन्ध", "Relation to the victim"),
            choices=RELATION,
        ),
        LongText("mo", Words("तरीका", "Modus operandi"), most=3000, help=_NAMELESS),
        Choice("place_type", Words("स्थान का प्रकार", "Kind of place"), choices=Listed("PLACE_TYPE")),
        visits("surveillance", Words("निगरानी", "Surveillance")),
    ),
)


def sexual_case(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """At least one case is of a sexual offence; nobody else belongs into this bank."""
    sections = [one for row in rows(letter, "fir_refs") for one in chosen_sections(dict(row))]
    if sections and not (flags(sections).sexual or flags(sections).pocso):
        yield Problem(
            ("fir_refs",),
            "SEX.sections",
            Words(
                "अभियोगों में यौन अपराध की कोई धारा नहीं है। धारा ठीक करें, या थाना प्रभारी की स्वीकृति लें।",
                "None of the cases has a section of a sexual offence. Put the section right, or ask "
                "the officer in charge.",
            ),
            Weight.APPROVAL,
        )


def not_a_child_then(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """Who was a child when the case was registered is not entered, however old today."""
    offender = letter.get("offender")
    if not isinstance(offender, Mapping) or not (offender.get("dob") or offender.get("birth_year")):
        return
    for number, row in enumerate(rows(letter, "fir_refs")):
        day = day_of(row.get("fir_date"))
        span = age_span(offender, day) if day else None
        if span is not None and span[1] < 18:
            yield Problem(
                ("fir_refs", number, "fir_date"),
                "SEX.child_then",
                Words(
                    "इस अभियोग के समय व्यक्ति 18 वर्ष से कम का था। विधि विवादित किशोर का नाम डाटा बैंक में नहीं रखा जाता।",
                    "The person was below 18 at the time of this case. A child in conflict with law "
                    "is never entered.",
                ),
                Weight.REFUSE,
            )


def conviction_by_cases(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """'Convicted' stands on a case; who was acquitted in all of them stays only by approval."""
    outcomes = [row.get("status") for row in rows(letter, "fir_refs")]
    convicted = letter.get("convicted")
    if convicted is not None and convicted != ("CONVICTED" in outcomes):
        yield Problem(
            ("convicted",),
            "SEX.convicted",
            Words(
                "‘दोषसिद्ध’ का उत्तर अभियोगों की स्थिति से मेल नहीं खाता। ठीक करें, या कारण लिखें।",
                "The answer to ‘convicted’ does not follow from the cases. Put it right, or write "
                "the reason.",
            ),
            Weight.REASON,
        )
    if outcomes and all(one == "ACQUITTED" for one in outcomes):
        yield Problem(
            ("fir_refs",),
            "SEX.acquitted",
            Words(
                "सभी अभियोगों में दोषमुक्त है। डाटा बैंक में रखने के लिए थाना प्रभारी की स्वीकृति आवश्यक है।",
                "Acquitted in all cases. To be kept in the bank, the officer in charge must allow it.",
            ),
            Weight.APPROVAL,
        )


def no_victim_named(letter: Letter, facts: Facts) -> Iterator[Problem]:
    """No free words here may carry a victim's name of the case (s.72 BNS)."""
    names = _victims(facts)
    if not names:
        return
    for path, text in _free_words(letter):
        if any(_says(text, name) for name in names):
            yield Problem(
                path,
                "SEX.identity",
                Words(
                    "यहाँ पीड़ित की पहचान लिखी है। उसे हटायें; केवल आयु वर्ग और सम्बन्ध लिखें।",
                    "The victim's identity is written here. Take it out; write only age group and "
                    "relation.",
                ),
                Weight.REFUSE,
                "72 BNS",
            )


def _victims(facts: Facts) -> list[str]:
    fir = fir_of(facts)
    if fir is None:
        return []
    people: list[Any] = list(rows(fir.letter, "victims"))
    if fir.letter.get("informant_is_victim") is True:
        people.append(fir.letter.get("informant"))
    names = [str(one.get("name") or "").strip() for one in people if isinstance(one, Mapping)]
    return [name for name in names if len(name) > 1 and name != "अज्ञात"]


def _free_words(letter: Letter) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for key in ("mo", "sentence"):
        if isinstance(letter.get(key), str):
            yield (key,), letter[key]
    for number, row in enumerate(rows(letter, "surveillance")):
        if isinstance(row.get("remark"), str):
            yield ("surveillance", number, "remark"), row["remark"]


def _says(text: str, name: str) -> bool:
    """Whether the whole name stands in the text; a vowel sign after it makes it another word."""
    parts = r"\s+".join(re.escape(part) for part in name.split())
    return re.search(rf"(?<![\wऀ-ॿ]){parts}(?![\wऀ-ॣ])", text, re.IGNORECASE) is not None


def begin(facts: Facts) -> Letter:
    """The accused and the case it is written from; nothing of the victim."""
    letter: Letter = {}
    if found := accused_taken_over(facts):
        letter["offender"] = found
    if case := case_taken_over(facts):
        letter["fir_refs"] = case
    return letter


def prepare(letter: Letter, facts: Facts) -> None:
    """Fill the numbers of chosen cases."""
    fill_case_numbers(letter, "fir_refs")


def line(letter: Letter) -> str:
    """Whether convict or accused; the record is sensitive, so nobody is named."""
    return "संवेदनशील · " + ("दोषसिद्ध" if letter.get("convicted") is True else "अभियुक्त")


def sample(now: dt.datetime) -> Letter:
    """A fictional convict who was released."""
    where = {"village_town": "ग्राम नमूनापुर", "district": "नमूना जनपद"}
    day = (now - dt.timedelta(days=1500)).strftime("%Y-%m-%d")
    return {
        "offender": {
            "name": "नमूना कुमार",
            "relation_type": "FATHER",
            "relative_name": "उदाहरण कुमार",
            "gender": "MALE",
            "birth_year": now.year - 41,
            "religion": "NOT_STATED",
            "caste": "अज्ञात",
            "caste_category": "UNKNOWN",
            "addresses": [{"address_type": "PERMANENT", **where}],
            "photo": SAMPLE_PHOTO,
            "physical": {"build": "STURDY", "height_cm": 172},
        },
        "fingerprint_ref": "FP/नमूना/1",
        "present_address": where,
        "fir_refs": [
            {
                "fir_no": "0044/" + day[:4],
                "fir_date": day,
                "thana": "थाना नमूनागंज",
                "district": "नमूना जनपद",
                "acts": [{"act": "IPC", "section": "354"}],
                "status": "CONVICTED",
            }
        ],
        "convicted": True,
        "sentence": "3 वर्ष का कारावास (नमूना)",
        "release_dt": (now - dt.timedelta(days=90)).strftime("%Y-%m-%d"),
        "victim_age_group": "ADULT",
        "victim_relation": "NEIGHBOUR",
        "mo": "सूनसान मार्ग पर (काल्पनिक नमूना)",
        "place_type": "ROAD_RURAL",
        "surveillance": [
            {
                "at": (now - dt.timedelta(days=12)).strftime("%Y-%m-%dT%H:%M"),
                "officer": {"name": "का0 नमूना राम", "rank": "CONSTABLE"},
                "remark": "वर्तमान पते पर मिला (नमूना)",
            }
        ],
    }


FORM = Form(
    code="sex_off",
    version=1,
    title=Words("यौन अपराधी डाटा बैंक", "Sex offender data bank"),
    short=Words("यौन अपराधी", "Sex offender"),
    sections=(OFFENDER, CASES, MANNER),
    role="operator",
    duty=("d-14",),
    rules=(
        at_least(
            "offender",
            18,
            "अपराधी",
            "the offender",
            code="SEX.child",
            below=Weight.REFUSE,
            unknown=Weight.REASON,
        ),
        Rule("SEX.child_then", not_a_child_then),
        Rule("SEX.sections", sexual_case),
        Rule("SEX.convicted", conviction_by_cases),
        Rule("SEX.identity", no_victim_named),
        same_case_once("fir_refs"),
    ),
    numbered=(Numbered("sex_off"),),
    parent="iif_1",
    also_under=("fir_rereg", "iif_3"),
    line=line,
    seal="data_bank",
    is_sensitive=lambda letter: True,
    begin=begin,
    prepare=prepare,
    sample=sample,
)
